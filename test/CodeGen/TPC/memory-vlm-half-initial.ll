; Initial values of vectors that fill half a register, in arrays and structures.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@tensor x i32[64] in = random(1, -25, 25)
;@tensor y i32[64] out
;@index_space 1
;@expect y[i] = x[i] + 7 + 5

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
%pair = type { <64 x i16>, [3 x <64 x i16>], <64 x i32> }
@m = internal addrspace(2) global %pair { <64 x i16> splat (i16 7), [3 x <64 x i16>] zeroinitializer, <64 x i32> splat (i32 5) }

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %b = load <64 x i16>, ptr addrspace(2) @m
  %p = getelementptr %pair, ptr addrspace(2) @m, i32 0, i32 1, i32 1
  %c = load <64 x i16>, ptr addrspace(2) %p
  %d = add <64 x i16> %b, %c
  %e = sext <64 x i16> %d to <64 x i32>
  %q = getelementptr %pair, ptr addrspace(2) @m, i32 0, i32 2
  %g = load <64 x i32>, ptr addrspace(2) %q
  %s = add <64 x i32> %e, %g
  %r = add <64 x i32> %s, %a
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
