; Volatile arrays are filled and copied where they lie.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg k i32 = 3
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 7 + (i == 0 ? 40 : 0)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare void @llvm.memset.p0.i32(ptr, i8, i32, i1)
declare void @llvm.memcpy.p0.p0.i32(ptr, ptr, i32, i1)
@words = internal addrspace(1) global [4 x i32] [i32 10, i32 20, i32 30, i32 40]

define void @main(i32 %k) {
  %v = alloca [2 x <64 x i32>], align 256
  %w = alloca [4 x i32], align 4
  call void @llvm.memset.p0.i32(ptr align 256 %v, i8 0, i32 512, i1 true)
  call void @llvm.memcpy.p0.p0.i32(ptr align 4 %w, ptr align 4 addrspacecast (ptr addrspace(1) @words to ptr), i32 16, i1 true)
  %second = getelementptr <64 x i32>, ptr %v, i32 1
  %old = load volatile <64 x i32>, ptr %second, align 256
  %seven = add <64 x i32> %old, splat (i32 7)
  store volatile <64 x i32> %seven, ptr %second, align 256
  %at = getelementptr i32, ptr %w, i32 %k
  %word = load volatile i32, ptr %at
  %new = load volatile <64 x i32>, ptr %second, align 256
  %add = insertelement <64 x i32> zeroinitializer, i32 %word, i32 0
  %z = add <64 x i32> %new, %add
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
