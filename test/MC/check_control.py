#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs programs with labels, loops and jumps through tpc-llvm-mc.

A line of <cpu>.control.jsonl is a program: "asm" assembles to the code "hex",
the object disassembles to "dis", and that text assembles to "hex" again.

With --compress the programs are those of <cpu>.compressed.jsonl, and asm and
dis are assembled with compression; what the tool prints says itself which
bundles are compressed. The asm of some of them has bundles with two different
immediates, of which the reference drops one without a word: that has to be
refused, and dis, which has only the other one, takes its place.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import mctool


def first_difference(got, want):
    for i in range(0, max(len(got), len(want)), 64):
        if got[i:i + 64] != want[i:i + 64]:
            return (f"byte {i // 2}\n  got  {got[i:i + 64]}\n"
                    f"  want {want[i:i + 64]}")
    return None


def check_bytes(assembler, text, want, what):
    code, messages = assembler.run(text + "\n", keep=True)
    if code is None:
        return f"{what}:\n{messages}"
    difference = first_difference(code.hex(), want)
    return f"{what}: {difference}" if difference else None


def check_program(args, assembler, compressing, program, lossy):
    """What is wrong, or None. compressing: the assembler of asm and dis."""
    wrong = check_bytes(compressing, program["asm"], program["hex"],
                        "assemble")
    if wrong and args.compress and "need different immediates" in wrong:
        wrong = check_bytes(compressing, program["dis"], program["hex"],
                            "assemble the reference's text")
    if wrong:
        return wrong
    text = subprocess.run(
        [args.mc, f"--mcpu={args.cpu}", "--disassemble", compressing.output],
        capture_output=True, text=True, check=True).stdout
    ours = [line for line in text.splitlines() if line.strip() != ".pair"]
    theirs = program["dis"].splitlines()
    for got, want in zip(ours, theirs):
        if got != want and want not in lossy:
            return f"disassemble:\n  got  {got}\n  want {want}"
    if len(ours) != len(theirs):
        return "disassemble: another number of lines"
    wrong = check_bytes(assembler, text, program["hex"], "reassemble")
    if wrong or any(line in lossy for line in theirs):
        return wrong
    return check_bytes(compressing, program["dis"], program["hex"],
                       "reassemble the reference's text")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mc", required=True)
    parser.add_argument("--cpu", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--compress", action="store_true",
                        help="the programs of <cpu>.compressed.jsonl")
    parser.add_argument("--uncovered", required=True)
    args = parser.parse_args()

    report = mctool.Report(mctool.read_words(args.uncovered))
    kind = "compressed" if args.compress else "control"
    path = os.path.join(args.vectors, f"{args.cpu}.{kind}.jsonl")
    lossy = {row[2] for row in mctool.read_table(
        os.path.join(args.vectors, args.cpu + ".lossy.tsv"))}
    with tempfile.TemporaryDirectory() as directory:
        assembler = mctool.mc_assembler(args.mc, args.cpu, directory)
        compressing = assembler
        if args.compress:
            compressing = mctool.Assembler(
                assembler.command + ["--compress"], directory)
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                if line.startswith("#"):
                    continue
                program = json.loads(line)
                wrong = check_program(args, assembler, compressing, program,
                                      lossy)
                if wrong:
                    wrong = f"program {number}: {wrong}"
                report.check(wrong, program["asm"].replace("\n", ";"))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
