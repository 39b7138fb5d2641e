//===-- TPCCountedLoops.cpp - Hints for hardware loops --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LOOP start, bound, step, cmp runs its body with the iterator at start, start
// + step, ... while `iterator cmp bound`; it compares signed numbers and tests
// before the first iteration (facts 5.6). A loop of the IR has the test behind
// its body, so the first test of LOOP has to be known as true: a guard in front
// of the loop, or the writer's word (tpc.loop.taken), says so. Where LOOP
// cannot test what the loop tests, it counts to the value with which the loop
// ends.
//
//===----------------------------------------------------------------------===//

#include "TPCCountedLoops.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "TPCTakenLoops.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

/// The operands of LOOP for a loop.
struct CountedLoop {
  const SCEV *Start = nullptr, *Bound = nullptr, *Step = nullptr;
  CmpInst::Predicate Pred = CmpInst::BAD_ICMP_PREDICATE;
  PHINode *Iterator = nullptr; ///< what the iterator replaces, if anything
  Value *BoundValue = nullptr; ///< the bound, if a value of the IR is
};

class LoopMarker {
  ScalarEvolution &SE;
  const TargetTransformInfo &TTI;
  Module &M;

  bool matchCompare(Loop &L, CountedLoop &C);
  bool matchCount(Loop &L, CountedLoop &C);
  bool isEntered(Loop &L, const CountedLoop &C);
  bool makeEntered(Loop &L, const SCEVAddRecExpr &Next, CountedLoop &C);
  bool place(Loop &L, const CountedLoop &C);

public:
  LoopMarker(Function &F, ScalarEvolution &SE, const TargetTransformInfo &TTI)
      : SE(SE), TTI(TTI), M(*F.getParent()) {}
  bool mark(Loop &L);
};

} // namespace

/// Expansions that cost more than a few operations are not worth it: they run
/// in front of the loop, again and again if it is an inner one.
static constexpr unsigned ExpansionBudget = 6;

/// The signed comparison that says the same of \p A and \p B; none if there is
/// no such.
static std::optional<CmpInst::Predicate> toSigned(CmpInst::Predicate Pred,
                                                  const SCEV *A, const SCEV *B,
                                                  ScalarEvolution &SE) {
  if (!CmpInst::isUnsigned(Pred))
    return Pred;
  if (!SE.isKnownNonNegative(A) || !SE.isKnownNonNegative(B))
    return std::nullopt;
  return CmpInst::getSignedPredicate(Pred);
}

static StringRef loopCompareText(CmpInst::Predicate Pred) {
  switch (Pred) {
  case CmpInst::ICMP_SGT:
    return ">";
  case CmpInst::ICMP_SGE:
    return ">=";
  case CmpInst::ICMP_SLT:
    return "<";
  case CmpInst::ICMP_SLE:
    return "<=";
  case CmpInst::ICMP_EQ:
    return "==";
  default:
    assert(Pred == CmpInst::ICMP_NE && "LOOP compares signed numbers");
    return "!=";
  }
}

/// A loop that ends at one number and starts there would run through all others
/// first. With a small step nobody means that.
static bool wouldRunForever(const CountedLoop &C, ScalarEvolution &SE) {
  constexpr int64_t SmallStep = 1024;
  const auto *Step = dyn_cast<SCEVConstant>(C.Step);
  return C.Pred == CmpInst::ICMP_NE && Step &&
         std::abs(Step->getAPInt().getSExtValue()) <= SmallStep &&
         !SE.isKnownPredicate(CmpInst::ICMP_EQ, C.Start, C.Bound);
}

/// The first test of LOOP, before the first iteration, is true.
bool LoopMarker::isEntered(Loop &L, const CountedLoop &C) {
  return TPC::isLoopTaken(L) ||
         SE.isLoopEntryGuardedByCond(&L, C.Pred, C.Start, C.Bound) ||
         wouldRunForever(C, SE);
}

