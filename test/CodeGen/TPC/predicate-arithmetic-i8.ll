; Comparisons, sums and truncations of predicates of i8 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor y i8[256] in = random(2, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = ((x[i] < 0) != (y[i] < 0)) && (x[i] & 1) ? 1 : (x[i] < 0) > (y[i] < 0) ? 2 : 3

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main() {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %y = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <256 x i8> undef, i1 true, i1 false)
  %c = icmp slt <256 x i8> %x, zeroinitializer
  %d = icmp slt <256 x i8> %y, zeroinitializer
  %s = add <256 x i1> %c, %d
  %t = trunc <256 x i8> %x to <256 x i1>
  %p = mul <256 x i1> %s, %t
  %q = icmp ugt <256 x i1> %c, %d
  %a = select <256 x i1> %q, <256 x i8> splat (i8 2), <256 x i8> splat (i8 3)
  %z = select <256 x i1> %p, <256 x i8> splat (i8 1), <256 x i8> %a
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 2, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
