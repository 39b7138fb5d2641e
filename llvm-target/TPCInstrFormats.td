//===-- TPCInstrFormats.td - slots, formats, bundle layouts -*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How to read the instruction records.
//
// One record is one operand form of one mnemonic in one slot:
//
//   VPU_ADD_V_V_S      slot, mnemonic, operand kinds in the order of the text
//
// Its Inst bits are the canonical slot word, the same for every slot and every
// generation (not what lies in memory):
//
//   127      96 95    72  71  70  66 65 64  57 56 53 52  44 43  35 34  26
//   +----------+--------+----+------+--+------+-----+------+------+------+
//   |   IMM    |   0    |isp | PRED |P | SW   |TYPE | DEST | SRCD | SRCC |
//   +----------+--------+----+------+--+------+-----+------+------+------+
//   25  17 16   8 7    0
//   +------+------+------+   P: polarity, 1 runs where the predicate is false
//   | SRCB | SRCA |OPCODE|   isp: "is predicated" of doron1, 0 elsewhere
//   +------+------+------+
//
// A bundle layout (below) says for each (slot, field) at which bit of the
// bundle it lies and how wide it is there. Encoding a bundle: encode every
// slot's canonical word, then move the fields. Bits of a field beyond its
// width in the layout are zero in every record of that slot; isagen.py
// refuses records that break this.
//
// Operands of the (dag) lists and what they hold:
//
//   SRF, VRF, ... SRFSrc, VRFSrc   a register; the 9-bit field gets the code
//                   of CodeRange (TPCRegisterInfo.td) in the operand space of
//                   the field (OperandField below)
//   Imm32           41 bits: {value[31:0], code[8:0]}: the field gets ImmCode
//                   of its space, IMM gets the value. One IMM a bundle: users
//                   must agree.
//                   From greco on the code of a small number says the number
//                   and leaves IMM free (ShortImm); an assembler chooses it
//                   where it exists.
//   SameImm32       9 bits: a second immediate, equal to the first
//   Mask32          32 bits: IMM
//   UImm<n>         n bits of an operand or switches field
//   DimMask         five bits, dimension 0 lowest, text b00100 (bit 4 first)
//   BrTarget        IMM: signed byte distance from this bundle (JMPR)
//   TypeOp          4-bit type code of records of class DataType
//   SwitchOp        40 bits, laid out as SwitchWord below
//   SPred, AnyPred  6 bits: {polarity, register code}. Two MC operands: the
//                   register (SPRF or PRF) and the polarity. "Always" is SP0
//                   with polarity 0 and is not printed.
//   SPredOnly,      the same for operations without other operands: printed
//   AnyPredOnly     without the leading comma ("aso !SP4")
//   TnsrRegLd ...   one register classes of implied operands: they have no
//                   bits in Inst; the record's constant bits say the rest
//
// AsmString has ${type} and ${sw} right after the mnemonic: their printers
// bring the leading "." and " ". ${pred} brings its ", ".
//
// The SwitchOp operand (SwitchWord): switches live in the switches field and,
// for some instructions, in operand fields or the type field.
//
//   39  38 37   34 33   25 24   17 16    8 7     0
//   +-----+-------+-------+-------+-------+------+
//   |  0  | TYPE  | SRCD  | SRCC  | SRCB  |  SW  |     ASO: SRCA in the place
//   +-----+-------+-------+-------+-------+------+     of SRCB
//
// Each record lists its switches: `list<Switch> Switches` (TPCSwitches.td),
// a Switch being a group at a place with its named values, default and manner
// of printing.
//
// Parser-only forms (isAsmParserOnly) accept spellings of the reference
// assembler that mean the same bits as another record. They are never decoded
// or printed: an assembler looks the finished bits up among the other records.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Slots and fields
//===----------------------------------------------------------------------===//

// Index: enum tpc_slot. Letter is for messages.
class Slot<string name, int index> {
  string Name = name;
  int Index = index;
}
def LoadSlot : Slot<"LOAD", 0>;
def SpuSlot : Slot<"SPU", 1>;
def VpuSlot : Slot<"VPU", 2>;
def StoreSlot : Slot<"STORE", 3>;
// LOOP fills the bundle and stands in the SPU entry.
def LoopSlot : Slot<"LOOP", 4>;

