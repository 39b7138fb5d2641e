; A number serves as address of words and of vectors, each in its own memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg at i32 = 512
;@arg a i32 = 77
;@tensor x i32[64] in = random(1, -1000, 1000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? x[0] + 77 : x[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %at, i32 %a) {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = inttoptr i32 %at to ptr
  %far = getelementptr i8, ptr %p, i32 256
  store <64 x i32> %x, ptr %far, align 256
  store i32 %a, ptr %far
  %word = load i32, ptr %far
  %vector = load <64 x i32>, ptr %far, align 256
  %w = insertelement <64 x i32> zeroinitializer, i32 %word, i32 0
  %z = add <64 x i32> %vector, %w
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
