//===-- TPCMachine.td - sizes and control words of a TPC ----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What differs between generations outside of the instruction encodings: sizes
// of memories, the registers that loops and tensor accesses use by themselves,
// and the layout of the control words that instructions read from registers.
//
// schedgen.py makes tpc/machine_gen.h and the tables of tpc_machine_get() from
// it. Every int field of TPCMachine becomes a member of struct tpc_machine (in
// lower case, with underscores); a WordField becomes <name>_lsb and
// <name>_width.
//
//===----------------------------------------------------------------------===//

// A number that is the same everywhere: TPC_<Name>.
class MachineCode<string name, int value, string doc> {
  string Name = name;
  int Value = value;
  string Doc = doc;
}

// The kernel ABI (facts 6.3).
def : MachineCode<"ABI_SCALARS", 31, "scalar parameters in registers, from S0">;

// Rounding codes (facts 4.10; LLVM H/tpc-defs.h). Goya numbers them another
// way: its records will map them.
def : MachineCode<"ROUND_RHNE", 0, "nearest, ties to even">;
def : MachineCode<"ROUND_RZ", 1, "towards zero">;
def : MachineCode<"ROUND_RU", 2, "towards plus infinity">;
def : MachineCode<"ROUND_RD", 3, "towards minus infinity">;
def : MachineCode<"ROUND_SR", 4, "stochastic">;
def : MachineCode<"ROUND_CSR", 5, "as the rounding register says">;
def : MachineCode<"ROUND_RHAZ", 6, "nearest, ties away from zero">;

// LOOP's comparison field (facts 4.5).
def : MachineCode<"LOOP_GRT", 0, ">">;
def : MachineCode<"LOOP_GEQ", 1, ">=">;
def : MachineCode<"LOOP_LESS", 2, "<">;
def : MachineCode<"LOOP_LEQ", 3, "<=">;
def : MachineCode<"LOOP_EQ", 4, "==">;
def : MachineCode<"LOOP_NEQ", 5, "!=">;

// LOOP's flags field, bit numbers (facts 4.5).
def : MachineCode<"LOOP_FLAG_START_IMM", 0, "the start is an immediate">;
def : MachineCode<"LOOP_FLAG_BOUND_IMM", 1, "the bound is an immediate">;
def : MachineCode<"LOOP_FLAG_STEP_IMM", 2, "the step is an immediate">;
def : MachineCode<"LOOP_FLAG_ONCE", 3, "repeat at most once">;

// Operation of a reduction store (facts 7.1, 7.2).
def : MachineCode<"RMW_ADD", 0, "memory + value">;
def : MachineCode<"RMW_SUB", 1, "memory - value">;
def : MachineCode<"RMW_MIN", 2, "smaller one">;
def : MachineCode<"RMW_MAX", 3, "larger one">;
def : MachineCode<"RMW_MAX_0_ADD", 4, "max(memory + value, 0)">;

// Data types of descriptors, reduction words and GEN_ADDR (facts 2.8): code,
// enum tpc_type, bytes of an element.
class MemoryType<int number, string type> {
  int Code = number;
  string Type = type;
}
def : MemoryType<0, "I8">;
def : MemoryType<1, "I16">;
def : MemoryType<2, "I32">;
def : MemoryType<3, "U8">;
def : MemoryType<4, "U16">;
def : MemoryType<5, "U32">;
def : MemoryType<6, "BF16">;
def : MemoryType<7, "F32">;
def : MemoryType<8, "F16">;
def : MemoryType<9, "F8_152">;
def : MemoryType<10, "F8_143">;

class WordField<int lsb, int width> {
  int Lsb = lsb;
  int Width = width;
}

class TPCMachine<string gen> {
  string Gen = gen;
  // The compiler makes code for it.
  bit IsCompiled = 0;
  // Local memories in bytes (facts 1.3).
  int SlmSize = 0;
  int VlmSize = 0;
  int VlmSizeSmall = 0;
  int Tensors = 0;
  // Register files (facts 2.1).
  int NumS = 36;
  int NumV = 40;
  int NumSp = 16;
  int NumVp = 16;
  int NumI = 32;
  int NumAd = 8;
  // Hardware loops (facts 5.6): depth and iterator of the outermost one.
  int LoopDepth = 4;
  int LoopIterator = 32;
  // SRF registers that tensor accesses read by themselves (facts 2.3).
  int LoadTensorReg = -1;
  int StoreTensorReg = -1;
  int RmwReg = -1;
  int LoadPartialReg = -1;
  int StorePartialReg = -1;
  // Reduction word and partial word (facts 7.2).
  WordField RmwType = ?;
  WordField RmwOp = ?;
  WordField RmwSet = ?;
  WordField RmwDescriptorType = ?;
  WordField PartialSize = ?;   // elements minus one
  WordField PartialOffset = ?; // elements
  // Special-function tables (facts 3.4): bits of the function id that choose
  // the table kind, and bytes of a function's slot in each kind.
  WordField LookupKind = ?;
  WordField LookupSlot = ?;
  int LookupSlotBytes256 = 0;
  int LookupSlotBytes128 = 0;
  int LookupSlotBytes64 = 0;
  int LookupSlotBytes32 = 0;
  // Random numbers (facts 8.6): reset value of the polynomial.
  int LfsrPolynom = 0x800002CC;
  // Hardware register number of the program counter (facts 2.3).
  int PcHwReg = 0;
}

def GoyaMachine : TPCMachine<"goya"> {
  let SlmSize = 1024;
  let VlmSize = 81920;
  let VlmSizeSmall = 16384;
  let Tensors = 8;
  let LookupKind = WordField<4, 2>;
  let LookupSlot = WordField<0, 4>;
  let LookupSlotBytes256 = 3328;
  let LookupSlotBytes128 = 1664;
  let LookupSlotBytes64 = 896;
  let LookupSlotBytes32 = 512;
}

class GaudiSizes<string gen> : TPCMachine<gen> {
  let SlmSize = 1024;
  let VlmSize = 81920;
  let VlmSizeSmall = 16384;
  let Tensors = 16;
  let LoadTensorReg = 27;
  let StoreTensorReg = 28;
  let RmwReg = 29;
  let LoadPartialReg = 30;
  let StorePartialReg = 31;
  let RmwType = WordField<0, 4>;
  let RmwOp = WordField<4, 2>;
  let RmwSet = WordField<6, 1>;
  let RmwDescriptorType = WordField<7, 1>;
  let PartialSize = WordField<0, 8>;
  let PartialOffset = WordField<8, 8>;
  let LookupKind = WordField<7, 2>;
  let LookupSlot = WordField<0, 7>;
  let LookupSlotBytes256 = 3328;
  let LookupSlotBytes128 = 1664;
  let LookupSlotBytes64 = 896;
  let LookupSlotBytes32 = 512;
}
def GaudiMachine : GaudiSizes<"gaudi"> {
  let IsCompiled = 1;
}
def GaudiBMachine : GaudiSizes<"gaudib">;
// From Greco on tensor accesses read hardware registers instead of S27 to S31.
class GrecoSizes<string gen> : GaudiSizes<gen> {
  let LoadTensorReg = -1;
  let StoreTensorReg = -1;
  let RmwReg = -1;
  let LoadPartialReg = -1;
  let StorePartialReg = -1;
}
def GrecoMachine : GrecoSizes<"greco"> {
  let SlmSize = 2048;
}
def Gaudi2Machine : GrecoSizes<"gaudi2"> {
  let SlmSize = 16384;
  let RmwOp = WordField<4, 3>;
  let RmwSet = WordField<8, 1>;
}
