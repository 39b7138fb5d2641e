//===-- TPCModuloSchedule.cpp - Iterative modulo scheduling ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Operations are placed in the order of their distance to the end of an
// iteration. One that finds no room within II cycles takes the place of others,
// which are scheduled again (B. R. Rau, "Iterative modulo scheduling", 1994).
// When all have a place, operations move within their freedom to where
// registers are occupied for a shorter time.
//
//===----------------------------------------------------------------------===//

#include "TPCModuloSchedule.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cassert>
#include <climits>
#include <numeric>

using namespace llvm;
using namespace llvm::TPC;

unsigned ModuloSchedule::numStages() const {
  unsigned Last = 0;
  for (int C : Cycle)
    Last = std::max(Last, unsigned(C));
  return Last / II + 1;
}

/// Length of the longest path from a node to any other one; false if there is
/// a cycle of positive length, that is, the recurrences do not allow \p II.
static bool findHeights(const ModuloProblem &P, int II,
                        std::vector<int> &Height) {
  Height.assign(P.NumNodes, 0);
  for (unsigned Round = 0; Round <= P.NumNodes; ++Round) {
    bool Changed = false;
    // Most edges lead forward in the numbering.
    for (const ModuloEdge &E : reverse(P.Edges)) {
      int Through = Height[E.To] + E.slackTaken(II);
      if (Through <= Height[E.From])
        continue;
      Height[E.From] = Through;
      Changed = true;
    }
    if (!Changed)
      return true;
  }
  return false;
}

std::optional<unsigned> TPC::findRecurrenceII(const ModuloProblem &P,
                                              unsigned Min, unsigned Max) {
  std::vector<int> Height;
  if (!findHeights(P, int(Max), Height))
    return std::nullopt;
  while (Min < Max) {
    unsigned Middle = Min + (Max - Min) / 2;
    if (findHeights(P, int(Middle), Height))
      Max = Middle;
    else
      Min = Middle + 1;
  }
  return Max;
}

std::vector<ModuloEdge> TPC::findRecurrence(const ModuloProblem &P,
                                            unsigned II) {
  std::vector<int> Height(P.NumNodes, 0);
  std::vector<int> Via(P.NumNodes, -1); // edge that set the height
  int Raised = -1;
  for (unsigned Round = 0; Round <= P.NumNodes; ++Round) {
    Raised = -1;
    for (auto [N, E] : enumerate(P.Edges)) {
      int Through = Height[E.To] + E.slackTaken(int(II));
      if (Through <= Height[E.From])
        continue;
      Height[E.From] = Through;
      Via[E.From] = int(N);
      Raised = int(E.From);
    }
    if (Raised < 0)
      return {};
  }
  // As many steps as there are nodes lead into a cycle.
  auto Next = [&](unsigned Node) { return P.Edges[unsigned(Via[Node])].To; };
  unsigned Node = unsigned(Raised);
  for (unsigned N = 0; N != P.NumNodes; ++N)
    Node = Next(Node);
  std::vector<ModuloEdge> Cycle;
  unsigned First = Node;
  do {
    Cycle.push_back(P.Edges[unsigned(Via[Node])]);
    Node = Next(Node);
  } while (Node != First);
  return Cycle;
}

namespace {

/// Placements an operation may cost on average before II is given up.
constexpr unsigned BudgetRatio = 6;
/// Rounds of shortening lifetimes.
constexpr unsigned ShorteningRounds = 4;

class Scheduler {
  const ModuloProblem &P;
  ModuloResources &Resources;
  const int II;
  ArrayRef<int> Release;
  std::vector<int> Height;
  std::vector<int> Cycle;
  std::vector<int> LastTried;
  std::vector<bool> Placed;
  std::vector<unsigned> Order, Rank; ///< nodes by height, and where they stand
  BitVector Waiting;                 ///< ranks that are not placed
  std::vector<SmallVector<unsigned, 8>> Out, In; ///< edges of a node
  std::vector<SmallVector<unsigned, 4>> ValuesOf;

