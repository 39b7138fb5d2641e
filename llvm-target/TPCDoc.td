//===-- TPCDoc.td - what the manual says of instructions ---*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Meaning in words and pseudo-code, one InstructionDoc a mnemonic. Everything
// that the instruction and schedule records know (forms, encodings, switches,
// latencies, rules) is not repeated here: docs/gen/manual.py joins the two and
// refuses instructions without a record here. These files are a description of
// their own, so that a changed sentence rebuilds the manual and nothing else.
//
// Markdown's `code` and [links](page.md) are allowed in all texts. Pages of
// instructions are named after the mnemonic.
//
// Pseudo-code is C with these additions; docs/isa/reading.md explains them to
// the reader:
//
//   for each lane j           all elements of the operation's data type
//   x[j]                      element j of a vector or of a broadcast scalar
//   x.k[j]                    element j of register k of a group
//   x[hi:lo]                  bits of a number
//   ?                         of unknown value (public sources are silent)
//
// Operands have the names that the records give them.
//
//===----------------------------------------------------------------------===//

// Sections of the list of instructions, in the order of the numbers.
class DocGroup<int order, string title> {
  int Order = order;
  string Title = title;
}
def ArithmeticGroup : DocGroup<1, "Arithmetic">;
def ProductGroup : DocGroup<2, "Products and sums of products">;
def LogicGroup : DocGroup<3, "Logic, shifts and bits">;
def CompareGroup : DocGroup<4, "Comparison and selection">;
def ConvertGroup : DocGroup<5, "Conversion">;
def FloatGroup : DocGroup<6, "Parts of floating-point numbers">;
def MoveGroup : DocGroup<7, "Moves">;
def PermuteGroup : DocGroup<8, "Permutation">;
def IndexGroup : DocGroup<9, "Index and address registers">;
def TensorGroup : DocGroup<10, "Tensors">;
def LocalGroup : DocGroup<11, "Local memory and configuration">;
def GlobalGroup : DocGroup<12, "Global memory and caches">;
def TableGroup : DocGroup<13, "Look-up tables">;
def ControlGroup : DocGroup<14, "Flow of control and events">;

// A program that assembles for the generations named (none: for all that have
// the instruction). `halt` and what follows it are not written.
class AsmExample<string text, list<string> gens = []> {
  string Text = text;
  list<string> Gens = gens;
}

// Data types for which the operation is defined, where that is not every type
// of the processor. Slots and generations: none means all.
class DefinedTypes<list<string> types, list<string> slots = [],
                   list<string> gens = []> {
  list<string> Types = types;
  list<string> Slots = slots;
  list<string> Gens = gens;
}

// Role of an operand. The operand's name is the one in the records.
class OperandDoc<string name, string text> {
  string Name = name;
  string Text = text;
}

class InstructionDoc<string mnemonic, DocGroup group> {
  string Mnemonic = mnemonic;
  DocGroup Group = group;
  // One sentence for lists.
  string Summary = "";
  // Pseudo-code.
  string Semantics = "";
  // What the assembler's simulator and a reader have to know besides.
  list<string> Notes = [];
  // What public sources leave open; the manual marks it so.
  list<string> OpenQuestions = [];
  // Sections of the facts, which docs/sources.md resolves to public sources.
  list<string> Facts = [];
  list<AsmExample> Examples = [];
  list<DefinedTypes> Types = [];
  list<OperandDoc> Operands = [];
  // Mnemonics that a reader may want instead.
  list<string> See = [];
}

//===----------------------------------------------------------------------===//
// Data types
//===----------------------------------------------------------------------===//

defvar FpTypes = ["F32", "BF16", "F16", "F8_152", "F8_143"];
// With classes of their own, square roots and the like.
defvar WideFpTypes = ["F32", "BF16", "F16"];
defvar SignedTypes = ["I32", "I16", "I8"];
defvar UnsignedTypes = ["U32", "U16", "U8"];
defvar IntTypes = !listconcat(SignedTypes, UnsignedTypes);
defvar NumberTypes = !listconcat(FpTypes, IntTypes);

