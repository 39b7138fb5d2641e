//===-- tpc-llc.cpp - LLVM IR to TPC code ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What llc is for the targets in LLVM's tree: reads a module, text, bitcode or
// machine IR, and writes the kernel in it as assembly or as an object.
//
// Exit status: 0 on success, 1 if the input is bad, 2 for a usage error. No
// output file is written unless everything succeeded.
//
//===----------------------------------------------------------------------===//

#include "CodeGenDriver.h"
#include "MachineIR.h"
#include "OutputFile.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/IRReader/IRReader.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;

static cl::OptionCategory Category("tpc-llc options");

static cl::opt<std::string> InputFilename(cl::Positional,
                                          cl::desc("<input file, - for stdin>"),
                                          cl::init("-"), cl::cat(Category));

static cl::opt<std::string> OutputFilename("o", cl::desc("Output file"),
                                           cl::value_desc("filename"),
                                           cl::init("-"), cl::cat(Category));

static cl::opt<CodeGenFileType> FileType(
    "filetype", cl::init(CodeGenFileType::AssemblyFile),
    cl::desc("Kind of output:"),
    cl::values(clEnumValN(CodeGenFileType::AssemblyFile, "asm",
                          "assembly text (default)"),
               clEnumValN(CodeGenFileType::ObjectFile, "obj", "ELF object")),
    cl::cat(Category));

static cl::opt<std::string> CPU("mcpu",
                                cl::desc("TPC generation (default: gaudi)"),
                                cl::value_desc("name"), cl::init("gaudi"),
                                cl::cat(Category));

static cl::opt<std::string>
    OptLevel("O", cl::desc("Optimization level: 0 (default), 1, 2 or s"),
             cl::value_desc("level"), cl::Prefix, cl::init("0"),
             cl::cat(Category));

static cl::opt<std::string>
    InputLanguage("x",
                  cl::desc("Kind of input: ir or mir (default: mir for "
                           "files named so, otherwise ir)"),
                  cl::value_desc("ir|mir"), cl::cat(Category));

static cl::list<std::string>
    RunPass("run-pass", cl::desc("Run these machine passes alone, print MIR"),
            cl::value_desc("name"), cl::CommaSeparated, cl::cat(Category));

static cl::extrahelp Examples("\nEXAMPLES:\n"
                              "  tpc-llc -O0 -filetype=obj -o add.o add.ll\n"
                              "  tpc-llc -O2 add.ll | less\n"
                              "  tpc-llc -run-pass=tpc-packetizer block.mir\n");

namespace {

/// Prints diagnostics as file:line:col: error: and counts the errors.
struct Diagnostics : DiagnosticHandler {
  std::string File;
  unsigned &Errors;

  Diagnostics(StringRef File, unsigned &Errors) : File(File), Errors(Errors) {}

  bool handleDiagnostics(const DiagnosticInfo &DI) override {
    if (DI.getSeverity() == DS_Error)
      ++Errors;
    const auto *Remark = dyn_cast<DiagnosticInfoOptimizationBase>(&DI);
    if (Remark && Remark->isEnabled())
      errs() << (Remark->isLocationAvailable() ? Remark->getLocationStr()
                                               : File)
             << ": remark: " << Remark->getMsg() << '\n';
    if (DI.getSeverity() == DS_Remark || DI.getSeverity() == DS_Note)
      return true;
    if (const auto *MIR = dyn_cast<DiagnosticInfoMIRParser>(&DI)) {
      MIR->getDiagnostic().print("", errs(), /*ShowColors=*/false);
      return true;
    }
    StringRef Kind = DI.getSeverity() == DS_Error ? "error: " : "warning: ";
    if (const auto *U = dyn_cast<DiagnosticInfoUnsupported>(&DI)) {
      errs() << (U->isLocationAvailable() ? U->getLocationStr() : File) << ": "
             << Kind << U->getMessage() << " (in function '"
             << U->getFunction().getName() << "')\n";
      return true;
    }
    if (const auto *Asm = dyn_cast<DiagnosticInfoSrcMgr>(&DI)) {
      const SMDiagnostic &D = Asm->getSMDiag();
      errs() << File << ": " << Kind << D.getMessage() << ", in '"
             << D.getLineContents().trim() << "'\n";
      return true;
    }
    errs() << File << ": " << Kind;
    DiagnosticPrinterRawOStream Printer(errs());
    DI.print(Printer);
    errs() << '\n';
    return true;
  }
};

} // namespace

