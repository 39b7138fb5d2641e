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
#include <memory>
#include <string>

namespace clang {
class CompilerInstance;
class Preprocessor;
} // namespace clang

namespace tpc {

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
  /// Places of `#pragma loop_taken`: file name and line.
  llvm::SmallVector<std::pair<std::string, unsigned>, 8> LoopTaken;
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
