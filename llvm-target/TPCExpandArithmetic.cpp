//===-- TPCExpandArithmetic.cpp - Operations the machine does not have ----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Divisions, conversions and the like become sequences of what the machine
// has, in IR: the same code serves scalars and vectors, and what does not
// change in a loop leaves it.
//
// Divisions of floating-point numbers are functions of lib/math by now
// (tools/common/MathLibrary). Results are exact, with subnormal numbers as zero
// as everywhere on this machine (facts 8.1).
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Pass.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace llvm;

namespace {

// binary32
constexpr uint32_t SignBit = 0x80000000u;
constexpr uint32_t Infinity = 0x7f800000u;
constexpr uint32_t QuietNaN = 0x7fffffffu; // facts 8.1
constexpr uint32_t Fraction = 0x007fffffu;
constexpr unsigned FractionBits = 23;
constexpr unsigned MaxExponent = 255;

class TPCExpandArithmetic : public FunctionPass {
  Value *expand(Instruction &I);
  Value *expandCall(IntrinsicInst &I);

public:
  static char ID;
  TPCExpandArithmetic() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC expand arithmetic"; }
  bool runOnFunction(Function &F) override;
};

/// Arithmetic on binary32 numbers and their bits, scalar or in lanes.
struct FloatMath {
  IRBuilder<> &B;
  Type *F; ///< float or a vector of it
  Type *I; ///< the integers of its width

  FloatMath(IRBuilder<> &B, Type *Ty)
      : B(B), F(Ty->getWithNewType(B.getFloatTy())),
        I(Ty->getWithNewType(B.getInt32Ty())) {}

  Constant *bits(uint32_t V) { return ConstantInt::get(I, V); }
  Constant *real(double V) { return ConstantFP::get(F, V); }
  Value *asInt(Value *V) { return B.CreateBitCast(V, I); }
  Value *asFloat(Value *V) { return B.CreateBitCast(V, F); }
  Value *fma(Value *X, Value *Y, Value *Z) {
    return B.CreateIntrinsic(Intrinsic::fma, {F}, {X, Y, Z});
  }
  Value *exponent(Value *Bits) { return B.CreateLShr(Bits, FractionBits); }

  Value *reciprocal(Value *X, unsigned Steps);
  Value *remainder(Value *X, Value *Y, Instruction *Before);
};

} // namespace

char TPCExpandArithmetic::ID = 0;

FunctionPass *llvm::createTPCExpandArithmeticPass() {
  return new TPCExpandArithmetic();
}

//===----------------------------------------------------------------------===//
// Floating-point remainders
//===----------------------------------------------------------------------===//

/// 1 / X of a normal number whose reciprocal is normal: a linear guess of the
/// bits, off by less than 1/16, whose error each Newton step squares. Three
/// leave a unit in the last place, the fourth rounds correctly but where all
/// bits of X are set.
Value *FloatMath::reciprocal(Value *X, unsigned Steps) {
  constexpr uint32_t Guess = 0x7ef311c3u;
  Value *Y = asFloat(B.CreateSub(bits(Guess), asInt(X)));
  Value *Minus = B.CreateFNeg(X);
  for (unsigned N = 0; N != Steps; ++N)
    Y = fma(Y, fma(Minus, Y, real(1)), Y);
  return Y;
}

