; A constant whose i32 lanes have no order.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = wrap_i32(x[i] ^ (i * i * 29 + (i >> 2) * 7))

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %z = xor <64 x i32> %x, <i32 0, i32 29, i32 116, i32 261, i32 471, i32 732, i32 1051, i32 1428, i32 1870, i32 2363, i32 2914, i32 3523, i32 4197, i32 4922, i32 5705, i32 6546, i32 7452, i32 8409, i32 9424, i32 10497, i32 11635, i32 12824, i32 14071, i32 15376, i32 16746, i32 18167, i32 19646, i32 21183, i32 22785, i32 24438, i32 26149, i32 27918, i32 29752, i32 31637, i32 33580, i32 35581, i32 37647, i32 39764, i32 41939, i32 44172, i32 46470, i32 48819, i32 51226, i32 53691, i32 56221, i32 58802, i32 61441, i32 64138, i32 66900, i32 69713, i32 72584, i32 75513, i32 78507, i32 81552, i32 84655, i32 87816, i32 91042, i32 94319, i32 97654, i32 101047, i32 104505, i32 108014, i32 111581, i32 115206>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
