//===-- TPCVectorLowering.cpp - Lanes of vectors --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Vectors of single values, permutations of lanes, and single lanes. Constants
// are TPCVectorConstants.cpp's.
//
// A vector is four dual groups of two groups of 32 bytes. MOV_DUAL_GROUP moves
// dual groups, SHUFFLE moves elements inside of each of them (facts 8.4). So a
// permutation takes, for every source that a dual group of the result has, one
// of each.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCISelLowering.h"
#include "TPCSubtarget.h"
#include "TPCVectorConstants.h"
#include "llvm/CodeGen/SelectionDAG.h"

using namespace llvm;
using namespace llvm::TPC;

static constexpr unsigned DualGroups = 4;
static constexpr unsigned DualGroupBytes = VectorBytes / DualGroups;

//===----------------------------------------------------------------------===//
// Vectors of single values
//===----------------------------------------------------------------------===//

/// The bits of a constant lane.
static std::optional<uint32_t> bitsOf(SDValue E, unsigned Width) {
  if (auto *C = dyn_cast<ConstantSDNode>(E))
    return uint32_t(C->getZExtValue()) & maskTrailingOnes<uint32_t>(Width);
  if (auto *C = dyn_cast<ConstantFPSDNode>(E))
    return uint32_t(C->getValueAPF().bitcastToAPInt().getZExtValue());
  return std::nullopt;
}

SDValue TPCTargetLowering::lowerBuildVector(SDValue Op,
                                            SelectionDAG &DAG) const {
  SDLoc DL(Op);
  MVT VT = Op.getSimpleValueType();
  NodeBuilder B{DAG, DL};
  auto *BV = cast<BuildVectorSDNode>(Op);
  if (SDValue Splat = BV->getSplatValue())
    return Splat.isUndef() ? DAG.getUNDEF(VT)
                           : DAG.getNode(TPCISD::BCAST, DL, VT, Splat);
  unsigned Width = VT.getScalarSizeInBits();
  LaneValues Constants;
  for (SDValue E : Op->ops())
    Constants.push_back(E.isUndef() ? std::nullopt : bitsOf(E, Width));

  SDValue Result;
  if (VT == MVT::v5i32) {
    for (SDValue E : Op->ops())
      if (!E.isUndef() && (!Result || isa<ConstantSDNode>(E)))
        Result = E;
    SDValue Base = Result;
    Result = DAG.getNode(TPCISD::BCAST, DL, VT, Base);
    for (auto [N, E] : enumerate(Op->ops()))
      if (!E.get().isUndef() && E != Base)
        Result = DAG.getNode(TPCISD::SETDIM, DL, VT, Result, E, B.number(N));
    return Result;
  }
  if (Width == 1)
    Result = predicateOf(
        B, VT, predicateBits(unsigned(Constants.size()), [&](unsigned L) {
          return Constants[L] && *Constants[L];
        }));
  else if (VT.isInteger())
    Result = vectorConstant(B, VT, Constants);
  else
    Result = DAG.getBitcast(
        VT, vectorConstant(B, integerVector(Width / 8), Constants));
  for (auto [N, E] : enumerate(Op->ops())) {
    if (E.get().isUndef() || Constants[N])
      continue;
    Result = DAG.getNode(ISD::INSERT_VECTOR_ELT, DL, VT, Result, E,
                         DAG.getConstant(N, DL, MVT::i32));
  }
  return Result;
}

//===----------------------------------------------------------------------===//
// Permutations
//===----------------------------------------------------------------------===//

namespace {

/// One source for each dual group of the result.
struct Step {
  bool IsSecond;
  std::array<int, DualGroups> From; ///< dual group of the source, -1: none
};

class Permutation {
  NodeBuilder B;
  SDValue Sources[2];
  ArrayRef<int> Mask;
  unsigned Width; ///< bytes of an element
  unsigned PerDual;
  MVT VT;

