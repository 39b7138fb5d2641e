#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes the numbers of the mathematical library.

--polynomials FILE  a C header: for each polynomial NAME a macro POLY_NAME(x)
                    that evaluates it by accumulating multiplications
--tables FILE       look-up tables as words of C, for libtpc

The tables are those whose place and meaning are public (facts 3.4), since
kernels with table look-ups of their own exist; their coefficients are ours.
"""

import argparse
from decimal import Decimal

import fit
from fit import LN2, PI, atan, cos, sin, tanh

ONE = Decimal(1)


def relative(f):
    """The weight that makes errors relative."""
    return lambda x: 1 / abs(f(x))


def series(x, coefficients):
    """The sum of coefficient k times x^k (Decimal has no 0^0)."""
    total = Decimal(0)
    for c in reversed(list(coefficients)):
        total = total * x + c
    return total


def expm1_over(x):
    """(e^x - 1 - x) / x^2"""
    if abs(x) < Decimal("0.001"):
        return ONE / 2 + x / 6 + x * x / 24 + x ** 3 / 120 + x ** 4 / 720
    return (x.exp() - 1 - x) / (x * x)


def log1p_over(x):
    """(ln(1 + x) - x + x^2 / 2) / x^3"""
    if abs(x) < Decimal("0.001"):
        return series(x, (ONE * (-1) ** k / (k + 3) for k in range(9)))
    return ((1 + x).ln() - x + x * x / 2) / x ** 3


def of_square(f, limit):
    """f(sqrt(z)), with the limit at 0."""
    return lambda z: f(z.sqrt()) if z > Decimal("1e-12") else limit + 0 * z


def tanh_tail(z):
    """(tanh(x) / x - 1) / z with z = x^2"""
    if z < Decimal("1e-6"):
        return -ONE / 3 + 2 * z / 15 - 17 * z * z / 315
    x = z.sqrt()
    return (tanh(x) / x - 1) / z


def sin_tail(z):
    """(sin(x) / x - 1) / z with z = x^2"""
    return series(z, ((-1) ** (k + 1) / factorial(2 * k + 3)
                      for k in range(12)))


def cos_tail(z):
    """(cos(x) - 1 + z / 2) / z^2 with z = x^2"""
    return series(z, ((-1) ** k / factorial(2 * k + 4) for k in range(12)))


def factorial(n):
    out = Decimal(1)
    for k in range(2, n + 1):
        out *= k
    return out


def atan_tail(z):
    """(atan(x) / x - 1) / z with z = x^2"""
    if z < Decimal("1e-4"):
        return series(z, (ONE * (-1) ** (k + 1) / (2 * k + 3)
                          for k in range(12)))
    x = z.sqrt()
    return (atan(x) / x - 1) / z


def asin_tail(z):
    """(asin(x) / x - 1) / z with z = x^2"""
    if z < Decimal("1e-4"):
        return ONE / 6 + 3 * z / 40 + 15 * z * z / 336 + 105 * z ** 3 / 3456
    x = z.sqrt()
    return (atan(x / (1 - z).sqrt()) / x - 1) / z


def sinh_tail(z):
    """(sinh(x) / x - 1) / z with z = x^2"""
    return series(z, (1 / factorial(2 * k + 3) for k in range(14)))


def tan_tail(z):
    """(tan(x) / x - 1) / z with z = x^2"""
    if z < Decimal("1e-6"):
        return ONE / 3 + 2 * z / 15 + 17 * z * z / 315
    x = z.sqrt()
    return (sin(x) / cos(x) / x - 1) / z


# Half the distance of the multiples of ln 2, a little more for rounded
# quotients.
HALF_LN2 = LN2 / 2 * Decimal("1.0001")
QUARTER = (PI / 4 * Decimal("1.001")) ** 2
LOG_LOW = Decimal(1) / Decimal(2).sqrt() - 1
LOG_HIGH = Decimal(2).sqrt() - 1


class Polynomial:
    """f on [low, high] by the powers 0 .. degree."""

    def __init__(self, name, doc, f, low, high, degree, weight=None,
                 fixed=None):
        self.name, self.doc = name, doc
        self.f, self.low, self.high = f, Decimal(low), Decimal(high)
        self.powers, self.weight = list(range(degree + 1)), weight
        self.fixed = fixed

    def coefficients(self):
        return fit.fit(self.f, self.low, self.high, self.powers, self.weight,
                       self.fixed)


def exp2(x):
    return (x * LN2).exp()


POLYNOMIALS = [
    Polynomial("EXP", "(e^x - 1 - x) / x^2, |x| <= ln(2) / 2", expm1_over,
               -HALF_LN2, HALF_LN2, 4, lambda x: x * x + Decimal("1e-6")),
    Polynomial("EXP2", "2^x, |x| <= 1/2", exp2, "-0.5", "0.5", 6,
               relative(exp2), {0: 1}),
    Polynomial("EXP_BF16", "e^x, |x| <= ln(2) / 2", lambda x: x.exp(),
               -HALF_LN2, HALF_LN2, 4, relative(lambda x: x.exp()), {0: 1}),
    Polynomial("LOG", "(ln(1 + x) - x + x^2 / 2) / x^3, "
               "sqrt(1/2) <= 1 + x <= sqrt(2)", log1p_over, LOG_LOW, LOG_HIGH,
               7, lambda x: x * x + Decimal("1e-6")),
    Polynomial("LOG_LONG", "the same, closer", log1p_over, LOG_LOW, LOG_HIGH,
               8, lambda x: abs(x) ** 3 + Decimal("1e-6")),
    Polynomial("LOG_BF16", "(ln(1 + x) - x + x^2 / 2) / x^3", log1p_over,
               LOG_LOW, LOG_HIGH, 4, lambda x: x * x + Decimal("1e-6")),
    Polynomial("SIN", "(sin(x) / x - 1) / x^2 of x^2, |x| <= pi / 4",
               sin_tail, 0, QUARTER, 2),
    Polynomial("COS", "(cos(x) - 1 + x^2 / 2) / x^4 of x^2, |x| <= pi / 4",
               cos_tail, 0, QUARTER, 2),
    Polynomial("TAN", "(tan(x) / x - 1) / x^2 of x^2, |x| <= pi / 4",
               tan_tail, 0, QUARTER, 5),
    Polynomial("TANH", "(tanh(x) / x - 1) / x^2 of x^2, |x| <= 5/8",
               tanh_tail, 0, "0.390625", 4),
    Polynomial("TANH_BF16", "the same, short", tanh_tail, 0, "0.390625", 2),
    Polynomial("SINH", "(sinh(x) / x - 1) / x^2 of x^2, |x| <= 1",
               sinh_tail, 0, 1, 3),
    Polynomial("ATAN", "(atan(x) / x - 1) / x^2 of x^2, |x| <= tan(pi / 8)",
               atan_tail, 0, "0.1716", 4),
    Polynomial("ASIN", "(asin(x) / x - 1) / x^2 of x^2, |x| <= 1/2",
               asin_tail, 0, "0.2500001", 5),
]


class Table:
    """A table of facts 3.4: id, intervals, and f of interval and offset."""

    def __init__(self, name, number, intervals, start, width, f):
        self.name, self.number, self.intervals = name, number, intervals
        self.start, self.width, self.f = start, width, f

    def entry(self, n):
        """C0, C1, C2 of f on the interval, as a polynomial of the offset."""
        start, width = self.start(n), self.width(n)
        f = lambda d: self.f(n, start + d)
        return fit.fit(f, 0, width, [0, 1, 2], density=4)


def tanh_start(n):
    if n < 64:
        return Decimal(n) / 64
    return 2 ** ((n - 64) // 64) * (1 + Decimal(n % 64) / 64)


def tanh_width(n):
    return Decimal(1 if n < 64 else 2 ** ((n - 64) // 64)) / 64


def tanh_value(n, x):
    if n >= 64:
        return tanh(x)
    return tanh(x) / x if x > Decimal("1e-9") else 1 - x * x / 3


def log2_value(n, x):
    if n >= 128:
        return x.ln() / LN2
    t = x - 1
    if t < Decimal("0.001"):
        return series(t, ((-1) ** k / LN2 / (k + 1) for k in range(12)))
    return x.ln() / t / LN2


def sincos_value(n, x):
    if n >= 64:
        return cos(x)
    return sin(x) / x if x > Decimal("1e-9") else 1 - x * x / 6


def fraction(count):
    """Start of interval n of the arguments from 1 to 2."""
    return lambda n: 1 + Decimal(n % count) / count


def even_odd(count):
    """The same of 1 to 2 and then of 2 to 4: start and width."""
    return (lambda n: (1 + n // count) * (1 + Decimal(n % count) / count),
            lambda n: Decimal(1 + n // count) / count)


TABLES = [
    Table("tanh", 0, 256, tanh_start, tanh_width, tanh_value),
    Table("rsqrt", 1, 256, *even_odd(128), lambda n, x: 1 / x.sqrt()),
    Table("log2", 2, 256, fraction(128), lambda n: ONE / 128, log2_value),
    Table("sqrt", 128, 128, *even_odd(64), lambda n, x: x.sqrt()),
    Table("reciprocal", 129, 128, fraction(128), lambda n: ONE / 128,
          lambda n, x: 1 / x),
    Table("sin, cos", 130, 128, lambda n: Decimal(n % 64) / 64,
          lambda n: ONE / 64, sincos_value),
    Table("2^x", 256, 64, lambda n: Decimal(n) / 64, lambda n: ONE / 64,
          lambda n, x: exp2(x)),
]


def literal(value):
    """A binary32 number in C."""
    mantissa, _, exponent = float(value).hex().partition("p")
    return f"{mantissa.rstrip('0').rstrip('.')}p{exponent}f"


def write_polynomials(out):
    print("/* Made by gen/mathgen.py; do not edit. */", file=out)
    for p in POLYNOMIALS:
        coefficients = [literal(c) for c in p.coefficients()]
        text = f"mac(splat({coefficients[-1]}), x, {coefficients[-2]})"
        for c in reversed(coefficients[:-2]):
            text = f"mac({text}, \\\n      x, {c})"
        print(f"\n/* {p.doc} */\n#define POLY_{p.name}(x) \\\n  {text}",
              file=out)


def slot_words(table, slot_bytes):
    """The bytes of a table's slot as words (three a interval, ten a line)."""
    words = [0] * (slot_bytes // 4)
    for n in range(table.intervals):
        at = 3 * n + 2 * (n // 10)
        for k, c in enumerate(table.entry(n)):
            words[at + k] = fit.bits(c)
    return words


SLOT_BYTES = {256: 3328, 128: 1664, 64: 896, 32: 512}


def write_tables(out):
    print("/* Made by llvm-target/lib/math/gen/mathgen.py; do not edit. */",
          file=out)
    for intervals, size in SLOT_BYTES.items():
        tables = [t for t in TABLES if t.intervals == intervals]
        if not tables:
            continue
        print(f"static const uint32_t lut_{intervals}[] = {{", file=out)
        for slot, table in enumerate(tables):
            assert table.number % 128 == slot, "slots without holes"
            words = slot_words(table, size)
            print(f"\t/* {table.name} */", file=out)
            for k in range(0, len(words), 4):
                row = ", ".join(f"0x{w:08x}" for w in words[k:k + 4])
                print(f"\t{row},", file=out)
        print("};", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--polynomials")
    parser.add_argument("--tables")
    args = parser.parse_args()
    if args.polynomials:
        with open(args.polynomials, "w", encoding="utf-8") as out:
            write_polynomials(out)
    if args.tables:
        with open(args.tables, "w", encoding="utf-8") as out:
            write_tables(out)


if __name__ == "__main__":
    main()
