// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// TPCMachineModel gives the latencies that tpc_latency() gives, for every
// operation. (tpc_latency() is compared with the measured table by
// test/core/test_latency.c.)
//
// Operations of every form come from libtpcasm, some with each data type and
// setting of switches, and reach the compiler's side as bytes through the
// disassembler. A latency depends on a class of results and one of operands:
// every result is compared at an operand of every class, and every operand at
// a result of every class.

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCMachineModel.h"
#include "TPCScheduleTables.h"
#include "TPCSubtarget.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCDisassembler/MCDisassembler.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Target/TargetMachine.h"
#include <map>
#include <optional>

#include "tpc/sched.h"
extern "C" {
#include "random_op.h"
}

using namespace llvm;

extern "C" void LLVMInitializeTPCTargetInfo();
extern "C" void LLVMInitializeTPCTarget();
extern "C" void LLVMInitializeTPCTargetMC();
extern "C" void LLVMInitializeTPCDisassembler();

namespace {

constexpr unsigned TriesPerForm = 24;
constexpr unsigned MaxReports = 20;

/// An operation as both sides have it.
struct Operation {
  tpc_op Op;
  MachineInstr *MI;
};

/// A result or an operand that is read. On the C side TPC_SCHED_PRED is the
/// guard.
struct Place {
  const Operation *Of;
  int Text;
  unsigned Index; ///< of the MachineInstr's operand
};

class Comparison {
  const tpc_isa *Isa = tpc_isa_get(TPC_CPU_GAUDI);
  const tpc_sched *Sched = tpc_sched_get(TPC_CPU_GAUDI);
  MachineFunction &MF;
  const MCDisassembler &Disassembler;
  const TPCMachineModel &Model;
  std::vector<std::unique_ptr<Operation>> Operations;
  std::vector<Place> Results, Uses;
  std::map<unsigned, Place> ResultOfClass, UseOfClass;
  unsigned Forms = 0, Pairs = 0, Wrong = 0;

  MachineInstr *translate(const tpc_op &Op);
  void add(const tpc_op &Op);
  void addPlaces(const Operation &O);
  void fail(const Twine &Text);
  void compare(const Place &Def, const Place &Use);
  void compareCarry(const Operation &O);

public:
  Comparison(MachineFunction &MF, const MCDisassembler &Disassembler,
             const TPCMachineModel &Model)
      : MF(MF), Disassembler(Disassembler), Model(Model) {}
  bool run();
};

} // namespace

void Comparison::fail(const Twine &Text) {
  if (++Wrong <= MaxReports)
    errs() << "wrong: " << Text << "\n";
}

/// The same bits as a MachineInstr, null if it is no operation of a slot.
MachineInstr *Comparison::translate(const tpc_op &Op) {
  tpc_bundle Bundle;
  tpc_bundle_init(Isa, &Bundle);
  Bundle.op[Op.slot] = Op;
  std::array<uint8_t, TPC_BUNDLE_BYTES> Bytes;
  if (tpc_encode(Isa, &Bundle, Bytes.data(), nullptr, 0))
    return nullptr;
  MCInst Inst;
  uint64_t Size;
  if (Disassembler.getInstruction(Inst, Size, Bytes, 0, nulls()) !=
          MCDisassembler::Success ||
      Inst.getOpcode() != TPC::BUNDLE)
    return nullptr;
  const MCInst &Slot = *Inst.getOperand(Op.slot).getInst();
  const MCInstrInfo &MII = *MF.getSubtarget().getInstrInfo();
  const MCInstrDesc &Desc = MII.get(Slot.getOpcode());
  if (Desc.isBranch() || Slot.getNumOperands() < Desc.getNumOperands())
    return nullptr;
  MachineInstr *MI = MF.CreateMachineInstr(Desc, DebugLoc(), /*NoImp=*/true);
  for (unsigned I = 0; I != Desc.getNumOperands(); ++I) {
    const MCOperand &From = Slot.getOperand(I);
    if (From.isReg())
      MI->addOperand(
          MF, MachineOperand::CreateReg(From.getReg(), I < Desc.getNumDefs()));
    else if (From.isImm())
      MI->addOperand(MF, MachineOperand::CreateImm(From.getImm()));
    else
      return nullptr;
  }
  // What selection does for operations that go on with their destination.
  const TPCTables::SchedForm *Form = TPCTables::findSchedForm(MI->getOpcode());
  if (Form && Form->Accumulates) {
    MI->addOperand(MF, MachineOperand::CreateReg(MI->getOperand(0).getReg(),
                                                 /*isDef=*/false,
                                                 /*isImp=*/true));
    MI->tieOperands(0, MI->getNumOperands() - 1);
  }
  return MI;
}

/// The index of an operand of the record; a guard has two operands.
static unsigned machineIndex(const TPC::FormInfo &Form, unsigned Operand) {
  unsigned Index = 0;
  for (unsigned I = 0; I != Operand; ++I)
    Index += Form.Operands[I].Kind == TPC::OperandKind::Pred ? 2 : 1;
  return Index;
}

