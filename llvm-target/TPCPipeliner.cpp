//===-- TPCPipeliner.cpp - Software pipelining of innermost loops ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hardware loops of one block become modulo schedules: an iteration begins
// every II bundles, before the ones in front of it are through. Runs behind
// register allocation, since registers are free in an exposed pipeline until
// the next value lands; values within an iteration get registers that suit the
// schedule. See TPCPipelineLoop.h for the parts.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCPipelineEmitter.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/CodeGen/LivePhysRegs.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineOptimizationRemarkEmitter.h"
#include "llvm/InitializePasses.h"
#include "llvm/Support/CommandLine.h"
#include <random>

using namespace llvm;
using namespace llvm::TPC;

#define DEBUG_TYPE "tpc-pipeliner"

static cl::opt<bool> PipelineLoops("tpc-pipeline", cl::Hidden, cl::init(true),
                                   cl::desc("Overlap iterations of loops"));

namespace {

/// Larger bodies have enough operations to overlap within an iteration.
constexpr unsigned MaxOps = 600;
/// Schedules that are tried, two for an interval.
constexpr unsigned Tries = 64;
/// Large bodies may need much more time than the bound says: the intervals that
/// are tried grow by this part of it.
constexpr unsigned IntervalParts = 64;
/// Where an interval is as long as an iteration, longer ones only help
/// registers: this part more is tried.
constexpr unsigned LastIntervalParts = 12;
/// Operations that are scheduled from random begins before a shorter interval
/// is given up.
constexpr unsigned OpsPerInterval = 4000;
/// Copies that let values live longer than an interval.
constexpr unsigned MaxCopies = 16;

/// What a schedule follows from.
struct Attempt {
  unsigned II;
  std::vector<int> Release; ///< of scheduleModulo()
};

class TPCPipeliner : public MachineFunctionPass {
  const TPCSubtarget *ST = nullptr;
  const TPCInstrInfo *TII = nullptr;
  const TargetRegisterInfo *TRI = nullptr;
  MachineOptimizationRemarkEmitter *Remarks = nullptr;
  BitVector Reserved;
  SmallPtrSet<const MachineInstr *, 16> Copied; ///< copies of shortenRecurrence

  bool names(const MachineInstr &MI, MCRegister Reg) const {
    return MI.readsRegister(Reg, TRI) || MI.modifiesRegister(Reg, TRI);
  }
  std::optional<LoopCounter> findCounter(MachineBasicBlock &Body) const;
  BitVector findFreeUnits(const MachineBasicBlock &Body,
                          const MachineInstr &Loop) const;
  MCRegister takeRegister(const TargetRegisterClass &RC, BitVector &FreeUnits,
                          ArrayRef<MachineInstr *> Ops) const;
  void splitCoordinates(ArrayRef<MachineInstr *> Ops, PipelinedCode &Code,
                        BitVector &Free) const;
  void replaceIterator(MachineFunction &MF, std::vector<MachineInstr *> &Ops,
                       MCRegister Iterator, const LoopCounter &Counter,
                       MCRegister New) const;
  bool keepStart(PipelinedCode &Code, BitVector &Free,
                 ArrayRef<MachineInstr *> Ops) const;
  bool takeRegisters(PipelinedCode &Code, BitVector &Free,
                     std::vector<MachineInstr *> &Ops) const;
  MachineInstr *copyOperand(MachineBasicBlock &Body, const MachineOperand &MO,
                            ArrayRef<MachineInstr *> Ops,
                            const BitVector &Free) const;
  bool shortenRecurrence(MachineBasicBlock &Body, const PipelineLoop &Loop,
                         unsigned II, const BitVector &Free,
                         std::vector<MachineInstr *> &Ops);
  bool apply(const Attempt &A, PipelinedCode &Code,
             PipelineResources &Resources, const BitVector &Free,
             bool ReadsApart) const;
  void improve(SmallVectorImpl<Attempt> &Found, PipelinedCode &Code,
               PipelineResources &Resources, unsigned Min,
               const BitVector &Free) const;
  bool emit(ArrayRef<Attempt> Found, PipelinedCode &Code,
            PipelineResources &Resources, const BitVector &Free) const;
  bool schedule(PipelinedCode &Code, PipelineResources &Resources, unsigned Min,
                const BitVector &Free) const;
  bool refuse(const MachineBasicBlock &Body, StringRef Reason) const;
  void report(const MachineBasicBlock &Body, DebugLoc Loc,
              const ModuloSchedule &S) const;
  bool pipeline(MachineBasicBlock &Body);

public:
  static char ID;
  TPCPipeliner() : MachineFunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC software pipelining"; }
  void getAnalysisUsage(AnalysisUsage &AU) const override {
    AU.addRequired<MachineOptimizationRemarkEmitterPass>();
    MachineFunctionPass::getAnalysisUsage(AU);
  }
  bool runOnMachineFunction(MachineFunction &MF) override;
};

} // namespace

