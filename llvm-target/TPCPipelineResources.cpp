//===-- TPCPipelineResources.cpp - Rows of a modulo reservation table -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A row is a bundle. An operation that exists in several slots may move to
// another one when a new operation wants its place. Rules on distances
// (facts 5.5) hold between rows, around the loop's end as well.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCPipelineLoop.h"
#include "TPCScheduleTables.h"
#include "llvm/CodeGen/MachineInstr.h"

using namespace llvm;
using namespace llvm::TPC;

/// In larger bodies rules matter less, and pairs of operations are many.
static constexpr unsigned MaxBoundOps = 128;

PipelineResources::PipelineResources(const PipelineLoop &Loop,
                                     const MachineInstr &Start,
                                     const TPCMachineModel &Model)
    : Loop(Loop), Model(Model) {
  for (const MachineInstr *MI : Loop.ops()) {
    FirstVariant.push_back(NumVariants);
    Variants.push_back(Model.getVariants(*MI));
    NumVariants += Variants.back().size();
    AvoidsLast.push_back(TPCMachineModel::isLookup(*MI));
    const auto &Mine = Variants.back();
    OnlySlot.push_back(Mine.size() == 1 ? int(Model.getSlot(Mine.front()))
                                        : -1);
  }
  for (unsigned N = 0; N != Variants.size(); ++N)
    AvoidsFirst.push_back(findAvoided(Start, N));
}

/// Distances of which masks say something.
static constexpr unsigned MaskBits = 16;

/// Bit D: D bundles between two operations break the rule.
uint16_t PipelineResources::forbiddenDistances(const TPCDistanceRule &R) {
  if (R.NotExactly >= 0)
    return uint16_t(1u << R.NotExactly);
  return uint16_t(((1u << R.Min) - 1) & ~1u);
}

/// Rows in which a rule on what follows LOOP does not allow \p Node. Row 0
/// stands behind LOOP's delay slot.
uint16_t PipelineResources::findAvoided(const MachineInstr &Start,
                                        unsigned Node) const {
  constexpr unsigned ToFirstRow = 2;
  uint16_t Mask = 0;
  for (unsigned V : Variants[Node])
    Model.forEachRule(TPCOp(Start), TPCOp(*Loop.ops()[Node], V),
                      /*SameDest=*/false, /*FallThrough=*/false,
                      [&](const TPCDistanceRule &R) {
                        Mask |= forbiddenDistances(R) >> ToFirstRow;
                      });
  return Mask;
}

void PipelineResources::findDistances() {
  assert(Model.orderDepth() < MaskBits && "the masks are too narrow");
  unsigned Count = Loop.ops().size();
  Forbidden.assign(size_t(Count) * Count, 0);
  Near.resize(Count);
  // Few operations are in a rule.
  BitVector Starts(Count), Ends(Count);
  for (unsigned N = 0; N != Count; ++N)
    for (unsigned V : Variants[N]) {
      TPCOp Op(*Loop.ops()[N], V);
      Starts[N] = Starts[N] || Model.startsRule(Op);
      Ends[N] = Ends[N] || Model.endsRule(Op);
    }
  for (unsigned A : Starts.set_bits())
    for (unsigned B : Ends.set_bits()) {
      uint16_t &Mask = Forbidden[size_t(A) * Count + B];
      for (unsigned X : Variants[A])
        for (unsigned Y : Variants[B]) {
          TPCOp First(*Loop.ops()[A], X), Second(*Loop.ops()[B], Y);
          Model.forEachRule(First, Second, /*SameDest=*/false,
                            /*FallThrough=*/false,
                            [&](const TPCDistanceRule &R) {
                              // A relation that depends on data counts as an
                              // edge (PipelineLoop).
                              Mask |= forbiddenDistances(R);
                            });
        }
      if (!Mask)
        continue;
      Near[A].push_back(B);
      if (A != B)
        Near[B].push_back(A);
    }
}

/// Of many versions of a loop only the best one is scheduled.
void PipelineResources::makeTables() {
  if (!Shares.empty())
    return;
  Shares.assign(size_t(NumVariants) * NumVariants, -1);
  findDistances();
}

