//===-- TPCHardwareLoops.cpp - LOOP in place of compare and jump ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loops that TPCCountedLoops has marked become hardware loops, up to four of
// them around each other, inner ones first: LOOP ends the preheader, LOOP_END
// the latch, and the blocks of the body lie between them in one piece. What
// counted and compared before goes; what read the counter reads the iterator,
// S32 in the outermost hardware loop, S33 in the next one and so on.
//
// Runs on SSA form when nothing else changes the flow of control any more.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCAsmText.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineLoopInfo.h"
#include "llvm/CodeGen/MachineOptimizationRemarkEmitter.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/InitializePasses.h"

using namespace llvm;

#define DEBUG_TYPE "tpc-hardware-loops"

namespace {

/// Versions of a body that the pipeliner may leave inside of an outer loop: the
/// body itself, prologue, kernel, epilogue.
constexpr unsigned PipelinedVersions = 4;
/// Operations that are done for nothing where a guard is false.
constexpr unsigned MaxUnguarded = 16;

/// A loop with its hint.
struct Candidate {
  MachineLoop *L;
  MachineInstr *Hint;
  MachineBasicBlock *Entry; ///< the block that LOOP ends
  unsigned Depth = 0;       ///< hardware loops around it
  /// Guard and polarity under which the loop runs at all, if LOOP is what
  /// decides about it.
  SmallVector<MachineOperand, 2> Guard;
};

class TPCHardwareLoops : public MachineFunctionPass {
  const TPCSubtarget *ST = nullptr;
  const TPCInstrInfo *TII = nullptr;
  MachineRegisterInfo *MRI = nullptr;
  MachineLoopInfo *MLI = nullptr;
  MachineOptimizationRemarkEmitter *Remarks = nullptr;
  SmallVector<Candidate, 4> Chosen;

  MachineInstr *findHint(MachineLoop &L);
  unsigned countBundles(const MachineLoop &L) const;
  StringRef findObstacle(MachineLoop &L, const MachineInstr *Hint,
                         unsigned Height) const;
  unsigned choose(MachineLoop &L);
  void setDepths(MachineLoop &L, unsigned Depth);
  bool isLatch(const MachineBasicBlock &MBB) const;
  bool shareStarts(const Candidate &C, MachineBasicBlock &Before);
  void takeGuard(Candidate &C);
  void arrange(MachineFunction &MF);
  void addBridge(const Candidate &C);
  void joinInBridge(MachineInstr &Phi, MachineBasicBlock &A,
                    MachineBasicBlock &B, MachineBasicBlock &Bridge);
  void convert(const Candidate &C);
  void useIterator(const Candidate &C, Register Iterator);
  void replaceUses(MachineLoop &L, Register Value, Register Iterator);
  MachineInstr *buildLoop(const Candidate &C);
  void removeDeadCode(MachineFunction &MF);

public:
  static char ID;
  TPCHardwareLoops() : MachineFunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC hardware loops"; }
  void getAnalysisUsage(AnalysisUsage &AU) const override {
    AU.addRequired<MachineLoopInfoWrapperPass>();
    AU.addRequired<MachineOptimizationRemarkEmitterPass>();
    MachineFunctionPass::getAnalysisUsage(AU);
  }
  bool runOnMachineFunction(MachineFunction &MF) override;
};

} // namespace

char TPCHardwareLoops::ID = 0;

INITIALIZE_PASS_BEGIN(TPCHardwareLoops, DEBUG_TYPE, "TPC hardware loops", false,
                      false)
INITIALIZE_PASS_DEPENDENCY(MachineLoopInfoWrapperPass)
INITIALIZE_PASS_DEPENDENCY(MachineOptimizationRemarkEmitterPass)
INITIALIZE_PASS_END(TPCHardwareLoops, DEBUG_TYPE, "TPC hardware loops", false,
                    false)

FunctionPass *llvm::createTPCHardwareLoopsPass() {
  return new TPCHardwareLoops();
}

