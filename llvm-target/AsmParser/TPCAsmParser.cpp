//===-- TPCAsmParser.cpp - TPC assembly parser ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Text to slots. Matching the slots is in TPCSlotMatch.cpp.
//
//===----------------------------------------------------------------------===//

#include "TPCAsmParser.h"
#include "MCTargetDesc/TPCMCCodeEmitter.h"
#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TPCLiteral.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCParser/MCAsmLexer.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/SourceMgr.h"

using namespace llvm;

static constexpr StringLiteral SlotOrder = "LOAD; SPU; VPU; STORE";

TPCAsmParser::TPCAsmParser(const MCSubtargetInfo &STI, MCAsmParser &Parser,
                           const MCInstrInfo &MII,
                           const MCTargetOptions &Options)
    : MCTargetAsmParser(Options, STI, MII), Gen(TPC::getGeneration(STI)),
      Emitter(std::make_unique<TPCMCCodeEmitter>(Parser.getContext())) {
  MCAsmParserExtension::Initialize(Parser);
  setAvailableFeatures(ComputeAvailableFeatures(STI.getFeatureBits()));
}

TPCAsmParser::~TPCAsmParser() = default;

TPCTargetStreamer &TPCAsmParser::getTargetStreamer() {
  return static_cast<TPCTargetStreamer &>(
      *getParser().getStreamer().getTargetStreamer());
}

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

/// The text from the current token to the next blank, comma, semicolon or
/// comment. Nothing is eaten.
StringRef TPCAsmParser::peekWord() {
  if (getTok().is(AsmToken::EndOfStatement) || getTok().is(AsmToken::Eof))
    return StringRef();
  // Buffers end with a null character.
  const char *Start = getTok().getLoc().getPointer(), *P = Start;
  while (*P && !isSpace(*P) && *P != ',' && *P != ';' &&
         !(P[0] == '/' && (P[1] == '/' || P[1] == '*')))
    ++P;
  return StringRef(Start, P - Start);
}

void TPCAsmParser::eatWord(StringRef Word) {
  while (getTok().isNot(AsmToken::EndOfStatement) &&
         getTok().isNot(AsmToken::Eof) &&
         getTok().getLoc().getPointer() < Word.end())
    Lex();
}

bool TPCAsmParser::atEndOfSlot() {
  return getTok().is(AsmToken::EndOfStatement) || getTok().is(AsmToken::Eof);
}

ParseStatus TPCAsmParser::tryParseRegister(MCRegister &Reg, SMLoc &StartLoc,
                                           SMLoc &EndLoc) {
  if (getTok().isNot(AsmToken::Identifier))
    return ParseStatus::NoMatch;
  Reg = matchTPCRegister(getTok().getString());
  if (!Reg)
    return ParseStatus::NoMatch;
  StartLoc = getTok().getLoc();
  EndLoc = getTok().getEndLoc();
  Lex();
  return ParseStatus::Success;
}

bool TPCAsmParser::parseRegister(MCRegister &Reg, SMLoc &StartLoc,
                                 SMLoc &EndLoc) {
  if (!tryParseRegister(Reg, StartLoc, EndLoc).isSuccess())
    return Error(getTok().getLoc(), "expected a register");
  return false;
}

//===----------------------------------------------------------------------===//
// A slot
//===----------------------------------------------------------------------===//

/// The mnemonic with its suffixes. Some mnemonics have dots of their own.
bool TPCAsmParser::parseHead(TPCSlotText &Slot, StringRef Head) {
  Slot.Loc = locOf(Head);
  std::string Lower = Head.lower();
  StringRef Name = Lower;
  while (!(Slot.Mnemonic = TPC::findMnemonic(Name)) && Name.contains('.'))
    Name = Name.rsplit('.').first;
  if (!Slot.Mnemonic)
    return Error(Slot.Loc,
                 "unknown instruction '" + Head.split('.').first + "'",
                 SMRange(locOf(Head), endOf(Head)));
  StringRef Rest = Head.drop_front(Name.size());
  while (Rest.consume_front(".")) {
    StringRef Suffix = Rest.take_until([](char C) { return C == '.'; });
    Rest = Rest.drop_front(Suffix.size());
    if (parseSuffix(Slot, Suffix))
      return true;
  }
  return false;
}

/// The first suffix that names a data type is the type.
bool TPCAsmParser::parseSuffix(TPCSlotText &Slot, StringRef Suffix) {
  const TPC::DataTypeInfo *Type = TPC::findDataType(Suffix);
  if (Type && !Slot.Type) {
    Slot.Type = Type;
    Slot.TypeLoc = locOf(Suffix);
    return false;
  }
  Slot.Switches.push_back({Suffix, StringRef(), locOf(Suffix)});
  return false;
}

