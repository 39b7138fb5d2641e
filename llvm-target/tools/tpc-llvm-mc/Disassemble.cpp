//===-- Disassemble.cpp - Text of objects and hex bytes -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Disassemble.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMetadata.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/ELF.h"
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
#include "llvm/Object/ELF.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <map>
#include <set>
#include <vector>

using namespace llvm;

namespace {

using LabelMap = std::multimap<uint64_t, std::string>;

/// The bundles of a run of bytes as text.
class BundlePrinter {
  /// A bundle, or bytes that are none.
  struct Line {
    uint64_t Address;
    uint64_t Size;
    bool IsCode;
    MCInst Inst;
    std::string Why; ///< it is no code
  };

  MCContext Ctx;
  const Disassembler &D;
  std::unique_ptr<MCDisassembler> Decoder;
  std::unique_ptr<MCInstPrinter> Printer;
  raw_ostream &OS;
  ArrayRef<uint8_t> Bytes;
  LabelMap Labels;
  std::vector<Line> Lines;

  template <typename Fn> void forEachTarget(Line &L, Fn Handle);
  template <typename Fn>
  void forEachTarget(MCInst &Inst, uint64_t Address, Fn Handle);
  void printLabels(uint64_t Address);
  void printLine(Line &L);

public:
  BundlePrinter(const Disassembler &D, raw_ostream &OS, ArrayRef<uint8_t> Bytes,
                LabelMap Labels)
      : Ctx(D.TheTriple, &D.MAI, &D.MRI, &D.STI), D(D),
        Decoder(D.TheTarget.createMCDisassembler(D.STI, Ctx)),
        Printer(D.TheTarget.createMCInstPrinter(
            D.TheTriple, D.MAI.getAssemblerDialect(), D.MAI, D.MII, D.MRI)),
        OS(OS), Bytes(Bytes), Labels(std::move(Labels)) {}

  void decode();
  /// Makes labels for targets of jumps and loops that have none.
  void inventLabels();
  void print();
};

} // namespace

/// Calls \p Handle with every operand that is a distance in code, and the
/// address it leads to.
template <typename Fn>
void BundlePrinter::forEachTarget(MCInst &Inst, uint64_t Address, Fn Handle) {
  ArrayRef<MCOperandInfo> Infos = D.MII.get(Inst.getOpcode()).operands();
  for (unsigned I = 0; I != Inst.getNumOperands(); ++I) {
    MCOperand &Op = Inst.getOperand(I);
    if (Op.isInst()) // Made by the disassembler for us alone.
      forEachTarget(const_cast<MCInst &>(*Op.getInst()), Address, Handle);
    else if (Op.isImm() && I < Infos.size() &&
             Infos[I].OperandType == MCOI::OPERAND_PCREL)
      Handle(Op, Address + uint64_t(Op.getImm()));
  }
}

template <typename Fn> void BundlePrinter::forEachTarget(Line &L, Fn Handle) {
  if (L.IsCode)
    forEachTarget(L.Inst, L.Address, Handle);
}

void BundlePrinter::decode() {
  for (uint64_t Address = 0; Address < Bytes.size();) {
    Line &L = Lines.emplace_back();
    raw_string_ostream WhyOS(L.Why);
    L.Address = Address;
    L.Size = 0;
    L.IsCode =
        Decoder->getInstruction(L.Inst, L.Size, Bytes.slice(Address), Address,
                                WhyOS) == MCDisassembler::Success;
    L.Size = std::clamp<uint64_t>(L.Size, 1, Bytes.size() - Address);
    Address += L.Size;
  }
}

/// Whether the assembler takes a label for a distance to \p Target: from one
/// bundle to another, not to or from the second one of a pair.
static bool isLabel(const MCOperand &Distance, uint64_t Target) {
  return Distance.getImm() % TPC::BundleBytes == 0 &&
         Target % TPC::BundleBytes == 0;
}

void BundlePrinter::inventLabels() {
  std::set<uint64_t> Starts{Bytes.size()};
  for (const Line &L : Lines)
    Starts.insert(L.Address);
  for (Line &L : Lines)
    forEachTarget(L, [&](MCOperand &Op, uint64_t Target) {
      if (isLabel(Op, Target) && Starts.count(Target) && !Labels.count(Target))
        Labels.emplace(Target, (".L" + Twine::utohexstr(Target)).str());
    });
}

void BundlePrinter::printLabels(uint64_t Address) {
  auto Here = Labels.equal_range(Address);
  for (auto It = Here.first; It != Here.second; ++It)
    OS << It->second << ":\n";
}

void BundlePrinter::printLine(Line &L) {
  if (!L.IsCode) {
    OS << "\t.byte\t";
    ListSeparator LS(",");
    for (uint8_t Byte : Bytes.slice(L.Address, L.Size))
      OS << LS << format_hex(Byte, 4);
    OS << "\t// " << L.Why << '\n';
    return;
  }
  if (L.Size == TPC::HalfBytes && L.Address % TPC::BundleBytes == 0)
    OS << "\t.pair\n";
  forEachTarget(L, [&](MCOperand &Op, uint64_t Target) {
    auto It = Labels.find(Target);
    if (It != Labels.end() && isLabel(Op, Target))
      Op = MCOperand::createExpr(
          MCSymbolRefExpr::create(Ctx.getOrCreateSymbol(It->second), Ctx));
  });
  std::string Text;
  raw_string_ostream TextOS(Text);
  Printer->printInst(&L.Inst, L.Address, "", D.STI, TextOS);
  OS << StringRef(Text).ltrim() << '\n';
}

