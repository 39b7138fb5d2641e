//===-- TPCSlotMatch.cpp - Slots to instructions --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TableGen's matcher chooses the form by the classes of the operands; data
// type and switches decide between forms that it cannot tell apart.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCCompress.h"
#include "MCTargetDesc/TPCMCCodeEmitter.h"
#include "MCTargetDesc/TPCSlotDecoder.h"
#include "MCTargetDesc/TPCSwitchWord.h"
#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TPCAsmParser.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

#define GET_REGISTER_MATCHER
#define GET_MATCHER_IMPLEMENTATION
#include "TPCGenAsmMatcher.inc"

enum TPCMatchResult {
  Match_WrongType = MCTargetAsmParser::FIRST_TARGET_MATCH_RESULT_TY,
  Match_WrongSwitch,
  Match_WrongComma,
  Match_WrongRange,
  Match_WrongGeneration,
};

MCRegister llvm::matchTPCRegister(StringRef Name) {
  constexpr size_t LongestName = 20;
  if (Name.size() > LongestName)
    return MCRegister();
  SmallString<LongestName> Upper;
  for (char C : Name)
    Upper += toUpper(C);
  if (unsigned Reg = MatchRegisterName(Upper))
    return Reg;
  return MatchRegisterAltName(Upper);
}

void TPCOperand::print(raw_ostream &OS) const {
  static const char *const Names[] = {"token",    "register", "immediate",
                                      "dim mask", "compare",  "predicate",
                                      "distance"};
  OS << '<' << Names[Kind] << ' ';
  if (Kind == Token)
    OS << Text;
  else if (Expr)
    Expr->print(OS, nullptr);
  else
    OS << (Inverted ? "!" : "") << unsigned(Reg);
  OS << '>';
}

//===----------------------------------------------------------------------===//
// Called by the matcher
//===----------------------------------------------------------------------===//

std::unique_ptr<TPCOperand> TPCAsmParser::defaultNumberOperand() const {
  const MCExpr *Zero =
      MCConstantExpr::create(0, const_cast<TPCAsmParser *>(this)->getContext());
  return TPCOperand::createExpr(TPCOperand::Immediate, Zero, SMLoc(), SMLoc());
}

/// No predicate means the one that is always true.
std::unique_ptr<TPCOperand> TPCAsmParser::defaultPredOperand() const {
  return TPCOperand::createPred(TPC::SP0, /*Inverted=*/false, SMLoc(), SMLoc());
}

unsigned
TPCAsmParser::checkEarlyTargetMatchPredicate(MCInst &Inst,
                                             const OperandVector &Ops) {
  const TPC::FormInfo *Form = TPC::findForm(Inst.getOpcode(), Gen);
  if (!Form || !Form->existsOn(Gen))
    return Match_WrongGeneration;
  if (!TPC::acceptsType(*Form, *Current))
    return Match_WrongType;
  if (!TPC::hasRoomForOperands(*Form, *Current))
    return Match_InvalidOperand;
  if (TPC::findWrongComma(*Form, *Current))
    return Match_WrongComma;
  if (!TPC::hasNumbersInRange(*Form, *Current))
    return Match_WrongRange;
  TPC::SwitchBits Bits;
  if (!TPC::resolveSwitches(*Form, *Current, Bits))
    return Match_WrongSwitch;
  return Match_Success;
}

/// Registers that are only named in text may go by another name.
unsigned TPCAsmParser::validateTargetOperandClass(MCParsedAsmOperand &Op,
                                                  unsigned Kind) {
  if (!Op.isReg())
    return Match_InvalidOperand;
  for (const TPC::ImpliedAlias &Alias : TPC::impliedAliases()) {
    MCRegister Meant = TPCMCRegisterClasses[Alias.RegClass].getRegister(0);
    auto AsMeant = TPCOperand::createReg(Meant, SMLoc(), SMLoc());
    if (Op.getReg() == Alias.Reg &&
        validateOperandClass(*AsMeant, MatchClassKind(Kind)) == Match_Success)
      return Match_Success;
  }
  return Match_InvalidOperand;
}

//===----------------------------------------------------------------------===//
// Matching
//===----------------------------------------------------------------------===//

unsigned TPCAsmParser::tryMatch(TPCSlotText &Slot, MCInst &Inst) {
  uint64_t ErrorInfo;
  FeatureBitset Missing;
  Inst.clear();
  Current = &Slot;
  return MatchInstructionImpl(Slot.Operands, Inst, ErrorInfo, Missing,
                              /*matchingInlineAsm=*/false, Slot.InSlot);
}

/// Notes that immediates are unsigned where the form says otherwise.
void TPCAsmParser::markUnsigned(const TPC::FormInfo &Form, MCInst &Inst) const {
  int Index = TPC::findOperand(Form, TPC::OperandKind::Imm32);
  if (Index < 0 || !Inst.getOperand(unsigned(Index)).isImm())
    return;
  MCOperand &Op = Inst.getOperand(unsigned(Index));
  const TPC::OperandSpace *Space = TPC::getOperandSpace(
      Gen, Form.InSlot, Form.Operands[unsigned(Index)].Field);
  if (Space && Space->encodeShort(uint32_t(Op.getImm()), /*Signed=*/false) &&
      !Space->encodeShort(uint32_t(Op.getImm()), /*Signed=*/true))
    Op.setImm(Op.getImm() | TPC::UnsignedImm);
}