void PipelineResources::reset(unsigned NewII) {
  II = NewII;
  makeTables();
  Rows.assign(II, {});
  RowOf.assign(Loop.ops().size(), -1);
  Chosen.assign(Loop.ops().size(), 0);
}

/// Slots that share a guard need one register. Two values that had the same
/// one before may get different ones.
bool PipelineResources::keepGuard(unsigned A, TPCOp OpA, unsigned B,
                                  TPCOp OpB) const {
  int GuardA = TPCTables::getPredOperand(*OpA.MI),
      GuardB = TPCTables::getPredOperand(*OpB.MI);
  return GuardA < 0 || GuardB < 0 ||
         !Model.shareGuard(OpA.Opcode, OpB.Opcode) ||
         Loop.getWeb({A, unsigned(GuardA)}) ==
             Loop.getWeb({B, unsigned(GuardB)});
}

bool PipelineResources::share(unsigned A, unsigned B) {
  int8_t &Known = Shares[size_t(A) * NumVariants + B];
  if (Known >= 0)
    return Known != 0;
  auto FindNode = [&](unsigned Variant) {
    return unsigned(llvm::upper_bound(FirstVariant, Variant) -
                    FirstVariant.begin()) -
           1;
  };
  unsigned NodeA = FindNode(A), NodeB = FindNode(B);
  TPCOp OpA(*Loop.ops()[NodeA], Variants[NodeA][A - FirstVariant[NodeA]]);
  TPCOp OpB(*Loop.ops()[NodeB], Variants[NodeB][B - FirstVariant[NodeB]]);
  Known = Model.canShare(OpA, OpB) && keepGuard(NodeA, OpA, NodeB, OpB);
  return Known != 0;
}

/// Chooses variants for the nodes from \p Index on.
bool PipelineResources::assign(const Row &Nodes, unsigned Index,
                               SmallVectorImpl<unsigned> &To) {
  if (Index == Nodes.size())
    return true;
  unsigned Node = Nodes[Index];
  for (unsigned V = 0; V != Variants[Node].size(); ++V) {
    unsigned Mine = FirstVariant[Node] + V;
    bool Fits = true;
    for (unsigned N = 0; N != Index && Fits; ++N)
      Fits = share(FirstVariant[Nodes[N]] + To[N], Mine);
    if (!Fits)
      continue;
    To[Index] = V;
    if (assign(Nodes, Index + 1, To))
      return true;
  }
  return false;
}

/// Whether the rules allow \p Node in row \p At beside \p Other where it is.
bool PipelineResources::keepsDistance(unsigned Node, unsigned At,
                                      unsigned Other) const {
  unsigned Count = Loop.ops().size();
  unsigned There = Other == Node ? At : unsigned(RowOf[Other]);
  // Most pairs stand too far apart for any rule.
  unsigned Forward = At >= There ? At - There : At + II - There;
  unsigned Back = Forward ? II - Forward : 0;
  if (Forward >= MaskBits && Back >= MaskBits)
    return true;
  auto Breaks = [&](unsigned First, unsigned Second, unsigned Distance) {
    uint16_t Mask = Forbidden[size_t(First) * Count + Second];
    for (unsigned D = Distance; D < MaskBits; D += II)
      if (D && (Mask >> D & 1))
        return true;
    return false;
  };
  return !Breaks(Other, Node, Forward) && !Breaks(Node, Other, Back);
}

bool PipelineResources::place(unsigned Node, int Cycle) {
  unsigned At = unsigned(Cycle) % II;
  if ((At + 1 == II && AvoidsLast[Node]) ||
      (At < MaskBits && AvoidsFirst[Node] >> At & 1))
    return false;
  // The slot is mostly what is missing.
  if (OnlySlot[Node] >= 0 && llvm::any_of(Rows[At], [&](unsigned Other) {
        return OnlySlot[Other] == OnlySlot[Node];
      }))
    return false;
  for (unsigned Other : Near[Node])
    if ((Other == Node || RowOf[Other] >= 0) && !keepsDistance(Node, At, Other))
      return false;
  Row Nodes = Rows[At];
  Nodes.push_back(Node);
  SmallVector<unsigned, 4> To(Nodes.size());
  if (!assign(Nodes, 0, To))
    return false;
  for (auto [N, V] : zip(Nodes, To))
    Chosen[N] = V;
  Rows[At] = Nodes;
  RowOf[Node] = int(At);
  return true;
}

