; Nested decisions in a loop whose length depends on data.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 27
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 111

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  br label %loop
loop:
  %x = phi i32 [ %n, %0 ], [ %x2, %next ]
  %k = phi i32 [ 0, %0 ], [ %k2, %next ]
  %e = icmp eq i32 %x, 1
  br i1 %e, label %done, label %step
step:
  %b = and i32 %x, 1
  %o = icmp ne i32 %b, 0
  br i1 %o, label %odd, label %even
odd:
  %t = mul i32 %x, 3
  %u = add i32 %t, 1
  br label %next
even:
  %h = lshr i32 %x, 1
  br label %next
next:
  %x2 = phi i32 [ %u, %odd ], [ %h, %even ]
  %k2 = add i32 %k, 1
  br label %loop
done:
  %q = add i32 %k, 0
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
