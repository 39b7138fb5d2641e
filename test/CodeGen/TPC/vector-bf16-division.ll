; bf16 quotients are rounded once.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x bf16[128] in = random(1, -100, 100)
;@tensor y bf16[128] in = random(2, -3, 3)
;@tensor z bf16[128] out
;@index_space 1
;@expect z[i] = x[i] / y[i]

declare <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32>, i8, i32, <128 x bfloat>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128bf16(<5 x i32>, i8, <128 x bfloat>, i32, i1, i1)

define void @main() {
  %x = call <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x bfloat> undef, i1 true, i1 false)
  %y = call <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x bfloat> undef, i1 true, i1 false)
  %z = fdiv <128 x bfloat> %x, %y
  call void @llvm.tpc.st.tnsr.v128bf16(<5 x i32> zeroinitializer, i8 2, <128 x bfloat> %z, i32 0, i1 true, i1 false)
  ret void
}
