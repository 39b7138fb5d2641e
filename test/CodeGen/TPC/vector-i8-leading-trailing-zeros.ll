; Leading and trailing zeros of i8 lanes, also of zero.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i8[256] in = each(i) i % 9 == 0 ? 0 : wrap_i8(5 << (i % 8))
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = (x[i] == 0 ? 8 : sum(k: 0..8) ((wrap_u8(x[i]) >> k) == 0 ? 1 : 0)) +
;@        (x[i] == 0 ? 8 : sum(k: 0..8) ((wrap_u8(x[i] << (7 - k))) == 0 ? 1 : 0))

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)
declare <256 x i8> @llvm.ctlz.v256i8(<256 x i8>, i1)
declare <256 x i8> @llvm.cttz.v256i8(<256 x i8>, i1)

define void @main() {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %l = call <256 x i8> @llvm.ctlz.v256i8(<256 x i8> %x, i1 false)
  %t = call <256 x i8> @llvm.cttz.v256i8(<256 x i8> %x, i1 false)
  %z = add <256 x i8> %l, %t
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
