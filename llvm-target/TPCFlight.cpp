//===-- TPCFlight.cpp - What is on its way between blocks -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCFlight.h"
#include "TPCMachineModel.h"
#include "llvm/ADT/bit.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include <set>

using namespace llvm;
using namespace llvm::TPC;

unsigned Distances::least() const { return unsigned(countr_zero(Mask)); }

FinishedCode::FinishedCode(const MachineFunction &MF, unsigned Window)
    : Window(Window) {
  assert(Window < 32 && "Distances has 32 bits");
  for (const MachineBasicBlock &MBB : MF)
    addLeavings(MBB);
}

void FinishedCode::addLeavings(const MachineBasicBlock &MBB) {
  for (const BlockExit &Exit : getBlockCode(MBB).Exits)
    for (const MachineInstr &MI : MBB.terminators()) {
      bool IsLoop = TPCMachineModel::isLoop(MI);
      if (!MI.isBranch() && !IsLoop)
        continue;
      // LOOP's delay slot comes between.
      bool Falls = Exit.FallsThrough && &MI == &MBB.back() && !IsLoop;
      Leavings[Exit.To].push_back({&MBB, &MI, {IsLoop ? 4u : 2u, Falls}});
    }
}

void FinishedCode::add(const MachineBasicBlock &MBB) {
  BlockCode &Code = Blocks[&MBB];
  Code = getBlockCode(MBB);
  for (const BlockExit &Exit : Code.Exits)
    if (BlockList &To = Preds[Exit.To]; !is_contained(To, &MBB))
      To.push_back(&MBB);
}

ArrayRef<const MachineBasicBlock *>
FinishedCode::predecessors(const MachineBasicBlock *MBB) const {
  auto It = Preds.find(MBB);
  return It == Preds.end() ? ArrayRef<const MachineBasicBlock *>() : It->second;
}

ArrayRef<FinishedCode::Leaving>
FinishedCode::leavings(const MachineBasicBlock *MBB) const {
  auto It = Leavings.find(MBB);
  return It == Leavings.end() ? ArrayRef<Leaving>() : It->second;
}

const BlockCode *FinishedCode::find(const MachineBasicBlock *MBB) const {
  auto It = Blocks.find(MBB);
  return It == Blocks.end() ? nullptr : &It->second;
}

namespace {

/// A block and how far from the start of the walk its near end is.
using Place = std::pair<const MachineBasicBlock *, unsigned>;

/// A walk visits a place once.
struct Walk {
  const FinishedCode &Code;
  unsigned Window;
  Flight Found;
  std::set<Place> Seen;
  SmallVector<Place, 8> Todo;

  void push(const MachineBasicBlock *MBB, unsigned Distance) {
    if (Distance < Window && Seen.insert({MBB, Distance}).second)
      Todo.push_back({MBB, Distance});
  }
  void note(const MachineInstr *MI, unsigned Distance) {
    Found[MI].Mask |= 1u << Distance;
  }
  void stepBack(Place At);
};

} // namespace

/// Collects what precedes a block on the ways that lead to it.
void Walk::stepBack(Place At) {
  auto [MBB, Distance] = At;
  for (const MachineBasicBlock *Pred : Code.predecessors(MBB)) {
    const BlockCode *C = Code.find(Pred);
    for (const BlockExit &Exit : C->Exits) {
      if (Exit.To != MBB)
        continue;
      unsigned D = Distance;
      for (unsigned I = Exit.After; I-- > 0 && ++D <= Window;)
        for (const MachineInstr *MI : C->Bundles[I]) {
          note(MI, D);
          if (D == 1 && Exit.FallsThrough && MI->isBranch())
            Found[MI].Fall = true;
        }
      push(Pred, Distance + Exit.After);
    }
  }
}

Flight FinishedCode::before(const MachineBasicBlock &MBB) const {
  Walk W{*this, Window, {}, {}, {}};
  W.push(&MBB, 0);
  while (!W.Todo.empty())
    W.stepBack(W.Todo.pop_back_val());
  return std::move(W.Found);
}

using Path = std::vector<BundleOps>;

/// Appends the ways that begin with \p So and go on in \p MBB.
static void findPaths(const FinishedCode &Code, const MachineBasicBlock *MBB,
                      const MachineBasicBlock &For, const Path &So,
                      unsigned Window, std::vector<FinishedCode::Way> &Found) {
  const BlockCode *C = Code.find(MBB);
  if (!C) {
    Found.push_back({So, MBB == &For});
    return;
  }
  bool IsLong = So.size() + C->Bundles.size() >= Window;
  if (IsLong || C->Exits.empty()) {
    Path Whole = So;
    append_range(Whole, C->Bundles);
    Whole.resize(std::min<size_t>(Whole.size(), Window));
    Found.push_back({std::move(Whole), false});
  }
  for (const BlockExit &Exit : C->Exits) {
    if (So.size() + Exit.After >= Window)
      continue;
    // A loop without a bundle leads nowhere.
    if (Exit.After == 0 && Exit.To == MBB)
      continue;
    Path Next = So;
    Next.insert(Next.end(), C->Bundles.begin(),
                C->Bundles.begin() + Exit.After);
    findPaths(Code, Exit.To, For, Next, Window, Found);
  }
}

std::vector<FinishedCode::Way>
FinishedCode::from(const MachineBasicBlock &MBB,
                   const MachineBasicBlock &For) const {
  std::vector<Way> Found;
  findPaths(*this, &MBB, For, {}, Window, Found);
  return Found;
}
