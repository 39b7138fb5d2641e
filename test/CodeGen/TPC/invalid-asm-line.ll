; A mistake in inline assembly is an error at the line of the source.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: kernel.c:7:12: error: unknown instruction 'foo', in 'nop; foo S{{[0-9]+}}'

define void @main(i32 %a) !dbg !2 {
  call void asm sideeffect "nop; nop\0Anop; foo $0", "s"(i32 %a), !dbg !6
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
