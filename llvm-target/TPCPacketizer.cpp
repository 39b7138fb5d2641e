//===-- TPCPacketizer.cpp - Blocks to bundles -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Schedules every block that is not finished yet, inner loops first, otherwise
// in the order of the code. Nothing waits at the end of a block for what is
// still in flight: the list scheduler looks at the finished blocks around.
// Blocks that enter loops or close them see to it that these find what they
// need.
//
// The result has the form that TPCBlockCode.h describes.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCListScheduler.h"
#include "TPCLoopEnds.h"
#include "TPCMachineFunctionInfo.h"
#include "TPCSubtarget.h"
#include "llvm/Analysis/AliasAnalysis.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineInstrBundle.h"
#include "llvm/CodeGen/MachineLoopInfo.h"
#include "llvm/InitializePasses.h"

using namespace llvm;
using namespace llvm::TPC;

#define DEBUG_TYPE "tpc-packetizer"

namespace {

class TPCPacketizer : public MachineFunctionPass {
  const TPCInstrInfo *TII = nullptr;
  const TargetRegisterInfo *TRI = nullptr;
  bool InOrder;

  std::vector<MachineBasicBlock *> findOrder(MachineFunction &MF);
  void cleanUp(MachineBasicBlock &MBB);
  void endLoop(MachineBasicBlock &MBB, ListScheduler &Scheduler,
               FinishedCode &Code);
  void emit(MachineBasicBlock &MBB, const TPCMachineModel &Model,
            const Schedule &Bundles);

public:
  static char ID;
  explicit TPCPacketizer(bool InOrder = false)
      : MachineFunctionPass(ID), InOrder(InOrder) {
    initializeTPCPacketizerPass(*PassRegistry::getPassRegistry());
  }
  StringRef getPassName() const override { return "TPC packetizer"; }
  void getAnalysisUsage(AnalysisUsage &AU) const override {
    AU.addRequired<AAResultsWrapperPass>();
    AU.addRequired<MachineLoopInfoWrapperPass>();
    MachineFunctionPass::getAnalysisUsage(AU);
  }
  MachineFunctionProperties getRequiredProperties() const override {
    return MachineFunctionProperties().set(
        MachineFunctionProperties::Property::NoVRegs);
  }
  bool runOnMachineFunction(MachineFunction &MF) override;
};

} // namespace

char TPCPacketizer::ID = 0;

INITIALIZE_PASS_BEGIN(TPCPacketizer, DEBUG_TYPE, "TPC packetizer", false, false)
INITIALIZE_PASS_DEPENDENCY(AAResultsWrapperPass)
INITIALIZE_PASS_DEPENDENCY(MachineLoopInfoWrapperPass)
INITIALIZE_PASS_END(TPCPacketizer, DEBUG_TYPE, "TPC packetizer", false, false)

FunctionPass *llvm::createTPCPacketizerPass(bool InOrder) {
  return new TPCPacketizer(InOrder);
}

/// Whether an implicit operand says that an explicit one belongs to a group of
/// which another register may hold something alone.
static bool isWholeGroup(const MachineInstr &MI, const MachineOperand &Group,
                         const TargetRegisterInfo &TRI) {
  return any_of(MI.explicit_uses(), [&](const MachineOperand &MO) {
    return MO.isReg() && TRI.isSubRegister(Group.getReg(), MO.getReg());
  });
}

/// What the register allocator noted holds in its order alone.
static void forgetLiveness(MachineInstr &MI, const TargetRegisterInfo &TRI) {
  for (MachineOperand &MO : MI.all_uses())
    MO.setIsKill(false);
  if (TPCMachineModel::isLoop(MI))
    return;
  for (unsigned I = MI.getNumOperands(); I-- > MI.getNumExplicitOperands();) {
    MachineOperand &MO = MI.getOperand(I);
    if (!MO.isReg())
      continue;
    if (MO.isDef())
      MO.setIsDead(false);
    else if (!MO.isTied() && !isWholeGroup(MI, MO, TRI))
      MI.removeOperand(I);
  }
}

/// Removes what says nothing about code in another order, and empty bundles.
void TPCPacketizer::cleanUp(MachineBasicBlock &MBB) {
  SmallVector<MachineInstr *, 8> Undefined;
  for (MachineInstr &MI : make_early_inc_range(MBB)) {
    if (MI.isImplicitDef())
      Undefined.push_back(&MI);
    else if (MI.isDebugInstr() || MI.isKill() || TPCMachineModel::isNop(MI))
      MI.eraseFromParent();
    else if (TPCMachineModel::isOperation(MI))
      forgetLiveness(MI, *TRI);
  }
  for (MachineInstr *MI : Undefined)
    MBB.splice(MBB.begin(), &MBB, MI->getIterator());
}

