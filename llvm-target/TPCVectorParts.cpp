//===-- TPCVectorParts.cpp - Vectors in memory that fill no register ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Vectors of more elements than TPC::MaxSmallVector take up a quarter, a half
// or, with the padding behind them, all of the 256 bytes of a register. Lower
// halves of registers move to and from multiples of 128 bytes (facts 3.1); a
// quarter is taken out of its half, or put into it.
//
//===----------------------------------------------------------------------===//

#include "TPCVectorParts.h"
#include "TPC.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

static constexpr unsigned HalfBytes = TPC::VectorBytes / 2;

/// The vector of a register with such elements.
static FixedVectorType *wholeVector(Type *Element) {
  return FixedVectorType::get(Element,
                              TPCVectorBits / Element->getScalarSizeInBits());
}

/// How much of a register's bytes a vector takes up; 0 if it is no part of one
/// or does not lie at a multiple of them.
static unsigned partBytes(Type *Ty, Align Alignment) {
  const auto *V = dyn_cast<FixedVectorType>(Ty);
  if (!V || V->getNumElements() <= TPC::MaxSmallVector)
    return 0;
  const Type *Element = V->getElementType();
  bool IsLane = Element->isIntegerTy(8) || Element->isIntegerTy(16) ||
                Element->isIntegerTy(32) || Element->isFloatTy() ||
                Element->isBFloatTy();
  if (!IsLane || V->getPrimitiveSizeInBits() >= TPCVectorBits)
    return 0;
  uint64_t Bytes = PowerOf2Ceil(V->getPrimitiveSizeInBits() / 8);
  return Alignment >= Bytes ? unsigned(Bytes) : 0;
}

/// As names of intrinsics have the type.
static std::string nameOf(const Type *Ty) {
  const auto *V = cast<FixedVectorType>(Ty);
  const Type *Element = V->getElementType();
  const char *Letter = Element->isIntegerTy()  ? "i"
                       : Element->isBFloatTy() ? "bf"
                                               : "f";
  return "v" + utostr(V->getNumElements()) + Letter +
         utostr(V->getScalarSizeInBits());
}

static Value *call(IRBuilder<> &B, const Twine &Name, Type *Result,
                   ArrayRef<Value *> Args) {
  SmallVector<Type *, 5> Types;
  for (const Value *Arg : Args)
    Types.push_back(Arg->getType());
  FunctionCallee F = B.GetInsertBlock()->getModule()->getOrInsertFunction(
      Name.str(), FunctionType::get(Result, Types, /*isVarArg=*/false));
  return B.CreateCall(F, Args);
}

static Value *loadHalf(IRBuilder<> &B, Value *Address, Type *Whole) {
  return call(B, "llvm.tpc.ld.l.v.low." + nameOf(Whole) + ".i1", Whole,
              {Address, B.getInt32(0), PoisonValue::get(Whole), B.getTrue(),
               B.getFalse()});
}

static void storeHalf(IRBuilder<> &B, Value *Address, Value *Whole) {
  call(B, "llvm.tpc.st.l.v.low." + nameOf(Whole->getType()) + ".i1",
       B.getVoidTy(),
       {Address, Whole, B.getInt32(0), B.getTrue(), B.getFalse()});
}

namespace {

/// A quarter is one of the two in its half of a vector.
struct Quarter {
  Value *Half;     ///< address
  Value *IsSecond; ///< of the two

  Quarter(IRBuilder<> &B, Value *Address)
      : Half(B.CreateAnd(Address, ~(HalfBytes - 1))),
        IsSecond(B.CreateIsNotNull(B.CreateAnd(Address, HalfBytes / 2))) {}
};

} // namespace

bool TPC::lowerVectorPart(LoadInst &Load) {
  unsigned Bytes = partBytes(Load.getType(), Load.getAlign());
  if (!Bytes)
    return false;
  IRBuilder<> B(&Load);
  auto *Ty = cast<FixedVectorType>(Load.getType());
  FixedVectorType *Whole = wholeVector(Ty->getElementType());
  Value *Pointer = Load.getPointerOperand(), *R;
  Value *Address = B.CreatePtrToInt(Pointer, B.getInt32Ty());
  auto Part = [&](Value *V, unsigned First) {
    return B.CreateShuffleVector(
        V, createSequentialMask(First, Ty->getNumElements(), 0));
  };
  if (Bytes == TPC::VectorBytes) {
    R = Part(
        B.CreateAlignedLoad(Whole, Pointer, Align(Bytes), Load.isVolatile()),
        0);
  } else if (Bytes == HalfBytes) {
    R = Part(loadHalf(B, Address, Whole), 0);
  } else {
    Quarter Q(B, Address);
    Value *V = loadHalf(B, Q.Half, Whole);
    R = B.CreateSelect(Q.IsSecond, Part(V, Whole->getNumElements() / 4),
                       Part(V, 0));
  }
  R->takeName(&Load);
  Load.replaceAllUsesWith(R);
  Load.eraseFromParent();
  return true;
}

bool TPC::lowerVectorPart(StoreInst &Store) {
  Value *V = Store.getValueOperand();
  unsigned Bytes = partBytes(V->getType(), Store.getAlign());
  if (!Bytes)
    return false;
  IRBuilder<> B(&Store);
  auto *Ty = cast<FixedVectorType>(V->getType());
  FixedVectorType *Whole = wholeVector(Ty->getElementType());
  unsigned Lanes = Whole->getNumElements(), Count = Ty->getNumElements();
  Value *Pointer = Store.getPointerOperand();
  Value *Address = B.CreatePtrToInt(Pointer, B.getInt32Ty());
  Value *Wide =
      B.CreateShuffleVector(V, createSequentialMask(0, Count, Lanes - Count));
  if (Bytes == TPC::VectorBytes) {
    B.CreateAlignedStore(Wide, Pointer, Align(Bytes), Store.isVolatile());
  } else if (Bytes == HalfBytes) {
    storeHalf(B, Address, Wide);
  } else {
    Quarter Q(B, Address);
    Value *Old = loadHalf(B, Q.Half, Whole);
    // The bytes of the half that are not written stay.
    auto Merge = [&](unsigned First) {
      SmallVector<int, 16> Mask = createSequentialMask(0, Lanes, 0);
      for (unsigned N = 0; N != Count; ++N)
        Mask[First + N] = int(Lanes + N);
      return B.CreateShuffleVector(Old, Wide, Mask);
    };
    storeHalf(B, Q.Half,
              B.CreateSelect(Q.IsSecond, Merge(Lanes / 4), Merge(0)));
  }
  Store.eraseFromParent();
  return true;
}
