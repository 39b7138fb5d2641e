//===-- TPCIntrinsicForms.h - The record for an operation -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCINTRINSICFORMS_H
#define LLVM_LIB_TARGET_TPC_TPCINTRINSICFORMS_H

#include "TPCIntrinsicSelection.h"

namespace llvm {
namespace TPC {

struct FormInfo;

/// An operation with its arguments sorted by what they are.
struct Operation {
  StringRef Mnemonic;
  SmallVector<MVT, 4> ResultVTs;
  SmallVector<Parts, 4> Sources;
  Parts Income;
  SDValue Guard;
  /// In registers that the instruction reads by itself.
  SDValue TensorId, PartWord, RmwWord;
  std::optional<uint64_t> Number, Mask, Bytes, Type;
  uint64_t Switches = 0; ///< the control word is its upper half
  ArrayRef<IRField> Fields;
  bool Inverted = false;
  bool ReadsDest = false;
  bool IsOrdered = false; ///< has to stay where it is
};

/// What an operand of a record becomes: values, or a constant.
struct MatchedOperand {
  Parts Values;
  unsigned RegClass = 0;
  MCRegister Implied; ///< a value, if there is one, goes there first
  uint64_t Constant = 0;
  MVT VT = MVT::i32; ///< of the constant
};

struct MatchedForm {
  const FormInfo *Form = nullptr;
  SDValue Always; ///< the guard that is true
  unsigned ResultClass = 0;
  SmallVector<MatchedOperand, 10> Operands;
};

/// The record that does the operation. If there is none, the error names what
/// the mnemonic takes.
Expected<MatchedForm> matchForm(const Operation &Op, SDValue Always,
                                const TPCSubtarget &ST);

/// Whether the guard is known to be true.
bool isAlways(const Operation &Op);

Error makeIntrinsicError(const Twine &Message);
/// Whether the call has as many arguments as the function.
Error checkArity(const IntrinsicInfo &Info, const IntrinsicCall &Call);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCINTRINSICFORMS_H