void TPCPacketizer::emit(MachineBasicBlock &MBB, const TPCMachineModel &Model,
                         const Schedule &Bundles) {
  // The LOOP_END of a latch stays the last.
  MachineBasicBlock::iterator End = MBB.end();
  if (!MBB.empty() && MBB.back().getOpcode() == TPC::LOOP_END)
    --End;
  bool BehindJump = false;
  for (unsigned I = 0; I != Bundles.size(); ++I) {
    ArrayRef<Placed> Ops = Bundles[I];
    if (Ops.empty()) {
      // The printer knows of the one between two terminators.
      if (!BehindJump)
        BuildMI(MBB, End, DebugLoc(), TII->get(TPC::SPU_NOP));
      continue;
    }
    // LOOP takes its delay slot with it.
    bool IsLoop = TPCMachineModel::isLoop(*Ops.front().MI);
    SmallVector<MachineInstr *, 4> Bundle;
    auto Add = [&](ArrayRef<Placed> Ops) {
      for (const Placed &P : Ops) {
        Model.setVariant(*P.MI, P.Opcode);
        Bundle.push_back(P.MI);
      }
    };
    Add(Ops);
    if (IsLoop && I + 1 != Bundles.size())
      Add(Bundles[++I]);
    else
      putReadersFirst(Bundle, *TRI);
    for (MachineInstr *MI : Bundle)
      MBB.splice(End, &MBB, MI->getIterator());
    BehindJump |= Bundle.front()->isBranch();
    if (Bundle.size() > 1)
      finalizeBundle(MBB, Bundle.front()->getIterator(),
                     End.getInstrIterator());
  }
}

/// Lengthens the last block of a hardware loop where the loop's end needs it.
void TPCPacketizer::endLoop(MachineBasicBlock &MBB, ListScheduler &Scheduler,
                            FinishedCode &Code) {
  if (MBB.empty() || MBB.back().getOpcode() != TPC::LOOP_END)
    return;
  unsigned Missing = countMissingBundles(MBB.back(), Code);
  if (!Missing)
    return;
  unsigned Old = unsigned(Code.find(&MBB)->Bundles.size());
  unsigned New = Scheduler.findLength(Old + Missing);
  for (unsigned N = Old; N != New; ++N)
    BuildMI(MBB, MBB.back(), DebugLoc(), TII->get(TPC::SPU_NOP));
  Code.add(MBB);
}

/// A defect of the compiler: wrong code must not get out.
static void reportNoEnd(const MachineBasicBlock &MBB) {
  const Function &F = MBB.getParent()->getFunction();
  F.getContext().emitError(
      Twine("internal error: no number of empty bundles at the end of block ") +
      Twine(MBB.getNumber()) + " of '" + F.getName() +
      "' keeps the distances to the code behind it");
}

std::vector<MachineBasicBlock *> TPCPacketizer::findOrder(MachineFunction &MF) {
  auto &Loops = getAnalysis<MachineLoopInfoWrapperPass>().getLI();
  std::vector<MachineBasicBlock *> Order;
  for (MachineBasicBlock &MBB : MF)
    Order.push_back(&MBB);
  llvm::stable_sort(Order, [&](MachineBasicBlock *A, MachineBasicBlock *B) {
    return Loops.getLoopDepth(A) > Loops.getLoopDepth(B);
  });
  return Order;
}

bool TPCPacketizer::runOnMachineFunction(MachineFunction &MF) {
  const auto &STI = MF.getSubtarget<TPCSubtarget>();
  TII = STI.getInstrInfo();
  TRI = STI.getRegisterInfo();
  AAResults *AA = &getAnalysis<AAResultsWrapperPass>().getAAResults();
  TPCMachineModel Model(STI);
  // As far as any distance between two operations reaches.
  unsigned Window = std::max({Model.getMaxLatency(), Model.orderDepth(),
                              TPCFigure::LOOP_ITERATOR_USE_END}) +
                    1;
  FinishedCode Code(MF, Window);
  auto &Info = *MF.getInfo<TPCMachineFunctionInfo>();
  for (MachineBasicBlock &MBB : MF) {
    // MIR files cannot say what is finished, but show it.
    if (any_of(MBB, [](const MachineInstr &MI) { return MI.isBundle(); }))
      Info.setScheduled(MBB);
    if (Info.isScheduled(MBB))
      Code.add(MBB);
  }
  for (MachineBasicBlock *MBB : findOrder(MF)) {
    if (Info.isScheduled(*MBB))
      continue;
    cleanUp(*MBB);
    ListScheduler Scheduler(Model, *TRI, AA, Code, *MBB, InOrder);
    emit(*MBB, Model, Scheduler.run());
    Code.add(*MBB);
    endLoop(*MBB, Scheduler, Code);
    if (!Scheduler.hasEnd())
      reportNoEnd(*MBB);
    Info.setScheduled(*MBB);
  }
  return true;
}
