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
defvar GrecoGen = ["greco"];
defvar Gaudi2Gen = ["gaudi2"];
defvar GrecoGens = !listconcat(GrecoGen, Gaudi2Gen);
defvar PreGaudi2Gens = !listconcat(PreGrecoGens, GrecoGen);
defvar GaudiPlusGens = !listconcat(GaudiGens, GrecoGens);
defvar AllGens = !listconcat(PreGrecoGens, GrecoGens);

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
  // implied registers do not count); IMM is any number. SourceFields, where it
  // names fields, leaves only operands in these.
  list<string> Sources = [];
  list<string> SourceFields = [];
}

// Mnemonic and type groups.
class MnGroup<list<string> names> {
  list<string> Names = names;
}
def FpTypes : MnGroup<["F32", "BF16"]>;
def IntTypes : MnGroup<["I32", "U32", "I16", "U16", "I8", "U8", "B", "I4",
                        "U4"]>;
def Fp8Types : MnGroup<["F8_152", "F8_143"]>;
// What Gaudi and Goya lack, though the reference assembler takes it; F16 is a
// type of Gaudi's B variant.
def OtherTypes : MnGroup<["F16", "F8_152", "F8_143"]>;
def LdTnsr : MnGroup<["LD_TNSR", "LD_TNSR_LOW", "LD_TNSR_HIGH"]>;
def StTnsr : MnGroup<["ST_TNSR", "ST_TNSR_LOW", "ST_TNSR_HIGH", "ST_TNSR_S",
                      "ST_TNSR_SQZ"]>;
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
class OnClear<list<string> slots, list<string> mnemonics,
              list<string> switches> : On<slots, mnemonics> {
  let NotSwitches = switches;
}
class OnOperand<list<string> slots, list<string> mnemonics,
                list<string> sources, list<string> fields>
    : On<slots, mnemonics, [], [], [], sources> {
  let SourceFields = fields;
}