// A field of the canonical slot word. EnumName: enum tpc_field.
class Field<string enumName, int lo, int width> {
  string EnumName = enumName;
  int Lo = lo;
  int Width = width;
}
def FieldOpcode : Field<"OPCODE", 0, 8>;
def FieldSrcA : Field<"SRCA", 8, 9>;
def FieldSrcB : Field<"SRCB", 17, 9>;
def FieldSrcC : Field<"SRCC", 26, 9>;
def FieldSrcD : Field<"SRCD", 35, 9>;
def FieldDest : Field<"DEST", 44, 9>;
def FieldType : Field<"TYPE", 53, 4>;
def FieldSw : Field<"SW", 57, 8>;
def FieldPol : Field<"POL", 65, 1>;
def FieldPred : Field<"PRED", 66, 5>;
def FieldIsPred : Field<"ISPRED", 71, 1>;
def FieldImm : Field<"IMM", 96, 32>;
// LOOP only: its word is 256 bits wide and reuses the fields above but TYPE,
// SW and IMM.
def FieldLoopFlags : Field<"LOOP_FLAGS", 128, 4>;
def FieldLoopCmp : Field<"LOOP_CMP", 132, 3>;
def FieldLoopEnd : Field<"LOOP_END", 136, 16>;
def FieldLoopStartImm : Field<"LOOP_START_IMM", 160, 32>;
def FieldLoopBoundImm : Field<"LOOP_BOUND_IMM", 192, 32>;
def FieldLoopStepImm : Field<"LOOP_STEP_IMM", 224, 32>;

// Where a field's bits stand in the SwitchOp operand.
class SwitchWord<Field f, int lo> {
  Field Of = f;
  int Lo = lo;
}
def : SwitchWord<FieldSw, 0>;
def : SwitchWord<FieldSrcB, 8>;
def : SwitchWord<FieldSrcA, 8>;
def : SwitchWord<FieldSrcC, 17>;
def : SwitchWord<FieldSrcD, 25>;
def : SwitchWord<FieldType, 34>;

//===----------------------------------------------------------------------===//
// Bundle layouts
//===----------------------------------------------------------------------===//

class LayoutField<Slot slot, Field f, int lo, int width,
                  OperandSpace space = NoSpace> {
  Slot InSlot = slot;
  Field Of = f;
  int Lo = lo;
  int Width = width;
  // How the field names registers; NoSpace for fields that never do.
  OperandSpace Space = space;
}

class BitRange<int lo, int width> {
  int Lo = lo;
  int Width = width;
}

// Bits that are the same in all bundles of a layout.
class FixedBits<int lo, int width, int value> : BitRange<lo, width> {
  int Value = value;
}

// Every bit of a bundle is in a field, Fixed or Unused. Two fields may overlap
// only where Shared says so. Slots without fields are NOPs.
class BundleLayout<int size> {
  int Bits = size;
  list<LayoutField> Fields = [];
  list<BitRange> Shared = [];
  list<BitRange> Unused = [];
  list<FixedBits> Fixed = [];
}

