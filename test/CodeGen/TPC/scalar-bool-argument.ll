; A bool arrives in a 32-bit register.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 1
;@arg b i32 = 0
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 12

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i1 %a, i1 %b) {
  %c = select i1 %a, i32 10, i32 20
  %d = select i1 %b, i32 1, i32 2
  %q = add i32 %c, %d
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
