//===-- TPCLoopEnds.cpp - Rules on the ends of hardware loops -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCLoopEnds.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCBlockCode.h"
#include "TPCFlight.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"

using namespace llvm;
using namespace llvm::TPC;

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
    for (const MachineInstr &MI : Pred->instrs())
      if (TPCMachineModel::isLoop(MI) &&
          getLoopLatch(MI) == LoopEnd.getParent())
        return !surelyRuns(MI);
  return true;
}

static const MachineInstr *findLoopEnd(const MachineBasicBlock &MBB) {
  if (!MBB.empty() && MBB.back().getOpcode() == TPC::LOOP_END)
    return &MBB.back();
  return nullptr;
}

unsigned TPC::countMissingBundles(const MachineInstr &LoopEnd,
                                  const FinishedCode &Code) {
  const MachineBasicBlock *Header = LoopEnd.getOperand(0).getMBB();
  unsigned Length = 0; // bundles from here to the end
  unsigned Missing = 0;
  auto Need = [&](unsigned Bundles) {
    if (Bundles > Length)
      Missing = std::max(Missing, Bundles - Length);
  };
  for (const MachineBasicBlock *MBB = LoopEnd.getParent();;
       MBB = MBB->getPrevNode()) {
    const MachineInstr *Inner = findLoopEnd(*MBB);
    if (Inner && Inner != &LoopEnd)
      Need(mayBeSkipped(*Inner) ? TPCFigure::LOOP_ENDS_APART : 1);
    const BlockCode *C = Code.find(MBB);
    assert(C && "the body is not finished");
    for (const BundleOps &Bundle : reverse(C->Bundles)) {
      for (const MachineInstr *MI : Bundle) {
        if (MI->isBranch())
          Need(TPCFigure::LOOP_JMP_BEFORE_END);
        if (TPCMachineModel::isLookup(*MI))
          Need(TPCFigure::LOOP_NO_LOOKUP_IN_LAST);
      }
      ++Length;
    }
    if (isJumpTarget(*MBB))
      Need(TPCFigure::LOOP_TARGET_BEFORE_END + 1);
    if (MBB == Header)
      break;
  }
  Need(TPCFigure::LOOP_MIN_BODY);
  return Missing;
}
