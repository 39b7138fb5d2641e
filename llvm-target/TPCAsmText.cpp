//===-- TPCAsmText.cpp - The text of inline assembly ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text with its operands put in goes through the assembly parser into a
// streamer that keeps the instructions.
//
//===----------------------------------------------------------------------===//

#include "TPCAsmText.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCObjectFileInfo.h"
#include "llvm/MC/MCParser/MCAsmParser.h"
#include "llvm/MC/MCParser/MCTargetAsmParser.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;
using namespace llvm::TPC;

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

namespace {

/// Puts operands where the template names them, as AsmPrinter does.
class Expander {
  const MachineInstr &Asm;
  const TargetRegisterInfo &TRI;
  std::string Out;
  /// Of alternatives the first one is taken; -1: not among alternatives.
  int Alternative = -1;

  void add(StringRef Text) {
    if (Alternative <= 0)
      Out += Text;
  }
  const MachineOperand *find(unsigned Number) const;
  void addOperand(StringRef Reference);
  void addSpecial(StringRef Name);
  void addEscape(StringRef &Rest);
  void fail(const Twine &Message) {
    if (Error.empty())
      Error = Message.str();
  }

public:
  explicit Expander(const MachineInstr &Asm)
      : Asm(Asm), TRI(*Asm.getMF()->getSubtarget().getRegisterInfo()) {}
  /// What is wrong with the template; empty if nothing is.
  std::string Error;
  std::string expand();
};

} // namespace

const MachineOperand *Expander::find(unsigned Number) const {
  unsigned Op = InlineAsm::MIOp_FirstOperand;
  for (; Op < Asm.getNumOperands() && Asm.getOperand(Op).isImm(); --Number) {
    const InlineAsm::Flag Flag(Asm.getOperand(Op).getImm());
    if (!Number)
      return Flag.getNumOperandRegisters() == 1 ? &Asm.getOperand(Op + 1)
                                                : nullptr;
    Op += 1 + Flag.getNumOperandRegisters();
  }
  return nullptr;
}

/// N or N:MODIFIER.
void Expander::addOperand(StringRef Reference) {
  auto [Digits, Modifier] = Reference.split(':');
  unsigned Number;
  const MachineOperand *MO =
      Digits.getAsInteger(10, Number) ? nullptr : find(Number);
  if (!MO)
    return fail("inline assembly has no operand '" + Digits + "'");
  if (MO->isReg() && Modifier.empty())
    return add(TRI.getRegAsmName(MO->getReg()));
  if (MO->isImm() && (Modifier.empty() || Modifier == "c" || Modifier == "n"))
    return add(itostr(Modifier == "n" ? -MO->getImm() : MO->getImm()));
  fail("operand " + Digits + " of inline assembly " +
       (Modifier.empty() ? Twine("is neither a register nor a number")
                         : "cannot have the modifier '" + Modifier + "'"));
}

void Expander::addSpecial(StringRef Name) {
  if (Name == "comment")
    add("//");
  else if (Name == "private")
    add(".L");
  else if (Name == "uid")
    add("0"); // There is nothing in the text that would need it.
  else
    fail("inline assembly has no '" + Name + "'");
}

/// What follows a dollar.
void Expander::addEscape(StringRef &Rest) {
  if (Rest.consume_front("$"))
    return add("$");
  if (Rest.consume_front("(")) {
    Alternative = 0;
  } else if (Rest.consume_front("|")) {
    Alternative = Alternative < 0 ? -1 : Alternative + 1;
  } else if (Rest.consume_front(")")) {
    Alternative = -1;
  } else if (Rest.consume_front("{:")) {
    addSpecial(Rest.take_until([](char C) { return C == '}'; }));
    Rest = Rest.split('}').second;
  } else if (Rest.consume_front("{")) {
    addOperand(Rest.take_until([](char C) { return C == '}'; }));
    Rest = Rest.split('}').second;
  } else {
    StringRef Number = Rest.take_while(isDigit);
    Rest = Rest.drop_front(Number.size());
    addOperand(Number);
  }
}

std::string Expander::expand() {
  StringRef Rest = Asm.getOperand(InlineAsm::MIOp_AsmString).getSymbolName();
  while (!Rest.empty()) {
    size_t Plain = std::min(Rest.find('$'), Rest.size());
    add(Rest.take_front(Plain));
    Rest = Rest.drop_front(Plain);
    if (Rest.consume_front("$"))
      addEscape(Rest);
  }
  return std::move(Out);
}

