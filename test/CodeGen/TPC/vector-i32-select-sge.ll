; Comparison and selection of i32 lanes are one operation: sge.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor y i32[64] in = random(2, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = x[i] >= y[i] ? 7 : y[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c = icmp sge <64 x i32> %x, %y
  %z = select <64 x i1> %c, <64 x i32> splat (i32 7), <64 x i32> %y
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
