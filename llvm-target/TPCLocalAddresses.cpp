//===-- TPCLocalAddresses.cpp - Numbers used as local addresses -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The two local memories share the numbers of their addresses, so a number that
// becomes a pointer does not tell which of them is meant. What is read and
// written through the pointer does: only vector memory holds vectors, only
// scalar memory holds words. Pointers in memory are numbers, too.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

class TPCLocalAddresses : public FunctionPass {
public:
  static char ID;
  TPCLocalAddresses() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC local addresses"; }
  bool runOnFunction(Function &F) override;
};

/// What is reached through an address.
class Accesses {
  SmallPtrSet<const Value *, 16> Seen;
  bool Words = false;
  bool Vectors = false;

  void add(const Type *Ty);
  void add(const MemIntrinsic &Copy);

public:
  void follow(const Value *Address);
  void follow(const Use &AddressUse);
  bool areMixed() const { return Words && Vectors; }
  unsigned space() const { return Vectors ? TPCAS::Vector : TPCAS::Scalar; }
};

} // namespace

char TPCLocalAddresses::ID = 0;

FunctionPass *llvm::createTPCLocalAddressesPass() {
  return new TPCLocalAddresses();
}

void Accesses::add(const Type *Ty) {
  // Predicates of a vector lie where vectors do, coordinates do not.
  const auto *Vector = dyn_cast<FixedVectorType>(Ty);
  bool IsWide = Vector && (Vector->getElementType()->isIntegerTy(1) ||
                           Vector->getPrimitiveSizeInBits() >= TPCVectorBits);
  (IsWide ? Vectors : Words) = true;
}

void Accesses::add(const MemIntrinsic &Copy) {
  const auto *Length = dyn_cast<ConstantInt>(Copy.getLength());
  bool IsWhole = Length && Length->getZExtValue() % (TPCVectorBits / 8) == 0 &&
                 Copy.getDestAlign().valueOrOne() >= TPCVectorBits / 8;
  (IsWhole ? Vectors : Words) = true;
}

void Accesses::follow(const Value *Address) {
  if (Seen.insert(Address).second)
    for (const Use &U : Address->uses())
      follow(U);
}

void Accesses::follow(const Use &AddressUse) {
  const User *U = AddressUse.getUser();
  if (const auto *Load = dyn_cast<LoadInst>(U)) {
    add(Load->getType());
  } else if (const auto *Store = dyn_cast<StoreInst>(U)) {
    if (AddressUse.getOperandNo() == StoreInst::getPointerOperandIndex())
      add(Store->getValueOperand()->getType());
  } else if (const auto *Copy = dyn_cast<MemIntrinsic>(U)) {
    add(*Copy);
  } else if (isa<GetElementPtrInst, PHINode, SelectInst, FreezeInst>(U)) {
    follow(static_cast<const Value *>(U));
  }
}

static bool isGenericAddress(const Value *V) {
  return V->getType()->isPointerTy() &&
         V->getType()->getPointerAddressSpace() == TPCAS::Generic;
}

/// An instruction with the value of a constant, null if it may stay one.
static Instruction *asInstruction(const Use &U) {
  if (!isGenericAddress(U))
    return nullptr;
  if (auto *C = dyn_cast<ConstantExpr>(U))
    return C->getAsInstruction();
  // Address zero is one like others; comparisons take it as it is.
  if (!isa<ConstantPointerNull>(U) || isa<ICmpInst>(U.getUser()))
    return nullptr;
  Type *Int = Type::getInt32Ty(U->getContext());
  return new IntToPtrInst(ConstantInt::get(Int, 0), U->getType());
}

