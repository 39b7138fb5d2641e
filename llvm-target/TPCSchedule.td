//===-- TPCSchedule.td - latencies and scheduling rules -----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The exposed pipeline as records. A result becomes visible a fixed number of
// bundles after its operation; software has to know the number. The simulator,
// the checker of the assembler and the instruction scheduler of the compiler
// all use the tables that schedgen.py makes from these records.
//
//   latency = max(1, max(P, B) - R + 1)
//
//   P  stage in which the producer commits       (Producer records)
//   R  stage in which the consumer reads         (Port records)
//   B  earliest stage that can bypass to it      (Port records)
//
// Stages: D1 = -1, D2 = 0, E1 = 1 ... E11 = 11. PairRule records then change
// the figure for pairs of producers and ports that carry the tags they name.
//
// For a result or an operand the first matching Producer or Port record in the
// order of this file counts. A result without a record is an error of
// schedgen.py: nothing has a default latency.
//
// Sources, as the facts name them: "facts 5.x" are the sections of the
// architecture facts (LLVM T/TPCLatencyResolver.cpp, T/TPCHazardRecognizer.cpp,
// DOC); "measured" are distances observed in compiled code, which win where
// the two differ. Certainty: Documented, Measured, Inferred, Assumed.
//
//===----------------------------------------------------------------------===//

class SchedStage<int n> {
  int N = n;
}
def StageD1 : SchedStage<-1>;
def StageD2 : SchedStage<0>;
foreach i = 1...11 in
  def StageE#i : SchedStage<i>;

class SchedCertainty;
def Documented : SchedCertainty;
def Measured : SchedCertainty;
def Inferred : SchedCertainty;
def Assumed : SchedCertainty;

// Generations. Gaudi's B variant has Gaudi's pipeline and more types.
defvar GoyaGen = ["goya"];
defvar GaudiGens = ["gaudi", "gaudib"];
defvar PreGrecoGens = !listconcat(GoyaGen, GaudiGens);

// Common to all records below.
class SchedRecord {
  list<string> Gens = [];
  string Cite = "";
  SchedCertainty Certainty = Measured;
}

// Which operations. An empty list does not restrict. Switches and NotSwitches
// name switch groups (TPC_SW_<name>) that must be set or clear. Results: files
// of the operation's own result (enum tpc_file); "NONE" for none.
class OpMatch {
  list<string> Slots = [];
  list<string> Mnemonics = [];
  list<string> Types = [];
  list<string> Switches = [];
  list<string> NotSwitches = [];
  list<string> Results = [];
  // Files of which at least one source operand must be (predicates and
  // implied registers do not count).
  list<string> Sources = [];
}

// Mnemonic and type groups.
class MnGroup<list<string> names> {
  list<string> Names = names;
}
def FpTypes : MnGroup<["F32", "BF16"]>;
def IntTypes : MnGroup<["I32", "U32", "I16", "U16", "I8", "U8", "B", "I4",
                        "U4"]>;
// Types which the reference assembler takes but this generation lacks.
def OtherTypes : MnGroup<["F16", "F8_152", "F8_143"]>;
def LdTnsr : MnGroup<["LD_TNSR", "LD_TNSR_LOW", "LD_TNSR_HIGH"]>;
def StTnsr : MnGroup<["ST_TNSR", "ST_TNSR_LOW", "ST_TNSR_HIGH"]>;
def LdLV : MnGroup<["LD_L_V", "LD_L_V_LOW", "LD_L_V_HIGH"]>;
def StLV : MnGroup<["ST_L_V", "ST_L_V_LOW", "ST_L_V_HIGH"]>;
// Polynomial look-ups take two cycles.
def LookupC : MnGroup<["LOOKUP_1C", "LOOKUP_2C", "LOOKUP_C0", "LOOKUP_C1C2"]>;
def Lookup : MnGroup<!listconcat(["LOOKUP"], LookupC.Names)>;
def Sel : MnGroup<["SEL_EQ", "SEL_NEQ", "SEL_LESS", "SEL_LEQ", "SEL_GRT",
                   "SEL_GEQ", "SEL2_LESS", "SEL2_LEQ", "SEL2_GRT",
                   "SEL2_GEQ"]>;
def Convert : MnGroup<["CONVERT", "CONVERT_INT32", "CONVERT_UINT32",
                       "CONVERT_INT16", "CONVERT_UINT16", "CONVERT_INT8",
                       "CONVERT_UINT8"]>;

// Read the old value of their destination (port ACC). Others that keep a part
// of it write the rest only and read nothing (facts 5.4: writes to disjoint
// parts of one register may be back to back).
def Accumulators : MnGroup<["MAC", "MSAC", "UDIV_STEP", "UDIV_4STEP"]>;

