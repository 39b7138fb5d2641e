//===-- TPCRegisterInfo.h - TPC register information ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCREGISTERINFO_H
#define LLVM_LIB_TARGET_TPC_TPCREGISTERINFO_H

#include "llvm/CodeGen/TargetRegisterInfo.h"

#define GET_REGINFO_HEADER
#include "TPCGenRegisterInfo.inc"

namespace llvm {

struct TPCRegisterInfo : public TPCGenRegisterInfo {
  TPCRegisterInfo();

  const MCPhysReg *getCalleeSavedRegs(const MachineFunction *MF) const override;
  BitVector getReservedRegs(const MachineFunction &MF) const override;
  bool eliminateFrameIndex(MachineBasicBlock::iterator II, int SPAdj,
                           unsigned FIOperandNum,
                           RegScavenger *RS) const override;
  /// What every kernel finds in it has to stay: index space, predicates that
  /// are always true, iterators of hardware loops.
  bool isFixed(MCRegister Reg) const;
  Register getFrameRegister(const MachineFunction &MF) const override;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCREGISTERINFO_H
