; Each half of a pair is an accumulator: the operation reads the half that it
; writes, and waits for what made the pair.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
; RUN: %tpc-llc -O2 -stop-before=tpc-packetizer -o - %s \
; RUN:   | FileCheck --check-prefix=TIED %s
; TIED:     LOOP_
; TIED-NOT: VPU_MAC{{[^(]*$}}
; TIED:     $v[[HALF:[0-9]+]] = {{.*}}VPU_MAC_V_V_V{{.*}} implicit $v[[HALF]](tied-def 0)
; TIED-NOT: VPU_MAC{{[^(]*$}}
; TIED:     LOOP_END
;@tensor x bf16[128, 40] in = each(i, k) (i + 3 * k) % 7
;@tensor y bf16[128, 40] in = each(i, k) (i * k) % 5
;@tensor z bf16[128, 40] out
;@index_space 1
;@expect z[i, k] = x[i, k] + y[i, k] * y[i, k]

declare <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32>, i8, i32, <128 x bfloat>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128bf16(<5 x i32>, i8, <128 x bfloat>, i32, i1, i1)
declare <128 x float> @llvm.tpc.convert.v128f32.v128bf16.i1(<128 x bfloat>, i8, i32, <128 x float>, i1, i1)
declare <128 x bfloat> @llvm.tpc.convert.v128bf16.v128f32.i1(<128 x float>, i8, i32, <128 x bfloat>, i1, i1)
declare <128 x float> @llvm.fma.v128f32(<128 x float>, <128 x float>, <128 x float>)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32> %at, i8 0, i32 0, <128 x bfloat> undef, i1 true, i1 false)
  %y = call <128 x bfloat> @llvm.tpc.ld.tnsr.v128bf16.i1(<5 x i32> %at, i8 1, i32 0, <128 x bfloat> undef, i1 true, i1 false)
  %a = call <128 x float> @llvm.tpc.convert.v128f32.v128bf16.i1(<128 x bfloat> %x, i8 1, i32 0, <128 x float> undef, i1 true, i1 false)
  %b = call <128 x float> @llvm.tpc.convert.v128f32.v128bf16.i1(<128 x bfloat> %y, i8 1, i32 0, <128 x float> undef, i1 true, i1 false)
  %c = call <128 x float> @llvm.fma.v128f32(<128 x float> %b, <128 x float> %b, <128 x float> %a)
  %z = call <128 x bfloat> @llvm.tpc.convert.v128bf16.v128f32.i1(<128 x float> %c, i8 0, i32 256, <128 x bfloat> undef, i1 true, i1 false)
  call void @llvm.tpc.st.tnsr.v128bf16(<5 x i32> %at, i8 2, <128 x bfloat> %z, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
