; Shifts to the right of <128 x i8> fill with what the type says.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor a i16[128] in = random(1, -32768, 32767)
;@tensor b i16[128] in = random(2, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_u8((wrap_u8(a[i]) >> (b[i] & 7)) ^ (wrap_i8(a[i]) >> (b[i] & 7)))

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %a = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %b = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %x = trunc <128 x i16> %a to <128 x i8>
  %y = trunc <128 x i16> %b to <128 x i8>
  %k = and <128 x i8> %y, splat (i8 7)
  %u = lshr <128 x i8> %x, %k
  %s = ashr <128 x i8> %x, %k
  %r = xor <128 x i8> %u, %s
  %w = zext <128 x i8> %r to <128 x i16>
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %w, i32 0, i1 true, i1 false)
  ret void
}
