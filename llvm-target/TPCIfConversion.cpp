//===-- TPCIfConversion.cpp - Guards in place of jumps --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A jump costs its bundle and nearly all of the one behind it, keeps the
// operations around it from sharing bundles and its loop from being pipelined.
// Every operation has a guard. So the sides of small ifs become part of the
// block above them: what has an effect is done under the condition, all else is
// done anyway, and where the sides met, the value of one is moved over the
// other's under the condition. Where the moved value has no other use, the
// operation that makes it gets the guard and the move goes.
//
// Runs on SSA form. The old value of a guarded destination is a tied implicit
// operand.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineLoopInfo.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"

using namespace llvm;

namespace {

/// Operations of both sides together: a taken jump and what it keeps apart cost
/// about as much.
constexpr unsigned MaxOperations = 16;

/// A guard: predicate and polarity.
struct Guard {
  Register Reg;
  bool Inverted;

  Guard operator!() const { return {Reg, !Inverted}; }
  bool isAlways() const { return Reg == TPC::SP0 && !Inverted; }
};

/// Head jumps to or around Sides, which lead to Join.
struct Diamond {
  MachineBasicBlock *Head, *Join;
  /// The sides and their guards; one or two.
  SmallVector<std::pair<MachineBasicBlock *, Guard>, 2> Sides;
};

class TPCIfConversion : public MachineFunctionPass {
  const TPCInstrInfo *TII = nullptr;
  MachineRegisterInfo *MRI = nullptr;

  bool isSide(MachineBasicBlock &MBB, MachineBasicBlock &Head,
              const MachineLoop *L, MachineLoopInfo &MLI);
  std::optional<Diamond> match(MachineBasicBlock &Head, MachineLoopInfo &MLI);
  bool canConvert(const MachineInstr &MI);
  bool canMove(const Diamond &D);
  void convert(const Diamond &D);
  void setGuard(MachineInstr &MI, Guard G);
  void addGuard(MachineInstr &MI, Guard G);
  Register conjunction(MachineInstr &Before, Guard A, Guard B);
  Register positive(MachineInstr &Before, Guard G);
  void replacePhi(MachineInstr &Phi, const Diamond &D);
  void mergeJoin(const Diamond &D);
  bool foldMove(MachineInstr &Move);

public:
  static char ID;
  TPCIfConversion() : MachineFunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC if conversion"; }
  void getAnalysisUsage(AnalysisUsage &AU) const override {
    AU.addRequired<MachineLoopInfoWrapperPass>();
    MachineFunctionPass::getAnalysisUsage(AU);
  }
  bool runOnMachineFunction(MachineFunction &MF) override;
};

} // namespace

char TPCIfConversion::ID = 0;

INITIALIZE_PASS(TPCIfConversion, "tpc-if-conversion", "TPC if conversion",
                false, false)

FunctionPass *llvm::createTPCIfConversionPass() {
  return new TPCIfConversion();
}

//===----------------------------------------------------------------------===//
// Guards of operations
//===----------------------------------------------------------------------===//

/// The register of the guard, the operand before the polarity, of a guarded
/// record; 0 if it has none.
static unsigned guardIndex(const MachineInstr &MI) {
  const TPC::FormInfo *Form = TPC::findForm(MI.getOpcode());
  if (!Form || !Form->isGuarded() || MI.isBranch())
    return 0;
  return MI.getDesc().getNumOperands() - 2;
}

static Guard getGuard(const MachineInstr &MI) {
  unsigned N = guardIndex(MI);
  return {MI.getOperand(N).getReg(), MI.getOperand(N + 1).getImm() != 0};
}

void TPCIfConversion::setGuard(MachineInstr &MI, Guard G) {
  unsigned N = guardIndex(MI);
  // The units that take vector predicates, too, have a class of their own.
  if (G.Reg.isVirtual())
    MRI->constrainRegClass(G.Reg, TII->getRegClass(MI.getDesc(), N,
                                                   MRI->getTargetRegisterInfo(),
                                                   *MI.getMF()));
  MI.getOperand(N).setReg(G.Reg);
  MI.getOperand(N).setIsKill(false);
  MI.getOperand(N + 1).setImm(G.Inverted);
}

