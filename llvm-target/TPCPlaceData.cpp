//===-- TPCPlaceData.cpp - Variables in local memory ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Local memories start at address 0 for every kernel, so addresses of variables
// are numbers: variables in address space 1 are packed from offset 0 of scalar
// memory in units of four bytes, those in address space 2 from offset 0 of
// vector memory in whole vectors (facts 6.4). Nobody loads initial values; the
// kernel stores them first. Arrays on the stack are variables too, as there is
// no recursion: vectors go to vector memory, everything else to scalar memory.
//
// Saved registers come behind; the attributes tpc-slm-used and tpc-vlm-used
// say where, and tpc-slm-objects and tpc-vlm-objects what needs most
// (TPCFrameLowering).
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/DebugProgramInstruction.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/ReplaceConstant.h"
#include "llvm/Pass.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace {

/// What takes up memory.
struct Object {
  std::string Name;
  uint64_t Bytes;
};

class TPCPlaceData : public ModulePass {
  uint64_t Used[2] = {0, 0}; ///< bytes of scalar and of vector memory
  SmallVector<Object, 8> Objects[2];

  Constant *allocate(const DataLayout &DL, Type *Ty, unsigned AddrSpace,
                     const Twine &Name);
  std::string largest(bool IsVector) const;
  void placeAllocas(Function &F);
  void placeGlobals(Module &M, Function &Kernel);

public:
  static char ID;
  TPCPlaceData() : ModulePass(ID) {}
  StringRef getPassName() const override { return "TPC place data"; }
  bool runOnModule(Module &M) override;
};

} // namespace

char TPCPlaceData::ID = 0;

ModulePass *llvm::createTPCPlaceDataPass() { return new TPCPlaceData(); }

Constant *TPCPlaceData::allocate(const DataLayout &DL, Type *Ty,
                                 unsigned AddrSpace, const Twine &Name) {
  bool IsVector = AddrSpace == TPCAS::Vector;
  uint64_t Address = Used[IsVector];
  uint64_t Bytes = alignTo(DL.getTypeAllocSize(Ty),
                           IsVector ? TPC::VectorBytes : TPC::WordBytes);
  Used[IsVector] += Bytes;
  Objects[IsVector].push_back({Name.str(), Bytes});
  LLVMContext &Ctx = Ty->getContext();
  return ConstantExpr::getIntToPtr(
      ConstantInt::get(Type::getInt32Ty(Ctx), Address),
      PointerType::get(Ctx, AddrSpace));
}

/// The objects to look at if there is not enough of the memory.
std::string TPCPlaceData::largest(bool IsVector) const {
  constexpr size_t MaxNamed = 5;
  SmallVector<const Object *, 8> Order;
  for (const Object &O : Objects[IsVector])
    Order.push_back(&O);
  stable_sort(Order, [](const Object *A, const Object *B) {
    return A->Bytes > B->Bytes;
  });
  std::string Text;
  for (const Object *O : ArrayRef(Order).take_front(MaxNamed))
    Text += (Text.empty() ? "" : ", ") + O->Name + ": " + utostr(O->Bytes);
  if (Order.size() > MaxNamed)
    Text += ", ...";
  return Text;
}

/// The name of a variable in the source, and its place.
static std::string describe(StringRef Name, const DIVariable *Variable) {
  if (!Variable)
    return ("'" + Name + "'").str();
  return ("'" + Variable->getName() + "' (" + Variable->getFilename() + ":" +
          Twine(Variable->getLine()) + ")")
      .str();
}

static std::string describe(AllocaInst &A) {
  for (DbgVariableRecord *Record : findDVRDeclares(&A))
    return describe(A.getName(), Record->getVariable());
  for (DbgDeclareInst *Declare : findDbgDeclares(&A))
    return describe(A.getName(), Declare->getVariable());
  return describe(A.getName(), nullptr);
}

static std::string describe(const GlobalVariable &G) {
  SmallVector<DIGlobalVariableExpression *, 1> Expressions;
  G.getDebugInfo(Expressions);
  return describe(G.getName(), Expressions.empty()
                                   ? nullptr
                                   : Expressions.front()->getVariable());
}

