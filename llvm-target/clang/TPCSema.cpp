//===-- TPCSema.cpp - Intrinsics and rules of TPC-C in Clang --------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCSema.h"
#include "TPCIntrinsics.h"
#include "TPCTarget.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Parse/ParseDiagnostic.h"
#include "clang/Sema/Lookup.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::Twine;

namespace {

//===----------------------------------------------------------------------===//
// Declarations of intrinsics.
//===----------------------------------------------------------------------===//

class IntrinsicSource final : public ExternalSemaSource {
  CompilerInstance &CI;

public:
  explicit IntrinsicSource(CompilerInstance &CI) : CI(CI) {}

  bool LookupUnqualified(LookupResult &R, Scope *) override {
    if (R.getLookupKind() != Sema::LookupOrdinaryName ||
        R.isForRedeclaration() || !R.getLookupName().isIdentifier())
      return false;
    IdentifierInfo *Name = R.getLookupName().getAsIdentifierInfo();
    const tpc::Intrinsic *I = tpc::findIntrinsic(Name->getName());
    if (!I)
      return declareLibrary(R, Name) || declareStdInt(R, Name) ||
             declareOther(R, Name);
    for (unsigned N = I->minArgs(); N <= I->MaxArgs; ++N) {
      FunctionDecl *FD = declare(*I, Name, N);
      if (!FD)
        return false;
      R.addDecl(FD);
    }
    R.resolveKind();
    return true;
  }

private:
  bool declareLibrary(LookupResult &R, IdentifierInfo *Name) {
    ArrayRef<tpc::LibraryFunction> Functions =
        tpc::findLibraryFunctions(Name->getName());
    for (const tpc::LibraryFunction &F : Functions) {
      SmallVector<StringRef, 4> Words;
      StringRef(F.Params).split(Words, ' ');
      SmallVector<std::pair<QualType, StringRef>, 4> Params;
      for (auto [Index, Word] : llvm::enumerate(Words))
        Params.emplace_back(type(Word), Index ? "y" : "x");
      FunctionDecl *FD = declare(type(F.Result), Name, Params, F.Symbol,
                                 /*Overloaded=*/Functions.size() > 1);
      if (!FD)
        return false;
      R.addDecl(FD);
    }
    R.resolveKind();
    return !Functions.empty();
  }

  /// int32_t and the like, which need no <stdint.h>.
  QualType stdIntType(StringRef Name) {
    ASTContext &Ctx = CI.getASTContext();
    return llvm::StringSwitch<QualType>(Name)
        .Case("int8_t", Ctx.SignedCharTy)
        .Case("uint8_t", Ctx.UnsignedCharTy)
        .Case("int16_t", Ctx.ShortTy)
        .Case("uint16_t", Ctx.UnsignedShortTy)
        .Case("int32_t", Ctx.IntTy)
        .Case("uint32_t", Ctx.UnsignedIntTy)
        .Default(QualType());
  }

  /// Declares such a type when it is first named: kernels that declare their
  /// own exist, and <stdint.h> may still follow.
  bool declareStdInt(LookupResult &R, IdentifierInfo *Name) {
    QualType T = stdIntType(Name->getName());
    if (T.isNull())
      return false;
    ASTContext &Ctx = CI.getASTContext();
    auto *TD = TypedefDecl::Create(Ctx, Ctx.getTranslationUnitDecl(),
                                   SourceLocation(), SourceLocation(), Name,
                                   Ctx.getTrivialTypeSourceInfo(T));
    TD->setImplicit();
    addDecl(R, TD, Name);
    return true;
  }

  /// Reports a name that only other processors have. What is declared is
  /// invalid, so that nothing more is said of it.
  bool declareOther(LookupResult &R, IdentifierInfo *Name) {
    const tpc::OtherName *Other = tpc::findOtherName(Name->getName());
    if (!Other || R.isSuppressingAmbiguousDiagnostics())
      return false;
    DiagnosticsEngine &Diags = CI.getDiagnostics();
    Diags.Report(
        R.getNameLoc(),
        Diags.getCustomDiagID(DiagnosticsEngine::Error,
                              "%0 does not exist on %1; it belongs to %2"))
        << Name << CI.getTargetOpts().CPU << Other->Cpus;
    ASTContext &Ctx = CI.getASTContext();
    DeclContext *Unit = Ctx.getTranslationUnitDecl();
    SourceLocation None;
    NamedDecl *D;
    if (Other->IsType)
      D = TypedefDecl::Create(Ctx, Unit, None, None, Name,
                              Ctx.getTrivialTypeSourceInfo(Ctx.IntTy));
    else
      D = VarDecl::Create(Ctx, Unit, None, None, Name, Ctx.IntTy, nullptr,
                          SC_Extern);
    D->setImplicit();
    D->setInvalidDecl();
    addDecl(R, D, Name);
    return true;
  }

