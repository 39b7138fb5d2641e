; Signed and unsigned quotients and remainders.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -1234567
;@arg b i32 = 89
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i32(-(div(1234567, 89)) * 7 - 1234567 % 89 + div(4294967296 - 1234567, 1000) * 3 + (4294967296 - 1234567) % 1000)

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %b) {
  %c = sdiv i32 %a, %b
  %d = srem i32 %a, %b
  %e = udiv i32 %a, 1000
  %f = urem i32 %a, 1000
  %g = mul i32 %c, 7
  %h = add i32 %g, %d
  %i = mul i32 %e, 3
  %j = add i32 %h, %i
  %q = add i32 %j, %f
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