/// The remainder of a quotient cut towards zero: long division of the
/// fractions, a bit a step. Lanes have different numbers of steps, so vectors
/// take as many as there can be.
Value *FloatMath::remainder(Value *X, Value *Y, Instruction *Before) {
  constexpr unsigned MaxSteps = MaxExponent - 2;
  Value *XB = asInt(X);
  Value *XA = B.CreateAnd(XB, bits(~SignBit));
  Value *YA = B.CreateAnd(asInt(Y), bits(~SignBit));
  Value *XE = exponent(XA), *YE = exponent(YA);
  auto FractionOf = [&](Value *V) {
    return B.CreateOr(B.CreateAnd(V, bits(Fraction)), bits(Fraction + 1));
  };
  Value *M = FractionOf(XA), *N = FractionOf(YA);
  Value *Steps = B.CreateSub(XE, YE);
  Value *Count = B.getInt32(MaxSteps);
  if (!I->isVectorTy())
    Count = B.CreateBinaryIntrinsic(
        Intrinsic::smin,
        B.CreateBinaryIntrinsic(Intrinsic::smax, Steps, B.getInt32(0)), Count);

  BasicBlock *Head = Before->getParent();
  Instruction *Then = SplitBlockAndInsertIfThen(
      B.CreateICmpNE(Count, B.getInt32(0)), Before, /*Unreachable=*/false);
  BasicBlock *Guard = Then->getParent();
  auto [Body, Index] = SplitBlockAndInsertSimpleForLoop(Count, Then);
  BasicBlock *Loop = Body->getParent();
  BasicBlock *Exit = Then->getParent();
  auto *Left = PHINode::Create(I, 2, "", Loop->begin());
  B.SetInsertPoint(Body);
  auto Reduce = [&](Value *V) {
    return B.CreateSelect(B.CreateICmpUGE(V, N), B.CreateSub(V, N), V);
  };
  Value *Number =
      I->isVectorTy()
          ? B.CreateVectorSplat(cast<VectorType>(I)->getElementCount(), Index)
          : Index;
  Value *Next = B.CreateSelect(B.CreateICmpSLT(Number, Steps),
                               B.CreateShl(Reduce(Left), 1), Left);
  Left->addIncoming(M, Guard);
  Left->addIncoming(Next, Loop);
  B.SetInsertPoint(Before->getParent(), Before->getParent()->begin());
  PHINode *Merged = B.CreatePHI(I, 2);
  Merged->addIncoming(M, Head);
  Merged->addIncoming(Next, Exit);
  B.SetInsertPoint(Before);

  // The fraction that is left, times the unit of the divisor.
  Value *R = Reduce(Merged);
  Value *RB = asInt(B.CreateUIToFP(R, F));
  constexpr unsigned UnitBias = 127 + FractionBits;
  Value *E = B.CreateSub(B.CreateAdd(exponent(RB), YE), bits(UnitBias));
  Value *Result =
      B.CreateOr(B.CreateAnd(RB, bits(Fraction)), B.CreateShl(E, FractionBits));
  Result = B.CreateSelect(
      B.CreateOr(B.CreateICmpEQ(R, bits(0)), B.CreateICmpSLT(E, bits(1))),
      bits(0), Result);
  Result = B.CreateSelect(B.CreateICmpULT(XA, YA), XA, Result);
  Result = B.CreateSelect(B.CreateICmpEQ(XE, bits(0)), bits(0), Result);
  Result = B.CreateOr(Result, B.CreateAnd(XB, bits(SignBit)));
  Value *IsNaN = B.CreateOr(B.CreateOr(B.CreateICmpEQ(XE, bits(MaxExponent)),
                                       B.CreateICmpEQ(YE, bits(0))),
                            B.CreateICmpUGT(YA, bits(Infinity)));
  return asFloat(B.CreateSelect(IsNaN, bits(QuietNaN), Result));
}

/// bf16 by way of binary32, which has enough digits for the second rounding not
/// to matter: 24 >= 2 * 8 + 2. Lanes of 16 bits are the upper halves of words.
static Value *inFloat(IRBuilder<> &B, Type *Ty,
                      function_ref<Value *(FloatMath &, ArrayRef<Value *>)> Do,
                      ArrayRef<Value *> Args) {
  auto *Vector = dyn_cast<FixedVectorType>(Ty);
  if (Ty->getScalarType()->isFloatTy()) {
    FloatMath M(B, Ty);
    return Do(M, Args);
  }
  if (!Vector) {
    FloatMath M(B, B.getFloatTy());
    SmallVector<Value *, 2> Wide;
    for (Value *A : Args)
      Wide.push_back(B.CreateFPExt(A, B.getFloatTy()));
    return B.CreateFPTrunc(Do(M, Wide), Ty);
  }
  auto *WideTy =
      FixedVectorType::get(B.getFloatTy(), Vector->getNumElements() / 2);
  FloatMath M(B, WideTy);
  Value *Halves[2];
  for (unsigned Odd : {0, 1}) {
    SmallVector<Value *, 2> Wide;
    for (Value *A : Args) {
      Value *Bits = B.CreateBitCast(A, M.I);
      Wide.push_back(M.asFloat(Odd ? B.CreateAnd(Bits, M.bits(0xffff0000u))
                                   : B.CreateShl(Bits, 16)));
    }
    // Rounded to the nearest, to even; the one NaN stays one.
    Value *R = M.asInt(Do(M, Wide));
    Value *Up = B.CreateAdd(B.CreateAnd(B.CreateLShr(R, 16), M.bits(1)),
                            M.bits(0x7fff));
    Value *Rounded = B.CreateAdd(R, Up);
    Value *IsNaN =
        B.CreateICmpUGT(B.CreateAnd(R, M.bits(~SignBit)), M.bits(Infinity));
    R = B.CreateSelect(IsNaN, R, Rounded);
    Halves[Odd] =
        Odd ? B.CreateAnd(R, M.bits(0xffff0000u)) : B.CreateLShr(R, 16);
  }
  return B.CreateBitCast(B.CreateOr(Halves[0], Halves[1]), Ty);
}

