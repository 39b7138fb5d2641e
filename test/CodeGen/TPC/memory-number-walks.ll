; A pointer made of a number goes through a loop, from address zero on.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg at i32 = 0
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 0 + 1 + 4 + 9 + 16 : 0

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %at) null_pointer_is_valid {
entry:
  %p = inttoptr i32 %at to ptr
  br label %fill
fill:
  %i = phi i32 [ 0, %entry ], [ %i.next, %fill ]
  %q = phi ptr [ %p, %entry ], [ %q.next, %fill ]
  %square = mul i32 %i, %i
  store volatile i32 %square, ptr %q
  %q.next = getelementptr i32, ptr %q, i32 1
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, 5
  br i1 %more, label %fill, label %add
add:
  %j = phi i32 [ 0, %fill ], [ %j.next, %add ]
  %sum = phi i32 [ 0, %fill ], [ %sum.next, %add ]
  %r = getelementptr i32, ptr inttoptr (i32 0 to ptr), i32 %j
  %v = load volatile i32, ptr %r
  %sum.next = add i32 %sum, %v
  %j.next = add i32 %j, 1
  %again = icmp ult i32 %j.next, 5
  br i1 %again, label %add, label %done
done:
  %z = insertelement <64 x i32> zeroinitializer, i32 %sum.next, i32 0
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
