//===-- TPCOptions.h - Options that only tpc-clang has ----------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCOPTIONS_H
#define OPENTPC_CLANG_TPCOPTIONS_H

#include "TPCTarget.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace tpc {

struct Options {
  const Machine *Chip = findMachine("gaudi");
  /// Name of the entry function.
  std::string MainFunction = "main";
  unsigned MaxTensors = Chip->Tensors;
  /// Limits of local memories in bytes; 0 is the memory's size.
  unsigned VectorMemory = 0;
  unsigned ScalarMemory = 0;
  /// How much of vector memory saved registers may take; ~0 is all.
  unsigned SpillVectorMemory = ~0u;
  bool AllLoopsTaken = false;
  /// A tensor for printf even if the kernel does not call it.
  bool UsePrintf = false;
  /// Without scheduling and bundling whatever the level.
  bool NoScheduling = false;

  /// Everything else, for Clang's driver.
  llvm::SmallVector<const char *, 32> ClangArgs;
};

/// Takes our options out of the command line. Returns 0, or the exit status
/// after an error was printed.
int parseOptions(llvm::ArrayRef<const char *> Args, Options &Opts);

} // namespace tpc

#endif
