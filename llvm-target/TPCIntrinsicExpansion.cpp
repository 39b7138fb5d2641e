//===-- TPCIntrinsicExpansion.cpp - Intrinsics of several instructions ----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The llvm.tpc.* functions without a mnemonic of their own: registers that are
// read or written, and what takes several instructions.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCIntrinsicForms.h"
#include "TPCSubtarget.h"

using namespace llvm;
using namespace llvm::TPC;

/// The integer type with lanes of this width.
static StringRef getIntSuffix(unsigned Bits) {
  return Bits == 8 ? "i8" : Bits == 16 ? "i16" : "i32";
}

//===----------------------------------------------------------------------===//
// Registers
//===----------------------------------------------------------------------===//

/// A copy of a special register, under the guard of the call.
Expected<Parts> IntrinsicSelector::emitSpecial(const IntrinsicInfo &Info,
                                               const IntrinsicCall &Call,
                                               MCRegister Reg) {
  Expected<Operation> Op = sort(Info, Call);
  if (!Op)
    return Op.takeError();
  MVT VT = Call.ResultVTs[0];
  Op->Mnemonic = "mov";
  Op->IsOrdered = is_contained(
      {TPC::LFSR, TPC::S_LFSR, TPC::LFSR_NO_CHANGE, TPC::S_LFSR_NO_CHANGE},
      Reg.id());
  Op->Sources.push_back({DAG.getRegister(Reg, VT)});
  Op->Type = typeCode(getIntSuffix(VT.getScalarSizeInBits()));
  return emit(*Op);
}

/// MOV to the random register: the one form without a result.
Expected<Parts> IntrinsicSelector::emitSeed(const IntrinsicInfo &Info,
                                            const IntrinsicCall &Call) {
  Expected<Operation> Op = sort(Info, Call);
  if (!Op)
    return Op.takeError();
  Op->Mnemonic = "mov";
  return emit(*Op);
}

namespace {

/// A register of the configuration space (facts 3.3); arrays are of tensors,
/// then of dimensions.
struct ConfigRegister {
  uint32_t Offset, Stride, Stride2;
};

#define TPC_CONFIG_REGISTER(Name, Offset, Stride, Stride2)                     \
  constexpr ConfigRegister Name = {Offset, Stride, Stride2};
#include "TPCGenConfigRegisters.inc"

} // namespace

static const ConfigRegister &getConfigRegister(StringRef What) {
  if (What == "dim.size")
    return TENSOR_DIM_SIZE;
  if (What == "dim.stride")
    return TENSOR_DIM_STRIDE;
  if (What == "pad.value")
    return TENSOR_PADDING_VALUE;
  if (What == "semaphore.value")
    return SEMAPHORE;
  // One register rounds arithmetic and conversions (facts 3.3).
  assert(What == "csr.value" || What == "convert.csr.value");
  return ROUND_CSR;
}

SDValue IntrinsicSelector::getConfigAddress(const IntrinsicInfo &Info,
                                            const IntrinsicCall &Call) {
  const ConfigRegister &Reg =
      getConfigRegister(Info.Name.drop_front(strlen("get.")));
  SDValue Address = DAG.getConstant(Reg.Offset, DL, MVT::i32);
  for (auto [Kind, Arg] : zip(Info.Args, Call.Args)) {
    if (Kind != ArgKind::Reg && Kind != ArgKind::Dim)
      continue;
    uint32_t Stride = Kind == ArgKind::Reg ? Reg.Stride : Reg.Stride2;
    SDValue Offset = DAG.getNode(ISD::MUL, DL, MVT::i32, Arg[0],
                                 DAG.getConstant(Stride, DL, MVT::i32));
    Address = DAG.getNode(ISD::ADD, DL, MVT::i32, Address, Offset);
  }
  return Address;
}

