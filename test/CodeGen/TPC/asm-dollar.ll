; Dollars, alternatives and the comment of templates.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@tensor x i32[64] in = random(1, -2147483648, 2147483647)
;@tensor y i32[64] out
;@index_space 1
;@expect y[i] = wrap_i32(x[i] + 4)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %r = call <64 x i32> asm "nop; nop; $(add$|sub$).i32 $0, ${1}, ${2:c} ${:comment} $$ ${:uid}", "=v,v,i"(<64 x i32> %a, i32 4)
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
