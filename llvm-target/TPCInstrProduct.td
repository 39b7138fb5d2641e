//===-- TPCInstrProduct.td - vector products from greco on -*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// MAC, MADD and MUL of the VPU, and X2 forms, which work on pairs of registers.
// Opcodes: facts 4.8. Operand places: facts 4.9.
//
// The data type and the accumulator decide how many registers a result fills:
//
//   f32, bf16, f16            V      i8, u8                  A
//   bf16, f16 ACC_FP32        D      i8, u8 ACC_I16          D
//   f8 ACC_FP32 (gaudi2)      A      i16, u16                D
//   32-bit MUL                D      32-bit MUL, rounded     V
//
// Text may name a result by its first register whatever its size is; records
// for text alone accept that, and the bits that the switches give then choose
// the record.
//
//===----------------------------------------------------------------------===//

// Switches that text may give to any product. Where a record has the bits
// constant, they select another one.
class ProductText<SwitchGroup group, int lo, list<DataType> types = []>
    : TextFlag<group, FieldSw, lo> {
  let OnlyTypes = types;
}
defvar FloatTypes = [TypeF32, TypeBF16, TypeF16, TypeF8_152, TypeF8_143];
defvar ByteProducts = [TypeI8, TypeU8];
def ProductAccFp32 : ProductText<GrpAccFp32, 2, FloatTypes>;
def ProductAccI16 : ProductText<GrpAccI16, 2, ByteProducts>;
def ProductAccI32 : ProductText<GrpAccI32, 3, [TypeU8, TypeU16]>;
def ProductSat : ProductText<GrpSat, 0>;
def ProductNeg : ProductText<GrpNeg, 1>;
def ProductZp : ProductText<GrpZp, 5, ByteProducts>;
def ProductNegZp : ProductText<GrpNegZp, 6, ByteProducts>;
def ProductX2 : ProductText<GrpX2, 4>;
defvar ProductWords = [ProductAccFp32, ProductAccI16, ProductAccI32, ProductSat,
                       ProductNeg, ProductZp, ProductNegZp, ProductX2];

class ProductOn<SwitchGroup group, int lo> : FixedSwitch<group, FieldSw, lo> {
  let Style = "flag";
}
def AccI16On : ProductOn<GrpAccI16, 2>;
def X2On : ProductOn<GrpX2, 4>;
// Where the number of operands says it, too.
def X2Meant : ProductOn<GrpX2, 4> {
  let AnyText = 1;
}
defvar X2First = [X2Meant]<Switch>;
def ZpOn : FixedSwitch<GrpZp, FieldSw, 5> {
  let AnyText = 1;
}
def NegZpSw : FlagSwitch<GrpNegZp, FieldSw, 6>;
def AccI32Product : FlagSwitch<GrpAccI32, FieldSw, 3> {
  let OnlyTypes = [TypeU8, TypeU16];
}

def KindNone : Kind<"", VRF>;
def KindSameImm : Kind<"SIMM", SameImm32>;

// dst = a, b, c, d; c and d where the operation has them. On: switches that are
// constant.
class VpuFused<bits<8> opcode, string mn, list<DataType> types,
               list<Switch> switches, int on, bit zp, Kind kr, Kind ka,
               Kind kb, Kind kc = KindNone, Kind kd = KindNone>
    : VpuInst<opcode, mn, 1, 1, (outs kr.Op:$dst),
              !con(!if(zp, (ins ZpReg:$zp), (ins)),
                   (ins ka.Op:$a, kb.Op:$b),
                   !if(!empty(kc.Letter), (ins), (ins kc.Op:$c)),
                   !if(!empty(kd.Letter), (ins), (ins kd.Op:$d))),
              !if(zp, "$zp ", "") # "$dst, $a, $b" #
                !if(!empty(kc.Letter), "", ", $c") #
                !if(!empty(kd.Letter), "", ", $d")> {
  bits<9> dst;
  bits<41> a;
  bits<41> b;
  bits<41> c;
  bits<41> d;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB = b{8-0};
  let SrcC = !if(!empty(kc.Letter), 0, c{8-0});
  let SrcD = !if(!empty(kd.Letter), 0, d{8-0});
  let Imm = !if(ka.IsImm, a{40-9},
                !if(kb.IsImm, b{40-9},
                    !if(kc.IsImm, c{40-9}, !if(kd.IsImm, d{40-9}, NoImm))));
  let Type = type;
  bits<8> On = on;
  let Sw = {NoSw{7}, !if(On{6}, 1, sw{6}), !if(On{5}, 1, sw{5}),
            !if(On{4}, 1, sw{4}), !if(On{3}, 1, sw{3}), !if(On{2}, 1, sw{2}),
            !if(On{1}, 1, sw{1}), !if(On{0}, 1, sw{0})};
  let Types = types;
  let Switches = !listconcat(switches, ProductWords);
  let Requires = [FeatureGrecoPlus];
}

