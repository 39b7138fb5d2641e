//===-- TPCAsmConstraints.h - Constraints of inline assembly ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCASMCONSTRAINTS_H
#define LLVM_LIB_TARGET_TPC_TPCASMCONSTRAINTS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace llvm {

class DebugLoc;
class Function;
class Twine;

namespace TPC {

/// Register files that operands of inline assembly lie in. The letters s, S, v
/// and V are those of the public TPC compiler; x and a are ours.
enum class AsmRegister {
  None,
  Scalar,          ///< s
  ScalarPredicate, ///< S
  Vector,          ///< v
  VectorPredicate, ///< V
  Index,           ///< x
  Address          ///< a
};

/// The file of a constraint, a letter or the name of a register in braces.
AsmRegister findAsmRegister(StringRef Code);

/// Gives the values of inline assembly in \p F the types of registers. False
/// after errors.
bool convertAsmOperands(
    Function &F, function_ref<void(const DebugLoc &, const Twine &)> Report);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCASMCONSTRAINTS_H
