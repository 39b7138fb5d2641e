//===-- TPCAdvice.cpp - What to write instead -----------------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The public TPC compiler changes Clang's parser in a few places where this one
// cannot. The error there is Clang's; a note behind it says how to write it.
//
//===----------------------------------------------------------------------===//

#include "TPCAdvice.h"
#include "clang/AST/Type.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace {

bool isPredicate(const Diagnostic &Info, unsigned Arg) {
  if (Info.getArgKind(Arg) != DiagnosticsEngine::ak_qualtype)
    return false;
  auto *Type = reinterpret_cast<void *>(Info.getRawArg(Arg));
  return QualType::getFromOpaquePtr(Type)->isExtVectorBoolType();
}

StringRef findAdvice(const Diagnostic &Info) {
  switch (Info.getID()) {
  case diag::err_typecheck_invalid_operands:
    if ((isPredicate(Info, 0) || isPredicate(Info, 1)) &&
        *Info.getSourceManager().getCharacterData(Info.getLocation()) == '?')
      return "write '(bool256)(condition) ? p : q' for a choice between "
             "predicates, with two predicates, or an 'if'";
    return "";
  case diag::err_ext_vector_component_name_illegal: {
    StringRef Name = Info.getArgKind(0) == DiagnosticsEngine::ak_std_string
                         ? StringRef(Info.getArgStdStr(0))
                         : StringRef();
    if (Name.contains('q') &&
        Name.find_first_not_of("xyzwq") == StringRef::npos)
      return "the fifth coordinate is '[4]' or '.s4', with others '.s01234'";
    return "";
  }
  default:
    return "";
  }
}

class Adviser final : public DiagnosticConsumer {
  DiagnosticsEngine &Diags;
  std::unique_ptr<DiagnosticConsumer> Printer;

public:
  Adviser(DiagnosticsEngine &Diags)
      : Diags(Diags), Printer(Diags.takeClient()) {}

  void BeginSourceFile(const LangOptions &Opts,
                       const Preprocessor *PP) override {
    Printer->BeginSourceFile(Opts, PP);
  }
  void EndSourceFile() override { Printer->EndSourceFile(); }
  void finish() override { Printer->finish(); }
  void clear() override {
    DiagnosticConsumer::clear();
    Printer->clear();
  }
  bool IncludeInDiagnosticCounts() const override {
    return Printer->IncludeInDiagnosticCounts();
  }
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    Printer->HandleDiagnostic(Level, Info);
    StringRef Advice = findAdvice(Info);
    if (!Advice.empty())
      Diags.SetDelayedDiagnostic(Diags.getDiagnosticIDs()->getCustomDiagID(
          DiagnosticIDs::Note, Advice));
  }
};

} // namespace

void tpc::addAdvice(DiagnosticsEngine &Diags) {
  Diags.setClient(new Adviser(Diags));
}
