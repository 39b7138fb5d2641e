; A byte written into a vector in memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 201
;@tensor x i8[256] in = random(1, -9, 9)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = i == 201 ? 77 : x[i]

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %p = alloca <256 x i8>, align 256
  store <256 x i8> %x, ptr %p
  %g = getelementptr i8, ptr %p, i32 %n
  store i8 77, ptr %g
  %z = load <256 x i8>, ptr %p
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
