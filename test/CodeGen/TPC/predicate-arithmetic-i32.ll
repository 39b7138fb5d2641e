; Comparisons, sums and truncations of predicates of i32 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor y i32[64] in = random(2, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = ((x[i] < 0) != (y[i] < 0)) && (x[i] & 1) ? 1 : (x[i] < 0) > (y[i] < 0) ? 2 : 3

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c = icmp slt <64 x i32> %x, zeroinitializer
  %d = icmp slt <64 x i32> %y, zeroinitializer
  %s = add <64 x i1> %c, %d
  %t = trunc <64 x i32> %x to <64 x i1>
  %p = mul <64 x i1> %s, %t
  %q = icmp ugt <64 x i1> %c, %d
  %a = select <64 x i1> %q, <64 x i32> splat (i32 2), <64 x i32> splat (i32 3)
  %z = select <64 x i1> %p, <64 x i32> splat (i32 1), <64 x i32> %a
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
