; Errors name the line of the source.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: kernel.c:7:12: error: unsupported: 'llvm.sqrt.f32' of float; use sqrt_f32 or v_sqrt_f32 (in function 'main')

declare float @llvm.sqrt.f32(float)

define void @main(float %a) !dbg !2 {
  %b = call float @llvm.sqrt.f32(float %a), !dbg !6
  store float %b, ptr addrspace(1) null
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
