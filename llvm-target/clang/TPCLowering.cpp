//===-- TPCLowering.cpp - From Clang's IR to TPC IR -----------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCLowering.h"
#include "MathLibrary.h"
#include "TPC.h"
#include "TPCAsmConstraints.h"
#include "TPCIntrinsics.h"
#include "TPCTarget.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Analysis/CallGraph.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace {

/// Marks an argument that must be a constant once everything is inlined.
constexpr const char ConstantMark[] = "tpc-constant";

//===----------------------------------------------------------------------===//
// Calls of intrinsics.
//===----------------------------------------------------------------------===//

/// The word of a type in an overloaded name: v64f32, bf16, i1.
std::string mangle(Type *T) {
  if (auto *V = dyn_cast<FixedVectorType>(T))
    return "v" + std::to_string(V->getNumElements()) +
           mangle(V->getElementType());
  if (T->isFloatTy())
    return "f32";
  if (T->isBFloatTy())
    return "bf16";
  return "i" + std::to_string(T->getIntegerBitWidth());
}

/// The type of a word in IRFunction; null for "*" and "=N".
Type *parseType(LLVMContext &Ctx, StringRef Word) {
  if (Word == "void")
    return Type::getVoidTy(Ctx);
  if (Word == "ptr3")
    return PointerType::get(Ctx, tpc::Global);
  if (Word == "v5i32")
    return FixedVectorType::get(Type::getInt32Ty(Ctx), 5);
  if (Word == "v256i1")
    return FixedVectorType::get(Type::getInt1Ty(Ctx), 256);
  if (Word == "v256i8")
    return FixedVectorType::get(Type::getInt8Ty(Ctx), 256);
  unsigned Bits;
  if (Word.consume_front("i") && !Word.getAsInteger(10, Bits))
    return IntegerType::get(Ctx, Bits);
  return nullptr;
}

/// A pair or a quad of vectors as one vector, as the IR functions take them.
/// Structures of different vectors have the type of the first.
Type *groupType(Type *T) {
  auto *S = dyn_cast<StructType>(T);
  if (!S)
    return T;
  auto *V = cast<FixedVectorType>(S->getElementType(0));
  return FixedVectorType::get(V->getElementType(),
                              V->getNumElements() * S->getNumElements());
}

class IntrinsicLowering {
  const tpc::Intrinsic &I;
  const tpc::IRFunction *Fn = nullptr;
  CallInst &Call;
  IRBuilder<> B;
  LLVMContext &Ctx;
  Value *SRet = nullptr;
  SmallVector<Value *, 12> Given;

public:
  IntrinsicLowering(const tpc::Intrinsic &I, CallInst &Call)
      : I(I), Call(Call), B(&Call), Ctx(Call.getContext()) {}

  void run() {
    readArguments();
    Fn = &I.function(switchBits());
    SmallVector<StringRef, 12> Words;
    StringRef(Fn->Params).split(Words, ' ', -1, /*KeepEmpty=*/false);
    Type *ResultTy = resultType();

    SmallVector<Value *, 12> Args;
    SmallVector<std::pair<unsigned, bool>, 12> Marks;
    // The overloaded types, in the order of their words.
    SmallVector<Type *, 4> Overloads;
    if (StringRef(Fn->Result) == "*")
      Overloads.push_back(ResultTy);
    for (auto [Index, Word] : enumerate(Words)) {
      Type *T = parseType(Ctx, Word);
      unsigned N;
      if (Word.consume_front("=") && !Word.getAsInteger(10, N))
        T = Overloads[N];
      Value *V = argument(I.args()[Index], T, ResultTy);
      if (Word == "*")
        Overloads.push_back(V->getType());
      Args.push_back(V);
    }
    Value *Result = emit(ResultTy, Args, Overloads);
    if (SRet)
      B.CreateAlignedStore(Result, SRet, Align(256));
    else if (!Call.getType()->isVoidTy())
      Call.replaceAllUsesWith(Result);
    Call.eraseFromParent();
  }

private:
  /// Loads structures, fills in the arguments that were not given.
  void readArguments() {
    for (auto [Index, Arg] : enumerate(Call.args())) {
      if (Call.paramHasAttr(Index, Attribute::StructRet)) {
        SRet = Arg;
        continue;
      }
      Value *V = Arg;
      if (Type *T = Call.getParamByValType(Index))
        V = B.CreateAlignedLoad(groupType(T), V, Align(256));
      Given.push_back(V);
    }
    for (unsigned N = Given.size(); N < I.NumParams; ++N) {
      const tpc::Param &P = I.params()[N];
      StringRef Name = P.Name;
      if (Name == "predicate" || Name == "polarity")
        Given.push_back(B.getInt1(P.Default));
      else if (Name == "income")
        Given.push_back(Constant::getNullValue(resultType()));
      else
        Given.push_back(B.getInt32(P.Default));
    }
  }

