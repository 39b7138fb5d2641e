//===-- TPCIndexFolding.h - Coordinates of loops ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCINDEXFOLDING_H
#define LLVM_LIB_TARGET_TPC_TPCINDEXFOLDING_H

#include "llvm/IR/PassManager.h"

namespace llvm {

/// Coordinates that a loop computes from its counters are kept in index
/// registers that every iteration adds to.
class TPCIndexFoldingPass : public PassInfoMixin<TPCIndexFoldingPass> {
public:
  PreservedAnalyses run(Function &F, FunctionAnalysisManager &FAM);
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCINDEXFOLDING_H
