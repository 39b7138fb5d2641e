//===-- TPCAddressNumbers.cpp - Local addresses as numbers ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pointer that is stored or compared need not be one into a known memory: its
// number is enough. InferAddressSpaces leaves such uses of generic pointers
// alone; here they become arithmetic on numbers.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/Analysis/Utils/Local.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/Pass.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace {

class TPCAddressNumbers : public FunctionPass {
public:
  static char ID;
  TPCAddressNumbers() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC address numbers"; }
  bool runOnFunction(Function &F) override;
};

/// The numbers of generic pointers, made where the pointers are.
class Numbers {
  DenseMap<Value *, Value *> Known;
  Type *NumberTy;
  const DataLayout &DL;

  Value *make(Instruction &I);

public:
  explicit Numbers(const Function &F)
      : NumberTy(Type::getInt32Ty(F.getContext())), DL(F.getDataLayout()) {}

  Value *get(Value *Address);
};

} // namespace

char TPCAddressNumbers::ID = 0;

FunctionPass *llvm::createTPCAddressNumbersPass() {
  return new TPCAddressNumbers();
}

static bool isGeneric(const Value *V) {
  return V->getType()->isPointerTy() &&
         V->getType()->getPointerAddressSpace() == TPCAS::Generic;
}

Value *Numbers::get(Value *Address) {
  if (auto It = Known.find(Address); It != Known.end())
    return It->second;
  if (auto *I = dyn_cast<Instruction>(Address))
    return make(*I);
  if (auto *Cast = dyn_cast<AddrSpaceCastOperator>(Address))
    if (auto *C = dyn_cast<Constant>(Cast->getPointerOperand()))
      return ConstantExpr::getPtrToInt(C, NumberTy);
  return ConstantExpr::getPtrToInt(cast<Constant>(Address), NumberTy);
}

Value *Numbers::make(Instruction &I) {
  IRBuilder<> B(&I);
  if (auto *Phi = dyn_cast<PHINode>(&I)) {
    PHINode *New = B.CreatePHI(NumberTy, Phi->getNumIncomingValues());
    Known[&I] = New; // before its operands, which may depend on it
    for (auto [V, From] : zip(Phi->incoming_values(), Phi->blocks()))
      New->addIncoming(get(V), From);
    return New;
  }
  Value *Number;
  if (auto *Select = dyn_cast<SelectInst>(&I)) {
    Number = B.CreateSelect(Select->getCondition(), get(Select->getTrueValue()),
                            get(Select->getFalseValue()));
  } else if (auto *Step = dyn_cast<GetElementPtrInst>(&I)) {
    Number = B.CreateAdd(get(Step->getPointerOperand()),
                         emitGEPOffset(&B, DL, Step));
  } else if (auto *Cast = dyn_cast<AddrSpaceCastInst>(&I)) {
    Number = B.CreatePtrToInt(Cast->getPointerOperand(), NumberTy);
  } else {
    B.SetInsertPoint(&*std::next(I.getIterator()));
    Number = B.CreatePtrToInt(&I, NumberTy);
  }
  return Known[&I] = Number;
}

/// Phis that only feed each other.
static void deleteDeadPhis(Function &F) {
  SmallVector<WeakTrackingVH, 16> Phis;
  for (BasicBlock &Block : F)
    for (PHINode &Phi : Block.phis())
      if (isGeneric(&Phi))
        Phis.push_back(&Phi);
  for (const WeakTrackingVH &Phi : Phis)
    if (auto *Left = dyn_cast_or_null<PHINode>(Phi))
      RecursivelyDeleteDeadPHINode(Left);
}

bool TPCAddressNumbers::runOnFunction(Function &F) {
  SmallVector<Instruction *, 16> Uses;
  for (Instruction &I : instructions(F))
    if (isa<ICmpInst, PtrToIntInst>(I) && isGeneric(I.getOperand(0)))
      Uses.push_back(&I);
  Numbers N(F);
  for (Instruction *I : Uses) {
    IRBuilder<> B(I);
    Value *First = N.get(I->getOperand(0));
    Value *New;
    if (auto *Compare = dyn_cast<ICmpInst>(I))
      New = B.CreateICmp(Compare->getPredicate(), First,
                         N.get(Compare->getOperand(1)));
    else
      New = B.CreateZExtOrTrunc(First, I->getType());
    SmallVector<WeakTrackingVH, 2> Old(I->operands());
    I->replaceAllUsesWith(New);
    I->eraseFromParent();
    RecursivelyDeleteTriviallyDeadInstructionsPermissive(Old);
  }
  if (!Uses.empty())
    deleteDeadPhis(F);
  return !Uses.empty();
}
