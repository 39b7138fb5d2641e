; Forty lanes of 64 are divided.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor a f32[64] in = random(1, -1000, 1000)
;@tensor b f32[64] in = random(2, 1, 1000)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = i < 40 ? (a[i + 7] else 0) / (b[i + 7] else 1) : 0 within 1 ulp

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main() {
  %a = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %b = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %x = shufflevector <64 x float> %a, <64 x float> poison, <40 x i32> <i32 7, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15, i32 16, i32 17, i32 18, i32 19, i32 20, i32 21, i32 22, i32 23, i32 24, i32 25, i32 26, i32 27, i32 28, i32 29, i32 30, i32 31, i32 32, i32 33, i32 34, i32 35, i32 36, i32 37, i32 38, i32 39, i32 40, i32 41, i32 42, i32 43, i32 44, i32 45, i32 46>
  %y = shufflevector <64 x float> %b, <64 x float> poison, <40 x i32> <i32 7, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15, i32 16, i32 17, i32 18, i32 19, i32 20, i32 21, i32 22, i32 23, i32 24, i32 25, i32 26, i32 27, i32 28, i32 29, i32 30, i32 31, i32 32, i32 33, i32 34, i32 35, i32 36, i32 37, i32 38, i32 39, i32 40, i32 41, i32 42, i32 43, i32 44, i32 45, i32 46>
  %q = fdiv <40 x float> %x, %y
  %z = shufflevector <40 x float> %q, <40 x float> zeroinitializer, <64 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15, i32 16, i32 17, i32 18, i32 19, i32 20, i32 21, i32 22, i32 23, i32 24, i32 25, i32 26, i32 27, i32 28, i32 29, i32 30, i32 31, i32 32, i32 33, i32 34, i32 35, i32 36, i32 37, i32 38, i32 39, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40, i32 40>
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 2, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
