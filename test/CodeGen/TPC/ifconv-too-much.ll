; What costs more than a jump stays behind one.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE: jmpr
; CODE: halt
;@tensor z i32[64, 10] inout
;@index_space 10
;@expect z[i, j] = j == 0 ? 0 : j == 1 ? 1283944371 : j == 2 ? 2 : j == 3 ? 1695740595 : j == 4 ? 4 : j == 5 ? 1662791091 : j == 6 ? 6 : j == 7 ? 2074587315 : j == 8 ? 8 : -894706765

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  %o = call <5 x i32> @llvm.tpc.get.index.space.offset()
  %s = call <5 x i32> @llvm.tpc.get.index.space.size()
  %e = add <5 x i32> %o, %s
  %x0 = extractelement <5 x i32> %o, i32 0
  %x1 = extractelement <5 x i32> %e, i32 0
  br label %outer
outer:
  %x = phi i32 [ %x0, %entry ], [ %x.next, %end ]
  %odd = and i32 %x, 1
  %is = icmp eq i32 %odd, 1
  br i1 %is, label %big, label %join
big:
  %g0 = mul i32 %x, 3
  %g1 = xor i32 %g0, 4
  %g2 = add i32 %g1, 5
  %g3 = mul i32 %g2, 6
  %g4 = xor i32 %g3, 7
  %g5 = add i32 %g4, 8
  %g6 = mul i32 %g5, 9
  %g7 = xor i32 %g6, 10
  %g8 = add i32 %g7, 11
  %g9 = mul i32 %g8, 12
  %g10 = xor i32 %g9, 13
  %g11 = add i32 %g10, 14
  %g12 = mul i32 %g11, 15
  %g13 = xor i32 %g12, 16
  %g14 = add i32 %g13, 17
  %g15 = mul i32 %g14, 18
  %g16 = xor i32 %g15, 19
  %g17 = add i32 %g16, 20
  %g18 = mul i32 %g17, 21
  %g19 = xor i32 %g18, 22
  %g20 = add i32 %g19, 23
  %g21 = mul i32 %g20, 24
  %g22 = xor i32 %g21, 25
  %g23 = add i32 %g22, 26
  br label %join
join:
  %r = phi i32 [ %x, %outer ], [ %g23, %big ]
  br label %end
end:
  %v.0 = insertelement <64 x i32> poison, i32 %r, i32 0
  %v = shufflevector <64 x i32> %v.0, <64 x i32> poison, <64 x i32> zeroinitializer
  %c.0 = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c.0, i8 0, <64 x i32> %v, i32 0, i1 true, i1 false)
  %x.next = add nsw i32 %x, 1
  %x.more = icmp slt i32 %x.next, %x1
  br i1 %x.more, label %outer, label %done
done:
  ret void
}
