#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random expressions mean the same to tpc-as and tpc-llvm-mc.

They stand in data and as immediates. tpc-as refuses what does not fit 64 bits
and shifts by odd distances, of which LLVM's parser makes something: only what
tpc-as takes counts.
"""

import argparse
import random
import sys
import tempfile

import mctool

OPERATORS = ["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "==", "!=",
             "<", "<=", ">", ">=", "&&", "||"]


def expression(rng, depth):
    """Few parentheses: how operators bind is the point."""
    if depth == 0 or rng.random() < 0.2:
        return rng.choice([str(rng.randrange(12)), hex(rng.randrange(256)),
                           "017", "0b101", "(1 << 40)", "five"])
    if rng.random() < 0.15:
        return rng.choice(["-", "~", "!", "+"]) + expression(rng, depth - 1)
    text = (f"{expression(rng, depth - 1)} {rng.choice(OPERATORS)} "
            f"{expression(rng, depth - 1)}")
    return f"({text})" if rng.random() < 0.2 else text


def line(rng):
    text = expression(rng, 3)
    # '!' at the start of an operand stands before a predicate.
    if rng.random() < 0.5 and not text.startswith("!"):
        return f"nop; mov.i32 S1, {text}"
    return f".quad {text}, 0, 0, 0"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mc", required=True)
    parser.add_argument("--tpc-as", required=True)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    rng = random.Random(args.seed)
    lines = [line(rng) for _ in range(args.count)]
    define = ["-D", "five=5"]
    with tempfile.TemporaryDirectory() as directory:
        ours = mctool.Assembler([args.tpc_as, *define], directory)
        words, _ = ours.bundles(lines)
        taken = [(text, word) for text, word in zip(lines, words) if word]
        theirs = mctool.mc_assembler(args.mc, "gaudi", directory)
        # One line more than bundles: the definition has no bytes.
        code, messages = theirs.run(
            ".set five, 5\n" + "".join(text + "\n" for text, _ in taken))
    if code is None:
        print(messages[:2000])
        return 1
    wrong = [(text, word, code[at:at + mctool.BUNDLE].hex())
             for at, (text, word) in zip(range(0, len(code), mctool.BUNDLE),
                                         taken)
             if code[at:at + mctool.BUNDLE].hex() != word]
    print(f"{len(lines)} expressions, {len(taken)} taken, {len(wrong)} differ")
    for text, word, other in wrong[:20]:
        print(f"{text}\n  tpc-as      {word}\n  tpc-llvm-mc {other}")
    return 1 if wrong or len(taken) * 2 < len(lines) else 0


if __name__ == "__main__":
    sys.exit(main())
