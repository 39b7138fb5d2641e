//===-- TPCIndexFolding.cpp - Coordinates of loops ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//===----------------------------------------------------------------------===//

#include "TPCIndexFolding.h"

using namespace llvm;

PreservedAnalyses TPCIndexFoldingPass::run(Function &F,
                                           FunctionAnalysisManager &FAM) {
  return PreservedAnalyses::all();
}
