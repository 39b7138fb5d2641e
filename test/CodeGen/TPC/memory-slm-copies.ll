; memcpy and memset of words and bytes, in line and in loops.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 11
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? wrap_i32(0x5a5a5a5a) : i == 1 ? wrap_i32(0x5a5a2a2a) : i == 2 ? 7 : i == 3 ? wrap_i32(0x5a5a5a2a) : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare void @llvm.memset.p0.i32(ptr, i8, i32, i1)
declare void @llvm.memcpy.p0.p0.i32(ptr, ptr, i32, i1)

define void @main(i32 %n) {
  %p = alloca [40 x i32], align 4
  %q = alloca [40 x i32], align 4
  call void @llvm.memset.p0.i32(ptr align 4 %p, i8 90, i32 160, i1 false)
  %g39 = getelementptr i32, ptr %p, i32 39
  store i32 7, ptr %g39
  call void @llvm.memcpy.p0.p0.i32(ptr align 4 %q, ptr align 4 %p, i32 160, i1 false)
  %val1 = load i32, ptr %q
  %h39 = getelementptr i32, ptr %q, i32 39
  %val3 = load i32, ptr %h39
  call void @llvm.memset.p0.i32(ptr align 1 %q, i8 42, i32 2, i1 false)
  %val2.0 = load i32, ptr %q
  %g1 = getelementptr i8, ptr %q, i32 %n
  call void @llvm.memset.p0.i32(ptr align 1 %g1, i8 42, i32 %n, i1 false)
  %h5 = getelementptr i8, ptr %q, i32 20
  %h6 = getelementptr i8, ptr %q, i32 21
  %val2 = add i32 %val2.0, 0
  call void @llvm.memcpy.p0.p0.i32(ptr align 1 %h6, ptr align 1 %p, i32 3, i1 false)
  %val4 = load i32, ptr %h5
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3, i32 2
  %z = insertelement <64 x i32> %w2, i32 %val4, i32 3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
