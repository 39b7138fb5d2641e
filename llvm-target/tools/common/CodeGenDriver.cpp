//===-- CodeGenDriver.cpp - From a module to code -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CodeGenDriver.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MathLibrary.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/InitializePasses.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/PassRegistry.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetOptions.h"

using namespace llvm;

extern "C" void LLVMInitializeTPCTargetInfo();
extern "C" void LLVMInitializeTPCTargetMC();
extern "C" void LLVMInitializeTPCTarget();
extern "C" void LLVMInitializeTPCAsmPrinter();
extern "C" void LLVMInitializeTPCAsmParser();

std::optional<tpc::OptLevel> tpc::parseOptLevel(StringRef Text) {
  return StringSwitch<std::optional<OptLevel>>(Text)
      .Case("0", OptLevel{CodeGenOptLevel::None, false})
      .Case("1", OptLevel{CodeGenOptLevel::Less, false})
      .Cases("2", "3", OptLevel{CodeGenOptLevel::Default, false})
      .Case("s", OptLevel{CodeGenOptLevel::Default, true})
      .Default(std::nullopt);
}

void tpc::initializeBackend() {
  LLVMInitializeTPCTargetInfo();
  LLVMInitializeTPCTargetMC();
  LLVMInitializeTPCTarget();
  LLVMInitializeTPCAsmPrinter();
  LLVMInitializeTPCAsmParser(); // of inline assembly
  PassRegistry &Registry = *PassRegistry::getPassRegistry();
  initializeCore(Registry);
  initializeCodeGen(Registry);
  initializeScalarOpts(Registry);
  initializeTransformUtils(Registry);
}

static const Target &target() {
  std::string Message;
  const Target *T = TargetRegistry::lookupTarget(tpc::TripleText, Message);
  if (!T)
    report_fatal_error(Twine(Message));
  return *T;
}

std::string tpc::checkCPU(StringRef CPU) {
  // The assembler knows more processors than the compiler makes code for.
  StringRef Known = TPC::compiledGeneration().Name;
  return CPU == Known ? "" : Known.str();
}

std::unique_ptr<TargetMachine> tpc::createTargetMachine(StringRef CPU,
                                                        OptLevel Level) {
  return std::unique_ptr<TargetMachine>(
      target().createTargetMachine(TripleText, CPU, "", TargetOptions(),
                                   std::nullopt, std::nullopt, Level.Level));
}

void tpc::prepareModule(Module &M, TargetMachine &TM, OptLevel Level) {
  M.setTargetTriple(TripleText);
  M.setDataLayout(TM.createDataLayout());
  if (Error E = linkMathLibrary(M))
    return M.getContext().emitError(toString(std::move(E)));
  if (Level.Size)
    for (Function &F : M)
      if (!F.isDeclaration())
        F.addFnAttr(Attribute::OptimizeForSize);
}

void tpc::emitCode(Module &M, TargetMachine &TM, OptLevel Level,
                   CodeGenFileType FileType, SmallVectorImpl<char> &Out,
                   MachineModuleInfoWrapperPass *Machine) {
  prepareModule(M, TM, Level);
  raw_svector_ostream OS(Out);
  legacy::PassManager PM;
  if (TM.addPassesToEmitFile(PM, OS, nullptr, FileType, /*DisableVerify=*/true,
                             Machine))
    report_fatal_error("this kind of output does not exist");
  PM.run(M);
}

/// The last resort: whatever LLVM gives up on is an error, not a crash.
static void handleFatalError(void *File, const char *Reason, bool) {
  errs() << *static_cast<const std::string *>(File)
         << ": error: the code generator cannot compile this: " << Reason
         << '\n';
  // LLVM would raise a signal or exit with its own status.
  sys::Process::Exit(1, /*NoCleanup=*/true);
}

void tpc::installFatalErrorHandler(const std::string &File) {
  install_fatal_error_handler(handleFatalError,
                              const_cast<std::string *>(&File));
}
