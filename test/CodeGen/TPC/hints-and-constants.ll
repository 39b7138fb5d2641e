; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
; Expectations are their value; what is known of a value that only the run tells
; is that nothing is.
; RUN: %run-kernel | FileCheck %s
; CHECK-COUNT-4: PASS z
;@arg n i32 = 77
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 77 : i == 1 ? 0 : -1

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %e = call i32 @llvm.expect.i32(i32 %n, i32 5)
  %c = call i1 @llvm.is.constant.i32(i32 %n)
  %k = zext i1 %c to i32
  %s = call i32 @llvm.objectsize.i32.p1(ptr addrspace(1) inttoptr (i32 64 to ptr addrspace(1)), i1 false, i1 false, i1 false)
  %a = insertelement <64 x i32> poison, i32 %s, i32 0
  %b = shufflevector <64 x i32> %a, <64 x i32> poison, <64 x i32> zeroinitializer
  %d = insertelement <64 x i32> %b, i32 %e, i32 0
  %f = insertelement <64 x i32> %d, i32 %k, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %f, i32 0, i1 true, i1 false)
  ret void
}
