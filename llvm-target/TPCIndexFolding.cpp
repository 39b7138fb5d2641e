//===-- TPCIndexFolding.cpp - Coordinates of loops ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Coordinates are <5 x i32> in index registers. A coordinate that is computed
// by inserting scalars costs a scalar operation, SET_INDX and often a copy of
// the register whose other dimensions it takes over. An index register to which
// a constant is added in place costs one operation, and the next bundle may use
// it. So:
//
//   - A coordinate whose dimensions count with a loop becomes a value that is
//     carried around the loop; every iteration adds the step. Copies of an
//     unrolled body get a register each.
//   - A dimension that is replaced by its old value and a constant is added to
//     (`coords[1] += 4`), without the way through a scalar register.
//
// The additions are llvm.tpc.add.mask, with a mask of dimensions.
//
//===----------------------------------------------------------------------===//

#include "TPCIndexFolding.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "TPC.h"
#include "TPCCarriedValues.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace llvm;
using TPC::NumDims;
using namespace llvm::PatternMatch;

/// Carried coordinates of one loop. There are 30 index registers, and saving
/// one costs ten operations.
static constexpr unsigned MaxCarried = 12;

static bool isCoordinate(const Value *V) {
  const auto *Ty = dyn_cast<FixedVectorType>(V->getType());
  return Ty && Ty->getNumElements() == NumDims &&
         Ty->getElementType()->isIntegerTy(32);
}

/// The dimension that \p V, an insertelement, replaces; none if it is not one
/// or the dimension is not constant.
static std::optional<unsigned> replacedDim(const Value *V) {
  const auto *Insert = dyn_cast<InsertElementInst>(V);
  const auto *C =
      Insert ? dyn_cast<ConstantInt>(Insert->getOperand(2)) : nullptr;
  if (!C || !isCoordinate(V) || C->getZExtValue() >= NumDims)
    return std::nullopt;
  return unsigned(C->getZExtValue());
}

/// llvm.tpc.add.mask: \p V with \p Step added to the dimensions of \p Mask.
static Value *addToDims(IRBuilder<> &B, Value *V, Value *Step, unsigned Mask) {
  Module &M = *B.GetInsertBlock()->getModule();
  Type *I32 = B.getInt32Ty(), *I1 = B.getInt1Ty(), *Index = V->getType();
  auto *Ty = FunctionType::get(
      Index, {I32, Index, I32, B.getInt8Ty(), I32, Index, I1, I1}, false);
  FunctionCallee Add =
      M.getOrInsertFunction("llvm.tpc.add.mask.v5i32.i32.v5i32.i1", Ty);
  auto *F = cast<Function>(Add.getCallee());
  F->setDoesNotThrow();
  F->setWillReturn();
  F->setDoesNotAccessMemory();
  return B.CreateCall(Add, {Step, V, B.getInt32(Mask),
                            B.getInt8(TPC::typeCode("i32")), B.getInt32(0), V,
                            B.getTrue(), B.getFalse()});
}

/// Matches a call that addToDims() made, with a constant step.
static bool matchAddToDims(const Value *V, Value *&Base, uint32_t &Step,
                           unsigned &Mask) {
  const auto *Call = dyn_cast<CallInst>(V);
  const Function *F = Call ? Call->getCalledFunction() : nullptr;
  if (!F || !F->getName().starts_with("llvm.tpc.add.mask.v5i32.i32") ||
      Call->arg_size() != 8 || Call->getArgOperand(1) != Call->getArgOperand(5))
    return false;
  const auto *S = dyn_cast<ConstantInt>(Call->getArgOperand(0));
  const auto *M = dyn_cast<ConstantInt>(Call->getArgOperand(2));
  if (!S || !M || !match(Call->getArgOperand(6), m_One()) ||
      !match(Call->getArgOperand(7), m_Zero()))
    return false;
  Base = Call->getArgOperand(1);
  Step = uint32_t(S->getZExtValue());
  Mask = unsigned(M->getZExtValue());
  return true;
}

//===----------------------------------------------------------------------===//
// Coordinates that are carried around a loop
//===----------------------------------------------------------------------===//

namespace {

/// A coordinate in terms of a loop: dimensions of Root, replaced by scalars.
struct LoopCoordinate {
  Value *Root = nullptr;
  const SCEV *Dims[NumDims] = {}; ///< null: as in Root

