#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a random kernel of scalar integer operations, with what it must give.

Python computes the result. Usage: random-kernel.py SEED > kernel.ll
"""

import random
import sys

STEPS = 30
EDGES = [0, 1, -1, 7, -8, 2**31 - 1, -2**31]
COMPARE = {
    "slt": lambda a, b: a < b,
    "sge": lambda a, b: a >= b,
    "ugt": lambda a, b: u32(a) > u32(b),
    "ule": lambda a, b: u32(a) <= u32(b),
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
}


def u32(x):
    return x & 0xffffffff


def s32(x):
    x = u32(x)
    return x - (1 << 32) if x >> 31 else x


def divide(a, b):
    """As C: towards zero."""
    q = abs(a) // abs(b)
    return -q if (a < 0) != (b < 0) else q


PLAIN = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "xor": lambda a, b: a ^ b,
}
SHIFT = {
    "shl": lambda a, n: a << n,
    "lshr": lambda a, n: u32(a) >> n,
    "ashr": lambda a, n: a >> n,
}
DIVIDE = {
    "sdiv": divide,
    "srem": lambda a, b: a - divide(a, b) * b,
    "udiv": lambda a, b: u32(a) // u32(b),
    "urem": lambda a, b: u32(a) % u32(b),
}


class Kernel:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.args = [self.number() for _ in range(4)]
        self.values = [(f"%a{k}", v) for k, v in enumerate(self.args)]
        self.lines = []
        self.count = 0

    def number(self):
        return self.random.choice(
            EDGES + [self.random.randint(-2**31, 2**31 - 1),
                     self.random.randint(-100, 100)])

    def operand(self):
        if self.random.random() < 0.25:
            value = self.number()
            return str(value), value
        return self.random.choice(self.values)

    def emit(self, text, value):
        """A line that computes a value; returns its name."""
        self.count += 1
        name = f"%r{self.count}"
        self.lines.append(f"  {name} = {text}")
        self.values.append((name, s32(value)))
        return name

    def step(self):
        op = self.random.choice([*PLAIN, *SHIFT, *DIVIDE, "select", "narrow",
                                 "block"])
        a, av = self.operand()
        b, bv = self.operand()
        if op in PLAIN:
            self.emit(f"{op} i32 {a}, {b}", PLAIN[op](av, bv))
        elif op in SHIFT:
            n = self.emit(f"and i32 {b}, 31", bv & 31)
            self.emit(f"{op} i32 {a}, {n}", SHIFT[op](av, bv & 31))
        elif op in DIVIDE:
            d, dv = self.emit(f"or i32 {b}, 1", bv | 1), s32(bv | 1)
            if (av, dv) != (-2**31, -1):
                self.emit(f"{op} i32 {a}, {d}", DIVIDE[op](av, dv))
        elif op == "select":
            cc = self.random.choice(list(COMPARE))
            (x, xv), (y, yv) = self.operand(), self.operand()
            self.count += 1
            bit = f"%c{self.count}"
            self.lines.append(f"  {bit} = icmp {cc} i32 {a}, {b}")
            self.emit(f"select i1 {bit}, i32 {x}, i32 {y}",
                      xv if COMPARE[cc](av, bv) else yv)
        elif op == "narrow":
            width = self.random.choice([8, 16])
            self.count += 1
            part = f"%t{self.count}"
            self.lines.append(f"  {part} = trunc i32 {a} to i{width}")
            low = av & ((1 << width) - 1)
            if self.random.random() < 0.5:
                self.emit(f"zext i{width} {part} to i32", low)
            else:
                sign = low >> (width - 1) << width
                self.emit(f"sext i{width} {part} to i32", low - sign)
        else:
            self.count += 1
            self.lines += [f"  br label %b{self.count}", f"b{self.count}:"]

    def text(self):
        """All values together, in all lanes of a vector."""
        for _ in range(STEPS):
            self.step()
        total, name = 0, "0"
        for other, value in list(self.values):
            total ^= value
            name = self.emit(f"xor i32 {name}, {other}", total)
        out = [f";@arg a{k} i32 = {v}" for k, v in enumerate(self.args)]
        out += [";@tensor z i32[64] out", ";@index_space 1",
                f";@expect z[i] = {s32(total)}",
                "declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, "
                "<64 x i32>, i32, i1, i1)",
                "define void @main(i32 %a0, i32 %a1, i32 %a2, i32 %a3) {",
                *self.lines,
                f"  %v = insertelement <64 x i32> undef, i32 {name}, i32 0",
                "  %z = shufflevector <64 x i32> %v, <64 x i32> undef, "
                "<64 x i32> zeroinitializer",
                "  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> "
                "zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, "
                "i1 false)",
                "  ret void", "}"]
        return "\n".join(out)


if __name__ == "__main__":
    print(Kernel(int(sys.argv[1])).text())
