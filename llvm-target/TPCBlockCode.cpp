//===-- TPCBlockCode.cpp - The bundles of a finished block ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCBlockCode.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineInstrBundle.h"

using namespace llvm;
using namespace llvm::TPC;

/// Guards are the last explicit operands: register and polarity.
static bool isAlways(const MachineInstr &MI) {
  unsigned N = MI.getNumExplicitOperands();
  return MI.getOperand(N - 2).getReg() == TPC::SP0 &&
         MI.getOperand(N - 1).getImm() == 0;
}

bool TPC::isUnconditionalJump(const MachineInstr &MI) {
  return MI.isBranch() && TPCMachineModel::isOperation(MI) && isAlways(MI);
}

bool TPC::surelyRuns(const MachineInstr &Loop) {
  return Loop.getOperand(LoopStart).isImm() &&
         Loop.getOperand(LoopBound).isImm() && isAlways(Loop);
}

const MachineBasicBlock *TPC::getLoopLatch(const MachineInstr &Loop) {
  const MachineOperand &Latch = Loop.getOperand(LoopLatch);
  return Latch.isMBB() ? Latch.getMBB() : nullptr;
}

namespace {

class Builder {
  const MachineBasicBlock &MBB;
  BlockCode Code;
  bool Ends = false; ///< nothing falls out of the block

  void addJump(const MachineInstr &MI, bool IsLast);
  void addLoop(const MachineInstr &Loop, BundleOps DelaySlot);
  void addOps(const BundleOps &Ops, bool IsLast);

public:
  explicit Builder(const MachineBasicBlock &MBB) : MBB(MBB) {}
  BlockCode build();
};

} // namespace

void Builder::addJump(const MachineInstr &MI, bool IsLast) {
  Code.Bundles.push_back({&MI});
  for (const MachineOperand &MO : MI.operands())
    if (MO.isMBB())
      Code.Exits.push_back({MO.getMBB(), unsigned(Code.Bundles.size()), false});
  if (isUnconditionalJump(MI))
    Ends = true;
  else if (!IsLast)
    Code.Bundles.push_back({});
}

void Builder::addLoop(const MachineInstr &Loop, BundleOps DelaySlot) {
  Code.Bundles.push_back({&Loop});
  Code.Bundles.push_back(std::move(DelaySlot));
  // No iteration at all.
  if (const MachineBasicBlock *Latch = getLoopLatch(Loop))
    if (const MachineBasicBlock *Exit = Latch->getNextNode())
      Code.Exits.push_back({Exit, unsigned(Code.Bundles.size()), false});
}

void Builder::addOps(const BundleOps &Ops, bool IsLast) {
  if (Ops.empty())
    return Code.Bundles.push_back({});
  const MachineInstr &First = *Ops.front();
  if (TPCMachineModel::isLoop(First))
    return addLoop(First, BundleOps(drop_begin(Ops)));
  if (First.isBranch())
    return addJump(First, IsLast);
  Code.Bundles.push_back(Ops);
  Ends |= TPCMachineModel::isHalt(First);
}

BlockCode Builder::build() {
  const MachineInstr *LoopEnd = nullptr;
  for (auto I = MBB.instr_begin(), E = MBB.instr_end(); I != E;) {
    BundleOps Ops;
    bool IsBundle = I->isBundle(), IsNop = TPCMachineModel::isNop(*I);
    if (I->getOpcode() == TPC::LOOP_END)
      LoopEnd = &*I;
    auto End = getBundleEnd(I);
    for (; I != End; ++I)
      if (TPCMachineModel::isOperation(*I))
        Ops.push_back(&*I);
    if (!Ops.empty() || IsNop || IsBundle)
      addOps(Ops, I == E);
  }
  unsigned Size = Code.Bundles.size();
  if (LoopEnd)
    Code.Exits.push_back({LoopEnd->getOperand(0).getMBB(), Size, false});
  if (!Ends && MBB.getNextNode())
    Code.Exits.push_back({MBB.getNextNode(), Size, true});
  return std::move(Code);
}

BlockCode TPC::getBlockCode(const MachineBasicBlock &MBB) {
  return Builder(MBB).build();
}
