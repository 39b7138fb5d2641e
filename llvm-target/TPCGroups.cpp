//===-- TPCGroups.cpp - Pairs and quads of vectors ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A group is a vector of two or four registers. Type legalization splits it;
// what puts groups together and takes them apart must be shuffles of whole
// registers then. SROA writes a part of a group as a select with a constant
// mask: here it becomes the shuffle that it is. The broadcast of a coordinate
// comes as a shuffle between files and becomes a scalar and its broadcast.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

class TPCGroups : public FunctionPass {
public:
  static char ID;
  TPCGroups() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC groups of vectors"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCGroups::ID = 0;

FunctionPass *llvm::createTPCGroupsPass() { return new TPCGroups(); }

/// Lanes of one register of a group, 0 if the type is none.
static unsigned getLanesPerRegister(const Type *Ty) {
  const auto *V = dyn_cast<FixedVectorType>(Ty);
  if (!V)
    return 0;
  unsigned Bits = V->getScalarSizeInBits();
  if (Bits < 8 || V->getNumElements() * Bits <= TPCVectorBits)
    return 0;
  return TPCVectorBits / Bits;
}

bool llvm::isGroupShuffle(const ShuffleVectorInst &Shuffle) {
  unsigned Lanes = getLanesPerRegister(Shuffle.getType());
  if (!Lanes)
    Lanes = getLanesPerRegister(Shuffle.getOperand(0)->getType());
  ArrayRef<int> Mask = Shuffle.getShuffleMask();
  if (!Lanes || Mask.size() % Lanes)
    return false;
  for (; !Mask.empty(); Mask = Mask.drop_front(Lanes)) {
    int First = -1; // lane of the source that the part begins with
    for (unsigned I = 0; I != Lanes; ++I) {
      if (Mask[I] < 0)
        continue;
      if (First < 0)
        First = Mask[I] - int(I);
      if (First < 0 || First % int(Lanes) || Mask[I] != First + int(I))
        return false;
    }
  }
  return true;
}

/// select <N x i1> <constants>, A, B
static bool replaceSelect(SelectInst &Select) {
  auto *Mask = dyn_cast<Constant>(Select.getCondition());
  if (!Mask || !getLanesPerRegister(Select.getType()) ||
      !Mask->getType()->isVectorTy())
    return false;
  unsigned Lanes = cast<FixedVectorType>(Select.getType())->getNumElements();
  SmallVector<int, 512> Indices;
  for (unsigned I = 0; I != Lanes; ++I) {
    const Constant *Bit = Mask->getAggregateElement(I);
    if (!Bit || (!isa<UndefValue>(Bit) && !isa<ConstantInt>(Bit)))
      return false;
    Indices.push_back(isa<UndefValue>(Bit) ? -1
                      : Bit->isOneValue()  ? int(I)
                                           : int(I + Lanes));
  }
  auto *Shuffle =
      new ShuffleVectorInst(Select.getTrueValue(), Select.getFalseValue(),
                            Indices, "", Select.getIterator());
  Shuffle->setDebugLoc(Select.getDebugLoc());
  Shuffle->takeName(&Select);
  Select.replaceAllUsesWith(Shuffle);
  Select.eraseFromParent();
  return true;
}

/// A coordinate in all lanes: shufflevector <5 x i32> of one element. The
/// coordinate comes first, then its broadcast.
static bool replaceBroadcast(ShuffleVectorInst &Shuffle) {
  auto *From = cast<FixedVectorType>(Shuffle.getOperand(0)->getType());
  auto *To = cast<FixedVectorType>(Shuffle.getType());
  ArrayRef<int> Mask = Shuffle.getShuffleMask();
  unsigned Lanes = From->getNumElements();
  const int *First = find_if(Mask, [](int M) { return M >= 0; });
  if (Lanes != TPC::NumDims || To->getNumElements() == TPC::NumDims ||
      First == Mask.end() ||
      !all_of(Mask, [&](int M) { return M < 0 || M == *First; }))
    return false;
  IRBuilder<> B(&Shuffle);
  Value *Source = Shuffle.getOperand(unsigned(*First) / Lanes);
  Value *Coordinate = B.CreateExtractElement(Source, uint64_t(*First) % Lanes);
  Value *All = B.CreateVectorSplat(To->getNumElements(), Coordinate);
  All->takeName(&Shuffle);
  Shuffle.replaceAllUsesWith(All);
  Shuffle.eraseFromParent();
  return true;
}

bool TPCGroups::runOnFunction(Function &F) {
  bool Changed = false;
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    if (auto *Select = dyn_cast<SelectInst>(&I))
      Changed |= replaceSelect(*Select);
    else if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I))
      Changed |= replaceBroadcast(*Shuffle);
  }
  return Changed;
}
