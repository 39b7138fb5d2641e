; Quotients of zeros and infinities.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = values(0, 1, -1, 0, 2)
;@tensor y f32[64] in = values(3, 0, 0, -2, 4)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = i % 5 == 0 ? 1 : i % 5 == 1 ? 2 : i % 5 == 2 ? 3 : i % 5 == 3 ? 4 : 5

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %q = fdiv <64 x float> %x, %y
  %b = bitcast <64 x float> %q to <64 x i32>
  %val0 = icmp eq <64 x i32> %b, zeroinitializer
  %val1 = icmp eq <64 x i32> %b, splat (i32 2139095040)
  %val2 = icmp eq <64 x i32> %b, splat (i32 -8388608)
  %val3 = icmp eq <64 x i32> %b, splat (i32 -2147483648)
  %val4 = select <64 x i1> %val0, <64 x float> splat (float 1.0), <64 x float> splat (float 5.0)
  %val5 = select <64 x i1> %val1, <64 x float> splat (float 2.0), <64 x float> %val4
  %val6 = select <64 x i1> %val2, <64 x float> splat (float 3.0), <64 x float> %val5
  %z = select <64 x i1> %val3, <64 x float> splat (float 4.0), <64 x float> %val6
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 2, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
