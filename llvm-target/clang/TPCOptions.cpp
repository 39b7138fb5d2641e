//===-- TPCOptions.cpp - Options that only tpc-clang has ------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names and meanings are those of the public compiler, whose build scripts
// pass them. All other options are Clang's.
//
//===----------------------------------------------------------------------===//

#include "TPCOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace {

enum class Meaning {
  CPU, // comes first

  MainFunction,
  MaxTensors,
  VectorMemory,
  ScalarMemory,
  SpillVectorMemory,
  AllLoopsTaken,
  UsePrintf,
  NoScheduling,
  /// Accepted: what it asks for is so anyway.
  Nothing,
  /// An error that says why.
  Refused,
};

struct OptionInfo {
  StringLiteral Name;
  Meaning Means;
  /// Follows in the same word after '=', or in the next word.
  bool HasValue;
  /// Of refused options.
  const char *Why = "";
};

constexpr const char NotHere[] = "is not supported by this compiler";
constexpr const char OtherChips[] = "is for processors after Gaudi";

constexpr OptionInfo Table[] = {
    {"-march", Meaning::CPU, true},
    {"-mcpu", Meaning::CPU, true},
    {"-main-function", Meaning::MainFunction, true},
    {"-max-tensors", Meaning::MaxTensors, true},
    {"-vlm", Meaning::VectorMemory, true},
    {"-slm", Meaning::ScalarMemory, true},
    {"-spill-vlm", Meaning::SpillVectorMemory, true},
    {"-all-loops-taken", Meaning::AllLoopsTaken, false},
    {"-use-printf", Meaning::UsePrintf, false},
    {"-disable-instruction-scheduling", Meaning::NoScheduling, false},
    {"-bfloat16", Meaning::Nothing, false},
    {"-disable-lut-warn", Meaning::Nothing, false},
    {"-load-tpc-library", Meaning::Nothing, false},
    {"-no-float8", Meaning::Nothing, false},
    {"-no-instr-compress", Meaning::Nothing, false},
    {"-no-long-irf", Meaning::Nothing, false},
    {"-no-tpc-dnorm", Meaning::Nothing, false},
    {"-tpc-special", Meaning::Nothing, false},
    {"-float8", Meaning::Refused, false, OtherChips},
    {"-instr-compress", Meaning::Refused, false, OtherChips},
    {"-long-irf", Meaning::Refused, false, OtherChips},
    {"-tpc-dnorm", Meaning::Refused, false, OtherChips},
    {"-no-bfloat16", Meaning::Refused, false, NotHere},
    {"-no-load-tpc-library", Meaning::Refused, false, NotHere},
    {"-no-tpc-defs", Meaning::Refused, false, NotHere},
    {"-reg-mem-count", Meaning::Refused, false, NotHere},
    {"-tpc-library", Meaning::Refused, false, NotHere},
};

int usageError(const Twine &Message) {
  errs() << "tpc-clang: error: " << Message << "\n";
  return 2;
}

/// Reads `Name N`, a number up to Max.
int readNumber(StringRef Name, StringRef Text, unsigned Min, unsigned Max,
               unsigned &Number) {
  if (!Text.getAsInteger(10, Number) && Number >= Min && Number <= Max)
    return 0;
  return usageError(Name + " " + Text + ": must be " + Twine(Min) + " to " +
                    Twine(Max));
}

/// Reads `Name N`, a size in KiB; Bytes gets it in bytes.
int readKilobytes(StringRef Name, StringRef Text, unsigned Min, unsigned Max,
                  unsigned &Bytes) {
  unsigned Number;
  int Status = readNumber(Name, Text, Min, Max / 1024, Number);
  if (!Status)
    Bytes = Number * 1024;
  return Status;
}

int setCPU(StringRef CPU, tpc::Options &Opts) {
  Opts.Chip = tpc::findMachine(CPU);
  if (!Opts.Chip)
    return tpc::isKnownCPU(CPU)
               ? usageError("-march=" + CPU +
                            ": only gaudi is supported so far")
               : usageError("-march=" + CPU +
                            ": no such processor; known: gaudi");
  Opts.MaxTensors = Opts.Chip->Tensors;
  return 0;
}

int apply(const OptionInfo &Info, StringRef Value, tpc::Options &Opts) {
  switch (Info.Means) {
  case Meaning::CPU:
    return setCPU(Value, Opts);
  case Meaning::MainFunction:
    Opts.MainFunction = Value.str();
    return 0;
  case Meaning::MaxTensors:
    return readNumber(Info.Name, Value, 0, Opts.Chip->Tensors, Opts.MaxTensors);
  case Meaning::VectorMemory:
    return readKilobytes(Info.Name, Value, 1, Opts.Chip->VectorMemory,
                         Opts.VectorMemory);
  case Meaning::ScalarMemory:
    return readKilobytes(Info.Name, Value, 1, Opts.Chip->ScalarMemory,
                         Opts.ScalarMemory);
  case Meaning::SpillVectorMemory:
    return readKilobytes(Info.Name, Value, 0, Opts.Chip->VectorMemory,
                         Opts.SpillVectorMemory);
  case Meaning::AllLoopsTaken:
    Opts.AllLoopsTaken = true;
    return 0;
  case Meaning::UsePrintf:
    Opts.UsePrintf = true;
    return 0;
  case Meaning::NoScheduling:
    Opts.NoScheduling = true;
    return 0;
  case Meaning::Nothing:
    return 0;
  case Meaning::Refused:
    return usageError(Info.Name + " " + Info.Why);
  }
  llvm_unreachable("all meanings are handled");
}

} // namespace

int tpc::parseOptions(ArrayRef<const char *> Args, Options &Opts) {
  SmallVector<std::pair<const OptionInfo *, StringRef>, 8> Found;
  for (size_t Next = 0; Next < Args.size(); ++Next) {
    StringRef Arg = Args[Next];
    auto [Name, Value] = Arg.split('=');
    if (Name.starts_with("--"))
      Name = Name.drop_front();
    bool Joined = Arg.contains('=');
    const auto *Info = find_if(
        Table, [Name = Name](const OptionInfo &I) { return I.Name == Name; });
    if (Info == std::end(Table) || (Joined && !Info->HasValue)) {
      Opts.ClangArgs.push_back(Args[Next]);
      // The value of -o and the like may look like one of ours.
      if (is_contained({"-o", "-D", "-U", "-I", "-include", "-isystem", "-x",
                        "-MF", "-MT", "-MQ", "-mllvm", "-Xclang"},
                       Arg) &&
          Next + 1 < Args.size())
        Opts.ClangArgs.push_back(Args[++Next]);
      continue;
    }
    if (Info->HasValue && !Joined) {
      if (Next + 1 == Args.size())
        return usageError("option " + Arg + " needs a value");
      Value = Args[++Next];
    }
    Found.emplace_back(Info, Value);
  }
  // The processor says what the others may be.
  stable_sort(Found, [](const auto &A, const auto &B) {
    return A.first->Means < B.first->Means;
  });
  for (auto [Info, Value] : Found)
    if (int Status = apply(*Info, Value, Opts))
      return Status;
  return 0;
}