  std::optional<unsigned> sourceOf(unsigned Lane, const Step &S) const;
  SmallVector<Step, 8> plan() const;
  bool isInPlace(const Step &S) const;
  std::optional<unsigned> wholeGroups(const Step &S) const;
  SDValue moveDualGroups(const Step &S, unsigned Enables, SDValue Old);
  SDValue shuffle(const Step &S, SDValue From, SDValue Old);

public:
  Permutation(SelectionDAG &DAG, const SDLoc &DL, SDValue First, SDValue Second,
              ArrayRef<int> Mask)
      : B{DAG, DL}, Sources{First, Second}, Mask(Mask),
        Width(VectorBytes / unsigned(Mask.size())),
        PerDual(DualGroupBytes / Width), VT(First.getSimpleValueType()) {}
  SDValue build();
};

} // namespace

/// Where in its dual group the lane comes from, if it comes in this step.
std::optional<unsigned> Permutation::sourceOf(unsigned Lane,
                                              const Step &S) const {
  if (Mask[Lane] < 0)
    return std::nullopt;
  unsigned From = unsigned(Mask[Lane]);
  bool IsSecond = From >= Mask.size();
  From %= Mask.size();
  if (IsSecond != S.IsSecond || S.From[Lane / PerDual] != int(From / PerDual))
    return std::nullopt;
  return From % PerDual;
}

SmallVector<Step, 8> Permutation::plan() const {
  SmallVector<Step, 8> Steps;
  for (bool IsSecond : {false, true}) {
    // The dual groups that each one of the result needs.
    std::array<SmallVector<int, 4>, DualGroups> Needs;
    size_t Most = 0;
    for (unsigned Lane = 0; Lane != Mask.size(); ++Lane) {
      if (Mask[Lane] < 0 || (unsigned(Mask[Lane]) >= Mask.size()) != IsSecond)
        continue;
      auto &Need = Needs[Lane / PerDual];
      int Dual = int(unsigned(Mask[Lane]) % Mask.size() / PerDual);
      // The one that is in place first, so that it needs no move.
      if (!is_contained(Need, Dual))
        Need.insert(Dual == int(Lane / PerDual) ? Need.begin() : Need.end(),
                    Dual);
      Most = std::max(Most, Need.size());
    }
    for (size_t N = 0; N != Most; ++N) {
      Step S{IsSecond, {}};
      for (unsigned Dual = 0; Dual != DualGroups; ++Dual)
        S.From[Dual] = N < Needs[Dual].size() ? Needs[Dual][N] : -1;
      Steps.push_back(S);
    }
  }
  return Steps;
}

bool Permutation::isInPlace(const Step &S) const {
  for (unsigned Lane = 0; Lane != Mask.size(); ++Lane)
    if (auto From = sourceOf(Lane, S); From && *From != Lane % PerDual)
      return false;
  return true;
}

/// Write enables of the groups (two bits a dual group), if the step fills them
/// or leaves them alone.
std::optional<unsigned> Permutation::wholeGroups(const Step &S) const {
  unsigned Enables = 0;
  unsigned PerGroup = PerDual / 2;
  for (unsigned Group = 0; Group != 2 * DualGroups; ++Group) {
    unsigned Taken = 0, Others = 0;
    for (unsigned N = 0; N != PerGroup; ++N) {
      unsigned Lane = Group * PerGroup + N;
      Taken += sourceOf(Lane, S).has_value();
      Others += Mask[Lane] >= 0 && !sourceOf(Lane, S);
    }
    if (Taken && Others)
      return std::nullopt;
    Enables |= unsigned(Taken != 0) << Group;
  }
  return Enables;
}

