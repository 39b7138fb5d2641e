//===-- TPCPipelineEmitter.cpp - Code of a pipelined loop -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// With S stages the kernel runs S - 1 times less often than the loop. The
// prologue holds the first S - 1 iterations as far as they get before it, the
// epilogue what the last ones have left to do. If the number of iterations is
// not known, a guard chooses between this and the loop as it was:
//
//          guard ? ----------+
//            | no            | yes
//      LOOP, body,           prologue, LOOP, kernel, epilogue
//      jump -------+         |
//                  +---> exit
//
// A guard that LOOP itself has is part of that one.
//
//===----------------------------------------------------------------------===//

#include "TPCPipelineEmitter.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCMachineFunctionInfo.h"
#include "llvm/CodeGen/LivePhysRegs.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"

using namespace llvm;
using namespace llvm::TPC;

StringRef LoopCounter::compare() const {
  return loopCompares()[unsigned(Loop->getOperand(LoopCompare).getImm())];
}

std::optional<uint64_t> LoopCounter::getTripCount() const {
  if (!start().isImm() || !bound().isImm())
    return std::nullopt;
  int64_t First = int32_t(start().getImm()), Last = int32_t(bound().getImm());
  int64_t Span = CountsUp ? Last - First : First - Last;
  if (compare() == "<=" || compare() == ">=")
    ++Span;
  int64_t Width = std::abs(Step);
  return Span <= 0 ? 0 : uint64_t((Span + Width - 1) / Width);
}

bool LoopCounter::hasGuard() const {
  return guard().getReg() != TPC::SP0 || polarity().getImm() != 0;
}

namespace {

class Emitter {
  const PipelinedCode &Code;
  const TPCInstrInfo &TII;
  const TargetRegisterInfo &TRI;
  MachineFunction &MF;
  unsigned II, Stages;
  DebugLoc DL;
  std::vector<SmallVector<std::pair<unsigned, Register>, 4>> Renamed;
  std::vector<MachineInstr *> Clones; ///< of the operations, final

  void rename();
  MachineBasicBlock *addBlock(MachineBasicBlock *Behind);
  MachineInstr *makeClone(unsigned Op);
  using Row = SmallVector<unsigned, 4>;
  std::vector<Row> getRows(unsigned FirstStage, unsigned LastStage) const;
  bool isReadBy(unsigned Writer, unsigned Reader) const;
  bool putInOrder(Row &Nodes) const;
  void addBundle(MachineBasicBlock &MBB, ArrayRef<unsigned> Nodes);
  void emitAround(MachineBasicBlock &MBB, MachineBasicBlock::iterator At,
                  ArrayRef<Row> Rows);
  int64_t taken() const { return int64_t(Stages - 1) * Code.Counter.Step; }
  void emitLoop(MachineBasicBlock &MBB, MachineBasicBlock &Kernel);
  void emitKernel(MachineBasicBlock &Kernel);
  void emitStart(MachineBasicBlock &MBB, MachineBasicBlock::iterator At);
  MachineInstrBuilder emitCompare(MachineBasicBlock &MBB);
  void emitGuard(MachineBasicBlock &MBB, MachineBasicBlock &Target);
  void emitChoice(MachineBasicBlock &Prologue,
                  SmallVectorImpl<MachineBasicBlock *> &New);
  void replaceLoop(MachineBasicBlock &Prologue, MachineBasicBlock &Kernel,
                   SmallVectorImpl<MachineBasicBlock *> &New);

public:
  Emitter(const PipelinedCode &Code, const TPCSubtarget &ST)
      : Code(Code), TII(*ST.getInstrInfo()), TRI(*ST.getRegisterInfo()),
        MF(*Code.Body->getParent()), II(Code.Schedule.II),
        Stages(Code.Schedule.numStages()),
        DL(Code.Counter.Loop->getDebugLoc()) {}
  bool run();
};

} // namespace

MachineBasicBlock *Emitter::addBlock(MachineBasicBlock *Behind) {
  MachineBasicBlock *MBB =
      MF.CreateMachineBasicBlock(Code.Body->getBasicBlock());
  MF.insert(std::next(Behind->getIterator()), MBB);
  return MBB;
}