  /// The switches, as far as they are known here. TPCSema requires those that
  /// choose a function to be constant.
  uint32_t switchBits() const {
    int N = I.switchParam();
    auto *C = N < 0 ? nullptr : dyn_cast<ConstantInt>(Given[N]);
    return C ? C->getZExtValue() : 0;
  }

  Type *resultType() {
    if (!SRet && !Call.paramHasAttr(0, Attribute::StructRet))
      return Call.getType();
    return groupType(Call.getParamStructRetType(0));
  }

  /// Whether the call is executed whatever happens before it.
  bool unconditional() {
    int P = I.paramIndex("predicate"), Q = I.paramIndex("polarity");
    auto IsBool = [&](int N, bool Value) {
      auto *C = dyn_cast<Constant>(Given[N]);
      return C && (Value ? C->isAllOnesValue() : C->isNullValue());
    };
    return P >= 0 && Q >= 0 && IsBool(P, true) && IsBool(Q, false);
  }

  Value *argument(const tpc::Arg &A, Type *T, Type *ResultTy) {
    ArrayRef<tpc::Term> Terms = tpc::terms(A);
    if (Terms.size() == 1 && Terms[0].Param == tpc::PoisonTerm)
      return PoisonValue::get(ResultTy);
    if (Terms.size() == 1 && Terms[0].Param >= 0 && !Terms[0].Shift &&
        Terms[0].Mask == ~0u)
      return whole(Terms[0].Param, T);
    Value *Or = nullptr;
    for (const tpc::Term &Part : Terms) {
      Value *V = B.getInt32(Part.Mask);
      if (Part.Param >= 0) {
        V = B.CreateIntCast(Given[Part.Param], B.getInt32Ty(),
                            /*isSigned=*/false);
        if (Part.Shift)
          V = Part.Shift > 0 ? B.CreateShl(V, Part.Shift)
                             : B.CreateLShr(V, -Part.Shift);
        if (Part.Mask != ~0u)
          V = B.CreateAnd(V, Part.Mask);
      }
      Or = Or ? B.CreateOr(Or, V) : V;
    }
    // The only constant of an overloaded type is a predicate.
    return B.CreateIntCast(Or, T ? T : B.getInt1Ty(), /*isSigned=*/false);
  }

  Value *whole(unsigned Param, Type *T) {
    Value *V = Given[Param];
    if (!I.Updates && StringRef(I.params()[Param].Name) == "income" &&
        unconditional())
      return PoisonValue::get(T ? T : V->getType());
    if (!T || V->getType() == T)
      return V;
    if (V->getType()->isIntegerTy() && T->isIntegerTy())
      return B.CreateIntCast(V, T, /*isSigned=*/true);
    return B.CreateBitCast(V, T);
  }

  Value *emit(Type *ResultTy, ArrayRef<Value *> Args,
              ArrayRef<Type *> Overloads) {
    std::string Name = std::string("llvm.tpc.") + Fn->Name;
    for (Type *T : Overloads)
      Name += "." + mangle(T);
    SmallVector<Type *, 12> Types;
    for (Value *V : Args)
      Types.push_back(V->getType());
    FunctionCallee Callee = Call.getModule()->getOrInsertFunction(
        Name, FunctionType::get(ResultTy, Types, false));
    setAttributes(cast<Function>(*Callee.getCallee()), Fn->Mem);
    CallInst *New = B.CreateCall(Callee, Args);
    New->setDebugLoc(Call.getDebugLoc());
    markConstants(*New);
    return New;
  }

  static void setAttributes(Function &F, tpc::Memory Mem) {
    F.setDoesNotThrow();
    F.setWillReturn();
    F.setDoesNotRecurse();
    F.setNoSync();
    switch (Mem) {
    case tpc::Memory::None:
      F.setDoesNotAccessMemory();
      F.addFnAttr(Attribute::Speculatable);
      break;
    case tpc::Memory::Read:
      F.setOnlyReadsMemory();
      break;
    case tpc::Memory::Write:
      F.setOnlyWritesMemory();
      break;
    case tpc::Memory::Any:
      break;
    }
  }