let Gens = AllGens in {

// Results in the index registers.
let Files = ["I"] in {
  // The bypass network starts at these (facts 5.4).
  let On = On<["SPU"], ["SHL", "SHR"]>, Gens = GaudiPlusGens in
  def P_IRF_SHIFT_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<["SPU"], ["ADD", "SUB", "MOV", "SET_INDX"]> in
  def P_IRF_SPU_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<["LOAD"], ["SET_INDX", "MOV"]> in
  def P_IRF_LOAD_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<["LOAD"], ["LD_G"]>, Gens = GrecoGen in
  def P_IRF_LD_G_GRECO : Producer<StageE4>;
  let On = On<["STORE"], ["SET_INDX"]> in
  def P_IRF_STORE_E1 : Producer<StageE1, ["irf_bypass"]>;
  let On = On<[], []> in
  def P_IRF_E3 : Producer<StageE3>;
}

// Predicates: loads commit later than compares, logic and moves.
let Files = ["SP", "VP"] in {
  let On = On<["LOAD", "STORE"], !listconcat(["LD_L", "LD_G"], LdLV.Names,
                                             LdTnsr.Names)> in
  def P_PRED_LOAD : Producer<StageE4, ["pred_load"]>;
  let On = On<[], []> in
  def P_PRED : Producer<StageE2, ["pred_alu"]>;
}

// Address registers.
let Files = ["AD"] in
let On = On<["LOAD", "STORE"], ["GEN_ADDR"]> in
def P_GEN_ADDR : Producer<StageE6>;
let Files = ["AD"], Gens = GrecoGens, On = On<["SPU", "LOAD"], ["MOV"]> in
def P_AD_MOV : Producer<StageE6, ["ad_move"]>;

// Loads, and register moves of the LOAD slot.
let Files = ["S", "V", "D"] in {
  // They occupy two cycles: one more on top of the formula.
  let On = On<["LOAD"], LookupC.Names> in
  def P_LOOKUP_C : Producer<StageE3, ["two_cycles"]>;
  // From Greco on plain look-ups, too, into all but stores (measured, note 7).
  let On = On<["LOAD"], ["LOOKUP"]>, Gens = GrecoGens, Cite = "measured" in
  def P_LOOKUP_GRECO : Producer<StageE3, ["late_table"]>;
  let On = On<["LOAD", "STORE"], []> in
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
  // The classes of Greco and Gaudi2 (measured, note 5): all of F16; wide sums
  // of other narrow types; the rest.
  let Gens = GrecoGens in {
    let On = On<["SPU", "VPU"], ["MAC", "MUL", "MADD"], ["F16"]> in
    def P_FMA_F16 : Producer<StageE5, ["fma", "fma_f16", "fp_mul"]>;
    let On = On<["SPU", "VPU"], ["ADD", "SUB"], ["F16"]> in
    def P_ADD_F16 : Producer<StageE5, ["fma", "fma_f16"]>;
    let On = OnSwitch<["SPU", "VPU"], ["MAC", "MUL", "MADD"],
                      !listconcat(["BF16"], Fp8Types.Names), ["ACC_FP32"]> in
    def P_FMA_WIDE : Producer<StageE5, ["fma", "fma_acc32", "fp_mul"]>;
    let On = On<["SPU", "VPU"], ["MAC", "MUL", "MADD"],
                !listconcat(FpTypes.Names, Fp8Types.Names)> in
    def P_FMA_REST : Producer<StageE5, ["fma", "fma_plain", "fp_mul"]>;
    let On = On<["SPU", "VPU"], ["ADD", "SUB"], Fp8Types.Names> in
    def P_ADD_F8 : Producer<StageE5, ["fma", "fma_plain"]>;
    let On = OnSwitch<["VPU"], ["ADD", "SUB"], ["F32"], ["X2"]> in
    def P_ADD_X2 : Producer<StageE5, ["fma", "fma_plain"]>;
    let On = On<["SPU"], ["UDIV"]> in
    def P_UDIV : Producer<StageE11, ["late_to_acc"]>;
    let On = OnSwitch<["SPU"], ["MOV_IRF_DIM"], [], ["BOTH"]> in
    def P_IRF_DIM_BOTH : Producer<StageE6>;
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

let Gens = AllGens in {

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
  let On = On<["STORE"], StLV.Names>, Gens = Gaudi2Gen in
  def R_VPRED_ST_L_V : Port<"PRED", StageE3, StageE2>;
  let On = On<["STORE"], []>, Gens = GrecoGens in
  def R_VPRED_STORE : Port<"PRED", StageD2, StageE2>;
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

// Hardware registers as control words, from Greco on.
let On = On<[], []>, Files = ["HW"], Gens = GrecoGens in
def R_IMPLIED_HW : Port<"IMPLIED", StageE1, StageE1>;

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
let Gens = GrecoGens in {
  let On = On<["SPU", "VPU"], ["MAC"], ["F16"]> in
  def R_ACC_F16 : Port<"ACC", StageE1, StageE4, ["fp_acc", "acc_f16"]>;
  let On = OnSwitch<["SPU", "VPU"], ["MAC"],
                    !listconcat(["BF16"], Fp8Types.Names), ["ACC_FP32"]> in
  def R_ACC_WIDE : Port<"ACC", StageE1, StageE4, ["fp_acc", "acc32"]>;
  let On = On<["SPU", "VPU"], ["MAC"],
              !listconcat(FpTypes.Names, Fp8Types.Names)> in
  def R_ACC_REST : Port<"ACC", StageE1, StageE4, ["fp_acc", "acc_plain"]>;
  // Measured, note 3, and facts 5.3 "one less in the same slot".
  let On = On<["SPU", "VPU"], ["MAC", "MSAC"]>, Cite = "measured" in
  def R_ACC_INT_GRECO : Port<"ACC", StageE1, StageE4>;

  // Addends that are named: SrcC of MADD, SrcA of sums that the multiplier
  // computes.
  let Files = ["V", "D", "A", "V_SPECIAL"], Fields = ["SRCC"] in {
    let On = On<["VPU"], ["MADD"], ["F16"]> in
    def R_ADDEND_F16 : Port<"SOURCE", StageE1, StageE4, ["fp_acc", "acc_f16"]>;
    let On = OnSwitch<["VPU"], ["MADD"],
                      !listconcat(["BF16"], Fp8Types.Names), ["ACC_FP32"]> in
    def R_ADDEND_WIDE : Port<"SOURCE", StageE1, StageE4, ["fp_acc", "acc32"]>;
    let On = On<["VPU"], ["MADD"],
                !listconcat(FpTypes.Names, Fp8Types.Names)> in
    def R_ADDEND_REST : Port<"SOURCE", StageE1, StageE4,
                             ["fp_acc", "acc_plain"]>;
    let On = On<["VPU"], ["MADD"]> in
    def R_ADDEND_INT : Port<"SOURCE", StageE1, StageE4>;
  }
  let Fields = ["SRCA"] in {
    let Files = ["S", "S_SPECIAL", "V", "D", "A", "V_SPECIAL"],
        On = On<["SPU", "VPU"], ["ADD", "SUB"], ["F16"]> in
    def R_SUM_F16 : Port<"SOURCE", StageE1, StageE4, ["fp_acc", "acc_f16"]>;
    let Files = ["V", "D", "A", "V_SPECIAL"] in {
      let On = On<["VPU"], ["ADD", "SUB"], Fp8Types.Names> in
      def R_SUM_F8 : Port<"SOURCE", StageE1, StageE4, ["fp_acc", "acc_plain"]>;
      let On = OnSwitch<["VPU"], ["ADD", "SUB"], ["F32"], ["X2"]> in
      def R_SUM_X2 : Port<"SOURCE", StageE1, StageE4, ["fp_acc", "acc_plain"]>;
    }
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
  // Greco reads it early (measured, note 11).
  let On = OnResult<["LOAD"], ["LD_G"], ["V"]>, Gens = GrecoGen,
      Cite = "measured" in
  def R_AD_LD_G_GRECO : Port<"SOURCE", StageD2, StageE3, ["ad_vector"]>;
  let On = On<["SPU"], []>, Gens = GrecoGens in
  def R_AD_SPU : Port<"SOURCE", StageD2, StageE3>;
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
  let On = On<["STORE"], ["ST_TNSR_S"]>, Gens = Gaudi2Gen in
  def R_S_ST_TNSR_S : Port<"SOURCE", StageE6, StageE6>;
  let On = On<["STORE"], ["EVENT"]>, Gens = Gaudi2Gen in
  def R_S_EVENT : Port<"SOURCE", StageD2, StageE6>;
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
  def R_V_ST_TNSR : Port<"SOURCE", StageE6, StageE6, ["late_data"]>;
  let On = On<["STORE"], StLV.Names> in {
    let Gens = PreGrecoGens in
    def R_V_ST_L_V : Port<"SOURCE", StageD2, StageE6>;
    let Gens = GrecoGen in
    def R_V_ST_L_V_GRECO : Port<"SOURCE", StageD2, StageE3>;
    let Gens = Gaudi2Gen in
    def R_V_ST_L_V_GAUDI2 : Port<"SOURCE", StageE3, StageE3, ["late_data"]>;
  }
  let On = On<["LOAD"], []> in
  def R_V_LOAD : Port<"SOURCE", StageD2, StageE3>;
  let Fields = ["SRCC", "SRCD"] in {
    let On = On<["VPU"], Sel.Names>, Gens = PreGrecoGens in
    def R_V_SRC_CD : Port<"SOURCE", StageE1, StageE4>;
    let On = On<["VPU"], ["FORM_FP_NUM"]> in
    def R_V_MANTISSA : Port<"SOURCE", StageE1, StageE4>;
  }
  let On = On<["VPU"], []> in
  def R_V_VPU : Port<"SOURCE", StageD2, StageE3>;
}

// --- vector predicates as data -----------------------------------------------

let Files = ["VP"] in {
  let On = On<["STORE"], StTnsr.Names> in
  def R_VP_ST_TNSR : Port<"SOURCE", StageE2, StageE2>;
  let On = On<["STORE"], StLV.Names> in {
    let Gens = PreGaudi2Gens in
    def R_VP_ST_L_V : Port<"SOURCE", StageD2, StageE2>;
    let Gens = Gaudi2Gen in
    def R_VP_ST_L_V_GAUDI2 : Port<"SOURCE", StageE3, StageE2>;
  }
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

let Gens = AllGens in {

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

// Note 11 of the measurements has the address of GEN_ADDR.
let Set = 5, Gens = GrecoGen, Cite = "measured" in
def X_AD_MOVE : PairRule<["ad_move"], ["ad_vector"]>;

let Add = 1 in {
  let Gens = GrecoGens, Cite = "measured" in
  def X_LATE_TABLE : PairRule<["late_table"], []>;
  let Gens = GrecoGens, Cite = "measured", Set = 1, Add = 0 in
  def X_TABLE_TO_STORE : PairRule<["late_table"], ["late_data"]>;
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
let Gens = AllGens in {
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

include "TPCScheduleRules.td"
