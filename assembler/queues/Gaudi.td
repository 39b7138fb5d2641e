//===- Gaudi.td - packets, registers and queues of the first Gaudi --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything a command buffer for the first Gaudi can say and reach. The only
// place where its packet opcodes, register offsets and field positions are
// written; see Queues.td for the classes and the short names of the sources.
//
//===----------------------------------------------------------------------===//

include "Queues.td"

def Gaudi : Chip<"gaudi">;

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

def : Constant<"PCI_VENDOR_ID", 0x1DA3, "PCI vendor", "KD">;
def : Constant<"PCI_DEVICE_ID", 0x1000, "PCI device", "KD">;
def : Constant<"NUM_EVENTS", 663, "events the firmware can report; "
               "assumed: one more than the highest id", "KD">;
def : Constant<"FIRST_USER_SOB", 144,
               "first sync object of W_S that the driver leaves to users",
               "KD">;
def : Constant<"FIRST_USER_MON", 72,
               "first monitor of W_S that the driver leaves to users", "KD">;
def : Constant<"STREAM_SOB", 128,
               "first W_S sync object of the signal and wait commands: two a "
               "stream of an external queue", "KD">;
def : Constant<"STREAM_MON", 64,
               "first W_S monitor of the wait command: one a stream", "KD">;
def : Constant<"DRAM_PAGE_SIZE", 0x200000, "unit of DRAM accounting", "KD">;
def : Constant<"INTERNAL_CB_POOL", 0x200000,
               "bytes of the host range that the driver keeps for itself",
               "KD">;
def : Constant<"CQ_LENGTH", 4096, "entries of a driver completion queue",
               "KD">;
def : Constant<"CQ_INDEX_VALID", 0x40000000,
               "completion entry: the low bits hold a shadow index", "KD">;
def : Constant<"CQ_READY", 0x80000000,
               "completion entry: written by the device", "KD">;
def : Constant<"MAX_PENDING_CS", 16384,
               "command submissions that may be unfinished at once", "KD">;
def : Constant<"TDR_SECONDS", 600,
               "default time-out of a command submission", "KD">;
def : Constant<"COMPLETION_LINE", 128,
               "the two completion packets lie in one line of this size",
               "KD">;
def : Constant<"PREDICATES", 32, "predicates of a CP; number 0 is true",
               "SYN">;
def : Constant<"PREDICATE_BYTES", 128,
               "size and alignment of the table LOAD_AND_EXE reads", "THK">;
def : Constant<"SCALARS", 4, "32-bit scalar registers of a CP", "SYN">;
def : Constant<"SOB_MAX", 0x7FFF, "largest value of a sync object", "SYN">;
def : Constant<"SOBS_PER_GROUP", 8, "sync objects a monitor watches", "SYN">;
def : Constant<"FENCE_MAX", 0x3FFF, "largest value of a fence counter",
               "KD">;
def : Constant<"UPPER_STREAMS", 4, "streams with a PQ in a queue manager",
               "KD">;
def : Constant<"LOWER_STREAM", 4, "index of the CQ and CP without a PQ",
               "KD">;
def : Constant<"KERNEL_ALIGN", 0x2000,
               "alignment of code that is prefetched", "SYN">;
def : Constant<"TPC_INTR_MASK_DEFAULT", 0x8FFE,
               "causes the driver masks: arithmetic ones", "KD">;
def : Constant<"DMA_COMP_DATA", 0x80000001,
               "completion message the driver gives each DMA core: add 1 to "
               "the E_N sync object of its number", "KD">;
def : Constant<"MMU_HUGE_PAGE", 0x200000, "large page of the host range",
               "KD">;
def : Constant<"TENSORS", 16, "tensor descriptors of a TPC", "SYN">;
def : Constant<"TENSOR_DIMS", 5, "dimensions of a descriptor", "SYN">;
def : Constant<"SRF_ARGS", 32, "scalar registers a launch can preload",
               "SYN">;

// Codes of a descriptor's TENSOR_CONFIG.DATA_TYPE and SYNC_OBJECT_MESSAGE.
defvar DataTypes = ["int8", "int16", "int32", "uint8", "uint16", "uint32",
                    "bf16", "fp32"];
foreach i = !range(!size(DataTypes)) in
def : Constant<"DATA_TYPE_"#!toupper(DataTypes[i]), i,
               "element type of a tensor", "SYN; G3SW">;
def DataTypeField : Field<"DATA_TYPE", 2, 0> {
  let Values = DataTypes;
}
def : Constant<"SO_OPERATION_ADD", 4, "adds the value to the sync object",
               "SYN; G3SW">;
def : Constant<"MSG_OP_TIMESTAMP", 1, "a message that writes the time",
               "KD gaudi_packets.h">;

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
defvar Pred = [PacketField<"pred", 1, 4, 0,
  "predicate that guards the packet, 0: always">];
defvar Value = [DataField<"value", 0, 31, 0, "data that is written">];
defvar Size = [PacketField<"tsize", 0, 31, 0, "bytes">];
defvar RegOffset = [RegisterField<"reg_offset", 1, 23, 8,
  "from the engine's block; LOCAL_RANGE of the queue manager reaches itself">];
defvar MsgFlags = [
  PacketField<"weakly_ordered", 1, 16, 16>,
  PacketField<"no_snoop", 1, 17, 17>,
  PacketField<"op", 1, 21, 20, "0: value, 1: timestamp">
];
defvar Source = [AddressField<"src_addr", 2, 63, 0, "device address">];
defvar Target = [AddressField<"addr", 2, 63, 0, "device address">];

