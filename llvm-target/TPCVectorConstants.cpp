//===-- TPCVectorConstants.cpp - Vectors of constants ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// There are no vectors in memory to load: constants with different lanes are
// computed, from the numbers of the lanes where these have a rule, or else from
// predicates of constant bits.
//
//===----------------------------------------------------------------------===//

#include "TPCVectorConstants.h"
#include "TPCSubtarget.h"
#include <map>

using namespace llvm;
using namespace llvm::TPC;

SDValue TPC::predicateOf(NodeBuilder &B, MVT VT, const PredicateWords &W) {
  std::map<uint32_t, unsigned> Count;
  uint32_t Most = W[0];
  for (uint32_t Word : W)
    if (++Count[Word] > Count[Most])
      Most = Word;
  SDValue P = B.machine(TPC::VPU_MOV_VP_IMM, VT,
                        {B.number(Most), B.always(), B.number(0, MVT::i1)});
  for (unsigned N = 0; N != W.size(); ++N)
    if (W[N] != Most)
      P = B.machine(
          TPC::VPU_MOV_FLAVOR_VP_IMM, VT,
          {B.number(N), B.number(W[N]), B.always(), B.number(0, MVT::i1), P});
  return P;
}

PredicateWords TPC::predicateBits(unsigned Lanes,
                                  function_ref<bool(unsigned)> Is) {
  PredicateWords Words = {};
  unsigned Width = VectorBytes / Lanes;
  for (unsigned Bit = 0; Bit != VectorBytes; ++Bit)
    if (Is(Bit / Width))
      Words[Bit / 32] |= 1u << Bit % 32;
  return Words;
}

/// Numbers that are linear in the lane: A * lane + C.
static SDValue linearConstant(NodeBuilder &B, MVT VT, const LaneValues &V) {
  uint32_t Mask = maskTrailingOnes<uint32_t>(VT.getScalarSizeInBits());
  if (!V[0] || !V[1])
    return SDValue();
  uint32_t C = *V[0], A = *V[1] - C;
  for (auto [Lane, X] : enumerate(V))
    if (X && ((A * uint32_t(Lane) + C - *X) & Mask))
      return SDValue();
  SDValue R = B.DAG.getNode(TPCISD::LANEIDS, B.DL, VT);
  if ((A & Mask) == Mask)
    return B.op(ISD::SUB, VT, B.splat(VT, C), R);
  if (isPowerOf2_32(A & Mask))
    R = B.op(ISD::SHL, VT, R, B.splat(VT, Log2_32(A & Mask)));
  else if (VT == MVT::v64i32)
    R = B.op(ISD::MUL, VT, R, B.splat(VT, A));
  else
    return SDValue();
  return B.op(ISD::ADD, VT, R, B.splat(VT, C));
}

/// Numbers whose bits are sums (exclusive or) of bits of the lane's number, as
/// in butterflies and reversals. One masked shift a distance.
static SDValue bitLinearConstant(NodeBuilder &B, MVT VT, const LaneValues &V) {
  if (!all_of(V, [](auto X) { return X.has_value(); }))
    return SDValue();
  uint32_t C = *V[0];
  // What bit Shift of a lane number adds, as masks by distance.
  std::map<int, uint32_t> Masks;
  for (unsigned From = 0; (1u << From) < V.size(); ++From)
    for (unsigned To = 0; To != 32; ++To)
      if (((*V[1u << From] ^ C) >> To) & 1)
        Masks[int(To) - int(From)] |= 1u << To;
  for (unsigned Lane = 0; Lane != V.size(); ++Lane) {
    uint32_t X = C;
    for (auto [Distance, Mask] : Masks)
      X ^= (Distance < 0 ? Lane >> -Distance : Lane << Distance) & Mask;
    if (X != *V[Lane])
      return SDValue();
  }
  if (Masks.size() > 8)
    return SDValue();
  SDValue R;
  for (auto [Distance, Mask] : Masks) {
    SDValue T = B.DAG.getNode(TPCISD::LANEIDS, B.DL, VT);
    if (Distance)
      T = B.op(Distance < 0 ? ISD::SRL : ISD::SHL, VT, T,
               B.splat(VT, std::abs(Distance)));
    T = B.op(ISD::AND, VT, T, B.splat(VT, Mask));
    R = R ? B.op(ISD::XOR, VT, R, T) : T;
  }
  return R && C ? B.op(ISD::XOR, VT, R, B.splat(VT, C)) : R;
}

/// One value everywhere, then the others: a predicate of their lanes each.
static SDValue constantByValue(NodeBuilder &B, MVT VT, const LaneValues &V) {
  std::map<uint32_t, unsigned> Count;
  for (const auto &X : V)
    if (X)
      ++Count[*X];
  uint32_t Most = Count.begin()->first;
  for (auto [X, N] : Count)
    if (N > Count[Most])
      Most = X;
  unsigned Lanes = unsigned(V.size());
  MVT PredVT = MVT::getVectorVT(MVT::i1, Lanes);
  SDValue R = B.splat(VT, Most);
  auto Select = [&](SDValue Predicate, SDValue New) {
    R = B.DAG.getNode(ISD::VSELECT, B.DL, VT, Predicate, New, R);
  };
  constexpr unsigned PredicateCost = 6;
  unsigned Width = VT.getScalarSizeInBits();
  if (Count.size() * PredicateCost > Width * 10) {
    // Too many: bit by bit.
    R = B.splat(VT, 0);
    for (unsigned Bit = 0; Bit != Width; ++Bit) {
      auto Is = [&](unsigned L) { return V[L] && (*V[L] >> Bit & 1); };
      SDValue P = predicateOf(B, PredVT, predicateBits(Lanes, Is));
      Select(P, B.op(ISD::OR, VT, R, B.splat(VT, 1u << Bit)));
    }
    return R;
  }
  for (auto [X, N] : Count) {
    if (X == Most)
      continue;
    uint32_t Value = X;
    if (N == 1) {
      auto At = find_if(V, [&](auto &Y) { return Y && *Y == Value; });
      R = B.DAG.getNode(TPCISD::LANESET, B.DL, VT, R,
                        B.DAG.getConstant(Value, B.DL, MVT::i32),
                        B.DAG.getConstant(At - V.begin(), B.DL, MVT::i32));
      continue;
    }
    auto Is = [&](unsigned L) { return V[L] && *V[L] == Value; };
    Select(predicateOf(B, PredVT, predicateBits(Lanes, Is)),
           B.splat(VT, Value));
  }
  return R;
}

SDValue TPC::vectorConstant(NodeBuilder &B, MVT VT, const LaneValues &V) {
  std::optional<uint32_t> Only;
  bool IsSplat = true;
  for (const auto &X : V) {
    IsSplat &= !X || !Only || *X == *Only;
    if (X)
      Only = X;
  }
  if (!Only)
    return B.DAG.getUNDEF(VT);
  if (IsSplat)
    return B.splat(VT, *Only);
  if (SDValue R = linearConstant(B, VT, V))
    return R;
  if (SDValue R = bitLinearConstant(B, VT, V))
    return R;
  return constantByValue(B, VT, V);
}
