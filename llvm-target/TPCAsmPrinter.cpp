//===-- TPCAsmPrinter.cpp - Machine instructions to bundles ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TPCKernelMetadata.h"
#include "TPCMCInstLower.h"
#include "TPCTargetMachine.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/CodeGen/AsmPrinter.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/TargetRegistry.h"

using namespace llvm;

#define DEBUG_TYPE "asm-printer"

namespace {

/// NOP bundles behind a jump: the first one may hold nothing but VPU work, and
/// HALT, CONVERT and ASO keep a distance of three (facts 5.5, 5.8).
constexpr unsigned JumpNops = 3;
/// NOP bundles behind HALT (facts 5.10).
constexpr unsigned HaltNops = 3;

class TPCAsmPrinter : public AsmPrinter {
public:
  TPCAsmPrinter(TargetMachine &TM, std::unique_ptr<MCStreamer> Streamer)
      : AsmPrinter(TM, std::move(Streamer)) {}

  StringRef getPassName() const override { return "TPC Assembly Printer"; }
  void emitFunctionBodyStart() override;
  void emitInstruction(const MachineInstr *MI) override;
  void emitBasicBlockEnd(const MachineBasicBlock &MBB) override;

private:
  void emitBundle(const MachineInstr *MI);
  void emitLoop(const MachineInstr &MI);
};

} // namespace

void TPCAsmPrinter::emitFunctionBodyStart() {
  auto &TS =
      static_cast<TPCTargetStreamer &>(*OutStreamer->getTargetStreamer());
  TPC::describeKernel(*MF, TS.getMetadata(getSubtargetInfo()));
}

void TPCAsmPrinter::emitInstruction(const MachineInstr *MI) {
  if (MI->getOpcode() == TPC::LOOP_END)
    return; // emitBasicBlockEnd()
  const TPC::FormInfo *Form = TPC::findForm(MI->getOpcode());
  if (Form && Form->InSlot == TPC::LoopSlot)
    return emitLoop(*MI);
  emitBundle(MI);
  unsigned Nops = MI->getOpcode() == TPC::HALT_KERNEL ? HaltNops
                  : MI->isBranch()                    ? JumpNops
                                                      : 0;
  for (unsigned N = 0; N != Nops; ++N)
    emitBundle(nullptr);
}

/// LOOP has the bundle to itself; the one behind it runs once, before the body
/// (facts 5.6).
void TPCAsmPrinter::emitLoop(const MachineInstr &MI) {
  MCInst Loop;
  TPC::lowerToMCInst(MI, Loop, *this);
  EmitToStreamer(*OutStreamer, Loop);
  emitBundle(nullptr);
}

/// The label that LOOP names stands behind the last bundle of the body.
void TPCAsmPrinter::emitBasicBlockEnd(const MachineBasicBlock &MBB) {
  if (any_of(MBB.terminators(), [](const MachineInstr &MI) {
        return MI.getOpcode() == TPC::LOOP_END;
      }))
    OutStreamer->emitLabel(MBB.getEndSymbol());
  AsmPrinter::emitBasicBlockEnd(MBB);
}

/// Every operation has a bundle of its own. Without one, a bundle of NOPs.
void TPCAsmPrinter::emitBundle(const MachineInstr *MI) {
  MCInst Slots[TPC::LoopSlot];
  for (unsigned Slot = 0; Slot != TPC::LoopSlot; ++Slot)
    Slots[Slot].setOpcode(TPC::findPlainOpcode("nop", Slot));

  if (!MI) {
    // Nothing to add.
  } else if (MI->getOpcode() == TPC::HALT_KERNEL) {
    for (unsigned Slot : {TPC::SpuSlot, TPC::VpuSlot})
      Slots[Slot].setOpcode(TPC::findPlainOpcode("halt", Slot));
  } else if (const TPC::FormInfo *Form = TPC::findForm(MI->getOpcode())) {
    TPC::lowerToMCInst(*MI, Slots[Form->InSlot], *this);
  } else {
    // Nothing but IMPLICIT_DEF and KILL, which AsmPrinter handles.
    OutContext.reportError(SMLoc(), "pseudo instruction is left");
    return;
  }

  MCInst Bundle;
  Bundle.setOpcode(TPC::BUNDLE);
  for (MCInst &Slot : Slots)
    Bundle.addOperand(MCOperand::createInst(&Slot));
  EmitToStreamer(*OutStreamer, Bundle);
}

extern "C" void LLVMInitializeTPCAsmPrinter() {
  RegisterAsmPrinter<TPCAsmPrinter> X(getTheTPCTarget());
}
