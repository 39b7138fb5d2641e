; memcpy, memmove and memset of whole vectors.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 7
;@tensor x i32[64] in = random(1, -99, 99)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = x[i] + 0x01010101 * 3

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare void @llvm.memset.p0.i32(ptr, i8, i32, i1)
declare void @llvm.memcpy.p0.p0.i32(ptr, ptr, i32, i1)
declare void @llvm.memmove.p0.p0.i32(ptr, ptr, i32, i1)

define void @main(i32 %n) {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = alloca [20 x <64 x i32>], align 256
  %q = alloca [20 x <64 x i32>], align 256
  call void @llvm.memset.p0.i32(ptr align 256 %p, i8 3, i32 5120, i1 false)
  %g = getelementptr <64 x i32>, ptr %p, i32 18
  store <64 x i32> %x, ptr %g
  call void @llvm.memcpy.p0.p0.i32(ptr align 256 %q, ptr align 256 %p, i32 5120, i1 false)
  %up = getelementptr <64 x i32>, ptr %q, i32 1
  call void @llvm.memmove.p0.p0.i32(ptr align 256 %up, ptr align 256 %q, i32 4864, i1 false)
  %h = getelementptr <64 x i32>, ptr %q, i32 19
  %a = load <64 x i32>, ptr %h
  %k = getelementptr <64 x i32>, ptr %q, i32 %n
  %b = load <64 x i32>, ptr %k
  %z = add <64 x i32> %a, %b
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
