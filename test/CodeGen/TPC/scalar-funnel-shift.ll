; Funnel shifts and rotations, by constants and by arguments.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 305419896
;@arg b i32 = wrap_i32(0x9abcdef0)
;@arg n i32 = 40
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? wrap_i32(0x3456789a) : i == 1 ? wrap_i32(0x789abcde) : i == 2 ? wrap_i32(0x34567812) : i == 3 ? wrap_i32(0x81234567) : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.fshl.i32(i32, i32, i32)
declare i32 @llvm.fshr.i32(i32, i32, i32)

define void @main(i32 %a, i32 %b, i32 %n) {
  %l = call i32 @llvm.fshl.i32(i32 %a, i32 %b, i32 %n)
  %r = call i32 @llvm.fshr.i32(i32 %a, i32 %b, i32 %n)
  %o = call i32 @llvm.fshl.i32(i32 %a, i32 %a, i32 %n)
  %k = call i32 @llvm.fshr.i32(i32 %a, i32 %a, i32 4)
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %l, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %r, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %o, i32 2
  %z = insertelement <64 x i32> %w2, i32 %k, i32 3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
