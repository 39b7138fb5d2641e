//===-- tpc-ir-fuzz.cpp - Random IR through the code generator ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Mutates a kernel with LLVM's library for that, compiles the result, and
// reports the seeds at which the code generator crashes, hangs or gives up. A
// diagnostic is a good answer. Every run is a process of its own.
//
// Exit status: 0 if nothing was found, 1 if something was, 2 for a usage error.
//
//===----------------------------------------------------------------------===//

#include "CodeGenDriver.h"
#include "llvm/AsmParser/Parser.h"
#include "llvm/FuzzMutate/IRMutator.h"
#include "llvm/FuzzMutate/Operations.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

static cl::OptionCategory Category("tpc-ir-fuzz options");
static cl::opt<unsigned> Seconds("seconds", cl::desc("How long to go on"),
                                 cl::init(10), cl::cat(Category));
static cl::opt<unsigned> FirstSeed("seed", cl::desc("The first seed"),
                                   cl::init(1), cl::cat(Category));
static cl::opt<unsigned> Runs("runs", cl::desc("How many seeds at most"),
                              cl::init(~0u), cl::cat(Category));
static cl::opt<std::string> Level("O", cl::desc("0, 1, 2 or s"), cl::Prefix,
                                  cl::init("0"), cl::cat(Category));
static cl::opt<std::string> Print("print",
                                  cl::desc("Write the module of --seed to a "
                                           "file and do nothing else"),
                                  cl::value_desc("file"), cl::cat(Category));

/// The kernel that mutations start from: loads and stores of everything.
static const char Start[] = R"(
declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i32 %a, i32 %b, float %f, bfloat %h, i8 %c, i16 %d) {
entry:
  %words = alloca [16 x i32], align 4
  %vectors = alloca [4 x <64 x i32>], align 256
  store i32 %a, ptr %words, align 4
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %z = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 2, i32 0, <128 x i16> undef, i1 true, i1 false)
  %w = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 3, i32 0, <256 x i8> undef, i1 true, i1 false)
  store <64 x i32> %y, ptr %vectors, align 256
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i2, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 0
  %p = icmp slt <64 x i32> %y, zeroinitializer
  %s = select <64 x i1> %p, <64 x float> %x, <64 x float> zeroinitializer
  %t = fadd <64 x float> %s, %x
  %v = load <64 x i32>, ptr %vectors, align 256
  %u = add <64 x i32> %v, %y
  %k = load i32, ptr %words, align 4
  %l = add i32 %k, %b
  store i32 %l, ptr %words, align 4
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> %at, i8 4, <64 x float> %t, i32 0, i1 true, i1 false)
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 5, <64 x i32> %u, i32 0, i1 true, i1 false)
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> %at, i8 6, <128 x i16> %z, i32 0, i1 true, i1 false)
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> %at, i8 7, <256 x i8> %w, i32 0, i1 true, i1 false)
  %i2 = add i32 %i, 1
  %go = icmp slt i32 %i2, %a
  br i1 %go, label %loop, label %done
done:
  ret void
}
)";

static std::vector<TypeGetter> allowedTypes() {
  auto VectorOf = [](auto Element, unsigned Lanes) -> TypeGetter {
    return
        [=](LLVMContext &C) { return FixedVectorType::get(Element(C), Lanes); };
  };
  return {Type::getInt1Ty,
          Type::getInt8Ty,
          Type::getInt16Ty,
          Type::getInt32Ty,
          Type::getInt64Ty,
          Type::getFloatTy,
          Type::getBFloatTy,
          VectorOf(Type::getInt32Ty, 5),
          VectorOf(Type::getInt32Ty, 64),
          VectorOf(Type::getFloatTy, 64),
          VectorOf(Type::getInt16Ty, 128),
          VectorOf(Type::getBFloatTy, 128),
          VectorOf(Type::getInt8Ty, 256),
          VectorOf(Type::getInt1Ty, 64)};
}

/// Pointers and single lanes lead to what the machine does not have, so every
/// other module goes without.
static std::vector<fuzzerop::OpDescriptor> operations(bool WithAll) {
  std::vector<fuzzerop::OpDescriptor> Ops;
  describeFuzzerIntOps(Ops);
  describeFuzzerFloatOps(Ops);
  describeFuzzerUnaryOperations(Ops);
  describeFuzzerOtherOps(Ops);
  describeFuzzerControlFlowOps(Ops);
  if (!WithAll)
    return Ops;
  describeFuzzerPointerOps(Ops);
  describeFuzzerVectorOps(Ops);
  return Ops;
}

