//===-- tpc-clang.cpp - The TPC-C compiler --------------------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's driver reads the command line, but for our own options, and says what
// is to be done; that is done here, in this process, with our target.
//
// Exit status: 0 on success, 1 if a source is bad, 2 for a usage error.
//
//===----------------------------------------------------------------------===//

#include "CodeGenDriver.h"
#include "TPCAction.h"
#include "TPCAdvice.h"
#include "TPCLiterals.h"
#include "TPCOptions.h"
#include "TPCTarget.h"
#include "clang/Driver/Compilation.h"
#include "clang/Driver/Driver.h"
#include "clang/Driver/Options.h"
#include "clang/Driver/Tool.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/TextDiagnosticBuffer.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "llvm/Option/Arg.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
namespace drv = clang::driver;

namespace {

constexpr const char HelpText[] =
    R"(usage: tpc-clang [options] file...

Compiles TPC-C kernels. Examples:
  tpc-clang -march=gaudi -O2 -Wall -c kernel.c -o kernel.o
  tpc-clang -march=gaudi -O2 -S -emit-llvm kernel.c -o kernel.ll

  -march=NAME, -mcpu=NAME
                      processor: gaudi (default)
  -O0 -O1 -O2 -Os     optimization (default -O2); -O3 is -O2
  -c                  write an object (default)
  -S                  write assembly
  -emit-llvm          write LLVM IR: bitcode, or with -S text
  -E                  preprocess only
  -fsyntax-only       look for errors, write nothing
  -o FILE             output; - for standard output
  -main-function NAME entry function (default main)
  -max-tensors N      tensors that a kernel may have, at most 16
  -vlm N, -slm N      limits of vector and scalar local memory in KiB
  -spill-vlm N        limit of vector local memory for saved registers in KiB
  -all-loops-taken    every loop runs at least once
  -use-printf         reserve a tensor for printf in any case
  -disable-instruction-scheduling
                      code as of -O0 from the optimized kernel
  --help, --version

All other options are Clang's: -D -I -U -include -x -std= -g -W... -M... -f...
)";

void printVersion(raw_ostream &OS) {
  OS << "OpenTPC tpc-clang, LLVM " LLVM_VERSION_STRING "\n";
}

/// Prints the diagnostics of the command line.
IntrusiveRefCntPtr<clang::DiagnosticsEngine>
createDiagnostics(clang::DiagnosticOptions &Opts) {
  auto *Printer = new clang::TextDiagnosticPrinter(errs(), &Opts);
  Printer->setPrefix("tpc-clang");
  return new clang::DiagnosticsEngine(new clang::DiagnosticIDs, &Opts, Printer);
}

/// What Clang's driver gets: our settings first, so that the command line can
/// override them.
SmallVector<const char *, 48> driverArgs(const char *Program,
                                         const tpc::Options &Opts) {
  SmallVector<const char *, 48> Args = {
      Program, "--target=tpc-unknown-unknown", "-resource-dir",
      OPENTPC_CLANG_RESOURCES,
      // There is no linker.
      "-c", "-O2",
      // The host's library is not there, and main is not hosted C's main.
      "-ffreestanding", "-fno-builtin", "-ffp-contract=off",
      // What C++ needs a library for.
      "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics",
      // Kernels read the bits of vectors through pointers to other vectors.
      "-fno-strict-aliasing", "-fdebug-default-version=4",
      // const int n = 4 is a size of arrays.
      "-Wno-gnu-folding-constant",
      // Not all mean something for every kind of output.
      "-Wno-unused-command-line-argument"};
  Args.append(Opts.ClangArgs.begin(), Opts.ClangArgs.end());
  return Args;
}

/// Changes of what the driver thought right for a host.
void adjust(clang::CompilerInvocation &Invocation, const tpc::Options &Opts) {
  Invocation.getTargetOpts().CPU = Opts.Chip->Name.str();
  Invocation.getLangOpts().Bool = true;
  // There is no double: 1.5 is a float.
  Invocation.getLangOpts().SinglePrecisionConstants = true;
  clang::HeaderSearchOptions &Search = Invocation.getHeaderSearchOpts();
  Search.UseStandardSystemIncludes = Search.UseStandardCXXIncludes = false;
  clang::CodeGenOptions &CodeGen = Invocation.getCodeGenOpts();
  CodeGen.DisableLLVMPasses = CodeGen.DisableO0ImplyOptNone = true;
  // Local memories begin at address zero.
  CodeGen.NullPointerIsValid = true;
  // Names are for readers of text.
  CodeGen.DiscardValueNames =
      Invocation.getFrontendOpts().ProgramAction != clang::frontend::EmitLLVM;
  // Errors of the passes on the IR need places of the source, too.
  if (CodeGen.getDebugInfo() == codegenoptions::NoDebugInfo)
    CodeGen.setDebugInfo(codegenoptions::LocTrackingOnly);
}

