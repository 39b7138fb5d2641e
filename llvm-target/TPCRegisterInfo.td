//===-- TPCRegisterInfo.td - TPC register files ------------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Register files, register groups, the registers that are only names in text,
// and the numbers by which operand fields name them (operand spaces).
//
// HWEncoding is the number of a register inside its file; for groups it is the
// number of the first member. What an operand field holds is that number plus
// the base of the file in the operand space of the field, see CodeRange below.
//
// Sources: LLVM T/TPCRegisterInfo.td, T/TPCRegisterInfo.cpp,
// T/MCTargetDesc/TPCMCCodeEmitter.cpp.
//
//===----------------------------------------------------------------------===//

let Namespace = "TPC" in {
  def sub_s0 : SubRegIndex<32, 0>;
  def sub_s1 : SubRegIndex<32, 32>;
  def sub_0 : SubRegIndex<2048, 0>;
  def sub_1 : SubRegIndex<2048, 2048>;
  def sub_2 : SubRegIndex<2048, 4096>;
  def sub_3 : SubRegIndex<2048, 6144>;
}

class TPCReg<bits<16> num, string n, list<string> alt = []> : Register<n, alt> {
  let Namespace = "TPC";
  let HWEncoding = num;
}

class TPCRegGroup<bits<16> num, string n, list<Register> members,
                  list<SubRegIndex> indices> : RegisterWithSubRegs<n, members> {
  let Namespace = "TPC";
  let HWEncoding = num;
  let SubRegIndices = indices;
  let CoveredBySubRegs = 1;
}

foreach i = 0...35 in def S#i : TPCReg<i, "S"#i>;
foreach i = 0...39 in def V#i : TPCReg<i, "V"#i>;
// SP0 and VP0 are always true (facts 6.1).
let isConstant = true in {
  def SP0 : TPCReg<0, "SP0">;
  def VP0 : TPCReg<0, "VP0">;
}
foreach i = 1...15 in def SP#i : TPCReg<i, "SP"#i>;
foreach i = 1...15 in def VP#i : TPCReg<i, "VP"#i>;
foreach i = 0...31 in def I#i : TPCReg<i, "I"#i>;
foreach i = 0...7 in def AD#i : TPCReg<i, "AD"#i>;

foreach i = !range(0, 36, 2) in def Z#i
    : TPCRegGroup<
          i, "Z"#i, [!cast<Register>("S"#i), !cast<Register>("S"#!add(i, 1))],
          [sub_s0, sub_s1]>;
foreach i = !range(0, 40, 2) in def D#i
    : TPCRegGroup<
          i, "D"#i, [!cast<Register>("V"#i), !cast<Register>("V"#!add(i, 1))],
          [sub_0, sub_1]>;
