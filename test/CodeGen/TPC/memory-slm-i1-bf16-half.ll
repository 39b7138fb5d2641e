; Booleans, bf16 and half as bits of words.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 3
;@arg n i32 = 1
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 1 : i == 1 ? 3 : i == 2 ? 6 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %n) {
  %p = alloca [4 x i1], align 4
  %q = alloca [4 x bfloat], align 4
  %o = alloca [4 x half], align 4
  %g = getelementptr i8, ptr %p, i32 %n
  %b = icmp eq i32 %a, 3
  store i1 %b, ptr %g
  %x = load i1, ptr %g
  %val1 = zext i1 %x to i32
  %g2 = getelementptr bfloat, ptr %q, i32 %n
  %f = sitofp i32 %a to bfloat
  store bfloat %f, ptr %g2
  %y = load bfloat, ptr %g2
  %val2 = fptosi bfloat %y to i32
  %g3 = getelementptr half, ptr %o, i32 %n
  %e = sitofp i32 %a to float
  %hf = fptrunc float %e to half
  store half %hf, ptr %g3
  %z3 = load half, ptr %g3
  %d = fpext half %z3 to float
  %dd = fadd float %d, %d
  %val3 = fptosi float %dd to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %z = insertelement <64 x i32> %w1, i32 %val3, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
