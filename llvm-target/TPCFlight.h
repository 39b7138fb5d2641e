//===-- TPCFlight.h - What is on its way between blocks ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Results land after the jump that leaves a block. These walks find, over all
// paths through finished blocks, the operations that issued shortly before a
// block begins and those that issue shortly after it ends. They stop at blocks
// that are not finished: those look at their neighbours when their turn comes.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCFLIGHT_H
#define LLVM_LIB_TARGET_TPC_TPCFLIGHT_H

#include "TPCBlockCode.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"

namespace llvm {

class MachineFunction;

namespace TPC {

/// An operation and its distances: bit d is set if some path puts it d bundles
/// before the first bundle of a block. Fall: it is a jump right before the
/// block that was not taken.
struct Distances {
  uint32_t Mask = 0;
  bool Fall = false;

  unsigned least() const;
};

using Flight = MapVector<const MachineInstr *, Distances>;

/// The finished blocks of a function, and where the others lead.
class FinishedCode {
public:
  /// A jump or LOOP through which a block is left.
  struct Leaving {
    const MachineBasicBlock *From;
    const MachineInstr *MI;
    /// Bundles to the one behind it, if the block is not finished: wherever it
    /// places its terminators.
    Distances Before;
  };
  using BlockList = SmallVector<const MachineBasicBlock *, 2>;

private:
  DenseMap<const MachineBasicBlock *, BlockCode> Blocks;
  /// Finished blocks with exits to a block. The CFG does not have all of them:
  /// a LOOP may skip its body.
  DenseMap<const MachineBasicBlock *, BlockList> Preds;
  DenseMap<const MachineBasicBlock *, SmallVector<Leaving, 2>> Leavings;
  unsigned Window;

  void addLeavings(const MachineBasicBlock &MBB);

public:
  /// \p Window: bundles that a walk goes.
  FinishedCode(const MachineFunction &MF, unsigned Window);

  /// \p MBB is finished, or is longer than when it was added before.
  void add(const MachineBasicBlock &MBB);
  const BlockCode *find(const MachineBasicBlock *MBB) const;
  ArrayRef<const MachineBasicBlock *>
  predecessors(const MachineBasicBlock *MBB) const;
  /// The ways to \p MBB from all blocks of the function.
  ArrayRef<Leaving> leavings(const MachineBasicBlock *MBB) const;
  unsigned window() const { return Window; }

  /// Operations before the first bundle of \p MBB.
  Flight before(const MachineBasicBlock &MBB) const;
  /// Bundles up to the end of the window, or to a block without code.
  struct Way {
    std::vector<BundleOps> Bundles;
    bool Returns; ///< ends where the walk was for
  };
  /// The ways on from the first bundle of \p MBB, for somebody who is behind
  /// \p For, which is not finished.
  std::vector<Way> from(const MachineBasicBlock &MBB,
                        const MachineBasicBlock &For) const;
};

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCFLIGHT_H