//===----------------------------------------------------------------------===//
// Producers (facts 5.2)
//===----------------------------------------------------------------------===//

class Producer<SchedStage p, list<string> tags = []> : SchedRecord {
  OpMatch On = ?;
  list<string> Files = []; // of the result
  SchedStage P = p;
  list<string> Tags = tags;
  let Cite = "facts 5.2";
}

class On<list<string> slots, list<string> mnemonics, list<string> types = [],
         list<string> results = [], list<string> switches = [],
         list<string> sources = []> : OpMatch {
  let Slots = slots;
  let Mnemonics = mnemonics;
  let Types = types;
  let Results = results;
  let Switches = switches;
  let Sources = sources;
}
// Operations with a result in one of these files, or with such a source.
class OnResult<list<string> slots, list<string> mnemonics,
               list<string> results, list<string> sources = []>
    : On<slots, mnemonics, [], results, [], sources>;
class OnSwitch<list<string> slots, list<string> mnemonics,
               list<string> types, list<string> switches>
    : On<slots, mnemonics, types, [], switches>;

let Gens = PreGrecoGens in {

// Results in the index registers.
let Files = ["I"] in {
  // The bypass network starts at these (facts 5.4).
  let On = On<["SPU"], ["SHL", "SHR"]>, Gens = GaudiGens in
  def P_IRF_SHIFT_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<["SPU"], ["ADD", "SUB", "MOV", "SET_INDX"]> in
  def P_IRF_SPU_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<["LOAD"], ["SET_INDX", "MOV"]> in
  def P_IRF_LOAD_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<["STORE"], ["SET_INDX"]> in
  def P_IRF_STORE_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<[], []> in
  def P_IRF_E3 : Producer<StageE3>;
}

// Predicates: loads commit later than compares, logic and moves.
let Files = ["SP", "VP"] in {
  let On = On<["LOAD"], !listconcat(["LD_L", "LD_G"], LdLV.Names,
                                    LdTnsr.Names)> in
  def P_PRED_LOAD : Producer<StageE4, ["pred_load"]>;
  let On = On<[], []> in
  def P_PRED : Producer<StageE2, ["pred_alu"]>;
}

// Address registers.
let Files = ["AD"] in
let On = On<["LOAD", "STORE"], ["GEN_ADDR"]> in
def P_GEN_ADDR : Producer<StageE6>;

// Loads, and register moves of the LOAD slot.
let Files = ["S", "V", "D"] in {
  // They occupy two cycles: one more on top of the formula.
  let On = On<["LOAD"], LookupC.Names> in
  def P_LOOKUP_C : Producer<StageE3, ["two_cycles"]>;
  let On = On<["LOAD"], []> in
  def P_LOAD : Producer<StageE3>;
}

// Arithmetic.
let Files = ["S", "Z", "V", "D", "A"] in {
  // Goya has one figure for all floating-point sums and products.
  let On = On<["SPU", "VPU"], ["MAC", "MUL", "ADD", "SUB"],
              !listconcat(FpTypes.Names, OtherTypes.Names)>,
      Gens = GoyaGen in
  def P_FP_GOYA : Producer<StageE5>;
  let Gens = GaudiGens in {
    // Fused multiply-add unit. The tag names the accumulator class: results go
    // to accumulators of the same class at once (facts 5.4, measured note 5).
    let On = OnSwitch<["SPU", "VPU"], ["MAC", "MUL"], ["BF16"],
                      ["ACC_FP32"]> in
    def P_FMA_ACC32 : Producer<StageE5, ["fma", "fma_acc32", "fp_mul"]>;
    let On = On<["SPU", "VPU"], ["MAC", "MUL"], FpTypes.Names> in
    def P_FMA : Producer<StageE5, ["fma", "fma_plain", "fp_mul"]>;
    let On = On<["SPU", "VPU"], ["MAC", "MUL"], OtherTypes.Names> in
    def P_FMA_OTHER : Producer<StageE5, ["fma", "fma_f16", "fp_mul"]> {
      let Certainty = Inferred;
    }
    let On = On<["SPU", "VPU"], ["ADD", "SUB"], OtherTypes.Names> in
    def P_ADD_OTHER : Producer<StageE5, ["fma", "fma_f16"]> {
      let Certainty = Inferred;
    }
  }
  let On = On<["SPU"], ["UDIV_STEP", "UDIV_4STEP"]> in
  def P_UDIV_STEP : Producer<StageE6, ["late_to_acc"]>;
  let On = On<["VPU"], ["SHUFFLE", "PACK", "UNPACK", "MOV_G"]> in
  def P_PERMUTE : Producer<StageE4, ["late_to_acc"]>;
  let On = On<["VPU"], ["MOV_DG", "MSAC"]> in
  def P_MOV_DG : Producer<StageE5, ["late_to_acc"]>;
  let On = On<["SPU", "VPU"], []> in
  def P_ALU : Producer<StageE3>;
}

}

