//===-- TPCLowerMemory.cpp - Accesses that local memories do not have -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Scalar local memory has aligned words, vector local memory whole vectors
// (facts 3.1). Everything else becomes one or several of these: narrow and
// misaligned numbers, index vectors and structures in scalar memory, numbers
// written into vectors, and copies. Numbers cannot be read from vector memory;
// TPCCheckIR says so.
//
// The width of an access to global memory follows from the tensor's type, so
// it moves a register whatever the type of the value (facts 7.3).
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "TPCVectorParts.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Pass.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using TPC::VectorBytes;
using TPC::WordBytes;

namespace {

/// The longest integers that registers hold in pieces.
constexpr unsigned MaxNumberBits = 128;
/// Copies of more units are loops.
constexpr uint64_t MaxUnrolled = 16;

class TPCLowerMemory : public FunctionPass {
  const DataLayout *DL = nullptr;

  // One access to scalar memory.
  struct Access {
    IRBuilder<> &B;
    Value *Pointer;
    Align Alignment;
    bool IsVolatile;
  };
  Access at(const Access &A, uint64_t Offset);
  Value *address(const Access &A);
  Value *loadPiece(const Access &A, unsigned Bytes);
  void storePiece(const Access &A, unsigned Bytes, Value *V);
  Value *loadNumber(const Access &A, Type *Ty);
  void storeNumber(const Access &A, Value *V);
  Value *loadValue(const Access &A, Type *Ty);
  void storeValue(const Access &A, Value *V);
  unsigned pieceSize(uint64_t Offset, uint64_t Left, Align Alignment) const;

