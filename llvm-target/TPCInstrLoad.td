//===-- TPCInstrLoad.td - operations of the LOAD slot ------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Opcodes: facts 4.8. Operand places: facts 4.9.
//
//===----------------------------------------------------------------------===//

class LoadInst<bits<8> opcode, string mn, bit typed, bit switched, dag results, dag sources, string operands, PredOperand guard = SPred>
    : GuardedInst<LoadSlot, opcode, mn, typed, switched, results, sources, operands,
                  guard> {
  let Types = !if(typed, AllTypes, []<DataType>);
}

//===----------------------------------------------------------------------===//
// Addresses and index registers
//===----------------------------------------------------------------------===//

let Requires = [FeaturePreGreco] in
def LD_GEN_ADDR_AD_I
    : LoadInst<0x00, "gen_addr", 0, 0, (outs ADRF:$dst),
               (ins UImm4:$tensor, IRF:$a), "$dst, $tensor, $a"> {
  bits<9> dst;
  bits<4> tensor;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let SrcB{3-0} = tensor;
}
// The data type takes the place of the descriptor's.
class LoadGenAddress<dag tensor, string text, bit fromReg>
    : LoadInst<0x00, "gen_addr", 0, 1, (outs ADRF:$dst),
               !con(tensor, (ins IRF:$a)), "$dst, " # text # ", $a"> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Sw{4-0} = sw{4-0};
  let Sw{5} = fromReg;
  let Switches = [MemoryDtSw, DtOverrideSw];
}
let Requires = [FeatureGrecoPlus] in {
  def LD_GEN_ADDR_NUM_AD_I : LoadGenAddress<(ins UImm4:$tensor), "$tensor", 0> {
    bits<4> tensor;
    let SrcB{3-0} = tensor;
  }
  def LD_GEN_ADDR_REG_AD_I : LoadGenAddress<(ins HwTnsrRegLd:$id), "$id", 1> {
    let SrcB = 8;
  }
}

def LD_PRMT_INDX_I_I_S
    : LoadInst<0x03, "prmt_indx", 0, 0, (outs IRF:$dst),
               (ins IRF:$a, SRFSrc:$b), "$dst, $a, $b"> {
  bits<9> dst;
  bits<9> a;
  bits<9> b;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b;
}

class LoadSetIndex<bit switched, MaskKind m, Kind ka>
    : LoadInst<0x04, "set_indx", 0, switched, (outs IRF:$dst),
               (ins m.Op:$mask, ka.Op:$a), "$dst, $mask, $a"> {
  bits<5> mask;
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB{6-2} = !if(m.IsReg, {NoSw{2-0}, mask{1-0}}, mask);
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Sw{1} = m.IsReg;
  let Sw{0} = !if(switched, sw{0}, NoSw{0});
  let Switches = !if(switched, [HighSw], []<Switch>);
  let ReadsDest = 1;
}
foreach ka = [KindSsrc, KindImm] in {
  let Requires = [FeaturePreGaudi2] in
  def LD_SET_INDX_I_#ka.Letter : LoadSetIndex<0, MaskBits, ka>;
  let Requires = [FeatureGaudi2Plus] in
  def LD_SET_INDX_HIGH_I_#ka.Letter : LoadSetIndex<1, MaskBits, ka>;
  let Requires = [FeatureGrecoPlus] in
  def LD_SET_INDX_M_I_#ka.Letter : LoadSetIndex<1, MaskReg, ka>;
}

//===----------------------------------------------------------------------===//
// Moves
//===----------------------------------------------------------------------===//

// The type, where there is one, lies in SrcB.
class LoadMovTyped<Kind kd, Kind ka, PredOperand guard>
    : LoadInst<0x05, "mov", 1, 0, (outs kd.Op:$dst), (ins ka.Op:$a),
               "$dst, $a", guard> {
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB{7-4} = type;
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
}
foreach ka = [KindSsrc, KindImm] in {
  def LD_MOV_S_#ka.Letter : LoadMovTyped<KindS, ka, SPred>;
  def LD_MOV_V_#ka.Letter : LoadMovTyped<KindV, ka, AnyPred>;
  let DefaultType = TypeF32 in
  def LD_MOV_SP_#ka.Letter : LoadMovTyped<KindSP, ka, SPred>;
}

