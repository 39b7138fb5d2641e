; Bits of <128 x i8> are counted and reversed.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor a i16[128] in = random(1, -32768, 32767)
;@tensor b i16[128] in = random(2, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = (sum(k: 0..8) ((a[i] >> k) & 1)) + (sum(k: 0..8) (wrap_u8(b[i]) >> k == 0 ? 1 : 0)) + (sum(k: 0..8) (wrap_u8(b[i] << (7 - k)) == 0 ? 1 : 0))

declare <128 x i8> @llvm.ctpop.v128i8(<128 x i8>)
declare <128 x i8> @llvm.ctlz.v128i8(<128 x i8>, i1)
declare <128 x i8> @llvm.cttz.v128i8(<128 x i8>, i1)
declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main() {
  %a = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %b = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %x = trunc <128 x i16> %a to <128 x i8>
  %y = trunc <128 x i16> %b to <128 x i8>
  %p = call <128 x i8> @llvm.ctpop.v128i8(<128 x i8> %x)
  %l = call <128 x i8> @llvm.ctlz.v128i8(<128 x i8> %y, i1 false)
  %t = call <128 x i8> @llvm.cttz.v128i8(<128 x i8> %y, i1 false)
  %s = add <128 x i8> %p, %l
  %r = add <128 x i8> %s, %t
  %w = zext <128 x i8> %r to <128 x i16>
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %w, i32 0, i1 true, i1 false)
  ret void
}
