//===-- TPCListScheduler.cpp - Bundles for a block ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCListScheduler.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCSubtarget.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"

using namespace llvm;
using namespace llvm::TPC;

//===----------------------------------------------------------------------===//
// What there is to schedule
//===----------------------------------------------------------------------===//

void ListScheduler::addOlder(const MachineInstr &MI, Distances Where) {
  Deps.addOlder(MI);
  Node &N = Nodes.emplace_back(MI, Model);
  N.Before = Where;
  N.Cycle = -int(Where.least());
  N.IsPlaced = true;
}

void ListScheduler::addOlder() {
  for (auto &[MI, Where] : Code.before(MBB))
    addOlder(*MI, Where);
  addJumpsToHere();
  NumOlder = Deps.size();
}

/// Jumps and LOOPs of blocks that are not finished: wherever these place them,
/// they come right before this block. So do its own in the next round.
void ListScheduler::addJumpsToHere() {
  for (const FinishedCode::Leaving &L : Code.leavings(&MBB))
    if (!Code.find(L.From))
      addOlder(*L.MI, L.Before);
}

void ListScheduler::addOperations() {
  for (MachineInstr &MI : MBB) {
    if (!TPCMachineModel::isOperation(MI))
      continue;
    if (MI.isTerminator())
      Terminators.push_back(Deps.size());
    Deps.add(&MI);
    Node &N = Nodes.emplace_back(MI, Model);
    N.MI = &MI;
    N.Variants = Model.getVariants(MI);
  }
  for (unsigned N = NumOlder; N != Nodes.size(); ++N) {
    if (Nodes[N].Variants.size() == 1)
      ++SlotLoad[TPCMachineModel::getSlot(Nodes[N].Op.Opcode)];
    for (const Dep &D : Deps.before(N)) {
      if (D.Other < NumOlder)
        continue;
      ++Nodes[N].Waits;
      Nodes[D.Other].Waiting.push_back(N);
    }
  }
}

void ListScheduler::addFuture(const MachineBasicBlock &To) {
  for (const FinishedCode::Way &Way : Code.from(To, MBB)) {
    Future F{&To, Deps, Deps.size(), {}};
    for (unsigned I = 0; I != Way.Bundles.size(); ++I) {
      F.Deps.add(Way.Bundles[I]);
      F.Bundle.resize(F.Deps.size() - F.First, I);
    }
    if (Way.Returns)
      addSelf(F, unsigned(Way.Bundles.size()));
    if (!F.Bundle.empty())
      Futures.push_back(std::move(F));
  }
}

/// The next round of a loop.
void ListScheduler::addSelf(Future &F, unsigned Bundle) {
  F.Self = F.Deps.size();
  for (unsigned N = NumOlder; N != Nodes.size(); ++N)
    F.Deps.add(Nodes[N].MI);
  F.Bundle.resize(F.Deps.size() - F.First, Bundle);
}

void ListScheduler::addFutures() {
  SmallSetVector<const MachineBasicBlock *, 4> Followers(MBB.succ_begin(),
                                                         MBB.succ_end());
  for (unsigned T : Terminators)
    if (TPCMachineModel::isLoop(*Nodes[T].MI))
      if (const MachineBasicBlock *Latch = getLoopLatch(*Nodes[T].MI);
          Latch && Latch->getNextNode())
        Followers.insert(Latch->getNextNode());
  for (const MachineBasicBlock *To : Followers)
    addFuture(*To);
}

/// The iterator of the hardware loop that goes round behind this block.
void ListScheduler::findIterator() {
  if (MBB.empty() || MBB.back().getOpcode() != TPC::LOOP_END)
    return;
  for (const MachineOperand &MO : MBB.back().all_defs())
    append_range(Iterator, TRI.regunits(MO.getReg()));
}

/// Distance to the end of the block, over the longest way. What nothing in the
/// block reads is probably read behind it.
void ListScheduler::findHeights() {
  for (const Future &F : Futures)
    for (unsigned N = F.First; N != F.Deps.size(); ++N)
      for (const Dep &D : F.Deps.before(N))
        if (D.Other < F.First) {
          int Distance =
              int(F.Deps.distance(D, F.Deps.node(D.Other), F.Deps.node(N)));
          int &Height = Nodes[D.Other].Height;
          Height = std::max(Height, Distance - int(F.Bundle[N - F.First]));
        }
  for (unsigned N = unsigned(Nodes.size()); N-- > NumOlder;) {
    Node &Own = Nodes[N];
    bool IsRead = any_of(Own.Waiting, [&](unsigned W) {
      return any_of(Deps.before(W), [&](const Dep &D) {
        return D.Other == N && D.Kind == Dep::Data;
      });
    });
    if (!IsRead)
      forEachDef(Deps.node(N), TRI, [&](unsigned, unsigned I) {
        Own.Height =
            std::max(Own.Height, int(Model.getWorstLatency(Own.Op, I)));
      });
    for (const Dep &D : Deps.before(N)) {
      int &Height = Nodes[D.Other].Height;
      int Way =
          Own.Height + int(Deps.distance(D, Deps.node(D.Other), Deps.node(N)));
      Height = std::max(Height, Way);
    }
  }
}

