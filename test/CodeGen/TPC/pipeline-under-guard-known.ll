; A loop with a constant number of iterations under a guard: a jump around all of
; it, and no second copy of the loop.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CODE: {{ }}loop
; CODE: jmpr {{.*}}, {{!?}}SP
; CODE: {{ }}loop 0, 1{{[0-9]}}, 1
; CODE-NOT: {{ }}loop
; CODE: halt
; CHECK: -O2
; CHECK: PASS z
;@tensor y i32[64, 24] in = random(1, -1000, 1000)
;@tensor z i32[64, 24] out
;@index_space 24
;@expect z[i, j] = j % 4 != 1 ? sum(k: 0..15) (2 * y[i, k] ^ y[i, k]) : 0

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)

define void @main() {
entry:
  %o = call <5 x i32> @llvm.tpc.get.index.space.offset()
  %s = call <5 x i32> @llvm.tpc.get.index.space.size()
  %e = add <5 x i32> %o, %s
  %x0 = extractelement <5 x i32> %o, i32 0
  %x1 = extractelement <5 x i32> %e, i32 0
  br label %outer
outer:
  %x = phi i32 [ %x0, %entry ], [ %x.next, %join ]
  %low = and i32 %x, 3
  %any = icmp ne i32 %low, 1
  br i1 %any, label %loop, label %join
loop:
  %k = phi i32 [ 0, %outer ], [ %k.next, %loop ]
  %a = phi <64 x i32> [ zeroinitializer, %outer ], [ %a.next, %loop ]
  %c = insertelement <5 x i32> zeroinitializer, i32 %k, i32 1
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %double = add <64 x i32> %y, %y
  %mixed = xor <64 x i32> %double, %y
  %a.next = add <64 x i32> %a, %mixed
  %k.next = add nsw i32 %k, 1
  %more = icmp slt i32 %k.next, 15
  br i1 %more, label %loop, label %join
join:
  %r = phi <64 x i32> [ zeroinitializer, %outer ], [ %a.next, %loop ]
  %z = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %z, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  %x.next = add nsw i32 %x, 1
  %x.more = icmp slt i32 %x.next, %x1
  br i1 %x.more, label %outer, label %done
done:
  ret void
}
