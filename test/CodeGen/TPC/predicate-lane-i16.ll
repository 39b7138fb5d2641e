; A single lane of a predicate of i16 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 11
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = i == 11 || x[i] < 0 ? 5 : x[i]

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %c = icmp slt <128 x i16> %x, zeroinitializer
  %d = icmp eq i32 %n, 11
  %p = insertelement <128 x i1> %c, i1 %d, i32 %n
  %z = select <128 x i1> %p, <128 x i16> splat (i16 5), <128 x i16> %x
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 1, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
