; Inline assembly with effects in a loop runs as often as the loop does.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@tensor x i32[64] in = random(1, -2147483648, 2147483647)
;@tensor y i32[64] out
;@index_space 1
;@expect y[i] = wrap_i32(x[i] + 1000)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  br label %loop
loop:
  %n = phi i32 [ 0, %0 ], [ %next, %loop ]
  %sum = phi <64 x i32> [ %a, %0 ], [ %more, %loop ]
  %more = call <64 x i32> asm sideeffect "nop; nop; add.i32 $0, $0, 10", "=v,0"(<64 x i32> %sum)
  %next = add i32 %n, 1
  %done = icmp eq i32 %next, 100
  br i1 %done, label %out, label %loop
out:
  %r = add <64 x i32> %more, zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
