//===-- TPCInstrInfo.cpp - TPC instruction information --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCInstrInfo.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCMachineFunctionInfo.h"
#include "TPCScheduleTables.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/IR/DiagnosticInfo.h"

using namespace llvm;

#define GET_INSTRINFO_CTOR_DTOR
#include "TPCGenInstrInfo.inc"

TPCInstrInfo::TPCInstrInfo() : TPCGenInstrInfo() {}

const MachineInstrBuilder &TPC::addAlways(const MachineInstrBuilder &MIB) {
  return MIB.addReg(TPC::SP0).addImm(0);
}

static void reportAddressRegister(const MachineFunction &MF, const DebugLoc &DL,
                                  const char *What) {
  const Function &F = MF.getFunction();
  F.getContext().diagnose(DiagnosticInfoUnsupported(
      F,
      Twine("a global address cannot be ") + What +
          " on this generation; call llvm.tpc.gen.addr again where the "
          "address is used",
      DL ? DiagnosticLocation(DL) : DiagnosticLocation(F.getSubprogram())));
}

void TPCInstrInfo::copyPhysReg(MachineBasicBlock &MBB,
                               MachineBasicBlock::iterator I,
                               const DebugLoc &DL, MCRegister Dst,
                               MCRegister Src, bool KillSrc) const {
  auto Move = [&](unsigned Opcode, StringRef Type, MCRegister D, MCRegister S) {
    TPC::addAlways(BuildMI(MBB, I, DL, get(Opcode), D)
                       .addReg(S, getKillRegState(KillSrc))
                       .addImm(TPC::typeCode(Type)));
  };
  if (TPC::SRFRegClass.contains(Dst, Src))
    return Move(TPC::SPU_MOV_S_S, "i32", Dst, Src);
  // A vector moves whole whatever the type says.
  if (TPC::VRFRegClass.contains(Dst, Src))
    return Move(TPC::VPU_MOV_V_V, "f32", Dst, Src);
  if (TPC::SPRFRegClass.contains(Dst, Src))
    return Move(TPC::SPU_MOV_SP_SP, "b", Dst, Src);
  if (TPC::VPRFRegClass.contains(Dst, Src))
    return Move(TPC::VPU_MOV_VP_VP, "b", Dst, Src);
  if (TPC::VPRFRegClass.contains(Dst) && TPC::SPRFRegClass.contains(Src))
    return Move(TPC::VPU_MOV_VP_SP, "b", Dst, Src);
  if (TPC::VRFRegClass.contains(Dst) && TPC::SRFRegClass.contains(Src))
    return Move(TPC::VPU_MOV_V_S, "i32", Dst, Src);
  if (TPC::IRFRegClass.contains(Dst, Src)) {
    TPC::addAlways(BuildMI(MBB, I, DL, get(TPC::SPU_MOV_I_I), Dst)
                       .addImm(TPC::AllDims)
                       .addReg(Src, getKillRegState(KillSrc))
                       .addImm(TPC::typeCode("i32")));
    return;
  }
  for (const TargetRegisterClass *RC :
       {&TPC::ZRFRegClass, &TPC::DRFRegClass, &TPC::ARFRegClass}) {
    if (!RC->contains(Dst, Src))
      continue;
    // Groups are aligned, so two of them never overlap in part. Maybe not all
    // registers of the group hold something.
    for (MCSubRegIndexIterator Sub(Src, &RI); Sub.isValid(); ++Sub) {
      copyPhysReg(MBB, I, DL, RI.getSubReg(Dst, Sub.getSubRegIndex()),
                  Sub.getSubReg(), /*KillSrc=*/false);
      std::prev(I)->addOperand(
          *MBB.getParent(),
          MachineOperand::CreateReg(Src, /*isDef=*/false, /*isImp=*/true));
    }
    if (KillSrc)
      std::prev(I)->addRegisterKilled(Src, &RI);
    return;
  }
  reportAddressRegister(*MBB.getParent(), DL, "copied");
}

namespace {
struct SpillCode {
  const TargetRegisterClass *RC;
  unsigned Store, Load;
  bool IsVector;
  bool HasSwitches;
};
} // namespace

static const SpillCode SpillCodes[] = {
    {&TPC::SRFRegClass, TPC::ST_L_IMM_S, TPC::LD_L_S_IMM, false, true},
    {&TPC::SPRFRegClass, TPC::ST_L_IMM_SP, TPC::LD_L_SP_IMM, false, true},
    {&TPC::VRFRegClass, TPC::ST_L_V_IMM_V, TPC::LD_L_V_V_IMM, true, false},
    {&TPC::VPRFRegClass, TPC::ST_L_V_IMM_VP, TPC::LD_L_V_VP_IMM, true, false},
};

void TPCInstrInfo::storeRegToStackSlot(MachineBasicBlock &MBB,
                                       MachineBasicBlock::iterator I,
                                       Register Src, bool IsKill, int FI,
                                       const TargetRegisterClass *RC,
                                       const TargetRegisterInfo *TRI,
                                       Register VReg) const {
  MachineFunction &MF = *MBB.getParent();
  auto &Info = *MF.getInfo<TPCMachineFunctionInfo>();
  DebugLoc DL = I != MBB.end() ? I->getDebugLoc() : DebugLoc();
  for (const SpillCode &S : SpillCodes) {
    if (!S.RC->hasSubClassEq(RC))
      continue;
    if (S.IsVector)
      Info.setInVectorMemory(MF.getFrameInfo(), FI);
    auto MIB = BuildMI(MBB, I, DL, get(S.Store))
                   .addFrameIndex(FI)
                   .addReg(Src, getKillRegState(IsKill));
    if (S.HasSwitches)
      MIB.addImm(0);
    TPC::addAlways(MIB);
    return;
  }
  if (TPC::ADRFRegClass.hasSubClassEq(RC))
    return reportAddressRegister(MF, DL, "kept across blocks");
  if (!TPC::IRFRegClass.hasSubClassEq(RC) &&
      !TPC::ZRFRegClass.hasSubClassEq(RC))
    Info.setInVectorMemory(MF.getFrameInfo(), FI);
  BuildMI(
      MBB, I, DL,
      get(TPC::IRFRegClass.hasSubClassEq(RC) ? TPC::SPILL_I : TPC::SPILL_GROUP))
      .addReg(Src, getKillRegState(IsKill))
      .addFrameIndex(FI);
}

