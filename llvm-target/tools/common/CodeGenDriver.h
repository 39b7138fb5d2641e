//===-- CodeGenDriver.h - From a module to code -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How the tools call the code generator.
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_TOOLS_COMMON_CODEGENDRIVER_H
#define OPENTPC_TOOLS_COMMON_CODEGENDRIVER_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/CodeGen.h"
#include "llvm/Target/TargetMachine.h"
#include <memory>
#include <optional>

namespace llvm {
class MachineModuleInfoWrapperPass;
class Module;
} // namespace llvm

namespace tpc {

constexpr const char TripleText[] = "tpc-unknown-unknown";

/// What follows -O.
struct OptLevel {
  llvm::CodeGenOptLevel Level = llvm::CodeGenOptLevel::None;
  /// -Os: nothing that makes the code larger.
  bool Size = false;
};

/// The level of '0', '1', '2', 's'; '3' is another name of '2'.
std::optional<OptLevel> parseOptLevel(llvm::StringRef Text);

/// Makes the target and its passes known to LLVM.
void initializeBackend();

/// Empty if the processor is known, else the names of those that are.
std::string checkCPU(llvm::StringRef CPU);

/// \p CPU must be known.
std::unique_ptr<llvm::TargetMachine> createTargetMachine(llvm::StringRef CPU,
                                                         OptLevel Level);

/// Compiles the kernel of \p M, which is consumed. Errors go to the context's
/// diagnostic handler; what is in \p Out is worth nothing after one. \p Machine
/// holds functions that are machine code already; the passes own it.
void emitCode(llvm::Module &M, llvm::TargetMachine &TM, OptLevel Level,
              llvm::CodeGenFileType FileType, llvm::SmallVectorImpl<char> &Out,
              llvm::MachineModuleInfoWrapperPass *Machine = nullptr);

/// Gives \p M the target's triple and layout, and its functions what \p Level
/// asks of them.
void prepareModule(llvm::Module &M, llvm::TargetMachine &TM, OptLevel Level);

/// Sets what happens where LLVM gives up: an error that names \p File, and exit
/// status 1. \p File must outlive the compilation.
void installFatalErrorHandler(const std::string &File);

} // namespace tpc

#endif // OPENTPC_TOOLS_COMMON_CODEGENDRIVER_H
