//===-- TPCPipeline.cpp - Passes on the IR of a kernel --------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's default pipeline is for hosts: it vectorizes, makes tables of
// switches, calls of loops, and wide integers of trip counts. Here everything
// is one function already, and what pays are values in registers, short loop
// bodies and counters that stay as they are, from which the code generator
// makes hardware loops.
//
//===----------------------------------------------------------------------===//

#include "TPCLowering.h"
#include "TPCTakenLoops.h"
#include "TPCTarget.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Transforms/IPO/AlwaysInliner.h"
#include "llvm/Transforms/IPO/GlobalDCE.h"
#include "llvm/Transforms/IPO/GlobalOpt.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/ADCE.h"
#include "llvm/Transforms/Scalar/BDCE.h"
#include "llvm/Transforms/Scalar/CorrelatedValuePropagation.h"
#include "llvm/Transforms/Scalar/DeadStoreElimination.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/GVN.h"
#include "llvm/Transforms/Scalar/InferAddressSpaces.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopDeletion.h"
#include "llvm/Transforms/Scalar/LoopInstSimplify.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/LoopRotation.h"
#include "llvm/Transforms/Scalar/LoopSimplifyCFG.h"
#include "llvm/Transforms/Scalar/LoopUnrollPass.h"
#include "llvm/Transforms/Scalar/LowerExpectIntrinsic.h"
#include "llvm/Transforms/Scalar/Reassociate.h"
#include "llvm/Transforms/Scalar/SCCP.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimpleLoopUnswitch.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"

using namespace llvm;

