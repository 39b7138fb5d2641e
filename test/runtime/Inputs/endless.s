main:
	nop
	nop; jmpr main
	nop
	nop
	nop
	halt
	nop
	nop
	nop