//===----------------------------------------------------------------------===//
// MAC, MADD
//===----------------------------------------------------------------------===//

// One size of result. Bytes come with and without a zero point, which ZP_REG
// holds, and with ACC_I16 or without.
class ProductKind<string infix, Kind kr, list<DataType> types, int on,
                  list<Switch> switches, bit zp = 0> {
  string Infix = infix;
  Kind Result = kr;
  list<DataType> Types = types;
  int On = on;
  list<Switch> Switches = switches;
  bit Zp = zp;
}
def ProductFloat
    : ProductKind<"F", KindV, [TypeF32, TypeBF16, TypeF16], 0, [SatSw, NegSw]>;
def ProductFloatAcc : ProductKind<"FACC", KindD, [TypeBF16, TypeF16], 0x4,
                                  [SatSw, NegSw, AccFp32On]>;
def ProductWide : ProductKind<"W", KindD, [TypeI16, TypeU16], 0,
                              [SatSw, NegSw, AccI32Product]>;
defvar ByteSwitches = [SatSw, NegSw, AccI32Product, NegZpSw]<Switch>;
defvar ByteSwitches16 = [SatSw, NegSw, AccI32Product, NegZpSw, AccI16On]<Switch>;
def ProductByte : ProductKind<"B", KindA, ByteProducts, 0, ByteSwitches>;
def ProductByteZp
    : ProductKind<"BZP", KindA, ByteProducts, 0x20,
                  [SatSw, NegSw, AccI32Product, NegZpSw, ZpOn], 1>;
def ProductByte16 : ProductKind<"BH", KindD, ByteProducts, 0x4,
                                ByteSwitches16>;
def ProductByte16Zp
    : ProductKind<"BHZP", KindD, ByteProducts, 0x24,
                  [SatSw, NegSw, AccI32Product, NegZpSw, AccI16On, ZpOn], 1>;
def ProductF8 : ProductKind<"F8", KindA, [TypeF8_152, TypeF8_143], 0x4,
                            [SatSw, NegSw, AccFp32On]>;
// For text alone: the types whose results are no such groups.
defvar WideProducts = [TypeI16, TypeU16];
defvar F8Types = [TypeF8_152, TypeF8_143];
def ProductTextV : ProductKind<"T", KindV, !listconcat(ByteProducts,
                                                       WideProducts, F8Types),
                               0, []>;
def ProductTextD
    : ProductKind<"T", KindD, !listconcat(FloatTypes, ByteProducts), 0, []>;
def ProductTextA
    : ProductKind<"T", KindA, !listconcat(FloatTypes, WideProducts), 0, []>;
def ProductTextZpV : ProductKind<"TZP", KindV, ByteProducts, 0x20, [ZpOn], 1>;
def ProductTextZpD : ProductKind<"TZP", KindD, ByteProducts, 0x20, [ZpOn], 1>;
defvar ByteKinds = [ProductByte, ProductByteZp, ProductByte16, ProductByte16Zp];
defvar ProductKinds = !listconcat([ProductFloat, ProductFloatAcc, ProductWide],
                                  ByteKinds);
defvar TextKinds = [ProductTextV, ProductTextD, ProductTextA, ProductTextZpV,
                    ProductTextZpD];

// dst = a * b + c. With ACC_I16 some switches have no effect, as far as the
// reference assembler goes; those of NEG_ZP do with an immediate and ZP_REG.
class Madd16<SwitchGroup group> : DroppedSwitch<group> {
  let OnlyTypes = ByteProducts;
  let WhenGroup = GrpAccI16;
  let WhenValue = 1;
}
def MaddNegZp : Madd16<GrpNegZp>;
def MaddAccI32 : Madd16<GrpAccI32>;
def MaddZp : Madd16<GrpZp>;
class VpuMadd<ProductKind p, Kind kb, Kind kc,
              list<Switch> dropped =
                  !listconcat([MaddAccI32]<Switch>,
                              !if(!or(p.Zp, kb.IsImm), []<Switch>,
                                  [MaddZp]<Switch>),
                              !if(!and(p.Zp, kb.IsImm), []<Switch>,
                                  [MaddNegZp]<Switch>))>
    : VpuFused<0x37, "madd", p.Types,
               !listconcat(dropped,
                           // Nothing else sets the bits of what is dropped.
                           !filter(s, p.Switches,
                                   !or(!not(!eq(!and(p.On, 0x4), 0x4)),
                                       !empty(!filter(d, dropped,
                                                      !eq(!cast<string>(d.Group),
                                                          !cast<string>(s.Group))))))),
               p.On, p.Zp, p.Result, KindVsrc, kb, kc>;

