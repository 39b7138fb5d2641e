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

#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/IRReader/IRReader.h"
#include "llvm/InitializePasses.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/PassRegistry.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Target/TargetOptions.h"

using namespace llvm;

extern "C" void LLVMInitializeTPCTargetInfo();
extern "C" void LLVMInitializeTPCTargetMC();
extern "C" void LLVMInitializeTPCTarget();
extern "C" void LLVMInitializeTPCAsmPrinter();

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

static cl::opt<char> OptLevel("O",
                              cl::desc("Optimization level (only -O0 exists)"),
                              cl::value_desc("level"), cl::Prefix,
                              cl::init('0'), cl::cat(Category));

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

/// The last resort: whatever LLVM gives up on is an error, not a crash.
static void handleFatalError(void *File, const char *Reason, bool) {
  errs() << *static_cast<std::string *>(File)
         << ": error: the code generator cannot compile this: " << Reason
         << '\n';
  // LLVM would raise a signal or exit with its own status.
  sys::Process::Exit(1, /*NoCleanup=*/true);
}

static int usageError(const Twine &Message) {
  WithColor::error(errs(), "tpc-llc") << Message << '\n';
  return 2;
}

static int run() {
  const Triple TheTriple("tpc-unknown-unknown");
  std::string Message;
  const Target *TheTarget = TargetRegistry::lookupTarget(
      "tpc", const_cast<Triple &>(TheTriple), Message);
  if (!TheTarget)
    return usageError(Message);
  if (OptLevel != '0')
    return usageError(Twine("-O") + Twine(OptLevel) +
                      " does not exist yet; use -O0");
  // An unknown name is refused here: LLVM itself would only warn.
  std::unique_ptr<MCSubtargetInfo> STI(
      TheTarget->createMCSubtargetInfo(TheTriple.str(), "gaudi", ""));
  if (!STI->isCPUStringValid(CPU)) {
    std::string Names;
    for (const SubtargetSubTypeKV &Known : STI->getAllProcessorDescriptions())
      Names += (Names.empty() ? "" : ", ") + std::string(Known.Key);
    return usageError("unknown --mcpu '" + CPU + "'; one of: " + Names);
  }

  std::string File =
      InputFilename == "-" ? "<stdin>" : InputFilename.getValue();
  install_fatal_error_handler(handleFatalError, &File);
  unsigned Errors = 0;
  LLVMContext Context;
  Context.setDiagnosticHandler(std::make_unique<Diagnostics>(File, Errors));

  TargetOptions Options;
  std::unique_ptr<TargetMachine> TM(TheTarget->createTargetMachine(
      TheTriple.str(), CPU, "", Options, std::nullopt, std::nullopt,
      CodeGenOptLevel::None));

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

  M->setTargetTriple(TheTriple.str());
  M->setDataLayout(TM->createDataLayout());

  SmallVector<char, 0> Result;
  raw_svector_ostream OS(Result);
  legacy::PassManager PM;
  if (TM->addPassesToEmitFile(PM, OS, nullptr, FileType))
    return usageError("this kind of output does not exist");
  PM.run(*M);
  if (Errors)
    return 1;

  // Written to a temporary first, so that a failed write leaves nothing.
  if (Error E = writeToOutput(OutputFilename, [&](raw_ostream &Out) {
        Out.write(Result.data(), Result.size());
        return Error::success();
      })) {
    WithColor::error(errs(), "tpc-llc")
        << "cannot write '" << OutputFilename << "': " << toString(std::move(E))
        << '\n';
    return 1;
  }
  return 0;
}

int main(int argc, char **argv) {
  InitLLVM X(argc, argv);
  LLVMInitializeTPCTargetInfo();
  LLVMInitializeTPCTargetMC();
  LLVMInitializeTPCTarget();
  LLVMInitializeTPCAsmPrinter();
  PassRegistry &Registry = *PassRegistry::getPassRegistry();
  initializeCore(Registry);
  initializeCodeGen(Registry);
  initializeScalarOpts(Registry);
  initializeTransformUtils(Registry);

  if (!cl::ParseCommandLineOptions(
          argc, argv, "compiler from LLVM IR to TPC code\n", &errs()))
    return 2;
  return run();
}
