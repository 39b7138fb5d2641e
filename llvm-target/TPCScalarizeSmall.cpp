//===-- TPCScalarizeSmall.cpp - Vectors that are no registers -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Vectors of a few elements are elements, and so are index vectors in
// operations that index registers do not have: comparisons, divisions,
// conversions, elements whose number is not a constant.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

using Elements = SmallVector<Value *, 8>;

class TPCScalarizeSmall : public FunctionPass {
  DenseMap<Value *, Elements> Known;
  SmallVector<PHINode *, 8> Phis;
  SmallVector<Instruction *, 32> Dead;

  Elements elements(Value *V, Instruction *Before);
  bool isNative(const Instruction &I) const;
  bool scalarize(Instruction &I);
  bool replaceResult(Instruction &I);
  Elements resultOf(Instruction &I);
  Elements insert(InsertElementInst &I);
  Elements shuffle(ShuffleVectorInst &I);
  Elements elementwise(Instruction &I);
  bool scalarizeCall(CallInst &I, Elements &Results);
  bool takeBits(Instruction &I, Elements &Results);
  Value *extract(ExtractElementInst &I);
  void widen(ShuffleVectorInst &I);
  void finishPhis();

public:
  static char ID;
  TPCScalarizeSmall() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC scalarize small"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCScalarizeSmall::ID = 0;

FunctionPass *llvm::createTPCScalarizeSmallPass() {
  return new TPCScalarizeSmall();
}

static FixedVectorType *smallVector(Type *Ty) {
  auto *V = dyn_cast<FixedVectorType>(Ty);
  return V && V->getNumElements() <= TPC::MaxSmallVector ? V : nullptr;
}

/// What index registers hold.
static bool isIndex(Type *Ty) {
  auto *V = dyn_cast<FixedVectorType>(Ty);
  return V && V->getNumElements() == TPC::NumDims &&
         V->getElementType()->isIntegerTy(32);
}

static bool isReduction(Intrinsic::ID ID) {
  return StringRef(Intrinsic::getBaseName(ID))
      .starts_with("llvm.vector.reduce.");
}

/// Whether selection knows the operation on index vectors.
bool TPCScalarizeSmall::isNative(const Instruction &I) const {
  auto IsElsewhere = [](const Value *V) {
    return !smallVector(V->getType()) || isIndex(V->getType());
  };
  if (!IsElsewhere(&I) || !all_of(I.operands(), IsElsewhere))
    return false;
  switch (I.getOpcode()) {
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::Mul:
  case Instruction::And:
  case Instruction::Or:
  case Instruction::Xor:
  case Instruction::Shl:
  case Instruction::LShr:
  case Instruction::PHI:
  case Instruction::Freeze:
  case Instruction::ShuffleVector:
  case Instruction::Load:
  case Instruction::Store:
    return true;
  case Instruction::Select:
    return !I.getOperand(0)->getType()->isVectorTy();
  case Instruction::InsertElement:
  case Instruction::ExtractElement: {
    auto *C = dyn_cast<ConstantInt>(I.getOperand(I.getNumOperands() - 1));
    return C && C->getValue().ult(TPC::NumDims);
  }
  case Instruction::Call:
    if (auto *Intrinsic = dyn_cast<IntrinsicInst>(&I))
      switch (Intrinsic->getIntrinsicID()) {
      case Intrinsic::smax:
      case Intrinsic::smin:
      case Intrinsic::umax:
      case Intrinsic::umin:
        return true;
      default:
        return !I.getType()->isVectorTy() &&
               !isReduction(Intrinsic->getIntrinsicID());
      }
    return true;
  default:
    return false;
  }
}

Elements TPCScalarizeSmall::elements(Value *V, Instruction *Before) {
  if (auto It = Known.find(V); It != Known.end())
    return It->second;
  unsigned Count = smallVector(V->getType())->getNumElements();
  Elements R;
  if (auto *C = dyn_cast<Constant>(V)) {
    for (unsigned N = 0; N != Count; ++N)
      R.push_back(C->getAggregateElement(N));
    if (!is_contained(R, nullptr))
      return R;
    R.clear();
  }
  IRBuilder<> B(Before);
  for (unsigned N = 0; N != Count; ++N)
    R.push_back(B.CreateExtractElement(V, B.getInt32(N)));
  return R;
}

/// A number that is not a constant chooses among the elements.
Value *TPCScalarizeSmall::extract(ExtractElementInst &I) {
  Elements E = elements(I.getVectorOperand(), &I);
  Value *Index = I.getIndexOperand();
  if (auto *C = dyn_cast<ConstantInt>(Index))
    return C->getValue().ult(E.size()) ? E[C->getZExtValue()]
                                       : PoisonValue::get(I.getType());
  IRBuilder<> B(&I);
  Value *R = E.back();
  for (unsigned N = 0; N + 1 < E.size(); ++N)
    R = B.CreateSelect(
        B.CreateICmpEQ(Index, ConstantInt::get(Index->getType(), N)), E[N], R);
  return R;
}

/// The elements one after the other; sums and products of floating-point
/// numbers have a start.
static Value *reduce(IRBuilder<> &B, IntrinsicInst &I, ArrayRef<Value *> E) {
  Value *R = I.arg_size() == 2 ? I.getArgOperand(0) : nullptr;
  for (Value *X : E)
    R = R ? combineReduced(B, I.getIntrinsicID(), R, X) : X;
  return R;
}

/// Intrinsics that work element by element, and reductions.
bool TPCScalarizeSmall::scalarizeCall(CallInst &I, Elements &Results) {
  auto *Call = dyn_cast<IntrinsicInst>(&I);
  if (!Call)
    return false;
  IRBuilder<> B(&I);
  Intrinsic::ID ID = Call->getIntrinsicID();
  if (!I.getType()->isVectorTy()) {
    if (!isReduction(ID))
      return false;
    Value *Last = I.getArgOperand(I.arg_size() - 1);
    I.replaceAllUsesWith(reduce(B, *Call, elements(Last, &I)));
    Dead.push_back(&I);
    return true;
  }
  if (!isTriviallyVectorizable(ID))
    return false;
  for (unsigned N = 0; N != smallVector(I.getType())->getNumElements(); ++N) {
    SmallVector<Value *, 4> Args;
    SmallVector<Type *, 2> Types;
    if (isVectorIntrinsicWithOverloadTypeAtArg(ID, -1))
      Types.push_back(I.getType()->getScalarType());
    for (unsigned A = 0; A != I.arg_size(); ++A) {
      Value *V = I.getArgOperand(A);
      Args.push_back(smallVector(V->getType()) ? elements(V, &I)[N] : V);
      if (isVectorIntrinsicWithOverloadTypeAtArg(ID, int(A)))
        Types.push_back(Args.back()->getType());
    }
    Results.push_back(B.CreateIntrinsic(ID, Types, Args));
  }
  return true;
}

/// A bitcast between elements of different widths: the bits of each element,
/// from those of the others. Element 0 is the lowest.
bool TPCScalarizeSmall::takeBits(Instruction &I, Elements &Results) {
  IRBuilder<> B(&I);
  Value *V = I.getOperand(0);
  FixedVectorType *From = smallVector(V->getType());
  FixedVectorType *To = smallVector(I.getType());
  Elements In = From ? elements(V, &I) : Elements{V};
  unsigned InBits = unsigned(In.front()->getType()->getPrimitiveSizeInBits());
  unsigned OutBits =
      unsigned(I.getType()->getScalarType()->getPrimitiveSizeInBits());
  unsigned Count = To ? To->getNumElements() : 1;
  if (!InBits || !OutBits || std::max(InBits, OutBits) > 128 ||
      std::max(InBits, OutBits) % std::min(InBits, OutBits))
    return false;
  for (Value *&X : In)
    X = B.CreateBitCast(X, B.getIntNTy(InBits));
  Type *Out = B.getIntNTy(OutBits);
  for (unsigned N = 0; N != Count; ++N) {
    Value *R;
    if (InBits >= OutBits) {
      unsigned Bit = N * OutBits;
      R = B.CreateTrunc(B.CreateLShr(In[Bit / InBits], Bit % InBits), Out);
    } else {
      unsigned Parts = OutBits / InBits;
      R = B.CreateZExt(In[N * Parts], Out);
      for (unsigned Part = 1; Part != Parts; ++Part)
        R = B.CreateOr(R, B.CreateShl(B.CreateZExt(In[N * Parts + Part], Out),
                                      Part * InBits));
    }
    Results.push_back(B.CreateBitCast(R, I.getType()->getScalarType()));
  }
  if (To)
    return true;
  I.replaceAllUsesWith(Results.front());
  return true;
}

/// A vector of full size with elements of small ones, most often the same in
/// all lanes.
void TPCScalarizeSmall::widen(ShuffleVectorInst &I) {
  IRBuilder<> B(&I);
  auto *Ty = cast<FixedVectorType>(I.getType());
  Elements From = elements(I.getOperand(0), &I);
  if (any_of(I.getShuffleMask(), [&](int N) { return N >= int(From.size()); }))
    append_range(From, elements(I.getOperand(1), &I));
  Value *Whole = PoisonValue::get(Ty);
  if (I.isZeroEltSplat())
    Whole = B.CreateVectorSplat(Ty->getElementCount(), From.front());
  else
    for (auto [Lane, N] : enumerate(I.getShuffleMask()))
      if (N >= 0)
        Whole = B.CreateInsertElement(Whole, From[N], uint64_t(Lane));
  I.replaceAllUsesWith(Whole);
}

/// What is new in place of the element with a number.
Elements TPCScalarizeSmall::insert(InsertElementInst &I) {
  IRBuilder<> B(&I);
  Elements R = elements(I.getOperand(0), &I);
  Value *Index = I.getOperand(2), *New = I.getOperand(1);
  for (unsigned N = 0; N != R.size(); ++N) {
    Value *Is = B.CreateICmpEQ(Index, ConstantInt::get(Index->getType(), N));
    R[N] = B.CreateSelect(Is, New, R[N]);
  }
  return R;
}

Elements TPCScalarizeSmall::shuffle(ShuffleVectorInst &I) {
  IRBuilder<> B(&I);
  auto *From = cast<FixedVectorType>(I.getOperand(0)->getType());
  Elements R;
  for (int N : I.getShuffleMask()) {
    if (N < 0) {
      R.push_back(PoisonValue::get(I.getType()->getElementType()));
      continue;
    }
    Value *Source = I.getOperand(unsigned(N) / From->getNumElements());
    unsigned Lane = unsigned(N) % From->getNumElements();
    R.push_back(smallVector(From) ? elements(Source, &I)[Lane]
                                  : B.CreateExtractElement(Source, Lane));
  }
  return R;
}

/// One instruction an element; none where that is not possible.
Elements TPCScalarizeSmall::elementwise(Instruction &I) {
  FixedVectorType *Ty = smallVector(I.getType());
  if (!isa<BinaryOperator, UnaryOperator, CastInst, CmpInst, SelectInst,
           FreezeInst>(I))
    return {};
  for (Value *V : I.operands()) {
    FixedVectorType *From = smallVector(V->getType());
    if (From ? From->getNumElements() != Ty->getNumElements()
             : !isa<SelectInst>(I))
      return {};
  }
  IRBuilder<> B(&I);
  Elements R;
  for (unsigned N = 0; N != Ty->getNumElements(); ++N) {
    Instruction *One = I.clone();
    for (unsigned A = 0; A != I.getNumOperands(); ++A)
      if (Value *V = I.getOperand(A); smallVector(V->getType()))
        One->setOperand(A, elements(V, &I)[N]);
    One->mutateType(Ty->getElementType());
    R.push_back(B.Insert(One));
  }
  return R;
}

/// An instruction whose result is no small vector, though operands are.
bool TPCScalarizeSmall::replaceResult(Instruction &I) {
  Elements R;
  if (auto *Extract = dyn_cast<ExtractElementInst>(&I))
    I.replaceAllUsesWith(extract(*Extract));
  else if (auto *Call = dyn_cast<CallInst>(&I))
    return scalarizeCall(*Call, R);
  else if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I))
    widen(*Shuffle);
  // Of the bits of the elements, one number.
  else if (!isa<BitCastInst>(I) || I.getType()->isVectorTy() || !takeBits(I, R))
    return false;
  Dead.push_back(&I);
  return true;
}

