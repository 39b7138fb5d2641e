; Sums, differences and products of <128 x i8> wrap.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor a i16[128] in = random(1, -32768, 32767)
;@tensor b i16[128] in = random(2, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i8((a[i] + b[i]) * a[i] - b[i])

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %a = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %b = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %x = trunc <128 x i16> %a to <128 x i8>
  %y = trunc <128 x i16> %b to <128 x i8>
  %s = add <128 x i8> %x, %y
  %d = mul <128 x i8> %s, %x
  %r = sub <128 x i8> %d, %y
  %w = sext <128 x i8> %r to <128 x i16>
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %w, i32 0, i1 true, i1 false)
  ret void
}
