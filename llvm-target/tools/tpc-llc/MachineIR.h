//===-- MachineIR.h - Single passes on machine IR ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_TOOLS_TPC_LLC_MACHINEIR_H
#define OPENTPC_TOOLS_TPC_LLC_MACHINEIR_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/CodeGen/MIRParser/MIRParser.h"
#include <memory>
#include <string>

namespace llvm {
class LLVMTargetMachine;
class MachineModuleInfoWrapperPass;
class Module;
} // namespace llvm

namespace tpc {

/// Runs the passes that \p Names name on the machine functions of \p M and
/// prints these to \p Out. Returns the first name that no pass has.
std::string
runMachinePasses(llvm::ArrayRef<std::string> Names, llvm::Module &M,
                 llvm::LLVMTargetMachine &TM,
                 std::unique_ptr<llvm::MachineModuleInfoWrapperPass> Machine,
                 llvm::SmallVectorImpl<char> &Out);

} // namespace tpc

#endif // OPENTPC_TOOLS_TPC_LLC_MACHINEIR_H
