; Signed remainders of i8 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor y i8[256] in = each(i) (i % 3 ? i % 100 + 1 : -1 - i % 128)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = x[i] < 0 ? -(abs(x[i]) % abs(y[i])) : x[i] % abs(y[i])

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main() {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %y = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <256 x i8> undef, i1 true, i1 false)
  %z = srem <256 x i8> %x, %y
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 2, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
