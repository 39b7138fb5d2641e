//===-- Disassemble.cpp - Text of objects and hex bytes -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Disassemble.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/MC/MCAsmInfo.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCDisassembler/MCDisassembler.h"
#include "llvm/MC/MCExpr.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCInstPrinter.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace llvm;

namespace {

using LabelMap = std::multimap<uint64_t, std::string>;

/// Prints the bundles of one run of bytes.
class BundlePrinter {
  MCContext Ctx;
  const Disassembler &D;
  std::unique_ptr<MCDisassembler> Decoder;
  std::unique_ptr<MCInstPrinter> Printer;
  raw_ostream &OS;

  void nameTargets(MCInst &Inst, uint64_t Address, const LabelMap &Labels);
  void printData(ArrayRef<uint8_t> Bytes, StringRef Why);

public:
  BundlePrinter(const Disassembler &D, raw_ostream &OS)
      : Ctx(D.TheTriple, &D.MAI, &D.MRI, &D.STI), D(D),
        Decoder(D.TheTarget.createMCDisassembler(D.STI, Ctx)),
        Printer(D.TheTarget.createMCInstPrinter(
            D.TheTriple, D.MAI.getAssemblerDialect(), D.MAI, D.MII, D.MRI)),
        OS(OS) {}

  void print(ArrayRef<uint8_t> Bytes, const LabelMap &Labels);
};

} // namespace

/// Replaces the distance of a jump or loop by the label it leads to.
void BundlePrinter::nameTargets(MCInst &Inst, uint64_t Address,
                                const LabelMap &Labels) {
  ArrayRef<MCOperandInfo> Infos = D.MII.get(Inst.getOpcode()).operands();
  for (unsigned I = 0; I != Inst.getNumOperands(); ++I) {
    MCOperand &Op = Inst.getOperand(I);
    if (Op.isInst()) {
      // The disassembler made these instructions for us alone.
      nameTargets(const_cast<MCInst &>(*Op.getInst()), Address, Labels);
      continue;
    }
    if (!Op.isImm() || I >= Infos.size() ||
        Infos[I].OperandType != MCOI::OPERAND_PCREL)
      continue;
    auto It = Labels.find(Address + uint64_t(Op.getImm()));
    if (It != Labels.end())
      Op = MCOperand::createExpr(
          MCSymbolRefExpr::create(Ctx.getOrCreateSymbol(It->second), Ctx));
  }
}

void BundlePrinter::printData(ArrayRef<uint8_t> Bytes, StringRef Why) {
  OS << "\t.byte\t";
  ListSeparator LS(",");
  for (uint8_t Byte : Bytes)
    OS << LS << format_hex(Byte, 4);
  if (!Why.empty())
    OS << "\t// " << Why;
  OS << '\n';
}

void BundlePrinter::print(ArrayRef<uint8_t> Bytes, const LabelMap &Labels) {
  for (uint64_t Address = 0; Address < Bytes.size();) {
    auto Here = Labels.equal_range(Address);
    for (auto It = Here.first; It != Here.second; ++It)
      OS << It->second << ":\n";
    MCInst Inst;
    uint64_t Size = 0;
    std::string Why;
    raw_string_ostream WhyOS(Why);
    if (Decoder->getInstruction(Inst, Size, Bytes.slice(Address), Address,
                                WhyOS) == MCDisassembler::Success) {
      nameTargets(Inst, Address, Labels);
      std::string Text;
      raw_string_ostream TextOS(Text);
      Printer->printInst(&Inst, Address, "", D.STI, TextOS);
      OS << StringRef(Text).ltrim() << '\n';
    } else {
      Size = std::min<uint64_t>(Size ? Size : 1, Bytes.size() - Address);
      printData(Bytes.slice(Address, Size), Why);
    }
    Address += Size;
  }
  auto End = Labels.equal_range(Bytes.size());
  for (auto It = End.first; It != End.second; ++It)
    OS << It->second << ":\n";
}

