; Scalars in all lanes and in one of <64 x i16>.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 70000
;@tensor a i32[64] in = random(1, -99999, 99999)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 9 ? 4464 : wrap_u16(a[i] + 70000)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %x = trunc <64 x i32> %a to <64 x i16>
  %h = trunc i32 %n to i16
  %p = insertelement <64 x i16> poison, i16 %h, i32 0
  %q = shufflevector <64 x i16> %p, <64 x i16> poison, <64 x i32> zeroinitializer
  %s = add <64 x i16> %x, %q
  %r = insertelement <64 x i16> %s, i16 %h, i32 9
  %w = zext <64 x i16> %r to <64 x i32>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %w, i32 0, i1 true, i1 false)
  ret void
}
