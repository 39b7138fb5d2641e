; A kernel as a C front end writes it at -O0: loops with the test on top, lanes
; numbered in 64 bits, coordinates built up over the loops.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z: 4662 of 4662
;@let N = 777
;@arg s f32 = 1.5
;@tensor x f32[N, 6] in = random(1, -100, 100)
;@tensor z f32[N, 6] out
;@index_space ceil(N / 64), 6
;@expect z[i, j] = max(x[i, j], 0) * s

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare <64 x float> @llvm.tpc.max.v64f32.v64f32.f32.i1(<64 x float>, float, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(float %s) {
entry:
  %first = call <5 x i32> @llvm.tpc.get.index.space.offset()
  %count = call <5 x i32> @llvm.tpc.get.index.space.size()
  %end = add <5 x i32> %first, %count
  %row.first = extractelement <5 x i32> %first, i64 1
  br label %rows

rows:
  %row = phi i32 [ %row.first, %entry ], [ %row.next, %row.done ]
  %c = phi <5 x i32> [ zeroinitializer, %entry ], [ %c.cols, %row.done ]
  %row.end = extractelement <5 x i32> %end, i64 1
  %row.more = icmp slt i32 %row, %row.end
  br i1 %row.more, label %row.begin, label %done

row.begin:
  %c.row = insertelement <5 x i32> %c, i32 %row, i64 1
  %col.first = extractelement <5 x i32> %first, i64 0
  br label %cols

cols:
  %col = phi i32 [ %col.first, %row.begin ], [ %col.next, %body ]
  %c.cols = phi <5 x i32> [ %c.row, %row.begin ], [ %c.body, %body ]
  %col.end = extractelement <5 x i32> %end, i64 0
  %col.more = icmp slt i32 %col, %col.end
  br i1 %col.more, label %body, label %row.done

body:
  %x0 = mul nsw i32 %col, 64
  %c.body = insertelement <5 x i32> %c.cols, i32 %x0, i64 0
  %v = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %c.body, i8 0, i32 0, <64 x float> poison, i1 true, i1 false)
  %m = call <64 x float> @llvm.tpc.max.v64f32.v64f32.f32.i1(<64 x float> %v, float 0.0, i8 0, i32 0, <64 x float> poison, i1 true, i1 false)
  %s.0 = insertelement <64 x float> poison, float %s, i64 0
  %s.v = shufflevector <64 x float> %s.0, <64 x float> poison, <64 x i32> zeroinitializer
  %r = fmul <64 x float> %m, %s.v
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> %c.body, i8 1, <64 x float> %r, i32 0, i1 true, i1 false)
  %col.next = add nsw i32 %col, 1
  br label %cols

row.done:
  %row.next = add nsw i32 %row, 1
  br label %rows

done:
  ret void
}
