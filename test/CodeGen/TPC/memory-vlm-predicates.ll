; Predicates of every width in memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -99, 99)
;@tensor y i16[128] in = random(2, -99, 99)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = (x[i] < 0 ? 100 : 200) + i - i

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %p = alloca <64 x i1>, align 256
  %q = alloca <128 x i1>, align 256
  %c = icmp slt <64 x i32> %x, zeroinitializer
  store volatile <64 x i1> %c, ptr %p
  %d = icmp slt <128 x i16> %y, zeroinitializer
  store volatile <128 x i1> %d, ptr %q
  %e = load volatile <64 x i1>, ptr %p
  %z = select <64 x i1> %e, <64 x i32> splat (i32 100), <64 x i32> splat (i32 200)
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
