; Predicates of i32 lanes from two in turn.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor a i32[64] in = random(1, -128, 127)
;@tensor b i32[64] in = random(2, -128, 127)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = (i % 3 ? a[i] < b[i] : a[i] > 40) ? a[i] : b[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %b = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = icmp slt <64 x i32> %a, %b
  %q = icmp sgt <64 x i32> %a, splat (i32 40)
  %s = shufflevector <64 x i1> %p, <64 x i1> %q, <64 x i32> <i32 64, i32 1, i32 2, i32 67, i32 4, i32 5, i32 70, i32 7, i32 8, i32 73, i32 10, i32 11, i32 76, i32 13, i32 14, i32 79, i32 16, i32 17, i32 82, i32 19, i32 20, i32 85, i32 22, i32 23, i32 88, i32 25, i32 26, i32 91, i32 28, i32 29, i32 94, i32 31, i32 32, i32 97, i32 34, i32 35, i32 100, i32 37, i32 38, i32 103, i32 40, i32 41, i32 106, i32 43, i32 44, i32 109, i32 46, i32 47, i32 112, i32 49, i32 50, i32 115, i32 52, i32 53, i32 118, i32 55, i32 56, i32 121, i32 58, i32 59, i32 124, i32 61, i32 62, i32 127>
  %z = select <64 x i1> %s, <64 x i32> %a, <64 x i32> %b
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
