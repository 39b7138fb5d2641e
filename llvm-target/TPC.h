//===-- TPC.h - Passes of the TPC code generator ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPC_H
#define LLVM_LIB_TARGET_TPC_TPC_H

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "llvm/Support/CodeGen.h"

namespace llvm {

class Function;
class FunctionPass;
class IRBuilderBase;
class Instruction;
class MachineInstr;
class Module;
class ModulePass;
class PassRegistry;
class TargetMachine;
class ShuffleVectorInst;
class TPCTargetMachine;
class Value;

namespace TPCAS {
/// Address spaces of pointers (facts 3.1).
enum : unsigned { Generic = 0, Scalar = 1, Vector = 2, Global = 3 };
} // namespace TPCAS

/// Bits of a vector register.
constexpr unsigned TPCVectorBits = 2048;

namespace TPC {
/// Figures of the kernel ABI (TPCMachine.td). ABI_SCALARS: scalar parameters
/// in registers.
enum : unsigned {
#define TPC_ABI(NAME, VALUE) ABI_##NAME = VALUE,
#include "TPCGenMachine.inc"
#undef TPC_ABI
};
/// Units of scalar and of vector local memory.
constexpr unsigned WordBytes = 4, VectorBytes = TPCVectorBits / 8;
/// Of a coordinate, and the mask that names all of them.
constexpr unsigned NumDims = 5, AllDims = (1u << NumDims) - 1;
/// Vectors of more elements live in vector registers.
constexpr unsigned MaxSmallVector = 32;
/// An operation of our own on <64 x i32>, as a call.
constexpr char MulHighName[] = "llvm.tpc.umulh.v64i32";
} // namespace TPC

/// Leaves nothing of a kernel with errors that later stages could stumble on,
/// and marks it (attribute "tpc-error").
void dropKernelBody(Function &F);
/// Erases instructions that something else stands for, but those that others
/// still need: TPCCheckIR reports these.
void eraseReplaced(SmallVectorImpl<Instruction *> &Dead);

namespace TPC {
/// Keeps sums in order that set or read the carry flag, if one reads it.
void orderCarries(Module &M);
/// Whether an intrinsic is one of these.
bool isOrderedSum(const Function &Kernel, StringRef Mnemonic);
/// Their machine instructions read and write the flag's register.
void addCarryOperands(MachineInstr &MI);
} // namespace TPC

/// One function is left: the kernel. Everything it calls becomes part of it.
ModulePass *createTPCInlineAllPass();
/// Gives the values of inline assembly the types of registers.
FunctionPass *createTPCAsmOperandsPass();
/// Loads the scalar parameters that have no register.
ModulePass *createTPCKernelArgumentsPass();
/// Gives global variables and arrays on the stack their places in local memory.
ModulePass *createTPCPlaceDataPass();
/// From -O1: what the loops of the IR need before selection.
ModulePass *createTPCOptimizeIRPass(TargetMachine &TM);
/// Chooses between coordinates where a choice is between global addresses.
FunctionPass *createTPCGlobalAddressesPass();
/// Finds the local memory that a number used as an address belongs to.
FunctionPass *createTPCLocalAddressesPass();
FunctionPass *createTPCAddressNumbersPass();
/// Gives groups of vectors the form that type legalization splits.
FunctionPass *createTPCGroupsPass();
/// Whether whole registers move between groups, and no single lanes.
bool isGroupShuffle(const ShuffleVectorInst &Shuffle);
/// Accesses to local memory become those that exist.
FunctionPass *createTPCLowerMemoryPass();
/// Vectors that fill no register get wider lanes or more of them.
FunctionPass *createTPCPromoteLanesPass();
/// Conversions between widths of lanes, and operations on groups of vectors
/// and predicates that move lanes, become operations on registers.
FunctionPass *createTPCLaneWidthsPass();
/// One step of llvm.vector.reduce.*, null if \p ID is none of these.
Value *combineReduced(IRBuilderBase &B, unsigned ID, Value *X, Value *Y);
/// Lanes that are taken out of vectors and put into others stay in vectors.
FunctionPass *createTPCLaneValuesPass();
/// Vectors of a few elements become these.
FunctionPass *createTPCScalarizeSmallPass();
/// Divisions, conversions and others become what the machine has.
FunctionPass *createTPCExpandArithmeticPass();
/// Reports what instruction selection cannot lower, with source locations.
FunctionPass *createTPCCheckIRPass();

FunctionPass *createTPCISelDag(TPCTargetMachine &TM, CodeGenOptLevel OptLevel);
/// Puts vectors that loops do not change in front of them.
FunctionPass *createTPCHoistConstantsPass();
void initializeTPCHoistConstantsPass(PassRegistry &);
/// Turns small ifs into guarded operations.
FunctionPass *createTPCIfConversionPass();
/// Turns loops that count into LOOP and LOOP_END.
FunctionPass *createTPCHardwareLoopsPass();
/// Turns the text of inline assembly into bundles.
FunctionPass *createTPCInlineAsmPass();
/// Overlaps the iterations of innermost hardware loops.
FunctionPass *createTPCPipelinerPass();
void initializeTPCPipelinerPass(PassRegistry &);
/// Makes bundles. \p InOrder is the -O0 way: one operation a bundle, in the
/// order of the code.
FunctionPass *createTPCPacketizerPass(bool InOrder = false);
void initializeTPCPacketizerPass(PassRegistry &);
/// Reports finished code that breaks a rule of the machine.
FunctionPass *createTPCVerifyBundlesPass();
void initializeTPCVerifyBundlesPass(PassRegistry &);

void initializeTPCHardwareLoopsPass(PassRegistry &);
void initializeTPCIfConversionPass(PassRegistry &);

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPC_H
