//===-- TPCPromoteLanes.cpp - Vectors that fill no register ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Vectors with more elements than TPCScalarizeSmall takes apart and fewer bits
// than a register has, such as <128 x i8>, live in registers with wider lanes,
// here <128 x i16>, and those with odd numbers of elements in registers with
// more lanes. What is in the upper bits of a lane, and in lanes behind the
// last, is not known: operations that depend on it extend their operands.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

enum class Upper { Any, Zero, Sign };

class TPCPromoteLanes : public FunctionPass {
  DenseMap<Value *, Value *> Carriers;
  SmallVector<PHINode *, 8> Phis;
  SmallVector<Instruction *, 32> Dead;

  Value *carry(Value *V);
  Value *extended(IRBuilder<> &B, Value *V, Upper Bits);
  Value *promote(Instruction &I);
  Value *promoteBinary(IRBuilder<> &B, BinaryOperator &I);
  Value *promoteCast(IRBuilder<> &B, CastInst &I, FixedVectorType *To);
  Value *promoteShuffle(IRBuilder<> &B, ShuffleVectorInst &I);
  Value *promoteCall(IRBuilder<> &B, IntrinsicInst &I, FixedVectorType *To);
  Value *promoteNarrowCall(IRBuilder<> &B, IntrinsicInst &I);
  Value *promoteFunnelShift(IRBuilder<> &B, IntrinsicInst &I);
  Value *promoteSaturating(IRBuilder<> &B, IntrinsicInst &I);
  Value *promoteReduction(IRBuilder<> &B, IntrinsicInst &I);
  Value *promoteScalarResult(IRBuilder<> &B, Instruction &I);
  Value *promotePhi(IRBuilder<> &B, PHINode &I, FixedVectorType *To);
  bool finishPhis();

public:
  static char ID;
  TPCPromoteLanes() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC promote lanes"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCPromoteLanes::ID = 0;

FunctionPass *llvm::createTPCPromoteLanesPass() {
  return new TPCPromoteLanes();
}

/// Lanes of a register that has as many or more, 0 if none has.
static unsigned lanesFor(unsigned Elements) {
  for (unsigned Lanes : {64u, 128u, 256u})
    if (Elements <= Lanes)
      return Lanes;
  return 0;
}

/// The type that values of the type are kept in; null if that is itself, or if
/// there is none.
static FixedVectorType *carrierType(Type *Ty) {
  auto *V = dyn_cast<FixedVectorType>(Ty);
  if (!V || V->getNumElements() <= TPC::MaxSmallVector)
    return nullptr;
  unsigned Lanes = lanesFor(V->getNumElements());
  if (!Lanes)
    return nullptr;
  Type *Element = V->getElementType();
  unsigned Bits = V->getScalarSizeInBits();
  if (Element->isIntegerTy() && Bits > 1) {
    unsigned Width =
        std::max<unsigned>(TPCVectorBits / Lanes, unsigned(PowerOf2Ceil(Bits)));
    if (Width > 32)
      return nullptr;
    Element = IntegerType::get(Ty->getContext(), Width);
  } else if (!Element->isIntegerTy(1) && !Element->isFloatTy() &&
             !(Element->isBFloatTy() && Lanes >= 128)) {
    return nullptr;
  }
  auto *Carrier = FixedVectorType::get(Element, Lanes);
  return Carrier == V ? nullptr : Carrier;
}

/// The same for types that are carriers themselves.
static FixedVectorType *inRegisters(Type *Ty) {
  FixedVectorType *Carrier = carrierType(Ty);
  return Carrier ? Carrier : dyn_cast<FixedVectorType>(Ty);
}

static Constant *carryConstant(Constant *C, FixedVectorType *To) {
  Type *Element = To->getElementType();
  unsigned Count = cast<FixedVectorType>(C->getType())->getNumElements();
  SmallVector<Constant *, 256> Lanes(To->getNumElements(),
                                     PoisonValue::get(Element));
  for (unsigned N = 0; N != Count; ++N) {
    Constant *E = C->getAggregateElement(N);
    if (!E)
      return nullptr;
    if (auto *Int = dyn_cast<ConstantInt>(E))
      Lanes[N] = ConstantInt::get(
          Element, Int->getValue().zext(Element->getIntegerBitWidth()));
    else if (isa<UndefValue>(E))
      Lanes[N] = isa<PoisonValue>(E) ? PoisonValue::get(Element)
                                     : UndefValue::get(Element);
    else if (E->getType() == Element)
      Lanes[N] = E;
    else
      return nullptr;
  }
  return ConstantVector::get(Lanes);
}

/// The value in its carrier, null if it has none.
Value *TPCPromoteLanes::carry(Value *V) {
  FixedVectorType *To = carrierType(V->getType());
  if (!To)
    return V;
  if (auto It = Carriers.find(V); It != Carriers.end())
    return It->second;
  auto *C = dyn_cast<Constant>(V);
  return C ? carryConstant(C, To) : nullptr;
}

/// The value in its carrier with known upper bits.
Value *TPCPromoteLanes::extended(IRBuilder<> &B, Value *V, Upper Bits) {
  Value *R = carry(V);
  if (!R || Bits == Upper::Any || !R->getType()->isIntOrIntVectorTy())
    return R;
  unsigned From = V->getType()->getScalarSizeInBits();
  unsigned To = R->getType()->getScalarSizeInBits();
  if (From == To)
    return R;
  if (Bits == Upper::Zero)
    return B.CreateAnd(
        R, ConstantInt::get(R->getType(), APInt::getLowBitsSet(To, From)));
  return B.CreateAShr(B.CreateShl(R, To - From), To - From);
}

static Upper upperBitsOf(Instruction::BinaryOps Op) {
  switch (Op) {
  case Instruction::LShr:
  case Instruction::UDiv:
  case Instruction::URem:
    return Upper::Zero;
  case Instruction::AShr:
  case Instruction::SDiv:
  case Instruction::SRem:
    return Upper::Sign;
  default:
    return Upper::Any;
  }
}

Value *TPCPromoteLanes::promoteBinary(IRBuilder<> &B, BinaryOperator &I) {
  Upper Bits = upperBitsOf(I.getOpcode());
  Value *X = extended(B, I.getOperand(0), Bits);
  Value *Y = extended(B, I.getOperand(1), I.isShift() ? Upper::Zero : Bits);
  if (!X || !Y)
    return nullptr;
  Value *R = B.CreateBinOp(I.getOpcode(), X, Y);
  if (auto *New = dyn_cast<Instruction>(R); New && isa<FPMathOperator>(New))
    New->copyFastMathFlags(&I);
  return R;
}

Value *TPCPromoteLanes::promoteCast(IRBuilder<> &B, CastInst &I,
                                    FixedVectorType *To) {
  Value *V = I.getOperand(0);
  bool IsSigned = isa<SExtInst, SIToFPInst>(I);
  bool IsUnsigned = isa<ZExtInst, UIToFPInst>(I);
  Value *From = extended(B, V,
                         IsSigned     ? Upper::Sign
                         : IsUnsigned ? Upper::Zero
                                      : Upper::Any);
  if (!From || cast<FixedVectorType>(From->getType())->getNumElements() !=
                   To->getNumElements())
    return nullptr;
  if (I.getOpcode() == Instruction::Trunc && To->getScalarSizeInBits() == 1)
    return B.CreateICmpNE(
        B.CreateAnd(From, ConstantInt::get(From->getType(), 1)),
        Constant::getNullValue(From->getType()));
  if (From->getType() == To)
    return From;
  // The same bits only where elements stay in their lanes.
  if (isa<BitCastInst>(I) &&
      (V->getType()->getScalarSizeInBits() !=
           I.getType()->getScalarSizeInBits() ||
       From->getType()->getScalarSizeInBits() != To->getScalarSizeInBits()))
    return nullptr;
  return B.CreateCast(I.getOpcode(), From, To);
}

/// Lanes move between registers of the wider of the two lanes.
Value *TPCPromoteLanes::promoteShuffle(IRBuilder<> &B, ShuffleVectorInst &I) {
  auto *From = dyn_cast<FixedVectorType>(I.getOperand(0)->getType());
  FixedVectorType *To = inRegisters(I.getType());
  Value *X = carry(I.getOperand(0)), *Y = carry(I.getOperand(1));
  if (!From || !X || !Y || From->getNumElements() <= TPC::MaxSmallVector)
    return nullptr;
  auto *Carrier = cast<FixedVectorType>(X->getType());
  unsigned Bits =
      std::max(Carrier->getScalarSizeInBits(), To->getScalarSizeInBits());
  SmallVector<int, 256> Mask(To->getNumElements(), PoisonMaskElem);
  for (auto [Lane, N] : enumerate(I.getShuffleMask()))
    if (N >= 0)
      Mask[Lane] = N < int(From->getNumElements())
                       ? N
                       : N - int(From->getNumElements()) +
                             int(Carrier->getNumElements());
  auto Extend = [&](Value *V) {
    return V->getType()->isIntOrIntVectorTy() && Bits > 1
               ? B.CreateZExt(V, V->getType()->getWithNewBitWidth(Bits))
               : V;
  };
  Value *R = B.CreateShuffleVector(Extend(X), Extend(Y), Mask);
  return R->getType() == To ? R : B.CreateTrunc(R, To);
}

Value *TPCPromoteLanes::promoteReduction(IRBuilder<> &B, IntrinsicInst &I) {
  Upper Bits = Upper::Any;
  switch (I.getIntrinsicID()) {
  case Intrinsic::vector_reduce_add:
  case Intrinsic::vector_reduce_mul:
  case Intrinsic::vector_reduce_and:
  case Intrinsic::vector_reduce_or:
  case Intrinsic::vector_reduce_xor:
    break;
  case Intrinsic::vector_reduce_smax:
  case Intrinsic::vector_reduce_smin:
    Bits = Upper::Sign;
    break;
  case Intrinsic::vector_reduce_umax:
  case Intrinsic::vector_reduce_umin:
    Bits = Upper::Zero;
    break;
  default:
    return nullptr;
  }
  auto *Ty = cast<FixedVectorType>(I.getArgOperand(0)->getType());
  Value *V = extended(B, I.getArgOperand(0), Bits);
  // Lanes behind the last would take part.
  if (!V || cast<FixedVectorType>(V->getType())->getNumElements() !=
                Ty->getNumElements())
    return nullptr;
  Value *R = B.CreateUnaryIntrinsic(I.getIntrinsicID(), V);
  return B.CreateTrunc(R, I.getType());
}

/// Operations on integers in lanes that are wider than these: comparisons and
/// counts of bits.
Value *TPCPromoteLanes::promoteNarrowCall(IRBuilder<> &B, IntrinsicInst &I) {
  unsigned Bits = I.getType()->getScalarSizeInBits();
  Type *To = carrierType(I.getType());
  unsigned Width = To->getScalarSizeInBits();
  Intrinsic::ID ID = I.getIntrinsicID();
  auto Get = [&](Upper Extension) {
    return extended(B, I.getArgOperand(0), Extension);
  };
  auto Binary = [&](Upper Extension) -> Value * {
    Value *X = Get(Extension), *Y = extended(B, I.getArgOperand(1), Extension);
    return X && Y ? B.CreateBinaryIntrinsic(ID, X, Y) : nullptr;
  };
  switch (ID) {
  case Intrinsic::smax:
  case Intrinsic::smin:
    return Binary(Upper::Sign);
  case Intrinsic::umax:
  case Intrinsic::umin:
  case Intrinsic::usub_sat:
    return Binary(Upper::Zero);
  case Intrinsic::abs:
    if (Value *X = Get(Upper::Sign))
      return B.CreateBinaryIntrinsic(ID, X, B.getFalse());
    return nullptr;
  case Intrinsic::ctpop:
    if (Value *X = Get(Upper::Zero))
      return B.CreateUnaryIntrinsic(ID, X);
    return nullptr;
  case Intrinsic::ctlz:
    if (Value *X = Get(Upper::Zero))
      return B.CreateSub(B.CreateBinaryIntrinsic(ID, X, B.getFalse()),
                         ConstantInt::get(To, Width - Bits));
    return nullptr;
  case Intrinsic::cttz:
    if (Value *X = Get(Upper::Any))
      return B.CreateBinaryIntrinsic(
          ID,
          B.CreateOr(X, ConstantInt::get(To, APInt::getOneBitSet(Width, Bits))),
          B.getTrue());
    return nullptr;
  case Intrinsic::bitreverse:
  case Intrinsic::bswap:
    if (Value *X = Get(Upper::Any))
      return B.CreateLShr(B.CreateUnaryIntrinsic(ID, X), Width - Bits);
    return nullptr;
  case Intrinsic::fshl:
  case Intrinsic::fshr:
    return promoteFunnelShift(B, I);
  default:
    return promoteSaturating(B, I);
  }
}

/// Shifts of two lanes as one, by a count modulo their width.
Value *TPCPromoteLanes::promoteFunnelShift(IRBuilder<> &B, IntrinsicInst &I) {
  unsigned Bits = I.getType()->getScalarSizeInBits();
  Type *To = carrierType(I.getType());
  Value *High = extended(B, I.getArgOperand(0), Upper::Any);
  Value *Low = extended(B, I.getArgOperand(1), Upper::Zero);
  Value *Count = extended(B, I.getArgOperand(2), Upper::Zero);
  if (!High || !Low || !Count || !isPowerOf2_32(Bits))
    return nullptr;
  Value *Most = ConstantInt::get(To, Bits - 1), *One = ConstantInt::get(To, 1);
  Count = B.CreateAnd(Count, Most);
  // The other lane moves by the rest of the width, which is all of it if the
  // count is 0: in two steps, as no shift moves so far.
  Value *Rest = B.CreateSub(Most, Count);
  if (I.getIntrinsicID() == Intrinsic::fshl)
    return B.CreateOr(B.CreateShl(High, Count),
                      B.CreateLShr(B.CreateLShr(Low, One), Rest));
  return B.CreateOr(B.CreateShl(B.CreateShl(High, One), Rest),
                    B.CreateLShr(Low, Count));
}

/// Sums and differences that do not leave the narrow type: wide ones, cut.
Value *TPCPromoteLanes::promoteSaturating(IRBuilder<> &B, IntrinsicInst &I) {
  unsigned Bits = I.getType()->getScalarSizeInBits();
  Type *To = carrierType(I.getType());
  unsigned Width = To->getScalarSizeInBits();
  Intrinsic::ID ID = I.getIntrinsicID();
  if (ID != Intrinsic::sadd_sat && ID != Intrinsic::ssub_sat &&
      ID != Intrinsic::uadd_sat)
    return nullptr;
  bool IsSigned = ID != Intrinsic::uadd_sat;
  Upper Extension = IsSigned ? Upper::Sign : Upper::Zero;
  Value *X = extended(B, I.getArgOperand(0), Extension);
  Value *Y = extended(B, I.getArgOperand(1), Extension);
  if (!X || !Y)
    return nullptr;
  auto Number = [&](const APInt &V) { return ConstantInt::get(To, V); };
  Value *R = ID == Intrinsic::ssub_sat ? B.CreateSub(X, Y) : B.CreateAdd(X, Y);
  if (!IsSigned)
    return B.CreateBinaryIntrinsic(Intrinsic::umin, R,
                                   Number(APInt::getLowBitsSet(Width, Bits)));
  R = B.CreateBinaryIntrinsic(
      Intrinsic::smin, R, Number(APInt::getSignedMaxValue(Bits).sext(Width)));
  return B.CreateBinaryIntrinsic(
      Intrinsic::smax, R, Number(APInt::getSignedMinValue(Bits).sext(Width)));
}

Value *TPCPromoteLanes::promoteCall(IRBuilder<> &B, IntrinsicInst &I,
                                    FixedVectorType *To) {
  Intrinsic::ID ID = I.getIntrinsicID();
  if (I.getType()->getScalarSizeInBits() != To->getScalarSizeInBits())
    return promoteNarrowCall(B, I);
  if (!isTriviallyVectorizable(ID))
    return nullptr;
  SmallVector<Value *, 4> Args;
  for (Value *A : I.args()) {
    Value *V = carry(A);
    if (!V || V->getType()->getScalarSizeInBits() !=
                  A->getType()->getScalarSizeInBits())
      return nullptr;
    Args.push_back(V);
  }
  return B.CreateIntrinsic(To, ID, Args);
}

Value *TPCPromoteLanes::promotePhi(IRBuilder<> &B, PHINode &I,
                                   FixedVectorType *To) {
  Phis.push_back(&I);
  return B.CreatePHI(To, I.getNumIncomingValues());
}

/// Of vectors, a scalar or a vector that is no carrier's.
Value *TPCPromoteLanes::promoteScalarResult(IRBuilder<> &B, Instruction &I) {
  if (auto *Extract = dyn_cast<ExtractElementInst>(&I)) {
    Value *V = carry(Extract->getVectorOperand());
    if (!V)
      return nullptr;
    Value *E = B.CreateExtractElement(V, Extract->getIndexOperand());
    return E->getType() == I.getType() ? E : B.CreateTrunc(E, I.getType());
  }
  if (auto *Call = dyn_cast<IntrinsicInst>(&I))
    return promoteReduction(B, *Call);
  return nullptr;
}

/// What stands in place of an instruction with such types.
Value *TPCPromoteLanes::promote(Instruction &I) {
  IRBuilder<> B(&I);
  if (!I.getType()->isVectorTy())
    return promoteScalarResult(B, I);
  FixedVectorType *To = inRegisters(I.getType());
  if (auto *Binary = dyn_cast<BinaryOperator>(&I))
    return promoteBinary(B, *Binary);
  if (auto *Cast = dyn_cast<CastInst>(&I))
    return promoteCast(B, *Cast, To);
  if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I))
    return promoteShuffle(B, *Shuffle);
  if (auto *Call = dyn_cast<IntrinsicInst>(&I))
    return promoteCall(B, *Call, To);
  if (auto *Phi = dyn_cast<PHINode>(&I))
    return promotePhi(B, *Phi, To);
  if (auto *Compare = dyn_cast<CmpInst>(&I)) {
    Upper Bits = Compare->isSigned() ? Upper::Sign : Upper::Zero;
    Value *X = extended(B, I.getOperand(0), Bits);
    Value *Y = extended(B, I.getOperand(1), Bits);
    return X && Y ? B.CreateCmp(Compare->getPredicate(), X, Y) : nullptr;
  }
  if (auto *Insert = dyn_cast<InsertElementInst>(&I)) {
    Value *V = carry(I.getOperand(0)), *New = I.getOperand(1);
    if (!V)
      return nullptr;
    if (New->getType() != To->getElementType())
      New = B.CreateZExt(New, To->getElementType());
    return B.CreateInsertElement(V, New, Insert->getOperand(2));
  }
  if (!isa<SelectInst, FreezeInst, UnaryOperator>(I))
    return nullptr;
  // Lane by lane.
  SmallVector<Value *, 3> Ops;
  for (Value *Op : I.operands()) {
    Ops.push_back(carry(Op));
    if (!Ops.back())
      return nullptr;
  }
  Instruction *New = I.clone();
  for (auto [N, Op] : enumerate(Ops))
    New->setOperand(unsigned(N), Op);
  New->mutateType(To);
  return B.Insert(New);
}