//===----------------------------------------------------------------------===//
// Consumer ports (facts 5.3)
//===----------------------------------------------------------------------===//

// Kind: what the operand is for its operation.
//   SOURCE    an operand of the text (SRF, VRF, ... or an address)
//   ACC       a result register that is read as well
//   PRED      the guard
//   IMPLIED   a register read without being encoded
//   CARRY     the carry flag
class Port<string kind, SchedStage r, SchedStage b, list<string> tags = []>
    : SchedRecord {
  string Kind = kind;
  OpMatch On = ?;
  list<string> Files = [];  // of the operand
  list<string> Fields = []; // that encode it
  SchedStage R = r;
  SchedStage B = b;
  list<string> Tags = tags;
  let Cite = "facts 5.3";
}

let Gens = PreGrecoGens in {

// --- guards --------------------------------------------------------------

let Files = ["VP"] in {
  let On = On<["VPU"], []> in
  def R_VPRED_VPU : Port<"PRED", StageE1, StageE2>;
  let On = On<["LOAD"], ["MOV"]> in
  def R_VPRED_LOAD_MOV : Port<"PRED", StageE1, StageE2> {
    let Certainty = Documented;
  }
  let On = On<["LOAD"], []> in
  def R_VPRED_LOAD : Port<"PRED", StageD2, StageE2>;
}

let Files = ["SP"] in {
  let On = OnResult<["SPU"], [], ["I"]> in
  def R_SPRED_SPU_IRF : Port<"PRED", StageD2, StageE2>;
  let On = On<["SPU"], ["LOOP"]> in
  def R_SPRED_LOOP : Port<"PRED", StageD2, StageE2>;
  let On = On<["SPU"], []> in
  def R_SPRED_SPU : Port<"PRED", StageE1, StageE2>;
  let On = On<["VPU"], []> in
  def R_SPRED_VPU : Port<"PRED", StageE2, StageE2>;
  let On = On<["LOAD", "STORE"], !listconcat(LdTnsr.Names, StTnsr.Names,
                                             LdLV.Names, StLV.Names)> in
  def R_SPRED_VECTOR : Port<"PRED", StageE2, StageE2>;
  let On = On<["LOAD"], Lookup.Names>, Gens = GoyaGen in
  def R_SPRED_LOOKUP_GOYA : Port<"PRED", StageE2, StageE2>;
  let On = OnResult<["LOAD"], ["LD_G", "MOV"], ["V", "VP"]> in
  def R_SPRED_LOAD_V : Port<"PRED", StageE2, StageE2>;
  // Seen at 2 (an upper bound), which D2 would not allow.
  let On = OnResult<["LOAD"], ["MOV"], ["S", "SP"]>, Cite = "measured" in
  def R_SPRED_LOAD_MOV : Port<"PRED", StageE1, StageE2>;
  let On = On<["LOAD", "STORE"], []> in
  def R_SPRED_SCALAR : Port<"PRED", StageD2, StageE2>;
}

// --- flags and registers that are read without being named ----------------

// facts 5.3: the compiler uses 2. Results that set it are P_ALU (E3), so the
// distance is that of a two-stage path of its own.
let Certainty = Assumed, On = On<[], []> in
def R_CARRY : Port<"CARRY", StageE1, StageE2>;

// S27 to S31 as control words of tensor accesses: 7 from everything.
let On = On<["LOAD", "STORE"], []>, Files = ["S"] in
def R_IMPLIED : Port<"IMPLIED", StageD2, StageE6>;

// The random register that MOV seeds: nothing is known of its pipeline (facts
// 8.6); the next bundle reads the seed.
let Certainty = Assumed, On = On<["VPU", "LOAD"], ["MOV"]>,
    Files = ["V_SPECIAL"] in
def R_IMPLIED_SEED : Port<"IMPLIED", StageE1, StageE2>;

// --- accumulators ------------------------------------------------------------

// Goya has no short cut into accumulators of floating point, and one into
// those of integers (measured, notes 1 and 2).
let Cite = "measured", Gens = GoyaGen in {
  let On = On<["SPU", "VPU"], ["MAC"],
              !listconcat(FpTypes.Names, OtherTypes.Names)> in
  def R_ACC_FP_GOYA : Port<"ACC", StageD2, StageE3>;
  let On = On<["SPU", "VPU"], ["MAC", "MSAC"]> in
  def R_ACC_INT_GOYA : Port<"ACC", StageE1, StageE4>;
}
let Gens = GaudiGens in {
  let On = OnSwitch<["SPU", "VPU"], ["MAC"], ["BF16"], ["ACC_FP32"]> in
  def R_ACC_ACC32 : Port<"ACC", StageE1, StageE4, ["fp_acc", "acc32"]>;
  let On = On<["SPU", "VPU"], ["MAC"], FpTypes.Names> in
  def R_ACC_FP : Port<"ACC", StageE1, StageE4, ["fp_acc", "acc_plain"]>;
  let On = On<["SPU", "VPU"], ["MAC"], OtherTypes.Names> in
  def R_ACC_OTHER : Port<"ACC", StageE1, StageE4, ["fp_acc", "acc_f16"]> {
    let Certainty = Inferred;
  }
}
// Integer accumulators and pairs that are read and written (UDIV_4STEP,
// partial results).
let On = On<[], []> in
def R_ACC : Port<"ACC", StageD2, StageE3>;

// --- index registers ------------------------------------------------------------

let Files = ["I"] in {
  let On = On<["LOAD", "STORE"], []> in
  def R_IRF_MEMORY : Port<"SOURCE", StageD2, StageE1, ["irf_bypass"]>;
  let On = On<["SPU"], ["ADD", "SUB", "MUL", "MOV", "SHL", "SHR"]> in
  def R_IRF_SPU : Port<"SOURCE", StageD2, StageE1, ["irf_bypass"]>;
  let On = On<["SPU"], []> in
  def R_IRF_OTHER : Port<"SOURCE", StageD2, StageE1>;
}

// --- address registers ------------------------------------------------------------

let Files = ["AD"] in {
  let On = OnResult<["LOAD"], ["LD_G"], ["V"]> in
  def R_AD_LD_G_VECTOR : Port<"SOURCE", StageE6, StageE3>;
  let On = On<["LOAD"], []> in
  def R_AD_LOAD : Port<"SOURCE", StageD2, StageE3>;
  let On = On<["STORE"], []> in
  def R_AD_STORE : Port<"SOURCE", StageD2, StageE6>;
}

// --- scalars ------------------------------------------------------------

let Files = ["S", "S_SPECIAL", "Z"] in {
  let On = On<["SPU"], []> in
  def R_S_SPU : Port<"SOURCE", StageD2, StageE3>;
  let On = On<["VPU"], []> in
  def R_S_VPU : Port<"SOURCE", StageE6, StageE6>;
  let On = On<["LOAD"], LdLV.Names> in
  def R_S_LD_L_V : Port<"SOURCE", StageE6, StageE6>;
  let On = On<["STORE"], StLV.Names> in
  def R_S_ST_L_V : Port<"SOURCE", StageE6, StageE6, ["st_l_v_addr"]>;
  let On = OnResult<["LOAD"], ["MOV"], ["V", "VP"]> in
  def R_S_LOAD_MOV_V : Port<"SOURCE", StageE6, StageE6>;
  let On = On<["LOAD"], []> in
  def R_S_LOAD : Port<"SOURCE", StageD2, StageE3>;
  let On = On<["STORE"], ["ST_L", "ST_G"]> in
  def R_S_STORE : Port<"SOURCE", StageD2, StageE6>;
  // SET_INDX values, PRMT_INDX control.
  let On = On<["STORE"], []> in
  def R_S_STORE_INDX : Port<"SOURCE", StageD2, StageE3>;
}

// --- scalar predicates as data -----------------------------------------------

let Files = ["SP"] in {
  let On = On<["STORE"], []> in
  def R_SP_STORE : Port<"SOURCE", StageD2, StageE2>;
  let On = On<["VPU"], []> in
  def R_SP_VPU : Port<"SOURCE", StageE2, StageE2> {
    let Certainty = Assumed; // as its guard
  }
  let On = On<["SPU", "LOAD"], []> in
  def R_SP_SPU : Port<"SOURCE", StageE1, StageE2>;
}

// --- vectors ------------------------------------------------------------

let Files = ["V", "D", "A", "V_SPECIAL"] in {
  let On = On<["STORE"], StTnsr.Names> in
  def R_V_ST_TNSR : Port<"SOURCE", StageE6, StageE6>;
  let On = On<["STORE"], StLV.Names> in
  def R_V_ST_L_V : Port<"SOURCE", StageD2, StageE6>;
  let On = On<["LOAD"], []> in
  def R_V_LOAD : Port<"SOURCE", StageD2, StageE3>;
  let On = On<["VPU"], !listconcat(Sel.Names, ["FORM_FP_NUM"])> in
  def R_V_SRC_CD : Port<"SOURCE", StageE1, StageE4> {
    let Fields = ["SRCC", "SRCD"];
  }
  let On = On<["VPU"], []> in
  def R_V_VPU : Port<"SOURCE", StageD2, StageE3>;
}

// --- vector predicates as data -----------------------------------------------

let Files = ["VP"] in {
  let On = On<["STORE"], StTnsr.Names> in
  def R_VP_ST_TNSR : Port<"SOURCE", StageE2, StageE2>;
  let On = On<["STORE"], StLV.Names> in
  def R_VP_ST_L_V : Port<"SOURCE", StageD2, StageE2>;
  let On = On<["VPU", "LOAD"], []> in
  def R_VP_VPU : Port<"SOURCE", StageE1, StageE2>;
}

}

