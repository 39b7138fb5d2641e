//===-- TPCTargetMachine.cpp - TPC target machine -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCTargetMachine.h"
#include "TPC.h"
#include "TPCMachineFunctionInfo.h"
#include "TPCTargetTransformInfo.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetLoweringObjectFileImpl.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Transforms/Scalar.h"
#include "llvm/Transforms/Utils.h"

using namespace llvm;

#ifdef NDEBUG
static constexpr bool VerifyDefault = false;
#else
static constexpr bool VerifyDefault = true;
#endif

static cl::opt<bool>
    VerifyBundles("verify", cl::init(VerifyDefault),
                  cl::desc("Check finished code against the machine's rules"));

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

  bool isOptimizing() const { return getOptLevel() != CodeGenOptLevel::None; }
  /// -O2 and -Os: hardware loops, predication, pipelining.
  bool isOptimizingLoops() const {
    return getOptLevel() >= CodeGenOptLevel::Default;
  }

  void addIRPasses() override {
    addPass(createTPCInlineAllPass());
    addPass(createTPCAsmOperandsPass());
    addPass(createTPCKernelArgumentsPass());
    // Local variables live in registers; what is indexed stays in memory.
    addPass(createSROAPass(/*PreserveCFG=*/false));
    addPass(createTPCPlaceDataPass());
    addPass(createTPCLocalAddressesPass());
    addPass(createInferAddressSpacesPass(TPCAS::Generic));
    addPass(createTPCAddressNumbersPass());
    addPass(createTPCLowerMemoryPass());
    addPass(createTPCScalarizeSmallPass());
    addPass(createTPCPromoteLanesPass());
    addPass(createTPCLaneWidthsPass());
    addPass(createTPCLaneValuesPass());
    addPass(createTPCExpandArithmeticPass());
    if (isOptimizing())
      addPass(createTPCOptimizeIRPass(*TM));
    addPass(createLowerSwitchPass());
    addPass(createTPCGlobalAddressesPass());
    addPass(createTPCGroupsPass());
    addPass(createTPCCheckIRPass());
    addGenericIRPasses();
  }

  /// TargetPassConfig::addIRPasses() without what is for other machines: loop
  /// strength reduction knows nothing of hardware loops, whose counters cost
  /// nothing, and undoes what TPCIndexFolding does.
  void addGenericIRPasses() {
    if (!isOptimizing())
      return TargetPassConfig::addIRPasses();
    addPass(createLowerConstantIntrinsicsPass());
    addPass(createUnreachableBlockEliminationPass());
    addPass(createExpandVectorPredicationPass());
    addPass(createScalarizeMaskedMemIntrinLegacyPass());
    addPass(createExpandReductionsPass());
  }

  /// CodeGenPrepare moves address computations and comparisons to where other
  /// machines fold them into memory operands and branches. This one does not.
  void addCodeGenPrepare() override {}

  void addMachineSSAOptimization() override {
    // The order of the blocks is settled by TPCHardwareLoops. Copies of blocks
    // behind their predecessors would save jumps at the price of loops with
    // more than one latch.
    for (AnalysisID ID :
         {&EarlyTailDuplicateID, &TailDuplicateID, &MachineBlockPlacementID})
      disablePass(ID);
    // LOOP names the last block of its body, which must not become a part of
    // another one.
    if (isOptimizingLoops())
      disablePass(&BranchFolderPassID);
    // It puts constants into blocks of their own between guards and loops.
    disablePass(&MachineSinkingID);
    addPass(createTPCHoistConstantsPass());
    TargetPassConfig::addMachineSSAOptimization();
  }
  // The fast allocator gives each value that lives across blocks a place of
  // its own in memory; scalar memory is too small for that at any level.
  void addFastRegAlloc() override { addOptimizedRegAlloc(); }
  bool addILPOpts() override {
    if (isOptimizingLoops())
      addPass(createTPCIfConversionPass());
    return isOptimizingLoops();
  }
  void addPreRegAlloc() override {
    if (!isOptimizing()) {
      // Registers that a loop carries and nobody reads would be saved.
      addPass(&OptimizePHIsID);
      addPass(&DeadMachineInstructionElimID);
    }
    if (isOptimizingLoops())
      addPass(createTPCHardwareLoopsPass());
  }
  bool addInstSelector() override {
    addPass(createTPCISelDag(getTM<TPCTargetMachine>(), getOptLevel()));
    return false;
  }
  void addPreEmitPass2() override {
    addPass(createTPCInlineAsmPass());
    if (isOptimizingLoops())
      addPass(createTPCPipelinerPass());
    addPass(createTPCPacketizerPass(getOptLevel() == CodeGenOptLevel::None));
    if (VerifyBundles)
      addPass(createTPCVerifyBundlesPass());
  }
};

} // namespace

TargetTransformInfo
TPCTargetMachine::getTargetTransformInfo(const Function &F) const {
  return TargetTransformInfo(TPCTTIImpl(this, F));
}

TargetPassConfig *TPCTargetMachine::createPassConfig(PassManagerBase &PM) {
  return new TPCPassConfig(*this, PM);
}

extern "C" void LLVMInitializeTPCTarget() {
  initializeTPCPipelinerPass(*PassRegistry::getPassRegistry());
  RegisterTargetMachine<TPCTargetMachine> X(getTheTPCTarget());
  PassRegistry &Registry = *PassRegistry::getPassRegistry();
  initializeTPCPacketizerPass(Registry);
  initializeTPCVerifyBundlesPass(Registry);
  initializeTPCHardwareLoopsPass(Registry);
  initializeTPCIfConversionPass(Registry);
  initializeTPCHoistConstantsPass(Registry);
}