//===----------------------------------------------------------------------===//
// Bundles
//===----------------------------------------------------------------------===//

/// Registers of the operands that take part in renaming.
void Emitter::rename() {
  Renamed.resize(Code.Loop->ops().size());
  for (auto [W, New] : zip(Code.Loop->webs(), Code.Registers))
    for (OperandRef Ref : W.Operands) {
      Register Old = Code.Loop->ops()[Ref.Op]->getOperand(Ref.Idx).getReg();
      Register Part = Old == W.Reg
                          ? New
                          : TRI.getSubReg(New, TRI.getSubRegIndex(W.Reg, Old));
      if (New != W.Reg)
        Renamed[Ref.Op].push_back({Ref.Idx, Part});
    }
}

/// An operation with the registers and in the slot that it got.
MachineInstr *Emitter::makeClone(unsigned Op) {
  MachineInstr *MI = MF.CloneMachineInstr(Code.Loop->ops()[Op]);
  for (MachineOperand &MO : MI->operands())
    if (MO.isReg() && MO.isUse())
      MO.setIsKill(false);
    else if (MO.isReg())
      MO.setIsDead(false);
  for (auto [Idx, Reg] : Renamed[Op]) {
    MachineOperand &MO = MI->getOperand(Idx);
    MO.setReg(Reg);
    // The other one may be undefined and belong to no value.
    if (MO.isTied())
      MI->getOperand(MI->findTiedOperandIdx(Idx)).setReg(Reg);
  }
  Code.Model->setVariant(*MI, Code.Resources->getOpcode(Op));
  return MI;
}

/// All operations of a bundle read before any of them writes; LLVM's
/// finalizeBundle() would take them for a sequence.
static void buildHeader(MachineBasicBlock &MBB, MachineInstr &First,
                        const TPCInstrInfo &TII) {
  auto I = First.getIterator();
  MachineInstrBuilder Header =
      BuildMI(MBB, I, First.getDebugLoc(), TII.get(TargetOpcode::BUNDLE));
  SmallSetVector<Register, 8> Uses, Defs;
  for (auto E = MBB.instr_end();
       I != E && (&*I == &First || I->isBundledWithPred()); ++I)
    for (const MachineOperand &MO : I->operands()) {
      if (!MO.isReg() || !MO.getReg())
        continue;
      if (MO.isDef())
        Defs.insert(MO.getReg());
      else if (MO.readsReg())
        Uses.insert(MO.getReg());
    }
  for (Register Reg : Defs)
    Header.addReg(Reg, RegState::ImplicitDefine);
  for (Register Reg : Uses)
    Header.addReg(Reg, RegState::Implicit);
  First.bundleWithPred();
}

void Emitter::addBundle(MachineBasicBlock &MBB, ArrayRef<unsigned> Nodes) {
  if (Nodes.empty()) {
    BuildMI(&MBB, DL, TII.get(TPC::SPU_NOP));
    return;
  }
  MachineInstr *First = nullptr;
  for (unsigned Node : Nodes) {
    MachineInstr *MI = MF.CloneMachineInstr(Clones[Node]);
    MBB.push_back(MI);
    if (First)
      MI->bundleWithPred();
    else
      First = MI;
  }
  if (Nodes.size() > 1)
    buildHeader(MBB, *First, TII);
}

/// II rows with the operations of some stages.
std::vector<Emitter::Row> Emitter::getRows(unsigned FirstStage,
                                           unsigned LastStage) const {
  std::vector<Row> Rows(II);
  for (unsigned Op = 0; Op != Code.Loop->ops().size(); ++Op) {
    unsigned Stage = Code.Schedule.stage(Op);
    if (Stage >= FirstStage && Stage <= LastStage)
      Rows[Code.Schedule.row(Op)].push_back(Op);
  }
  return Rows;
}

//===----------------------------------------------------------------------===//
// Prologue and epilogue: in the order of a sequence, the packetizer mixes them
// with the code around
//===----------------------------------------------------------------------===//