/// Sets an instance up as ExecuteCompilerInvocation() would, with our target,
/// and runs it.
bool runJob(const drv::Command &Job, const tpc::Options &Opts) {
  auto *Buffer = new clang::TextDiagnosticBuffer;
  clang::DiagnosticsEngine Early(new clang::DiagnosticIDs,
                                 new clang::DiagnosticOptions, Buffer);
  auto Invocation = std::make_shared<clang::CompilerInvocation>();
  bool Ok = clang::CompilerInvocation::CreateFromArgs(
      *Invocation, ArrayRef(Job.getArguments()).drop_front(), Early,
      "tpc-clang");
  adjust(*Invocation, Opts);

  clang::CompilerInstance CI;
  CI.setInvocation(Invocation);
  CI.createDiagnostics();
  tpc::addAdvice(CI.getDiagnostics());
  Buffer->FlushDiagnostics(CI.getDiagnostics());
  if (!Ok)
    return false;
  CI.createFileManager(tpc::createLiteralFileSystem(vfs::getRealFileSystem()));
  CI.createSourceManager(CI.getFileManager());
  CI.setTarget(tpc::createTargetInfo(Invocation->TargetOpts, Opts.MaxTensors));
  CI.getTarget().adjust(CI.getDiagnostics(), CI.getLangOpts());

  std::string File = CI.getFrontendOpts().Inputs[0].getFile().str();
  tpc::installFatalErrorHandler(File);
  Ok = tpc::runAction(CI, Opts);
  remove_fatal_error_handler();
  return Ok;
}

/// Whether the job is one for us. Others are for assembly and the like.
bool isOurs(const drv::Command &Job) {
  return StringRef(Job.getCreator().getName()) == "clang" &&
         !Job.getArguments().empty() &&
         StringRef(Job.getArguments()[0]) == "-cc1";
}

/// Whether the driver may see a file of that type.
bool checkInputs(const drv::Compilation &C, clang::DiagnosticsEngine &Diags,
                 drv::Driver &Driver) {
  drv::Driver::InputList Inputs;
  Driver.BuildInputs(C.getDefaultToolChain(),
                     const_cast<opt::DerivedArgList &>(C.getArgs()), Inputs);
  bool Ok = true;
  auto Refuse = [&](StringRef File, StringRef Tool) {
    unsigned ID = Diags.getCustomDiagID(clang::DiagnosticsEngine::Error,
                                        "%0: not a C or C++ source; use %1");
    Diags.Report(ID) << File << Tool;
    Ok = false;
  };
  for (const auto &[Type, Arg] : Inputs) {
    StringRef File = Arg->getValue();
    if (drv::types::isLLVMIR(Type))
      Refuse(File, "tpc-llc");
    else if (Type == drv::types::TY_Asm || Type == drv::types::TY_PP_Asm)
      Refuse(File, "tpc-as");
    else if (Type == drv::types::TY_Object)
      Refuse(File, "a name that ends in .c or .cpp, or -x c");
  }
  return Ok;
}

/// Options of LLVM itself (-mllvm), once for all jobs.
void parseLLVMOptions(const drv::Compilation &C) {
  SmallVector<const char *, 8> Args = {"tpc-clang (LLVM option parsing)"};
  for (const opt::Arg *A : C.getArgs().filtered(drv::options::OPT_mllvm)) {
    A->claim();
    Args.push_back(A->getValue());
  }
  if (Args.size() > 1)
    cl::ParseCommandLineOptions(Args.size(), Args.data());
}

int compile(const char *Program, const tpc::Options &Opts) {
  SmallVector<const char *, 48> Args = driverArgs(Program, Opts);
  IntrusiveRefCntPtr<clang::DiagnosticOptions> DiagOpts =
      clang::CreateAndPopulateDiagOpts(Args);
  auto Diags = createDiagnostics(*DiagOpts);
  drv::Driver Driver(Program, tpc::TripleText, *Diags, "tpc-clang");
  std::unique_ptr<drv::Compilation> C(Driver.BuildCompilation(Args));
  if (!C || Diags->hasErrorOccurred() || !checkInputs(*C, *Diags, Driver))
    return 2;
  if (C->getArgs().hasArg(drv::options::OPT_v))
    printVersion(errs());
  if (C->getArgs().hasArg(drv::options::OPT_v,
                          drv::options::OPT__HASH_HASH_HASH))
    C->getJobs().Print(errs(), "\n", /*Quote=*/true);
  if (C->getArgs().hasArg(drv::options::OPT__HASH_HASH_HASH))
    return 0;
  for (const drv::Command &Job : C->getJobs())
    if (!isOurs(Job)) {
      Diags->Report(Diags->getCustomDiagID(clang::DiagnosticsEngine::Error,
                                           "these options ask for '%0', which "
                                           "is not part of this compiler"))
          << Job.getCreator().getName();
      return 2;
    }
  parseLLVMOptions(*C);
  bool Ok = true;
  for (const drv::Command &Job : C->getJobs())
    Ok &= runJob(Job, Opts);
  return Ok ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
  InitLLVM X(argc, argv);
  ArrayRef<const char *> Args(argv + 1, argv + argc);
  for (StringRef Arg : Args) {
    if (Arg == "--help" || Arg == "-help" || Arg == "-h") {
      outs() << HelpText;
      return 0;
    }
    if (Arg == "--version" || Arg == "--tpcversion") {
      printVersion(outs());
      return 0;
    }
  }
  tpc::Options Opts;
  if (int Status = tpc::parseOptions(Args, Opts))
    return Status;
  tpc::initializeBackend();
  return compile(argv[0], Opts);
}