static int usageError(const Twine &Message) {
  WithColor::error(errs(), "tpc-llc") << Message << '\n';
  return 2;
}

static bool isMachineIR() {
  if (InputLanguage.empty())
    return StringRef(InputFilename).ends_with(".mir");
  return InputLanguage == "mir";
}

/// Null after a message if the input is bad.
static std::unique_ptr<Module> readModule(StringRef File, TargetMachine &TM,
                                          LLVMContext &Context,
                                          std::unique_ptr<MIRParser> &Machine) {
  SMDiagnostic Problem;
  std::string Layout = TM.createDataLayout().getStringRepresentation();
  auto SetLayout = [&](StringRef, StringRef) -> std::optional<std::string> {
    return Layout;
  };
  std::unique_ptr<Module> M;
  if (isMachineIR()) {
    Machine = createMIRParserFromFile(InputFilename, Problem, Context);
    if (Machine)
      M = Machine->parseIRModule(SetLayout);
  } else {
    M = parseIRFile(InputFilename, Problem, Context,
                    ParserCallbacks(SetLayout));
  }
  // The parser of machine IR tells the context itself.
  if (!M && !Machine)
    Problem.print("", errs());
  std::string Broken;
  raw_string_ostream BrokenOS(Broken);
  if (M && verifyModule(*M, &BrokenOS)) {
    errs() << File << ": error: broken module: " << Broken;
    M.reset();
  }
  return M;
}

static int compile(StringRef File, TargetMachine &TM, tpc::OptLevel Level,
                   LLVMContext &Context, unsigned &Errors) {
  std::unique_ptr<MIRParser> Parser;
  std::unique_ptr<Module> M = readModule(File, TM, Context, Parser);
  if (!M)
    return 1;
  auto &LLVMTM = static_cast<LLVMTargetMachine &>(TM);
  auto Machine = std::make_unique<MachineModuleInfoWrapperPass>(&LLVMTM);
  if (Parser && Parser->parseMachineFunctions(*M, Machine->getMMI()))
    return 1;

  SmallVector<char, 0> Result;
  if (RunPass.empty()) {
    tpc::emitCode(*M, TM, Level, FileType, Result, Machine.release());
  } else {
    tpc::prepareModule(*M, TM, Level);
    std::string Unknown =
        tpc::runMachinePasses(RunPass, *M, LLVMTM, std::move(Machine), Result);
    if (!Unknown.empty())
      return usageError("no pass is called " + Unknown);
  }
  return !Errors && tpc::writeFile("tpc-llc", OutputFilename, Result) ? 0 : 1;
}

static int run() {
  std::optional<tpc::OptLevel> Level = tpc::parseOptLevel(OptLevel);
  if (!Level)
    return usageError("-O" + OptLevel + ": levels are -O0, -O1, -O2 and -Os");
  if (!InputLanguage.empty() && InputLanguage != "ir" && InputLanguage != "mir")
    return usageError("-x " + InputLanguage + " does not exist; ir or mir");
  std::string KnownCPUs = tpc::checkCPU(CPU);
  if (!KnownCPUs.empty())
    return usageError("unknown --mcpu '" + CPU + "'; one of: " + KnownCPUs);

  if (tpc::replacesInput("tpc-llc", OutputFilename, InputFilename))
    return 1;
  std::string File =
      InputFilename == "-" ? "<stdin>" : InputFilename.getValue();
  tpc::installFatalErrorHandler(File);
  unsigned Errors = 0;
  LLVMContext Context;
  Context.setDiagnosticHandler(std::make_unique<Diagnostics>(File, Errors));
  std::unique_ptr<TargetMachine> TM = tpc::createTargetMachine(CPU, *Level);

  return compile(File, *TM, *Level, Context, Errors);
}

int main(int argc, char **argv) {
  InitLLVM X(argc, argv);
  tpc::initializeBackend();
  if (!cl::ParseCommandLineOptions(
          argc, argv, "compiler from LLVM IR to TPC code\n", &errs()))
    return 2;
  return run();
}
