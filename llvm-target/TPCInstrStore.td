//===-- TPCInstrStore.td - operations of the STORE slot ----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Opcodes: facts 4.8. Operand places: facts 4.9. Results go to SrcC.
//
//===----------------------------------------------------------------------===//

// Scalar guards only. The predicate field is LOAD's too, so it has five bits.
class StoreInst<bits<8> opcode, string mn, bit switched, dag results, dag sources,
                string operands, PredOperand guard = SPred>
    : GuardedInst<StoreSlot, opcode, mn, 0, switched, results, sources, operands,
                  guard> {
  let Pred = {!if(!eq(guard.Kind, "SPRED"), 0, pred{4}), pred{3}, pred{2},
              pred{1}, pred{0}};
}

//===----------------------------------------------------------------------===//
// Addresses and index registers
//===----------------------------------------------------------------------===//

let Requires = [FeaturePreGreco] in
def ST_GEN_ADDR_AD_I
    : StoreInst<0x00, "gen_addr", 0, (outs ADRF:$dst),
                (ins UImm4:$tensor, IRF:$a), "$dst, $tensor, $a"> {
  bits<9> dst;
  bits<4> tensor;
  bits<9> a;
  let SrcC = dst;
  let SrcA = a;
  let SrcB{3-0} = tensor;
}

class StoreGenAddress<dag tensor, string text, bit fromReg>
    : StoreInst<0x00, "gen_addr", 1, (outs ADRF:$dst),
                !con(tensor, (ins IRF:$a)), "$dst, " # text # ", $a"> {
  bits<9> dst;
  bits<9> a;
  let SrcC = dst;
  let SrcA = a;
  let Sw{4-0} = sw{4-0};
  let Sw{5} = fromReg;
  let Switches = [MemoryDtSw, DtOverrideSw];
}
let Requires = [FeatureGrecoPlus] in {
  def ST_GEN_ADDR_NUM_AD_I : StoreGenAddress<(ins UImm4:$tensor), "$tensor", 0> {
    bits<4> tensor;
    let SrcB{3-0} = tensor;
  }
  def ST_GEN_ADDR_REG_AD_I : StoreGenAddress<(ins HwTnsrRegSt:$id), "$id", 1> {
    let SrcB = 9;
  }
}

def ST_PRMT_INDX_I_I_S
    : StoreInst<0x03, "prmt_indx", 0, (outs IRF:$dst),
                (ins IRF:$a, SRFSrc:$b), "$dst, $a, $b"> {
  bits<9> dst;
  bits<9> a;
  bits<9> b;
  let SrcC = dst;
  let SrcA = a;
  let SrcB = b;
}

class StoreSetIndex<bit switched, MaskKind m, Kind ka>
    : StoreInst<0x04, "set_indx", switched, (outs IRF:$dst),
                (ins m.Op:$mask, ka.Op:$a), "$dst, $mask, $a"> {
  bits<5> mask;
  bits<9> dst;
  bits<41> a;
  let SrcC = dst;
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
  def ST_SET_INDX_I_#ka.Letter : StoreSetIndex<0, MaskBits, ka>;
  let Requires = [FeatureGaudi2Plus] in
  def ST_SET_INDX_HIGH_I_#ka.Letter : StoreSetIndex<1, MaskBits, ka>;
  let Requires = [FeatureGrecoPlus] in
  def ST_SET_INDX_M_I_#ka.Letter : StoreSetIndex<1, MaskReg, ka>;
}

//===----------------------------------------------------------------------===//
// Local and global memory
//===----------------------------------------------------------------------===//

let mayStore = 1 in {
  foreach ka = [KindSsrc, KindImm] in
  foreach kc = [KindSsrc, KindSP] in
  def ST_L_#ka.Letter#_#kc.Letter
      : StoreInst<0x05, "st_l", 1, (outs), (ins ka.Op:$a, kc.Op:$c),
                  "$a, $c"> {
    bits<41> a;
    bits<9> c;
    let SrcA = a{8-0};
    let SrcB{1-0} = sw{9-8};
    let SrcC = c;
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let ImmSign = "unsigned";
    let Switches = [MmioB, UnlockB];
  }

  let Requires = [FeaturePreGreco] in
  foreach kc = [KindSsrc, KindSP] in
  def ST_G_AD_#kc.Letter
      : StoreInst<0x06, "st_g", 0, (outs), (ins ADRF:$a, kc.Op:$c),
                  "$a, $c"> {
    bits<9> a;
    bits<9> c;
    let SrcA = a;
    let SrcC = c;
  }
}

