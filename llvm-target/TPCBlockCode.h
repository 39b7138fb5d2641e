//===-- TPCBlockCode.h - The bundles of a finished block --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How finished machine code maps to bundles:
//
//   an operation, alone                    a bundle of its own
//   BUNDLE { operations }                  one bundle
//   SPU_NOP (or another slot's)            an empty bundle
//   LOOP, or BUNDLE { LOOP, operations }   LOOP, and its delay slot behind it,
//                                          empty or with the operations
//   a conditional jump, and behind it      the jump, an empty bundle (facts
//   another terminator                     5.8)
//   LOOP_END, debug values, labels ...     nothing
//
// What stands behind an unconditional jump or HALT, and never executes, is the
// printer's business.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCBLOCKCODE_H
#define LLVM_LIB_TARGET_TPC_TPCBLOCKCODE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace llvm {

class MachineBasicBlock;
class MachineInstr;

namespace TPC {

using BundleOps = SmallVector<const MachineInstr *, 4>;

/// A way out of a block, taken when the first After bundles have executed.
struct BlockExit {
  const MachineBasicBlock *To;
  unsigned After;
  /// The next bundle in memory, and not a jump's target.
  bool FallsThrough;
};

struct BlockCode {
  std::vector<BundleOps> Bundles;
  SmallVector<BlockExit, 4> Exits;
};

BlockCode getBlockCode(const MachineBasicBlock &MBB);

/// A jump whose guard is "always".
bool isUnconditionalJump(const MachineInstr &MI);
/// A LOOP that has at least one iteration: its start and bound are numbers, and
/// no guard skips it.
bool surelyRuns(const MachineInstr &Loop);
/// The block in which the body of a LOOP ends.
const MachineBasicBlock *getLoopLatch(const MachineInstr &Loop);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCBLOCKCODE_H