//===----------------------------------------------------------------------===//
// Choice
//===----------------------------------------------------------------------===//

MachineInstr *TPCHardwareLoops::findHint(MachineLoop &L) {
  MachineBasicBlock *Preheader = L.getLoopPreheader();
  if (!Preheader)
    return nullptr;
  for (MachineInstr &MI : *Preheader)
    if (MI.getOpcode() == TPC::LOOP_HINT)
      return &MI;
  return nullptr;
}

/// The bundles of the body if every operation waited for the one in front of
/// it. Scheduling saves more than spilled registers may cost.
unsigned TPCHardwareLoops::countBundles(const MachineLoop &L) const {
  TPCMachineModel Model(*ST);
  bool IsPipelined = !L.getHeader()->getParent()->getFunction().hasOptSize();
  unsigned Count = 0;
  for (const MachineBasicBlock *MBB : L.blocks()) {
    const MachineLoop *Around = MLI->getLoopFor(MBB);
    unsigned Versions = IsPipelined && Around != &L && Around->isInnermost()
                            ? PipelinedVersions
                            : 1;
    for (const MachineInstr &MI : *MBB) {
      unsigned Wait = 1;
      if (TPCMachineModel::isOperation(MI) && MI.getNumExplicitDefs())
        Wait = Model.getWorstLatency(MI, 0);
      else if (MI.isInlineAsm())
        Wait = TPC::countLines(MI) + Model.getMaxLatency();
      Count += Versions * Wait;
    }
  }
  return Count;
}

/// LOOP wants one latch, which is the only way out, and a body that its end
/// field can span (facts 4.5).
StringRef TPCHardwareLoops::findObstacle(MachineLoop &L,
                                         const MachineInstr *Hint,
                                         unsigned Height) const {
  if (!Hint)
    return "its iterations cannot be counted in front of it";
  if (Height == ST->getLoopDepth())
    return "there are as many hardware loops in it as can be nested";
  MachineBasicBlock *Latch = L.getLoopLatch();
  if (!Latch || L.getExitingBlock() != Latch || !L.getExitBlock())
    return "it can be left from its middle";
  for (MachineBasicBlock *MBB : L.blocks()) {
    MachineBasicBlock *TBB, *FBB;
    SmallVector<MachineOperand, 2> Cond;
    if (TII->analyzeBranch(*MBB, TBB, FBB, Cond))
      return "its jumps are not understood";
  }
  // The latch of an outer loop has its own jump to remove.
  for (MachineLoop *Sub : L)
    if (Sub->contains(Latch) && Sub->isLoopLatch(Latch))
      return "it ends where a loop in it ends";
  if (countBundles(L) > TPCFigure::LOOP_MAX_BODY)
    return "its body may become too long";
  return "";
}

/// Chooses among \p L and the loops in it; returns how many lie around each
/// other.
unsigned TPCHardwareLoops::choose(MachineLoop &L) {
  unsigned Height = 0;
  for (MachineLoop *Sub : L)
    Height = std::max(Height, choose(*Sub));
  MachineInstr *Hint = findHint(L);
  StringRef Obstacle = findObstacle(L, Hint, Height);
  if (!Obstacle.empty()) {
    Remarks->emit([&] {
      return MachineOptimizationRemarkMissed(DEBUG_TYPE, "NoHardwareLoop",
                                             L.getStartLoc(), L.getHeader())
             << "no hardware loop: " << Obstacle;
    });
    return Height;
  }
  Chosen.push_back({&L, Hint, Hint->getParent(), 0, {}});
  return Height + 1;
}

void TPCHardwareLoops::setDepths(MachineLoop &L, unsigned Depth) {
  for (Candidate &C : Chosen)
    if (C.L == &L)
      C.Depth = Depth++;
  for (MachineLoop *Sub : L)
    setDepths(*Sub, Depth);
}

//===----------------------------------------------------------------------===//
// Guards
//===----------------------------------------------------------------------===//

