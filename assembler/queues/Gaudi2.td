//===- Gaudi2.td - packets, registers and queues of Gaudi2 ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a command buffer for Gaudi2 can say and reach, as far as public sources
// show it; see Queues.td for the classes and the short names of the sources.
//
//===----------------------------------------------------------------------===//

include "Queues.td"

def Gaudi2 : Chip<"gaudi2">;

def : Constant<"PCI_VENDOR_ID", 0x1DA3, "PCI vendor", "KD">;
def : Constant<"SOB_MAX", 0x7FFF, "largest value of a sync object", "SYN">;
def : Constant<"SOBS_PER_GROUP", 8, "sync objects a monitor watches", "SYN">;
def : Constant<"TENSORS", 16, "tensor descriptors of a TPC", "SYN">;
def : Constant<"TENSOR_DIMS", 5, "dimensions of a descriptor", "SYN">;
def : Constant<"SRF_ARGS", 32, "scalar registers a launch can preload",
               "SYN">;

//===----------------------------------------------------------------------===//
// Packets
//===----------------------------------------------------------------------===//

def PacketHeader : PacketOpcode<1, 28, 24>;

defvar Barriers = [
  FlagField<"eng_barrier", 29, "eb",
    "assumed: wait until the engine behind the queue manager is idle">,
  FlagField<"swtc", 30, "", "switch to the queue of the ARC">,
  FlagField<"msg_barrier", 31, "mb",
    "assumed: wait until earlier messages are acknowledged">
];
defvar Pred = [PacketField<"pred", 1, 4, 0,
  "predicate that guards the packet, 0: always">];
defvar Value = [DataField<"value", 0, 31, 0, "data that is written">];
defvar RegOffset = [
  RegisterField<"reg_offset", 1, 23, 8, "from the window around the engine">];
defvar Source = [AddressField<"src_addr", 2, 63, 0, "device address">];
defvar Target = [AddressField<"addr", 2, 63, 0, "device address">];
defvar Size = [PacketField<"tsize", 0, 31, 0, "bytes">];
defvar MsgFlags = [
  PacketField<"weakly_ordered", 1, 16, 16>,
  PacketField<"no_snoop", 1, 17, 17>,
  PacketField<"op", 1, 21, 20, "0: value, 1: timestamp">
];

class Gaudi2Packet<string name, int opcode, int dwords,
                   list<PacketField> fields, PacketVerdict verdict, string doc,
                   list<string> operands = []>
    : Packet<name, opcode, dwords, !listconcat(fields, Barriers), verdict, doc,
             "KD gaudi2_packets.h; SYN"> {
  let Operands = operands;
}

// The driver does not look into command buffers of this chip (KD gaudi2.c).
def : Gaudi2Packet<"WREG_32", 0x1, 2,
  !listconcat(Value, Pred,
    [PacketField<"reg", 1, 5, 5,
       "the value is that of the scalar register in value[1:0]">],
    RegOffset),
  PacketAllowed, "writes one register of the engine or queue manager",
  ["reg_offset", "value"]>;
let PayloadField = "size64" in
def : Gaudi2Packet<"WREG_BULK", 0x2, 2,
  !listconcat([PacketField<"size64", 0, 15, 0, "64-bit values that follow">],
              Pred, RegOffset),
  PacketAllowed, "writes consecutive registers, two a value",
  ["reg_offset"]>;
def : Gaudi2Packet<"MSG_LONG", 0x3, 4,
  !listconcat(Value, Pred, MsgFlags, Target),
  PacketAllowed, "writes 32 bits to any address", ["addr", "value"]>;
def : Gaudi2Packet<"MSG_SHORT", 0x4, 2,
  !listconcat(Value, [MessageField<"msg_addr_offset", 1, 15, 0, "bytes">],
              MsgFlags,
              [PacketField<"dw", 1, 18, 18>,
               PacketField<"base", 1, 23, 22, "message base of the CP">]),
  PacketAllowed, "writes 32 bits to an offset from a message base",
  ["msg_addr_offset", "value"]>;
