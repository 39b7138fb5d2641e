//===-- TPCAsmPrinter.cpp - Machine instructions to bundles ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCCompress.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TPCBlockCode.h"
#include "TPCKernelMetadata.h"
#include "TPCMCInstLower.h"
#include "TPCMachineModel.h"
#include "TPCTargetMachine.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/CodeGen/AsmPrinter.h"
#include "llvm/CodeGen/MachineInstrBundle.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/TargetRegistry.h"

using namespace llvm;

#define DEBUG_TYPE "asm-printer"

namespace {

/// Empty bundles behind an unconditional jump, which never execute. The first
/// bundle behind a jump may hold nothing but VPU work, and some operations keep
/// a distance of three (facts 5.5, 5.8).
constexpr unsigned JumpNops = 2;

class TPCAsmPrinter : public AsmPrinter {
public:
  TPCAsmPrinter(TargetMachine &TM, std::unique_ptr<MCStreamer> Streamer)
      : AsmPrinter(TM, std::move(Streamer)) {}

  StringRef getPassName() const override { return "TPC Assembly Printer"; }
  void emitFunctionBodyStart() override;
  void emitInstruction(const MachineInstr *MI) override;
  void emitBasicBlockEnd(const MachineBasicBlock &MBB) override;

private:
  void emitBundle(ArrayRef<const MachineInstr *> Ops);
  void emitLoop(const MachineInstr &Loop);
  void emitNops(unsigned Count);
};

} // namespace

void TPCAsmPrinter::emitFunctionBodyStart() {
  auto &TS =
      static_cast<TPCTargetStreamer &>(*OutStreamer->getTargetStreamer());
  TPC::describeKernel(*MF, TS.getMetadata(getSubtargetInfo()));
}

/// TPCBlockCode.h says what bundles a machine instruction makes.
void TPCAsmPrinter::emitInstruction(const MachineInstr *MI) {
  if (MI->getOpcode() == TPC::LOOP_END)
    return; // emitBasicBlockEnd()
  SmallVector<const MachineInstr *, 4> Ops;
  auto End = getBundleEnd(MI->getIterator());
  for (auto I = MI->getIterator(); I != End; ++I)
    if (!I->isBundle() && !I->isMetaInstruction())
      Ops.push_back(&*I);
  const MachineInstr &First = *Ops.front();
  if (TPCMachineModel::isNop(First))
    return emitNops(1);
  if (TPCMachineModel::isLoop(First)) {
    emitLoop(First);
    return emitBundle(ArrayRef(Ops).drop_front());
  }
  emitBundle(Ops);
  if (TPCMachineModel::isHalt(First))
    emitNops(TPCFigure::HALT_NOPS);
  else if (TPC::isUnconditionalJump(First))
    emitNops(JumpNops);
  else if (First.isBranch() && End != MI->getParent()->instr_end())
    emitNops(1);
}

void TPCAsmPrinter::emitNops(unsigned Count) {
  for (unsigned N = 0; N != Count; ++N)
    emitBundle({});
}

void TPCAsmPrinter::emitLoop(const MachineInstr &Loop) {
  MCInst Inst;
  TPC::lowerToMCInst(Loop, Inst, *this);
  EmitToStreamer(*OutStreamer, Inst);
}

/// The label that LOOP names stands behind the last bundle of the body.
void TPCAsmPrinter::emitBasicBlockEnd(const MachineBasicBlock &MBB) {
  if (any_of(MBB.terminators(), [](const MachineInstr &MI) {
        return MI.getOpcode() == TPC::LOOP_END;
      }))
    OutStreamer->emitLabel(MBB.getEndSymbol());
  AsmPrinter::emitBasicBlockEnd(MBB);
}

void TPCAsmPrinter::emitBundle(ArrayRef<const MachineInstr *> Ops) {
  MCInst Slots[TPC::LoopSlot];
  for (unsigned Slot = 0; Slot != TPC::LoopSlot; ++Slot)
    Slots[Slot].setOpcode(TPC::findPlainOpcode("nop", Slot));

  for (const MachineInstr *MI : Ops) {
    if (TPCMachineModel::isHalt(*MI)) {
      for (unsigned Slot : {TPC::SpuSlot, TPC::VpuSlot})
        Slots[Slot].setOpcode(TPC::findPlainOpcode("halt", Slot));
    } else if (const TPC::FormInfo *Form = TPC::findForm(MI->getOpcode())) {
      TPC::lowerToMCInst(*MI, Slots[Form->InSlot], *this);
    } else {
      // Nothing but IMPLICIT_DEF and KILL, which AsmPrinter handles.
      OutContext.reportError(SMLoc(), "pseudo instruction is left");
      return;
    }
  }

  MCInst Bundle;
  Bundle.setOpcode(TPC::BUNDLE);
  for (MCInst &Slot : Slots)
    Bundle.addOperand(MCOperand::createInst(&Slot));
  if (TPC::findsPairs(getSubtargetInfo()))
    TPC::keepOperands(Bundle, OutContext);
  EmitToStreamer(*OutStreamer, Bundle);
}

extern "C" void LLVMInitializeTPCAsmPrinter() {
  RegisterAsmPrinter<TPCAsmPrinter> X(getTheTPCTarget());
}