// Goya, Gaudi (LLVM T/MCTargetDesc/TPCInstrLayout.cpp):
//
//     0        6        13       20       27     31  32     36      43
//     +--------+--------+--------+--------+------+---+------+-------+
//  SPU| opcode | SrcA   | SrcB   | Dest   | type |pol| pred |  sw   |
//     +--------+--------+--------+--------+------+---+------+-------+
//     43       49       57       65       73        82      90   93     97
//     +--------+--------+--------+--------+---------+-------+----+------+
//  VPU| opcode | SrcA   | SrcB   | SrcC * | SrcD ** | Dest  | sw | type |
//     +--------+--------+--------+--------+---------+-------+----+------+
//     97  98     103      111    119      124      132      140      145
//     +---+------+--------+------+--------+--------+--------+--------+
//     |pol| pred | SrcA   | Dest | opcode | SrcA   | SrcB   | opcode |
//     +---+------+--------+------+--------+--------+--------+--------+
//      VPU        LOAD (SrcB **)           STORE (SrcC *)
//     145 146    151            183       187        191          256
//     +---+------+--------------+---------+----------+------------+
//     |pol| pred | IMM          | LOAD sw | STORE sw | unused     |
//     +---+------+--------------+---------+----------+------------+
//      LOAD+STORE  all slots
//
//  *  VPU SrcC and STORE SrcC are the same bits, ** VPU SrcD and LOAD SrcB.
def GoyaLayout : BundleLayout<256> {
  let Fields = [
    LayoutField<SpuSlot, FieldOpcode, 0, 6>,
    LayoutField<SpuSlot, FieldSrcA, 6, 7, SpuSpace>,
    LayoutField<SpuSlot, FieldSrcB, 13, 7, SpuSpace>,
    LayoutField<SpuSlot, FieldDest, 20, 7, SpuSpace>,
    LayoutField<SpuSlot, FieldType, 27, 4>,
    LayoutField<SpuSlot, FieldPol, 31, 1>,
    LayoutField<SpuSlot, FieldPred, 32, 4, SpuPredSpace>,
    LayoutField<SpuSlot, FieldSw, 36, 7>,
    LayoutField<VpuSlot, FieldOpcode, 43, 6>,
    LayoutField<VpuSlot, FieldSrcA, 49, 8, VecSpace>,
    LayoutField<VpuSlot, FieldSrcB, 57, 8, VecSpace>,
    LayoutField<VpuSlot, FieldSrcC, 65, 8, VecSpace>,
    LayoutField<VpuSlot, FieldSrcD, 73, 9, VecSpace>,
    LayoutField<VpuSlot, FieldDest, 82, 8, VecSpace>,
    LayoutField<VpuSlot, FieldSw, 90, 3>,
    LayoutField<VpuSlot, FieldType, 93, 4>,
    LayoutField<VpuSlot, FieldPol, 97, 1>,
    LayoutField<VpuSlot, FieldPred, 98, 5, PredSpace>,
    LayoutField<LoadSlot, FieldSrcA, 103, 8, VecSpace>,
    LayoutField<LoadSlot, FieldSrcB, 73, 9, VecSpace>,
    LayoutField<LoadSlot, FieldDest, 111, 8, VecSpace>,
    LayoutField<LoadSlot, FieldOpcode, 119, 5>,
    LayoutField<LoadSlot, FieldPol, 145, 1>,
    LayoutField<LoadSlot, FieldPred, 146, 5, PredSpace>,
    LayoutField<LoadSlot, FieldSw, 183, 4>,
    LayoutField<StoreSlot, FieldSrcA, 124, 8, VecSpace>,
    LayoutField<StoreSlot, FieldSrcB, 132, 8, VecSpace>,
    LayoutField<StoreSlot, FieldSrcC, 65, 8, VecSpace>,
    LayoutField<StoreSlot, FieldOpcode, 140, 5>,
    LayoutField<StoreSlot, FieldPol, 145, 1>,
    LayoutField<StoreSlot, FieldPred, 146, 5, PredSpace>,
    LayoutField<StoreSlot, FieldSw, 187, 4>,
    LayoutField<LoadSlot, FieldImm, 151, 32>,
    LayoutField<SpuSlot, FieldImm, 151, 32>,
    LayoutField<VpuSlot, FieldImm, 151, 32>,
    LayoutField<StoreSlot, FieldImm, 151, 32>
  ];
  let Shared = [
    BitRange<65, 8>,   // VPU SrcC, STORE SrcC
    BitRange<73, 9>,   // VPU SrcD, LOAD SrcB
    BitRange<145, 6>,  // LOAD and STORE polarity and predicate
    BitRange<151, 32>  // the immediate, all slots
  ];
  let Unused = [BitRange<191, 65>];
}

