; memmove of parts that overlap, to both sides.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 1
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 0 : i == 1 ? 2 : i == 2 ? 19 : i == 3 ? 20 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare void @llvm.memmove.p0.p0.i32(ptr, ptr, i32, i1)

define void @main(i32 %n) {
entry:
  %p = alloca [24 x i32], align 4
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i2, %loop ]
  %g = getelementptr i32, ptr %p, i32 %i
  store i32 %i, ptr %g
  %i2 = add i32 %i, 1
  %c = icmp slt i32 %i2, 24
  br i1 %c, label %loop, label %done
done:
  %up = getelementptr i32, ptr %p, i32 %n
  call void @llvm.memmove.p0.p0.i32(ptr align 4 %up, ptr align 4 %p, i32 80, i1 false)
  %val1 = load i32, ptr %up
  %g20 = getelementptr i32, ptr %p, i32 20
  %val3 = load i32, ptr %g20
  %two = getelementptr i32, ptr %p, i32 3
  call void @llvm.memmove.p0.p0.i32(ptr align 4 %p, ptr align 4 %two, i32 72, i1 false)
  %val2 = load i32, ptr %p
  %g17 = getelementptr i32, ptr %p, i32 21
  %val4.0 = load i32, ptr %g17
  %val4 = sub i32 %val4.0, 1
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3, i32 2
  %z = insertelement <64 x i32> %w2, i32 %val4, i32 3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