// Linear transfers are the only ones this packet can ask for.
def LinField : PacketField<"lin", 1, 3, 3, "must be 1"> {
  let Default = 1;
}

class GaudiPacket<string name, int opcode, int dwords,
                  list<PacketField> fields, PacketVerdict verdict, string doc,
                  list<string> operands = []>
    : Packet<name, opcode, dwords, !listconcat(fields, Barriers), verdict, doc,
             "KD gaudi_packets.h, gaudi.c; SYN"> {
  let Operands = operands;
}

def : GaudiPacket<"WREG_32", 0x1, 2, !listconcat(Value, Pred, RegOffset),
  PacketAllowed, "writes one register of the engine or queue manager",
  ["reg_offset", "value"]>;
let PayloadField = "size64" in
def : GaudiPacket<"WREG_BULK", 0x2, 2,
  !listconcat([PacketField<"size64", 0, 15, 0, "64-bit values that follow">],
              Pred, RegOffset),
  PacketRefused, "writes consecutive registers, two a value",
  ["reg_offset"]>;
def : GaudiPacket<"MSG_LONG", 0x3, 4,
  !listconcat(Value, Pred, MsgFlags,
              Target),
  PacketAllowed, "writes 32 bits to any address", ["addr", "value"]>;
def : GaudiPacket<"MSG_SHORT", 0x4, 2,
  !listconcat(Value,
              [MessageField<"msg_addr_offset", 1, 15, 0, "bytes">], MsgFlags,
              [PacketField<"base", 1, 23, 22, "message base of the CP">]),
  PacketAllowed, "writes 32 bits to an offset from a message base",
  ["msg_addr_offset", "value"]>;
let Feeds = true in
def : GaudiPacket<"CP_DMA", 0x5, 4, !listconcat(Size, Pred, Source),
  PacketRefused, "feeds a command buffer to the lower CP",
  ["src_addr", "tsize"]>;
def : GaudiPacket<"REPEAT", 0x6, 2,
  !listconcat([PacketField<"sore", 0, 0, 0, "assumed: 0 start, 1 end">,
               PacketField<"o", 0, 1, 1, "assumed: outer of two loops">,
               PacketField<"jmp_ptr", 0, 31, 16,
                           "assumed: at the start, times the body runs">],
              Pred),
  PacketAllowed, "loop over packets">;
def : GaudiPacket<"MSG_PROT", 0x7, 4,
  !listconcat(Value, Pred, MsgFlags,
              Target),
  PacketRefused, "MSG_LONG with the secured attribute",
  ["addr", "value"]>;
def : GaudiPacket<"FENCE", 0x8, 2,
  !listconcat([PacketField<"dec_val", 0, 3, 0, "subtracted when it passes">,
               PacketField<"target_val", 0, 23, 16, "least counter value">,
               PacketField<"id", 0, 31, 30, "fence counter of the CP">],
              Pred),
  PacketAllowed, "waits for a fence counter">;
def : GaudiPacket<"LIN_DMA", 0x9, 6,
  !listconcat(Size,
              [PacketField<"wr_comp_en", 1, 0, 0, "completion message">,
               PacketField<"transpose", 1, 1, 1>,
               PacketField<"dtype", 1, 2, 2>,
               LinField,
               PacketField<"mem_set", 1, 4, 4, "src_addr is the pattern">,
               PacketField<"compress", 1, 5, 5>,
               PacketField<"decompress", 1, 6, 6>,
               PacketField<"context_id_low", 1, 23, 16>],
              Source,
              [AddressField<"dst_addr", 4, 55, 0, "device address">,
               PacketField<"context_id_high", 4, 63, 56>]),
  PacketAllowed, "programs the DMA core and commits",
  ["dst_addr", "src_addr", "tsize"]>;
def : GaudiPacket<"NOP", 0xA, 2, [], PacketAllowed, "nothing">;
def : GaudiPacket<"STOP", 0xB, 2, [], PacketRefused, "stops the CP">;
def : GaudiPacket<"ARB_POINT", 0xC, 2,
  !listconcat([PacketField<"priority", 0, 7, 0>,
               PacketField<"rls", 0, 31, 31, "release the arbiter">],
              Pred),
  PacketAllowed, "asks for or releases the queue manager's arbiter">;
def : GaudiPacket<"WAIT", 0xD, 2,
  [PacketField<"num_cycles", 0, 23, 0>,
   PacketField<"inc_val", 0, 27, 24, "added to the counter afterwards">,
   PacketField<"id", 0, 29, 28, "fence counter of the CP">],
  PacketUnknown, "adds to a fence counter after a number of cycles">;
def : GaudiPacket<"LOAD_AND_EXE", 0xF, 4,
  !listconcat([PacketField<"dst", 0, 0, 0, "0 predicates, 1 scalars">,
               PacketField<"load", 0, 8, 8>,
               PacketField<"exe", 0, 9, 9, "execute the packet held there">,
               PacketField<"etype", 0, 10, 10,
                           "0: from scalar 0, 1: the one in scalars 2, 3">],
              Pred, Source),
  PacketIfPredicates, "loads predicates or scalars, executes a packet",
  ["src_addr"]>;

//===----------------------------------------------------------------------===//
// Queue manager
//===----------------------------------------------------------------------===//

defvar PerPart = [
  Field<"PQF", 3, 0>, Field<"CQF", 8, 4>, Field<"CP", 13, 9>
];
defvar Props = [Field<"ASID", 9, 0>, Field<"MMBP", 10, 10, "MMU bypass">];

