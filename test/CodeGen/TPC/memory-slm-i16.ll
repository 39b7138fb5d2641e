; Halves of words in scalar memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 3
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? -997 : i == 1 ? wrap_i32(0xfc18fc19) ^ 0 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.fshl.i32(i32, i32, i32)

define void @main(i32 %n) {
entry:
  %p = alloca [6 x i16], align 4
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i2, %loop ]
  %g = getelementptr i16, ptr %p, i32 %i
  %v = add i32 %i, -1000
  %b = trunc i32 %v to i16
  store i16 %b, ptr %g
  %i2 = add i32 %i, 1
  %c = icmp slt i32 %i2, 6
  br i1 %c, label %loop, label %done
done:
  %h = getelementptr i16, ptr %p, i32 %n
  %l = load i16, ptr %h
  %r = sext i16 %l to i32
  %a0 = load i32, ptr %p
  %q = call i32 @llvm.fshl.i32(i32 %a0, i32 %a0, i32 16)
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %r, i32 0
  %z = insertelement <64 x i32> %w0, i32 %q, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