void BundlePrinter::print() {
  for (Line &L : Lines) {
    printLabels(L.Address);
    printLine(L);
  }
  printLabels(Bytes.size());
}

// ELFObjectFile's iterators end the program when a table of the file is
// damaged; ELFFile says so.
using ELFFile = object::ELFFile<object::ELF32LE>;

/// Labels of section number \p Index.
static Expected<LabelMap> readLabels(const ELFFile &File, uint64_t Index) {
  LabelMap Labels;
  Expected<ELFFile::Elf_Shdr_Range> Sections = File.sections();
  if (!Sections)
    return Sections.takeError();
  for (const ELFFile::Elf_Shdr &Table : *Sections) {
    if (Table.sh_type != ELF::SHT_SYMTAB)
      continue;
    Expected<StringRef> Names = File.getStringTableForSymtab(Table);
    if (!Names)
      return Names.takeError();
    Expected<ELFFile::Elf_Sym_Range> Symbols = File.symbols(&Table);
    if (!Symbols)
      return Symbols.takeError();
    for (const ELFFile::Elf_Sym &Sym : *Symbols) {
      if (Sym.st_shndx != Index || Sym.getType() == ELF::STT_SECTION ||
          Sym.getType() == ELF::STT_FILE)
        continue;
      Expected<StringRef> Name = Sym.getName(*Names);
      if (!Name)
        return Name.takeError();
      if (!Name->empty())
        Labels.emplace(Sym.st_value, Name->str());
    }
  }
  return Labels;
}

static Error disassembleSection(const Disassembler &D, const ELFFile &File,
                                const ELFFile::Elf_Shdr &Section,
                                uint64_t Index, raw_ostream &OS) {
  Expected<StringRef> Name = File.getSectionName(Section);
  if (!Name)
    return Name.takeError();
  Expected<ArrayRef<uint8_t>> Contents = File.getSectionContents(Section);
  if (!Contents)
    return Contents.takeError();
  Expected<LabelMap> Labels = readLabels(File, Index);
  if (!Labels)
    return Labels.takeError();
  if (*Name != ".text")
    OS << "\t.section\t" << *Name << ",\"ax\",@progbits\n";
  BundlePrinter Code(D, OS, *Contents, std::move(*Labels));
  Code.decode();
  Code.inventLabels();
  Code.print();
  return Error::success();
}

/// The metadata of an object, empty if there are none.
static Expected<ArrayRef<uint8_t>> readMetadata(const ELFFile &File) {
  Expected<ELFFile::Elf_Shdr_Range> Sections = File.sections();
  if (!Sections)
    return Sections.takeError();
  for (const ELFFile::Elf_Shdr &Section : *Sections) {
    Expected<StringRef> Name = File.getSectionName(Section);
    if (!Name)
      return Name.takeError();
    if (*Name == TPC::MetadataSection)
      return File.getSectionContents(Section);
  }
  return ArrayRef<uint8_t>();
}

/// What is wrong with the object is found when it is disassembled.
std::optional<StringRef> llvm::findObjectCPU(StringRef Buffer) {
  if (!Buffer.starts_with(ELF::ElfMagic) ||
      Buffer.size() < sizeof(ELFFile::Elf_Ehdr))
    return std::nullopt;
  Expected<ELFFile> File = ELFFile::create(Buffer);
  if (!File) {
    consumeError(File.takeError());
    return std::nullopt;
  }
  Expected<ArrayRef<uint8_t>> Bytes = readMetadata(*File);
  if (!Bytes) {
    consumeError(Bytes.takeError());
    return std::nullopt;
  }
  std::optional<uint32_t> Arch = TPC::readMetadataArch(*Bytes);
  for (const TPC::GenerationInfo &Gen : TPC::generations())
    if (Gen.MetadataArch == Arch)
      return Gen.Name;
  return std::nullopt;
}

static Error disassembleObject(const Disassembler &D, StringRef Buffer,
                               raw_ostream &OS) {
  // Without a machine number of its own, this is all there is to check.
  if (Buffer.size() < sizeof(ELFFile::Elf_Ehdr) ||
      uint8_t(Buffer[ELF::EI_CLASS]) != ELF::ELFCLASS32 ||
      uint8_t(Buffer[ELF::EI_DATA]) != ELF::ELFDATA2LSB)
    return createStringError(inconvertibleErrorCode(),
                             "not a TPC object: 32-bit little-endian ELF "
                             "expected");
  Expected<ELFFile> File = ELFFile::create(Buffer);
  if (!File)
    return File.takeError();
  if (File->getHeader().e_machine != ELF::EM_386)
    return createStringError(inconvertibleErrorCode(),
                             "not a TPC object: machine number EM_386 "
                             "expected");
  Expected<ELFFile::Elf_Shdr_Range> Sections = File->sections();
  if (!Sections)
    return Sections.takeError();
  bool Found = false;
  for (const auto &[Index, Section] : enumerate(*Sections)) {
    if (Section.sh_type != ELF::SHT_PROGBITS ||
        !(Section.sh_flags & ELF::SHF_EXECINSTR))
      continue;
    Found = true;
    if (Error E = disassembleSection(D, *File, Section, Index, OS))
      return E;
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
  if (Buffer->getBuffer().starts_with(ELF::ElfMagic)) {
    if (Error E = disassembleObject(D, Buffer->getBuffer(), OS)) {
      WithColor::error(errs(), Buffer->getBufferIdentifier())
          << toString(std::move(E)) << '\n';
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
  BundlePrinter Code(D, OS, Bytes, LabelMap());
  Code.decode();
  Code.print();
  return false;
}