let Feeds = true in
def : Gaudi2Packet<"CP_DMA", 0x5, 4,
  !listconcat(Size, Pred, [PacketField<"upper_cp", 1, 5, 5>], Source),
  PacketAllowed, "feeds a command buffer to the lower CP",
  ["src_addr", "tsize"]>;
def : Gaudi2Packet<"REPEAT", 0x6, 2,
  !listconcat([PacketField<"sore", 0, 0, 0>, PacketField<"o", 0, 1, 1>,
               PacketField<"jmp_ptr", 0, 31, 16>], Pred),
  PacketAllowed, "loop over packets">;
def : Gaudi2Packet<"MSG_PROT", 0x7, 4,
  !listconcat(Value, Pred, MsgFlags, Target),
  PacketAllowed, "MSG_LONG with the secured attribute", ["addr", "value"]>;
def : Gaudi2Packet<"FENCE", 0x8, 2,
  !listconcat([PacketField<"dec_val", 0, 3, 0, "subtracted when it passes">,
               PacketField<"target_val", 0, 23, 16, "least counter value">,
               PacketField<"id", 0, 31, 30, "fence counter of the CP">],
              Pred),
  PacketAllowed, "waits for a fence counter">;
def : Gaudi2Packet<"LIN_DMA", 0x9, 6,
  !listconcat(Size,
    [PacketField<"wrcomp", 1, 0, 0, "completion message">,
     PacketField<"endian", 1, 2, 1, "swap of bytes">,
     PacketField<"memset", 1, 4, 4, "src_addr is the pattern">,
     PacketField<"bf16", 1, 6, 6>, PacketField<"fp16", 1, 7, 7>,
     PacketField<"context_id_inc", 1, 8, 8>,
     PacketField<"add_offset_0", 1, 9, 9>],
    Source, [AddressField<"dst_addr", 4, 63, 0, "device address">]),
  PacketAllowed, "programs the DMA core and commits",
  ["dst_addr", "src_addr", "tsize"]>;
def : Gaudi2Packet<"NOP", 0xA, 2, [], PacketAllowed, "nothing">;
def : Gaudi2Packet<"STOP", 0xB, 2, [], PacketAllowed, "stops the CP">;
def : Gaudi2Packet<"ARB_POINT", 0xC, 2,
  !listconcat([PacketField<"priority", 0, 23, 0>,
               PacketField<"rls", 0, 31, 31, "release the arbiter">], Pred),
  PacketAllowed, "asks for or releases the queue manager's arbiter">;
def : Gaudi2Packet<"WAIT", 0xD, 2,
  [PacketField<"num_cycles", 0, 23, 0>,
   PacketField<"inc_val", 0, 27, 24, "added to the counter afterwards">,
   PacketField<"id", 0, 29, 28, "fence counter of the CP">],
  PacketAllowed, "adds to a fence counter after a number of cycles">;
def : Gaudi2Packet<"CB_LIST", 0xE, 6,
  !listconcat(Pred, [PacketField<"size_desc", 1, 5, 5>,
                     AddressField<"index_addr", 2, 63, 0, "device address">,
                     AddressField<"table_addr", 4, 63, 0, "device address">]),
  PacketAllowed, "a list of command buffers", ["index_addr", "table_addr"]>;
def : Gaudi2Packet<"LOAD_AND_EXE", 0xF, 4,
  !listconcat([PacketField<"dst", 0, 0, 0, "0 predicates, 1 scalars">,
               PacketField<"pmap", 0, 1, 1, "predicates are packed bits">,
               PacketField<"load", 0, 8, 8>,
               PacketField<"exe", 0, 9, 9, "execute the packet held there">,
               PacketField<"etype", 0, 10, 10>],
              Pred, Source),
  PacketAllowed, "loads predicates or scalars, executes a packet",
  ["src_addr"]>;
let PayloadField = "size64" in
def : Gaudi2Packet<"WRITE_ARC_STREAM", 0x10, 2,
  !listconcat([PacketField<"size64", 0, 15, 0, "64-bit values that follow">],
              Pred),
  PacketAllowed, "hands values to the ARC">;
