; An array of vectors that fill half a register, at numbers that are not known:
; halves move alone.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@tensor x i32[64] in = random(1, -25, 25)
;@tensor y i32[64] out
;@index_space 1
;@expect y[i] = 2 * x[i] + 2 + 3

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
@m = internal addrspace(2) global [5 x <64 x i16>] zeroinitializer

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %h = trunc <64 x i32> %a to <64 x i16>
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
  %p = getelementptr [5 x <64 x i16>], ptr addrspace(2) @m, i32 0, i32 %i
  %old = load <64 x i16>, ptr addrspace(2) %p
  %k = trunc i32 %i to i16
  %kv = insertelement <64 x i16> poison, i16 %k, i32 0
  %ks = shufflevector <64 x i16> %kv, <64 x i16> poison, <64 x i32> zeroinitializer
  %s0 = add <64 x i16> %h, %old
  %s = add <64 x i16> %s0, %ks
  store <64 x i16> %s, ptr addrspace(2) %p
  %next = add i32 %i, 1
  %done = icmp eq i32 %next, 5
  br i1 %done, label %out, label %loop
out:
  %two = getelementptr [5 x <64 x i16>], ptr addrspace(2) @m, i32 0, i32 2
  %three = getelementptr [5 x <64 x i16>], ptr addrspace(2) @m, i32 0, i32 3
  %b = load <64 x i16>, ptr addrspace(2) %two
  %c = load <64 x i16>, ptr addrspace(2) %three
  %d = add <64 x i16> %b, %c
  %r = sext <64 x i16> %d to <64 x i32>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