char TPCPipeliner::ID = 0;

INITIALIZE_PASS_BEGIN(TPCPipeliner, DEBUG_TYPE, "TPC software pipelining",
                      false, false)
INITIALIZE_PASS_DEPENDENCY(MachineOptimizationRemarkEmitterPass)
INITIALIZE_PASS_END(TPCPipeliner, DEBUG_TYPE, "TPC software pipelining", false,
                    false)

FunctionPass *llvm::createTPCPipelinerPass() { return new TPCPipeliner(); }

//===----------------------------------------------------------------------===//
// The loop
//===----------------------------------------------------------------------===//

static MachineInstr *findLoopEnd(MachineBasicBlock &MBB) {
  auto I = MBB.getFirstTerminator();
  return I != MBB.end() && I->getOpcode() == TPC::LOOP_END &&
                 I->getOperand(0).getMBB() == &MBB
             ? &*I
             : nullptr;
}

/// The LOOP of a block that is a whole body; nothing if its counter is not
/// understood.
std::optional<LoopCounter>
TPCPipeliner::findCounter(MachineBasicBlock &Body) const {
  MachineInstr *Loop = nullptr;
  for (MachineBasicBlock *Pred : Body.predecessors()) {
    if (Pred == &Body)
      continue;
    if (Loop || Pred->empty())
      return std::nullopt;
    Loop = &Pred->back();
  }
  const MachineBasicBlock *Exit = Body.getNextNode();
  if (!Loop || !TPCMachineModel::isLoop(*Loop) || Body.succ_size() != 2 ||
      !Exit || !Body.isSuccessor(Exit) ||
      // A LOOP with a guard leads behind its body as well.
      any_of(Loop->getParent()->successors(),
             [&](const MachineBasicBlock *Succ) {
               return Succ != &Body && Succ != Exit;
             }))
    return std::nullopt;
  const MachineOperand &Step = Loop->getOperand(LoopStep);
  if (!Step.isImm() || int32_t(Step.getImm()) == 0)
    return std::nullopt;
  int64_t By = int32_t(Step.getImm());
  StringRef Compare = LoopCounter{Loop}.compare();
  // "!=" ends where the others do, or never.
  bool Up = Compare == "<" || Compare == "<=" || (Compare == "!=" && By > 0);
  bool Down = Compare == ">" || Compare == ">=" || (Compare == "!=" && By < 0);
  if ((!Up && !Down) || Up != (By > 0))
    return std::nullopt;
  return LoopCounter{Loop, By, Up};
}

/// Units of registers that hold nothing before, in and behind the loop.
BitVector TPCPipeliner::findFreeUnits(const MachineBasicBlock &Body,
                                      const MachineInstr &Loop) const {
  BitVector Free(TRI->getNumRegUnits(), true);
  auto Take = [&](MCRegister Reg) {
    for (MCRegUnit Unit : TRI->regunits(Reg))
      Free.reset(Unit);
  };
  for (unsigned Reg : Reserved.set_bits())
    Take(Reg);
  for (const MachineBasicBlock *MBB : {&Body, Body.getNextNode()})
    for (const auto &In : MBB->liveins())
      Take(In.PhysReg);
  // The loop as it was may still read them.
  for (const MachineOperand &MO : Loop.operands())
    if (MO.isReg() && MO.getReg())
      Take(MO.getReg());
  return Free;
}

