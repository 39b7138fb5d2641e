; Shifts of i16 lanes by counts in lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = random(1, -30000, 30000)
;@tensor y i16[128] in = random(2, -30000, 30000)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i16(x[i] << (y[i] & 15)) ^ wrap_i16(wrap_u16(x[i]) >> (y[i] & 15)) ^ (x[i] >> (y[i] & 15))

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %y = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %m.0 = insertelement <128 x i16> undef, i16 15, i32 0
  %m = shufflevector <128 x i16> %m.0, <128 x i16> undef, <128 x i32> zeroinitializer
  %n = and <128 x i16> %y, %m
  %a = shl <128 x i16> %x, %n
  %b = lshr <128 x i16> %x, %n
  %c = ashr <128 x i16> %x, %n
  %d = xor <128 x i16> %a, %b
  %r = xor <128 x i16> %d, %c
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %r, i32 0, i1 true, i1 false)
  ret void
}
