; llvm.vector.reduce.add of i32 lanes, in all lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i32(sum(k: 0..64) x[k])

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.vector.reduce.add.v64i32(<64 x i32>)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %r = call i32 @llvm.vector.reduce.add.v64i32(<64 x i32> %x)
  %z.0 = insertelement <64 x i32> poison, i32 %r, i32 0
  %z = shufflevector <64 x i32> %z.0, <64 x i32> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
