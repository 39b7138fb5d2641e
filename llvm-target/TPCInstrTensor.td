//===-- TPCInstrTensor.td - tensor accesses from greco on --*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loads of the LOAD slot, from gaudi2 on also of the STORE slot, and stores.
// Opcodes: facts 4.8. Operand places: facts 4.9. The tensor is a number in SrcB
// or, with TNSR_REG, in a hardware register that text names; offset and size
// of a partial access and the word of a reduction are in hardware registers,
// too. DIRECT (gaudi2) takes a 64-bit address instead, in two scalar registers.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Loads
//===----------------------------------------------------------------------===//

// Naming LD_PARTIAL_REG is what makes an access partial: the word "partial"
// has no effect. The STORE slot has the result in SrcC.
class TensorLoad<Slot slot, bits<8> opcode, string mn, Kind kd, dag sources,
                 string operands, bit fromReg, bit part>
    : GuardedInst<slot, opcode, mn, 0, 1, (outs kd.Op:$dst),
                  !con(sources, !if(part, (ins HwPartialRegLd:$part), (ins))),
                  operands # !if(part, ", $part", ""), AnyPred> {
  bits<9> dst;
  bits<9> a;
  defvar IsLoad = !eq(slot.Name, "LOAD");
  let Dest = !if(IsLoad, dst, 0);
  let SrcC = !if(IsLoad, 0, dst);
  let SrcA = a;
  let Sw{6-4} = sw{6-4};
  let Sw{3} = fromReg;
  let Sw{2-1} = sw{2-1};
  let Sw{0} = part;
  let Switches = !listconcat([UnpackDtSw, UnpackSw, L0csSw, DirectSw],
                             !if(fromReg, [TnsrRegFixed], []<Switch>),
                             [!if(part, PartialFixed, PartialIgnored)]);
  let mayLoad = 1;
}
multiclass TensorLoadForms<Slot slot, bits<8> opcode, string mn,
                           list<SubtargetFeature> features> {
  foreach kd = [KindV, KindVP] in
  foreach part = [0, 1] in {
    defvar suffix = kd.Letter # !if(part, "_PARTIAL", "");
    let Requires = features in
    def NAME#_NUM_#suffix
        : TensorLoad<slot, opcode, mn, kd, (ins UImm4:$tensor, IRF:$a),
                     "$dst, $tensor, $a", 0, part> {
      bits<4> tensor;
      let SrcB{3-0} = tensor;
    }
    let Requires = features in
    def NAME#_REG_#suffix
        : TensorLoad<slot, opcode, mn, kd, (ins HwTnsrRegLd:$id, IRF:$a),
                     "$dst, $id, $a", 1, part>;
    let Requires = [FeatureGaudi2Plus] in
    def NAME#_DIRECT_#suffix
        : TensorLoad<slot, opcode, mn, kd, (ins SRFSrc:$a, SRFSrc:$b),
                     "$dst, $a, $b", 0, part> {
      bits<9> b;
      let SrcB = b;
      let Sw{6} = 1;
      let Switches = [UnpackDtSw, UnpackSw, L0csSw, DirectOn,
                      !if(part, PartialFixed, PartialIgnored)];
    }
  }
}
multiclass TensorLoads<Slot slot, list<SubtargetFeature> features> {
  defm _TNSR : TensorLoadForms<slot, 0x11, "ld_tnsr", features>;
  let ReadsDest = 1 in {
    defm _TNSR_LOW : TensorLoadForms<slot, 0x12, "ld_tnsr_low", features>;
    defm _TNSR_HIGH : TensorLoadForms<slot, 0x13, "ld_tnsr_high", features>;
  }
}
defm LD_HW : TensorLoads<LoadSlot, [FeatureGrecoPlus]>;
defm ST_LD : TensorLoads<StoreSlot, [FeatureGaudi2Plus]>;

//===----------------------------------------------------------------------===//
// Stores
//===----------------------------------------------------------------------===//