// LOOP on goya, gaudi:
//
//     0      6     13    20    26    30  31  32   36    68    100   116 119
//     +------+-----+-----+-----+-----+---+---+----+-----+-----+-----+---+
//     |opcode|start|bound|step |flags| 0 |pol|pred|bound|step |end  |cmp|
//     |      |SRF  |SRF  |SRF  |     |   |   |    |imm  |imm  |     |   |
//     +------+-----+-----+-----+-----+---+---+----+-----+-----+-----+---+
//     151         183
//     +-----------+      flags: start, bound, step immediate; repeat once
//     | start imm |      end: last body bundle minus this one, in bytes
//     +-----------+
def GoyaLoopLayout : BundleLayout<256> {
  let Fields = [
    LayoutField<LoopSlot, FieldOpcode, 0, 6>,
    LayoutField<LoopSlot, FieldSrcA, 6, 7, SpuSpace>,
    LayoutField<LoopSlot, FieldSrcB, 13, 7, SpuSpace>,
    LayoutField<LoopSlot, FieldDest, 20, 6, LoopStepSpace>,
    LayoutField<LoopSlot, FieldLoopFlags, 26, 4>,
    LayoutField<LoopSlot, FieldPol, 31, 1>,
    LayoutField<LoopSlot, FieldPred, 32, 4, SpuPredSpace>,
    LayoutField<LoopSlot, FieldLoopBoundImm, 36, 32>,
    LayoutField<LoopSlot, FieldLoopStepImm, 68, 32>,
    LayoutField<LoopSlot, FieldLoopEnd, 100, 16>,
    LayoutField<LoopSlot, FieldLoopCmp, 116, 3>,
    LayoutField<LoopSlot, FieldLoopStartImm, 151, 32>
  ];
  let Unused = [BitRange<30, 1>, BitRange<119, 32>, BitRange<183, 73>];
}

// Greco, Gaudi2 (facts 4.2, 4.3). A bundle is 256 bits, or 128 with only SPU and
// VPU or only LOAD and STORE: compressed halves, which come in pairs. Bit 0
// tells them apart, bit 1 the halves.
//
//     0  1  2        8        15       22       29     33  34     38      45
//     +--+--+--------+--------+--------+--------+------+---+------+-------+
//     |c |t | opcode | SrcA   | SrcB   | Dest   | type |pol| pred |  sw   |
//     +--+--+--------+--------+--------+--------+------+---+------+-------+
//     45       51       59       67       75     79  80     85      92    96
//     +--------+--------+--------+--------+------+---+------+-------+-----+
//  VPU| opcode | SrcA   | SrcB   | Dest   | type |pol| pred |  sw   |     |
//     +--------+--------+--------+--------+------+---+------+-------+-----+
//     96     128  130    138    146      151    160 161    166     173
//     +--------+--+------+------+--------+------+---+------+-------+
//     | IMM    |  | SrcA | Dest | opcode | SrcB |pol| pred |  sw   |
//     +--------+--+------+------+--------+------+---+------+-------+
//      all slots   LOAD                          LOAD+STORE LOAD
//     173    181    189      194    202    208/209      224    232    240  256
//     +------+------+--------+------+------+------------+------+------+----+
//     | SrcA | SrcB | opcode | SrcC |  sw  |            | SrcC | SrcD |    |
//     +------+------+--------+------+------+------------+------+------+----+
//      STORE                                             VPU
//
// A compressed SPU+VPU half has the bits 2 to 127 as they are and no VPU SrcC
// and SrcD; a LOAD+STORE half has the bits 130 to 208 from bit 2 on.

// Fields of SPU and VPU below bit 96, in both forms.
defvar ComputeFields = [
  LayoutField<SpuSlot, FieldOpcode, 2, 6>,
  LayoutField<SpuSlot, FieldSrcA, 8, 7, ShortSpuSpace>,
  LayoutField<SpuSlot, FieldSrcB, 15, 7, ShortSpuSpace>,
  LayoutField<SpuSlot, FieldDest, 22, 7, ShortSpuSpace>,
  LayoutField<SpuSlot, FieldType, 29, 4>,
  LayoutField<SpuSlot, FieldPol, 33, 1>,
  LayoutField<SpuSlot, FieldPred, 34, 4, SpuPredSpace>,
  LayoutField<SpuSlot, FieldSw, 38, 7>,
  LayoutField<SpuSlot, FieldImm, 96, 32>,
  LayoutField<VpuSlot, FieldOpcode, 45, 6>,
  LayoutField<VpuSlot, FieldSrcA, 51, 8, ShortVecSpace>,
  LayoutField<VpuSlot, FieldSrcB, 59, 8, ShortVecSpace>,
  LayoutField<VpuSlot, FieldDest, 67, 8, ShortVecSpace>,
  LayoutField<VpuSlot, FieldType, 75, 4>,
  LayoutField<VpuSlot, FieldPol, 79, 1>,
  LayoutField<VpuSlot, FieldPred, 80, 5, PredSpace>,
  LayoutField<VpuSlot, FieldSw, 85, 7>,
  LayoutField<VpuSlot, FieldImm, 96, 32>
];