//===----------------------------------------------------------------------===//
// Pairs with figures of their own (facts 5.4)
//===----------------------------------------------------------------------===//

// Applied in order to pairs whose producer has all of From and whose port has
// all of To ([] matches everything). Set replaces the latency, Add adds to it,
// Read and Bypass replace the port's stages.
class PairRule<list<string> from, list<string> to> : SchedRecord {
  list<string> From = from;
  list<string> To = to;
  int Set = -1;
  int Add = 0;
  SchedStage Read = ?;
  SchedStage Bypass = ?;
  let Cite = "facts 5.4";
}

let Gens = PreGrecoGens in {

def X_IRF_BYPASS : PairRule<["irf_bypass"], ["irf_bypass"]> {
  let Read = StageE1;
  let Bypass = StageE1;
}

let Set = 6 in
def X_FMA_ACC_ACROSS : PairRule<["fma"], ["fp_acc"]>;
let Set = 4 in {
  def X_FMA_ACC_PLAIN : PairRule<["fma_plain"], ["acc_plain"]>;
  def X_FMA_ACC_32 : PairRule<["fma_acc32"], ["acc32"]>;
  def X_FMA_ACC_F16 : PairRule<["fma_f16"], ["acc_f16"]> {
    let Certainty = Inferred;
  }
}

let Add = 1 in {
  def X_LATE_TO_ACC : PairRule<["late_to_acc"], ["fp_acc"]>;
  def X_TWO_CYCLES : PairRule<["two_cycles"], []>;
}

// Measured; most likely a check of the compiler and not a property of the
// port (measured, note 13). The cautious figure is used.
let Set = 2 in
def X_FP_MUL_ST_L_V : PairRule<["fp_mul"], ["st_l_v_addr"]> {
  let Cite = "measured, note 13";
}

// The loop machinery's iterator.
let Set = 1 in
def X_LOOP_ITERATOR : PairRule<["loop_iterator"], []> {
  let Certainty = Inferred;
}

}

