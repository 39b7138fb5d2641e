//===-- TPCLaneWidths.cpp - Lanes that change width or register -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In IR the lanes of a group of vectors are numbered through. Operations on
// groups whose lanes depend on each other become operations on its registers:
//
// - conversions between widths of lanes. With R the ratio of the widths, lane
//   R*j+k of a narrow register lies over lane j of a wide one, so a permutation
//   and shifts do it;
// - comparisons, selections, permutations, divisions, single lanes and
//   reductions of groups;
// - permutations of predicates, as permutations of vectors.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "TPC.h"
#include "TPCIntrinsicTable.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

/// The registers of a group, or one.
using Registers = SmallVector<Value *, 4>;

class TPCLaneWidths : public FunctionPass {
  /// Predicates of whole groups that were computed in parts.
  DenseMap<Value *, Registers> Parts;

  Value *lower(Instruction &I);
  Value *lowerCast(IRBuilder<> &B, CastInst &I);
  Value *lowerShuffle(IRBuilder<> &B, ShuffleVectorInst &I);
  Value *lowerCompare(IRBuilder<> &B, CmpInst &I);
  Value *lowerSelect(IRBuilder<> &B, SelectInst &I);
  Value *lowerReduction(IRBuilder<> &B, IntrinsicInst &I);
  Registers splitPredicate(IRBuilder<> &B, Value *V, unsigned Lanes);

public:
  static char ID;
  TPCLaneWidths() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC lane widths"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCLaneWidths::ID = 0;

FunctionPass *llvm::createTPCLaneWidthsPass() { return new TPCLaneWidths(); }

static unsigned lanesOf(const Value *V) {
  return cast<FixedVectorType>(V->getType())->getNumElements();
}

/// Registers of a type, 0 if it is none of one, two or four; predicates have
/// one.
static unsigned registersOf(const Type *Ty) {
  auto *V = dyn_cast<FixedVectorType>(Ty);
  if (!V || V->getNumElements() <= TPC::MaxSmallVector)
    return 0;
  unsigned Width = V->getScalarSizeInBits();
  if (Width == 1)
    return is_contained({64u, 128u, 256u}, V->getNumElements());
  if (!is_contained({8u, 16u, 32u}, Width))
    return 0;
  unsigned Bits = V->getNumElements() * Width;
  return Bits % TPCVectorBits == 0 &&
                 is_contained({1u, 2u, 4u}, Bits / TPCVectorBits)
             ? Bits / TPCVectorBits
             : 0;
}

static bool isGroup(const Type *Ty) { return registersOf(Ty) > 1; }

static Registers split(IRBuilder<> &B, Value *V) {
  unsigned Count = registersOf(V->getType());
  if (Count == 1)
    return {V};
  unsigned Lanes = lanesOf(V) / Count;
  Registers R;
  for (unsigned N = 0; N != Count; ++N)
    R.push_back(B.CreateShuffleVector(
        V, createSequentialMask(N * Lanes, Lanes, /*NumUndefs=*/0)));
  return R;
}

static Value *join(IRBuilder<> &B, ArrayRef<Value *> R) {
  return R.size() == 1 ? R[0] : concatenateVectors(B, R);
}

/// Lanes of the registers, numbered through, in another order.
static Registers permute(IRBuilder<> &B, ArrayRef<Value *> From,
                         ArrayRef<int> Mask) {
  int Lanes = int(lanesOf(From[0]));
  Registers Results;
  for (; !Mask.empty(); Mask = Mask.drop_front(size_t(Lanes))) {
    Value *R = nullptr;
    SmallVector<bool, 256> Done(size_t(Lanes), false);
    for (auto [Number, Source] : enumerate(From)) {
      // The source comes as the second operand but for the first time.
      int First = int(Number) * Lanes;
      SmallVector<int, 256> Step;
      bool IsUsed = false;
      for (int N = 0; N != Lanes; ++N) {
        bool IsHere = Mask[N] >= First && Mask[N] < First + Lanes;
        IsUsed |= IsHere;
        Step.push_back(IsHere    ? Mask[N] - First + (R ? Lanes : 0)
                       : Done[N] ? N
                                 : PoisonMaskElem);
        Done[N] = Done[N] || IsHere;
      }
      if (IsUsed)
        R = R ? B.CreateShuffleVector(R, Source, Step)
              : B.CreateShuffleVector(Source, Step);
    }
    Results.push_back(R ? R : PoisonValue::get(From[0]->getType()));
  }
  return Results;
}

//===----------------------------------------------------------------------===//
// Widths
//===----------------------------------------------------------------------===//

static Type *integers(const Value *V, unsigned Width, unsigned Lanes) {
  return FixedVectorType::get(IntegerType::get(V->getContext(), Width), Lanes);
}

/// Where lane R*j+k of a narrow register comes from: lane j of the k-th part.
static SmallVector<int, 256> interleaved(unsigned Lanes, unsigned Ratio) {
  SmallVector<int, 256> Mask;
  for (unsigned N = 0; N != Lanes; ++N)
    Mask.push_back(int(N % Ratio * (Lanes / Ratio) + N / Ratio));
  return Mask;
}

/// Integers in wider lanes: each register becomes several.
static Registers widen(IRBuilder<> &B, ArrayRef<Value *> From, unsigned Width,
                       bool IsSigned) {
  unsigned Old = From[0]->getType()->getScalarSizeInBits();
  unsigned Ratio = Width / Old, Lanes = lanesOf(From[0]);
  if (Ratio <= 1)
    return Registers(From);
  Registers Results;
  for (Value *V : From) {
    Type *Wide = integers(V, Width, Lanes / Ratio);
    V = B.CreateBitCast(B.CreateShuffleVector(V, interleaved(Lanes, Ratio)),
                        Wide);
    for (unsigned K = 0; K != Ratio; ++K) {
      unsigned Above = Width - Old * (K + 1);
      Value *R = IsSigned || Above == 0 ? B.CreateShl(V, Above) : V;
      if (IsSigned)
        R = B.CreateAShr(R, Width - Old);
      else
        R = B.CreateAnd(
            B.CreateLShr(R, Old * K),
            ConstantInt::get(Wide, maskTrailingOnes<uint32_t>(Old)));
      Results.push_back(R);
    }
  }
  return Results;
}

/// The low bits of integers in narrower lanes.
static Registers narrow(IRBuilder<> &B, ArrayRef<Value *> From,
                        unsigned Width) {
  unsigned Old = From[0]->getType()->getScalarSizeInBits();
  unsigned Ratio = Old / Width, Lanes = lanesOf(From[0]) * Ratio;
  if (Ratio <= 1)
    return Registers(From);
  SmallVector<int, 256> Order(Lanes);
  for (auto [Lane, Source] : enumerate(interleaved(Lanes, Ratio)))
    Order[size_t(Source)] = int(Lane);
  Registers Results;
  for (; !From.empty(); From = From.drop_front(Ratio)) {
    Value *R = nullptr;
    for (unsigned K = 0; K != Ratio; ++K) {
      Value *V = From[K];
      if (K + 1 != Ratio)
        V = B.CreateAnd(V, ConstantInt::get(V->getType(),
                                            maskTrailingOnes<uint32_t>(Width)));
      V = B.CreateShl(V, Width * K);
      R = R ? B.CreateOr(R, V) : V;
    }
    R = B.CreateBitCast(R, integers(R, Width, Lanes));
    Results.push_back(B.CreateShuffleVector(R, Order));
  }
  return Results;
}

/// Each predicate as a vector of the lanes it stands for.
static Registers toVectors(IRBuilder<> &B, ArrayRef<Value *> Predicates) {
  Registers R;
  for (Value *P : Predicates)
    R.push_back(
        B.CreateSExt(P, integers(P, TPCVectorBits / lanesOf(P), lanesOf(P))));
  return R;
}

static Registers toPredicates(IRBuilder<> &B, ArrayRef<Value *> Vectors) {
  Registers R;
  for (Value *V : Vectors)
    R.push_back(B.CreateICmpNE(V, Constant::getNullValue(V->getType())));
  return R;
}

/// Conversions between f32 and bf16 keep the order of the lanes. The type of
/// the result is a field of the switches.
static Value *convertFloat(IRBuilder<> &B, Value *V, Type *To) {
  auto Name = [](const Type *Ty) {
    return (Twine("v") + Twine(cast<FixedVectorType>(Ty)->getNumElements()) +
            (Ty->getScalarType()->isFloatTy() ? "f32" : "bf16"))
        .str();
  };
  auto Code = [](const Type *Ty) {
    return TPC::findDataType(Ty->getScalarType()->isFloatTy() ? "f32" : "bf16")
        ->Code;
  };
  Type *From = V->getType();
  std::string Callee =
      "llvm.tpc.convert.linear." + Name(To) + "." + Name(From) + ".i1";
  const TPC::IntrinsicInfo *Info = TPC::findIntrinsic(Callee);
  const auto *Field = find_if(Info->Fields, [](const TPC::IRField &F) {
    return F.Group == TPC::GrpTargetType;
  });
  Type *I1 = B.getInt1Ty(), *I8 = B.getInt8Ty(), *I32 = B.getInt32Ty();
  FunctionCallee F = B.GetInsertBlock()->getModule()->getOrInsertFunction(
      Callee, FunctionType::get(To, {From, I8, I32, To, I1, I1}, false));
  cast<Function>(F.getCallee())->setDoesNotAccessMemory();
  return B.CreateCall(F, {V, B.getInt8(Code(From)),
                          B.getInt32(uint32_t(Code(To)) << Field->Lo),
                          PoisonValue::get(To), B.getTrue(), B.getFalse()});
}

/// Words as bf16. So that f32 between the two rounds nothing away, numbers of
/// more than 24 bits keep only that there was something below bit 8.
static Value *convertWords(IRBuilder<> &B, CastInst &I) {
  bool IsSigned = isa<SIToFPInst>(I);
  Registers Words = split(B, I.getOperand(0));
  for (Value *&V : Words) {
    Type *Ty = V->getType();
    auto Bits = [&](int64_t N) { return ConstantInt::getSigned(Ty, N); };
    Value *Rest =
        B.CreateICmpNE(B.CreateAnd(V, Bits(255)), Constant::getNullValue(Ty));
    Value *Odd = B.CreateOr(B.CreateAnd(V, Bits(-256)),
                            B.CreateSelect(Rest, Bits(256), Bits(0)));
    Value *IsSmall =
        IsSigned ? B.CreateICmpULT(B.CreateAdd(V, Bits(1 << 24)), Bits(1 << 25))
                 : B.CreateICmpULT(V, Bits(1 << 24));
    V = B.CreateSelect(IsSmall, V, Odd);
  }
  Type *Float = I.getType()->getWithNewType(B.getFloatTy());
  return convertFloat(B, B.CreateCast(I.getOpcode(), join(B, Words), Float),
                      I.getType());
}

Value *TPCLaneWidths::lowerCast(IRBuilder<> &B, CastInst &I) {
  Value *V = I.getOperand(0);
  Type *To = I.getType(), *From = V->getType();
  if (!registersOf(To) || !registersOf(From))
    return nullptr;
  unsigned ToBits = To->getScalarSizeInBits();
  unsigned FromBits = From->getScalarSizeInBits();
  unsigned Count = lanesOf(V);
  auto Integer = [&](unsigned Width) { return integers(V, Width, Count); };
  auto Extend = [&](unsigned Width, bool IsSigned) {
    Registers R;
    if (FromBits == 1) {
      Type *Lane = Integer(TPCVectorBits / Count);
      R = {IsSigned ? B.CreateSExt(V, Lane) : B.CreateZExt(V, Lane)};
    } else {
      R = split(B, V);
    }
    return join(B, widen(B, R, Width, IsSigned));
  };
  switch (I.getOpcode()) {
  case Instruction::SExt:
  case Instruction::ZExt:
    if (FromBits == 1 && registersOf(To) == 1)
      return nullptr;
    return Extend(ToBits, isa<SExtInst>(I));
  case Instruction::Trunc:
    if (ToBits != 1)
      return join(B, narrow(B, split(B, V), ToBits));
    V = B.CreateAnd(V, ConstantInt::get(From, 1));
    if (isGroup(From))
      V = join(B, narrow(B, split(B, V), TPCVectorBits / Count));
    return B.CreateICmpNE(V, Constant::getNullValue(V->getType()));
  case Instruction::FPExt:
  case Instruction::FPTrunc:
    return convertFloat(B, V, To);
  case Instruction::SIToFP:
  case Instruction::UIToFP:
    if (FromBits == 32 && ToBits == 16)
      return convertWords(B, I);
    if (FromBits >= ToBits || (FromBits == 1 && registersOf(To) == 1))
      return nullptr;
    return B.CreateCast(I.getOpcode(), Extend(ToBits, isa<SIToFPInst>(I)), To);
  case Instruction::FPToSI:
  case Instruction::FPToUI: {
    if (ToBits == FromBits)
      return nullptr;
    // Numbers of the wider type are exact in it.
    if (ToBits > FromBits)
      V = convertFloat(
          B, V, FixedVectorType::get(Type::getFloatTy(I.getContext()), Count));
    unsigned Width = V->getType()->getScalarSizeInBits();
    Value *R = B.CreateCast(I.getOpcode(), V, Integer(Width));
    return join(B, narrow(B, split(B, R), ToBits));
  }
  default:
    return nullptr;
  }
}

//===----------------------------------------------------------------------===//
// Predicates
//===----------------------------------------------------------------------===//

/// The predicates of the registers of a group, with this many lanes each.
Registers TPCLaneWidths::splitPredicate(IRBuilder<> &B, Value *V,
                                        unsigned Lanes) {
  if (auto It = Parts.find(V);
      It != Parts.end() && lanesOf(It->second[0]) == Lanes)
    return It->second;
  return toPredicates(
      B, widen(B, toVectors(B, {V}), TPCVectorBits / Lanes, /*IsSigned=*/true));
}

Value *TPCLaneWidths::lowerCompare(IRBuilder<> &B, CmpInst &I) {
  if (!isGroup(I.getOperand(0)->getType()) || !registersOf(I.getType()))
    return nullptr;
  Registers X = split(B, I.getOperand(0)), Y = split(B, I.getOperand(1));
  Registers Results;
  for (auto [A, C] : zip_equal(X, Y))
    Results.push_back(B.CreateCmp(I.getPredicate(), A, C));
  Value *Whole = toPredicates(
      B, narrow(B, toVectors(B, Results), TPCVectorBits / lanesOf(&I)))[0];
  Parts[Whole] = Results;
  return Whole;
}

Value *TPCLaneWidths::lowerSelect(IRBuilder<> &B, SelectInst &I) {
  // TPCGroups knows those with constants.
  Value *Condition = I.getCondition();
  if (!isGroup(I.getType()) || !Condition->getType()->isVectorTy() ||
      !registersOf(Condition->getType()) || isa<Constant>(Condition))
    return nullptr;
  Registers X = split(B, I.getTrueValue()), Y = split(B, I.getFalseValue());
  Registers P = splitPredicate(B, Condition, lanesOf(X[0])), Results;
  for (auto [C, A, D] : zip_equal(P, X, Y))
    Results.push_back(B.CreateSelect(C, A, D));
  return join(B, Results);
}

//===----------------------------------------------------------------------===//
// Permutations and single lanes
//===----------------------------------------------------------------------===//

/// A comparison with lanes in another order is one of permuted vectors: most
/// often those are broadcasts.
static Value *permuteCompare(IRBuilder<> &B, ShuffleVectorInst &I) {
  auto *Compare = dyn_cast<CmpInst>(I.getOperand(0));
  if (!Compare || !isa<UndefValue>(I.getOperand(1)) || I.changesLength())
    return nullptr;
  auto IsFree = [](const Value *V) {
    auto *Insert = dyn_cast<InsertElementInst>(V);
    return isa<Constant>(V) ||
           (Insert && isa<UndefValue>(Insert->getOperand(0)));
  };
  Value *X = Compare->getOperand(0), *Y = Compare->getOperand(1);
  if (registersOf(X->getType()) != 1 || (!IsFree(X) && !IsFree(Y)))
    return nullptr;
  return B.CreateCmp(Compare->getPredicate(),
                     B.CreateShuffleVector(X, I.getShuffleMask()),
                     B.CreateShuffleVector(Y, I.getShuffleMask()));
}

Value *TPCLaneWidths::lowerShuffle(IRBuilder<> &B, ShuffleVectorInst &I) {
  Type *To = I.getType(), *From = I.getOperand(0)->getType();
  unsigned Count = registersOf(To);
  bool IsBroadcast = I.isZeroEltSplat() && !I.changesLength() &&
                     isa<InsertElementInst>(I.getOperand(0));
  if (!Count || !registersOf(From) || IsBroadcast)
    return nullptr;
  SmallVector<int, 512> Mask(I.getShuffleMask());
  if (To->getScalarSizeInBits() > 1) {
    if ((Count == 1 && registersOf(From) == 1) || isGroupShuffle(I))
      return nullptr;
    Registers R = split(B, I.getOperand(0));
    if (!isa<UndefValue>(I.getOperand(1)))
      append_range(R, split(B, I.getOperand(1)));
    else
      for (int &N : Mask)
        N = N < int(lanesOf(I.getOperand(0))) ? N : PoisonMaskElem;
    return join(B, permute(B, R, Mask));
  }
  if (Value *R = permuteCompare(B, I))
    return R;
  unsigned Lanes = std::min(lanesOf(&I), lanesOf(I.getOperand(0)));
  Registers R = widen(B, toVectors(B, {I.getOperand(0), I.getOperand(1)}),
                      TPCVectorBits / Lanes, /*IsSigned=*/true);
  return toPredicates(
      B, narrow(B, permute(B, R, Mask), TPCVectorBits / lanesOf(&I)))[0];
}

static Value *lowerLane(IRBuilder<> &B, Instruction &I) {
  Value *V = I.getOperand(0);
  auto *Index = dyn_cast<ConstantInt>(I.getOperand(I.getNumOperands() - 1));
  if (!isGroup(V->getType()) || !Index || Index->getValue().uge(lanesOf(V)))
    return nullptr;
  Registers R = split(B, V);
  uint64_t Lane = Index->getZExtValue(), Lanes = lanesOf(R[0]);
  Value *&Register = R[Lane / Lanes];
  if (isa<ExtractElementInst>(I))
    return B.CreateExtractElement(Register, Lane % Lanes);
  Register = B.CreateInsertElement(Register, I.getOperand(1), Lane % Lanes);
  return join(B, R);
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

/// TPCExpandArithmetic divides one register by another.
static Value *lowerDivision(IRBuilder<> &B, BinaryOperator &I) {
  if (!isGroup(I.getType()))
    return nullptr;
  switch (I.getOpcode()) {
  case Instruction::UDiv:
  case Instruction::SDiv:
  case Instruction::URem:
  case Instruction::SRem:
  case Instruction::FRem:
    break;
  default:
    return nullptr;
  }
  Registers Results;
  for (auto [X, Y] :
       zip_equal(split(B, I.getOperand(0)), split(B, I.getOperand(1))))
    Results.push_back(B.CreateBinOp(I.getOpcode(), X, Y));
  return join(B, Results);
}

/// The registers of a group first, then the lanes of what is left. Sums with a
/// first summand keep their order.
Value *TPCLaneWidths::lowerReduction(IRBuilder<> &B, IntrinsicInst &I) {
  Intrinsic::ID ID = I.getIntrinsicID();
  Value *Last = I.arg_empty() ? nullptr : I.getArgOperand(I.arg_size() - 1);
  if (!Last || !isGroup(Last->getType()) || I.getType()->isVectorTy())
    return nullptr;
  Registers R = split(B, Last);
  if (ID == Intrinsic::vector_reduce_fadd ||
      ID == Intrinsic::vector_reduce_fmul) {
    B.setFastMathFlags(I.getFastMathFlags());
    Value *Sum = I.getArgOperand(0);
    for (Value *V : R)
      Sum = ID == Intrinsic::vector_reduce_fadd ? B.CreateFAddReduce(Sum, V)
                                                : B.CreateFMulReduce(Sum, V);
    return Sum;
  }
  Value *All = R[0];
  for (Value *V : drop_begin(R)) {
    All = combineReduced(B, ID, All, V);
    if (!All)
      return nullptr;
  }
  return B.CreateUnaryIntrinsic(ID, All);
}

/// What stands in place of the instruction, null if it stays.
Value *TPCLaneWidths::lower(Instruction &I) {
  IRBuilder<> B(&I);
  if (auto *Cast = dyn_cast<CastInst>(&I))
    return lowerCast(B, *Cast);
  if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I))
    return lowerShuffle(B, *Shuffle);
  if (auto *Compare = dyn_cast<CmpInst>(&I))
    return lowerCompare(B, *Compare);
  if (auto *Select = dyn_cast<SelectInst>(&I))
    return lowerSelect(B, *Select);
  if (auto *Binary = dyn_cast<BinaryOperator>(&I))
    return lowerDivision(B, *Binary);
  if (isa<InsertElementInst, ExtractElementInst>(I))
    return lowerLane(B, I);
  if (auto *Call = dyn_cast<IntrinsicInst>(&I);
      Call && StringRef(Intrinsic::getBaseName(Call->getIntrinsicID()))
                  .starts_with("llvm.vector.reduce."))
    return lowerReduction(B, *Call);
  return nullptr;
}

bool TPCLaneWidths::runOnFunction(Function &F) {
  Parts.clear();
  bool Changed = false;
  ReversePostOrderTraversal<Function *> Order(&F);
  for (BasicBlock *BB : Order)
    for (Instruction &I : make_early_inc_range(*BB)) {
      Value *New = lower(I);
      if (!New)
        continue;
      I.replaceAllUsesWith(New);
      I.eraseFromParent();
      Changed = true;
    }
  return Changed;
}
