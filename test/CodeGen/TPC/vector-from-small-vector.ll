; A small vector spread over a full one: the same element in all lanes, and
; several elements.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y: 128 of 128
;@tensor y i32[64, 2] out
;@arg a i32 = 1000
;@index_space 1
;@expect y[i, j] = j == 0 ? 1007 : i % 4 == 0 ? 1007 : i % 4 == 1 ? 1008 : i % 4 == 2 ? 1007 : 1000

@w = addrspace(1) global [16 x i32] zeroinitializer
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %b = add i32 %a, 7
  %c = add i32 %a, 8
  store i32 %b, ptr addrspace(1) getelementptr (i8, ptr addrspace(1) @w, i32 28)
  store i32 %c, ptr addrspace(1) getelementptr (i8, ptr addrspace(1) @w, i32 32)
  store i32 %a, ptr addrspace(1) getelementptr (i8, ptr addrspace(1) @w, i32 40)
  %v = load <4 x i32>, ptr addrspace(1) getelementptr (i8, ptr addrspace(1) @w, i32 28), align 4
  %all = shufflevector <4 x i32> %v, <4 x i32> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %all, i32 0, i1 true, i1 false)
  %some = shufflevector <4 x i32> %v, <4 x i32> poison, <64 x i32> <i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3, i32 0, i32 1, i32 0, i32 3>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> <i32 0, i32 1, i32 0, i32 0, i32 0>, i8 0, <64 x i32> %some, i32 0, i1 true, i1 false)
  ret void
}
