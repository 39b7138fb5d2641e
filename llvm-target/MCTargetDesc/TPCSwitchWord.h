//===-- TPCSwitchWord.h - Values of switches --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCSWITCHWORD_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCSWITCHWORD_H

#include "MCTargetDesc/TPCBaseInfo.h"

namespace llvm {

class MCInst;

namespace TPC {

/// Reads the switches of an instruction. A group may stand in a form several
/// times, each under a condition: the first whose condition holds counts.
class SwitchReader {
  const FormInfo &Form;
  uint64_t Word = 0;
  int Type;

public:
  SwitchReader(const FormInfo &Form, const MCInst &MI);

  bool isActive(const SwitchInfo &S) const;
  unsigned getValue(const SwitchInfo &S) const;
  /// Whether bits are set that belong to no active switch.
  bool hasUnreadBits() const;
};

/// Index of the MC operand of kind \p Kind, -1 if the form has none.
int findOperand(const FormInfo &Form, OperandKind Kind);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCSWITCHWORD_H