def : Gaudi2Packet<"WREG_64_SHORT", 0x12, 2,
  !listconcat([PacketField<"offset", 0, 31, 0,
                 "added to the base, or a scalar register">], Pred,
    [PacketField<"base", 1, 8, 5>, PacketField<"reg", 1, 9, 9>,
     PacketField<"dreg_offset", 1, 23, 10>]),
  PacketAllowed, "writes a 64-bit address from a base">;
def : Gaudi2Packet<"WREG_64_LONG", 0x13, 4,
  !listconcat([PacketField<"dw_enable", 0, 1, 0>], Pred,
    [PacketField<"base", 1, 8, 5>, PacketField<"rel", 1, 9, 9>,
     PacketField<"dreg_offset", 1, 23, 10>,
     PacketField<"offset", 2, 63, 0>]),
  PacketAllowed, "writes a 64-bit value, or one from a base">;

//===----------------------------------------------------------------------===//
// Registers
//===----------------------------------------------------------------------===//

def QM : RegisterBlock<"QM", 0x1000, [
  Register<"GLBL_CFG0", 0x000>, Register<"GLBL_CFG1", 0x004>,
  Register<"GLBL_CFG2", 0x008>, ReadOnlyReg<"GLBL_STS0", 0x01C>,
  RegArray<"PQ_BASE_LO_%", 0x050, 4>, RegArray<"PQ_BASE_HI_%", 0x060, 4>,
  RegArray<"PQ_SIZE_%", 0x070, 4, 4, [], "log2 of the number of entries">,
  RegArray<"PQ_PI_%", 0x080, 4, 4, [], "doorbell">,
  RegArray<"PQ_CI_%", 0x090, 4>,
  RegArray<"CQ_PTR_LO_%", 0x150, 5, 0x10>,
  RegArray<"CQ_PTR_HI_%", 0x154, 5, 0x10>,
  RegArray<"CQ_TSIZE_%", 0x158, 5, 0x10>,
  RegArray<"CQ_CTL_%", 0x15C, 5, 0x10, [], "a write starts the fetch">,
  RegArray2<"CP_MSG_BASE%_ADDR_LO_%", 0x1F0, 4, 0x28, 5, 4>,
  UserArray2<"CP_FENCE%_RDATA_%", 0x290, 4, 0x14, 5, 4, [],
             "a write adds to the counter">,
  UserArray<"CP_FENCE0_CNT_%", 0x2E0, 5>,
  Register<"CP_LDMA_SRC_BASE_LO_OFFSET", 0x334>,
  Register<"CP_LDMA_DST_BASE_LO_OFFSET", 0x338>,
  Register<"CP_LDMA_TSIZE_OFFSET", 0x33C>,
  ReadOnlyArray<"CP_STS_%", 0x368, 5>,
  ReadOnlyArray<"CP_CURRENT_INST_LO_%", 0x37C, 5>,
  Register<"CP_PRED_0", 0x3A4>,
  Register<"ARB_CFG_0", 0x4A4>,
  Register<"CP_CFG", 0x890>,
  Register<"CGM_CFG", 0xD80>
], "KD dcore0_tpc0_qm_regs.h">;

defvar DataTypes = ["int8", "int16", "int32", "uint8", "uint16", "uint32",
                    "bf16", "fp32", "fp16"];
