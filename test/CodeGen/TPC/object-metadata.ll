; The object says how many scalars the kernel takes and which tensors are read
; by scalar loads.
;
; RUN: %tpc-llc %s | FileCheck %s
; CHECK: .tpc_metadata
; CHECK: version: DD 12
; CHECK: paramsNum: DB 2
; CHECK: scalarLd[3]: DB 1

declare ptr addrspace(3) @llvm.tpc.gen.addr(<5 x i32>, i8, i32, ptr addrspace(3), i1, i1)

define void @main(i32 %a, float %b) {
  %p = call ptr addrspace(3) @llvm.tpc.gen.addr(<5 x i32> zeroinitializer, i8 3, i32 0, ptr addrspace(3) undef, i1 true, i1 false)
  %v = load i32, ptr addrspace(3) %p
  store i32 %v, ptr addrspace(1) null
  ret void
}
