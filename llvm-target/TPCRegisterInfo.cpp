//===-- TPCRegisterInfo.cpp - TPC register information --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCRegisterInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCFrameLowering.h"
#include "TPCInstrInfo.h"
#include "TPCMachineFunctionInfo.h"
#include "TPCSubtarget.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"

using namespace llvm;

#define GET_REGINFO_TARGET_DESC
#include "TPCGenRegisterInfo.inc"

TPCRegisterInfo::TPCRegisterInfo() : TPCGenRegisterInfo(TPC::NoRegister) {}

const MCPhysReg *
TPCRegisterInfo::getCalleeSavedRegs(const MachineFunction *MF) const {
  static const MCPhysReg None[] = {0};
  return None;
}

// Facts 6.1, 5.6.
bool TPCRegisterInfo::isFixed(MCRegister Reg) const {
  static constexpr MCPhysReg Fixed[] = {TPC::I0,  TPC::I1,  TPC::SP0, TPC::VP0,
                                        TPC::S32, TPC::S33, TPC::S34, TPC::S35};
  return is_contained(Fixed, Reg);
}

BitVector TPCRegisterInfo::getReservedRegs(const MachineFunction &MF) const {
  BitVector Reserved(getNumRegs());
  auto Reserve = [&](MCRegister Reg) {
    for (MCPhysReg R : superregs_inclusive(Reg))
      Reserved.set(R);
  };
  // Tensor accesses read S27..S31 by themselves; one that is free is also what
  // spills of index registers go through.
  for (MCPhysReg R : {TPC::S27, TPC::S28, TPC::S29, TPC::S30, TPC::S31})
    Reserve(R);
  for (unsigned R = 1; R != getNumRegs(); ++R)
    if (isFixed(R))
      Reserve(R);
  for (MCPhysReg R : {TPC::S_CARRY, TPC::V_CARRY, TPC::S_LFSR,
                      TPC::S_LFSR_NO_CHANGE, TPC::LFSR, TPC::LFSR_NO_CHANGE,
                      TPC::V_LANE_ID_32, TPC::V_LANE_ID_16, TPC::V_LANE_ID_8})
    Reserve(R);
  return Reserved;
}

/// A scalar register for a moment: one of those that tensor accesses read by
/// themselves (facts 2.3), unless a value waits in it for its access.
static MCRegister findScratch(const MachineBasicBlock &MBB,
                              MachineBasicBlock::const_iterator I,
                              const TargetRegisterInfo &TRI) {
  for (MCRegister Reg : {TPC::S31, TPC::S30, TPC::S29, TPC::S28, TPC::S27}) {
    auto Next = std::find_if(I, MBB.end(), [&](const MachineInstr &MI) {
      return MI.readsRegister(Reg, &TRI) || MI.definesRegister(Reg, &TRI);
    });
    if (Next == MBB.end() || !Next->readsRegister(Reg, &TRI))
      return Reg;
  }
  llvm_unreachable("an access reads three of them at most");
}

bool TPCRegisterInfo::eliminateFrameIndex(MachineBasicBlock::iterator II,
                                          int SPAdj, unsigned FIOperandNum,
                                          RegScavenger *RS) const {
  MachineInstr &MI = *II;
  MachineBasicBlock &MBB = *MI.getParent();
  const auto &Info = *MBB.getParent()->getInfo<TPCMachineFunctionInfo>();
  const auto &TII =
      *MBB.getParent()->getSubtarget<TPCSubtarget>().getInstrInfo();
  unsigned Address = Info.getAddress(MI.getOperand(FIOperandNum).getIndex());
  const DebugLoc &DL = MI.getDebugLoc();
  MCRegister Scratch = findScratch(MBB, std::next(II), *this);

  switch (MI.getOpcode()) {
  default:
    MI.getOperand(FIOperandNum).ChangeToImmediate(Address);
    return false;
  case TPC::SPILL_I:
    for (unsigned Dim = 0; Dim != TPC::NumDims; ++Dim) {
      TPC::addAlways(
          BuildMI(MBB, II, DL, TII.get(TPC::SPU_MOV_IRF_DIM_S_I), Scratch)
              .addImm(Dim)
              .addReg(MI.getOperand(0).getReg()));
      TPC::addAlways(BuildMI(MBB, II, DL, TII.get(TPC::ST_L_IMM_S))
                         .addImm(Address + TPC::WordBytes * Dim)
                         .addReg(Scratch)
                         .addImm(0));
    }
    break;
  case TPC::RELOAD_I:
    for (unsigned Dim = 0; Dim != TPC::NumDims; ++Dim) {
      Register Reg = MI.getOperand(0).getReg();
      TPC::addAlways(BuildMI(MBB, II, DL, TII.get(TPC::LD_L_S_IMM), Scratch)
                         .addImm(Address + TPC::WordBytes * Dim)
                         .addImm(0));
      auto MIB = BuildMI(MBB, II, DL, TII.get(TPC::SPU_SET_INDX_I_S), Reg)
                     .addImm(1 << Dim)
                     .addReg(Scratch);
      TPC::addAlways(MIB);
      // The dimensions in front of it stay.
      MIB.addReg(Reg, RegState::Implicit | getUndefRegState(Dim == 0));
      MIB->tieOperands(0, MIB->getNumOperands() - 1);
    }
    break;
  case TPC::SPILL_GROUP:
  case TPC::RELOAD_GROUP: {
    bool IsStore = MI.getOpcode() == TPC::SPILL_GROUP;
    for (MCPhysReg Sub : subregs(MI.getOperand(0).getReg())) {
      bool IsScalar = TPC::SRFRegClass.contains(Sub);
      unsigned Opcode = IsScalar
                            ? (IsStore ? TPC::ST_L_IMM_S : TPC::LD_L_S_IMM)
                            : (IsStore ? TPC::ST_L_V_IMM_V : TPC::LD_L_V_V_IMM);
      auto MIB =
          IsStore ? BuildMI(MBB, II, DL, TII.get(Opcode))
                        .addImm(Address)
                        .addReg(Sub)
                  : BuildMI(MBB, II, DL, TII.get(Opcode), Sub).addImm(Address);
      if (IsScalar)
        MIB.addImm(0);
      TPC::addAlways(MIB);
      // Maybe only another register of the group holds something.
      if (IsStore)
        MIB.addReg(MI.getOperand(0).getReg(), RegState::Implicit);
      Address += IsScalar ? TPC::WordBytes : TPC::VectorBytes;
    }
    break;
  }
  }
  MI.eraseFromParent();
  return true;
}

Register TPCRegisterInfo::getFrameRegister(const MachineFunction &MF) const {
  return TPC::NoRegister;
}