// The result of the loop machinery and of carry-generating operations: not an
// operand of any text, so they are named instead of matched.
class NamedProducer<string name, SchedStage p, list<string> tags = []>
    : SchedRecord {
  string Name = name;
  SchedStage P = p;
  list<string> Tags = tags;
}
let Gens = PreGrecoGens in {
def N_LOOP_ITERATOR : NamedProducer<"LOOP_ITERATOR", StageE3,
                                    ["loop_iterator"]> {
  let Cite = "facts 5.4";
  let Certainty = Inferred;
}
def N_CARRY : NamedProducer<"CARRY", StageE2> {
  let Cite = "facts 5.3";
  let Certainty = Assumed;
}
}

//===----------------------------------------------------------------------===//
// Minimum distances (facts 5.5), loops (5.6) and jumps (5.8)
//===----------------------------------------------------------------------===//

// Special relations between the two operations, beyond what they are.
//   NONE          First in the older bundle, Second in the younger one
//   SAME_DEST     and both write the same register
//   USES_SRCD     and Second uses the field VPU SrcD
//   MMIO          First stores to one of the named configuration registers
//   FALL_THROUGH  First is a jump that was not taken
class DistanceRule<string name, OpMatch first, OpMatch second, int min>
    : SchedRecord {
  string Name = name;
  OpMatch First = first;
  OpMatch Second = second;
  int Min = min;          // smallest legal distance
  int NotExactly = -1;    // this distance alone is illegal
  string Relation = "NONE";
  list<string> Registers = []; // of Relation MMIO, names of the register block
  let Cite = "facts 5.5";
  let Certainty = Documented;
}

