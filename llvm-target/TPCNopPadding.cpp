//===-- TPCNopPadding.cpp - Keep dependent bundles apart ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The pipeline is exposed: who reads a register too early gets the old value.
// Without optimisation every operation has a bundle of its own, and a distance
// of seven bundles from a write to any use of the register satisfies every
// latency of this generation (facts 5.10). Blocks end when all of their results
// are there, so that no block needs to know about another one.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"

using namespace llvm;

namespace {

/// Bundles between a write and the next use of the register.
constexpr unsigned ResultDistance = 7;
/// From a store to the next load. The largest distance that facts
/// 5.5 demands of memory accesses is one from a store to a tensor load that is
/// not 4.
constexpr unsigned StoreDistance = 8;
/// HALT, CONVERT and ASO keep a distance of three from a jump (facts 5.5). The
/// bundles behind a jump (TPCAsmPrinter) see to the path that falls through;
/// the other one reaches its target in one bundle.
constexpr unsigned JumpTargetNops = 2;

class TPCNopPadding : public MachineFunctionPass {
  const TPCInstrInfo *TII = nullptr;
  const TargetRegisterInfo *TRI = nullptr;
  /// Bundles of the block up to the current one.
  unsigned Now = 0;
  /// First bundle that may touch a register unit, or memory.
  DenseMap<unsigned, unsigned> Ready;
  unsigned MemoryReady = 0;
  unsigned AllReady = 0;

  void addNops(MachineBasicBlock &MBB, MachineBasicBlock::iterator I,
               unsigned Count);
  void waitFor(MachineInstr &MI, unsigned Bundle);
  bool staysAwayFromJumps(const MachineInstr &MI) const;
  void padBefore(MachineInstr &MI);
  void note(const MachineInstr &MI);

public:
  static char ID;
  TPCNopPadding() : MachineFunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC NOP padding"; }
  bool runOnMachineFunction(MachineFunction &MF) override;
};

} // namespace

char TPCNopPadding::ID = 0;

FunctionPass *llvm::createTPCNopPaddingPass() { return new TPCNopPadding(); }

void TPCNopPadding::addNops(MachineBasicBlock &MBB,
                            MachineBasicBlock::iterator I, unsigned Count) {
  for (unsigned N = 0; N != Count; ++N)
    BuildMI(MBB, I, DebugLoc(), TII->get(TPC::SPU_NOP));
  Now += Count;
}

void TPCNopPadding::waitFor(MachineInstr &MI, unsigned Bundle) {
  if (Bundle > Now)
    addNops(*MI.getParent(), MI.getIterator(), Bundle - Now);
}

/// HALT, ASO and the SPU's CONVERT keep away from jumps.
bool TPCNopPadding::staysAwayFromJumps(const MachineInstr &MI) const {
  return MI.getOpcode() == TPC::HALT_KERNEL || MI.getOpcode() == TPC::ST_ASO ||
         TII->getName(MI.getOpcode()).starts_with("SPU_CONVERT");
}

void TPCNopPadding::padBefore(MachineInstr &MI) {
  if (staysAwayFromJumps(MI))
    waitFor(MI, JumpTargetNops);
  if (MI.isTerminator())
    return waitFor(MI, AllReady);
  unsigned Needed = MI.mayLoad() ? MemoryReady : 0;
  for (const MachineOperand &MO : MI.operands())
    if (MO.isReg() && MO.getReg().isPhysical())
      for (MCRegUnit Unit : TRI->regunits(MO.getReg()))
        Needed = std::max(Needed, Ready.lookup(Unit));
  waitFor(MI, Needed);
}

void TPCNopPadding::note(const MachineInstr &MI) {
  // The iterators of LOOP and LOOP_END can be read at once (facts 5.4).
  if (MI.isTerminator())
    return;
  for (const MachineOperand &MO : MI.all_defs()) {
    for (MCRegUnit Unit : TRI->regunits(MO.getReg()))
      Ready[Unit] = Now + ResultDistance;
    AllReady = Now + ResultDistance;
  }
  if (MI.mayStore() || MI.hasUnmodeledSideEffects()) {
    MemoryReady = Now + StoreDistance;
    AllReady = std::max(AllReady, MemoryReady);
  }
}

bool TPCNopPadding::runOnMachineFunction(MachineFunction &MF) {
  TII = MF.getSubtarget<TPCSubtarget>().getInstrInfo();
  TRI = MF.getSubtarget().getRegisterInfo();
  for (MachineBasicBlock &MBB : MF) {
    Now = MemoryReady = AllReady = 0;
    Ready.clear();
    for (MachineInstr &MI : make_early_inc_range(MBB)) {
      if (MI.isMetaInstruction())
        continue;
      padBefore(MI);
      note(MI);
      ++Now;
    }
    if (AllReady > Now)
      addNops(MBB, MBB.end(), AllReady - Now);
  }
  return true;
}