  void addDecl(LookupResult &R, NamedDecl *D, IdentifierInfo *Name) {
    CI.getASTContext().getTranslationUnitDecl()->addDecl(D);
    if (CI.getSema().TUScope)
      CI.getSema().IdResolver.tryAddTopLevelDecl(D, Name);
    R.addDecl(D);
    R.resolveKind();
  }

  QualType type(StringRef Name) {
    ASTContext &Ctx = CI.getASTContext();
    QualType Basic = llvm::StringSwitch<QualType>(Name)
                         .Case("void", Ctx.VoidTy)
                         .Case("bool", Ctx.BoolTy)
                         .Case("float", Ctx.FloatTy)
                         .Case("int", Ctx.IntTy)
                         .Default(stdIntType(Name));
    if (!Basic.isNull())
      return Basic;
    Sema &S = CI.getSema();
    NamedDecl *D =
        S.LookupSingleName(S.TUScope, &Ctx.Idents.get(Name), SourceLocation(),
                           Sema::LookupOrdinaryName);
    auto *TD = dyn_cast_or_null<TypedefNameDecl>(D);
    return TD ? Ctx.getTypedefType(TD) : QualType();
  }

  /// The overload with NumArgs arguments; null if the prelude was not read.
  FunctionDecl *declare(const tpc::Intrinsic &I, IdentifierInfo *Name,
                        unsigned NumArgs) {
    SmallVector<std::pair<QualType, StringRef>, 12> Params;
    for (const tpc::Param &P : I.params().take_front(NumArgs))
      Params.emplace_back(type(P.Type), P.Name);
    std::string Label =
        (tpc::SymbolPrefix + Twine(I.Name) + "." + Twine(NumArgs)).str();
    return declare(type(I.Result), Name, Params, Label,
                   I.minArgs() < I.MaxArgs);
  }

