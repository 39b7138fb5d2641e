//===-- TPCWideConvert.cpp - Conversions of whole groups ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// llvm.tpc.convert of more than the instruction converts at once, and
// llvm.tpc.convert.linear. With R the ratio of the widths, element R*j+k of a
// narrow register belongs to element j of the k-th wide one (facts 8.3). The
// linear form puts a permutation before or behind that.
//
// assumed: CONVERT knows every pair of its types, and a conversion up reads the
// lane of each group that its switch names.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCISelLowering.h"
#include "TPCIntrinsicForms.h"
#include "TPCSubtarget.h"

using namespace llvm;
using namespace llvm::TPC;

static const IRField &getField(const Operation &Op, unsigned Group) {
  const auto *Field =
      find_if(Op.Fields, [=](const IRField &F) { return F.Group == Group; });
  assert(Field != Op.Fields.end() && "the record lists it");
  return *Field;
}

/// Registers of the wide type for one of the narrow type.
static unsigned getRatio(const Operation &Op) {
  size_t Sources = Op.Sources[0].size(), Results = Op.ResultVTs.size();
  return unsigned(std::max(Sources, Results) / std::min(Sources, Results));
}

/// Registers of the wide type that one instruction reads or writes.
static unsigned getWideCount(const Operation &Op) {
  const IRField &Target = getField(Op, GrpTargetType);
  uint64_t To = (Op.Switches & Target.mask()) >> Target.Lo;
  bool HasAllLanes = (Op.Type == TypeF32 && To == TypeBF16) ||
                     (Op.Type == TypeBF16 && To == TypeF32);
  return HasAllLanes ? getRatio(Op) : 1;
}

/// The part of the operation for some registers and a lane of each group.
static Operation getStep(const Operation &Op, unsigned FirstSource,
                         unsigned NumSources, unsigned FirstResult,
                         unsigned NumResults, unsigned Lane) {
  Operation Step = Op;
  auto Take = [](auto &List, unsigned First, unsigned Count) {
    List.erase(List.begin() + First + Count, List.end());
    List.erase(List.begin(), List.begin() + First);
  };
  Take(Step.Sources[0], FirstSource, NumSources);
  Take(Step.ResultVTs, FirstResult, NumResults);
  if (!Step.Income.empty())
    Take(Step.Income, FirstResult, NumResults);
  Step.Switches |= uint64_t(Lane) << getField(Op, GrpLaneSel).Lo;
  return Step;
}

/// Lane Ratio*j+k comes from lane j of the k-th part of the register.
static SDValue interleaveParts(SelectionDAG &DAG, const SDLoc &DL, SDValue V,
                               unsigned Ratio) {
  EVT VT = V.getValueType();
  unsigned Lanes = VT.getVectorNumElements();
  SmallVector<int, 256> Mask;
  for (unsigned I = 0; I != Lanes; ++I)
    Mask.push_back(int(I % Ratio * (Lanes / Ratio) + I / Ratio));
  return DAG.getVectorShuffle(VT, DL, V, DAG.getUNDEF(VT), Mask);
}

Expected<Parts> IntrinsicSelector::convertUp(Operation Op, bool IsLinear) {
  unsigned Ratio = getRatio(Op), Count = getWideCount(Op);
  if (IsLinear)
    for (SDValue &V : Op.Sources[0])
      V = interleaveParts(DAG, DL, V, Ratio);
  Parts Results;
  for (unsigned N = 0; N != Op.ResultVTs.size(); N += Count) {
    Expected<Parts> R = emit(getStep(Op, N / Ratio, 1, N, Count, N % Ratio));
    if (!R)
      return R.takeError();
    Results.append(*R);
  }
  return Results;
}

Expected<Parts> IntrinsicSelector::convertDown(const Operation &Op,
                                               bool IsLinear) {
  unsigned Ratio = getRatio(Op), Count = getWideCount(Op);
  Parts Results;
  for (unsigned N = 0; N != Op.ResultVTs.size(); ++N) {
    Parts Result;
    for (unsigned Lane = 0; Lane != Ratio; Lane += Count) {
      Operation Step =
          getStep(Op, N * Ratio + Lane, Count, N, 1, Count > 1 ? 0 : Lane);
      if (Lane)
        Step.Income = Result;
      Expected<Parts> R = emit(Step);
      if (!R)
        return R.takeError();
      Result = *R;
    }
    if (IsLinear)
      Result[0] = interleaveParts(
          DAG, DL, Result[0], Op.ResultVTs[N].getVectorNumElements() / Ratio);
    Results.append(Result);
  }
  return Results;
}