  bool operator==(const LoopCoordinate &Other) const {
    return Root == Other.Root && std::equal(Dims, Dims + NumDims, Other.Dims);
  }
};

class CoordinateCarrier {
  Loop &L;
  ScalarEvolution &SE;
  SCEVExpander Expander;
  SmallVector<std::pair<LoopCoordinate, SmallVector<Instruction *, 2>>, 8>
      Found;

  Value *rootThrough(PHINode &Phi, const LoopCoordinate &C);
  bool resolve(Value *V, LoopCoordinate &C);
  bool countsWithLoop(const LoopCoordinate &C);
  void collect(BasicBlock &BB);
  PHINode *build(const LoopCoordinate &C);
  Value *addSteps(IRBuilder<> &B, Value *V, const LoopCoordinate &C, bool Back);
  void useNextOutside(PHINode *Phi, const LoopCoordinate &C);

public:
  CoordinateCarrier(Loop &L, ScalarEvolution &SE, const DataLayout &DL)
      : L(L), SE(SE), Expander(SE, DL, "coord") {}
  bool run(const LoopInfo &LI);
};

} // namespace

/// The value in front of the loop of a coordinate that the loop hands from
/// iteration to iteration, if all that an iteration changes in it is what \p C
/// replaces anyway.
Value *CoordinateCarrier::rootThrough(PHINode &Phi, const LoopCoordinate &C) {
  Value *V = Phi.getIncomingValueForBlock(L.getLoopLatch());
  while (V != &Phi) {
    std::optional<unsigned> Dim = replacedDim(V);
    if (!Dim || !C.Dims[*Dim])
      return nullptr;
    V = cast<InsertElementInst>(V)->getOperand(0);
  }
  return Phi.getIncomingValueForBlock(L.getLoopPreheader());
}

bool CoordinateCarrier::resolve(Value *V, LoopCoordinate &C) {
  while (std::optional<unsigned> Dim = replacedDim(V)) {
    if (L.isLoopInvariant(V))
      break;
    auto *Insert = cast<InsertElementInst>(V);
    if (!C.Dims[*Dim])
      C.Dims[*Dim] = SE.getSCEV(Insert->getOperand(1));
    V = Insert->getOperand(0);
  }
  C.Root = V;
  auto *Phi = dyn_cast<PHINode>(V);
  if (Phi && Phi->getParent() == L.getHeader())
    C.Root = rootThrough(*Phi, C);
  return C.Root && L.isLoopInvariant(C.Root);
}

/// Every dimension counts or stays, and at least one counts.
bool CoordinateCarrier::countsWithLoop(const LoopCoordinate &C) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  bool Counts = false;
  for (const SCEV *S : C.Dims) {
    if (!S || SE.isLoopInvariant(S, &L)) {
      if (S && !Expander.isSafeToExpandAt(S, At))
        return false;
      continue;
    }
    const auto *Rec = dyn_cast<SCEVAddRecExpr>(S);
    if (!Rec || Rec->getLoop() != &L || !Rec->isAffine() ||
        !Expander.isSafeToExpandAt(Rec->getStart(), At) ||
        !Expander.isSafeToExpandAt(Rec->getStepRecurrence(SE), At))
      return false;
    Counts = true;
  }
  return Counts;
}

void CoordinateCarrier::collect(BasicBlock &BB) {
  for (Instruction &I : BB) {
    // What only other coordinates are made of is no coordinate of its own.
    if (!replacedDim(&I) || all_of(I.users(), [&](const User *U) {
          return replacedDim(U) && U->getOperand(0) == &I;
        }))
      continue;
    LoopCoordinate C;
    if (!resolve(&I, C) || !countsWithLoop(C))
      continue;
    auto It = find_if(Found, [&](const auto &F) { return F.first == C; });
    if (It == Found.end())
      It = Found.insert(It, {C, {}});
    It->second.push_back(&I);
  }
}

