//===-- MachineIR.cpp - Single passes on machine IR -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MachineIR.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/PassInfo.h"
#include "llvm/PassRegistry.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

std::string
tpc::runMachinePasses(ArrayRef<std::string> Names, Module &M,
                      LLVMTargetMachine &TM,
                      std::unique_ptr<MachineModuleInfoWrapperPass> Machine,
                      SmallVectorImpl<char> &Out) {
  raw_svector_ostream OS(Out);
  legacy::PassManager PM;
  TargetPassConfig *Config = TM.createPassConfig(PM);
  PM.add(Config);
  PM.add(Machine.release());
  for (const std::string &Name : Names) {
    const PassInfo *Info = PassRegistry::getPassRegistry()->getPassInfo(Name);
    if (!Info || !Info->getNormalCtor())
      return Name;
    PM.add(Info->createPass());
  }
  Config->setInitialized();
  PM.add(createPrintMIRPass(OS));
  PM.run(M);
  return "";
}