/// \p New where the guard holds, \p Old elsewhere, in lanes of \p Type.
Expected<Parts> IntrinsicSelector::moveGuarded(const Operation &Op, SDValue New,
                                               SDValue Old, StringRef Type) {
  Operation Move;
  Move.Mnemonic = "mov";
  Move.ResultVTs = {New.getSimpleValueType()};
  Move.Sources = {{New}};
  Move.Income = {Old};
  Move.Guard = Op.Guard;
  Move.Inverted = Op.Inverted;
  Move.Type = typeCode(Type);
  return emit(Move);
}

static StringRef integerOf(unsigned Width) {
  return Width == 8 ? "i8" : Width == 16 ? "i16" : "i32";
}

/// Under a vector predicate of the narrow elements, which the instructions do
/// not take: everything is converted, and then lanes are chosen. Lane j of the
/// k-th wide register has the predicate of element R*j+k.
Expected<Parts> IntrinsicSelector::convertGuarded(const Operation &Op) {
  unsigned Ratio = getRatio(Op);
  bool IsUp = Op.ResultVTs.size() > Op.Sources[0].size();
  if (std::min(Op.ResultVTs.size(), Op.Sources[0].size()) > 1)
    return makeIntrinsicError("a vector predicate has no lanes for the "
                              "elements of two narrow vectors; convert one at "
                              "a time");
  Operation Plain = Op;
  Plain.Guard = SDValue();
  Plain.Inverted = false;
  Plain.Income.clear();
  Expected<Parts> New = IsUp ? convertUp(Plain, /*IsLinear=*/false)
                             : convertDown(Plain, /*IsLinear=*/false);
  if (!New)
    return New.takeError();
  if (!IsUp)
    return moveGuarded(Op, (*New)[0], Op.Income[0],
                       integerOf(Op.ResultVTs[0].getScalarSizeInBits()));

  auto Splat = [&](MVT VT, uint32_t V) {
    return DAG.getNode(TPCISD::BCAST, DL, VT, DAG.getConstant(V, DL, MVT::i32));
  };
  Expected<Parts> Bytes =
      moveGuarded(Op, Splat(MVT::v256i8, 0xff), Splat(MVT::v256i8, 0), "i8");
  if (!Bytes)
    return Bytes.takeError();
  MVT VT = Op.ResultVTs[0];
  MVT Int = VT.changeVectorElementTypeToInteger();
  MVT Predicate = MVT::getVectorVT(MVT::i1, VT.getVectorNumElements());
  SDValue Lanes = DAG.getBitcast(Int, (*Bytes)[0]);
  for (auto [K, V] : enumerate(*New)) {
    unsigned First = VT.getScalarSizeInBits() / Ratio * unsigned(K);
    SDValue Byte =
        DAG.getNode(ISD::AND, DL, Int, Lanes, Splat(Int, 0xffu << First));
    V = DAG.getNode(
        ISD::VSELECT, DL, VT,
        DAG.getSetCC(DL, Predicate, Byte, Splat(Int, 0), ISD::SETNE), V,
        Op.Income[K]);
  }
  return New;
}

Expected<Parts> IntrinsicSelector::convertWide(const Operation &Op,
                                               bool IsLinear) {
  auto CountLanes = [](auto VTs) {
    unsigned Lanes = 0;
    for (MVT VT : VTs)
      Lanes += VT.isVector() ? VT.getVectorNumElements() : 1;
    return Lanes;
  };
  if (CountLanes(Op.ResultVTs) !=
      CountLanes(map_range(Op.Sources[0],
                           [](SDValue V) { return V.getSimpleValueType(); })))
    return makeIntrinsicError(
        "the source and the result must have the same number of elements");
  unsigned Ratio = getRatio(Op);
  bool HasVectorGuard = Op.Guard && Op.Guard.getValueType().isVector();
  if (IsLinear && !isAlways(Op))
    return makeIntrinsicError("the linear form takes no predicate");
  if (HasVectorGuard && Ratio > 1 && getWideCount(Op) == 1)
    return convertGuarded(Op);
  if (Op.ResultVTs.size() > Op.Sources[0].size())
    return convertUp(Op, IsLinear);
  return convertDown(Op, IsLinear && Ratio > 1);
}