void PipelineResources::remove(unsigned Node) {
  llvm::erase(Rows[unsigned(RowOf[Node])], Node);
  RowOf[Node] = -1;
}

void PipelineResources::findBlockers(unsigned Node, int Cycle,
                                     SmallVectorImpl<unsigned> &Out) const {
  unsigned At = unsigned(Cycle) % II;
  Out.append(Rows[At].begin(), Rows[At].end());
  for (unsigned Other : Near[Node])
    if (Other != Node && RowOf[Other] >= 0 && RowOf[Other] != int(At) &&
        !keepsDistance(Node, At, Other))
      Out.push_back(Other);
}

unsigned PipelineResources::getBound() const {
  unsigned Count[LoopSlot + 1] = {};
  for (ArrayRef<unsigned> V : Variants)
    if (V.size() == 1)
      ++Count[Model.getSlot(V.front())];
  // Operations with a choice fill what the others leave.
  unsigned Bound = *std::max_element(Count, Count + LoopSlot);
  return std::max<unsigned>(Bound,
                            divideCeil(Loop.ops().size(), unsigned(LoopSlot)));
}

bool PipelineResources::neverShare(unsigned A, unsigned B) {
  for (unsigned X = 0; X != Variants[A].size(); ++X)
    for (unsigned Y = 0; Y != Variants[B].size(); ++Y)
      if (share(FirstVariant[A] + X, FirstVariant[B] + Y))
        return false;
  return true;
}

/// Adds those of \p Nodes to \p Apart that share a row with none of it.
void PipelineResources::addApart(ArrayRef<unsigned> Nodes,
                                 SmallVectorImpl<unsigned> &Apart) {
  for (unsigned Node : Nodes)
    if (all_of(Apart, [&](unsigned Other) { return neverShare(Node, Other); }))
      Apart.push_back(Node);
}

/// Rows that the second operations cannot have because the first ones keep them
/// out of the row some fixed distance behind. Operations of a group stand in
/// different rows.
unsigned PipelineResources::countKeptOut(ArrayRef<unsigned> First,
                                         ArrayRef<unsigned> Second) const {
  if (First.empty() || Second.empty())
    return 0;
  uint16_t Mask = UINT16_MAX;
  for (unsigned A : First)
    for (unsigned B : Second)
      Mask &= Forbidden[size_t(A) * Loop.ops().size() + B];
  return Mask ? First.size() : 0;
}

unsigned PipelineResources::findRowBound() {
  unsigned Count = Loop.ops().size();
  if (Count > MaxBoundOps)
    return 0;
  makeTables();
  SmallVector<unsigned, 32> BySlot[LoopSlot + 1];
  for (unsigned N = 0; N != Count; ++N)
    if (Variants[N].size() == 1)
      BySlot[Model.getSlot(Variants[N].front())].push_back(N);
  unsigned Bound = 0;
  for (unsigned Slot = 0; Slot != LoopSlot; ++Slot)
    for (unsigned Other = 0; Other != LoopSlot; ++Other) {
      SmallVector<unsigned, 32> Apart(BySlot[Slot]);
      if (Other != Slot)
        addApart(BySlot[Other], Apart);
      unsigned KeptOut = countKeptOut(BySlot[Other], BySlot[Slot]);
      Bound = std::max<unsigned>({Bound, unsigned(Apart.size()),
                                  unsigned(BySlot[Slot].size()) + KeptOut});
    }
  return Bound;
}

unsigned PipelineResources::getOpcode(unsigned Node) const {
  return Variants[Node][Chosen[Node]];
}
