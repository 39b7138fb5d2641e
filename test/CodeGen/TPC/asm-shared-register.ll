; An input of another kind of number in the register of an output.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@tensor x i32[64] in = random(1, -2147483648, 2147483647)
;@tensor y i32[64] out
;@index_space 1
;@expect y[i] = wrap_i32(x[i] + 0x3f800000 + 1)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %n = call i32 asm "nop; add.i32 $0, $0, 1", "=s,0"(float 1.0)
  %v = insertelement <64 x i32> poison, i32 %n, i32 0
  %s = shufflevector <64 x i32> %v, <64 x i32> poison, <64 x i32> zeroinitializer
  %r = add <64 x i32> %a, %s
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