/// Fills in what depends on the form, and replaces forms that only text has by
/// the record that decoding their bits gives.
bool TPCAsmParser::finishMatch(TPCSlotText &Slot, MCInst &Inst) {
  const TPC::FormInfo &Form = *TPC::findForm(Inst.getOpcode(), Gen);
  const MCRegisterInfo &MRI = *getContext().getRegisterInfo();
  TPC::SwitchBits Bits;
  TPC::resolveSwitches(Form, Slot, Bits);
  int Index = TPC::findOperand(Form, TPC::OperandKind::Switches);
  if (Index >= 0)
    Inst.getOperand(unsigned(Index)).setImm(int64_t(Bits.Word));
  Index = TPC::findOperand(Form, TPC::OperandKind::Type);
  if (Index >= 0)
    Inst.getOperand(unsigned(Index))
        .setImm(Slot.Type ? int64_t(Slot.Type->Code) : Form.DefaultType);
  // Operands without bits are what their class says, whatever the spelling.
  for (unsigned I = 0; I != Form.Operands.size(); ++I)
    if (Form.Operands[I].Kind == TPC::OperandKind::Implied)
      Inst.getOperand(I).setReg(
          MRI.getRegClass(Form.Operands[I].Param).getRegister(0));
  if (Form.IgnoreType && Slot.Type && !Slot.Type->Signed)
    markUnsigned(Form, Inst);
  Inst.setLoc(Slot.Loc);

  bool HasTextBits = Bits.TextBits != TPC::SlotWord{};
  if (!Form.ParserOnly && !HasTextBits)
    return false;
  SmallVector<MCFixup, 1> Fixups;
  TPC::SlotWord Word = Emitter->encodeSlot(Inst, Fixups, getSTI());
  for (unsigned I = 0; I != Word.size(); ++I)
    Word[I] |= Bits.TextBits[I];
  if (const TPC::LayoutField *Imm = Gen.findField(Slot.InSlot, TPC::FieldImm))
    if (Form.WeakImm)
      TPC::insertBits(Word, 0, Imm->Word, Imm->Width);
  MCInst Canonical;
  if (TPC::decodeSlot(Gen, Slot.InSlot, Word, TPC::SlotWord{}, MRI,
                      Canonical)) {
    Inst = Canonical;
    Inst.setLoc(Slot.Loc);
    return false;
  }
  return Error(Slot.Loc, "'" + Slot.Mnemonic->Name +
                             "' does not exist with this combination of data "
                             "type, switches and operands; pairs of registers "
                             "start with an even one");
}

bool TPCAsmParser::matchSlot(TPCSlotText &Slot, MCInst &Inst) {
  // A predicate register at the end may be a guard or an operand.
  auto &Last = Slot.Operands.back();
  if (Last->isReg() &&
      TPCMCRegisterClasses[TPC::PRFRegClassID].contains(Last->getReg())) {
    std::unique_ptr<MCParsedAsmOperand> AsOperand = std::move(Last);
    auto AsGuard = TPCOperand::createPred(
        AsOperand->getReg(), /*Inverted=*/false, AsOperand->getStartLoc(),
        AsOperand->getEndLoc());
    AsGuard->setAfterComma(
        static_cast<TPCOperand &>(*AsOperand).isAfterComma());
    Last = std::move(AsGuard);
    if (tryMatch(Slot, Inst) == Match_Success)
      return finishMatch(Slot, Inst);
    Last = std::move(AsOperand);
  }
  if (tryMatch(Slot, Inst) == Match_Success)
    return finishMatch(Slot, Inst);
  TPC::FormMismatch Why = TPC::explainMismatch(Gen, Slot);
  return Error(Why.Loc, Why.Message);
}

/// Encodes the bundle only to see whether its slots go together.
bool TPCAsmParser::checkBundle(const MCInst &Bundle) {
  bool HadError = getContext().hadError();
  SmallVector<char, TPC::BundleBytes> Bytes;
  SmallVector<MCFixup, 1> Fixups;
  Emitter->encodeInstruction(Bundle, Bytes, Fixups, getSTI());
  return !HadError && getContext().hadError();
}

bool TPCAsmParser::emitBundle(ArrayRef<MCInst> Insts, SMLoc Loc,
                              MCStreamer &Out) {
  MCInst Bundle;
  Bundle.setLoc(Loc);
  if (Line.front().InSlot == TPC::LoopSlot) {
    Bundle = Insts.front();
  } else {
    Bundle.setOpcode(TPC::BUNDLE);
    for (unsigned I = 0; I != TPC::LoopSlot; ++I)
      Bundle.addOperand(MCOperand::createInst(&Insts[I]));
  }
  if (InPair)
    TPC::setCompressed(Bundle);
  if (TPC::findsPairs(getSTI()))
    TPC::keepOperands(Bundle, getContext());
  // An object streamer encodes the bundle anyway and finds the same errors.
  if (Out.hasRawTextSupport() && checkBundle(Bundle))
    return true;
  // The second bundle of a pair is behind the first one.
  if (!InPair || PairLeft)
    getTargetStreamer().beforeBundle(Loc);
  Out.emitInstruction(Bundle, getSTI());
  getTargetStreamer().afterBundle();
  return false;
}

bool TPCAsmParser::MatchAndEmitInstruction(SMLoc IDLoc, unsigned &Opcode,
                                           OperandVector &Operands,
                                           MCStreamer &Out, uint64_t &ErrorInfo,
                                           bool MatchingInlineAsm) {
  if (Line.empty())
    return false; // a metadata field
  Opcode = TPC::BUNDLE;
  MCInst Insts[TPC::LoopSlot];
  for (unsigned I = 0; I != TPC::LoopSlot; ++I)
    Insts[I].setOpcode(TPC::findPlainOpcode("nop", I));
  bool Failed = false;
  for (TPCSlotText &Slot : Line) {
    unsigned Place = Slot.InSlot == TPC::LoopSlot ? 0 : Slot.InSlot;
    Failed |= matchSlot(Slot, Insts[Place]);
  }
  return Failed || emitBundle(Insts, IDLoc, Out);
}
