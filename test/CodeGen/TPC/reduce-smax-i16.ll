; llvm.vector.reduce.smax of i16 lanes, in all lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = max(k: 0..128) x[k]

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)
declare i16 @llvm.vector.reduce.smax.v128i16(<128 x i16>)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %r = call i16 @llvm.vector.reduce.smax.v128i16(<128 x i16> %x)
  %z.0 = insertelement <128 x i16> poison, i16 %r, i32 0
  %z = shufflevector <128 x i16> %z.0, <128 x i16> poison, <128 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 1, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
