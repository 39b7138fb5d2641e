; The second loop reads what the first one has stored in vector memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 40] in = random(1, -1000, 1000)
;@tensor z i32[64, 40] out
;@index_space 1
;@expect z[i, j] = x[i, 39 - j] * x[i, 39 - j]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

@buf = internal addrspace(2) global [40 x <64 x i32>] zeroinitializer

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = mul <64 x i32> %x, %x
  %p = getelementptr [40 x <64 x i32>], ptr addrspace(2) @buf, i32 0, i32 %i
  store <64 x i32> %y, ptr addrspace(2) %p
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  br label %loop2
loop2:
  %k = phi i32 [ 0, %exit ], [ %k1, %loop2 ]
  %back = sub i32 39, %k
  %q = getelementptr [40 x <64 x i32>], ptr addrspace(2) @buf, i32 0, i32 %back
  %v = load <64 x i32>, ptr addrspace(2) %q
  %to = insertelement <5 x i32> zeroinitializer, i32 %k, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %to, i8 1, <64 x i32> %v, i32 0, i1 true, i1 false)
  %k1 = add nsw i32 %k, 1
  %more2 = icmp slt i32 %k1, 40
  br i1 %more2, label %loop2, label %done
done:
  ret void
}