class LoadMovPlain<Kind kd, Kind ka, PredOperand guard>
    : LoadInst<0x05, "mov", 0, 0, (outs kd.Op:$dst), (ins ka.Op:$a),
               "$dst, $a", guard> {
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let IgnoreType = 1;
}
def LD_MOV_V_V : LoadMovPlain<KindV, KindVsrc, AnyPred>;
foreach ka = [KindSP, KindVP] in
def LD_MOV_VP_#ka.Letter : LoadMovPlain<KindVP, ka, AnyPred>;

// As in the VPU: sections 0..7 of the vector predicate, 8 is all of them.
foreach ka = [KindSsrc, KindImm] in {
  def LD_MOV_VP_#ka.Letter : LoadMovPlain<KindVP, ka, AnyPred> {
    let SrcB = 8;
  }
  def LD_MOV_FLAVOR_VP_#ka.Letter
      : LoadInst<0x05, "mov", 0, 0, (outs VPRF:$dst),
                 (ins UImm3:$flavor, ka.Op:$a), "$flavor $dst, $a", AnyPred> {
    bits<3> flavor;
    bits<9> dst;
    bits<41> a;
    let Dest = dst;
    let SrcA = a{8-0};
    let SrcB{2-0} = flavor;
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let IgnoreType = 1;
    let ReadsDest = 1;
  }
}

// The dimensions in mask of an index register.
foreach ka = [KindI, KindSsrc, KindImm] in
def LD_MOV_I_#ka.Letter
    : LoadInst<0x05, "mov", 0, 0, (outs IRF:$dst),
               (ins DimMask:$mask, ka.Op:$a), "$mask $dst, $a"> {
  bits<5> mask;
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB{6-2} = mask;
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let IgnoreType = 1;
  let ReadsDest = 1;
}
let isAsmParserOnly = 1 in
def LD_MOV_I_I_ALL : LoadMovPlain<KindI, KindI, SPred> {
  let SrcB{6-2} = 0b11111;
}
let Requires = [FeatureGrecoPlus] in {
  def LD_MOV_AD_AD : LoadMovPlain<KindAD, KindAD, SPred>;
  def LD_MOV_V_VP : LoadMovPlain<KindV, KindVP, AnyPred>;
  def LD_MOV_VP_V : LoadMovPlain<KindVP, KindVsrc, AnyPred>;
}

class LoadMovHw<RegisterClass rd, RegisterClass rs>
    : LoadInst<0x05, "mov", 0, 0, (outs rd:$dst), (ins rs:$hw), "$dst, $hw"> {
  bits<9> dst;
  bits<9> hw;
  let Dest = dst;
  let SrcA = dst;
  let SrcB{5-0} = hw{5-0};
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
  let IgnoreType = 1;
}
let Requires = [FeatureGaudiPlus] in
def LD_MOV_S_HW : LoadMovHw<SRF, HSRF>;
let Requires = [FeatureGaudiOnly] in
def LD_MOV_V_HW : LoadMovHw<VRF, HVRF>;
let Requires = [FeatureGaudiPlus] in
def LD_MOV_FROM_HW_REG
    : LoadInst<0x05, "mov.from_hw_reg", 0, 0, (outs SRF:$dst), (ins UImm6:$hw),
               "$dst, $hw"> {
  let DecodeLast = 1;
  bits<9> dst;
  bits<6> hw;
  let Dest = dst;
  let SrcB{5-0} = hw;
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
}

