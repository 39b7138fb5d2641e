//===-- TPCDocMove.td - manual: moves, permutes, indices ---*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts 2.3, 7.3, 8.2, 8.4; the classes are described in TPCDoc.td.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Moves
//===----------------------------------------------------------------------===//

def : InstructionDoc<"mov", MoveGroup> {
  let Summary = "Copies between registers.";
  let Semantics = [{
to S, I, SP   from a register of the same file, S or an immediate
  dst = a                      // SP: lowest bit; I: dimensions in mask
to V          from V, S or an immediate
  dst[j] = a[j]                // a scalar goes to all lanes of the type
  x2:  the pair of registers
to VP
  from VP     dst = a
  from SP     all 256 bits = a
  from S, imm flavor k: bits 32*k ... 32*k + 31 = a, others keep their value
              no flavor: every section of 32 bits = a
  from V      bits 4*j ... 4*j + 3 = a[j][3:0]            // 32-bit lanes
to V from VP  dst[j][3:0] = bits 4*j ... 4*j + 3 of a
to LFSR       seeds the random registers of the lanes
to AD from Z  the 64-bit address; attributes keep their value
to Z from AD  the 64-bit address
hw            reads or writes a hardware register}];
  let Notes = [
    "Which of these a generation and a slot have is said by the forms above.",
    "Hardware registers are listed in [register files](../registers.md#hardware-registers)."];
  let OpenQuestions = [
    "Which bit of a scalar becomes a scalar predicate. The simulator takes the lowest.",
    "What PC reads. The simulator gives the byte offset of the bundle itself in the kernel, and refuses the other hardware registers, which are not known to exist on Gaudi."];
  let Facts = ["8.2", "2.3", "7.3"];
  let Operands = [OperandDoc<"a", "source">];
  let Examples = [AsmExample<[{
	mov.i32 S5, S6; mov.i32 S1, 5; mov V3, V4
	nop; mov.i32 b00011 I2, S1; mov.f32 V1, 1.0}]>];
  let See = ["set_indx", "mov_irf_dim", "mov.from_hw_reg"];
}

def : InstructionDoc<"mov.from_hw_reg", MoveGroup> {
  let Summary = "Reads a hardware register by its number.";
  let Semantics = [{
dst = hardware register number `hw`}];
  let Notes = ["[mov](mov.md) with the register's [name](../registers.md#hardware-registers) is the same; numbers without a name can only be written this way."];
  let OpenQuestions = ["Which registers exist before Greco, beyond the program counter."];
  let Facts = ["2.3"];
  let Operands = [OperandDoc<"hw", "number of the hardware register">];
  let Examples = [AsmExample<"\n\tnop; mov.from_hw_reg S1, 0x0">];
  let See = ["mov", "mov.to_hw_reg"];
}

def : InstructionDoc<"mov.to_hw_reg", MoveGroup> {
  let Summary = "Writes a hardware register by its number.";
  let Semantics = [{
hardware register number `hw` = a}];
  let Notes = ["[mov](mov.md) with the register's [name](../registers.md#hardware-registers) is the same. PC is read only."];
  let Facts = ["2.3"];
  let Operands = [OperandDoc<"hw", "number of the hardware register">,
                  OperandDoc<"a", "source">];
  let Examples = [AsmExample<"\n\tnop; mov.to_hw_reg 0x9, S1", ["greco", "gaudi2"]>];
  let See = ["mov", "mov.from_hw_reg"];
}

//===----------------------------------------------------------------------===//
// Permutation
//===----------------------------------------------------------------------===//