static bool isAlwaysGuarded(const MachineInstr &MI) {
  return guardIndex(MI) && getGuard(MI).isAlways();
}

/// The operand that holds the destination's old value; 0 if there is none.
static unsigned oldValueIndex(const MachineInstr &MI) {
  unsigned N = 0;
  if (MI.getNumExplicitDefs() == 1 && MI.isRegTiedToUseOperand(0, &N))
    return N;
  return 0;
}

static void tieOldValue(MachineInstr &MI, Register Old) {
  MachineFunction &MF = *MI.getMF();
  MI.addOperand(MF, MachineOperand::CreateReg(Old, /*isDef=*/false,
                                              /*isImp=*/true));
  MI.tieOperands(0, MI.getNumOperands() - 1);
}

/// What may be done though nobody asks for the result.
static bool isPure(const MachineInstr &MI) {
  return !MI.mayLoad() && !MI.mayStore() && !MI.isCall() && !MI.isInlineAsm() &&
         !MI.hasUnmodeledSideEffects() && !MI.isPosition() &&
         none_of(MI.all_defs(), [](const MachineOperand &MO) {
           return MO.getReg().isPhysical();
         });
}

/// Registers that accesses of tensors read by themselves are written in front
/// of every such access (facts 2.3).
static bool setsAccessRegister(const MachineInstr &MI,
                               const MachineRegisterInfo &MRI) {
  return MI.isCopy() && MI.getOperand(0).getReg().isPhysical() &&
         MRI.isReserved(MI.getOperand(0).getReg());
}

bool TPCIfConversion::canConvert(const MachineInstr &MI) {
  if (MI.isDebugInstr() || isPure(MI) || setsAccessRegister(MI, *MRI))
    return true;
  if (!guardIndex(MI) || any_of(MI.all_defs(), [](const MachineOperand &MO) {
        return MO.getReg().isPhysical();
      }))
    return false;
  // Guards are combined in the scalar unit.
  Register Reg = getGuard(MI).Reg;
  return Reg == TPC::SP0 || (Reg.isVirtual() && TPC::SPRFRegClass.hasSubClassEq(
                                                    MRI->getRegClass(Reg)));
}

/// \p G as a predicate of its own.
Register TPCIfConversion::positive(MachineInstr &Before, Guard G) {
  if (!G.Inverted)
    return G.Reg;
  Register R = MRI->createVirtualRegister(&TPC::SPRFRegClass);
  TPC::addAlways(BuildMI(*Before.getParent(), Before, Before.getDebugLoc(),
                         TII->get(TPC::SPU_NOT_SP_SP), R)
                     .addReg(G.Reg)
                     .addImm(TPC::typeCode("b")));
  return R;
}

Register TPCIfConversion::conjunction(MachineInstr &Before, Guard A, Guard B) {
  Register RA = positive(Before, A), RB = positive(Before, B);
  Register R = MRI->createVirtualRegister(&TPC::SPRFRegClass);
  TPC::addAlways(BuildMI(*Before.getParent(), Before, Before.getDebugLoc(),
                         TII->get(TPC::SPU_AND_SP_SP_SP), R)
                     .addReg(RA)
                     .addReg(RB)
                     .addImm(TPC::typeCode("b")));
  return R;
}

