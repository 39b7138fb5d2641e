//===-- TPCCheckIR.cpp - What a kernel may contain ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Instruction selection aborts on what it cannot do. This pass runs before and
// says so with a source location and what to write instead; it also puts a few
// things into the form that selection knows.
//
//===----------------------------------------------------------------------===//

#include "TPC.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Pass.h"

using namespace llvm;

namespace {

class TPCCheckIR : public FunctionPass {
  uint32_t ScalarLoads = 0; ///< bit set of tensors

  std::string check(Instruction &I);
  std::string checkCall(const CallInst &Call);
  std::string checkMemory(const Instruction &I, Type *Ty, Type *Pointer);
  void sinkAddresses(Function &F);

public:
  static char ID;
  TPCCheckIR() : FunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC check IR"; }
  bool runOnFunction(Function &F) override;
};

} // namespace

char TPCCheckIR::ID = 0;

FunctionPass *llvm::createTPCCheckIRPass() { return new TPCCheckIR(); }

static std::string str(const Type *Ty) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << *Ty;
  return Text;
}

/// Whether values of the type fit into a register file.
static bool isMachineType(const Type *Ty) {
  if (Ty->isIntegerTy())
    return is_contained({1u, 8u, 16u, 32u}, Ty->getIntegerBitWidth());
  if (Ty->isPointerTy())
    return is_contained({1u, 2u, 3u}, Ty->getPointerAddressSpace());
  if (Ty->isFloatTy() || Ty->isBFloatTy())
    return true;
  const auto *Vector = dyn_cast<FixedVectorType>(Ty);
  if (!Vector)
    return false;
  const Type *Element = Vector->getElementType();
  unsigned Lanes = Vector->getNumElements();
  if (Element->isIntegerTy(1))
    return Lanes == 64 || Lanes == 128 || Lanes == 256;
  if (Element->isIntegerTy(32) && Lanes == 5)
    return true;
  // One, two or four registers.
  unsigned Bits = Element->getScalarSizeInBits();
  return isMachineType(Element) && Bits >= 8 &&
         is_contained({1u, 2u, 4u}, Lanes * Bits / TPCVectorBits) &&
         Lanes * Bits % TPCVectorBits == 0;
}

static bool isIndex(const Type *Ty) {
  const auto *Vector = dyn_cast<FixedVectorType>(Ty);
  return Vector && Vector->getNumElements() == 5;
}

std::string TPCCheckIR::checkMemory(const Instruction &I, Type *Ty,
                                    Type *Pointer) {
  bool IsWide = Ty->isVectorTy() && !isIndex(Ty);
  switch (Pointer->getPointerAddressSpace()) {
  case TPCAS::Scalar:
    if (Ty->isIntegerTy(32) || Ty->isFloatTy() || Ty->isPointerTy())
      return "";
    return str(Ty) + " in scalar local memory; it holds 32-bit values" +
           (IsWide ? ", keep vectors in address space 2" : "");
  case TPCAS::Vector:
    if (!IsWide)
      return str(Ty) + " in vector local memory; it holds whole vectors";
    if (Ty->getScalarSizeInBits() == 1 &&
        cast<FixedVectorType>(Ty)->getNumElements() != 256)
      return str(Ty) + " in memory; use <256 x i1>";
    return "";
  case TPCAS::Global:
    if (Ty->isIntegerTy(32) || Ty->isFloatTy())
      return "";
    return str(Ty) + " through a global address; use llvm.tpc.ld.tnsr or a "
                     "32-bit value";
  }
  return "a pointer of address space " +
         std::to_string(Pointer->getPointerAddressSpace()) +
         "; it has to be known as scalar (1) or vector (2) local memory";
}

std::string TPCCheckIR::checkCall(const CallInst &Call) {
  const Function *F = Call.getCalledFunction();
  if (Call.isInlineAsm())
    return "inline assembly";
  if (!F)
    return "an indirect call";
  switch (F->getIntrinsicID()) {
  case Intrinsic::not_intrinsic:
    // Reported before, but for the intrinsics of the TPC.
    return "";
  case Intrinsic::smax:
  case Intrinsic::smin:
  case Intrinsic::umax:
  case Intrinsic::umin:
  case Intrinsic::maxnum:
  case Intrinsic::minnum:
  case Intrinsic::fabs:
  case Intrinsic::fma:
  case Intrinsic::fmuladd:
  case Intrinsic::dbg_declare:
  case Intrinsic::dbg_value:
  case Intrinsic::dbg_label:
  case Intrinsic::lifetime_start:
  case Intrinsic::lifetime_end:
  case Intrinsic::assume:
  case Intrinsic::donothing:
    return "";
  case Intrinsic::abs:
    return Call.getType()->isIntegerTy() ? ""
                                         : "abs of vectors; use "
                                           "llvm.tpc.abs";
  default:
    return "'" + F->getName().str() + "'; use the llvm.tpc intrinsics";
  }
}

