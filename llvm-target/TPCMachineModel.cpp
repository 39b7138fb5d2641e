//===-- TPCMachineModel.cpp - Timing and slots of machine code ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCMachineModel.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCScheduleTables.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"

using namespace llvm;
using namespace llvm::TPC;
using namespace llvm::TPCTables;

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

TPCOp::TPCOp(const MachineInstr &MI) : MI(&MI), Opcode(MI.getOpcode()) {}

bool TPCMachineModel::isNop(const MachineInstr &MI) {
  switch (MI.getOpcode()) {
  case TPC::LD_NOP:
  case TPC::SPU_NOP:
  case TPC::VPU_NOP:
  case TPC::ST_NOP:
    return true;
  default:
    return false;
  }
}

bool TPCMachineModel::isHalt(const MachineInstr &MI) {
  return MI.getOpcode() == TPC::HALT_KERNEL;
}

bool TPCMachineModel::isLoop(const MachineInstr &MI) {
  const FormInfo *Form = findForm(MI.getOpcode());
  return Form && Form->InSlot == LoopSlot;
}

bool TPCMachineModel::isOperation(const MachineInstr &MI) {
  return findSchedForm(MI.getOpcode()) && !isNop(MI);
}

/// Place in text of an operand, -1: none of the record's operands.
static int getTextIndex(const MachineInstr &MI, unsigned Idx) {
  const SchedForm *Form = findSchedForm(MI.getOpcode());
  return Form && Idx < Form->NumOperands ? Form->Text[Idx] : -1;
}

//===----------------------------------------------------------------------===//
// Distances through registers
//===----------------------------------------------------------------------===//

TPCMachineModel::TPCMachineModel(const TPCSubtarget &STI) : STI(STI) {
  for (const TPCDistanceRule &R : distanceRules())
    Depth =
        std::max({Depth, R.Min - 1u, unsigned(std::max<int>(R.NotExactly, 0))});
  for (unsigned I = 0; I != getNumResults(); ++I)
    for (uint8_t Latency : latencies(I))
      MaxLatency = std::max<unsigned>(MaxLatency, Latency);
}

unsigned TPCMachineModel::getResultClass(TPCOp Def, unsigned DefIdx) const {
  const SchedRow *Row = findRow(Def);
  if (!Row)
    return NoClass;
  int Text = getTextIndex(*Def.MI, DefIdx);
  if (Text >= 0)
    return Row->Result[Text];
  // The iterator, which LOOP writes at its head and at every end of the body.
  return isLoop(*Def.MI) ? getLoopIteratorResult() : NoClass;
}

unsigned TPCMachineModel::getPortClass(TPCOp Use, unsigned UseIdx) const {
  const SchedRow *Row = findRow(Use);
  if (!Row)
    return NoClass;
  const MachineOperand &MO = Use.MI->getOperand(UseIdx);
  if (int(UseIdx) == getPredOperand(*Use.MI))
    return isVectorPredicate(*Use.MI, MO.getReg()) ? Row->VectorPred
                                                   : Row->Pred;
  if (MO.isTied())
    UseIdx = Use.MI->findTiedOperandIdx(UseIdx);
  int Text = getTextIndex(*Use.MI, UseIdx);
  return Text >= 0 ? Row->Port[Text] : NoClass;
}

bool TPCMachineModel::isMergedValue(TPCOp Op, unsigned UseIdx) const {
  const MachineOperand &MO = Op.MI->getOperand(UseIdx);
  const SchedForm *Form = findSchedForm(Op.Opcode);
  return MO.isUse() && MO.isTied() && Form && !Form->Accumulates;
}

unsigned TPCMachineModel::getWorstLatency(TPCOp Def, unsigned DefIdx) const {
  unsigned From = getResultClass(Def, DefIdx);
  if (From == NoClass)
    return getMaxLatency();
  return *std::max_element(latencies(From).begin(), latencies(From).end());
}

unsigned TPCMachineModel::getMaxLatency() const { return MaxLatency; }

unsigned TPCMachineModel::getLatency(TPCOp Def, unsigned DefIdx, TPCOp Use,
                                     unsigned UseIdx) const {
  if (isMergedValue(Use, UseIdx))
    return getDefDefDistance(Def, DefIdx, Use,
                             Use.MI->findTiedOperandIdx(UseIdx));
  unsigned From = getResultClass(Def, DefIdx);
  unsigned To = getPortClass(Use, UseIdx);
  if (From == NoClass || To == NoClass)
    return getWorstLatency(Def, DefIdx);
  return latencies(From)[To];
}

unsigned TPCMachineModel::getDefDefDistance(TPCOp First, unsigned FirstIdx,
                                            TPCOp Second,
                                            unsigned SecondIdx) const {
  unsigned Distance = 1;
  if (isLoop(*Second.MI))
    Distance = TPCFigure::LOOP_ITERATOR_WRITE;
  unsigned A = getResultClass(First, FirstIdx);
  unsigned B = getResultClass(Second, SecondIdx);
  if (A == NoClass || B == NoClass)
    Distance = getMaxLatency();
  else if (getStage(A) > getStage(B))
    Distance = std::max(Distance, unsigned(getStage(A) - getStage(B)));
  forEachRule(First, Second, /*SameDest=*/true, /*FallThrough=*/false,
              [&](const TPCDistanceRule &R) {
                if (R.Relation == TPCRule::SAME_DEST)
                  Distance = std::max<unsigned>(Distance, R.Min);
              });
  return Distance;
}

