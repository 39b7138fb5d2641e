//===-- Disassemble.h - Text of objects and hex bytes -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OPENTPC_TOOLS_TPC_LLVM_MC_DISASSEMBLE_H
#define OPENTPC_TOOLS_TPC_LLVM_MC_DISASSEMBLE_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/TargetParser/Triple.h"
#include <optional>

namespace llvm {

class MCAsmInfo;
class MCInstrInfo;
class MCRegisterInfo;
class MCSubtargetInfo;
class SourceMgr;
class Target;

struct Disassembler {
  const Target &TheTarget;
  const Triple &TheTriple;
  const MCRegisterInfo &MRI;
  const MCAsmInfo &MAI;
  const MCSubtargetInfo &STI;
  const MCInstrInfo &MII;
};

/// The generation that the metadata of an ELF object name, if any.
std::optional<StringRef> findObjectCPU(StringRef Buffer);

/// Disassembles the main buffer of \p SrcMgr, an ELF object or hex digits.
/// Objects are printed with their labels. A bundle that no instruction
/// explains is printed as .byte directives with the reason as a comment.
/// Returns true, with the error printed, if the input is neither of the two.
bool disassemble(const Disassembler &D, SourceMgr &SrcMgr,
                 SmallVectorImpl<char> &Result);

} // namespace llvm

#endif // OPENTPC_TOOLS_TPC_LLVM_MC_DISASSEMBLE_H
