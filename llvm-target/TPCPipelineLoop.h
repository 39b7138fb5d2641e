//===-- TPCPipelineLoop.h - A loop body to be pipelined ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The parts of TPCPipeliner:
//
//   PipelineLoop       operations of the body, the values they exchange, and
//                      the dependences between them
//   PipelineResources  the reservation table: slots and rules on distances
//   allocateRegisters  registers of the values in a schedule
//
// The code comes after register allocation. Values that live within an
// iteration are free to move to other registers, so only true dependences of
// theirs count; a value that the next iteration reads, or the code behind the
// loop, stays where it is. All values of one web share a register.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCPIPELINELOOP_H
#define LLVM_LIB_TARGET_TPC_TPCPIPELINELOOP_H

#include "TPCMachineModel.h"
#include "TPCModuloSchedule.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"

namespace llvm {

namespace TPC {

/// An operand of an operation of the body.
struct OperandRef {
  unsigned Op;
  unsigned Idx;
};

/// What a register unit holds from one write to the next.
struct UnitValue {
  static constexpr int None = -1;

  MCRegUnit Unit;
  bool IsEntry = false;    ///< comes from the iteration before, or from outside
  OperandRef Def = {0, 0}; ///< not of an entry value
  int Merges = None;       ///< value of which parts shine through
  SmallVector<OperandRef, 4> Uses;
  unsigned Web = 0;
};

/// Values that share a register.
struct Web {
  MCRegister Reg;         ///< where the values are before renaming
  bool Pinned = false;    ///< has to stay there
  bool Invariant = false; ///< no operation of the body writes it
  SmallVector<unsigned, 4> Values;
  SmallVector<OperandRef, 8> Operands;
};

class PipelineLoop {
public:
  /// The operations \p Body in their order. Registers that are live behind the
  /// loop are the units \p LiveOut.
  PipelineLoop(ArrayRef<MachineInstr *> Body, const BitVector &LiveOut,
               const TPCMachineModel &Model, const TargetRegisterInfo &TRI,
               const BitVector &Reserved);

  /// Why the body cannot be pipelined; empty if it can.
  StringRef getObstacle() const { return Obstacle; }

  ArrayRef<MachineInstr *> ops() const { return Ops; }
  ArrayRef<UnitValue> values() const { return Values; }
  ArrayRef<Web> webs() const { return Webs; }
  /// Number of the web of an operand, -1 if it belongs to none: a constant.
  int getWeb(OperandRef Ref) const {
    auto It = WebOf.find({Ref.Op, Ref.Idx});
    return It == WebOf.end() ? -1 : It->second;
  }
  const ModuloProblem &getProblem() const { return Problem; }

  /// Smallest latency of an operand that is legal for all variants.
  unsigned getLatency(OperandRef Def, OperandRef Use) const;
  unsigned getDefDefDistance(OperandRef First, OperandRef Second) const;

private:
  const TPCMachineModel &Model;
  const TargetRegisterInfo &TRI;
  const BitVector &Reserved;
  StringRef Obstacle;
  std::vector<MachineInstr *> Ops;
  std::vector<SmallVector<unsigned, 3>> Variants;
  std::vector<UnitValue> Values;
  std::vector<Web> Webs;
  DenseMap<std::pair<unsigned, unsigned>, int> WebOf;
  ModuloProblem Problem;
  /// While values are collected: value of a unit at this point, and at entry.
  DenseMap<MCRegUnit, int> Current, Entry;
  std::vector<unsigned> Leader; ///< union-find on values

  bool isConstant(MCRegister Reg) const;
  unsigned findLeader(unsigned Value);
  void join(unsigned A, unsigned B);
  unsigned addValue(MCRegUnit Unit);
  void collectUses(unsigned Op);
  void collectDefs(unsigned Op);
  void joinOperand(const MachineOperand &MO);
  void closeCircle();
  void joinPinned(const BitVector &LiveOut);
  void makeWebs(const BitVector &LiveOut);
  void nameWeb(Web &W) const;
  void addRegisterEdges();
  void addValueEdges(ArrayRef<unsigned> Chain);
  void addReads(unsigned From, const UnitValue &Of, unsigned Distance);
  void addMemoryEdges();
};

/// The reservation table for the operations of a loop.
class PipelineResources : public ModuloResources {
public:
  /// \p Start: the LOOP in front of the body.
  PipelineResources(const PipelineLoop &Loop, const MachineInstr &Start,
                    const TPCMachineModel &Model);

  void reset(unsigned II) override;
  bool place(unsigned Node, int Cycle) override;
  void remove(unsigned Node) override;
  void findBlockers(unsigned Node, int Cycle,
                    SmallVectorImpl<unsigned> &Blockers) const override;

  /// Lower bound of II from the slots alone.
  unsigned getBound() const;
  /// Another one, from operations that rules keep out of each other's rows;
  /// takes longer.
  unsigned findRowBound();
  /// The opcode that the slot of a placed operation asks for.
  unsigned getOpcode(unsigned Node) const;

private:
  using Row = SmallVector<unsigned, 4>;

  const PipelineLoop &Loop;
  const TPCMachineModel &Model;
  unsigned II = 1;
  std::vector<SmallVector<unsigned, 3>> Variants;
  std::vector<unsigned> FirstVariant; ///< number of a node's first variant
  std::vector<unsigned> Chosen;       ///< variant of a placed node
  std::vector<int> RowOf;             ///< -1: not placed
  std::vector<Row> Rows;
  std::vector<int> OnlySlot;    ///< of the node's one variant, else -1
  std::vector<bool> AvoidsLast; ///< may not stand in the last row
  /// Bit R: the node may not stand in row R, too close to LOOP.
  std::vector<uint16_t> AvoidsFirst;
  /// Whether two variants share a bundle, as far as somebody asked.
  std::vector<int8_t> Shares;
  unsigned NumVariants = 0;
  /// Bit D of [A * n + B]: B may not follow A by D bundles.
  std::vector<uint16_t> Forbidden;
  static constexpr unsigned MaskBits = 16;
  std::vector<SmallVector<unsigned, 4>> Near; ///< nodes with such a rule

  bool share(unsigned VariantA, unsigned VariantB);
  bool keepGuard(unsigned A, TPCOp OpA, unsigned B, TPCOp OpB) const;
  bool assign(const Row &Nodes, unsigned Index, SmallVectorImpl<unsigned> &To);
  bool keepsDistance(unsigned Node, unsigned At, unsigned Other) const;
  static uint16_t forbiddenDistances(const TPCDistanceRule &R);
  uint16_t findAvoided(const MachineInstr &Start, unsigned Node) const;
  void findDistances();
  void makeTables();
  bool neverShare(unsigned A, unsigned B);
  void addApart(ArrayRef<unsigned> Nodes, SmallVectorImpl<unsigned> &Apart);
  unsigned countKeptOut(ArrayRef<unsigned> First,
                        ArrayRef<unsigned> Second) const;
};

/// Registers of the webs in a schedule, by number of web; empty if there are
/// too few. \p FreeUnits: registers that may be used besides those of pinned
/// webs. With \p ReadsApart no bundle reads and writes a register that two webs
/// share.
std::vector<MCRegister>
allocateRegisters(const PipelineLoop &Loop, const ModuloSchedule &Schedule,
                  const TPCMachineModel &Model, const TargetRegisterInfo &TRI,
                  const BitVector &FreeUnits, bool ReadsApart);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCPIPELINELOOP_H
