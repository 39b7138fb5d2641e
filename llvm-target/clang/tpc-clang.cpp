//===-- tpc-clang.cpp - The TPC-C compiler --------------------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's front end with our target, our intrinsics and our passes. Options
// are read here and handed to Clang as the arguments of its front end.
//
//===----------------------------------------------------------------------===//

#include "CodeGenDriver.h"
#include "TPCIntrinsics.h"
#include "TPCLowering.h"
#include "TPCSema.h"
#include "TPCTarget.h"
#include "clang/CodeGen/CodeGenAction.h"
#include "clang/CodeGen/ModuleBuilder.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Frontend/TextDiagnosticBuffer.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace {

constexpr const char HelpText[] =
    R"(usage: tpc-clang [options] file

Compiles a TPC-C kernel. Examples:
  tpc-clang -march=gaudi -O2 -Wall -c kernel.c -o kernel.o
  tpc-clang -march=gaudi -O2 -S -emit-llvm kernel.c -o kernel.ll

  -march=NAME         processor: gaudi (default)
  -O0 -O1 -O2 -Os     optimization (default -O2); -O3 is -O2
  -c                  write an object (default)
  -S                  write assembly
  -emit-llvm          write LLVM IR: bitcode, or with -S text
  -E                  preprocess only
  -fsyntax-only       look for errors, write nothing
  -o FILE             output; - for standard output
  -x c|c++            language of the source
  -std=NAME           language standard, as in Clang
  -I DIR, -D NAME[=VALUE], -U NAME, -include FILE
                      as in Clang
  -M*, -MD, -MF FILE, -MT NAME, -MP
                      dependency file, as in Clang
  -W..., -w, -f...    warnings and language features, as in Clang
  -g                  debug information
  -main-function NAME entry function (default main)
  -max-tensors N      tensors that a kernel may have, 1 to 16
  --help, --version
)";

constexpr const char PreludePath[] = "/opentpc/tpc-prelude.h";

enum class Output { None, Text, Binary, Preprocessed, Syntax };

struct Options {
  std::string Input;
  std::string OutputFile;
  std::string Cpu = "gaudi";
  std::string Language;
  std::string Standard;
  tpc::OptLevel Level = {CodeGenOptLevel::Default, false};
  Output Kind = Output::None;
  bool EmitLLVM = false;
  bool Debug = false;
  bool Dependencies = false;
  bool SystemDependencies = false;
  std::string DependencyFile;
  std::vector<std::string> DependencyTargets;
  /// Passed to Clang's front end unchanged.
  std::vector<std::string> Passed;
};

/// Prints an error of the command line; returns the exit status for it.
int usageError(const Twine &Message) {
  errs() << "tpc-clang: error: " << Message << "\n";
  return 2;
}

/// The options of the command line. Exit status in Status when false.
class CommandLine {
  ArrayRef<const char *> Args;
  size_t Next = 0;
  Options &Opts;
  tpc::KernelInfo &Info;
  int Status = 0;

public:
  CommandLine(ArrayRef<const char *> Args, Options &Opts, tpc::KernelInfo &Info)
      : Args(Args), Opts(Opts), Info(Info) {}

  /// 0, or the exit status of an error.
  int parse() {
    while (Next < Args.size() && !Status)
      option(Args[Next++]);
    if (!Status && Opts.Input.empty())
      Status = usageError("no input file");
    if (!Status && !tpc::isSupportedCPU(Opts.Cpu))
      Status = tpc::isKnownCPU(Opts.Cpu)
                   ? usageError("-march=" + Opts.Cpu +
                                ": only gaudi is supported so far")
                   : usageError("-march=" + Opts.Cpu +
                                ": no such processor; known: gaudi");
    return Status;
  }

private:
  /// The value of an option, joined or in the next word.
  bool value(StringRef Arg, StringRef Name, std::string &Value) {
    if (!Arg.consume_front(Name))
      return false;
    if (!Arg.empty()) {
      Value = Arg.str();
    } else if (Next < Args.size()) {
      Value = Args[Next++];
    } else {
      Status = usageError("option " + Name + " needs a value");
    }
    return true;
  }

