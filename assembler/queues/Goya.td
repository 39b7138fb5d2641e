//===- Goya.td - packets, registers and queues of Goya --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a command buffer for Goya can say and reach, as far as public sources
// show it; see Queues.td for the classes and the short names of the sources.
// Goya's queues have no streams and no predicates.
//
//===----------------------------------------------------------------------===//

include "Queues.td"

def Goya : Chip<"goya">;

def : Constant<"PCI_VENDOR_ID", 0x1DA3, "PCI vendor", "KD">;
def : Constant<"SOB_MAX", 0xFFFF, "largest value of a sync object", "KD">;
def : Constant<"TENSORS", 8, "tensor descriptors of a TPC", "KD">;
def : Constant<"TENSOR_DIMS", 5, "dimensions of a descriptor", "KD">;
def : Constant<"SRF_ARGS", 32, "scalar registers a launch can preload", "KD">;

//===----------------------------------------------------------------------===//
// Packets
//===----------------------------------------------------------------------===//

def PacketHeader : PacketOpcode<1, 28, 24>;

defvar Barriers = [
  FlagField<"eng_barrier", 29, "eb",
    "assumed: wait until the engine behind the queue manager is idle">,
  FlagField<"reg_barrier", 30, "rb",
    "assumed: wait for earlier register writes">,
  FlagField<"msg_barrier", 31, "mb",
    "assumed: wait until earlier messages are acknowledged">
];
defvar Value = [DataField<"value", 0, 31, 0, "data that is written">];
defvar RegOffset = [
  RegisterField<"reg_offset", 1, 15, 0, "from the engine's block">];
defvar Source = [AddressField<"src_addr", 2, 63, 0, "device address">];
defvar Target = [AddressField<"addr", 2, 63, 0, "device address">];
// The register is one of the command queue itself.
def LocalField : PacketField<"local", 1, 23, 23, "of the command queue"> {
  let Kind = FieldLocal;
}
// Transfers must be weakly ordered (KD goya.c).
def WeaklyOrdered : PacketField<"weakly_ordered", 1, 0, 0, "must be 1"> {
  let Default = 1;
}
defvar Size = [PacketField<"tsize", 0, 31, 0, "bytes">];
defvar MsgFlags = [
  PacketField<"weakly_ordered", 1, 16, 16>,
  PacketField<"no_snoop", 1, 17, 17>,
  PacketField<"op", 1, 21, 20, "0: value, 1: timestamp">
];

class GoyaPacket<string name, int opcode, int dwords, list<PacketField> fields,
                 PacketVerdict verdict, string doc, list<string> operands = []>
    : Packet<name, opcode, dwords, !listconcat(fields, Barriers), verdict, doc,
             "KD goya_packets.h, goya.c"> {
  let Operands = operands;
}

def : GoyaPacket<"WREG_32", 0x1, 2,
  !listconcat(Value, RegOffset, [LocalField]),
  PacketAllowed, "writes one register of the engine or command queue",
  ["reg_offset", "value"]>;
let PayloadField = "size64" in
def : GoyaPacket<"WREG_BULK", 0x2, 2,
  !listconcat([PacketField<"size64", 0, 15, 0, "64-bit values that follow">],
              RegOffset),
  PacketRefused, "writes consecutive registers, two a value",
  ["reg_offset"]>;
def : GoyaPacket<"MSG_LONG", 0x3, 4,
  !listconcat(Value, MsgFlags, Target),
  PacketAllowed, "writes 32 bits to any address", ["addr", "value"]>;
def : GoyaPacket<"MSG_SHORT", 0x4, 2,
  !listconcat(Value, [MessageField<"msg_addr_offset", 1, 15, 0, "bytes">],
              MsgFlags,
              [PacketField<"base", 1, 23, 22, "message base of the CP">]),
  PacketAllowed, "writes 32 bits to an offset from a message base",
  ["msg_addr_offset", "value"]>;
let Feeds = true in
def : GoyaPacket<"CP_DMA", 0x5, 4,
  !listconcat(Size, [WeaklyOrdered, PacketField<"no_snoop", 1, 1, 1>],
              Source),
  PacketRefused, "feeds a command buffer to the command queue",
  ["src_addr", "tsize"]>;