// From greco on other files have hardware registers, too, and they can be
// written.
class LoadMovFromHw<RegisterClass rd, RegisterClass rs, PredOperand guard>
    : LoadInst<0x05, "mov", 0, 0, (outs rd:$dst), (ins rs:$hw), "$dst, $hw",
               guard> {
  bits<9> dst;
  bits<9> hw;
  let Dest = dst;
  let SrcA = dst;
  let SrcB{5-0} = hw{5-0};
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
  let IgnoreType = 1;
}
class LoadMovToHw<dag sources, string operands, PredOperand guard,
                  string mn = "mov">
    : LoadInst<0x05, mn, 0, 0, (outs), sources, operands, guard> {
  bits<9> hw;
  bits<9> a;
  let SrcA = a;
  let SrcB{5-0} = hw{5-0};
  let SrcB{6} = 1;
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
  let IgnoreType = !eq(mn, "mov");
  let hasSideEffects = 1;
}
let Requires = [FeatureGrecoPlus] in {
  def LD_MOV_SP_HW : LoadMovFromHw<SPRF, HSPRF, SPred>;
  def LD_MOV_V_HV : LoadMovFromHw<VRF, HZRF, AnyPred>;
  def LD_MOV_VP_HW : LoadMovFromHw<VPRF, HVPRF, AnyPred>;
  def LD_MOV_HW_S : LoadMovToHw<(ins HSRF:$hw, SRFSrc:$a), "$hw, $a", SPred>;
  def LD_MOV_HW_SP : LoadMovToHw<(ins HSPRF:$hw, SPRF:$a), "$hw, $a", SPred>;
  def LD_MOV_HW_V : LoadMovToHw<(ins HZRF:$hw, VRFSrc:$a), "$hw, $a", AnyPred>;
  def LD_MOV_HW_VP : LoadMovToHw<(ins HVPRF:$hw, VPRF:$a), "$hw, $a", AnyPred>;
  let DecodeLast = 1 in
  foreach k = [KindSP, KindV, KindVP, KindSsrc] in {
    defvar guard = !if(!or(!eq(k.Letter, "S"), !eq(k.Letter, "SP")), SPred,
                       AnyPred);
    if !ne(k.Letter, "S") then
    def LD_MOV_FROM_HW_REG_#k.Letter
        : LoadInst<0x05, "mov.from_hw_reg", 0, 0, (outs k.Op:$dst),
                   (ins UImm6:$hw), "$dst, $hw", guard> {
      bits<9> dst;
      bits<6> hw;
      let Dest = dst;
      let SrcB{5-0} = hw;
      let Sw{0} = 1;
      let Switches = [HwRegFixed];
    }
    defvar source = !if(!eq(k.Letter, "V"), KindVsrc, k);
    def LD_MOV_TO_HW_REG_#k.Letter
        : LoadMovToHw<(ins UImm6:$hw, source.Op:$a), "$hw, $a", guard,
                      "mov.to_hw_reg">;
  }
}

//===----------------------------------------------------------------------===//
// Tables in local memory
//===----------------------------------------------------------------------===//

// The reference assembler repeats the function id in IMM where that is free.
class LoadLookup<bits<8> opcode, string mn, Kind kd>
    : LoadInst<opcode, mn, 0, 1, (outs kd.Op:$dst),
               (ins VRFSrc:$a, UImm9:$fid), "$dst, $a, $fid"> {
  bits<9> dst;
  bits<9> a;
  bits<9> fid;
  let Dest = dst;
  let SrcA = a;
  let SrcB = fid;
  let Imm{8-0} = fid;
  let WeakImm = 1;
  let Sw{5-4} = sw{5-4};
  let Sw{2-0} = sw{2-0};
  let Switches = [DtSw, DtGrecoSw, UpperHalfSw, LookupX2Sw, SbcdSw];
  let mayLoad = 1;
  let ReadsDest = 1;
}
// Goya puts what it reads of an entry beside the function id.
class LoadLookupGoya<bits<8> opcode, string mn, Kind kd>
    : LoadInst<opcode, mn, 0, 1, (outs kd.Op:$dst),
               (ins VRFSrc:$a, UImm6:$fid), "$dst, $a, $fid"> {
  bits<9> dst;
  bits<9> a;
  bits<6> fid;
  let Dest = dst;
  let SrcA = a;
  let SrcB{8-3} = fid;
  let SrcB{2-0} = sw{10-8};
  let Imm{5-0} = fid;
  let WeakImm = 1;
  let Switches = [DtGoyaB];
  let mayLoad = 1;
  let ReadsDest = 1;
}
let Requires = [FeatureGoyaOnly] in {
  def LD_LOOKUP_GOYA_V_V : LoadLookupGoya<0x06, "lookup", KindV>;
  def LD_LOOKUP_C1C2_D_V : LoadLookupGoya<0x07, "lookup_c1c2", KindD>;
  let isAsmParserOnly = 1 in
  def LD_LOOKUP_C1C2_V_V : LoadLookupGoya<0x07, "lookup_c1c2", KindV>;
  def LD_LOOKUP_C0_V_V : LoadLookupGoya<0x09, "lookup_c0", KindV>;
}
// The table at an address in local memory.
class LoadLookupAt<bits<8> opcode, string mn, Kind kd>
    : LoadInst<opcode, mn, 0, 1, (outs kd.Op:$dst),
               (ins VRFSrc:$a, SRFSrc:$b), "$dst, $a, $b"> {
  bits<9> dst;
  bits<9> a;
  bits<9> b;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b;
  let Sw{5-4} = sw{5-4};
  let Sw{3} = 1;
  let Sw{2-0} = sw{2-0};
  let Switches = [DtGrecoSw, UpperHalfSw, LutPtrOn, LookupX2Sw, SbcdSw];
  let mayLoad = 1;
  let ReadsDest = 1;
}
let Requires = [FeatureGrecoPlus] in {
  def LD_LOOKUP_V_V_S : LoadLookupAt<0x06, "lookup", KindV>;
  def LD_LOOKUP_2C_D_V_S : LoadLookupAt<0x07, "lookup_2c", KindD>;
  let isAsmParserOnly = 1 in
  def LD_LOOKUP_2C_V_V_S : LoadLookupAt<0x07, "lookup_2c", KindV>;
  def LD_LOOKUP_1C_V_V_S : LoadLookupAt<0x09, "lookup_1c", KindV>;
}
let Requires = [FeatureGaudiPlus] in {
  def LD_LOOKUP_V_V : LoadLookup<0x06, "lookup", KindV>;
  def LD_LOOKUP_2C_D_V : LoadLookup<0x07, "lookup_2c", KindD>;
  let isAsmParserOnly = 1 in
  def LD_LOOKUP_2C_V_V : LoadLookup<0x07, "lookup_2c", KindV>;
  def LD_LOOKUP_1C_V_V : LoadLookup<0x09, "lookup_1c", KindV>;
}

