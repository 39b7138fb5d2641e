//===-- TPCLoopPragmas.cpp - Pragmas as metadata of loops -----------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCLowering.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"

using namespace llvm;

namespace {

/// The place where a loop starts, as Clang noted it; null if it did not.
const DILocation *loopStart(const MDNode *LoopID) {
  for (const MDOperand &Op : drop_begin(LoopID->operands()))
    if (auto *Loc = dyn_cast<DILocation>(Op))
      return Loc;
  return nullptr;
}

bool sameFile(const DILocation *Loc, StringRef File) {
  StringRef Name = Loc->getFilename();
  return Name == File || Name.ends_with(File) || File.ends_with(Name);
}

class LoopMarker {
  LLVMContext &Ctx;
  /// Ends of loops that Clang noted the place of.
  SmallVector<Instruction *, 16> Latches;

public:
  explicit LoopMarker(Module &M) : Ctx(M.getContext()) {
    for (Function &F : M)
      for (Instruction &I : instructions(F))
        if (MDNode *ID = I.getMetadata(LLVMContext::MD_loop))
          if (loopStart(ID))
            Latches.push_back(&I);
  }

  /// The loop that a pragma stands in front of.
  void mark(const tpc::LoopPragma &P) {
    Instruction *Best = nullptr;
    auto LineOf = [](const Instruction *I) {
      return loopStart(I->getMetadata(LLVMContext::MD_loop))->getLine();
    };
    for (Instruction *I : Latches) {
      const DILocation *Loc = loopStart(I->getMetadata(LLVMContext::MD_loop));
      if (Loc->getLine() < P.Line || !sameFile(Loc, P.File) ||
          (Loc->getLine() == P.Line && !P.SameLine))
        continue;
      if (!Best || LineOf(I) < LineOf(Best))
        Best = I;
    }
    if (Best)
      mark(*Best, P);
  }

  void markAllTaken() {
    tpc::LoopPragma P;
    P.Taken = true;
    for (Instruction *I : Latches)
      mark(*I, P);
  }

private:
  void mark(Instruction &Latch, const tpc::LoopPragma &P) {
    SmallVector<Metadata *, 8> Ops(
        Latch.getMetadata(LLVMContext::MD_loop)->operands());
    auto Add = [&](bool Given, StringRef Name) {
      if (Given)
        Ops.push_back(MDNode::get(
            Ctx, {MDString::get(Ctx, Name),
                  ConstantAsMetadata::get(ConstantInt::getTrue(Ctx))}));
    };
    Add(P.Taken, "tpc.loop.taken");
    Add(P.Pipelined, "tpc.loop.pipelined");
    Add(P.Unaligned, "tpc.loop.unaligned");
    MDNode *New = MDNode::getDistinct(Ctx, Ops);
    New->replaceOperandWith(0, New);
    Latch.setMetadata(LLVMContext::MD_loop, New);
  }
};

} // namespace

void tpc::markLoops(Module &M, const KernelInfo &Info) {
  LoopMarker Marker(M);
  for (const LoopPragma &P : Info.LoopPragmas)
    Marker.mark(P);
  if (Info.AllLoopsTaken)
    Marker.markAllTaken();
}
