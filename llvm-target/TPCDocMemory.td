//===-- TPCDocMemory.td - manual: memory accesses ----------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts 3, 7, 8.7; the classes are described in TPCDoc.td.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

defvar PredicateImage = "How a vector predicate lies in memory. The simulator takes 32 bytes, bit 0 first, and 16 bytes for a half.";
defvar PartialQuestion = "Which element of memory meets the first lane of a part. In the simulator the coordinates are those of lane `offset`.";

class TensorLoad<string mn> : InstructionDoc<mn, TensorGroup> {
  let Facts = ["7.2", "7.1", "8.7"];
  let Operands = [OperandDoc<"a", "coordinates">,
                  OperandDoc<"dst", "vector, or vector predicate">];
}
def : TensorLoad<"ld_tnsr"> {
  let Summary = "Loads a vector from a tensor.";
  let Semantics = [{
t = descriptor number `tensor`, n = 256 / bytes(t.type)
for (j = 0; j < n; j++)                       // partial: lanes offset ... offset + size - 1
  x = a with dimension 0 plus j               // partial: plus j - offset
  if (x is inside of t in all dimensions)  e = memory[address(t, x)]
  else                                     e = t.padding
  dst[j] = e
unpack:  see tensors, packing
direct:  the word at address {b, a} in place of a tensor's element, no bounds}];
  let Notes = [
    "The data type is the descriptor's. Coordinates need no alignment.",
    "Earlier [st_tnsr](st_tnsr.md) of the same place are not ordered with it: [aso](aso.md) is needed between them.",
    "In the STORE slot (Gaudi2) the LOAD slot may hold a scalar [ld_g](ld_g.md) or nothing."];
  let OpenQuestions = [PartialQuestion, PredicateImage,
    "What the descriptor's bit `dup_oob` does instead of padding."];
  let Examples = [
    AsmExample<"\n\tld_tnsr V1, 0x0, I2">,
    AsmExample<"\n\tld_tnsr partial V1, 0x0, I2, S30", ["gaudi", "gaudib"]>,
    AsmExample<"\n\tld_tnsr partial V1, LD_TNSR_ID_REG, I2, LD_PARTIAL_REG\n\tld_tnsr unpack UNPCK_16_TO_32 V1, 0x0, I2",
               ["greco", "gaudi2"]>,
    AsmExample<"\n\tld_tnsr direct V1, S2, S3", ["gaudi2"]>];
  let See = ["ld_tnsr_low", "ld_tnsr_high", "st_tnsr", "ld_g"];
}
class TensorHalfLoad<string half, string other, int lo>
    : TensorLoad<"ld_tnsr_"#half> {
  let Summary = "Loads the "#!if(!eq(half, "low"), "lower", "upper")#" half of a vector from a tensor.";
  let Semantics = "\nt = descriptor number `tensor`, n = 128 / bytes(t.type)\nfor (j = 0; j < n; j++)\n  element j of bytes "#lo#" to "#!add(lo, 127)#" of dst = as ld_tnsr's dst[j]\nthe other half keeps its value";
  let Notes = ["Loads of the two halves stand at least two bundles apart."];
  let OpenQuestions = ["Whether the memory of the upper half starts at the coordinates or 128 bytes behind them. In the simulator it starts at the coordinates.", PredicateImage];
  let Examples = [AsmExample<"\n\tld_tnsr_"#half#" V1, 0x0, I2">];
  let See = ["ld_tnsr", "ld_tnsr_"#other];
}
def : TensorHalfLoad<"low", "high", 0>;
def : TensorHalfLoad<"high", "low", 128>;

class TensorStore<string mn> : InstructionDoc<mn, TensorGroup> {
  let Facts = ["7.2", "7.1", "8.7"];
  let Operands = [OperandDoc<"a", "coordinates">,
                  OperandDoc<"c", "what is stored">];
}
def : TensorStore<"st_tnsr"> {
  let Summary = "Stores a vector to a tensor.";
  let Semantics = [{
t = descriptor number `tensor`, n = 256 / bytes(t.type)
for (j = 0; j < n; j++)                       // partial: lanes offset ... offset + size - 1
  x = a with dimension 0 plus j               // partial: plus j - offset
  if (x is inside of t in all dimensions)
    if (rmw_sel, or the descriptor says so)
      memory[address(t, x)] = op(memory[address(t, x)], c[j])       // atomic
    else
      memory[address(t, x)] = c[j]
pack:    see tensors, packing
direct:  the word at address {b, a} in place of a tensor's element, no bounds}];
  let Notes = [
    "What lies outside is dropped, lane by lane in dimension 0.",
    "Guards are scalar predicates: single lanes cannot be left out. `partial` and the tensor's bounds can.",
    "Up to Greco a load of a tensor does not follow exactly four bundles later."];
  let OpenQuestions = [PartialQuestion, PredicateImage,
    "Order and rounding of reductions. In the simulator integers wrap, floating-point numbers round to nearest even, and every element is atomic."];
  let Examples = [
    AsmExample<"\n\tnop; nop; nop; st_tnsr 0x1, I2, V1">,
    AsmExample<"\n\tnop; nop; nop; st_tnsr 0x1, I2, V1, S29", ["gaudi", "gaudib"]>,
    AsmExample<"\n\tnop; nop; nop; st_tnsr pack 0x1, I2, V1",
               ["gaudi", "gaudib", "greco", "gaudi2"]>,
    AsmExample<"\n\tnop; nop; nop; st_tnsr rmw_sel ST_TNSR_ID_REG, I2, V1, ST_RMW_REG",
               ["greco", "gaudi2"]>];
  let See = ["st_tnsr_low", "st_tnsr_high", "ld_tnsr", "aso"];
}
class TensorHalfStore<string half, string other, int lo>
    : TensorStore<"st_tnsr_"#half> {
  let Summary = "Stores the "#!if(!eq(half, "low"), "lower", "upper")#" half of a vector to a tensor.";
  let Semantics = "\nt = descriptor number `tensor`, n = 128 / bytes(t.type)\nfor (j = 0; j < n; j++)\n  as st_tnsr with c[j] = element j of bytes "#lo#" to "#!add(lo, 127)#" of c";
  let OpenQuestions = ["Whether the memory of the upper half starts at the coordinates or 128 bytes behind them. In the simulator it starts at the coordinates.", PredicateImage];
  let Examples = [AsmExample<"\n\tnop; nop; nop; st_tnsr_"#half#" 0x1, I2, V1">];
  let See = ["st_tnsr", "st_tnsr_"#other];
}
def : TensorHalfStore<"low", "high", 0>;
def : TensorHalfStore<"high", "low", 128>;

def : TensorStore<"st_tnsr_s"> {
  let Summary = "Stores one scalar, or a squeeze counter, to a tensor.";
  let Semantics = [{
memory[address(t, a)] = c             // 32 bits; bv64: 64 bits, c a pair
hw_reg:  the squeeze counter that c names}];
  let Notes = ["The store takes the way of vector stores, so it is in order with them."];
  let Facts = ["7.3", "4.10"];
  let OpenQuestions = ["Bounds and data types other than 32 and 64 bits."];
  let Examples = [AsmExample<"\n\tnop; nop; nop; st_tnsr_s 0x1, I2, S1\n\tnop; nop; nop; st_tnsr_s hw_reg 0x1, I2, SQZ_CNTR0", ["gaudi2"]>];
  let See = ["st_tnsr", "st_g"];
}
def : TensorStore<"st_tnsr_sqz"> {
  let Summary = "Appends the selected bytes of a vector to a stream in memory.";
  let Semantics = [{
n = 0
for (j = 0; j < 256; j++)
  if (bit j of the vector predicate)  buffer[n++] = byte j of c
unless cnt_only:  append buffer[0 ... n - 1] to the stream of the counter
squeeze counter += n
flush:  a partly filled buffer is written out}];
  let Notes = [
    "Eight 64-bit [squeeze counters](../registers.md#hardware-registers) belong to as many streams.",
    "The predicate field names the vector predicate of the bytes, not a guard."];
  let Facts = ["7.3", "4.10", "2.3"];
  let OpenQuestions = ["When the buffer is written without `flush`."];
  let Examples = [AsmExample<"\n\tnop; nop; nop; st_tnsr_sqz 0x1, 0x0, I2, V1, VP3", ["gaudi2"]>];
  let See = ["st_tnsr", "st_tnsr_s"];
}

//===----------------------------------------------------------------------===//
// Local memory
//===----------------------------------------------------------------------===//

class LocalDoc<string mn> : InstructionDoc<mn, LocalGroup> {
  let Facts = ["3.1", "3.3", "4.9"];
}
defvar MmioNote = "With `mmio` the address is a byte offset in the TPC's own [configuration space](../memories.md#configuration-space). Some registers need a distance to the operations that they influence, see [pipeline rules](../pipeline.md).";
def : LocalDoc<"ld_l"> {
  let Summary = "Loads a word from scalar local memory or configuration space.";
  let Semantics = [{
dst = mmio ? configuration[a] : SLM[a]      // 32 bits; SP: lowest bit
lock:  takes the lock first}];
  let Notes = [MmioNote];
  let OpenQuestions = [
    "Unaligned addresses. The simulator refuses them.",
    "Whether an access to a lock that is held waits."];
  let Operands = [OperandDoc<"a", "byte address">];
  let Examples = [AsmExample<"\n\tld_l S1, 0x40\n\tld_l mmio S2, S3">];
  let See = ["st_l", "ld_l_v"];
}
def : LocalDoc<"st_l"> {
  let Summary = "Stores a word to scalar local memory or configuration space.";
  let Semantics = [{
(mmio ? configuration[a] : SLM[a]) = c      // 32 bits; SP: 0 or 1
unlock:  releases the lock afterwards}];
  let Notes = [MmioNote];
  let OpenQuestions = ["Unaligned addresses. The simulator refuses them."];
  let Operands = [OperandDoc<"a", "byte address">, OperandDoc<"c", "what is stored">];
  let Examples = [AsmExample<"\n\tnop; nop; nop; st_l 0x40, S1\n\tnop; nop; nop; st_l mmio S2, S3">];
  let See = ["ld_l", "st_l_v"];
}

class VectorMemoryDoc<string mn> : LocalDoc<mn> {
  let OpenQuestions = [
    "Addresses that are not aligned or lie past the end. The simulator refuses the former, and raises the cause of scalar local memory for the latter.",
    PredicateImage];
  let Operands = [OperandDoc<"a", "byte address; on Goya the sum of two">,
                  OperandDoc<"b", "second part of the address">,
                  OperandDoc<"c", "what is stored">,
                  OperandDoc<"dst", "vector, or vector predicate">];
}
defvar AddressNote = "Goya adds two operands to form the address; Gaudi2 can increment the address register by 1, 2 or 4 vectors afterwards.";
def : VectorMemoryDoc<"ld_l_v"> {
  let Summary = "Loads a vector from vector local memory.";
  let Semantics = [{
dst = VLM[a ... a + 255]              // a is a multiple of 256
auto_inc:  a += auto_inc * 256}];
  let Notes = [AddressNote];
  let Examples = [AsmExample<"\n\tld_l_v V1, 0x100", ["gaudi", "gaudib", "greco", "gaudi2"]>,
    AsmExample<"\n\tld_l_v V1, 0x100, S31", ["goya"]>];
  let See = ["ld_l_v_low", "ld_l_v_high", "st_l_v"];
}
def : VectorMemoryDoc<"st_l_v"> {
  let Summary = "Stores a vector to vector local memory.";
  let Semantics = [{
VLM[a ... a + 255] = c                // a is a multiple of 256
auto_inc:  a += auto_inc * 256}];
  let Notes = [AddressNote];
  let Examples = [AsmExample<"\n\tnop; nop; nop; st_l_v 0x100, V1", ["gaudi", "gaudib", "greco", "gaudi2"]>,
    AsmExample<"\n\tnop; nop; nop; st_l_v 0x100, S31, V1", ["goya"]>];
  let See = ["st_l_v_low", "st_l_v_high", "ld_l_v"];
}
class HalfDoc<string half, int lo> {
  string Name = half;
  string Word = !if(!eq(half, "low"), "lower", "upper");
  string Bytes = lo#" ... "#!add(lo, 127);
}
foreach h = [HalfDoc<"low", 0>, HalfDoc<"high", 128>] in {
  def : VectorMemoryDoc<"ld_l_v_"#h.Name> {
    let Summary = "Loads the "#h.Word#" half of a vector from vector local memory.";
    let Semantics = "\nbytes "#h.Bytes#" of dst = VLM[a ... a + 127]        // a is a multiple of 128\nthe other half keeps its value";
    let Notes = [AddressNote];
    let Examples = [AsmExample<"\n\tld_l_v_"#h.Name#" V1, 0x80", ["gaudi", "gaudib", "greco", "gaudi2"]>];
    let See = ["ld_l_v"];
  }
  def : VectorMemoryDoc<"st_l_v_"#h.Name> {
    let Summary = "Stores the "#h.Word#" half of a vector to vector local memory.";
    let Semantics = "\nVLM[a ... a + 127] = bytes "#h.Bytes#" of c          // a is a multiple of 128";
    let Notes = [AddressNote];
    let Examples = [AsmExample<"\n\tnop; nop; nop; st_l_v_"#h.Name#" 0x80, V1", ["gaudi", "gaudib", "greco", "gaudi2"]>];
    let See = ["st_l_v"];
  }
}

//===----------------------------------------------------------------------===//
// Global memory
//===----------------------------------------------------------------------===//

class GlobalDoc<string mn> : InstructionDoc<mn, GlobalGroup> {
  let Facts = ["7.3", "3.1", "3.2", "4.10"];
  let Operands = [OperandDoc<"a", "address">, OperandDoc<"c", "what is stored">];
}
def : GlobalDoc<"ld_g"> {
  let Summary = "Loads an element of global memory.";
  let Semantics = [{
x = memory[a.address]                 // as wide as a.type
to S   dst = x                        // narrow integers extended by their sign
to SP  dst = x[0]
to V   every lane of a.type's width = x           // partial: the lanes of the part
to I   dimensions in mask = x         // bv64: 64 bits to two dimensions
auto_inc:  a.address += inc_val}];
  let Notes = ["[gen_addr](gen_addr.md) makes the address. A load to a vector goes through another cache than one to a scalar, see [coherency](../memories.md#caches)."];
  let OpenQuestions = [
    "How narrow types fill a scalar register. The simulator extends integers by their sign and BF16 by zeros.",
    "How an exclusive access (`exc`) reports failure."];
  let Examples = [AsmExample<"\n\tld_g S1, AD1\n\tld_g V1, AD2">];
  let See = ["gen_addr", "st_g", "prefetch"];
}
def : GlobalDoc<"st_g"> {
  let Summary = "Stores an element to global memory.";
  let Semantics = [{
memory[a.address] = c                 // as wide as a.type
auto_inc:  a.address += inc_val}];
  let Notes = ["Vector loads do not see it without flushing and invalidating, see [coherency](../memories.md#caches)."];
  let Examples = [AsmExample<"\n\tnop; nop; nop; st_g AD1, S1">];
  let See = ["gen_addr", "ld_g", "cache_flush"];
}
def : GlobalDoc<"prefetch"> {
  let Summary = "Asks for a line of global memory.";
  let Semantics = [{
the data cache may read the line of a.address; no register changes}];
  let OpenQuestions = ["Whether an address that is no memory raises a cause. The simulator has no caches, and does nothing."];
  let Examples = [AsmExample<"\n\tprefetch AD1">];
  let See = ["ld_g"];
}
def : GlobalDoc<"cache_flush"> {
  let Summary = "Writes the data cache back, and invalidates it.";
  let Semantics = [{
every changed line of the data cache goes to memory
the cache is empty afterwards}];
  let Notes = ["On Goya compiled code has one before [aso](aso.md), on Gaudi one after [cache_invalidate](cache_invalidate.md)."];
  let Facts = ["8.7", "3.2", "5.11"];
  let Examples = [AsmExample<"\n\tnop; nop; nop; cache_flush">];
  let See = ["cache_invalidate", "aso"];
}
def : GlobalDoc<"cache_invalidate"> {
  let Summary = "Invalidates caches without writing them back.";
  let Semantics = [{
d:   the scalar data cache forgets its lines
sb:  the cache of vector loads does
lu:  the cache of look-up tables does
rst_lu, rst_d_pref:  reset replacement and prefetch state
no switch: as the public assembler's plain form}];
  let Notes = ["Kernels without look-ups start with one for the look-up cache in compiled code (facts 5.11)."];
  let OpenQuestions = ["What the plain form invalidates."];
  let Facts = ["8.7", "3.2", "5.11"];
  let Examples = [AsmExample<"\n\tnop; nop; nop; cache_invalidate">];
  let See = ["cache_flush"];
}
def : GlobalDoc<"aso"> {
  let Summary = "Counts the semaphore once all older writes can be seen.";
  let Semantics = [{
wait until older stores are observable
semaphore register += dec ? -1 : 1    // vpu: by the vector pipe, else by the scalar one}];
  let Notes = ["Separates vector stores from later vector loads of the same place. The scalar pipe waits until older vector stores are done."];
  let OpenQuestions = ["When exactly the count changes. The simulator's stores are in order, so it changes at once."];
  let Facts = ["8.7", "3.2", "5.9"];
  let Examples = [AsmExample<"\n\tnop; nop; nop; aso\n\tnop; nop; nop; aso vpu">];
  let See = ["st_tnsr", "cache_flush"];
}

//===----------------------------------------------------------------------===//
// Look-up tables
//===----------------------------------------------------------------------===//

class LookupDoc<string mn> : InstructionDoc<mn, TableGroup> {
  let Facts = ["3.4", "8.5", "5.5", "5.7"];
  let Operands = [OperandDoc<"a", "indices">];
  let OpenQuestions = [
    "Indices behind the table. The simulator refuses them.",
    "The places of 16- and 8-bit entries (`BV16`, `BV8_0`, `BV8_1`, `upper_half`). The simulator has 32-bit tables only."];
}
def : LookupDoc<"lookup"> {
  let Summary = "Reads entries of a table, one a lane.";
  let Semantics = [{
t = address of the table `fid`
for each 32-bit lane j
  dst[j] = word at t + 4 * a[j]
BV16, BV8, upper_half: only the matching part of each lane is written}];
  let Examples = [AsmExample<"\n\tlookup BV32 V1, V2, 0x0">];
  let See = ["lookup_1c", "lookup_2c"];
}
class CoefficientDoc<string mn, string what, string semantics>
    : LookupDoc<mn> {
  let Summary = what;
  let Semantics = "\nt = address of the table `fid`\nfor each 32-bit lane j\n  i = 12 * a[j] + 8 * (a[j] / 10)       // ten intervals a line of 128 bytes\n"#semantics;
  let Notes = [
    "It takes the LOAD slot for two cycles, and results come one bundle later than those of other loads.",
    "With C0 of the interval and x - start = d, the function's value is C0 + d * (C1 + d * C2)."];
}
def : CoefficientDoc<"lookup_1c", "Constant coefficient C0 of a table function.",
                     "  dst[j] = word at t + i"> {
  let Examples = [AsmExample<"\n\tlookup_1c BV32 V1, V2, 0x81">];
  let See = ["lookup_2c", "get_lut_entry_and_interval_start"];
}
def : CoefficientDoc<"lookup_2c", "Coefficients C1 and C2 of a table function.",
                     "  dst.0[j] = word at t + i + 4\n  dst.1[j] = word at t + i + 8"> {
  let Examples = [AsmExample<"\n\tlookup_2c BV32 D4, V2, 0x81">];
  let See = ["lookup_1c", "get_lut_entry_and_interval_start"];
}
def : CoefficientDoc<"lookup_c0", "Constant coefficient C0 of a table function (Goya).",
                     "  dst[j] = word at t + i"> {
  let Examples = [AsmExample<"\n\tlookup_c0 BV32 V1, V2, 0x1", ["goya"]>];
  let See = ["lookup_c1c2", "lookup_1c"];
}
def : CoefficientDoc<"lookup_c1c2", "Coefficients C1 and C2 of a table function (Goya).",
                     "  dst.0[j] = word at t + i + 4\n  dst.1[j] = word at t + i + 8"> {
  let Examples = [AsmExample<"\n\tlookup_c1c2 BV32 D4, V2, 0x1", ["goya"]>];
  let See = ["lookup_c0", "lookup_2c"];
}