let Requires = [FeatureGrecoPlus] in
foreach kc = [KindSsrc, KindSP] in
def ST_G_INC_AD_#kc.Letter
    : StoreInst<0x06, "st_g", 1, (outs), (ins ADRF:$a, kc.Op:$c), "$a, $c"> {
  bits<9> a;
  bits<9> c;
  let SrcA = a;
  let SrcB{7} = sw{15};
  let SrcB{1} = sw{9};
  let SrcC = c;
  let Sw{6-0} = sw{6-0};
  let Switches = [IncVal2Sw, L0csSw, EvHint2Sw, ExcB, PdB];
  let mayStore = 1;
}

// The address is the sum of two on goya.
multiclass StoreVectorSum<bits<8> opcode, string mn> {
  let mayStore = 1 in
  foreach ka = [KindSsrc, KindImm] in
  foreach kc = [KindVsrc, KindVP] in
  def NAME#_#ka.Letter#_S_#kc.Letter
      : StoreInst<opcode, mn, 0, (outs), (ins ka.Op:$a, SRFSrc:$b, kc.Op:$c),
                  "$a, $b, $c"> {
    bits<41> a;
    bits<9> b;
    bits<9> c;
    let SrcA = a{8-0};
    let SrcB = b;
    let SrcC = c;
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  }
}
let Requires = [FeatureGoyaOnly] in {
  defm ST_L_V : StoreVectorSum<0x07, "st_l_v">;
  defm ST_L_V_LOW : StoreVectorSum<0x08, "st_l_v_low">;
  defm ST_L_V_HIGH : StoreVectorSum<0x09, "st_l_v_high">;
}

multiclass StoreVector<bits<8> opcode, string mn> {
  let mayStore = 1 in
  foreach ka = [KindSsrc, KindImm] in
  foreach kc = [KindVsrc, KindVP] in
  def NAME#_#ka.Letter#_#kc.Letter
      : StoreInst<opcode, mn, 0, (outs), (ins ka.Op:$a, kc.Op:$c), "$a, $c"> {
    bits<41> a;
    bits<9> c;
    let SrcA = a{8-0};
    let SrcC = c;
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let ImmSign = "unsigned";
  }
}
// On gaudi2 with an increment and under vector predicates.
multiclass StoreVectorInc<bits<8> opcode, string mn> {
  let mayStore = 1 in
  foreach ka = [KindSsrc, KindImm] in
  foreach kc = [KindVsrc, KindVP] in
  def NAME#_INC_#ka.Letter#_#kc.Letter
      : StoreInst<opcode, mn, 1, (outs), (ins ka.Op:$a, kc.Op:$c), "$a, $c",
                  AnyPred> {
    bits<41> a;
    bits<9> c;
    let SrcA = a{8-0};
    let SrcC = c;
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let ImmSign = "unsigned";
    let Sw{1-0} = sw{1-0};
    let Switches = [AutoIncSw];
  }
}
let Requires = [FeatureGaudi2Plus] in {
  defm ST_L_V : StoreVectorInc<0x07, "st_l_v">;
  defm ST_L_V_LOW : StoreVectorInc<0x08, "st_l_v_low">;
  defm ST_L_V_HIGH : StoreVectorInc<0x09, "st_l_v_high">;
}
let Requires = [FeatureGaudiPlus, FeaturePreGaudi2] in {
  defm ST_L_V : StoreVector<0x07, "st_l_v">;
  defm ST_L_V_LOW : StoreVector<0x08, "st_l_v_low">;
  defm ST_L_V_HIGH : StoreVector<0x09, "st_l_v_high">;
}

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

// The tensor is a number in SrcB or, with TNSR_REG, in S28 (SrcB then holds
// 28). RMW_SEL reads its control word from S29, PARTIAL its offset and size
// from S31; text may give the word, the register or both.
class StoreTensor<bits<8> opcode, string mn, dag sources, string operands,
                  bit fromReg, bit rmw, bit part, list<Switch> switches>
    : StoreInst<opcode, mn, 1, (outs), sources, operands> {
  bits<4> tensor;
  bits<9> a;
  bits<9> c;
  let SrcA = a;
  let SrcC = c;
  let Sw{0} = part;
  let Sw{1} = rmw;
  let Sw{2} = sw{2};
  let Sw{3} = fromReg;
  let Switches = !listconcat([PackSw],
                             !if(fromReg, [TnsrRegFixed], []<Switch>),
                             switches);
  let mayStore = 1;
}

multiclass StoreTensorValue<bits<8> opcode, string mn, Kind kc, dag tail,
                            string tailText, bit rmw, bit part,
                            list<Switch> switches> {
  def NAME#_NUM
      : StoreTensor<opcode, mn,
                    !con((ins UImm4:$tensor, IRF:$a, kc.Op:$c), tail),
                    "$tensor, $a, $c" # tailText, 0, rmw, part, switches> {
    let SrcB{3-0} = tensor;
  }
  def NAME#_REG
      : StoreTensor<opcode, mn,
                    !con((ins TnsrRegSt:$id, IRF:$a, kc.Op:$c), tail),
                    "$id, $a, $c" # tailText, 1, rmw, part, switches> {
    let SrcB = 28;
  }
}

