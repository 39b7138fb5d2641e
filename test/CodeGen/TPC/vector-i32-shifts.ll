; Shifts of i32 lanes by counts in lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -1000000, 1000000)
;@tensor y i32[64] in = random(2, -1000000, 1000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i32(x[i] << (y[i] & 31)) ^ wrap_i32(wrap_u32(x[i]) >> (y[i] & 31)) ^ (x[i] >> (y[i] & 31))

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %m.0 = insertelement <64 x i32> undef, i32 31, i32 0
  %m = shufflevector <64 x i32> %m.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %n = and <64 x i32> %y, %m
  %a = shl <64 x i32> %x, %n
  %b = lshr <64 x i32> %x, %n
  %c = ashr <64 x i32> %x, %n
  %d = xor <64 x i32> %a, %b
  %r = xor <64 x i32> %d, %c
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