SDValue Permutation::moveDualGroups(const Step &S, unsigned Enables,
                                    SDValue Old) {
  constexpr unsigned Opcode = TPC::VPU_MOV_DG_ALL_V_V;
  SDValue From = Sources[S.IsSecond];
  uint64_t Word = 0;
  for (unsigned Dual = 0; Dual != DualGroups; ++Dual) {
    std::string Number = std::to_string(Dual);
    unsigned Source = S.From[Dual] < 0 ? Dual : unsigned(S.From[Dual]);
    Word |= switchBits(Opcode, "sdg" + Number, Source);
    Word |= switchBits(Opcode, "weg" + Number, Enables >> (2 * Dual) & 3);
  }
  SmallVector<SDValue, 6> Ops = {From, B.number(0xffffffffu),
                                 B.number(Word, MVT::i64), B.always(),
                                 B.number(0, MVT::i1)};
  if (Old)
    Ops.push_back(Old);
  return B.machine(Opcode, VT, Ops);
}

SDValue Permutation::shuffle(const Step &S, SDValue From, SDValue Old) {
  constexpr unsigned Enable = 0x80, Upper = 0x20;
  LaneValues Control;
  for (unsigned Lane = 0; Lane != Mask.size(); ++Lane) {
    std::optional<unsigned> Source = sourceOf(Lane, S);
    unsigned PerGroup = PerDual / 2;
    if (Source)
      Control.push_back(Enable | (*Source >= PerGroup ? Upper : 0) |
                        *Source % PerGroup);
    else if (Mask[Lane] < 0)
      Control.push_back(std::nullopt);
    else
      Control.push_back(0);
  }
  SDValue C = vectorConstant(B, integerVector(Width), Control);
  unsigned Type = typeCode(Width == 4 ? "i32" : Width == 2 ? "i16" : "i8");
  SmallVector<SDValue, 6> Ops = {From, B.DAG.getBitcast(VT, C), B.number(Type),
                                 B.always(), B.number(0, MVT::i1)};
  if (Old)
    Ops.push_back(Old);
  return B.machine(TPC::VPU_SHUFFLE_V_V_V, VT, Ops);
}

SDValue Permutation::build() {
  constexpr unsigned AllGroups = 0xff;
  SDValue Result;
  for (const Step &S : plan()) {
    bool IsMoved = false;
    for (unsigned Dual = 0; Dual != DualGroups; ++Dual)
      IsMoved |= S.From[Dual] >= 0 && S.From[Dual] != int(Dual);
    bool IsInPlace = isInPlace(S);
    if (IsInPlace && !Result) {
      // What it writes beside its lanes is written again later.
      Result = IsMoved ? moveDualGroups(S, AllGroups, SDValue())
                       : Sources[S.IsSecond];
      continue;
    }
    if (std::optional<unsigned> Groups = wholeGroups(S); IsInPlace && Groups) {
      Result = moveDualGroups(S, *Groups, Result);
      continue;
    }
    SDValue From =
        IsMoved ? moveDualGroups(S, AllGroups, SDValue()) : Sources[S.IsSecond];
    Result = shuffle(S, From, Result);
  }
  return Result ? Result : B.DAG.getUNDEF(VT);
}

/// The scalar in all lanes of \p Source, or in one of them.
static SDValue scalarOfLane(SDValue Source, int Lane) {
  switch (Source.getOpcode()) {
  case TPCISD::BCAST:
    return Source.getOperand(0);
  case ISD::SCALAR_TO_VECTOR:
    return Lane == 0 ? Source.getOperand(0) : SDValue();
  case ISD::BUILD_VECTOR:
    return Source.getOperand(Lane);
  case TPCISD::LANESET:
  case TPCISD::SETDIM:
  case ISD::INSERT_VECTOR_ELT:
    if (auto *C = dyn_cast<ConstantSDNode>(Source.getOperand(2)))
      return C->getZExtValue() == unsigned(Lane)
                 ? Source.getOperand(1)
                 : scalarOfLane(Source.getOperand(0), Lane);
    break;
  }
  return SDValue();
}