//===----------------------------------------------------------------------===//
// Cycle by cycle
//===----------------------------------------------------------------------===//

SmallVector<unsigned, 4> &ListScheduler::cycle(int Cycle) {
  if (Cycles.size() <= unsigned(Cycle))
    Cycles.resize(unsigned(Cycle) + 1);
  return Cycles[unsigned(Cycle)];
}

/// First cycle that the dependences of \p N allow.
int ListScheduler::findReady(unsigned N, TPCOp As) const {
  int Ready = 0;
  for (const Dep &D : Deps.before(N)) {
    const Node &Other = Nodes[D.Other];
    Ready = std::max(Ready, Other.Cycle + int(Deps.distance(D, Other.Op, As)));
  }
  return Ready;
}

bool ListScheduler::keepsRule(TPCOp First, TPCOp Second, int Distance,
                              bool Fall) const {
  return Distance >= int(Model.getOrderDistance(First, Second, Fall)) &&
         !Model.isForbiddenDistance(First, Second, unsigned(Distance), Fall);
}

/// Whether what issued before \p Cycle is far enough away for \p N.
bool ListScheduler::keepsRules(unsigned N, TPCOp As, int Cycle) const {
  if (!Nodes[N].EndsRule)
    return true;
  int Depth = int(Model.orderDepth());
  int Last = std::min(Cycle, int(Cycles.size()));
  for (int C = std::max(0, Cycle - Depth); C < Last; ++C)
    for (unsigned Other : Cycles[unsigned(C)])
      if (Nodes[Other].StartsRule &&
          !keepsRule(Nodes[Other].Op, As, Cycle - C, false))
        return false;
  for (unsigned Other = 0; Other != NumOlder; ++Other) {
    if (!Nodes[Other].StartsRule)
      continue;
    const Distances &Where = Nodes[Other].Before;
    for (int D = 1; D + Cycle <= Depth; ++D)
      if (Where.Mask >> D & 1 &&
          !keepsRule(Nodes[Other].Op, As, D + Cycle, D == 1 && Where.Fall))
        return false;
  }
  return true;
}

void ListScheduler::place(unsigned N, TPCOp As, int Cycle) {
  Node &Own = Nodes[N];
  Own.Op = As;
  Own.Cycle = Cycle;
  Own.IsPlaced = true;
  cycle(Cycle).push_back(N);
  for (unsigned W : Own.Waiting)
    --Nodes[W].Waits;
}

bool ListScheduler::tryToPlace(unsigned N, int Cycle) {
  SmallVector<TPCOp, 4> Bundle;
  for (unsigned Other : cycle(Cycle))
    Bundle.push_back(Nodes[Other].Op);
  // Of the slots that are free now the one that the least of the others need.
  std::optional<TPCOp> Best;
  auto Load = [&](TPCOp Op) {
    return SlotLoad[TPCMachineModel::getSlot(Op.Opcode)];
  };
  for (unsigned Opcode : Nodes[N].Variants) {
    TPCOp As(*Nodes[N].MI, Opcode);
    if (Best && Load(*Best) <= Load(As))
      continue;
    if (findReady(N, As) <= Cycle && Model.canAdd(Bundle, As) &&
        keepsRules(N, As, Cycle))
      Best = As;
  }
  if (!Best)
    return false;
  place(N, *Best, Cycle);
  return true;
}

void ListScheduler::placeInOrder() {
  for (unsigned N = NumOlder; N != Nodes.size(); ++N) {
    if (is_contained(Terminators, N))
      continue;
    TPCOp Op = Nodes[N].Op;
    int Cycle = std::max(int(Cycles.size()), findReady(N, Op));
    while (!keepsRules(N, Op, Cycle))
      ++Cycle;
    place(N, Op, Cycle);
  }
}

