//===-- TPCPredicates.cpp - Vector predicates are no integers -------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang keeps a vector of bool in memory as an integer of as many bits. The TPC
// has no such integer, but loads and stores of vector predicates; so each value
// of type i256 becomes one of <256 x i1>.
//
//===----------------------------------------------------------------------===//

#include "TPCLowering.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/ValueHandle.h"

using namespace llvm;

namespace {

class PredicateTypes {
  Type *IntTy;
  Type *VectorTy;
  /// What the values of type i256 became; some are replaced later.
  DenseMap<Value *, TrackingVH<Value>> Twins;
  SmallVector<Instruction *, 32> Old;

public:
  explicit PredicateTypes(LLVMContext &Ctx)
      : IntTy(IntegerType::get(Ctx, 256)),
        VectorTy(FixedVectorType::get(Type::getInt1Ty(Ctx), 256)) {}

  void run(Function &F) {
    Twins.clear();
    Old.clear();
    for (Instruction &I : instructions(F))
      if (I.getType() == IntTy && hasTwin(I))
        createTwin(I);
    for (Instruction *I : Old)
      connect(*I);
    for (Instruction &I : instructions(F))
      rewriteUse(I);
    for (Instruction *I : Old)
      I->replaceAllUsesWith(PoisonValue::get(I->getType()));
    for (Instruction *I : Old)
      I->eraseFromParent();
  }

  /// The layout stays: predicates have places of 256 bytes each.
  void retype(AllocaInst &A) {
    A.setAllocatedType(memoryType(A.getAllocatedType()));
  }

private:
  Type *memoryType(Type *T) const {
    if (T == IntTy)
      return VectorTy;
    if (auto *A = dyn_cast<ArrayType>(T))
      return ArrayType::get(memoryType(A->getElementType()),
                            A->getNumElements());
    auto *S = dyn_cast<StructType>(T);
    if (!S)
      return T;
    SmallVector<Type *, 8> Members;
    for (Type *Member : S->elements())
      Members.push_back(memoryType(Member));
    return ArrayRef(Members) == S->elements()
               ? T
               : StructType::get(S->getContext(), Members, S->isPacked());
  }

  /// Other uses are arithmetic on the integer, which stays and is diagnosed
  /// where it cannot be lowered.
  static bool isPlainUse(const User *U) {
    return isa<StoreInst, BitCastInst, PHINode, SelectInst, FreezeInst>(U);
  }

  static bool hasTwin(const Instruction &I) {
    return isa<LoadInst, BitCastInst, PHINode, SelectInst, FreezeInst>(I) &&
           all_of(I.users(), isPlainUse);
  }

  void createTwin(Instruction &I) {
    IRBuilder<> B(&I);
    Value *Twin;
    if (auto *Load = dyn_cast<LoadInst>(&I)) {
      auto *New = B.CreateAlignedLoad(VectorTy, Load->getPointerOperand(),
                                      Load->getAlign(), Load->isVolatile());
      New->copyMetadata(*Load, {LLVMContext::MD_tbaa, LLVMContext::MD_noalias,
                                LLVMContext::MD_alias_scope});
      Twin = New;
    } else if (isa<BitCastInst>(I)) {
      Twin = B.CreateBitCast(I.getOperand(0), VectorTy);
    } else {
      // Operands may not have twins yet.
      Instruction *New = I.clone();
      New->mutateType(VectorTy);
      New->insertBefore(I.getIterator());
      Twin = New;
    }
    Twins[&I] = Twin;
    Old.push_back(&I);
  }

  /// Of a value that has one.
  Value *twin(Value *V) { return Twins.find(V)->second; }

  Value *twinOf(Value *V, IRBuilder<> &B) {
    if (auto It = Twins.find(V); It != Twins.end())
      return It->second;
    if (auto *C = dyn_cast<Constant>(V))
      return ConstantFoldCastOperand(Instruction::BitCast, C, VectorTy,
                                     B.GetInsertBlock()->getDataLayout());
    return B.CreateBitCast(V, VectorTy);
  }

  /// Gives the twin of a phi or select the twins of its operands.
  void connect(Instruction &I) {
    auto *New = dyn_cast<Instruction>(twin(&I));
    if (!New || isa<LoadInst, BitCastInst>(I))
      return;
    for (Use &U : New->operands()) {
      if (U->getType() != IntTy)
        continue;
      auto *Phi = dyn_cast<PHINode>(New);
      IRBuilder<> B(Phi ? Phi->getIncomingBlock(U)->getTerminator() : New);
      U.set(twinOf(U.get(), B));
    }
  }

  void rewriteUse(Instruction &I) {
    IRBuilder<> B(&I);
    if (auto *Store = dyn_cast<StoreInst>(&I)) {
      Value *V = Store->getValueOperand();
      if (V->getType() == IntTy && (Twins.count(V) || isa<Constant>(V)))
        Store->setOperand(0, twinOf(V, B));
    } else if (isa<BitCastInst>(I) && Twins.count(I.getOperand(0))) {
      I.replaceAllUsesWith(B.CreateBitCast(twin(I.getOperand(0)), I.getType()));
    }
  }
};

} // namespace

void tpc::retypePredicates(Module &M) {
  PredicateTypes Types(M.getContext());
  for (Function &F : M) {
    for (Instruction &I : instructions(F))
      if (auto *A = dyn_cast<AllocaInst>(&I))
        Types.retype(*A);
    Types.run(F);
  }
}
