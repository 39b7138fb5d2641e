//===-- TPCLoopEnds.cpp - Rules on the ends of hardware loops -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A hardware loop has a least length, and its last bundles may not be all that
// other bundles may be (facts 5.6). Runs when the bundles are final, and puts
// empty ones at the end of a body where a rule asks for them.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"

using namespace llvm;

namespace {

/// Walks the bundles of a body from the last one to the first one.
class TPCLoopEnds : public MachineFunctionPass {
  const TPCInstrInfo *TII = nullptr;

  bool pad(MachineInstr &LoopEnd);

public:
  static char ID;
  TPCLoopEnds() : MachineFunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC loop ends"; }
  bool runOnMachineFunction(MachineFunction &MF) override;
};

} // namespace

char TPCLoopEnds::ID = 0;

FunctionPass *llvm::createTPCLoopEndsPass() { return new TPCLoopEnds(); }

static bool isLookup(const MachineInstr &Bundle, const TPCInstrInfo &TII) {
  auto I = Bundle.getIterator(), E = getBundleEnd(I);
  return any_of(make_range(I, E), [&](const MachineInstr &MI) {
    return TII.getName(MI.getOpcode()).starts_with("LOOKUP");
  });
}

/// Something jumps to the block: not only the one above it runs into it.
static bool isJumpTarget(const MachineBasicBlock &MBB) {
  return any_of(MBB.predecessors(), [&](const MachineBasicBlock *Pred) {
    return any_of(Pred->terminators(), [&](const MachineInstr &MI) {
      return MI.isBranch() && MI.getOpcode() != TPC::LOOP_END &&
             MI.getOperand(0).isMBB() && MI.getOperand(0).getMBB() == &MBB;
    });
  });
}

/// The LOOP that ends in the block of \p LoopEnd may run no iteration.
static bool mayBeSkipped(const MachineInstr &LoopEnd) {
  const MachineBasicBlock *Header = LoopEnd.getOperand(0).getMBB();
  for (const MachineBasicBlock *Pred : Header->predecessors())
    for (const MachineInstr &MI : Pred->terminators())
      if (MI.getOpcode() == TPC::LOOP_IMM_IMM_IMM ||
          MI.getOpcode() == TPC::LOOP_IMM_IMM_S)
        return false;
  return true;
}

bool TPCLoopEnds::pad(MachineInstr &LoopEnd) {
  MachineBasicBlock &Latch = *LoopEnd.getParent();
  const MachineBasicBlock *Header = LoopEnd.getOperand(0).getMBB();
  unsigned Length = 0; // bundles from here to the end
  unsigned Missing = 0;
  auto Need = [&](unsigned Bundles) {
    if (Bundles > Length)
      Missing = std::max(Missing, Bundles - Length);
  };
  for (MachineBasicBlock *MBB = &Latch;; MBB = MBB->getPrevNode()) {
    for (MachineInstr &MI : reverse(*MBB)) {
      if (&MI != &LoopEnd && MI.getOpcode() == TPC::LOOP_END)
        Need(mayBeSkipped(MI) ? TPCFigure::LOOP_ENDS_APART : 1);
      if (MI.isMetaInstruction() || MI.getOpcode() == TPC::LOOP_END)
        continue;
      if (MI.isBranch(MachineInstr::AnyInBundle))
        Need(TPCFigure::LOOP_JMP_BEFORE_END);
      if (isLookup(MI, *TII))
        Need(TPCFigure::LOOP_NO_LOOKUP_IN_LAST);
      ++Length;
    }
    if (isJumpTarget(*MBB))
      Need(TPCFigure::LOOP_TARGET_BEFORE_END + 1);
    if (MBB == Header)
      break;
  }
  Need(TPCFigure::LOOP_MIN_BODY);
  for (unsigned N = 0; N != Missing; ++N)
    BuildMI(Latch, LoopEnd, DebugLoc(), TII->get(TPC::SPU_NOP));
  return Missing;
}

bool TPCLoopEnds::runOnMachineFunction(MachineFunction &MF) {
  TII = MF.getSubtarget<TPCSubtarget>().getInstrInfo();
  bool Changed = false;
  // Inner loops end before those around them.
  for (MachineBasicBlock &MBB : MF)
    for (MachineInstr &MI : make_early_inc_range(MBB.terminators()))
      if (MI.getOpcode() == TPC::LOOP_END)
        Changed |= pad(MI);
  return Changed;
}
