; An operand of inline assembly in a register that the caller has in memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@tensor x i32[64] in = random(1, -2147483648, 2147483647)
;@tensor y i32[64] out
;@index_space 1
;@expect y[i] = wrap_i32(x[i] * 2 + 1)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %place = alloca <64 x i32>
  call void asm "nop; nop; add.i32 $0, $1, $1", "=*v,v"(ptr elementtype(<64 x i32>) %place, <64 x i32> %a)
  %b = call <64 x i32> asm "nop; nop; add.i32 $0, $1, 1", "=v,*v"(ptr elementtype(<64 x i32>) %place)
  %r = load <64 x i32>, ptr %place
  %t = sub <64 x i32> %b, %r
  %u = add <64 x i32> %t, %r
  store <64 x i32> %u, ptr %place
  %w = load <64 x i32>, ptr %place
  br label %end
end:
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %w, i32 0, i1 true, i1 false)
  ret void
}