  void option(StringRef Arg) {
    std::string V;
    if (Arg == "-" || !Arg.starts_with("-")) {
      if (!Opts.Input.empty())
        Status = usageError("more than one input file: " + Arg);
      Opts.Input = Arg.str();
    } else if (Arg == "-S") {
      if (Opts.Kind == Output::None || Opts.Kind == Output::Binary)
        Opts.Kind = Output::Text;
    } else if (Arg == "-c") {
      if (Opts.Kind == Output::None)
        Opts.Kind = Output::Binary;
    } else if (Arg == "-E") {
      Opts.Kind = Output::Preprocessed;
    } else if (Arg == "-fsyntax-only") {
      Opts.Kind = Output::Syntax;
    } else if (Arg == "-emit-llvm") {
      Opts.EmitLLVM = true;
    } else if (Arg == "-g") {
      Opts.Debug = true;
    } else if (Arg.starts_with("-O")) {
      if (auto Level = tpc::parseOptLevel(Arg.drop_front(2)))
        Opts.Level = *Level;
      else
        Status = usageError(Arg + ": levels are -O0, -O1, -O2 and -Os");
    } else if (Arg.consume_front("-march=") || Arg.consume_front("-mcpu=")) {
      Opts.Cpu = Arg.str();
    } else if (Arg.consume_front("-std=")) {
      Opts.Standard = Arg.str();
    } else if (value(Arg, "-main-function", V)) {
      Info.Entry = StringRef(V).ltrim('=').str();
    } else if (value(Arg, "-max-tensors", V)) {
      if (StringRef(V).ltrim('=').getAsInteger(10, Info.MaxTensors) ||
          !Info.MaxTensors || Info.MaxTensors > tpc::MaxTensors)
        Status = usageError("-max-tensors " + V + ": must be 1 to 16");
    } else if (dependencyOption(Arg) || passedOption(Arg)) {
      // Nothing left to do.
    } else if (value(Arg, "-o", Opts.OutputFile)) {
      // The value is stored.
    } else if (value(Arg, "-x", V)) {
      if (V != "c" && V != "c++")
        Status = usageError("-x " + V + ": languages are c and c++");
      Opts.Language = V;
    } else {
      Status = usageError("unknown option " + Arg + "; see --help");
    }
  }

  bool dependencyOption(StringRef Arg) {
    std::string V;
    if (Arg == "-MD" || Arg == "-MMD") {
      Opts.Dependencies = true;
      Opts.SystemDependencies = Arg == "-MD";
    } else if (Arg == "-MP") {
      Opts.Passed.push_back("-MP");
    } else if (value(Arg, "-MF", V)) {
      Opts.DependencyFile = V;
    } else if (value(Arg, "-MT", V) || value(Arg, "-MQ", V)) {
      Opts.DependencyTargets.push_back(V);
    } else {
      return false;
    }
    return true;
  }

  bool passedOption(StringRef Arg) {
    std::string V;
    for (StringRef Name : {"-include", "-isystem", "-iquote"})
      if (Arg == Name && value(Arg, Name, V)) {
        Opts.Passed.insert(Opts.Passed.end(), {Name.str(), V});
        return true;
      }
    for (StringRef Name : {"-I", "-D", "-U"})
      if (value(Arg, Name, V)) {
        Opts.Passed.insert(Opts.Passed.end(), {Name.str(), V});
        return true;
      }
    for (StringRef Name : {"-fsanitize", "-fopenmp", "-fprofile", "-flto"})
      if (Arg.starts_with(Name)) {
        Status = usageError(Arg + ": not for kernels");
        return true;
      }
    if (Arg == "-w" || Arg.starts_with("-W") || Arg.starts_with("-f") ||
        Arg == "-pedantic" || Arg == "-pedantic-errors") {
      Opts.Passed.push_back(Arg.str());
      return true;
    }
    return false;
  }
};

std::string defaultOutput(const Options &Opts) {
  StringRef Stem = Opts.Input == "-" ? "-" : sys::path::stem(Opts.Input);
  if (Opts.Kind == Output::Preprocessed || Stem == "-")
    return "-";
  bool IsText = Opts.Kind == Output::Text;
  StringRef Ending = Opts.EmitLLVM ? IsText ? ".ll" : ".bc"
                     : IsText      ? ".s"
                                   : ".o";
  return (Stem + Ending).str();
}

std::string levelDigit(tpc::OptLevel Level) {
  return std::to_string(unsigned(Level.Level));
}