// Fields of LOAD and STORE from a bit on.
class MemoryFields<int lo, int storeSwitches> {
  list<LayoutField> Fields = [
    LayoutField<LoadSlot, FieldSrcA, lo, 8, ShortVecSpace>,
    LayoutField<LoadSlot, FieldDest, !add(lo, 8), 8, ShortVecSpace>,
    LayoutField<LoadSlot, FieldOpcode, !add(lo, 16), 5>,
    LayoutField<LoadSlot, FieldSrcB, !add(lo, 21), 9, ShortVecSpace>,
    LayoutField<LoadSlot, FieldPol, !add(lo, 30), 1>,
    LayoutField<LoadSlot, FieldPred, !add(lo, 31), 5, PredSpace>,
    LayoutField<LoadSlot, FieldSw, !add(lo, 36), 7>,
    LayoutField<LoadSlot, FieldImm, 96, 32>,
    LayoutField<StoreSlot, FieldSrcA, !add(lo, 43), 8, ShortVecSpace>,
    LayoutField<StoreSlot, FieldSrcB, !add(lo, 51), 8, ShortVecSpace>,
    LayoutField<StoreSlot, FieldOpcode, !add(lo, 59), 5>,
    LayoutField<StoreSlot, FieldPol, !add(lo, 30), 1>,
    LayoutField<StoreSlot, FieldPred, !add(lo, 31), 5, PredSpace>,
    LayoutField<StoreSlot, FieldSrcC, !add(lo, 64), 8, ShortVecSpace>,
    LayoutField<StoreSlot, FieldSw, !add(lo, 72), storeSwitches>,
    LayoutField<StoreSlot, FieldImm, 96, 32>
  ];
  BitRange Predicate = BitRange<!add(lo, 30), 6>;
  int End = !add(lo, 72, storeSwitches);
}

class FullLayout<MemoryFields memory> : BundleLayout<256> {
  let Fields = !listconcat(ComputeFields, memory.Fields, [
    LayoutField<VpuSlot, FieldSrcC, 224, 8, ShortVecSpace>,
    LayoutField<VpuSlot, FieldSrcD, 232, 8, ShortVecSpace>
  ]);
  let Shared = [memory.Predicate, BitRange<96, 32>];
  let Fixed = [FixedBits<0, 1, 0>];
  let Unused = [BitRange<1, 1>, BitRange<92, 4>, BitRange<128, 2>,
                BitRange<memory.End, !sub(224, memory.End)>,
                BitRange<240, 16>];
}
def ComputeHalf : BundleLayout<128> {
  let Fields = ComputeFields;
  let Shared = [BitRange<96, 32>];
  let Fixed = [FixedBits<0, 2, 0b01>];
  let Unused = [BitRange<92, 4>];
}
class MemoryHalf<MemoryFields memory> : BundleLayout<128> {
  let Fields = memory.Fields;
  let Shared = [memory.Predicate, BitRange<96, 32>];
  let Fixed = [FixedBits<0, 2, 0b11>];
  let Unused = [BitRange<memory.End, !sub(96, memory.End)>];
}

def GrecoLayout : FullLayout<MemoryFields<130, 6>>;
def GrecoMemoryHalf : MemoryHalf<MemoryFields<2, 6>>;
def Gaudi2Layout : FullLayout<MemoryFields<130, 7>>;
def Gaudi2MemoryHalf : MemoryHalf<MemoryFields<2, 7>>;