// Text of a data type in the manual.
class TypeDoc<string name, string text> {
  string Name = name;
  string Text = text;
}
def : TypeDoc<"F32", "IEEE 754 binary32">;
def : TypeDoc<"BF16", "sign, 8 bits of exponent, 7 of mantissa; the upper half of binary32">;
def : TypeDoc<"I32", "signed integer">;
def : TypeDoc<"U32", "unsigned integer">;
def : TypeDoc<"I8", "signed integer">;
def : TypeDoc<"U8", "unsigned integer">;
def : TypeDoc<"B", "bits: predicates, and logic on whole words">;
def : TypeDoc<"I16", "signed integer">;
def : TypeDoc<"U16", "unsigned integer">;
def : TypeDoc<"I4", "signed integer, two in a byte; conversions, packing and unpacking only">;
def : TypeDoc<"U4", "unsigned integer, two in a byte; conversions, packing and unpacking only">;
def : TypeDoc<"F16", "IEEE 754 binary16">;
def : TypeDoc<"F8_152", "sign, 5 bits of exponent with bias 15, 2 of mantissa; infinities and NaN">;
def : TypeDoc<"F8_143", "sign, 4 bits of exponent, 3 of mantissa; the bias is a register, 7 after reset">;
def : TypeDoc<"I64", "signed integer in a pair of registers; loads, stores and one conversion">;

//===----------------------------------------------------------------------===//
// Operands, if an instruction says nothing else of them
//===----------------------------------------------------------------------===//

class CommonOperand<string name, string text> : OperandDoc<name, text>;
def : CommonOperand<"dst", "result">;
def : CommonOperand<"a", "first source">;
def : CommonOperand<"b", "second source">;
def : CommonOperand<"c", "third source">;
def : CommonOperand<"d", "fourth source">;
def : CommonOperand<"mask", "dimensions that are written, dimension 0 in the lowest (rightmost) digit">;
def : CommonOperand<"maskreg", "dimension-mask register that names the dimensions">;
def : CommonOperand<"tensor", "number of the tensor descriptor">;
def : CommonOperand<"id", "register that holds the number of the tensor descriptor">;
def : CommonOperand<"part", "register that holds size and offset of the part, see [partial accesses](../tensors.md#partial-accesses)">;
def : CommonOperand<"rmw", "register that holds type and operation, see [reductions](../tensors.md#reductions)">;
def : CommonOperand<"zp", "says that the zero point takes part">;
def : CommonOperand<"counter", "number of the squeeze counter">;
def : CommonOperand<"hw", "hardware register">;
def : CommonOperand<"flavor", "section of 32 predicate bits, 0 to 7">;
def : CommonOperand<"fid", "function id: which table, see [tables](../memories.md#tables-of-special-functions)">;
def : CommonOperand<"step", "number of the first step">;
def : CommonOperand<"dim", "dimension, 0 to 4">;
def : CommonOperand<"shift", "mantissa bits below the table's index">;
def : CommonOperand<"pred", "guard">;
def : CommonOperand<"start", "first value of the iterator">;
def : CommonOperand<"bound", "what the iterator is compared with">;
def : CommonOperand<"cmp", "comparison that lets the loop go on">;
def : CommonOperand<"end", "label behind the last bundle of the body">;
def : CommonOperand<"rep", "flag \"repeat at most once\"">;

//===----------------------------------------------------------------------===//
// Switches
//===----------------------------------------------------------------------===//

