//===-- TPCGlobalAddresses.cpp - Choices between global addresses ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Address registers cannot be copied or saved, so no address may come from
// several places. Where it does and all places mean elements of one tensor, the
// choice is made between the coordinates; the address is made again at each
// use.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

/// The choices that depend on each other, and the GEN_ADDR they end at.
struct Web {
  SmallSetVector<Instruction *, 8> Choices; ///< phis and selects
  CallInst *Example = nullptr;              ///< null: not of one tensor
  bool IsOneTensor = true;
};

class TPCGlobalAddresses : public FunctionPass {
  DenseMap<Instruction *, Value *> Coordinates; ///< of a choice

  Value *getCoordinates(Value *Address);
  bool replace(const Web &W);

public:
  static char ID;
  TPCGlobalAddresses() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC global addresses"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCGlobalAddresses::ID = 0;

FunctionPass *llvm::createTPCGlobalAddressesPass() {
  return new TPCGlobalAddresses();
}

/// Arguments of llvm.tpc.gen.addr.
enum : unsigned { Index, Tensor, Switches, Income, Guard, Polarity };

static CallInst *asGenAddr(Value *V) {
  auto *Call = dyn_cast<CallInst>(V);
  return Call && Call->getCalledFunction() &&
                 Call->getCalledFunction()->getName() == "llvm.tpc.gen.addr" &&
                 Call->arg_size() > Polarity
             ? Call
             : nullptr;
}

static bool isChoice(const Value *V) {
  return V->getType()->isPointerTy() &&
         V->getType()->getPointerAddressSpace() == TPCAS::Global &&
         isa<PHINode, SelectInst>(V);
}

/// Whether both are always executed and differ in their coordinates only.
static bool areAlike(const CallInst &A, const CallInst &B) {
  auto Same = [&](unsigned Arg) {
    return A.getArgOperand(Arg) == B.getArgOperand(Arg);
  };
  auto *Condition = dyn_cast<ConstantInt>(A.getArgOperand(Guard));
  auto *Inverted = dyn_cast<ConstantInt>(A.getArgOperand(Polarity));
  return Same(Tensor) && Same(Switches) && Same(Guard) && Same(Polarity) &&
         isa<ConstantInt>(A.getArgOperand(Tensor)) && Condition && Inverted &&
         Condition->isOne() != Inverted->isOne();
}

static Web findWeb(Instruction *First) {
  Web W;
  W.Choices.insert(First);
  for (unsigned N = 0; N != W.Choices.size(); ++N) {
    for (User *U : W.Choices[N]->users())
      if (isChoice(U))
        W.Choices.insert(cast<Instruction>(U));
    for (Value *Source : W.Choices[N]->operands()) {
      if (Source->getType() != First->getType() || isa<UndefValue>(Source))
        continue;
      if (isChoice(Source)) {
        W.Choices.insert(cast<Instruction>(Source));
        continue;
      }
      CallInst *Call = asGenAddr(Source);
      if (!W.Example)
        W.Example = Call;
      W.IsOneTensor &= Call && areAlike(*Call, *W.Example);
    }
  }
  return W;
}

Value *TPCGlobalAddresses::getCoordinates(Value *Address) {
  if (CallInst *Call = asGenAddr(Address))
    return Call->getArgOperand(Index);
  if (auto *Choice = dyn_cast<Instruction>(Address))
    return Coordinates.lookup(Choice);
  return nullptr;
}

bool TPCGlobalAddresses::replace(const Web &W) {
  if (!W.IsOneTensor || !W.Example)
    return false;
  Type *IndexTy = W.Example->getArgOperand(Index)->getType();
  auto *None = PoisonValue::get(IndexTy);
  for (Instruction *I : W.Choices) {
    IRBuilder<> B(I);
    if (auto *Phi = dyn_cast<PHINode>(I))
      Coordinates[I] = B.CreatePHI(IndexTy, Phi->getNumIncomingValues());
    else
      Coordinates[I] =
          B.Insert(SelectInst::Create(I->getOperand(0), None, None));
  }
  for (Instruction *I : W.Choices) {
    auto Of = [&](Value *Address) -> Value * {
      Value *V = getCoordinates(Address);
      return V ? V : None;
    };
    if (auto *Phi = dyn_cast<PHINode>(I)) {
      for (unsigned N = 0; N != Phi->getNumIncomingValues(); ++N)
        cast<PHINode>(Coordinates[I])
            ->addIncoming(Of(Phi->getIncomingValue(N)),
                          Phi->getIncomingBlock(N));
      continue;
    }
    auto *New = cast<SelectInst>(Coordinates[I]);
    New->setTrueValue(Of(I->getOperand(1)));
    New->setFalseValue(Of(I->getOperand(2)));
  }
  for (Instruction *I : W.Choices)
    for (Use &U : make_early_inc_range(I->uses())) {
      auto *User = cast<Instruction>(U.getUser());
      if (isChoice(User))
        continue;
      auto *Copy = cast<CallInst>(W.Example->clone());
      Copy->setArgOperand(Index, Coordinates[I]);
      Copy->setDebugLoc(User->getDebugLoc());
      Copy->insertBefore(User);
      U.set(Copy);
    }
  for (Instruction *I : W.Choices)
    I->replaceAllUsesWith(PoisonValue::get(I->getType()));
  for (Instruction *I : W.Choices)
    I->eraseFromParent();
  return true;
}

bool TPCGlobalAddresses::runOnFunction(Function &F) {
  Coordinates.clear();
  SmallVector<Instruction *, 8> Choices;
  for (Instruction &I : instructions(F))
    if (isChoice(&I))
      Choices.push_back(&I);
  bool Changed = false;
  SmallPtrSet<Instruction *, 8> Done;
  for (Instruction *I : Choices) {
    if (Done.contains(I))
      continue;
    Web W = findWeb(I);
    Done.insert(W.Choices.begin(), W.Choices.end());
    Changed |= replace(W);
  }
  return Changed;
}
