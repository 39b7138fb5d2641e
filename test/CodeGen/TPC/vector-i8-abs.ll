; Magnitudes of i8 lanes; the most negative stays.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i8[256] in = each(i) i == 3 ? -(1 << 7) : (i % 100) - 50
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = wrap_i8(abs(x[i]))

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)
declare <256 x i8> @llvm.abs.v256i8(<256 x i8>, i1)

define void @main() {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %z = call <256 x i8> @llvm.abs.v256i8(<256 x i8> %x, i1 false)
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
