//===-- TPCPipelineLoop.cpp - Values and dependences of a loop body -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCPipelineLoop.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/CodeGen/MachineInstr.h"

using namespace llvm;
using namespace llvm::TPC;

PipelineLoop::PipelineLoop(ArrayRef<MachineInstr *> Body,
                           const BitVector &LiveOut,
                           const TPCMachineModel &Model,
                           const TargetRegisterInfo &TRI,
                           const BitVector &Reserved)
    : Model(Model), TRI(TRI), Reserved(Reserved) {
  for (MachineInstr *MI : Body) {
    if (MI->isImplicitDef()) {
      for (MCRegUnit Unit : TRI.regunits(MI->getOperand(0).getReg()))
        Current[Unit] = UnitValue::None;
      continue;
    }
    if (Model.readsCarry(*MI))
      Obstacle = "an operation reads the carry flag";
    unsigned Op = Ops.size();
    Ops.push_back(MI);
    Variants.push_back(Model.getVariants(*MI));
    collectUses(Op);
    collectDefs(Op);
  }
  Problem.NumNodes = Ops.size();
  closeCircle();
  makeWebs(LiveOut);
  addRegisterEdges();
  addMemoryEdges();
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

/// Registers that never change, or whose changes are ordered otherwise.
bool PipelineLoop::isConstant(MCRegister Reg) const {
  return TRI.isConstantPhysReg(Reg) ||
         is_contained({TPC::LFSR, TPC::LFSR_NO_CHANGE, TPC::S_LFSR,
                       TPC::S_LFSR_NO_CHANGE},
                      Reg.id());
}

unsigned PipelineLoop::findLeader(unsigned Value) {
  while (Leader[Value] != Value)
    Value = Leader[Value] = Leader[Leader[Value]];
  return Value;
}

void PipelineLoop::join(unsigned A, unsigned B) {
  Leader[findLeader(B)] = findLeader(A);
}

unsigned PipelineLoop::addValue(MCRegUnit Unit) {
  unsigned N = Values.size();
  Values.push_back({});
  Values.back().Unit = Unit;
  Leader.push_back(N);
  return N;
}

/// The units of one operand are named by one register.
void PipelineLoop::joinOperand(const MachineOperand &MO) {
  int First = UnitValue::None;
  for (MCRegUnit Unit : TRI.regunits(MO.getReg())) {
    int Value = Current.lookup(Unit);
    if (First == UnitValue::None)
      First = Value;
    else if (Value != UnitValue::None)
      join(unsigned(First), unsigned(Value));
  }
}

void PipelineLoop::collectUses(unsigned Op) {
  const MachineInstr &MI = *Ops[Op];
  for (unsigned Idx = 0; Idx != MI.getNumOperands(); ++Idx) {
    const MachineOperand &MO = MI.getOperand(Idx);
    if (!MO.isReg() || !MO.readsReg() || !MO.isUse() || !MO.getReg() ||
        isConstant(MO.getReg()))
      continue;
    for (MCRegUnit Unit : TRI.regunits(MO.getReg())) {
      auto [It, IsNew] = Current.try_emplace(Unit, UnitValue::None);
      if (IsNew) {
        It->second = int(addValue(Unit));
        Values.back().IsEntry = true;
        Entry[Unit] = It->second;
      }
      if (It->second != UnitValue::None)
        Values[unsigned(It->second)].Uses.push_back({Op, Idx});
    }
    joinOperand(MO);
  }
}

void PipelineLoop::collectDefs(unsigned Op) {
  const MachineInstr &MI = *Ops[Op];
  for (unsigned Idx = 0; Idx != MI.getNumOperands(); ++Idx) {
    const MachineOperand &MO = MI.getOperand(Idx);
    if (!MO.isReg() || !MO.isDef() || !MO.getReg())
      continue;
    unsigned Old = MO.isTied() ? MI.findTiedOperandIdx(Idx) : Idx;
    for (MCRegUnit Unit : TRI.regunits(MO.getReg())) {
      auto It = Current.try_emplace(Unit, UnitValue::None).first;
      int Before = It->second;
      unsigned Value = addValue(Unit);
      It->second = int(Value);
      Values[Value].Def = {Op, Idx};
      if (Old == Idx || Before == UnitValue::None)
        continue;
      join(unsigned(Before), Value);
      if (Model.isMergedValue(MI, Old))
        Values[Value].Merges = Before;
    }
    joinOperand(MO);
  }
}

/// What an iteration leaves in a register that the next one reads at first is
/// one with what it found there itself.
void PipelineLoop::closeCircle() {
  for (auto [Unit, Value] : Entry) {
    int Last = Current.lookup(Unit);
    if (Last != Value && Last != UnitValue::None)
      join(unsigned(Value), unsigned(Last));
  }
  // Nothing leaves a reserved register.
  DenseMap<MCRegUnit, unsigned> First;
  for (unsigned V = 0; V != Values.size(); ++V)
    if (Reserved.test(*MCRegUnitRootIterator(Values[V].Unit, &TRI)))
      join(First.try_emplace(Values[V].Unit, V).first->second, V);
}

//===----------------------------------------------------------------------===//
// Webs
//===----------------------------------------------------------------------===//

/// The largest register that an operand of the web names has to cover all of
/// the web's units, or else the web cannot move.
void PipelineLoop::nameWeb(Web &W) const {
  for (OperandRef Ref : W.Operands) {
    const MachineOperand &MO = Ops[Ref.Op]->getOperand(Ref.Idx);
    if (!W.Reg || TRI.isSuperRegister(W.Reg, MO.getReg()))
      W.Reg = MO.getReg();
  }
  SmallSet<MCRegUnit, 4> Units;
  for (MCRegUnit Unit : TRI.regunits(W.Reg))
    Units.insert(Unit);
  for (unsigned V : W.Values)
    if (!Units.contains(Values[V].Unit))
      W.Pinned = true;
  if (Reserved.test(W.Reg))
    W.Pinned = true;
}

/// Values that stay where they are share their register with what else stays
/// there, such as the half of a pair that nobody reads: one web keeps their
/// writes in order.
void PipelineLoop::joinPinned(const BitVector &LiveOut) {
  DenseSet<unsigned> Pinned;
  for (unsigned V = 0; V != Values.size(); ++V)
    if (Values[V].IsEntry || (Current.lookup(Values[V].Unit) == int(V) &&
                              LiveOut.test(Values[V].Unit)))
      Pinned.insert(findLeader(V));
  SmallVector<unsigned, 16> Staying;
  for (unsigned V = 0; V != Values.size(); ++V)
    if (Pinned.contains(findLeader(V)))
      Staying.push_back(V);
  DenseMap<MCRegUnit, unsigned> First;
  for (unsigned V : Staying)
    join(First.try_emplace(Values[V].Unit, V).first->second, V);
}

void PipelineLoop::makeWebs(const BitVector &LiveOut) {
  joinPinned(LiveOut);
  DenseMap<unsigned, unsigned> Numbers;
  for (unsigned V = 0; V != Values.size(); ++V) {
    auto [It, IsNew] = Numbers.try_emplace(findLeader(V), Webs.size());
    if (IsNew) {
      Webs.emplace_back();
      Webs.back().Invariant = true;
    }
    UnitValue &Value = Values[V];
    Value.Web = It->second;
    Web &W = Webs[Value.Web];
    W.Values.push_back(V);
    if (Value.IsEntry)
      W.Pinned = true;
    else
      W.Invariant = false;
    if (!Value.IsEntry && Current.lookup(Value.Unit) == int(V) &&
        LiveOut.test(Value.Unit))
      W.Pinned = true;
    if (!Value.IsEntry)
      W.Operands.push_back(Value.Def);
    for (OperandRef Ref : Value.Uses)
      W.Operands.push_back(Ref);
  }
  for (auto [N, W] : enumerate(Webs)) {
    nameWeb(W);
    for (OperandRef Ref : W.Operands)
      WebOf[{Ref.Op, Ref.Idx}] = int(N);
  }
}

//===----------------------------------------------------------------------===//
// Dependences
//===----------------------------------------------------------------------===//

unsigned PipelineLoop::getLatency(OperandRef Def, OperandRef Use) const {
  unsigned Latency = 0;
  // A variant has its operands in the same places up to the data type, which
  // some lack: the tables know them by the numbers of the MachineInstr.
  for (unsigned D : Variants[Def.Op])
    for (unsigned U : Variants[Use.Op])
      Latency = std::max(Latency, Model.getLatency({*Ops[Def.Op], D}, Def.Idx,
                                                   {*Ops[Use.Op], U}, Use.Idx));
  return Latency;
}

unsigned PipelineLoop::getDefDefDistance(OperandRef A, OperandRef B) const {
  unsigned Distance = 0;
  for (unsigned X : Variants[A.Op])
    for (unsigned Y : Variants[B.Op])
      Distance =
          std::max(Distance, Model.getDefDefDistance({*Ops[A.Op], X}, A.Idx,
                                                     {*Ops[B.Op], Y}, B.Idx));
  return Distance;
}

/// The uses of a value read what the write of \p From, \p Distance iterations
/// ago, has left in it.
void PipelineLoop::addReads(unsigned From, const UnitValue &Of,
                            unsigned Distance) {
  OperandRef Def = Values[From].Def;
  for (OperandRef Use : Of.Uses)
    Problem.addEdge(Def.Op, Use.Op, int(getLatency(Def, Use)), Distance);
}

/// The values of a unit in a web, in the order of their writes. An entry value
/// comes first and is the last one of the iteration before.
void PipelineLoop::addValueEdges(ArrayRef<unsigned> Chain) {
  bool IsCarried = Values[Chain.front()].IsEntry;
  ArrayRef<unsigned> Defs = Chain.drop_front(IsCarried);
  if (Defs.empty())
    return;
  for (unsigned N = 0; N != Chain.size(); ++N) {
    const UnitValue &V = Values[Chain[N]];
    bool IsLast = N + 1 == Chain.size();
    const UnitValue &Next = Values[IsLast ? Defs.front() : Chain[N + 1]];
    // Tagged with the operand, for who wants to read from a copy.
    for (OperandRef Use : V.Uses)
      if (Use.Op != Next.Def.Op || IsLast)
        Problem.addEdge(Use.Op, Next.Def.Op, 0, IsLast, int(Use.Idx));
    // Writes that the value consists of.
    ModuloValue Life{V.IsEntry ? Values[Defs.back()].Def.Op : V.Def.Op, {}};
    for (OperandRef Use : V.Uses)
      Life.Uses.push_back({Use.Op, V.IsEntry ? 1u : 0u});
    if (!Life.Uses.empty())
      Problem.Values.push_back(Life);
    int From = V.IsEntry ? int(Defs.back()) : int(Chain[N]);
    for (unsigned Distance = V.IsEntry; From != UnitValue::None;
         From = Values[unsigned(From)].Merges) {
      if (Values[unsigned(From)].IsEntry) {
        // Two iterations ago every write has landed.
        assert(2 * TPCFigure::LOOP_MIN_BODY >= Model.getMaxLatency());
        if (++Distance > 2)
          break;
        From = int(Defs.back());
      }
      addReads(unsigned(From), V, Distance);
    }
    if (!V.IsEntry)
      Problem.addEdge(V.Def.Op, Next.Def.Op,
                      int(getDefDefDistance(V.Def, Next.Def)), IsLast);
  }
}

void PipelineLoop::addRegisterEdges() {
  for (const Web &W : Webs) {
    // Values are numbered in the order of the body.
    MapVector<MCRegUnit, SmallVector<unsigned, 4>> Chains;
    for (unsigned V : W.Values)
      Chains[Values[V].Unit].push_back(V);
    for (auto &[Unit, Chain] : Chains)
      addValueEdges(Chain);
  }
}

void PipelineLoop::addMemoryEdges() {
  for (unsigned A = 0; A != Ops.size(); ++A)
    for (unsigned B = A; B != Ops.size(); ++B) {
      if (!Model.isOrdered(*Ops[A], *Ops[B]))
        continue;
      if (A != B)
        Problem.addEdge(A, B, int(Model.getMemoryDistance(*Ops[A], *Ops[B])),
                        0);
      Problem.addEdge(B, A, int(Model.getMemoryDistance(*Ops[B], *Ops[A])), 1);
    }
}