bool TPCMachineModel::isReadLate(TPCOp Use, unsigned UseIdx) const {
  unsigned Port = getPortClass(Use, UseIdx);
  return Port != NoClass &&
         getReadStage(Port) == int(TPCFigure::VECTOR_PIPE_STAGE);
}

unsigned TPCMachineModel::getUseDefDistance(TPCOp Use, unsigned UseIdx,
                                            TPCOp Def, unsigned) const {
  // LOOP sets its iterator at once.
  if (isLoop(*Def.MI) && isReadLate(Use, UseIdx))
    return TPCFigure::LOOP_ITERATOR_USE_BEFORE + 1;
  // A bundle reads before it writes (facts 5.7).
  return 0;
}

bool TPCMachineModel::readsCarry(TPCOp Op) const {
  return getSwitch(*Op.MI, GrpCarry) != 0;
}

bool TPCMachineModel::writesCarry(TPCOp Op) const {
  const SchedRow *Row = findRow(Op);
  return Row && Row->Carry != NoClass;
}

unsigned TPCMachineModel::getCarryLatency(TPCOp Def, TPCOp Use) const {
  const SchedRow *Row = findRow(Use);
  if (!Row || Row->Carry == NoClass)
    return getMaxLatency();
  return latencies(getCarryResult())[Row->Carry];
}

//===----------------------------------------------------------------------===//
// Rules on pairs
//===----------------------------------------------------------------------===//

static bool usesField(unsigned Opcode, unsigned Field) {
  const FormInfo *Form = findForm(Opcode);
  return Form && any_of(Form->Operands, [&](const OperandInfo &Op) {
           return Op.Field == Field && Op.Kind != OperandKind::Switches;
         });
}

/// Whether a pair that matches stands in the relation of a rule.
static bool isRelated(TPCRule Relation, TPCOp First, TPCOp Second,
                      bool SameDest, bool FallThrough) {
  switch (Relation) {
  case TPCRule::NONE:
    return true;
  case TPCRule::SAME_DEST:
    return SameDest;
  case TPCRule::USES_SRCD:
    return usesField(Second.Opcode, FieldSrcD);
  case TPCRule::MMIO:
    // Which register it is may not be known here: any counts.
    return getSwitch(*First.MI, GrpMmio);
  case TPCRule::FALL_THROUGH:
    return FallThrough;
  }
  return true;
}

static bool isInRule(TPCOp Op, uint8_t TPCDistanceRule::*Side) {
  return any_of(distanceRules(), [&](const TPCDistanceRule &R) {
    return R.Relation != TPCRule::SAME_DEST && matches(Op, R.*Side);
  });
}

bool TPCMachineModel::startsRule(TPCOp Op) const {
  return isInRule(Op, &TPCDistanceRule::First);
}

bool TPCMachineModel::endsRule(TPCOp Op) const {
  return isInRule(Op, &TPCDistanceRule::Second);
}

void TPCMachineModel::forEachRule(
    TPCOp First, TPCOp Second, bool SameDest, bool FallThrough,
    function_ref<void(const TPCDistanceRule &)> Fn) const {
  for (const TPCDistanceRule &R : distanceRules())
    if (matches(First, R.First) && matches(Second, R.Second) &&
        isRelated(R.Relation, First, Second, SameDest, FallThrough))
      Fn(R);
}

unsigned TPCMachineModel::getOrderDistance(TPCOp First, TPCOp Second,
                                           bool FallThrough) const {
  unsigned Distance = 0;
  forEachRule(First, Second, /*SameDest=*/false, FallThrough,
              [&](const TPCDistanceRule &R) {
                // A rule with one forbidden distance allows all others.
                if (R.NotExactly < 0)
                  Distance = std::max<unsigned>(Distance, R.Min);
              });
  return Distance;
}

