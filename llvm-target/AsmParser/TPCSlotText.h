//===-- TPCSlotText.h - The text of one slot --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text of a slot in the order the matcher wants it, whatever the order in
// the source was, and the choice between forms that depends on more than the
// classes of operands: data type and switches.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_ASMPARSER_TPCSLOTTEXT_H
#define LLVM_LIB_TARGET_TPC_ASMPARSER_TPCSLOTTEXT_H

#include "MCTargetDesc/TPCBaseInfo.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCParser/MCParsedAsmOperand.h"
#include "llvm/Support/SMLoc.h"
#include <memory>
#include <optional>
#include <string>

namespace llvm {

/// A switch as it stands in the text; what it means depends on the form.
struct TPCSwitchText {
  StringRef Name;
  StringRef Value; ///< empty if there was no "="
  SMLoc Loc;
};

/// mnemonic[.type] [switches] operands [predicate]
struct TPCSlotText {
  const TPC::GenerationInfo *Gen;
  unsigned InSlot = 0;
  const TPC::MnemonicInfo *Mnemonic = nullptr;
  SMLoc Loc;
  const TPC::DataTypeInfo *Type = nullptr;
  SMLoc TypeLoc;
  SmallVector<TPCSwitchText, 4> Switches;
  /// The mnemonic as a token, then the operands, then the predicate.
  SmallVector<std::unique_ptr<MCParsedAsmOperand>, 8> Operands;

  explicit TPCSlotText(const TPC::GenerationInfo &Gen) : Gen(&Gen) {}

  /// The mnemonic's forms in this slot, on this generation.
  SmallVector<const TPC::FormInfo *, 16> forms() const;
};

namespace TPC {

/// What the switches of a text mean for a form.
struct SwitchBits {
  uint64_t Word = 0;   ///< the SwitchOp operand
  SlotWord TextBits{}; ///< bits that select another record when set
};

/// Why a form does not take the text.
struct FormMismatch {
  SMLoc Loc;
  std::string Message;
};

/// Whether a form takes the data type of the text.
bool acceptsType(const FormInfo &Form, const TPCSlotText &Text);

/// Whether a form takes the switches of the text; fills \p Bits if so.
bool resolveSwitches(const FormInfo &Form, const TPCSlotText &Text,
                     SwitchBits &Bits, FormMismatch *Why = nullptr);

/// Whether a form has as many operands as the text. TableGen's matcher does not
/// look behind the operands of the longest forms.
bool hasRoomForOperands(const FormInfo &Form, const TPCSlotText &Text);

/// The first operand, by its number in the text, that has a comma before it
/// where the form has none or the other way round.
std::optional<unsigned> findWrongComma(const FormInfo &Form,
                                       const TPCSlotText &Text);

/// Whether the numbers of the text are in the ranges of the form's operands.
/// The matcher's classes only know numbers of bits.
bool hasNumbersInRange(const FormInfo &Form, const TPCSlotText &Text);

/// Whether \p Word is a switch or the value of one in some form of the
/// mnemonic.
bool isSwitchWord(const TPCSlotText &Text, StringRef Word);

/// Whether \p Name is the name of a group of switches in some form.
bool isSwitchGroup(const TPCSlotText &Text, StringRef Name);

/// The generations, as a list for messages, on which the mnemonic exists in
/// this slot, and has a switch or a value \p Name, or a value \p Value of
/// \p Name. Empty if there is none, or the generation of the text has it too.
std::string listOtherGenerations(const TPCSlotText &Text, StringRef Name = "",
                                 StringRef Value = "");

/// All spellings of switches that the mnemonic takes, for messages.
std::string listSwitches(const TPCSlotText &Text);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_ASMPARSER_TPCSLOTTEXT_H