/// Makes instructions of the addresses that are written as constants.
static bool expandConstants(Function &F) {
  SmallVector<std::pair<Use *, Instruction *>, 8> Found;
  for (Instruction &I : instructions(F))
    for (Use &U : I.operands())
      if (Instruction *New = asInstruction(U))
        Found.push_back({&U, New});
  for (auto [U, New] : Found) {
    auto *I = cast<Instruction>(U->getUser());
    New->setDebugLoc(I->getDebugLoc());
    auto *Phi = dyn_cast<PHINode>(I);
    if (!Phi) {
      New->insertBefore(I);
      U->set(New);
      continue;
    }
    // An edge that occurs twice must bring the same value each time.
    BasicBlock *From = Phi->getIncomingBlock(*U);
    New->insertBefore(From->getTerminator());
    Phi->setIncomingValueForBlock(From, New);
  }
  return !Found.empty();
}

/// Every use of an address gets an address of its own, as far as sums go, so
/// that one number may serve both memories.
static void splitSums(Instruction &Address) {
  for (Use &U : make_early_inc_range(Address.uses())) {
    auto *Sum = dyn_cast<GetElementPtrInst>(U.getUser());
    if (!Sum)
      continue;
    while (Sum->hasNUsesOrMore(2)) {
      Instruction *Copy = Sum->clone();
      Copy->insertAfter(Sum);
      Sum->use_begin()->set(Copy);
      splitSums(*Copy);
    }
    splitSums(*Sum);
  }
}

/// Gives the number's address the space that its accesses need.
static void resolve(IntToPtrInst &I) {
  Accesses All;
  All.follow(&I);
  if (All.areMixed())
    splitSums(I);
  IRBuilder<> B(&I);
  DenseMap<unsigned, Value *> Addresses;
  for (Use &U : make_early_inc_range(I.uses())) {
    Accesses Reached;
    Reached.follow(U);
    if (Reached.areMixed())
      I.getContext().diagnose(DiagnosticInfoUnsupported(
          *I.getFunction(),
          "words and vectors are accessed through one address; they lie in "
          "different memories: use one address for each",
          cast<Instruction>(U.getUser())->getDebugLoc()));
    Value *&Address = Addresses[Reached.space()];
    if (!Address)
      Address = B.CreateAddrSpaceCast(
          B.CreateIntToPtr(I.getOperand(0), B.getPtrTy(Reached.space()),
                           I.getName()),
          I.getType());
    U.set(Address);
  }
  I.eraseFromParent();
}

/// Makes a load of a number of one of a pointer.
static void expandLoad(LoadInst &Load) {
  IRBuilder<> B(&Load);
  LoadInst *Number =
      B.CreateAlignedLoad(B.getInt32Ty(), Load.getPointerOperand(),
                          Load.getAlign(), Load.isVolatile(), Load.getName());
  Load.replaceAllUsesWith(B.CreateIntToPtr(Number, Load.getType()));
  Load.eraseFromParent();
}

static bool expandPointersInMemory(Function &F) {
  bool Changed = false;
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    auto *Load = dyn_cast<LoadInst>(&I);
    auto *Store = dyn_cast<StoreInst>(&I);
    if (Load && isGenericAddress(Load)) {
      expandLoad(*Load);
    } else if (Store && isGenericAddress(Store->getValueOperand())) {
      IRBuilder<> B(Store);
      Store->setOperand(
          0, B.CreatePtrToInt(Store->getValueOperand(), B.getInt32Ty()));
    } else {
      continue;
    }
    Changed = true;
  }
  return Changed;
}

bool TPCLocalAddresses::runOnFunction(Function &F) {
  bool Changed = expandPointersInMemory(F);
  // A constant's operand may be a constant, too.
  while (expandConstants(F))
    Changed = true;
  SmallVector<IntToPtrInst *, 8> Numbers;
  for (Instruction &I : instructions(F))
    if (auto *Number = dyn_cast<IntToPtrInst>(&I))
      if (isGenericAddress(Number))
        Numbers.push_back(Number);
  for (IntToPtrInst *Number : Numbers)
    resolve(*Number);
  return Changed || !Numbers.empty();
}
