//===-- TPCSema.h - Intrinsics and rules of TPC-C in Clang ------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCSEMA_H
#define OPENTPC_CLANG_TPCSEMA_H

#include "clang/AST/ASTConsumer.h"
#include "clang/Sema/ExternalSemaSource.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <memory>
#include <string>

namespace clang {
class CompilerInstance;
class Preprocessor;
} // namespace clang

namespace tpc {

/// What a pragma says of the loop behind it.
struct LoopPragma {
  std::string File;
  unsigned Line = 0;
  /// The loop may begin on the pragma's own line (_Pragma).
  bool SameLine = false;
  bool Taken = false;
  bool Pipelined = false;
  /// The trip count is no multiple of the unroll count.
  bool Unaligned = false;
};

/// What the front end learned of the kernel, for the passes on the IR.
struct KernelInfo {
  /// Name of the entry function.
  std::string Entry = "main";
  unsigned MaxTensors;
  bool AllLoopsTaken = false;
  /// The kernel has a tensor for printf even if it does not call it.
  bool UsePrintf = false;
  /// Set when the entry function was defined.
  bool Found = false;
  /// Parameter number of each tensor, in order.
  llvm::SmallVector<unsigned, 16> TensorParams;
  llvm::SmallVector<LoopPragma, 8> LoopPragmas;
  /// Where variables with static storage are declared.
  llvm::StringMap<clang::SourceLocation> Variables;
};

/// Declares an intrinsic when its name is looked up for the first time. C has
/// no default arguments, so there is one overload a number of arguments.
llvm::IntrusiveRefCntPtr<clang::ExternalSemaSource>
createIntrinsicSource(clang::CompilerInstance &CI);

/// Diagnoses wrong switches, tensor numbers and kernel parameters.
std::unique_ptr<clang::ASTConsumer>
createKernelChecker(clang::CompilerInstance &CI, KernelInfo &Info);

/// Handlers of the pragmas of TPC-C.
void addPragmas(clang::Preprocessor &PP, KernelInfo &Info);

} // namespace tpc

#endif