defvar LocalBase = 0x8000;
defvar LocalSize = 0x2000;
def : RegisterWindow<0, LocalBase, LocalBase, LocalSize>;

def QM : RegisterBlock<"QM", 0x1000, [
  Register<"GLBL_CFG0", 0x000, [
    Field<"PQF_EN", 3, 0>, Field<"CQF_EN", 8, 4>, Field<"CP_EN", 13, 9>]>,
  Register<"GLBL_CFG1", 0x004, [
    Field<"PQF_STOP", 3, 0>, Field<"CQF_STOP", 8, 4>, Field<"CP_STOP", 13, 9>,
    Field<"PQF_FLUSH", 19, 16>, Field<"CQF_FLUSH", 24, 20>,
    Field<"CP_FLUSH", 29, 25>]>,
  Register<"GLBL_PROT", 0x008, !listconcat(PerPart, [
    Field<"ERR", 14, 14>, Field<"ARB", 15, 15>]), "secured attribute">,
  Register<"GLBL_ERR_CFG", 0x00C, [
    Field<"PQF_ERR_MSG_EN", 3, 0>, Field<"CQF_ERR_MSG_EN", 8, 4>,
    Field<"CP_ERR_MSG_EN", 13, 9>, Field<"PQF_STOP_ON_ERR", 19, 16>,
    Field<"CQF_STOP_ON_ERR", 24, 20>, Field<"CP_STOP_ON_ERR", 29, 25>,
    Field<"ARB_STOP_ON_ERR", 31, 31>]>,
  RegArray<"GLBL_SECURE_PROPS_%", 0x010, 5, 4, Props>,
  RegArray<"GLBL_NON_SECURE_PROPS_%", 0x024, 5, 4, Props>,
  ReadOnlyReg<"GLBL_STS0", 0x038, [
    Field<"PQF_IDLE", 3, 0>, Field<"CQF_IDLE", 8, 4>, Field<"CP_IDLE", 13, 9>,
    Field<"PQF_IS_STOP", 19, 16>, Field<"CQF_IS_STOP", 24, 20>,
    Field<"CP_IS_STOP", 29, 25>, Field<"ARB_IS_STOP", 31, 31>]>,
  RegArray<"GLBL_STS1_%", 0x040, 5, 4, [
    Field<"PQF_RD_ERR", 0, 0, "PQ read error">,
    Field<"CQF_RD_ERR", 1, 1, "CQ read error">,
    Field<"CP_RD_ERR", 2, 2, "CP read error">,
    Field<"CP_UNDEF_CMD_ERR", 3, 3, "undefined opcode">,
    Field<"CP_STOP_OP", 4, 4, "stop packet">,
    Field<"CP_MSG_WR_ERR", 5, 5, "message write error">,
    Field<"CP_WREG_ERR", 6, 6, "register write error">,
    Field<"CP_FENCE_OVF", 11, 8, "fence counter overflow, one bit a fence">,
    Field<"CP_FENCE_UDF", 15, 12, "fence counter underflow">]>,
  RegArray<"GLBL_MSG_EN_%", 0x054, 4>,
  Register<"GLBL_MSG_EN_4", 0x068>,
  RegArray<"PQ_BASE_LO_%", 0x070, 4>,
  RegArray<"PQ_BASE_HI_%", 0x080, 4>,
  RegArray<"PQ_SIZE_%", 0x090, 4, 4, [], "log2 of the number of entries">,
  RegArray<"PQ_PI_%", 0x0A0, 4, 4, [],
    "doorbell; counts modulo twice the number of entries">,
  RegArray<"PQ_CI_%", 0x0B0, 4, 4, [], "advanced by the hardware">,
  RegArray<"PQ_CFG0_%", 0x0C0, 4>,
  RegArray<"PQ_CFG1_%", 0x0D0, 4, 4, [
    Field<"CREDIT_LIM", 15, 0>, Field<"MAX_INFLIGHT", 31, 16>]>,
  RegArray<"PQ_ARUSER_%", 0x0E0, 4>,
  ReadOnlyArray<"PQ_STS0_%", 0x0F0, 4>,
  ReadOnlyArray<"PQ_STS1_%", 0x100, 4, 4, [
    Field<"INFLIGHT_CNT", 15, 0>, Field<"BUF_EMPTY", 30, 30>,
    Field<"BUSY", 31, 31>]>,
  RegArray<"CQ_CFG0_%", 0x110, 5>,
  RegArray<"CQ_CFG1_%", 0x124, 5, 4, [
    Field<"CREDIT_LIM", 15, 0>, Field<"MAX_INFLIGHT", 31, 16>]>,
  RegArray<"CQ_ARUSER_%", 0x138, 5>,
  ReadOnlyArray<"CQ_STS0_%", 0x14C, 5>,
  ReadOnlyArray<"CQ_STS1_%", 0x160, 5, 4, [
    Field<"INFLIGHT_CNT", 15, 0>, Field<"BUF_EMPTY", 30, 30>,
    Field<"BUSY", 31, 31>]>,
  // The port of the lower CQ (index 4) is open to users.
  UserArray<"CQ_PTR_LO_%", 0x174, 5, 0x10, [], "", 0, 4>,
  UserArray<"CQ_PTR_HI_%", 0x178, 5, 0x10, [], "", 0, 4>,
  UserArray<"CQ_TSIZE_%", 0x17C, 5, 0x10, [], "", 0, 4>,
  UserArray<"CQ_CTL_%", 0x180, 5, 0x10, [
    Field<"RPT", 15, 0>, Field<"CTL", 31, 16>],
    "a write starts the fetch", 0, 4>,
  ReadOnlyArray<"CQ_PTR_LO_STS_%", 0x1C4, 5>,
  ReadOnlyArray<"CQ_PTR_HI_STS_%", 0x1D8, 5>,
  ReadOnlyArray<"CQ_TSIZE_STS_%", 0x1EC, 5>,
  ReadOnlyArray<"CQ_CTL_STS_%", 0x200, 5>,
  ReadOnlyArray<"CQ_IFIFO_CNT_%", 0x214, 5, 4, [Field<"VAL", 1, 0>]>,
  RegArray2<"CP_MSG_BASE%_ADDR_LO_%", 0x228, 4, 0x28, 5, 4>,
  RegArray2<"CP_MSG_BASE%_ADDR_HI_%", 0x23C, 4, 0x28, 5, 4>,
  RegArray<"CP_LDMA_TSIZE_OFFSET_%", 0x2C8, 5>,
  RegArray<"CP_LDMA_SRC_BASE_LO_OFFSET_%", 0x2E0, 5>,
  RegArray<"CP_LDMA_DST_BASE_LO_OFFSET_%", 0x2F4, 5>,
  UserArray2<"CP_FENCE%_RDATA_%", 0x308, 4, 0x14, 5, 4,
    [Field<"INC_VAL", 3, 0>], "a write adds to the counter">,
  UserArray2<"CP_FENCE%_CNT_%", 0x358, 4, 0x14, 5, 4, [Field<"VAL", 13, 0>]>,
  ReadOnlyArray<"CP_STS_%", 0x3A8, 5, 4, [
    Field<"MSG_INFLIGHT_CNT", 15, 0>, Field<"ERDY", 16, 16>,
    Field<"RRDY", 17, 17>, Field<"MRDY", 18, 18>, Field<"SW_STOP", 19, 19>,
    Field<"FENCE_ID", 21, 20>, Field<"FENCE_IN_PROGRESS", 22, 22>]>,
  ReadOnlyArray<"CP_CURRENT_INST_LO_%", 0x3BC, 5>,
  ReadOnlyArray<"CP_CURRENT_INST_HI_%", 0x3D0, 5>,
  RegArray<"CP_BARRIER_CFG_%", 0x3F4, 5, 4, [
    Field<"EBGUARD", 11, 0>, Field<"RBGUARD", 19, 16>]>,
  UserReg<"ARB_CFG_0", 0xA00, [
    Field<"TYPE", 0, 0, "0 priority, 1 weighted round robin">,
    Field<"IS_MASTER", 4, 4>, Field<"EN", 8, 8>, Field<"MASK", 15, 12>,
    Field<"MST_MSG_NOSTALL", 16, 16>]>,
  UserReg<"ARB_CHOISE_Q_PUSH", 0xA04>,
  UserArray<"ARB_WRR_WEIGHT_%", 0xA08, 4>,
  Register<"ARB_CFG_1", 0xA18, [Field<"CLR", 0, 0>]>,
  RegArray<"ARB_MST_AVAIL_CRED_%", 0xA20, 32>,
  Register<"ARB_MST_CRED_INC", 0xAA0>,
  RegArray<"ARB_MST_CHOISE_PUSH_OFST_%", 0xAA4, 32>,
  Register<"ARB_SLV_MASTER_INC_CRED_OFST", 0xB28>,
  Register<"ARB_MST_SLAVE_EN", 0xB2C>,
  UserReg<"ARB_MST_QUIET_PER", 0xB34>,
  Register<"ARB_SLV_CHOISE_WDT", 0xB38>,
  UserReg<"ARB_SLV_ID", 0xB3C>,
  UserReg<"ARB_BASE_LO", 0xB54>,
  UserReg<"ARB_BASE_HI", 0xB58>,
  Register<"ARB_ERR_CAUSE", 0xB9C, [
    Field<"CHOISE_OVF", 0, 0, "choice queue overflow">,
    Field<"CHOISE_WDT", 1, 1, "choice watchdog">,
    Field<"AXI_LBW_ERR", 2, 2, "write error on the LBW port">]>,
  Register<"ARB_ERR_MSG_EN", 0xBA0>,
  Register<"CGM_CFG", 0xC70>,
  ReadOnlyReg<"CGM_STS", 0xC74, [
    Field<"ST", 1, 0>, Field<"CG", 4, 4>, Field<"AGENT_IDLE", 8, 8>,
    Field<"AXI_IDLE", 9, 9>, Field<"CP_IDLE", 10, 10>]>,
  Register<"CGM_CFG1", 0xC78>,
  ResetReg<"LOCAL_RANGE_BASE", 0xC80, LocalBase>,
  ResetReg<"LOCAL_RANGE_SIZE", 0xC84, LocalSize>,
  Register<"GLBL_ERR_ADDR_LO", 0xCD0>,
  Register<"GLBL_ERR_ADDR_HI", 0xCD4>,
  Register<"GLBL_ERR_WDATA", 0xCD8>,
  RegArray<"PROT_BITS_%", 0xF80, 32, 4, [],
    "one bit a register of the block; 0: secured accesses only">
], "KD dma0_qm_regs.h, gaudi.c, gaudi_security.c">;

