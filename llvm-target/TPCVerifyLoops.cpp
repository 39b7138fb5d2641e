//===-- TPCVerifyLoops.cpp - Checks hardware loops ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules of facts 5.6 on where things are, as opposed to when they happen.
// Bundles are numbered in the order of the code; those behind unconditional
// jumps, which never execute, count as none.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCBlockCode.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "TPCVerifyBundles.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include <map>

using namespace llvm;
using namespace llvm::TPC;

namespace {

struct Loop {
  const MachineInstr *Start;
  unsigned First, Last; ///< bundles of the body
};

class LoopVerifier {
  std::map<const MachineBasicBlock *, unsigned> Begin;
  std::vector<BundleOps> Bundles;
  std::vector<Loop> Loops;

  void addLoop(const MachineInstr &Start, unsigned DelaySlot);
  void checkBody(const Loop &L);
  void checkJump(const Loop &L, const MachineInstr &Jump, unsigned At);
  void checkNest(const Loop &Inner, const Loop &Outer);
  void checkDelaySlot(const MachineInstr &Start, const BundleOps &Slot);

public:
  void check(const MachineFunction &MF);
};

} // namespace

static bool isLoopEnd(const MachineBasicBlock &MBB) {
  return !MBB.empty() && MBB.back().getOpcode() == TPC::LOOP_END;
}

void LoopVerifier::addLoop(const MachineInstr &Start, unsigned DelaySlot) {
  const MachineBasicBlock *Latch = getLoopLatch(Start);
  if (!Latch)
    return reportCode(Start, "LOOP without the block where its body ends");
  unsigned Head = DelaySlot + 1;
  const MachineBasicBlock *Next = Start.getParent()->getNextNode();
  if (!isLoopEnd(*Latch) || Latch->back().getOperand(0).getMBB() != Next ||
      Begin[Latch] < Head)
    return reportCode(Start, "the body of this LOOP does not lie between it "
                             "and its LOOP_END");
  unsigned Size = unsigned(getBlockCode(*Latch).Bundles.size());
  Loops.push_back({&Start, Head, Begin[Latch] + Size - 1});
}

/// Facts 5.6: the delay slot must not write operands of LOOP.
void LoopVerifier::checkDelaySlot(const MachineInstr &Start,
                                  const BundleOps &Slot) {
  const auto *TRI = Start.getMF()->getSubtarget().getRegisterInfo();
  for (const MachineInstr *MI : Slot)
    for (const MachineOperand &Def : MI->all_defs())
      for (const MachineOperand &MO : Start.operands())
        if (MO.isReg() && MO.getReg() && !Def.isImplicit() &&
            TRI->regsOverlap(MO.getReg(), Def.getReg()))
          reportCode(*MI, "in the delay slot of " + describe(Start) +
                              ", whose operand it writes");
}

void LoopVerifier::checkJump(const Loop &L, const MachineInstr &Jump,
                             unsigned At) {
  unsigned ToEnd = L.Last - At;
  if (ToEnd < TPCFigure::LOOP_JMP_BEFORE_END)
    reportCode(Jump, "jump " + Twine(ToEnd) + " bundles before the end of " +
                         describe(*L.Start) + "; " +
                         Twine(TPCFigure::LOOP_JMP_BEFORE_END) + " are needed");
}

void LoopVerifier::checkBody(const Loop &L) {
  unsigned Size = L.Last + 1 - L.First;
  if (L.Last + 1 < L.First + TPCFigure::LOOP_MIN_BODY)
    reportCode(*L.Start, "a body of " + Twine(Size) + " bundles; " +
                             Twine(TPCFigure::LOOP_MIN_BODY) + " are needed");
  if (Size > TPCFigure::LOOP_MAX_BODY)
    reportCode(*L.Start, "a body of " + Twine(Size) + " bundles; " +
                             Twine(TPCFigure::LOOP_MAX_BODY) + " are possible");
  for (unsigned At = L.First; At <= L.Last; ++At)
    for (const MachineInstr *MI : Bundles[At])
      if (MI->isBranch())
        checkJump(L, *MI, At);
  for (const MachineInstr *MI : Bundles[L.Last])
    if (TPCMachineModel::isLookup(*MI))
      reportCode(*MI, "LOOKUP in the last bundle of " + describe(*L.Start));
  // Targets of jumps, from anywhere.
  for (const BundleOps &Bundle : Bundles)
    for (const MachineInstr *MI : Bundle)
      for (const MachineOperand &MO : MI->operands()) {
        if (!MI->isBranch() || !MO.isMBB())
          continue;
        unsigned To = Begin[MO.getMBB()];
        if (To > L.First && To <= L.Last &&
            L.Last - To < TPCFigure::LOOP_TARGET_BEFORE_END)
          reportCode(*MI, "jumps to " + Twine(L.Last - To) +
                              " bundles before the end of " +
                              describe(*L.Start) + "; " +
                              Twine(TPCFigure::LOOP_TARGET_BEFORE_END) +
                              " are needed");
      }
}

void LoopVerifier::checkNest(const Loop &Inner, const Loop &Outer) {
  if (Inner.First <= Outer.First || Inner.First > Outer.Last)
    return;
  unsigned Needed = surelyRuns(*Inner.Start) ? 1 : TPCFigure::LOOP_ENDS_APART;
  if (Inner.Last + Needed > Outer.Last)
    reportCode(*Inner.Start, "ends less than " + Twine(Needed) +
                                 " bundles before " + describe(*Outer.Start) +
                                 " around it");
}

void LoopVerifier::check(const MachineFunction &MF) {
  std::vector<std::pair<const MachineInstr *, unsigned>> Starts;
  for (const MachineBasicBlock &MBB : MF) {
    Begin[&MBB] = unsigned(Bundles.size());
    for (const BundleOps &Bundle : getBlockCode(MBB).Bundles) {
      Bundles.push_back(Bundle);
      if (!Bundle.empty() && TPCMachineModel::isLoop(*Bundle.front()))
        Starts.push_back({Bundle.front(), unsigned(Bundles.size())});
    }
  }
  for (auto [Start, DelaySlot] : Starts) {
    checkDelaySlot(*Start, Bundles[DelaySlot]);
    addLoop(*Start, DelaySlot);
  }
  for (const Loop &L : Loops) {
    checkBody(L);
    for (const Loop &Outer : Loops)
      if (&Outer != &L)
        checkNest(L, Outer);
  }
}

void TPC::verifyLoops(const MachineFunction &MF) { LoopVerifier().check(MF); }
