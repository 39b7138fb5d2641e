//===-- TPCPipelineRegs.cpp - Registers of a modulo schedule --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A value that lives from row D to row U occupies its register in the rows
// behind D up to U, around the end of the body: a bundle reads before it
// writes. No value lives longer than II cycles (PipelineLoop has an edge for
// that), so one register for a web is enough.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCPipelineLoop.h"
#include "TPCRegisterInfo.h"
#include "llvm/CodeGen/MachineInstr.h"

using namespace llvm;
using namespace llvm::TPC;

namespace {

/// A write of a register unit and the reads that see it.
struct Access {
  OperandRef Def;
  ArrayRef<OperandRef> Uses;
  bool UsedNext; ///< by the next iteration
};

class Allocator {
  const PipelineLoop &Loop;
  const ModuloSchedule &Schedule;
  const TPCMachineModel &Model;
  const TargetRegisterInfo &TRI;
  BitVector FreeUnits;
  bool ReadsApart;
  int II;
  std::vector<MCRegister> Result;
  /// Per unit: rows that are taken, and the values there.
  DenseMap<MCRegUnit, BitVector> Taken;
  DenseMap<MCRegUnit, SmallVector<unsigned, 8>> Holds;

  int lifeEnd(unsigned Value) const;
  BitVector getRows(unsigned Value) const;
  bool areApart(unsigned Old, unsigned New) const;
  bool fits(const Web &W, MCRegister Reg) const;
  void occupy(const Web &W, MCRegister Reg);
  bool allocate(const Web &W, unsigned Number);
  const TargetRegisterClass *getClass(MCRegister Reg) const;

public:
  Allocator(const PipelineLoop &Loop, const ModuloSchedule &Schedule,
            const TPCMachineModel &Model, const TargetRegisterInfo &TRI,
            const BitVector &FreeUnits, bool ReadsApart)
      : Loop(Loop), Schedule(Schedule), Model(Model), TRI(TRI),
        FreeUnits(FreeUnits), ReadsApart(ReadsApart), II(int(Schedule.II)),
        Result(Loop.webs().size()) {}
  std::vector<MCRegister> run();
};

} // namespace

/// Register \p Reg of a web that moved to \p New.
static MCRegister translate(MCRegister Reg, MCRegister Old, MCRegister New,
                            const TargetRegisterInfo &TRI) {
  if (Reg == Old)
    return New;
  return TRI.getSubReg(New, TRI.getSubRegIndex(Old, Reg));
}

/// Cycle of the last read of a value.
int Allocator::lifeEnd(unsigned Value) const {
  const UnitValue &V = Loop.values()[Value];
  int End = Schedule.Cycle[V.Def.Op] + 1;
  for (OperandRef Use : V.Uses)
    End = std::max(End, Schedule.Cycle[Use.Op]);
  return End;
}

/// Values that merge an older one begin with it.
BitVector Allocator::getRows(unsigned Value) const {
  BitVector Rows(Schedule.II);
  int Begin = Schedule.Cycle[Loop.values()[Value].Def.Op];
  for (int C = Begin + !ReadsApart; C <= lifeEnd(Value); ++C)
    Rows.set(unsigned(C) % Schedule.II);
  return Rows;
}

/// Whether the reads of \p New are late enough behind the write of \p Old,
/// which another web has left in the register, and the writes themselves.
bool Allocator::areApart(unsigned Old, unsigned New) const {
  const UnitValue &A = Loop.values()[Old], &B = Loop.values()[New];
  auto Distance = [&](unsigned From, unsigned To) {
    int D = (Schedule.Cycle[To] - Schedule.Cycle[From]) % II;
    return unsigned(D < 0 ? D + II : D);
  };
  unsigned Writes = Distance(A.Def.Op, B.Def.Op);
  if (!Writes || Writes < Loop.getDefDefDistance(A.Def, B.Def))
    return false;
  return all_of(B.Uses, [&](OperandRef Use) {
    unsigned D = Distance(A.Def.Op, Use.Op);
    return !D || D >= Loop.getLatency(A.Def, Use);
  });
}