let Gens = PreGrecoGens in {

let Relation = "SAME_DEST" in {
  let Gens = GaudiGens in
  def D_FP_MUL_WAW
      : DistanceRule<"FP multiply, then another write of its result",
                     On<["SPU", "VPU"], ["MAC", "MUL"], FpTypes.Names>,
                     On<[], []>, 2>;
  let Gens = ["gaudib"] in
  def D_F16_MUL_WAW
      : DistanceRule<"FP multiply, then another write of its result",
                     On<["SPU", "VPU"], ["MAC", "MUL"], ["F16"]>,
                     On<[], []>, 2>;
}
def D_PRED_LOAD_WAW_SPU
    : DistanceRule<"load of a predicate, then another write of it",
                   OnResult<["LOAD"], !listconcat(["LD_L", "LD_G"], LdLV.Names,
                                                  LdTnsr.Names), ["SP", "VP"]>,
                   On<["SPU", "VPU"], []>, 3> {
  let Relation = "SAME_DEST";
  let Cite = "facts 5.4";
}
def D_PRED_LOAD_WAW_MOV
    : DistanceRule<"load of a predicate, then another write of it",
                   OnResult<["LOAD"], !listconcat(["LD_L", "LD_G"], LdLV.Names,
                                                  LdTnsr.Names), ["SP", "VP"]>,
                   On<["LOAD"], ["MOV"]>, 3> {
  let Relation = "SAME_DEST";
  let Cite = "facts 5.4";
}
def D_LOW_HIGH : DistanceRule<"LD_TNSR_LOW, then LD_TNSR_HIGH",
                              On<[], ["LD_TNSR_LOW"]>,
                              On<[], ["LD_TNSR_HIGH"]>, 2>;
def D_HIGH_LOW : DistanceRule<"LD_TNSR_HIGH, then LD_TNSR_LOW",
                              On<[], ["LD_TNSR_HIGH"]>,
                              On<[], ["LD_TNSR_LOW"]>, 2>;
def D_LOW_LOAD : DistanceRule<"LD_TNSR_LOW, then LD_TNSR",
                              On<[], ["LD_TNSR_LOW"]>, On<[], ["LD_TNSR"]>, 2>;
def D_STORE_LOAD_4 : DistanceRule<"ST_TNSR, then LD_TNSR 4 bundles later",
                                  On<[], ["ST_TNSR"]>, On<[], ["LD_TNSR"]>,
                                  1> {
  let NotExactly = 4;
}
def D_LOOKUP_LOAD : DistanceRule<"polynomial LOOKUP, then the LOAD slot",
                                 On<[], LookupC.Names>, On<["LOAD"], []>, 2>;
def D_LOOKUP_SRCD
    : DistanceRule<"polynomial LOOKUP, then a VPU operation with SrcD",
                   On<[], LookupC.Names>, On<["VPU"], []>, 2> {
  let Relation = "USES_SRCD";
}
let Gens = GoyaGen in {
  def D_LOOKUP_LOAD_GOYA : DistanceRule<"LOOKUP, then the LOAD slot",
                                        On<[], ["LOOKUP"]>,
                                        On<["LOAD"], []>, 2>;
  def D_LOOKUP_SRCD_GOYA
      : DistanceRule<"LOOKUP, then a VPU operation with SrcD",
                     On<[], ["LOOKUP"]>, On<["VPU"], []>, 2> {
    let Relation = "USES_SRCD";
  }
}
def D_LOOKUP_ST_L_V : DistanceRule<"LOOKUP, then ST_L_V",
                                   On<[], Lookup.Names>, On<[], StLV.Names>, 2>;
def D_INVALIDATE_LOOKUP : DistanceRule<"CACHE_INVALIDATE, then LOOKUP",
                                       On<[], ["CACHE_INVALIDATE"]>,
                                       On<[], Lookup.Names>, 2>;
def D_LOOKUP_INVALIDATE : DistanceRule<"LOOKUP, then CACHE_INVALIDATE",
                                       On<[], Lookup.Names>,
                                       On<[], ["CACHE_INVALIDATE"]>, 2>;
let Gens = GaudiGens in
def D_UDIV : DistanceRule<"UDIV_4STEP, then UDIV_4STEP",
                          On<[], ["UDIV_4STEP"]>, On<[], ["UDIV_4STEP"]>, 7>;
def D_JMP_FALL
    : DistanceRule<"JMP, then LOAD, SPU or STORE on the path behind it",
                   On<["SPU"], ["JMPR", "JMPA"]>,
                   On<["LOAD", "SPU", "STORE"], []>, 2> {
  let Relation = "FALL_THROUGH";
}
def D_JMP_CONVERT : DistanceRule<"JMP or LOOP, then SPU CONVERT",
                                 On<["SPU"], ["JMPR", "JMPA", "LOOP"]>,
                                 On<["SPU"], Convert.Names>, 3>;
def D_JMP_ASO : DistanceRule<"JMP or LOOP, then ASO",
                             On<["SPU"], ["JMPR", "JMPA", "LOOP"]>,
                             On<["STORE"], ["ASO"]>, 3>;
def D_JMP_HALT : DistanceRule<"JMP, then HALT",
                              On<["SPU"], ["JMPR", "JMPA"]>,
                              On<["SPU"], ["HALT"]>, 3>;
def D_LOOP_JMP : DistanceRule<"LOOP, then JMP or LOOP in its delay slot",
                              On<["SPU"], ["LOOP"]>,
                              On<["SPU"], ["JMPR", "JMPA", "LOOP"]>, 2> {
  let Cite = "facts 5.6";
}
def D_LOOP_LOOKUP : DistanceRule<"LOOP, then LOOKUP in its delay slot",
                                 On<["SPU"], ["LOOP"]>,
                                 On<["LOAD"], Lookup.Names>, 2> {
  let Cite = "facts 5.6";
}
// Goya: the loop machinery and loads of predicates (facts 5.6).
let Gens = GoyaGen, Cite = "facts 5.6" in
def D_LOOP_PRED_LOAD
    : DistanceRule<"LOOP, then a load of a predicate in its delay slot",
                   On<["SPU"], ["LOOP"]>,
                   OnResult<["LOAD"], ["LD_L", "LD_G"], ["SP"]>, 2>;
let Gens = GaudiGens in {
def D_MMIO_ROUND
    : DistanceRule<"ST_L.MMIO to ROUND_CSR, then its user",
                   On<["STORE"], ["ST_L"]>,
                   On<["SPU", "VPU"],
                      !listconcat(["MAC", "MUL", "ADD", "SUB", "NEARBYINT"],
                                  Convert.Names)>, 3> {
  let Relation = "MMIO";
  let Registers = ["ROUND_CSR"];
}
def D_MMIO_TENSOR
    : DistanceRule<"ST_L.MMIO to a tensor descriptor, then its user",
                   On<["STORE"], ["ST_L"]>,
                   On<["LOAD", "STORE"], !listconcat(["GEN_ADDR"], LdTnsr.Names,
                                                     StTnsr.Names)>, 2> {
  let Relation = "MMIO";
  let Registers = ["KERNEL_DESC"];
}
}

}