//===----------------------------------------------------------------------===//
// The parser's output
//===----------------------------------------------------------------------===//

namespace {

class TextTargetStreamer final : public TPCTargetStreamer {
public:
  using TPCTargetStreamer::TPCTargetStreamer;
  bool takesDirectives() const override { return false; }
};

/// Keeps the bundles.
class TextStreamer final : public MCStreamer {
  std::vector<AsmText::Bundle> &Bundles;

public:
  TextStreamer(MCContext &Ctx, std::vector<AsmText::Bundle> &Bundles)
      : MCStreamer(Ctx), Bundles(Bundles) {
    new TextTargetStreamer(*this); // which belongs to this one
  }
  /// The parser looks at bundles itself then.
  bool hasRawTextSupport() const override { return true; }
  bool emitSymbolAttribute(MCSymbol *, MCSymbolAttr) override { return false; }
  void emitCommonSymbol(MCSymbol *, uint64_t, Align) override {}
  void emitZerofill(MCSection *, MCSymbol *, uint64_t, Align, SMLoc) override {}
  void emitLabel(MCSymbol *Symbol, SMLoc Loc) override {
    // Sections begin with one that has no place.
    if (Loc.isValid())
      getContext().reportError(
          Loc, "labels have no place in inline assembly; it runs from its "
               "first bundle to its last one");
  }
  void emitInstruction(const MCInst &Inst, const MCSubtargetInfo &) override {
    AsmText::Bundle &Bundle = Bundles.emplace_back();
    if (Inst.getOpcode() != TPC::BUNDLE)
      return Bundle.push_back(Inst);
    for (unsigned Slot = 0; Slot != LoopSlot; ++Slot) {
      const MCInst &Own = *Inst.getOperand(Slot).getInst();
      if (Own.getOpcode() != findPlainOpcode("nop", Slot))
        Bundle.push_back(Own);
    }
  }
};

} // namespace

bool AsmText::parse() {
  Expander Operands(Asm);
  std::string Text = Operands.expand();
  SrcMgr.AddNewSourceBuffer(
      MemoryBuffer::getMemBufferCopy(Text, "<inline asm>"), SMLoc());
  SrcMgr.setDiagHandler(
      [](const SMDiagnostic &D, void *Self) {
        static_cast<AsmText *>(Self)->tell(D);
      },
      this);
  SMLoc Start = SMLoc::getFromPointer(
      SrcMgr.getMemoryBuffer(SrcMgr.getMainFileID())->getBufferStart());
  if (!Operands.Error.empty()) {
    report(Start, Operands.Error);
    return false;
  }
  const TargetMachine &TM = Asm.getMF()->getTarget();
  const Target &T = TM.getTarget();
  const TargetSubtargetInfo &STI = Asm.getMF()->getSubtarget();
  MCContext Ctx(TM.getTargetTriple(), TM.getMCAsmInfo(), TM.getMCRegisterInfo(),
                &STI, &SrcMgr, &TM.Options.MCOptions);
  Ctx.setDiagnosticHandler([&](const SMDiagnostic &D, bool, const SourceMgr &,
                               std::vector<const MDNode *> &) { tell(D); });
  std::unique_ptr<MCObjectFileInfo> Sections(
      T.createMCObjectFileInfo(Ctx, /*PIC=*/false));
  Ctx.setObjectFileInfo(Sections.get());
  TextStreamer Streamer(Ctx, Bundles);
  std::unique_ptr<MCAsmParser> Parser(
      createMCAsmParser(SrcMgr, Ctx, Streamer, *TM.getMCAsmInfo()));
  std::unique_ptr<MCTargetAsmParser> OfTarget(T.createMCAsmParser(
      STI, *Parser, *TM.getMCInstrInfo(), TM.Options.MCOptions));
  if (!OfTarget) {
    report(Start, "there is no assembly parser for inline assembly");
    return false;
  }
  Parser->setTargetParser(*OfTarget);
  Parser->Run(/*NoInitialTextSection=*/false, /*NoFinalize=*/true);
  for (const Bundle &B : Bundles)
    for (const MCInst &Inst : B)
      check(Inst);
  return !HasErrors;
}