// An entry of a PQ in memory.
def PQ_ENTRY : RegisterSet<"PQ_ENTRY", 16, [
  Register<"PTR_LO", 0x0, [], "address of the command buffer">,
  Register<"PTR_HI", 0x4>,
  Register<"LEN", 0x8, [], "bytes">,
  Register<"CTL", 0xC, [Field<"SHADOW_INDEX", 11, 0>],
    "external queues: the driver's number of the job">
], "KD habanalabs.h struct hl_bd">;

//===----------------------------------------------------------------------===//
// DMA core
//===----------------------------------------------------------------------===//

def DMA_CORE : RegisterBlock<"DMA_CORE", 0x1000, [
  Register<"CFG_0", 0x000, [Field<"EN", 0, 0>]>,
  Register<"CFG_1", 0x004, [
    Field<"HALT", 0, 0>, Field<"FLUSH", 1, 1>, Field<"SB_FORCE_MISS", 2, 2>]>,
  Register<"LBW_MAX_OUTSTAND", 0x008>,
  UserReg<"SRC_BASE_LO", 0x014>,
  UserReg<"SRC_BASE_HI", 0x018>,
  UserReg<"DST_BASE_LO", 0x01C>,
  UserReg<"DST_BASE_HI", 0x020, [
    Field<"VAL", 23, 0>, Field<"CTX_ID_HI", 31, 24>]>,
  UserArray<"SRC_TSIZE_%", 0x02C, 4, 8, [], "elements of a dimension", 1>,
  UserArray<"SRC_STRIDE_%", 0x030, 4, 8, [], "bytes", 1>,
  UserReg<"SRC_TSIZE_0", 0x04C, [], "bytes">,
  UserArray<"DST_TSIZE_%", 0x054, 4, 8, [], "elements of a dimension", 1>,
  UserArray<"DST_STRIDE_%", 0x058, 4, 8, [], "bytes", 1>,
  UserReg<"DST_TSIZE_0", 0x074, [], "bytes">,
  UserReg<"COMMIT", 0x078, [
    Field<"WR_COMP_EN", 0, 0>, Field<"TRANSPOSE", 1, 1>, Field<"DTYPE", 2, 2>,
    Field<"LIN", 3, 3>, Field<"MEM_SET", 4, 4>, Field<"COMPRESS", 5, 5>,
    Field<"DECOMPRESS", 6, 6>, Field<"CTX_ID", 23, 16>],
    "a write starts the transfer">,
  UserReg<"WR_COMP_WDATA", 0x07C>,
  UserReg<"WR_COMP_ADDR_LO", 0x080>,
  UserReg<"WR_COMP_ADDR_HI", 0x084>,
  UserReg<"WR_COMP_AWUSER_31_11", 0x088>,
  UserReg<"TE_NUMROWS", 0x094>,
  Register<"PROT", 0x0B8, [Field<"VAL", 0, 0>, Field<"ERR_VAL", 1, 1>]>,
  Register<"SECURE_PROPS", 0x0F0, Props>,
  Register<"NON_SECURE_PROPS", 0x0F4, Props>,
  Register<"RD_MAX_OUTSTAND", 0x100>,
  Register<"RD_MAX_SIZE", 0x104>,
  Register<"RD_ARCACHE", 0x108>,
  Register<"RD_ARUSER_31_11", 0x110>,
  ReadOnlyReg<"RD_INFLIGHTS", 0x114>,
  Register<"WR_MAX_OUTSTAND", 0x120>,
  Register<"WR_MAX_AWID", 0x124>,
  Register<"WR_AWCACHE", 0x128>,
  UserReg<"WR_AWUSER_31_11", 0x130>,
  ReadOnlyReg<"WR_INFLIGHTS", 0x134>,
  Register<"ERR_CFG", 0x160, [
    Field<"ERR_MSG_EN", 0, 0>, Field<"STOP_ON_ERR", 1, 1>]>,
  Register<"ERR_CAUSE", 0x164, [
    Field<"HBW_RD_ERR", 0, 0, "HBW read error">,
    Field<"HBW_WR_ERR", 1, 1, "HBW write error">,
    Field<"LBW_WR_ERR", 2, 2, "LBW write error">,
    Field<"DESC_OVF", 3, 3, "descriptor overflow">]>,
  Register<"ERRMSG_ADDR_LO", 0x170>,
  Register<"ERRMSG_ADDR_HI", 0x174>,
  Register<"ERRMSG_WDATA", 0x178>,
  ReadOnlyReg<"STS0", 0x190, [Field<"BUSY", 31, 31>]>,
  ReadOnlyReg<"STS1", 0x194>
], "KD dma0_core_regs.h, gaudi_security.c; SYN">;

