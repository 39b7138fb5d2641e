; Operations on i32 lanes with a scalar or a constant.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 9
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i32((wrap_i32(x[i] + 9) ^ wrap_i32(9 - x[i])) + (wrap_i32(5 - x[i]) & 0x3c) + wrap_i32(x[i] << 2) + (x[i] >> 3) + max(x[i], 9))

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.smax.v64i32(<64 x i32>, <64 x i32>)

define void @main(i32 %n) {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %n.t = add i32 %n, 0
  %s.0 = insertelement <64 x i32> poison, i32 %n.t, i32 0
  %s = shufflevector <64 x i32> %s.0, <64 x i32> poison, <64 x i32> zeroinitializer
  %a = add <64 x i32> %x, %s
  %b = sub <64 x i32> %s, %x
  %c = xor <64 x i32> %a, %b
  %d = sub <64 x i32> splat (i32 5), %x
  %e = and <64 x i32> %d, splat (i32 60)
  %f = shl <64 x i32> %x, splat (i32 2)
  %g = ashr <64 x i32> %x, splat (i32 3)
  %h = call <64 x i32> @llvm.smax.v64i32(<64 x i32> %x, <64 x i32> %s)
  %i = add <64 x i32> %c, %e
  %j = add <64 x i32> %f, %g
  %l = add <64 x i32> %i, %j
  %z = add <64 x i32> %l, %h
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