void AsmText::check(const MCInst &Inst) {
  const FormInfo *Form = findForm(Inst.getOpcode());
  const MCInstrDesc &Desc =
      Asm.getMF()->getTarget().getMCInstrInfo()->get(Inst.getOpcode());
  if (!Form)
    report(Inst.getLoc(), "this instruction has no place in inline assembly");
  else if (Form->InSlot == LoopSlot)
    report(Inst.getLoc(), "a hardware loop has no place in inline assembly; "
                          "write the loop around it in C");
  else if (Desc.isBranch())
    report(Inst.getLoc(), "a jump has no place in inline assembly; write the "
                          "control flow around it in C");
  else if (any_of(Inst, [](const MCOperand &Op) { return Op.isExpr(); }))
    report(Inst.getLoc(),
           "symbols have no place in inline assembly; pass their values with "
           "the constraint \"i\" or \"s\"");
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

/// Where the front end knows the line of the text: an integer a line, or one
/// for all.
static uint64_t findCookie(const MachineInstr &Asm, unsigned Line) {
  for (const MachineOperand &MO : reverse(Asm.operands())) {
    const MDNode *Node = MO.isMetadata() ? MO.getMetadata() : nullptr;
    if (!Node || !Node->getNumOperands())
      continue;
    if (Line >= Node->getNumOperands())
      Line = 0;
    if (auto *C = mdconst::dyn_extract<ConstantInt>(Node->getOperand(Line)))
      return C->getZExtValue();
  }
  return 0;
}

void AsmText::tell(const SMDiagnostic &Diagnostic) {
  HasErrors |= Diagnostic.getKind() == SourceMgr::DK_Error;
  if (!Tells)
    return;
  const Function &F = Asm.getMF()->getFunction();
  unsigned Line = unsigned(std::max(1, Diagnostic.getLineNo()));
  if (uint64_t Cookie = findCookie(Asm, Line - 1))
    return F.getContext().diagnose(DiagnosticInfoSrcMgr(
        Diagnostic, F.getParent()->getName(), /*InlineAsmDiag=*/true, Cookie));
  const DebugLoc &DL = Asm.getDebugLoc();
  F.getContext().diagnose(DiagnosticInfoUnsupported(
      F,
      Diagnostic.getMessage() + ", in '" + Diagnostic.getLineContents().trim() +
          "'",
      DL ? DiagnosticLocation(DL) : DiagnosticLocation(F.getSubprogram()),
      Diagnostic.getKind() == SourceMgr::DK_Error ? DS_Error : DS_Warning));
}

void AsmText::report(SMLoc Loc, const Twine &Message) {
  tell(SrcMgr.GetMessage(Loc, SourceMgr::DK_Error, Message));
}

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

MachineInstr *TPC::buildOperation(MachineFunction &MF, const MachineInstr &Asm,
                                  const MCInst &Inst) {
  const MCInstrDesc &Desc =
      MF.getSubtarget().getInstrInfo()->get(Inst.getOpcode());
  MachineInstrBuilder MIB(MF, MF.CreateMachineInstr(Desc, Asm.getDebugLoc()));
  for (auto [Index, Op] : enumerate(Inst)) {
    if (Op.isReg())
      MIB.addReg(Op.getReg(), getDefRegState(Index < Desc.getNumDefs()));
    else
      MIB.addImm(Op.getImm());
  }
  // The text does not say whether anything of the old value stays; no harm is
  // done where nothing does.
  if (Desc.getNumDefs() == 1 && !MIB->getOperand(0).isTied()) {
    MIB.addReg(MIB->getOperand(0).getReg(), RegState::Implicit);
    MIB->tieOperands(0, MIB->getNumOperands() - 1);
  }
  return MIB;
}

bool TPC::textUsesTables(MachineFunction &MF) {
  bool Uses = false;
  for (const MachineBasicBlock &MBB : MF)
    for (const MachineInstr &MI : MBB) {
      if (!MI.isInlineAsm())
        continue;
      AsmText Text(MI, /*Tells=*/false);
      if (!Text.parse())
        continue;
      for (const AsmText::Bundle &Bundle : Text.bundles())
        for (const MCInst &Inst : Bundle) {
          MachineInstr *Op = buildOperation(MF, MI, Inst);
          Uses |= TPCMachineModel::isLookup(*Op);
          MF.deleteMachineInstr(Op);
        }
    }
  return Uses;
}

unsigned TPC::countLines(const MachineInstr &Asm) {
  StringRef Text = Asm.getOperand(InlineAsm::MIOp_AsmString).getSymbolName();
  return unsigned(Text.count('\n')) + 1;
}