// Rules on loops that are no distance between two operations (facts 5.6).
class LoopRule<string name, int value> : SchedRecord {
  string Name = name;
  int Value = value;
  let Cite = "facts 5.6";
  let Certainty = Documented;
}
let Gens = PreGrecoGens in {
def L_JMP_BEFORE_END : LoopRule<"LOOP_JMP_BEFORE_END", 6>;
def L_TARGET_BEFORE_END : LoopRule<"LOOP_TARGET_BEFORE_END", 3>;
def L_ENDS_APART : LoopRule<"LOOP_ENDS_APART", 4>;
// An ordinary write of an iterator register, then LOOP.
def L_ITERATOR_WRITE : LoopRule<"LOOP_ITERATOR_WRITE", 5> {
  let Cite = "facts 5.4";
}
def L_NO_LOOKUP_LAST : LoopRule<"LOOP_NO_LOOKUP_IN_LAST", 1>;
// Bundles of a body without jumps; the facts say 6 to 7.
def L_MIN_BODY : LoopRule<"LOOP_MIN_BODY", 7>;
// The end offset has 16 bits.
def L_MAX_BODY : LoopRule<"LOOP_MAX_BODY", 2047>;
// Last bundles of a body in which the vector pipe may not read the iterator,
// and bundles before a LOOP likewise.
def L_ITERATOR_USE_END : LoopRule<"LOOP_ITERATOR_USE_END", 6>;
def L_ITERATOR_USE_BEFORE : LoopRule<"LOOP_ITERATOR_USE_BEFORE", 4>;
}

// Empty bundles that a kernel ends with (facts 5.10), and the like.
class FlowRule<string name, int value> : SchedRecord {
  string Name = name;
  int Value = value;
  let Cite = "facts 5.10";
  let Certainty = Documented;
}
let Gens = PreGrecoGens in {
def C_HALT_NOPS : FlowRule<"HALT_NOPS", 3>;
// Operands that the vector pipe takes from the scalar one are read here.
def C_VECTOR_STAGE : FlowRule<"VECTOR_PIPE_STAGE", StageE6.N> {
  let Cite = "facts 5.1";
}
}

