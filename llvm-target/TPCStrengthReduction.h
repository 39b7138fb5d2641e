//===-- TPCStrengthReduction.h - Sums in place of products ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCSTRENGTHREDUCTION_H
#define LLVM_LIB_TARGET_TPC_TPCSTRENGTHREDUCTION_H

#include "llvm/IR/PassManager.h"

namespace llvm {

/// Scalars that count with a loop, but take several operations, become scalars
/// that every iteration adds to.
class TPCStrengthReductionPass
    : public PassInfoMixin<TPCStrengthReductionPass> {
public:
  PreservedAnalyses run(Function &F, FunctionAnalysisManager &FAM);
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCSTRENGTHREDUCTION_H
