; 16-bit lanes to bf16 and back, signed and unsigned.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = each(i) i * 3 - 128
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i16(trunc(bf16(x[i])) + trunc(bf16(i)))

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %f = sitofp <128 x i16> %x to <128 x bfloat>
  %a = fptosi <128 x bfloat> %f to <128 x i16>
  %g = uitofp <128 x i16> <i16 0, i16 1, i16 2, i16 3, i16 4, i16 5, i16 6, i16 7, i16 8, i16 9, i16 10, i16 11, i16 12, i16 13, i16 14, i16 15, i16 16, i16 17, i16 18, i16 19, i16 20, i16 21, i16 22, i16 23, i16 24, i16 25, i16 26, i16 27, i16 28, i16 29, i16 30, i16 31, i16 32, i16 33, i16 34, i16 35, i16 36, i16 37, i16 38, i16 39, i16 40, i16 41, i16 42, i16 43, i16 44, i16 45, i16 46, i16 47, i16 48, i16 49, i16 50, i16 51, i16 52, i16 53, i16 54, i16 55, i16 56, i16 57, i16 58, i16 59, i16 60, i16 61, i16 62, i16 63, i16 64, i16 65, i16 66, i16 67, i16 68, i16 69, i16 70, i16 71, i16 72, i16 73, i16 74, i16 75, i16 76, i16 77, i16 78, i16 79, i16 80, i16 81, i16 82, i16 83, i16 84, i16 85, i16 86, i16 87, i16 88, i16 89, i16 90, i16 91, i16 92, i16 93, i16 94, i16 95, i16 96, i16 97, i16 98, i16 99, i16 100, i16 101, i16 102, i16 103, i16 104, i16 105, i16 106, i16 107, i16 108, i16 109, i16 110, i16 111, i16 112, i16 113, i16 114, i16 115, i16 116, i16 117, i16 118, i16 119, i16 120, i16 121, i16 122, i16 123, i16 124, i16 125, i16 126, i16 127> to <128 x bfloat>
  %b = fptoui <128 x bfloat> %g to <128 x i16>
  %z = add <128 x i16> %a, %b
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 1, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
