//===-- TPCTarget.h - What Clang must know of the TPC -----------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCTARGET_H
#define OPENTPC_CLANG_TPCTARGET_H

#include "clang/Basic/TargetInfo.h"
#include "clang/Basic/TargetOptions.h"
#include <memory>

namespace tpc {

/// Address spaces of the IR (facts 3.1).
enum AddressSpace : unsigned {
  GenericLocal = 0,
  ScalarLocal = 1,
  VectorLocal = 2,
  Global = 3,
};

/// A processor; sizes of local memories in bytes.
struct Machine {
  llvm::StringLiteral Name;
  unsigned ScalarMemory, VectorMemory, Tensors;
};

/// The processor of that name, null if tpc-clang cannot compile for it.
const Machine *findMachine(llvm::StringRef CPU);
/// Whether it is the name of any TPC.
bool isKnownCPU(llvm::StringRef Name);

/// The target of `Opts`; never null. Opts.CPU must be supported.
clang::TargetInfo *
createTargetInfo(const std::shared_ptr<clang::TargetOptions> &Opts,
                 unsigned NumTensors);

} // namespace tpc

#endif
