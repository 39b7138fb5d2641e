// A data type that the processor does not compute with has an encoding all the
// same, and gets a warning: the type of an operation, and the one it converts to.
//
// RUN: %tpc-as --mcpu=goya -Wtype -o %t.o %s 2>&1 | FileCheck %s --check-prefixes=GOYA,ALL
// RUN: %tpc-as --mcpu=gaudi -Wtype -o %t.o %s 2>&1 | FileCheck %s --check-prefixes=GAUDI,ALL
// RUN: %tpc-as --mcpu=gaudib -Wtype -o %t.o %s 2>&1 | FileCheck %s --check-prefixes=GAUDIB --implicit-check-not=warning
// RUN: %tpc-as --mcpu=gaudi -Wno-type -o %t.o %s 2>&1 | count 0
// RUN: not %tpc-as --mcpu=goya -Wtype -Werror -o %t2.o %s 2>&1 | FileCheck %s --check-prefixes=GOYA

// GOYA: :[[#@LINE+2]]: warning: 'add.bf16 V1, V2, V3' has the data type bf16, which goya does not compute with [-Wtype]
// GAUDI-NOT: :[[#@LINE+1]]: warning
 nop; nop; add.bf16 V1, V2, V3
// ALL: :[[#@LINE+1]]: warning: 'max.f16 S1, S2, S3' has the data type f16, which {{goya|gaudi}} does not compute with [-Wtype]
 nop; max.f16 S1, S2, S3
// ALL: :[[#@LINE+1]]: warning: 'convert.f32 target_type=f16 S1, S2' has the target type f16
 nop; convert.f32 target_type=f16 S1, S2
// ALL: :[[#@LINE+2]]: warning: 'sub.i4 V1, V2, V3' has the data type i4
// GAUDIB: :[[#@LINE+1]]: warning: 'sub.i4 V1, V2, V3' has the data type i4, which gaudib does not compute with [-Wtype]
 nop; nop; sub.i4 V1, V2, V3
// Types that all of them have.
 nop; add.u16 S1, S2, S3; mul.u32 D2, V4, V5
 nop; mov SP1, SP2; xor.b VP1, VP2, VP3
 halt
