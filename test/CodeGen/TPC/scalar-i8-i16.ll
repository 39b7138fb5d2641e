; Narrow scalars wrap at their width.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i8 = 77
;@arg b i16 = 20000
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i8(a + 100) + wrap_u8(a + 100) + wrap_i16(b * 3) + (wrap_u16(b * 3) >> 4)

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i8 %a, i16 %b) {
  %c = add i8 %a, 100
  %d = sext i8 %c to i32
  %e = zext i8 %c to i32
  %f = mul i16 %b, 3
  %g = sext i16 %f to i32
  %h = lshr i16 %f, 4
  %i = zext i16 %h to i32
  %s = add i32 %d, %e
  %t = add i32 %s, %g
  %q = add i32 %t, %i
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