/// The elements of a small vector; none where they cannot be had.
Elements TPCScalarizeSmall::resultOf(Instruction &I) {
  Elements R;
  if (auto *Call = dyn_cast<CallInst>(&I)) {
    scalarizeCall(*Call, R);
  } else if (auto *Phi = dyn_cast<PHINode>(&I)) {
    FixedVectorType *Ty = smallVector(I.getType());
    IRBuilder<> B(&I);
    for (unsigned N = 0; N != Ty->getNumElements(); ++N)
      R.push_back(
          B.CreatePHI(Ty->getElementType(), Phi->getNumIncomingValues()));
    Phis.push_back(Phi);
  } else if (auto *Insert = dyn_cast<InsertElementInst>(&I)) {
    R = insert(*Insert);
  } else if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I)) {
    R = shuffle(*Shuffle);
  } else if (!isa<BitCastInst>(I) || !takeBits(I, R)) {
    R = elementwise(I);
  }
  return R;
}

/// Returns false where that is not possible.
bool TPCScalarizeSmall::scalarize(Instruction &I) {
  FixedVectorType *Ty = smallVector(I.getType());
  if (!Ty)
    return replaceResult(I);
  Elements R = resultOf(I);
  if (R.empty())
    return false;
  // Index vectors remain values; others are known by their elements only.
  if (isIndex(Ty) && !isa<PHINode>(I)) {
    IRBuilder<> B(&I);
    Value *Whole = PoisonValue::get(Ty);
    for (unsigned N = 0; N != R.size(); ++N)
      Whole = B.CreateInsertElement(Whole, R[N], B.getInt32(N));
    I.replaceAllUsesWith(Whole);
  } else {
    Known[&I] = R;
  }
  Dead.push_back(&I);
  return true;
}

void TPCScalarizeSmall::finishPhis() {
  for (PHINode *Phi : Phis) {
    Elements R = Known[Phi];
    for (unsigned In = 0; In != Phi->getNumIncomingValues(); ++In) {
      BasicBlock *From = Phi->getIncomingBlock(In);
      Elements E = elements(Phi->getIncomingValue(In), From->getTerminator());
      for (unsigned N = 0; N != R.size(); ++N)
        cast<PHINode>(R[N])->addIncoming(E[N], From);
    }
  }
}

bool TPCScalarizeSmall::runOnFunction(Function &F) {
  Known.clear();
  Phis.clear();
  Dead.clear();
  ReversePostOrderTraversal<Function *> Order(&F);
  for (BasicBlock *BB : Order)
    for (Instruction &I : make_early_inc_range(*BB)) {
      bool IsSmall = smallVector(I.getType()) ||
                     any_of(I.operands(),
                            [](Value *V) { return smallVector(V->getType()); });
      if (IsSmall && !isNative(I))
        scalarize(I);
    }
  finishPhis();
  bool Changed = !Dead.empty();
  eraseReplaced(Dead);
  return Changed;
}
