; Scalar intrinsics: bf16 sums, comparisons into a predicate, guarded moves,
; scalar memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a bf16 = 1.5
;@arg b bf16 = 2.25
;@tensor x i32[64] in = random(1, -1000, 1000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = ((x[i] & 255) << 2) + 12 + 77
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.and.v64i32.v64i32.i32.v64i32.i1(<64 x i32>, i32, i8, i32, <64 x i32>, i1, i1)
declare <64 x i32> @llvm.tpc.shl.v64i32.i32.v64i32.i1(<64 x i32>, i32, i8, i32, <64 x i32>, i1, i1)
declare i1 @llvm.tpc.cmp.less.i1.f32.f32.i1(float, float, i8, i32, i1, i1, i1)
declare i32 @llvm.tpc.mov.i32.i32.i1(i32, i8, i32, i32, i1, i1)
declare void @llvm.tpc.st.l.i32(i32, i32, i32, i1, i1)
declare i32 @llvm.tpc.ld.l.i32(i32, i32, i32, i1, i1)
declare <64 x i32> @llvm.tpc.mov.v64i32.i32.i1(i32, i8, i32, <64 x i32>, i1, i1)
declare bfloat @llvm.tpc.add.bf16.bf16.bf16.i1(bfloat, bfloat, i8, i32, bfloat, i1, i1)
declare <64 x float> @llvm.tpc.convert.v64f32.v64i32.i1(<64 x i32>, i8, i32, <64 x float>, i1, i1)
define void @main(bfloat %a, bfloat %b) {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 1, i1 0)
  %c = fmul bfloat %a, 2.0
  %d = call bfloat @llvm.tpc.add.bf16.bf16.bf16.i1(bfloat %c, bfloat %b, i8 1, i32 0, bfloat undef, i1 1, i1 0)
  %e = fpext bfloat %d to float
  %f = fmul float %e, 4.0
  %f2 = fadd float %f, -9.0
  %g = fptosi float %f2 to i32
  %h = call i1 @llvm.tpc.cmp.less.i1.f32.f32.i1(float %f2, float 13.0, i8 0, i32 0, i1 undef, i1 1, i1 0)
  %m = call i32 @llvm.tpc.mov.i32.i32.i1(i32 77, i8 2, i32 0, i32 66, i1 %h, i1 0)
  call void @llvm.tpc.st.l.i32(i32 40, i32 %m, i32 0, i1 1, i1 0)
  %n = call i32 @llvm.tpc.ld.l.i32(i32 40, i32 0, i32 undef, i1 1, i1 0)
  %k = add i32 %n, %g
  %v = call <64 x i32> @llvm.tpc.mov.v64i32.i32.i1(i32 %k, i8 2, i32 0, <64 x i32> undef, i1 1, i1 0)
  %y = call <64 x i32> @llvm.tpc.and.v64i32.v64i32.i32.v64i32.i1(<64 x i32> %x, i32 255, i8 2, i32 0, <64 x i32> undef, i1 1, i1 0)
  %w = call <64 x i32> @llvm.tpc.shl.v64i32.i32.v64i32.i1(<64 x i32> %y, i32 2, i8 2, i32 0, <64 x i32> undef, i1 1, i1 0)
  %r = add <64 x i32> %w, %v
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 1, i1 0)
  ret void
}
