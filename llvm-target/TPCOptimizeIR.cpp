//===-- TPCOptimizeIR.cpp - IR passes in front of selection ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// tpc-clang hands over optimised IR; other producers need not. Both get what
// the loops of this machine need: rotated loops in simple form, the unrolling
// that pragmas ask for, invariant code in front of loops, coordinates and
// scalars that are counted up in place, and hints for TPCHardwareLoops.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "TPCCountedLoops.h"
#include "TPCIndexFolding.h"
#include "TPCStrengthReduction.h"
#include "TPCTakenLoops.h"
#include "llvm/IR/Module.h"
#include "llvm/Pass.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/LoopRotation.h"
#include "llvm/Transforms/Scalar/LoopUnrollPass.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/LCSSA.h"
#include "llvm/Transforms/Utils/LoopSimplify.h"

using namespace llvm;

namespace {

class TPCOptimizeIR : public ModulePass {
  TargetMachine &TM;

public:
  static char ID;
  explicit TPCOptimizeIR(TargetMachine &TM) : ModulePass(ID), TM(TM) {}
  StringRef getPassName() const override { return "TPC optimize IR"; }
  bool runOnModule(Module &M) override;
};

} // namespace

char TPCOptimizeIR::ID = 0;

ModulePass *llvm::createTPCOptimizeIRPass(TargetMachine &TM) {
  return new TPCOptimizeIR(TM);
}

/// Loops with one latch that is the only exit wherever that is possible.
static void addLoopForm(FunctionPassManager &FPM) {
  LoopPassManager Rotate;
  Rotate.addPass(LoopRotatePass(/*EnableHeaderDuplication=*/true));
  Rotate.addPass(LICMPass(LICMOptions()));
  FPM.addPass(createFunctionToLoopPassAdaptor(std::move(Rotate),
                                              /*UseMemorySSA=*/true));
}

static void addPasses(FunctionPassManager &FPM, CodeGenOptLevel Level) {
  FPM.addPass(EarlyCSEPass());
  FPM.addPass(SimplifyCFGPass());
  addLoopForm(FPM);
  if (Level == CodeGenOptLevel::Less)
    return;
  FPM.addPass(TPCTakenLoopsPass());
  FPM.addPass(SimplifyCFGPass());
  // What pragmas ask for and nothing else: the factor is the writer's choice.
  FPM.addPass(LoopUnrollPass(
      LoopUnrollOptions(/*OptLevel=*/2, /*OnlyWhenForced=*/true)));
  FPM.addPass(EarlyCSEPass());
  FPM.addPass(SimplifyCFGPass());
  FPM.addPass(LoopSimplifyPass());
  FPM.addPass(LCSSAPass());
  FPM.addPass(TPCIndexFoldingPass());
  FPM.addPass(EarlyCSEPass());
  FPM.addPass(TPCStrengthReductionPass());
  FPM.addPass(TPCCountedLoopsPass());
  // Blocks that only lead to others stand between guards and loops.
  FPM.addPass(SimplifyCFGPass());
}

bool TPCOptimizeIR::runOnModule(Module &M) {
  LoopAnalysisManager LAM;
  FunctionAnalysisManager FAM;
  CGSCCAnalysisManager CGAM;
  ModuleAnalysisManager MAM;
  PassBuilder PB(&TM);
  PB.registerModuleAnalyses(MAM);
  PB.registerCGSCCAnalyses(CGAM);
  PB.registerFunctionAnalyses(FAM);
  PB.registerLoopAnalyses(LAM);
  PB.crossRegisterProxies(LAM, FAM, CGAM, MAM);
  FunctionPassManager FPM;
  addPasses(FPM, TM.getOptLevel());
  for (Function &F : M)
    if (!F.isDeclaration() && !F.hasFnAttribute("tpc-error"))
      FPM.run(F, FAM);
  return true;
}
