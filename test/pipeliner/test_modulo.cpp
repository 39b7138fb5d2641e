//===-- test_modulo.cpp - The modulo scheduler against exhaustive search --===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Random loops on a machine with two units, where some operations also claim
// the unit in the next row. Every schedule is checked against the edges and the
// machine, and the interval found is compared with the smallest one that an
// exhaustive search finds.
//
//===----------------------------------------------------------------------===//

#include "TPCModuloSchedule.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace llvm;
using namespace llvm::TPC;

namespace
{

constexpr unsigned Units = 2;
constexpr unsigned Loops = 2000;
constexpr unsigned MaxII = 24;
constexpr unsigned MaxNodes = 4;
constexpr unsigned MaxLatency = 4;
/// Loops of which the scheduler may miss the smallest interval: 1 of so many.
constexpr unsigned MissOneIn = 50;

struct Machine : ModuloResources {
	std::vector<unsigned> UnitOf;
	std::vector<bool> Long; ///< occupies its unit in the next row, too
	std::vector<int> Owner;
	std::vector<int> At;
	unsigned II = 1;

	int &owner(unsigned Unit, int Cycle)
	{
		return Owner[Unit * II + unsigned(Cycle) % II];
	}
	void reset(unsigned NewII) override
	{
		II = NewII;
		Owner.assign(Units * II, -1);
		At.assign(UnitOf.size(), 0);
	}
	bool place(unsigned Node, int Cycle) override
	{
		if (Long[Node] && II == 1)
			return false;
		for (int C = Cycle; C <= Cycle + Long[Node]; ++C)
			if (owner(UnitOf[Node], C) >= 0)
				return false;
		for (int C = Cycle; C <= Cycle + Long[Node]; ++C)
			owner(UnitOf[Node], C) = int(Node);
		At[Node] = Cycle;
		return true;
	}
	void remove(unsigned Node) override
	{
		for (int C = At[Node]; C <= At[Node] + Long[Node]; ++C)
			owner(UnitOf[Node], C) = -1;
	}
	void findBlockers(unsigned Node, int Cycle,
			  SmallVectorImpl<unsigned> &Blockers) const override
	{
		for (int C = Cycle; C <= Cycle + Long[Node]; ++C) {
			int N = Owner[UnitOf[Node] * II + unsigned(C) % II];
			if (N >= 0 && (Blockers.empty() ||
				       Blockers.back() != unsigned(N)))
				Blockers.push_back(unsigned(N));
		}
	}
};

struct Loop {
	ModuloProblem P;
	Machine M;
};

Loop makeLoop(std::mt19937 &Random)
{
	auto Pick = [&](unsigned N) { return unsigned(Random() % N); };
	Loop L;
	L.P.NumNodes = 2 + Pick(MaxNodes - 1);
	for (unsigned N = 0; N != L.P.NumNodes; ++N) {
		L.M.UnitOf.push_back(Pick(Units));
		L.M.Long.push_back(Pick(4) == 0);
	}
	for (unsigned N = Pick(7); N != 0; --N) {
		unsigned From = Pick(L.P.NumNodes), To = Pick(L.P.NumNodes);
		// Within an iteration dependences follow the order of the
		// operations.
		unsigned Distance = To > From ? Pick(2) : 1 + Pick(2);
		L.P.addEdge(From, To, int(Pick(MaxLatency + 1)), Distance);
		if (Pick(2))
			L.P.Values.push_back({From, {{To, Distance}}});
	}
	return L;
}

bool fits(const Loop &L, const std::vector<int> &Cycle, int II)
{
	for (const ModuloEdge &E : L.P.Edges)
		if (Cycle[E.To] + int(E.Distance) * II - Cycle[E.From] <
		    E.Latency)
			return false;
	Machine M = L.M;
	M.reset(unsigned(II));
	for (unsigned N = 0; N != L.P.NumNodes; ++N)
		if (!M.place(N, Cycle[N]))
			return false;
	return true;
}

/// Whether every part that no dependence connects with another one begins in
/// the first stage.
bool isAligned(const Loop &L, const std::vector<int> &Cycle, int II)
{
	std::vector<int> First = Cycle; // of a node's part
	for (unsigned Round = 0; Round != L.P.NumNodes; ++Round)
		for (const ModuloEdge &E : L.P.Edges)
			First[E.From] = First[E.To] =
				std::min(First[E.From], First[E.To]);
	return std::all_of(First.begin(), First.end(),
			   [II](int C) { return C >= 0 && C < II; });
}

/// Whether any schedule exists: cycles up to what a chain of all operations and
/// the rows between them can reach, before and behind the first operation. \p M
/// holds the nodes below \p Node.
bool exists(const Loop &L, Machine &M, int II, std::vector<int> &Cycle,
	    unsigned Node)
{
	if (Node == L.P.NumNodes)
		return true;
	int Reach = int((MaxNodes - 1) * MaxLatency);
	int Begin = Node ? 0 : Reach;
	int End = Node ? 2 * Reach + II : Reach + II;
	for (Cycle[Node] = Begin; Cycle[Node] != End; ++Cycle[Node]) {
		bool Broken = false;
		for (const ModuloEdge &E : L.P.Edges)
			Broken |= E.From <= Node && E.To <= Node &&
				  Cycle[E.To] + int(E.Distance) * II -
						  Cycle[E.From] <
					  E.Latency;
		if (Broken || !M.place(Node, Cycle[Node]))
			continue;
		if (exists(L, M, II, Cycle, Node + 1))
			return true;
		M.remove(Node);
	}
	return false;
}

bool exists(const Loop &L, unsigned II)
{
	std::vector<int> Cycle(L.P.NumNodes);
	Machine M = L.M;
	M.reset(II);
	return exists(L, M, int(II), Cycle, 0);
}

unsigned fail(unsigned Seed, const char *What)
{
	printf("loop %u: %s\n", Seed, What);
	return 1;
}

} // namespace

int main()
{
	unsigned Failures = 0, Missed = 0;
	for (unsigned Seed = 0; Seed != Loops; ++Seed) {
		std::mt19937 Random(Seed);
		Loop L = makeLoop(Random);
		std::optional<unsigned> Rec = findRecurrenceII(L.P, 1, MaxII);
		if (!Rec) {
			Failures +=
				fail(Seed, "the recurrences allow no interval");
			continue;
		}
		unsigned II = *Rec, Found = 0;
		for (; II <= MaxII && !Found; ++II) {
			// No interval is skipped: one below *Rec must not
			// exist.
			std::optional<ModuloSchedule> S =
				scheduleModulo(L.P, L.M, II);
			if (!S)
				continue;
			Found = II;
			if (S->II != II || !fits(L, S->Cycle, int(II)))
				Failures += fail(Seed,
						 "the schedule breaks a rule");
			if (!isAligned(L, S->Cycle, int(II)))
				Failures += fail(
					Seed,
					"a part begins behind the first stage");
		}
		if (!Found) {
			Failures += fail(Seed, "no schedule");
			continue;
		}
		if (*Rec > 1 && exists(L, *Rec - 1))
			Failures += fail(
				Seed,
				"the bound of the recurrences is too high");
		for (unsigned Lower = *Rec; Lower != Found; ++Lower) {
			if (!exists(L, Lower))
				continue;
			++Missed;
			break;
		}
	}
	printf("%u loops, %u of them above the smallest interval\n", Loops,
	       Missed);
	if (Missed * MissOneIn > Loops)
		Failures += fail(Loops,
				 "the smallest interval is missed too often");
	return Failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
