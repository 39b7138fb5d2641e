; Comparisons, sums and truncations of predicates of i16 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor y i16[128] in = random(2, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = ((x[i] < 0) != (y[i] < 0)) && (x[i] & 1) ? 1 : (x[i] < 0) > (y[i] < 0) ? 2 : 3

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %y = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %c = icmp slt <128 x i16> %x, zeroinitializer
  %d = icmp slt <128 x i16> %y, zeroinitializer
  %s = add <128 x i1> %c, %d
  %t = trunc <128 x i16> %x to <128 x i1>
  %p = mul <128 x i1> %s, %t
  %q = icmp ugt <128 x i1> %c, %d
  %a = select <128 x i1> %q, <128 x i16> splat (i16 2), <128 x i16> splat (i16 3)
  %z = select <128 x i1> %p, <128 x i16> splat (i16 1), <128 x i16> %a
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
