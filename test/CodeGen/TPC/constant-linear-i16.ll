; A constant whose i16 lanes count.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i16(x[i] + 4 * i - 3)

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %z = add <128 x i16> %x, <i16 -3, i16 1, i16 5, i16 9, i16 13, i16 17, i16 21, i16 25, i16 29, i16 33, i16 37, i16 41, i16 45, i16 49, i16 53, i16 57, i16 61, i16 65, i16 69, i16 73, i16 77, i16 81, i16 85, i16 89, i16 93, i16 97, i16 101, i16 105, i16 109, i16 113, i16 117, i16 121, i16 125, i16 129, i16 133, i16 137, i16 141, i16 145, i16 149, i16 153, i16 157, i16 161, i16 165, i16 169, i16 173, i16 177, i16 181, i16 185, i16 189, i16 193, i16 197, i16 201, i16 205, i16 209, i16 213, i16 217, i16 221, i16 225, i16 229, i16 233, i16 237, i16 241, i16 245, i16 249, i16 253, i16 257, i16 261, i16 265, i16 269, i16 273, i16 277, i16 281, i16 285, i16 289, i16 293, i16 297, i16 301, i16 305, i16 309, i16 313, i16 317, i16 321, i16 325, i16 329, i16 333, i16 337, i16 341, i16 345, i16 349, i16 353, i16 357, i16 361, i16 365, i16 369, i16 373, i16 377, i16 381, i16 385, i16 389, i16 393, i16 397, i16 401, i16 405, i16 409, i16 413, i16 417, i16 421, i16 425, i16 429, i16 433, i16 437, i16 441, i16 445, i16 449, i16 453, i16 457, i16 461, i16 465, i16 469, i16 473, i16 477, i16 481, i16 485, i16 489, i16 493, i16 497, i16 501, i16 505>
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 1, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
