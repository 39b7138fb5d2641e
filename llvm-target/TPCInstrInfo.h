//===-- TPCInstrInfo.h - TPC instruction information ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCINSTRINFO_H
#define LLVM_LIB_TARGET_TPC_TPCINSTRINFO_H

#include "TPCRegisterInfo.h"
#include "llvm/CodeGen/TargetInstrInfo.h"

#define GET_INSTRINFO_HEADER
#include "TPCGenInstrInfo.inc"

namespace llvm {

class TPCInstrInfo : public TPCGenInstrInfo {
  const TPCRegisterInfo RI;

public:
  TPCInstrInfo();

  const TPCRegisterInfo &getRegisterInfo() const { return RI; }

  void copyPhysReg(MachineBasicBlock &MBB, MachineBasicBlock::iterator I,
                   const DebugLoc &DL, MCRegister Dst, MCRegister Src,
                   bool KillSrc) const override;
  void storeRegToStackSlot(MachineBasicBlock &MBB,
                           MachineBasicBlock::iterator I, Register Src,
                           bool IsKill, int FI, const TargetRegisterClass *RC,
                           const TargetRegisterInfo *TRI,
                           Register VReg) const override;
  void loadRegFromStackSlot(MachineBasicBlock &MBB,
                            MachineBasicBlock::iterator I, Register Dst, int FI,
                            const TargetRegisterClass *RC,
                            const TargetRegisterInfo *TRI,
                            Register VReg) const override;

  /// Jumps to blocks. A condition is a guard and its polarity. LOOP and
  /// LOOP_END are none of them, so that nothing moves the blocks around them.
  bool analyzeBranch(MachineBasicBlock &MBB, MachineBasicBlock *&TBB,
                     MachineBasicBlock *&FBB,
                     SmallVectorImpl<MachineOperand> &Cond,
                     bool AllowModify = false) const override;
  unsigned removeBranch(MachineBasicBlock &MBB,
                        int *BytesRemoved = nullptr) const override;
  unsigned insertBranch(MachineBasicBlock &MBB, MachineBasicBlock *TBB,
                        MachineBasicBlock *FBB, ArrayRef<MachineOperand> Cond,
                        const DebugLoc &DL,
                        int *BytesAdded = nullptr) const override;
  bool
  reverseBranchCondition(SmallVectorImpl<MachineOperand> &Cond) const override;

  /// An accumulator has to be tied to its result: without that, schedulers do
  /// not know that it is read.
  bool verifyInstruction(const MachineInstr &MI,
                         StringRef &ErrInfo) const override;
};

namespace TPC {
/// Operands of LOOP. The latch is the block in which the body ends.
enum LoopOperand : unsigned {
  LoopStart,
  LoopBound,
  LoopStep,
  LoopCompare,
  LoopLatch,
  LoopGuard,
  LoopPolarity
};

/// Adds the guard "always".
const MachineInstrBuilder &addAlways(const MachineInstrBuilder &MIB);
} // namespace TPC

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCINSTRINFO_H