bool TPCHardwareLoops::isLatch(const MachineBasicBlock &MBB) const {
  for (const MachineLoop *L = MLI->getLoopFor(&MBB); L; L = L->getParentLoop())
    if (L->isLoopLatch(&MBB))
      return true;
  return false;
}

/// What may run though the guard in front of it is false.
static bool isHarmless(const MachineInstr &MI) {
  return MI.getOpcode() == TPC::LOOP_HINT || MI.isDebugInstr() ||
         (!MI.mayStore() && !MI.mayLoad() && !MI.hasUnmodeledSideEffects() &&
          none_of(MI.all_defs(), [](const MachineOperand &MO) {
            return MO.getReg().isPhysical();
          }));
}

static MachineOperand *incoming(MachineInstr &Phi,
                                const MachineBasicBlock &From) {
  for (unsigned N = 1; N < Phi.getNumOperands(); N += 2)
    if (Phi.getOperand(N + 1).getMBB() == &From)
      return &Phi.getOperand(N);
  return nullptr;
}

/// What leaves the loop has to be in the register that goes around it, or it
/// would be copied in every iteration: LOOP and LOOP_END lead to one place. So
/// values of the exit that come from the guard must be those with which the
/// loop starts; they become the same registers.
bool TPCHardwareLoops::shareStarts(const Candidate &C,
                                   MachineBasicBlock &Before) {
  MachineBasicBlock &Latch = *C.L->getLoopLatch();
  SmallVector<std::pair<MachineOperand *, Register>, 4> Shared;
  for (MachineInstr &Phi : C.L->getExitBlock()->phis()) {
    MachineOperand *Last = incoming(Phi, Latch);
    MachineOperand *Skipped = incoming(Phi, Before);
    const MachineInstr *SkippedDef = MRI->getUniqueVRegDef(Skipped->getReg());
    Register Start;
    for (MachineInstr &Carried : C.L->getHeader()->phis()) {
      if (incoming(Carried, Latch)->getReg() != Last->getReg())
        continue;
      Register R = incoming(Carried, *C.Entry)->getReg();
      const MachineInstr *Def = MRI->getUniqueVRegDef(R);
      if (R == Skipped->getReg() ||
          (Def && SkippedDef &&
           (SkippedDef->isImplicitDef() ||
            TII->produceSameValue(*Def, *SkippedDef, MRI))))
        Start = R;
    }
    if (!Start)
      return false;
    Shared.push_back({Skipped, Start});
  }
  for (auto [MO, Start] : Shared) {
    MRI->clearKillFlags(Start);
    MO->setReg(Start);
  }
  return true;
}

/// A jump around the loop becomes the guard of LOOP, which skips its body where
/// it is false.
void TPCHardwareLoops::takeGuard(Candidate &C) {
  MachineBasicBlock *Preheader = C.Entry, *Exit = C.L->getExitBlock();
  if (Preheader->pred_size() != 1 ||
      size_t(std::distance(Preheader->begin(), Preheader->end())) >
          MaxUnguarded)
    return;
  MachineBasicBlock *Before = *Preheader->pred_begin();
  MachineBasicBlock *TBB, *FBB;
  SmallVector<MachineOperand, 2> Cond;
  if (isLatch(*Before) || Before->succ_size() != 2 ||
      !Before->isSuccessor(Exit) ||
      TII->analyzeBranch(*Before, TBB, FBB, Cond) || Cond.empty() ||
      !all_of(Preheader->instrs(),
              [](const MachineInstr &MI) {
                return MI.isTerminator() || isHarmless(MI);
              }) ||
      !shareStarts(C, *Before))
    return;
  if (TBB != Preheader)
    TII->reverseBranchCondition(Cond);
  C.Guard = Cond;
  C.Entry = Before;
  TII->removeBranch(*Before);
  TII->removeBranch(*Preheader);
  Before->splice(Before->end(), Preheader, Preheader->begin(),
                 Preheader->end());
  MachineBasicBlock *Header = C.L->getHeader();
  Before->replaceSuccessor(Preheader, Header);
  Header->replacePhiUsesWith(Preheader, Before);
  Preheader->removeSuccessor(Header);
  MLI->removeBlock(Preheader);
  Preheader->eraseFromParent();
}