// Distances of accesses to the same place of local memory or of a tensor that
// have to stay in order. The pipes access local memory in order; public sources
// have no figures. Order between tensor stores and loads is ASO's business
// (facts 3.2).
class MemoryRule<string name, int value> : SchedRecord {
  string Name = name;
  int Value = value;
  let Cite = "facts 3.2";
  let Certainty = Assumed;
}
let Gens = PreGrecoGens in {
def M_LOAD_AFTER_STORE : MemoryRule<"MEMORY_LOAD_AFTER_STORE", 5>;
def M_STORE_AFTER_STORE : MemoryRule<"MEMORY_STORE_AFTER_STORE", 1>;
def M_STORE_AFTER_LOAD : MemoryRule<"MEMORY_STORE_AFTER_LOAD", 1>;
}

//===----------------------------------------------------------------------===//
// What may not stand in one bundle (facts 5.7)
//===----------------------------------------------------------------------===//

class BundleRule<string name, OpMatch a, OpMatch b> : SchedRecord {
  string Name = name;
  OpMatch A = a;
  OpMatch B = b;
  let Cite = "facts 5.7";
  let Certainty = Documented;
}

let Gens = PreGrecoGens in {

def B_LOCAL_LOAD_STORE
    : BundleRule<"two accesses of local or global memory",
                 On<["LOAD"], !listconcat(["LD_L", "LD_G", "PREFETCH"],
                                          LdLV.Names, Lookup.Names)>,
                 On<["STORE"], !listconcat(["ST_L", "ST_G"], StLV.Names)>>;
def B_LD_G_CACHE
    : BundleRule<"LD_G with a cache operation", On<["LOAD"], ["LD_G"]>,
                 On<["STORE"], ["CACHE_FLUSH", "CACHE_INVALIDATE", "ASO"]>>;
def B_LOOKUP_INVALIDATE
    : BundleRule<"LOOKUP with CACHE_INVALIDATE", On<["LOAD"], Lookup.Names>,
                 On<["STORE"], ["CACHE_INVALIDATE"]>>;
def B_ASO_VECTOR_LOAD
    : BundleRule<"ASO with a vector load", On<["STORE"], ["ASO"]>,
                 On<["LOAD"], !listconcat(LdTnsr.Names, Lookup.Names)>>;
def B_ASO_LD_G_V : BundleRule<"ASO with a vector load", On<["STORE"], ["ASO"]>,
                              OnResult<["LOAD"], ["LD_G"], ["V"]>>;
// One scalar operand a bundle reaches the vector pipe.
def B_S2V_MOV : BundleRule<"two scalars to the vector pipe",
                           OnResult<["VPU"], [], [], ["S", "SP", "S_SPECIAL"]>,
                           OnResult<["LOAD"], ["MOV"], ["V", "VP"],
                                    ["S", "SP", "S_SPECIAL"]>>;
def B_S2V_LD_L_V : BundleRule<"two scalars to the vector pipe",
                              OnResult<["VPU"], [], [],
                                       ["S", "SP", "S_SPECIAL"]>,
                              On<["LOAD"], LdLV.Names>>;
def B_IRF_MUL
    : BundleRule<"SPU index multiply with a STORE-slot index operation",
                 OnResult<["SPU"], ["MUL"], ["I"]>,
                 On<["STORE"], !listconcat(["SET_INDX", "PRMT_INDX",
                                            "GEN_ADDR"], StTnsr.Names)>>;
// Compiler policy; LOOP needs the whole bundle anyway.
def B_JMP : BundleRule<"JMP with another operation",
                       On<["SPU"], ["JMPR", "JMPA"]>,
                       On<["LOAD", "VPU", "STORE"], []>> {
  let Certainty = Inferred;
}

}

//===----------------------------------------------------------------------===//
// What memory an operation accesses
//===----------------------------------------------------------------------===//

// Accesses of different spaces do not see each other, but for tensors and
// addresses of global memory. With the switch MMIO it is the configuration
// space. An operation with side effects and without a space is ordered with
// all others.
class MemorySpace<string name, OpMatch on> : SchedRecord {
  string Name = name;
  OpMatch On = on;
  let Cite = "facts 3.1";
  let Certainty = Documented;
}
let Gens = PreGrecoGens in {
def S_SCALAR : MemorySpace<"SCALAR", On<["LOAD", "STORE"], ["LD_L", "ST_L"]>>;
def S_VECTOR : MemorySpace<"VECTOR", On<["LOAD", "STORE"],
                                        !listconcat(LdLV.Names, StLV.Names)>>;
def S_TENSOR : MemorySpace<"TENSOR", On<["LOAD", "STORE"],
                                        !listconcat(LdTnsr.Names,
                                                    StTnsr.Names)>>;
def S_GLOBAL : MemorySpace<"GLOBAL", On<["LOAD", "STORE"],
                                        ["LD_G", "ST_G", "PREFETCH"]>>;
def S_TABLE : MemorySpace<"TABLE", On<["LOAD"], Lookup.Names>>;
}
