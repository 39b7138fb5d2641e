//===- Queues.td - classes for packets, registers and queues --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The vocabulary in which a chip's command interface is written: the packets a
// queue manager reads, the registers they reach, the queue numbers the driver
// gives out, the address map, and the causes an engine reports. One file a
// chip (Gaudi.td) holds the records; assembler/gen/cbgen.py turns them into
// tpc/cb_gen.h and cb_tables.c and refuses bits, registers, blocks or queue
// numbers that overlap.
//
// Sources are cited by these short names:
//   KD    Linux 6.1 drivers/misc/habanalabs and include/uapi/misc/habanalabs.h
//   SYN   HabanaAI/SynapseAI_Core
//   THK   HabanaAI/hl-thunk-open
//   G3SW  HabanaAI/Intel_Gaudi3_Software (graph compiler of the first Gaudi)
// "assumed:" marks what is inferred from use and not written in a source.
//
//===----------------------------------------------------------------------===//

/// A chip. Its record's name gives the C prefix (TPC_<NAME>_, tpc_<name>_).
class Chip<string name> {
  string Name = name;
}

/// A number that belongs to the chip and to nothing smaller.
class Constant<string name, int value, string doc, string source> {
  string Name = name;
  int Value = value;
  string Doc = doc;
  string Source = source;
}

//===----------------------------------------------------------------------===//
// Packets
//
//   dword 0          dword 1                                  further dwords
//  +----------------+-----------------------------------------+-----------
//  | value or sizes | MB | RB | EB | opcode | other | pred     | addresses
//  +----------------+-----------------------------------------+-----------
//  31              0  31   30   29   28:24           4:0
//
//===----------------------------------------------------------------------===//

/// What a field's value is, for the text of command buffers.
class FieldKind<int number> {
  int Number = number;
}
def FieldNumber : FieldKind<0>;
def FieldRegister : FieldKind<1>;   // offset in the queue's register window
def FieldAddress : FieldKind<2>;    // device address
def FieldMessage : FieldKind<3>;    // offset from the message base in "base"
def FieldData : FieldKind<4>;       // what is written to the target
def FieldLocal : FieldKind<5>;      // register offsets count elsewhere

/// Bits [hi:lo] counted from bit 0 of 32-bit word `dword`. hi may reach 63 for
/// a field that spans two words.
class PacketField<string name, int dword, int hi, int lo, string doc = ""> {
  string Name = name;
  int Dword = dword;
  int Hi = hi;
  int Lo = lo;
  string Doc = doc;
  FieldKind Kind = FieldNumber;
  int Default = 0;                        // value where text gives none
  string Short = "";                      // second name in text
}

// Fields of the kinds that text treats in a special way.
class DataField<string name, int dword, int hi, int lo, string doc>
    : PacketField<name, dword, hi, lo, doc> {
  let Kind = FieldData;
}
class RegisterField<string name, int dword, int hi, int lo, string doc>
    : PacketField<name, dword, hi, lo, doc> {
  let Kind = FieldRegister;
}
class AddressField<string name, int dword, int hi, int lo, string doc>
    : PacketField<name, dword, hi, lo, doc> {
  let Kind = FieldAddress;
}
class MessageField<string name, int dword, int hi, int lo, string doc>
    : PacketField<name, dword, hi, lo, doc> {
  let Kind = FieldMessage;
}
/// A bit of the second word, with a short name.
class FlagField<string name, int bitno, string short, string doc>
    : PacketField<name, 1, bitno, bitno, doc> {
  let Short = short;
}

/// What the driver does with a packet in a command buffer that user space
/// hands to an external queue.
class PacketVerdict;
def PacketAllowed : PacketVerdict;        // copied as it is
def PacketRefused : PacketVerdict;        // EPERM
def PacketUnknown : PacketVerdict;        // EINVAL: the driver has no case
def PacketIfPredicates : PacketVerdict;   // EPERM unless it loads predicates

class Packet<string name, int opcode, int dwords, list<PacketField> fields,
             PacketVerdict verdict, string doc, string source> {
  string Name = name;
  int Opcode = opcode;
  int Dwords = dwords;                    // without payload
  list<PacketField> Fields = fields;
  PacketVerdict Verdict = verdict;
  string Doc = doc;
  string Source = source;
  // Payload behind the fixed part: 8 bytes times the value of this field.
  string PayloadField = "";
  // Fields that text gives by position, before those it names.
  list<string> Operands = [];
  // Makes the lower CP read the buffer at its address field, tsize bytes.
  bit Feeds = false;
}

/// Position of the field that tells packets apart; the same in all of them.
class PacketOpcode<int dword, int hi, int lo> {
  int Dword = dword;
  int Hi = hi;
  int Lo = lo;
}

//===----------------------------------------------------------------------===//
// Registers
//===----------------------------------------------------------------------===//

class Field<string name, int hi, int lo, string doc = ""> {
  string Name = name;
  int Hi = hi;
  int Lo = lo;
  string Doc = doc;
  list<string> Values = [];               // names of 0, 1, ...
  // The field chooses elements of a register array of the block: a group of so
  // many of them, or, without a number, those of the group that do not count.
  string Array = "";
  int Members = 0;
}

class GroupField<string name, int hi, int lo, string array, int members,
                 string doc> : Field<name, hi, lo, doc> {
  let Array = array;
  let Members = members;
}
class MaskField<string name, int hi, int lo, string array, string doc>
    : Field<name, hi, lo, doc> {
  let Array = array;
}