//===----------------------------------------------------------------------===//
// Layout
//===----------------------------------------------------------------------===//

/// Puts the header behind the preheader, the latch behind all other blocks of
/// the body.
void TPCHardwareLoops::arrange(MachineFunction &MF) {
  DenseMap<MachineBasicBlock *, MachineBasicBlock *> Behind;
  for (MachineBasicBlock &MBB : MF)
    Behind[&MBB] = MBB.getNextNode();
  // Outer loops first, so that the parts of inner ones move with them.
  for (const Candidate &C : reverse(Chosen)) {
    MachineBasicBlock *Last = C.Entry;
    MachineBasicBlock *Header = C.L->getHeader(), *Latch = C.L->getLoopLatch();
    SmallVector<MachineBasicBlock *, 8> Order = {Header};
    for (MachineBasicBlock &MBB : MF)
      if (C.L->contains(&MBB) && &MBB != Header && &MBB != Latch)
        Order.push_back(&MBB);
    if (Latch != Header)
      Order.push_back(Latch);
    for (MachineBasicBlock *MBB : Order) {
      if (Last->getNextNode() != MBB)
        MBB->moveAfter(Last);
      Last = MBB;
    }
  }
  for (MachineBasicBlock &MBB : MF)
    MBB.updateTerminator(Behind[&MBB]);
}

//===----------------------------------------------------------------------===//
// Conversion
//===----------------------------------------------------------------------===//

/// The number in \p Reg, if it is a constant.
static std::optional<int64_t> getConstant(Register Reg,
                                          const MachineRegisterInfo &MRI) {
  const MachineInstr *Def = MRI.getUniqueVRegDef(Reg);
  while (Def && Def->isCopy() && Def->getOperand(1).getReg().isVirtual())
    Def = MRI.getUniqueVRegDef(Def->getOperand(1).getReg());
  if (!Def || Def->getOpcode() != TPC::SPU_MOV_S_IMM ||
      Def->getNumImplicitOperands())
    return std::nullopt;
  return uint32_t(Def->getOperand(1).getImm());
}

/// The LOOP of a hint, at the end of its block.
MachineInstr *TPCHardwareLoops::buildLoop(const Candidate &C) {
  // Bit N: operand N (start, bound, step) is an immediate.
  static constexpr unsigned Opcodes[] = {
      TPC::LOOP_S_S_S,     TPC::LOOP_IMM_S_S,    TPC::LOOP_S_IMM_S,
      TPC::LOOP_IMM_IMM_S, TPC::LOOP_S_S_IMM,    TPC::LOOP_IMM_S_IMM,
      TPC::LOOP_S_IMM_IMM, TPC::LOOP_IMM_IMM_IMM};
  unsigned Immediates = 0;
  std::optional<int64_t> Values[3];
  for (unsigned N = 0; N != 3; ++N)
    if ((Values[N] = getConstant(C.Hint->getOperand(N).getReg(), *MRI)))
      Immediates |= 1u << N;
  auto MIB =
      BuildMI(C.Entry, C.Hint->getDebugLoc(), TII->get(Opcodes[Immediates]));
  for (unsigned N = 0; N != 3; ++N)
    if (Values[N])
      MIB.addImm(*Values[N]);
    else
      MIB.addReg(C.Hint->getOperand(N).getReg());
  MIB.addImm(C.Hint->getOperand(3).getImm()).addMBB(C.L->getLoopLatch());
  if (C.Guard.empty())
    TPC::addAlways(MIB);
  else
    MIB.add(C.Guard);
  return MIB;
}

/// Whether the operation may name the iterator itself. Users in the vector pipe
/// would have to keep away from the loop's end (facts 5.6).
static bool readsIteratorItself(const MachineInstr &MI) {
  const TPC::FormInfo *Form = TPC::findForm(MI.getOpcode());
  return Form &&
         (Form->InSlot == TPC::SpuSlot || Form->InSlot == TPC::LoopSlot);
}

