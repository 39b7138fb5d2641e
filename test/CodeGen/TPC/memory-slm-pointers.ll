; Pointers in scalar memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 77
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 77 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %p = alloca [4 x i32], align 4
  %q = alloca ptr addrspace(1), align 4
  %g = getelementptr i32, ptr %p, i32 2
  %c = addrspacecast ptr %g to ptr addrspace(1)
  store volatile ptr addrspace(1) %c, ptr %q
  store volatile i32 %a, ptr %g
  %d = load volatile ptr addrspace(1), ptr %q
  %r = load i32, ptr addrspace(1) %d
  %z = insertelement <64 x i32> zeroinitializer, i32 %r, i32 0
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
