//===-- TPCSlotVariants.td - one operation, several slots ---*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Records that do the same in different slots, so that a scheduler may choose.
// Their operands are the same but for the data type, which some slots do not
// have (moves of whole registers). utils/tpc-gen-schedule.py checks that.
//
//===----------------------------------------------------------------------===//

class SlotVariants<list<TPCInst> forms> {
  list<TPCInst> Forms = forms;
}

foreach k = ["S", "IMM"] in {
  def : SlotVariants<[!cast<TPCInst>("SPU_SET_INDX_I_" # k),
                      !cast<TPCInst>("LD_SET_INDX_I_" # k),
                      !cast<TPCInst>("ST_SET_INDX_I_" # k)]>;
  def : SlotVariants<[!cast<TPCInst>("SPU_MOV_S_" # k),
                      !cast<TPCInst>("LD_MOV_S_" # k)]>;
  def : SlotVariants<[!cast<TPCInst>("SPU_MOV_SP_" # k),
                      !cast<TPCInst>("LD_MOV_SP_" # k)]>;
  def : SlotVariants<[!cast<TPCInst>("VPU_MOV_V_" # k),
                      !cast<TPCInst>("LD_MOV_V_" # k)]>;
  def : SlotVariants<[!cast<TPCInst>("VPU_MOV_VP_" # k),
                      !cast<TPCInst>("LD_MOV_VP_" # k)]>;
  def : SlotVariants<[!cast<TPCInst>("VPU_MOV_FLAVOR_VP_" # k),
                      !cast<TPCInst>("LD_MOV_FLAVOR_VP_" # k)]>;
}
foreach k = ["I", "S", "IMM"] in
def : SlotVariants<[!cast<TPCInst>("SPU_MOV_I_" # k),
                    !cast<TPCInst>("LD_MOV_I_" # k)]>;
def : SlotVariants<[VPU_MOV_V_V, LD_MOV_V_V]>;
foreach k = ["SP", "VP"] in
def : SlotVariants<[!cast<TPCInst>("VPU_MOV_VP_" # k),
                    !cast<TPCInst>("LD_MOV_VP_" # k)]>;
def : SlotVariants<[LD_GEN_ADDR_AD_I, ST_GEN_ADDR_AD_I]>;
def : SlotVariants<[LD_PRMT_INDX_I_I_S, ST_PRMT_INDX_I_I_S]>;