/// What is wrong with an instruction, empty if nothing is.
std::string TPCCheckIR::check(Instruction &I) {
  if (auto *Call = dyn_cast<CallInst>(&I)) {
    if (std::string Error = checkCall(*Call); !Error.empty())
      return Error;
    if (isa<DbgInfoIntrinsic>(I) || I.isLifetimeStartOrEnd() ||
        isa<AssumeInst>(I))
      return "";
  }
  if (isa<PtrToIntInst, IntToPtrInst>(I) &&
      (I.getType()->isIntegerTy(64) ||
       I.getOperand(0)->getType()->isIntegerTy(64)))
    return "a global address as a number";
  if (!I.getType()->isVoidTy() && !isMachineType(I.getType()))
    return "a value of type " + str(I.getType()) +
           "; registers hold i1, i8, i16, i32, bfloat, float, <5 x i32> and "
           "vectors of 2048 bits";
  // Front ends number lanes and members in 64 bits; constants do not count.
  bool HasNumbers =
      isa<InsertElementInst, ExtractElementInst, GetElementPtrInst>(I);
  for (const Value *Op : I.operands()) {
    if (HasNumbers && isa<ConstantInt>(Op))
      continue;
    if (!isa<BasicBlock, Function, MetadataAsValue, InlineAsm>(Op) &&
        !isMachineType(Op->getType()))
      return "an operand of type " + str(Op->getType());
  }

  Type *Ty = I.getType();
  bool IsVector = Ty->isVectorTy();
  switch (I.getOpcode()) {
  case Instruction::Load:
    return checkMemory(I, Ty, I.getOperand(0)->getType());
  case Instruction::Store:
    return checkMemory(I, I.getOperand(0)->getType(),
                       I.getOperand(1)->getType());
  case Instruction::GetElementPtr:
    if (Ty->getPointerAddressSpace() == TPCAS::Global)
      return "arithmetic on a global address; make the address with "
             "llvm.tpc.gen.addr";
    return "";
  case Instruction::PHI:
  case Instruction::Select:
    if (Ty->isPointerTy() && Ty->getPointerAddressSpace() == TPCAS::Global)
      return "a choice between global addresses; choose between coordinates";
    return "";
  case Instruction::Mul:
    if (IsVector && !isIndex(Ty) && Ty->getScalarSizeInBits() != 32)
      return "a product of " + str(Ty) + "; use llvm.tpc.mul";
    return "";
  case Instruction::UDiv:
  case Instruction::SDiv:
  case Instruction::URem:
  case Instruction::SRem:
    return IsVector ? "an integer division of vectors; divide scalars" : "";
  case Instruction::FDiv:
    // Those of a register's type have become calls of the library.
    return "a floating-point division of this type; divide float, bf16, "
           "float64 or bfloat128";
  case Instruction::FRem:
    return "a floating-point remainder; call v_mod_f32";
  case Instruction::Shl:
  case Instruction::LShr:
  case Instruction::AShr:
    return isIndex(Ty) ? "a shift of <5 x i32>; shift single coordinates" : "";
  case Instruction::ICmp:
  case Instruction::FCmp:
    return isIndex(I.getOperand(0)->getType())
               ? "a comparison of <5 x i32>; compare single coordinates"
               : "";
  case Instruction::ExtractElement:
    if (!isIndex(I.getOperand(0)->getType()))
      return "a lane of a vector as a scalar; no instruction does that";
    [[fallthrough]];
  case Instruction::InsertElement:
    if (isIndex(I.getOperand(0)->getType()) &&
        !isa<ConstantInt>(I.getOperand(I.getNumOperands() - 1)))
      return "a coordinate whose number is not a constant";
    // A lane on its way to all lanes is a broadcast.
    if (Ty->getScalarSizeInBits() == 1 && IsVector &&
        !all_of(I.users(), [](const User *U) { return getSplatValue(U); }))
      return "a single lane of a predicate";
    return "";
  case Instruction::ShuffleVector:
    if (isGroupShuffle(cast<ShuffleVectorInst>(I)))
      return "";
    return getSplatValue(&I) || isIndex(Ty)
               ? (isIndex(Ty) && !getSplatValue(&I)
                      ? "a permutation of <5 x i32>; set single coordinates"
                      : "")
               : "a permutation of lanes; use the llvm.tpc intrinsics for "
                 "lane moves";
  case Instruction::SExt:
  case Instruction::ZExt:
    return IsVector && I.getOperand(0)->getType()->getScalarSizeInBits() != 1
               ? "a conversion between lane widths; use llvm.tpc.convert"
               : "";
  case Instruction::Trunc:
    return IsVector ? "a conversion between lane widths; use llvm.tpc.convert"
                    : "";
  case Instruction::SIToFP:
    if (IsVector ? Ty->getScalarSizeInBits() != 32 : !Ty->isFloatTy())
      return "this conversion; convert by way of float";
    return "";
  case Instruction::FPToSI:
    if (IsVector ? Ty->getScalarSizeInBits() != 32
                 : !I.getOperand(0)->getType()->isFloatTy())
      return "this conversion; convert by way of float";
    return "";
  case Instruction::UIToFP:
  case Instruction::FPToUI:
    return "a conversion of unsigned numbers to or from floating point; use "
           "signed ones";
  case Instruction::FPExt:
  case Instruction::FPTrunc:
    return IsVector ? "a conversion between lane widths; use llvm.tpc.convert"
                    : "";
  case Instruction::BitCast: {
    Type *From = I.getOperand(0)->getType();
    if (From->getScalarSizeInBits() == 1 || Ty->getScalarSizeInBits() == 1 ||
        (!IsVector && Ty->getPrimitiveSizeInBits() != 32))
      return "a bitcast from " + str(From) + " to " + str(Ty);
    return "";
  }
  case Instruction::AddrSpaceCast:
    return "a pointer whose memory is not known; keep pointers to scalar and "
           "vector local memory apart";
  case Instruction::FNeg:
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::FAdd:
  case Instruction::FSub:
  case Instruction::FMul:
  case Instruction::And:
  case Instruction::Or:
  case Instruction::Xor:
  case Instruction::Br:
  case Instruction::Ret:
  case Instruction::Call:
  case Instruction::Freeze:
  case Instruction::IntToPtr:
  case Instruction::PtrToInt:
  case Instruction::Unreachable:
    return "";
  }
  return std::string("'") + I.getOpcodeName() + "'";
}

