//===-- TPCVectorConstants.h - Vectors of constants -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCVECTORCONSTANTS_H
#define LLVM_LIB_TARGET_TPC_TPCVECTORCONSTANTS_H

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCISelLowering.h"
#include "llvm/CodeGen/SelectionDAG.h"
#include <array>
#include <optional>

namespace llvm {
namespace TPC {

/// Makes nodes at one place.
struct NodeBuilder {
  SelectionDAG &DAG;
  SDLoc DL;

  SDValue number(uint64_t V, MVT VT = MVT::i32) {
    return DAG.getTargetConstant(V, DL, VT);
  }
  SDValue always() { return DAG.getRegister(TPC::SP0, MVT::i1); }
  SDValue machine(unsigned Opcode, MVT VT, ArrayRef<SDValue> Ops) {
    return SDValue(DAG.getMachineNode(Opcode, DL, VT, Ops), 0);
  }
  SDValue splat(MVT VT, uint64_t V) {
    return DAG.getNode(TPCISD::BCAST, DL, VT,
                       DAG.getConstant(uint32_t(V), DL, MVT::i32));
  }
  SDValue op(unsigned Opcode, MVT VT, SDValue A, SDValue B) {
    return DAG.getNode(Opcode, DL, VT, A, B);
  }
};

inline MVT integerVector(unsigned ElementBytes) {
  return MVT::getVectorVT(MVT::getIntegerVT(8 * ElementBytes),
                          VectorBytes / ElementBytes);
}

/// A predicate of constant bits: words of 32 bits.
using PredicateWords = std::array<uint32_t, VectorBytes / 32>;
SDValue predicateOf(NodeBuilder &B, MVT VT, const PredicateWords &Words);
/// The bits of the lanes where \p Is holds.
PredicateWords predicateBits(unsigned Lanes, function_ref<bool(unsigned)> Is);

/// Lanes; none where one does not matter.
using LaneValues = SmallVector<std::optional<uint32_t>, VectorBytes>;
SDValue vectorConstant(NodeBuilder &B, MVT VT, const LaneValues &V);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCVECTORCONSTANTS_H
