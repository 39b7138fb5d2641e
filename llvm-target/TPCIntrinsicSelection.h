//===-- TPCIntrinsics.h - llvm.tpc.* to instructions ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An intrinsic is called llvm.tpc.<mnemonic>[.mask].<types>. Its arguments are
// the sources of the instruction, then as far as the family has them: the
// dimension mask, the data type, the switches, the old value of the
// destination, the predicate and its polarity (public tpc_llvm,
// IntrinsicsTPC.td). So the instruction follows from the name and the kinds of
// the values: it is the form of the mnemonic whose record has such operands.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCINTRINSICSELECTION_H
#define LLVM_LIB_TARGET_TPC_TPCINTRINSICSELECTION_H

#include "llvm/CodeGen/SelectionDAG.h"
#include "llvm/Support/Error.h"

namespace llvm {

class TPCSubtarget;

namespace TPC {

struct IntrinsicCall {
  StringRef Name;
  MVT ResultVT; ///< Other: no result
  SDValue Chain;
  SDLoc DL;
  SmallVector<SDValue, 10> Args;
};

struct IntrinsicResult {
  SDValue Value;
  SDValue Chain;
};

/// Makes the machine node of a call, or says what is wrong with the call.
Expected<IntrinsicResult> selectIntrinsic(const IntrinsicCall &Call,
                                          SelectionDAG &DAG,
                                          const TPCSubtarget &ST);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCINTRINSICSELECTION_H