  /// A function whose symbol is \p Label; null if a type is null.
  FunctionDecl *declare(QualType Result, IdentifierInfo *Name,
                        ArrayRef<std::pair<QualType, StringRef>> Params,
                        StringRef Label, bool Overloaded) {
    ASTContext &Ctx = CI.getASTContext();
    SmallVector<QualType, 12> Types;
    for (const auto &[T, ParamName] : Params)
      Types.push_back(T);
    if (Result.isNull() ||
        llvm::any_of(Types, [](QualType T) { return T.isNull(); }))
      return nullptr;
    QualType FnTy =
        Ctx.getFunctionType(Result, Types, FunctionProtoType::ExtProtoInfo());
    auto *FD = FunctionDecl::Create(
        Ctx, Ctx.getTranslationUnitDecl(), SourceLocation(), SourceLocation(),
        DeclarationName(Name), FnTy, Ctx.getTrivialTypeSourceInfo(FnTy),
        SC_Extern, /*UsesFPIntrin=*/false, /*isInlineSpecified=*/false,
        /*hasWrittenPrototype=*/true);
    SmallVector<ParmVarDecl *, 12> Decls;
    for (const auto &[T, ParamName] : Params) {
      auto *Parm = ParmVarDecl::Create(
          Ctx, FD, SourceLocation(), SourceLocation(),
          &Ctx.Idents.get(ParamName), T, Ctx.getTrivialTypeSourceInfo(T),
          SC_None, nullptr);
      Parm->setScopeInfo(0, Decls.size());
      Decls.push_back(Parm);
    }
    FD->setParams(Decls);
    FD->setImplicit();
    FD->addAttr(AsmLabelAttr::CreateImplicit(Ctx, Label,
                                             /*IsLiteralLabel=*/true));
    FD->addAttr(NoThrowAttr::CreateImplicit(Ctx));
    if (Overloaded && !CI.getLangOpts().CPlusPlus)
      FD->addAttr(OverloadableAttr::CreateImplicit(Ctx));
    Ctx.getTranslationUnitDecl()->addDecl(FD);
    if (CI.getSema().TUScope)
      CI.getSema().IdResolver.tryAddTopLevelDecl(FD, Name);
    return FD;
  }
};

//===----------------------------------------------------------------------===//
// Rules that C does not have.
//===----------------------------------------------------------------------===//

const tpc::Intrinsic *intrinsicOf(const FunctionDecl *FD) {
  if (!FD || !FD->isImplicit() || !FD->getIdentifier())
    return nullptr;
  return tpc::findIntrinsic(FD->getName());
}

class KernelChecker final : public ASTConsumer,
                            public RecursiveASTVisitor<KernelChecker> {
  CompilerInstance &CI;
  tpc::KernelInfo &Info;

public:
  KernelChecker(CompilerInstance &CI, tpc::KernelInfo &Info)
      : CI(CI), Info(Info) {}

  // In C++ too, the kernel's name in the IR is its name in the source. This is
  // called before code generation sees the function.
  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group)
      if (auto *FD = dyn_cast<FunctionDecl>(D))
        if (isEntry(*FD) && !FD->hasAttr<AsmLabelAttr>())
          FD->addAttr(AsmLabelAttr::CreateImplicit(CI.getASTContext(),
                                                   FD->getName(),
                                                   /*IsLiteralLabel=*/true));
    return true;
  }

  void HandleTranslationUnit(ASTContext &Ctx) override { TraverseAST(Ctx); }

  bool VisitFunctionDecl(FunctionDecl *FD) {
    if (FD->isThisDeclarationADefinition() && isEntry(*FD))
      checkEntry(*FD);
    return true;
  }

  bool VisitVarDecl(VarDecl *VD) {
    if (VD->hasGlobalStorage() && VD->getIdentifier())
      Info.Variables.try_emplace(VD->getName(), VD->getLocation());
    checkSizes(*VD);
    return true;
  }

  bool VisitFileScopeAsmDecl(FileScopeAsmDecl *D) {
    error(D->getAsmLoc(), "assembly outside of functions would never run; "
                          "write it into the kernel");
    return true;
  }

  bool VisitAddrLabelExpr(AddrLabelExpr *E) {
    error(E->getAmpAmpLoc(), "the address of a label: the TPC has no jumps to "
                             "computed addresses; use a switch");
    return true;
  }

  // Clang counts a byte for a lane of a predicate here, and takes it for as
  // large as a vector.
  bool VisitCastExpr(CastExpr *E) {
    QualType From = E->getSubExpr()->getType(), To = E->getType();
    if (E->getCastKind() == CK_BitCast && From->isVectorType() &&
        To->isVectorType() &&
        From->isExtVectorBoolType() != To->isExtVectorBoolType())
      error(E->getExprLoc(),
            "%0 cannot be cast to %1, as a predicate has a bit for each lane; "
            "use a comparison, or v_*_mov_vb() under the predicate")
          << From << To;
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    const tpc::Intrinsic *I = intrinsicOf(Call->getDirectCallee());
    if (I) {
      checkSwitches(*I, *Call);
      checkTensor(*I, *Call);
    }
    return true;
  }