foreach kb = [KindSsrc, KindVsrc, KindImm] in {
  let ReadsDest = 1 in {
    foreach p = ProductKinds in
    def VPU_MAC_#p.Infix#_#kb.Letter
        : VpuFused<0x00, "mac", p.Types, p.Switches, p.On, p.Zp, p.Result,
                   KindVsrc, kb>;
    let Requires = [FeatureGaudi2Plus] in
    def VPU_MAC_F8_#kb.Letter
        : VpuFused<0x00, "mac", ProductF8.Types, ProductF8.Switches,
                   ProductF8.On, 0, KindA, KindVsrc, kb>;
    // Two products: c and d are the other factors.
    foreach p = ByteKinds in
    def VPU_MAC_X2_#p.Infix#_#kb.Letter
        : VpuFused<0x00, "mac", p.Types, !listconcat(X2First, p.Switches),
                   !or(p.On, 0x10), p.Zp, p.Result, KindVsrc, kb, KindVsrc,
                   KindVsrc>;
    let isAsmParserOnly = 1 in
    foreach p = TextKinds in {
      def VPU_MAC_#p.Infix#p.Result.Letter#_#kb.Letter
          : VpuFused<0x00, "mac", p.Types, p.Switches, p.On, p.Zp, p.Result,
                     KindVsrc, kb>;
      def VPU_MAC_X2_#p.Infix#p.Result.Letter#_#kb.Letter
          : VpuFused<0x00, "mac", p.Types, !listconcat(X2First, p.Switches),
                     !or(p.On, 0x10), p.Zp, p.Result, KindVsrc, kb,
                     KindVsrc, KindVsrc>;
    }
  }
  // dst = a * b + c
  foreach p = ProductKinds in {
    defvar kc = !if(!eq(p.Result.Letter, "V"), KindVsrc, p.Result);
    def VPU_MADD_#p.Infix#_#kb.Letter : VpuMadd<p, kb, kc>;
  }
  let Requires = [FeatureGaudi2Plus] in
  def VPU_MADD_F8_#kb.Letter
      : VpuFused<0x37, "madd", ProductF8.Types, ProductF8.Switches,
                 ProductF8.On, 0, KindA, KindVsrc, kb, KindA>;
  let isAsmParserOnly = 1 in
  foreach p = TextKinds in {
    defvar kc = !if(!eq(p.Result.Letter, "V"), KindVsrc, p.Result);
    def VPU_MADD_#p.Infix#p.Result.Letter#_#kb.Letter : VpuMadd<p, kb, kc>;
  }
}

//===----------------------------------------------------------------------===//
// MUL
//===----------------------------------------------------------------------===//

def GrpRnd32 : SwitchGroup<"RND32", ["rnd32"]>;
class Rnd32<list<SwitchValue> values>
    : ValueSwitch<GrpRnd32, FieldSw, 0, 2, values> {
  let OnlyTypes = [TypeI32, TypeU32];
}
def Rnd32Sw : Rnd32<[SwitchValue<["no_round"], 0>,
                     SwitchValue<["double_and_round32"], 1>,
                     SwitchValue<["keep_rs"], 2>,
                     SwitchValue<["keep_rs_for_add"], 3>]>;
// Rounded, a product fills one register: the record of pairs comes later.
def Rnd32Double : Rnd32<[SwitchValue<["double_and_round32"], 1>]> {
  let Fixed = 1;
}
def Rnd32Text : Rnd32<Rnd32Sw.Values> {
  let TextOnly = 1;
}
defvar MulWords = [Rnd32Text];
def MulFloat : ProductKind<"F", KindV, [TypeF32, TypeBF16, TypeF16], 0, []>;
def MulFloatAcc : ProductKind<"FACC", KindD, [TypeBF16, TypeF16], 0x4,
                              [AccFp32On]>;
def MulWide : ProductKind<"W", KindD, [TypeI16, TypeU16], 0, []>;
def MulByte : ProductKind<"B", KindA, ByteProducts, 0, []>;
foreach kb = [KindSsrc, KindVsrc, KindImm] in {
  let DecodeLast = 1 in
  def VPU_MUL_L_#kb.Letter
      : VpuFused<0x01, "mul", [TypeI32, TypeU32], [Rnd32Sw], 0, 0, KindD,
                 KindVsrc, kb>;
  // A pair that starts with an odd register is none, but assembles.
  let DecodeLast = 2 in
  def VPU_MUL_ODD_#kb.Letter
      : VpuFused<0x01, "mul", [TypeI32, TypeU32], [Rnd32Sw], 0, 0, KindV,
                 KindVsrc, kb>;
  foreach p = [MulFloat, MulFloatAcc, MulWide, MulByte] in
  def VPU_MUL_#p.Infix#_#kb.Letter
      : VpuFused<0x01, "mul", p.Types, !listconcat(p.Switches, MulWords), p.On,
                 0, p.Result, KindVsrc, kb>;
  def VPU_MUL_ROUND_#kb.Letter
      : VpuFused<0x01, "mul", [TypeI32, TypeU32],
                 [Rnd32Double, Rnd32Text]<Switch>, 0, 0, KindV, KindVsrc, kb> {
    let Sw = 1;
  }
  let Requires = [FeatureGaudi2Plus] in
  def VPU_MUL_F8_#kb.Letter
      : VpuFused<0x01, "mul", ProductF8.Types, [AccFp32On], 0x4, 0, KindA,
                 KindVsrc, kb>;
  let isAsmParserOnly = 1 in
  foreach p = [ProductTextV, ProductTextD, ProductTextA] in {
    defvar long = !if(!eq(p.Result.Letter, "A"), [TypeI32, TypeU32],
                      []<DataType>);
    def VPU_MUL_#p.Infix#p.Result.Letter#_#kb.Letter
        : VpuFused<0x01, "mul", !listconcat(p.Types, long), MulWords, 0, 0,
                   p.Result, KindVsrc, kb>;
  }
}

