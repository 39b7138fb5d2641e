; 64-bit logic.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -1234567
;@arg b i32 = 987654321
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? wrap_i32((((((-1234567 << 20) + 987654321)) ^ 987654321) | 81985529216486895) & -4294967297) : i == 1 ? wrap_i32(((((((-1234567 << 20) + 987654321)) ^ 987654321) | 81985529216486895) & -4294967297) >> 32) : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %b) {
  %al = sext i32 %a to i64
  %bl = sext i32 %b to i64
  %as = shl i64 %al, 20
  %x = add i64 %as, %bl
  %y = xor i64 %x, %bl
  %w = or i64 %y, 81985529216486895
  %r = and i64 %w, -4294967297
  %r.l = trunc i64 %r to i32
  %r.s = lshr i64 %r, 32
  %r.h = trunc i64 %r.s to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %r.l, i32 0
  %z = insertelement <64 x i32> %w0, i32 %r.h, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