private:
  bool isEntry(const FunctionDecl &FD) const {
    return FD.getIdentifier() && FD.getName() == Info.Entry &&
           FD.getDeclContext()->isTranslationUnit();
  }

  template <unsigned N>
  DiagnosticBuilder error(SourceLocation Loc, const char (&Text)[N]) {
    DiagnosticsEngine &Diags = CI.getDiagnostics();
    return Diags.Report(Loc,
                        Diags.getCustomDiagID(DiagnosticsEngine::Error, Text));
  }

  static bool isTensor(QualType T) {
    while (const auto *TT = T->getAs<TypedefType>()) {
      if (TT->getDecl()->getName() == "tensor")
        return true;
      T = TT->desugar();
    }
    return false;
  }

  void checkEntry(FunctionDecl &FD) {
    Info.Found = true;
    Info.TensorParams.clear();
    if (!FD.getReturnType()->isVoidType())
      error(FD.getReturnTypeSourceRange().getBegin(),
            "kernel %0 must return void")
          << &FD;
    for (ParmVarDecl *P : FD.parameters()) {
      if (isTensor(P->getType())) {
        Info.TensorParams.push_back(P->getFunctionScopeIndex());
        if (Info.TensorParams.size() == Info.MaxTensors + 1)
          error(P->getLocation(), "kernel %0 has more than %1 tensors")
              << &FD << Info.MaxTensors;
        continue;
      }
      QualType T = P->getType();
      if (!T->isArithmeticType() || CI.getASTContext().getTypeSize(T) > 32)
        error(P->getLocation(),
              "kernel parameter %0 of type %1: only tensors and scalars of at "
              "most 32 bits can be passed")
            << P << T;
    }
  }

  /// An array has a size that is known, be it that of a constant variable.
  void checkSizes(const VarDecl &VD) {
    ASTContext &Ctx = CI.getASTContext();
    QualType T = VD.getType();
    while (const ArrayType *Array = Ctx.getAsArrayType(T)) {
      const auto *Variable = dyn_cast<VariableArrayType>(Array);
      Expr::EvalResult Value;
      if (Variable && Variable->getSizeExpr() &&
          !Variable->getSizeExpr()->EvaluateAsInt(Value, Ctx))
        error(VD.getLocation(),
              "variable length array %0: the TPC has no stack, so the size "
              "must be a constant")
            << &VD;
      T = Array->getElementType();
    }
  }

  void checkSwitches(const tpc::Intrinsic &I, const CallExpr &Call) {
    int Index = I.switchParam();
    Expr::EvalResult Value;
    if (Index < 0 || unsigned(Index) >= Call.getNumArgs())
      return;
    if (!Call.getArg(Index)->EvaluateAsInt(Value, CI.getASTContext())) {
      if (I.VariantSwitch)
        error(Call.getArg(Index)->getExprLoc(),
              "the switches of %0 must be a constant")
            << I.Name;
      return;
    }
    uint64_t Bits = Value.Val.getInt().getZExtValue() & 0xffffffff;
    if (!(Bits & ~uint64_t(I.SwitchMask)))
      return;
    SourceLocation Loc = Call.getArg(Index)->getExprLoc();
    std::string Hex = "0x" + llvm::utohexstr(Bits & ~uint64_t(I.SwitchMask));
    if (!*I.SwitchNames)
      error(Loc, "switch bits %0 given to %1, which has no switches")
          << Hex << I.Name;
    else
      error(Loc, "switch bits %0 are not allowed in %1; its switches are %2")
          << Hex << I.Name << I.SwitchNames;
  }

  void checkTensor(const tpc::Intrinsic &I, const CallExpr &Call) {
    int Index = I.paramIndex("tensor");
    Expr::EvalResult Value;
    if (Index < 0 || unsigned(Index) >= Call.getNumArgs() ||
        !Call.getArg(Index)->IgnoreParenImpCasts()->EvaluateAsInt(
            Value, CI.getASTContext()))
      return;
    int64_t Tensor = Value.Val.getInt().getExtValue();
    if (Tensor < 0 || Tensor >= int64_t(Info.MaxTensors))
      error(Call.getArg(Index)->getExprLoc(),
            "tensor %0 is out of range: tensors are 0 to %1")
          << std::to_string(Tensor) << Info.MaxTensors - 1;
  }
};

//===----------------------------------------------------------------------===//
// Pragmas.
//===----------------------------------------------------------------------===//

/// Reads the rest of a pragma's line.
SmallVector<Token, 8> readLine(Preprocessor &PP) {
  SmallVector<Token, 8> Tokens;
  Token Tok;
  for (PP.LexUnexpandedToken(Tok); Tok.isNot(tok::eod);
       PP.LexUnexpandedToken(Tok))
    Tokens.push_back(Tok);
  return Tokens;
}

/// The pragma for the loop behind the place.
tpc::LoopPragma loopPragma(Preprocessor &PP, const PragmaIntroducer &Introducer,
                           SourceLocation Loc) {
  tpc::LoopPragma P;
  PresumedLoc Place = PP.getSourceManager().getPresumedLoc(Loc);
  if (Place.isValid()) {
    P.File = Place.getFilename();
    P.Line = Place.getLine();
  }
  P.SameLine = Introducer.Kind != PIK_HashPragma;
  return P;
}

/// `#pragma loop_unroll(N) words`: Clang's `#pragma unroll(N)`, which becomes
/// llvm.loop.unroll.count, and hints in any order (facts 3.3). The words may
/// stand in the parentheses, too.
class LoopUnrollHandler final : public PragmaHandler {
  tpc::KernelInfo &Info;
  unsigned NumCounts = 0;

public:
  explicit LoopUnrollHandler(tpc::KernelInfo &Info)
      : PragmaHandler("loop_unroll"), Info(Info) {}

  void HandlePragma(Preprocessor &PP, PragmaIntroducer, Token &First) override;

private:
  std::string countText(const Preprocessor &PP, const std::string &Text);
  static bool readWord(const Token &Tok, tpc::LoopPragma &P) {
    bool *Flag =
        Tok.isNot(tok::identifier)
            ? nullptr
            : llvm::StringSwitch<bool *>(Tok.getIdentifierInfo()->getName())
                  .Case("taken", &P.Taken)
                  .Case("pipelined", &P.Pipelined)
                  .Case("unaligned_trip_count", &P.Unaligned)
                  .Default(nullptr);
    if (Flag)
      *Flag = true;
    return Flag;
  }
};

