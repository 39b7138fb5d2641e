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
  HALT,    ///< end of the kernel
  BCAST,   ///< vector of one scalar
  SETDIM,  ///< index register with one dimension replaced: I, value, number
  GETDIM,  ///< one dimension of an index register: I, number
  LANESET, ///< vector with the lane of a number replaced: V, scalar, i32 lane
  LANEIDS, ///< the number of each lane
  MULWIDE, ///< products twice as wide: of even lanes, of odd lanes
  BITS,    ///< bf16 as the low half of an i32
  FROMBITS ///< and back
};
} // namespace TPCISD

namespace TPC {
/// The register that holds the numbers of the lanes of \p VT.
MCRegister laneIds(MVT VT);
} // namespace TPC

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
  /// Global addresses are no numbers and live in registers of their own.
  MVT getPointerTy(const DataLayout &DL, uint32_t AddrSpace = 0) const override;
  MVT getPointerMemTy(const DataLayout &DL,
                      uint32_t AddrSpace = 0) const override;
  bool isFMAFasterThanFMulAndFAdd(const MachineFunction &MF,
                                  EVT VT) const override;
  using TargetLowering::isFMAFasterThanFMulAndFAdd;
  /// Every constant fits into the immediate field.
  bool isFPImmLegal(const APFloat &, EVT, bool) const override { return true; }
  /// Lanes move through several operations, so nothing should be made of moves.
  bool isShuffleMaskLegal(ArrayRef<int>, EVT) const override { return false; }
  bool allowsMemoryAccess(LLVMContext &Ctx, const DataLayout &DL, EVT VT,
                          unsigned AddrSpace, Align Alignment,
                          MachineMemOperand::Flags Flags,
                          unsigned *Fast) const override;
  using TargetLowering::allowsMemoryAccess;
  /// Nothing narrower can be loaded.
  bool shouldReduceLoadWidth(SDNode *, ISD::LoadExtType, EVT) const override {
    return false;
  }
  SDValue LowerOperation(SDValue Op, SelectionDAG &DAG) const override;
  void ReplaceNodeResults(SDNode *N, SmallVectorImpl<SDValue> &Results,
                          SelectionDAG &DAG) const override;

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

  ConstraintType getConstraintType(StringRef Constraint) const override;
  std::pair<unsigned, const TargetRegisterClass *>
  getRegForInlineAsmConstraint(const TargetRegisterInfo *TRI,
                               StringRef Constraint, MVT VT) const override;

  void AdjustInstrPostInstrSelection(MachineInstr &MI,
                                     SDNode *Node) const override;

private:
  void setScalarActions();
  void setFloatActions();
  void setVectorActions();
  SDValue refuse(SDValue Op, SelectionDAG &DAG, const char *What) const;
  SDValue lowerIntrinsic(CallLoweringInfo &CLI, StringRef Name,
                         SmallVectorImpl<SDValue> &InVals) const;
  SDValue lowerLoopHint(CallLoweringInfo &CLI, StringRef Name) const;
  SDValue lowerBuildVector(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerShuffle(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerExtend(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerInsert(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerExtract(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerNarrowProduct(SDValue Op, SelectionDAG &DAG) const;
  SDValue lowerSignedDivision(SDValue Op, SelectionDAG &DAG) const;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCISELLOWERING_H
