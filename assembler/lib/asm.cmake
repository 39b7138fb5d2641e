# Objects, and the file level of assembler and disassembler; part of libtpcasm.
set(asm_sources
  lib/asm.c
  lib/asm_cursor.c
  lib/asm_directive.c
  lib/asm_emit.c
  lib/asm_lines.c
  lib/asm_metadata.c
  lib/asm_symtab.c
  lib/diag.c
  lib/disasm.c
  lib/elf_read.c
  lib/elf_write.c
  lib/expr.c
  lib/metadata.c
  lib/object.c
  lib/print_file.c)