/// Lets the users of \p Value inside of the loop read the iterator.
void TPCHardwareLoops::replaceUses(MachineLoop &L, Register Value,
                                   Register Iterator) {
  MachineBasicBlock *Header = L.getHeader();
  MachineBasicBlock::iterator At = Header->getFirstNonPHI();
  Register Itself, Copy;
  for (MachineOperand &MO :
       make_early_inc_range(MRI->use_nodbg_operands(Value))) {
    MachineInstr &MI = *MO.getParent();
    if (!L.contains(&MI) || (MI.isPHI() && MI.getParent() == Header))
      continue;
    bool Direct = readsIteratorItself(MI) && !MO.isTied();
    Register &New = Direct ? Itself : Copy;
    if (!New) {
      New = MRI->createVirtualRegister(&TPC::SRFRegClass);
      if (Direct)
        BuildMI(*Header, At, DebugLoc(), TII->get(TargetOpcode::COPY), New)
            .addReg(Iterator);
      else
        TPC::addAlways(
            BuildMI(*Header, At, DebugLoc(), TII->get(TPC::SPU_MOV_S_S), New)
                .addReg(Iterator)
                .addImm(TPC::typeCode("i32")));
    }
    MO.setReg(New);
    MO.setIsKill(false);
  }
}

void TPCHardwareLoops::useIterator(const Candidate &C, Register Iterator) {
  MachineBasicBlock *Header = C.L->getHeader();
  for (MachineInstr &MI : make_early_inc_range(*Header)) {
    if (MI.getOpcode() != TPC::LOOP_ITERATOR)
      continue;
    Register Value = MI.getOperand(0).getReg();
    MI.eraseFromParent();
    const MachineInstr *Def = MRI->getUniqueVRegDef(Value);
    if (Def && Def->isCopy()) {
      Value = Def->getOperand(1).getReg();
      Def = Value.isVirtual() ? MRI->getUniqueVRegDef(Value) : nullptr;
    }
    if (Def && Def->isPHI() && Def->getParent() == Header)
      replaceUses(*C.L, Value, Iterator);
    return;
  }
}

/// A block behind the loop that jumps to where it leads.
void TPCHardwareLoops::addBridge(const Candidate &C) {
  MachineBasicBlock *Latch = C.L->getLoopLatch();
  MachineBasicBlock *Exit = C.L->getExitBlock();
  MachineFunction &MF = *Latch->getParent();
  MachineBasicBlock *Bridge =
      MF.CreateMachineBasicBlock(Latch->getBasicBlock());
  MF.insert(std::next(Latch->getIterator()), Bridge);
  Latch->replaceSuccessor(Exit, Bridge);
  Bridge->addSuccessor(Exit);
  if (C.Guard.empty()) {
    Exit->replacePhiUsesWith(Latch, Bridge);
  } else {
    // LOOP may come here, too.
    C.Entry->replaceSuccessor(Exit, Bridge);
    for (MachineInstr &Phi : Exit->phis())
      joinInBridge(Phi, *C.Entry, *Latch, *Bridge);
  }
  TII->insertBranch(*Bridge, Exit, nullptr, {}, DebugLoc());
  if (MachineLoop *Parent = C.L->getParentLoop())
    if (Parent->contains(Exit))
      Parent->addBasicBlockToLoop(Bridge, *MLI);
}

/// The values that \p Phi has from two blocks meet in \p Bridge.
void TPCHardwareLoops::joinInBridge(MachineInstr &Phi, MachineBasicBlock &A,
                                    MachineBasicBlock &B,
                                    MachineBasicBlock &Bridge) {
  Register Joined =
      MRI->createVirtualRegister(MRI->getRegClass(Phi.getOperand(0).getReg()));
  auto MIB = BuildMI(Bridge, Bridge.begin(), Phi.getDebugLoc(),
                     TII->get(TargetOpcode::PHI), Joined);
  for (unsigned N = Phi.getNumOperands() - 1; N > 1; N -= 2) {
    MachineBasicBlock *From = Phi.getOperand(N).getMBB();
    if (From != &A && From != &B)
      continue;
    MIB.add(Phi.getOperand(N - 1)).addMBB(From);
    Phi.removeOperand(N);
    Phi.removeOperand(N - 1);
  }
  MachineInstrBuilder(*Bridge.getParent(), Phi).addReg(Joined).addMBB(&Bridge);
}

