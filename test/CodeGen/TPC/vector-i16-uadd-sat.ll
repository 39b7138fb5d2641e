; llvm.uadd.sat of i16 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor y i16[128] in = random(2, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i16(sat_u16(wrap_u16(x[i]) + wrap_u16(y[i])))

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)
declare <128 x i16> @llvm.uadd.sat.v128i16(<128 x i16>, <128 x i16>)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %y = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %z = call <128 x i16> @llvm.uadd.sat.v128i16(<128 x i16> %x, <128 x i16> %y)
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
