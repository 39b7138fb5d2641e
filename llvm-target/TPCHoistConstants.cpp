//===-- TPCHoistConstants.cpp - Invariant vectors in front of loops -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A vector with different lanes takes many operations, most of which make
// predicates (TPCVectorLowering). MachineLICM hoists one operation after the
// other as long as registers last, and there are few predicates: it stops in
// the middle. What counts is the vector at the end alone. So all operations
// that such a vector consists of go in front of the outermost loop in which it
// does not change. If there are too many of them, a load from vector local
// memory brings one back, which is still less than to make it again.
//
// Runs on SSA form.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineLoopInfo.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/InitializePasses.h"

using namespace llvm;

#define DEBUG_TYPE "tpc-hoist-constants"

namespace {

/// Operations that a value has to consist of at least; others are MachineLICM's
/// business, which knows of pressure.
constexpr unsigned MinOperations = 3;
/// Values of a loop, by their file: vectors may be saved, predicates should
/// not.
constexpr unsigned MaxVectors = 64, MaxPredicates = 4;

class TPCHoistConstants : public MachineFunctionPass {
  MachineRegisterInfo *MRI = nullptr;
  const TPCMachineModel *Model = nullptr;
  std::vector<MachineBasicBlock *> Order; ///< definitions before uses
  /// Of the loop at hand, in the order of the code.
  SmallSetVector<MachineInstr *, 32> Invariants;

  bool isInvariant(const MachineInstr &MI, const MachineLoop &L) const;
  bool isResult(const MachineInstr &MI) const;
  void collect(MachineInstr &MI,
               SmallSetVector<MachineInstr *, 16> &Parts) const;
  void moveTo(MachineBasicBlock &Preheader,
              ArrayRef<MachineInstr *> Parts) const;
  bool hoist(const MachineLoop &L);

public:
  static char ID;
  TPCHoistConstants() : MachineFunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC constants of loops"; }
  void getAnalysisUsage(AnalysisUsage &AU) const override {
    AU.setPreservesCFG();
    AU.addRequired<MachineLoopInfoWrapperPass>();
    AU.addPreserved<MachineLoopInfoWrapperPass>();
    MachineFunctionPass::getAnalysisUsage(AU);
  }
  MachineFunctionProperties getRequiredProperties() const override {
    return MachineFunctionProperties().set(
        MachineFunctionProperties::Property::IsSSA);
  }
  bool runOnMachineFunction(MachineFunction &MF) override;
};

} // namespace

char TPCHoistConstants::ID = 0;

INITIALIZE_PASS_BEGIN(TPCHoistConstants, DEBUG_TYPE, "TPC constants of loops",
                      false, false)
INITIALIZE_PASS_DEPENDENCY(MachineLoopInfoWrapperPass)
INITIALIZE_PASS_END(TPCHoistConstants, DEBUG_TYPE, "TPC constants of loops",
                    false, false)

FunctionPass *llvm::createTPCHoistConstantsPass() {
  return new TPCHoistConstants();
}

/// Whether an operation of the loop computes the same in every iteration, and
/// may as well be done if the loop does not run.
bool TPCHoistConstants::isInvariant(const MachineInstr &MI,
                                    const MachineLoop &L) const {
  if (MI.isPHI() || MI.isTerminator() || MI.isPosition() || MI.isDebugInstr() ||
      MI.isInlineAsm() || MI.mayLoadOrStore() || MI.hasUnmodeledSideEffects() ||
      Model->readsCarry(MI))
    return false;
  return all_of(MI.operands(), [&](const MachineOperand &MO) {
    if (!MO.isReg() || !MO.getReg())
      return true;
    if (MO.getReg().isPhysical())
      return MO.isUse() && MRI->isConstantPhysReg(MO.getReg());
    if (MO.isDef())
      return true;
    MachineInstr *Def = MRI->getVRegDef(MO.getReg());
    return Invariants.contains(Def) || !L.contains(Def->getParent());
  });
}

/// Whether something that changes uses an invariant value.
bool TPCHoistConstants::isResult(const MachineInstr &MI) const {
  return any_of(MI.all_defs(), [&](const MachineOperand &MO) {
    return any_of(
        MRI->use_nodbg_instructions(MO.getReg()),
        [&](MachineInstr &User) { return !Invariants.contains(&User); });
  });
}

/// All operations of the loop that \p MI consists of.
void TPCHoistConstants::collect(
    MachineInstr &MI, SmallSetVector<MachineInstr *, 16> &Parts) const {
  if (!Parts.insert(&MI))
    return;
  for (const MachineOperand &MO : MI.all_uses())
    if (MO.getReg().isVirtual())
      if (MachineInstr *Def = MRI->getVRegDef(MO.getReg());
          Invariants.contains(Def))
        collect(*Def, Parts);
}

/// \p Parts are in the order of the code.
void TPCHoistConstants::moveTo(MachineBasicBlock &Preheader,
                               ArrayRef<MachineInstr *> Parts) const {
  for (MachineInstr *MI : Parts) {
    MI->removeFromParent();
    MI->setDebugLoc(DebugLoc());
    Preheader.insert(Preheader.getFirstTerminator(), MI);
    // What is used in the loop lives through it now.
    for (const MachineOperand &MO : MI->operands())
      if (MO.isReg() && MO.getReg().isVirtual())
        MRI->clearKillFlags(MO.getReg());
  }
}

bool TPCHoistConstants::hoist(const MachineLoop &L) {
  MachineBasicBlock *Preheader = L.getLoopPreheader();
  if (!Preheader)
    return false;
  Invariants.clear();
  for (MachineBasicBlock *MBB : Order)
    if (L.contains(MBB))
      for (MachineInstr &MI : *MBB)
        if (isInvariant(MI, L))
          Invariants.insert(&MI);
  SmallSetVector<MachineInstr *, 16> All;
  unsigned Vectors = 0, Predicates = 0;
  for (MachineInstr *MI : Invariants) {
    if (!isResult(*MI))
      continue;
    const MachineOperand &Result = MI->getOperand(0);
    if (!Result.isReg() || !Result.isDef())
      continue;
    const TargetRegisterClass *RC = MRI->getRegClass(Result.getReg());
    bool IsPredicate = TPC::VPRFRegClass.hasSubClassEq(RC);
    if (!IsPredicate && !TPC::VRFRegClass.hasSubClassEq(RC))
      continue;
    SmallSetVector<MachineInstr *, 16> Parts;
    collect(*MI, Parts);
    if (Parts.size() < MinOperations ||
        (IsPredicate ? Predicates++ >= MaxPredicates : Vectors++ >= MaxVectors))
      continue;
    All.insert(Parts.begin(), Parts.end());
  }
  SmallVector<MachineInstr *, 32> Sorted;
  for (MachineInstr *MI : Invariants)
    if (All.contains(MI))
      Sorted.push_back(MI);
  moveTo(*Preheader, Sorted);
  return !Sorted.empty();
}

bool TPCHoistConstants::runOnMachineFunction(MachineFunction &MF) {
  if (skipFunction(MF.getFunction()))
    return false;
  MRI = &MF.getRegInfo();
  TPCMachineModel OfTarget(MF.getSubtarget<TPCSubtarget>());
  Model = &OfTarget;
  Order.clear();
  append_range(Order, ReversePostOrderTraversal<MachineFunction *>(&MF));
  bool Changed = false;
  // Outer loops first.
  for (const MachineLoop *L :
       getAnalysis<MachineLoopInfoWrapperPass>().getLI().getLoopsInPreorder())
    Changed |= hoist(*L);
  return Changed;
}
