//===-- MathLibrary.h - Functions of lib/math -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A module gets the functions of the mathematical library that it calls. They
// are IR and become part of the kernel like functions of its own.
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_TOOLS_COMMON_MATHLIBRARY_H
#define OPENTPC_TOOLS_COMMON_MATHLIBRARY_H

#include "llvm/Support/Error.h"

namespace llvm {
class Module;
} // namespace llvm

namespace tpc {

/// Replaces divisions of floating-point numbers by calls of the library and
/// links what \p M calls of it from lib/opentpc/tpc-math.bc beside the folder
/// of this program. The file is not touched if nothing is called.
llvm::Error linkMathLibrary(llvm::Module &M);

} // namespace tpc

#endif // OPENTPC_TOOLS_COMMON_MATHLIBRARY_H
