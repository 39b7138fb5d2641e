//===-- TPCAsmText.h - The text of inline assembly --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCASMTEXT_H
#define LLVM_LIB_TARGET_TPC_TPCASMTEXT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCInst.h"
#include "llvm/Support/SourceMgr.h"
#include <vector>

namespace llvm {

class MachineFunction;
class MachineInstr;

namespace TPC {

/// The text of an INLINEASM whose operands are physical registers, read by the
/// assembly parser. Nothing is executed but the bundles that it writes: labels,
/// jumps, loops and directives are errors.
class AsmText {
public:
  /// The slots of a bundle, without those that hold a NOP.
  using Bundle = SmallVector<MCInst, 4>;

  /// \p Tells: errors are diagnostics of the function's context.
  AsmText(const MachineInstr &Asm, bool Tells) : Asm(Asm), Tells(Tells) {}

  /// False after an error.
  bool parse();
  ArrayRef<Bundle> bundles() const { return Bundles; }
  bool hasErrors() const { return HasErrors; }
  /// An error in the text.
  void report(SMLoc Loc, const Twine &Message);

private:
  const MachineInstr &Asm;
  bool Tells;
  bool HasErrors = false;
  SourceMgr SrcMgr;
  std::vector<Bundle> Bundles;

  void tell(const SMDiagnostic &Diagnostic);
  void check(const MCInst &Inst);
};

/// The operation as a machine instruction that is in no block yet.
MachineInstr *buildOperation(MachineFunction &MF, const MachineInstr &Asm,
                             const MCInst &Inst);
/// Whether inline assembly reads the tables of special functions.
bool textUsesTables(MachineFunction &MF);
/// How many bundles an INLINEASM has at most.
unsigned countLines(const MachineInstr &Asm);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCASMTEXT_H