//===----------------------------------------------------------------------===//
// TPC
//===----------------------------------------------------------------------===//

// A launch. The running kernel's copy and the staging copy that the queue
// manager fills have the same layout.
def TPC_DESC : RegisterSet<"TPC_DESC", 0x440, [
  UserArray<"TENSOR_%_BASE_ADDR_LOW", 0x00, 16, 0x38>,
  UserArray<"TENSOR_%_BASE_ADDR_HIGH", 0x04, 16, 0x38>,
  UserArray<"TENSOR_%_PADDING_VALUE", 0x08, 16, 0x38, [],
    "returned for elements out of bounds">,
  UserArray<"TENSOR_%_TENSOR_CONFIG", 0x0C, 16, 0x38, [
    DataTypeField, Field<"VALID_DIM_MASK", 12, 8>,
    Field<"LAST_DIM", 18, 16, "index of the highest dimension">,
    Field<"RMW_SET", 19, 19>, Field<"RMW_RESERVED", 20, 20>,
    Field<"RMW_OP", 22, 21>], "", 0, 0, 0x50000>,
  UserArray2<"TENSOR_%_DIM_%_SIZE", 0x10, 16, 0x38, 5, 8, [], "elements">,
  UserArray2<"TENSOR_%_DIM_%_STRIDE", 0x14, 16, 0x38, 5, 8, [], "elements">,
  UserReg<"SYNC_OBJECT_MESSAGE", 0x380, [
    Field<"SO_WRITE_VALUE", 15, 0>,
    Field<"SO_OPERATION", 31, 29, "0 set, 4 add">]>,
  UserReg<"SYNC_OBJECT_ADDR", 0x384, [],
    "low half; the high one is SM_BASE_ADDRESS_HIGH">,
  UserReg<"KERNEL_BASE_ADDRESS_LOW", 0x388>,
  UserReg<"KERNEL_BASE_ADDRESS_HIGH", 0x38C>,
  UserArray<"TID_BASE_DIM_%", 0x390, 5, 8, [], "first index">,
  UserArray<"TID_SIZE_DIM_%", 0x394, 5, 8, [], "number of indices">,
  UserReg<"KERNEL_CONFIG", 0x3B8, [
    Field<"SMALL_VLM", 0, 0>, Field<"ASO_EVICT_L0", 1, 1>,
    Field<"NUM_VALID_SRFS", 7, 2>, Field<"RD_RATE_LIMIT_RST_TOKEN", 15, 8>,
    Field<"WR_RATE_LIMIT_RST_TOKEN", 23, 16>]>,
  UserReg<"KERNEL_ID", 0x3BC, [Field<"V", 15, 0>]>,
  UserArray<"SRF_%", 0x3C0, 32, 4, [], "preloaded scalar registers">
], "SYN; G3SW; KD tpc0_cfg_regs.h">;

