# 1 "x.c"
a:b: .byte 1, 2, -3
	.short 0x10 >> 2, ~1 & 0xff
	.p2align 5
x = b - a
	.long a, x << 3 | 1, 0b101, 017
	.balign 64
	.section .IndexMap
	SCEVBEGIN x #SCEVEND
	.text
