//===-- TPCDocCompute.td - manual: arithmetic and logic ----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts 8.1, 8.2; the classes are described in TPCDoc.td.
//
//===----------------------------------------------------------------------===//

defvar IndexNote = "On an index register the lanes are the dimensions that the mask names; the others keep their values. Computation is in 32 bits.";
defvar IndexTypeQuestion = "Whether a data type other than i32 means anything on index registers. The simulator computes in 32 bits whatever the type.";
defvar ScalarNarrowQuestion = "What a scalar operation on 16- or 8-bit data leaves above them. The simulator reads the low bits and extends the result by the type's sign.";

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

def : InstructionDoc<"add", ArithmeticGroup> {
  let Summary = "Sum.";
  let Semantics = [{
for each lane j
  s = a[j] + b[j]
  if (carry)  s += carry_flag[j]
  if (st)     dst[j] = clamp(s, type)         // integers
  else        dst[j] = s, wrapped or rounded
  if (type is an integer && !st && !no_carry_gen)
    carry_flag[j] = s does not fit an unsigned lane

x2:  dst.0[j] = a.0[j] + b[j]
     dst.1[j] = a.1[j] + d[j]}];
  let Notes = [
    "Each pipe has a carry flag of its own, in the VPU one for each element.",
    "F32 with `x2` computes two vectors at once.",
    IndexNote];
  let OpenQuestions = [
    "How the carry of 8- and 16-bit lanes is kept. The simulator keeps one carry an element.",
    "Whether sums that saturate write the carry flag. In the simulator they do not.",
    ScalarNarrowQuestion, IndexTypeQuestion];
  let Facts = ["8.2", "1.2"];
  let Types = [DefinedTypes<NumberTypes>];
  let Examples = [AsmExample<[{
	nop; add.i32 S4, S4, 1; add.f32 V3, V1, V2
	nop; add.i32 b00001 I2, 64, I2; add.i16 st V4, V5, V6}]>,
    AsmExample<"\n\tnop; nop; add.f32.x2 D2, D4, V6, V7", ["gaudi2"]>];
  let See = ["sub", "mac"];
}

def : InstructionDoc<"sub", ArithmeticGroup> {
  let Summary = "Difference.";
  let Semantics = [{
for each lane j
  d = a[j] - b[j]
  if (borrow) d -= borrow_flag[j]
  if (neg)    d = -d
  if (st)     dst[j] = clamp(d, type)         // integers
  else        dst[j] = d, wrapped or rounded
  if (type is an integer && !no_borrow_gen)   // Gaudi2
    borrow_flag[j] = a[j] < b[j]

x2:  dst.0[j] = a.0[j] - b[j]
     dst.1[j] = a.1[j] - d[j]}];
  let Notes = ["`neg` turns the operands around: `b - a`.", IndexNote];
  let OpenQuestions = [
    "Whether `neg` of floating-point numbers negates before or after rounding, which matters for directed rounding. The simulator negates the rounded difference.",
    "Whether carry and borrow are one flag.",
    ScalarNarrowQuestion, IndexTypeQuestion];
  let Facts = ["8.2", "1.2"];
  let Types = [DefinedTypes<NumberTypes>];
  let Examples = [AsmExample<[{
	nop; sub.i32 S1, S1, 1; sub.f32 V3, V1, S1
	nop; sub.i32 neg S2, S3, S4}]>];
  let See = ["add"];
}