/// Labels of \p Section in address order.
static Expected<LabelMap> readLabels(const object::ELFObjectFileBase &Obj,
                                     const object::SectionRef &Section) {
  LabelMap Labels;
  for (const object::ELFSymbolRef Sym : Obj.symbols()) {
    if (Sym.getELFType() == ELF::STT_SECTION ||
        Sym.getELFType() == ELF::STT_FILE)
      continue;
    Expected<object::section_iterator> Where = Sym.getSection();
    if (!Where)
      return Where.takeError();
    if (*Where == Obj.section_end() || **Where != Section)
      continue;
    Expected<StringRef> Name = Sym.getName();
    if (!Name)
      return Name.takeError();
    Expected<uint64_t> Address = Sym.getAddress();
    if (!Address)
      return Address.takeError();
    Labels.emplace(*Address - Section.getAddress(), Name->str());
  }
  return Labels;
}

static Error disassembleObject(const Disassembler &D, MemoryBufferRef Buffer,
                               raw_ostream &OS) {
  Expected<std::unique_ptr<object::ObjectFile>> Obj =
      object::ObjectFile::createELFObjectFile(Buffer);
  if (!Obj)
    return Obj.takeError();
  auto &ELF = cast<object::ELFObjectFileBase>(**Obj);
  // Without a machine number of its own, this is all there is to check.
  if (ELF.getEMachine() != ELF::EM_386 || ELF.getBytesInAddress() != 4)
    return createStringError(
        inconvertibleErrorCode(),
        "not a TPC object: 32-bit ELF with machine EM_386 expected");

  bool Found = false;
  for (const object::SectionRef &Section : ELF.sections()) {
    if (!Section.isText())
      continue;
    Found = true;
    Expected<StringRef> Name = Section.getName();
    if (!Name)
      return Name.takeError();
    Expected<StringRef> Contents = Section.getContents();
    if (!Contents)
      return Contents.takeError();
    Expected<LabelMap> Labels = readLabels(ELF, Section);
    if (!Labels)
      return Labels.takeError();
    if (*Name != ".text")
      OS << "\t.section\t" << *Name << ",\"ax\",@progbits\n";
    BundlePrinter(D, OS).print(arrayRefFromStringRef(*Contents), *Labels);
  }
  if (!Found)
    return createStringError(inconvertibleErrorCode(),
                             "object has no code section");
  return Error::success();
}

/// Reads hex digits; blanks, commas and 0x before a byte are skipped, '#' and
/// '//' start comments. Returns the place of the first bad character, if any.
static SMLoc readHex(StringRef Text, SmallVectorImpl<uint8_t> &Bytes) {
  const char *P = Text.begin(), *End = Text.end();
  while (P != End) {
    if (isSpace(*P) || *P == ',') {
      ++P;
      continue;
    }
    if (*P == '#' || StringRef(P, End - P).starts_with("//")) {
      P = std::find(P, End, '\n');
      continue;
    }
    if (StringRef(P, End - P).starts_with_insensitive("0x")) {
      P += 2;
      if (P == End)
        return SMLoc::getFromPointer(P - 2);
    }
    if (End - P < 2 || !isHexDigit(P[0]) || !isHexDigit(P[1]))
      return SMLoc::getFromPointer(P);
    Bytes.push_back(hexFromNibbles(P[0], P[1]));
    P += 2;
  }
  return SMLoc();
}

bool llvm::disassemble(const Disassembler &D, SourceMgr &SrcMgr,
                       SmallVectorImpl<char> &Result) {
  const MemoryBuffer *Buffer = SrcMgr.getMemoryBuffer(SrcMgr.getMainFileID());
  raw_svector_ostream OS(Result);
  if (identify_magic(Buffer->getBuffer()) == file_magic::elf_relocatable ||
      Buffer->getBuffer().starts_with("\x7f"
                                      "ELF")) {
    if (Error E = disassembleObject(D, Buffer->getMemBufferRef(), OS)) {
      SrcMgr.PrintMessage(SMLoc(), SourceMgr::DK_Error,
                          Buffer->getBufferIdentifier() + ": " +
                              toString(std::move(E)));
      return true;
    }
    return false;
  }

  SmallVector<uint8_t, 0> Bytes;
  SMLoc Bad = readHex(Buffer->getBuffer(), Bytes);
  if (Bad.isValid()) {
    SrcMgr.PrintMessage(Bad, SourceMgr::DK_Error,
                        "expected two hex digits a byte, or an ELF object");
    return true;
  }
  BundlePrinter(D, OS).print(Bytes, LabelMap());
  return false;
}