static std::unique_ptr<Module> makeModule(LLVMContext &Context, unsigned Seed) {
  SMDiagnostic Problem;
  std::unique_ptr<Module> M = parseAssemblyString(Start, Problem, Context);
  if (!M)
    report_fatal_error("the start does not parse");
  std::vector<std::unique_ptr<IRMutationStrategy>> Strategies;
  Strategies.push_back(
      std::make_unique<InjectorIRStrategy>(operations(Seed % 2)));
  Strategies.push_back(std::make_unique<InstModificationIRStrategy>());
  Strategies.push_back(std::make_unique<InsertPHIStrategy>());
  Strategies.push_back(std::make_unique<InsertCFGStrategy>());
  Strategies.push_back(std::make_unique<SinkInstructionStrategy>());
  Strategies.push_back(std::make_unique<InstDeleterIRStrategy>());
  IRMutator Mutator(allowedTypes(), std::move(Strategies));
  // Few mutations keep most modules free of what the machine does not have.
  unsigned Count = 2 + Seed % 24;
  constexpr size_t MaxSize = 100000;
  for (unsigned N = 0; N != Count; ++N)
    Mutator.mutateModule(*M, int(Seed * 1000 + N), MaxSize);
  return M;
}

namespace {
struct Quiet : DiagnosticHandler {
  bool *Refused;
  explicit Quiet(bool *Refused) : Refused(Refused) {}
  bool handleDiagnostics(const DiagnosticInfo &DI) override {
    *Refused |= DI.getSeverity() == DS_Error;
    return true;
  }
};
} // namespace

enum Status { Compiled = 0, Refused = 1, Broken = 2, GaveUp = 3 };

/// In a process of its own.
static int compile(unsigned Seed) {
  LLVMContext Context;
  bool IsRefused = false;
  Context.setDiagnosticHandler(std::make_unique<Quiet>(&IsRefused));
  std::unique_ptr<Module> M = makeModule(Context, Seed);
  if (verifyModule(*M))
    return Broken;
  install_fatal_error_handler(
      [](void *, const char *Reason, bool) {
        errs() << Reason << '\n';
        _exit(GaveUp);
      },
      nullptr);
  tpc::OptLevel O = *tpc::parseOptLevel(Level);
  std::unique_ptr<TargetMachine> TM = tpc::createTargetMachine("gaudi", O);
  tpc::prepareModule(*M, *TM, O);
  SmallVector<char, 0> Out;
  tpc::emitCode(*M, *TM, O, CodeGenFileType::ObjectFile, Out);
  return IsRefused ? Refused : Compiled;
}

/// The exit status of the run, or 256 and a signal.
static int runSeed(unsigned Seed) {
  constexpr unsigned Patience = 60; // seconds
  pid_t Child = fork();
  if (Child == 0) {
    int Null = open("/dev/null", O_WRONLY);
    dup2(Null, STDERR_FILENO);
    alarm(Patience);
    _exit(compile(Seed));
  }
  int Result = 0;
  waitpid(Child, &Result, 0);
  return WIFSIGNALED(Result) ? 256 + WTERMSIG(Result) : WEXITSTATUS(Result);
}

static int printModule() {
  LLVMContext Context;
  std::error_code Error;
  raw_fd_ostream Out(Print, Error);
  if (Error) {
    errs() << "tpc-ir-fuzz: " << Print << ": " << Error.message() << '\n';
    return 2;
  }
  makeModule(Context, FirstSeed)->print(Out, nullptr);
  return 0;
}

int main(int argc, char **argv) {
  if (!cl::ParseCommandLineOptions(
          argc, argv, "random IR through the code generator\n", &errs()))
    return 2;
  if (!tpc::parseOptLevel(Level)) {
    errs() << "tpc-ir-fuzz: unknown level -O" << Level << '\n';
    return 2;
  }
  tpc::initializeBackend();
  if (!Print.empty())
    return printModule();
  using Clock = std::chrono::steady_clock;
  Clock::time_point End = Clock::now() + std::chrono::seconds(Seconds);
  unsigned Counts[2] = {0, 0}, Findings = 0, Done = 0;
  for (unsigned Seed = FirstSeed; Done != Runs && Clock::now() < End;
       ++Seed, ++Done) {
    int Result = runSeed(Seed);
    if (Result == Compiled || Result == Refused) {
      ++Counts[Result];
    } else if (Result != Broken) {
      ++Findings;
      if (Result == GaveUp)
        outs() << "seed " << Seed << ": the code generator gave up\n";
      else
        outs() << "seed " << Seed << ": signal " << Result - 256 << '\n';
    }
  }
  outs() << "-O" << Level << ": " << Done << " modules, " << Counts[Compiled]
         << " compiled, " << Counts[Refused] << " refused, " << Findings
         << " findings\n";
  return Findings != 0;
}
