//===-- TPCAction.cpp - What tpc-clang does with a source -----------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's parser and code generation, with our declarations, checks and passes
// around them. Output is kept until all went well.
//
//===----------------------------------------------------------------------===//

#include "TPCAction.h"
#include "CodeGenDriver.h"
#include "TPCIntrinsics.h"
#include "TPCLowering.h"
#include "TPCSema.h"
#include "clang/CodeGen/CodeGenAction.h"
#include "clang/CodeGen/ModuleBuilder.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using clang::CompilerInstance;
namespace frontend = clang::frontend;

namespace {

/// Makes the prelude what the preprocessor reads first. In this form it is
/// neither part of preprocessed text nor of dependencies.
void addPrelude(CompilerInstance &CI) {
  clang::Preprocessor &PP = CI.getPreprocessor();
  std::string Text = "# 1 \"<built-in>\" 3\n";
  if (CI.getLangOpts().CPlusPlus)
    Text += "#define __tpc_extern extern \"C\"\n";
  else
    Text += "#define __tpc_extern\n";
  Text += tpc::preludeText();
  PP.setPredefines(Text + PP.getPredefines());
}

tpc::OptLevel levelOf(const clang::CodeGenOptions &Opts) {
  if (!Opts.OptimizationLevel)
    return {CodeGenOptLevel::None, false};
  if (Opts.OptimizeSize)
    return {CodeGenOptLevel::Default, true};
  return {Opts.OptimizationLevel == 1 ? CodeGenOptLevel::Less
                                      : CodeGenOptLevel::Default,
          false};
}

/// A place in the IR's debug information as a place in the source.
clang::SourceLocation sourceLocation(CompilerInstance &CI,
                                     const DiagnosticLocation &Loc) {
  if (!Loc.isValid())
    return {};
  clang::SourceManager &SM = CI.getSourceManager();
  auto File = CI.getFileManager().getOptionalFileRef(Loc.getRelativePath());
  if (!File)
    File = CI.getFileManager().getOptionalFileRef(Loc.getAbsolutePath());
  if (!File)
    return SM.getLocForStartOfFile(SM.getMainFileID());
  return SM.translateFileLineCol(*File, Loc.getLine(),
                                 std::max(1u, Loc.getColumn()));
}

/// Errors of the code generator as Clang's. Some repeat themselves.
class BackendDiagnostics final : public DiagnosticHandler {
  tpc::ErrorFn Report;

public:
  explicit BackendDiagnostics(tpc::ErrorFn Report) : Report(Report) {}

  bool handleDiagnostics(const DiagnosticInfo &DI) override {
    if (DI.getSeverity() != DS_Error)
      return true;
    if (const auto *U = dyn_cast<DiagnosticInfoUnsupported>(&DI)) {
      Report(U->getLocation(), U->getMessage());
      return true;
    }
    std::string Text;
    raw_string_ostream OS(Text);
    DiagnosticPrinterRawOStream Printer(OS);
    DI.print(Printer);
    Report(DiagnosticLocation(), Text);
    return true;
  }
};

/// From a source to IR, assembly or an object.
class KernelAction final : public clang::EmitLLVMOnlyAction {
  const tpc::Options &Opts;
  tpc::KernelInfo Info;
  IntrusiveRefCntPtr<clang::ExternalSemaSource> Source;
  SmallVector<char, 0> Out;

public:
  KernelAction(const tpc::Options &Opts, LLVMContext &Ctx)
      : EmitLLVMOnlyAction(&Ctx), Opts(Opts) {
    Info.Entry = Opts.MainFunction;
    Info.MaxTensors = Opts.MaxTensors;
    Info.AllLoopsTaken = Opts.AllLoopsTaken;
    Info.UsePrintf = Opts.UsePrintf;
  }

  /// What is to be written; worth nothing after an error.
  ArrayRef<char> output() const { return Out; }

protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(CompilerInstance &CI, StringRef File) override {
    addPrelude(CI);
    tpc::addPragmas(CI.getPreprocessor(), Info);
    std::vector<std::unique_ptr<clang::ASTConsumer>> Both;
    Both.push_back(tpc::createKernelChecker(CI, Info));
    Both.push_back(EmitLLVMOnlyAction::CreateASTConsumer(CI, File));
    return std::make_unique<clang::MultiplexConsumer>(std::move(Both));
  }

