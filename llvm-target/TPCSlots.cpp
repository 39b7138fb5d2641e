//===-- TPCSlots.cpp - What fits into one bundle --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of TPCMachineModel that knows slots and what they share.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCMachineModel.h"
#include "TPCScheduleTables.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineInstr.h"
#include <map>
#include <vector>

using namespace llvm;
using namespace llvm::TPC;
using namespace llvm::TPCTables;

//===----------------------------------------------------------------------===//
// Variants
//===----------------------------------------------------------------------===//

unsigned TPCMachineModel::getSlot(unsigned Opcode) {
  if (const FormInfo *Form = findForm(Opcode))
    return Form->InSlot;
  return LoopSlot; // HALT_KERNEL has its bundle to itself.
}

SmallVector<unsigned, 3>
TPCMachineModel::getVariants(const MachineInstr &MI) const {
  SmallVector<unsigned, 3> Result{MI.getOpcode()};
  const SlotVariantList *List = findVariants(MI.getOpcode());
  if (!List)
    return Result;
  const SchedForm *Own = findSchedForm(MI.getOpcode());
  unsigned Pred = unsigned(getPredOperand(MI));
  bool VectorGuard = isVectorPredicate(MI, MI.getOperand(Pred).getReg());
  for (uint16_t Opcode : List->Opcodes) {
    if (!Opcode || Opcode == MI.getOpcode())
      continue;
    const SchedForm *Other = findSchedForm(Opcode);
    bool Typed = Own->TypeOperand >= 0, OtherTyped = Other->TypeOperand >= 0;
    // The type says how many predicate bits an element has.
    if (Typed != OtherTyped && VectorGuard)
      continue;
    if (!Typed && OtherTyped && Other->DefaultType < 0)
      continue;
    Result.push_back(Opcode);
  }
  return Result;
}

/// Index of the tied old value of the destination, 0: none.
static unsigned findTied(const MachineInstr &MI) {
  unsigned Use = 0;
  return MI.isRegTiedToUseOperand(0, &Use) ? Use : 0;
}

void TPCMachineModel::setVariant(MachineInstr &MI, unsigned Opcode) const {
  if (Opcode == MI.getOpcode())
    return;
  assert(is_contained(getVariants(MI), Opcode) && "not a variant");
  const SchedForm *Old = findSchedForm(MI.getOpcode());
  const SchedForm *New = findSchedForm(Opcode);
  unsigned Tied = MI.getNumOperands() ? findTied(MI) : 0;
  unsigned FromEnd = MI.getNumOperands() - Tied;
  if (Tied)
    MI.untieRegOperand(Tied);
  if (Old->TypeOperand >= 0 && New->TypeOperand < 0)
    MI.removeOperand(unsigned(Old->TypeOperand));
  MI.setDesc(STI.getInstrInfo()->get(Opcode));
  if (Old->TypeOperand < 0 && New->TypeOperand >= 0)
    MI.insert(MI.operands_begin() + New->TypeOperand,
              MachineOperand::CreateImm(New->DefaultType));
  if (Tied)
    MI.tieOperands(0, MI.getNumOperands() - FromEnd);
}

//===----------------------------------------------------------------------===//
// Shared fields
//===----------------------------------------------------------------------===//

namespace {
/// Fields that are looked at when a slot with some opcode is decoded: those of
/// any of its forms, since forms are told apart by them.
using FieldSet = uint32_t;
} // namespace

static std::vector<FieldSet> makeFieldIndex(const GenerationInfo &Gen) {
  constexpr unsigned CodeBits = 8;
  std::map<std::pair<unsigned, uint64_t>, FieldSet> Used;
  auto KeyOf = [](const FormInfo &F) {
    return std::pair(unsigned(F.InSlot), extractBits(F.FixedBits, 0, CodeBits));
  };
  for (const FormInfo &F : forms()) {
    if (!F.existsOn(Gen))
      continue;
    for (const LayoutField &L : Gen.Full.Slots[F.InSlot])
      if (extractBits(F.OwnBits, L.Word, L.Width) ||
          extractBits(F.FixedBits, L.Word, L.Width))
        Used[KeyOf(F)] |= FieldSet(1) << L.Of;
  }
  std::vector<FieldSet> Index(TPC::INSTRUCTION_LIST_END);
  for (const FormInfo &F : forms())
    Index[F.Opcode] = Used[KeyOf(F)];
  return Index;
}

