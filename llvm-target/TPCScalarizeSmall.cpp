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
  bool scalarizeCall(CallInst &I, Elements &Results);
  bool takeBits(Instruction &I, Elements &Results);
  Value *extract(ExtractElementInst &I);
  void widen(ShuffleVectorInst &I);
  void finishPhis();
  void eraseDead();

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
  return V && V->getNumElements() == 5 && V->getElementType()->isIntegerTy(32);
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
    return C && C->getValue().ult(5);
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
               !StringRef(Intrinsic::getBaseName(Intrinsic->getIntrinsicID()))
                    .starts_with("llvm.vector.reduce.");
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

static Value *reduce(IRBuilder<> &B, IntrinsicInst &I, ArrayRef<Value *> E) {
  Value *R = nullptr;
  auto Join = [&](auto Op) {
    for (Value *X : E)
      R = R ? Op(R, X) : X;
  };
  auto Binary = [&](Intrinsic::ID ID) {
    Join([&](Value *X, Value *Y) { return B.CreateBinaryIntrinsic(ID, X, Y); });
  };
  switch (I.getIntrinsicID()) {
  case Intrinsic::vector_reduce_add:
    Join([&](Value *X, Value *Y) { return B.CreateAdd(X, Y); });
    break;
  case Intrinsic::vector_reduce_mul:
    Join([&](Value *X, Value *Y) { return B.CreateMul(X, Y); });
    break;
  case Intrinsic::vector_reduce_and:
    Join([&](Value *X, Value *Y) { return B.CreateAnd(X, Y); });
    break;
  case Intrinsic::vector_reduce_or:
    Join([&](Value *X, Value *Y) { return B.CreateOr(X, Y); });
    break;
  case Intrinsic::vector_reduce_xor:
    Join([&](Value *X, Value *Y) { return B.CreateXor(X, Y); });
    break;
  case Intrinsic::vector_reduce_fadd:
    R = I.getArgOperand(0);
    Join([&](Value *X, Value *Y) { return B.CreateFAdd(X, Y); });
    break;
  case Intrinsic::vector_reduce_fmul:
    R = I.getArgOperand(0);
    Join([&](Value *X, Value *Y) { return B.CreateFMul(X, Y); });
    break;
  case Intrinsic::vector_reduce_smax:
    Binary(Intrinsic::smax);
    break;
  case Intrinsic::vector_reduce_smin:
    Binary(Intrinsic::smin);
    break;
  case Intrinsic::vector_reduce_umax:
    Binary(Intrinsic::umax);
    break;
  case Intrinsic::vector_reduce_umin:
    Binary(Intrinsic::umin);
    break;
  case Intrinsic::vector_reduce_fmax:
    Binary(Intrinsic::maxnum);
    break;
  case Intrinsic::vector_reduce_fmin:
    Binary(Intrinsic::minnum);
    break;
  case Intrinsic::vector_reduce_fmaximum:
    Binary(Intrinsic::maximum);
    break;
  case Intrinsic::vector_reduce_fminimum:
    Binary(Intrinsic::minimum);
    break;
  default:
    break;
  }
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
    Value *Last = I.arg_empty() ? nullptr : I.getArgOperand(I.arg_size() - 1);
    if (!Last || !smallVector(Last->getType()))
      return false;
    Value *R = reduce(B, *Call, elements(Last, &I));
    if (!R)
      return false;
    I.replaceAllUsesWith(R);
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
  Dead.push_back(&I);
}

/// One instruction an element. Returns false where that is not possible.
bool TPCScalarizeSmall::scalarize(Instruction &I) {
  FixedVectorType *Ty = smallVector(I.getType());
  auto Operand = [&](unsigned N) { return elements(I.getOperand(N), &I); };
  IRBuilder<> B(&I);
  Elements R;
  if (auto *Extract = dyn_cast<ExtractElementInst>(&I)) {
    I.replaceAllUsesWith(extract(*Extract));
    Dead.push_back(&I);
    return true;
  }
  if (auto *Call = dyn_cast<CallInst>(&I)) {
    if (!scalarizeCall(*Call, R))
      return false;
    if (R.empty())
      return true;
  } else if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I); Shuffle && !Ty) {
    widen(*Shuffle);
    return true;
  } else if (!Ty) {
    // Of the bits of the elements, one number.
    if (!isa<BitCastInst>(I) || I.getType()->isVectorTy() || !takeBits(I, R))
      return false;
    Dead.push_back(&I);
    return true;
  } else if (auto *Phi = dyn_cast<PHINode>(&I)) {
    for (unsigned N = 0; N != Ty->getNumElements(); ++N)
      R.push_back(
          B.CreatePHI(Ty->getElementType(), Phi->getNumIncomingValues()));
    Phis.push_back(Phi);
  } else if (auto *Insert = dyn_cast<InsertElementInst>(&I)) {
    R = Operand(0);
    Value *Index = I.getOperand(2), *New = Insert->getOperand(1);
    for (unsigned N = 0; N != R.size(); ++N) {
      Value *Is = B.CreateICmpEQ(Index, ConstantInt::get(Index->getType(), N));
      R[N] = B.CreateSelect(Is, New, R[N]);
    }
  } else if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I)) {
    auto *From = cast<FixedVectorType>(I.getOperand(0)->getType());
    unsigned Count = From->getNumElements();
    for (int N : Shuffle->getShuffleMask()) {
      if (N < 0) {
        R.push_back(PoisonValue::get(Ty->getElementType()));
        continue;
      }
      unsigned Source = unsigned(N) / Count, Lane = unsigned(N) % Count;
      R.push_back(smallVector(From)
                      ? Operand(Source)[Lane]
                      : B.CreateExtractElement(I.getOperand(Source), Lane));
    }
  } else if (!isa<BitCastInst>(I) || !takeBits(I, R)) {
    bool IsElementwise = isa<BinaryOperator, UnaryOperator, CastInst, CmpInst,
                             SelectInst, FreezeInst>(I);
    for (Value *V : I.operands())
      if (auto *From = smallVector(V->getType()))
        IsElementwise &= From->getNumElements() == Ty->getNumElements();
      else if (!isa<SelectInst>(I))
        IsElementwise = false;
    if (!IsElementwise)
      return false;
    for (unsigned N = 0; N != Ty->getNumElements(); ++N) {
      Instruction *One = I.clone();
      for (unsigned A = 0; A != I.getNumOperands(); ++A)
        if (smallVector(I.getOperand(A)->getType()))
          One->setOperand(A, Operand(A)[N]);
      One->mutateType(Ty->getElementType());
      B.Insert(One);
      R.push_back(One);
    }
  }
  // Index vectors remain values; others are known by their elements only.
  if (isIndex(Ty) && !isa<PHINode>(I)) {
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

/// Erases what is known by its elements, unless something that could not be
/// taken apart needs it as a whole: TPCCheckIR reports that.
void TPCScalarizeSmall::eraseDead() {
  SmallPtrSet<User *, 32> Gone(Dead.begin(), Dead.end());
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (Instruction *I : Dead)
      if (any_of(I->users(), [&](User *U) { return !Gone.contains(U); }))
        Changed |= Gone.erase(I);
  }
  erase_if(Dead, [&](Instruction *I) { return !Gone.contains(I); });
  for (Instruction *I : Dead)
    if (!I->getType()->isVoidTy())
      I->replaceAllUsesWith(PoisonValue::get(I->getType()));
  for (Instruction *I : Dead)
    I->eraseFromParent();
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
  eraseDead();
  return Changed;
}