/// Coordinates are set one by one, in the operand of which most stay.
static SDValue lowerIndexShuffle(const ShuffleVectorSDNode &Shuffle,
                                 SelectionDAG &DAG) {
  SDLoc DL(&Shuffle);
  ArrayRef<int> Mask = Shuffle.getMask();
  int Dims = int(Mask.size());
  auto CountStaying = [&](int Operand) {
    return count_if(enumerate(Mask), [&](auto E) {
      return E.value() == int(E.index()) + Operand * Dims;
    });
  };
  int Base = CountStaying(1) > CountStaying(0);
  SDValue Result = Shuffle.getOperand(unsigned(Base));
  for (int N = 0; N != Dims; ++N) {
    int From = Mask[unsigned(N)];
    if (From < 0 || From == N + Base * Dims)
      continue;
    SDValue Source = Shuffle.getOperand(From >= Dims);
    SDValue Dim = scalarOfLane(Source, From % Dims);
    if (Dim && Dim.isUndef())
      continue;
    if (!Dim)
      Dim = DAG.getNode(
          TPCISD::GETDIM, DL, MVT::i32, Source,
          DAG.getTargetConstant(unsigned(From % Dims), DL, MVT::i32));
    Result = DAG.getNode(TPCISD::SETDIM, DL, MVT::v5i32, Result, Dim,
                         DAG.getTargetConstant(unsigned(N), DL, MVT::i32));
  }
  return Result;
}

SDValue TPCTargetLowering::lowerShuffle(SDValue Op, SelectionDAG &DAG) const {
  SDLoc DL(Op);
  auto *Shuffle = cast<ShuffleVectorSDNode>(Op);
  EVT VT = Op.getValueType();
  int Lanes = int(VT.getVectorNumElements());
  if (Shuffle->isSplat()) {
    int Lane = Shuffle->getSplatIndex();
    if (Lane < 0)
      return DAG.getUNDEF(VT);
    SDValue Source = Op.getOperand(Lane >= Lanes);
    if (SDValue Scalar = scalarOfLane(Source, Lane % Lanes))
      return Scalar.isUndef() ? DAG.getUNDEF(VT)
                              : DAG.getNode(TPCISD::BCAST, DL, VT, Scalar);
  }
  if (VT.getScalarSizeInBits() == 1)
    return refuse(Op, DAG, "a permutation of predicates");
  if (VT == MVT::v5i32)
    return lowerIndexShuffle(*Shuffle, DAG);
  return Permutation(DAG, DL, Op.getOperand(0), Op.getOperand(1),
                     Shuffle->getMask())
      .build();
}

//===----------------------------------------------------------------------===//
// Single lanes
//===----------------------------------------------------------------------===//

MCRegister TPC::laneIds(MVT VT) {
  switch (VT.getScalarSizeInBits()) {
  case 8:
    return TPC::V_LANE_ID_8;
  case 16:
    return TPC::V_LANE_ID_16;
  default:
    return TPC::V_LANE_ID_32;
  }
}

SDValue TPCTargetLowering::lowerInsert(SDValue Op, SelectionDAG &DAG) const {
  SDLoc DL(Op);
  EVT VT = Op.getValueType();
  SDValue Old = Op.getOperand(0), New = Op.getOperand(1);
  SDValue Lane = DAG.getZExtOrTrunc(Op.getOperand(2), DL, MVT::i32);
  if (VT == MVT::v5i32) {
    auto *C = dyn_cast<ConstantSDNode>(Lane);
    if (!C || C->getZExtValue() >= NumDims)
      return refuse(Op, DAG, "a coordinate whose number is not a constant");
    return DAG.getNode(TPCISD::SETDIM, DL, VT, Old, New,
                       DAG.getTargetConstant(C->getZExtValue(), DL, MVT::i32));
  }
  if (VT.getVectorElementType() != MVT::i1)
    return DAG.getNode(TPCISD::LANESET, DL, VT, Old, New, Lane);
  MVT Number = integerVector(VectorBytes / VT.getVectorNumElements());
  SDValue IsLane =
      DAG.getSetCC(DL, VT, DAG.getNode(TPCISD::LANEIDS, DL, Number),
                   DAG.getNode(TPCISD::BCAST, DL, Number, Lane), ISD::SETEQ);
  return DAG.getNode(ISD::VSELECT, DL, VT, IsLane,
                     DAG.getNode(TPCISD::BCAST, DL, VT,
                                 DAG.getAnyExtOrTrunc(New, DL, MVT::i1)),
                     Old);
}

