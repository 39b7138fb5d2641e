//===-- TPCTakenLoops.cpp - Loops that run at least once ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rotation puts a test in front of a loop, which becomes a jump or the guard of
// LOOP and keeps operations in front of the loop from being done at any other
// place. `#pragma loop_taken` says that the test is always true.
//
//===----------------------------------------------------------------------===//

#include "TPCTakenLoops.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Transforms/Utils/LoopUtils.h"

using namespace llvm;

bool TPC::isLoopTaken(const Loop &L) {
  return getBooleanLoopAttribute(&L, TPC::LoopTakenAttribute) &&
         !getBooleanLoopAttribute(&L, "llvm.loop.unroll.disable");
}

namespace {

/// A comparison of which the loop's next iteration, or its first one, depends.
struct Test {
  const SCEV *A, *B;
  CmpInst::Predicate Pred;

  bool operator==(const Test &Other) const {
    return (A == Other.A && B == Other.B && Pred == Other.Pred) ||
           (A == Other.B && B == Other.A &&
            Pred == CmpInst::getSwappedPredicate(Other.Pred));
  }
};

} // namespace

/// The comparison that has to be true for \p Branch to lead to \p Target.
static std::optional<Test> getTest(const BranchInst *Branch,
                                   const BasicBlock *Target,
                                   ScalarEvolution &SE) {
  const auto *Compare = Branch && Branch->isConditional()
                            ? dyn_cast<ICmpInst>(Branch->getCondition())
                            : nullptr;
  if (!Compare || !SE.isSCEVable(Compare->getOperand(0)->getType()))
    return std::nullopt;
  return Test{
      SE.getSCEV(Compare->getOperand(0)), SE.getSCEV(Compare->getOperand(1)),
      Branch->getSuccessor(0) == Target ? Compare->getPredicate()
                                        : Compare->getInversePredicate()};
}

/// What the latch would have to see for a first iteration.
static const SCEV *beforeFirst(const SCEV *S, const Loop &L,
                               ScalarEvolution &SE) {
  const auto *Rec = dyn_cast<SCEVAddRecExpr>(S);
  if (!Rec)
    return SE.isLoopInvariant(S, &L) ? S : nullptr;
  if (Rec->getLoop() != &L || !Rec->isAffine())
    return nullptr;
  return SE.getMinusSCEV(Rec->getStart(), Rec->getStepRecurrence(SE));
}

/// Other conditions may stand where the test is expected, if that is known to
/// be true anyway: only what the latch tests, too, is certain to be it.
static bool removeTest(Loop &L, ScalarEvolution &SE) {
  if (!TPC::isLoopTaken(L) || !L.isLoopSimplifyForm() || !L.isRotatedForm())
    return false;
  BranchInst *Guard = L.getLoopGuardBranch();
  std::optional<Test> First = getTest(Guard, L.getLoopPreheader(), SE);
  std::optional<Test> Next =
      getTest(dyn_cast<BranchInst>(L.getLoopLatch()->getTerminator()),
              L.getHeader(), SE);
  if (!First || !Next)
    return false;
  Next->A = beforeFirst(Next->A, L, SE);
  Next->B = beforeFirst(Next->B, L, SE);
  if (!Next->A || !Next->B || !(*First == *Next))
    return false;
  Guard->setCondition(ConstantInt::getBool(
      Guard->getContext(), Guard->getSuccessor(0) == L.getLoopPreheader()));
  return true;
}

PreservedAnalyses TPCTakenLoopsPass::run(Function &F,
                                         FunctionAnalysisManager &FAM) {
  auto &SE = FAM.getResult<ScalarEvolutionAnalysis>(F);
  auto &LI = FAM.getResult<LoopAnalysis>(F);
  bool Changed = false;
  for (Loop *L : LI.getLoopsInPreorder())
    Changed |= removeTest(*L, SE);
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}