/// \p V an iteration later, or earlier.
Value *CoordinateCarrier::addSteps(IRBuilder<> &B, Value *V,
                                   const LoopCoordinate &C, bool Back) {
  MapVector<const SCEV *, unsigned> Steps;
  for (unsigned Dim = 0; Dim != NumDims; ++Dim)
    if (C.Dims[Dim] && !SE.isLoopInvariant(C.Dims[Dim], &L)) {
      const SCEV *Step =
          cast<SCEVAddRecExpr>(C.Dims[Dim])->getStepRecurrence(SE);
      Steps[Back ? SE.getNegativeSCEV(Step) : Step] |= 1u << Dim;
    }
  Instruction *Before = L.getLoopPreheader()->getTerminator();
  Type *I32 = B.getInt32Ty();
  if (Steps.size() == 1) {
    auto [Step, Mask] = Steps.front();
    return addToDims(B, V, Expander.expandCodeFor(Step, I32, Before), Mask);
  }
  // All steps in an index register, added at once.
  IRBuilder<> Pre(Before);
  Value *All = Constant::getNullValue(V->getType());
  for (auto [Step, Mask] : Steps)
    for (unsigned Dim = 0; Dim != NumDims; ++Dim)
      if (Mask >> Dim & 1)
        All = Pre.CreateInsertElement(
            All, Expander.expandCodeFor(Step, I32, Before), uint64_t(Dim));
  return B.CreateAdd(V, All);
}

/// Behind the loop, the last coordinate comes from the next one, so that not
/// both of them have to live in the loop.
void CoordinateCarrier::useNextOutside(PHINode *Phi, const LoopCoordinate &C) {
  BasicBlock *Exit = L.getExitBlock(), *Latch = L.getLoopLatch();
  if (!Exit || L.getExitingBlock() != Latch)
    return;
  for (User *U : make_early_inc_range(Phi->users())) {
    auto *Last = dyn_cast<PHINode>(U);
    if (!Last || Last->getParent() != Exit || Last->getNumIncomingValues() != 1)
      continue;
    IRBuilder<> B(Exit, Exit->begin());
    PHINode *Next = B.CreatePHI(Phi->getType(), 1);
    Next->addIncoming(Phi->getIncomingValueForBlock(Latch), Latch);
    B.SetInsertPoint(Exit, Exit->getFirstInsertionPt());
    Last->replaceAllUsesWith(addSteps(B, Next, C, /*Back=*/true));
    Last->eraseFromParent();
  }
}

PHINode *CoordinateCarrier::build(const LoopCoordinate &C) {
  Instruction *Before = L.getLoopPreheader()->getTerminator();
  IRBuilder<> B(Before);
  Value *Start = C.Root;
  for (unsigned Dim = 0; Dim != NumDims; ++Dim) {
    const SCEV *S = C.Dims[Dim];
    if (!S)
      continue;
    if (!SE.isLoopInvariant(S, &L))
      S = cast<SCEVAddRecExpr>(S)->getStart();
    Start = B.CreateInsertElement(
        Start, Expander.expandCodeFor(S, B.getInt32Ty(), Before),
        uint64_t(Dim));
  }
  B.SetInsertPoint(L.getHeader(), L.getHeader()->begin());
  PHINode *Phi = B.CreatePHI(Start->getType(), 2, "coord");
  Phi->addIncoming(Start, L.getLoopPreheader());
  B.SetInsertPoint(L.getLoopLatch()->getTerminator());
  Phi->addIncoming(addSteps(B, Phi, C, /*Back=*/false), L.getLoopLatch());
  return Phi;
}

bool CoordinateCarrier::run(const LoopInfo &LI) {
  SmallVector<std::pair<PHINode *, const LoopCoordinate *>, 4> Built;
  bool Changed = TPC::carryValues(
      L, LI, Found, MaxCarried, [this](BasicBlock &BB) { collect(BB); },
      [&](const LoopCoordinate &C) {
        Built.push_back({build(C), &C});
        return Built.back().first;
      });
  for (auto [Phi, C] : Built)
    useNextOutside(Phi, *C);
  return Changed;
}

//===----------------------------------------------------------------------===//
// Additions to a dimension
//===----------------------------------------------------------------------===//

namespace {

/// A number: dimension of a coordinate, or a scalar, plus a constant.
struct Sum {
  const Value *Base;
  uint32_t Offset;
};

} // namespace

static Sum traceDim(const Value *V, unsigned Dim);

