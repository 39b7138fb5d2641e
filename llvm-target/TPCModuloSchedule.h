//===-- TPCModuloSchedule.h - Iterative modulo scheduling -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A modulo scheduler that knows nothing of machine instructions: operations
// are numbers, dependences are edges with a latency and a distance in
// iterations, and what fits into one row of the reservation table is the
// business of a ModuloResources.
//
// In a schedule with interval II, operation N of iteration I issues in cycle
// Cycle[N] + I * II.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCMODULOSCHEDULE_H
#define LLVM_LIB_TARGET_TPC_TPCMODULOSCHEDULE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <vector>

namespace llvm {
namespace TPC {

/// Cycle[To] + Distance * II - Cycle[From] >= Latency.
struct ModuloEdge {
  unsigned From, To;
  int Latency;
  unsigned Distance;
  int Tag = -1; ///< whatever the maker of the edge wants to know

  int slackTaken(int II) const { return Latency - int(Distance) * II; }
};

/// A register value: live from its definition to the last of its uses.
struct ModuloValue {
  struct Use {
    unsigned Node;
    unsigned Distance;
  };
  unsigned Def;
  SmallVector<Use, 4> Uses;
};

struct ModuloProblem {
  unsigned NumNodes = 0;
  std::vector<ModuloEdge> Edges;
  /// Lifetimes to keep short; they do not restrict schedules.
  std::vector<ModuloValue> Values;

  void addEdge(unsigned From, unsigned To, int Latency, unsigned Distance,
               int Tag = -1) {
    Edges.push_back({From, To, Latency, Distance, Tag});
  }
};

/// The reservation table.
class ModuloResources {
public:
  virtual ~ModuloResources() = default;
  /// Empties the table and gives it \p II rows.
  virtual void reset(unsigned II) = 0;
  /// Puts \p Node into the row of \p Cycle if there is room.
  virtual bool place(unsigned Node, int Cycle) = 0;
  virtual void remove(unsigned Node) = 0;
  /// The placed nodes of which some keep \p Node out of \p Cycle.
  virtual void findBlockers(unsigned Node, int Cycle,
                            SmallVectorImpl<unsigned> &Blockers) const = 0;
};

struct ModuloSchedule {
  unsigned II = 0;
  std::vector<int> Cycle; ///< the lowest one is in [0, II)

  unsigned numStages() const;
  unsigned stage(unsigned Node) const { return unsigned(Cycle[Node]) / II; }
  unsigned row(unsigned Node) const { return unsigned(Cycle[Node]) % II; }
};

/// The smallest II that the recurrences allow, nothing if it is above \p Max
/// or if no II would do (a cycle of distance zero).
std::optional<unsigned> findRecurrenceII(const ModuloProblem &P, unsigned Min,
                                         unsigned Max);

/// The edges of a recurrence that does not allow \p II; empty if all do.
std::vector<ModuloEdge> findRecurrence(const ModuloProblem &P, unsigned II);

/// A schedule with interval \p II, nothing if none was found. No operation
/// issues before its cycle in \p Release, if that is not empty.
std::optional<ModuloSchedule> scheduleModulo(const ModuloProblem &P,
                                             ModuloResources &Resources,
                                             unsigned II,
                                             ArrayRef<int> Release = {});

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCMODULOSCHEDULE_H
