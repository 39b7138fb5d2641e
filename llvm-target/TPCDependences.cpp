//===-- TPCDependences.cpp - Order within straight-line code --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCDependences.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineInstr.h"

using namespace llvm;
using namespace llvm::TPC;

void TPC::forEachUse(const MachineInstr &MI, const TargetRegisterInfo &TRI,
                     function_ref<void(unsigned, unsigned)> Fn) {
  for (unsigned I = 0; I != MI.getNumOperands(); ++I) {
    const MachineOperand &MO = MI.getOperand(I);
    if (!MO.isReg() || !MO.isUse() || MO.isUndef() || !MO.getReg().isPhysical())
      continue;
    if (MO.isImplicit() && !MO.isTied())
      continue;
    for (MCRegUnit Unit : TRI.regunits(MO.getReg()))
      Fn(Unit, I);
  }
}

void TPC::forEachDef(const MachineInstr &MI, const TargetRegisterInfo &TRI,
                     function_ref<void(unsigned, unsigned)> Fn) {
  for (unsigned I = 0; I != MI.getNumOperands(); ++I) {
    const MachineOperand &MO = MI.getOperand(I);
    if (!MO.isReg() || !MO.isDef() || !MO.getReg().isPhysical())
      continue;
    if (MO.isImplicit() && !TPCMachineModel::isLoop(MI))
      continue;
    for (MCRegUnit Unit : TRI.regunits(MO.getReg()))
      Fn(Unit, I);
  }
}

/// Whether \p Reader reads something that \p Writer writes.
static bool reads(const MachineInstr &Reader, const MachineInstr &Writer,
                  const TargetRegisterInfo &TRI) {
  bool Reads = false;
  forEachDef(Writer, TRI, [&](unsigned Unit, unsigned) {
    forEachUse(Reader, TRI,
               [&](unsigned Used, unsigned) { Reads |= Used == Unit; });
  });
  return Reads;
}

void TPC::putReadersFirst(MutableArrayRef<MachineInstr *> Bundle,
                          const TargetRegisterInfo &TRI) {
  for (unsigned I = 0; I != Bundle.size(); ++I)
    for (unsigned J = I + 1; J != Bundle.size(); ++J)
      if (reads(*Bundle[J], *Bundle[I], TRI) &&
          !TPCMachineModel::isLoop(*Bundle[I]))
        std::swap(Bundle[I], Bundle[J]);
}

bool TPC::mergesResult(const TPCMachineModel &Model, const MachineInstr &MI) {
  for (unsigned I = 0; I != MI.getNumOperands(); ++I)
    if (MI.getOperand(I).isReg() && Model.isMergedValue(MI, I))
      return true;
  return false;
}

void Dependences::add(ArrayRef<const MachineInstr *> Bundle) {
  unsigned First = size();
  for (const MachineInstr *MI : Bundle) {
    Nodes.push_back(MI);
    Before.emplace_back();
  }
  for (unsigned N = First; N != size(); ++N) {
    addUses(N);
    addEffects(N);
  }
  for (unsigned N = First; N != size(); ++N) {
    addDefs(N);
    addCarry(N);
  }
}

void Dependences::addOlder(const MachineInstr &MI) {
  unsigned N = size();
  Nodes.push_back(&MI);
  Before.emplace_back();
  forEachUse(MI, TRI, [&](unsigned Unit, unsigned I) {
    Units[Unit].Readers.push_back({N, I});
  });
  forEachDef(MI, TRI, [&](unsigned Unit, unsigned I) {
    Units[Unit].Writers.push_back({N, I});
  });
  if (Model.writesCarry(MI))
    OlderCarryWriters.push_back(N);
  if (TPCMachineModel::hasEffects(MI))
    Effects.push_back(N);
  if (TPCMachineModel::configures(MI))
    Configuring.push_back(N);
}

void Dependences::addUses(unsigned N) {
  forEachUse(*Nodes[N], TRI, [&](unsigned Unit, unsigned I) {
    UnitState &U = Units[Unit];
    for (auto [Other, Idx] : U.Writers)
      Before[N].push_back({Other, Dep::Data, uint8_t(Idx), uint8_t(I)});
    U.Readers.push_back({N, I});
  });
}

void Dependences::addDefs(unsigned N) {
  bool Merges = mergesResult(Model, *Nodes[N]);
  forEachDef(*Nodes[N], TRI, [&](unsigned Unit, unsigned I) {
    UnitState &U = Units[Unit];
    for (auto [Other, Idx] : U.Writers)
      Before[N].push_back({Other, Dep::Output, uint8_t(Idx), uint8_t(I)});
    for (auto [Other, Idx] : U.Readers)
      if (Other != N)
        Before[N].push_back({Other, Dep::Anti, uint8_t(Idx), uint8_t(I)});
    U.Readers.clear();
    if (!Merges)
      U.Writers.clear();
    U.Writers.push_back({N, I});
  });
}

void Dependences::addCarry(unsigned N) {
  const MachineInstr &MI = *Nodes[N];
  // The pipes have a flag each.
  unsigned Slot = TPCMachineModel::getSlot(MI.getOpcode());
  auto SameSlot = [&](unsigned Other) {
    return TPCMachineModel::getSlot(Nodes[Other]->getOpcode()) == Slot;
  };
  if (Model.readsCarry(MI)) {
    // The last writer counts, and stays behind the others.
    unsigned Last = N;
    for (unsigned Other : reverse(CarryWriters)) {
      if (!SameSlot(Other))
        continue;
      if (Last == N)
        Before[N].push_back({Last = Other, Dep::Carry, 0, 0});
      else
        Before[Last].push_back({Other, Dep::Anti, 0, 0});
    }
    // Of the older ones any may be the last.
    if (Last == N)
      for (unsigned Other : OlderCarryWriters)
        if (SameSlot(Other))
          Before[N].push_back({Other, Dep::Carry, 0, 0});
    CarryReaders.push_back(N);
  }
  if (!Model.writesCarry(MI))
    return;
  for (unsigned Other : CarryReaders)
    if (Other != N && SameSlot(Other))
      Before[N].push_back({Other, Dep::Anti, 0, 0});
  CarryWriters.push_back(N);
}

void Dependences::addEffects(unsigned N) {
  const MachineInstr &MI = *Nodes[N];
  auto Check = [&](unsigned Other) {
    if (Model.isOrdered(*Nodes[Other], MI, AA))
      Before[N].push_back({Other, Dep::Memory, 0, 0});
  };
  if (TPCMachineModel::configures(MI)) {
    for (unsigned Other = 0; Other != N; ++Other)
      Check(Other);
    Configuring.push_back(N);
    Effects.push_back(N);
    return;
  }
  if (TPCMachineModel::hasEffects(MI)) {
    for (unsigned Other : Effects)
      Check(Other);
    Effects.push_back(N);
    return;
  }
  for (unsigned Other : Configuring)
    Check(Other);
}

unsigned Dependences::distance(const Dep &D, TPCOp Other, TPCOp Own) const {
  switch (D.Kind) {
  case Dep::Data:
    return Model.getLatency(Other, D.OtherIdx, Own, D.OwnIdx);
  case Dep::Output:
    return Model.getDefDefDistance(Other, D.OtherIdx, Own, D.OwnIdx);
  case Dep::Anti:
    return Model.getUseDefDistance(Other, D.OtherIdx, Own, D.OwnIdx);
  case Dep::Carry:
    return Model.getCarryLatency(Other, Own);
  case Dep::Memory:
    return Model.getMemoryDistance(Other, Own);
  }
  llvm_unreachable("unknown dependence");
}