bool TPCAsmParser::parseGuard(TPCSlotText &Slot, StringRef Word) {
  StringRef Name = Word.drop_front();
  if (Name.empty()) {
    Lex(); // blanks may follow the '!'
    Name = peekWord();
  }
  MCRegister Reg = matchTPCRegister(Name);
  if (!Reg || !TPCMCRegisterClasses[TPC::PRFRegClassID].contains(Reg))
    return Error(locOf(Word),
                 "expected a predicate register SP0..SP15 or VP0..VP15 after "
                 "'!'");
  Slot.Operands.push_back(
      TPCOperand::createPred(Reg, /*Inverted=*/true, locOf(Word), endOf(Name)));
  eatWord(Name);
  return false;
}

/// name, name=value; blanks may stand around the '='.
bool TPCAsmParser::parseSwitch(TPCSlotText &Slot, StringRef Word) {
  auto [Name, Value] = Word.split('=');
  SMLoc End = endOf(Word);
  bool HasValue = Word.contains('=');
  eatWord(Word);
  if (!HasValue && getTok().is(AsmToken::Equal)) {
    HasValue = true;
    Value = peekWord().drop_front();
    End = getTok().getEndLoc();
    Lex();
    if (!Value.empty())
      eatWord(Value);
  }
  if (HasValue && Value.empty()) {
    Value = getTok().is(AsmToken::Comma) ? StringRef() : peekWord();
    if (Value.empty() || matchTPCRegister(Value))
      return Error(End, "expected a value after '" + Name + "='");
    eatWord(Value);
  }
  Slot.Switches.push_back({Name, Value, locOf(Name)});
  return false;
}

/// Whether a switch starts at \p Word.
bool TPCAsmParser::startsSwitch(const TPCSlotText &Slot, StringRef Word) const {
  if (Word.empty() || !isAlpha(Word.front()))
    return false;
  if (Word.contains('=') || TPC::isSwitchWord(Slot, Word))
    return true;
  const char *Next = Word.end();
  while (*Next == ' ' || *Next == '\t')
    ++Next;
  return *Next == '=' && TPC::isSwitchGroup(Slot, Word);
}

bool TPCAsmParser::parseLiteral(TPCSlotText &Slot, StringRef Word) {
  std::string Why;
  std::optional<uint32_t> Bits = TPC::parseLiteral(Word, Why);
  if (!Bits)
    return Error(locOf(Word), "bad literal '" + Word + "': " + Why);
  Slot.Operands.push_back(TPCOperand::createExpr(
      TPCOperand::Immediate, MCConstantExpr::create(*Bits, getContext()),
      locOf(Word), endOf(Word)));
  eatWord(Word);
  return false;
}

/// '.' and a number: a distance, as a plain number is. It need not be a
/// multiple of a bundle: what the disassembler prints has to assemble.
bool TPCAsmParser::parseDistance(TPCSlotText &Slot) {
  SMLoc Start = getTok().getLoc(), End = getTok().getEndLoc();
  int64_t Value = 0;
  Lex();
  if (getTok().is(AsmToken::Plus) || getTok().is(AsmToken::Minus)) {
    const MCExpr *Expr;
    SMLoc ExprLoc = getTok().getLoc();
    if (getParser().parseExpression(Expr, End))
      return true;
    if (!Expr->evaluateAsAbsolute(Value))
      return Error(ExprLoc, "expected a number after '.'");
  }
  if (!isInt<32>(Value) && !isUInt<32>(Value))
    return Error(Start, "immediate must be -2147483648 to 4294967295");
  Slot.Operands.push_back(TPCOperand::createExpr(
      TPCOperand::Distance, MCConstantExpr::create(Value, getContext()), Start,
      End));
  return false;
}

/// A number, a label or an expression of LLVM's assembler.
bool TPCAsmParser::parseNumber(TPCSlotText &Slot, StringRef Word) {
  SMLoc Start = locOf(Word), End;
  const MCExpr *Expr;
  if (getTok().is(AsmToken::Dot))
    return parseDistance(Slot);
  // LLVM's parser would take its bits as a number of 64 bits.
  if (getTok().is(AsmToken::Real))
    return Error(Start, "'" + Word + "' has no point: write 1.0e5 for 1e5");
  if (getParser().parseExpression(Expr, End))
    return true;
  // The lexer takes 3V1 for two tokens.
  if (getTok().is(AsmToken::Identifier) && getTok().getLoc() == End)
    return Error(End, "expected ',' or ';' before '" + peekWord() + "'");
  int64_t Value;
  if (Expr->evaluateAsAbsolute(Value)) {
    if (!isInt<32>(Value) && !isUInt<32>(Value))
      return Error(Start, "immediate must be -2147483648 to 4294967295");
    Expr = MCConstantExpr::create(Value, getContext());
  }
  Slot.Operands.push_back(
      TPCOperand::createExpr(TPCOperand::Immediate, Expr, Start, End));
  return false;
}

