//===-- TPCMachineModel.h - Timing and slots of machine code ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What schedulers have to know of the exposed pipeline, answered from tables
// that utils/tpc-gen-schedule.py makes of TPCSchedule.td, TPCSlotVariants.td
// and the instruction records.
//
// All distances are in bundles: 0 is the same bundle, 1 the next one. A
// distance is the least one that is allowed. Nothing here looks at register
// numbers: callers know which operands name the same register. Operands are
// numbered as in the MachineInstr; registers may be physical or virtual.
//
//   if Def at bundle d writes what Use at bundle u reads, d before u:
//       u - d >= getLatency(Def, DefIdx, Use, UseIdx)
//   if both write it:
//       d2 - d1 >= getDefDefDistance(Def1, Idx1, Def2, Idx2)
//   if Use comes first:
//       d - u >= getUseDefDistance(Use, UseIdx, Def, DefIdx)
//   whatever they access, for every older Op1 (at most orderDepth() bundles
//   back matter):
//       Op2 - Op1 >= getOrderDistance(Op1, Op2)
//       !isForbiddenDistance(Op1, Op2, Op2 - Op1)
//   if the order of their memory accesses matters:
//       Op2 - Op1 >= getMemoryDistance(Op1, Op2)
//
// A bundle reads all of its operands before it writes any. It sees the old
// value of a register that a later bundle writes, but must not read one while
// a write is in flight: the simulator's strict mode refuses that, and so do
// schedulers here.
//
// A result is tied to the old value of its destination if it leaves parts of
// it (guards, masks, halves). Only accumulators read that value; other
// operations merge into it, so that getLatency() from the older write is the
// distance of the two writes. What reads the merged value waits for all of the
// writes that are merged in it (isMergedValue()).
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCMACHINEMODEL_H
#define LLVM_LIB_TARGET_TPC_TPCMACHINEMODEL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>

namespace llvm {

class AAResults;
class MachineInstr;
class TPCSubtarget;

/// Figures of loops, jumps and memory, named as their records in
/// TPCSchedule.td are.
namespace TPCFigure {
#include "TPCGenScheduleNumbers.inc"
} // namespace TPCFigure

/// An operation in a slot: a MachineInstr, taken as if it had another opcode
/// of TPCMachineModel::getVariants().
struct TPCOp {
  const MachineInstr *MI;
  unsigned Opcode;

  TPCOp(const MachineInstr &MI);
  TPCOp(const MachineInstr &MI, unsigned Opcode) : MI(&MI), Opcode(Opcode) {}
};

/// Relations of DistanceRule records (TPCSchedule.td).
enum class TPCRule : uint8_t { NONE, SAME_DEST, USES_SRCD, MMIO, FALL_THROUGH };

/// The second operation stays away from the first one.
struct TPCDistanceRule {
  StringLiteral Record; ///< name of the TableGen record
  StringLiteral Text;
  uint8_t First, Second; ///< numbers of matches
  uint8_t Min;
  int8_t NotExactly; ///< a distance that is illegal, -1: none
  TPCRule Relation;
};

/// The two may not stand in one bundle.
struct TPCBundleRule {
  StringLiteral Record;
  StringLiteral Text;
  uint8_t A, B;
};

class TPCMachineModel {
public:
  /// \p STI selects the generation.
  explicit TPCMachineModel(const TPCSubtarget &STI);

  static constexpr unsigned NoClass = 0xff;

  /// Whether \p MI takes part in scheduling: an operation of a slot, LOOP or
  /// HALT_KERNEL. Debug values, labels, KILL, NOPs and pseudos do not.
  static bool isOperation(const MachineInstr &MI);
  /// NOP of any slot.
  static bool isNop(const MachineInstr &MI);
  static bool isLoop(const MachineInstr &MI);
  static bool isHalt(const MachineInstr &MI);
  /// Reads the tables of special functions.
  static bool isLookup(const MachineInstr &MI);

  /// \name Distances through registers
  /// @{