class ExtremeDoc<string mn, string which, string op>
    : InstructionDoc<mn, ArithmeticGroup> {
  let Summary = which#" of two values.";
  let Semantics = "\nfor each lane j\n  dst[j] = a[j] "#op#" b[j] ? a[j] : b[j]";
  let Notes = [IndexNote];
  let OpenQuestions = [
    "NaN and zeros of different signs. The simulator takes the number where one operand is NaN, and counts -0 as less than +0 (IEEE 754-2008).",
    ScalarNarrowQuestion];
  let Facts = ["8.2"];
  let Types = [DefinedTypes<NumberTypes>];
  let Examples = [AsmExample<"\n\tnop; "#mn#".i32 S1, S2, S3; "#mn#".f32 V1, V2, 0.0">];
}
def : ExtremeDoc<"max", "Larger", ">"> {
  let See = ["min", "sel2_grt"];
}
def : ExtremeDoc<"min", "Smaller", "<"> {
  let See = ["max", "sel2_less"];
}

def : InstructionDoc<"abs", ArithmeticGroup> {
  let Summary = "Absolute value of an integer.";
  let Semantics = [{
for each lane j
  if (a[j] >= 0)                dst[j] = a[j]
  else if (a[j] == type's min)  dst[j] = no_sat ? a[j] : type's max
  else                          dst[j] = -a[j]}];
  let Notes = [
    "Floating-point numbers lose their sign by [and](and.md) with 0x7fffffff, or in a vector by [form_fp_num](form_fp_num.md) with `force_sign0`.",
    IndexNote];
  let Facts = ["8.2"];
  let Types = [DefinedTypes<SignedTypes>];
  let Examples = [AsmExample<"\n\tnop; abs.i32 S1, S2; abs.i8 V1, V2">];
}

class DivisionDoc<string mn> : InstructionDoc<mn, ArithmeticGroup> {
  let Facts = ["8.2", "1.2", "5.5"];
  let Types = [DefinedTypes<UnsignedTypes>];
  let OpenQuestions = [
    "Division by zero sets an interrupt cause; the result is not documented. The simulator leaves every quotient bit one, and stops if the cause is enabled."];
}
def : DivisionDoc<"udiv_4step"> {
  let Summary = "Four steps of an unsigned division.";
  let Semantics = [{
w = bits of the type
for (k = step; k < step + 4 && k < w; k++)     // x2: eight steps
  bit = w - 1 - k
  if ((dst.0 >> bit) >= a)
    dst.0 -= a << bit                          // remainder
    dst.1 |= 1 << bit                          // quotient}];
  let Notes = [
    "Before the first step the first register of the pair holds the numerator and the second one zero. 32 bits need steps 0, 4, ... 28; then the pair is remainder and quotient.",
    "Two of these operations stand at least 7 bundles apart."];
  let Operands = [OperandDoc<"dst", "remainder (first register) and quotient (second), read and written">,
                  OperandDoc<"a", "denominator">];
  let Examples = [AsmExample<[{
	nop; mov.u32 S2, 100
	nop; mov.u32 S3, 0
	nop; mov.u32 S4, 7
	nop
	nop
	nop
	nop; udiv_4step.u32 0x0 Z2, S4}]>];
  let See = ["udiv", "udiv_step"];
}
def : DivisionDoc<"udiv_step"> {
  let Summary = "One step of an unsigned division.";
  let Semantics = [{
w = bits of the type
bit = w - 1 - step
if ((dst.0 >> bit) >= a)
  dst.0 -= a << bit                            // remainder
  dst.1 |= 1 << bit                            // quotient}];
  let Notes = ["Before the first step the first register of the pair holds the numerator and the second one zero; step `w - 1` is the last one."];
  let Operands = [OperandDoc<"dst", "remainder (first register) and quotient (second), read and written">,
                  OperandDoc<"a", "denominator">];
  let Examples = [AsmExample<"\n\tnop; udiv_step.u32 0x0 Z2, S4">];
  let See = ["udiv_4step", "udiv"];
}
def : DivisionDoc<"udiv"> {
  let Summary = "Unsigned quotient, remainder or both.";
  let Semantics = [{
div:           dst = a / b
mod:           dst = a % b
both_div_mod:  dst.0 = a / b, dst.1 = a % b}];
  let Notes = ["The slowest result of the machine: see the latency below. HALT needs a distance of its own from it."];
  let OpenQuestions = [
    "The result of a division by zero.",
    "Which register of the pair takes the quotient."];
  let Examples = [AsmExample<"\n\tnop; udiv.u32 S1, S2, S3, div\n\tnop; udiv.u32 Z4, S2, S3, both_div_mod", ["gaudi2"]>];
  let See = ["udiv_4step"];
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

defvar FusedQuestion = "Whether the product is rounded before it is added. The simulator rounds once (fused), which the argument reduction of the public library needs.";
defvar SpreadQuestion = "How wide results are spread over a group of registers. The simulator puts element R*j + k of the sources into element j of register k, as conversions do.";

def : InstructionDoc<"mul", ProductGroup> {
  let Summary = "Product.";
  let Semantics = [{
floating point, for each lane j
  dst[j] = round(a[j] * b[j])
  acc_fp32, 16-bit sources:  dst.k[j] = f32(a[2*j + k]) * f32(b[2*j + k])
  x2:  dst.0[j] = a.0[j] * b[j],  dst.1[j] = a.1[j] * d[j]

integers in the VPU
  32 bits:             dst.0[j] = (a[j] * b[j])[31:0]
                       dst.1[j] = (a[j] * b[j])[63:32]
  double_and_round32:  dst[j] = (2 * a[j] * b[j] + 2^31) >> 32
  16 bits:             dst.k[j] = a[2*j + k] * b[2*j + k]        // 32 bits
  8 bits:              dst.k[j] = a[4*j + k] * b[4*j + k]        // 32 bits

integers in the SPU
  dst = upper32 ? (a * b)[63:32] : (a * b)[31:0]

index registers, for each dimension in mask
  dst[d] = (a[d] * b[d])[31:0]}];
  let Notes = [
    "8-bit vector products exist on Goya, Greco and Gaudi2.",
    "An index multiply keeps STORE-slot index operations and tensor accesses out of its bundle."];
  let OpenQuestions = [
    SpreadQuestion,
    "The rounding constant of `double_and_round32`, and its result for the one product that overflows. In the simulator -2^31 squared gives the largest number.",
    ScalarNarrowQuestion, IndexTypeQuestion];
  let Facts = ["8.2", "1.2"];
  let Types = [
    DefinedTypes<FpTypes>, DefinedTypes<IntTypes, ["SPU"]>,
    DefinedTypes<["I32", "U32", "I16", "U16"], ["VPU"]>,
    DefinedTypes<["I8", "U8"], ["VPU"], ["goya", "greco", "gaudi2"]>];
  let Examples = [AsmExample<[{
	nop; mul.i32 S1, S2, S3; mul.f32 V1, V2, V3
	nop; mul.i32 upper32 S4, S2, S3; mul.i16 D4, V1, V2}]>];
  let See = ["mac", "msac", "ash"];
}

def : InstructionDoc<"mac", ProductGroup> {
  let Summary = "Adds a product to the destination.";
  let Semantics = [{
floating point, for each lane j
  dst[j] = round(dst[j] + a[j] * b[j])             // neg: - a[j] * b[j]
  acc_fp32, 16-bit sources:
    dst.k[j] += f32(a[2*j + k]) * f32(b[2*j + k])
  x2, F32:  dst.0[j] += a.0[j] * b[j],  dst.1[j] += a.1[j] * d[j]

integers in the VPU; accumulators have 32 bits
  16 bits:  dst.k[j] += a[2*j + k] * b[2*j + k]    // k = 0, 1
  8 bits:   dst.k[j] += a[4*j + k] * b[4*j + k]    // k = 0 ... 3
  8 bits, acc_i16:  dst.k[j] += a[2*j + k] * b[2*j + k]   // 16 bits
  x2, 8 bits:       each sum also takes c[] * d[]
  zp:       each sum also takes a[] * zp[]         // x2: (a[] + c[]) * zp[]
  neg_zp:   subtracts that instead
  st:       each new accumulator is clamped to its type

integers in the SPU
  dst = dst + a * b                                // 32 bits}];
  let Notes = [
    "The old value of the destination is an operand with a port of its own: see \"accumulator\" among the latencies.",
    "`zp` is the zero-point register of the VPU, written by [mov](mov.md).",
    "On Gaudi B the lowest switch bit of F16 operations is `fp16_ftz_in`, not `st`."];
  let OpenQuestions = [
    FusedQuestion, SpreadQuestion,
    "The width in which sums of integers are formed. In the simulator they wrap at 32 bits; with `st` the exact sum is clamped."];
  let Facts = ["8.2", "1.2", "5.4"];
  let Types = [
    DefinedTypes<FpTypes>, DefinedTypes<IntTypes, ["SPU"]>,
    DefinedTypes<["I16", "U16", "I8", "U8"], ["VPU"]>];
  let Examples = [AsmExample<[{
	nop; nop; mac.f32 V3, V1, V2
	nop; mac.f32 S1, S2, S3; mac.i16 D4, V1, V2}]>,
    AsmExample<"\n\tnop; nop; mac.i8 A4, V1, V2\n\tnop; nop; mac.i8 acc_i16 D4, V1, V2",
               ["greco", "gaudi2"]>,
    AsmExample<"\n\tnop; nop; mac.f32.x2 D4, D6, V1, V2", ["gaudi2"]>];
  let See = ["madd", "mul", "msac"];
}

def : InstructionDoc<"madd", ProductGroup> {
  let Summary = "Sum of a product and a third operand.";
  let Semantics = [{
for each lane j
  dst[j] = c[j] + a[j] * b[j]                      // neg: - a[j] * b[j]
  x2:  dst.0[j] = c.0[j] + a.0[j] * b[j]
       dst.1[j] = c.1[j] + a.1[j] * d[j]
  zp, neg_zp, acc_fp32, acc_i16, acc_i32, st: as for mac}];
  let Notes = ["[mac](mac.md) with an addend of its own. A scalar addend excludes ST_TNSR_S with an immediate from the bundle."];
  let OpenQuestions = [FusedQuestion, SpreadQuestion];
  let Facts = ["8.2", "1.2", "5.7"];
  let Types = [DefinedTypes<!listconcat(FpTypes, ["I16", "U16", "I8", "U8"])>];
  let Operands = [OperandDoc<"c", "addend">];
  let Examples = [AsmExample<"\n\tnop; nop; madd.f32 V4, V1, V2, V3", ["greco", "gaudi2"]>];
  let See = ["mac"];
}

def : InstructionDoc<"msac", ProductGroup> {
  let Summary = "Scales a product or a sum by powers of two and accumulates.";
  let Semantics = [{
for each lane j                       // n1 = c[j] in -32 ... 0, n2 = d[j] in -25 ... 0
  normalize ab:  dst[j] = ((a[j] * b[j]) * 2^n1 + dst[j]) * 2^n2
  normalize c:   dst[j] = (a[j] * b[j] + dst[j] * 2^n1) * 2^n2
  rhu:           the scaled value is rounded half up}];
  let Notes = ["For requantisation: the counts are zero or negative, so scaling shifts to the right."];
  let OpenQuestions = [
    "How bits that are shifted out are treated without `rhu`.",
    "The width of the intermediate values."];
  let Facts = ["8.2", "1.2"];
  let Types = [DefinedTypes<["I16", "U16", "I8", "U8"]>];
  let Operands = [OperandDoc<"dst", "accumulator, read and written">,
                  OperandDoc<"c", "scale `n1`, an exponent">,
                  OperandDoc<"d", "scale `n2`, an exponent">];
  let Examples = [
    AsmExample<"\n\tnop; nop; msac.i16 normalize_ab rhu V5, V1, V2, V3, V4">];
  let See = ["mac", "convert_int32"];
}

//===----------------------------------------------------------------------===//
// Logic, shifts, bits
//===----------------------------------------------------------------------===//

class BitwiseDoc<string mn, string summary, string semantics>
    : InstructionDoc<mn, LogicGroup> {
  let Summary = summary;
  let Semantics = semantics;
  let Notes = [
    "On predicates the operation works on the bit, or on all 256 bits, of the registers.",
    IndexNote];
  let Facts = ["8.2"];
}
class Bitwise2Doc<string mn, string summary, string op>
    : BitwiseDoc<mn, summary, "\nfor each lane j\n  dst[j] = a[j] "#op#" b[j]"> {
  let Examples = [AsmExample<"\n\tnop; "#mn#".i32 S1, S2, 0xff; "#mn#".i32 V1, V2, V3\n\tnop; "#mn#".b SP1, SP2, SP3; "#mn#".b VP1, VP2, VP3">];
}
def : BitwiseDoc<"and", "Bitwise conjunction.", [{
for each lane j
  dst[j] = a[j] & b[j]
  andn:  one of the operands is complemented}]> {
  let OpenQuestions = ["Which of the operands `andn` complements."];
  let Examples = [AsmExample<"\n\tnop; and.i32 S1, S2, 0xff; and.i32 V1, V2, V3\n\tnop; and.b SP1, SP2, SP3; and.b VP1, VP2, VP3">];
}
def : Bitwise2Doc<"or", "Bitwise disjunction.", "|">;
def : Bitwise2Doc<"xor", "Bitwise exclusive or.", "^">;
def : BitwiseDoc<"not", "Bitwise complement.", "\nfor each lane j\n  dst[j] = ~a[j]"> {
  let Examples = [AsmExample<"\n\tnop; not.i32 S1, S2; not.i32 V1, V2\n\tnop; not.b SP1, SP2; not.b VP1, VP2">];
}

class ShiftDoc<string mn, string direction, string op>
    : InstructionDoc<mn, LogicGroup> {
  let Summary = "Logical shift to the "#direction#".";
  let Semantics = "\nfor each lane j\n  dst[j] = b[j] < bits of the type ? a[j] "#op#" b[j] : 0     // unsigned";
  let Notes = ["The count is an unsigned number as wide as the lane.", IndexNote];
  let OpenQuestions = ["Counts at or above the width of the lane. The simulator gives 0."];
  let Facts = ["8.2"];
  let Types = [DefinedTypes<IntTypes>];
  let Examples = [AsmExample<"\n\tnop; "#mn#".i32 S1, S2, 4; "#mn#".i16 V1, V2, V3">];
  let Operands = [OperandDoc<"b", "count">];
  let See = ["ash"];
}
def : ShiftDoc<"shl", "left", "<<">;
def : ShiftDoc<"shr", "right", ">>">;

def : InstructionDoc<"ash", LogicGroup> {
  let Summary = "Arithmetic shift: left by positive counts, right by negative ones.";
  let Semantics = [{
for each lane j
  n = (signed byte) b[j]
  if (n >= 0)    dst[j] = a[j] << n                      // st: clamped
  else if (rhu)  dst[j] = (a[j] + 2^(-n - 1)) >> -n      // half up
  else           dst[j] = a[j] >> -n                     // towards minus infinity

rhaz_rs, a is a pair: half away from zero, with the round and sticky bits that
mul left in a.1}];
  let Notes = ["Assemblers always set the bit that makes left shifts saturate; `st=0` clears it."];
  let OpenQuestions = [
    "How much of the count is read. The simulator takes the low byte of each element.",
    "The place of the round and sticky bits in the second register of a product."];
  let Facts = ["8.2", "4.10", "5.11"];
  let Types = [DefinedTypes<IntTypes>];
  let Operands = [OperandDoc<"b", "signed count">];
  let Examples = [AsmExample<"\n\tnop; ash.i32 S1, S2, S3; ash.i16 rhu V1, V2, V3">];
  let See = ["shl", "shr", "convert_int32"];
}

def : InstructionDoc<"popcnt", LogicGroup> {
  let Summary = "Counts ones or zeros.";
  let Semantics = [{
for each lane j
  dst[j] = number of bits of a[j] that equal `set`}];
  let OpenQuestions = ["The width of results for 16- and 8-bit data. In the simulator they are as wide as the data."];
  let Facts = ["8.2"];
  let Types = [DefinedTypes<NumberTypes>];
  let Examples = [AsmExample<"\n\tnop; popcnt.i32 set=1 S1, S2; popcnt.i8 set=0 V1, V2">];
  let See = ["find_first"];
}

def : InstructionDoc<"find_first", LogicGroup> {
  let Summary = "Position of the first one or zero.";
  let Semantics = [{
w = bits of the type
for each lane j
  start_lsb:  dst[j] = smallest i with a[j][i] == set
  start_msb:  dst[j] = smallest i with a[j][w - 1 - i] == set
  none:       dst[j] = w}];
  let OpenQuestions = [
    "The result where no bit is found. The simulator gives the width.",
    "From which end positions count with `start_msb`. In the simulator they count from the top, so the result is the number of leading bits."];
  let Facts = ["8.2"];
  let Types = [DefinedTypes<NumberTypes>];
  let Examples = [AsmExample<"\n\tnop; find_first.u32 set=1 start_lsb S1, S2; find_first.u32 set=1 start_msb V1, V2">];
  let See = ["popcnt", "brev"];
}

def : InstructionDoc<"brev", LogicGroup> {
  let Summary = "Reverses the order of bits.";
  let Semantics = [{
w = bits of the type
for each lane j
  for (i = 0; i < w; i++)  dst[j][i] = a[j][w - 1 - i]}];
  let Facts = ["8.2", "4.8"];
  let Types = [DefinedTypes<NumberTypes>];
  let Examples = [AsmExample<"\n\tnop; brev.u32 S1, S2; brev.u8 V1, V2">];
}

//===----------------------------------------------------------------------===//
// Comparison and selection
//===----------------------------------------------------------------------===//

defvar NanQuestion = "Comparisons with NaN. In the simulator they are false, and `!=` is true.";

class CompareDoc<string name, string words, string op> {
  string Name = name;
  string Words = words;
  string Op = op;
}
defvar Comparisons = [
  CompareDoc<"eq", "is equal to", "==">,
  CompareDoc<"neq", "differs from", "!=">,
  CompareDoc<"less", "is less than", "<">,
  CompareDoc<"leq", "is less than or equal to", "<=">,
  CompareDoc<"grt", "is greater than", ">">,
  CompareDoc<"geq", "is greater than or equal to", ">=">
];
defvar Ordered = [Comparisons[2], Comparisons[3], Comparisons[4], Comparisons[5]];
defvar EqMask = "\n  mask_eq_zero:  (a[j] & b[j]) == 0 instead";

foreach c = Comparisons in
def : InstructionDoc<"cmp_"#c.Name, CompareGroup> {
  let Summary = "Whether the first operand "#c.Words#" the second.";
  let Semantics = "\nfor each lane j\n  dst[j] = a[j] "#c.Op#" b[j]"#
                  !if(!eq(c.Name, "eq"), EqMask, "")#
                  "\nVP: all predicate bits of the element are set alike";
  let Notes = ["Under a guard only selected bits of a vector predicate change."];
  let OpenQuestions = [NanQuestion];
  let Facts = ["8.2", "8.1", "4.7"];
  let Types = [DefinedTypes<NumberTypes>];
  let Operands = [OperandDoc<"dst", "scalar predicate, or vector predicate">];
  let Examples = [AsmExample<"\n\tnop; cmp_"#c.Name#".i32 SP1, S1, S2; cmp_"#c.Name#".f32 VP1, V1, V2">];
  let See = ["sel_"#c.Name];
}

foreach c = Comparisons in
def : InstructionDoc<"sel_"#c.Name, CompareGroup> {
  let Summary = "One of two values: the first where `a` "#c.Words#" `b`.";
  let Semantics = "\nfor each lane j\n  dst[j] = a[j] "#c.Op#" b[j] ? c[j] : d[j]"#
                  !if(!eq(c.Name, "eq"), EqMask, "");
  let Notes = [
    "`c` and `d` may be of another type of the same width.",
    "Before Greco `c` and `d` lie in fields that STORE and LOAD share: see [sharing](../bundles.md#what-slots-share)."];
  let OpenQuestions = [NanQuestion];
  let Facts = ["8.2", "4.9", "4.11"];
  let Types = [DefinedTypes<NumberTypes>];
  let Operands = [OperandDoc<"a", "left side of the comparison">,
                  OperandDoc<"b", "right side of the comparison">,
                  OperandDoc<"c", "value where it holds">,
                  OperandDoc<"d", "value where it does not">];
  let Examples = [AsmExample<"\n\tnop; nop; sel_"#c.Name#".f32 V1, V2, V3, V4, V5">];
  let See = ["cmp_"#c.Name]#!if(!or(!eq(c.Name, "eq"), !eq(c.Name, "neq")),
                                []<string>, ["sel2_"#c.Name]);
}

foreach c = Ordered in
def : InstructionDoc<"sel2_"#c.Name, CompareGroup> {
  let Summary = "Key and payload: of two pairs the one whose key "#c.Words#" the other's.";
  let Semantics = "\nfor each lane j\n  first = a[j] "#c.Op#" b[j]\n  dst.0[j] = first ? c[j] : d[j]      // payload\n  dst.1[j] = first ? a[j] : b[j]      // key";
  let Notes = [
    "For the position of an extreme: the payload is the position, the key the value.",
    "Text may name the pair by its first register."];
  let OpenQuestions = [NanQuestion];
  let Facts = ["8.2", "4.9", "4.11"];
  let Types = [DefinedTypes<NumberTypes>];
  let Operands = [OperandDoc<"a", "first key">, OperandDoc<"b", "second key">,
                  OperandDoc<"c", "first payload">,
                  OperandDoc<"d", "second payload">];
  let Examples = [AsmExample<"\n\tnop; nop; sel2_"#c.Name#".f32 D2, V5, V6, V7, V8">];
  let See = ["sel_"#c.Name];
}
