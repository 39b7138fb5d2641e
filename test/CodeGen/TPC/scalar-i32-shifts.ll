; Shifts of scalars by constants and by registers.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -123456789
;@arg n i32 = 5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i32(a << n) ^ wrap_i32(wrap_u32(a) >> n) ^ (a >> n) ^ (a >> 3)

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %n) {
  %b = shl i32 %a, %n
  %c = lshr i32 %a, %n
  %d = ashr i32 %a, %n
  %e = ashr i32 %a, 3
  %f = xor i32 %b, %c
  %g = xor i32 %f, %d
  %q = xor i32 %g, %e
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