/// Whether \p Reader has an operand in a register that \p Writer writes.
bool Emitter::isReadBy(unsigned Writer, unsigned Reader) const {
  const MachineInstr &W = *Clones[Writer], &R = *Clones[Reader];
  for (const MachineOperand &Def : W.all_defs())
    for (const MachineOperand &Use : R.all_uses())
      if (Use.getReg() && TRI.regsOverlap(Def.getReg(), Use.getReg()))
        return true;
  return false;
}

/// Readers before writers, since all operations of a row read first; false if
/// two exchange registers.
bool Emitter::putInOrder(Row &Nodes) const {
  Row Ordered;
  while (!Nodes.empty()) {
    auto Next = find_if(Nodes, [&](unsigned Node) {
      return none_of(Nodes, [&](unsigned Other) {
        return Other != Node && isReadBy(Node, Other);
      });
    });
    if (Next == Nodes.end())
      return false;
    Ordered.push_back(*Next);
    Nodes.erase(Next);
  }
  Nodes = std::move(Ordered);
  return true;
}

void Emitter::emitAround(MachineBasicBlock &MBB, MachineBasicBlock::iterator At,
                         ArrayRef<Row> Rows) {
  for (Row Nodes : Rows) {
    putInOrder(Nodes);
    for (unsigned Node : Nodes)
      MBB.insert(At, MF.CloneMachineInstr(Clones[Node]));
  }
}

//===----------------------------------------------------------------------===//
// Control
//===----------------------------------------------------------------------===//

static int64_t saturate(int64_t V) {
  return std::clamp<int64_t>(V, INT32_MIN, INT32_MAX);
}

/// LOOP with the bound that accounts for the iterations outside of the kernel.
void Emitter::emitLoop(MachineBasicBlock &MBB, MachineBasicBlock &Kernel) {
  MachineInstr *Loop = MF.CloneMachineInstr(Code.Counter.Loop);
  MachineOperand &Bound = Loop->getOperand(LoopBound);
  if (Bound.isImm())
    Bound.setImm(saturate(int32_t(Bound.getImm()) - taken()));
  else if (Stages > 1)
    Bound.setReg(Code.Bound);
  if (Code.Start)
    Loop->getOperand(LoopStart).setReg(Code.Start);
  for (MachineOperand &MO : Loop->operands()) {
    if (MO.isMBB())
      MO.setMBB(&Kernel);
    if (MO.isReg() && MO.isUse())
      MO.setIsKill(false);
  }
  // Who comes here with a prologue has passed the guard.
  if (Stages > 1) {
    Loop->getOperand(LoopGuard).setReg(TPC::SP0);
    Loop->getOperand(LoopPolarity).setImm(0);
  }
  MBB.push_back(Loop);
}

/// The scalar in place of the iterator begins where the loop begins.
void Emitter::emitStart(MachineBasicBlock &MBB,
                        MachineBasicBlock::iterator At) {
  for (auto [New, Old] : Code.Copies)
    TII.copyPhysReg(MBB, At, DL, New, Old, /*KillSrc=*/false);
  if (Code.Start)
    TII.copyPhysReg(MBB, At, DL, Code.Start, Code.Counter.start().getReg(),
                    /*KillSrc=*/false);
  if (!Code.Iterator)
    return;
  const MachineOperand &Start = Code.Counter.start();
  auto MIB =
      BuildMI(MBB, At, DL,
              TII.get(Start.isImm() ? TPC::SPU_MOV_S_IMM : TPC::SPU_MOV_S_S),
              Code.Iterator);
  if (Start.isImm())
    MIB.addImm(Start.getImm());
  else
    MIB.addReg(Start.getReg());
  addAlways(MIB.addImm(typeCode("i32")));
}

/// The switch that lets an operation saturate.
static int64_t saturates(unsigned Opcode) {
  for (const SwitchInfo &S : findForm(Opcode)->Switches)
    if (S.Group == GrpSat)
      return int64_t(1) << S.Word;
  llvm_unreachable("an operation that cannot saturate");
}