//===----------------------------------------------------------------------===//
// Local and global memory
//===----------------------------------------------------------------------===//

let mayLoad = 1 in {
  foreach kd = [KindS, KindSP] in
  foreach ka = [KindSsrc, KindImm] in
  def LD_L_#kd.Letter#_#ka.Letter
      : LoadInst<0x0b, "ld_l", 0, 1, (outs kd.Op:$dst), (ins ka.Op:$a),
                 "$dst, $a"> {
    bits<9> dst;
    bits<41> a;
    let Dest = dst;
    let SrcA = a{8-0};
    let SrcB{1-0} = sw{9-8};
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let ImmSign = "unsigned";
    let Switches = [MmioB, LockB];
  }

  let Requires = [FeaturePreGreco] in
  foreach kd = [KindS, KindSP, KindV] in
  def LD_G_#kd.Letter#_AD
      : LoadInst<0x0c, "ld_g", 0, 0, (outs kd.Op:$dst), (ins ADRF:$a),
                 "$dst, $a"> {
    bits<9> dst;
    bits<9> a;
    let Dest = dst;
    let SrcA = a;
  }
}

// From greco on the address may be incremented, index registers loaded and
// vectors loaded in part.
class LoadGlobal<Kind kd, PredOperand guard, list<Switch> switches, dag part = (ins),
                 string text = "">
    : LoadInst<0x0c, "ld_g", 0, 1, (outs kd.Op:$dst), !con((ins ADRF:$a), part),
               "$dst, $a" # text, guard> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let SrcB{7} = sw{15};
  let SrcB{1} = sw{9};
  let Sw = sw{7-0};
  let Switches = switches;
  let mayLoad = 1;
}
class LoadGlobalIndex<MaskKind m>
    : LoadInst<0x0c, "ld_g", 0, 1, (outs IRF:$dst), (ins m.Op:$mask, ADRF:$a),
               "$mask $dst, $a"> {
  bits<5> mask;
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let SrcB{6-2} = !if(m.IsReg, {NoSw{2-0}, mask{1-0}}, mask);
  let Sw = sw{7-0};
  let Switches = [IncValSw, IncVal2Sw, AutoIncNone, AutoIncSome, Bv64Sw, L0csSw,
                  EvHintSw, PartialIgnored, ExcIgnored, PdIgnored];
  let ReadsDest = 1;
  let mayLoad = 1;
}
defvar GlobalSwitches = [IncValSw, IncVal2Sw, AutoIncNone, AutoIncSome, Bv64Sw,
                         L0csSw, EvHintSw];
