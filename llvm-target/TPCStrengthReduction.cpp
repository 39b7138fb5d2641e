//===-- TPCStrengthReduction.cpp - Sums in place of products --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `start + k * step` in a loop costs two operations of the scalar unit, often
// the busiest one, and what needs it waits for both. A scalar to which every
// iteration adds the step costs one, and is there when the iteration begins.
// LLVM's LoopStrengthReduce optimizes addresses, of which there are none here,
// and gives up counters that LOOP has for free.
//
// Coordinates are TPCIndexFolding's, which comes first.
//
//===----------------------------------------------------------------------===//

#include "TPCStrengthReduction.h"
#include "TPCCarriedValues.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace llvm;

/// Each takes a scalar register as long as the loop runs.
static constexpr unsigned MaxCarried = 6;

namespace {

class Reducer {
  Loop &L;
  ScalarEvolution &SE;
  const DominatorTree &DT;
  SCEVExpander Expander;
  MapVector<const SCEVAddRecExpr *, SmallVector<Instruction *, 2>> Found;

  const SCEVAddRecExpr *countsWithLoop(Value *V);
  unsigned countOperations(const Value *V) const;
  bool isPartOfAnother(const Instruction &I);
  void collect(BasicBlock &BB);
  PHINode *build(const SCEVAddRecExpr &Rec);

public:
  Reducer(Loop &L, ScalarEvolution &SE, const DominatorTree &DT,
          const DataLayout &DL)
      : L(L), SE(SE), DT(DT), Expander(SE, DL, "sum") {}
  bool run(const LoopInfo &LI);
};

} // namespace

static bool isSumOrProduct(const Value *V) {
  const auto *I = dyn_cast<BinaryOperator>(V);
  if (!I || !I->getType()->isIntegerTy(32))
    return false;
  switch (I->getOpcode()) {
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::Mul:
  case Instruction::Shl:
  case Instruction::Or:
    return true;
  default:
    return false;
  }
}

const SCEVAddRecExpr *Reducer::countsWithLoop(Value *V) {
  const auto *Rec = dyn_cast<SCEVAddRecExpr>(SE.getSCEV(V));
  return Rec && Rec->getLoop() == &L && Rec->isAffine() ? Rec : nullptr;
}

/// Operations of the loop that compute \p V and nothing else. A product counts
/// as two: it is what others wait for.
unsigned Reducer::countOperations(const Value *V) const {
  const auto *I = dyn_cast<Instruction>(V);
  if (!I || !L.contains(I) || !isSumOrProduct(V))
    return 0;
  unsigned Count = I->getOpcode() == Instruction::Mul ? 2 : 1;
  for (const Value *Operand : I->operands())
    if (Operand->hasOneUse())
      Count += countOperations(Operand);
  return Count;
}

/// What only goes into a number that counts with the loop itself is done with
/// when that is.
bool Reducer::isPartOfAnother(const Instruction &I) {
  return all_of(I.users(), [&](const User *U) {
    return isSumOrProduct(U) && countsWithLoop(const_cast<User *>(U));
  });
}

void Reducer::collect(BasicBlock &BB) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  // What only some iterations need stays where it is.
  if (!DT.dominates(&BB, L.getLoopLatch()))
    return;
  for (Instruction &I : BB) {
    if (!isSumOrProduct(&I) || countOperations(&I) < 2 || isPartOfAnother(I) ||
        any_of(I.users(), [&](const User *U) {
          return !L.contains(cast<Instruction>(U));
        }))
      continue;
    const SCEVAddRecExpr *Rec = countsWithLoop(&I);
    if (Rec && Expander.isSafeToExpandAt(Rec->getStart(), At) &&
        Expander.isSafeToExpandAt(Rec->getStepRecurrence(SE), At))
      Found[Rec].push_back(&I);
  }
}

PHINode *Reducer::build(const SCEVAddRecExpr &Rec) {
  BasicBlock *Preheader = L.getLoopPreheader(), *Latch = L.getLoopLatch();
  Type *I32 = Rec.getType();
  Instruction *At = Preheader->getTerminator();
  Value *Start = Expander.expandCodeFor(Rec.getStart(), I32, At);
  Value *Step = Expander.expandCodeFor(Rec.getStepRecurrence(SE), I32, At);
  IRBuilder<> B(L.getHeader(), L.getHeader()->begin());
  PHINode *Phi = B.CreatePHI(I32, 2, "sum");
  B.SetInsertPoint(Latch->getTerminator());
  Phi->addIncoming(Start, Preheader);
  Phi->addIncoming(B.CreateAdd(Phi, Step), Latch);
  return Phi;
}

bool Reducer::run(const LoopInfo &LI) {
  return TPC::carryValues(
      L, LI, Found, MaxCarried, [this](BasicBlock &BB) { collect(BB); },
      [this](const SCEVAddRecExpr *Rec) { return build(*Rec); });
}

PreservedAnalyses TPCStrengthReductionPass::run(Function &F,
                                                FunctionAnalysisManager &FAM) {
  auto &SE = FAM.getResult<ScalarEvolutionAnalysis>(F);
  auto &LI = FAM.getResult<LoopAnalysis>(F);
  auto &DT = FAM.getResult<DominatorTreeAnalysis>(F);
  bool Changed = false;
  for (Loop *L : LI.getLoopsInPreorder())
    Changed |= Reducer(*L, SE, DT, F.getDataLayout()).run(LI);
  if (!Changed)
    return PreservedAnalyses::all();
  PreservedAnalyses PA;
  PA.preserveSet<CFGAnalyses>();
  return PA;
}
