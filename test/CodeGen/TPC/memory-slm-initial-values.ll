; Variables have their initial values, whatever their types.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 1
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? -2 : i == 1 ? 7 : i == 2 ? 3 : i == 3 ? 0 : 0

@bytes = internal addrspace(0) global [3 x i8] c"\01\FE\03", align 1
@pair = internal global { i16, i32 } { i16 5, i32 7 }
@number = internal global float 3.5
@zeros = internal global [4 x i32] zeroinitializer

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %g = getelementptr i8, ptr @bytes, i32 %n
  %b = load i8, ptr %g
  %val1 = sext i8 %b to i32
  %h = getelementptr { i16, i32 }, ptr @pair, i32 0, i32 1
  %val2 = load i32, ptr %h
  %f = load float, ptr @number
  %val3 = fptosi float %f to i32
  %k = getelementptr i32, ptr @zeros, i32 %n
  %val4 = load i32, ptr %k
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3, i32 2
  %z = insertelement <64 x i32> %w2, i32 %val4, i32 3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
