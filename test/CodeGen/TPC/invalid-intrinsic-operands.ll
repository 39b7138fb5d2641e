; Values of kinds that the instruction does not take: the message lists what it
; takes.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: 'llvm.tpc.add.v64f32.f32.v64f32.i1': no form of 'add' has these operands; legal are: {{.*}}V = V, V under SP/VP
; CHECK: 'llvm.tpc.mac.v64f32.v128bf16.i1': no form of 'mac' has {{.*}}switches (0x4)
; CHECK: 'llvm.tpc.add.v128f32.v128f32.v128f32.i1': no form of 'add' has these operands
; CHECK: 'llvm.tpc.st.l.v.v64f32.v256i1': no form of 'st_l_v' has these operands; legal are: {{.*}}S, V under SP
; CHECK: 'llvm.tpc.convert.int.v256i8.v256i8.v256i8.i1': the source must have elements of 16 or 32 bits

declare <64 x float> @llvm.tpc.add.v64f32.f32.v64f32.i1(float, <64 x float>, i8, i32, <64 x float>, i1, i1)
declare <64 x float> @llvm.tpc.mac.v64f32.v128bf16.i1(<128 x bfloat>, <128 x bfloat>, i8, i32, <64 x float>, i1, i1)
declare <128 x float> @llvm.tpc.add.v128f32.v128f32.v128f32.i1(<128 x float>, <128 x float>, i8, i32, <128 x float>, i1, i1)
declare void @llvm.tpc.st.l.v.v64f32.v256i1(i32, <64 x float>, i32, <256 x i1>, i1)
declare <256 x i8> @llvm.tpc.convert.int.v256i8.v256i8.v256i8.i1(<256 x i8>, <256 x i8>, i32, <256 x i8>, i1, i1)
define void @main(float %f, i32 %m) {
  %p = icmp eq i32 %m, 0
  %q.0 = insertelement <256 x i1> undef, i1 %p, i32 0
  %q = shufflevector <256 x i1> %q.0, <256 x i1> undef, <256 x i32> zeroinitializer
  %v = call <64 x float> @llvm.tpc.add.v64f32.f32.v64f32.i1(float %f, <64 x float> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 1, i1 0)
  %w = call <64 x float> @llvm.tpc.mac.v64f32.v128bf16.i1(<128 x bfloat> zeroinitializer, <128 x bfloat> zeroinitializer, i8 1, i32 4, <64 x float> zeroinitializer, i1 1, i1 0)
  %x = call <128 x float> @llvm.tpc.add.v128f32.v128f32.v128f32.i1(<128 x float> zeroinitializer, <128 x float> zeroinitializer, i8 0, i32 0, <128 x float> undef, i1 1, i1 0)
  call void @llvm.tpc.st.l.v.v64f32.v256i1(i32 %m, <64 x float> zeroinitializer, i32 0, <256 x i1> %q, i1 0)
  %y = call <256 x i8> @llvm.tpc.convert.int.v256i8.v256i8.v256i8.i1(<256 x i8> zeroinitializer, <256 x i8> zeroinitializer, i32 0, <256 x i8> zeroinitializer, i1 1, i1 0)
  ret void
}