static Value *expandFloatRemainder(BinaryOperator &I) {
  IRBuilder<> B(&I);
  return inFloat(B, I.getType(),
                 [&](FloatMath &M, ArrayRef<Value *> A) {
                   return M.remainder(A[0], A[1], &I);
                 },
                 {I.getOperand(0), I.getOperand(1)});
}

//===----------------------------------------------------------------------===//
// Integer division of vectors
//===----------------------------------------------------------------------===//

/// The upper words of the products of unsigned lanes, which LLVM has no
/// operation for.
static Value *mulHigh(IRBuilder<> &B, Value *X, Value *Y) {
  Module *M = B.GetInsertBlock()->getModule();
  FunctionCallee F = M->getOrInsertFunction(TPC::MulHighName, X->getType(),
                                            X->getType(), Y->getType());
  cast<Function>(F.getCallee())->setDoesNotAccessMemory();
  return B.CreateCall(F, {X, Y});
}

/// 32-bit lanes: 2^32 / Y from a reciprocal in binary32 that is a little too
/// small, one Newton step on integers, and at most two corrections.
static std::pair<Value *, Value *> divideWords(IRBuilder<> &B, Value *X,
                                               Value *Y) {
  FloatMath M(B, X->getType());
  constexpr double Scale = 4294966784.0; // 2^32 * (1 - 2^-23), rounded down
  Value *R = M.reciprocal(B.CreateUIToFP(Y, M.F), 3);
  Value *Z = B.CreateFPToUI(B.CreateFMul(R, M.real(Scale)), M.I);
  Z = B.CreateAdd(Z, mulHigh(B, Z, B.CreateMul(Z, B.CreateNeg(Y))));
  Value *Q = mulHigh(B, X, Z);
  Value *Left = B.CreateSub(X, B.CreateMul(Q, Y));
  for (unsigned N = 0; N != 2; ++N) {
    Value *Fits = B.CreateICmpUGE(Left, Y);
    Q = B.CreateSelect(Fits, B.CreateAdd(Q, M.bits(1)), Q);
    Left = B.CreateSelect(Fits, B.CreateSub(Left, Y), Left);
  }
  return {Q, Left};
}

/// Narrow lanes, each in a word of its own: (X + 1/2) * (1 / Y) cannot reach
/// the next integer as the product has 2 * 16 bits at most, less than the
/// reciprocal's error allows.
static Value *divideNarrow(IRBuilder<> &B, Value *X, Value *Y) {
  auto *Ty = cast<FixedVectorType>(X->getType());
  unsigned Width = Ty->getScalarSizeInBits();
  unsigned Parts = 32 / Width;
  auto *Words =
      FixedVectorType::get(B.getInt32Ty(), Ty->getNumElements() / Parts);
  FloatMath M(B, Words);
  Value *XW = B.CreateBitCast(X, Words), *YW = B.CreateBitCast(Y, Words);
  uint32_t Mask = maskTrailingOnes<uint32_t>(Width);
  Value *Result = nullptr;
  for (unsigned N = 0; N != Parts; ++N) {
    auto Part = [&](Value *V) {
      V = B.CreateAnd(B.CreateLShr(V, N * Width), M.bits(Mask));
      return B.CreateUIToFP(V, M.F);
    };
    Value *R = M.reciprocal(Part(YW), Width == 8 ? 2 : 3);
    Value *Q = B.CreateFMul(B.CreateFAdd(Part(XW), M.real(0.5)), R);
    Q = B.CreateAnd(B.CreateFPToUI(Q, M.I), M.bits(Mask));
    Q = B.CreateShl(Q, N * Width);
    Result = Result ? B.CreateOr(Result, Q) : Q;
  }
  return B.CreateBitCast(Result, Ty);
}