  /// Switches, lanes and groups are bits of the instruction, never values of
  /// a register.
  void markConstants(CallInst &New) {
    auto IsField = [&](const tpc::Term &T) {
      return T.Param >= 0 &&
             StringSwitch<bool>(I.params()[T.Param].Name)
                 .StartsWith("sw_", true) // flags of older names
                 .Cases("switches", "options", "lane", "flavor", true)
                 .Cases("src_dg", "dest_dg", "sdg0", "sdg1", true)
                 .Cases("sdg2", "sdg3", true)
                 .Default(false);
    };
    for (auto [Index, A] : enumerate(I.args()))
      if (any_of(tpc::terms(A), IsField) &&
          !isa<Constant>(New.getArgOperand(Index)))
        New.addParamAttr(Index, Attribute::get(Ctx, ConstantMark));
  }
};

void lowerIntrinsics(Module &M) {
  for (Function &F : make_early_inc_range(M)) {
    StringRef Name = F.getName();
    if (!Name.consume_front(tpc::SymbolPrefix))
      continue;
    const tpc::Intrinsic *I = tpc::findIntrinsic(Name.rsplit('.').first);
    assert(I && "declared from the table");
    for (User *U : make_early_inc_range(F.users()))
      if (auto *Call = dyn_cast<CallInst>(U))
        if (Call->getCalledFunction() == &F)
          IntrinsicLowering(*I, *Call).run();
    if (F.use_empty())
      F.eraseFromParent();
  }
}

//===----------------------------------------------------------------------===//
// Tensors, globals.
//===----------------------------------------------------------------------===//

/// Tensor parameters have no register: their uses become numbers and they
/// leave the signature.
Function *dropTensorParams(Function &F, const tpc::KernelInfo &Info) {
  SmallVector<Type *, 16> Types;
  SmallVector<AttributeSet, 16> Attrs;
  AttributeList Old = F.getAttributes();
  for (Argument &A : F.args())
    if (!is_contained(Info.TensorParams, A.getArgNo())) {
      Types.push_back(A.getType());
      Attrs.push_back(Old.getParamAttrs(A.getArgNo()));
    }
  auto *New =
      Function::Create(FunctionType::get(F.getReturnType(), Types, false),
                       F.getLinkage(), F.getAddressSpace());
  F.getParent()->getFunctionList().insert(F.getIterator(), New);
  New->takeName(&F);
  New->setAttributes(AttributeList::get(F.getContext(), Old.getFnAttrs(),
                                        Old.getRetAttrs(), Attrs));
  New->setDSOLocal(F.isDSOLocal());
  New->splice(New->begin(), &F);
  New->setSubprogram(F.getSubprogram());
  F.setSubprogram(nullptr);
  auto *NewArg = New->arg_begin();
  for (Argument &A : F.args()) {
    const auto *Tensor = find(Info.TensorParams, A.getArgNo());
    if (Tensor != Info.TensorParams.end()) {
      A.replaceAllUsesWith(
          ConstantInt::get(A.getType(), Tensor - Info.TensorParams.begin()));
      continue;
    }
    NewArg->takeName(&A);
    A.replaceAllUsesWith(&*NewArg++);
  }
  F.eraseFromParent();
  New->addFnAttr("tpc-kernel");
  New->addFnAttr("tpc-num-tensors", std::to_string(Info.TensorParams.size()));
  return New;
}

/// C calls an array whose size is a constant variable one of variable length.
/// TPCSema required a value that is known: the array is one of the frame.
void placeArrays(Function &F) {
  if (F.isDeclaration())
    return;
  BasicBlock &Entry = F.getEntryBlock();
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    auto *Call = dyn_cast<IntrinsicInst>(&I);
    if (Call && Call->getIntrinsicID() == Intrinsic::stackrestore)
      Call->eraseFromParent();
  }
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    if (auto *Call = dyn_cast<IntrinsicInst>(&I)) {
      if (Call->getIntrinsicID() == Intrinsic::stacksave) {
        Call->replaceAllUsesWith(PoisonValue::get(Call->getType()));
        Call->eraseFromParent();
      }
      continue;
    }
    auto *A = dyn_cast<AllocaInst>(&I);
    auto *Size = A ? dyn_cast<ConstantInt>(A->getArraySize()) : nullptr;
    if (!Size || (Size->isOne() && A->getParent() == &Entry))
      continue;
    auto *Fixed = new AllocaInst(
        ArrayType::get(A->getAllocatedType(), Size->getZExtValue()),
        A->getAddressSpace(), nullptr, A->getAlign(), "", Entry.begin());
    Fixed->takeName(A);
    A->replaceAllUsesWith(Fixed);
    A->eraseFromParent();
  }
}