// LOOP on greco, gaudi2:
//
//     0   2      8     15    22    28    32  33  34   38    70   86
//     +---+------+-----+-----+-----+-----+---+---+----+-----+----+---+
//     | 0 |opcode|start|bound|step |flags| 0 |pol|pred|bound|end |   |
//     |   |      |SRF  |SRF  |SRF  |     |   |   |    |imm  |    |   |
//     +---+------+-----+-----+-----+-----+---+---+----+-----+----+---+
//     96          128        160 163
//     +-----------+----------+---+
//     | start imm | step imm |cmp|
//     +-----------+----------+---+
def GrecoLoopLayout : BundleLayout<256> {
  let Fields = [
    LayoutField<LoopSlot, FieldOpcode, 2, 6>,
    LayoutField<LoopSlot, FieldSrcA, 8, 7, ShortSpuSpace>,
    LayoutField<LoopSlot, FieldSrcB, 15, 7, ShortSpuSpace>,
    LayoutField<LoopSlot, FieldDest, 22, 6, LoopStepSpace>,
    LayoutField<LoopSlot, FieldLoopFlags, 28, 4>,
    LayoutField<LoopSlot, FieldPol, 33, 1>,
    LayoutField<LoopSlot, FieldPred, 34, 4, SpuPredSpace>,
    LayoutField<LoopSlot, FieldLoopBoundImm, 38, 32>,
    LayoutField<LoopSlot, FieldLoopEnd, 70, 16>,
    LayoutField<LoopSlot, FieldLoopStartImm, 96, 32>,
    LayoutField<LoopSlot, FieldLoopStepImm, 128, 32>,
    LayoutField<LoopSlot, FieldLoopCmp, 160, 3>
  ];
  let Fixed = [FixedBits<0, 1, 0>];
  let Unused = [BitRange<1, 1>, BitRange<32, 1>, BitRange<86, 10>,
                BitRange<163, 93>];
}

//===----------------------------------------------------------------------===//
// Data types
//===----------------------------------------------------------------------===//

// Code: value of the type field (facts 2.8). Suffix: in text, lower case.
class DataType<string enumName, int number, string suffix, int width,
               bit isSigned = 0> {
  string EnumName = enumName;
  int Code = number;
  string Suffix = suffix;
  int Bits = width;
  // A signed integer.
  bit Signed = isSigned;
}
def TypeF32 : DataType<"F32", 0, "f32", 32>;
def TypeBF16 : DataType<"BF16", 1, "bf16", 16>;
def TypeI32 : DataType<"I32", 2, "i32", 32, 1>;
def TypeU32 : DataType<"U32", 3, "u32", 32>;
def TypeI8 : DataType<"I8", 4, "i8", 8, 1>;
def TypeU8 : DataType<"U8", 5, "u8", 8>;
def TypeB : DataType<"B", 6, "b", 1>;
def TypeI16 : DataType<"I16", 7, "i16", 16, 1>;
def TypeU16 : DataType<"U16", 8, "u16", 16>;
def TypeI4 : DataType<"I4", 9, "i4", 4, 1>;
def TypeU4 : DataType<"U4", 10, "u4", 4>;
def TypeF16 : DataType<"F16", 11, "f16", 16>;
def TypeF8_152 : DataType<"F8_152", 12, "f8_152", 8>;
def TypeF8_143 : DataType<"F8_143", 13, "f8_143", 8>;

defvar AllTypes = [TypeF32, TypeBF16, TypeI32, TypeU32, TypeI8, TypeU8, TypeB,
                   TypeI16, TypeU16, TypeI4, TypeU4, TypeF16, TypeF8_152,
                   TypeF8_143];

//===----------------------------------------------------------------------===//
// Generations
//===----------------------------------------------------------------------===//

// A generation differs by the features its records require (Features) and by
// its layouts. Index: enum tpc_cpu. March: its number in the metadata of kernel
// objects (facts 1.1). Compressed layouts come with the generations that have
// them.
class Generation<int index, int march, string name, list<string> aliases,
                 list<SubtargetFeature> features, BundleLayout layout,
                 BundleLayout loopLayout> {
  int Index = index;
  int March = march;
  string Name = name;
  list<string> Aliases = aliases;
  list<SubtargetFeature> Features = features;
  BundleLayout Layout = layout;
  BundleLayout LoopLayout = loopLayout;
  // Data types that it computes with (facts 1.2). Assemblers take more: nearly
  // every type suffix has an encoding everywhere.
  list<DataType> Types = [];
  // Compressed bundles; none before greco. The first one that a bundle fits
  // counts: NOPs are the reference assembler's.
  list<BundleLayout> Halves = [];
}

include "TPCSwitches.td"
include "TPCAsmOperands.td"

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

