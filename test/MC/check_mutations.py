#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Damaged text and objects are refused with a message, never with a crash.

Random bundles made from the records lose, gain and swap characters; objects
made of them get random bytes. Every run has to end with exit status 0 or 1, 1
with a message and without an output file.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

import bundlegen
import mctool

LINES = 200  # of a run
TIMEOUT = 300  # seconds; a loaded machine is slow

DIRECTIVES = [".section .tpc_metadata", "version: DD 12", "scalarLd[3]: DB 1",
              ".text", "x:", "loop S1, 5, S2, <, x", "nop; jmpr x",
              ".p2align 5", ".byte 1, 2", ".set q, 5", ".rept 3", ".endr",
              ".long x - .", ".if 1", ".endif", "/* a", "*/", ".pair",
              ".pair\nnop\nnop", ".subsection 1", ".text"]
ATOMS = list(".,;!:=<>[](){}+-*/\"'\\@#$%&|~ \t\n\0\xff") + [
    "S1", "V2", "AD3", "VP0", "0x", "1.5", "bf", "i8_", "b00100", "0b2", "1e",
    "99999999999999999999999", "sat", "rm=rz"]


def mutate(line, rng):
    for _ in range(rng.choice([0, 1, 1, 2, 4])):
        at = rng.randrange(len(line) + 1)
        what = rng.randrange(3)
        if what == 0:
            line = line[:at] + rng.choice(ATOMS) + line[at:]
        elif what == 1:
            line = line[:at] + line[at + rng.randrange(1, 4):]
        else:
            other = rng.randrange(len(line) + 1)
            line = line[:at] + line[other:other + 8] + line[at:]
    return line


def damage(data, rng):
    data = bytearray(data)
    for _ in range(rng.randrange(1, 20 if rng.random() < 0.5 else 400)):
        data[rng.randrange(len(data))] = rng.choice(
            [0, 1, 0x7f, 0x80, 0xff, rng.randrange(256)])
    if rng.random() < 0.2:
        data = data[:rng.randrange(len(data))]
    return bytes(data)


class Runner:
    """tpc-llvm-mc for one processor."""

    def __init__(self, args, cpu, rng, directory):
        self.command = [args.mc, f"--mcpu={cpu}"]
        self.compress = []
        self.output = os.path.join(directory, "out")
        self.generator = bundlegen.BundleGenerator(args.records, cpu, rng)
        self.rng = rng
        self.runs = 0
        whole = os.path.join(directory, "whole.o")
        mc = mctool.mc_assembler(args.mc, cpu, directory)
        if self.generator.halves:
            self.compress = ["--compress"]
        lines = [self.generator.text() for _ in range(LINES)]
        found, _ = mc.bundles(lines)
        good = [line for line, word in zip(lines, found) if word]
        text = "\n".join(["a: nop", "nop; jmpr a"] + good + ["halt\n"])
        subprocess.run(self.command + ["--filetype=obj", "-o", whole, "-"],
                       input=text.encode(), check=True)
        with open(whole, "rb") as f:
            self.elf = f.read()

    def run(self, options, data):
        """Returns what went wrong, or None."""
        self.runs += 1
        try:
            done = subprocess.run(
                self.command + options + ["-o", self.output, "-"], input=data,
                capture_output=True, timeout=TIMEOUT, check=False)
        except subprocess.TimeoutExpired:
            return f"no end after {TIMEOUT} s"
        written = os.path.exists(self.output)
        if written:
            os.remove(self.output)
        if done.returncode not in (0, 1):
            return f"exit status {done.returncode}"
        if done.returncode and b"error:" not in done.stderr:
            return "refused without a message"
        if done.returncode and written:
            return "refused, but an output file was written"
        return None

    def round(self, number):
        rng = self.rng
        lines = [mutate(self.generator.text() if rng.random() < 0.8
                        else rng.choice(DIRECTIVES), rng)
                 for _ in range(LINES)]
        text = "\n".join(lines).encode("latin-1")
        for options, data in ((["--filetype=obj"], text),
                              (["--filetype=obj"] + self.compress, text),
                              (["--show-encoding"], text),
                              (["--disassemble"], damage(self.elf, rng))):
            wrong = self.run(options, data)
            if wrong:
                kept = f"{os.path.abspath('failing-input')}-{number}"
                with open(kept, "wb") as f:
                    f.write(data)
                sys.exit(f"{' '.join(self.command + options)} < {kept}: "
                         f"{wrong}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mc", required=True)
    parser.add_argument("--cpu", required=True, nargs="+",
                        help="processors that take turns")
    parser.add_argument("--records", required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seconds", type=float,
                        help="for this long instead of --count rounds")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    rng = random.Random(args.seed)
    end = time.monotonic() + (args.seconds or 0)
    number = 0
    with tempfile.TemporaryDirectory() as directory:
        runners = [Runner(args, cpu, rng, directory) for cpu in args.cpu]
        while (time.monotonic() < end if args.seconds else
               number < args.count):
            runners[number % len(runners)].round(number)
            number += 1
    print(f"{sum(r.runs for r in runners)} runs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
