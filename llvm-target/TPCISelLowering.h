//===-- TPCISelLowering.h - TPC DAG lowering --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCISELLOWERING_H
#define LLVM_LIB_TARGET_TPC_TPCISELLOWERING_H

#include "llvm/CodeGen/TargetLowering.h"

namespace llvm {

class TPCSubtarget;

namespace TPCISD {
enum NodeType : unsigned {
  FIRST_NUMBER = ISD::BUILTIN_OP_END,
  HALT,   ///< end of the kernel
  BCAST,  ///< vector of one scalar
  SETDIM, ///< index register with one dimension replaced: I, value, number
  GETDIM, ///< one dimension of an index register: I, number
  LANESET ///< vector with the lane of a number replaced: V, scalar, i32 lane
};
} // namespace TPCISD

class TPCTargetLowering : public TargetLowering {
  const TPCSubtarget &Subtarget;

public:
  TPCTargetLowering(const TargetMachine &TM, const TPCSubtarget &STI);

  const char *getTargetNodeName(unsigned Opcode) const override;
  EVT getSetCCResultType(const DataLayout &DL, LLVMContext &Ctx,
                         EVT VT) const override;
  /// Nothing is cheaper than the division: there are no 64-bit products.
  bool isIntDivCheap(EVT VT, AttributeList Attr) const override { return true; }
  /// Local memory is accessed in whole words and whole vectors. Variables lie
  /// so, whatever alignment an access promises.
  bool allowsMisalignedMemoryAccesses(EVT VT, unsigned AddrSpace, Align,
                                      MachineMemOperand::Flags,
                                      unsigned *Fast) const override {
    return true;
  }
  SDValue LowerOperation(SDValue Op, SelectionDAG &DAG) const override;

  SDValue LowerFormalArguments(SDValue Chain, CallingConv::ID CC, bool IsVarArg,
                               const SmallVectorImpl<ISD::InputArg> &Ins,
                               const SDLoc &DL, SelectionDAG &DAG,
                               SmallVectorImpl<SDValue> &InVals) const override;
  SDValue LowerReturn(SDValue Chain, CallingConv::ID CC, bool IsVarArg,
                      const SmallVectorImpl<ISD::OutputArg> &Outs,
                      const SmallVectorImpl<SDValue> &OutVals, const SDLoc &DL,
                      SelectionDAG &DAG) const override;
  /// Calls are intrinsics: everything else has become part of the kernel.
  SDValue LowerCall(CallLoweringInfo &CLI,
                    SmallVectorImpl<SDValue> &InVals) const override;

  void AdjustInstrPostInstrSelection(MachineInstr &MI,
                                     SDNode *Node) const override;

private:
  SDValue lowerIntrinsic(CallLoweringInfo &CLI, StringRef Name,
                         SmallVectorImpl<SDValue> &InVals) const;
  SDValue lowerBuildVector(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerShuffle(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerExtend(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerSignedDivision(SDValue Op, SelectionDAG &DAG) const;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCISELLOWERING_H
