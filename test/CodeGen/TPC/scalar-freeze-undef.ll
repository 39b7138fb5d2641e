; Values that are undefined or frozen are some value.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 5 : i == 1 ? 0 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %val1 = freeze i32 %a
  %u = freeze i32 undef
  %val3 = sub i32 %u, %u
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %z = insertelement <64 x i32> %w0, i32 %val3, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
