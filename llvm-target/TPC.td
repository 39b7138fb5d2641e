//===-- TPC.td - the Tensor Processor Core target ----------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Top of the ISA description. Everything that knows an opcode, an operand, a
// switch or a bit position is generated from here: the LLVM target by the
// usual TableGen back ends, libtpcasm's tables by assembler/gen/isagen.py.
//
//===----------------------------------------------------------------------===//

include "llvm/Target/Target.td"

//===----------------------------------------------------------------------===//
// Features: what an instruction record may require
//===----------------------------------------------------------------------===//

def FeatureTPC : SubtargetFeature<"tpc", "HasTPC", "true",
                                  "Instructions of every TPC">;
def FeatureGoyaOnly : SubtargetFeature<"goya-only", "HasGoyaOnly", "true",
                                       "Forms of Goya alone">;
def FeatureGaudiPlus : SubtargetFeature<"gaudi-plus", "HasGaudiPlus", "true",
                                        "Instructions from Gaudi on">;
def FeatureGrecoPlus : SubtargetFeature<"greco-plus", "HasGrecoPlus", "true",
                                        "Instructions from Greco on">;
def FeatureGrecoOnly : SubtargetFeature<"greco-only", "HasGrecoOnly", "true",
                                        "Forms of Greco alone">;
def FeatureGaudi2Plus
    : SubtargetFeature<"gaudi2-plus", "HasGaudi2Plus", "true",
                       "Instructions from Gaudi2 on">;
// Ranges of generations that end, and forms of one alone.
def FeaturePreGaudiB
    : SubtargetFeature<"pre-gaudib", "HasPreGaudiB", "true",
                       "Forms of Goya and Gaudi">;
def FeaturePreGreco : SubtargetFeature<"pre-greco", "HasPreGreco", "true",
                                       "Forms that Greco changed">;
def FeaturePreGaudi2 : SubtargetFeature<"pre-gaudi2", "HasPreGaudi2", "true",
                                        "Forms that Gaudi2 changed">;
def FeatureGaudiOnly : SubtargetFeature<"gaudi-only", "HasGaudiOnly", "true",
                                        "Forms of Gaudi and its B variant">;
def FeatureGaudiBOnly
    : SubtargetFeature<"gaudib-only", "HasGaudiBOnly", "true",
                       "Forms of Gaudi's B variant: fp16 arithmetic">;
// What comes and goes.
def FeatureMdgAll : SubtargetFeature<"mdg-all", "HasMdgAll", "true",
                                     "MOV_DG of one or all dual groups">;
def FeatureMdgType : SubtargetFeature<"mdg-type", "HasMdgType", "true",
                                      "MOV_DG that packs or unpacks as well">;
def FeatureMsac : SubtargetFeature<"msac", "HasMsac", "true",
                                   "Normalised products">;
def FeatureNotGaudiB
    : SubtargetFeature<"not-gaudib", "HasNotGaudiB", "true",
                       "SAT means saturation with every data type">;

// What the assembler does.
def FeatureCompress
    : SubtargetFeature<"compress", "Compress", "true",
                       "Compress pairs of bundles that allow it">;

include "TPCRegisterInfo.td"
include "TPCInstrFormats.td"
include "TPCInstrLoad.td"
include "TPCInstrScalar.td"
include "TPCInstrVector.td"
include "TPCInstrProduct.td"
include "TPCInstrStore.td"
include "TPCInstrTensor.td"
include "TPCInstrSpecial.td"
include "TPCSlotVariants.td"
include "TPCInstrPatterns.td"

//===----------------------------------------------------------------------===//
// Processors
//===----------------------------------------------------------------------===//

defvar GoyaFeatures = [FeatureTPC, FeatureGoyaOnly, FeaturePreGaudiB,
                       FeaturePreGreco, FeatureNotGaudiB, FeaturePreGaudi2,
                        FeatureMsac];
defvar GaudiFeatures = [FeatureTPC, FeatureGaudiPlus, FeatureGaudiOnly,
                        FeaturePreGaudiB, FeaturePreGreco, FeatureMdgAll,
                        FeatureNotGaudiB, FeaturePreGaudi2];
defvar GaudiBFeatures = [FeatureTPC, FeatureGaudiPlus, FeatureGaudiOnly,
                         FeatureGaudiBOnly, FeaturePreGreco, FeatureMdgType,
                         FeaturePreGaudi2];
defvar GrecoFeatures = [FeatureTPC, FeatureGaudiPlus, FeatureGrecoPlus,
                        FeatureGrecoOnly, FeatureMdgAll, FeatureNotGaudiB,
                        FeaturePreGaudi2,
                        FeatureMsac];
defvar Gaudi2Features = [FeatureTPC, FeatureGaudiPlus, FeatureGrecoPlus,
                         FeatureGaudi2Plus, FeatureMdgType, FeatureNotGaudiB,
                        FeatureMsac];

defvar GoyaTypes = [TypeF32, TypeI32, TypeU32, TypeI16, TypeU16, TypeI8, TypeU8,
                    TypeB];
defvar GaudiTypes = !listconcat(GoyaTypes, [TypeBF16]);
defvar GaudiBTypes = !listconcat(GaudiTypes, [TypeF16]);
defvar GrecoTypes = !listconcat(GaudiBTypes, [TypeI4, TypeU4]);
defvar Gaudi2Types = !listconcat(GrecoTypes, [TypeF8_152, TypeF8_143]);

def Goya : Generation<0, 1, "goya", ["dali"], GoyaFeatures, GoyaLayout,
                      GoyaLoopLayout> {
  let Types = GoyaTypes;
}

def Gaudi : Generation<1, 2, "gaudi", [], GaudiFeatures, GoyaLayout,
                       GoyaLoopLayout> {
  let Types = GaudiTypes;
}

def GaudiB : Generation<2, 5, "gaudib", [], GaudiBFeatures, GoyaLayout,
                        GoyaLoopLayout> {
  let Types = GaudiBTypes;
}

def Greco : Generation<3, 3, "greco", ["goya2"], GrecoFeatures, GrecoLayout,
                       GrecoLoopLayout> {
  let Types = GrecoTypes;
  let Halves = [GrecoMemoryHalf, ComputeHalf];
}

def Gaudi2 : Generation<4, 4, "gaudi2", [], Gaudi2Features, Gaudi2Layout,
                        GrecoLoopLayout> {
  let Types = Gaudi2Types;
  let Halves = [Gaudi2MemoryHalf, ComputeHalf];
}

foreach gen = [Goya, Gaudi, GaudiB, Greco, Gaudi2] in
foreach name = !listconcat([gen.Name], gen.Aliases) in
def : ProcessorModel<name, NoSchedModel, gen.Features>;

def TPCInstrInfo : InstrInfo;

def TPC : Target {
  let InstructionSet = TPCInstrInfo;
  let AssemblyParsers = [TPCAsmMatcher];
  let AssemblyParserVariants = [LoadAsm, SpuAsm, VpuAsm, StoreAsm, LoopAsm];
}