static Value *expandDivision(BinaryOperator &I) {
  IRBuilder<> B(&I);
  Type *Ty = I.getType();
  Value *X = I.getOperand(0), *Y = I.getOperand(1);
  bool IsSigned =
      I.getOpcode() == Instruction::SDiv || I.getOpcode() == Instruction::SRem;
  bool IsQuotient =
      I.getOpcode() == Instruction::SDiv || I.getOpcode() == Instruction::UDiv;
  Value *XSign = nullptr, *YSign = nullptr;
  auto Negate = [&](Value *V, Value *Sign) {
    return B.CreateSub(B.CreateXor(V, Sign), Sign);
  };
  if (IsSigned) {
    unsigned Top = Ty->getScalarSizeInBits() - 1;
    XSign = B.CreateAShr(X, Top);
    YSign = B.CreateAShr(Y, Top);
    X = Negate(X, XSign);
    Y = Negate(Y, YSign);
  }
  Value *Q, *R = nullptr;
  if (Ty->getScalarSizeInBits() == 32)
    std::tie(Q, R) = divideWords(B, X, Y);
  else
    Q = divideNarrow(B, X, Y);
  if (IsQuotient)
    return IsSigned ? Negate(Q, B.CreateXor(XSign, YSign)) : Q;
  if (!R)
    R = B.CreateSub(X, B.CreateMul(Q, Y));
  return IsSigned ? Negate(R, XSign) : R;
}

//===----------------------------------------------------------------------===//
// Predicates as numbers
//===----------------------------------------------------------------------===//

static Value *expandPredicateArithmetic(BinaryOperator &I) {
  IRBuilder<> B(&I);
  Value *X = I.getOperand(0), *Y = I.getOperand(1);
  switch (I.getOpcode()) {
  case Instruction::Add:
  case Instruction::Sub:
    return B.CreateXor(X, Y);
  case Instruction::Mul:
    return B.CreateAnd(X, Y);
  case Instruction::URem:
  case Instruction::SRem:
    return Constant::getNullValue(I.getType());
  case Instruction::UDiv:
  case Instruction::SDiv:
  case Instruction::Shl:
  case Instruction::LShr:
  case Instruction::AShr:
    // The other operand has one legal value.
    return X;
  default:
    return nullptr;
  }
}

static Value *expandPredicateCompare(ICmpInst &I) {
  IRBuilder<> B(&I);
  Value *X = I.getOperand(0), *Y = I.getOperand(1);
  // Signed, true is -1.
  switch (I.getPredicate()) {
  case ICmpInst::ICMP_EQ:
    return B.CreateNot(B.CreateXor(X, Y));
  case ICmpInst::ICMP_NE:
    return B.CreateXor(X, Y);
  case ICmpInst::ICMP_UGT:
  case ICmpInst::ICMP_SLT:
    return B.CreateAnd(X, B.CreateNot(Y));
  case ICmpInst::ICMP_ULT:
  case ICmpInst::ICMP_SGT:
    return B.CreateAnd(B.CreateNot(X), Y);
  case ICmpInst::ICMP_UGE:
  case ICmpInst::ICMP_SLE:
    return B.CreateOr(X, B.CreateNot(Y));
  default:
    return B.CreateOr(B.CreateNot(X), Y);
  }
}

//===----------------------------------------------------------------------===//
// Conversions
//===----------------------------------------------------------------------===//