//===----------------------------------------------------------------------===//
// X2 of f32, gaudi2: on both registers of pairs
//===----------------------------------------------------------------------===//

// What the sources beside a pair may be; both values of two immediates are the
// same.
class PairSources<Kind ka, Kind kb, Kind kd> {
  Kind A = ka;
  Kind B = kb;
  Kind D = kd;
  string Infix = ka.Letter # "_" # kb.Letter # "_" # kd.Letter;
}
defvar PairOnly = [
  PairSources<KindD, KindSsrc, KindSsrc>, PairSources<KindD, KindSsrc, KindVsrc>,
  PairSources<KindD, KindVsrc, KindSsrc>, PairSources<KindD, KindVsrc, KindVsrc>,
  PairSources<KindD, KindVsrc, KindImm>, PairSources<KindD, KindImm, KindVsrc>,
  PairSources<KindD, KindImm, KindSameImm>
];
defvar PairOrScalar = !listconcat(PairOnly, [
  PairSources<KindSsrc, KindVsrc, KindVsrc>,
  PairSources<KindImm, KindVsrc, KindVsrc>
]);

let Requires = [FeatureGaudi2Plus] in {
  foreach s = PairOnly in {
    def VPU_ADD_X2_#s.Infix
        : VpuFused<0x02, "add", [TypeF32], [X2Meant, SatSw, CarrySw, NoCarryGenSw],
                   0x10, 0, KindD, s.A, s.B, KindNone, s.D>;
    def VPU_SUB_X2_#s.Infix
        : VpuFused<0x03, "sub", [TypeF32],
                   [X2Meant, SatSw, NegSw, NoBorrowGenSw, BorrowSw], 0x10, 0,
                   KindD, s.A, s.B, KindNone, s.D>;
  }
  foreach s = PairOrScalar in {
    let ReadsDest = 1 in
    def VPU_MAC_F32_X2_#s.Infix
        : VpuFused<0x00, "mac", [TypeF32], [SatSw, NegSw, X2Meant], 0x10, 0,
                   KindD, s.A, s.B, KindNone, s.D>;
    def VPU_MUL_F32_X2_#s.Infix
        : VpuFused<0x01, "mul", [TypeF32], [X2Meant], 0x10, 0, KindD, s.A, s.B,
                   KindNone, s.D>;
    let DecodeLast = 1 in
    def VPU_MADD_F32_X2_#s.Infix
        : VpuFused<0x37, "madd", [TypeF32], [SatSw, NegSw, X2Meant], 0x10, 0,
                   KindD, s.A, s.B, KindD, s.D>;
  }
  let DecodeLast = 1 in
  foreach kc = [KindSsrc, KindImm] in
  def VPU_MADD_F32_X2_C_#kc.Letter
      : VpuFused<0x37, "madd", [TypeF32], [SatSw, NegSw, X2Meant], 0x10, 0,
                 KindD, KindD, KindVsrc, kc, KindVsrc>;
  // With V0 as the last source, which is left out then; groups go by the names
  // of their first registers.
  foreach ks = [[KindVsrc, KindVsrc, KindVsrc], [KindSsrc, KindVsrc, KindVsrc],
                [KindImm, KindVsrc, KindVsrc], [KindVsrc, KindSsrc, KindVsrc],
                [KindVsrc, KindImm, KindVsrc], [KindVsrc, KindVsrc, KindSsrc],
                [KindVsrc, KindVsrc, KindImm]] in
  def VPU_MADD_F32_X2_SHORT_#ks[0].Letter#_#ks[1].Letter#_#ks[2].Letter
      : VpuFused<0x37, "madd", [TypeF32], [SatSw, NegSw, X2On], 0x10, 0,
                 KindV, ks[0], ks[1], ks[2]>;
}