def TPC_CFG : RegisterBlock<"TPC_CFG", 0x1000, [
  Register<"ROUND_CSR", 0x8FC, [Field<"MODE", 2, 0>]>,
  Register<"PROT", 0x900>,
  UserReg<"SEMAPHORE", 0x908>,
  Register<"VFLAGS", 0x90C, [Field<"V", 3, 0>]>,
  Register<"SFLAGS", 0x910, [Field<"V", 3, 0>]>,
  UserReg<"LFSR_POLYNOM", 0x918>,
  ReadOnlyReg<"STATUS", 0x91C, [
    Field<"SCALAR_PIPE_EMPTY", 1, 1>, Field<"VECTOR_PIPE_EMPTY", 2, 2>,
    Field<"IQ_EMPTY", 3, 3>, Field<"SB_EMPTY", 5, 5>,
    Field<"QM_IDLE", 6, 6>, Field<"QM_RDY", 7, 7>]>,
  Register<"CFG_BASE_ADDRESS_HIGH", 0x920>,
  Register<"CFG_SUBTRACT_VALUE", 0x924>,
  UserReg<"SM_BASE_ADDRESS_HIGH", 0x92C>,
  UserReg<"TPC_CMD", 0x930, [
    Field<"ICACHE_INVALIDATE", 0, 0>, Field<"DCACHE_INVALIDATE", 1, 1>,
    Field<"LCACHE_INVALIDATE", 2, 2>, Field<"TCACHE_INVALIDATE", 3, 3>,
    Field<"ICACHE_PREFETCH_64KB", 4, 4>, Field<"ICACHE_PREFETCH_32KB", 5, 5>,
    Field<"QMAN_STOP", 6, 6>]>,
  UserReg<"TPC_EXECUTE", 0x938, [Field<"V", 0, 0>],
    "starts the staged launch">,
  Register<"TPC_STALL", 0x93C, [Field<"V", 0, 0>]>,
  UserReg<"ICACHE_BASE_ADDERESS_LOW", 0x940, [], "prefetch base">,
  Register<"ICACHE_BASE_ADDERESS_HIGH", 0x944, [],
    "secured although the low half is open and user stacks write it">,
  Register<"RD_RATE_LIMIT", 0x948>,
  Register<"WR_RATE_LIMIT", 0x950>,
  Register<"MSS_CONFIG", 0x954, [
    Field<"AWCACHE", 3, 0>, Field<"ARCACHE", 7, 4>,
    Field<"ICACHE_FETCH_LINE_NUM", 9, 8>, Field<"EXPOSED_PIPE_DIS", 10, 10>,
    Field<"DCACHE_PREFETCH_DIS", 11, 11>]>,
  Register<"TPC_INTR_CAUSE", 0x958, [Field<"CAUSE", 19, 0>]>,
  Register<"TPC_INTR_MASK", 0x95C, [Field<"MASK", 19, 0, "1: masked">]>,
  Register<"WQ_CREDITS", 0x960, [
    Field<"ST_G", 3, 0>, Field<"KERNEL_FIFO", 6, 4>]>,
  Register<"ARUSER_LO", 0x964, Props>,
  Register<"ARUSER_HI", 0x968>,
  Register<"AWUSER_LO", 0x96C, Props>,
  Register<"AWUSER_HI", 0x970>,
  Register<"OPCODE_EXEC", 0x974>,
  UserReg<"LUT_FUNC32_BASE_ADDR_LO", 0x978>,
  UserReg<"LUT_FUNC32_BASE_ADDR_HI", 0x97C>,
  UserReg<"LUT_FUNC64_BASE_ADDR_LO", 0x980>,
  UserReg<"LUT_FUNC64_BASE_ADDR_HI", 0x984>,
  UserReg<"LUT_FUNC128_BASE_ADDR_LO", 0x988>,
  UserReg<"LUT_FUNC128_BASE_ADDR_HI", 0x98C>,
  UserReg<"LUT_FUNC256_BASE_ADDR_LO", 0x990>,
  UserReg<"LUT_FUNC256_BASE_ADDR_HI", 0x994>,
  Register<"TSB_CFG_MAX_SIZE", 0x998>,
  UserReg<"TSB_CFG", 0x99C>,
  Register<"DBGMEM_ADD", 0x9A0>,
  Register<"DBGMEM_DATA_WR", 0x9A4>,
  ReadOnlyReg<"DBGMEM_DATA_RD", 0x9A8>,
  Register<"DBGMEM_CTRL", 0x9AC>,
  Register<"DBGMEM_RC", 0x9B0>,
  ReadOnlyReg<"TSB_INFLIGHT_CNTR", 0x9B4>,
  ReadOnlyReg<"WQ_INFLIGHT_CNTR", 0x9B8, [
    Field<"HBW", 15, 0>, Field<"LBW", 19, 16>]>,
  ReadOnlyReg<"WQ_LBW_TOTAL_CNTR", 0x9BC>,
  ReadOnlyReg<"WQ_HBW_TOTAL_CNTR", 0x9C0>,
  ReadOnlyReg<"IRQ_OCCOUPY_CNTR", 0x9C4>
], "KD tpc0_cfg_regs.h, tpc0_cfg_masks.h, gaudi_security.c"> {
  let Sets = [
    RegisterSetUse<TPC_DESC, "KERNEL_", 0x400>,
    RegisterSetUse<TPC_DESC, "QM_", 0xA00>
  ];
}

