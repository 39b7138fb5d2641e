; Vector addition of tensors with ragged sizes, on all TPCs.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z: 5000 of 5000
;@let N = 1000
;@let M = 5
;@tensor x f32[N, M] in = random(1, -100, 100)
;@tensor y f32[N, M] in = random(2, -100, 100)
;@tensor z f32[N, M] out
;@index_space ceil(N / 64), M
;@expect z[i, j] = x[i, j] + y[i, j]
declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
define void @main() {
entry:
  %o = call <5 x i32> @llvm.tpc.get.index.space.offset()
  %s = call <5 x i32> @llvm.tpc.get.index.space.size()
  %e = add <5 x i32> %o, %s
  %x0 = extractelement <5 x i32> %o, i32 0
  %x1 = extractelement <5 x i32> %e, i32 0
  %y0 = extractelement <5 x i32> %o, i32 1
  %y1 = extractelement <5 x i32> %e, i32 1
  br label %rows
rows:
  %r = phi i32 [ %y0, %entry ], [ %r2, %rowend ]
  br label %cols
cols:
  %c = phi i32 [ %x0, %rows ], [ %c2, %cols ]
  %p = shl i32 %c, 6
  %i0 = insertelement <5 x i32> zeroinitializer, i32 %p, i32 0
  %i1 = insertelement <5 x i32> %i0, i32 %r, i32 1
  %a = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %i1, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %b = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %i1, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %z = fadd <64 x float> %a, %b
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> %i1, i8 2, <64 x float> %z, i32 0, i1 true, i1 false)
  %c2 = add i32 %c, 1
  %cc = icmp slt i32 %c2, %x1
  br i1 %cc, label %cols, label %rowend
rowend:
  %r2 = add i32 %r, 1
  %rc = icmp slt i32 %r2, %y1
  br i1 %rc, label %rows, label %done
done:
  ret void
}
