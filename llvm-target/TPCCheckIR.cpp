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
#include "llvm/Transforms/Utils/Local.h"
#include <set>

using namespace llvm;

namespace {

class TPCCheckIR : public FunctionPass {
  uint32_t ScalarLoads = 0; ///< bit set of tensors

  std::string check(Instruction &I);
  std::string checkCall(const CallInst &Call);
  std::string checkMemory(const Instruction &I, Type *Ty, Type *Pointer);
  std::string checkCast(const CastInst &I);
  std::string checkArithmetic(const Instruction &I);
  std::string checkLane(const Instruction &I);
  void endAtUnreachable(Function &F);
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

/// Whether values of the type fit into registers: one, several words, or two
/// or four vectors.
static bool isMachineType(const Type *Ty) {
  if (Ty->isIntegerTy())
    return Ty->getIntegerBitWidth() <= 128;
  if (Ty->isPointerTy())
    return is_contained({1u, 2u, 3u}, Ty->getPointerAddressSpace());
  if (Ty->isFloatTy() || Ty->isBFloatTy() || Ty->isHalfTy())
    return true;
  if (auto *Struct = dyn_cast<StructType>(Ty))
    return all_of(Struct->elements(), isMachineType);
  const auto *Vector = dyn_cast<FixedVectorType>(Ty);
  if (!Vector)
    return false;
  const Type *Element = Vector->getElementType();
  unsigned Lanes = Vector->getNumElements();
  if (Element->isIntegerTy(1))
    return Lanes == 64 || Lanes == 128 || Lanes == 256;
  if (Element->isIntegerTy(32) && Lanes == TPC::NumDims)
    return true;
  bool IsLane = Element->isIntegerTy(8) || Element->isIntegerTy(16) ||
                Element->isIntegerTy(32) || Element->isFloatTy() ||
                Element->isBFloatTy();
  unsigned Bits = Lanes * Element->getScalarSizeInBits();
  return IsLane && Bits % TPCVectorBits == 0 &&
         is_contained({1u, 2u, 4u}, Bits / TPCVectorBits);
}

/// What to write instead of a type.
static const char *adviceFor(const Type *Ty) {
  if (Ty->getScalarType()->isDoubleTy())
    return "; the widest floating-point type is float";
  if (Ty->getScalarType()->isHalfTy())
    return "; half has no vectors, use bfloat or float";
  return "; registers hold integers, bfloat, float, <5 x i32> and vectors of "
         "2048 bits, also two and four of them";
}

static bool isIndex(const Type *Ty) {
  const auto *Vector = dyn_cast<FixedVectorType>(Ty);
  return Vector && Vector->getNumElements() == TPC::NumDims;
}

/// Two or four vectors.
static bool isGroup(const Type *Ty) {
  return Ty->isVectorTy() && Ty->getPrimitiveSizeInBits() > TPCVectorBits;
}

static bool isScalarMemory(const Type *Ty) {
  return Ty->isIntegerTy(32) || Ty->isFloatTy() || Ty->isPointerTy();
}

std::string TPCCheckIR::checkMemory(const Instruction &I, Type *Ty,
                                    Type *Pointer) {
  bool IsWide = Ty->isVectorTy() && !isIndex(Ty);
  switch (Pointer->getPointerAddressSpace()) {
  case TPCAS::Scalar:
    if (isScalarMemory(Ty))
      return "";
    return str(Ty) + " in scalar local memory; it holds 32-bit values" +
           (IsWide ? ", keep vectors in address space 2" : "");
  case TPCAS::Vector:
    if (IsWide)
      return "";
    if (isa<LoadInst>(I) && !isIndex(Ty) && Ty->isSingleValueType())
      return "a single element out of vector local memory; no instruction "
             "reads it: load the whole vector, or keep the array in scalar "
             "memory";
    return str(Ty) + " in vector local memory; it holds whole vectors";
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

/// Whether selection knows an intrinsic of LLVM, for types that registers hold.
static bool isKnownIntrinsic(Intrinsic::ID ID) {
  switch (ID) {
  case Intrinsic::smax:
  case Intrinsic::smin:
  case Intrinsic::umax:
  case Intrinsic::umin:
  case Intrinsic::abs:
  case Intrinsic::scmp:
  case Intrinsic::ucmp:
  case Intrinsic::maxnum:
  case Intrinsic::minnum:
  case Intrinsic::maximum:
  case Intrinsic::minimum:
  case Intrinsic::fabs:
  case Intrinsic::fma:
  case Intrinsic::fmuladd:
  case Intrinsic::floor:
  case Intrinsic::ceil:
  case Intrinsic::rint:
  case Intrinsic::nearbyint:
  case Intrinsic::round:
  case Intrinsic::roundeven:
  case Intrinsic::trunc:
  case Intrinsic::fptosi_sat:
  case Intrinsic::fptoui_sat:
  case Intrinsic::ctpop:
  case Intrinsic::ctlz:
  case Intrinsic::cttz:
  case Intrinsic::bitreverse:
  case Intrinsic::bswap:
  case Intrinsic::fshl:
  case Intrinsic::fshr:
  case Intrinsic::sadd_sat:
  case Intrinsic::uadd_sat:
  case Intrinsic::ssub_sat:
  case Intrinsic::usub_sat:
  case Intrinsic::sshl_sat:
  case Intrinsic::ushl_sat:
  case Intrinsic::sadd_with_overflow:
  case Intrinsic::uadd_with_overflow:
  case Intrinsic::ssub_with_overflow:
  case Intrinsic::usub_with_overflow:
  case Intrinsic::smul_with_overflow:
  case Intrinsic::umul_with_overflow:
  case Intrinsic::is_fpclass:
  case Intrinsic::expect:
  case Intrinsic::is_constant:
  case Intrinsic::objectsize:
    return true;
  default:
    return false;
  }
}

/// Intrinsics of LLVM that only tell something.
static bool isHint(Intrinsic::ID ID) {
  switch (ID) {
  case Intrinsic::dbg_declare:
  case Intrinsic::dbg_value:
  case Intrinsic::dbg_label:
  case Intrinsic::dbg_assign:
  case Intrinsic::lifetime_start:
  case Intrinsic::lifetime_end:
  case Intrinsic::invariant_start:
  case Intrinsic::invariant_end:
  case Intrinsic::assume:
  case Intrinsic::donothing:
  case Intrinsic::sideeffect:
  case Intrinsic::pseudoprobe:
  case Intrinsic::experimental_noalias_scope_decl:
  case Intrinsic::var_annotation:
    return true;
  default:
    return false;
  }
}

/// What the name of a missing function of mathematics may be replaced by.
static const char *adviceFor(Intrinsic::ID ID) {
  switch (ID) {
  case Intrinsic::sqrt:
    return "; use sqrt_f32 or v_sqrt_f32";
  case Intrinsic::exp:
  case Intrinsic::exp2:
  case Intrinsic::exp10:
    return "; use exp_f32 or v_exp_f32";
  case Intrinsic::log:
  case Intrinsic::log2:
  case Intrinsic::log10:
    return "; use log_f32 or v_log_f32";
  case Intrinsic::sin:
    return "; use sin_f32 or v_sin_f32";
  case Intrinsic::cos:
    return "; use cos_f32 or v_cos_f32";
  case Intrinsic::pow:
  case Intrinsic::powi:
    return "; use pow_f32 or v_pow_f32";
  case Intrinsic::memcpy:
  case Intrinsic::memmove:
    return "; copies stay in one memory, and in vector local memory their "
           "length is a constant multiple of 256 bytes";
  case Intrinsic::vastart:
  case Intrinsic::vaend:
  case Intrinsic::vacopy:
    return "; a function cannot have a variable number of arguments, as there "
           "is no stack";
  case Intrinsic::memset:
    return "; in vector local memory its length is a constant multiple of 256 "
           "bytes";
  default:
    return "; use the llvm.tpc intrinsics";
  }
}

std::string TPCCheckIR::checkCall(const CallInst &Call) {
  const Function *F = Call.getCalledFunction();
  if (Call.isInlineAsm())
    return ""; // TPCAsmOperands has looked at it
  if (!F)
    return "an indirect call";
  Intrinsic::ID ID = F->getIntrinsicID();
  // Others have been reported before, but for the intrinsics of the TPC.
  if (ID == Intrinsic::not_intrinsic || isHint(ID))
    return "";
  const Type *Ty =
      Call.arg_empty() ? Call.getType() : Call.getArgOperand(0)->getType();
  if (isKnownIntrinsic(ID) && !Ty->getScalarType()->isHalfTy() &&
      !(ID == Intrinsic::is_fpclass && !Ty->isFloatTy()) &&
      !(Ty->isVectorTy() && Call.getType()->isStructTy()))
    return "";
  return "'" + F->getName().str() + "' of " + str(Ty) + adviceFor(ID);
}

static std::string checkShuffle(const ShuffleVectorInst &I) {
  Type *Ty = I.getType(), *From = I.getOperand(0)->getType();
  if (getSplatValue(&I) || isIndex(Ty))
    return "";
  if (Ty->getScalarSizeInBits() == 1)
    return "a permutation of " + str(Ty) +
           "; predicates have 64, 128 or 256 lanes";
  if (isGroup(Ty) || isGroup(From))
    return isGroupShuffle(I) ? ""
                             : "a permutation of lanes of several vectors; "
                               "permute them one by one";
  return "";
}

std::string TPCCheckIR::checkLane(const Instruction &I) {
  const Type *Vector = I.getOperand(0)->getType();
  const Value *Index = I.getOperand(I.getNumOperands() - 1);
  if (isIndex(Vector)) {
    auto *C = dyn_cast<ConstantInt>(Index);
    return C && C->getValue().ult(TPC::NumDims)
               ? ""
               : "a coordinate whose number is not a constant below 5";
  }
  if (isa<ExtractElementInst>(I))
    return "a lane of a vector as a scalar; no instruction reads one: store "
           "the vector to a tensor and load the element with s_*_ld_g";
  if (isGroup(Vector))
    return "a single lane of several vectors; set it in one of them";
  if (Index->getType()->getIntegerBitWidth() > 32 && !isa<ConstantInt>(Index))
    return "a lane number of more than 32 bits";
  return "";
}

std::string TPCCheckIR::checkCast(const CastInst &I) {
  const Type *To = I.getDestTy(), *From = I.getSrcTy();
  bool IsVector = To->isVectorTy();
  bool IsHalf =
      To->getScalarType()->isHalfTy() || From->getScalarType()->isHalfTy();
  unsigned ToBits = To->getScalarSizeInBits();
  unsigned FromBits = From->getScalarSizeInBits();
  switch (I.getOpcode()) {
  case Instruction::BitCast:
    if (FromBits == 1 || ToBits == 1)
      return "a bitcast from " + str(From) + " to " + str(To) +
             "; predicates have no bits in common with numbers";
    // Between words and vectors there is no way.
    if (IsVector != From->isVectorTy())
      return "a bitcast from " + str(From) + " to " + str(To);
    return "";
  case Instruction::SExt:
  case Instruction::ZExt:
    if (IsVector &&
        (FromBits != 1 || isGroup(To) ||
         cast<FixedVectorType>(To)->getPrimitiveSizeInBits() != TPCVectorBits))
      return "a conversion between lane widths; use llvm.tpc.convert";
    return "";
  case Instruction::Trunc:
    return IsVector ? "a conversion between lane widths; use llvm.tpc.convert"
                    : "";
  case Instruction::AddrSpaceCast:
    return "a pointer whose memory is not known; keep pointers to scalar and "
           "vector local memory apart";
  case Instruction::IntToPtr:
  case Instruction::PtrToInt:
    if (To->isPointerTy() ? To->getPointerAddressSpace() == TPCAS::Global
                          : From->getPointerAddressSpace() == TPCAS::Global)
      return "a global address as a number";
    return "";
  case Instruction::FPExt:
  case Instruction::FPTrunc:
    if (IsHalf)
      return "this conversion of half; convert by way of float";
    [[fallthrough]];
  default:
    if (IsHalf)
      return "this conversion of half; convert by way of float";
    if (IsVector && ToBits != FromBits)
      return "a conversion between lane widths; use llvm.tpc.convert";
    return "";
  }
}

/// Operations that registers of this type do not have.
std::string TPCCheckIR::checkArithmetic(const Instruction &I) {
  Type *Ty = I.getOperand(0)->getType();
  bool IsFloat = Ty->isFPOrFPVectorTy();
  if (Ty->getScalarType()->isHalfTy())
    return "arithmetic on half; this machine has none: convert to float, "
           "compute, and convert back";
  switch (I.getOpcode()) {
  case Instruction::FDiv:
  case Instruction::FRem:
  case Instruction::UDiv:
  case Instruction::SDiv:
  case Instruction::URem:
  case Instruction::SRem:
    // What TPCExpandArithmetic has left over.
    if (Ty->isVectorTy() || IsFloat)
      return "a division of " + str(Ty) + "; divide one vector at a time";
    if (Ty->getIntegerBitWidth() > 64)
      return "a division of " + str(Ty);
    return "";
  case Instruction::ICmp:
  case Instruction::FCmp:
    if (isIndex(Ty) || isGroup(Ty))
      return "a comparison of " + str(Ty) + "; compare one " +
             (isIndex(Ty) ? "coordinate" : "vector") + " at a time";
    return "";
  default:
    return "";
  }
}

/// What is wrong with an instruction, empty if nothing is.
std::string TPCCheckIR::check(Instruction &I) {
  if (auto *Call = dyn_cast<CallInst>(&I)) {
    if (std::string Error = checkCall(*Call); !Error.empty())
      return Error;
    if (isa<DbgInfoIntrinsic>(I) || isHint(Call->getIntrinsicID()))
      return "";
  }
  if (!I.getType()->isVoidTy() && !isMachineType(I.getType()))
    return "a value of type " + str(I.getType()) + adviceFor(I.getType());
  for (const Value *Op : I.operands())
    if (!isa<BasicBlock, Function, MetadataAsValue, InlineAsm>(Op) &&
        !isMachineType(Op->getType()))
      return "an operand of type " + str(Op->getType()) +
             adviceFor(Op->getType());

  Type *Ty = I.getType();
  if (auto *Cast = dyn_cast<CastInst>(&I))
    return checkCast(*Cast);
  if (isa<BinaryOperator, UnaryOperator, CmpInst>(I))
    return checkArithmetic(I);
  switch (I.getOpcode()) {
  case Instruction::Load:
    if (I.isAtomic())
      return "an atomic access; each core has its local memories for itself";
    return checkMemory(I, Ty, I.getOperand(0)->getType());
  case Instruction::Store:
    if (I.isAtomic())
      return "an atomic access; each core has its local memories for itself";
    return checkMemory(I, I.getOperand(0)->getType(),
                       I.getOperand(1)->getType());
  case Instruction::GetElementPtr:
    if (Ty->isVectorTy() || Ty->getPointerAddressSpace() == TPCAS::Global)
      return "arithmetic on a global address; make the address with "
             "llvm.tpc.gen.addr";
    return "";
  case Instruction::Select:
    if (isGroup(Ty) && I.getOperand(0)->getType()->isVectorTy())
      return "a selection of lanes of several vectors; select one at a time";
    [[fallthrough]];
  case Instruction::PHI:
    if (Ty->isPointerTy() && Ty->getPointerAddressSpace() == TPCAS::Global)
      return "a choice between global addresses; choose between coordinates";
    return "";
  case Instruction::ExtractElement:
  case Instruction::InsertElement:
    return checkLane(I);
  case Instruction::ShuffleVector:
    return checkShuffle(cast<ShuffleVectorInst>(I));
  case Instruction::Br:
  case Instruction::Ret:
  case Instruction::Call:
  case Instruction::Freeze:
  case Instruction::Unreachable:
  case Instruction::ExtractValue:
  case Instruction::InsertValue:
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

/// What nothing uses need not exist.
static void removeDeadCode(Function &F) {
  SmallVector<WeakTrackingVH, 16> Dead;
  for (Instruction &I : instructions(F))
    if (isInstructionTriviallyDead(&I))
      Dead.push_back(&I);
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(Dead);
}

/// Where nothing comes behind, the kernel ends instead of running on into other
/// bytes. So it does at a trap.
void TPCCheckIR::endAtUnreachable(Function &F) {
  SmallVector<Instruction *, 4> Ends;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<IntrinsicInst>(&I))
      if (is_contained({Intrinsic::trap, Intrinsic::ubsantrap},
                       Call->getIntrinsicID()))
        Ends.push_back(&I);
  for (Instruction *I : Ends)
    changeToUnreachable(I);
  for (BasicBlock &BB : F)
    if (auto *U = dyn_cast<UnreachableInst>(BB.getTerminator())) {
      ReturnInst::Create(F.getContext(), nullptr, U->getIterator());
      U->eraseFromParent();
    }
}

bool TPCCheckIR::runOnFunction(Function &F) {
  if (F.hasFnAttribute("tpc-error"))
    return false;
  ScalarLoads = 0;
  bool HasErrors = false;
  LLVMContext &Ctx = F.getContext();
  // One operation of the source may have become many that are refused.
  std::set<std::pair<const MDNode *, std::string>> Said;
  auto Report = [&](const Twine &What, const DebugLoc &DL) {
    HasErrors = true;
    std::string Text = ("unsupported: " + What).str();
    if (!Said.insert({DL.get(), Text}).second)
      return;
    Ctx.diagnose(DiagnosticInfoUnsupported(
        F, Text,
        DL ? DiagnosticLocation(DL) : DiagnosticLocation(F.getSubprogram())));
  };
  if (!F.getReturnType()->isVoidTy())
    Report("a kernel that returns " + str(F.getReturnType()) +
               "; write results to a tensor",
           DebugLoc());
  for (const Argument &A : F.args()) {
    const Type *Ty = A.getType();
    if (!(Ty->isIntegerTy() && Ty->getIntegerBitWidth() <= 32) &&
        !Ty->isFloatTy() && !Ty->isBFloatTy())
      Report("a kernel parameter of type " + str(Ty) +
                 "; scalars of 32 bits or less are passed in registers, "
                 "tensors by number",
             DebugLoc());
  }
  if (F.getReturnType()->isVoidTy())
    endAtUnreachable(F);
  removeDeadCode(F);
  for (Instruction &I : instructions(F))
    if (std::string Error = check(I); !Error.empty())
      Report(Error, I.getDebugLoc());
  if (HasErrors) {
    dropKernelBody(F);
    return true;
  }
  sinkAddresses(F);
  F.addFnAttr("tpc-scalar-loads", utostr(ScalarLoads));
  return true;
}