/// binary16 is a type of memory only.
static Value *expandHalfToFloat(IRBuilder<> &B, Value *V, Type *To) {
  Value *H = B.CreateZExt(B.CreateBitCast(V, B.getInt16Ty()), B.getInt32Ty());
  Value *Sign = B.CreateShl(B.CreateAnd(H, 0x8000), 16);
  Value *Magnitude = B.CreateShl(B.CreateAnd(H, 0x7fff), 13);
  // Another bias; infinities and NaN keep the highest exponent.
  Value *Normal = B.CreateAdd(Magnitude, B.getInt32(112u << FractionBits));
  Value *Special = B.CreateOr(Magnitude, B.getInt32(Infinity));
  // Subnormal numbers are normal in binary32.
  Value *Small = B.CreateBitCast(
      B.CreateFMul(B.CreateUIToFP(B.CreateAnd(H, 0x7fff), B.getFloatTy()),
                   ConstantFP::get(B.getFloatTy(), 0x1p-24)),
      B.getInt32Ty());
  Value *R = B.CreateSelect(
      B.CreateICmpUGE(Magnitude, B.getInt32(0x1fu << FractionBits)), Special,
      Normal);
  R = B.CreateSelect(B.CreateICmpULT(Magnitude, B.getInt32(1u << FractionBits)),
                     Small, R);
  R = B.CreateBitCast(B.CreateOr(R, Sign), B.getFloatTy());
  return To->isFloatTy() ? R : B.CreateFPTrunc(R, To);
}

static Value *expandFloatToHalf(IRBuilder<> &B, Value *V) {
  FloatMath M(B, B.getFloatTy());
  if (!V->getType()->isFloatTy())
    V = B.CreateFPExt(V, M.F);
  Value *Bits = M.asInt(V);
  Value *Sign = B.CreateAnd(B.CreateLShr(Bits, 16), 0x8000);
  Value *Magnitude = B.CreateAnd(Bits, M.bits(~SignBit));
  // Nearest, to even, and another bias.
  Value *Rounded = B.CreateAdd(
      B.CreateAdd(Magnitude, M.bits(0xfff - (112u << FractionBits))),
      B.CreateAnd(B.CreateLShr(Magnitude, 13), 1));
  Value *R = B.CreateLShr(Rounded, 13);
  // 65520 and more are infinite, 2^-14 and more are normal.
  R = B.CreateSelect(B.CreateICmpUGE(Magnitude, M.bits(0x477ff000)),
                     M.bits(0x7c00), R);
  R = B.CreateSelect(B.CreateICmpUGT(Magnitude, M.bits(Infinity)),
                     M.bits(0x7e00), R);
  Value *Small =
      B.CreateFPToUI(B.CreateUnaryIntrinsic(
                         Intrinsic::roundeven,
                         B.CreateFMul(M.asFloat(Magnitude), M.real(0x1p24))),
                     M.I);
  R = B.CreateSelect(B.CreateICmpULT(Magnitude, M.bits(0x38800000)), Small, R);
  return B.CreateBitCast(B.CreateTrunc(B.CreateOr(R, Sign), B.getInt16Ty()),
                         B.getHalfTy());
}

static Value *expandCast(CastInst &I) {
  IRBuilder<> B(&I);
  Value *V = I.getOperand(0);
  Type *To = I.getType(), *From = V->getType();
  unsigned Width = To->getScalarSizeInBits();
  switch (I.getOpcode()) {
  case Instruction::SIToFP:
  case Instruction::UIToFP: {
    if (!From->isIntOrIntVectorTy(1))
      return nullptr;
    bool IsSigned = I.getOpcode() == Instruction::SIToFP;
    return B.CreateSelect(V, ConstantFP::get(To, IsSigned ? -1.0 : 1.0),
                          ConstantFP::get(To, 0.0));
  }
  case Instruction::FPToSI:
  case Instruction::FPToUI: {
    if (Width != 1)
      return nullptr;
    Type *Int = From->getWithNewType(
        B.getIntNTy(From->isVectorTy() ? From->getScalarSizeInBits() : 32));
    return B.CreateTrunc(B.CreateFPToSI(V, Int), To);
  }
  case Instruction::Trunc:
    if (Width != 1 || !From->isVectorTy())
      return nullptr;
    return B.CreateICmpNE(B.CreateAnd(V, ConstantInt::get(From, 1)),
                          Constant::getNullValue(From));
  case Instruction::FPExt:
    return From->isHalfTy() && To->isFloatTy() ? expandHalfToFloat(B, V, To)
                                               : nullptr;
  case Instruction::FPTrunc:
    return To->isHalfTy() && From->isFloatTy() ? expandFloatToHalf(B, V)
                                               : nullptr;
  default:
    return nullptr;
  }
}

