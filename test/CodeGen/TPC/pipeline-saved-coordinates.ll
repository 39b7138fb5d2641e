; Coordinates that do not fit into index registers come back from scalar memory,
; one dimension after the other into one register.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
; RUN: %tpc-llc -O2 -stop-before=tpc-packetizer -o - %s \
; RUN:   | FileCheck --check-prefix=PARTS %s
; PARTS: LOOP_
; PARTS: [[REG:\$i[0-9]+]] = SPU_SET_INDX_I_S 1, {{.*}} implicit undef [[REG]](tied-def 0)
; PARTS: [[REG]] = SPU_SET_INDX_I_S 2, {{.*}} implicit [[REG]](tied-def 0)
; PARTS: [[REG]] = SPU_SET_INDX_I_S 4, {{.*}} implicit [[REG]](tied-def 0)
; PARTS: LOOP_END
;@tensor x i32[64, 33] in = random(1, -1000, 1000)
;@tensor z i32[64, 20] out
;@index_space 1
;@expect z[i, j] = (sum(k: 0..33) x[i, k]) + j

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  %first = call <5 x i32> @llvm.tpc.get.index.space.offset()
  %at0 = insertelement <5 x i32> %first, i32 0, i32 1
  %at1 = insertelement <5 x i32> %first, i32 1, i32 1
  %at2 = insertelement <5 x i32> %first, i32 2, i32 1
  %at3 = insertelement <5 x i32> %first, i32 3, i32 1
  %at4 = insertelement <5 x i32> %first, i32 4, i32 1
  %at5 = insertelement <5 x i32> %first, i32 5, i32 1
  %at6 = insertelement <5 x i32> %first, i32 6, i32 1
  %at7 = insertelement <5 x i32> %first, i32 7, i32 1
  %at8 = insertelement <5 x i32> %first, i32 8, i32 1
  %at9 = insertelement <5 x i32> %first, i32 9, i32 1
  %at10 = insertelement <5 x i32> %first, i32 10, i32 1
  %at11 = insertelement <5 x i32> %first, i32 11, i32 1
  %at12 = insertelement <5 x i32> %first, i32 12, i32 1
  %at13 = insertelement <5 x i32> %first, i32 13, i32 1
  %at14 = insertelement <5 x i32> %first, i32 14, i32 1
  %at15 = insertelement <5 x i32> %first, i32 15, i32 1
  %at16 = insertelement <5 x i32> %first, i32 16, i32 1
  %at17 = insertelement <5 x i32> %first, i32 17, i32 1
  %at18 = insertelement <5 x i32> %first, i32 18, i32 1
  %at19 = insertelement <5 x i32> %first, i32 19, i32 1
  %at20 = insertelement <5 x i32> %first, i32 20, i32 1
  %at21 = insertelement <5 x i32> %first, i32 21, i32 1
  %at22 = insertelement <5 x i32> %first, i32 22, i32 1
  %at23 = insertelement <5 x i32> %first, i32 23, i32 1
  %at24 = insertelement <5 x i32> %first, i32 24, i32 1
  %at25 = insertelement <5 x i32> %first, i32 25, i32 1
  %at26 = insertelement <5 x i32> %first, i32 26, i32 1
  %at27 = insertelement <5 x i32> %first, i32 27, i32 1
  %at28 = insertelement <5 x i32> %first, i32 28, i32 1
  %at29 = insertelement <5 x i32> %first, i32 29, i32 1
  %at30 = insertelement <5 x i32> %first, i32 30, i32 1
  %at31 = insertelement <5 x i32> %first, i32 31, i32 1
  %at32 = insertelement <5 x i32> %first, i32 32, i32 1
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %to = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x0 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at0, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s0 = add <64 x i32> zeroinitializer, %x0
  %x1 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at1, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s1 = add <64 x i32> %s0, %x1
  %x2 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at2, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s2 = add <64 x i32> %s1, %x2
  %x3 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at3, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s3 = add <64 x i32> %s2, %x3
  %x4 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at4, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s4 = add <64 x i32> %s3, %x4
  %x5 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at5, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s5 = add <64 x i32> %s4, %x5
  %x6 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at6, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s6 = add <64 x i32> %s5, %x6
  %x7 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at7, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s7 = add <64 x i32> %s6, %x7
  %x8 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at8, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s8 = add <64 x i32> %s7, %x8
  %x9 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at9, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s9 = add <64 x i32> %s8, %x9
  %x10 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at10, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s10 = add <64 x i32> %s9, %x10
  %x11 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at11, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s11 = add <64 x i32> %s10, %x11
  %x12 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at12, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s12 = add <64 x i32> %s11, %x12
  %x13 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at13, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s13 = add <64 x i32> %s12, %x13
  %x14 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at14, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s14 = add <64 x i32> %s13, %x14
  %x15 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at15, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s15 = add <64 x i32> %s14, %x15
  %x16 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at16, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s16 = add <64 x i32> %s15, %x16
  %x17 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at17, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s17 = add <64 x i32> %s16, %x17
  %x18 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at18, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s18 = add <64 x i32> %s17, %x18
  %x19 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at19, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s19 = add <64 x i32> %s18, %x19
  %x20 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at20, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s20 = add <64 x i32> %s19, %x20
  %x21 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at21, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s21 = add <64 x i32> %s20, %x21
  %x22 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at22, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s22 = add <64 x i32> %s21, %x22
  %x23 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at23, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s23 = add <64 x i32> %s22, %x23
  %x24 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at24, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s24 = add <64 x i32> %s23, %x24
  %x25 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at25, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s25 = add <64 x i32> %s24, %x25
  %x26 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at26, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s26 = add <64 x i32> %s25, %x26
  %x27 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at27, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s27 = add <64 x i32> %s26, %x27
  %x28 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at28, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s28 = add <64 x i32> %s27, %x28
  %x29 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at29, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s29 = add <64 x i32> %s28, %x29
  %x30 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at30, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s30 = add <64 x i32> %s29, %x30
  %x31 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at31, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s31 = add <64 x i32> %s30, %x31
  %x32 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at32, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s32 = add <64 x i32> %s31, %x32
  %v = insertelement <64 x i32> undef, i32 %i, i32 0
  %vs = shufflevector <64 x i32> %v, <64 x i32> undef, <64 x i32> zeroinitializer
  %z = add <64 x i32> %s32, %vs
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %to, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 20
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