namespace {

/// Runs the passes that Add puts into the manager.
void runPasses(Module &M, function_ref<void(ModulePassManager &)> Add) {
  LoopAnalysisManager LAM;
  FunctionAnalysisManager FAM;
  CGSCCAnalysisManager CGAM;
  ModuleAnalysisManager MAM;
  PassBuilder PB;
  PB.registerModuleAnalyses(MAM);
  PB.registerCGSCCAnalyses(CGAM);
  PB.registerFunctionAnalyses(FAM);
  PB.registerLoopAnalyses(LAM);
  PB.crossRegisterProxies(LAM, FAM, CGAM, MAM);

  ModulePassManager MPM;
  Add(MPM);
  MPM.run(M, MAM);
}

/// Without tables for switches: they would have to be stored first.
SimplifyCFGPass simplifyCFG() {
  return SimplifyCFGPass(
      SimplifyCFGOptions().convertSwitchToLookupTable(false).sinkCommonInsts(
          false));
}

GVNPass gvn() { return GVNPass(GVNOptions().setPRE(true).setLoadPRE(false)); }

/// Values in registers, whatever the level: variables of vectors and
/// predicates have no other home.
void addFirst(FunctionPassManager &FPM) {
  FPM.addPass(LowerExpectIntrinsicPass());
  FPM.addPass(SROAPass(SROAOptions::ModifyCFG));
  FPM.addPass(InferAddressSpacesPass(tpc::GenericLocal));
  FPM.addPass(EarlyCSEPass());
  FPM.addPass(simplifyCFG());
  // Copies of the padding of structures, which nobody reads.
  FPM.addPass(DSEPass());
}

void addScalar(FunctionPassManager &FPM) {
  FPM.addPass(InstCombinePass());
  FPM.addPass(SCCPPass());
  FPM.addPass(CorrelatedValuePropagationPass());
  FPM.addPass(simplifyCFG());
  FPM.addPass(ReassociatePass());
}

void addLoops(FunctionPassManager &FPM, tpc::OptLevel Level) {
  LoopPassManager LPM;
  LPM.addPass(LoopInstSimplifyPass());
  LPM.addPass(LoopSimplifyCFGPass());
  LPM.addPass(LICMPass(LICMOptions()));
  LPM.addPass(LoopRotatePass(/*EnableHeaderDuplication=*/!Level.Size));
  LPM.addPass(LICMPass(LICMOptions()));
  LPM.addPass(SimpleLoopUnswitchPass(/*NonTrivial=*/false));
  LPM.addPass(LoopDeletionPass());
  FPM.addPass(createFunctionToLoopPassAdaptor(std::move(LPM),
                                              /*UseMemorySSA=*/true));
  FPM.addPass(TPCTakenLoopsPass());
  FPM.addPass(simplifyCFG());
  FPM.addPass(InstCombinePass());
}

/// Short loops of known length at -O2; what pragmas demand at every level.
void addUnrolling(FunctionPassManager &FPM, tpc::OptLevel Level) {
  bool OnlyPragmas = Level.Size || Level.Level == CodeGenOptLevel::Less;
  FPM.addPass(LoopUnrollPass(
      LoopUnrollOptions(OnlyPragmas ? 1 : 2, OnlyPragmas).setPeeling(false)));
  FPM.addPass(SROAPass(SROAOptions::ModifyCFG));
  FPM.addPass(InferAddressSpacesPass(tpc::GenericLocal));
  FPM.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  FPM.addPass(InstCombinePass());
}

void addLast(FunctionPassManager &FPM) {
  FPM.addPass(gvn());
  FPM.addPass(BDCEPass());
  FPM.addPass(DSEPass());
  FPM.addPass(createFunctionToLoopPassAdaptor(LICMPass(LICMOptions()),
                                              /*UseMemorySSA=*/true));
  FPM.addPass(ADCEPass());
  FPM.addPass(InstCombinePass());
  FPM.addPass(simplifyCFG());
}

/// Nobody outside of the module sees anything but the kernel.
void internalize(Module &M) {
  if (none_of(M,
              [](const Function &F) { return F.hasFnAttribute("tpc-kernel"); }))
    return;
  for (GlobalVariable &G : M.globals())
    if (!G.isDeclaration() && !G.getName().starts_with("llvm."))
      G.setLinkage(GlobalValue::InternalLinkage);
}

/// Index vectors have no permutations; coordinates are set one by one.
void expandIndexShuffles(Function &F) {
  SmallVector<ShuffleVectorInst *, 8> Shuffles;
  for (Instruction &I : instructions(F))
    if (auto *S = dyn_cast<ShuffleVectorInst>(&I)) {
      auto *Ty = cast<FixedVectorType>(S->getType());
      auto *From = cast<FixedVectorType>(S->getOperand(0)->getType());
      if (Ty->getElementType()->isIntegerTy(32) &&
          std::min(Ty->getNumElements(), From->getNumElements()) < 64)
        Shuffles.push_back(S);
    }
  for (ShuffleVectorInst *S : Shuffles) {
    IRBuilder<> B(S);
    unsigned Width =
        cast<FixedVectorType>(S->getOperand(0)->getType())->getNumElements();
    ArrayRef<int> Mask = S->getShuffleMask();
    // Start from an operand, where most coordinates stay.
    Value *R = PoisonValue::get(S->getType());
    unsigned Base = ~0u;
    if (Mask.size() == Width) {
      auto InPlace = [&](unsigned Operand) {
        return count_if(enumerate(Mask), [&](auto E) {
          return E.value() == int(E.index() + Operand * Width);
        });
      };
      Base = InPlace(1) > InPlace(0);
      R = S->getOperand(Base);
    }
    for (auto [Lane, From] : enumerate(Mask)) {
      if (From < 0 || (Base != ~0u && From == int(Lane + Base * Width)))
        continue;
      Value *Element = B.CreateExtractElement(
          S->getOperand(unsigned(From) / Width), unsigned(From) % Width);
      R = B.CreateInsertElement(R, Element, Lane);
    }
    R->takeName(S);
    S->replaceAllUsesWith(R);
    S->eraseFromParent();
  }
}

/// What only told passes on the IR something.
void dropHints(Function &F) {
  for (Instruction &I : make_early_inc_range(instructions(F)))
    if (auto *II = dyn_cast<IntrinsicInst>(&I))
      if (II->getIntrinsicID() == Intrinsic::experimental_noalias_scope_decl ||
          II->isLifetimeStartOrEnd() || isa<AssumeInst>(II))
        II->eraseFromParent();
}

} // namespace

void tpc::removeUnused(Module &M) {
  runPasses(M, [](ModulePassManager &MPM) { MPM.addPass(GlobalDCEPass()); });
}

void tpc::inlineFunctions(Module &M) {
  runPasses(M, [](ModulePassManager &MPM) {
    MPM.addPass(AlwaysInlinerPass(/*InsertLifetime=*/false));
    MPM.addPass(GlobalDCEPass());
  });
}

void tpc::optimize(Module &M, OptLevel Level) {
  internalize(M);
  runPasses(M, [&](ModulePassManager &MPM) {
    FunctionPassManager FPM;
    addFirst(FPM);
    if (Level.Level != CodeGenOptLevel::None) {
      addScalar(FPM);
      addLoops(FPM, Level);
      addUnrolling(FPM, Level);
      addLast(FPM);
    }
    if (Level.Level != CodeGenOptLevel::None)
      MPM.addPass(GlobalOptPass());
    MPM.addPass(createModuleToFunctionPassAdaptor(std::move(FPM)));
    MPM.addPass(GlobalDCEPass());
  });
  for (Function &F : M) {
    expandIndexShuffles(F);
    dropHints(F);
  }
}
