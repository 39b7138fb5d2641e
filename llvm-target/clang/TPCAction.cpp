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
#include "OutputFile.h"
#include "TPCIntrinsics.h"
#include "TPCLowering.h"
#include "TPCSema.h"
#include "clang/Basic/DiagnosticFrontend.h"
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
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using clang::CompilerInstance;
namespace frontend = clang::frontend;

static cl::opt<bool>
    ShowCrash("tpc-show-crash", cl::Hidden,
              cl::desc("Print the calls at which Clang fails"));

namespace {

/// The directives of the prelude.
std::string preludeMacros() {
  std::string Macros;
  SmallVector<StringRef, 0> Lines;
  tpc::preludeText().split(Lines, '\n');
  bool Continues = false;
  for (StringRef Line : Lines) {
    if (Continues || Line.starts_with("#"))
      (Macros += Line) += '\n';
    Continues = (Continues || Line.starts_with("#")) && Line.ends_with("\\");
  }
  return Macros;
}

/// Makes the prelude what the preprocessor reads first. In this form it is
/// neither part of preprocessed text nor of dependencies.
void addPrelude(CompilerInstance &CI, bool OnlyMacros) {
  clang::Preprocessor &PP = CI.getPreprocessor();
  std::string Text = "# 1 \"<built-in>\" 3\n";
  if (CI.getLangOpts().CPlusPlus)
    Text += "#define __tpc_extern extern \"C\"\n";
  else
    Text += "#define __tpc_extern\n";
  Text += OnlyMacros ? preludeMacros() : tpc::preludeText().str();
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

/// A line of inline assembly as a place in a file of its own.
clang::SourceLocation placeInText(CompilerInstance &CI,
                                  const SMDiagnostic &Diagnostic) {
  clang::SourceManager &SM = CI.getSourceManager();
  clang::FileID File = SM.createFileID(MemoryBuffer::getMemBufferCopy(
      Diagnostic.getLineContents(), Diagnostic.getFilename()));
  return SM.getLocForStartOfFile(File).getLocWithOffset(
      std::max(0, Diagnostic.getColumnNo()));
}

/// Errors and remarks (-Rpass=, -Rpass-missed=) of the code generator as
/// Clang's. Some errors repeat themselves.
class BackendDiagnostics final : public DiagnosticHandler {
  CompilerInstance &CI;
  tpc::ErrorFn Report;

public:
  BackendDiagnostics(CompilerInstance &CI, tpc::ErrorFn Report)
      : CI(CI), Report(Report) {}

  bool isAnyRemarkEnabled() const override {
    return CI.getCodeGenOpts().OptimizationRemark.hasValidPattern() ||
           CI.getCodeGenOpts().OptimizationRemarkMissed.hasValidPattern() ||
           DiagnosticHandler::isAnyRemarkEnabled();
  }

  bool isPassedOptRemarkEnabled(StringRef Pass) const override {
    return CI.getCodeGenOpts().OptimizationRemark.patternMatches(Pass) ||
           DiagnosticHandler::isPassedOptRemarkEnabled(Pass);
  }

  bool isMissedOptRemarkEnabled(StringRef Pass) const override {
    return CI.getCodeGenOpts().OptimizationRemarkMissed.patternMatches(Pass) ||
           DiagnosticHandler::isMissedOptRemarkEnabled(Pass);
  }

  bool handleDiagnostics(const DiagnosticInfo &DI) override {
    const auto *Remark = dyn_cast<DiagnosticInfoOptimizationBase>(&DI);
    if (Remark && Remark->isEnabled() &&
        (Remark->isMissed() || Remark->isPassed()))
      CI.getDiagnostics().Report(
          sourceLocation(CI, Remark->getLocation()),
          Remark->isMissed()
              ? clang::diag::remark_fe_backend_optimization_remark_missed
              : clang::diag::remark_fe_backend_optimization_remark)
          << clang::AddFlagValue(Remark->getPassName()) << Remark->getMsg();
    if (DI.getSeverity() != DS_Error)
      return true;
    if (const auto *U = dyn_cast<DiagnosticInfoUnsupported>(&DI)) {
      Report(U->getLocation(), U->getMessage());
      return true;
    }
    if (const auto *Asm = dyn_cast<DiagnosticInfoInlineAsm>(&DI)) {
      reportInAsm(Asm->getLocCookie(), Asm->getMsgStr().str());
      return true;
    }
    if (const auto *Asm = dyn_cast<DiagnosticInfoSrcMgr>(&DI)) {
      const SMDiagnostic &Diagnostic = Asm->getSMDiag();
      reportInAsm(Asm->getLocCookie(), Diagnostic.getMessage());
      CI.getDiagnostics().Report(placeInText(CI, Diagnostic),
                                 clang::diag::note_fe_inline_asm_here);
      return true;
    }
    std::string Text;
    raw_string_ostream OS(Text);
    DiagnosticPrinterRawOStream Printer(OS);
    DI.print(Printer);
    Report(DiagnosticLocation(), Text);
    return true;
  }

private:
  /// The cookie is what Clang has put into the IR, a place in the source.
  void reportInAsm(uint64_t Cookie, StringRef Text) {
    CI.getDiagnostics().Report(
        clang::SourceLocation::getFromRawEncoding(unsigned(Cookie)),
        clang::diag::err_fe_inline_asm)
        << Text;
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
    addPrelude(CI, /*OnlyMacros=*/false);
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
    readSource(CI);
    lower(CI);
  }

private:
  // Clang has defects with code that is wrong, such as a function as the value
  // of a pointer to device memory. What it has read is of no use then; that and
  // where it stood is said instead of a stack of calls.
  void readSource(CompilerInstance &CI) {
    clang::SourceLocation Last;
    clang::Preprocessor &PP = CI.getPreprocessor();
    PP.setTokenWatcher([&](const clang::Token &T) { Last = T.getLocation(); });
    CrashRecoveryContext::Enable();
    CrashRecoveryContext Context;
    Context.DumpStackAndCleanupOnFailure = ShowCrash;
    bool Ok = Context.RunSafely([&] { EmitLLVMOnlyAction::ExecuteAction(); });
    CrashRecoveryContext::Disable();
    PP.setTokenWatcher(nullptr);
    if (Ok)
      return;
    clang::DiagnosticsEngine &Diags = CI.getDiagnostics();
    Diags.Clear();
    Diags.Report(Last, Diags.getCustomDiagID(
                           clang::DiagnosticsEngine::Error,
                           "Clang itself fails at the code before this place; "
                           "please look for a mistake there, and report it"));
    std::exit(1);
  }

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
    else if (Kind != frontend::ParseSyntaxOnly && requireKernel(Report) &&
             checkMemory(*M, tpc::VectorLocal, "vector") &&
             checkMemory(*M, tpc::ScalarLocal, "scalar"))
      generateCode(*M, Kind, Level, Report);
  }

  bool requireKernel(tpc::ErrorFn Report) {
    if (!Info.Found)
      Report(DiagnosticLocation(),
             "no kernel: function '" + Info.Entry +
                 "' is not defined (-main-function names it)");
    return Info.Found;
  }

  /// Bytes of a local memory that the kernel may use.
  unsigned memoryLimit(unsigned AddrSpace) const {
    if (AddrSpace == tpc::VectorLocal)
      return Opts.VectorMemory ? Opts.VectorMemory : Opts.Chip->VectorMemory;
    return Opts.ScalarMemory ? Opts.ScalarMemory : Opts.Chip->ScalarMemory;
  }

  /// Whether the variables fit. The code generator would find out, too, but not
  /// where they are declared.
  bool checkMemory(Module &M, unsigned AddrSpace, StringRef Kind) {
    const DataLayout &DL = M.getDataLayout();
    SmallVector<std::pair<uint64_t, const GlobalVariable *>, 8> Users;
    uint64_t Total = 0;
    for (const GlobalVariable &G : M.globals()) {
      if (G.getAddressSpace() != AddrSpace)
        continue;
      uint64_t Size = alignTo(DL.getTypeAllocSize(G.getValueType()),
                              AddrSpace == tpc::VectorLocal ? 256 : 4);
      Users.emplace_back(Size, &G);
      Total += Size;
    }
    if (Total <= memoryLimit(AddrSpace))
      return true;
    stable_sort(Users,
                [](const auto &A, const auto &B) { return A.first > B.first; });
    clang::DiagnosticsEngine &Diags = getCompilerInstance().getDiagnostics();
    unsigned Error = Diags.getCustomDiagID(
        clang::DiagnosticsEngine::Error,
        "%0 local memory exceeded: variables need %1 bytes, %2 exist");
    unsigned Note = Diags.getCustomDiagID(clang::DiagnosticsEngine::Note,
                                          "'%0' takes %1 bytes");
    Diags.Report(placeOf(*Users[0].second), Error)
        << Kind << std::to_string(Total) << memoryLimit(AddrSpace);
    constexpr size_t MaxNotes = 8;
    for (auto [Size, G] : ArrayRef(Users).take_front(MaxNotes))
      Diags.Report(placeOf(*G), Note) << G->getName() << std::to_string(Size);
    return false;
  }

  /// Static variables of functions have names like main.count.
  clang::SourceLocation placeOf(const GlobalVariable &G) {
    StringRef Name = G.getName();
    auto It = Info.Variables.find(Name);
    if (It == Info.Variables.end() && Name.contains('.'))
      It = Info.Variables.find(Name.rsplit('.').second);
    return It == Info.Variables.end() ? clang::SourceLocation() : It->second;
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
        std::make_unique<BackendDiagnostics>(getCompilerInstance(), Report));
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
    addPrelude(CI, /*OnlyMacros=*/true);
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
  StringRef Dependencies = CI.getDependencyOutputOpts().OutputFile;
  StringRef Input = CI.getFrontendOpts().Inputs[0].getFile();
  for (StringRef Output :
       {StringRef(CI.getFrontendOpts().OutputFile), Dependencies})
    if (tpc::replacesInput("tpc-clang", Output, Input))
      return false;
  bool Ok = run(CI, Opts);
  if (!Ok && !Dependencies.empty() && Dependencies != "-")
    sys::fs::remove(Dependencies);
  return Ok;
}
