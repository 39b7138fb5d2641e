; The same through scalar memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor z i32[64, 40] out
;@index_space 1
;@expect z[i, j] = i * 0 + 3 + div(j * (j + 1), 2)

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

@buf = internal addrspace(1) global [41 x i32] zeroinitializer

define void @main() {
entry:
  store i32 3, ptr addrspace(1) @buf
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %p = getelementptr [41 x i32], ptr addrspace(1) @buf, i32 0, i32 %i
  %old = load i32, ptr addrspace(1) %p
  %new = add i32 %old, %i
  %q = getelementptr i32, ptr addrspace(1) %p, i32 1
  store i32 %new, ptr addrspace(1) %q
  %b.0 = insertelement <64 x i32> undef, i32 %new, i32 0
  %b = shufflevector <64 x i32> %b.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 0, <64 x i32> %b, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