class TPCOperand<string kind, ValueType type = i32> : Operand<type> {
  // What isagen.py makes of it: enum tpc_opclass is TPC_OPC_<Kind>.
  string Kind = kind;
  let ParserMatchClass = !cast<AsmOperandClass>(kind # "Asm");
}
// The shared immediate.
def Imm32 : TPCOperand<"IMM32"> {
  let EncoderMethod = "encodeImm32";
  let OperandType = "OPERAND_IMMEDIATE";
}
def SameImm32 : TPCOperand<"SAMEIMM"> {
  let EncoderMethod = "encodeSameImm";
  let OperandType = "OPERAND_IMMEDIATE";
}
// A 32-bit mask that is an operand of its own, in IMM.
def Mask32 : TPCOperand<"MASK32"> {
  let OperandType = "OPERAND_IMMEDIATE";
}
// An unsigned number of n bits in a field. Hex in canonical text.
class UImm<int n> : TPCOperand<"UIMM"> {
  int Bits = n;
  int Max = !sub(!shl(1, n), 1);
  let ParserMatchClass = !cast<AsmOperandClass>("UImm" # n # "Asm");
  let OperandType = "OPERAND_IMMEDIATE";
}
def UImm1 : UImm<1>;
def UImm3 : UImm<3>;
// One of the five dimensions of an index register.
def DimNumber : UImm<3> {
  let Max = 4;
}
def UImm4 : UImm<4>;
def UImm5 : UImm<5>;
def UImm6 : UImm<6>;
def UImm8 : UImm<8>;
def UImm9 : UImm<9>;
def DimMask : TPCOperand<"DIMMASK"> {
  let PrintMethod = "printDimMask";
}
def BrTarget : TPCOperand<"BRTARGET", OtherVT> {
  let EncoderMethod = "encodeBrTarget";
  let PrintMethod = "printBrTarget";
  let OperandType = "OPERAND_PCREL";
}
// Text may name an implied register by the hardware register that has its role
// from greco on.
class ImpliedAlias<RegisterClass rc, Register hw> {
  RegisterClass Of = rc;
  Register Hw = hw;
}
def : ImpliedAlias<RMWReg, ST_RMW_REG>;
def TypeOp : TPCOperand<"TYPE"> {
  let PrintMethod = "printTypeOp";
}
def SwitchOp : TPCOperand<"SWITCHES", i64> {
  let PrintMethod = "printSwitchOp";
}
class PredOperand<string kind, RegisterClass rc> : TPCOperand<kind, OtherVT> {
  let MIOperandInfo = (ops rc, i1imm);
  let EncoderMethod = "encodePred";
  let PrintMethod = "printPred";
}
def SPred : PredOperand<"SPRED", SPRF>;
def AnyPred : PredOperand<"ANYPRED", PRF>;
let PrintMethod = "printPredOnly" in
def SPredOnly : PredOperand<"SPRED", SPRF>;
// LOOP operands. Comparisons: the loop goes on while `iterator cmp bound`.
class LoopComparison<string enumName, string text, int number> {
  string EnumName = enumName;
  string Text = text;
  int Code = number;
}
def : LoopComparison<"GT", ">", 0>;
def : LoopComparison<"GE", ">=", 1>;
def : LoopComparison<"LT", "<", 2>;
def : LoopComparison<"LE", "<=", 3>;
def : LoopComparison<"EQ", "==", 4>;
def : LoopComparison<"NE", "!=", 5>;
def LoopImm : TPCOperand<"LOOPIMM"> {
  let PrintMethod = "printLoopImm";
}
def LoopCmp : TPCOperand<"LOOPCMP"> {
  let PrintMethod = "printLoopCmp";
}
def LoopEnd : TPCOperand<"LOOPEND", OtherVT> {
  let EncoderMethod = "encodeLoopEnd";
  let PrintMethod = "printBrTarget";
  let OperandType = "OPERAND_PCREL";
}

//===----------------------------------------------------------------------===//
// Instructions
//===----------------------------------------------------------------------===//

// What every record has. Fields that a form does not use stay zero, and zero
// is what the decoder then demands there.
class TPCInst<Slot slot, string mnemonic, dag results, dag sources, string asm>
    : Instruction {
  let Namespace = "TPC";
  let OutOperandList = results;
  let InOperandList = sources;
  let AsmString = asm;
  let Size = 32;
  let hasSideEffects = 0;
  let DecoderNamespace = slot.Name;
  let AsmVariantName = slot.Name;

  Slot InSlot = slot;
  string Mnemonic = mnemonic;
  list<string> Aliases = [];
  list<SubtargetFeature> Requires = [FeatureTPC];
  // Data types the type suffix may name. The reference assembler takes nearly
  // every type everywhere, whether the processor has it or not.
  list<DataType> Types = [];
  // Type that is meant without a suffix; such forms print none for it.
  DataType DefaultType = ?;
  // A type suffix is accepted and has no effect.
  bit IgnoreType = 0;
  list<Switch> Switches = [];
  // The old value of the destination is an input (beyond predication).
  bit ReadsDest = 0;
  // A parser-only form that names the registers an operation really has, where
  // its canonical text names the first one: the compiler selects it.
  bit ForSelection = 0;
  // Records with a smaller number come before this one where they explain the
  // same bits.
  int DecodeLast = 0;
  // A value that is also put into IMM where no other slot uses IMM.
  bit WeakImm = 0;
  // Whether immediates are signed numbers, which have fewer short forms (facts
  // 2.7): "type" (the data type says it, signed without one), "signed",
  // "unsigned".
  string ImmSign = "type";

  bits<9> SrcA = 0;
  bits<9> SrcB = 0;
  bits<9> SrcC = 0;
  bits<9> SrcD = 0;
  bits<9> Dest = 0;
  bits<4> Type = 0;
  bits<8> Sw = 0;
  bits<1> Pol = 0;
  bits<5> Pred = 0;
  // Zeros for the other branch of an !if.
  bits<8> NoSw = 0;
  bits<4> NoType = 0;
}

// An operation of one slot.
class SlotInst<Slot slot, bits<8> opcode, string mnemonic, dag results,
               dag sources, string asm>
    : TPCInst<slot, mnemonic, results, sources, asm> {
  bits<32> Imm = 0;
  bits<32> NoImm = 0;

  bits<128> Inst;
  let Inst{7-0} = opcode;
  let Inst{16-8} = SrcA;
  let Inst{25-17} = SrcB;
  let Inst{34-26} = SrcC;
  let Inst{43-35} = SrcD;
  let Inst{52-44} = Dest;
  let Inst{56-53} = Type;
  let Inst{64-57} = Sw;
  let Inst{65} = Pol;
  let Inst{70-66} = Pred;
  let Inst{95-71} = 0;
  let Inst{127-96} = Imm;
}

// With a guard, and in text: mnemonic, .type, switches, operands, predicate.
// Typed and switched say whether ${type} and ${sw} are there.
class GuardedInst<Slot slot, bits<8> opcode, string mnemonic, bit typed,
                  bit switched, dag results, dag sources, string operands,
                  PredOperand guard>
    : SlotInst<slot, opcode, mnemonic, results,
               !con(sources,
                    !if(typed, (ins TypeOp:$type), (ins)),
                    !if(switched, (ins SwitchOp:$sw), (ins)),
                    (ins guard:$pred)),
               mnemonic # !if(typed, "${type}", "") #
                 !if(switched, "${sw}", "") #
                 !if(!empty(operands), "", " " # operands) # "${pred}"> {
  bits<4> type;
  bits<40> sw;
  bits<6> pred;
  let Pol = pred{5};
  let Pred = pred{4-0};
  // The old value of the destination becomes a tied operand.
  let hasPostISelHook = 1;
}

// The kinds of operands that forms are made of. Letter goes into record names.
// How index registers are masked: five bits, or a mask register, whose number
// stands in two of their places while the bit before them says so.
class MaskKind<string infix, DAGOperand op> {
  string Infix = infix;
  DAGOperand Op = op;
  bit IsReg = !ne(infix, "");
}
def MaskBits : MaskKind<"", DimMask>;
def MaskReg : MaskKind<"M_", MRF>;

class Kind<string letter, DAGOperand op> {
  string Letter = letter;
  DAGOperand Op = op;
  bit IsImm = !eq(letter, "IMM");
}
def KindS : Kind<"S", SRF>;
def KindSsrc : Kind<"S", SRFSrc>;
def KindV : Kind<"V", VRF>;
def KindVsrc : Kind<"V", VRFSrc>;
def KindSP : Kind<"SP", SPRF>;
def KindVP : Kind<"VP", VPRF>;
def KindI : Kind<"I", IRF>;
def KindAD : Kind<"AD", ADRF>;
def KindZ : Kind<"Z", ZRF>;
def KindD : Kind<"D", DRF>;
def KindA : Kind<"A", ARF>;
def KindImm : Kind<"IMM", Imm32>;