/// A bound just behind the start is as good as any bound that the start has
/// already reached: the first iteration takes place, the next one does not.
bool LoopMarker::makeEntered(Loop &L, const SCEVAddRecExpr &Next,
                             CountedLoop &C) {
  bool IsUp = C.Pred == CmpInst::ICMP_SLT || C.Pred == CmpInst::ICMP_SLE;
  bool IsDown = C.Pred == CmpInst::ICMP_SGT || C.Pred == CmpInst::ICMP_SGE;
  if ((!IsUp || !SE.isKnownPositive(C.Step)) &&
      (!IsDown || !SE.isKnownNegative(C.Step)))
    return false;
  // What wraps around could come between the two bounds.
  if (!Next.hasNoSignedWrap() &&
      !SE.willNotOverflow(Instruction::Add, /*Signed=*/true, C.Start, C.Step))
    return false;
  const SCEV *First = C.Start;
  if (!CmpInst::isNonStrictPredicate(C.Pred))
    First = SE.getAddExpr(First, SE.getConstant(First->getType(),
                                                IsUp ? 1 : uint64_t(-1),
                                                /*isSigned=*/true));
  C.Bound =
      IsUp ? SE.getSMaxExpr(C.Bound, First) : SE.getSMinExpr(C.Bound, First);
  C.BoundValue = nullptr;
  return true;
}

/// The latch compares the next value of a counter: LOOP does the same.
bool LoopMarker::matchCompare(Loop &L, CountedLoop &C) {
  auto *Branch = dyn_cast<BranchInst>(L.getLoopLatch()->getTerminator());
  auto *Compare = dyn_cast<ICmpInst>(Branch->getCondition());
  if (!Compare || !Compare->getOperand(0)->getType()->isIntegerTy(32))
    return false;
  CmpInst::Predicate Pred = Branch->getSuccessor(0) == L.getHeader()
                                ? Compare->getPredicate()
                                : Compare->getInversePredicate();
  const SCEV *Next = SE.getSCEV(Compare->getOperand(0));
  C.BoundValue = Compare->getOperand(1);
  C.Bound = SE.getSCEV(C.BoundValue);
  if (SE.isLoopInvariant(Next, &L)) {
    std::swap(Next, C.Bound);
    C.BoundValue = Compare->getOperand(0);
    Pred = CmpInst::getSwappedPredicate(Pred);
  }
  const auto *Rec = dyn_cast<SCEVAddRecExpr>(Next);
  if (!Rec || Rec->getLoop() != &L || !Rec->isAffine() ||
      !SE.isLoopInvariant(C.Bound, &L))
    return false;
  C.Step = Rec->getStepRecurrence(SE);
  C.Start = SE.getMinusSCEV(Rec->getStart(), C.Step);
  std::optional<CmpInst::Predicate> Signed = toSigned(Pred, Rec, C.Bound, SE);
  if (!Signed)
    return false;
  C.Pred = *Signed;
  if (!isEntered(L, C) && !makeEntered(L, *Rec, C))
    return false;
  for (PHINode &Phi : L.getHeader()->phis()) {
    const auto *Value = Phi.getType()->isIntegerTy(32)
                            ? dyn_cast<SCEVAddRecExpr>(SE.getSCEV(&Phi))
                            : nullptr;
    if (Value && Value->getLoop() == &L && Value->isAffine() &&
        Value->getStart() == C.Start && Value->getStepRecurrence(SE) == C.Step)
      C.Iterator = &Phi;
  }
  return true;
}

/// Counts to the value behind the last iteration's.
bool LoopMarker::matchCount(Loop &L, CountedLoop &C) {
  const SCEV *Taken = SE.getBackedgeTakenCount(&L);
  IntegerType *I32 = Type::getInt32Ty(M.getContext());
  if (isa<SCEVCouldNotCompute>(Taken) ||
      SE.getTypeSizeInBits(Taken->getType()) > 32)
    return false;
  const SCEV *Count =
      SE.getAddExpr(SE.getNoopOrZeroExtend(Taken, I32), SE.getOne(I32));
  C.Pred = CmpInst::ICMP_NE;
  for (PHINode &Phi : L.getHeader()->phis()) {
    if (!Phi.getType()->isIntegerTy(32))
      continue;
    const auto *Rec = dyn_cast<SCEVAddRecExpr>(SE.getSCEV(&Phi));
    // A counter that wraps could meet the value too early.
    if (!Rec || Rec->getLoop() != &L || !Rec->isAffine() ||
        Rec->getNoWrapFlags() == SCEV::FlagAnyWrap)
      continue;
    C.Iterator = &Phi;
    C.Start = Rec->getStart();
    C.Step = Rec->getStepRecurrence(SE);
    C.Bound = SE.getAddExpr(C.Start, SE.getMulExpr(Count, C.Step));
    return true;
  }
  // No counter to follow. (A loop that runs 2^32 times would not run at all;
  // it would take minutes on the machine.)
  C.Start = SE.getZero(I32);
  C.Step = SE.getOne(I32);
  C.Bound = Count;
  C.Iterator = nullptr;
  return true;
}

