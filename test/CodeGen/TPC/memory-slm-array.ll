; An array on the stack lives in scalar memory and is indexed at run time.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 6
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 36

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %p = alloca [8 x i32]
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %i2, %loop ]
  %g = getelementptr [8 x i32], ptr %p, i32 0, i32 %i
  %m = mul i32 %i, %i
  store i32 %m, ptr %g
  %i2 = add i32 %i, 1
  %c = icmp slt i32 %i2, 8
  br i1 %c, label %loop, label %done
done:
  %h = getelementptr [8 x i32], ptr %p, i32 0, i32 %n
  %q = load i32, ptr %h
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
