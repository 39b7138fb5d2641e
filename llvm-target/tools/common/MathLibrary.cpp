//===-- MathLibrary.cpp - Functions of lib/math ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MathLibrary.h"
#include "TPC.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

static constexpr StringLiteral Prefix = "__tpc_";

/// x / c as x * (1 / c) where that is exact; null otherwise.
static Value *multiplyByInverse(IRBuilder<> &B, BinaryOperator &Div) {
  auto *C = dyn_cast<Constant>(Div.getOperand(1));
  if (C && C->getType()->isVectorTy())
    C = C->getSplatValue();
  auto *Number = dyn_cast_or_null<ConstantFP>(C);
  APFloat Inverse(0.0f);
  if (!Number || !Number->getValueAPF().getExactInverse(&Inverse))
    return nullptr;
  return B.CreateFMul(Div.getOperand(0),
                      ConstantFP::get(Div.getType(), Inverse));
}

static Value *callDivision(IRBuilder<> &B, Value *X, Value *Y, StringRef Name) {
  FunctionCallee Callee = B.GetInsertBlock()->getModule()->getOrInsertFunction(
      (Prefix + Name).str(), X->getType(), X->getType(), Y->getType());
  return B.CreateCall(Callee, {X, Y});
}

static Value *divideScalars(IRBuilder<> &B, Value *X, Value *Y) {
  Type *T = X->getType();
  if (T->isFloatTy())
    return callDivision(B, X, Y, "s_div_f32");
  Value *Quotient = callDivision(B, B.CreateFPExt(X, B.getFloatTy()),
                                 B.CreateFPExt(Y, B.getFloatTy()), "s_div_f32");
  return B.CreateFPTrunc(Quotient, T);
}

/// Element by element where the code generator takes vectors apart, otherwise
/// register by register.
static Value *divideVectors(IRBuilder<> &B, Value *X, Value *Y) {
  auto *T = cast<FixedVectorType>(X->getType());
  unsigned Count = T->getNumElements();
  if (Count <= TPC::MaxSmallVector) {
    Value *R = PoisonValue::get(T);
    for (unsigned N = 0; N != Count; ++N)
      R = B.CreateInsertElement(R,
                                divideScalars(B, B.CreateExtractElement(X, N),
                                              B.CreateExtractElement(Y, N)),
                                N);
    return R;
  }
  bool IsFloat = T->getElementType()->isFloatTy();
  StringRef Name = IsFloat ? "v_div_f32" : "v_div_bf16";
  unsigned Lanes = TPCVectorBits / T->getScalarSizeInBits();
  if (Count == Lanes)
    return callDivision(B, X, Y, Name);
  SmallVector<Value *, 4> Parts;
  for (unsigned First = 0; First < Count; First += Lanes) {
    unsigned Here = std::min(Lanes, Count - First);
    SmallVector<int, 16> Mask = createSequentialMask(First, Here, Lanes - Here);
    Parts.push_back(callDivision(B, B.CreateShuffleVector(X, Mask),
                                 B.CreateShuffleVector(Y, Mask), Name));
  }
  Value *R = concatenateVectors(B, Parts);
  return B.CreateShuffleVector(R, createSequentialMask(0, Count, 0));
}

/// The division as operations that the machine has; null if the type has none.
static Value *expandDivision(BinaryOperator &Div) {
  IRBuilder<> B(&Div);
  if (Value *Product = multiplyByInverse(B, Div))
    return Product;
  Type *T = Div.getType(), *Element = T->getScalarType();
  if (!Element->isFloatTy() && !Element->isBFloatTy())
    return nullptr;
  Value *X = Div.getOperand(0), *Y = Div.getOperand(1);
  if (isa<FixedVectorType>(T))
    return divideVectors(B, X, Y);
  return T->isVectorTy() ? nullptr : divideScalars(B, X, Y);
}

static void expandDivisions(Module &M) {
  SmallVector<BinaryOperator *, 8> Divisions;
  for (Function &F : M)
    for (Instruction &I : instructions(F))
      if (I.getOpcode() == Instruction::FDiv)
        Divisions.push_back(cast<BinaryOperator>(&I));
  for (BinaryOperator *Div : Divisions) {
    Value *New = ConstantFoldInstruction(Div, M.getDataLayout());
    if (!New)
      New = expandDivision(*Div);
    if (!New)
      continue;
    New->takeName(Div);
    Div->replaceAllUsesWith(New);
    Div->eraseFromParent();
  }
}

static bool callsLibrary(const Module &M) {
  for (const Function &F : M)
    if (F.isDeclaration() && F.getName().starts_with(Prefix))
      return true;
  return false;
}

static std::string libraryPath() {
  static int Anchor;
  SmallString<128> Path(sys::fs::getMainExecutable(nullptr, &Anchor));
  sys::path::remove_filename(Path);
  sys::path::append(Path, "..", "lib", "opentpc", "tpc-math.bc");
  return std::string(Path);
}

Error tpc::linkMathLibrary(Module &M) {
  expandDivisions(M);
  if (!callsLibrary(M))
    return Error::success();
  std::string Path = libraryPath();
  auto Fail = [&](const Twine &Reason) {
    return createStringError(inconvertibleErrorCode(),
                             "cannot use the mathematical library " + Path +
                                 ": " + Reason);
  };
  ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(Path);
  if (!File)
    return Fail(File.getError().message());
  Expected<std::unique_ptr<Module>> Library =
      getOwningLazyBitcodeModule(std::move(*File), M.getContext());
  if (!Library)
    return Fail(toString(Library.takeError()));
  (*Library)->setTargetTriple(M.getTargetTriple());
  (*Library)->setDataLayout(M.getDataLayout());
  if (Linker::linkModules(M, std::move(*Library), Linker::LinkOnlyNeeded))
    return Fail("it does not fit this module");
  // They are the module's own now, and go when nothing calls them.
  for (Function &F : M)
    if (!F.isDeclaration() && F.getName().starts_with(Prefix))
      F.setLinkage(GlobalValue::InternalLinkage);
  return Error::success();
}
