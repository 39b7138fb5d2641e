//===-- TPCInlineAll.cpp - One function is the kernel ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// There are no calls and no stack (facts 6.4): what the kernel calls becomes
// part of it, whatever the optimisation level. What cannot is reported.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Pass.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

static cl::opt<std::string>
    MainFunction("main-function", cl::desc("Name of the kernel function"),
                 cl::value_desc("name"), cl::init("main"));

namespace {

class TPCInlineAll : public ModulePass {
  SmallVector<const Function *, 8> Path;

  bool inlineInto(Function &F);
  Function *findKernel(Module &M);

public:
  static char ID;
  TPCInlineAll() : ModulePass(ID) {}
  StringRef getPassName() const override { return "TPC inline everything"; }
  bool runOnModule(Module &M) override;
};

} // namespace

char TPCInlineAll::ID = 0;

ModulePass *llvm::createTPCInlineAllPass() { return new TPCInlineAll(); }

static void report(const Instruction &I, const Twine &Message) {
  I.getContext().diagnose(
      DiagnosticInfoUnsupported(*I.getFunction(), Message, I.getDebugLoc()));
}

void llvm::dropKernelBody(Function &F) {
  F.dropAllReferences();
  while (!F.empty())
    F.back().eraseFromParent();
  BasicBlock *Entry = BasicBlock::Create(F.getContext(), "", &F);
  new UnreachableInst(F.getContext(), Entry);
  F.addFnAttr("tpc-error");
}

void llvm::eraseReplaced(SmallVectorImpl<Instruction *> &Dead) {
  SmallPtrSet<const User *, 32> Gone(Dead.begin(), Dead.end());
  SmallVector<Instruction *, 32> Kept;
  auto Keep = [&](Instruction *I) {
    if (Gone.erase(I))
      Kept.push_back(I);
  };
  for (Instruction *I : Dead)
    if (any_of(I->users(), [&](const User *U) { return !Gone.contains(U); }))
      Keep(I);
  // What is kept needs its operands.
  while (!Kept.empty())
    for (Value *Operand : Kept.pop_back_val()->operands())
      if (auto *I = dyn_cast<Instruction>(Operand))
        Keep(I);
  erase_if(Dead, [&](Instruction *I) { return !Gone.contains(I); });
  for (Instruction *I : Dead)
    if (!I->getType()->isVoidTy())
      I->replaceAllUsesWith(PoisonValue::get(I->getType()));
  for (Instruction *I : Dead)
    I->eraseFromParent();
}

/// Everything that \p F calls becomes part of it. Returns false after an error.
bool TPCInlineAll::inlineInto(Function &F) {
  Path.push_back(&F);
  auto Leave = make_scope_exit([&] { Path.pop_back(); });
  SmallVector<CallBase *, 16> Calls;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallBase>(&I))
      if (!Call->isInlineAsm() && !isa<IntrinsicInst>(Call))
        Calls.push_back(Call);
  bool Good = true;
  for (CallBase *Call : Calls) {
    Function *Callee = Call->getCalledFunction();
    if (!Callee) {
      report(*Call, "indirect calls do not exist on a TPC; call the function "
                    "by its name");
      Good = false;
      continue;
    }
    if (Callee->getName().starts_with("llvm."))
      continue;
    if (Callee->isDeclaration()) {
      report(*Call, "function '" + Callee->getName() +
                        "' is not defined; a kernel has to contain everything "
                        "it calls");
      Good = false;
      continue;
    }
    if (is_contained(Path, Callee)) {
      report(*Call, "recursion into '" + Callee->getName() +
                        "': there is no stack; use a loop");
      Good = false;
      continue;
    }
    if (!inlineInto(*Callee)) {
      Good = false;
      continue;
    }
    InlineFunctionInfo IFI;
    InlineResult Result = InlineFunction(*Call, IFI);
    if (!Result.isSuccess()) {
      report(*Call, "'" + Callee->getName() +
                        "' cannot become a part of its "
                        "caller: " +
                        Result.getFailureReason());
      Good = false;
    }
  }
  return Good;
}

Function *TPCInlineAll::findKernel(Module &M) {
  for (Function &F : M)
    if (F.hasFnAttribute("tpc-kernel") && !F.isDeclaration())
      return &F;
  if (Function *F = M.getFunction(MainFunction))
    if (!F->isDeclaration())
      return F;
  Function *Only = nullptr;
  for (Function &F : M) {
    if (F.isDeclaration() || F.hasLocalLinkage())
      continue;
    if (Only)
      return nullptr;
    Only = &F;
  }
  return Only;
}

bool TPCInlineAll::runOnModule(Module &M) {
  if (!M.getModuleInlineAsm().empty()) {
    M.getContext().emitError("assembly outside of functions would never run; "
                             "write it into the kernel");
    M.setModuleInlineAsm("");
  }
  Function *Kernel = findKernel(M);
  if (!Kernel) {
    M.getContext().emitError("no kernel: '" + MainFunction +
                             "' is not defined (--main-function names it)");
    for (Function &F : make_early_inc_range(M))
      if (!F.isDeclaration())
        F.deleteBody();
    return true;
  }
  // -O0 marks functions so that passes leave them alone; these are needed.
  for (Function &F : M) {
    F.removeFnAttr(Attribute::OptimizeNone);
    F.removeFnAttr(Attribute::NoInline);
  }
  if (!inlineInto(*Kernel))
    dropKernelBody(*Kernel);
  for (Function &F : M)
    if (&F != Kernel && !F.isDeclaration())
      F.deleteBody();
  for (Function &F : make_early_inc_range(M))
    if (F.isDeclaration() && F.use_empty())
      F.eraseFromParent();
  TPC::orderCarries(M);
  return true;
}