/// Whether vectors are in it. Numbers beside them can be written in vector
/// memory and not read, which TPCCheckIR says where it happens.
static bool holdsVectors(Type *Ty) {
  if (auto *Array = dyn_cast<ArrayType>(Ty))
    return holdsVectors(Array->getElementType());
  if (auto *Struct = dyn_cast<StructType>(Ty))
    return any_of(Struct->elements(), holdsVectors);
  auto *Vector = dyn_cast<FixedVectorType>(Ty);
  return Vector && Vector->getNumElements() > TPC::MaxSmallVector;
}

void TPCPlaceData::placeAllocas(Function &F) {
  SmallVector<AllocaInst *, 8> Allocas;
  for (Instruction &I : instructions(F))
    if (auto *A = dyn_cast<AllocaInst>(&I))
      Allocas.push_back(A);
  for (AllocaInst *A : Allocas) {
    if (!A->isStaticAlloca()) {
      F.getContext().diagnose(DiagnosticInfoUnsupported(
          F,
          "memory of a size that is not known before the kernel runs; give "
          "the array a constant size",
          A->getDebugLoc()));
      A->replaceAllUsesWith(PoisonValue::get(A->getType()));
      A->eraseFromParent();
      continue;
    }
    Type *Ty = A->getAllocatedType();
    if (A->isArrayAllocation())
      Ty = ArrayType::get(Ty,
                          cast<ConstantInt>(A->getArraySize())->getZExtValue());
    unsigned AddrSpace = holdsVectors(Ty) ? TPCAS::Vector : TPCAS::Scalar;
    Constant *Place = allocate(F.getDataLayout(), Ty, AddrSpace, describe(*A));
    for (User *U : make_early_inc_range(A->users()))
      if (auto *I = dyn_cast<Instruction>(U))
        if (I->isLifetimeStartOrEnd())
          I->eraseFromParent();
    // An instruction, so that InferAddressSpaces follows it.
    IRBuilder<> B(A);
    auto *Cast =
        new AddrSpaceCastInst(Place, A->getType(), "", A->getIterator());
    A->replaceAllUsesWith(Cast);
    A->eraseFromParent();
  }
}

/// Address + Offset.
static Value *offsetBy(IRBuilder<> &B, Value *Address, Value *Offset) {
  return B.CreateIntToPtr(
      B.CreateAdd(B.CreatePtrToInt(Address, B.getInt32Ty()), Offset),
      Address->getType());
}

/// Stores zeros, in a loop where many are needed.
static void storeZeros(IRBuilder<> &B, uint64_t Size, Value *Address) {
  constexpr uint64_t MaxUnrolled = 8;
  bool IsVector = Address->getType()->getPointerAddressSpace() == TPCAS::Vector;
  Type *Ty = B.getInt32Ty();
  if (IsVector)
    Ty = FixedVectorType::get(Ty, 64);
  uint64_t Unit = IsVector ? TPC::VectorBytes : TPC::WordBytes;
  uint64_t Count = divideCeil(Size, Unit);
  if (Count <= MaxUnrolled) {
    for (uint64_t N = 0; N != Count; ++N)
      B.CreateStore(Constant::getNullValue(Ty),
                    offsetBy(B, Address, B.getInt32(N * Unit)));
    return;
  }
  auto [Body, Index] =
      SplitBlockAndInsertSimpleForLoop(B.getInt32(Count), &*B.GetInsertPoint());
  IRBuilder<> InLoop(Body);
  InLoop.CreateStore(Constant::getNullValue(Ty),
                     offsetBy(InLoop, Address,
                              InLoop.CreateMul(Index, InLoop.getInt32(Unit))));
  // The builder's place is at the start of the rest now.
  B.SetInsertPoint(&*B.GetInsertPoint());
}