static bool usesField(const GenerationInfo &Gen, unsigned Opcode,
                      unsigned Field) {
  static const std::vector<FieldSet> Index = makeFieldIndex(Gen);
  return Index[Opcode] >> Field & 1;
}

/// The operand that goes to the shared immediate, null: none.
static const MachineOperand *findImmediate(const MachineInstr &MI) {
  unsigned Index = 0;
  for (const OperandInfo &Info : findForm(MI.getOpcode())->Operands) {
    if (Info.Kind == OperandKind::Imm32 || Info.Kind == OperandKind::Mask32 ||
        Info.Kind == OperandKind::BrTarget)
      return &MI.getOperand(Index);
    Index += Info.Kind == OperandKind::Pred ? 2 : 1;
  }
  return nullptr;
}

static bool immediatesAgree(const MachineInstr &A, const MachineInstr &B) {
  const MachineOperand *X = findImmediate(A), *Y = findImmediate(B);
  if (!X || !Y)
    return true;
  if (X->isImm() && Y->isImm())
    return uint32_t(X->getImm()) == uint32_t(Y->getImm());
  return X->isIdenticalTo(*Y);
}

static bool guardsAgree(const MachineInstr &A, const MachineInstr &B) {
  int X = getPredOperand(A), Y = getPredOperand(B);
  if (X < 0 || Y < 0)
    return true;
  return A.getOperand(unsigned(X)).getReg() ==
             B.getOperand(unsigned(Y)).getReg() &&
         A.getOperand(unsigned(X) + 1).getImm() ==
             B.getOperand(unsigned(Y) + 1).getImm();
}

bool TPCMachineModel::shareGuard(unsigned OpcodeA, unsigned OpcodeB) const {
  const GenerationInfo &Gen = getGeneration(STI);
  return any_of(Gen.Full.Slots[getSlot(OpcodeA)], [&](const LayoutField &X) {
    return X.Of == FieldPred &&
           any_of(Gen.Full.Slots[getSlot(OpcodeB)],
                  [&](const LayoutField &Y) { return X.overlaps(Y); });
  });
}

static bool refuse(std::string *Why, const Twine &Reason) {
  if (Why)
    *Why = Reason.str();
  return false;
}

bool TPCMachineModel::fieldsAgree(TPCOp A, TPCOp B, std::string *Why) const {
  const GenerationInfo &Gen = getGeneration(STI);
  if (!immediatesAgree(*A.MI, *B.MI))
    return refuse(Why, "two immediates in one bundle");
  for (const LayoutField &X : Gen.Full.Slots[getSlot(A.Opcode)]) {
    for (const LayoutField &Y : Gen.Full.Slots[getSlot(B.Opcode)]) {
      if (!X.overlaps(Y) || X.Of == FieldImm)
        continue;
      if (X.Of == FieldPred || X.Of == FieldPol) {
        if (!guardsAgree(*A.MI, *B.MI))
          return refuse(Why, "slots that share a guard have different ones");
      } else if (usesField(Gen, A.Opcode, X.Of) &&
                 usesField(Gen, B.Opcode, Y.Of)) {
        return refuse(Why, "both need a field that their slots share");
      }
    }
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Bundles
//===----------------------------------------------------------------------===//

bool TPCMachineModel::canShare(TPCOp A, TPCOp B, std::string *Why) const {
  unsigned SlotA = getSlot(A.Opcode), SlotB = getSlot(B.Opcode);
  if (SlotA == LoopSlot || SlotB == LoopSlot)
    return refuse(Why, "LOOP or HALT with another operation");
  if (SlotA == SlotB)
    return refuse(Why, "two operations in one slot");
  for (const TPCBundleRule &R : bundleRules())
    if ((matches(A, R.A) && matches(B, R.B)) ||
        (matches(B, R.A) && matches(A, R.B)))
      return refuse(Why, R.Record + ": " + R.Text);
  return fieldsAgree(A, B, Why);
}

bool TPCMachineModel::canAdd(ArrayRef<TPCOp> Bundle, TPCOp Op) const {
  return all_of(Bundle, [&](TPCOp Other) { return canShare(Other, Op); });
}
