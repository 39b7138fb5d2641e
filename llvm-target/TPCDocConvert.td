//===-- TPCDocConvert.td - manual: conversions, FP helpers -*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts 8.3, 8.5; the classes are described in TPCDoc.td.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Conversion
//===----------------------------------------------------------------------===//

defvar StochasticQuestion = "Which random bits meet which bits below the cut in stochastic rounding. The simulator adds a random word to the 32 bits below it.";

def : InstructionDoc<"convert", ConvertGroup> {
  let Summary = "Converts between data types.";
  let Semantics = [{
conv(x) = x in the target type, rounded as `rm` says
R       = ratio of the widths, wide to narrow

same width:            dst[j] = conv(a[j])
wider, single lane:    dst[j] = conv(a[R*j + lane_sel])
wider, all lanes:      dst.k[j] = conv(a[R*j + k])        // k = 0 ... R - 1
narrower, single lane: dst[R*j + lane_sel] = conv(a[j])   // others keep their value
narrower, all lanes:   dst[R*j + k] = conv(a.k[j])

SPU: dst = conv(a)}];
  let Notes = [
    "All-lanes conversions interleave: even and odd elements lie in different registers of the group. [ld_tnsr](ld_tnsr.md) with `unpack` and [st_tnsr](st_tnsr.md) with `pack` make that linear in memory; in registers [pack](pack.md), [unpack](unpack.md) and [mov_dg](mov_dg.md) do.",
    "Goya and Gaudi convert F32 to 16- and 8-bit integers by way of I32.",
    "On Gaudi only conversions between F32 and BF16 know all lanes."];
  let OpenQuestions = [
    "Numbers beyond an integer type's range. The simulator gives the nearest limit, and 0 for NaN.",
    StochasticQuestion,
    "The order of the two 4-bit numbers of a byte."];
  let Facts = ["8.3", "4.10", "5.11"];
  let Types = [DefinedTypes<NumberTypes>, DefinedTypes<["I4", "U4"], ["VPU"]>];
  let Examples = [AsmExample<[{
	nop; convert.f32 target_type=int32 rz S1, S2
	nop; nop; convert.f32 all_lanes target_type=bf16 rhne V4, D2
	nop; nop; convert.bf16 all_lanes target_type=fp32 D2, V4}], ["gaudi", "gaudib", "greco", "gaudi2"]>,
    AsmExample<"\n\tnop; nop; convert.f32 target_type=int8 lane_sel=2 rz V1, V2">];
  let See = ["convert_int32", "nearbyint"];
}

def : InstructionDoc<"convert.i64", ConvertGroup> {
  let Summary = "Converts a 64-bit integer.";
  let Semantics = [{
dst = ((int64) the two words a and b), in the target type, rounded as `rm` says}];
  let OpenQuestions = [
    "Which of the two operands is the upper word. Public sources show the form in the reference assembler only.",
    "Numbers beyond the range of an integer target."];
  let Facts = ["8.3", "1.2"];
  let Operands = [OperandDoc<"a", "one word of the integer">,
                  OperandDoc<"b", "the other word">];
  let Examples = [AsmExample<"\n\tnop; convert.i64 target_type=fp32 S1, S2, S3", ["gaudi2"]>];
  let See = ["convert"];
}

