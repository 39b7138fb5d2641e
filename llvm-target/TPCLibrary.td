//===-- TPCLibrary.td - Library functions of TPC-C ---------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions that a kernel may call like intrinsics and that are programs
// themselves: lib/math has them in TPC-C. tpc-clang declares each when it is
// first named and links those that are called. Several names may mean one
// function, and one name functions of different types.
//
// Facts: names are those of the public documentation ("Built-in Special
// Functions") and of public kernels; s_*_f32 and *_bf16 are made after them.
//
//===----------------------------------------------------------------------===//

// Error: the largest error in units of the last place of the result, for
// finite arguments in the documented range; "" for exact functions. Symbol:
// what lib/math calls it.
class LibraryFunction<string name, string result, list<string> params,
                      string symbol, string doc, string error = ""> {
  string Name = name;
  string Result = result;
  list<string> Params = params;
  string Symbol = "__tpc_"#symbol;
  string Doc = doc;
  string Error = error;
}

// A function of vectors and of numbers, names: those of the vectors.
class MathNames<string name, list<string> names, string doc, string error,
                list<string> params = ["x"]> {
  string Name = name;
  list<string> Names = names;
  string Doc = doc;
  string Error = error;
  list<string> Params = params;
}

foreach F = [
    MathNames<"exp_f32", ["v_exp_f32", "v_exp_cephes_f32"], "e^x.", "1">,
    MathNames<"exp_fast_f32", ["v_exp_fast_f32", "v_exp_cephes_fast_f32"],
              "e^x, where that is a normal number.", "1">,
    MathNames<"exp2_f32", ["v_exp2_f32", "v_pow2_f32"], "2^x.", "1">,
    MathNames<"exp2_fast_f32", ["v_exp2_fast_f32", "v_pow2_fast_f32"],
              "2^x, where that is a normal number.", "1">,
    MathNames<"expm1_f32", ["v_expm1_f32"], "e^x - 1.", "2">,
    MathNames<"log_f32", ["v_log_f32", "v_log_cephes_f32"],
              "The natural logarithm.", "1">,
    MathNames<"log_fast_f32", ["v_log_fast_f32", "v_log_cephes_fast_f32"],
              "The natural logarithm of a positive number.", "1">,
    MathNames<"log2_f32", ["v_log2_f32"], "The logarithm of base 2.", "1">,
    MathNames<"log2_fast_f32", ["v_log2_fast_f32"],
              "The logarithm of base 2 of a positive number.", "1">,
    MathNames<"reciprocal_f32",
              ["v_reciprocal_f32", "v_reciprocal_cephes_f32"], "1 / x.", "1">,
    MathNames<"reciprocal_fast_f32",
              ["v_reciprocal_fast_f32", "v_reciprocal_cephes_fast_f32"],
              "1 / x, where both are normal numbers.", "1">,
    MathNames<"rsqrt_f32", ["v_rsqrt_f32"], "1 / sqrt(x).", "1">,
    MathNames<"rsqrt_fast_f32", ["v_rsqrt_fast_f32"],
              "1 / sqrt(x) of a positive number.", "1">,
    MathNames<"sqrt_f32", ["v_sqrt_f32"], "The square root.", "1">,
    MathNames<"sqrt_fast_f32", ["v_sqrt_fast_f32"],
              "The square root of a positive number.", "1">,
    MathNames<"sin_f32", ["v_sin_f32", "v_sin_cephes_f32"],
              "The sine; NaN beyond 2^20.", "2">,
    MathNames<"sin_fast_f32", ["v_sin_fast_f32", "v_sin_cephes_fast_f32"],
              "The sine of at most 2^20.", "2">,
    MathNames<"cos_f32", ["v_cos_f32", "v_cos_cephes_f32"],
              "The cosine; NaN beyond 2^20.", "2">,
    MathNames<"cos_fast_f32", ["v_cos_fast_f32", "v_cos_cephes_fast_f32"],
              "The cosine of at most 2^20.", "2">,
    MathNames<"tan_f32", ["v_tan_f32", "v_tan_cephes_f32"],
              "The tangent; NaN beyond 2^20.", "4">,
    MathNames<"asin_f32", ["v_asin_f32", "v_asin_cephes_f32"], "The arc sine.",
              "3">,
    MathNames<"acos_f32", ["v_acos_f32", "v_acos_cephes_f32"],
              "The arc cosine.", "2">,
    MathNames<"atan_f32", ["v_atan_f32", "v_atan_cephes_f32"],
              "The arc tangent.", "3">,
    MathNames<"sinh_f32", ["v_sinh_f32", "v_sinh_cephes_f32"],
              "The hyperbolic sine.", "2">,
    MathNames<"cosh_f32", ["v_cosh_f32", "v_cosh_cephes_f32"],
              "The hyperbolic cosine.", "2">,
    MathNames<"tanh_f32", ["v_tanh_f32", "v_tanh_fast_f32"],
              "The hyperbolic tangent.", "2">,
    MathNames<"asinh_f32", ["v_asinh_f32"], "The inverse hyperbolic sine.",
              "2">,
    MathNames<"acosh_f32", ["v_acosh_f32"], "The inverse hyperbolic cosine.",
              "2">,
    MathNames<"atanh_f32", ["v_atanh_f32"], "The inverse hyperbolic tangent.",
              "3">,
    MathNames<"sigmoid_f32", ["v_sigmoid_f32"], "1 / (1 + e^-x).", "3">,
    MathNames<"div_f32", ["v_div_f32"],
              "x / y; 1.5 ulp where x is below 2^-100.", "0.5001",
              ["x", "y"]>,
    MathNames<"div_fast_f32", ["v_div_fast_f32"],
              "x / y, where both and 1 / y are normal numbers.", "1",
              ["x", "y"]>,
    MathNames<"pow_f32", ["v_pow_f32"], "x^y.", "16", ["x", "y"]>,
    MathNames<"pow_fast_f32", ["v_pow_fast_f32"], "x^y of a positive x.", "16",
              ["x", "y"]>,
    MathNames<"mod_f32", ["v_mod_f32"],
              "The remainder of x / y, which must lie below 2^23; y is at "
              "least 2^-100.", "",
              ["x", "y"]>] in {
  defvar vectors = !foreach(p, F.Params, "float64 "#p);
  defvar numbers = !foreach(p, F.Params, "float "#p);
  foreach n = !listconcat(F.Names, [F.Name]) in
    def : LibraryFunction<n, "float64", vectors, "v_"#F.Name, F.Doc, F.Error>;
  foreach n = ["s_"#F.Name, F.Name] in
    def : LibraryFunction<n, "float", numbers, "s_"#F.Name, F.Doc, F.Error>;
}
def : LibraryFunction<"v_tanh_fast_abs_in_f32", "float64",
                      ["float64 x", "float64 abs_x"], "v_tanh_abs_f32",
                      "The hyperbolic tangent; abs_x is the magnitude of x.",
                      "2">;

foreach F = [["exp", "e^x."], ["exp2", "2^x."],
             ["log", "The natural logarithm."],
             ["log2", "The logarithm of base 2."], ["reciprocal", "1 / x."],
             ["rsqrt", "1 / sqrt(x)."], ["sqrt", "The square root."],
             ["sin", "The sine; NaN beyond 2^20."],
             ["cos", "The cosine; NaN beyond 2^20."],
             ["tanh", "The hyperbolic tangent."],
             ["sigmoid", "1 / (1 + e^-x)."]] in
  foreach n = ["v_"#F[0]#"_bf16", F[0]#"_bf16"] in
    def : LibraryFunction<n, "bfloat128", ["bfloat128 x"], "v_"#F[0]#"_bf16",
                          F[1], "0.52">;
foreach F = [["div", "x / y."], ["pow", "x^y."]] in
  foreach n = ["v_"#F[0]#"_bf16", F[0]#"_bf16"] in
    def : LibraryFunction<n, "bfloat128", ["bfloat128 x", "bfloat128 y"],
                          "v_"#F[0]#"_bf16", F[1], "0.52">;

class Reduction<string n, string v, list<string> ops> {
  string N = n;
  string V = v;
  list<string> Ops = ops;
}
class ReductionDoc<string op> {
  string Doc = !cond(!eq(op, "add") : "The sum of all lanes, in every lane.",
                     !eq(op, "mul") : "The product of all lanes, in every lane.",
                     !eq(op, "max") : "The largest lane, in every lane.",
                     true : "The smallest lane, in every lane.");
}
foreach R = [Reduction<"f32", "float64", ["add", "mul", "max", "min"]>,
             Reduction<"bf16", "bfloat128", ["add", "mul", "max", "min"]>,
             Reduction<"i32", "int64", ["add", "max", "min"]>,
             Reduction<"u32", "uint64", ["add", "max", "min"]>,
             Reduction<"i16", "short128", ["add", "max", "min"]>,
             Reduction<"u16", "ushort128", ["add", "max", "min"]>,
             Reduction<"i8", "char256", ["max", "min"]>,
             Reduction<"u8", "uchar256", ["max", "min"]>] in
  foreach op = R.Ops in
    foreach middle = ["_reduce_", "_reduce_nolut_"] in
      def : LibraryFunction<"v_"#R.N#middle#op, R.V, [R.V#" x"],
                            "v_"#R.N#"_reduce_"#op, ReductionDoc<op>.Doc>;
