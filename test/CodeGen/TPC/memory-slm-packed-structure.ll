; Members that lie across words.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 305419896
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 0x12345678 : i == 1 ? 0x77 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %p = alloca <{ i8, i32, i8 }>, align 4
  %g = getelementptr <{ i8, i32, i8 }>, ptr %p, i32 0, i32 1
  %h = getelementptr <{ i8, i32, i8 }>, ptr %p, i32 0, i32 2
  store volatile i8 102, ptr %p
  store volatile i32 %a, ptr %g, align 1
  store volatile i8 119, ptr %h
  %val1 = load volatile i32, ptr %g, align 1
  %b = load volatile i8, ptr %h
  %val2 = zext i8 %b to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %z = insertelement <64 x i32> %w0, i32 %val2, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