let Requires = [FeatureGrecoPlus] in {
  foreach kd = [KindS, KindSP] in
  def LD_G_INC_#kd.Letter#_AD
      : LoadGlobal<kd, SPred, !listconcat(GlobalSwitches,
                                          [PartialIgnored, ExcB, PdB])>;
  def LD_G_INC_V_AD
      : LoadGlobal<KindV, AnyPred, !listconcat(GlobalSwitches,
                                               [PartialTextB, ExcB, PdB])>;
  def LD_G_PARTIAL_V_AD
      : LoadGlobal<KindV, AnyPred,
                   !listconcat(GlobalSwitches, [PartialB, ExcB, PdB]),
                   (ins HwPartialRegLd:$part), ", $part"> {
    let SrcB{0} = 1;
  }
  def LD_G_INC_I_AD : LoadGlobalIndex<MaskBits>;
}
let Requires = [FeatureGrecoOnly] in
def LD_G_GRECO_M_I_AD : LoadGlobalIndex<MaskReg> {
  let Sw{1} = 1;
}
let Requires = [FeatureGaudi2Plus] in {
  def LD_G_INC_VP_AD
      : LoadGlobal<KindVP, AnyPred, !listconcat(GlobalSwitches,
                                                [PartialIgnored, ExcB, PdB])>;
  def LD_G_GAUDI2_M_I_AD : LoadGlobalIndex<MaskReg> {
    let Sw{3} = 1;
  }
}

class LoadEvent<Kind ka>
    : LoadInst<0x18, "event", 0, 1, (outs), (ins ka.Op:$a), "$a"> {
  bits<41> a;
  let SrcA = a{8-0};
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let ImmSign = "unsigned";
  let Sw{0} = sw{0};
  let Switches = [EventSlotSw];
  let hasSideEffects = 1;
}
let Requires = [FeatureGaudi2Plus] in
foreach ka = [KindSsrc, KindImm] in
def LD_EVENT_#ka.Letter : LoadEvent<ka>;

let Requires = [FeatureGaudiPlus], hasSideEffects = 1 in
def LD_PREFETCH_AD
    : LoadInst<0x0d, "prefetch", 0, 0, (outs), (ins ADRF:$a), "$a"> {
  bits<9> a;
  let SrcA = a;
}

// The address is the sum of two on goya.
multiclass LoadVectorSum<bits<8> opcode, string mn> {
  let mayLoad = 1 in
  foreach kd = [KindV, KindVP] in
  foreach ka = [KindSsrc, KindImm] in
  def NAME#_#kd.Letter#_#ka.Letter#_S
      : LoadInst<opcode, mn, 0, 0, (outs kd.Op:$dst),
                 (ins ka.Op:$a, SRFSrc:$b), "$dst, $a, $b", AnyPred> {
    bits<9> dst;
    bits<41> a;
    bits<9> b;
    let Dest = dst;
    let SrcA = a{8-0};
    let SrcB = b;
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  }
}
let Requires = [FeatureGoyaOnly] in {
  defm LD_L_V : LoadVectorSum<0x0e, "ld_l_v">;
  let ReadsDest = 1 in {
    defm LD_L_V_LOW : LoadVectorSum<0x0f, "ld_l_v_low">;
    defm LD_L_V_HIGH : LoadVectorSum<0x10, "ld_l_v_high">;
  }
}

multiclass LoadVector<bits<8> opcode, string mn> {
  let mayLoad = 1 in
  foreach kd = [KindV, KindVP] in
  foreach ka = [KindSsrc, KindImm] in
  def NAME#_#kd.Letter#_#ka.Letter
      : LoadInst<opcode, mn, 0, 0, (outs kd.Op:$dst), (ins ka.Op:$a),
                 "$dst, $a", AnyPred> {
    bits<9> dst;
    bits<41> a;
    let Dest = dst;
    let SrcA = a{8-0};
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let ImmSign = "unsigned";
  }
}
// The address may be incremented on gaudi2.
multiclass LoadVectorInc<bits<8> opcode, string mn> {
  let mayLoad = 1 in
  foreach kd = [KindV, KindVP] in
  foreach ka = [KindSsrc, KindImm] in
  def NAME#_INC_#kd.Letter#_#ka.Letter
      : LoadInst<opcode, mn, 0, 1, (outs kd.Op:$dst), (ins ka.Op:$a),
                 "$dst, $a", AnyPred> {
    bits<9> dst;
    bits<41> a;
    let Dest = dst;
    let SrcA = a{8-0};
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let ImmSign = "unsigned";
    let Sw{1-0} = sw{1-0};
    let Switches = [AutoIncSw];
  }
}
let Requires = [FeatureGaudi2Plus] in {
  defm LD_L_V : LoadVectorInc<0x0e, "ld_l_v">;
  let ReadsDest = 1 in {
    defm LD_L_V_LOW : LoadVectorInc<0x0f, "ld_l_v_low">;
    defm LD_L_V_HIGH : LoadVectorInc<0x10, "ld_l_v_high">;
  }
}
let Requires = [FeatureGaudiPlus, FeaturePreGaudi2] in {
  defm LD_L_V : LoadVector<0x0e, "ld_l_v">;
  let ReadsDest = 1 in {
    defm LD_L_V_LOW : LoadVector<0x0f, "ld_l_v_low">;
    defm LD_L_V_HIGH : LoadVector<0x10, "ld_l_v_high">;
  }
}

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

