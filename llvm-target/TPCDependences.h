//===-- TPCDependences.h - Order within straight-line code ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which operations of straight-line code after register allocation have to
// stay how far behind which others. The machine reads and writes the operands
// of the records, the merged old values of destinations and the iterators of
// LOOP; other implicit operands are bookkeeping of the register allocator.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCDEPENDENCES_H
#define LLVM_LIB_TARGET_TPC_TPCDEPENDENCES_H

#include "TPCMachineModel.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace llvm {

class MachineInstr;
class TargetRegisterInfo;

namespace TPC {

/// \p Index in a call of \p Fn is the operand; units of all registers that an
/// operation really reads or writes.
void forEachUse(const MachineInstr &MI, const TargetRegisterInfo &TRI,
                function_ref<void(unsigned Unit, unsigned Index)> Fn);
void forEachDef(const MachineInstr &MI, const TargetRegisterInfo &TRI,
                function_ref<void(unsigned Unit, unsigned Index)> Fn);
/// Orders a bundle: readers before writers. LLVM reads the list in order, the
/// machine reads all operands first. Two that exchange registers have no order.
void putReadersFirst(MutableArrayRef<MachineInstr *> Bundle,
                     const TargetRegisterInfo &TRI);
/// Whether a result leaves something of what its register held.
bool mergesResult(const TPCMachineModel &Model, const MachineInstr &MI);

/// The younger operation stays behind node Other.
struct Dep {
  enum KindOf : uint8_t { Data, Output, Anti, Carry, Memory };
  unsigned Other;
  KindOf Kind;
  uint8_t OtherIdx, OwnIdx; ///< operands, of Data, Output and Anti
};

class Dependences {
  /// Who wrote and read a register unit last. A merged value has all writers
  /// that it is made of.
  struct UnitState {
    SmallVector<std::pair<unsigned, unsigned>, 2> Writers; ///< node, operand
    SmallVector<std::pair<unsigned, unsigned>, 4> Readers;
  };

  const TPCMachineModel &Model;
  const TargetRegisterInfo &TRI;
  AAResults *AA;
  std::vector<const MachineInstr *> Nodes;
  std::vector<SmallVector<Dep, 8>> Before;
  DenseMap<unsigned, UnitState> Units;
  SmallVector<unsigned, 16> Effects, Configuring;
  SmallVector<unsigned, 4> CarryWriters, OlderCarryWriters, CarryReaders;

  void addUses(unsigned N);
  void addDefs(unsigned N);
  void addCarry(unsigned N);
  void addEffects(unsigned N);

public:
  Dependences(const TPCMachineModel &Model, const TargetRegisterInfo &TRI,
              AAResults *AA)
      : Model(Model), TRI(TRI), AA(AA) {}

  /// Appends the operations of a bundle, which read before any of them writes.
  void add(ArrayRef<const MachineInstr *> Bundle);
  /// Appends an operation that issued before the code at hand, at an unknown
  /// place among others.
  void addOlder(const MachineInstr &MI);

  unsigned size() const { return unsigned(Nodes.size()); }
  const MachineInstr &node(unsigned N) const { return *Nodes[N]; }
  /// What node \p N has to stay behind.
  ArrayRef<Dep> before(unsigned N) const { return Before[N]; }
  /// Least distance of a dependence for the given slots of the two.
  unsigned distance(const Dep &D, TPCOp Other, TPCOp Own) const;
};

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCDEPENDENCES_H