// Bits of TPC_INTR_CAUSE.
class TpcCause<int bitno, string name, string doc>
    : InterruptCause<"TPC", bitno, name, doc, "KD gaudi.c">;
def : TpcCause<0, "tpc_address_exceed_slm", "local memory address exceeded">;
def : TpcCause<1, "tpc_div_by_0", "divide by zero">;
def : TpcCause<2, "tpc_spu_mac_overflow", "SPU MAC overflow">;
def : TpcCause<3, "tpc_spu_addsub_overflow", "SPU add or sub overflow">;
def : TpcCause<4, "tpc_spu_abs_overflow", "SPU abs overflow">;
def : TpcCause<5, "tpc_spu_fp_dst_nan_inf", "SPU result is NaN or infinite">;
def : TpcCause<6, "tpc_spu_fp_dst_denorm", "SPU result is denormal">;
def : TpcCause<7, "tpc_vpu_mac_overflow", "VPU MAC overflow">;
def : TpcCause<8, "tpc_vpu_addsub_overflow", "VPU add or sub overflow">;
def : TpcCause<9, "tpc_vpu_abs_overflow", "VPU abs overflow">;
def : TpcCause<10, "tpc_vpu_fp_dst_nan_inf", "VPU result is NaN or infinite">;
def : TpcCause<11, "tpc_vpu_fp_dst_denorm", "VPU result is denormal">;
def : TpcCause<12, "tpc_assertions", "assertion">;
def : TpcCause<13, "tpc_illegal_instruction", "illegal instruction">;
def : TpcCause<14, "tpc_pc_wrap_around", "program counter wrapped">;
def : TpcCause<15, "tpc_qm_sw_err", "queue manager software error">;
def : TpcCause<16, "tpc_hbw_rresp_err", "HBW read response error">;
def : TpcCause<17, "tpc_hbw_bresp_err", "HBW write response error">;
def : TpcCause<18, "tpc_lbw_rresp_err", "LBW read response error">;
def : TpcCause<19, "tpc_lbw_bresp_err", "LBW write response error">;

//===----------------------------------------------------------------------===//
// MME (queue managers work, the engine itself has no model)
//===----------------------------------------------------------------------===//

def MME_CTRL : RegisterBlock<"MME_CTRL", 0x1000, [
  ReadOnlyReg<"ARCH_STATUS", 0x000, [], "", 0x1180>,
  UserReg<"CMD", 0x280>
], "KD mme0_ctrl_regs.h">;

//===----------------------------------------------------------------------===//
// Sync manager
//===----------------------------------------------------------------------===//

def SYNC_MNGR : RegisterBlock<"SYNC_MNGR", 0x7000, [
  Register<"SM_SEI_MASK", 0x0, [
    Field<"SO_OVERFLOW", 0, 0>, Field<"UNALIGN_4B", 1, 1>,
    Field<"RSP_ERR", 2, 2>]>,
  Register<"SM_SEI_CAUSE", 0x4, [
    Field<"SO_OVERFLOW", 0, 0, "sync object overflow">,
    Field<"UNALIGN_4B", 1, 1, "unaligned write">,
    Field<"RSP_ERR", 2, 2, "response error of a monitor's write">,
    Field<"LOG", 31, 16, "object concerned">]>,
  UserArray<"SOB_OBJ_%", 0x2000, 2048, 4, [
    Field<"VAL", 14, 0>, Field<"TRACE_EVICT", 30, 30>,
    Field<"INC", 31, 31, "0 set, 1 add">]>,
  UserArray<"MON_PAY_ADDRL_%", 0x4000, 512>,
  UserArray<"MON_PAY_ADDRH_%", 0x4800, 512>,
  UserArray<"MON_PAY_DATA_%", 0x5000, 512>,
  UserArray<"MON_ARM_%", 0x5800, 512, 4, [
    GroupField<"SID", 7, 0, "SOB_OBJ_%", 8, "group of eight sync objects">,
    MaskField<"MASK", 15, 8, "SOB_OBJ_%",
              "1: that member does not take part">,
    Field<"SOP", 16, 16, "0: at least, 1: equal">,
    Field<"SOD", 31, 17, "value to compare with">]>,
  UserArray<"MON_STATUS_%", 0x6000, 512, 4, [
    Field<"VALID", 0, 0, "armed">, Field<"PENDING", 8, 1>,
    Field<"PROT", 9, 9>]>,
  RegArray<"SM_SEC_%", 0x6800, 256>
], "KD sync_mngr regs; SYN sync_object_manager; THK">;

