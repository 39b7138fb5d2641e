; Values of every register file live across blocks, hence in local memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 3
;@tensor x f32[64] in = each(i) i - 30
;@tensor y i32[64] in = random(2, -1000000, 1000000)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = (y[i] > 0 ? 4 * x[i] : x[i]) + 3

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = icmp sgt <64 x i32> %y, zeroinitializer
  %s = icmp sgt i32 %n, 2
  %k = insertelement <5 x i32> zeroinitializer, i32 %n, i32 0
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %i2, %loop ]
  %acc = phi <64 x float> [ %x, %0 ], [ %acc2, %loop ]
  %acc2 = fadd <64 x float> %acc, %x
  %i2 = add i32 %i, 1
  %c = icmp slt i32 %i2, %n
  br i1 %c, label %loop, label %done
done:
  %k0 = extractelement <5 x i32> %k, i32 0
  %kf = sitofp i32 %k0 to float
  %kv.0 = insertelement <64 x float> undef, float %kf, i32 0
  %kv = shufflevector <64 x float> %kv.0, <64 x float> undef, <64 x i32> zeroinitializer
  %m = select <64 x i1> %p, <64 x float> %acc2, <64 x float> %x
  %m2 = select i1 %s, <64 x float> %m, <64 x float> zeroinitializer
  %r = fadd <64 x float> %m2, %kv
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 2, <64 x float> %r, i32 0, i1 true, i1 false)
  ret void
}
