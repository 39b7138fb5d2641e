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
// Forms that later generations encode differently or dropped.
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

defvar GaudiFeatures = [FeatureTPC, FeatureGaudiPlus, FeatureGaudiOnly];

def : ProcessorModel<"gaudi", NoSchedModel, GaudiFeatures>;
def Gaudi : Generation<1, 2, "gaudi", [], GaudiFeatures, GoyaLayout,
                       GoyaLoopLayout> {
  let March = 2;
}

def TPCInstrInfo : InstrInfo;

def TPC : Target {
  let InstructionSet = TPCInstrInfo;
  let AssemblyParsers = [TPCAsmMatcher];
  let AssemblyParserVariants = [LoadAsm, SpuAsm, VpuAsm, StoreAsm, LoopAsm];
}
