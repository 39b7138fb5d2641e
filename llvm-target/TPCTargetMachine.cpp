//===-- TPCTargetMachine.cpp - TPC target machine -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCTargetMachine.h"
#include "TPC.h"
#include "TPCMachineFunctionInfo.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetLoweringObjectFileImpl.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Transforms/Scalar.h"
#include "llvm/Transforms/Utils.h"

using namespace llvm;

TPCTargetMachine::TPCTargetMachine(const Target &T, const Triple &TT,
                                   StringRef CPU, StringRef FS,
                                   const TargetOptions &Options,
                                   std::optional<Reloc::Model> RM,
                                   std::optional<CodeModel::Model> CM,
                                   CodeGenOptLevel OL, bool JIT)
    : LLVMTargetMachine(T, TPCDataLayout, TT, CPU.empty() ? "gaudi" : CPU, FS,
                        Options, RM.value_or(Reloc::Static),
                        CM.value_or(CodeModel::Small), OL),
      TLOF(std::make_unique<TargetLoweringObjectFileELF>()),
      Subtarget(TT, CPU.empty() ? "gaudi" : CPU, FS, *this) {
  initAsmInfo();
}

MachineFunctionInfo *TPCTargetMachine::createMachineFunctionInfo(
    BumpPtrAllocator &Allocator, const Function &F,
    const TargetSubtargetInfo *STI) const {
  return TPCMachineFunctionInfo::create<TPCMachineFunctionInfo>(Allocator, F,
                                                                STI);
}

namespace {

class TPCPassConfig : public TargetPassConfig {
public:
  TPCPassConfig(TPCTargetMachine &TM, PassManagerBase &PM)
      : TargetPassConfig(TM, PM) {}

  void addIRPasses() override {
    addPass(createTPCInlineAllPass());
    // Local variables live in registers; what is indexed stays in memory.
    addPass(createSROAPass(/*PreserveCFG=*/false));
    addPass(createTPCPlaceDataPass());
    addPass(createInferAddressSpacesPass(TPCAS::Generic));
    addPass(createLowerSwitchPass());
    addPass(createTPCCheckIRPass());
    TargetPassConfig::addIRPasses();
  }
  bool addInstSelector() override {
    addPass(createTPCISelDag(getTM<TPCTargetMachine>(), getOptLevel()));
    return false;
  }
  void addPreEmitPass2() override { addPass(createTPCNopPaddingPass()); }
};

} // namespace

TargetPassConfig *TPCTargetMachine::createPassConfig(PassManagerBase &PM) {
  return new TPCPassConfig(*this, PM);
}

extern "C" void LLVMInitializeTPCTarget() {
  RegisterTargetMachine<TPCTargetMachine> X(getTheTPCTarget());
}
