#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a large assembly file for the speed comparison of assemblers.

Bundles are drawn from a file of samples, one a line. Blocks of them get a
label, a hardware loop or a jump back, so that symbols take their share. The
same arguments give the same file.
"""

import argparse
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def read_samples(path):
    with open(path, encoding="ascii") as f:
        return [line.strip() for line in f
                if line.strip() and not line.startswith("#")]


def block(rng, samples, number, size):
    """A labelled block of exactly size bundles, at least 8."""
    kind = rng.choice(("plain", "loop", "jump"))
    lines = ["block%d:" % number]
    body = ["\t" + rng.choice(samples) for _ in range(size - 1)]
    if kind == "loop":
        lines.append("\tloop 0, S%d, 1, <, end%d" % (rng.randrange(16), number))
        lines += body
        lines.append("end%d:" % number)
    elif kind == "jump":
        lines += body
        lines.append("\tnop; jmpr block%d, SP%d; nop; nop"
                     % (number, rng.randrange(1, 16)))
    else:
        lines += body
        lines.append("\t" + rng.choice(samples) + " // falls through")
    return lines


def program(rng, samples, bundles):
    lines = ["// Made by gen_asm.py.", "\t.globl main", "main:"]
    number = 0
    left = bundles - 1
    while left:
        size = left if left < 32 else rng.randrange(8, 25)
        lines += block(rng, samples, number, size)
        left -= size
        number += 1
    lines.append("\tnop; halt; halt; nop")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundles", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--samples",
                        default=os.path.join(HERE, "bundles-gaudi.txt"))
    parser.add_argument("--output", default="-")
    args = parser.parse_args()
    if args.bundles < 10:
        parser.error("--bundles: at least 10")
    lines = program(random.Random(args.seed), read_samples(args.samples),
                    args.bundles)
    text = "\n".join(lines) + "\n"
    if args.output == "-":
        sys.stdout.write(text)
    else:
        with open(args.output, "w", encoding="ascii") as f:
            f.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
