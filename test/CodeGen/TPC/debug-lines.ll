; Objects carry the lines of the source.
;
; RUN: %tpc-llc -filetype=obj -o %t.o %s
; RUN: %llvm-dwarfdump --debug-line %t.o | FileCheck %s
; CHECK: kernel.c
; CHECK: {{ 7 +12 +1 }}

define void @main(i32 %a) !dbg !2 {
  %b = add i32 %a, 1, !dbg !6
  store i32 %b, ptr addrspace(1) null, !dbg !6
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