/// `#pragma loop_taken`: the next loop runs at least once.
class LoopTakenHandler final : public PragmaHandler {
  tpc::KernelInfo &Info;

public:
  explicit LoopTakenHandler(tpc::KernelInfo &Info)
      : PragmaHandler("loop_taken"), Info(Info) {}

  void HandlePragma(Preprocessor &PP, PragmaIntroducer Introducer,
                    Token &First) override {
    SourceLocation Loc = First.getLocation();
    SmallVector<Token, 8> Tokens = readLine(PP);
    if (!Tokens.empty())
      PP.Diag(Tokens[0], diag::warn_pragma_extra_tokens_at_eol) << "loop_taken";
    tpc::LoopPragma P = loopPragma(PP, Introducer, Loc);
    P.Taken = true;
    Info.LoopPragmas.push_back(P);
  }
};

/// The count as Clang's pragma takes it. In C a constant variable is no
/// constant expression, except as the value of an enumerator.
std::string LoopUnrollHandler::countText(const Preprocessor &PP,
                                         const std::string &Text) {
  if (llvm::none_of(Text, [](char C) { return isAsciiIdentifierStart(C); }) ||
      PP.getLangOpts().CPlusPlus)
    return Text;
  std::string Name = "__tpc_count" + std::to_string(NumCounts++);
  return "(int)sizeof(enum { " + Name + " = (" + Text + ") }) * 0 + " + Name;
}

void LoopUnrollHandler::HandlePragma(Preprocessor &PP,
                                     PragmaIntroducer Introducer,
                                     Token &First) {
  SourceLocation Loc = First.getLocation();
  SmallVector<Token, 8> Tokens = readLine(PP);
  const Token *Next = Tokens.begin(), *End = Tokens.end();
  std::string Text;
  if (Next != End && Next->is(tok::l_paren))
    for (++Next;
         Next != End && Next->isNot(tok::r_paren) && Next->isNot(tok::comma);
         ++Next)
      Text += PP.getSpelling(*Next) + " ";
  if (Text.empty() || Next == End) {
    DiagnosticsEngine &Diags = PP.getDiagnostics();
    Diags.Report(Loc, Diags.getCustomDiagID(DiagnosticsEngine::Error,
                                            "expected 'loop_unroll(number)'"));
    return;
  }
  tpc::LoopPragma P = loopPragma(PP, Introducer, Loc);
  for (; Next != End; ++Next)
    if (!Next->isOneOf(tok::comma, tok::r_paren) && !readWord(*Next, P)) {
      PP.Diag(*Next, diag::warn_pragma_extra_tokens_at_eol) << "loop_unroll";
      break;
    }
  if (P.Taken || P.Pipelined || P.Unaligned)
    Info.LoopPragmas.push_back(P);
  Text = "\"unroll(" + countText(PP, Text) + ")\"";

  // _Pragma("unroll(N)"), so that Clang's own handler does the work.
  auto Stream = std::make_unique<Token[]>(4);
  for (unsigned N = 0; N < 4; ++N) {
    Stream[N].startToken();
    Stream[N].setLocation(Loc);
  }
  Stream[0].setKind(tok::identifier);
  Stream[0].setIdentifierInfo(PP.getIdentifierInfo("_Pragma"));
  Stream[0].setLength(First.getLength());
  Stream[1].setKind(tok::l_paren);
  Stream[2].setKind(tok::string_literal);
  PP.CreateString(Text, Stream[2], Loc, Loc);
  Stream[3].setKind(tok::r_paren);
  PP.EnterTokenStream(std::move(Stream), 4, /*DisableMacroExpansion=*/false,
                      /*IsReinject=*/false);
}

/// A pragma that means nothing to us yet.
class AcceptHandler final : public PragmaHandler {
public:
  explicit AcceptHandler(StringRef Name) : PragmaHandler(Name) {}
  void HandlePragma(Preprocessor &PP, PragmaIntroducer, Token &) override {
    readLine(PP);
  }
};

} // namespace

llvm::IntrusiveRefCntPtr<ExternalSemaSource>
tpc::createIntrinsicSource(CompilerInstance &CI) {
  return new IntrinsicSource(CI);
}

std::unique_ptr<ASTConsumer> tpc::createKernelChecker(CompilerInstance &CI,
                                                      KernelInfo &Info) {
  return std::make_unique<KernelChecker>(CI, Info);
}

void tpc::addPragmas(Preprocessor &PP, KernelInfo &Info) {
  PP.AddPragmaHandler(new LoopUnrollHandler(Info));
  PP.AddPragmaHandler(new LoopTakenHandler(Info));
  for (const char *Name : {"index_space", "index_space_b", "tpc_printf"})
    PP.AddPragmaHandler(new AcceptHandler(Name));
}