static Sum traceScalar(const Value *V, unsigned Dim) {
  uint32_t Offset = 0;
  const Value *Inner;
  const APInt *C;
  while (match(V, m_AddLike(m_Value(Inner), m_APInt(C)))) {
    Offset += uint32_t(C->getZExtValue());
    V = Inner;
  }
  uint64_t From;
  if (match(V, m_ExtractElt(m_Value(Inner), m_ConstantInt(From))) &&
      From == Dim && isCoordinate(Inner)) {
    Sum S = traceDim(Inner, Dim);
    return {S.Base, S.Offset + Offset};
  }
  return {V, Offset};
}

/// Dimension \p Dim of a coordinate. A coordinate as the base stands for this
/// dimension of it.
static Sum traceDim(const Value *V, unsigned Dim) {
  uint32_t Offset = 0;
  while (true) {
    Value *Base;
    uint32_t Step;
    unsigned Mask;
    Constant *C;
    if (std::optional<unsigned> Replaced = replacedDim(V)) {
      const auto *Insert = cast<InsertElementInst>(V);
      if (*Replaced == Dim) {
        Sum S = traceScalar(Insert->getOperand(1), Dim);
        return {S.Base, S.Offset + Offset};
      }
      V = Insert->getOperand(0);
    } else if (matchAddToDims(V, Base, Step, Mask)) {
      Offset += Mask >> Dim & 1 ? Step : 0;
      V = Base;
    } else if (match(V, m_Add(m_Value(Base), m_Constant(C))) &&
               isa_and_nonnull<ConstantInt>(C->getAggregateElement(Dim))) {
      Offset += uint32_t(
          cast<ConstantInt>(C->getAggregateElement(Dim))->getZExtValue());
      V = Base;
    } else {
      return {V, Offset};
    }
  }
}

/// A coordinate with one dimension replaced by what it was and a constant.
static bool foldReplacedDim(Instruction &I) {
  std::optional<unsigned> Dim = replacedDim(&I);
  if (!Dim)
    return false;
  Value *Old = I.getOperand(0);
  Sum New = traceScalar(I.getOperand(1), *Dim), Was = traceDim(Old, *Dim);
  if (New.Base != Was.Base || isa<Constant>(New.Base))
    return false;
  IRBuilder<> B(&I);
  uint32_t Step = New.Offset - Was.Offset;
  Value *Result = Step ? addToDims(B, Old, B.getInt32(Step), 1u << *Dim) : Old;
  I.replaceAllUsesWith(Result);
  return true;
}

/// A vector addition of one number to some of the dimensions.
static bool foldConstantSum(Instruction &I) {
  Value *Old;
  Constant *C;
  if (!isCoordinate(&I) || !match(&I, m_Add(m_Value(Old), m_Constant(C))))
    return false;
  unsigned Mask = 0;
  const ConstantInt *Step = nullptr;
  for (unsigned Dim = 0; Dim != NumDims; ++Dim) {
    const auto *E = dyn_cast_or_null<ConstantInt>(C->getAggregateElement(Dim));
    if (!E || (Step && !E->isZero() && E->getValue() != Step->getValue()))
      return false;
    if (E->isZero())
      continue;
    Step = E;
    Mask |= 1u << Dim;
  }
  if (!Step)
    return false;
  IRBuilder<> B(&I);
  I.replaceAllUsesWith(
      addToDims(B, Old, B.getInt32(uint32_t(Step->getZExtValue())), Mask));
  return true;
}

PreservedAnalyses TPCIndexFoldingPass::run(Function &F,
                                           FunctionAnalysisManager &FAM) {
  auto &SE = FAM.getResult<ScalarEvolutionAnalysis>(F);
  auto &LI = FAM.getResult<LoopAnalysis>(F);
  // The expander takes what the kernel has computed anyway, if it is known.
  for (Instruction &I : instructions(F))
    if (I.getType()->isIntegerTy(32))
      SE.getSCEV(&I);
  bool Changed = false;
  for (Loop *L : LI.getLoopsInPreorder())
    Changed |= CoordinateCarrier(*L, SE, F.getDataLayout()).run(LI);
  SmallVector<WeakTrackingVH, 8> Dead;
  for (Instruction &I : instructions(F))
    if (foldReplacedDim(I) || foldConstantSum(I))
      Dead.push_back(&I);
  Changed |= !Dead.empty();
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(Dead);
  if (!Changed)
    return PreservedAnalyses::all();
  PreservedAnalyses PA;
  PA.preserveSet<CFGAnalyses>();
  return PA;
}
