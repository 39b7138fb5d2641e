; A scalar goes into the lane of a number known at run time.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 40
;@tensor x i32[64] in = random(1, -1000000, 1000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 5 ? 77 : i == n ? -3 : x[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %a = insertelement <64 x i32> %x, i32 77, i32 5
  %r = insertelement <64 x i32> %a, i32 -3, i32 %n
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
