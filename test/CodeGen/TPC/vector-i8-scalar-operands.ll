; Operations on i8 lanes with a scalar or a constant.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 9
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = wrap_i8((wrap_i8(x[i] + 9) ^ wrap_i8(9 - x[i])) + (wrap_i8(5 - x[i]) & 0x3c) + wrap_i8(x[i] << 2) + (x[i] >> 3) + max(x[i], 9))

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)
declare <256 x i8> @llvm.smax.v256i8(<256 x i8>, <256 x i8>)

define void @main(i32 %n) {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %n.t = trunc i32 %n to i8
  %s.0 = insertelement <256 x i8> poison, i8 %n.t, i32 0
  %s = shufflevector <256 x i8> %s.0, <256 x i8> poison, <256 x i32> zeroinitializer
  %a = add <256 x i8> %x, %s
  %b = sub <256 x i8> %s, %x
  %c = xor <256 x i8> %a, %b
  %d = sub <256 x i8> splat (i8 5), %x
  %e = and <256 x i8> %d, splat (i8 60)
  %f = shl <256 x i8> %x, splat (i8 2)
  %g = ashr <256 x i8> %x, splat (i8 3)
  %h = call <256 x i8> @llvm.smax.v256i8(<256 x i8> %x, <256 x i8> %s)
  %i = add <256 x i8> %c, %e
  %j = add <256 x i8> %f, %g
  %l = add <256 x i8> %i, %j
  %z = add <256 x i8> %l, %h
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
