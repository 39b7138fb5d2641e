//===-- tpc-llc.cpp - LLVM IR to TPC code ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What llc is for the targets in LLVM's tree: reads a module, text or bitcode,
// and writes the kernel in it as assembly or as an object.
//
// Exit status: 0 on success, 1 if the input is bad, 2 for a usage error. No
// output file is written unless everything succeeded.
//
//===----------------------------------------------------------------------===//

#include "CodeGenDriver.h"
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

static cl::extrahelp Examples("\nEXAMPLES:\n"
                              "  tpc-llc -O0 -filetype=obj -o add.o add.ll\n"
                              "  tpc-llc add.ll | less\n");

namespace {

/// Prints diagnostics as file:line:col: error: and counts the errors.
struct Diagnostics : DiagnosticHandler {
  std::string File;
  unsigned &Errors;

  Diagnostics(StringRef File, unsigned &Errors) : File(File), Errors(Errors) {}

  bool handleDiagnostics(const DiagnosticInfo &DI) override {
    if (DI.getSeverity() == DS_Error)
      ++Errors;
    if (DI.getSeverity() == DS_Remark || DI.getSeverity() == DS_Note)
      return true;
    StringRef Kind = DI.getSeverity() == DS_Error ? "error: " : "warning: ";
    if (const auto *U = dyn_cast<DiagnosticInfoUnsupported>(&DI)) {
      errs() << (U->isLocationAvailable() ? U->getLocationStr() : File) << ": "
             << Kind << U->getMessage() << " (in function '"
             << U->getFunction().getName() << "')\n";
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

static int run() {
  std::optional<tpc::OptLevel> Level = tpc::parseOptLevel(OptLevel);
  if (!Level)
    return usageError("-O" + OptLevel + ": levels are -O0, -O1, -O2 and -Os");
  std::string KnownCPUs = tpc::checkCPU(CPU);
  if (!KnownCPUs.empty())
    return usageError("unknown --mcpu '" + CPU + "'; one of: " + KnownCPUs);

  std::string File =
      InputFilename == "-" ? "<stdin>" : InputFilename.getValue();
  tpc::installFatalErrorHandler(File);
  unsigned Errors = 0;
  LLVMContext Context;
  Context.setDiagnosticHandler(std::make_unique<Diagnostics>(File, Errors));
  std::unique_ptr<TargetMachine> TM = tpc::createTargetMachine(CPU, *Level);

  SMDiagnostic Problem;
  std::string Layout = TM->createDataLayout().getStringRepresentation();
  std::unique_ptr<Module> M = parseIRFile(
      InputFilename, Problem, Context,
      ParserCallbacks([&](StringRef, StringRef) { return Layout; }));
  if (!M) {
    Problem.print("", errs());
    return 1;
  }
  std::string Broken;
  raw_string_ostream BrokenOS(Broken);
  if (verifyModule(*M, &BrokenOS)) {
    errs() << File << ": error: broken module: " << Broken;
    return 1;
  }

  SmallVector<char, 0> Result;
  tpc::emitCode(*M, *TM, *Level, FileType, Result);
  return !Errors && tpc::writeFile("tpc-llc", OutputFilename, Result) ? 0 : 1;
}

int main(int argc, char **argv) {
  InitLLVM X(argc, argv);
  tpc::initializeBackend();
  if (!cl::ParseCommandLineOptions(
          argc, argv, "compiler from LLVM IR to TPC code\n", &errs()))
    return 2;
  return run();
}
