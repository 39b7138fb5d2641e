; A switch becomes comparisons.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 900
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 99

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  switch i32 %n, label %other [ i32 1, label %one
   i32 5, label %five
   i32 900, label %big ]
one:
  br label %done
five:
  br label %done
big:
  br label %done
other:
  br label %done
done:
  %q = phi i32 [ 11, %one ], [ 55, %five ], [ 99, %big ], [ -1, %other ]
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