  int earliest(unsigned Node) const;
  int latest(unsigned Node, int Limit) const;
  void makeOrder();
  void setPlaced(unsigned Node, bool Value);
  bool findPlace(unsigned Node, int From);
  bool forcePlace(unsigned Node, int At);
  void evict(unsigned Node);
  void evictBrokenBy(unsigned Node);
  int lifetimes(unsigned Node) const;
  bool shorten(unsigned Node, int Limit);
  void alignParts();

public:
  Scheduler(const ModuloProblem &P, ModuloResources &Resources, unsigned II,
            ArrayRef<int> Release);
  bool run();
  void shortenLifetimes();
  ModuloSchedule take();
};

} // namespace

Scheduler::Scheduler(const ModuloProblem &P, ModuloResources &Resources,
                     unsigned II, ArrayRef<int> Release)
    : P(P), Resources(Resources), II(int(II)), Release(Release),
      Cycle(P.NumNodes, 0), LastTried(P.NumNodes, -1),
      Placed(P.NumNodes, false), Waiting(P.NumNodes, true), Out(P.NumNodes),
      In(P.NumNodes), ValuesOf(P.NumNodes) {
  for (auto [N, E] : enumerate(P.Edges)) {
    Out[E.From].push_back(N);
    In[E.To].push_back(N);
  }
  for (auto [N, V] : enumerate(P.Values)) {
    ValuesOf[V.Def].push_back(N);
    for (const ModuloValue::Use &U : V.Uses)
      if (!is_contained(ValuesOf[U.Node], N))
        ValuesOf[U.Node].push_back(N);
  }
}

int Scheduler::earliest(unsigned Node) const {
  int Result = Release.empty() ? 0 : Release[Node];
  for (unsigned N : In[Node]) {
    const ModuloEdge &E = P.Edges[N];
    if (Placed[E.From] && E.From != Node)
      Result = std::max(Result, Cycle[E.From] + E.slackTaken(II));
  }
  return Result;
}

int Scheduler::latest(unsigned Node, int Limit) const {
  int Result = Limit;
  for (unsigned N : Out[Node]) {
    const ModuloEdge &E = P.Edges[N];
    if (Placed[E.To] && E.To != Node)
      Result = std::min(Result, Cycle[E.To] - E.slackTaken(II));
  }
  return Result;
}

/// Those from which the way to the end is longest go first.
void Scheduler::makeOrder() {
  Order.resize(P.NumNodes);
  std::iota(Order.begin(), Order.end(), 0u);
  llvm::stable_sort(
      Order, [this](unsigned A, unsigned B) { return Height[A] > Height[B]; });
  Rank.resize(P.NumNodes);
  for (auto [N, Node] : enumerate(Order))
    Rank[Node] = N;
}

void Scheduler::setPlaced(unsigned Node, bool Value) {
  Placed[Node] = Value;
  if (Value)
    Waiting.reset(Rank[Node]);
  else
    Waiting.set(Rank[Node]);
}

bool Scheduler::findPlace(unsigned Node, int From) {
  for (int At = From; At != From + II; ++At) {
    if (!Resources.place(Node, At))
      continue;
    Cycle[Node] = At;
    return true;
  }
  return false;
}

void Scheduler::evict(unsigned Node) {
  assert(Placed[Node]);
  Resources.remove(Node);
  setPlaced(Node, false);
}

/// False if the operation fits into no table of this size.
bool Scheduler::forcePlace(unsigned Node, int At) {
  SmallVector<unsigned, 16> Blockers;
  Resources.findBlockers(Node, At, Blockers);
  llvm::sort(Blockers, [this](unsigned A, unsigned B) {
    return Height[A] != Height[B] ? Height[A] < Height[B] : A > B;
  });
  Cycle[Node] = At;
  // One of them is enough most of the time.
  for (unsigned B : Blockers) {
    int Back = Cycle[B];
    Resources.remove(B);
    if (Resources.place(Node, At)) {
      setPlaced(B, false);
      return true;
    }
    // The choice of slots may have changed around it: it waits again, then.
    setPlaced(B, Resources.place(B, Back));
  }
  for (unsigned B : Blockers) {
    if (Placed[B])
      evict(B);
    if (Resources.place(Node, At))
      return true;
  }
  return false;
}

