#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs programs with labels, loops and jumps through tpc-llvm-mc.

A line of <cpu>.control.jsonl is a program: "asm" assembles to the code "hex",
the object disassembles to "dis", and that text assembles to "hex" again.
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


def check_program(mc, cpu, assembler, program):
    wrong = check_bytes(assembler, program["asm"], program["hex"], "assemble")
    if wrong:
        return wrong
    text = subprocess.run(
        [mc, f"--mcpu={cpu}", "--disassemble", assembler.output],
        capture_output=True, text=True, check=True).stdout.rstrip("\n")
    for got, want in zip(text.splitlines(), program["dis"].splitlines()):
        if got != want:
            return f"disassemble:\n  got  {got}\n  want {want}"
    if len(text) != len(program["dis"]):
        return "disassemble: another number of lines"
    return check_bytes(assembler, text, program["hex"], "reassemble")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mc", required=True)
    parser.add_argument("--cpu", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--uncovered", required=True)
    args = parser.parse_args()

    report = mctool.Report(mctool.read_words(args.uncovered))
    path = os.path.join(args.vectors, args.cpu + ".control.jsonl")
    with tempfile.TemporaryDirectory() as directory:
        assembler = mctool.mc_assembler(args.mc, args.cpu, directory)
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                if line.startswith("#"):
                    continue
                program = json.loads(line)
                wrong = check_program(args.mc, args.cpu, assembler, program)
                if wrong:
                    wrong = f"program {number}: {wrong}"
                report.check(wrong, program["asm"].replace("\n", ";"))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
