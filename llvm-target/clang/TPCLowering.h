//===-- TPCLowering.h - From Clang's IR to TPC IR ---------------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCLOWERING_H
#define OPENTPC_CLANG_TPCLOWERING_H

#include "CodeGenDriver.h"
#include "TPCSema.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/Module.h"

namespace tpc {

/// Reports an error at a place of the source, which may be unknown.
using ErrorFn =
    llvm::function_ref<void(llvm::DiagnosticLocation, const llvm::Twine &)>;

/// Turns what Clang made of a kernel into what the code generator expects:
/// calls of llvm.tpc.*, tensors as numbers, globals in their address space,
/// everything inlined into the entry function, optimized at Level. False after
/// an error was reported.
bool lowerModule(llvm::Module &M, const KernelInfo &Info, OptLevel Level,
                 ErrorFn Error);

/// Gives the loops behind pragmas metadata that says what the pragmas say.
void markLoops(llvm::Module &M, const KernelInfo &Info);

/// Removes what nobody outside needs and nobody inside uses.
void removeUnused(llvm::Module &M);

/// Makes one function of functions that must be inlined.
void inlineFunctions(llvm::Module &M);

/// The optimizations of a level, which at -O0 put variables into registers.
void optimize(llvm::Module &M, OptLevel Level);

/// Makes vector predicates of the integers that Clang keeps them in.
void retypePredicates(llvm::Module &M);

/// Name of printf in Clang's IR.
constexpr const char PrintfSymbol[] = "tpc.printf";

/// Replaces the calls of printf in the kernel by stores to the tensor after its
/// own. False after an error was reported.
bool expandPrintf(llvm::Function &Kernel, const KernelInfo &Info,
                  ErrorFn Error);

} // namespace tpc

#endif
