//===-- TPCKernelMetadata.cpp - What hosts learn about a kernel -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A host loads tables and makes vector memory small for kernels that look
// something up, waits differently for read-modify-write, and must provide the
// tensors that scalar loads and printf address (facts 6.6).
//
//===----------------------------------------------------------------------===//

#include "TPCKernelMetadata.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCMetadata.h"
#include "TPCMachineModel.h"
#include "TPCRegisterInfo.h"
#include "llvm/CodeGen/MachineFunction.h"

using namespace llvm;

namespace {

/// Sets fields by name.
class Fields {
  TPC::Metadata &Meta;

public:
  explicit Fields(TPC::Metadata &Meta) : Meta(Meta) {}

  void set(StringRef Name, uint32_t Value) {
    const TPC::MetadataField *Field = TPC::findMetadataField(Name);
    assert(Field && "named in TPCMetadata.cpp");
    Meta.set(*Field, Value);
  }
};

} // namespace

/// Whether \p MI has the switch called \p Name.
static bool hasSwitch(const MachineInstr &MI, const TPC::FormInfo &Form,
                      StringRef Name) {
  for (const TPC::SwitchInfo &S : Form.Switches) {
    if (!is_contained(TPC::getGroupNames(S.Group), Name) || !S.Width)
      continue;
    for (auto [Index, Op] : enumerate(Form.Operands))
      if (Op.Kind == TPC::OperandKind::Switches)
        return uint64_t(MI.getOperand(Index).getImm()) >> S.Word & S.mask();
  }
  return false;
}

/// What is stored goes together with what is in the tensor. The records name
/// the register that says how.
static bool takesRmwRegister(const TPC::FormInfo &Form) {
  return any_of(Form.Operands, [](const TPC::OperandInfo &Op) {
    return Op.Kind == TPC::OperandKind::Implied &&
           Op.Param == TPC::RMWRegRegClassID;
  });
}

/// The tensor that \p MI accesses; none if a register says which.
static std::optional<unsigned> tensorOf(const MachineInstr &MI,
                                        const TPC::FormInfo &Form) {
  for (auto [Index, Op] : enumerate(Form.Operands))
    if (Op.Kind == TPC::OperandKind::UImm)
      return MI.getOperand(Index).getImm();
  return std::nullopt;
}

bool TPC::usesTables(const MachineFunction &MF) {
  for (const MachineBasicBlock &MBB : MF)
    for (const MachineInstr &MI : MBB.instrs())
      if (TPCMachineModel::isLookup(MI))
        return true;
  return false;
}

void TPC::describeKernel(const MachineFunction &MF, Metadata &Meta) {
  const Function &F = MF.getFunction();
  Fields To(Meta);
  To.set("paramsNum", F.arg_size());
  if (F.hasFnAttribute("tpc-printf-tensor")) {
    To.set("printfUsed", 1);
    To.set("printfTensorID",
           F.getFnAttributeAsParsedInteger("tpc-printf-tensor"));
  }

  bool MMIO = false;
  uint32_t RMW = 0;
  // Tensors that scalar loads read (TPCCheckIR), or inline assembly.
  uint32_t Loads = F.getFnAttributeAsParsedInteger("tpc-scalar-loads");
  for (const MachineBasicBlock &MBB : MF)
    for (const MachineInstr &MI : MBB.instrs()) {
      const FormInfo *Form = findForm(MI.getOpcode());
      if (!Form)
        continue;
      if (std::optional<unsigned> Tensor = tensorOf(MI, *Form);
          Tensor && MI.getNumExplicitDefs() &&
          TPC::ADRFRegClass.contains(MI.getOperand(0).getReg()))
        Loads |= 1u << *Tensor;
      MMIO |= hasSwitch(MI, *Form, "mmio");
      if (takesRmwRegister(*Form))
        RMW |= 1u << tensorOf(MI, *Form).value_or(0);
    }
  To.set("scalarLd", Loads);
  To.set("specialFunctionUsed", usesTables(MF));
  To.set("mmioUsed", MMIO);
  To.set("rmwStore", RMW);
}