foreach i = !range(0, 40, 4) in def A#i
    : TPCRegGroup<i, "A"#i,
                  [!cast<Register>("V"#i), !cast<Register>("V"#!add(i, 1)),
                   !cast<Register>("V"#!add(i, 2)),
                   !cast<Register>("V"#!add(i, 3))],
                  [sub_0, sub_1, sub_2, sub_3]>;

// Special sources. HWEncoding is the index in enum tpc_v_special and enum
// tpc_s_special (tpc/isa.h), their codes are in the operand spaces.
def S_LFSR : TPCReg<0, "S_LFSR">;
def S_LFSR_NO_CHANGE : TPCReg<1, "S_LFSR_NO_CHANGE">;
def LFSR : TPCReg<0, "LFSR">;
def LFSR_NO_CHANGE : TPCReg<1, "LFSR_NO_CHANGE">;
let isConstant = true in {
  def V_LANE_ID_32 : TPCReg<2, "V_LANE_ID_32">;
  def V_LANE_ID_16 : TPCReg<3, "V_LANE_ID_16">;
  def V_LANE_ID_8 : TPCReg<4, "V_LANE_ID_8">;
}

// Hardware registers of MOV (HW_REG switch), by their numbers. The reference
// assembler names all of them before greco too, where only PC is known to
// exist (assumed: the others read as unspecified there).
def PC : TPCReg<0, "PC">;
def DIV_STEP : TPCReg<1, "DIV_STEP">;
def S_CARRY : TPCReg<2, "S_CARRY">;
def V_CARRY : TPCReg<3, "V_CARRY">;
foreach i = 0...3 in def IRF_DIM_MASK#i : TPCReg<!add(4, i), "M"#i>;
def LD_TNSR_ID_REG : TPCReg<8, "LD_TNSR_ID_REG">;
def ST_TNSR_ID_REG : TPCReg<9, "ST_TNSR_ID_REG">;
def ST_RMW_REG : TPCReg<10, "ST_RMW_REG">;
def LD_PARTIAL_REG : TPCReg<11, "LD_PARTIAL_REG">;
def ST_PARTIAL_REG : TPCReg<12, "ST_PARTIAL_REG">;
def ZP_REG : TPCReg<13, "ZP_REG">;
foreach i = 0...7 in {
  def SQZ_CNTR#i#_LO : TPCReg<!add(16, i, i), "SQZ_CNTR"#i#"_LO">;
  def SQZ_CNTR#i#_HI : TPCReg<!add(17, i, i), "SQZ_CNTR"#i#"_HI">;
}

// The counters of ST_TNSR_SQZ as wholes: no registers of MOV, so numbers that
// it does not have.
foreach i = 0...7 in def SQZ_CNTR#i : TPCReg<!add(32, i), "SQZ_CNTR"#i>;

//===----------------------------------------------------------------------===//
// Register classes
//===----------------------------------------------------------------------===//

class TPCRegClass<list<ValueType> types, int align, dag members>
    : RegisterClass<"TPC", types, align, members>;

def SRF : TPCRegClass<[i32, f32, bf16, i16, i8], 32, (sequence "S%u", 0, 35)>;
def SPRF : TPCRegClass<[i1], 8, (sequence "SP%u", 0, 15)>;
def VRF : TPCRegClass<[v64i32, v64f32, v128i16, v128bf16, v256i8], 2048,
                      (sequence "V%u", 0, 39)>;
// Elements of 16 and 32 bits have two and four of the bits.
def VPRF : TPCRegClass<[v256i1, v128i1, v64i1], 256, (sequence "VP%u", 0, 15)>;
def IRF : TPCRegClass<[v5i32], 32, (sequence "I%u", 0, 31)>;
// Addresses carry attributes besides the 64 address bits.
def ADRF : TPCRegClass<[x86mmx], 64, (sequence "AD%u", 0, 7)>;

let Size = 64 in def ZRF
    : TPCRegClass<[i64, v2i32], 32, (add(sequence "Z%u", 0, 34, 2))>;
let Size = 4096 in def DRF
    : TPCRegClass<[untyped], 2048, (add(sequence "D%u", 0, 38, 2))>;
let Size = 8192 in def ARF
    : TPCRegClass<[untyped], 2048, (add(sequence "A%u", 0, 36, 4))>;

// What a source operand may name besides the plain registers of its file.
let isAllocatable = 0 in {
  def SSpecial : TPCRegClass<[i32], 32, (add S_LFSR, S_LFSR_NO_CHANGE)>;
  def VSpecial : TPCRegClass<[v64i32], 2048,
                             (add LFSR, LFSR_NO_CHANGE, V_LANE_ID_32,
                                 V_LANE_ID_16, V_LANE_ID_8)>;
  // What MOV writes besides the plain registers: a seed.
  def LfsrDst : TPCRegClass<[v64i32], 2048, (add LFSR)>;
  def SRFSrc : TPCRegClass<[i32, f32, bf16, i16, i8], 32, (add SRF, SSpecial)>;
  def VRFSrc : TPCRegClass<[v64i32, v64f32, v128i16, v128bf16, v256i8], 2048,
                           (add VRF, VSpecial)>;
  // A guard of the VPU and LOAD slots: scalar or vector predicate.
  let Size = 256 in def PRF : TPCRegClass<[untyped], 256, (add SPRF, VPRF)>;
  // Hardware registers as MOV sources, scalar and vector ones.
  def HSRF : TPCRegClass<[i32], 32,
                         (add PC, DIV_STEP, S_CARRY,
                             (sequence "IRF_DIM_MASK%u", 0, 3), LD_TNSR_ID_REG,
                             ST_TNSR_ID_REG, ST_RMW_REG, LD_PARTIAL_REG,
                             ST_PARTIAL_REG, (sequence "SQZ_CNTR%u_LO", 0, 7),
                             (sequence "SQZ_CNTR%u_HI", 0, 7))>;
  def HSPRF : TPCRegClass<[i1], 8, (add S_CARRY)>;
  def HVPRF : TPCRegClass<[v256i1], 256, (add V_CARRY)>;
  def HZRF : TPCRegClass<[v64i32], 2048, (add ZP_REG)>;
  // Dimension masks of instructions on index registers.
  def MRF : TPCRegClass<[i32], 32, (sequence "IRF_DIM_MASK%u", 0, 3)>;
  // Registers that an operation reads by itself and text names.
  def DivStepReg : TPCRegClass<[i32], 32, (add DIV_STEP)>;
  def ZpReg : TPCRegClass<[v64i32], 2048, (add ZP_REG)>;
  def HwTnsrRegLd : TPCRegClass<[i32], 32, (add LD_TNSR_ID_REG)>;
  def HwTnsrRegSt : TPCRegClass<[i32], 32, (add ST_TNSR_ID_REG)>;
  def HwRmwReg : TPCRegClass<[i32], 32, (add ST_RMW_REG)>;
  def HwPartialRegLd : TPCRegClass<[i32], 32, (add LD_PARTIAL_REG)>;
  def HwPartialRegSt : TPCRegClass<[i32], 32, (add ST_PARTIAL_REG)>;
  def SqzRF : TPCRegClass<[i32], 32, (sequence "SQZ_CNTR%u", 0, 7)>;
  def HVRF : TPCRegClass<[v64i32], 2048, (add V_CARRY, ZP_REG)>;

  // One register each: read implicitly by tensor accesses before greco and
  // only named in text (facts 2.3). ST_RMW_REG is another name of S29 there.
  def TnsrRegLd : TPCRegClass<[i32], 32, (add S27)>;
  def TnsrRegSt : TPCRegClass<[i32], 32, (add S28)>;
  def RMWReg : TPCRegClass<[i32], 32, (add S29)>;
  def OffsSizeRegLd : TPCRegClass<[i32], 32, (add S30)>;
  def OffsSizeRegSt : TPCRegClass<[i32], 32, (add S31)>;
}

//===----------------------------------------------------------------------===//
// Operand spaces: which code names which register in an operand field
//===----------------------------------------------------------------------===//
//
// File is an enumerator of enum tpc_file without its prefix. A code c with
// Base <= c < Base + Count names register First + c - Base.

class OperandSpace<int width> { int Width = width; }

// Of fields that name no registers.
def NoSpace : OperandSpace<0>;

class CodeRange<OperandSpace space, string file, int base, int count> {
  OperandSpace Space = space;
  string File = file;
  int Base = base;
  int Count = count;
}

// The code that means "the immediate field of the bundle".
class ImmCode<OperandSpace space, int number> {
  OperandSpace Space = space;
  int Number = number;
}

// Small immediates that the field itself names, from greco on (facts 2.7):
// First, First + 1, ... have the codes from Base on. Signed says that operands
// which are signed numbers may use them too.
class ShortImm<OperandSpace space, int first, int base, int count,
               bit isSigned> {
  OperandSpace Space = space;
  int First = first;
  int Base = base;
  int Count = count;
  bit Signed = isSigned;
}
multiclass ShortImms<OperandSpace space> {
  def : ShortImm<space, 0, 112, 8, 1>;
  def : ShortImm<space, 8, 120, 7, 0>;
  def : ShortImm<space, 15, 111, 1, 0>;
}

// SPU operand fields (LLVM T/TPCRegisterInfo.cpp).
//
//   0..35  40,41        48..63   64..95   96..103  111..126  127
//   S      S specials   SP       I        AD       short     immediate
multiclass SpuCodes<OperandSpace space> {
  def : CodeRange<space, "S", 0, 36>;
  def : CodeRange<space, "S_SPECIAL", 40, 2>;
  def : CodeRange<space, "SP", 48, 16>;
  def : CodeRange<space, "I", 64, 32>;
  def : CodeRange<space, "AD", 96, 8>;
  def : ImmCode<space, 127>;
}
def SpuSpace : OperandSpace<7>; // goya, gaudi
defm : SpuCodes<SpuSpace>;
def ShortSpuSpace : OperandSpace<7>; // greco, gaudi2
defm : SpuCodes<ShortSpuSpace>;
defm : ShortImms<ShortSpuSpace>;

// VPU, LOAD and STORE operand fields.
//
//   0..39  40..44       64..99  104,105     111..126  127        128..159
//   V      V specials   S       S specials  short     immediate  I
//   160..167  224..239  240..255
//   AD        SP        VP
multiclass VecCodes<OperandSpace space> {
  def : CodeRange<space, "V", 0, 40>;
  def : CodeRange<space, "V_SPECIAL", 40, 5>;
  def : CodeRange<space, "S", 64, 36>;
  def : CodeRange<space, "S_SPECIAL", 104, 2>;
  def : CodeRange<space, "I", 128, 32>;
  def : CodeRange<space, "AD", 160, 8>;
  def : CodeRange<space, "SP", 224, 16>;
  def : CodeRange<space, "VP", 240, 16>;
  def : ImmCode<space, 127>;
}
def VecSpace : OperandSpace<8>; // goya, gaudi
defm : VecCodes<VecSpace>;
def ShortVecSpace : OperandSpace<8>; // greco, gaudi2
defm : VecCodes<ShortVecSpace>;
defm : ShortImms<ShortVecSpace>;

// LOOP: start and bound use SpuSpace, the step is a plain scalar register.
def LoopStepSpace : OperandSpace<6>;
def : CodeRange<LoopStepSpace, "S", 0, 36>;

// Predicate fields: 4 bits in the SPU, 5 bits elsewhere.
def SpuPredSpace : OperandSpace<4>;
def : CodeRange<SpuPredSpace, "SP", 0, 16>;
def PredSpace : OperandSpace<5>;
def : CodeRange<PredSpace, "SP", 0, 16>;
def : CodeRange<PredSpace, "VP", 16, 16>;
