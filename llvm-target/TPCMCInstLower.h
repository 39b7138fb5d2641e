//===-- TPCMCInstLower.h - MachineInstr to MCInst ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCMCINSTLOWER_H
#define LLVM_LIB_TARGET_TPC_TPCMCINSTLOWER_H

namespace llvm {

class AsmPrinter;
class MachineInstr;
class MCInst;

namespace TPC {
void lowerToMCInst(const MachineInstr &MI, MCInst &Out, AsmPrinter &Printer);
} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCMCINSTLOWER_H
