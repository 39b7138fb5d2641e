; Bits and bytes in reverse order.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 305419896
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 0x1e6a2c48 : i == 1 ? 0x78563412 : i == 2 ? 0x7856 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.bitreverse.i32(i32)
declare i32 @llvm.bswap.i32(i32)
declare i16 @llvm.bswap.i16(i16)

define void @main(i32 %a) {
  %b = call i32 @llvm.bitreverse.i32(i32 %a)
  %s = call i32 @llvm.bswap.i32(i32 %a)
  %a16 = trunc i32 %a to i16
  %h = call i16 @llvm.bswap.i16(i16 %a16)
  %h.w = zext i16 %h to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %b, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %s, i32 1
  %z = insertelement <64 x i32> %w1, i32 %h.w, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
