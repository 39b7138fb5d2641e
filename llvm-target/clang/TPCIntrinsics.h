//===-- TPCIntrinsics.h - Table of TPC-C intrinsics -------------*- C++ -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The intrinsics of TPC-C and the llvm.tpc.* functions they become, as
// TPCIntrinsics.td says. The meaning of each field is documented there.
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_CLANG_TPCINTRINSICS_H
#define OPENTPC_CLANG_TPCINTRINSICS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace tpc {

enum class Memory : uint8_t { None, Read, Write, Any };

/// A function llvm.tpc.<Name> of the IR.
struct IRFunction {
  const char *Name;
  const char *Result;
  const char *Params;
  Memory Mem;
};

/// A parameter in C; Default is -1 where there is none.
struct Param {
  const char *Type;
  const char *Name;
  int Default;
};

/// A part of an argument: parameter number, or one of these.
enum : int { ConstTerm = -1, PoisonTerm = -2 };
struct Term {
  int16_t Param;
  int16_t Shift;
  uint32_t Mask;
};
struct Arg {
  uint16_t FirstTerm;
  uint16_t NumTerms;
};

struct Intrinsic {
  const char *Name;
  const char *Result;
  uint16_t Function;
  uint16_t Variant; ///< the function that VariantSwitch chooses
  uint32_t VariantSwitch;
  uint16_t FirstParam;
  uint16_t NumParams;
  uint16_t MaxArgs; ///< the parameters behind have their defaults
  uint16_t FirstArg;
  uint16_t NumArgs;
  uint32_t SwitchMask;
  const char *SwitchNames;
  bool Updates;

  const IRFunction &function(uint32_t SwitchBits = 0) const;
  llvm::ArrayRef<Param> params() const;
  llvm::ArrayRef<Arg> args() const;
  /// How many arguments a call must give.
  unsigned minArgs() const;
  /// Number of the parameter of that name, -1 if there is none.
  int paramIndex(llvm::StringRef ParamName) const;
  /// Number of the parameter that holds switches, -1 if there is none.
  int switchParam() const;
};

/// A function of lib/math. Params: types, separated by blanks.
struct LibraryFunction {
  const char *Name;
  const char *Result;
  const char *Params;
  const char *Symbol;
};

/// The library functions of that name; their types differ.
llvm::ArrayRef<LibraryFunction> findLibraryFunctions(llvm::StringRef Name);

/// Intrinsics and types of other processors: a pattern, and who has them.
struct OtherName {
  const char *Pattern;
  const char *Cpus;
  bool IsType;
};

/// What other processors have under that name, null if they have nothing.
const OtherName *findOtherName(llvm::StringRef Name);

/// A constant SW_* of C.
struct Switch {
  const char *Name;
  uint32_t Value;
};

/// The value of a switch of TPCIntrinsics.td, which must be there.
uint32_t switchValue(llvm::StringRef Name);

/// The terms of an argument, to be or-ed.
llvm::ArrayRef<Term> terms(const Arg &A);

/// The intrinsic of that name or older name in C, null if there is none.
const Intrinsic *findIntrinsic(llvm::StringRef Name);

llvm::ArrayRef<Intrinsic> allIntrinsics();
llvm::ArrayRef<IRFunction> allFunctions();

/// Text of the header that is read before every kernel.
llvm::StringRef preludeText();

/// Symbol of a call between the front end's code generation and the lowering:
/// intrinsic and number of arguments given.
constexpr const char SymbolPrefix[] = "tpc.intrinsic.";

} // namespace tpc

#endif