SDValue TPCTargetLowering::lowerExtract(SDValue Op, SelectionDAG &DAG) const {
  SDLoc DL(Op);
  SDValue Source = Op.getOperand(0);
  auto *C = dyn_cast<ConstantSDNode>(Op.getOperand(1));
  if (C || Source.getOpcode() == TPCISD::BCAST)
    if (SDValue Scalar = scalarOfLane(Source, C ? int(C->getZExtValue()) : 0))
      if (Scalar.getValueType() == Op.getValueType())
        return Scalar;
  if (Source.getValueType() != MVT::v5i32 || !C || C->getZExtValue() >= NumDims)
    return refuse(Op, DAG,
                  "an operation that needs single lanes as scalars; no "
                  "instruction reads them");
  return DAG.getNode(TPCISD::GETDIM, DL, MVT::i32, Source,
                     DAG.getTargetConstant(C->getZExtValue(), DL, MVT::i32));
}

/// Predicates to lanes: select between two constants.
SDValue TPCTargetLowering::lowerExtend(SDValue Op, SelectionDAG &DAG) const {
  SDLoc DL(Op);
  MVT VT = Op.getSimpleValueType();
  SDValue Source = Op.getOperand(0);
  if (Source.getValueType().getVectorElementType() != MVT::i1)
    return refuse(Op, DAG, "a conversion between lane widths");
  NodeBuilder B{DAG, DL};
  return DAG.getNode(
      ISD::VSELECT, DL, VT, Source,
      B.splat(VT, Op.getOpcode() == ISD::SIGN_EXTEND ? 0xffffffffu : 1),
      B.splat(VT, 0));
}

/// 16-bit lanes: the machine has products of 32 bits, those of even lanes in
/// the first register and those of odd lanes in the second. 8-bit lanes: even
/// and odd bytes of 16-bit lanes.
SDValue TPCTargetLowering::lowerNarrowProduct(SDValue Op,
                                              SelectionDAG &DAG) const {
  SDLoc DL(Op);
  MVT VT = Op.getSimpleValueType();
  SDValue A = Op.getOperand(0), C = Op.getOperand(1);
  bool IsByte = VT == MVT::v256i8;
  MVT WideVT = IsByte ? MVT::v128i16 : MVT::v64i32;
  unsigned Bits = IsByte ? 8 : 16;
  NodeBuilder B{DAG, DL};
  SDValue Even, Odd;
  if (IsByte) {
    A = DAG.getBitcast(WideVT, A);
    C = DAG.getBitcast(WideVT, C);
    auto High = [&](SDValue X) {
      return B.op(ISD::SRL, WideVT, X, B.splat(WideVT, Bits));
    };
    Even = B.op(ISD::MUL, WideVT, A, C);
    Odd = B.op(ISD::MUL, WideVT, High(A), High(C));
  } else {
    SDValue Wide =
        DAG.getNode(TPCISD::MULWIDE, DL, DAG.getVTList(WideVT, WideVT), A, C);
    Even = Wide.getValue(0);
    Odd = Wide.getValue(1);
  }
  Even = B.op(ISD::AND, WideVT, Even, B.splat(WideVT, (1u << Bits) - 1));
  Odd = B.op(ISD::SHL, WideVT, Odd, B.splat(WideVT, Bits));
  return DAG.getBitcast(VT, B.op(ISD::OR, WideVT, Even, Odd));
}
