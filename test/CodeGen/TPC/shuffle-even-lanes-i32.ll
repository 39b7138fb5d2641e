; The even lanes of two vectors of i32.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor y i32[64] in = random(2, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i < 32 ? x[2 * i] : y[2 * i - 64]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %z = shufflevector <64 x i32> %x, <64 x i32> %y, <64 x i32> <i32 0, i32 2, i32 4, i32 6, i32 8, i32 10, i32 12, i32 14, i32 16, i32 18, i32 20, i32 22, i32 24, i32 26, i32 28, i32 30, i32 32, i32 34, i32 36, i32 38, i32 40, i32 42, i32 44, i32 46, i32 48, i32 50, i32 52, i32 54, i32 56, i32 58, i32 60, i32 62, i32 64, i32 66, i32 68, i32 70, i32 72, i32 74, i32 76, i32 78, i32 80, i32 82, i32 84, i32 86, i32 88, i32 90, i32 92, i32 94, i32 96, i32 98, i32 100, i32 102, i32 104, i32 106, i32 108, i32 110, i32 112, i32 114, i32 116, i32 118, i32 120, i32 122, i32 124, i32 126>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