void ListScheduler::placeAll() {
  std::vector<unsigned> Ready;
  unsigned Left = 0;
  for (unsigned N = NumOlder; N != Nodes.size(); ++N) {
    if (is_contained(Terminators, N))
      continue;
    ++Left;
    if (!Nodes[N].Waits)
      Ready.push_back(N);
  }
  auto Before = [&](unsigned A, unsigned B) {
    if (Nodes[A].Height != Nodes[B].Height)
      return Nodes[A].Height > Nodes[B].Height;
    return A < B;
  };
  for (int Cycle = 0; Left; ++Cycle) {
    sort(Ready, Before);
    for (unsigned I = 0; I < Ready.size();) {
      unsigned N = Ready[I];
      if (!tryToPlace(N, Cycle)) {
        ++I;
        continue;
      }
      --Left;
      Ready.erase(Ready.begin() + I);
      // An operation with distance 0 may join the same bundle.
      bool Added = false;
      for (unsigned W : Nodes[N].Waiting)
        if (!Nodes[W].Waits && !is_contained(Terminators, W) &&
            !is_contained(Ready, W)) {
          Ready.push_back(W);
          Added = true;
        }
      if (Added) {
        sort(Ready, Before);
        I = 0;
      }
    }
  }
}

//===----------------------------------------------------------------------===//
// The end of the block
//===----------------------------------------------------------------------===//

/// Whether what follows on a way finds everything landed if \p End bundles of
/// the block have executed before.
bool ListScheduler::endsWell(int End, const Future &F, bool Falls) const {
  for (unsigned N = F.First; N != F.Deps.size(); ++N) {
    const Node *Again = N >= F.Self ? &Nodes[N - F.Self + NumOlder] : nullptr;
    if (Again && !Again->IsPlaced)
      continue;
    TPCOp Second = Again ? Again->Op : TPCOp(F.Deps.node(N));
    int Cycle = End + int(F.Bundle[N - F.First]) + (Again ? Again->Cycle : 0);
    for (const Dep &D : F.Deps.before(N))
      if (D.Other < F.First && Nodes[D.Other].IsPlaced &&
          Cycle - Nodes[D.Other].Cycle <
              int(F.Deps.distance(D, Nodes[D.Other].Op, Second)))
        return false;
    if (!Model.endsRule(Second))
      continue;
    for (const Node &First : Nodes) {
      if (!First.StartsRule || !First.IsPlaced)
        continue;
      bool Fell = First.MI ? Falls && First.MI->isBranch() : First.Before.Fall;
      uint32_t Places = First.MI ? 2u : First.Before.Mask;
      int Back = First.MI ? Cycle - First.Cycle - 1 : Cycle;
      for (int I = 1; Places >> I; ++I)
        if (Places >> I & 1 &&
            !keepsRule(First.Op, Second, Back + I, Fell && Back + I == 1))
          return false;
    }
  }
  return true;
}

bool ListScheduler::endsWell(int End, const MachineBasicBlock *To,
                             bool Falls) const {
  return all_of(Futures, [&](const Future &F) {
    return F.To != To || endsWell(End, F, Falls);
  });
}

/// The iterator of the loop changes behind the block, but the vector pipe has
/// read it by then.
bool ListScheduler::iteratorIsFree(int End) const {
  bool Free = true;
  for (const Node &N : Nodes)
    forEachUse(*N.Op.MI, TRI, [&](unsigned Unit, unsigned I) {
      if (is_contained(Iterator, Unit) && Model.isReadLate(N.Op, I) &&
          End - N.Cycle <= int(TPCFigure::LOOP_ITERATOR_USE_END))
        Free = false;
    });
  return Free;
}

/// Whether the block may be left behind \p End bundles, by a terminator or,
/// null, at its end.
bool ListScheduler::mayLeave(int End, const MachineInstr *By) const {
  bool Falls = !By || (By->getIterator() == std::prev(MBB.instr_end()) &&
                       !isUnconditionalJump(*By));
  const MachineBasicBlock *Next = MBB.getNextNode();
  if (By && By->isBranch())
    for (const MachineOperand &MO : By->operands())
      if (MO.isMBB() && !endsWell(End, MO.getMBB(), false))
        return false;
  if (By && TPCMachineModel::isLoop(*By)) {
    const MachineBasicBlock *Latch = getLoopLatch(*By);
    if (Latch && Latch->getNextNode() &&
        !endsWell(End, Latch->getNextNode(), false))
      return false;
  }
  if (!By)
    for (const MachineBasicBlock *To : MBB.successors())
      if (To != Next && !endsWell(End, To, false))
        return false;
  if (Falls && Next && !endsWell(End, Next, true))
    return false;
  return By || iteratorIsFree(End);
}