def : InstructionDoc<"shuffle", PermuteGroup> {
  let Summary = "Moves elements inside of dual groups, by a vector of control bytes.";
  let Semantics = [{
w = bytes of an element
for each lane j, in dual group g
  c = lowest byte of b[j]
  if (c[7])
    dst[j] = element c[4:0], counted in group c[5] of dual group g, of a
  else
    dst[j] keeps its value}];
  let Notes = [
    "Elements cannot leave their 64 bytes; [mov_dg](mov_dg.md) moves dual groups.",
    "For 16- and 32-bit data published tables repeat the control in all bytes of the element."];
  let OpenQuestions = ["Element numbers beyond the group, which 16- and 32-bit data can name. In the simulator they wrap."];
  let Facts = ["8.4"];
  let Operands = [OperandDoc<"b", "control">];
  let Examples = [AsmExample<"\n\tnop; nop; shuffle.u8 V1, V2, V3">];
  let See = ["mov_dg", "mov_g", "pack"];
}

def : InstructionDoc<"pack", PermuteGroup> {
  let Summary = "Gathers every second or fourth element of a group.";
  let Semantics = [{
w = bytes of an element, s = element_stride, n = 32 / s      // bytes of a portion
for each dual group g
  for (e = 0; e < n / w; e++)
    x = element e * s of group source_group of dual group g of a
    every chunk of 2 * n bytes of dual group g of dst:
      element e of its portion number source_group = x
what is not written keeps its value}];
  let Notes = ["With stride 2 two operations fill a chunk of 32 bytes, and both groups of the dual group have a copy; with stride 4 a chunk has 16 bytes and four copies. [mov_dg](mov_dg.md) then collects the dual groups."];
  let OpenQuestions = ["The layout is not documented anywhere; it is inferred from the instruction sequences with which public code narrows vectors."];
  let Facts = ["8.4"];
  let Types = [DefinedTypes<["I16", "U16", "BF16", "F16", "I8", "U8", "F8_152", "F8_143", "I4", "U4"]>];
  let Examples = [AsmExample<"\n\tnop; nop; pack.i16 source_group=0 element_stride=2 V1, V2">];
  let See = ["unpack", "mov_dg", "convert"];
}

def : InstructionDoc<"unpack", PermuteGroup> {
  let Summary = "Spreads the elements of a group over every second or fourth place.";
  let Semantics = [{
w = bytes of an element, s = element_stride
for each dual group g
  x = group source_group of dual group g of a      // stride 4: half group_half of it
  for (e = 0; e < 64 / w / s; e++)
    element e * s + unpack_lane of dual group g of dst = element e of x
other places keep their value}];
  let Facts = ["8.4"];
  let Types = [DefinedTypes<["I16", "U16", "BF16", "F16", "I8", "U8", "F8_152", "F8_143", "I4", "U4"]>];
  let Examples = [AsmExample<"\n\tnop; nop; unpack.i16 source_group=0 element_stride=2 group_half=0 V1, V2">];
  let See = ["pack", "mov_dg", "convert"];
}

def : InstructionDoc<"mov_dg", PermuteGroup> {
  let Summary = "Moves dual groups of 64 bytes between places of a vector.";
  let Semantics = [{
copy(from, to, enables):
  for g in lower, upper group with its bit of enables set
    for (b = 0; b < 32; b++)
      if (bit b of the byte mask)  byte b of group g of dual group `to` of dst
                                 = byte b of group g of dual group `from` of a

single:  copy(src, dst, {wr_ug, wr_lg})
all:     for i in 0 ... 3  copy(sdg<i>, i, weg<i>)
pack:    pack_type 0: dual groups 0 and 1 take the packed halves; 1: dual group 0
         takes the packed quarters
unpack:  spreads the chosen dual groups into even or odd lanes
what is not written keeps its value}];
  let Notes = [
    "The byte mask is a 32-bit number in the immediate field of the bundle, so no other operation of the bundle can have an immediate with other bits.",
    "`mov_dual_group` is another name. Pack and unpack exist from Gaudi B on."];
  let OpenQuestions = ["The element mapping of pack and unpack."];
  let Facts = ["8.4", "4.10"];
  let Operands = [OperandDoc<"b", "byte mask, for each group that is written">];
  let Examples = [AsmExample<[{
	nop; nop; mov_dg src=0 dst=1 wr_lg=0x1 wr_ug=0x1 V1, V2, 0xffffffff
	nop; nop; mov_dg.all sdg0=3 sdg1=2 sdg2=1 sdg3=0 weg0=3 weg1=3 weg2=3 weg3=3 V1, V2, 0xffffffff}], ["gaudi", "gaudib", "greco", "gaudi2"]>];
  let See = ["mov_g", "shuffle"];
}

