//===-- TPCCarriedValues.h - Values that count with a loop ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What TPCIndexFolding and TPCStrengthReduction share: instructions of a loop
// that compute the same are found, and one phi takes the place of each group.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCCARRIEDVALUES_H
#define LLVM_LIB_TARGET_TPC_TPCCARRIEDVALUES_H

#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/ValueHandle.h"
#include "llvm/Transforms/Utils/Local.h"

namespace llvm {
namespace TPC {

/// Lets \p Collect fill \p Groups, pairs of a key and instructions, from the
/// blocks that belong to \p L and to no inner loop, and replaces each group by
/// the phi that \p Build returns for its key. Each phi takes a register as long
/// as the loop runs: more than \p Max groups stay as they are.
template <typename GroupsT, typename CollectT, typename BuildT>
bool carryValues(const Loop &L, const LoopInfo &LI, GroupsT &Groups, size_t Max,
                 CollectT Collect, BuildT Build) {
  if (!L.isLoopSimplifyForm())
    return false;
  for (BasicBlock *BB : L.blocks())
    if (LI.getLoopFor(BB) == &L)
      Collect(*BB);
  if (Groups.empty() || Groups.size() > Max)
    return false;
  SmallVector<WeakTrackingVH, 8> Dead;
  for (auto &[Key, Values] : Groups) {
    PHINode *Phi = Build(Key);
    for (Instruction *I : Values) {
      I->replaceAllUsesWith(Phi);
      Dead.push_back(I);
    }
  }
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(Dead);
  return true;
}

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCCARRIEDVALUES_H
