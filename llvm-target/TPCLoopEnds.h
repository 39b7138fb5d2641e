//===-- TPCLoopEnds.h - Rules on the ends of hardware loops -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCLOOPENDS_H
#define LLVM_LIB_TARGET_TPC_TPCLOOPENDS_H

namespace llvm {

class MachineInstr;

namespace TPC {

class FinishedCode;

/// A hardware loop has a least length, and its last bundles may not be all that
/// other bundles may be (facts 5.6): how many bundles its body lacks at the
/// end. All blocks from the head to that of \p LoopEnd are finished.
unsigned countMissingBundles(const MachineInstr &LoopEnd,
                             const FinishedCode &Code);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCLOOPENDS_H
