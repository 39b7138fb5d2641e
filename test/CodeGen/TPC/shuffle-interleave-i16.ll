; The first halves of two vectors of i16, lane by lane in turn.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor y i16[128] in = random(2, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = i % 2 ? y[div(i, 2)] : x[div(i, 2)]

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %y = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %z = shufflevector <128 x i16> %x, <128 x i16> %y, <128 x i32> <i32 0, i32 128, i32 1, i32 129, i32 2, i32 130, i32 3, i32 131, i32 4, i32 132, i32 5, i32 133, i32 6, i32 134, i32 7, i32 135, i32 8, i32 136, i32 9, i32 137, i32 10, i32 138, i32 11, i32 139, i32 12, i32 140, i32 13, i32 141, i32 14, i32 142, i32 15, i32 143, i32 16, i32 144, i32 17, i32 145, i32 18, i32 146, i32 19, i32 147, i32 20, i32 148, i32 21, i32 149, i32 22, i32 150, i32 23, i32 151, i32 24, i32 152, i32 25, i32 153, i32 26, i32 154, i32 27, i32 155, i32 28, i32 156, i32 29, i32 157, i32 30, i32 158, i32 31, i32 159, i32 32, i32 160, i32 33, i32 161, i32 34, i32 162, i32 35, i32 163, i32 36, i32 164, i32 37, i32 165, i32 38, i32 166, i32 39, i32 167, i32 40, i32 168, i32 41, i32 169, i32 42, i32 170, i32 43, i32 171, i32 44, i32 172, i32 45, i32 173, i32 46, i32 174, i32 47, i32 175, i32 48, i32 176, i32 49, i32 177, i32 50, i32 178, i32 51, i32 179, i32 52, i32 180, i32 53, i32 181, i32 54, i32 182, i32 55, i32 183, i32 56, i32 184, i32 57, i32 185, i32 58, i32 186, i32 59, i32 187, i32 60, i32 188, i32 61, i32 189, i32 62, i32 190, i32 63, i32 191>
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