/// Stores the initial value of a variable piece by piece.
static bool storeInitializer(IRBuilder<> &B, Constant *Init, Value *Address) {
  const DataLayout &DL = B.GetInsertBlock()->getDataLayout();
  if (isa<UndefValue>(Init))
    return true;
  Type *Ty = Init->getType();
  bool IsVector = Address->getType()->getPointerAddressSpace() == TPCAS::Vector;
  if (!Ty->isAggregateType()) {
    // Clang keeps vector predicates as integers of 256 bits.
    if (Ty->isIntegerTy(256))
      Init =
          ConstantFoldCastOperand(Instruction::BitCast, Init,
                                  FixedVectorType::get(B.getInt1Ty(), 256), DL);
    B.CreateStore(Init, Address);
    return true;
  }
  uint64_t Size = DL.getTypeAllocSize(Ty);
  // What is smaller than a vector is padding behind a predicate.
  bool IsPadding = IsVector && Size < TPC::VectorBytes && !holdsVectors(Ty);
  // Vectors that fill no register may begin or end within the space of one.
  bool IsWhole = !IsVector || !holdsVectors(Ty) ||
                 (Size % TPC::VectorBytes == 0 &&
                  getKnownAlignment(Address, DL) >= TPC::VectorBytes);
  if (Init->isNullValue() && IsWhole) {
    if (!IsPadding)
      storeZeros(B, Size, Address);
    return true;
  }
  unsigned Count = isa<ArrayType>(Ty) ? Ty->getArrayNumElements()
                                      : Ty->getStructNumElements();
  for (unsigned N = 0; N != Count; ++N) {
    uint64_t Offset =
        isa<StructType>(Ty)
            ? uint64_t(
                  DL.getStructLayout(cast<StructType>(Ty))->getElementOffset(N))
            : N * uint64_t(DL.getTypeAllocSize(Ty->getArrayElementType()));
    Constant *Element = Init->getAggregateElement(N);
    if (!Element ||
        !storeInitializer(B, Element, offsetBy(B, Address, B.getInt32(Offset))))
      return false;
  }
  return true;
}

void TPCPlaceData::placeGlobals(Module &M, Function &Kernel) {
  // Stores may need loops; arrays of the kernel stay in its first block.
  BasicBlock &Entry = Kernel.getEntryBlock();
  for (Instruction &I : make_early_inc_range(Entry))
    if (auto *A = dyn_cast<AllocaInst>(&I); A && A->isStaticAlloca())
      A->moveBefore(Entry, Entry.begin());
  IRBuilder<> B(&*Entry.getFirstNonPHIOrDbgOrAlloca());
  for (GlobalVariable &G : make_early_inc_range(M.globals())) {
    if (G.getName().starts_with("llvm."))
      continue;
    unsigned AddrSpace = G.getAddressSpace();
    auto Report = [&](const Twine &Message) {
      M.getContext().emitError("variable '" + G.getName() + "': " + Message);
    };
    auto Drop = [&] {
      G.replaceAllUsesWith(PoisonValue::get(G.getType()));
      G.eraseFromParent();
    };
    if (G.isDeclaration()) {
      Report("not defined in this kernel");
      Drop();
      continue;
    }
    if (AddrSpace == TPCAS::Generic)
      AddrSpace =
          holdsVectors(G.getValueType()) ? TPCAS::Vector : TPCAS::Scalar;
    if (AddrSpace != TPCAS::Scalar && AddrSpace != TPCAS::Vector) {
      Report("variables live in address space 1 (scalar) or 2 (vector), not " +
             Twine(AddrSpace) + "; pass data in global memory as tensors");
      Drop();
      continue;
    }
    Constant *Place =
        allocate(M.getDataLayout(), G.getValueType(), AddrSpace, describe(G));
    if (!storeInitializer(B, G.getInitializer(), Place))
      Report("initial value cannot be stored; assign it in the kernel");
    // Instructions again instead of expressions on the variable.
    convertUsersOfConstantsToInstructions(ArrayRef<Constant *>(&G));
    Constant *Same =
        ConstantExpr::getPointerBitCastOrAddrSpaceCast(Place, G.getType());
    G.replaceAllUsesWith(Same);
    G.eraseFromParent();
  }
}

bool TPCPlaceData::runOnModule(Module &M) {
  for (Function &F : M) {
    if (F.isDeclaration())
      continue;
    // Nothing looks at what a kernel with errors does.
    if (F.hasFnAttribute("tpc-error"))
      return false;
    placeGlobals(M, F);
    placeAllocas(F);
    F.addFnAttr("tpc-slm-used", utostr(Used[0]));
    F.addFnAttr("tpc-vlm-used", utostr(Used[1]));
    F.addFnAttr("tpc-slm-objects", largest(false));
    F.addFnAttr("tpc-vlm-objects", largest(true));
    return true;
  }
  return false;
}
