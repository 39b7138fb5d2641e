; Variables in scalar memory have their initial values.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 2
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 10 + 30 + 1

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
@table = internal addrspace(1) global [4 x i32] [i32 10, i32 20, i32 30, i32 40]
@count = internal addrspace(1) global i32 10

define void @main(i32 %n) {
  %g = getelementptr [4 x i32], ptr addrspace(1) @table, i32 0, i32 %n
  %a = load i32, ptr addrspace(1) %g
  %b = load i32, ptr addrspace(1) @count
  %c = add i32 %b, 1
  store i32 %c, ptr addrspace(1) @count
  %d = load i32, ptr addrspace(1) @count
  %q = add i32 %a, %d
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