/// The arguments of Clang's front end.
std::vector<std::string> frontendArgs(const Options &Opts) {
  std::string Language = Opts.Language;
  if (Language.empty()) {
    StringRef Ext = sys::path::extension(Opts.Input);
    Language = Ext == ".cpp" || Ext == ".cc" || Ext == ".cxx" ? "c++" : "c";
  }
  std::string Standard = Opts.Standard;
  if (Standard.empty())
    Standard = Language == "c" ? "gnu11" : "gnu++17";
  std::vector<std::string> Args = {
      "-triple", "tpc-unknown-unknown", "-target-cpu", Opts.Cpu, "-x", Language,
      "-std=" + Standard, "-resource-dir", OPENTPC_CLANG_RESOURCES,
      "-internal-isystem", OPENTPC_CLANG_RESOURCES "/include",
      "-nostdsysteminc", "-nobuiltininc",
      // The host's library is not there, and main is not hosted C's main.
      "-ffreestanding", "-fno-builtin", "-ffp-contract=off",
      // Kernels read the bits of vectors through pointers to other vectors.
      "-relaxed-aliasing", "-disable-llvm-passes", "-disable-O0-optnone",
      "-ferror-limit", "50",
      "-O" + std::string(Opts.Level.Size ? "s" : levelDigit(Opts.Level)),
      "-dwarf-version=4"};
  if (Opts.Debug)
    Args.push_back("-debug-info-kind=constructor");
  if (Opts.Kind == Output::Preprocessed)
    Args.insert(Args.end(), {"-E", "-o",
                             Opts.OutputFile.empty() ? defaultOutput(Opts)
                                                     : Opts.OutputFile});
  else
    Args.insert(Args.end(), {"-include", PreludePath});
  if (Opts.Dependencies) {
    std::string Out =
        Opts.OutputFile.empty() ? defaultOutput(Opts) : Opts.OutputFile;
    SmallString<128> File(Out);
    sys::path::replace_extension(File, "d");
    Args.insert(Args.end(), {"-dependency-file", Opts.DependencyFile.empty()
                                                     ? std::string(File)
                                                     : Opts.DependencyFile});
    if (Opts.DependencyTargets.empty())
      Args.insert(Args.end(), {"-MT", Out});
    for (const std::string &Target : Opts.DependencyTargets)
      Args.insert(Args.end(), {"-MT", Target});
    if (Opts.SystemDependencies)
      Args.push_back("-sys-header-deps");
  }
  Args.insert(Args.end(), Opts.Passed.begin(), Opts.Passed.end());
  Args.push_back(Opts.Input);
  return Args;
}

/// A place in the IR's debug information as a place in the source.
clang::SourceLocation sourceLocation(clang::CompilerInstance &CI,
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

/// Errors of the code generator as Clang's.
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

/// Clang's code generation, with our declarations and checks beside it.
class KernelAction final : public clang::EmitLLVMOnlyAction {
  const Options &Opts;
  tpc::KernelInfo &Info;
  IntrusiveRefCntPtr<clang::ExternalSemaSource> Source;

public:
  KernelAction(const Options &Opts, tpc::KernelInfo &Info, LLVMContext &Ctx)
      : EmitLLVMOnlyAction(&Ctx), Opts(Opts), Info(Info) {}

  /// What is to be written; worth nothing after an error.
  ArrayRef<char> output() const { return Out; }

protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, StringRef File) override {
    tpc::addPragmas(CI.getPreprocessor(), Info);
    std::vector<std::unique_ptr<clang::ASTConsumer>> Both;
    Both.push_back(tpc::createKernelChecker(CI, Info));
    Both.push_back(EmitLLVMOnlyAction::CreateASTConsumer(CI, File));
    return std::make_unique<clang::MultiplexConsumer>(std::move(Both));
  }

  void ExecuteAction() override {
    clang::CompilerInstance &CI = getCompilerInstance();
    CI.createSema(getTranslationUnitKind(), nullptr);
    Source = tpc::createIntrinsicSource(CI);
    CI.getSema().addExternalSource(Source.get());
    EmitLLVMOnlyAction::ExecuteAction();
    lower(CI);
  }

private:
  SmallVector<char, 0> Out;

  // Done while the source is open, so that errors can show its lines.
  void lower(clang::CompilerInstance &CI) {
    clang::DiagnosticsEngine &Diags = CI.getDiagnostics();
    if (Diags.hasErrorOccurred() || !getCodeGenerator())
      return;
    std::unique_ptr<Module> M(getCodeGenerator()->ReleaseModule());
    if (!M)
      return;
    auto Report = [&](DiagnosticLocation Loc, const Twine &Text) {
      unsigned ID =
          Diags.getCustomDiagID(clang::DiagnosticsEngine::Error, "%0");
      Diags.Report(sourceLocation(CI, Loc), ID) << Text.str();
    };
    if (!tpc::lowerModule(*M, Info, Opts.Level, Report))
      return;
    if (Opts.Kind == Output::Syntax)
      return;
    if (Opts.EmitLLVM)
      writeIR(*M);
    else if (!Info.Found)
      Report(DiagnosticLocation(),
             "no kernel: function '" + Info.Entry +
                 "' is not defined (-main-function names it)");
    else
      generateCode(*M, Report);
  }

  void writeIR(Module &M) {
    if (!Opts.Debug)
      StripDebugInfo(M);
    raw_svector_ostream OS(Out);
    if (Opts.Kind == Output::Text)
      M.print(OS, nullptr);
    else
      WriteBitcodeToFile(M, OS);
  }

  void generateCode(Module &M, tpc::ErrorFn Report) {
    M.getContext().setDiagnosticHandler(
        std::make_unique<BackendDiagnostics>(Report));
    tpc::emitCode(M, *tpc::createTargetMachine(Opts.Cpu, Opts.Level),
                  Opts.Level,
                  Opts.Kind == Output::Text ? CodeGenFileType::AssemblyFile
                                            : CodeGenFileType::ObjectFile,
                  Out);
    M.getContext().setDiagnosticHandler(nullptr);
  }
};