// Text may give the words rmw_sel and partial, the registers or both.
class TensorStore<bits<8> opcode, string mn, Kind kc, dag address, string operands,
                  bit fromReg, bit rmw, bit part, list<Switch> switches>
    : StoreInst<opcode, mn, 1, (outs),
                !con(address, (ins kc.Op:$c),
                     !if(rmw, (ins HwRmwReg:$rmw), (ins)),
                     !if(part, (ins HwPartialRegSt:$part), (ins))),
                operands # ", $c" # !if(rmw, ", $rmw", "") #
                  !if(part, ", $part", "")> {
  bits<9> a;
  bits<9> c;
  let SrcA = a;
  let SrcC = c;
  let Sw{6-4} = sw{6-4};
  let Sw{3} = fromReg;
  let Sw{2} = sw{2};
  let Sw{1} = rmw;
  let Sw{0} = part;
  let Switches = !listconcat([PackSw, PackDtSw, DirectSw],
                             !if(fromReg, [TnsrRegFixed], []<Switch>),
                             switches);
  let mayStore = 1;
}
multiclass TensorStoreValue<bits<8> opcode, string mn, Kind kc, bit rmw, bit part,
                            list<Switch> switches> {
  let Requires = [FeatureGrecoPlus] in
  def NAME#_NUM
      : TensorStore<opcode, mn, kc, (ins UImm4:$tensor, IRF:$a),
                    "$tensor, $a", 0, rmw, part, switches> {
    bits<4> tensor;
    let SrcB{3-0} = tensor;
  }
  let Requires = [FeatureGrecoPlus] in
  def NAME#_REG
      : TensorStore<opcode, mn, kc, (ins HwTnsrRegSt:$id, IRF:$a), "$id, $a",
                    1, rmw, part, switches> {
    let SrcB = 9;
  }
  let Requires = [FeatureGaudi2Plus] in
  def NAME#_DIRECT
      : TensorStore<opcode, mn, kc, (ins SRFSrc:$a, SRFSrc:$b), "$a, $b", 0,
                    rmw, part, switches> {
    bits<9> b;
    let SrcB = b;
    let Sw{6} = 1;
    let Switches = !listconcat([PackSw, PackDtSw, DirectOn], switches);
  }
}
multiclass TensorStoreForms<bits<8> opcode, string mn, bit hasPartial> {
  defvar partText = !if(hasPartial, [PartialText], []<Switch>);
  defm NAME#_V : TensorStoreValue<opcode, mn, KindVsrc, 0, 0,
                                  !listconcat([RmwSelText], partText)>;
  defm NAME#_VP : TensorStoreValue<opcode, mn, KindVP, 0, 0, partText>;
  defm NAME#_RMW_V : TensorStoreValue<opcode, mn, KindVsrc, 1, 0,
                                      !listconcat([RmwSelFixed], partText)>;
  if hasPartial then {
    defm NAME#_PARTIAL_V
        : TensorStoreValue<opcode, mn, KindVsrc, 0, 1,
                           [PartialFixed, RmwSelText]>;
    defm NAME#_PARTIAL_VP
        : TensorStoreValue<opcode, mn, KindVP, 0, 1, [PartialFixed]>;
    defm NAME#_RMW_PARTIAL_V
        : TensorStoreValue<opcode, mn, KindVsrc, 1, 1,
                           [RmwSelFixed, PartialFixed]>;
  }
}
defm ST_HW_TNSR : TensorStoreForms<0x0b, "st_tnsr", 1>;
defm ST_HW_TNSR_LOW : TensorStoreForms<0x0c, "st_tnsr_low", 0>;
defm ST_HW_TNSR_HIGH : TensorStoreForms<0x0d, "st_tnsr_high", 0>;

// A vector without the elements that its guard, a vector predicate, leaves out.
// The second number is the counter of written elements.
class TensorStoreSqueezed<dag tensor, string operands, bit fromReg, bit rmw>
    : StoreInst<0x16, "st_tnsr_sqz", 1, (outs),
                !con(tensor, (ins UImm3:$counter, IRF:$a, VRFSrc:$c),
                     !if(rmw, (ins HwRmwReg:$rmw), (ins))),
                operands # ", $counter, $a, $c" # !if(rmw, ", $rmw", ""),
                AnyPred> {
  bits<3> counter;
  bits<9> a;
  bits<9> c;
  let SrcA = a;
  let SrcB{7-5} = counter;
  let SrcC = c;
  let Sw{3} = fromReg;
  let Sw{1} = rmw;
  let Switches = !listconcat([!if(rmw, RmwSelOn, RmwSelText)],
                             !if(fromReg, [TnsrRegFixed], []<Switch>));
  let mayStore = 1;
}
// One scalar: a register, an immediate or a counter of ST_TNSR_SQZ, whose
// number takes the place of the counter's there.
class TensorStoreScalar<Kind kc, dag tensor, string operands, bit fromReg, bit rmw>
    : StoreInst<0x17, "st_tnsr_s", 1, (outs),
                !con(tensor, (ins IRF:$a, kc.Op:$c),
                     !if(rmw, (ins HwRmwReg:$rmw), (ins))),
                operands # ", $a, $c" # !if(rmw, ", $rmw", "")> {
  bits<9> a;
  bits<41> c;
  defvar IsHw = !eq(kc.Letter, "HW");
  let SrcA = a;
  let SrcB{7-5} = !if(IsHw, c{2-0}, NoSw{2-0});
  let SrcC = !if(IsHw, 0, c{8-0});
  let Imm = !if(kc.IsImm, c{40-9}, NoImm);
  let ImmSign = "unsigned";
  let Sw{3} = fromReg;
  let Sw{2} = sw{2};
  let Sw{1} = rmw;
  let Sw{0} = IsHw;
  let Switches = !listconcat(!if(IsHw, [HwRegOn], []<Switch>),
                             [!if(rmw, RmwSelOn, RmwSelText), Bv64StoreSw],
                             !if(fromReg, [TnsrRegFixed], []<Switch>));
  let mayStore = 1;
}
def KindSqz : Kind<"HW", SqzRF>;
let Requires = [FeatureGaudi2Plus] in
foreach rmw = [0, 1] in {
  defvar suffix = !if(rmw, "_RMW", "");
  def ST_TNSR_SQZ_NUM#suffix
      : TensorStoreSqueezed<(ins UImm4:$tensor), "$tensor", 0, rmw> {
    bits<4> tensor;
    let SrcB{3-0} = tensor;
  }
  def ST_TNSR_SQZ_REG#suffix
      : TensorStoreSqueezed<(ins HwTnsrRegSt:$id), "$id", 1, rmw> {
    let SrcB{3-0} = 9;
  }
  foreach kc = [KindSsrc, KindImm, KindSqz] in {
    def ST_TNSR_S_NUM_#kc.Letter#suffix
        : TensorStoreScalar<kc, (ins UImm4:$tensor), "$tensor", 0, rmw> {
      bits<4> tensor;
      let SrcB{3-0} = tensor;
    }
    def ST_TNSR_S_REG_#kc.Letter#suffix
        : TensorStoreScalar<kc, (ins HwTnsrRegSt:$id), "$id", 1, rmw> {
      let SrcB{3-0} = 9;
    }
  }
}
