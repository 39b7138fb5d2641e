; half is a type of memory: there is no arithmetic on it, and the message says
; where and what to write.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: kernel.c:7:12: error: unsupported: arithmetic on half; this machine has none: convert to float, compute, and convert back
; CHECK: kernel.c:8:9: error: unsupported: a value of type <64 x half>; half has no vectors, use bfloat or float

define void @main(float %a) !dbg !2 {
  %h = fptrunc float %a to half
  %m = fmul half %h, %h, !dbg !6
  store half %m, ptr addrspace(1) null
  %v = load volatile <64 x half>, ptr addrspace(2) null, !dbg !7
  ret void, !dbg !6
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!3}
!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "", emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "kernel.c", directory: "/")
!2 = distinct !DISubprogram(name: "main", file: !1, line: 3, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !DISubroutineType(types: !5)
!5 = !{null}
!6 = !DILocation(line: 7, column: 12, scope: !2)
!7 = !DILocation(line: 8, column: 9, scope: !2)