// Name: the group's canonical name in text. Values that need more than their
// name are named.
class SwitchDoc<string name, string text> {
  string Name = name;
  string Text = text;
}
def : SwitchDoc<"st", "saturates: results beyond the type's range become its limit">;
def : SwitchDoc<"sat", "saturates: results beyond the type's range become its limit">;
def : SwitchDoc<"carry", "adds the carry flag of the pipe">;
def : SwitchDoc<"no_carry_gen", "leaves the carry flag as it is">;
def : SwitchDoc<"borrow", "subtracts the borrow flag of the pipe">;
def : SwitchDoc<"no_borrow_gen", "leaves the borrow flag as it is">;
def : SwitchDoc<"neg", "negates: the result of SUB, the product of MAC and MADD">;
def : SwitchDoc<"acc_fp32", "sums and products are F32: a pair of registers for 16-bit sources">;
def : SwitchDoc<"acc_i16", "accumulators of 8-bit products have 16 bits">;
def : SwitchDoc<"acc_i32", "accumulators have 32 bits">;
def : SwitchDoc<"x2", "works on twice as many registers">;
def : SwitchDoc<"zp", "adds the product with the zero point">;
def : SwitchDoc<"neg_zp", "subtracts the product with the zero point">;
def : SwitchDoc<"upper32", "upper half of the 64-bit product">;
def : SwitchDoc<"double_and_round32", "twice the product, rounded to its upper 32 bits">;
def : SwitchDoc<"rnd32", "what is kept of a 64-bit product">;
def : SwitchDoc<"fp16_ftz_in", "F16 sources that are subnormal count as zero">;
def : SwitchDoc<"no_sat", "the most negative number keeps its value">;
def : SwitchDoc<"andn", "complements one of the operands">;
def : SwitchDoc<"rhu", "rounds a right shift half up">;
def : SwitchDoc<"rhaz_rs", "rounds half away from zero, with the round and sticky bits of a product">;
def : SwitchDoc<"rhaz", "rounds half away from zero">;
def : SwitchDoc<"normsel", "which part is normalized: the product (`ab`) or the sum (`c`)">;
def : SwitchDoc<"normalize", "which part is normalized: the product or the sum">;
def : SwitchDoc<"rm", "[rounding](../numbers.md#rounding)">;
def : SwitchDoc<"target_type", "data type of the result">;
def : SwitchDoc<"lane_sel", "lane of each group of lanes that is read or written">;
def : SwitchDoc<"num_lanes", "all lanes, in a group of registers, or a single one">;
def : SwitchDoc<"all_lanes", "converts all lanes of a group of registers">;
def : SwitchDoc<"to", "width of the result">;
def : SwitchDoc<"x4", "works on four registers">;
def : SwitchDoc<"clip_fp", "infinite results become the largest finite number">;
def : SwitchDoc<"clip_fp16", "infinite F16 results become the largest finite number">;
def : SwitchDoc<"cnvrt", "also gives the integer, in the second register of a pair">;
def : SwitchDoc<"mask_eq_zero", "compares `a & b` with zero">;
def : SwitchDoc<"set", "1: ones, 0: zeros">;
def : SwitchDoc<"dir", "end at which the search starts">;
def : SwitchDoc<"biased", "the exponent field as it stands, with its bias">;
def : SwitchDoc<"subtract_bias", "takes the bias off the exponent">;
def : SwitchDoc<"pre_log", "prepares a logarithm">;
def : SwitchDoc<"limit", "classes by limits that are operands">;
def : SwitchDoc<"func", "function whose special values are wanted">;
def : SwitchDoc<"funcid", "variant of the index calculation">;
def : SwitchDoc<"opt", "public sources give the name only">;
def : SwitchDoc<"exp0", "public sources give the name only">;
def : SwitchDoc<"exp_add_bias", "adds the type's bias to the exponent">;
def : SwitchDoc<"force_sign0", "the sign is plus">;
def : SwitchDoc<"force_sign1", "the sign is minus">;
def : SwitchDoc<"exp_is_num", "the exponent is a number, not the field of a floating-point number">;
def : SwitchDoc<"sign_lsb", "the sign is the lowest bit of `b`">;
def : SwitchDoc<"special_func", "1 before square roots, 2 after a square root, 3 after a reciprocal one, 4 after a reciprocal, 5 before a logarithm">;
def : SwitchDoc<"source_group", "group of each dual group that is read">;
def : SwitchDoc<"element_stride", "every second or every fourth element">;
def : SwitchDoc<"group_half", "half of the group that is read (stride 4)">;
def : SwitchDoc<"unpack_lane", "first of the places that elements go to">;
def : SwitchDoc<"all", "all dual groups at once">;
def : SwitchDoc<"mdg_type", "which of the four operations">;
def : SwitchDoc<"pack_type", "0: two to one, 1: four to one">;
def : SwitchDoc<"unpack_type", "0: even lanes, 1: odd lanes">;
def : SwitchDoc<"src", "dual group that is read">;
def : SwitchDoc<"dst", "dual group that is written">;
def : SwitchDoc<"wr_lg", "1: the lower group is written">;
def : SwitchDoc<"wr_ug", "1: the upper group is written">;
foreach i = 0...3 in {
  def : SwitchDoc<"sdg"#i, "dual group that dual group "#i#" of the result takes">;
  def : SwitchDoc<"weg"#i, "groups of dual group "#i#" that are written: 1 the lower, 2 the upper, 3 both">;
}
def : SwitchDoc<"g_en", "groups that are written: bit 0 the lower, bit 1 the upper">;
def : SwitchDoc<"dg_en", "dual groups that take part, a bit each">;
def : SwitchDoc<"dt", "width of the entries: words, halves or bytes of them; for GEN_ADDR the data type">;
def : SwitchDoc<"dt_override", "the data type is the operation's, not the descriptor's">;
def : SwitchDoc<"upper_half", "upper half of the table">;
def : SwitchDoc<"lut_ptr", "the table is named by a scalar register">;
def : SwitchDoc<"sbcd", "broadcasts table lines in the cache">;
def : SwitchDoc<"mmio", "the address is one of configuration space">;
def : SwitchDoc<"lock", "takes the lock">;
def : SwitchDoc<"unlock", "releases the lock">;
def : SwitchDoc<"partial", "a [part](../tensors.md#partial-accesses) of the vector only">;
def : SwitchDoc<"rmw_sel", "a [reduction](../tensors.md#reductions) at memory">;
def : SwitchDoc<"pack", "[packs](../tensors.md#packing) elements">;
def : SwitchDoc<"pack_dt", "widths that packing goes from and to">;
def : SwitchDoc<"unpack", "[unpacks](../tensors.md#packing) elements">;
def : SwitchDoc<"unpack_dt", "widths that unpacking goes from and to">;
def : SwitchDoc<"direct", "the address is given by two scalar registers, not by coordinates">;
def : SwitchDoc<"tnsr_reg", "the tensor's number comes from a register">;
def : SwitchDoc<"l0cs", "bypasses the first cache">;
def : SwitchDoc<"auto_inc", "increments the address register afterwards">;
def : SwitchDoc<"inc_val", "by how many bytes">;
def : SwitchDoc<"bv64", "64 bits">;
def : SwitchDoc<"ev_hint", "hint for eviction from the cache">;
def : SwitchDoc<"exc", "exclusive access">;
def : SwitchDoc<"pd", "no prefetch">;
def : SwitchDoc<"high", "writes bits 43 to 32 of the dimensions">;
def : SwitchDoc<"both", "a pair of registers takes all 44 bits">;
def : SwitchDoc<"dec", "decrements instead of incrementing">;
def : SwitchDoc<"vpu", "the vector pipe counts, not the scalar one">;
def : SwitchDoc<"hw_reg", "the operand is a hardware register">;
def : SwitchDoc<"sb", "the cache of vector loads">;
def : SwitchDoc<"d", "the scalar data cache">;
def : SwitchDoc<"lu", "the cache of look-up tables">;
def : SwitchDoc<"rst_lu", "resets the replacement state of the look-up cache">;
def : SwitchDoc<"rst_d_pref", "resets the prefetcher of the data cache">;
def : SwitchDoc<"div_mod", "quotient, remainder or both">;
def : SwitchDoc<"slot", "pipe in which the event is seen">;
def : SwitchDoc<"cnt_only", "counts and writes nothing">;
def : SwitchDoc<"flush", "writes out what is buffered">;
def : SwitchDoc<"dnorm", "keeps subnormal numbers">;
def : SwitchDoc<"mask_reg", "a dimension-mask register names the dimensions">;

include "TPCDocCompute.td"
include "TPCDocConvert.td"
include "TPCDocMove.td"
include "TPCDocMemory.td"
include "TPCDocControl.td"
