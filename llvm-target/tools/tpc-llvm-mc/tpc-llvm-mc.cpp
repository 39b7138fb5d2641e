//===-- tpc-llvm-mc.cpp - TPC assembler and disassembler ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The LLVM MC layer of the TPC as a command-line tool: what llvm-mc is for the
// targets in LLVM's tree. It registers the one target it is linked with and
// drives LLVM's assembly parser, object streamer and disassembler.
//
// Exit status: 0 on success, 1 if the input is bad, 2 for a usage error. No
// output file is written unless everything succeeded.
//
//===----------------------------------------------------------------------===//

#include "Disassemble.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "OutputFile.h"
#include "llvm/MC/MCAsmBackend.h"
#include "llvm/MC/MCAsmInfo.h"
#include "llvm/MC/MCCodeEmitter.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCInstPrinter.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCObjectFileInfo.h"
#include "llvm/MC/MCObjectWriter.h"
#include "llvm/MC/MCParser/MCAsmParser.h"
#include "llvm/MC/MCParser/MCTargetAsmParser.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormattedStream.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;

extern "C" void LLVMInitializeTPCTargetInfo();
extern "C" void LLVMInitializeTPCTargetMC();
extern "C" void LLVMInitializeTPCAsmParser();
extern "C" void LLVMInitializeTPCDisassembler();

static cl::OptionCategory Category("tpc-llvm-mc options");

static cl::opt<std::string> InputFilename(cl::Positional,
                                          cl::desc("<input file, - for stdin>"),
                                          cl::init("-"), cl::cat(Category));

static cl::opt<std::string> OutputFilename("o", cl::desc("Output file"),
                                           cl::value_desc("filename"),
                                           cl::init("-"), cl::cat(Category));

enum OutputFileType { OFT_Asm, OFT_Obj };
static cl::opt<OutputFileType>
    FileType("filetype", cl::init(OFT_Asm), cl::desc("Kind of output:"),
             cl::values(clEnumValN(OFT_Asm, "asm", "assembly text (default)"),
                        clEnumValN(OFT_Obj, "obj", "ELF object")),
             cl::cat(Category));

static cl::opt<bool> ShowEncoding("show-encoding",
                                  cl::desc("Show the bytes beside the text"),
                                  cl::cat(Category));

static cl::opt<bool>
    Disassemble("disassemble",
                cl::desc("Input is an ELF object or hex bytes, print its text"),
                cl::cat(Category));
static cl::alias DisassembleShort("d", cl::desc("Alias for --disassemble"),
                                  cl::aliasopt(Disassemble), cl::NotHidden,
                                  cl::cat(Category));

static cl::opt<std::string> TripleName("triple",
                                       cl::desc("Target triple (default: tpc)"),
                                       cl::init("tpc-unknown-unknown"),
                                       cl::cat(Category));

static cl::opt<std::string>
    CPU("mcpu",
        cl::desc("TPC generation (default: gaudi, or with -d what the "
                 "object's metadata say; help lists them)"),
        cl::value_desc("name"), cl::init("gaudi"), cl::cat(Category));

static cl::opt<bool>
    Compress("compress",
             cl::desc("Pair bundles that have a compressed form (greco, "
                      "gaudi2), in objects"),
             cl::cat(Category));

static cl::list<std::string>
    IncludeDirs("I", cl::desc("Directory of .include files"),
                cl::value_desc("directory"), cl::Prefix, cl::cat(Category));

static cl::list<std::string>
    Symbols("defsym", cl::desc("Give a name to a number, as .set does"),
            cl::value_desc("name=number"), cl::cat(Category));

static cl::extrahelp Examples("\nEXAMPLES:\n"
                              "  tpc-llvm-mc --filetype=obj -o add.o add.s\n"
                              "  tpc-llvm-mc --disassemble add.o\n");

namespace {

/// The objects every use of the MC layer starts with.
struct Machine {
  const Target *TheTarget = nullptr;
  Triple TheTriple;
  MCTargetOptions Options;
  std::unique_ptr<MCRegisterInfo> MRI;
  std::unique_ptr<MCAsmInfo> MAI;
  std::unique_ptr<MCSubtargetInfo> STI;
  std::unique_ptr<MCInstrInfo> MII;
};

} // namespace

