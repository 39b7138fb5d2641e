//===-- TPCScheduleRules.td - distances, loops, bundles ----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What software keeps besides latencies; a part of TPCSchedule.td, which has
// the classes for operations and generations.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Minimum distances (facts 5.5), loops (5.6) and jumps (5.8)
//===----------------------------------------------------------------------===//

// Special relations between the two operations, beyond what they are.
//   NONE          First in the older bundle, Second in the younger one
//   SAME_DEST     and both write the same register
//   USES_SRCD     and Second uses the field VPU SrcD
//   MMIO          First stores to one of the named configuration registers
//   FALL_THROUGH  First is a jump that was not taken
//   DELAY_SLOT    First is in the bundle behind a LOOP
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

let Gens = AllGens in {

let Relation = "SAME_DEST" in {
  let Gens = GaudiPlusGens in
  def D_FP_MUL_WAW
      : DistanceRule<"FP multiply, then another write of its result",
                     On<["SPU", "VPU"], ["MAC", "MUL"], FpTypes.Names>,
                     On<[], []>, 2>;
  let Gens = ["gaudib"] in
  def D_F16_MUL_WAW
      : DistanceRule<"FP multiply, then another write of its result",
                     On<["SPU", "VPU"], ["MAC", "MUL"], ["F16"]>,
                     On<[], []>, 2>;
  let Gens = GrecoGens in
  def D_F16_WAW
      : DistanceRule<"F16 operation, then another write of its result",
                     On<["SPU", "VPU"], ["MAC", "MUL", "ADD", "SUB"], ["F16"]>,
                     On<[], []>, 2>;
  let Gens = Gaudi2Gen in {
    def D_MADD_WAW
        : DistanceRule<"FP MADD, then another write of its result",
                       On<["VPU"], ["MADD"],
                          !listconcat(FpTypes.Names, OtherTypes.Names)>,
                       On<[], []>, 2>;
    def D_F8_WAW
        : DistanceRule<"FP8 operation, then another write of its result",
                       On<["SPU", "VPU"], ["MAC", "MUL", "ADD", "SUB"],
                          Fp8Types.Names>, On<[], []>, 2>;
    def D_X2_WAW
        : DistanceRule<"F32 sum of two vectors, then a write of its result",
                       On<["VPU"], ["ADD", "SUB"], ["F32"], ["D"]>,
                       On<[], []>, 2>;
  }
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
let Gens = PreGaudi2Gens in
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
let Gens = PreGaudi2Gens in
def D_LOOKUP_ST_L_V : DistanceRule<"LOOKUP, then ST_L_V",
                                   On<[], Lookup.Names>, On<[], StLV.Names>, 2>;
let Gens = Gaudi2Gen in {
  def D_LOOKUP_STORE_LOAD
      : DistanceRule<"LOOKUP, then LD_TNSR of the STORE slot",
                     On<[], Lookup.Names>, On<["STORE"], LdTnsr.Names>, 2>;
  foreach n = [2, 3] in
  def D_ST_L_V_LOOKUP_#n
      : DistanceRule<"ST_L_V, then LOOKUP "#n#" bundles later",
                     On<[], StLV.Names>, On<[], Lookup.Names>, 1> {
    let NotExactly = n;
  }
}
def D_INVALIDATE_LOOKUP : DistanceRule<"CACHE_INVALIDATE, then LOOKUP",
                                       On<[], ["CACHE_INVALIDATE"]>,
                                       On<[], Lookup.Names>, 2>;
def D_LOOKUP_INVALIDATE : DistanceRule<"LOOKUP, then CACHE_INVALIDATE",
                                       On<[], Lookup.Names>,
                                       On<[], ["CACHE_INVALIDATE"]>, 2>;
let Gens = Gaudi2Gen in
def D_UDIV_HALT : DistanceRule<"UDIV, then HALT", On<["SPU"], ["UDIV"]>,
                               On<["SPU"], ["HALT"]>, 5>;
let Gens = !listconcat(GaudiGens, GrecoGen) in
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
let Gens = ["gaudib"], Cite = "facts 5.6" in
def D_LOOP_LD_TNSR
    : DistanceRule<"LD_TNSR in the delay slot of LOOP, then a partial LD_TNSR",
                   On<["LOAD"], LdTnsr.Names>,
                   OnSwitch<["LOAD"], LdTnsr.Names, [], ["PARTIAL"]>, 2> {
  let Relation = "DELAY_SLOT";
}
let Gens = GaudiPlusGens in {
def D_MMIO_ROUND
    : DistanceRule<"ST_L.MMIO to ROUND_CSR, then its user",
                   On<["STORE"], ["ST_L"]>,
                   On<["SPU", "VPU"],
                      !listconcat(["MAC", "MUL", "ADD", "SUB", "MADD",
                                   "NEARBYINT"], Convert.Names)>, 3> {
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
let Gens = AllGens in {
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
// Last bundles of a body that are not compressed where compression exists.
def L_UNCOMPRESSED_TAIL : LoopRule<"LOOP_UNCOMPRESSED_TAIL", 4> {
  let Cite = "facts 4.3";
}
}

// Empty bundles that a kernel ends with (facts 5.10), and the like.
class FlowRule<string name, int value> : SchedRecord {
  string Name = name;
  int Value = value;
  let Cite = "facts 5.10";
  let Certainty = Documented;
}
let Gens = AllGens in {
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
let Gens = AllGens in {
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

let Gens = AllGens in {

let Gens = PreGaudi2Gens in
def B_LOCAL_LOAD_STORE
    : BundleRule<"two accesses of local or global memory",
                 On<["LOAD"], !listconcat(["LD_L", "LD_G", "PREFETCH"],
                                          LdLV.Names, Lookup.Names)>,
                 On<["STORE"], !listconcat(["ST_L", "ST_G"], StLV.Names)>>;
let Gens = Gaudi2Gen in {
  def B_LD_L_ST_L : BundleRule<"two accesses of scalar local memory",
                               On<["LOAD"], ["LD_L"]>, On<["STORE"], ["ST_L"]>>;
  def B_LD_G_ST_G
      : BundleRule<"LD_G or PREFETCH with ST_G",
                   On<["LOAD"], ["LD_G", "PREFETCH"]>, On<["STORE"], ["ST_G"]>>;
  def B_PREFETCH_CACHE
      : BundleRule<"PREFETCH with a cache operation", On<["LOAD"], ["PREFETCH"]>,
                   On<["STORE"], ["CACHE_FLUSH", "CACHE_INVALIDATE", "ASO"]>>;
  // The LOAD slot may hold a scalar LD_G.
  def B_STORE_LOAD
      : BundleRule<"LD_TNSR of the STORE slot with the LOAD slot",
                   On<["STORE"], LdTnsr.Names>,
                   On<["LOAD"], !listconcat(["GEN_ADDR", "PRMT_INDX",
                                             "SET_INDX", "MOV", "LD_L",
                                             "PREFETCH", "EVENT"],
                                            LdLV.Names, LdTnsr.Names,
                                            Lookup.Names)>>;
  def B_STORE_LOAD_LD_G
      : BundleRule<"LD_TNSR of the STORE slot with LD_G to a vector",
                   On<["STORE"], LdTnsr.Names>,
                   OnResult<["LOAD"], ["LD_G"], ["V", "VP"]>>;
}
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
let Gens = Gaudi2Gen in {
  def B_EVENT_SCALAR
      : BundleRule<"two EVENTs of the scalar stage",
                   OnClear<["LOAD"], ["EVENT"], ["EVENT_SLOT"]>,
                   OnClear<["STORE"], ["EVENT"], ["EVENT_SLOT"]>>;
  def B_EVENT_VECTOR
      : BundleRule<"two EVENTs of the vector stage",
                   OnSwitch<["LOAD"], ["EVENT"], [], ["EVENT_SLOT"]>,
                   OnSwitch<["STORE"], ["EVENT"], [], ["EVENT_SLOT"]>>;
  def B_S2V_EVENT
      : BundleRule<"two scalars to the vector pipe",
                   OnResult<["VPU"], [], [], ["S", "SP", "S_SPECIAL"]>,
                   OnSwitch<["LOAD", "STORE"], ["EVENT"], [], ["EVENT_SLOT"]>>;
  def B_S2V_EVENT_MOV
      : BundleRule<"two scalars to the vector pipe",
                   OnSwitch<["STORE"], ["EVENT"], [], ["EVENT_SLOT"]>,
                   OnResult<["LOAD"], ["MOV"], ["V", "VP"],
                            ["S", "SP", "S_SPECIAL"]>>;
  def B_MADD_ST_TNSR_S
      : BundleRule<"MADD with a scalar addend and ST_TNSR_S of a number",
                   OnOperand<["VPU"], ["MADD"], ["S", "S_SPECIAL"], ["SRCC"]>,
                   OnOperand<["STORE"], ["ST_TNSR_S"], ["IMM"], ["SRCC"]>>;
  // By the data type of the operation, not by that of a conversion's result.
  def B_RMW_F8_143
      : BundleRule<"read-modify-write store with an operation on F8_143",
                   OnSwitch<["STORE"], StTnsr.Names, [], ["RMW_SEL"]>,
                   On<["VPU"], !listconcat(["MAC", "MUL", "ADD", "SUB", "MADD",
                                            "NEARBYINT", "EXTRACT_EXP",
                                            "FORM_FP_NUM"], Convert.Names),
                      ["F8_143"]>>;
}
def B_IRF_MUL
    : BundleRule<"SPU index multiply with a STORE-slot index operation",
                 OnResult<["SPU"], ["MUL"], ["I"]>,
                 On<["STORE"], !listconcat(["SET_INDX", "PRMT_INDX",
                                            "GEN_ADDR"], StTnsr.Names,
                                           LdTnsr.Names)>>;
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
let Gens = AllGens in {
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
