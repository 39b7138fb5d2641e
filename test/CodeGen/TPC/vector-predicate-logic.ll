; and, or, not of vector predicates.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -1000000, 1000000)
;@tensor y i32[64] in = random(2, -1000000, 1000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = ((x[i] > y[i] && x[i] > 0) || y[i] > 0) ? x[i] : y[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %a = icmp sgt <64 x i32> %x, %y
  %b = icmp sgt <64 x i32> %x, zeroinitializer
  %c = icmp sgt <64 x i32> %y, zeroinitializer
  %ab = and <64 x i1> %a, %b
  %o = or <64 x i1> %ab, %c
  %r = select <64 x i1> %o, <64 x i32> %x, <64 x i32> %y
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
