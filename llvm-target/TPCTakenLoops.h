//===-- TPCTakenLoops.h - Loops that run at least once ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCTAKENLOOPS_H
#define LLVM_LIB_TARGET_TPC_TPCTAKENLOOPS_H

#include "llvm/IR/PassManager.h"

namespace llvm {

class Loop;

namespace TPC {
/// Loop metadata: the loop runs at least once (`#pragma loop_taken`).
constexpr const char LoopTakenAttribute[] = "tpc.loop.taken";
/// Whether `#pragma loop_taken` says of the loop that it runs at least once.
/// What unrolling leaves of one carries the same metadata, but may not run.
bool isLoopTaken(const Loop &L);
} // namespace TPC

/// Removes the test in front of loops that are said to run at least once. Wants
/// rotated loops; blocks that this leaves without a way to them stay.
class TPCTakenLoopsPass : public PassInfoMixin<TPCTakenLoopsPass> {
public:
  PreservedAnalyses run(Function &F, FunctionAnalysisManager &FAM);
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCTAKENLOOPS_H
