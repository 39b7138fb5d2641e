//===-- TPCAsmOperands.cpp - Values of inline assembly --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Inline assembly takes and gives registers. Narrow integers, truth values and
// pointers become what a scalar register or a scalar predicate holds; values
// that the front end passes by their address are loaded and stored around it.
// Operands that fit no register are errors.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "TPCAsmConstraints.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Pass.h"

using namespace llvm;
using namespace llvm::TPC;

AsmRegister TPC::findAsmRegister(StringRef Code) {
  if (Code.consume_front("{") && Code.consume_back("}")) {
    // Of letters and a number.
    std::string File = Code.take_while(isAlpha).lower();
    if (Code.drop_while(isAlpha).find_first_not_of("0123456789") !=
        StringRef::npos)
      return AsmRegister::None;
    return StringSwitch<AsmRegister>(File)
        .Case("s", AsmRegister::Scalar)
        .Case("sp", AsmRegister::ScalarPredicate)
        .Case("v", AsmRegister::Vector)
        .Case("vp", AsmRegister::VectorPredicate)
        .Case("i", AsmRegister::Index)
        .Case("ad", AsmRegister::Address)
        .Default(AsmRegister::None);
  }
  return StringSwitch<AsmRegister>(Code)
      .Case("s", AsmRegister::Scalar)
      .Case("S", AsmRegister::ScalarPredicate)
      .Case("v", AsmRegister::Vector)
      .Case("V", AsmRegister::VectorPredicate)
      .Case("x", AsmRegister::Index)
      .Case("a", AsmRegister::Address)
      .Default(AsmRegister::None);
}

namespace {

/// A call of inline assembly that is made anew.
class Converter {
  CallBase &Call;
  const InlineAsm &Asm;
  InlineAsm::ConstraintInfoVector Constraints;
  SmallVector<StringRef, 8> Texts; ///< of the constraints
  IRBuilder<> B;
  SmallVector<Type *, 4> Results;
  SmallVector<Value *, 8> Arguments;
  /// What the results become: a type, and where they are stored, if anywhere.
  SmallVector<std::pair<Type *, Value *>, 4> Places;
  std::string &Error;