/// Moves the last bundle behind LOOP, which takes its place.
bool ListScheduler::fillDelaySlot(unsigned Loop) {
  Node &Own = Nodes[Loop];
  int Last = int(Cycles.size()) - 1;
  if (Last < 0 || Cycles.back().empty() || findReady(Loop, Own.Op) > Last ||
      !keepsRules(Loop, Own.Op, Last))
    return false;
  for (unsigned N : Cycles.back()) {
    // Nothing that LOOP reads or writes, and what its rules allow.
    bool Touches =
        any_of(Deps.before(Loop), [&](const Dep &D) { return D.Other == N; });
    if (Touches || !keepsRule(Own.Op, Nodes[N].Op, 1, false) ||
        !keepsRules(N, Nodes[N].Op, Last + 1))
      return false;
  }
  for (unsigned N : Cycles.back())
    ++Nodes[N].Cycle;
  Cycles.push_back(Cycles.back());
  Cycles[unsigned(Last)].clear();
  place(Loop, Own.Op, Last);
  if (mayLeave(Last + 2, Own.MI))
    return true;
  emptyDelaySlot();
  return false;
}

void ListScheduler::emptyDelaySlot() {
  unsigned Last = unsigned(Cycles.size()) - 2;
  Nodes[Cycles[Last].front()].IsPlaced = false;
  Cycles[Last] = Cycles.back();
  Cycles.pop_back();
  for (unsigned N : Cycles.back())
    --Nodes[N].Cycle;
}

/// LOOP's delay slot belongs to the block.
static int getSize(const MachineInstr &Terminator) {
  return TPCMachineModel::isLoop(Terminator) ? 2 : 1;
}

/// Whether terminator \p T may issue in its cycle.
bool ListScheduler::terminates(unsigned T) const {
  const Node &Own = Nodes[T];
  return Own.Cycle >= findReady(T, Own.Op) &&
         keepsRules(T, Own.Op, Own.Cycle) &&
         all_of(Terminators,
                [&](unsigned Other) {
                  return Other >= T ||
                         keepsRule(Nodes[Other].Op, Own.Op,
                                   Own.Cycle - Nodes[Other].Cycle, false);
                }) &&
         mayLeave(Own.Cycle + getSize(*Own.MI), Own.MI);
}

/// Nothing may stand between terminators: where one of them has to wait, all
/// do.
void ListScheduler::placeTerminators() {
  if (Terminators.empty())
    return;
  if (Terminators.size() == 1 && !InOrder &&
      TPCMachineModel::isLoop(*Nodes[Terminators.front()].MI) &&
      fillDelaySlot(Terminators.front()))
    return;
  int First = int(Cycles.size()), Limit = First + int(2 * Code.window());
  auto Fits = [&] {
    for (unsigned T : Terminators)
      Nodes[T].IsPlaced = false;
    // An empty bundle stands behind a jump (TPCBlockCode.h).
    int Cycle = First;
    return all_of(Terminators, [&](unsigned T) {
      Nodes[T].Cycle = Cycle;
      Nodes[T].IsPlaced = true;
      Cycle += 2;
      return terminates(T);
    });
  };
  while (First != Limit && !Fits())
    ++First;
  HasEnd &= First != Limit;
  for (unsigned T : Terminators) {
    place(T, Nodes[T].Op, Nodes[T].Cycle);
    cycle(Nodes[T].Cycle + getSize(*Nodes[T].MI) - 1);
  }
}

unsigned ListScheduler::findLength(unsigned AtLeast) {
  unsigned First = std::max(AtLeast, unsigned(Cycles.size()));
  unsigned Limit = First + 2 * Code.window();
  for (unsigned End = First; End != Limit; ++End)
    if (mayLeave(int(End), nullptr))
      return End;
  HasEnd = false;
  return First;
}

Schedule ListScheduler::run() {
  addOlder();
  addOperations();
  addFutures();
  findIterator();
  if (InOrder) {
    placeInOrder();
  } else {
    findHeights();
    placeAll();
  }
  placeTerminators();
  if (Terminators.empty())
    Cycles.resize(findLength(0));

  Schedule Result(Cycles.size());
  for (unsigned I = 0; I != Cycles.size(); ++I)
    for (unsigned N : Cycles[I])
      Result[I].push_back({Nodes[N].MI, Nodes[N].Op.Opcode});
  return Result;
}