def : GoyaPacket<"MSG_PROT", 0x7, 4,
  !listconcat(Value, MsgFlags, Target),
  PacketRefused, "MSG_LONG with the secured attribute", ["addr", "value"]>;
def : GoyaPacket<"FENCE", 0x8, 2,
  [PacketField<"dec_val", 0, 3, 0, "subtracted when it passes">,
   PacketField<"gate_val", 0, 23, 16, "least counter value">,
   PacketField<"id", 0, 31, 30, "fence counter of the CP">],
  PacketAllowed, "waits for a fence counter">;
def : GoyaPacket<"LIN_DMA", 0x9, 6,
  !listconcat(Size,
    [WeaklyOrdered, PacketField<"rdcomp", 1, 1, 1>,
     PacketField<"wrcomp", 1, 2, 2, "completion message">,
     PacketField<"no_snoop", 1, 3, 3>, PacketField<"src_disable", 1, 4, 4>,
     PacketField<"dst_disable", 1, 5, 5>,
     PacketField<"memset_mode", 1, 6, 6, "src_addr is the pattern">,
     PacketField<"tensor_dma", 1, 7, 7, "must be 0">,
     PacketField<"cntrl", 1, 19, 8>,
     PacketField<"dma_dir", 1, 22, 20,
       "for the driver only: 0 host to DRAM, 1 host to SRAM, 2 DRAM to SRAM, "
       "3 SRAM to DRAM, 4 SRAM to host, 5 DRAM to host, 6 DRAM to DRAM, 7 "
       "SRAM to SRAM">],
    Source, [AddressField<"dst_addr", 4, 63, 0, "device address">]),
  PacketAllowed, "programs the DMA channel and commits",
  ["dst_addr", "src_addr", "tsize"]>;
def : GoyaPacket<"NOP", 0xA, 2, [], PacketAllowed, "nothing">;
def : GoyaPacket<"STOP", 0xB, 2, [], PacketRefused, "stops the CP">;

//===----------------------------------------------------------------------===//
// Queue managers and command queues
//===----------------------------------------------------------------------===//

// What both have.
def CP : RegisterSet<"CP", 0xC8, [
  Register<"PTR_LO", 0x0>, Register<"PTR_HI", 0x4>, Register<"TSIZE", 0x8>,
  Register<"CTL", 0xC, [], "a write starts the fetch">,
  RegArray2<"MSG_BASE%_ADDR_%", 0x60, 4, 8, 2, 4, [],
            "low half 0, high half 1">,
  Register<"LDMA_TSIZE_OFFSET", 0x80>,
  Register<"LDMA_SRC_BASE_LO_OFFSET", 0x84>,
  Register<"LDMA_SRC_BASE_HI_OFFSET", 0x88>,
  Register<"LDMA_DST_BASE_LO_OFFSET", 0x8C>,
  Register<"LDMA_DST_BASE_HI_OFFSET", 0x90>,
  Register<"LDMA_COMMIT_OFFSET", 0x94>,
  UserArray<"FENCE%_RDATA", 0x98, 4, 4, [], "a write adds to the counter">,
  UserArray<"FENCE%_CNT", 0xA8, 4>,
  ReadOnlyReg<"STS", 0xB8>,
  ReadOnlyReg<"CURRENT_INST_LO", 0xBC>,
  ReadOnlyReg<"CURRENT_INST_HI", 0xC0>
], "KD tpc0_qm_regs.h">;