/// Address registers cannot be saved or copied: each access makes its own.
void TPCCheckIR::sinkAddresses(Function &F) {
  SmallVector<CallInst *, 8> Calls;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallInst>(&I))
      if (Call->getCalledFunction() &&
          Call->getCalledFunction()->getName().starts_with("llvm.tpc.gen.addr"))
        Calls.push_back(Call);
  for (CallInst *Call : Calls) {
    if (auto *Tensor = dyn_cast<ConstantInt>(Call->getArgOperand(1)))
      if (!Call->use_empty() && Tensor->getZExtValue() < 16)
        ScalarLoads |= 1u << Tensor->getZExtValue();
    for (Use &U : make_early_inc_range(Call->uses())) {
      auto *User = cast<Instruction>(U.getUser());
      if (isa<PHINode>(User))
        continue;
      Instruction *Copy = Call->clone();
      Copy->insertBefore(User);
      U.set(Copy);
    }
    if (Call->use_empty())
      Call->eraseFromParent();
  }
}

bool TPCCheckIR::runOnFunction(Function &F) {
  if (F.hasFnAttribute("tpc-error"))
    return false;
  ScalarLoads = 0;
  bool HasErrors = false;
  LLVMContext &Ctx = F.getContext();
  auto Report = [&](const Twine &What, const DebugLoc &DL) {
    HasErrors = true;
    Ctx.diagnose(DiagnosticInfoUnsupported(
        F, "unsupported: " + What,
        DL ? DiagnosticLocation(DL) : DiagnosticLocation(F.getSubprogram())));
  };
  if (!F.getReturnType()->isVoidTy())
    Report("a kernel that returns " + str(F.getReturnType()) +
               "; write results to a tensor",
           DebugLoc());
  constexpr unsigned MaxScalars = 31; // S0..S30 (facts 6.3)
  if (F.arg_size() > MaxScalars)
    Report("a kernel with more than " + Twine(MaxScalars) +
               " scalar parameters",
           DebugLoc());
  for (const Argument &A : F.args()) {
    const Type *Ty = A.getType();
    if (!(Ty->isIntegerTy() && isMachineType(Ty)) && !Ty->isFloatTy() &&
        !Ty->isBFloatTy())
      Report("a kernel parameter of type " + str(Ty) +
                 "; scalars of 32 bits or less are passed in registers, "
                 "tensors by number",
             DebugLoc());
  }
  for (BasicBlock &BB : F) {
    for (Instruction &I : make_early_inc_range(BB)) {
      std::string Error = check(I);
      if (Error.empty())
        continue;
      Report(Error, I.getDebugLoc());
    }
    // Nothing comes behind: end instead of running on into other bytes.
    if (auto *U = dyn_cast<UnreachableInst>(BB.getTerminator()))
      if (F.getReturnType()->isVoidTy()) {
        ReturnInst::Create(Ctx, nullptr, U->getIterator());
        U->eraseFromParent();
      }
  }
  if (HasErrors) {
    dropKernelBody(F);
    return true;
  }
  sinkAddresses(F);
  F.addFnAttr("tpc-scalar-loads", utostr(ScalarLoads));
  return true;
}
