; Functions that are called become part of the kernel at -O0 as well.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 10
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 4 * n + 3

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
define internal i32 @twice(i32 %v) noinline optnone {
  %p = alloca i32
  store i32 %v, ptr %p
  %l = load i32, ptr %p
  %d = shl i32 %l, 1
  %e = add i32 %d, 1
  ret i32 %e
}

define void @main(i32 %n) {
  %a = call i32 @twice(i32 %n)
  %q = call i32 @twice(i32 %a)
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