static bool isDimMask(StringRef Word) {
  return Word.size() == 6 && toLower(Word[0]) == 'b' &&
         Word.drop_front().find_first_not_of("01") == StringRef::npos;
}

static std::optional<unsigned> findCompare(StringRef Word) {
  ArrayRef<StringLiteral> Names = TPC::loopCompares();
  for (unsigned I = 0; I != Names.size(); ++I)
    if (Names[I] == Word)
      return I;
  return std::nullopt;
}

/// One operand or switch. \p Separates says whether a comma has to follow
/// before the next one: switches, masks and step numbers stand before the
/// operands without one.
bool TPCAsmParser::parseWord(TPCSlotText &Slot, bool &Separates) {
  StringRef Word = peekWord();
  auto AddConstant = [&](TPCOperand::KindTy Kind, int64_t Value) {
    Slot.Operands.push_back(TPCOperand::createExpr(
        Kind, MCConstantExpr::create(Value, getContext()), locOf(Word),
        endOf(Word)));
    eatWord(Word);
    return false;
  };

  if (Word.starts_with("!") && Word != "!=") {
    Separates = true;
    return parseGuard(Slot, Word);
  }
  if (MCRegister Reg = matchTPCRegister(Word)) {
    // Some hardware registers stand before the operands.
    Separates = !TPCMCRegisterClasses[TPC::HSRFRegClassID].contains(Reg) &&
                !TPCMCRegisterClasses[TPC::HVRFRegClassID].contains(Reg);
    Slot.Operands.push_back(
        TPCOperand::createReg(Reg, locOf(Word), endOf(Word)));
    eatWord(Word);
    return false;
  }
  if (isDimMask(Word)) {
    uint64_t Mask = 0;
    Word.drop_front().getAsInteger(2, Mask);
    return AddConstant(TPCOperand::DimMask, int64_t(Mask));
  }
  if (Slot.InSlot == TPC::LoopSlot &&
      StringRef("<>=!").contains(Word.front())) {
    if (std::optional<unsigned> Code = findCompare(Word))
      return AddConstant(TPCOperand::Compare, *Code);
    return Error(locOf(Word), "unknown comparison '" + Word + "'; legal are " +
                                  join(TPC::loopCompares(), ", "));
  }
  if (startsSwitch(Slot, Word))
    return parseSwitch(Slot, Word);
  if (TPC::looksLikeLiteral(Word))
    return parseLiteral(Slot, Word);
  return parseNumber(Slot, Word);
}

bool TPCAsmParser::parseOperands(TPCSlotText &Slot) {
  Slot.Operands.push_back(
      TPCOperand::createToken(Slot.Mnemonic->Main, Slot.Loc));
  bool NeedsComma = false;
  while (!atEndOfSlot()) {
    if (NeedsComma && getTok().isNot(AsmToken::Comma) &&
        !startsSwitch(Slot, peekWord()))
      return Error(getTok().getLoc(),
                   "expected ',' or ';' before '" + peekWord() + "'");
    bool AfterComma = getTok().is(AsmToken::Comma);
    if (AfterComma) {
      SMLoc CommaLoc = getTok().getLoc();
      if (Slot.Operands.size() == 1 && Slot.Switches.empty())
        return Error(CommaLoc, "expected an operand before ','");
      Lex();
      if (atEndOfSlot() || getTok().is(AsmToken::Comma))
        return Error(CommaLoc, "expected an operand after ','");
    }
    size_t Before = Slot.Operands.size();
    if (parseWord(Slot, NeedsComma))
      return true;
    if (Slot.Operands.size() != Before)
      static_cast<TPCOperand &>(*Slot.Operands.back())
          .setAfterComma(AfterComma);
  }
  return false;
}

//===----------------------------------------------------------------------===//
// A line
//===----------------------------------------------------------------------===//

static bool isSemicolon(const AsmToken &Tok) {
  return Tok.is(AsmToken::EndOfStatement) && Tok.getString() == ";";
}

static std::string listSlots(unsigned Slots) {
  std::string List;
  for (unsigned I = 0; I != TPC::NumSlots; ++I)
    if (Slots >> I & 1)
      List += (List.empty() ? "" : " and ") + TPC::getSlotName(I).str();
  return List;
}

/// After an error: the rest of the line is not parsed as a line of its own.
void TPCAsmParser::skipLine() {
  while (getTok().isNot(AsmToken::Eof) &&
         (getTok().isNot(AsmToken::EndOfStatement) || isSemicolon(getTok())))
    Lex();
}

bool TPCAsmParser::ParseInstruction(ParseInstructionInfo &Info, StringRef Name,
                                    SMLoc NameLoc, OperandVector &Operands) {
  if (!parseLine(Name, NameLoc))
    return false;
  skipLine();
  return true;
}

