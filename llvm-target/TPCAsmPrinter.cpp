//===-- TPCAsmPrinter.cpp - Machine instructions to bundles ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCTargetStreamer.h"
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

class TPCAsmPrinter : public AsmPrinter {
public:
  TPCAsmPrinter(TargetMachine &TM, std::unique_ptr<MCStreamer> Streamer)
      : AsmPrinter(TM, std::move(Streamer)) {}

  StringRef getPassName() const override { return "TPC Assembly Printer"; }
  void emitFunctionBodyStart() override;
  void emitInstruction(const MachineInstr *MI) override;
  // NOPs behind the jumps of a block hide the jumps from LLVM's check.
  bool isBlockOnlyReachableByFallthrough(
      const MachineBasicBlock *MBB) const override {
    return false;
  }
};

} // namespace

void TPCAsmPrinter::emitFunctionBodyStart() {
  auto &TS =
      static_cast<TPCTargetStreamer &>(*OutStreamer->getTargetStreamer());
  TPC::Metadata &Meta = TS.getMetadata(getSubtargetInfo());
  const Function &F = MF->getFunction();
  if (const TPC::MetadataField *Params = TPC::findMetadataField("paramsNum"))
    Meta.set(*Params, uint32_t(F.arg_size()));
  // Tensors that scalar loads read (tpc-scalar-loads of TPCCheckIR).
  if (const TPC::MetadataField *Loads = TPC::findMetadataField("scalarLd"))
    Meta.set(*Loads,
             uint32_t(F.getFnAttributeAsParsedInteger("tpc-scalar-loads")));
}

/// Every operation has a bundle of its own.
void TPCAsmPrinter::emitInstruction(const MachineInstr *MI) {
  // Bundled slots: which instruction stands where, 0 for NOP.
  MCInst Slots[TPC::LoopSlot];
  for (unsigned Slot = 0; Slot != TPC::LoopSlot; ++Slot)
    Slots[Slot].setOpcode(TPC::findPlainOpcode("nop", Slot));

  if (MI->getOpcode() == TPC::HALT_KERNEL) {
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