/// Parses, generates code and writes it.
bool compile(clang::CompilerInstance &CI, const Options &Opts,
             tpc::KernelInfo &Info) {
  LLVMContext Ctx;
  KernelAction Action(Opts, Info, Ctx);
  if (!Action.BeginSourceFile(CI, CI.getFrontendOpts().Inputs[0]))
    return false;
  if (Error E = Action.Execute())
    consumeError(std::move(E));
  Action.EndSourceFile();
  if (CI.getDiagnostics().hasErrorOccurred())
    return false;
  return Opts.Kind == Output::Syntax ||
         tpc::writeFile("tpc-clang",
                        Opts.OutputFile.empty() ? defaultOutput(Opts)
                                                : Opts.OutputFile,
                        Action.output());
}

bool preprocess(clang::CompilerInstance &CI) {
  clang::PrintPreprocessedAction Action;
  if (!Action.BeginSourceFile(CI, CI.getFrontendOpts().Inputs[0]))
    return false;
  if (Error E = Action.Execute())
    consumeError(std::move(E));
  Action.EndSourceFile();
  return !CI.getDiagnostics().hasErrorOccurred();
}

/// Sets the instance up as ExecuteAction() would, with our target.
bool prepare(clang::CompilerInstance &CI, const Options &Opts,
             const tpc::KernelInfo &Info) {
  std::vector<std::string> Args = frontendArgs(Opts);
  std::vector<const char *> Pointers;
  for (const std::string &Arg : Args)
    Pointers.push_back(Arg.c_str());

  auto *Buffer = new clang::TextDiagnosticBuffer;
  IntrusiveRefCntPtr<clang::DiagnosticOptions> DiagOpts =
      new clang::DiagnosticOptions;
  clang::DiagnosticsEngine Early(new clang::DiagnosticIDs, DiagOpts, Buffer);
  auto Invocation = std::make_shared<clang::CompilerInvocation>();
  bool Ok = clang::CompilerInvocation::CreateFromArgs(*Invocation, Pointers,
                                                      Early, "tpc-clang");
  Invocation->getLangOpts().Bool = true;
  // Errors of the passes on the IR need places of the source, too.
  if (!Opts.Debug)
    Invocation->getCodeGenOpts().setDebugInfo(codegenoptions::LocTrackingOnly);
  CI.setInvocation(Invocation);
  CI.getDiagnosticOpts().ShowColors = errs().has_colors();
  CI.createDiagnostics();
  Buffer->FlushDiagnostics(CI.getDiagnostics());
  if (!Ok)
    return false;

  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Memory->addFile(PreludePath, 0,
                  MemoryBuffer::getMemBuffer(tpc::preludeText()));
  auto Overlay =
      makeIntrusiveRefCnt<vfs::OverlayFileSystem>(vfs::getRealFileSystem());
  Overlay->pushOverlay(Memory);
  CI.createFileManager(Overlay);
  CI.createSourceManager(CI.getFileManager());
  CI.setTarget(tpc::createTargetInfo(Invocation->TargetOpts, Info.MaxTensors));
  CI.getTarget().adjust(CI.getDiagnostics(), CI.getLangOpts());
  return true;
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
    if (Arg == "--version") {
      outs() << "OpenTPC tpc-clang, LLVM " LLVM_VERSION_STRING "\n";
      return 0;
    }
  }
  Options Opts;
  tpc::KernelInfo Info;
  Info.MaxTensors = tpc::MaxTensors;
  if (int Status = CommandLine(Args, Opts, Info).parse())
    return Status;
  if (Opts.Kind == Output::None)
    Opts.Kind = Output::Binary;

  tpc::initializeBackend();
  tpc::installFatalErrorHandler(Opts.Input);
  clang::CompilerInstance CI;
  if (!prepare(CI, Opts, Info))
    return 1;
  bool Ok = Opts.Kind == Output::Preprocessed ? preprocess(CI)
                                              : compile(CI, Opts, Info);
  return Ok ? 0 : 1;
}