  void ExecuteAction() override {
    CompilerInstance &CI = getCompilerInstance();
    CI.createSema(getTranslationUnitKind(), nullptr);
    Source = tpc::createIntrinsicSource(CI);
    CI.getSema().addExternalSource(Source.get());
    EmitLLVMOnlyAction::ExecuteAction();
    lower(CI);
  }

private:
  // Done while the source is open, so that errors can show its lines.
  void lower(CompilerInstance &CI) {
    clang::DiagnosticsEngine &Diags = CI.getDiagnostics();
    if (Diags.hasErrorOccurred() || !getCodeGenerator())
      return;
    std::unique_ptr<Module> M(getCodeGenerator()->ReleaseModule());
    if (!M)
      return;
    std::set<std::pair<clang::SourceLocation, std::string>> Reported;
    auto Report = [&](DiagnosticLocation Loc, const Twine &Text) {
      clang::SourceLocation Place = sourceLocation(CI, Loc);
      if (!Reported.insert({Place, Text.str()}).second)
        return;
      unsigned ID =
          Diags.getCustomDiagID(clang::DiagnosticsEngine::Error, "%0");
      Diags.Report(Place, ID) << Text.str();
    };
    tpc::OptLevel Level = levelOf(CI.getCodeGenOpts());
    if (!tpc::lowerModule(*M, Info, Level, Report))
      return;
    frontend::ActionKind Kind = CI.getFrontendOpts().ProgramAction;
    if (Kind == frontend::EmitLLVM || Kind == frontend::EmitBC)
      writeIR(*M, Kind, CI.getCodeGenOpts());
    else if (Kind != frontend::ParseSyntaxOnly && requireKernel(Report))
      generateCode(*M, Kind, Level, Report);
  }

  bool requireKernel(tpc::ErrorFn Report) {
    if (!Info.Found)
      Report(DiagnosticLocation(),
             "no kernel: function '" + Info.Entry +
                 "' is not defined (-main-function names it)");
    return Info.Found;
  }

  void writeIR(Module &M, frontend::ActionKind Kind,
               const clang::CodeGenOptions &CGOpts) {
    if (CGOpts.getDebugInfo() == codegenoptions::LocTrackingOnly)
      StripDebugInfo(M);
    raw_svector_ostream OS(Out);
    if (Kind == frontend::EmitLLVM)
      M.print(OS, nullptr);
    else
      WriteBitcodeToFile(M, OS);
  }

  void generateCode(Module &M, frontend::ActionKind Kind, tpc::OptLevel Level,
                    tpc::ErrorFn Report) {
    if (Opts.NoScheduling)
      Level = {CodeGenOptLevel::None, false};
    setMemoryLimits(M);
    M.getContext().setDiagnosticHandler(
        std::make_unique<BackendDiagnostics>(Report));
    tpc::emitCode(M, *tpc::createTargetMachine(Opts.Chip->Name, Level), Level,
                  Kind == frontend::EmitAssembly ? CodeGenFileType::AssemblyFile
                                                 : CodeGenFileType::ObjectFile,
                  Out);
    M.getContext().setDiagnosticHandler(nullptr);
  }

  void setMemoryLimits(Module &M) {
    Function *Kernel = M.getFunction(Info.Entry);
    auto Set = [&](StringRef Name, unsigned Bytes, unsigned Unset) {
      if (Bytes != Unset)
        Kernel->addFnAttr(Name, utostr(Bytes));
    };
    Set("tpc-vlm-limit", Opts.VectorMemory, 0);
    Set("tpc-slm-limit", Opts.ScalarMemory, 0);
    Set("tpc-vlm-spill-limit", Opts.SpillVectorMemory, ~0u);
  }
};

/// Preprocessed text or dependencies, with the prelude's macros.
template <class Base> class PreludeAction final : public Base {
  bool BeginSourceFileAction(CompilerInstance &CI) override {
    addPrelude(CI);
    return Base::BeginSourceFileAction(CI);
  }
};

bool execute(CompilerInstance &CI, clang::FrontendAction &Action) {
  if (!Action.BeginSourceFile(CI, CI.getFrontendOpts().Inputs[0]))
    return false;
  if (Error E = Action.Execute())
    consumeError(std::move(E));
  Action.EndSourceFile();
  return !CI.getDiagnostics().hasErrorOccurred();
}

bool compile(CompilerInstance &CI, const tpc::Options &Opts) {
  LLVMContext Ctx;
  KernelAction Action(Opts, Ctx);
  return execute(CI, Action) &&
         (CI.getFrontendOpts().ProgramAction == frontend::ParseSyntaxOnly ||
          tpc::writeFile("tpc-clang", CI.getFrontendOpts().OutputFile,
                         Action.output()));
}

bool run(CompilerInstance &CI, const tpc::Options &Opts) {
  switch (CI.getFrontendOpts().ProgramAction) {
  case frontend::EmitAssembly:
  case frontend::EmitBC:
  case frontend::EmitLLVM:
  case frontend::EmitObj:
  case frontend::ParseSyntaxOnly:
    return compile(CI, Opts);
  case frontend::PrintPreprocessedInput: {
    PreludeAction<clang::PrintPreprocessedAction> Action;
    return execute(CI, Action);
  }
  case frontend::RunPreprocessorOnly: {
    PreludeAction<clang::PreprocessOnlyAction> Action;
    return execute(CI, Action);
  }
  default:
    CI.getDiagnostics().Report(CI.getDiagnostics().getCustomDiagID(
        clang::DiagnosticsEngine::Error,
        "this kind of output is not supported"));
    return false;
  }
}

} // namespace

bool tpc::runAction(CompilerInstance &CI, const Options &Opts) {
  bool Ok = run(CI, Opts);
  StringRef Dependencies = CI.getDependencyOutputOpts().OutputFile;
  if (!Ok && !Dependencies.empty() && Dependencies != "-")
    sys::fs::remove(Dependencies);
  return Ok;
}
