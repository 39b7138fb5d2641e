; Bits of <64 x i8> are counted and reversed.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor a i32[64] in = random(1, -2147483648, 2147483647)
;@tensor b i32[64] in = random(2, -2147483648, 2147483647)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = (sum(k: 0..8) ((a[i] >> k) & 1)) + (sum(k: 0..8) (wrap_u8(b[i]) >> k == 0 ? 1 : 0)) + (sum(k: 0..8) (wrap_u8(b[i] << (7 - k)) == 0 ? 1 : 0))

declare <64 x i8> @llvm.ctpop.v64i8(<64 x i8>)
declare <64 x i8> @llvm.ctlz.v64i8(<64 x i8>, i1)
declare <64 x i8> @llvm.cttz.v64i8(<64 x i8>, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %b = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %x = trunc <64 x i32> %a to <64 x i8>
  %y = trunc <64 x i32> %b to <64 x i8>
  %p = call <64 x i8> @llvm.ctpop.v64i8(<64 x i8> %x)
  %l = call <64 x i8> @llvm.ctlz.v64i8(<64 x i8> %y, i1 false)
  %t = call <64 x i8> @llvm.cttz.v64i8(<64 x i8> %y, i1 false)
  %s = add <64 x i8> %p, %l
  %r = add <64 x i8> %s, %t
  %w = zext <64 x i8> %r to <64 x i32>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %w, i32 0, i1 true, i1 false)
  ret void
}