//===----------------------------------------------------------------------===//
// Intrinsics of LLVM
//===----------------------------------------------------------------------===//

static Value *expandCopySign(IntrinsicInst &I) {
  IRBuilder<> B(&I);
  Type *Ty = I.getType();
  Type *Int = Ty->getWithNewType(B.getIntNTy(Ty->getScalarSizeInBits()));
  APInt Sign = APInt::getSignMask(Ty->getScalarSizeInBits());
  Value *Magnitude = B.CreateAnd(B.CreateBitCast(I.getArgOperand(0), Int),
                                 ConstantInt::get(Int, ~Sign));
  Value *Bit = B.CreateAnd(B.CreateBitCast(I.getArgOperand(1), Int),
                           ConstantInt::get(Int, Sign));
  return B.CreateBitCast(B.CreateOr(Magnitude, Bit), Ty);
}

/// Rounds, then converts.
static Value *expandRoundToInt(IntrinsicInst &I, Intrinsic::ID Round) {
  IRBuilder<> B(&I);
  return B.CreateFPToSI(B.CreateUnaryIntrinsic(Round, I.getArgOperand(0)),
                        I.getType());
}

Value *TPCExpandArithmetic::expandCall(IntrinsicInst &I) {
  switch (I.getIntrinsicID()) {
  case Intrinsic::copysign:
    return expandCopySign(I);
  case Intrinsic::lround:
  case Intrinsic::llround:
    return expandRoundToInt(I, Intrinsic::round);
  case Intrinsic::lrint:
  case Intrinsic::llrint:
    return expandRoundToInt(I, Intrinsic::rint);
  default:
    return nullptr;
  }
}

//===----------------------------------------------------------------------===//

static bool isMachineVector(const Type *Ty) {
  const auto *V = dyn_cast<FixedVectorType>(Ty);
  return V && V->getNumElements() > TPC::MaxSmallVector &&
         V->getPrimitiveSizeInBits() == TPCVectorBits;
}

/// What stands in place of the instruction; null if it stays.
Value *TPCExpandArithmetic::expand(Instruction &I) {
  Type *Ty = I.getType();
  if (auto *Call = dyn_cast<IntrinsicInst>(&I))
    return expandCall(*Call);
  if (auto *Cast = dyn_cast<CastInst>(&I))
    return expandCast(*Cast);
  if (auto *Compare = dyn_cast<ICmpInst>(&I))
    return Compare->getOperand(0)->getType()->isIntOrIntVectorTy(1)
               ? expandPredicateCompare(*Compare)
               : nullptr;
  auto *Op = dyn_cast<BinaryOperator>(&I);
  if (!Op)
    return nullptr;
  if (Ty->isIntOrIntVectorTy(1))
    return expandPredicateArithmetic(*Op);
  bool IsVector = isMachineVector(Ty);
  Type *Element = Ty->getScalarType();
  switch (I.getOpcode()) {
  case Instruction::FRem:
    if (Ty->isVectorTy() ? !IsVector
                         : !Element->isFloatTy() && !Element->isBFloatTy())
      return nullptr;
    return expandFloatRemainder(*Op);
  case Instruction::SDiv:
  case Instruction::UDiv:
  case Instruction::SRem:
  case Instruction::URem:
    return IsVector ? expandDivision(*Op) : nullptr;
  default:
    return nullptr;
  }
}

bool TPCExpandArithmetic::runOnFunction(Function &F) {
  SmallVector<Instruction *, 64> Work;
  for (Instruction &I : instructions(F))
    Work.push_back(&I);
  bool Changed = false;
  for (Instruction *I : Work) {
    Value *New = expand(*I);
    if (!New)
      continue;
    New->takeName(I);
    I->replaceAllUsesWith(New);
    I->eraseFromParent();
    Changed = true;
  }
  return Changed;
}
