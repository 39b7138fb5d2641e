; Predicates of i16 lanes from two in turn.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor a i16[128] in = random(1, -128, 127)
;@tensor b i16[128] in = random(2, -128, 127)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = (i % 3 ? a[i] < b[i] : a[i] > 40) ? a[i] : b[i]

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %a = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %b = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %p = icmp slt <128 x i16> %a, %b
  %q = icmp sgt <128 x i16> %a, splat (i16 40)
  %s = shufflevector <128 x i1> %p, <128 x i1> %q, <128 x i32> <i32 128, i32 1, i32 2, i32 131, i32 4, i32 5, i32 134, i32 7, i32 8, i32 137, i32 10, i32 11, i32 140, i32 13, i32 14, i32 143, i32 16, i32 17, i32 146, i32 19, i32 20, i32 149, i32 22, i32 23, i32 152, i32 25, i32 26, i32 155, i32 28, i32 29, i32 158, i32 31, i32 32, i32 161, i32 34, i32 35, i32 164, i32 37, i32 38, i32 167, i32 40, i32 41, i32 170, i32 43, i32 44, i32 173, i32 46, i32 47, i32 176, i32 49, i32 50, i32 179, i32 52, i32 53, i32 182, i32 55, i32 56, i32 185, i32 58, i32 59, i32 188, i32 61, i32 62, i32 191, i32 64, i32 65, i32 194, i32 67, i32 68, i32 197, i32 70, i32 71, i32 200, i32 73, i32 74, i32 203, i32 76, i32 77, i32 206, i32 79, i32 80, i32 209, i32 82, i32 83, i32 212, i32 85, i32 86, i32 215, i32 88, i32 89, i32 218, i32 91, i32 92, i32 221, i32 94, i32 95, i32 224, i32 97, i32 98, i32 227, i32 100, i32 101, i32 230, i32 103, i32 104, i32 233, i32 106, i32 107, i32 236, i32 109, i32 110, i32 239, i32 112, i32 113, i32 242, i32 115, i32 116, i32 245, i32 118, i32 119, i32 248, i32 121, i32 122, i32 251, i32 124, i32 125, i32 254, i32 127>
  %z = select <128 x i1> %s, <128 x i16> %a, <128 x i16> %b
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