def : InstructionDoc<"mov_g", PermuteGroup> {
  let Summary = "Swaps the two groups of dual groups.";
  let Semantics = [{
for each dual group i with bit i of dg_en set
  if (g_en[0])  lower group of dst = upper group of a       // bytes in the mask
  if (g_en[1])  upper group of dst = lower group of a
what is not written keeps its value}];
  let Notes = ["The byte mask is a 32-bit number in the immediate field of the bundle. `mov_group` is another name."];
  let Facts = ["8.4", "4.10"];
  let Operands = [OperandDoc<"b", "byte mask, for each group that is written">];
  let Examples = [AsmExample<"\n\tnop; nop; mov_g g_en=0b11 dg_en=0b1111 V1, V2, 0xffffffff">];
  let See = ["mov_dg", "shuffle"];
}

//===----------------------------------------------------------------------===//
// Index and address registers
//===----------------------------------------------------------------------===//

def : InstructionDoc<"set_indx", IndexGroup> {
  let Summary = "Sets dimensions of an index register to a number.";
  let Semantics = [{
for each dimension d
  if (mask[d])  dst[d] = a              // high: bits 43 to 32 = a[11:0]
  else          dst[d] keeps its value}];
  let Notes = ["LOAD, SPU and STORE have it, so a bundle can set three index registers."];
  let Facts = ["7.3", "4.10"];
  let Operands = [OperandDoc<"a", "coordinate">];
  let Examples = [AsmExample<"\n\tset_indx I2, b11111, S1; set_indx I3, b00010, S2; nop; set_indx I4, b11111, 0">];
  let See = ["mov", "prmt_indx"];
}

def : InstructionDoc<"prmt_indx", IndexGroup> {
  let Summary = "Permutes the dimensions of an index register.";
  let Semantics = [{
for each dimension d
  s = b[3*d + 2 : 3*d]
  dst[d] = s < 5 ? a[s] : ?}];
  let OpenQuestions = ["Selectors 5 to 7. In the simulator they keep dimension d."];
  let Facts = ["7.3"];
  let Operands = [OperandDoc<"b", "control word, three bits a dimension">];
  let Examples = [AsmExample<"\n\tprmt_indx I2, I3, S1">];
  let See = ["set_indx"];
}

def : InstructionDoc<"mov_irf_dim", IndexGroup> {
  let Summary = "Copies one dimension of an index register to a scalar register.";
  let Semantics = [{
dst = a[dim]
both, dst a pair:  dst.0 = a[dim][31:0], dst.1 = a[dim][43:32]}];
  let Facts = ["7.3", "4.10"];
  let Operands = [OperandDoc<"a", "index register">];
  let Examples = [AsmExample<"\n\tnop; mov_irf_dim 0x2 S1, I3">];
  let See = ["set_indx"];
}

def : InstructionDoc<"gen_addr", IndexGroup> {
  let Summary = "Address of a tensor's element, in an address register.";
  let Semantics = [{
t = descriptor number `tensor`
dst.address = t.base + bytes(t.type) * sum over d of a[d] * t.dim[d].stride
dst.type    = dt_override ? dt : t.type
dst.tensor  = tensor}];
  let Notes = ["Bounds are not checked: the access that uses the address is responsible."];
  let Facts = ["7.3", "7.1"];
  let Operands = [OperandDoc<"a", "coordinates">];
  let Examples = [AsmExample<"\n\tgen_addr AD1, 0x0, I2">];
  let See = ["ld_g", "st_g", "prefetch"];
}
