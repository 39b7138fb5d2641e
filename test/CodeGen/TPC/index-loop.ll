; An index vector and a vector of predicates that a loop changes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 4
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 14 : i == 1 ? 1 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i2, %loop ]
  %v = phi <5 x i32> [ <i32 10, i32 20, i32 30, i32 40, i32 50>, %entry ], [ %v2, %loop ]
  %c = phi <5 x i1> [ zeroinitializer, %entry ], [ %c2, %loop ]
  %v2 = add <5 x i32> %v, splat (i32 1)
  %d = icmp eq <5 x i32> %v2, splat (i32 13)
  %c2 = or <5 x i1> %c, %d
  %i2 = add i32 %i, 1
  %e = icmp slt i32 %i2, %n
  br i1 %e, label %loop, label %done
done:
  %val1 = extractelement <5 x i32> %v2, i32 0
  %b = extractelement <5 x i1> %c2, i32 0
  %val2 = zext i1 %b to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %z = insertelement <64 x i32> %w0, i32 %val2, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