def DataTypeField : Field<"DATA_TYPE", 3, 0> {
  let Values = DataTypes;
}
// Tensors lie in front of what else a launch has; both have two copies.
def TPC_DESC : RegisterSet<"TPC_DESC", 0x5DC, [
  UserArray<"TENSOR_%_BASE_ADDR_LOW", 0x00, 16, 0x50>,
  UserArray<"TENSOR_%_BASE_ADDR_HIGH", 0x04, 16, 0x50>,
  UserArray<"TENSOR_%_PADDING_VALUE", 0x08, 16, 0x50>,
  UserArray<"TENSOR_%_TENSOR_CONFIG", 0x0C, 16, 0x50, [
    DataTypeField, Field<"VALID_DIM_MASK", 12, 8>,
    Field<"LAST_DIM64", 13, 13>,
    Field<"LAST_DIM", 18, 16, "index of the highest dimension">,
    Field<"RMW_SET", 19, 19>, Field<"RMW_OP", 23, 21>,
    Field<"DUP_OOB", 24, 24>, Field<"L0CD", 25, 25>,
    Field<"T_PREF_DIS", 26, 26>]>,
  UserArray2<"TENSOR_%_DIM_%_SIZE", 0x10, 16, 0x50, 5, 8, [], "elements">,
  UserArray2<"TENSOR_%_DIM_%_STRIDE", 0x14, 16, 0x50, 5, 8, [], "elements">,
  UserArray<"TENSOR_%_PREF_STRIDE", 0x38, 16, 0x50, [Field<"V", 15, 0>]>,
  UserArray2<"TENSOR_%_DIM_%_SIZE_STRIDE_HIGH", 0x3C, 16, 0x50, 5, 4, [
    Field<"STRIDE_HIGH", 11, 0>, Field<"SIZE_HIGH", 27, 16>]>,
  UserReg<"SYNC_OBJECT_MESSAGE", 0x500>,
  UserReg<"SYNC_OBJECT_ADDR", 0x504>,
  UserReg<"KERNEL_BASE_ADDRESS_LOW", 0x508>,
  UserReg<"KERNEL_BASE_ADDRESS_HIGH", 0x50C>,
  UserArray<"TID_BASE_DIM_%", 0x510, 5, 8, [], "first index">,
  UserArray<"TID_SIZE_DIM_%", 0x514, 5, 8, [], "number of indices">,
  UserReg<"KERNEL_CONFIG", 0x538, [
    Field<"SMALL_VLM", 0, 0>, Field<"ASO_EVICT_L0", 1, 1>,
    Field<"NUM_VALID_SRFS", 7, 2>, Field<"RD_RATE_LIMIT_RST_TOKEN", 15, 8>,
    Field<"WR_RATE_LIMIT_RST_TOKEN", 23, 16>,
    Field<"IRF_32BIT_COMPATIBILITY", 24, 24>], "", 0x1040482>,
  UserReg<"KERNEL_ID", 0x53C>,
  UserReg<"POWER_LOOP", 0x540>,
  UserArray<"SRF_%", 0x544, 32, 4, [], "preloaded scalar registers">,
  UserReg<"KERNEL_ID_INC", 0x5C4>
], "SYN; KD dcore0_tpc0_cfg_regs.h">;

def TPC_CFG : RegisterBlock<"TPC_CFG", 0x1000, [
  Register<"FP8_143_BIAS", 0xD64>, Register<"ROUND_CSR", 0xD68>,
  ReadOnlyReg<"STATUS", 0xD84>, Register<"CFG_BASE_ADDRESS_HIGH", 0xD88>,
  UserReg<"SM_BASE_ADDRESS_HIGH", 0xD90>, UserReg<"TPC_CMD", 0xD94>,
  UserReg<"TPC_EXECUTE", 0xD98, [Field<"V", 0, 0>],
    "starts the staged launch">,
  Register<"TPC_STALL", 0xD9C>,
  UserReg<"ICACHE_BASE_ADDRESS_LOW", 0xDA0>,
  UserReg<"ICACHE_BASE_ADDRESS_HIGH", 0xDA4>,
  Register<"MSS_CONFIG", 0xDB0>, Register<"TPC_INTR_CAUSE", 0xDB4>,
  Register<"TPC_INTR_MASK", 0xDB8>,
  UserReg<"LUT_FUNC32_BASE_ADDR_LO", 0xDC4>,
  UserReg<"LUT_FUNC64_BASE_ADDR_LO", 0xDCC>,
  UserReg<"LUT_FUNC128_BASE_ADDR_LO", 0xDD4>,
  UserReg<"LUT_FUNC256_BASE_ADDR_LO", 0xDDC>,
  ReadOnlyReg<"WQ_INFLIGHT_CNTR", 0xDF0>
], "SYN; KD dcore0_tpc0_cfg_regs.h"> {
  let Sets = [
    RegisterSetUse<TPC_DESC, "KERNEL_", 0x000>,
    RegisterSetUse<TPC_DESC, "QM_", 0x5DC>
  ];
}