/// Successors that are too close now.
void Scheduler::evictBrokenBy(unsigned Node) {
  for (unsigned N : Out[Node]) {
    const ModuloEdge &E = P.Edges[N];
    if (Placed[E.To] && E.To != Node &&
        Cycle[E.To] < Cycle[Node] + E.slackTaken(II))
      evict(E.To);
  }
}

bool Scheduler::run() {
  if (!findHeights(P, II, Height))
    return false;
  Resources.reset(unsigned(II));
  unsigned Budget = BudgetRatio * P.NumNodes;
  makeOrder();
  for (int First; (First = Waiting.find_first()) >= 0;) {
    if (!Budget--)
      return false;
    unsigned Node = Order[unsigned(First)];
    int From = earliest(Node);
    if (!findPlace(Node, From) &&
        !forcePlace(Node, std::max(From, LastTried[Node] + 1)))
      return false;
    LastTried[Node] = Cycle[Node];
    setPlaced(Node, true);
    evictBrokenBy(Node);
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Lifetimes
//===----------------------------------------------------------------------===//

/// Cycles for which the values that a node defines or uses are live.
int Scheduler::lifetimes(unsigned Node) const {
  int Sum = 0;
  for (unsigned N : ValuesOf[Node]) {
    const ModuloValue &V = P.Values[N];
    int End = Cycle[V.Def];
    for (const ModuloValue::Use &U : V.Uses)
      End = std::max(End, Cycle[U.Node] + int(U.Distance) * II);
    Sum += End - Cycle[V.Def];
  }
  return Sum;
}

/// Moves a node to the cycle where lifetimes are shortest, if it is another.
bool Scheduler::shorten(unsigned Node, int Limit) {
  int Was = Cycle[Node];
  int From = std::max(earliest(Node), Was - II);
  int To = std::min(latest(Node, Limit), Was + II);
  SmallVector<std::pair<int, int>, 32> Tries;
  int Before = lifetimes(Node);
  for (int At = From; At <= To; ++At) {
    Cycle[Node] = At;
    int After = lifetimes(Node);
    if (After < Before)
      Tries.push_back({After, At});
  }
  Cycle[Node] = Was;
  if (Tries.empty())
    return false;
  llvm::sort(Tries);
  Resources.remove(Node);
  for (auto [After, At] : Tries) {
    if (!Resources.place(Node, At))
      continue;
    Cycle[Node] = At;
    return true;
  }
  [[maybe_unused]] bool Restored = Resources.place(Node, Was);
  assert(Restored && "a row refuses what it has held");
  return false;
}

void Scheduler::shortenLifetimes() {
  int Limit = *std::max_element(Cycle.begin(), Cycle.end());
  for (unsigned Round = 0; Round != ShorteningRounds; ++Round) {
    bool Changed = false;
    for (unsigned N = P.NumNodes; N-- != 0;)
      Changed |= shorten(N, Limit);
    if (!Changed)
      return;
  }
}

/// Operations that depend on each other go together; these move by whole
/// intervals, which changes no row, so that all begin in the first stage. What
/// was scheduled again and again has drifted away from the others.
void Scheduler::alignParts() {
  IntEqClasses Parts(P.NumNodes);
  for (const ModuloEdge &E : P.Edges)
    Parts.join(E.From, E.To);
  Parts.compress();
  std::vector<int> First(Parts.getNumClasses(), INT_MAX);
  for (unsigned N = 0; N != P.NumNodes; ++N)
    First[Parts[N]] = std::min(First[Parts[N]], Cycle[N]);
  for (unsigned N = 0; N != P.NumNodes; ++N)
    Cycle[N] -= First[Parts[N]] / II * II;
}

ModuloSchedule Scheduler::take() {
  alignParts();
  return {unsigned(II), std::move(Cycle)};
}

std::optional<ModuloSchedule> TPC::scheduleModulo(const ModuloProblem &P,
                                                  ModuloResources &Resources,
                                                  unsigned II,
                                                  ArrayRef<int> Release) {
  if (P.NumNodes == 0)
    return std::nullopt;
  Scheduler S(P, Resources, II, Release);
  if (!S.run())
    return std::nullopt;
  S.shortenLifetimes();
  return S.take();
}
