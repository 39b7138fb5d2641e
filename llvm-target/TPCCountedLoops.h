//===-- TPCCountedLoops.h - Hints for hardware loops ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCCOUNTEDLOOPS_H
#define LLVM_LIB_TARGET_TPC_TPCCOUNTEDLOOPS_H

#include "llvm/IR/PassManager.h"

namespace llvm {

namespace TPC {
/// void (i32 start, i32 bound, i32 step, i32 comparison): in the preheader of a
/// loop that LOOP with these operands runs as often.
constexpr const char LoopHintName[] = "llvm.tpc.loop.hint";
/// void (i32): in the header, its argument is what LOOP's iterator holds.
constexpr const char LoopIteratorName[] = "llvm.tpc.loop.iterator";
} // namespace TPC

/// Finds loops that count, and marks them. The loops stay as they are, so that
/// TPCHardwareLoops may decide against a hardware loop when it knows the code.
class TPCCountedLoopsPass : public PassInfoMixin<TPCCountedLoopsPass> {
public:
  PreservedAnalyses run(Function &F, FunctionAnalysisManager &FAM);
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCCOUNTEDLOOPS_H
