//===-- TPCIntrinsics.cpp - Table of TPC-C intrinsics ---------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCIntrinsics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;

namespace tpc {

#include "TPCGenIntrinsics.inc"
#include "TPCGenPrelude.inc"

const IRFunction &Intrinsic::function(uint32_t SwitchBits) const {
  return IRFunctions[SwitchBits & VariantSwitch ? Variant : Function];
}

ArrayRef<Param> Intrinsic::params() const {
  return ArrayRef(Params).slice(FirstParam, NumParams);
}

ArrayRef<Arg> Intrinsic::args() const {
  return ArrayRef(Args).slice(FirstArg, NumArgs);
}

unsigned Intrinsic::minArgs() const {
  return count_if(params(), [](const Param &P) { return P.Default < 0; });
}

int Intrinsic::paramIndex(StringRef ParamName) const {
  for (auto [Index, P] : enumerate(params()))
    if (ParamName == P.Name)
      return Index;
  return -1;
}

int Intrinsic::switchParam() const {
  int Index = paramIndex("switches");
  return Index >= 0 ? Index : paramIndex("options");
}

ArrayRef<Term> terms(const Arg &A) {
  return ArrayRef(Terms).slice(A.FirstTerm, A.NumTerms);
}

uint32_t switchValue(StringRef Name) {
  const Switch *S =
      find_if(Switches, [&](const Switch &Row) { return Name == Row.Name; });
  assert(S != std::end(Switches) && "no such switch");
  return S->Value;
}

const Intrinsic *findIntrinsic(StringRef Name) {
  // The generator writes the rows in the order of their names.
  const Intrinsic *I = partition_point(
      Intrinsics, [&](const Intrinsic &Row) { return Row.Name < Name; });
  return I != std::end(Intrinsics) && Name == I->Name ? I : nullptr;
}

ArrayRef<LibraryFunction> findLibraryFunctions(StringRef Name) {
  // In the order of their names, too.
  const LibraryFunction *First =
      partition_point(LibraryFunctions, [&](const LibraryFunction &Row) {
        return Row.Name < Name;
      });
  const LibraryFunction *Last = First;
  while (Last != std::end(LibraryFunctions) && Name == Last->Name)
    ++Last;
  return ArrayRef(First, Last);
}

const OtherName *findOtherName(StringRef Name) {
  for (const OtherName &Row : OtherNames) {
    Expected<GlobPattern> Glob =
        GlobPattern::create(Row.Pattern, /*MaxSubPatterns=*/64);
    if (cantFail(std::move(Glob)).match(Name))
      return &Row;
  }
  return nullptr;
}

ArrayRef<Intrinsic> allIntrinsics() { return Intrinsics; }
ArrayRef<IRFunction> allFunctions() { return IRFunctions; }
StringRef preludeText() { return Prelude; }

} // namespace tpc
