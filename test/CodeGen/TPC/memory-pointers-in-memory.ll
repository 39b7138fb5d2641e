; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
; Pointers that lie in memory belong to the memory that is reached through them;
; to store or to compare them, their numbers are enough.
; RUN: %run-kernel | FileCheck %s
; CHECK-COUNT-4: PASS z
;@arg n i32 = 1
;@tensor x i32[64] in = random(1, -1000, 1000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? x[0] + 300 + 1 : x[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %words = alloca [4 x i32]
  %vectors = alloca [2 x <64 x i32>]
  %both = alloca { ptr, ptr }
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %word = getelementptr [4 x i32], ptr %words, i32 0, i32 %n
  %vector = getelementptr [2 x <64 x i32>], ptr %vectors, i32 0, i32 %n
  store volatile i32 300, ptr %word
  store <64 x i32> %x, ptr %vector, align 256
  %second = getelementptr { ptr, ptr }, ptr %both, i32 0, i32 1
  %odd = icmp ugt i32 %n, 5
  %choice = select i1 %odd, ptr null, ptr %word
  store volatile ptr %choice, ptr %both
  store volatile ptr %vector, ptr %second
  %p = load volatile ptr, ptr %both
  %q = load volatile ptr, ptr %second
  %w = load i32, ptr %p
  %v = load <64 x i32>, ptr %q, align 256
  %same = icmp eq ptr %p, %word
  %one = zext i1 %same to i32
  %sum = add i32 %w, %one
  %first = insertelement <64 x i32> zeroinitializer, i32 %sum, i32 0
  %z = add <64 x i32> %v, %first
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
