; A scalar predicate in all lanes, and all lanes turned round.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 7
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = x[i] > 0 ? 0 : x[i]

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %c = icmp sgt i32 %n, 3
  %a = insertelement <256 x i1> undef, i1 %c, i64 0
  %b = shufflevector <256 x i1> %a, <256 x i1> undef, <256 x i32> zeroinitializer
  %p = icmp sgt <256 x i8> %x, zeroinitializer
  %q = xor <256 x i1> %p, %b
  %r = select <256 x i1> %q, <256 x i8> %x, <256 x i8> zeroinitializer
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %r, i32 0, i1 true, i1 false)
  ret void
}
