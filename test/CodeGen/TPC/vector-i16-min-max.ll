; Signed and unsigned minimum and maximum of i16 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = random(1, -30000, 30000)
;@tensor y i16[128] in = random(2, -30000, 30000)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i16((max(x[i], y[i]) - min(x[i], y[i])) ^ (max(wrap_u16(x[i]), wrap_u16(y[i])) - min(wrap_u16(x[i]), wrap_u16(y[i]))))

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)
declare <128 x i16> @llvm.smax.v128i16(<128 x i16>, <128 x i16>)
declare <128 x i16> @llvm.smin.v128i16(<128 x i16>, <128 x i16>)
declare <128 x i16> @llvm.umax.v128i16(<128 x i16>, <128 x i16>)
declare <128 x i16> @llvm.umin.v128i16(<128 x i16>, <128 x i16>)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %y = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %a = call <128 x i16> @llvm.smax.v128i16(<128 x i16> %x, <128 x i16> %y)
  %b = call <128 x i16> @llvm.smin.v128i16(<128 x i16> %x, <128 x i16> %y)
  %c = call <128 x i16> @llvm.umax.v128i16(<128 x i16> %x, <128 x i16> %y)
  %d = call <128 x i16> @llvm.umin.v128i16(<128 x i16> %x, <128 x i16> %y)
  %e = sub <128 x i16> %a, %b
  %f = sub <128 x i16> %c, %d
  %r = xor <128 x i16> %e, %f
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %r, i32 0, i1 true, i1 false)
  ret void
}
