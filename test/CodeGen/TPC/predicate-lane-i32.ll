; A single lane of a predicate of i32 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 11
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 11 || x[i] < 0 ? 5 : x[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c = icmp slt <64 x i32> %x, zeroinitializer
  %d = icmp eq i32 %n, 11
  %p = insertelement <64 x i1> %c, i1 %d, i32 %n
  %z = select <64 x i1> %p, <64 x i32> splat (i32 5), <64 x i32> %x
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