/// A register that is free, and is not any more; nor does the body name it,
/// where it would be something else. The last ones of a file are those that the
/// values of the loop need least.
MCRegister TPCPipeliner::takeRegister(const TargetRegisterClass &RC,
                                      BitVector &FreeUnits,
                                      ArrayRef<MachineInstr *> Ops) const {
  for (MCPhysReg Reg : reverse(RC)) {
    if (!all_of(TRI->regunits(Reg),
                [&](MCRegUnit Unit) { return FreeUnits.test(Unit); }) ||
        any_of(Ops, [&](const MachineInstr *MI) { return names(*MI, Reg); }))
      continue;
    for (MCRegUnit Unit : TRI->regunits(Reg))
      FreeUnits.reset(Unit);
    return Reg;
  }
  return MCRegister();
}

/// The iterator counts iterations of the kernel. What reads it gets a scalar
/// that counts along with the operations themselves.
void TPCPipeliner::replaceIterator(MachineFunction &MF,
                                   std::vector<MachineInstr *> &Ops,
                                   MCRegister Iterator,
                                   const LoopCounter &Counter,
                                   MCRegister New) const {
  for (MachineInstr *MI : Ops)
    if (MI->readsRegister(Iterator, TRI))
      MI->substituteRegister(Iterator, New, 0, *TRI);
  MachineInstr *Add =
      MF.CreateMachineInstr(TII->get(TPC::SPU_ADD_S_S_IMM), DebugLoc());
  MachineInstrBuilder MIB(MF, Add);
  addAlways(MIB.addDef(New)
                .addReg(New)
                .addImm(Counter.Step)
                .addImm(typeCode("i32"))
                .addImm(0));
  Ops.push_back(Add);
}

//===----------------------------------------------------------------------===//
// Coordinates
//===----------------------------------------------------------------------===//

/// The dimensions that an operation writes in an index register; 0 if it writes
/// another register or has a guard.
static unsigned getWrittenDims(const MachineInstr &MI) {
  if (!MI.getNumOperands() || !MI.getOperand(0).isReg() ||
      !MI.getOperand(0).isDef() ||
      !TPC::IRFRegClass.contains(MI.getOperand(0).getReg()))
    return 0;
  unsigned Idx = 0, Dims = 0;
  for (const OperandInfo &Info : findForm(MI.getOpcode())->Operands) {
    const MachineOperand &MO = MI.getOperand(Idx);
    if (Info.Kind == OperandKind::DimMask)
      Dims = unsigned(MO.getImm());
    if (Info.Kind == OperandKind::Pred &&
        (MO.getReg() != TPC::SP0 || MI.getOperand(Idx + 1).getImm() != 0))
      return 0;
    Idx += Info.Kind == OperandKind::Pred ? 2 : 1;
  }
  return Dims;
}

