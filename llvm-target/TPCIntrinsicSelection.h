//===-- TPCIntrinsicSelection.h - llvm.tpc.* to instructions ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An intrinsic is called llvm.tpc.<function>.<types>. The table says which
// mnemonic it is and what its arguments are; the instruction is the form of
// the mnemonic whose record has operands of the kinds of the values, knows the
// data type and has the switches.
//
// Pairs and quads of vectors arrive in parts of 2048 bits, as type
// legalization splits them. A form that takes a group gets the parts as one
// register sequence; the parts of a group that it writes are subregisters.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCINTRINSICSELECTION_H
#define LLVM_LIB_TARGET_TPC_TPCINTRINSICSELECTION_H

#include "TPCIntrinsicTable.h"
#include "llvm/CodeGen/SelectionDAG.h"
#include "llvm/Support/Error.h"

namespace llvm {

class TPCSubtarget;

namespace TPC {

using Parts = SmallVector<SDValue, 4>;

struct IntrinsicCall {
  StringRef Name;
  SmallVector<MVT, 4> ResultVTs; ///< types of the parts; none: no result
  SDValue Chain;
  SDLoc DL;
  SmallVector<Parts, 10> Args;
};

struct Operation;
struct MatchedForm;

class IntrinsicSelector {
public:
  IntrinsicSelector(SelectionDAG &DAG, const TPCSubtarget &ST, const SDLoc &DL,
                    SDValue Chain)
      : DAG(DAG), ST(ST), DL(DL), Chain(Chain) {}

  /// Makes the machine nodes of a call, or says what is wrong with the call.
  Expected<Parts> select(const IntrinsicCall &Call);
  SDValue getChain() const { return Chain; }

private:
  SelectionDAG &DAG;
  const TPCSubtarget &ST;
  SDLoc DL;
  SDValue Chain;

  // TPCIntrinsicSelection.cpp: one instruction.
  Expected<Parts> selectOne(const IntrinsicInfo &Info,
                            const IntrinsicCall &Call);
  Expected<Operation> sort(const IntrinsicInfo &Info,
                           const IntrinsicCall &Call);
  Expected<Parts> emit(const Operation &Op);
  Parts emitForm(const MatchedForm &Match, const Operation &Op);
  SDValue join(ArrayRef<SDValue> Values, unsigned RegClass);

  // TPCIntrinsicExpansion.cpp: those without a mnemonic of their own.
  Expected<Parts> expand(const IntrinsicInfo &Info, const IntrinsicCall &Call);
  Expected<Parts> emitSpecial(const IntrinsicInfo &Info,
                              const IntrinsicCall &Call, MCRegister Reg);
  Expected<Parts> emitSeed(const IntrinsicInfo &Info,
                           const IntrinsicCall &Call);
  SDValue getConfigAddress(const IntrinsicInfo &Info,
                           const IntrinsicCall &Call);
  Expected<Parts> emitConfig(const IntrinsicInfo &Info,
                             const IntrinsicCall &Call);

  // TPCWideConvert.cpp: between groups.
  Expected<Parts> convertGuarded(const Operation &Op);
  Expected<Parts> moveGuarded(const Operation &Op, SDValue New, SDValue Old,
                              StringRef Type);
  Expected<Parts> convertWide(const Operation &Op, bool IsLinear);
  Expected<Parts> convertUp(Operation Op, bool IsLinear);
  Expected<Parts> convertDown(const Operation &Op, bool IsLinear);
};

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCINTRINSICSELECTION_H
