# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Best approximation by sums of powers, with coefficients in binary32.

Functions take and give decimal.Decimal. Lawson's algorithm finds the
coefficients: least squares whose weights move to where the error is large.
They are rounded one after the other, lowest power first, and the others are
fitted again to what is left.
"""

import struct
from decimal import Decimal, getcontext

getcontext().prec = 40

PI = Decimal("3.14159265358979323846264338327950288419716939937510")
LN2 = Decimal(2).ln()


def binary32(value):
    """The nearest binary32 number, as a Decimal."""
    return Decimal(struct.unpack("<f", struct.pack("<f", float(value)))[0])


def bits(value):
    """The bits of the nearest binary32 number."""
    return struct.unpack("<I", struct.pack("<f", float(value)))[0]


def _series(x, first, step):
    """The sum of terms; step(k, term) makes term k of term k - 1."""
    total, term, k = first, first, 0
    while abs(term) > Decimal(10) ** -38 * max(abs(total), Decimal(1)):
        k += 1
        term = step(k, term)
        total += term
    return total


def sin(x):
    """Of small arguments."""
    return _series(x, x, lambda k, t: -t * x * x / (2 * k * (2 * k + 1)))


def cos(x):
    """Of small arguments."""
    return _series(x, Decimal(1), lambda k, t: -t * x * x /
                   ((2 * k - 1) * 2 * k))


def atan(x):
    """Of any argument: halved until the series is short."""
    halvings = 0
    while abs(x) > Decimal("0.05"):
        x = x / (1 + (1 + x * x).sqrt())
        halvings += 1
    total, power, k = x, x, 1
    while power and abs(power) > Decimal(10) ** -38:
        power = -power * x * x
        k += 2
        total += power / k
    return total * 2 ** halvings


def tanh(x):
    """Any argument; by its series near 0, where the quotient would cancel."""
    if abs(x) < Decimal("0.01"):
        e = x * x
        return x * (1 - e / 3 + 2 * e * e / 15 - 17 * e ** 3 / 315 +
                    62 * e ** 4 / 2835 - 1382 * e ** 5 / 155925)
    e = (2 * x).exp()
    return (e - 1) / (e + 1)


def _solve(rows, right):
    """Gaussian elimination with pivots."""
    n = len(rows)
    rows = [row[:] + [r] for row, r in zip(rows, right)]
    for c in range(n):
        p = max(range(c, n), key=lambda r: abs(rows[r][c]))
        rows[c], rows[p] = rows[p], rows[c]
        for r in range(c + 1, n):
            f = rows[r][c] / rows[c][c]
            for k in range(c, n + 1):
                rows[r][k] -= f * rows[c][k]
    out = [Decimal(0)] * n
    for c in reversed(range(n)):
        done = sum(rows[c][k] * out[k] for k in range(c + 1, n))
        out[c] = (rows[c][n] - done) / rows[c][c]
    return out


def _grid(low, high, count):
    """Chebyshev points, both ends included."""
    return [(low + high) / 2 - (high - low) / 2 * cos_pi(k, count - 1)
            for k in range(count)]


_COS = {}


def cos_pi(k, n):
    """cos(k pi / n)"""
    if (k, n) not in _COS:
        _COS[k, n] = cos(PI * k / n)
    return _COS[k, n]


def minimax(f, low, high, powers, weight=None, density=12, rounds=12):
    """Coefficients of x ** power for each of powers, and the error."""
    low, high = Decimal(low), Decimal(high)
    n = len(powers)
    points = _grid(low, high, density * (n + 1) + 1)
    values = [f(x) for x in points]
    weights = [weight(x) if weight else Decimal(1) for x in points]
    rows = [[w * (x ** p if p else 1) for p in powers]
            for x, w in zip(points, weights)]
    right = [w * v for w, v in zip(weights, values)]
    lawson = [Decimal(1)] * len(points)
    best = None
    for _ in range(rounds):
        normal = [[sum(l * r[i] * r[k] for l, r in zip(lawson, rows))
                   for k in range(n)] for i in range(n)]
        solution = _solve(normal, [sum(l * r[i] * v for l, r, v in
                                       zip(lawson, rows, right))
                                   for i in range(n)])
        errors = [abs(v - sum(c * b for c, b in zip(solution, r)))
                  for r, v in zip(rows, right)]
        error = max(errors)
        if best is None or error < best[1]:
            best = solution, error
        if not error:
            break
        lawson = [l * (e / error) for l, e in zip(lawson, errors)]
        total = sum(lawson)
        lawson = [l / total + Decimal("1e-12") for l in lawson]
    return best


def fit(f, low, high, powers, weight=None, fixed=None, density=12):
    """Binary32 coefficients by power. fixed: those that are given."""
    done = {p: Decimal(c) for p, c in (fixed or {}).items()}

    def rest(x):
        return f(x) - sum(c * (x ** p if p else 1) for p, c in done.items())

    while True:
        left = [p for p in sorted(powers) if p not in done]
        if not left:
            return [done[p] for p in sorted(done)]
        coefficients, _ = minimax(rest, low, high, left, weight, density)
        done[left[0]] = binary32(coefficients[0])