defvar Global = [
  Register<"GLBL_CFG0", 0x00>, Register<"GLBL_CFG1", 0x04>,
  Register<"GLBL_PROT", 0x08>, Register<"GLBL_ERR_CFG", 0x0C>,
  Register<"GLBL_SECURE_PROPS", 0x1C>, Register<"GLBL_NON_SECURE_PROPS", 0x20>,
  ReadOnlyReg<"GLBL_STS0", 0x24>
];
def QM : RegisterBlock<"QM", 0x1000, !listconcat(Global, [
  Register<"PQ_BASE_LO", 0x60>, Register<"PQ_BASE_HI", 0x64>,
  Register<"PQ_SIZE", 0x68, [], "log2 of the number of entries">,
  Register<"PQ_PI", 0x6C, [], "doorbell">, Register<"PQ_CI", 0x70>
]), "KD tpc0_qm_regs.h"> {
  let Sets = [RegisterSetUse<CP, "CQ_", 0xC0>];
}
// The command queue of an internal engine has no PQ.
def CMDQ : RegisterBlock<"CMDQ", 0x1000, Global, "KD tpc0_cmdq_regs.h"> {
  let Sets = [RegisterSetUse<CP, "CQ_", 0xC0>];
}

//===----------------------------------------------------------------------===//
// Engines
//===----------------------------------------------------------------------===//

def DMA_CH : RegisterBlock<"DMA_CH", 0x1000, [
  Register<"CFG0", 0x00>,
  Register<"WR_COMP_ADDR_LO", 0x20>, Register<"WR_COMP_ADDR_HI", 0x24>,
  Register<"WR_COMP_WDATA", 0x28>,
  Register<"LDMA_SRC_ADDR_LO", 0x2C>, Register<"LDMA_SRC_ADDR_HI", 0x30>,
  Register<"LDMA_DST_ADDR_LO", 0x34>, Register<"LDMA_DST_ADDR_HI", 0x38>,
  Register<"LDMA_TSIZE", 0x3C>,
  Register<"COMIT_TRANSFER", 0x40, [], "a write starts the transfer">,
  ReadOnlyReg<"STS0", 0x44>
], "KD dma_ch_0_regs.h">;

// A tensor has a third word a dimension.
def TPC_DESC : RegisterSet<"TPC_DESC", 0x320, [
  UserArray<"TENSOR_%_BASE_ADDR_LOW", 0x00, 8, 0x4C>,
  UserArray<"TENSOR_%_BASE_ADDR_HIGH", 0x04, 8, 0x4C>,
  UserArray<"TENSOR_%_PADDING_VALUE", 0x08, 8, 0x4C>,
  UserArray<"TENSOR_%_TENSOR_CONFIG", 0x0C, 8, 0x4C, [
    Field<"DATA_TYPE", 1, 0>, Field<"VALID_DIM_MASK", 12, 8>,
    Field<"LAST_DIM", 18, 16, "index of the highest dimension">],
    "assumed: fields lie as on Gaudi">,
  UserArray2<"TENSOR_%_DIM_%_SIZE", 0x10, 8, 0x4C, 5, 12, [], "elements">,
  UserArray2<"TENSOR_%_DIM_%_STRIDE", 0x14, 8, 0x4C, 5, 12, [], "elements">,
  UserArray2<"TENSOR_%_DIM_%_BASE_OFFSET", 0x18, 8, 0x4C, 5, 12>,
  UserReg<"KERNEL_BASE_ADDRESS_LOW", 0x260>,
  UserReg<"KERNEL_BASE_ADDRESS_HIGH", 0x264>,
  UserArray<"TID_BASE_DIM_%", 0x268, 5, 8, [], "first index">,
  UserArray<"TID_SIZE_DIM_%", 0x26C, 5, 8, [], "number of indices">,
  UserArray<"SRF_%", 0x290, 32, 4, [], "preloaded scalar registers">,
  UserReg<"KERNEL_CONFIG", 0x310>,
  UserReg<"SYNC_OBJECT_MESSAGE", 0x314>,
  UserReg<"ARUSER", 0x318>, UserReg<"AWUSER", 0x31C>
], "KD tpc0_cfg_regs.h">;