/// Coordinates that one register holds one after the other, where always the
/// same dimensions change, get registers of their own. The others never change
/// in the loop, so that copies of the register may begin with them.
void TPCPipeliner::splitCoordinates(ArrayRef<MachineInstr *> Ops,
                                    PipelinedCode &Code,
                                    BitVector &Free) const {
  for (MCPhysReg Reg : TPC::IRFRegClass) {
    SmallVector<unsigned, 8> Writes;
    unsigned Dims = 0;
    bool IsSame = true;
    for (unsigned N = 0; N != Ops.size(); ++N) {
      if (!Ops[N]->modifiesRegister(Reg, TRI))
        continue;
      unsigned Written = getWrittenDims(*Ops[N]);
      IsSame &= Written && (Writes.empty() || Written == Dims) &&
                Ops[N]->getOperand(0).isTied();
      Dims = Written;
      Writes.push_back(N);
    }
    for (unsigned W = 0; IsSame && W + 1 < Writes.size(); ++W) {
      MCRegister New = takeRegister(TPC::IRFRegClass, Free, Ops);
      if (!New)
        return;
      Code.Copies.push_back({New, Reg});
      MachineInstr &Def = *Ops[Writes[W]];
      Def.getOperand(Def.findTiedOperandIdx(0)).setReg(New);
      Def.getOperand(0).setReg(New);
      for (unsigned N = Writes[W] + 1; N <= Writes[W + 1]; ++N)
        for (MachineOperand &MO : Ops[N]->all_uses())
          if (MO.getReg() == Reg && !MO.isTied())
            MO.setReg(New);
    }
  }
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

/// A copy of an operand's register in a register that nothing else of the body
/// names, or null. It stands in no block.
MachineInstr *TPCPipeliner::copyOperand(MachineBasicBlock &Body,
                                        const MachineOperand &MO,
                                        ArrayRef<MachineInstr *> Ops,
                                        const BitVector &Free) const {
  for (const TargetRegisterClass *RC :
       {&TPC::SRFRegClass, &TPC::VRFRegClass, &TPC::VPRFRegClass,
        &TPC::SPRFRegClass, &TPC::IRFRegClass}) {
    if (!RC->contains(MO.getReg()))
      continue;
    for (MCPhysReg Reg : reverse(*RC)) {
      if (!Free.test(*TRI->regunits(Reg).begin()) ||
          any_of(Ops, [&](const MachineInstr *MI) { return names(*MI, Reg); }))
        continue;
      auto End = Body.getFirstTerminator();
      TII->copyPhysReg(Body, End, DebugLoc(), Reg, MO.getReg(), false);
      return std::prev(End)->removeFromParent();
    }
  }
  return nullptr;
}

/// An operation that reads a value late keeps the next iteration from writing
/// the register. Where that bounds the interval, it reads a copy instead.
/// False if no copy helps.
bool TPCPipeliner::shortenRecurrence(MachineBasicBlock &Body,
                                     const PipelineLoop &Loop, unsigned II,
                                     const BitVector &Free,
                                     std::vector<MachineInstr *> &Ops) {
  for (const ModuloEdge &E : findRecurrence(Loop.getProblem(), II)) {
    if (E.Tag < 0)
      continue;
    MachineInstr *Old = Loop.ops()[E.From];
    const MachineOperand &MO = Old->getOperand(unsigned(E.Tag));
    // A copy is early enough, or another one will not be earlier.
    if (MO.isImplicit() || MO.isTied() || Copied.contains(Old))
      continue;
    MachineInstr *Copy = copyOperand(Body, MO, Ops, Free);
    if (!Copy)
      continue;
    MachineInstr *New = Body.getParent()->CloneMachineInstr(Old);
    New->getOperand(unsigned(E.Tag)).setReg(Copy->getOperand(0).getReg());
    auto At = llvm::find(Ops, Old);
    *At = New;
    Ops.insert(At, Copy);
    Copied.insert(Copy);
    return true;
  }
  return false;
}

/// An operation of the body without what misleads here. Register allocation
/// tells liveness of groups by operands that the operation does not have; they
/// would only make it wait. What memory operands tell apart is apart within an
/// iteration, but maybe not between two of them.
static MachineInstr *cleanUp(MachineInstr &MI, const TargetRegisterInfo &TRI) {
  MachineFunction &MF = *MI.getMF();
  MachineInstr *New = MF.CloneMachineInstr(&MI);
  New->dropMemRefs(MF);
  for (unsigned Idx = MI.getNumOperands(); Idx-- != 0;) {
    const MachineOperand &MO = MI.getOperand(Idx);
    if (!MO.isReg() || !MO.isImplicit() || MO.isTied())
      continue;
    // Bodies that read the carry stay as they are.
    bool IsCarry = MO.getReg() == TPC::S_CARRY || MO.getReg() == TPC::V_CARRY;
    if (!IsCarry && none_of(MI.operands(), [&](const MachineOperand &Other) {
          return Other.isReg() && !Other.isImplicit() && Other.getReg() &&
                 Other.isDef() == MO.isDef() &&
                 TRI.isSubRegister(MO.getReg(), Other.getReg());
        }))
      continue;
    New->removeOperand(Idx);
  }
  return New;
}

/// The operations of a body, nothing if some cannot be overlapped.
static std::vector<MachineInstr *> findOps(MachineBasicBlock &Body,
                                           const TargetRegisterInfo &TRI) {
  std::vector<MachineInstr *> Ops;
  for (MachineInstr &MI : Body)
    if (TPCMachineModel::isOperation(MI) || MI.isImplicitDef())
      Ops.push_back(cleanUp(MI, TRI));
    else if (!MI.isTerminator() && !MI.isMetaInstruction())
      return {};
  if (Ops.size() > MaxOps)
    Ops.clear();
  return Ops;
}

/// LOOP reads its start behind the prologue, which may have written a result of
/// the loop into the same register: a copy, then. What else it reads comes from
/// in front of the prologue. False if there is no register.
bool TPCPipeliner::keepStart(PipelinedCode &Code, BitVector &Free,
                             ArrayRef<MachineInstr *> Ops) const {
  const MachineOperand &Start = Code.Counter.start();
  if (Start.isImm() || none_of(Ops, [&](const MachineInstr *MI) {
        return MI->modifiesRegister(Start.getReg(), TRI);
      }))
    return true;
  Code.Start = takeRegister(TPC::SRFRegClass, Free, Ops);
  return Code.Start.isValid();
}

/// Registers for what controls the pipelined loop; false if there are too few.
bool TPCPipeliner::takeRegisters(PipelinedCode &Code, BitVector &Free,
                                 std::vector<MachineInstr *> &Ops) const {
  const LoopCounter &Counter = Code.Counter;
  MCRegister Iterator;
  for (const MachineOperand &MO : Counter.Loop->implicit_operands())
    if (MO.isReg() && MO.isDef())
      Iterator = MO.getReg();
  if (!Iterator || Code.Body->getNextNode()->isLiveIn(Iterator))
    return false;
  if (any_of(Ops, [&](const MachineInstr *MI) {
        return MI->readsRegister(Iterator, TRI);
      })) {
    Code.Iterator = takeRegister(TPC::SRFRegClass, Free, Ops);
    if (!Code.Iterator)
      return false;
    replaceIterator(*Code.Body->getParent(), Ops, Iterator, Counter,
                    Code.Iterator);
  }
  if (Counter.getTripCount())
    return true;
  if (!keepStart(Code, Free, Ops))
    return false;
  Code.Guard = takeRegister(TPC::SPRFRegClass, Free, Ops);
  if (Counter.bound().isImm())
    return Code.Guard.isValid();
  Code.Bound = takeRegister(TPC::SRFRegClass, Free, Ops);
  return Code.Guard && Code.Bound;
}

/// Says why the loop stays as it is (-pass-remarks-missed=tpc-pipeliner).
bool TPCPipeliner::refuse(const MachineBasicBlock &Body,
                          StringRef Reason) const {
  Remarks->emit([&] {
    auto At = Body.getFirstNonDebugInstr();
    return MachineOptimizationRemarkMissed(
               DEBUG_TYPE, "NotPipelined",
               At == Body.end() ? DebugLoc() : At->getDebugLoc(), &Body)
           << "iterations do not overlap: " << Reason;
  });
  return false;
}

/// Says how much iterations overlap (-pass-remarks=tpc-pipeliner).
void TPCPipeliner::report(const MachineBasicBlock &Body, DebugLoc Loc,
                          const ModuloSchedule &S) const {
  Remarks->emit([&] {
    return MachineOptimizationRemark(DEBUG_TYPE, "Pipelined", Loc, &Body)
           << "pipelined: interval of " << ore::NV("Interval", S.II)
           << " bundles, stages: " << ore::NV("Stages", S.numStages());
  });
}

bool TPCPipeliner::pipeline(MachineBasicBlock &Body) {
  std::optional<LoopCounter> Counter = findCounter(Body);
  if (!Counter)
    return refuse(Body, "its counter has no constant step or counts away from "
                        "the bound");
  std::vector<MachineInstr *> Ops = findOps(Body, *TRI);
  PipelinedCode Code;
  Code.Body = &Body;
  Code.Counter = *Counter;
  BitVector Free = findFreeUnits(Body, *Counter->Loop);
  if (Ops.empty())
    return refuse(Body,
                  "the body is too large or has code that stays as it is");
  if (!takeRegisters(Code, Free, Ops))
    return refuse(Body, "no registers are left to control it");
  splitCoordinates(Ops, Code, Free);
  BitVector LiveOut(TRI->getNumRegUnits());
  for (const auto &In : Body.getNextNode()->liveins())
    for (MCRegUnit Unit : TRI->regunits(In.PhysReg))
      LiveOut.set(Unit);

  Copied.clear();
  // Each copy costs an operation: the best number of them is found by trying.
  struct Version {
    std::unique_ptr<PipelineLoop> Loop;
    std::unique_ptr<PipelineResources> Resources;
    unsigned II;
  };
  TPCMachineModel Model(*ST);
  std::optional<Version> Best;
  for (unsigned Copies = 0; Copies <= MaxCopies; ++Copies) {
    auto Loop =
        std::make_unique<PipelineLoop>(Ops, LiveOut, Model, *TRI, Reserved);
    if (!Loop->getObstacle().empty())
      return refuse(Body, Loop->getObstacle());
    auto Resources =
        std::make_unique<PipelineResources>(*Loop, *Code.Counter.Loop, Model);
    unsigned Bound =
        std::max<unsigned>(Resources->getBound(), TPCFigure::LOOP_MIN_BODY);
    std::optional<unsigned> II =
        findRecurrenceII(Loop->getProblem(), Bound, TPCFigure::LOOP_MAX_BODY);
    if (!II)
      return refuse(Body, "operations wait for each other too long");
    bool IsBounded = *II > Bound;
    if (IsBounded)
      IsBounded = shortenRecurrence(Body, *Loop, *II - 1, Free, Ops);
    if (!Best || *II < Best->II)
      Best = Version{std::move(Loop), std::move(Resources), *II};
    if (!IsBounded)
      break;
  }
  Code.Model = &Model;
  Code.Loop = Best->Loop.get();
  Code.Resources = Best->Resources.get();
  DebugLoc Loc = Ops.front()->getDebugLoc();
  unsigned Min = std::max(Best->II, Best->Resources->findRowBound());
  if (!schedule(Code, *Best->Resources, Min, Free))
    return refuse(Body, "no schedule has enough registers");
  report(Body, Loc, Code.Schedule);
  return true;
}

/// What waits for another operation begins as soon as that allows.
static void keepRoots(const PipelineLoop &Loop, std::vector<int> &Release) {
  for (const ModuloEdge &E : Loop.getProblem().Edges)
    if (E.Distance == 0 && E.Latency > 0)
      Release[E.To] = 0;
}

/// Items of an unrolled body begin one after the other, evenly spread over the
/// interval: fewer values are live at once than if all begin together.
static std::vector<int> spreadRoots(const PipelineLoop &Loop, unsigned II) {
  unsigned Count = Loop.ops().size();
  std::vector<int> Release(Count);
  for (unsigned N = 0; N != Count; ++N)
    Release[N] = int(N * II / Count);
  keepRoots(Loop, Release);
  return Release;
}

/// Rules on distances leave few ways to fill a small table, none of which the
/// regular orders may lead to: items begin anywhere.
static std::vector<int> scatterRoots(const PipelineLoop &Loop, unsigned II,
                                     std::minstd_rand &Random) {
  std::vector<int> Release(Loop.ops().size());
  for (int &R : Release)
    R = int(Random() % II);
  keepRoots(Loop, Release);
  return Release;
}

/// Makes the schedule of an attempt and finds its registers. With \p ReadsApart
/// no bundle exchanges two.
bool TPCPipeliner::apply(const Attempt &A, PipelinedCode &Code,
                         PipelineResources &Resources, const BitVector &Free,
                         bool ReadsApart) const {
  std::optional<ModuloSchedule> S =
      scheduleModulo(Code.Loop->getProblem(), Resources, A.II, A.Release);
  std::optional<uint64_t> Trips = Code.Counter.getTripCount();
  if (!S || (Trips && *Trips < S->numStages()))
    return false;
  Code.Schedule = std::move(*S);
  Code.Registers = allocateRegisters(*Code.Loop, Code.Schedule, *Code.Model,
                                     *TRI, Free, ReadsApart);
  return !Code.Registers.empty();
}

/// Looks for shorter intervals than that of the last attempt, down to \p Min;
/// what is found goes behind it.
void TPCPipeliner::improve(SmallVectorImpl<Attempt> &Found, PipelinedCode &Code,
                           PipelineResources &Resources, unsigned Min,
                           const BitVector &Free) const {
  // The numbers of this generator are the same everywhere.
  std::minstd_rand Random;
  unsigned II = Found.back().II;
  while (--II >= Min) {
    bool Fits = false;
    for (unsigned N = OpsPerInterval / Code.Loop->ops().size(); !Fits && N;
         --N) {
      Attempt A{II, scatterRoots(*Code.Loop, II, Random)};
      Fits = apply(A, Code, Resources, Free, /*ReadsApart=*/false);
      if (Fits)
        Found.push_back(std::move(A));
    }
    if (!Fits)
      return;
  }
}

/// Writes the code of the last attempt that allows it.
bool TPCPipeliner::emit(ArrayRef<Attempt> Found, PipelinedCode &Code,
                        PipelineResources &Resources,
                        const BitVector &Free) const {
  for (const Attempt &A : reverse(Found))
    // If operations of a bundle exchange registers, they may not.
    for (bool ReadsApart : {false, true})
      if (apply(A, Code, Resources, Free, ReadsApart) &&
          emitPipelinedLoop(Code, *ST))
        return true;
  return false;
}

/// Tries one interval after the other, from the \p Min that dependences and
/// rows allow.
bool TPCPipeliner::schedule(PipelinedCode &Code, PipelineResources &Resources,
                            unsigned Min, const BitVector &Free) const {
  const PipelineLoop &Loop = *Code.Loop;
  unsigned Last = TPCFigure::LOOP_MAX_BODY;
  for (unsigned Try = 0; Try != Tries; ++Try) {
    unsigned II = Min + Try / 2 * std::max(1u, Min / IntervalParts);
    if (II > Last)
      return false;
    Attempt A{II, {}};
    if (Try % 2 != 0)
      A.Release = spreadRoots(Loop, II);
    Code.Schedule = {};
    if (apply(A, Code, Resources, Free, /*ReadsApart=*/false)) {
      SmallVector<Attempt, 4> Found = {A};
      improve(Found, Code, Resources, Min, Free);
      if (emit(Found, Code, Resources, Free))
        return true;
    }
    if (Code.Schedule.II == II && Code.Schedule.numStages() == 1)
      Last = std::min(Last, II + II / LastIntervalParts);
  }
  return false;
}

bool TPCPipeliner::runOnMachineFunction(MachineFunction &MF) {
  // What there is besides the kernel makes code larger.
  if (!PipelineLoops || MF.getFunction().hasOptSize())
    return false;
  ST = &MF.getSubtarget<TPCSubtarget>();
  Remarks = &getAnalysis<MachineOptimizationRemarkEmitterPass>().getORE();
  TII = ST->getInstrInfo();
  TRI = ST->getRegisterInfo();
  Reserved = TRI->getReservedRegs(MF);
  std::vector<MachineBasicBlock *> All, Bodies;
  for (MachineBasicBlock &MBB : reverse(MF)) {
    All.push_back(&MBB);
    if (findLoopEnd(MBB))
      Bodies.push_back(&MBB);
  }
  if (Bodies.empty())
    return false;
  // What is free is found from them.
  fullyRecomputeLiveIns(All);
  bool Changed = false;
  for (MachineBasicBlock *Body : Bodies)
    Changed |= pipeline(*Body);
  return Changed;
}