  bool lowerLoad(LoadInst &Load);
  bool lowerStore(StoreInst &Store);
  void storeLane(const Access &A, Value *V);
  bool lowerGlobal(Instruction &I, Type *Ty);
  bool lowerCopy(MemIntrinsic &Copy);
  void copyUnit(IRBuilder<> &B, MemIntrinsic &Copy, Type *Unit, Value *Index);

public:
  static char ID;
  TPCLowerMemory() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC lower memory"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCLowerMemory::ID = 0;

FunctionPass *llvm::createTPCLowerMemoryPass() { return new TPCLowerMemory(); }

/// Types that the memory holds as they are.
static bool isWord(const Type *Ty) {
  return Ty->isIntegerTy(32) || Ty->isFloatTy() || Ty->isPointerTy();
}

static bool isNumber(const Type *Ty) {
  return Ty->isIntegerTy() || Ty->isFloatingPointTy() || Ty->isPointerTy();
}

static bool isSmallVector(const Type *Ty) {
  const auto *V = dyn_cast<FixedVectorType>(Ty);
  return V && V->getNumElements() <= TPC::MaxSmallVector;
}

/// Elements of less than a byte lie side by side.
static bool isPacked(const FixedVectorType *Ty) {
  return Ty->getScalarSizeInBits() % 8 != 0;
}

//===----------------------------------------------------------------------===//
// Scalar memory
//===----------------------------------------------------------------------===//

TPCLowerMemory::Access TPCLowerMemory::at(const Access &A, uint64_t Offset) {
  if (!Offset)
    return A;
  Value *P = A.B.CreateIntToPtr(
      A.B.CreateAdd(A.B.CreatePtrToInt(A.Pointer, A.B.getInt32Ty()),
                    A.B.getInt32(uint32_t(Offset))),
      A.Pointer->getType());
  return {A.B, P, commonAlignment(A.Alignment, Offset), A.IsVolatile};
}

Value *TPCLowerMemory::address(const Access &A) {
  return A.B.CreatePtrToInt(A.Pointer, A.B.getInt32Ty());
}

/// The largest piece that does not cross a word.
unsigned TPCLowerMemory::pieceSize(uint64_t Offset, uint64_t Left,
                                   Align Alignment) const {
  uint64_t Known = commonAlignment(Alignment, Offset).value();
  unsigned Size = unsigned(std::min<uint64_t>(Known, WordBytes));
  while (Size > Left)
    Size /= 2;
  return Size;
}

/// Bytes at an address that is a multiple of their number, as an i32.
Value *TPCLowerMemory::loadPiece(const Access &A, unsigned Bytes) {
  IRBuilder<> &B = A.B;
  Type *Word = B.getInt32Ty();
  if (Bytes == WordBytes)
    return B.CreateAlignedLoad(Word, A.Pointer, Align(WordBytes), A.IsVolatile);
  if (A.Alignment >= WordBytes) {
    Value *W =
        B.CreateAlignedLoad(Word, A.Pointer, Align(WordBytes), A.IsVolatile);
    return B.CreateAnd(W, maskTrailingOnes<uint32_t>(8 * Bytes));
  }
  Value *Address = address(A);
  Value *Aligned = B.CreateIntToPtr(
      B.CreateAnd(Address, ~uint32_t(WordBytes - 1)), A.Pointer->getType());
  Value *W = B.CreateAlignedLoad(Word, Aligned, Align(WordBytes), A.IsVolatile);
  Value *Shift = B.CreateShl(B.CreateAnd(Address, WordBytes - 1), 3);
  return B.CreateAnd(B.CreateLShr(W, Shift),
                     maskTrailingOnes<uint32_t>(8 * Bytes));
}

/// The low bytes of an i32, at an address that is a multiple of their number.
void TPCLowerMemory::storePiece(const Access &A, unsigned Bytes, Value *V) {
  IRBuilder<> &B = A.B;
  if (Bytes == WordBytes) {
    B.CreateAlignedStore(V, A.Pointer, Align(WordBytes), A.IsVolatile);
    return;
  }
  Value *Address = address(A);
  Value *Aligned = B.CreateIntToPtr(
      B.CreateAnd(Address, ~uint32_t(WordBytes - 1)), A.Pointer->getType());
  Value *Shift = B.CreateShl(B.CreateAnd(Address, WordBytes - 1), 3);
  uint32_t Mask = maskTrailingOnes<uint32_t>(8 * Bytes);
  Value *Old = B.CreateAlignedLoad(B.getInt32Ty(), Aligned, Align(WordBytes),
                                   A.IsVolatile);
  Value *Kept =
      B.CreateAnd(Old, B.CreateNot(B.CreateShl(B.getInt32(Mask), Shift)));
  Value *New = B.CreateShl(B.CreateAnd(V, Mask), Shift);
  B.CreateAlignedStore(B.CreateOr(Kept, New), Aligned, Align(WordBytes),
                       A.IsVolatile);
}

Value *TPCLowerMemory::loadNumber(const Access &A, Type *Ty) {
  IRBuilder<> &B = A.B;
  if (isWord(Ty) && A.Alignment >= WordBytes)
    return B.CreateAlignedLoad(Ty, A.Pointer, A.Alignment, A.IsVolatile);
  uint64_t Bytes = DL->getTypeStoreSize(Ty);
  unsigned Bits = unsigned(std::max<uint64_t>(8 * Bytes, 32));
  Type *Whole = B.getIntNTy(Bits);
  Value *R = nullptr;
  for (uint64_t Offset = 0; Offset != Bytes;) {
    unsigned Size = pieceSize(Offset, Bytes - Offset, A.Alignment);
    Value *Piece = B.CreateZExt(loadPiece(at(A, Offset), Size), Whole);
    Piece = B.CreateShl(Piece, 8 * Offset);
    R = R ? B.CreateOr(R, Piece) : Piece;
    Offset += Size;
  }
  if (Ty->isPointerTy())
    return B.CreateIntToPtr(R, Ty);
  R = B.CreateTrunc(R, B.getIntNTy(unsigned(Ty->getPrimitiveSizeInBits())));
  return B.CreateBitCast(R, Ty);
}

void TPCLowerMemory::storeNumber(const Access &A, Value *V) {
  IRBuilder<> &B = A.B;
  Type *Ty = V->getType();
  if (isWord(Ty) && A.Alignment >= WordBytes) {
    B.CreateAlignedStore(V, A.Pointer, A.Alignment, A.IsVolatile);
    return;
  }
  uint64_t Bytes = DL->getTypeStoreSize(Ty);
  if (Ty->isPointerTy())
    V = B.CreatePtrToInt(V, B.getInt32Ty());
  else
    V = B.CreateBitCast(V, B.getIntNTy(unsigned(Ty->getPrimitiveSizeInBits())));
  unsigned Bits = unsigned(std::max<uint64_t>(8 * Bytes, 32));
  V = B.CreateZExt(V, B.getIntNTy(Bits));
  for (uint64_t Offset = 0; Offset != Bytes;) {
    unsigned Size = pieceSize(Offset, Bytes - Offset, A.Alignment);
    Value *Piece = B.CreateTrunc(B.CreateLShr(V, 8 * Offset), B.getInt32Ty());
    storePiece(at(A, Offset), Size, Piece);
    Offset += Size;
  }
}

/// Calls \p Fn with the index, type and offset of each member.
template <typename Fn>
static void forMembers(const DataLayout &DL, Type *Ty, Fn Do) {
  if (auto *S = dyn_cast<StructType>(Ty)) {
    for (unsigned N = 0; N != S->getNumElements(); ++N)
      Do(N, S->getElementType(N),
         uint64_t(DL.getStructLayout(S)->getElementOffset(N)));
    return;
  }
  for (unsigned N = 0; N != Ty->getArrayNumElements(); ++N)
    Do(N, Ty->getArrayElementType(),
       N * uint64_t(DL.getTypeAllocSize(Ty->getArrayElementType())));
}

Value *TPCLowerMemory::loadValue(const Access &A, Type *Ty) {
  if (isNumber(Ty))
    return loadNumber(A, Ty);
  Value *R = PoisonValue::get(Ty);
  if (auto *V = dyn_cast<FixedVectorType>(Ty)) {
    if (isPacked(V)) {
      Value *Bits =
          loadNumber(A, A.B.getIntNTy(unsigned(V->getPrimitiveSizeInBits())));
      return A.B.CreateBitCast(Bits, V);
    }
    uint64_t Size = DL->getTypeAllocSize(V->getElementType());
    for (unsigned N = 0; N != V->getNumElements(); ++N)
      R = A.B.CreateInsertElement(
          R, loadNumber(at(A, N * Size), V->getElementType()), N);
    return R;
  }
  forMembers(*DL, Ty, [&](unsigned N, Type *Member, uint64_t Offset) {
    R = A.B.CreateInsertValue(R, loadValue(at(A, Offset), Member), N);
  });
  return R;
}

void TPCLowerMemory::storeValue(const Access &A, Value *V) {
  Type *Ty = V->getType();
  if (isNumber(Ty))
    return storeNumber(A, V);
  if (auto *Vector = dyn_cast<FixedVectorType>(Ty)) {
    if (isPacked(Vector)) {
      storeNumber(
          A, A.B.CreateBitCast(
                 V, A.B.getIntNTy(unsigned(Vector->getPrimitiveSizeInBits()))));
      return;
    }
    uint64_t Size = DL->getTypeAllocSize(Vector->getElementType());
    for (unsigned N = 0; N != Vector->getNumElements(); ++N)
      storeNumber(at(A, N * Size), A.B.CreateExtractElement(V, N));
    return;
  }
  forMembers(*DL, Ty, [&](unsigned N, Type *, uint64_t Offset) {
    storeValue(at(A, Offset), A.B.CreateExtractValue(V, N));
  });
}

/// Whether scalar memory can hold the type; vectors live elsewhere.
static bool fitsScalarMemory(const Type *Ty) {
  if (isSmallVector(Ty))
    return Ty->getScalarSizeInBits() % 8 == 0 ||
           Ty->getPrimitiveSizeInBits() <= MaxNumberBits;
  if (auto *Array = dyn_cast<ArrayType>(Ty))
    return fitsScalarMemory(Array->getElementType());
  if (auto *Struct = dyn_cast<StructType>(Ty))
    return all_of(Struct->elements(), fitsScalarMemory);
  return isNumber(Ty);
}

//===----------------------------------------------------------------------===//
// Vector and global memory
//===----------------------------------------------------------------------===//

/// A number into a vector in memory: load, replace the lane, store. Larger ones
/// go piece by piece.
void TPCLowerMemory::storeLane(const Access &A, Value *V) {
  IRBuilder<> &B = A.B;
  Type *Ty = V->getType();
  auto *Small = dyn_cast<FixedVectorType>(Ty);
  if (Small && !isPacked(Small)) {
    uint64_t Size = DL->getTypeAllocSize(Small->getElementType());
    for (unsigned N = 0; N != Small->getNumElements(); ++N)
      storeLane(at(A, N * Size), B.CreateExtractElement(V, N));
    return;
  }
  if (Ty->isPointerTy())
    V = B.CreatePtrToInt(V, B.getInt32Ty());
  else if (!Ty->isFloatTy() && !Ty->isBFloatTy())
    V = B.CreateZExt(
        B.CreateBitCast(V, B.getIntNTy(unsigned(Ty->getPrimitiveSizeInBits()))),
        B.getIntNTy(unsigned(8 * DL->getTypeStoreSize(Ty))));
  Ty = V->getType();
  unsigned Bytes = unsigned(DL->getTypeStoreSize(Ty));
  unsigned Size = pieceSize(0, Bytes, A.Alignment);
  if (Size != Bytes) {
    V = B.CreateBitCast(V, B.getIntNTy(8 * Bytes));
    for (unsigned Offset = 0; Offset != Bytes; Offset += Size) {
      Size = pieceSize(Offset, Bytes - Offset, A.Alignment);
      storeLane(at(A, Offset), B.CreateTrunc(B.CreateLShr(V, 8 * Offset),
                                             B.getIntNTy(8 * Size)));
    }
    return;
  }
  auto *Vector = FixedVectorType::get(Ty, VectorBytes / Bytes);
  Value *Address = address(A);
  Value *Aligned = B.CreateIntToPtr(B.CreateAnd(Address, ~(VectorBytes - 1)),
                                    A.Pointer->getType());
  Value *Lane =
      B.CreateLShr(B.CreateAnd(Address, VectorBytes - 1), Log2_32(Bytes));
  Value *Old =
      B.CreateAlignedLoad(Vector, Aligned, Align(VectorBytes), A.IsVolatile);
  B.CreateAlignedStore(B.CreateInsertElement(Old, V, Lane), Aligned,
                       Align(VectorBytes), A.IsVolatile);
}

bool TPCLowerMemory::lowerGlobal(Instruction &I, Type *Ty) {
  if (!Ty->isIntegerTy(8) && !Ty->isIntegerTy(16) && !Ty->isBFloatTy() &&
      !Ty->isIntegerTy(1))
    return false;
  IRBuilder<> B(&I);
  Type *Bits = B.getIntNTy(unsigned(Ty->getPrimitiveSizeInBits()));
  if (auto *Load = dyn_cast<LoadInst>(&I)) {
    Value *W = B.CreateAlignedLoad(B.getInt32Ty(), Load->getPointerOperand(),
                                   Align(WordBytes), Load->isVolatile());
    Load->replaceAllUsesWith(B.CreateBitCast(B.CreateTrunc(W, Bits), Ty));
  } else {
    auto &Store = cast<StoreInst>(I);
    Value *W = B.CreateZExt(B.CreateBitCast(Store.getValueOperand(), Bits),
                            B.getInt32Ty());
    B.CreateAlignedStore(W, Store.getPointerOperand(), Align(WordBytes),
                         Store.isVolatile());
  }
  I.eraseFromParent();
  return true;
}

bool TPCLowerMemory::lowerLoad(LoadInst &Load) {
  Type *Ty = Load.getType();
  if (Load.isAtomic())
    return false;
  switch (Load.getPointerAddressSpace()) {
  case TPCAS::Global:
    return lowerGlobal(Load, Ty);
  case TPCAS::Vector:
    return TPC::lowerVectorPart(Load);
  case TPCAS::Scalar:
    break;
  default:
    return false;
  }
  if (!fitsScalarMemory(Ty) || (isWord(Ty) && Load.getAlign() >= WordBytes))
    return false;
  IRBuilder<> B(&Load);
  Value *R = loadValue(
      {B, Load.getPointerOperand(), Load.getAlign(), Load.isVolatile()}, Ty);
  R->takeName(&Load);
  Load.replaceAllUsesWith(R);
  Load.eraseFromParent();
  return true;
}

bool TPCLowerMemory::lowerStore(StoreInst &Store) {
  Type *Ty = Store.getValueOperand()->getType();
  if (Store.isAtomic())
    return false;
  switch (Store.getPointerAddressSpace()) {
  case TPCAS::Global:
    return lowerGlobal(Store, Ty);
  case TPCAS::Vector: {
    if (TPC::lowerVectorPart(Store))
      return true;
    if (!fitsScalarMemory(Ty) || !(isNumber(Ty) || isSmallVector(Ty)) ||
        Ty->getPrimitiveSizeInBits() > MaxNumberBits)
      return false;
    IRBuilder<> B(&Store);
    storeLane(
        {B, Store.getPointerOperand(), Store.getAlign(), Store.isVolatile()},
        Store.getValueOperand());
    Store.eraseFromParent();
    return true;
  }
  case TPCAS::Scalar:
    break;
  default:
    return false;
  }
  if (!fitsScalarMemory(Ty) || (isWord(Ty) && Store.getAlign() >= WordBytes))
    return false;
  IRBuilder<> B(&Store);
  storeValue(
      {B, Store.getPointerOperand(), Store.getAlign(), Store.isVolatile()},
      Store.getValueOperand());
  Store.eraseFromParent();
  return true;
}

//===----------------------------------------------------------------------===//
// Copies
//===----------------------------------------------------------------------===//

/// The address in its own space: copies that are volatile keep the generic one.
static Value *ownAddress(Value *Address) {
  auto *Cast = dyn_cast<AddrSpaceCastInst>(Address);
  return Cast ? Cast->getPointerOperand() : Address;
}

static unsigned spaceOf(Value *Address) {
  return ownAddress(Address)->getType()->getPointerAddressSpace();
}

void TPCLowerMemory::copyUnit(IRBuilder<> &B, MemIntrinsic &Copy, Type *Unit,
                              Value *Index) {
  Align A(DL->getTypeStoreSize(Unit));
  bool IsVolatile = Copy.isVolatile();
  Value *To = B.CreateGEP(Unit, ownAddress(Copy.getRawDest()), Index);
  if (auto *Set = dyn_cast<MemSetInst>(&Copy)) {
    Value *V = Set->getValue();
    if (Unit->isIntegerTy(32))
      V = B.CreateMul(B.CreateZExt(V, Unit), B.getInt32(0x01010101));
    else if (auto *Vector = dyn_cast<FixedVectorType>(Unit))
      V = B.CreateVectorSplat(Vector->getElementCount(), V);
    B.CreateAlignedStore(V, To, A, IsVolatile);
    return;
  }
  Value *From = B.CreateGEP(
      Unit, ownAddress(cast<MemTransferInst>(Copy).getRawSource()), Index);
  B.CreateAlignedStore(B.CreateAlignedLoad(Unit, From, A, IsVolatile), To, A,
                       IsVolatile);
}

/// Copies and fills by whole vectors, words or bytes.
bool TPCLowerMemory::lowerCopy(MemIntrinsic &Copy) {
  unsigned Space = spaceOf(Copy.getRawDest());
  auto *Transfer = dyn_cast<MemTransferInst>(&Copy);
  if (Transfer && spaceOf(Transfer->getRawSource()) != Space)
    return false;
  IRBuilder<> B(&Copy);
  auto *Length = dyn_cast<ConstantInt>(Copy.getLength());
  Type *Unit = B.getInt8Ty();
  if (Space == TPCAS::Vector) {
    Unit = FixedVectorType::get(Unit, VectorBytes);
    if (!Length || Length->getZExtValue() % VectorBytes)
      return false;
  } else if (Space != TPCAS::Scalar) {
    return false;
  } else if (Length && Length->getZExtValue() % WordBytes == 0 &&
             Copy.getDestAlign().valueOrOne() >= WordBytes &&
             (!Transfer ||
              Transfer->getSourceAlign().valueOrOne() >= WordBytes)) {
    Unit = B.getInt32Ty();
  }
  uint64_t Size = DL->getTypeStoreSize(Unit);
  // A move may overlap: what comes first depends on the addresses.
  bool IsMove = isa<MemMoveInst>(Copy);
  if (Length && Length->getZExtValue() / Size <= MaxUnrolled &&
      (!IsMove || Length->getZExtValue() <= Size)) {
    for (uint64_t N = 0; N != Length->getZExtValue() / Size; ++N)
      copyUnit(B, Copy, Unit, B.getInt32(uint32_t(N)));
    Copy.eraseFromParent();
    return true;
  }
  Value *Count =
      B.CreateUDiv(B.CreateZExtOrTrunc(Copy.getLength(), B.getInt32Ty()),
                   B.getInt32(uint32_t(Size)));
  Value *IsBackward = nullptr;
  if (IsMove)
    IsBackward = B.CreateICmpULT(
        B.CreatePtrToInt(Transfer->getRawSource(), B.getInt32Ty()),
        B.CreatePtrToInt(Copy.getRawDest(), B.getInt32Ty()));
  // The loop runs at least once; nothing is copied of nothing.
  Instruction *Then = SplitBlockAndInsertIfThen(
      B.CreateICmpNE(Count, B.getInt32(0)), &Copy, /*Unreachable=*/false);
  auto [Body, Index] = SplitBlockAndInsertSimpleForLoop(Count, Then);
  B.SetInsertPoint(Body);
  Value *At = Index;
  if (IsMove)
    At = B.CreateSelect(IsBackward,
                        B.CreateSub(B.CreateSub(Count, B.getInt32(1)), Index),
                        Index);
  copyUnit(B, Copy, Unit, At);
  Copy.eraseFromParent();
  return true;
}

/// The same address in the memory that it was made for; null if that is not
/// known.
static Value *inKnownMemory(Value *P, Instruction &Before) {
  if (P->getType()->getPointerAddressSpace() != TPCAS::Generic)
    return P;
  if (auto *Cast = dyn_cast<AddrSpaceCastOperator>(P))
    return inKnownMemory(Cast->getPointerOperand(), Before);
  auto *Step = dyn_cast<GEPOperator>(P);
  if (!Step || Step->getType()->isVectorTy())
    return nullptr;
  Value *Base = inKnownMemory(Step->getPointerOperand(), Before);
  if (!Base)
    return nullptr;
  SmallVector<Value *, 4> Indices(Step->indices());
  return GetElementPtrInst::Create(Step->getSourceElementType(), Base, Indices,
                                   "", Before.getIterator());
}

/// InferAddressSpaces leaves volatile accesses alone. Where there is no memory,
/// there is no access.
static void findMemory(Function &F) {
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    if (!isa<LoadInst, StoreInst, PtrToIntInst>(I))
      continue;
    Use &P = I.getOperandUse(isa<StoreInst>(I) ? 1 : 0);
    if (!P->getType()->isPointerTy())
      continue;
    if (isa<UndefValue>(P) && !isa<PtrToIntInst>(I)) {
      if (isa<LoadInst>(I))
        I.replaceAllUsesWith(PoisonValue::get(I.getType()));
      I.eraseFromParent();
      continue;
    }
    if (Value *Known = inKnownMemory(P, I))
      P.set(Known);
  }
}

bool TPCLowerMemory::runOnFunction(Function &F) {
  DL = &F.getDataLayout();
  findMemory(F);
  SmallVector<Instruction *, 16> Copies, Accesses;
  for (Instruction &I : instructions(F))
    if (isa<MemIntrinsic>(I))
      Copies.push_back(&I);
  bool Changed = false;
  for (Instruction *I : Copies)
    Changed |= lowerCopy(*cast<MemIntrinsic>(I));
  for (Instruction &I : instructions(F))
    if (isa<LoadInst, StoreInst>(I))
      Accesses.push_back(&I);
  for (Instruction *I : Accesses) {
    if (auto *Load = dyn_cast<LoadInst>(I))
      Changed |= lowerLoad(*Load);
    else
      Changed |= lowerStore(*cast<StoreInst>(I));
  }
  return Changed;
}
