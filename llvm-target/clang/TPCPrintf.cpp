//===-- TPCPrintf.cpp - printf of kernels ---------------------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel prints into one more tensor, of 32-bit words in dimension 1, which
// the host reads afterwards (facts 6.7). A record is a start marker, the value,
// the format string with its zero, four characters a word, and an end marker
// that the next record overwrites. Each word is a vector store of which the
// tensor's size in dimension 0, one element, leaves lane 0.
//
//===----------------------------------------------------------------------===//

#include "TPCLowering.h"
#include "TPCTarget.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace {

constexpr uint32_t StartMarker = 0xcdcdcdcd;
constexpr uint32_t EndMarker = 0xffffffff;

class PrintfExpansion {
  Function &Kernel;
  unsigned Tensor, MaxTensors;
  tpc::ErrorFn Error;
  AllocaInst *Position = nullptr;

public:
  PrintfExpansion(Function &Kernel, unsigned Tensor, unsigned MaxTensors,
                  tpc::ErrorFn Error)
      : Kernel(Kernel), Tensor(Tensor), MaxTensors(MaxTensors), Error(Error) {}

  bool run(CallInst &Call) {
    StringRef Format;
    if (!getConstantStringInfo(Call.getArgOperand(0), Format))
      return fail(Call, "the format of printf must be a string constant");
    if (Call.arg_size() > 2)
      return fail(Call, "printf prints at most one value");
    if (Tensor >= MaxTensors)
      return fail(Call, "printf needs a tensor of its own, but the kernel "
                        "uses all " +
                            Twine(MaxTensors));
    IRBuilder<> B(&Call);
    if (!Position)
      createPosition();
    Value *Shown =
        Call.arg_size() == 2 ? narrow(Call.getArgOperand(1)) : B.getInt32(0);
    unsigned Width = Shown->getType()->getPrimitiveSizeInBits();
    if (Shown->getType()->isVectorTy() || !Width || Width > 32)
      return fail(Call, "printf prints only scalars of at most 32 bits");
    Value *At = B.CreateLoad(B.getInt32Ty(), Position);
    At = store(B, At, B.getInt32(StartMarker));
    auto *Lane = dyn_cast<ExtractElementInst>(Shown);
    At = Lane && Width == 32 ? storeLane(B, At, *Lane)
                             : store(B, At, bits(B, Shown));
    for (uint32_t Text : pack(Format))
      At = store(B, At, B.getInt32(Text));
    store(B, At, B.getInt32(EndMarker));
    B.CreateStore(At, Position);
    Call.replaceAllUsesWith(Constant::getNullValue(Call.getType()));
    Value *Printed = Call.arg_size() == 2 ? Call.getArgOperand(1) : nullptr;
    Call.eraseFromParent();
    // A lane is not a value that could be computed.
    if (Printed)
      RecursivelyDeleteTriviallyDeadInstructions(Printed);
    return true;
  }

private:
  bool fail(CallInst &Call, const Twine &Text) {
    Error(Call.getDebugLoc(), Text);
    return false;
  }

  void createPosition() {
    IRBuilder<> B(&Kernel.getEntryBlock(), Kernel.getEntryBlock().begin());
    Position = B.CreateAlloca(B.getInt32Ty(), nullptr, "printf.position");
    B.CreateStore(B.getInt32(0), Position);
  }

  static SmallVector<uint32_t, 16> pack(StringRef Format) {
    SmallVector<uint32_t, 16> Words(Format.size() / 4 + 1, 0);
    for (auto [Index, Char] : enumerate(Format))
      Words[Index / 4] |= uint32_t(uint8_t(Char)) << (Index % 4 * 8);
    return Words;
  }

  /// C has made a float a double; this is the float again.
  static Value *narrow(Value *V) {
    auto *Extend = dyn_cast<FPExtInst>(V);
    return Extend ? Extend->getOperand(0) : V;
  }

  /// The value as a word.
  static Value *bits(IRBuilder<> &B, Value *V) {
    unsigned Width = V->getType()->getPrimitiveSizeInBits();
    return B.CreateZExt(B.CreateBitCast(V, B.getIntNTy(Width)), B.getInt32Ty());
  }

  /// Writes a word; returns the next position.
  Value *store(IRBuilder<> &B, Value *At, Value *Word) {
    return store(B, At, B.getInt32(0), B.CreateVectorSplat(64, Word));
  }

  /// Writes a lane of a vector, which no instruction makes a scalar: the vector
  /// is stored so that the lane falls onto the tensor's only element.
  Value *storeLane(IRBuilder<> &B, Value *At, ExtractElementInst &Lane) {
    Value *First = B.CreateNeg(
        B.CreateZExtOrTrunc(Lane.getIndexOperand(), B.getInt32Ty()));
    return store(B, At, First,
                 B.CreateBitCast(Lane.getVectorOperand(),
                                 FixedVectorType::get(B.getInt32Ty(), 64)));
  }

  Value *store(IRBuilder<> &B, Value *At, Value *First, Value *Vector) {
    auto *IndexTy = FixedVectorType::get(B.getInt32Ty(), 5);
    Value *Index =
        B.CreateInsertElement(Constant::getNullValue(IndexTy), At, 1);
    Index = B.CreateInsertElement(Index, First, uint64_t(0));
    FunctionCallee Store = Kernel.getParent()->getOrInsertFunction(
        "llvm.tpc.st.tnsr.v64i32",
        FunctionType::get(B.getVoidTy(),
                          {IndexTy, B.getInt8Ty(), Vector->getType(),
                           B.getInt32Ty(), B.getInt1Ty(), B.getInt1Ty()},
                          false));
    auto *F = cast<Function>(Store.getCallee());
    F->setDoesNotThrow();
    F->setWillReturn();
    F->setOnlyWritesMemory();
    B.CreateCall(Store, {Index, B.getInt8(Tensor), Vector, B.getInt32(0),
                         B.getTrue(), B.getFalse()});
    return B.CreateAdd(At, B.getInt32(1));
  }
};

} // namespace

bool tpc::expandPrintf(Function &Kernel, const KernelInfo &Info,
                       ErrorFn Error) {
  Function *Printf = Kernel.getParent()->getFunction(PrintfSymbol);
  unsigned Tensor = Info.TensorParams.size();
  PrintfExpansion Expansion(Kernel, Tensor, Info.MaxTensors, Error);
  bool Ok = true, Any = Info.UsePrintf;
  if (Printf)
    for (User *U : make_early_inc_range(Printf->users())) {
      auto *Call = dyn_cast<CallInst>(U);
      if (!Call || Call->getFunction() != &Kernel)
        continue;
      Any = true;
      Ok &= Expansion.run(*Call);
    }
  if (Any)
    Kernel.addFnAttr("tpc-printf-tensor", std::to_string(Tensor));
  return Ok;
}