class NarrowDoc<string sign, int width>
    : InstructionDoc<"convert_"#sign#width, ConvertGroup> {
  defvar words = !if(!eq(sign, "int"), "signed", "unsigned");
  defvar targets = !if(!eq(width, 32), "16 or 8", !if(!eq(width, 16), "8", "4"));
  let Summary = "Shifts "#words#" "#width#"-bit integers right and narrows them to "#targets#" bits.";
  let Semantics = "\nR = "#width#" / bits of the result\nfor each lane j of "#width#" bits\n  n = (signed byte) b[j]\n  dst[R*j + lane_sel] = clamp(round(a[j] * 2^-n), result)\nother lanes keep their value; SPU: one lane";
  let Notes = [
    "The type field of the encoding holds rounding and width, so there is no type suffix.",
    "From Greco on the public compiler repeats the shift in every byte or half word of the second operand."];
  let OpenQuestions = [
    "The sign convention of the shift and whether results saturate. The simulator shifts right by positive counts and saturates, as requantisation needs.",
    StochasticQuestion];
  let Facts = ["8.3", "4.10", "5.11"];
  let Operands = [OperandDoc<"b", "shift">];
  let See = ["convert", "ash"];
}
foreach s = ["int", "uint"] in {
  def : NarrowDoc<s, 32> {
    let Examples = [AsmExample<"\n\tnop; convert_"#s#"32 rhne to_16 S1, S2, S3; convert_"#s#"32 lane_sel=1 rhne to_8 V1, V2, V3">];
  }
  def : NarrowDoc<s, 16> {
    let Examples = [AsmExample<"\n\tnop; convert_"#s#"16 rhne S1, S2, S3; convert_"#s#"16 lane_sel=1 rz V1, V2, V3", ["gaudi", "gaudib", "greco", "gaudi2"]>];
  }
  def : NarrowDoc<s, 8> {
    let Semantics = "\nall lanes: dst, of 4-bit elements, from the pair a\n  dst[2*j + k] = clamp(round(a.k[j] * 2^-n), result)      // n = (signed byte) b[j]";
    let Examples = [AsmExample<"\n\tnop; nop; convert_"#s#"8 rhne V1, D2, V4">];
    let Notes = ["The reference assembler takes it from Gaudi on; public tables have it from Greco on, with the 4-bit types. The simulator, which is a Gaudi, refuses it."];
    let OpenQuestions = ["The order of the two numbers in a byte, the sign convention of the shift, and saturation."];
  }
}

def : InstructionDoc<"nearbyint", ConvertGroup> {
  let Summary = "Rounds to an integral value that stays a floating-point number.";
  let Semantics = [{
for each lane j
  dst[j] = a[j] rounded to an integer as `rm` says
cnvrt:  dst.0[j] = that number
        dst.1[j] = the same as an integer}];
  let OpenQuestions = ["With `cnvrt`, the integer where the number is beyond its range."];
  let Facts = ["8.3", "4.10"];
  let Types = [DefinedTypes<FpTypes>];
  let Examples = [AsmExample<"\n\tnop; nearbyint.f32 rz S1, S2; nearbyint.f32 rhne V1, V2">];
  let See = ["convert"];
}

//===----------------------------------------------------------------------===//
// Parts of floating-point numbers
//===----------------------------------------------------------------------===//

def : InstructionDoc<"extract_exp", FloatGroup> {
  let Summary = "Exponent of a floating-point number.";
  let Semantics = [{
for each lane j
  e = exponent field of a[j]
  dst[j] = biased ? e : e - bias of the type       // signed, as wide as the data}];
  let Notes = ["Goya's switch has the opposite sense: there the plain instruction gives the biased field."];
  let OpenQuestions = [
    "Zeros, subnormal numbers, infinities and NaN. The simulator takes the field as it stands.",
    "What `pre_log` changes."];
  let Facts = ["8.5", "4.10"];
  let Types = [DefinedTypes<FpTypes>];
  let Examples = [AsmExample<"\n\tnop; extract_exp.f32 S1, S2; extract_exp.f32 V1, V2">];
  let See = ["form_fp_num"];
}

def : InstructionDoc<"form_fp_num", FloatGroup> {
  let Summary = "Puts a number together from sign, exponent and mantissa.";
  let Semantics = [{
for each lane j
  e = exp_is_num ? (byte) a[j] : exponent field of a[j]
  if (exp_add_bias)  e += bias of the type
  s = sign_lsb ? b[j][0] : sign of b[j]
  if (force_sign0)   s = 0
  if (force_sign1)   s = 1
  dst[j] = {s, e, mantissa field of c[j]} }];
  let Notes = [
    "Range reduction: exponent 0 with `exp_is_num exp_add_bias` and the mantissa of x gives a number in [1, 2).",
    "The flags lie in the field SrcD, which LOAD's SrcB shares before Greco."];
  let OpenQuestions = [
    "Exponents beyond the field. In the simulator they wrap in 8 bits.",
    "What the special modes before and after roots, reciprocals and logarithms compute."];
  let Facts = ["8.5", "4.10"];
  let Types = [DefinedTypes<WideFpTypes>];
  let Operands = [OperandDoc<"a", "exponent">, OperandDoc<"b", "sign">,
                  OperandDoc<"c", "mantissa">];
  let Examples = [AsmExample<"\n\tnop; nop; form_fp_num.f32 exp_add_bias exp_is_num V1, V2, V3, V4">];
  let See = ["extract_exp", "get_lut_entry_and_interval_start"];
}

def : InstructionDoc<"get_lut_entry_and_interval_start", FloatGroup> {
  let Summary = "Table index of a number and the start of its interval.";
  let Semantics = [{
m = mantissa bits of the type - shift
top(x) = upper m bits of x's mantissa field
for each lane j, x = a[j]
  general:     index = top(x)
               start = x with its low `shift` mantissa bits cleared
  sqrt_rsqrt:  index = (exponent of x is odd ? 2^m : 0) + top(x),  start as above
  sin_cos:     index = floor(x * 2^m),  start = index / 2^m        // 0 <= x < 1
  tanh:        x < 1: as sin_cos
               x in [2^e, 2^(e+1)): index = 2^m * (1 + e) + top(x),
                                    start as in general            // e = 0, 1, 2
  dst.0[j] = index
  dst.1[j] = start}];
  let Notes = ["The first half of a table function: [lookup_1c](lookup_1c.md) and [lookup_2c](lookup_2c.md) take the index, and x - start is the argument of the polynomial."];
  let OpenQuestions = [
    "Arguments outside of the ranges above. In the simulator the index is cut to its width.",
    "The variant `log`, and the switches `opt` and `exp0`. The simulator refuses `log`."];
  let Facts = ["8.5", "3.4"];
  let Types = [DefinedTypes<WideFpTypes>];
  let Operands = [OperandDoc<"dst", "index (first register) and start (second)">];
  let Examples = [AsmExample<"\n\tnop; nop; get_lut_entry_and_interval_start.f32 tanh D2, V1, 0x11">];
  let See = ["lookup_1c", "lookup_2c", "lookup_c0", "lookup_c1c2"];
}

def : InstructionDoc<"fclass", FloatGroup> {
  let Summary = "Class of a floating-point number as a mask with one bit set.";
  let Semantics = [{
for each lane j
  32 and 16 bits: dst[j] = 1 << n with n =
    0 -infinity   1 -normal      2 -subnormal  3 -0        4 +0
    5 +subnormal  6 +normal      7 +infinity   8 sNaN      9 qNaN
  8 bits:         dst[j] = 1 << n with n =
    0 -infinity   1 -normal      2 -subnormal  3 zero
    4 +subnormal  5 +normal      6 +infinity   7 NaN
  limit: |a[j]| >= b[j] counts as an infinity of a's sign,
         exponent of a[j] <= c[j] as a zero of a's sign}];
  let Facts = ["8.5", "4.10"];
  let Types = [DefinedTypes<FpTypes>];
  let Operands = [OperandDoc<"b", "limit from which on numbers count as infinite">,
                  OperandDoc<"c", "exponent up to which numbers count as zero">];
  let Examples = [AsmExample<"\n\tnop; fclass.f32 S1, S2; fclass.bf16 V1, V2">];
  let See = ["calc_fp_special"];
}

def : InstructionDoc<"calc_fp_special", FloatGroup> {
  let Summary = "Function values of zeros, infinities and NaN, by their classes.";
  let Semantics = [{
for each lane j, a[j] and b[j] class masks of fclass
  if (a[j] is a class that is special to the function)
    dst[j] = the function's value there
  else
    dst[j] keeps its value

recip:  1/+-0 = +-inf, 1/+-inf = +-0         exp:   0 -> 1, -inf -> 0, +inf -> +inf
rsqrt:  0 -> inf, +inf -> 0, negative -> NaN  tanh:  +-0 -> +-0, +-inf -> +-1
sqrt:   0 -> 0, +inf -> +inf, negative -> NaN div:   a / b
log:    0 -> -inf, +inf -> +inf, negative -> NaN
NaN in, NaN out}];
  let Notes = ["The last step of a function of a mathematical library: what was computed for ordinary numbers is replaced where it is wrong."];
  let OpenQuestions = [
    "The table of results. The simulator has the values of mathematics and IEEE 754; subnormal numbers count as zeros; it refuses `pow`.",
    "On Greco results for F16 are coded as BF16 and need a conversion (facts 5.11)."];
  let Facts = ["8.5", "5.11"];
  let Types = [DefinedTypes<WideFpTypes>];
  let Operands = [OperandDoc<"a", "class mask of the argument">,
                  OperandDoc<"b", "class mask of the second argument">];
  let Examples = [AsmExample<"\n\tnop; calc_fp_special.f32 func=recip S1, S2, S3; calc_fp_special.f32 func=tanh V1, V2, V3">];
  let See = ["fclass"];
}