/// A 32-bit register or an array of them. A `%` in the name stands for an
/// index: one per array dimension, outermost first. In C the name loses it and
/// the offset becomes a macro with that many arguments.
class Register<string name, int offset, list<Field> fields = [],
               string doc = ""> {
  string Name = name;
  int Offset = offset;
  list<Field> Fields = fields;
  string Doc = doc;
  int Count = 1;
  int Stride = 4;
  int Count2 = 1;                         // second array dimension
  int Stride2 = 4;
  int Reset = 0;
  int FirstIndex = 0;                     // number of the first array element
  bit ReadOnly = false;
  // Whether the driver's protection bits let a user's packet write it; with
  // UserFrom only from that index on.
  bit User = false;
  int UserFrom = 0;
}

class RegArray<string name, int offset, int count, int stride = 4,
               list<Field> fields = [], string doc = "">
    : Register<name, offset, fields, doc> {
  let Count = count;
  let Stride = stride;
}

class RegArray2<string name, int offset, int count, int stride, int count2,
                int stride2, list<Field> fields = [], string doc = "">
    : RegArray<name, offset, count, stride, fields, doc> {
  let Count2 = count2;
  let Stride2 = stride2;
}

class ReadOnlyReg<string name, int offset, list<Field> fields = [],
                  string doc = "", int reset = 0>
    : Register<name, offset, fields, doc> {
  let ReadOnly = true;
  let Reset = reset;
}

class ResetReg<string name, int offset, int reset>
    : Register<name, offset> {
  let Reset = reset;
}

class ReadOnlyArray<string name, int offset, int count, int stride = 4,
                    list<Field> fields = [], string doc = "">
    : RegArray<name, offset, count, stride, fields, doc> {
  let ReadOnly = true;
}

class UserReg<string name, int offset, list<Field> fields = [],
              string doc = "", int reset = 0>
    : Register<name, offset, fields, doc> {
  let User = true;
  let Reset = reset;
}

class UserArray<string name, int offset, int count, int stride = 4,
                list<Field> fields = [], string doc = "", int first = 0,
                int userfrom = 0, int reset = 0>
    : RegArray<name, offset, count, stride, fields, doc> {
  let User = true;
  let Reset = reset;
  let FirstIndex = first;
  let UserFrom = userfrom;
}

class UserArray2<string name, int offset, int count, int stride, int count2,
                 int stride2, list<Field> fields = [], string doc = "">
    : RegArray2<name, offset, count, stride, count2, stride2, fields, doc> {
  let User = true;
}

/// Registers that occur in more than one place under different prefixes.
class RegisterSet<string name, int size, list<Register> regs, string source> {
  string Name = name;
  int Size = size;
  list<Register> Registers = regs;
  string Source = source;
}

class RegisterSetUse<RegisterSet set, string prefix, int offset> {
  RegisterSet Set = set;
  string Prefix = prefix;
  int Offset = offset;
}

class RegisterBlock<string name, int size, list<Register> regs,
                    string source> {
  string Name = name;
  int Size = size;
  list<Register> Registers = regs;
  list<RegisterSetUse> Sets = [];
  string Source = source;
}

/// The places of a block in the configuration space. The `%` in the text name
/// is replaced by the index or by the entry of IndexNames.
class BlockInstances<string name, RegisterBlock block, string text, int base,
                     int count, int stride> {
  string Name = name;
  RegisterBlock Block = block;
  string Text = text;
  int Base = base;                        // from the start of CFG
  int Count = count;
  int Stride = stride;
  list<string> IndexNames = [];
}

/// What the offsets of WREG packets reach: the engine's block from one offset,
/// the queue manager's from another.
class RegisterWindow<int engine, int enginesize, int qman, int qmansize> {
  int Engine = engine;
  int EngineSize = enginesize;
  int Qman = qman;
  int QmanSize = qmansize;
}

/// What the driver programs as message base number `index`: a register.
class MessageBase<int index, string register, bit secure = false> {
  int Index = index;
  string Reg = register;
  bit Secure = secure;                    // only in queues with SecureBases
}

//===----------------------------------------------------------------------===//
// Queues, addresses, interrupts
//===----------------------------------------------------------------------===//

class QueueKind;
def QueueExternal : QueueKind;  // kernel command buffers, completion by driver
def QueueInternal : QueueKind;  // command buffers in device-visible memory
def QueueDriver : QueueKind;    // not for users
def QueueDisabled : QueueKind;  // the upstream driver does not enable it

/// Streams `first` ... `first + streams - 1` of one queue manager.
class Queue<string name, int first, int streams, QueueKind kind, int length> {
  string Name = name;
  int First = first;
  int Streams = streams;
  QueueKind Kind = kind;
  int Length = length;                    // entries the driver gives the PQ
  string Qman = "";                       // text name of a block instance
  string Engine = "";                     // the block that WREG packets reach
  bit SecureBases = false;                // message bases 2 and 3 programmed
}

class AddressRange<string name, int base, int size, string doc,
                   string source> {
  string Name = name;
  int Base = base;
  int Size = size;
  string Doc = doc;
  string Source = source;
  // Name of the range that contains this one, if any.
  string Parent = "";
}

class InterruptCause<string engine, int bitno, string name, string doc,
                     string source> {
  string Engine = engine;
  int Bit = bitno;
  string Name = name;
  string Doc = doc;
  string Source = source;
}
