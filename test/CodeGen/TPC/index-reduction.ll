; The sum and the largest of the coordinates.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 99
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 239 : i == 1 ? 99 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.vector.reduce.add.v5i32(<5 x i32>)
declare i32 @llvm.vector.reduce.smax.v5i32(<5 x i32>)

define void @main(i32 %a) {
  %x = insertelement <5 x i32> <i32 1, i32 20, i32 30, i32 40, i32 50>, i32 %a, i32 0
  %val1 = call i32 @llvm.vector.reduce.add.v5i32(<5 x i32> %x)
  %val2 = call i32 @llvm.vector.reduce.smax.v5i32(<5 x i32> %x)
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %z = insertelement <64 x i32> %w0, i32 %val2, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
