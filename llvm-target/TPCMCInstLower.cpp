//===-- TPCMCInstLower.cpp - MachineInstr to MCInst -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCMCInstLower.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "llvm/CodeGen/AsmPrinter.h"
#include "llvm/CodeGen/MachineBasicBlock.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCExpr.h"
#include "llvm/MC/MCInst.h"

using namespace llvm;

void TPC::lowerToMCInst(const MachineInstr &MI, MCInst &Out,
                        AsmPrinter &Printer) {
  Out.setOpcode(TPC::findForm(MI.getOpcode())->Opcode);
  for (const MachineOperand &MO : MI.operands()) {
    switch (MO.getType()) {
    case MachineOperand::MO_Register:
      // Old values of destinations are no operands of the records.
      if (!MO.isImplicit())
        Out.addOperand(MCOperand::createReg(MO.getReg()));
      break;
    case MachineOperand::MO_Immediate:
      // The immediate field has 32 bits; constants come sign-extended.
      Out.addOperand(MCOperand::createImm(
          MO.getImm() < 0 ? int64_t(uint32_t(MO.getImm())) : MO.getImm()));
      break;
    case MachineOperand::MO_MachineBasicBlock:
      // LOOP names its last block, jumps the block they go to.
      Out.addOperand(MCOperand::createExpr(
          MCSymbolRefExpr::create(MI.isBranch() ? MO.getMBB()->getSymbol()
                                                : MO.getMBB()->getEndSymbol(),
                                  Printer.OutContext)));
      break;
    default:
      Printer.OutContext.reportError(SMLoc(), "operand without an encoding");
      break;
    }
  }
}
