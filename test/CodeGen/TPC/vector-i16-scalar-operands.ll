; Operations on i16 lanes with a scalar or a constant.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 9
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i16((wrap_i16(x[i] + 9) ^ wrap_i16(9 - x[i])) + (wrap_i16(5 - x[i]) & 0x3c) + wrap_i16(x[i] << 2) + (x[i] >> 3) + max(x[i], 9))

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)
declare <128 x i16> @llvm.smax.v128i16(<128 x i16>, <128 x i16>)

define void @main(i32 %n) {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %n.t = trunc i32 %n to i16
  %s.0 = insertelement <128 x i16> poison, i16 %n.t, i32 0
  %s = shufflevector <128 x i16> %s.0, <128 x i16> poison, <128 x i32> zeroinitializer
  %a = add <128 x i16> %x, %s
  %b = sub <128 x i16> %s, %x
  %c = xor <128 x i16> %a, %b
  %d = sub <128 x i16> splat (i16 5), %x
  %e = and <128 x i16> %d, splat (i16 60)
  %f = shl <128 x i16> %x, splat (i16 2)
  %g = ashr <128 x i16> %x, splat (i16 3)
  %h = call <128 x i16> @llvm.smax.v128i16(<128 x i16> %x, <128 x i16> %s)
  %i = add <128 x i16> %c, %e
  %j = add <128 x i16> %f, %g
  %l = add <128 x i16> %i, %j
  %z = add <128 x i16> %l, %h
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 1, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