/// LLVM's parser takes a semicolon at the start of a line for an empty
/// statement. Here it would move every slot by one.
std::optional<SMLoc> TPCAsmParser::findEmptySlot(SMLoc NameLoc) {
  const SourceMgr &SM = getParser().getSourceManager();
  unsigned Buffer = SM.FindBufferContainingLoc(NameLoc);
  if (!Buffer)
    return std::nullopt;
  const char *Begin = SM.getMemoryBuffer(Buffer)->getBufferStart();
  const char *P = NameLoc.getPointer();
  while (P != Begin && (P[-1] == ' ' || P[-1] == '\t'))
    --P;
  if (P == Begin || P[-1] != ';')
    return std::nullopt;
  return SMLoc::getFromPointer(P - 1);
}

bool TPCAsmParser::parseLine(StringRef Name, SMLoc NameLoc) {
  Line.clear();
  // The name itself is the source's text in lower case.
  StringRef Head(NameLoc.getPointer(), Name.size());
  if (getTargetStreamer().isInMetadataSection())
    return parseMetadataField(Head, NameLoc);
  InPair = PairLeft != 0;
  PairLeft -= InPair;
  if (std::optional<SMLoc> Empty = findEmptySlot(NameLoc))
    return Error(*Empty, "empty slot: write nop");

  for (;;) {
    TPCSlotText &Slot = Line.emplace_back(Gen);
    if (parseHead(Slot, Head) || chooseSlot(Slot))
      return true;
    eatWord(Head);
    if (parseOperands(Slot))
      return true;
    if (!isSemicolon(getTok()))
      break;
    Lex();
    // A semicolon may end the line.
    if (atEndOfSlot() && !isSemicolon(getTok()))
      break;
    if (Line.front().InSlot == TPC::LoopSlot)
      return Error(getTok().getLoc(), "'" + Line.front().Mnemonic->Name +
                                          "' takes the whole bundle");
    if (Line.size() == TPC::LoopSlot)
      return Error(getTok().getLoc(), "a bundle has four slots: " + SlotOrder);
    if (getTok().isNot(AsmToken::Identifier))
      return Error(getTok().getLoc(),
                   "expected an instruction; an unused slot is 'nop'");
    Head = peekWord();
  }
  return expandHalt() || parseEOL();
}

/// HALT stands in both computing slots; alone on its line it fills them.
bool TPCAsmParser::mayStandAlone(const TPC::MnemonicInfo &Mnemonic) const {
  unsigned Opcode = TPC::findPlainOpcode(Mnemonic.Main, TPC::SpuSlot);
  return Opcode && MII.get(Opcode).isTerminator() &&
         TPC::findPlainOpcode(Mnemonic.Main, TPC::VpuSlot);
}

bool TPCAsmParser::reportSlot(const TPCSlotText &Slot) {
  return Error(Slot.Loc, "'" + Slot.Mnemonic->Name + "' is an instruction of " +
                             listSlots(Slot.Mnemonic->Slots) +
                             ", but stands in the " +
                             TPC::getSlotName(Slot.InSlot) +
                             " slot (order: " + SlotOrder + ")");
}

/// The slot of the last instruction of the line, by its place.
bool TPCAsmParser::chooseSlot(TPCSlotText &Slot) {
  unsigned Slots = Slot.Mnemonic->Slots;
  Slot.InSlot = unsigned(Line.size() - 1);
  if (Slots == 1u << TPC::LoopSlot) {
    if (Line.size() != 1)
      return Error(Slot.Loc,
                   "'" + Slot.Mnemonic->Name + "' takes the whole bundle");
    Slot.InSlot = TPC::LoopSlot;
    return false;
  }
  if (Slots >> Slot.InSlot & 1)
    return false;
  if (Line.size() == 1 && mayStandAlone(*Slot.Mnemonic))
    return false; // expandHalt() looks at it again
  return reportSlot(Slot);
}

bool TPCAsmParser::expandHalt() {
  TPCSlotText &First = Line.front();
  if (First.InSlot != TPC::LoadSlot || First.Mnemonic->Slots & 1)
    return false;
  if (Line.size() != 1)
    return reportSlot(First);
  TPCSlotText Vpu(Gen);
  Vpu.Mnemonic = First.Mnemonic;
  Vpu.Loc = First.Loc;
  Vpu.Operands.push_back(
      TPCOperand::createToken(First.Mnemonic->Main, First.Loc));
  Vpu.InSlot = TPC::VpuSlot;
  First.InSlot = TPC::SpuSlot;
  Line.push_back(std::move(Vpu));
  return false;
}

extern "C" void LLVMInitializeTPCAsmParser() {
  RegisterMCAsmParser<TPCAsmParser> X(getTheTPCTarget());
}