//===----------------------------------------------------------------------===//
// Host interface
//===----------------------------------------------------------------------===//

def PCIE_CORE : RegisterBlock<"PCIE_CORE", 0x1000, [
  Register<"MSI_REQ", 0x100, [Field<"V", 0, 0>], "interrupts the host">
], "KD gaudi.c">;

//===----------------------------------------------------------------------===//
// Where the blocks are
//===----------------------------------------------------------------------===//

def : BlockInstances<"MME_CTRL", MME_CTRL, "MME%_CTRL", 0x060000, 4, 0x80000>;
def : BlockInstances<"MME_QM", QM, "MME%_QM", 0x068000, 2, 0x100000> {
  let IndexNames = ["0", "2"];            // masters; 1 and 3 follow them
}
def : BlockInstances<"SYNC_MNGR", SYNC_MNGR, "SYNC_MNGR_%", 0x490000, 4,
                     0x20000> {
  let IndexNames = ["W_S", "E_S", "W_N", "E_N"];
}
def : BlockInstances<"DMA_CORE", DMA_CORE, "DMA%_CORE", 0x500000, 8, 0x20000>;
def : BlockInstances<"DMA_QM", QM, "DMA%_QM", 0x508000, 8, 0x20000>;
def : BlockInstances<"PCIE_CORE", PCIE_CORE, "PCIE_CORE", 0xC04000, 1, 0x1000>;
def : BlockInstances<"TPC_CFG", TPC_CFG, "TPC%_CFG", 0xE06000, 8, 0x40000>;
def : BlockInstances<"TPC_QM", QM, "TPC%_QM", 0xE08000, 8, 0x40000>;

// What MSG_SHORT counts from (KD gaudi.c).
def : MessageBase<0, "SYNC_MNGR_E_N.MON_PAY_ADDRL_0">;
def : MessageBase<1, "SYNC_MNGR_E_N.SOB_OBJ_0">;
def : MessageBase<2, "SYNC_MNGR_W_S.MON_PAY_ADDRL_0", true>;
def : MessageBase<3, "SYNC_MNGR_W_S.SOB_OBJ_0", true>;

//===----------------------------------------------------------------------===//
// Address map (KD gaudi.h, gaudiP.h)
//===----------------------------------------------------------------------===//

def : AddressRange<"HBM", 0, 0x800000000, "device memory", "KD">;
let Parent = "HBM" in {
def : AddressRange<"DRAM_DRIVER", 0, 0x20000000,
                   "firmware image and page tables", "KD">;
def : AddressRange<"DRAM_USER", 0x20000000, 0x7E0000000,
                   "what users manage themselves", "KD">;
}
def : AddressRange<"SRAM", 0x7FF0000000, 0x1400000, "on-chip memory", "KD">;
let Parent = "SRAM" in {
def : AddressRange<"SRAM_USER", 0x7FF0000080, 0x13FFF80,
                   "without the driver's first line", "KD">;
}
def : AddressRange<"FLASH", 0x7FF8000000, 0x3FE0000, "SPI flash window", "KD">;
def : AddressRange<"CFG", 0x7FFC000000, 0x4000000, "registers", "KD">;
def : AddressRange<"HOST_PHYS", 0x8000000000, 0xFF8000000000,
                   "host memory at its bus address, past the MMU", "KD">;
def : AddressRange<"HOST_VA", 0x1000000000000, 0x17FC000000000,
                   "host memory through the MMU", "KD">;

//===----------------------------------------------------------------------===//
// Queues (KD enum gaudi_queue_id, gaudi.c)
//===----------------------------------------------------------------------===//

class DmaQueue<int i, int first, QueueKind kind>
    : Queue<"DMA_"#i, first, 4, kind, 4096> {
  let Qman = "DMA"#i#"_QM";
  let Engine = "DMA"#i#"_CORE";
}

let SecureBases = true in {
def : DmaQueue<0, 0, QueueExternal>;
def : DmaQueue<1, 4, QueueExternal>;
def : DmaQueue<5, 21, QueueInternal>;
}
def : Queue<"CPU_PQ", 8, 1, QueueDriver, 64>;
foreach i = [2, 3, 4, 6, 7] in
def : DmaQueue<i, !add(9, !mul(4, !sub(i, 2))), QueueInternal>;

class MmeQueue<int i, int first, int master>
    : Queue<"MME_"#i, first, 4, QueueInternal, 1024> {
  let Qman = "MME"#master#"_QM";
  let Engine = "MME"#master#"_CTRL";
}
def : MmeQueue<0, 33, 2>;
def : MmeQueue<1, 37, 0>;

foreach i = 0...7 in
def : Queue<"TPC_"#i, !add(41, !mul(4, i)), 4, QueueInternal, 1024> {
  let Qman = "TPC"#i#"_QM";
  let Engine = "TPC"#i#"_CFG";
  let SecureBases = !eq(i, 6);
}

foreach i = 0...9 in
def : Queue<"NIC_"#i, !add(73, !mul(4, i)), 4, QueueDisabled, 4096>;
