#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs every reference bundle of a processor through tpc-llvm-mc.

Lines of <cpu>.tsv: the text assembles to the bytes, the bytes disassemble to
the canonical text, and that assembles to the bytes again. Lines of
<cpu>.lossy.tsv, whose canonical text leaves something out: the text assembles
to the bytes, and what is disassembled from them does so again.
"""

import argparse
import os
import sys
import tempfile

import mctool


def check_bytes(report, texts, rows, assembler, what):
    got, errors = assembler.bundles(texts)
    for i, row in enumerate(rows):
        wrong = None
        if got[i] is None:
            wrong = f"{what}: {texts[i]}\n  error: {errors[i]}"
        elif got[i] != row[1]:
            wrong = f"{what}: {texts[i]}\n  got  {got[i]}\n  want {row[1]}"
        report.check(wrong, row[0])


def check_text(report, rows, lines):
    for row, line in zip(rows, lines):
        wrong = None
        if line != row[2]:
            wrong = f"disassemble: {row[1]}\n  got  {line}\n  want {row[2]}"
        report.check(wrong, row[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mc", required=True)
    parser.add_argument("--cpu", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--uncovered", required=True)
    args = parser.parse_args()

    report = mctool.Report(mctool.read_words(args.uncovered))
    base = os.path.join(args.vectors, args.cpu)
    rows = mctool.read_table(base + ".tsv")
    lossy = mctool.read_table(base + ".lossy.tsv")
    with tempfile.TemporaryDirectory() as directory:
        assembler = mctool.mc_assembler(args.mc, args.cpu, directory)
        check_bytes(report, [r[0] for r in rows], rows, assembler, "assemble")
        check_bytes(report, [r[0] for r in lossy], lossy, assembler,
                    "assemble (lossy)")
        lines = mctool.mc_disassemble(args.mc, args.cpu, [r[1] for r in rows])
        check_text(report, rows, lines)
        check_bytes(report, lines, rows, assembler, "reassemble")
        lines = mctool.mc_disassemble(args.mc, args.cpu,
                                      [r[1] for r in lossy])
        check_bytes(report, lines, lossy, assembler, "reassemble (lossy)")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