def TPC_CFG : RegisterBlock<"TPC_CFG", 0x1000, [
  UserReg<"SEMAPHORE", 0x808>,
  ReadOnlyReg<"STATUS", 0x81C>,
  Register<"CFG_BASE_ADDRESS_HIGH", 0x820>,
  Register<"CFG_SUBTRACT_VALUE", 0x824>,
  UserReg<"SM_BASE_ADDRESS_LOW", 0x828>,
  UserReg<"SM_BASE_ADDRESS_HIGH", 0x82C>,
  UserReg<"TPC_CMD", 0x830>,
  UserReg<"TPC_EXECUTE", 0x838, [Field<"V", 0, 0>],
    "starts the staged launch">,
  Register<"TPC_STALL", 0x83C, [Field<"V", 0, 0>]>,
  UserReg<"ICACHE_BASE_ADDRESS_LOW", 0x840>,
  UserReg<"ICACHE_BASE_ADDRESS_HIGH", 0x844>,
  Register<"TPC_INTR_CAUSE", 0x858>,
  Register<"TPC_INTR_MASK", 0x85C>
], "KD tpc0_cfg_regs.h"> {
  let Sets = [
    RegisterSetUse<TPC_DESC, "KERNEL_", 0x400>,
    RegisterSetUse<TPC_DESC, "QM_", 0xA00>
  ];
}

// assumed: the monitors' registers follow each other from the first to the
// last, whose offsets are known.
def SYNC_MNGR : RegisterBlock<"SYNC_MNGR", 0x3000, [
  UserArray<"SOB_OBJ_%", 0x0000, 1024, 4, [
    Field<"VAL", 15, 0>, Field<"INC", 31, 31, "0 set, 1 add">]>,
  UserArray<"MON_PAY_ADDRL_%", 0x1000, 256>,
  UserArray<"MON_PAY_ADDRH_%", 0x1400, 256>,
  UserArray<"MON_PAY_DATA_%", 0x1800, 256>,
  UserArray<"MON_ARM_%", 0x1C00, 256, 4, [
    GroupField<"SID", 9, 0, "SOB_OBJ_%", 1, "sync object">,
    Field<"SOP", 15, 15, "mode of the comparison">,
    Field<"SOD", 31, 16, "value to compare with">]>,
  UserArray<"MON_STATUS_%", 0x2000, 256>
], "KD goya_packets.h, goya.c">;

//===----------------------------------------------------------------------===//
// Where the blocks are, and how queues reach them
//===----------------------------------------------------------------------===//

// assumed: an offset may reach the blocks behind the engine's own.
def : RegisterWindow<0, 0x1000, 0x2000, 0x1000>;

def : BlockInstances<"MME_QM", QM, "MME_QM", 0x0D8000, 1, 0x1000>;
def : BlockInstances<"MME_CMDQ", CMDQ, "MME_CMDQ", 0x0D9000, 1, 0x1000>;
def : BlockInstances<"SYNC_MNGR", SYNC_MNGR, "SYNC_MNGR", 0x112000, 1, 0x3000>;
def : BlockInstances<"DMA_QM", QM, "DMA%_QM", 0x400000, 5, 0x8000>;
def : BlockInstances<"DMA_CH", DMA_CH, "DMA%_CH", 0x401000, 5, 0x8000>;
def : BlockInstances<"TPC_CFG", TPC_CFG, "TPC%_CFG", 0xE06000, 8, 0x40000>;
def : BlockInstances<"TPC_QM", QM, "TPC%_QM", 0xE08000, 8, 0x40000>;
def : BlockInstances<"TPC_CMDQ", CMDQ, "TPC%_CMDQ", 0xE09000, 8, 0x40000>;

def : AddressRange<"SRAM", 0x7FF0000000, 0x3200000, "on-chip memory", "KD">;
def : AddressRange<"CFG", 0x7FFC000000, 0x4000000, "registers", "KD">;

foreach i = 0...4 in
def : Queue<"DMA_"#i, i, 1, QueueExternal, 4096> {
  let Qman = "DMA"#i#"_QM";
}
def : Queue<"CPU_PQ", 5, 1, QueueDriver, 64>;
def : Queue<"MME", 6, 1, QueueInternal, 64> {
  let Qman = "MME_QM";
}
foreach i = 0...7 in
def : Queue<"TPC_"#i, !add(7, i), 1, QueueInternal, 64> {
  let Qman = "TPC"#i#"_QM";
  let Engine = "TPC"#i#"_CFG";
}