static Error usageError(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

static void setCPU(Machine &M, StringRef Name) {
  M.STI.reset(M.TheTarget->createMCSubtargetInfo(M.TheTriple.str(), Name,
                                                 Compress ? "+compress" : ""));
}

static Expected<Machine> createMachine() {
  Machine M;
  M.Options.AsmVerbose = true;
  M.Options.ShowMCEncoding = ShowEncoding;
  std::string Message;
  M.TheTriple = Triple(Triple::normalize(TripleName));
  if (M.TheTriple.getArchName() != "tpc")
    return usageError("'" + TripleName +
                      "' is not a TPC triple; use tpc or tpc-unknown-unknown");
  M.TheTarget = TargetRegistry::lookupTarget("tpc", M.TheTriple, Message);
  if (!M.TheTarget)
    return usageError(Message);
  M.MRI.reset(M.TheTarget->createMCRegInfo(M.TheTriple.str()));
  M.MAI.reset(
      M.TheTarget->createMCAsmInfo(*M.MRI, M.TheTriple.str(), M.Options));
  // The output is a program, not a copy of the source.
  M.MAI->setPreserveAsmComments(false);
  M.MII.reset(M.TheTarget->createMCInstrInfo());
  // An unknown name is refused here: LLVM itself would only warn.
  M.STI.reset(
      M.TheTarget->createMCSubtargetInfo(M.TheTriple.str(), "gaudi", ""));
  if (CPU != "help" && !M.STI->isCPUStringValid(CPU)) {
    std::string Names;
    for (const SubtargetSubTypeKV &Known : M.STI->getAllProcessorDescriptions())
      Names += (Names.empty() ? "" : ", ") + std::string(Known.Key);
    return usageError("unknown --mcpu '" + CPU + "'; one of: " + Names);
  }
  setCPU(M, CPU);
  return M;
}

/// What does not go together.
static Error checkOptions(const Machine &M) {
  if (Disassemble && (FileType == OFT_Obj || ShowEncoding))
    return usageError("--disassemble prints text: --filetype=obj and "
                      "--show-encoding do not go with it");
  if (!Compress)
    return Error::success();
  if (Disassemble || FileType != OFT_Obj)
    return usageError("--compress needs --filetype=obj");
  const TPC::GenerationInfo &Gen = TPC::getGeneration(*M.STI);
  if (Gen.Halves.empty())
    return usageError("--compress: " + Gen.Name + " has no compressed bundles");
  return Error::success();
}

/// Runs the assembler over the main buffer of \p SrcMgr. Returns true if there
/// were errors; they have been printed then.
static bool assemble(const Machine &M, SourceMgr &SrcMgr,
                     SmallVectorImpl<char> &Result) {
  MCContext Ctx(M.TheTriple, M.MAI.get(), M.MRI.get(), M.STI.get(), &SrcMgr,
                &M.Options);
  std::unique_ptr<MCObjectFileInfo> MOFI(
      M.TheTarget->createMCObjectFileInfo(Ctx, /*PIC=*/false));
  Ctx.setObjectFileInfo(MOFI.get());

  raw_svector_ostream OS(Result);
  std::unique_ptr<MCStreamer> Streamer;
  if (FileType == OFT_Obj) {
    std::unique_ptr<MCAsmBackend> MAB(
        M.TheTarget->createMCAsmBackend(*M.STI, *M.MRI, M.Options));
    std::unique_ptr<MCObjectWriter> Writer = MAB->createObjectWriter(OS);
    std::unique_ptr<MCCodeEmitter> MCE(
        M.TheTarget->createMCCodeEmitter(*M.MII, Ctx));
    Streamer.reset(M.TheTarget->createMCObjectStreamer(
        M.TheTriple, Ctx, std::move(MAB), std::move(Writer), std::move(MCE),
        *M.STI));
  } else {
    std::unique_ptr<MCAsmBackend> MAB;
    std::unique_ptr<MCCodeEmitter> MCE;
    if (ShowEncoding) {
      MAB.reset(M.TheTarget->createMCAsmBackend(*M.STI, *M.MRI, M.Options));
      MCE.reset(M.TheTarget->createMCCodeEmitter(*M.MII, Ctx));
    }
    MCInstPrinter *Printer = M.TheTarget->createMCInstPrinter(
        M.TheTriple, M.MAI->getAssemblerDialect(), *M.MAI, *M.MII, *M.MRI);
    Streamer.reset(M.TheTarget->createAsmStreamer(
        Ctx, std::make_unique<formatted_raw_ostream>(OS), Printer,
        std::move(MCE), std::move(MAB)));
  }

  std::unique_ptr<MCAsmParser> Parser(
      createMCAsmParser(SrcMgr, Ctx, *Streamer, *M.MAI));
  std::unique_ptr<MCTargetAsmParser> TAP(
      M.TheTarget->createMCAsmParser(*M.STI, *Parser, *M.MII, M.Options));
  Parser->setTargetParser(*TAP);
  for (StringRef Definition : Symbols) {
    auto [Name, Text] = Definition.split('=');
    int64_t Value;
    if (Name.empty() || Text.getAsInteger(0, Value)) {
      WithColor::error(errs(), "tpc-llvm-mc")
          << "--defsym=" << Definition << " is not name=number\n";
      return true;
    }
    Ctx.setSymbolValue(*Streamer, Name, Value);
  }
  return Parser->Run(/*NoInitialTextSection=*/false) || Ctx.hadError();
}

static int run() {
  ExitOnError ExitOnUsage("tpc-llvm-mc: error: ", 2);
  Machine M = ExitOnUsage(createMachine());
  ExitOnUsage(checkOptions(M));
  if (CPU == "help")
    return 0;

  if (tpc::replacesInput("tpc-llvm-mc", OutputFilename, InputFilename))
    return 1;
  ErrorOr<std::unique_ptr<MemoryBuffer>> Buffer =
      MemoryBuffer::getFileOrSTDIN(InputFilename, /*IsText=*/false);
  if (std::error_code EC = Buffer.getError()) {
    WithColor::error(errs(), "tpc-llvm-mc")
        << "cannot read '" << InputFilename << "': " << EC.message() << '\n';
    return 1;
  }

  SourceMgr SrcMgr;
  SrcMgr.setIncludeDirs(IncludeDirs);
  SrcMgr.AddNewSourceBuffer(std::move(*Buffer), SMLoc());

  SmallVector<char, 0> Result;
  bool Failed;
  if (Disassemble) {
    if (std::optional<StringRef> Name = findObjectCPU(
            SrcMgr.getMemoryBuffer(SrcMgr.getMainFileID())->getBuffer())) {
      if (!CPU.getNumOccurrences())
        setCPU(M, *Name);
      else if (*Name != TPC::getGeneration(*M.STI).Name)
        WithColor::warning(errs(), "tpc-llvm-mc")
            << InputFilename << ": its metadata say " << *Name
            << ", disassembling for " << CPU << '\n';
    }
    Disassembler Dis{*M.TheTarget, M.TheTriple, *M.MRI, *M.MAI, *M.STI, *M.MII};
    Failed = disassemble(Dis, SrcMgr, Result);
  } else {
    Failed = assemble(M, SrcMgr, Result);
  }
  if (Failed)
    return 1;

  return tpc::writeFile("tpc-llvm-mc", OutputFilename, Result) ? 0 : 1;
}

int main(int argc, char **argv) {
  InitLLVM X(argc, argv);
  LLVMInitializeTPCTargetInfo();
  LLVMInitializeTPCTargetMC();
  LLVMInitializeTPCAsmParser();
  LLVMInitializeTPCDisassembler();

  cl::HideUnrelatedOptions(Category);
  if (!cl::ParseCommandLineOptions(argc, argv,
                                   "assembler and disassembler for the TPC, "
                                   "built on LLVM's MC layer\n",
                                   &errs()))
    return 2;
  return run();
}