  /// From a result to an operand that reads it: 1 or more. \p UseIdx may be
  /// the guard, an implied register or the tied old value of a destination.
  /// An operand that is none of the record's (an implicit use that somebody
  /// added) gets the largest latency of the result.
  unsigned getLatency(TPCOp Def, unsigned DefIdx, TPCOp Use,
                      unsigned UseIdx) const;
  /// The largest latency that a result has for any operand.
  unsigned getWorstLatency(TPCOp Def, unsigned DefIdx) const;
  /// The largest of all latencies.
  unsigned getMaxLatency() const;
  /// Both write the same register: results land in order.
  unsigned getDefDefDistance(TPCOp First, unsigned FirstIdx, TPCOp Second,
                             unsigned SecondIdx) const;
  /// \p Use reads the value that \p Def replaces.
  unsigned getUseDefDistance(TPCOp Use, unsigned UseIdx, TPCOp Def,
                             unsigned DefIdx) const;
  /// Whether operand \p UseIdx is the tied old value of a destination that is
  /// merged and not read.
  bool isMergedValue(TPCOp Op, unsigned UseIdx) const;
  /// Whether the vector pipe reads the operand, long after the scalar pipe has
  /// issued: iterators of loops must not change before it has (facts 5.6).
  bool isReadLate(TPCOp Use, unsigned UseIdx) const;
  /// The carry flag, which is no operand: whether \p Op reads it; latency from
  /// the last operation that may have set it (sets: SPU or VPU ADD and SUB).
  bool readsCarry(TPCOp Op) const;
  bool writesCarry(TPCOp Op) const;
  unsigned getCarryLatency(TPCOp Def, TPCOp Use) const;
  /// @}

  /// \name Rules on pairs of operations (facts 5.5)
  /// @{
  unsigned getOrderDistance(TPCOp First, TPCOp Second,
                            bool FallThrough = false) const;
  bool isForbiddenDistance(TPCOp First, TPCOp Second, unsigned Distance,
                           bool FallThrough = false) const;
  /// Rules look back this far.
  unsigned orderDepth() const { return Depth; }
  /// Whether an operation can be the first or the second one of a rule other
  /// than that on one destination.
  bool startsRule(TPCOp Op) const;
  bool endsRule(TPCOp Op) const;
  /// Calls \p Fn for every rule that the pair falls under; SAME_DEST and
  /// FALL_THROUGH hold if the caller says so.
  void forEachRule(TPCOp First, TPCOp Second, bool SameDest, bool FallThrough,
                   function_ref<void(const TPCDistanceRule &)> Fn) const;
  /// Both access the same memory and one of them writes it.
  unsigned getMemoryDistance(TPCOp First, TPCOp Second) const;
  /// Whether the order of two operations matters because of what they do
  /// besides writing registers: memory that may be the same, configuration
  /// registers, ASO and caches, random numbers. \p AA may help with local
  /// memory.
  bool isOrdered(const MachineInstr &First, const MachineInstr &Second,
                 AAResults *AA = nullptr) const;
  /// Whether isOrdered() can hold for the operation and another one that has
  /// effects, or, for configures(), any other one.
  static bool hasEffects(const MachineInstr &MI);
  static bool configures(const MachineInstr &MI);
  /// @}

  /// \name Slots
  /// @{

  /// TPC::Slot of an opcode (LoopSlot: the whole bundle).
  static unsigned getSlot(unsigned Opcode);
  /// Opcodes that do the same as \p MI, its own one first. The slot follows
  /// from the opcode.
  SmallVector<unsigned, 3> getVariants(const MachineInstr &MI) const;
  /// Turns \p MI into another variant.
  void setVariant(MachineInstr &MI, unsigned Opcode) const;

  /// Whether two operations fit into one bundle, dependences aside: slots,
  /// shared fields, the immediate, guards, rules. \p Why gets the reason.
  bool canShare(TPCOp A, TPCOp B, std::string *Why = nullptr) const;
  /// Whether the slots of two opcodes have one field for their guards.
  bool shareGuard(unsigned OpcodeA, unsigned OpcodeB) const;
  /// Whether \p Op fits into a bundle that holds \p Bundle.
  bool canAdd(ArrayRef<TPCOp> Bundle, TPCOp Op) const;
  /// @}

private:
  const TPCSubtarget &STI;
  unsigned Depth = 0;
  unsigned MaxLatency = 0;

  unsigned getResultClass(TPCOp Def, unsigned DefIdx) const;
  unsigned getPortClass(TPCOp Use, unsigned UseIdx) const;
  bool isUserOfRegisters(const MachineInstr &A, const MachineInstr &B) const;
  bool fieldsAgree(TPCOp A, TPCOp B, std::string *Why) const;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCMACHINEMODEL_H
