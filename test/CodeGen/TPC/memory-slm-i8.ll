; Bytes in scalar memory are read and written inside of words.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? wrap_i32(0xfffffff5) : i == 1 ? 244 : i == 2 ? wrap_i32(0xf6f5f4f3) : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
entry:
  %p = alloca [12 x i8], align 4
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i2, %loop ]
  %g = getelementptr i8, ptr %p, i32 %i
  %v = add i32 %i, 240
  %b = trunc i32 %v to i8
  store i8 %b, ptr %g
  %i2 = add i32 %i, 1
  %c = icmp slt i32 %i2, 12
  br i1 %c, label %loop, label %done
done:
  %h = getelementptr i8, ptr %p, i32 %n
  %l = load i8, ptr %h
  %r = sext i8 %l to i32
  %h2 = getelementptr i8, ptr %p, i32 4
  %l2 = load volatile i8, ptr %h2
  %q = zext i8 %l2 to i32
  %h3 = getelementptr i8, ptr %p, i32 3
  %w = load i32, ptr %h3, align 1
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %r, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %q, i32 1
  %z = insertelement <64 x i32> %w1, i32 %w, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
