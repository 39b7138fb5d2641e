//===-- TPCScheduleTables.cpp - Generated tables of TPCMachineModel -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCScheduleTables.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include <vector>

using namespace llvm;
using namespace llvm::TPC;
using namespace llvm::TPCTables;

#include "TPCGenSchedule.inc"

template <typename T> using OpcodeIndex = std::vector<const T *>;

static OpcodeIndex<SchedForm> makeFormIndex() {
  OpcodeIndex<SchedForm> Index(TPC::INSTRUCTION_LIST_END);
  for (const SchedForm &F : SchedForms)
    Index[F.Opcode] = &F;
  // HALT of the SPU stands for the bundle that ends a kernel.
  Index[TPC::HALT_KERNEL] = Index[TPC::SPU_HALT];
  // Pseudo instructions that stand for a record.
  for (unsigned Opcode = 0; Opcode != Index.size(); ++Opcode)
    if (const FormInfo *Form = findForm(Opcode); Form && !Index[Opcode])
      Index[Opcode] = Index[Form->Opcode];
  return Index;
}

const SchedForm *TPCTables::findSchedForm(unsigned Opcode) {
  static const OpcodeIndex<SchedForm> Index = makeFormIndex();
  return Opcode < Index.size() ? Index[Opcode] : nullptr;
}

static OpcodeIndex<SlotVariantList> makeVariantIndex() {
  OpcodeIndex<SlotVariantList> Index(TPC::INSTRUCTION_LIST_END);
  for (const SlotVariantList &List : SlotVariants)
    for (uint16_t Opcode : List.Opcodes)
      if (Opcode)
        Index[Opcode] = &List;
  return Index;
}

const SlotVariantList *TPCTables::findVariants(unsigned Opcode) {
  static const OpcodeIndex<SlotVariantList> Index = makeVariantIndex();
  return Opcode < Index.size() ? Index[Opcode] : nullptr;
}

ArrayRef<uint8_t> TPCTables::latencies(unsigned ResultClass) {
  return ArrayRef(Latencies).slice(ResultClass * NumPorts, NumPorts);
}

unsigned TPCTables::getNumResults() { return std::size(ResultStages); }
int TPCTables::getStage(unsigned ResultClass) {
  return ResultStages[ResultClass];
}
int TPCTables::getReadStage(unsigned PortClass) {
  return PortStages[PortClass];
}
unsigned TPCTables::getLoopIteratorResult() { return LoopIteratorResult; }
unsigned TPCTables::getCarryResult() { return CarryResult; }
ArrayRef<TPCDistanceRule> TPCTables::distanceRules() { return DistanceRules; }
ArrayRef<TPCBundleRule> TPCTables::bundleRules() { return BundleRules; }
ArrayRef<SpaceMatch> TPCTables::memorySpaces() { return SpaceMatches; }

int TPCTables::getType(TPCOp Op, const SchedForm &Form) {
  const SchedForm *Own = findSchedForm(Op.MI->getOpcode());
  if (Own && Own->TypeOperand >= 0 && Form.TypeOperand >= 0)
    return int(Op.MI->getOperand(Own->TypeOperand).getImm());
  return Form.DefaultType;
}

static uint64_t getSwitchWord(const MachineInstr &MI) {
  const FormInfo *Form = findForm(MI.getOpcode());
  unsigned Index = 0;
  for (const OperandInfo &Info : Form->Operands) {
    if (Info.Kind == OperandKind::Switches)
      return uint64_t(MI.getOperand(Index).getImm());
    Index += Info.Kind == OperandKind::Pred ? 2 : 1;
  }
  return 0;
}

unsigned TPCTables::getSwitch(const MachineInstr &MI, unsigned Group) {
  const FormInfo *Form = findForm(MI.getOpcode());
  if (!Form)
    return 0;
  for (const SwitchInfo &S : Form->Switches) {
    if (S.Group != Group || !S.Width || S.TextOnly)
      continue;
    if (S.Fixed)
      return unsigned(extractBits(Form->FixedBits, S.Inst, S.Width));
    return unsigned(getSwitchWord(MI) >> S.Word) & S.mask();
  }
  return 0;
}

const SchedRow *TPCTables::findRow(TPCOp Op) {
  const SchedForm *Form = findSchedForm(Op.Opcode);
  if (!Form)
    return nullptr;
  unsigned At = Form->Typed ? std::max(0, getType(Op, *Form)) : 0;
  for (unsigned I = 0; I != Form->NumSwitches; ++I) {
    int Place = Form->Switches[I];
    bool Set =
        Place == -2 || (Place >= 0 && getSwitchWord(*Op.MI) >> Place & 1);
    At = 2 * At + Set;
  }
  return &Rows[RowIndex[Form->FirstRow + At]];
}

bool TPCTables::isVectorPredicate(const MachineInstr &MI, Register Reg) {
  if (Reg.isPhysical())
    return TPC::VPRFRegClass.contains(Reg);
  const MachineRegisterInfo &MRI = MI.getMF()->getRegInfo();
  return TPC::VPRFRegClass.hasSubClassEq(MRI.getRegClass(Reg));
}

int TPCTables::getPredOperand(const MachineInstr &MI) {
  const SchedForm *Form = findSchedForm(MI.getOpcode());
  return Form ? Form->PredOperand : -1;
}

bool TPCTables::matches(TPCOp Op, unsigned Match) {
  const SchedForm *Form = findSchedForm(Op.Opcode);
  if (!Form || !(Form->Matches[Match / 64] >> (Match % 64) & 1))
    return false;
  int Type = getType(Op, *Form);
  return !MatchTypes[Match] || (Type >= 0 && MatchTypes[Match] >> Type & 1);
}