/// Lets \p MI happen only if \p G holds, too.
void TPCIfConversion::addGuard(MachineInstr &MI, Guard G) {
  Guard Own = getGuard(MI);
  setGuard(MI, Own.isAlways() ? G : Guard{conjunction(MI, Own, G), false});
  if (MI.getNumExplicitDefs() != 1 || oldValueIndex(MI))
    return;
  Register Undefined =
      MRI->createVirtualRegister(MRI->getRegClass(MI.getOperand(0).getReg()));
  BuildMI(*MI.getParent(), MI, MI.getDebugLoc(),
          TII->get(TargetOpcode::IMPLICIT_DEF), Undefined);
  tieOldValue(MI, Undefined);
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

bool TPCIfConversion::isSide(MachineBasicBlock &MBB, MachineBasicBlock &Head,
                             const MachineLoop *L, MachineLoopInfo &MLI) {
  return MBB.pred_size() == 1 && MBB.succ_size() == 1 && &MBB != &Head &&
         MLI.getLoopFor(&MBB) == L && !MBB.hasAddressTaken() &&
         *MBB.succ_begin() != &MBB;
}

std::optional<Diamond> TPCIfConversion::match(MachineBasicBlock &Head,
                                              MachineLoopInfo &MLI) {
  MachineBasicBlock *TBB, *FBB;
  SmallVector<MachineOperand, 2> Cond;
  if (Head.succ_size() != 2 || TII->analyzeBranch(Head, TBB, FBB, Cond) ||
      Cond.empty() || !Cond[0].getReg().isVirtual())
    return std::nullopt;
  MachineBasicBlock *Other = nullptr;
  for (MachineBasicBlock *Succ : Head.successors())
    if (Succ != TBB)
      Other = Succ;
  const MachineLoop *L = MLI.getLoopFor(&Head);
  Guard Taken{Cond[0].getReg(), Cond[1].getImm() != 0};
  Diamond D{&Head, nullptr, {}};
  bool IsSide = isSide(*TBB, Head, L, MLI);
  bool IsOtherSide = Other && isSide(*Other, Head, L, MLI);
  if (IsSide && (*TBB->succ_begin() == Other ||
                 (IsOtherSide && *TBB->succ_begin() == *Other->succ_begin()))) {
    D.Join = *TBB->succ_begin();
    D.Sides.push_back({TBB, Taken});
  }
  if (IsOtherSide && (D.Join ? D.Join != Other : *Other->succ_begin() == TBB)) {
    D.Join = *Other->succ_begin();
    D.Sides.push_back({Other, !Taken});
  }
  // The way back to a loop's header is no place for what the sides do.
  if (!D.Join || D.Join == &Head || MLI.getLoopFor(D.Join) != L ||
      (L && L->getHeader() == D.Join))
    return std::nullopt;
  return D;
}

/// Classes of values that a guarded move can choose between, and its opcode.
static unsigned moveOpcode(const TargetRegisterClass *RC) {
  static const std::pair<const TargetRegisterClass *, unsigned> Moves[] = {
      {&TPC::SRFRegClass, TPC::SPU_MOV_S_S},
      {&TPC::SPRFRegClass, TPC::SPU_MOV_SP_SP},
      {&TPC::VRFRegClass, TPC::VPU_MOV_V_V},
      {&TPC::VPRFRegClass, TPC::VPU_MOV_VP_VP},
      {&TPC::IRFRegClass, TPC::SPU_MOV_I_I}};
  for (auto [Of, Opcode] : Moves)
    if (Of->hasSubClassEq(RC))
      return Opcode;
  return 0;
}

bool TPCIfConversion::canMove(const Diamond &D) {
  unsigned Count = 0;
  for (auto &[Side, G] : D.Sides)
    for (const MachineInstr &MI : *Side) {
      if (MI.isPHI())
        return false;
      if (MI.isTerminator() || MI.isDebugInstr())
        continue;
      if (!canConvert(MI))
        return false;
      Count += !MI.isCopyLike() && !MI.isImplicitDef();
    }
  for (const MachineInstr &Phi : D.Join->phis()) {
    if (!moveOpcode(MRI->getRegClass(Phi.getOperand(0).getReg())))
      return false;
    ++Count;
  }
  return Count <= MaxOperations;
}

//===----------------------------------------------------------------------===//
// Conversion
//===----------------------------------------------------------------------===//

/// One value for the ways through Head, in place of two.
void TPCIfConversion::replacePhi(MachineInstr &Phi, const Diamond &D) {
  MachineBasicBlock *NewFrom = D.Sides.back().first;
  MachineBasicBlock *OldFrom =
      D.Sides.size() == 2 ? D.Sides.front().first : D.Head;
  Register New, Old;
  for (unsigned N = Phi.getNumOperands() - 1; N > 1; N -= 2) {
    MachineBasicBlock *From = Phi.getOperand(N).getMBB();
    if (From != NewFrom && From != OldFrom)
      continue;
    assert(!Phi.getOperand(N - 1).getSubReg() && "SSA form has no parts here");
    (From == NewFrom ? New : Old) = Phi.getOperand(N - 1).getReg();
    Phi.removeOperand(N);
    Phi.removeOperand(N - 1);
  }
  Register Value = New;
  if (New != Old) {
    const TargetRegisterClass *RC =
        MRI->getRegClass(Phi.getOperand(0).getReg());
    unsigned Opcode = moveOpcode(RC);
    Value = MRI->createVirtualRegister(RC);
    auto MIB = BuildMI(D.Head, Phi.getDebugLoc(), TII->get(Opcode), Value);
    if (RC == &TPC::IRFRegClass)
      MIB.addImm(TPC::AllDims);
    bool IsPredicate = RC == &TPC::SPRFRegClass || RC == &TPC::VPRFRegClass;
    Guard G = D.Sides.back().second;
    MIB.addReg(New)
        .addImm(TPC::typeCode(IsPredicate ? "b" : "i32"))
        .addReg(G.Reg)
        .addImm(G.Inverted);
    setGuard(*MIB, G);
    tieOldValue(*MIB, Old);
  }
  MachineInstrBuilder(*Phi.getMF(), Phi).addReg(Value).addMBB(D.Head);
}

/// The block where the sides met belongs to Head if nobody else leads there.
void TPCIfConversion::mergeJoin(const Diamond &D) {
  if (D.Join->pred_size() != 1) {
    if (!D.Head->isLayoutSuccessor(D.Join))
      TII->insertBranch(*D.Head, D.Join, nullptr, {}, DebugLoc());
    return;
  }
  MachineBasicBlock *Next = D.Join->getNextNode();
  for (MachineInstr &Phi : make_early_inc_range(D.Join->phis())) {
    MRI->replaceRegWith(Phi.getOperand(0).getReg(), Phi.getOperand(1).getReg());
    Phi.eraseFromParent();
  }
  D.Head->splice(D.Head->end(), D.Join, D.Join->begin(), D.Join->end());
  D.Head->removeSuccessor(D.Join);
  D.Head->transferSuccessorsAndUpdatePHIs(D.Join);
  D.Join->eraseFromParent();
  D.Head->updateTerminator(Next);
}

void TPCIfConversion::convert(const Diamond &D) {
  TII->removeBranch(*D.Head);
  for (auto &[Side, G] : D.Sides) {
    TII->removeBranch(*Side);
    for (MachineInstr &MI : make_early_inc_range(*Side)) {
      MI.clearKillInfo();
      if (!MI.isDebugInstr() && !isPure(MI) && !setsAccessRegister(MI, *MRI))
        addGuard(MI, G);
    }
    D.Head->splice(D.Head->end(), Side, Side->begin(), Side->end());
  }
  for (MachineInstr &Phi : D.Join->phis())
    replacePhi(Phi, D);
  for (auto &[Side, G] : D.Sides) {
    D.Head->removeSuccessor(Side);
    Side->removeSuccessor(D.Join);
    Side->eraseFromParent();
  }
  if (!D.Head->isSuccessor(D.Join))
    D.Head->addSuccessor(D.Join, BranchProbability::getOne());
  D.Head->normalizeSuccProbs();
  mergeJoin(D);
}

//===----------------------------------------------------------------------===//
// Guarded moves
//===----------------------------------------------------------------------===//

/// A load that addGuard() has given an undefined old value keeps \p Old
/// instead.
/// \p Move chooses between the two under the same guard.
static bool canKeepOld(const MachineInstr &Load, const MachineInstr &Move,
                       Register Old, const MachineRegisterInfo &MRI) {
  unsigned N = oldValueIndex(Load);
  if (!N || !guardIndex(Load) || getGuard(Load).Reg != getGuard(Move).Reg ||
      getGuard(Load).Inverted != getGuard(Move).Inverted)
    return false;
  const MachineInstr *Undefined =
      MRI.getUniqueVRegDef(Load.getOperand(N).getReg());
  if (!Undefined || !Undefined->isImplicitDef())
    return false;
  // The old value has to be there before the load.
  const MachineInstr *Def = MRI.getUniqueVRegDef(Old);
  for (auto I = Load.getIterator(); &*I != &Move; ++I)
    if (&*I == Def)
      return false;
  return Def;
}

/// A move under a guard of what has no other use: the operation that made it
/// gets the guard.
bool TPCIfConversion::foldMove(MachineInstr &Move) {
  switch (Move.getOpcode()) {
  case TPC::SPU_MOV_S_S:
  case TPC::SPU_MOV_SP_SP:
  case TPC::VPU_MOV_V_V:
    break;
  default:
    return false;
  }
  unsigned OldIndex = oldValueIndex(Move);
  Register Source = Move.getOperand(1).getReg();
  if (!OldIndex || isAlwaysGuarded(Move) || !Source.isVirtual() ||
      !MRI->hasOneNonDBGUse(Source))
    return false;
  Guard G = getGuard(Move);
  // A vector predicate would have to mean the same lanes to both operations.
  if (!G.Reg.isVirtual() ||
      !TPC::SPRFRegClass.hasSubClassEq(MRI->getRegClass(G.Reg)))
    return false;
  MachineInstr *Def = MRI->getUniqueVRegDef(Source);
  Register Old = Move.getOperand(OldIndex).getReg();
  if (!Def || Def->getParent() != Move.getParent() ||
      Def->getNumExplicitDefs() != 1 ||
      MRI->getRegClass(Source) != MRI->getRegClass(Move.getOperand(0).getReg()))
    return false;
  unsigned DefOld = oldValueIndex(*Def);
  if (canKeepOld(*Def, Move, Old, *MRI)) {
    Def->getOperand(DefOld).setReg(Old);
    MRI->clearKillFlags(Old);
    Register Result = Move.getOperand(0).getReg();
    Move.eraseFromParent();
    Def->getOperand(0).setReg(Result);
    return true;
  }
  if (!isPure(*Def) || !isAlwaysGuarded(*Def))
    return false;
  if (DefOld && Def->getOperand(DefOld).getReg() != Old)
    return false;
  // Nothing but the move reads the result: the operation can wait for it.
  Def->moveBefore(&Move);
  for (MachineOperand &MO : Def->all_uses())
    if (MO.getReg().isVirtual())
      MRI->clearKillFlags(MO.getReg());
  setGuard(*Def, G);
  if (!DefOld)
    tieOldValue(*Def, Old);
  Register Result = Move.getOperand(0).getReg();
  Move.eraseFromParent();
  Def->getOperand(0).setReg(Result);
  return true;
}

bool TPCIfConversion::runOnMachineFunction(MachineFunction &MF) {
  TII = MF.getSubtarget<TPCSubtarget>().getInstrInfo();
  MRI = &MF.getRegInfo();
  auto &MLI = getAnalysis<MachineLoopInfoWrapperPass>().getLI();
  bool Changed = false;
  // Inner ifs first: they lie behind the outer ones' heads.
  for (bool Again = true; Again;) {
    Again = false;
    for (MachineBasicBlock &MBB : reverse(MF)) {
      std::optional<Diamond> D = match(MBB, MLI);
      if (!D || !canMove(*D))
        continue;
      for (auto &[Side, G] : D->Sides)
        MLI.removeBlock(Side);
      if (D->Join->pred_size() == 2)
        MLI.removeBlock(D->Join);
      convert(*D);
      Changed = Again = true;
      break;
    }
  }
  for (MachineBasicBlock &MBB : MF)
    for (MachineInstr &MI : make_early_inc_range(MBB))
      Changed |= foldMove(MI);
  return Changed;
}