bool holdsVector(Type *T) {
  if (auto *A = dyn_cast<ArrayType>(T))
    return holdsVector(A->getElementType());
  if (auto *S = dyn_cast<StructType>(T))
    return any_of(S->elements(), holdsVector);
  if (auto *V = dyn_cast<FixedVectorType>(T))
    return V->getNumElements() > TPC::MaxSmallVector;
  // Vector predicates are kept as integers in memory.
  return T->isIntegerTy() && T->getIntegerBitWidth() >= 256;
}

/// Globals live in vector or in scalar local memory, by their type.
void placeGlobals(Module &M) {
  SmallVector<GlobalVariable *, 16> Globals;
  for (GlobalVariable &G : M.globals())
    if (G.getAddressSpace() == tpc::GenericLocal)
      Globals.push_back(&G);
  for (GlobalVariable *G : Globals) {
    unsigned AS =
        holdsVector(G->getValueType()) ? tpc::VectorLocal : tpc::ScalarLocal;
    auto *New = new GlobalVariable(
        M, G->getValueType(), G->isConstant(), G->getLinkage(),
        G->hasInitializer() ? G->getInitializer() : nullptr, "", G,
        G->getThreadLocalMode(), AS);
    New->copyAttributesFrom(G);
    New->takeName(G);
    New->copyMetadata(G, 0);
    G->replaceAllUsesWith(ConstantExpr::getAddrSpaceCast(New, G->getType()));
    G->eraseFromParent();
  }
}

//===----------------------------------------------------------------------===//
// One function.
//===----------------------------------------------------------------------===//

/// Where the first instruction is that uses the constant, perhaps in others.
DebugLoc placeOfUse(const Constant &C) {
  for (const User *U : C.users()) {
    if (const auto *I = dyn_cast<Instruction>(U))
      return I->getDebugLoc();
    if (const auto *Outer = dyn_cast<Constant>(U))
      if (DebugLoc Loc = placeOfUse(*Outer))
        return Loc;
  }
  return DebugLoc();
}

bool checkCalls(Module &M, tpc::ErrorFn Error) {
  bool Ok = true;
  CallGraph CG(M);
  for (scc_iterator<CallGraph *> It = scc_begin(&CG); !It.isAtEnd(); ++It) {
    if (!It.hasCycle())
      continue;
    Function *F = (*It)[0]->getFunction();
    DebugLoc Loc;
    if (F)
      for (const auto &[Site, Callee] : *(*It)[0])
        if (Site && *Site && is_contained(*It, Callee))
          Loc = cast<Instruction>(*Site)->getDebugLoc();
    Error(Loc, "function '" + (F ? F->getName() : StringRef("?")) +
                   "' calls itself: the TPC has no stack, so functions cannot "
                   "be recursive");
    Ok = false;
  }
  for (Function &F : M)
    for (Instruction &I : instructions(F)) {
      auto *Call = dyn_cast<CallBase>(&I);
      if (!Call)
        continue;
      Function *Callee = Call->getCalledFunction();
      if (Call->isInlineAsm())
        continue;
      if (!Callee) {
        Error(I.getDebugLoc(), "call through a pointer: the TPC has no calls, "
                               "so the function must be named");
        Ok = false;
      } else if (Callee->isDeclaration() &&
                 !Callee->getName().starts_with("llvm.") &&
                 Callee->getName() != tpc::PrintfSymbol) {
        Error(I.getDebugLoc(), "function '" + Callee->getName() +
                                   "' is declared but has no body");
        Ok = false;
      }
    }
  for (GlobalVariable &G : M.globals())
    if (G.isDeclaration() && !G.getName().starts_with("llvm.") &&
        !G.use_empty()) {
      Error(placeOfUse(G),
            "variable '" + G.getName() + "' is declared but not defined");
      Ok = false;
    }
  return Ok;
}

/// Operands of inline assembly in registers instead of memory, before passes
/// see that their addresses are taken.
bool checkAssembly(Module &M, tpc::ErrorFn Error) {
  bool Ok = true;
  for (Function &F : M)
    Ok &=
        TPC::convertAsmOperands(F, [&](const DebugLoc &Loc, const Twine &Text) {
          Error(Loc, "unsupported: " + Text);
        });
  return Ok;
}

