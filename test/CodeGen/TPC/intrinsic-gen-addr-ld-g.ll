; A scalar from global memory, by llvm.tpc.gen.addr and a load, in another block.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -1000000, 1000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = x[i] + 2 * x[6]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare ptr addrspace(3) @llvm.tpc.gen.addr(<5 x i32>, i8, i32, ptr addrspace(3), i1, i1)
declare i32 @llvm.tpc.ld.g.i32.i1(ptr addrspace(3), i32, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = call ptr addrspace(3) @llvm.tpc.gen.addr(<5 x i32> <i32 6, i32 0, i32 0, i32 0, i32 0>, i8 0, i32 0, ptr addrspace(3) undef, i1 true, i1 false)
  br label %next
next:
  %a = load i32, ptr addrspace(3) %p
  %b = call i32 @llvm.tpc.ld.g.i32.i1(ptr addrspace(3) %p, i32 0, i32 undef, i1 true, i1 false)
  %c = add i32 %a, %b
  %s.0 = insertelement <64 x i32> undef, i32 %c, i32 0
  %s = shufflevector <64 x i32> %s.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %r = add <64 x i32> %x, %s
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