/// The bound of the kernel, which saturates, lies behind the start if there
/// are at least as many iterations as stages. The comparison lacks type and
/// guard.
MachineInstrBuilder Emitter::emitCompare(MachineBasicBlock &MBB) {
  const LoopCounter &Counter = Code.Counter;
  auto At = MBB.end();
  bool IsUp = Counter.CountsUp;
  if (Counter.bound().isImm())
    return BuildMI(MBB, At, DL,
                   TII.get(IsUp ? TPC::SPU_CMP_LESS_SP_S_IMM
                                : TPC::SPU_CMP_GRT_SP_S_IMM),
                   Code.Guard)
        .addReg(Counter.start().getReg())
        .addImm(saturate(int32_t(Counter.bound().getImm()) - taken()));
  addAlways(BuildMI(MBB, At, DL, TII.get(TPC::SPU_SUB_S_S_IMM), Code.Bound)
                .addReg(Counter.bound().getReg())
                .addImm(taken())
                .addImm(typeCode("i32"))
                .addImm(saturates(TPC::SPU_SUB_S_S_IMM)));
  if (Counter.start().isImm())
    return BuildMI(MBB, At, DL,
                   TII.get(IsUp ? TPC::SPU_CMP_GRT_SP_S_IMM
                                : TPC::SPU_CMP_LESS_SP_S_IMM),
                   Code.Guard)
        .addReg(Code.Bound)
        .addImm(Counter.start().getImm());
  return BuildMI(
             MBB, At, DL,
             TII.get(IsUp ? TPC::SPU_CMP_GRT_SP_S_S : TPC::SPU_CMP_LESS_SP_S_S),
             Code.Guard)
      .addReg(Code.Bound)
      .addReg(Counter.start().getReg());
}

/// Jumps to \p Target if the loop runs, and often enough.
void Emitter::emitGuard(MachineBasicBlock &MBB, MachineBasicBlock &Target) {
  const LoopCounter &Counter = Code.Counter;
  if (!Counter.hasGuard()) {
    addAlways(emitCompare(MBB).addImm(typeCode("i32")));
  } else {
    addAlways(
        BuildMI(MBB, MBB.end(), DL, TII.get(TPC::SPU_MOV_SP_IMM), Code.Guard)
            .addImm(0)
            .addImm(typeCode("b")));
    MachineInstrBuilder Compare = emitCompare(MBB)
                                      .addImm(typeCode("i32"))
                                      .addReg(Counter.guard().getReg())
                                      .add(Counter.polarity())
                                      .addReg(Code.Guard, RegState::Implicit);
    Compare->tieOperands(0, Compare->getNumOperands() - 1);
  }
  BuildMI(&MBB, DL, TII.get(TPC::SPU_JMPR_IMM))
      .addMBB(&Target)
      .addReg(Code.Guard)
      .addImm(0);
}

void Emitter::emitKernel(MachineBasicBlock &Kernel) {
  for (const Row &Nodes : getRows(0, Stages - 1))
    addBundle(Kernel, Nodes);
  const MachineInstr &End = *Code.Body->getFirstTerminator();
  MachineInstr *LoopEnd = MF.CloneMachineInstr(&End);
  LoopEnd->getOperand(0).setMBB(&Kernel);
  Kernel.push_back(LoopEnd);
  MF.getInfo<TPCMachineFunctionInfo>()->setScheduled(Kernel);
}

/// The loop as it was stays, with a block in front of it and one behind it.
void Emitter::emitChoice(MachineBasicBlock &Prologue,
                         SmallVectorImpl<MachineBasicBlock *> &New) {
  MachineBasicBlock &Body = *Code.Body;
  MachineInstr &Loop = *Code.Counter.Loop;
  MachineBasicBlock &Before = *Loop.getParent();
  MachineBasicBlock *Exit =
      *Prologue.getNextNode()->getNextNode()->succ_begin();
  MachineBasicBlock *Head = addBlock(&Before);
  MachineBasicBlock *Leave = addBlock(&Body);
  Head->splice(Head->end(), &Before, Loop.getIterator());
  emitGuard(Before, Prologue);
  Head->addSuccessor(&Body);
  if (Before.isSuccessor(Exit)) {
    Before.removeSuccessor(Exit);
    Head->addSuccessor(Leave);
  }
  Before.replaceSuccessor(&Body, Head);
  Before.addSuccessor(&Prologue);
  Body.replaceSuccessor(Exit, Leave);
  Leave->addSuccessor(Exit);
  addAlways(BuildMI(Leave, DL, TII.get(TPC::JUMP)).addMBB(Exit));
  New.append({&Prologue, Leave, &Body, Head});
}