  Type *findType(const InlineAsm::ConstraintInfo &Info, Type *Ty);
  bool isInMemory(const InlineAsm::ConstraintInfo &Info) const;
  bool fitsMatch(const InlineAsm::ConstraintInfo &Info, const Value *V,
                 Type *&Ty);
  bool addOperands();
  CallInst *build();

public:
  Converter(CallBase &Call, std::string &Error)
      : Call(Call), Asm(*cast<InlineAsm>(Call.getCalledOperand())),
        Constraints(Asm.ParseConstraints()), B(&Call), Error(Error) {
    StringRef(Asm.getConstraintString()).split(Texts, ',');
  }
  /// False after an error.
  bool run();
};

class TPCAsmOperands : public FunctionPass {
public:
  static char ID;
  TPCAsmOperands() : FunctionPass(ID) {}
  StringRef getPassName() const override {
    return "TPC operands of inline assembly";
  }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCAsmOperands::ID = 0;

FunctionPass *llvm::createTPCAsmOperandsPass() { return new TPCAsmOperands(); }

/// The type of the register that a value of type \p Ty fits, null if none.
static Type *findRegisterType(AsmRegister In, Type *Ty) {
  LLVMContext &Ctx = Ty->getContext();
  const auto *Vector = dyn_cast<FixedVectorType>(Ty);
  const Type *Lane = Ty->getScalarType();
  bool IsPredicate = Vector && Lane->isIntegerTy(1);
  bool IsIndex = Vector && Vector->getNumElements() == 5;
  bool IsGlobal =
      Ty->isPointerTy() && Ty->getPointerAddressSpace() == TPCAS::Global;
  switch (In) {
  case AsmRegister::Scalar:
    if ((Ty->isIntegerTy() && Ty->getIntegerBitWidth() <= 32) ||
        (Ty->isPointerTy() && !IsGlobal))
      return Type::getInt32Ty(Ctx);
    return Ty->isFloatTy() || Ty->isBFloatTy() ? Ty : nullptr;
  case AsmRegister::ScalarPredicate:
    return Ty->isIntegerTy() && Ty->getIntegerBitWidth() <= 32
               ? Type::getInt1Ty(Ctx)
               : nullptr;
  case AsmRegister::Vector:
    return Vector && !IsPredicate && !Lane->isHalfTy() &&
                   !Lane->isPointerTy() &&
                   Lane->getPrimitiveSizeInBits() <= 32 &&
                   Ty->getPrimitiveSizeInBits() == TPCVectorBits
               ? Ty
               : nullptr;
  case AsmRegister::VectorPredicate:
    // Those of wider lanes have several bits a lane, which has no name in IR.
    return IsPredicate && Vector->getNumElements() == 256 ? Ty : nullptr;
  case AsmRegister::Index:
    return IsIndex && Lane->isIntegerTy(32) ? Ty : nullptr;
  case AsmRegister::Address:
    return IsGlobal ? Ty : nullptr;
  case AsmRegister::None:
    return nullptr;
  }
  llvm_unreachable("unknown register file");
}

static std::string str(const Type *Ty) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << *Ty;
  return Text;
}

/// The type in which a value of type \p Ty is passed, null after an error.
Type *Converter::findType(const InlineAsm::ConstraintInfo &Info, Type *Ty) {
  StringRef Last;
  for (const std::string &Code : Info.Codes) {
    unsigned Same;
    // As another operand.
    if (!StringRef(Code).getAsInteger(10, Same) && Same < Constraints.size())
      return findType(Constraints[Same], Ty);
    if (is_contained({"i", "n"}, Code))
      return Ty;
    if (Type *InRegister = findRegisterType(findAsmRegister(Last = Code), Ty))
      return InRegister;
  }
  Error = "a value of type " + str(Ty) +
          " as an operand of inline assembly with the constraint '" +
          Last.str() + "'";
  return nullptr;
}

/// Between a value and what a register holds of it.
static Value *toRegister(IRBuilder<> &B, Value *V, Type *Ty) {
  if (V->getType() == Ty)
    return V;
  if (V->getType()->isPointerTy())
    return B.CreatePtrToInt(V, Ty);
  if (Ty->getPrimitiveSizeInBits() == V->getType()->getPrimitiveSizeInBits())
    return B.CreateBitCast(V, Ty);
  return Ty->isIntegerTy(1) ? B.CreateIsNotNull(V) : B.CreateZExt(V, Ty);
}

static Value *fromRegister(IRBuilder<> &B, Value *V, Type *Ty) {
  if (Ty->isPointerTy() && !V->getType()->isPointerTy())
    return B.CreateIntToPtr(V, Ty);
  return V->getType() == Ty ? V : B.CreateZExtOrTrunc(V, Ty);
}

/// Clang keeps vector predicates in memory, as integers.
static Type *typeInMemory(Type *Ty) {
  return Ty->isIntegerTy(256)
             ? FixedVectorType::get(Type::getInt1Ty(Ty->getContext()), 256)
             : Ty;
}

/// No register at all is allowed.
bool Converter::isInMemory(const InlineAsm::ConstraintInfo &Info) const {
  return all_of(Info.Codes, [](StringRef Code) {
    return findAsmRegister(Code) == AsmRegister::None;
  });
}

/// Whether an input has the type of the output whose register it shares; where
/// only the kind of number differs, it gets that type.
bool Converter::fitsMatch(const InlineAsm::ConstraintInfo &Info, const Value *V,
                          Type *&Ty) {
  if (Ty->isPointerTy() && isa<Constant>(V)) {
    Error = "a global address as a number";
    return false;
  }
  unsigned Same;
  for (const std::string &Code : Info.Codes) {
    if (StringRef(Code).getAsInteger(10, Same) || Same >= Results.size())
      continue;
    if (Ty->getPrimitiveSizeInBits() !=
        Results[Same]->getPrimitiveSizeInBits()) {
      Error = "a value of type " + str(Ty) +
              " in the register of an output of inline assembly of type " +
              str(Results[Same]);
      return false;
    }
    Ty = Results[Same];
  }
  return true;
}

bool Converter::addOperands() {
  auto *Struct = dyn_cast<StructType>(Call.getType());
  unsigned Result = 0, Argument = 0;
  for (const InlineAsm::ConstraintInfo &Info : Constraints) {
    if (Info.Type == InlineAsm::isClobber)
      continue;
    bool IsOutput = Info.Type == InlineAsm::isOutput;
    Value *Pointer = nullptr, *V = nullptr;
    Type *Ty;
    if (Info.isIndirect) {
      if (isInMemory(Info)) {
        Error = "an operand in memory in inline assembly; pass its address in "
                "a register (constraint \"s\")";
        return false;
      }
      Ty = typeInMemory(Call.getParamElementType(Argument));
      Pointer = Call.getArgOperand(Argument++);
      if (!IsOutput)
        V = B.CreateLoad(Ty, Pointer);
    } else if (IsOutput) {
      Ty = Struct ? Struct->getElementType(Result) : Call.getType();
      ++Result;
    } else {
      V = Call.getArgOperand(Argument++);
      Ty = V->getType();
    }
    Type *InRegister = findType(Info, Ty);
    if (!InRegister)
      return false;
    if (!IsOutput && !fitsMatch(Info, V, InRegister))
      return false;
    if (IsOutput) {
      Results.push_back(InRegister);
      Places.push_back({Ty, Pointer});
    } else {
      Arguments.push_back(toRegister(B, V, InRegister));
    }
  }
  return true;
}

CallInst *Converter::build() {
  LLVMContext &Ctx = Call.getContext();
  Type *Result = Results.empty()       ? Type::getVoidTy(Ctx)
                 : Results.size() == 1 ? Results.front()
                                       : StructType::get(Ctx, Results);
  SmallVector<Type *, 8> Types;
  for (const Value *V : Arguments)
    Types.push_back(V->getType());
  std::string Text = join(Texts, ",");
  llvm::erase(Text, '*');
  auto *FTy = FunctionType::get(Result, Types, /*isVarArg=*/false);
  CallInst *New = B.CreateCall(
      FTy,
      InlineAsm::get(FTy, Asm.getAsmString(), Text, Asm.hasSideEffects(),
                     Asm.isAlignStack(), Asm.getDialect(), Asm.canThrow()),
      Arguments);
  New->setAttributes(
      AttributeList::get(Ctx, AttributeList::FunctionIndex,
                         AttrBuilder(Ctx, Call.getAttributes().getFnAttrs())));
  New->copyMetadata(Call);
  return New;
}

bool Converter::run() {
  if (!isa<CallInst>(Call)) {
    Error = "jumps out of inline assembly (asm goto)";
    return false;
  }
  if (!addOperands())
    return false;
  CallInst *New = build();
  Value *Direct =
      Call.getType()->isVoidTy() ? nullptr : PoisonValue::get(Call.getType());
  unsigned Member = 0;
  for (auto [N, Place] : enumerate(Places)) {
    auto [Ty, Pointer] = Place;
    Value *V = Results.size() == 1 ? New : B.CreateExtractValue(New, N);
    V = fromRegister(B, V, Ty);
    if (Pointer)
      B.CreateStore(V, Pointer);
    else if (Call.getType()->isStructTy())
      Direct = B.CreateInsertValue(Direct, V, Member++);
    else
      Direct = V;
  }
  if (Direct)
    Call.replaceAllUsesWith(Direct);
  Call.eraseFromParent();
  return true;
}

bool TPC::convertAsmOperands(
    Function &F, function_ref<void(const DebugLoc &, const Twine &)> Report) {
  SmallVector<CallBase *, 4> Calls;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallBase>(&I))
      if (Call->isInlineAsm())
        Calls.push_back(Call);
  bool Ok = true;
  for (CallBase *Call : Calls) {
    DebugLoc DL = Call->getDebugLoc();
    std::string Error;
    if (Converter(*Call, Error).run())
      continue;
    Report(DL, Error);
    Ok = false;
  }
  return Ok;
}

bool TPCAsmOperands::runOnFunction(Function &F) {
  auto Report = [&](const DebugLoc &DL, const Twine &Error) {
    F.getContext().diagnose(DiagnosticInfoUnsupported(
        F, "unsupported: " + Error,
        DL ? DiagnosticLocation(DL) : DiagnosticLocation(F.getSubprogram())));
  };
  if (!TPC::convertAsmOperands(F, Report))
    dropKernelBody(F);
  return true;
}