/// Whether \p S computes with 32 bits. Remainders by powers of two are written
/// as truncations to odd widths.
static bool isWordExpression(const SCEV *S) {
  return !SCEVExprContains(S, [](const SCEV *Part) {
    auto *Ty = dyn_cast<IntegerType>(Part->getType());
    return !Ty ||
           (Ty->getBitWidth() != 32 && !isa<SCEVTruncateExpr>(Part) &&
            !isa<SCEVUnknown>(Part)) ||
           (isa<SCEVSignExtendExpr>(Part) &&
            isa<SCEVTruncateExpr>(
                cast<SCEVSignExtendExpr>(Part)->getOperand()));
  });
}

/// Truncations that the expander has made, as masks.
static void replaceTruncations(SCEVExpander &Expander) {
  SmallVector<WeakTrackingVH, 4> Dead;
  for (Instruction *I : Expander.getAllInsertedInstructions()) {
    Value *Word;
    if (!match(I, m_ZExt(m_Trunc(m_Value(Word)))) ||
        Word->getType() != I->getType())
      continue;
    unsigned Width = I->getOperand(0)->getType()->getIntegerBitWidth();
    IRBuilder<> B(I);
    I->replaceAllUsesWith(
        B.CreateAnd(Word, B.getInt32(maskTrailingOnes<uint32_t>(Width))));
    Dead.push_back(I);
  }
  Expander.clear();
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(Dead);
}

bool LoopMarker::place(Loop &L, const CountedLoop &C) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  SCEVExpander Expander(SE, M.getDataLayout(), "loop");
  const SCEV *Parts[] = {C.Start, C.Bound, C.Step};
  // Where the IR has the value, it is taken as it is.
  bool HasBound = C.BoundValue && L.isLoopInvariant(C.BoundValue);
  SmallVector<const SCEV *, 3> New;
  for (const SCEV *Part : Parts) {
    if (HasBound && Part == C.Bound)
      continue;
    if (!isWordExpression(Part) || !Expander.isSafeToExpandAt(Part, At))
      return false;
    New.push_back(Part);
  }
  if (Expander.isHighCostExpansion(New, &L, ExpansionBudget, &TTI, At))
    return false;
  IRBuilder<> B(At);
  Type *I32 = B.getInt32Ty();
  SmallVector<WeakTrackingVH, 3> Expanded;
  for (const SCEV *Part : Parts)
    Expanded.push_back(HasBound && Part == C.Bound
                           ? C.BoundValue
                           : Expander.expandCodeFor(Part, I32, At));
  replaceTruncations(Expander);
  SmallVector<Value *, 4> Args(Expanded.begin(), Expanded.end());
  ArrayRef<StringLiteral> Names = TPC::loopCompares();
  Args.push_back(
      B.getInt32(find(Names, loopCompareText(C.Pred)) - Names.begin()));
  auto Declare = [&](StringRef Name, ArrayRef<Type *> Types) {
    FunctionCallee Callee = M.getOrInsertFunction(
        Name, FunctionType::get(B.getVoidTy(), Types, false));
    auto *F = cast<Function>(Callee.getCallee());
    F->setDoesNotThrow();
    F->setWillReturn();
    F->setOnlyAccessesInaccessibleMemory();
    return Callee;
  };
  B.CreateCall(Declare(TPC::LoopHintName, {I32, I32, I32, I32}), Args);
  if (C.Iterator) {
    B.SetInsertPoint(L.getHeader(), L.getHeader()->getFirstInsertionPt());
    B.CreateCall(Declare(TPC::LoopIteratorName, {I32}), {C.Iterator});
  }
  return true;
}

bool LoopMarker::mark(Loop &L) {
  BasicBlock *Latch = L.getLoopLatch();
  if (!L.isLoopSimplifyForm() || L.getExitingBlock() != Latch ||
      !isa<BranchInst>(Latch->getTerminator()))
    return false;
  CountedLoop C;
  return (matchCompare(L, C) && place(L, C)) ||
         (C = CountedLoop(), matchCount(L, C) && place(L, C));
}

PreservedAnalyses TPCCountedLoopsPass::run(Function &F,
                                           FunctionAnalysisManager &FAM) {
  LoopMarker Marker(F, FAM.getResult<ScalarEvolutionAnalysis>(F),
                    FAM.getResult<TargetIRAnalysis>(F));
  bool Changed = false;
  for (Loop *L : FAM.getResult<LoopAnalysis>(F).getLoopsInPreorder())
    Changed |= Marker.mark(*L);
  if (!Changed)
    return PreservedAnalyses::all();
  PreservedAnalyses PA;
  PA.preserveSet<CFGAnalyses>();
  return PA;
}
