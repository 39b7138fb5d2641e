//===-- TPCListScheduler.h - Bundles for a block ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCLISTSCHEDULER_H
#define LLVM_LIB_TARGET_TPC_TPCLISTSCHEDULER_H

#include "TPCDependences.h"
#include "TPCFlight.h"
#include <vector>

namespace llvm {

class MachineBasicBlock;

namespace TPC {

/// An operation and the opcode of the slot chosen for it.
struct Placed {
  MachineInstr *MI;
  unsigned Opcode;
};

/// Bundles as BlockCode has them, with the machine instructions to change.
using Schedule = std::vector<SmallVector<Placed, 4>>;

/// List scheduling, cycle by cycle: of the operations that are ready the one
/// with the longest way to the end of the block comes first. Results may still
/// be in flight when the block begins (from finished blocks) and when it ends;
/// finished blocks behind it find everything landed that they read.
class ListScheduler {
  struct Node {
    MachineInstr *MI = nullptr;        ///< null: before or behind the block
    TPCOp Op;                          ///< as it is placed
    SmallVector<unsigned, 3> Variants; ///< opcodes
    int Cycle = 0;
    int Height = 0;                   ///< cycles to the end of the block
    unsigned Waits = 0;               ///< for so many others
    SmallVector<unsigned, 8> Waiting; ///< for this one
    bool IsPlaced = false;
    bool StartsRule, EndsRule;
    Distances Before; ///< of nodes before the block: all of their places

    Node(const MachineInstr &MI, const TPCMachineModel &Model)
        : Op(MI), StartsRule(Model.startsRule(MI)),
          EndsRule(Model.endsRule(MI)) {}
  };

  /// What comes behind the block on one of its ways.
  struct Future {
    const MachineBasicBlock *To;
    Dependences Deps;             ///< of the block and what follows
    unsigned First;               ///< node of what follows
    std::vector<unsigned> Bundle; ///< of these nodes, 0 is the first one
    /// From this node on it is the block again, in the bundles that the
    /// scheduler makes.
    unsigned Self = ~0u;
  };

  const TPCMachineModel &Model;
  const TargetRegisterInfo &TRI;
  const FinishedCode &Code;
  MachineBasicBlock &MBB;
  bool InOrder; ///< one operation a bundle, in the order of the block
  Dependences Deps;
  std::vector<Node> Nodes;
  unsigned NumOlder = 0;
  SmallVector<unsigned, 3> Terminators;
  std::vector<SmallVector<unsigned, 4>> Cycles; ///< nodes
  std::vector<Future> Futures;
  /// Registers of the iterator that ends its round behind the block.
  SmallVector<unsigned, 2> Iterator;
  unsigned SlotLoad[8] = {};
  bool HasEnd = true;

  void addOlder();
  void addOlder(const MachineInstr &MI, Distances Where);
  void addJumpsToHere();
  void addOperations();
  void addFutures();
  void addFuture(const MachineBasicBlock &To);
  void addSelf(Future &F, unsigned Bundle);
  void findIterator();
  void findHeights();
  void placeAll();
  void placeInOrder();
  bool tryToPlace(unsigned N, int Cycle);
  int findReady(unsigned N, TPCOp As) const;
  bool keepsRules(unsigned N, TPCOp As, int Cycle) const;
  bool keepsRule(TPCOp First, TPCOp Second, int Distance, bool Fall) const;
  void place(unsigned N, TPCOp As, int Cycle);
  bool terminates(unsigned T) const;
  void placeTerminators();
  bool fillDelaySlot(unsigned Loop);
  void emptyDelaySlot();
  bool endsWell(int End, const MachineBasicBlock *To, bool Falls) const;
  bool endsWell(int End, const Future &F, bool Falls) const;
  bool iteratorIsFree(int End) const;
  bool mayLeave(int End, const MachineInstr *By) const;
  SmallVector<unsigned, 4> &cycle(int Cycle);

public:
  ListScheduler(const TPCMachineModel &Model, const TargetRegisterInfo &TRI,
                AAResults *AA, const FinishedCode &Code, MachineBasicBlock &MBB,
                bool InOrder)
      : Model(Model), TRI(TRI), Code(Code), MBB(MBB), InOrder(InOrder),
        Deps(Model, TRI, AA) {}

  Schedule run();
  /// The least number of bundles, \p AtLeast or more, that the block may have
  /// if empty ones are added at its end. Only for blocks without jumps.
  unsigned findLength(unsigned AtLeast);
  /// False if waiting does not bring the code behind the block far enough away:
  /// what there is of the schedule is wrong.
  bool hasEnd() const { return HasEnd; }
};

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCLISTSCHEDULER_H