bool TPCMachineModel::isForbiddenDistance(TPCOp First, TPCOp Second,
                                          unsigned Distance,
                                          bool FallThrough) const {
  bool Forbidden = false;
  forEachRule(First, Second, /*SameDest=*/false, FallThrough,
              [&](const TPCDistanceRule &R) {
                Forbidden |= R.NotExactly == int(Distance);
              });
  return Forbidden;
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

static MemorySpace getSpace(const MachineInstr &MI) {
  if (getSwitch(MI, GrpMmio))
    return MemorySpace::CONFIG;
  for (const SpaceMatch &S : memorySpaces())
    if (matches(MI, S.Match))
      return S.Space;
  return MemorySpace::NONE;
}

bool TPCMachineModel::isLookup(const MachineInstr &MI) {
  return getSpace(MI) == MemorySpace::TABLE;
}

/// The operand of a kind, -1: none.
static int findOperand(const MachineInstr &MI, OperandKind Kind) {
  unsigned Index = 0;
  for (const OperandInfo &Info : findForm(MI.getOpcode())->Operands) {
    if (Info.Kind == Kind)
      return int(Index);
    Index += Info.Kind == OperandKind::Pred ? 2 : 1;
  }
  return -1;
}

/// The number that an access names: an address or a tensor.
static std::optional<int64_t> getNumber(const MachineInstr &MI,
                                        OperandKind Kind) {
  int Idx = findOperand(MI, Kind);
  if (Idx < 0 || !MI.getOperand(unsigned(Idx)).isImm())
    return std::nullopt;
  return MI.getOperand(unsigned(Idx)).getImm();
}

/// Whether two accesses of one space surely touch different places.
static bool areApart(const MachineInstr &A, const MachineInstr &B,
                     MemorySpace Space, AAResults *AA) {
  OperandKind Kind = OperandKind::Imm32;
  int64_t Size = WordBytes;
  if (Space == MemorySpace::TENSOR) {
    Kind = OperandKind::UImm;
    Size = 1;
  } else if (Space == MemorySpace::VECTOR) {
    Size = VectorBytes;
  }
  std::optional<int64_t> X = getNumber(A, Kind), Y = getNumber(B, Kind);
  if (X && Y)
    return std::abs(*X - *Y) >= Size;
  if (Space == MemorySpace::TENSOR || A.memoperands_empty() ||
      B.memoperands_empty())
    return false;
  return !A.mayAlias(AA, B, /*UseTBAA=*/false);
}

static bool isGlobal(MemorySpace Space) {
  return Space == MemorySpace::TENSOR || Space == MemorySpace::GLOBAL;
}

static bool accessesMemory(const MachineInstr &MI) {
  // Jumps, LOOP and HALT have other ways to stay where they are.
  return !MI.isTerminator() &&
         (MI.mayLoadOrStore() || MI.hasUnmodeledSideEffects());
}

/// Reads a random number, which makes the next one or leaves it.
static bool isRandom(const MachineInstr &MI) {
  for (const MachineOperand &MO : MI.uses())
    if (MO.isReg() && is_contained({TPC::LFSR, TPC::S_LFSR, TPC::LFSR_NO_CHANGE,
                                    TPC::S_LFSR_NO_CHANGE},
                                   MO.getReg().id()))
      return true;
  const FormInfo *Form = findForm(MI.getOpcode());
  if (!Form)
    return false;
  unsigned Rounding = getSwitch(MI, GrpRm);
  for (const SwitchInfo &S : Form->Switches)
    if (S.Group == GrpRm)
      for (const SwitchValueInfo &V : S.Values)
        if (V.Value == Rounding && is_contained(V.Names, "sr"))
          return true;
  return false;
}

bool TPCMachineModel::hasEffects(const MachineInstr &MI) {
  return accessesMemory(MI) || isRandom(MI);
}

bool TPCMachineModel::configures(const MachineInstr &MI) {
  return MI.mayStore() && getSwitch(MI, GrpMmio);
}

/// One of them writes a configuration register that the other one may use.
bool TPCMachineModel::isUserOfRegisters(const MachineInstr &A,
                                        const MachineInstr &B) const {
  bool Uses = false;
  auto Note = [&](const TPCDistanceRule &R) {
    Uses |= R.Relation == TPCRule::MMIO;
  };
  forEachRule(A, B, /*SameDest=*/false, /*FallThrough=*/false, Note);
  forEachRule(B, A, /*SameDest=*/false, /*FallThrough=*/false, Note);
  return Uses;
}

bool TPCMachineModel::isOrdered(const MachineInstr &A, const MachineInstr &B,
                                AAResults *AA) const {
  if (isRandom(A) && isRandom(B))
    return true;
  if ((configures(A) || configures(B)) && isUserOfRegisters(A, B))
    return true;
  if (!accessesMemory(A) || !accessesMemory(B))
    return false;
  MemorySpace X = getSpace(A), Y = getSpace(B);
  if (X == MemorySpace::NONE || Y == MemorySpace::NONE)
    return true;
  if (X == MemorySpace::CONFIG && Y == MemorySpace::CONFIG)
    return true;
  if (!A.mayStore() && !B.mayStore())
    return false;
  if (X != Y)
    return isGlobal(X) && isGlobal(Y);
  return !areApart(A, B, X, AA);
}

unsigned TPCMachineModel::getMemoryDistance(TPCOp First, TPCOp Second) const {
  bool Wrote = First.MI->mayStore() || First.MI->hasUnmodeledSideEffects();
  bool Writes = Second.MI->mayStore() || Second.MI->hasUnmodeledSideEffects();
  if (!Wrote)
    return TPCFigure::MEMORY_STORE_AFTER_LOAD;
  return Writes ? TPCFigure::MEMORY_STORE_AFTER_STORE
                : TPCFigure::MEMORY_LOAD_AFTER_STORE;
}
