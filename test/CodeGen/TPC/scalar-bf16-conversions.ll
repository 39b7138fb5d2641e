; bf16 to and from integers and as bits.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a bf16 = -3.5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? -3 : i == 1 ? wrap_i32(0xc060) : i == 2 ? 17 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(bfloat %a) {
  %val1 = fptosi bfloat %a to i32
  %val2 = bitcast bfloat %a to i16
  %val2.w = zext i16 %val2 to i32
  %b = trunc i32 16776 to i16
  %c = bitcast i16 %b to bfloat
  %val3 = fptosi bfloat %c to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2.w, i32 1
  %z = insertelement <64 x i32> %w1, i32 %val3, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