/// Returns false after a report: nothing else uses what has no carrier then.
bool TPCPromoteLanes::finishPhis() {
  bool Ok = true;
  for (PHINode *Phi : Phis)
    for (unsigned In = 0; In != Phi->getNumIncomingValues(); ++In) {
      auto *New = cast<PHINode>(Carriers[Phi]);
      Value *Old = Phi->getIncomingValue(In);
      Value *V = carry(Old);
      if (!V) {
        Ok = false;
        V = PoisonValue::get(New->getType());
        auto *I = dyn_cast<Instruction>(Old);
        std::string Text;
        raw_string_ostream OS(Text);
        OS << "unsupported: a value of type " << *Old->getType()
           << " that fills no register";
        Phi->getContext().diagnose(DiagnosticInfoUnsupported(
            *Phi->getFunction(), Text,
            I ? I->getDebugLoc() : Phi->getDebugLoc()));
      }
      New->addIncoming(V, Phi->getIncomingBlock(In));
    }
  return Ok;
}

bool TPCPromoteLanes::runOnFunction(Function &F) {
  Carriers.clear();
  Phis.clear();
  Dead.clear();
  ReversePostOrderTraversal<Function *> Order(&F);
  for (BasicBlock *BB : Order)
    for (Instruction &I : make_early_inc_range(*BB)) {
      bool IsCarried = carrierType(I.getType());
      if (!IsCarried && none_of(I.operands(), [](Value *V) {
            return carrierType(V->getType());
          }))
        continue;
      Value *New = promote(I);
      if (!New)
        continue;
      if (IsCarried)
        Carriers[&I] = New;
      else
        I.replaceAllUsesWith(New);
      Dead.push_back(&I);
    }
  bool Ok = finishPhis();
  bool Changed = !Dead.empty();
  eraseReplaced(Dead);
  if (!Ok)
    dropKernelBody(F);
  return Changed;
}
