; The words that a volatile fill writes are volatile, those of another are not.
;
; RUN: %tpc-llc -O2 -stop-after=finalize-isel %s -o - | FileCheck %s
; CHECK: ST_L_IMM_S 0, {{.*}}:: (volatile store (s32)
; CHECK: ST_L_IMM_S 4, {{.*}}:: (volatile store (s32)
; CHECK: ST_L_IMM_S 8, {{.*}}:: (store (s32)
; CHECK: ST_L_IMM_S 12, {{.*}}:: (store (s32)

declare void @llvm.memset.p1.i32(ptr addrspace(1), i8, i32, i1)
@words = internal addrspace(1) global [2 x i32] undef
@others = internal addrspace(1) global [2 x i32] undef

define void @main() {
  call void @llvm.memset.p1.i32(ptr addrspace(1) align 4 @words, i8 1, i32 8, i1 true)
  call void @llvm.memset.p1.i32(ptr addrspace(1) align 4 @others, i8 1, i32 8, i1 false)
  ret void
}