/// LD_L or ST_L in the configuration space.
Expected<Parts> IntrinsicSelector::emitConfig(const IntrinsicInfo &Info,
                                              const IntrinsicCall &Call) {
  static const IRField Mmio[] = {{GrpMmio, 0, 1}};
  if (Error E = checkArity(Info, Call))
    return E;
  Operation Op;
  Op.Mnemonic = Call.ResultVTs.empty() ? "st_l" : "ld_l";
  Op.ResultVTs = Call.ResultVTs;
  Op.Fields = Mmio;
  Op.Switches = 1;
  Op.Sources.push_back({getConfigAddress(Info, Call)});
  for (auto [Kind, Arg] : zip(Info.Args, Call.Args))
    if (Kind == ArgKind::Src)
      Op.Sources.push_back(Arg);
  return emit(Op);
}

//===----------------------------------------------------------------------===//
// Conversions
//===----------------------------------------------------------------------===//

/// CONVERT_[U]INT<width of the source>, which only the name of the function
/// has: <result>.<source>.<shift>.<guard>.
static Expected<StringRef> getConvertMnemonic(const IntrinsicInfo &Info,
                                              const IntrinsicCall &Call) {
  StringRef Source =
      getIntrinsicTypes(Call.Name, Info).split('.').second.split('.').first;
  bool IsUnsigned = Info.Name == "convert.uint";
  if (Source.ends_with("i32"))
    return IsUnsigned ? "convert_uint32" : "convert_int32";
  if (Source.ends_with("i16"))
    return IsUnsigned ? "convert_uint16" : "convert_int16";
  return makeIntrinsicError("the source must have elements of 16 or 32 bits");
}

//===----------------------------------------------------------------------===//
// The choice
//===----------------------------------------------------------------------===//

Expected<Parts> IntrinsicSelector::expand(const IntrinsicInfo &Info,
                                          const IntrinsicCall &Call) {
  StringRef Name = Info.Name;
  bool IsWrite = Name.starts_with("set.") || Name.starts_with("write.");
  if (Call.ResultVTs.empty() != IsWrite)
    return makeIntrinsicError(IsWrite ? "this function has no result"
                                      : "this function has a result");
  // Index space: registers that keep it all the time (facts 6.1).
  if (Name == "get.index.space.offset" || Name == "get.index.space.size") {
    MCRegister Reg = Name.ends_with("size") ? TPC::I1 : TPC::I0;
    SDValue Copy = DAG.getCopyFromReg(Chain, DL, Reg, MVT::v5i32);
    Chain = Copy.getValue(1);
    return Parts{Copy};
  }
  if (Name == "read.lane.id")
    return emitSpecial(Info, Call, laneIds(Call.ResultVTs[0]));
  if (Name == "read.lfsr")
    return emitSpecial(Info, Call, TPC::LFSR);
  if (Name == "read.lfsrnc")
    return emitSpecial(Info, Call, TPC::LFSR_NO_CHANGE);
  if (Name == "s.read.lfsrnc")
    return emitSpecial(Info, Call, TPC::S_LFSR_NO_CHANGE);
  if (Name == "write.lfsr")
    return emitSeed(Info, Call);
  if (Name == "s.read.lfsr")
    return emitSpecial(Info, Call, TPC::S_LFSR);
  if (Name.starts_with("get.") || Name.starts_with("set."))
    return emitConfig(Info, Call);
  if (Name == "convert.int" || Name == "convert.uint") {
    Expected<StringRef> Mnemonic = getConvertMnemonic(Info, Call);
    if (!Mnemonic)
      return Mnemonic.takeError();
    Expected<Operation> Op = sort(Info, Call);
    if (!Op)
      return Op.takeError();
    Op->Mnemonic = *Mnemonic;
    return emit(*Op);
  }
  if (Name == "convert" || Name == "convert.linear") {
    Expected<Operation> Op = sort(Info, Call);
    if (!Op)
      return Op.takeError();
    Op->Mnemonic = "convert";
    if (Op->Sources[0].size() == 1 && Op->ResultVTs.size() == 1)
      return emit(*Op);
    return convertWide(*Op, Name == "convert.linear");
  }
  llvm_unreachable("a function without a mnemonic and without code");
}
