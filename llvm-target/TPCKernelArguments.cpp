//===-- TPCKernelArguments.cpp - Scalars beyond the registers -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// S0 to S30 hold the first scalar parameters of a kernel. If there are more, a
// hidden tensor behind those of the kernel holds all of them as words, and the
// kernel loads the others from there (facts 6.3).
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

class TPCKernelArguments : public ModulePass {
public:
  static char ID;
  TPCKernelArguments() : ModulePass(ID) {}
  StringRef getPassName() const override { return "TPC kernel arguments"; }
  bool runOnModule(Module &M) override;
};

} // namespace

char TPCKernelArguments::ID = 0;

ModulePass *llvm::createTPCKernelArgumentsPass() {
  return new TPCKernelArguments();
}

/// The word of parameter \p Number as a value of type \p Ty.
static Value *loadWord(IRBuilder<> &B, unsigned Tensor, unsigned Number,
                       Type *Ty) {
  auto *Index = FixedVectorType::get(B.getInt32Ty(), TPC::NumDims);
  Type *Pointer = B.getPtrTy(TPCAS::Global);
  FunctionCallee GenAddr = B.GetInsertBlock()->getModule()->getOrInsertFunction(
      "llvm.tpc.gen.addr", Pointer, Index, B.getInt8Ty(), B.getInt32Ty(),
      Pointer, B.getInt1Ty(), B.getInt1Ty());
  Value *At = B.CreateInsertElement(Constant::getNullValue(Index),
                                    B.getInt32(Number), uint64_t(0));
  Value *Address = B.CreateCall(
      GenAddr, {At, B.getInt8(uint8_t(Tensor)), B.getInt32(0),
                PoisonValue::get(Pointer), B.getTrue(), B.getFalse()});
  if (Ty->isFloatTy())
    return B.CreateLoad(Ty, Address);
  Value *Word = B.CreateLoad(B.getInt32Ty(), Address);
  Type *Bits = B.getIntNTy(unsigned(Ty->getPrimitiveSizeInBits()));
  return B.CreateBitCast(B.CreateTrunc(Word, Bits), Ty);
}

bool TPCKernelArguments::runOnModule(Module &M) {
  for (Function &F : M) {
    if (F.isDeclaration() || F.arg_size() <= TPC::ABI_SCALARS)
      continue;
    StringRef Text = F.getFnAttribute("tpc-num-tensors").getValueAsString();
    unsigned Tensor;
    if (Text.getAsInteger(10, Tensor)) {
      F.getContext().diagnose(DiagnosticInfoUnsupported(
          F, "unsupported: a kernel with more than " + Twine(TPC::ABI_SCALARS) +
                 " scalar parameters needs the number of its tensors in the "
                 "attribute \"tpc-num-tensors\""));
      dropKernelBody(F);
      return true;
    }
    IRBuilder<> B(&*F.getEntryBlock().getFirstInsertionPt());
    for (Argument &A : drop_begin(F.args(), TPC::ABI_SCALARS)) {
      bool IsScalar = A.getType()->isFloatTy() || A.getType()->isBFloatTy() ||
                      (A.getType()->isIntegerTy() &&
                       A.getType()->getIntegerBitWidth() <= 32);
      // Others are reported by TPCCheckIR.
      if (IsScalar && !A.use_empty())
        A.replaceAllUsesWith(loadWord(B, Tensor, A.getArgNo(), A.getType()));
    }
    return true;
  }
  return false;
}
