; add, sub, mul, and, or, xor of scalars, with constants and without.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -31234
;@arg b i32 = 70777
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i32((((((a * b + 12345) ^ a) - b) & -17) | b))

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %b) {
  %c = mul i32 %a, %b
  %d = add i32 %c, 12345
  %e = xor i32 %d, %a
  %f = sub i32 %e, %b
  %g = and i32 %f, -17
  %q = or i32 %g, %b
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
