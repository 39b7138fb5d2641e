; Logic on scalar predicates.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 5
;@arg b i32 = -5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = -1

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %b) {
  %c = icmp sgt i32 %a, 0
  %d = icmp sgt i32 %b, 0
  %e = and i1 %c, %d
  %f = xor i1 %e, true
  %g = or i1 %f, %d
  %h = xor i1 %g, %c
  %i = select i1 %h, i1 %d, i1 %c
  %q = sext i1 %i to i32
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
