//===-- TPCInstPrinter.h - Prints bundles as text ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCINSTPRINTER_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCINSTPRINTER_H

#include "MCTargetDesc/TPCBaseInfo.h"
#include "llvm/MC/MCInstPrinter.h"

namespace llvm {

class MCOperand;

/// Prints the canonical text: lower case mnemonics, upper case registers, the
/// four slots of a bundle on one line.
class TPCInstPrinter : public MCInstPrinter {
  /// Of the instruction that is being printed.
  const TPC::GenerationInfo *Gen = &TPC::compiledGeneration();

public:
  TPCInstPrinter(const MCAsmInfo &MAI, const MCInstrInfo &MII,
                 const MCRegisterInfo &MRI)
      : MCInstPrinter(MAI, MII, MRI) {}

  void printInst(const MCInst *MI, uint64_t Address, StringRef Annot,
                 const MCSubtargetInfo &STI, raw_ostream &O) override;
  void printRegName(raw_ostream &O, MCRegister Reg) const override;

  // Made by TableGen from the asm strings.
  std::pair<const char *, uint64_t> getMnemonic(const MCInst *MI) override;
  void printInstruction(const MCInst *MI, uint64_t Address, raw_ostream &O);
  static const char *getRegisterName(MCRegister Reg);

private:
  // Called by the generated code for the operands of the records.
  void printOperand(const MCInst *MI, unsigned OpNo, raw_ostream &O);
  void printTypeOp(const MCInst *MI, unsigned OpNo, raw_ostream &O);
  void printSwitchOp(const MCInst *MI, unsigned OpNo, raw_ostream &O);
  void printDimMask(const MCInst *MI, unsigned OpNo, raw_ostream &O);
  void printBrTarget(const MCInst *MI, uint64_t Address, unsigned OpNo,
                     raw_ostream &O);
  void printPred(const MCInst *MI, unsigned OpNo, raw_ostream &O);
  void printPredOnly(const MCInst *MI, unsigned OpNo, raw_ostream &O);
  void printLoopImm(const MCInst *MI, unsigned OpNo, raw_ostream &O);
  void printLoopCmp(const MCInst *MI, unsigned OpNo, raw_ostream &O);

  void printSlot(const MCInst &MI, uint64_t Address, raw_ostream &O);
  bool printPredicate(const MCInst *MI, unsigned OpNo, StringRef Before,
                      raw_ostream &O);
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCINSTPRINTER_H