void TPCInstrInfo::loadRegFromStackSlot(MachineBasicBlock &MBB,
                                        MachineBasicBlock::iterator I,
                                        Register Dst, int FI,
                                        const TargetRegisterClass *RC,
                                        const TargetRegisterInfo *TRI,
                                        Register VReg) const {
  DebugLoc DL = I != MBB.end() ? I->getDebugLoc() : DebugLoc();
  for (const SpillCode &S : SpillCodes) {
    if (!S.RC->hasSubClassEq(RC))
      continue;
    auto MIB = BuildMI(MBB, I, DL, get(S.Load), Dst).addFrameIndex(FI);
    if (S.HasSwitches)
      MIB.addImm(0);
    TPC::addAlways(MIB);
    return;
  }
  // The store has been reported.
  if (TPC::ADRFRegClass.hasSubClassEq(RC)) {
    BuildMI(MBB, I, DL, get(TargetOpcode::IMPLICIT_DEF), Dst);
    return;
  }
  BuildMI(MBB, I, DL,
          get(TPC::IRFRegClass.hasSubClassEq(RC) ? TPC::RELOAD_I
                                                 : TPC::RELOAD_GROUP),
          Dst)
      .addFrameIndex(FI);
}

//===----------------------------------------------------------------------===//
// Branches
//===----------------------------------------------------------------------===//

/// Operands of a jump: target, guard, polarity.
static bool isJump(const MachineInstr &MI) {
  return MI.getOpcode() == TPC::JUMP || MI.getOpcode() == TPC::SPU_JMPR_IMM;
}

bool TPCInstrInfo::analyzeBranch(MachineBasicBlock &MBB,
                                 MachineBasicBlock *&TBB,
                                 MachineBasicBlock *&FBB,
                                 SmallVectorImpl<MachineOperand> &Cond,
                                 bool AllowModify) const {
  TBB = FBB = nullptr;
  for (MachineInstr &MI : make_early_inc_range(MBB.terminators())) {
    if (MI.isDebugInstr())
      continue;
    if (!isJump(MI))
      return true;
    MachineBasicBlock *Target = MI.getOperand(0).getMBB();
    if (FBB || (TBB && Cond.empty())) {
      // Behind an unconditional jump.
      if (AllowModify)
        MI.eraseFromParent();
      continue;
    }
    if (MI.getOpcode() == TPC::JUMP) {
      (TBB ? FBB : TBB) = Target;
      continue;
    }
    if (TBB)
      return true;
    TBB = Target;
    Cond.append({MI.getOperand(1), MI.getOperand(2)});
    Cond.front().setIsKill(false);
  }
  return false;
}

unsigned TPCInstrInfo::removeBranch(MachineBasicBlock &MBB,
                                    int *BytesRemoved) const {
  unsigned Count = 0;
  for (MachineInstr &MI : make_early_inc_range(MBB.terminators())) {
    if (!isJump(MI))
      continue;
    MI.eraseFromParent();
    ++Count;
  }
  if (BytesRemoved)
    *BytesRemoved = int(Count * get(TPC::SPU_JMPR_IMM).getSize());
  return Count;
}

unsigned TPCInstrInfo::insertBranch(MachineBasicBlock &MBB,
                                    MachineBasicBlock *TBB,
                                    MachineBasicBlock *FBB,
                                    ArrayRef<MachineOperand> Cond,
                                    const DebugLoc &DL, int *BytesAdded) const {
  assert(TBB && "a jump needs a target");
  unsigned Count = 0;
  auto Jump = [&](MachineBasicBlock *To, bool IsConditional) {
    unsigned Opcode = IsConditional ? TPC::SPU_JMPR_IMM : TPC::JUMP;
    auto MIB = BuildMI(&MBB, DL, get(Opcode)).addMBB(To);
    if (IsConditional)
      MIB.add(Cond);
    else
      TPC::addAlways(MIB);
    ++Count;
  };
  Jump(TBB, !Cond.empty());
  if (FBB)
    Jump(FBB, false);
  if (BytesAdded)
    *BytesAdded = int(Count * get(TPC::SPU_JMPR_IMM).getSize());
  return Count;
}

bool TPCInstrInfo::reverseBranchCondition(
    SmallVectorImpl<MachineOperand> &Cond) const {
  assert(Cond.size() == 2 && "a guard and its polarity");
  Cond[1].setImm(!Cond[1].getImm());
  return false;
}

bool TPCInstrInfo::verifyInstruction(const MachineInstr &MI,
                                     StringRef &ErrInfo) const {
  const TPCTables::SchedForm *Form = TPCTables::findSchedForm(MI.getOpcode());
  if (!Form || !Form->Accumulates || MI.getOperand(0).isTied())
    return true;
  ErrInfo = "an operation that accumulates reads no accumulator";
  return false;
}