void Comparison::addPlaces(const Operation &O) {
  const TPC::FormInfo *Form = TPC::findForm(O.MI->getOpcode());
  if (!Form || Form->TextOrder.size() != O.Op.nopnds)
    return fail(Twine("operands of ") + tpc_isa_form(Isa, O.Op.form)->name);
  auto AddUse = [&](int Text, unsigned Index) {
    unsigned Class = tpc_sched_port(Sched, &O.Op, Text);
    if (Class == TPC_SCHED_NONE)
      return;
    Uses.push_back({&O, Text, Index});
    UseOfClass.insert({Class, Uses.back()});
  };
  for (auto [Text, In] : enumerate(Form->TextOrder)) {
    unsigned Index = machineIndex(*Form, In.Index);
    unsigned Flags = O.Op.opnd[Text].flags;
    if (!(Flags & TPC_OPND_DEF)) {
      if (O.MI->getOperand(Index).isReg())
        AddUse(int(Text), Index);
      continue;
    }
    unsigned Class = tpc_sched_result(Sched, &O.Op, int(Text));
    if (Class == TPC_SCHED_NONE)
      return fail(Twine("no result class: ") +
                  tpc_isa_form(Isa, O.Op.form)->name);
    Results.push_back({&O, int(Text), Index});
    ResultOfClass.insert({Class, Results.back()});
    if (O.MI->getOperand(Index).isTied())
      AddUse(int(Text), O.MI->findTiedOperandIdx(Index));
  }
  if (int Guard = TPCTables::getPredOperand(*O.MI); Guard >= 0)
    AddUse(TPC_SCHED_PRED, unsigned(Guard));
}

void Comparison::add(const tpc_op &Op) {
  MachineInstr *MI = translate(Op);
  if (!MI)
    return;
  StringRef Name = MF.getSubtarget().getInstrInfo()->getName(MI->getOpcode());
  if (Name != tpc_isa_form(Isa, Op.form)->name)
    fail(Twine(tpc_isa_form(Isa, Op.form)->name) + " comes back as " + Name);
  Operations.push_back(std::make_unique<Operation>(Operation{Op, MI}));
  addPlaces(*Operations.back());
  compareCarry(*Operations.back());
}

void Comparison::compare(const Place &Def, const Place &Use) {
  int Want = tpc_latency(Isa, &Def.Of->Op, Def.Text, &Use.Of->Op, Use.Text);
  int Got =
      int(Model.getLatency(*Def.Of->MI, Def.Index, *Use.Of->MI, Use.Index));
  ++Pairs;
  if (Want == Got)
    return;
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "operand " << Use.Index << " of " << *Use.Of->MI << "  behind "
     << *Def.Of->MI << "  has " << Got << ", libtpcasm " << Want;
  fail(Text);
}

/// The carry flag is no operand.
void Comparison::compareCarry(const Operation &O) {
  unsigned Ports;
  const uint8_t *Matrix = tpc_sched_matrix(Sched, &Ports);
  unsigned Port = tpc_sched_port(Sched, &O.Op, TPC_SCHED_CARRY);
  if (Model.writesCarry(*O.MI) != (Port != TPC_SCHED_NONE))
    return fail(Twine("the carry flag of ") +
                tpc_isa_form(Isa, O.Op.form)->name);
  if (Port == TPC_SCHED_NONE)
    return;
  unsigned Want =
      Matrix[tpc_sched_named(Sched, TPC_SCHED_NAMED_CARRY) * Ports + Port];
  ++Pairs;
  if (Model.getCarryLatency(*O.MI, *O.MI) != Want)
    fail(Twine("latency of the carry flag for ") +
         tpc_isa_form(Isa, O.Op.form)->name);
}

bool Comparison::run() {
  uint64_t Random = 1;
  for (unsigned F = 0; F != tpc_isa_num_forms(Isa); ++F) {
    size_t Before = Operations.size();
    for (unsigned Try = 0; Try != TriesPerForm; ++Try) {
      tpc_op Op;
      if (random_op(Isa, F, &Random, &Op))
        add(Op);
    }
    Forms += Operations.size() != Before;
  }
  for (const Place &Def : Results)
    for (auto &[Class, Use] : UseOfClass)
      compare(Def, Use);
  for (const Place &Use : Uses)
    for (auto &[Class, Def] : ResultOfClass)
      compare(Def, Use);
  outs() << Forms << " forms, " << Operations.size() << " operations, "
         << ResultOfClass.size() << " classes of results, " << UseOfClass.size()
         << " of operands, " << Pairs << " pairs, " << Wrong << " wrong\n";
  // Less would mean that operations got lost on the way.
  constexpr unsigned LeastForms = 390;
  return !Wrong && Forms >= LeastForms;
}

int main() {
  LLVMInitializeTPCTargetInfo();
  LLVMInitializeTPCTarget();
  LLVMInitializeTPCTargetMC();
  LLVMInitializeTPCDisassembler();
  const Target &T = getTheTPCTarget();
  std::unique_ptr<LLVMTargetMachine> TM(
      static_cast<LLVMTargetMachine *>(T.createTargetMachine(
          "tpc-unknown-unknown", "gaudi", "", TargetOptions(), std::nullopt)));
  LLVMContext Ctx;
  Module M("test", Ctx);
  M.setDataLayout(TM->createDataLayout());
  Function *F = Function::Create(FunctionType::get(Type::getVoidTy(Ctx), false),
                                 Function::ExternalLinkage, "main", M);
  MachineModuleInfo MMI(TM.get());
  const TargetSubtargetInfo &STI = *TM->getSubtargetImpl(*F);
  MachineFunction MF(*F, *TM, STI, 0, MMI);
  std::unique_ptr<MCDisassembler> Disassembler(
      T.createMCDisassembler(STI, MMI.getContext()));
  TPCMachineModel Model(static_cast<const TPCSubtarget &>(STI));
  return !Comparison(MF, *Disassembler, Model).run();
}