multiclass StoreTensorForms<bits<8> opcode, string mn, bit hasPartial> {
  defvar partText = !if(hasPartial, [PartialText], []<Switch>);
  foreach kc = [KindVsrc, KindVP] in
  defm NAME#_#kc.Letter
      : StoreTensorValue<opcode, mn, kc, (ins), "", 0, 0,
                         !listconcat(!if(!eq(kc.Letter, "V"), [RmwSelText],
                                         []<Switch>), partText)>;
  defm NAME#_RMW_V
      : StoreTensorValue<opcode, mn, KindVsrc, (ins RMWReg:$rmw), ", $rmw", 1,
                         0, !listconcat([RmwSelFixed], partText)>;
  if hasPartial then {
    defm NAME#_PARTIAL_V
        : StoreTensorValue<opcode, mn, KindVsrc, (ins OffsSizeRegSt:$part),
                           ", $part", 0, 1, [PartialFixed, RmwSelText]>;
    defm NAME#_PARTIAL_VP
        : StoreTensorValue<opcode, mn, KindVP, (ins OffsSizeRegSt:$part),
                           ", $part", 0, 1, [PartialFixed]>;
    defm NAME#_RMW_PARTIAL_V
        : StoreTensorValue<opcode, mn, KindVsrc,
                           (ins RMWReg:$rmw, OffsSizeRegSt:$part),
                           ", $rmw, $part", 1, 1,
                           [RmwSelFixed, PartialFixed]>;
  }
}
// On goya by number alone, without switches.
multiclass StoreTensorGoya<bits<8> opcode, string mn> {
  let mayStore = 1 in
  foreach kc = [KindVsrc, KindVP] in
  def NAME#_#kc.Letter#_GOYA
      : StoreInst<opcode, mn, 0, (outs),
                  (ins UImm4:$tensor, IRF:$a, kc.Op:$c), "$tensor, $a, $c"> {
    bits<4> tensor;
    bits<9> a;
    bits<9> c;
    let SrcA = a;
    let SrcB{3-0} = tensor;
    let SrcC = c;
  }
}
let Requires = [FeatureGoyaOnly] in {
  defm ST_TNSR : StoreTensorGoya<0x0b, "st_tnsr">;
  defm ST_TNSR_LOW : StoreTensorGoya<0x0c, "st_tnsr_low">;
  defm ST_TNSR_HIGH : StoreTensorGoya<0x0d, "st_tnsr_high">;
}
let Requires = [FeatureGaudiOnly] in {
  defm ST_TNSR : StoreTensorForms<0x0b, "st_tnsr", 1>;
  defm ST_TNSR_LOW : StoreTensorForms<0x0c, "st_tnsr_low", 0>;
  defm ST_TNSR_HIGH : StoreTensorForms<0x0d, "st_tnsr_high", 0>;
}

//===----------------------------------------------------------------------===//
// System
//===----------------------------------------------------------------------===//

let hasSideEffects = 1 in {
  def ST_ASO : StoreInst<0x0a, "aso", 1, (outs), (ins), "", SPredOnly> {
    let SrcA{1-0} = sw{9-8};
    let Switches = [DecA, VpuA];
  }
  def ST_CACHE_FLUSH
      : StoreInst<0x14, "cache_flush", 0, (outs), (ins), "", SPredOnly>;
  let Requires = [FeatureGaudi2Plus] in
  foreach ka = [KindSsrc, KindImm] in
  def ST_EVENT_#ka.Letter
      : StoreInst<0x18, "event", 1, (outs), (ins ka.Op:$a), "$a"> {
    bits<41> a;
    let SrcA = a{8-0};
    let Imm = !if(ka.IsImm, a{40-9}, NoImm);
    let ImmSign = "unsigned";
    let Sw{0} = sw{0};
    let Switches = [EventSlotSw];
  }
  let Requires = [FeatureGrecoPlus] in
  def ST_CACHE_INVALIDATE_PARTS
      : StoreInst<0x15, "cache_invalidate", 1, (outs), (ins), "", SPredOnly> {
    let Sw{4-0} = sw{4-0};
    let Switches = [InvSbSw, InvDSw, InvLuSw, RstLuSw, RstDPrefSw];
  }
  let Requires = [FeaturePreGreco] in
  def ST_CACHE_INVALIDATE
      : StoreInst<0x15, "cache_invalidate", 0, (outs), (ins), "", SPredOnly>;
}

def ST_NOP : SlotInst<StoreSlot, 0x1f, "nop", (outs), (ins), "nop">;
