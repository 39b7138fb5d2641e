; llvm.floor of bf16 lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x bf16[128] in = each(i) (i - 64) / 4
;@tensor z bf16[128] out
;@index_space 1
;@expect z[i] = floor(x[i])

declare <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32>, i8, i32, <128 x bfloat>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128bf16(<5 x i32>, i8, <128 x bfloat>, i32, i1, i1)
declare <128 x bfloat> @llvm.floor.v128bf16(<128 x bfloat>)

define void @main() {
  %x = call <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x bfloat> undef, i1 true, i1 false)
  %z = call <128 x bfloat> @llvm.floor.v128bf16(<128 x bfloat> %x)
  call void @llvm.tpc.st.tnsr.v128bf16(<5 x i32> zeroinitializer, i8 1, <128 x bfloat> %z, i32 0, i1 true, i1 false)
  ret void
}
