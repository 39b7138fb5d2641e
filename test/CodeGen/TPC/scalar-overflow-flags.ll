; Arithmetic that tells of its overflow.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 2000000000
;@arg b i32 = 3
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? wrap_i32(4000000000) : i == 1 ? 1 : i == 2 ? wrap_i32(6000000000) : i == 3 ? 1 : i == 4 ? 0 : i == 5 ? 1 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare {i32, i1} @llvm.sadd.with.overflow.i32(i32, i32)
declare {i32, i1} @llvm.smul.with.overflow.i32(i32, i32)
declare {i32, i1} @llvm.uadd.with.overflow.i32(i32, i32)
declare {i32, i1} @llvm.umul.with.overflow.i32(i32, i32)

define void @main(i32 %a, i32 %b) {
  %x = call {i32, i1} @llvm.sadd.with.overflow.i32(i32 %a, i32 %a)
  %s = extractvalue {i32, i1} %x, 0
  %o = extractvalue {i32, i1} %x, 1
  %y = call {i32, i1} @llvm.smul.with.overflow.i32(i32 %a, i32 %b)
  %p = extractvalue {i32, i1} %y, 0
  %q = extractvalue {i32, i1} %y, 1
  %v = call {i32, i1} @llvm.uadd.with.overflow.i32(i32 %a, i32 %a)
  %u = extractvalue {i32, i1} %v, 1
  %w = call {i32, i1} @llvm.umul.with.overflow.i32(i32 %a, i32 %b)
  %m = extractvalue {i32, i1} %w, 1
  %o.w = zext i1 %o to i32
  %q.w = zext i1 %q to i32
  %u.w = zext i1 %u to i32
  %m.w = zext i1 %m to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %s, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %o.w, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %p, i32 2
  %w3 = insertelement <64 x i32> %w2, i32 %q.w, i32 3
  %w4 = insertelement <64 x i32> %w3, i32 %u.w, i32 4
  %z = insertelement <64 x i32> %w4, i32 %m.w, i32 5
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
