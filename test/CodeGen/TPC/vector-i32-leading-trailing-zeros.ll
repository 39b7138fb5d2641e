; Leading and trailing zeros of i32 lanes, also of zero.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = each(i) i % 9 == 0 ? 0 : wrap_i32(5 << (i % 32))
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = (x[i] == 0 ? 32 : sum(k: 0..32) ((wrap_u32(x[i]) >> k) == 0 ? 1 : 0)) +
;@        (x[i] == 0 ? 32 : sum(k: 0..32) ((wrap_u32(x[i] << (31 - k))) == 0 ? 1 : 0))

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.ctlz.v64i32(<64 x i32>, i1)
declare <64 x i32> @llvm.cttz.v64i32(<64 x i32>, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %l = call <64 x i32> @llvm.ctlz.v64i32(<64 x i32> %x, i1 false)
  %t = call <64 x i32> @llvm.cttz.v64i32(<64 x i32> %x, i1 false)
  %z = add <64 x i32> %l, %t
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