/// The pipelined loop alone, behind a jump if the loop has a guard that the
/// prologue has to obey.
void Emitter::replaceLoop(MachineBasicBlock &Prologue,
                          MachineBasicBlock &Kernel,
                          SmallVectorImpl<MachineBasicBlock *> &New) {
  MachineBasicBlock &Body = *Code.Body;
  MachineInstr &Loop = *Code.Counter.Loop;
  MachineBasicBlock &Before = *Loop.getParent();
  MachineBasicBlock *Exit = *Kernel.getNextNode()->succ_begin();
  bool IsSkipped = Stages > 1 && Code.Counter.hasGuard();
  if (IsSkipped)
    BuildMI(Before, Loop.getIterator(), DL, TII.get(TPC::SPU_JMPR_IMM))
        .addMBB(Exit)
        .addReg(Code.Counter.guard().getReg())
        .addImm(!Code.Counter.polarity().getImm());
  Before.replaceSuccessor(&Body, &Prologue);
  Loop.eraseFromParent();
  Body.removeSuccessor(Exit);
  Body.removeSuccessor(&Body);
  Body.eraseFromParent();
  if (IsSkipped) {
    New.push_back(&Prologue);
    return;
  }
  // One block is better to schedule than two.
  Before.splice(Before.end(), &Prologue, Prologue.begin(), Prologue.end());
  Before.replaceSuccessor(&Prologue, &Kernel);
  Prologue.removeSuccessor(&Kernel);
  Prologue.eraseFromParent();
}

bool Emitter::run() {
  rename();
  for (unsigned Op = 0; Op != Code.Loop->ops().size(); ++Op)
    Clones.push_back(makeClone(Op));
  std::vector<Row> Front, Back;
  for (unsigned N = 0; N + 1 < Stages; ++N) {
    append_range(Front, getRows(0, N));
    append_range(Back, getRows(N + 1, Stages - 1));
  }
  auto Exchanges = [&](Row Nodes) { return !putInOrder(Nodes); };
  if (any_of(Front, Exchanges) || any_of(Back, Exchanges))
    return false;

  MachineBasicBlock &Body = *Code.Body;
  MachineInstr &Loop = *Code.Counter.Loop;
  MachineBasicBlock &Before = *Loop.getParent();
  MachineBasicBlock *Exit = Body.getNextNode();
  bool IsChoice = Stages > 1 && !Code.Counter.getTripCount();
  MachineBasicBlock *Prologue = addBlock(IsChoice ? &Body : &Before);
  MachineBasicBlock *Kernel = addBlock(Prologue);
  MachineBasicBlock *Epilogue = addBlock(Kernel);
  emitStart(Before, Loop.getIterator());
  emitAround(*Prologue, Prologue->end(), Front);
  emitLoop(*Prologue, *Kernel);
  emitKernel(*Kernel);
  emitAround(*Epilogue, Epilogue->end(), Back);
  Prologue->addSuccessor(Kernel);
  Kernel->addSuccessor(Kernel);
  Kernel->addSuccessor(Epilogue);
  Epilogue->addSuccessor(Exit);
  SmallVector<MachineBasicBlock *, 8> New = {Epilogue, Kernel};
  if (IsChoice)
    emitChoice(*Prologue, New);
  else
    replaceLoop(*Prologue, *Kernel, New);
  // A LOOP that skips its kernel leads where the kernel leads.
  if (Exit->pred_size() == 1 || Stages == 1) {
    Exit->splice(Exit->begin(), Epilogue, Epilogue->begin(), Epilogue->end());
    Kernel->replaceSuccessor(Epilogue, Exit);
    Epilogue->removeSuccessor(Exit);
    Epilogue->eraseFromParent();
    New.front() = Exit;
  }
  fullyRecomputeLiveIns(New);
  return true;
}

bool TPC::emitPipelinedLoop(const PipelinedCode &Code, const TPCSubtarget &ST) {
  return Emitter(Code, ST).run();
}