def SYNC_MNGR : RegisterBlock<"SYNC_MNGR", 0x16000, [
  UserArray<"SOB_OBJ_%", 0x0000, 8192, 4, [
    Field<"VAL", 14, 0>, Field<"LONG_SOB", 24, 24>,
    Field<"TRACE_EVICT", 30, 30>, Field<"INC", 31, 31, "0 set, 1 add">]>,
  UserArray<"MON_PAY_ADDRL_%", 0x8000, 2048>,
  UserArray<"MON_PAY_ADDRH_%", 0xA000, 2048>,
  UserArray<"MON_PAY_DATA_%", 0xC000, 2048>,
  UserArray<"MON_ARM_%", 0xE000, 2048, 4, [
    GroupField<"SID", 7, 0, "SOB_OBJ_%", 8,
               "low bits of the group of eight sync objects">,
    MaskField<"MASK", 15, 8, "SOB_OBJ_%",
              "1: that member does not take part">,
    Field<"SOP", 16, 16, "0: at least, 1: equal">,
    Field<"SOD", 31, 17, "value to compare with">]>,
  UserArray<"MON_CONFIG_%", 0x10000, 2048, 4, [
    Field<"LONG_SOB", 0, 0>, Field<"CQ_EN", 4, 4>,
    Field<"WR_NUM", 6, 5, "payload writes less one">,
    Field<"LBW_EN", 8, 8>, Field<"MSB_SID", 19, 16>,
    Field<"LONG_HIGH_GROUP", 31, 31>]>,
  UserArray<"MON_STATUS_%", 0x12000, 2048>
], "SYN; THK; KD dcore0_sync_mngr_objs_regs.h">;

//===----------------------------------------------------------------------===//
// Where the blocks are, and how queues reach them. Of the PCI side's TPC 6 of
// core 0 and of the DMA engines no public source used here gives the place.
//===----------------------------------------------------------------------===//

def : RegisterWindow<0xB000, 0x1000, 0xA000, 0x1000>;

defvar CoreStride = 0x200000;
foreach d = 0...3 in {
  def : BlockInstances<"DCORE"#d#"_TPC_QM", QM, "DCORE"#d#"_TPC%_QM",
                       !add(0x400A000, !mul(d, CoreStride)), 6, 0x10000>;
  def : BlockInstances<"DCORE"#d#"_TPC_CFG", TPC_CFG, "DCORE"#d#"_TPC%_CFG",
                       !add(0x400B000, !mul(d, CoreStride)), 6, 0x10000>;
}
def : BlockInstances<"SYNC_MNGR", SYNC_MNGR, "DCORE%_SYNC_MNGR", 0x4100000, 4,
                     CoreStride>;

// assumed: the window goes up to the next power of two.
def : AddressRange<"CFG", 0x1000007FF8000000, 0x8000000, "registers", "KD">;

class Gaudi2Queue<string name, int first, string block = "">
    : Queue<name, first, 4, QueueInternal, 4096> {
  let Qman = !if(!eq(block, ""), "", block#"_QM");
  let Engine = !if(!eq(block, ""), "", block#"_CFG");
}
foreach i = 0...1 in
def : Gaudi2Queue<"PDMA_"#i, !mul(4, i)>;
foreach d = 0...3 in {
  defvar first = !if(!eq(d, 0), 8, !add(48, !mul(36, !sub(d, 1))));
  foreach i = 0...1 in
  def : Gaudi2Queue<"DCORE"#d#"_EDMA_"#i, !add(first, !mul(4, i))>;
  def : Gaudi2Queue<"DCORE"#d#"_MME_0", !add(first, 8)>;
  foreach t = 0...5 in
  def : Gaudi2Queue<"DCORE"#d#"_TPC_"#t, !add(first, 12, !mul(4, t)),
                    "DCORE"#d#"_TPC"#t>;
}
def : Gaudi2Queue<"DCORE0_TPC_6", 44>;
foreach i = 0...23 in
def : Gaudi2Queue<"NIC_"#i, !add(156, !mul(4, i))>;
foreach i = 0...1 in
def : Gaudi2Queue<"ROT_"#i, !add(252, !mul(4, i))>;
def : Queue<"CPU_PQ", 260, 1, QueueDriver, 64>;
