//===-- TPCAsmParser.h - TPC assembly parser --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line holds one bundle: LOAD; SPU; VPU; STORE. The generic parser calls
// parseInstruction() for the first slot; it reads on over the semicolons to
// the end of the line. Every slot is then matched on its own, in the name
// space of its slot, and the four instructions become one BUNDLE.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_ASMPARSER_TPCASMPARSER_H
#define LLVM_LIB_TARGET_TPC_ASMPARSER_TPCASMPARSER_H

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCMetadata.h"
#include "TPCOperand.h"
#include "TPCSlotText.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCParser/MCTargetAsmParser.h"

namespace llvm {

class TPCMCCodeEmitter;
class TPCTargetStreamer;

class TPCAsmParser : public MCTargetAsmParser {
  const TPC::GenerationInfo &Gen;
  std::unique_ptr<TPCMCCodeEmitter> Emitter;

  /// The line that is being parsed. Empty for a metadata field.
  SmallVector<TPCSlotText, TPC::NumSlots> Line;
  /// The slot that is being matched.
  TPCSlotText *Current = nullptr;
  /// Compressed bundles that .pair still wants, and where it stands.
  unsigned PairLeft = 0;
  SMLoc PairLoc;
  /// Whether the bundle of the line is one of them.
  bool InPair = false;
  /// The metadata fields of the text.
  DenseMap<const TPC::MetadataField *, SMLoc> MetadataLocs;

public:
  TPCAsmParser(const MCSubtargetInfo &STI, MCAsmParser &Parser,
               const MCInstrInfo &MII, const MCTargetOptions &Options);
  ~TPCAsmParser() override;

#define GET_ASSEMBLER_HEADER
#include "TPCGenAsmMatcher.inc"

  bool parseRegister(MCRegister &Reg, SMLoc &StartLoc, SMLoc &EndLoc) override;
  ParseStatus tryParseRegister(MCRegister &Reg, SMLoc &StartLoc,
                               SMLoc &EndLoc) override;
  bool ParseInstruction(ParseInstructionInfo &Info, StringRef Name,
                        SMLoc NameLoc, OperandVector &Operands) override;
  bool MatchAndEmitInstruction(SMLoc IDLoc, unsigned &Opcode,
                               OperandVector &Operands, MCStreamer &Out,
                               uint64_t &ErrorInfo,
                               bool MatchingInlineAsm) override;
  ParseStatus parseDirective(AsmToken DirectiveID) override;
  bool isLabel(AsmToken &Token) override;
  void onEndOfFile() override;

  // Called by the generated matcher.
  unsigned checkEarlyTargetMatchPredicate(MCInst &Inst,
                                          const OperandVector &Ops) override;
  unsigned validateTargetOperandClass(MCParsedAsmOperand &Op,
                                      unsigned Kind) override;
  std::unique_ptr<TPCOperand> defaultNumberOperand() const;
  std::unique_ptr<TPCOperand> defaultPredOperand() const;

private:
  TPCTargetStreamer &getTargetStreamer();

  // Words of the source. They are looked at as text, since LLVM's lexer knows
  // neither b00101 nor i16_-3 nor 1.5bf.
  StringRef peekWord();
  void eatWord(StringRef Word);
  SMLoc locOf(StringRef Word) const {
    return SMLoc::getFromPointer(Word.data());
  }
  SMLoc endOf(StringRef Word) const {
    return SMLoc::getFromPointer(Word.data() + Word.size());
  }
  bool atEndOfSlot();

  bool parseLine(StringRef Name, SMLoc NameLoc);
  std::optional<SMLoc> findEmptySlot(SMLoc NameLoc);
  void skipLine();
  bool chooseSlot(TPCSlotText &Slot);
  bool mayStandAlone(const TPC::MnemonicInfo &Mnemonic) const;
  bool reportSlot(const TPCSlotText &Slot);
  bool expandHalt();
  bool parseOperands(TPCSlotText &Slot);
  bool parseHead(TPCSlotText &Slot, StringRef Head);
  bool parseSuffix(TPCSlotText &Slot, StringRef Suffix);
  bool parseWord(TPCSlotText &Slot, bool &Separates);
  bool parseGuard(TPCSlotText &Slot, StringRef Word);
  bool parseSwitch(TPCSlotText &Slot, StringRef Word);
  bool startsSwitch(const TPCSlotText &Slot, StringRef Word) const;
  bool parseLiteral(TPCSlotText &Slot, StringRef Word);
  bool parseNumber(TPCSlotText &Slot, StringRef Word);
  bool parseDistance(TPCSlotText &Slot);

  bool matchSlot(TPCSlotText &Slot, MCInst &Inst);
  unsigned tryMatch(TPCSlotText &Slot, MCInst &Inst);
  void markUnsigned(const TPC::FormInfo &Form, MCInst &Inst) const;
  bool finishMatch(TPCSlotText &Slot, MCInst &Inst);
  bool emitBundle(ArrayRef<MCInst> Insts, SMLoc Loc, MCStreamer &Out);
  bool checkBundle(const MCInst &Bundle);

  bool parsePair(SMLoc Loc);
  ParseStatus parseMetadataSection(AsmToken DirectiveID);
  void finishMetadata();
  bool parseMetadataField(StringRef Name, SMLoc NameLoc);
  bool parseMetadataIndex(const TPC::MetadataField &Field, unsigned &Index);
  bool parseMetadataValue(const TPC::MetadataField &Field, uint32_t &Value);
  bool parseMetadataFlags(const TPC::MetadataField &Field, uint32_t &Value);
};

/// The register called \p Name, in any case; none if there is no such.
MCRegister matchTPCRegister(StringRef Name);

namespace TPC {

/// Says why no form takes the text of a slot.
FormMismatch explainMismatch(const GenerationInfo &Gen,
                             const TPCSlotText &Text);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_ASMPARSER_TPCASMPARSER_H
