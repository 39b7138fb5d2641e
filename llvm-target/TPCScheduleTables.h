//===-- TPCScheduleTables.h - Generated tables of TPCMachineModel -*- C++
//-*-==//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What utils/tpc-gen-schedule.py writes, and look-ups in it. For the files of
// TPCMachineModel alone.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCSCHEDULETABLES_H
#define LLVM_LIB_TARGET_TPC_TPCSCHEDULETABLES_H

#include "TPCMachineModel.h"
#include "llvm/CodeGen/Register.h"

namespace llvm {
namespace TPCTables {

/// Classes of one form under one type and one setting of its switches, by the
/// order of the operands in text.
struct SchedRow {
  uint8_t Result[6];
  uint8_t Port[6];
  uint8_t Pred, VectorPred; ///< ports of a scalar and of a vector guard
  uint8_t Carry;
};

struct SchedForm {
  uint16_t Opcode;
  uint16_t FirstRow; ///< in the index of rows: [type][switches]
  bool Typed;        ///< otherwise without [type]
  uint8_t NumSwitches;
  /// Place in the switch operand; -1: always clear, -2: always set.
  int8_t Switches[2];
  int8_t TypeOperand; ///< -1: none
  int8_t DefaultType;
  int8_t PredOperand;
  bool Accumulates; ///< reads the old value of its destination
  int8_t Text[10];  ///< place of an operand in text, -1: elsewhere
  uint8_t NumOperands;
  uint64_t Matches[2]; ///< bit set over the matches of rules
};

/// Opcodes that do the same in different slots, 0: no more.
struct SlotVariantList {
  uint16_t Opcodes[3];
};

/// Memories that do not see each other's accesses (MemorySpace records).
enum class MemorySpace : uint8_t {
  NONE,
  CONFIG,
  SCALAR,
  VECTOR,
  TENSOR,
  GLOBAL,
  TABLE
};

struct SpaceMatch {
  uint8_t Match;
  MemorySpace Space;
};

/// Null if the opcode has no record. HALT_KERNEL counts as the SPU's HALT.
const SchedForm *findSchedForm(unsigned Opcode);
const SlotVariantList *findVariants(unsigned Opcode);
const SchedRow *findRow(TPCOp Op);

/// Latencies of a result class by port classes.
ArrayRef<uint8_t> latencies(unsigned ResultClass);
unsigned getNumResults();
/// Stage in which a result class commits.
int getStage(unsigned ResultClass);
/// Stage in which a port class reads.
int getReadStage(unsigned PortClass);
unsigned getLoopIteratorResult();
unsigned getCarryResult();

ArrayRef<TPCDistanceRule> distanceRules();
ArrayRef<TPCBundleRule> bundleRules();
ArrayRef<SpaceMatch> memorySpaces();
/// Whether an operation is one of those that a rule speaks of.
bool matches(TPCOp Op, unsigned Match);

/// The code of the data type an operation works on, -1: none.
int getType(TPCOp Op, const SchedForm &Form);
/// The value of a switch, 0 if the operation does not have it.
unsigned getSwitch(const MachineInstr &MI, unsigned Group);
/// Index of the guard's register, -1: none.
int getPredOperand(const MachineInstr &MI);
bool isVectorPredicate(const MachineInstr &MI, Register Reg);

} // namespace TPCTables
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCSCHEDULETABLES_H