void TPCHardwareLoops::convert(const Candidate &C) {
  MachineBasicBlock *Latch = C.L->getLoopLatch();
  Register Iterator =
      TPC::SRFRegClass.getRegister(ST->getLoopIterator() + C.Depth);
  useIterator(C, Iterator);

  TII->removeBranch(*C.Entry);
  buildLoop(C)->addRegisterDefined(Iterator);
  TII->removeBranch(*Latch);
  BuildMI(Latch, DebugLoc(), TII->get(TPC::LOOP_END))
      .addMBB(C.L->getHeader())
      .addReg(Iterator, RegState::ImplicitDefine)
      .addReg(Iterator, RegState::Implicit);
  if (!Latch->isLayoutSuccessor(C.L->getExitBlock()))
    addBridge(C);
}

/// Counters and comparisons without users, also those that only feed
/// themselves.
void TPCHardwareLoops::removeDeadCode(MachineFunction &MF) {
  SmallPtrSet<MachineInstr *, 16> Live;
  SmallVector<MachineInstr *, 32> Work;
  auto Mark = [&](MachineInstr *MI) {
    if (MI && Live.insert(MI).second)
      Work.push_back(MI);
  };
  for (MachineBasicBlock &MBB : MF)
    for (MachineInstr &MI : MBB)
      if (!MI.isPHI() &&
          (MI.isInlineAsm() || MI.isPosition() || MI.isTerminator() ||
           MI.mayStore() || MI.isCall() || MI.hasUnmodeledSideEffects() ||
           any_of(MI.all_defs(), [](const MachineOperand &MO) {
             return MO.getReg().isPhysical();
           })))
        Mark(&MI);
  while (!Work.empty()) {
    MachineInstr *MI = Work.pop_back_val();
    for (const MachineOperand &MO : MI->all_uses())
      if (MO.getReg().isVirtual())
        for (MachineInstr &Def : MRI->def_instructions(MO.getReg()))
          Mark(&Def);
  }
  for (MachineBasicBlock &MBB : MF)
    for (MachineInstr &MI : make_early_inc_range(MBB)) {
      if (Live.count(&MI) || MI.isDebugInstr())
        continue;
      for (const MachineOperand &MO : MI.all_defs())
        MRI->markUsesInDebugValueAsUndef(MO.getReg());
      MI.eraseFromParent();
    }
}

bool TPCHardwareLoops::runOnMachineFunction(MachineFunction &MF) {
  ST = &MF.getSubtarget<TPCSubtarget>();
  TII = ST->getInstrInfo();
  MRI = &MF.getRegInfo();
  MLI = &getAnalysis<MachineLoopInfoWrapperPass>().getLI();
  Remarks = &getAnalysis<MachineOptimizationRemarkEmitterPass>().getORE();
  Chosen.clear();
  for (MachineLoop *L : *MLI) {
    choose(*L);
    setDepths(*L, 0);
  }
  for (Candidate &C : Chosen)
    takeGuard(C);
  if (!Chosen.empty())
    arrange(MF);
  for (const Candidate &C : Chosen)
    convert(C);
  bool Changed = false;
  for (MachineBasicBlock &MBB : MF)
    for (MachineInstr &MI : make_early_inc_range(MBB))
      if (MI.getOpcode() == TPC::LOOP_HINT ||
          MI.getOpcode() == TPC::LOOP_ITERATOR) {
        MI.eraseFromParent();
        Changed = true;
      }
  if (Changed)
    removeDeadCode(MF);
  return Changed;
}