bool Allocator::fits(const Web &W, MCRegister Reg) const {
  for (MCRegUnit Unit : TRI.regunits(Reg))
    if (!FreeUnits.test(Unit))
      return false;
  for (OperandRef Ref : W.Operands) {
    const MachineInstr &MI = *Loop.ops()[Ref.Op];
    if (Ref.Idx >= MI.getDesc().getNumOperands())
      continue;
    int RC = MI.getDesc().operands()[Ref.Idx].RegClass;
    MCRegister Named =
        translate(MI.getOperand(Ref.Idx).getReg(), W.Reg, Reg, TRI);
    if (RC >= 0 && !TRI.getRegClass(unsigned(RC))->contains(Named))
      return false;
  }
  for (unsigned Value : W.Values) {
    MCRegister Part = *MCRegUnitRootIterator(Loop.values()[Value].Unit, &TRI);
    MCRegUnit Unit = *TRI.regunits(translate(Part, W.Reg, Reg, TRI)).begin();
    auto Rows = Taken.find(Unit);
    if (Rows == Taken.end())
      continue;
    if (Rows->second.anyCommon(getRows(Value)))
      return false;
    for (unsigned Other : Holds.find(Unit)->second)
      if (!areApart(Other, Value) || !areApart(Value, Other))
        return false;
  }
  return true;
}

void Allocator::occupy(const Web &W, MCRegister Reg) {
  for (unsigned Value : W.Values) {
    MCRegister Part = *MCRegUnitRootIterator(Loop.values()[Value].Unit, &TRI);
    MCRegUnit Unit = *TRI.regunits(translate(Part, W.Reg, Reg, TRI)).begin();
    BitVector &Rows = Taken[Unit];
    Rows.resize(Schedule.II);
    Rows |= getRows(Value);
    Holds[Unit].push_back(Value);
  }
}

/// The register file or group that \p Reg belongs to.
const TargetRegisterClass *Allocator::getClass(MCRegister Reg) const {
  for (const TargetRegisterClass *RC :
       {&TPC::SRFRegClass, &TPC::ZRFRegClass, &TPC::VRFRegClass,
        &TPC::DRFRegClass, &TPC::ARFRegClass, &TPC::VPRFRegClass,
        &TPC::SPRFRegClass, &TPC::IRFRegClass, &TPC::ADRFRegClass})
    if (RC->contains(Reg))
      return RC;
  return nullptr;
}

bool Allocator::allocate(const Web &W, unsigned Number) {
  const TargetRegisterClass *RC = getClass(W.Reg);
  if (!RC)
    return false;
  auto Try = [&](MCRegister Reg) {
    if (!fits(W, Reg))
      return false;
    occupy(W, Reg);
    Result[Number] = Reg;
    return true;
  };
  if (Try(W.Reg))
    return true;
  return any_of(*RC, Try);
}

std::vector<MCRegister> Allocator::run() {
  std::vector<unsigned> Order;
  DenseMap<MCRegUnit, size_t> Keeper;
  for (auto [N, W] : enumerate(Loop.webs())) {
    if (!W.Pinned) {
      Order.push_back(N);
      continue;
    }
    // Nothing moves into a register that keeps its values, also where these
    // only begin as what nobody wants (an implicit read of half a pair).
    Result[N] = W.Reg;
    for (unsigned Value : W.Values) {
      MCRegUnit Unit = Loop.values()[Value].Unit;
      FreeUnits.reset(Unit);
      // Nothing orders the writes of two webs.
      if (Keeper.try_emplace(Unit, N).first->second != N)
        return {};
    }
  }
  // Groups first, then what begins first.
  auto Begin = [&](unsigned N) {
    int First = INT_MAX;
    for (unsigned V : Loop.webs()[N].Values)
      First = std::min(First, Schedule.Cycle[Loop.values()[V].Def.Op] % II);
    return First;
  };
  auto Size = [&](unsigned N) {
    return std::distance(TRI.regunits(Loop.webs()[N].Reg).begin(),
                         TRI.regunits(Loop.webs()[N].Reg).end());
  };
  llvm::stable_sort(Order, [&](unsigned A, unsigned B) {
    return Size(A) != Size(B) ? Size(A) > Size(B) : Begin(A) < Begin(B);
  });
  for (unsigned N : Order)
    if (!allocate(Loop.webs()[N], N))
      return {};
  return std::move(Result);
}

std::vector<MCRegister> TPC::allocateRegisters(const PipelineLoop &Loop,
                                               const ModuloSchedule &Schedule,
                                               const TPCMachineModel &Model,
                                               const TargetRegisterInfo &TRI,
                                               const BitVector &FreeUnits,
                                               bool ReadsApart) {
  return Allocator(Loop, Schedule, Model, TRI, FreeUnits, ReadsApart).run();
}
