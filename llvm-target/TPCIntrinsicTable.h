//===-- TPCIntrinsicTable.h - The llvm.tpc.* functions ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the arguments of each function are: the LLVMFn records of
// TPCIntrinsics.td, by way of utils/tpc-gen-intrinsics.py.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCINTRINSICTABLE_H
#define LLVM_LIB_TARGET_TPC_TPCINTRINSICTABLE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace llvm {
namespace TPC {

/// TPCIntrinsics.td explains them.
enum class ArgKind : uint8_t {
  Src,
  Type,
  Sw,
  Control,
  Dims,
  Tensor,
  Number,
  Bytes,
  Part,
  Rmw,
  Income,
  Acc,
  Pred,
  Pol,
  Reg,
  Dim,
};

/// Bits of the switch argument that hold a switch group; the control argument
/// counts as bits 32 and up.
struct IRField {
  uint8_t Group; ///< SwitchGroup
  uint8_t Lo;
  uint8_t Width;

  uint64_t mask() const { return ((uint64_t(1) << Width) - 1) << Lo; }
};

struct IntrinsicInfo {
  StringLiteral Name;     ///< without "llvm.tpc." and types
  StringLiteral Mnemonic; ///< empty: TPCIntrinsicExpansion.cpp makes it
  ArrayRef<ArgKind> Args;
  ArrayRef<IRField> Fields;
  uint32_t Implied; ///< bits of the switch argument that are always set
};

/// The entry of "llvm.tpc.<name>.<types>"; null if there is none.
const IntrinsicInfo *findIntrinsic(StringRef Name);

/// The words of the name behind that of the function: its overloaded types.
StringRef getIntrinsicTypes(StringRef Name, const IntrinsicInfo &Info);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCINTRINSICTABLE_H
