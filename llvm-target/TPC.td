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
def FeatureGaudiPlus : SubtargetFeature<"gaudi-plus", "HasGaudiPlus", "true",
                                        "Instructions from Gaudi on">;
def FeatureGrecoPlus : SubtargetFeature<"greco-plus", "HasGrecoPlus", "true",
                                        "Instructions from Greco on">;
def FeatureGrecoOnly : SubtargetFeature<"greco-only", "HasGrecoOnly", "true",
                                        "Forms of Greco alone">;
def FeatureGaudi2Plus
    : SubtargetFeature<"gaudi2-plus", "HasGaudi2Plus", "true",
                       "Instructions from Gaudi2 on">;
// Forms that later generations encode differently or dropped.
def FeaturePreGreco : SubtargetFeature<"pre-greco", "HasPreGreco", "true",
                                       "Forms that Greco changed">;
def FeatureGaudiOnly : SubtargetFeature<"gaudi-only", "HasGaudiOnly", "true",
                                        "Forms of Gaudi and its B variant">;

include "TPCRegisterInfo.td"
include "TPCInstrFormats.td"
include "TPCInstrLoad.td"
include "TPCInstrScalar.td"
include "TPCInstrVector.td"
include "TPCInstrStore.td"
include "TPCInstrSpecial.td"
include "TPCSlotVariants.td"
include "TPCInstrPatterns.td"

//===----------------------------------------------------------------------===//
// Processors
//===----------------------------------------------------------------------===//

defvar GaudiFeatures = [FeatureTPC, FeatureGaudiPlus, FeatureGaudiOnly,
                        FeaturePreGreco];
defvar GrecoFeatures = [FeatureTPC, FeatureGaudiPlus, FeatureGrecoPlus,
                        FeatureGrecoOnly];
defvar Gaudi2Features = [FeatureTPC, FeatureGaudiPlus, FeatureGrecoPlus,
                         FeatureGaudi2Plus];

def : ProcessorModel<"gaudi", NoSchedModel, GaudiFeatures>;
def Gaudi : Generation<1, 2, "gaudi", [], GaudiFeatures, GoyaLayout,
                       GoyaLoopLayout>;

def : ProcessorModel<"greco", NoSchedModel, GrecoFeatures>;
def Greco : Generation<3, 3, "greco", ["goya2"], GrecoFeatures, GrecoLayout,
                       GrecoLoopLayout> {
  let Halves = [ComputeHalf, GrecoMemoryHalf];
}

def : ProcessorModel<"gaudi2", NoSchedModel, Gaudi2Features>;
def Gaudi2 : Generation<4, 4, "gaudi2", [], Gaudi2Features, Gaudi2Layout,
                        GrecoLoopLayout> {
  let Halves = [ComputeHalf, Gaudi2MemoryHalf];
}

def TPCInstrInfo : InstrInfo;

def TPC : Target {
  let InstructionSet = TPCInstrInfo;
  let AssemblyParsers = [TPCAsmMatcher];
  let AssemblyParserVariants = [LoadAsm, SpuAsm, VpuAsm, StoreAsm, LoopAsm];
}