// The tensor is a number in SrcB or, with TNSR_REG, in S27. A partial access
// reads its offset and size from S30; naming S30 is what makes it partial: the
// reference assembler ignores the word "partial" without S30.
class LoadTensor<bits<8> opcode, string mn, Kind kd, dag sources, string operands,
                 bit fromReg, bit part, list<Switch> extra>
    : LoadInst<opcode, mn, 0, 1, (outs kd.Op:$dst), sources, operands, AnyPred> {
  bits<9> dst;
  bits<4> tensor;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Sw{3} = fromReg;
  let Sw{0} = part;
  let Switches = !listconcat(!if(fromReg, [TnsrRegFixed], []<Switch>), extra);
  let mayLoad = 1;
}
multiclass LoadTensorForms<bits<8> opcode, string mn, bit hasPartial> {
  defvar text = !if(hasPartial, [PartialIgnored], []<Switch>);
  foreach kd = [KindV, KindVP] in {
    def NAME#_#kd.Letter#_NUM
        : LoadTensor<opcode, mn, kd, (ins UImm4:$tensor, IRF:$a),
                     "$dst, $tensor, $a", 0, 0, text> {
      let SrcB{3-0} = tensor;
    }
    def NAME#_#kd.Letter#_REG
        : LoadTensor<opcode, mn, kd, (ins TnsrRegLd:$id, IRF:$a),
                     "$dst, $id, $a", 1, 0, text>;
    if hasPartial then {
      def NAME#_#kd.Letter#_NUM_PARTIAL
          : LoadTensor<opcode, mn, kd,
                       (ins UImm4:$tensor, IRF:$a, OffsSizeRegLd:$part),
                       "$dst, $tensor, $a, $part", 0, 1, [PartialFixed]> {
        let SrcB{3-0} = tensor;
      }
      def NAME#_#kd.Letter#_REG_PARTIAL
          : LoadTensor<opcode, mn, kd,
                       (ins TnsrRegLd:$id, IRF:$a, OffsSizeRegLd:$part),
                       "$dst, $id, $a, $part", 1, 1, [PartialFixed]>;
    }
  }
}
// On goya by number alone, and with a scalar guard.
multiclass LoadTensorGoya<bits<8> opcode, string mn> {
  let mayLoad = 1 in
  foreach kd = [KindV, KindVP] in
  def NAME#_#kd.Letter#_GOYA
      : LoadInst<opcode, mn, 0, 0, (outs kd.Op:$dst),
                 (ins UImm4:$tensor, IRF:$a), "$dst, $tensor, $a"> {
    bits<9> dst;
    bits<4> tensor;
    bits<9> a;
    let Dest = dst;
    let SrcA = a;
    let SrcB{3-0} = tensor;
  }
}
let Requires = [FeatureGoyaOnly] in {
  defm LD_TNSR : LoadTensorGoya<0x11, "ld_tnsr">;
  let ReadsDest = 1 in {
    defm LD_TNSR_LOW : LoadTensorGoya<0x12, "ld_tnsr_low">;
    defm LD_TNSR_HIGH : LoadTensorGoya<0x13, "ld_tnsr_high">;
  }
}
let Requires = [FeatureGaudiOnly] in {
  defm LD_TNSR : LoadTensorForms<0x11, "ld_tnsr", 1>;
  let ReadsDest = 1 in {
    defm LD_TNSR_LOW : LoadTensorForms<0x12, "ld_tnsr_low", 0>;
    defm LD_TNSR_HIGH : LoadTensorForms<0x13, "ld_tnsr_high", 0>;
  }
}

def LD_NOP : SlotInst<LoadSlot, 0x1f, "nop", (outs), (ins), "nop">;
