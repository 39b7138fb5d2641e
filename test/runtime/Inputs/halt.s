main:
	halt
	nop
	nop
	nop
