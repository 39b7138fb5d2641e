; A single lane of a predicate of i8 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 11
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = i == 11 || x[i] < 0 ? 5 : x[i]

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %c = icmp slt <256 x i8> %x, zeroinitializer
  %d = icmp eq i32 %n, 11
  %p = insertelement <256 x i1> %c, i1 %d, i32 %n
  %z = select <256 x i1> %p, <256 x i8> splat (i8 5), <256 x i8> %x
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
