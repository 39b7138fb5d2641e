// Lines that start with '@' are kept as they stand, with their numbers, in a
// section that is not loaded; every other line of it is empty.
//
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -h %t.o | FileCheck --check-prefix=SECTIONS %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t.o | FileCheck %s
// RUN: objcopy -O binary --set-section-flags .tpc_experiment=alloc \
// RUN:   --only-section=.tpc_experiment %t.o %t.txt
// RUN: grep -n @ %t.txt | FileCheck --match-full-lines --strict-whitespace --check-prefix=LINES %s
@arg    alpha f32 = 0.1  // kept, too
  @tensor x f32[64] in
/*
@tensor commented_out f32[64] in
*/
	halt
@expect x = 1

// SECTIONS: 00000{{.*}} ---   .tpc_experiment

//      CHECK: {{^}}@arg    alpha f32 = 0.1  // kept, too
// CHECK-NEXT: {{^}} @tensor x f32[64] in
// CHECK-NEXT: {{^}}@expect x = 1
//      CHECK: halt; halt

//      LINES:10:@arg    alpha f32 = 0.1  // kept, too
// LINES-NEXT:11:  @tensor x f32[64] in
// LINES-NEXT:16:@expect x = 1
