//===-- TPCLaneValues.cpp - Single lanes that stay in vectors -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// No instruction moves a lane of a vector into a scalar register (facts 2.5).
// But most lanes that a program takes out are on their way back into vectors:
// such a scalar is computed as a vector that has it in all lanes. What is
// really needed as a scalar is left for TPCCheckIR to report.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Pass.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace {

class TPCLaneValues : public FunctionPass {
  /// Scalars that come from lanes.
  SetVector<Instruction *> FromLanes;
  DenseMap<std::pair<Value *, unsigned>, Value *> Vectors;

  bool isFromLanes(const Value *V) const {
    return FromLanes.contains(
        const_cast<Instruction *>(dyn_cast<Instruction>(V)));
  }
  void collect(Function &F);
  Value *extracted(ExtractElementInst &I, IRBuilder<> &B);
  Value *compute(Instruction &I, unsigned Lanes);
  Value *inAllLanes(Value *V, unsigned Lanes, Instruction &Before);
  bool rewrite(Instruction &I);

public:
  static char ID;
  TPCLaneValues() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC lane values"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCLaneValues::ID = 0;

FunctionPass *llvm::createTPCLaneValuesPass() { return new TPCLaneValues(); }

/// A vector that fills a register, or its lanes as predicates.
static FixedVectorType *wholeVector(Type *Ty) {
  auto *V = dyn_cast<FixedVectorType>(Ty);
  if (!V || V->getNumElements() <= TPC::MaxSmallVector)
    return nullptr;
  return V;
}

/// Operations that can be done lane by lane.
static bool isElementwise(const Instruction &I) {
  if (I.getType()->isPointerTy())
    return false;
  if (isa<BinaryOperator, UnaryOperator, CmpInst, SelectInst, FreezeInst>(I))
    return true;
  if (auto *Cast = dyn_cast<CastInst>(&I))
    return !Cast->getSrcTy()->isPointerTy() &&
           (Cast->getSrcTy()->getScalarSizeInBits() ==
                Cast->getDestTy()->getScalarSizeInBits() ||
            Cast->getSrcTy()->isIntegerTy(1));
  if (auto *Call = dyn_cast<IntrinsicInst>(&I))
    return isTriviallyVectorizable(Call->getIntrinsicID());
  return false;
}

void TPCLaneValues::collect(Function &F) {
  for (Instruction &I : instructions(F))
    if (auto *Extract = dyn_cast<ExtractElementInst>(&I))
      if (wholeVector(Extract->getVectorOperandType()))
        FromLanes.insert(&I);
  for (unsigned N = 0; N != FromLanes.size(); ++N)
    for (User *U : FromLanes[N]->users())
      if (auto *I = dyn_cast<Instruction>(U))
        if (!I->getType()->isVectorTy() && isElementwise(*I))
          FromLanes.insert(I);
}

/// The same operation in each step of a reduction.
Value *llvm::combineReduced(IRBuilderBase &B, unsigned ID, Value *X, Value *Y) {
  switch (ID) {
  case Intrinsic::vector_reduce_add:
    return B.CreateAdd(X, Y);
  case Intrinsic::vector_reduce_mul:
    return B.CreateMul(X, Y);
  case Intrinsic::vector_reduce_and:
    return B.CreateAnd(X, Y);
  case Intrinsic::vector_reduce_or:
    return B.CreateOr(X, Y);
  case Intrinsic::vector_reduce_xor:
    return B.CreateXor(X, Y);
  case Intrinsic::vector_reduce_smax:
    return B.CreateBinaryIntrinsic(Intrinsic::smax, X, Y);
  case Intrinsic::vector_reduce_smin:
    return B.CreateBinaryIntrinsic(Intrinsic::smin, X, Y);
  case Intrinsic::vector_reduce_umax:
    return B.CreateBinaryIntrinsic(Intrinsic::umax, X, Y);
  case Intrinsic::vector_reduce_umin:
    return B.CreateBinaryIntrinsic(Intrinsic::umin, X, Y);
  case Intrinsic::vector_reduce_fmax:
    return B.CreateBinaryIntrinsic(Intrinsic::maxnum, X, Y);
  case Intrinsic::vector_reduce_fmin:
    return B.CreateBinaryIntrinsic(Intrinsic::minnum, X, Y);
  case Intrinsic::vector_reduce_fmaximum:
    return B.CreateBinaryIntrinsic(Intrinsic::maximum, X, Y);
  case Intrinsic::vector_reduce_fminimum:
    return B.CreateBinaryIntrinsic(Intrinsic::minimum, X, Y);
  case Intrinsic::vector_reduce_fadd:
    return B.CreateFAdd(X, Y);
  case Intrinsic::vector_reduce_fmul:
    return B.CreateFMul(X, Y);
  default:
    return nullptr;
  }
}

/// Butterflies leave the result in all lanes. Sums of floating-point numbers
/// that must keep their order take the lanes one by one.
static Value *expandReduction(IntrinsicInst &I) {
  IRBuilder<> B(&I);
  if (isa<FPMathOperator>(I))
    B.setFastMathFlags(I.getFastMathFlags());
  Intrinsic::ID ID = I.getIntrinsicID();
  bool HasStart = ID == Intrinsic::vector_reduce_fadd ||
                  ID == Intrinsic::vector_reduce_fmul;
  Value *V = I.getArgOperand(HasStart);
  auto *Ty = cast<FixedVectorType>(V->getType());
  unsigned Lanes = Ty->getNumElements();
  if (Lanes <= TPC::MaxSmallVector || Ty->getScalarSizeInBits() == 1)
    return nullptr;
  if (HasStart && !I.hasAllowReassoc()) {
    Value *Sum = B.CreateVectorSplat(Lanes, I.getArgOperand(0));
    for (unsigned Lane = 0; Lane != Lanes; ++Lane) {
      SmallVector<int, 256> Mask(Lanes, int(Lane));
      Sum = combineReduced(B, ID, Sum, B.CreateShuffleVector(V, Mask));
    }
    return B.CreateExtractElement(Sum, B.getInt32(0));
  }
  for (unsigned Distance = Lanes / 2; Distance; Distance /= 2) {
    SmallVector<int, 256> Mask;
    for (unsigned Lane = 0; Lane != Lanes; ++Lane)
      Mask.push_back(int(Lane ^ Distance));
    V = combineReduced(B, ID, V, B.CreateShuffleVector(V, Mask));
    if (!V)
      return nullptr;
  }
  if (HasStart)
    V = combineReduced(B, ID, B.CreateVectorSplat(Lanes, I.getArgOperand(0)),
                       V);
  return B.CreateExtractElement(V, B.getInt32(0));
}

static Constant *laneNumbers(LLVMContext &Ctx, unsigned Lanes) {
  Type *Ty = Type::getIntNTy(Ctx, TPCVectorBits / Lanes);
  SmallVector<Constant *, 256> Numbers;
  for (unsigned N = 0; N != Lanes; ++N)
    Numbers.push_back(ConstantInt::get(Ty, N));
  return ConstantVector::get(Numbers);
}

static Value *isLane(IRBuilder<> &B, Value *Index, unsigned Lanes) {
  Constant *Numbers = laneNumbers(B.getContext(), Lanes);
  Value *N = B.CreateZExtOrTrunc(Index, Numbers->getType()->getScalarType());
  return B.CreateICmpEQ(Numbers, B.CreateVectorSplat(Lanes, N));
}

/// The lane in all lanes: a permutation, or the sum of what the others leave
/// if its number is not known.
Value *TPCLaneValues::extracted(ExtractElementInst &I, IRBuilder<> &B) {
  Value *V = I.getVectorOperand();
  auto *Ty = cast<FixedVectorType>(V->getType());
  unsigned Lanes = Ty->getNumElements();
  auto *Index = dyn_cast<ConstantInt>(I.getIndexOperand());
  if (Index && Index->getValue().uge(Lanes))
    return PoisonValue::get(Ty);
  if (Index) {
    SmallVector<int, 256> Mask(Lanes, int(Index->getZExtValue()));
    return B.CreateShuffleVector(V, Mask);
  }
  auto *Int =
      FixedVectorType::get(B.getIntNTy(Ty->getScalarSizeInBits()), Lanes);
  Value *Only =
      B.CreateSelect(isLane(B, I.getIndexOperand(), Lanes),
                     B.CreateBitCast(V, Int), Constant::getNullValue(Int));
  for (unsigned Distance = Lanes / 2; Distance; Distance /= 2) {
    SmallVector<int, 256> Mask;
    for (unsigned N = 0; N != Lanes; ++N)
      Mask.push_back(int(N ^ Distance));
    Only = B.CreateOr(Only, B.CreateShuffleVector(Only, Mask));
  }
  return B.CreateBitCast(Only, Ty);
}

/// The scalar operation on vectors of \p Lanes lanes, null if there is none.
Value *TPCLaneValues::compute(Instruction &I, unsigned Lanes) {
  IRBuilder<> B(&I);
  if (auto *Extract = dyn_cast<ExtractElementInst>(&I)) {
    auto *Ty = cast<FixedVectorType>(Extract->getVectorOperandType());
    if (Ty->getNumElements() != Lanes || Ty->getScalarSizeInBits() == 1)
      return nullptr;
    return extracted(*Extract, B);
  }
  unsigned Width = TPCVectorBits / Lanes;
  auto HasLanes = [&](const Value *V) {
    unsigned Bits = V->getType()->getScalarSizeInBits();
    return Bits == Width || Bits == 1;
  };
  Instruction *New = I.clone();
  for (unsigned N = 0; N != I.getNumOperands(); ++N) {
    Value *V = I.getOperand(N);
    if (isa<Function>(V))
      continue;
    Value *Wide = HasLanes(V) ? inAllLanes(V, Lanes, I) : nullptr;
    if (!Wide || !HasLanes(&I)) {
      New->deleteValue();
      return nullptr;
    }
    New->setOperand(N, Wide);
  }
  auto *Ty = FixedVectorType::get(I.getType(), Lanes);
  if (auto *Call = dyn_cast<IntrinsicInst>(&I)) {
    New->deleteValue();
    SmallVector<Value *, 4> Args;
    for (Value *A : Call->args())
      Args.push_back(isVectorIntrinsicWithScalarOpAtArg(Call->getIntrinsicID(),
                                                        unsigned(Args.size()))
                         ? A
                         : inAllLanes(A, Lanes, I));
    return B.CreateIntrinsic(Ty, Call->getIntrinsicID(), Args);
  }
  New->mutateType(Ty);
  return B.Insert(New);
}

/// A vector with the scalar in all lanes, null if there is none.
Value *TPCLaneValues::inAllLanes(Value *V, unsigned Lanes,
                                 Instruction &Before) {
  if (!isFromLanes(V)) {
    IRBuilder<> B(&Before);
    return B.CreateVectorSplat(Lanes, V);
  }
  Value *&Known = Vectors[{V, Lanes}];
  if (Known)
    return Known;
  Value *R = compute(*cast<Instruction>(V), Lanes);
  return Vectors[{V, Lanes}] = R;
}

/// Puts the vector in place of the scalar where it goes into a vector.
bool TPCLaneValues::rewrite(Instruction &I) {
  auto *Insert = dyn_cast<InsertElementInst>(&I);
  if (!Insert || !isFromLanes(Insert->getOperand(1)))
    return false;
  FixedVectorType *Ty = wholeVector(I.getType());
  if (!Ty)
    return false;
  unsigned Lanes = Ty->getNumElements();
  Value *V = inAllLanes(Insert->getOperand(1), Lanes, I);
  if (!V || V->getType() != Ty)
    return false;
  // Into nothing: all lanes may have it, and the broadcast behind is done.
  Value *Old = Insert->getOperand(0);
  if (!isa<UndefValue>(Old)) {
    IRBuilder<> B(&I);
    Value *Index = Insert->getOperand(2);
    Value *Is;
    if (auto *C = dyn_cast<ConstantInt>(Index)) {
      SmallVector<Constant *, 256> Bits(Lanes, B.getFalse());
      if (C->getValue().ult(Lanes))
        Bits[C->getZExtValue()] = B.getTrue();
      Is = ConstantVector::get(Bits);
    } else {
      Is = isLane(B, Index, Lanes);
    }
    V = B.CreateSelect(Is, V, Old);
  }
  for (User *U : make_early_inc_range(I.users())) {
    auto *Shuffle = dyn_cast<ShuffleVectorInst>(U);
    if (isa<UndefValue>(Old) && Shuffle && Shuffle->isZeroEltSplat() &&
        Shuffle->getType() == Ty)
      Shuffle->replaceAllUsesWith(V);
  }
  I.replaceAllUsesWith(V);
  return true;
}

static void expandReductions(Function &F) {
  SmallVector<IntrinsicInst *, 4> Reductions;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<IntrinsicInst>(&I))
      if (StringRef(Intrinsic::getBaseName(Call->getIntrinsicID()))
              .starts_with("llvm.vector.reduce."))
        Reductions.push_back(Call);
  for (IntrinsicInst *I : Reductions)
    if (Value *New = expandReduction(*I)) {
      I->replaceAllUsesWith(New);
      I->eraseFromParent();
    }
}

bool TPCLaneValues::runOnFunction(Function &F) {
  FromLanes.clear();
  Vectors.clear();
  expandReductions(F);
  collect(F);
  if (FromLanes.empty())
    return true;
  SmallVector<Instruction *, 16> Inserts;
  for (Instruction &I : instructions(F))
    if (isa<InsertElementInst>(I))
      Inserts.push_back(&I);
  SmallVector<WeakTrackingVH, 16> Dead;
  for (Instruction *I : Inserts)
    if (rewrite(*I))
      Dead.push_back(I);
  Dead.append(FromLanes.begin(), FromLanes.end());
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(Dead);
  return true;
}