void inlineAll(Module &M, Function &Entry) {
  for (Function &F : M) {
    if (F.isDeclaration())
      continue;
    F.removeFnAttr(Attribute::OptimizeNone);
    F.removeFnAttr(Attribute::NoInline);
    if (&F == &Entry)
      continue;
    F.setLinkage(GlobalValue::InternalLinkage);
    F.addFnAttr(Attribute::AlwaysInline);
  }
}

/// Arguments that had to become constants by inlining, and did not.
bool checkConstants(Module &M, tpc::ErrorFn Error) {
  bool Ok = true;
  for (Function &F : M)
    for (Instruction &I : instructions(F)) {
      auto *Call = dyn_cast<CallInst>(&I);
      if (!Call)
        continue;
      for (auto [Index, Arg] : enumerate(Call->args())) {
        if (!Call->getAttributes().getParamAttrs(Index).hasAttribute(
                ConstantMark))
          continue;
        if (isa<Constant>(Arg)) {
          Call->removeParamAttr(Index, ConstantMark);
          continue;
        }
        Error(I.getDebugLoc(),
              "switches, lanes and groups of an intrinsic must be constant "
              "when the kernel is compiled");
        Ok = false;
      }
    }
  return Ok;
}

/// Functions whose third argument may hold SW_LINEAR.
bool isWideConversion(StringRef Name) {
  return Name.consume_front("llvm.tpc.convert.") &&
         (Name.starts_with("v") || Name.starts_with("int.v") ||
          Name.starts_with("uint.v"));
}

/// SW_LINEAR is no switch of the instruction but asks for another function:
/// llvm.tpc.convert.linear.* keeps the order of the elements.
void selectLinear(Module &M) {
  const uint64_t Linear = tpc::switchValue("SW_LINEAR");
  constexpr unsigned SwitchArg = 2;
  SmallVector<CallInst *, 8> Calls;
  for (Function &F : M)
    if (isWideConversion(F.getName()))
      for (User *U : F.users())
        if (auto *Call = dyn_cast<CallInst>(U))
          if (auto *C = dyn_cast<ConstantInt>(Call->getArgOperand(SwitchArg)))
            if (C->getZExtValue() & Linear)
              Calls.push_back(Call);
  for (CallInst *Call : Calls) {
    Function *Old = Call->getCalledFunction();
    std::string Name = Old->getName().str();
    Name.insert(Name.find(".v"), ".linear");
    FunctionCallee New = M.getOrInsertFunction(Name, Old->getFunctionType());
    cast<Function>(New.getCallee())->setAttributes(Old->getAttributes());
    Call->setCalledFunction(New);
    Value *Bits = Call->getArgOperand(SwitchArg);
    Call->setArgOperand(
        SwitchArg,
        ConstantInt::get(Bits->getType(),
                         cast<ConstantInt>(Bits)->getZExtValue() & ~Linear));
    if (Old->use_empty())
      Old->eraseFromParent();
  }
}

bool verify(Module &M, tpc::ErrorFn Error) {
  std::string Text;
  raw_string_ostream OS(Text);
  if (!verifyModule(M, &OS))
    return true;
  Error(DebugLoc(),
        "the compiler made invalid IR, please report this: " + Text);
  return false;
}

} // namespace

bool tpc::lowerModule(Module &M, const KernelInfo &Info, OptLevel Level,
                      ErrorFn Error) {
  markLoops(M, Info);
  for_each(M, placeArrays);
  lowerIntrinsics(M);
  TPC::orderCarries(M);
  if (llvm::Error E = linkMathLibrary(M)) {
    Error(DebugLoc(), toString(std::move(E)));
    return false;
  }
  if (!checkCalls(M, Error))
    return false;
  Function *Kernel = Info.Found ? M.getFunction(Info.Entry) : nullptr;
  if (Kernel) {
    // What does not belong to the kernel may call it.
    inlineAll(M, *Kernel);
    removeUnused(M);
    Kernel = dropTensorParams(*Kernel, Info);
  }
  if (!verify(M, Error))
    return false;
  inlineFunctions(M);
  if (Kernel && !expandPrintf(*Kernel, Info, Error))
    return false;
  placeGlobals(M);
  if (!checkAssembly(M, Error))
    return false;
  retypePredicates(M);
  optimize(M, Level);
  // Copies of structures become copies of integers.
  retypePredicates(M);
  if (!checkConstants(M, Error))
    return false;
  selectLinear(M);
  return verify(M, Error);
}
