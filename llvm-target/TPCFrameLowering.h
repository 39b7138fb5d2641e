//===-- TPCFrameLowering.h - Places of spilled registers --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCFRAMELOWERING_H
#define LLVM_LIB_TARGET_TPC_TPCFRAMELOWERING_H

#include "llvm/CodeGen/TargetFrameLowering.h"

namespace llvm {

/// There is no stack. Spill slots are addresses in local memory, fixed because
/// a kernel consists of one function.
class TPCFrameLowering : public TargetFrameLowering {
public:
  TPCFrameLowering() : TargetFrameLowering(StackGrowsUp, Align(4), 0) {}

  void emitPrologue(MachineFunction &MF, MachineBasicBlock &MBB) const override;
  void emitEpilogue(MachineFunction &MF,
                    MachineBasicBlock &MBB) const override {}
  void processFunctionBeforeFrameFinalized(MachineFunction &MF,
                                           RegScavenger *RS) const override;

protected:
  bool hasFP(const MachineFunction &MF) const override { return false; }
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCFRAMELOWERING_H
