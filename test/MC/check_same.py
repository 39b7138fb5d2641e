#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Holds tpc-as and tpc-llvm-mc to the same answers on random bundles.

Two assemblers are made from the same records by different ways. Random text
made from the records: both must refuse or accept a line, and the bytes must be
the same. Random changes of the bytes: both disassemblers must take a bundle
for code or for data, and print the same text.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

import bundlegen
import mctool

# Lines of a run of the tools.
CHUNK = 20000


def patch_text(template, code, directory):
    """The path of the object `template` with other bytes in .text."""
    with open(template, "rb") as f:
        elf = f.read()
    old = mctool.text_section(template)
    at = elf.index(old)
    if len(old) != len(code):
        sys.exit("template has another size")
    path = os.path.join(directory, "patched.o")
    with open(path, "wb") as f:
        f.write(elf[:at] + code + elf[at + len(old):])
    return path


def objdump(tool, cpu, template, code, directory):
    """Text of each bundle of code, put into the object `template`."""
    path = patch_text(template, code, directory)
    done = subprocess.run([tool, "--triple", "tpc", f"--mcpu={cpu}", "-d",
                           "-j", ".text", "--no-show-raw-insn",
                           "--no-leading-addr", path],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool}: exit status {done.returncode}\n{done.stderr}")
    return path, text_lines(done.stdout)


def text_lines(text):
    """Bundles and labels; bytes that are no code become 'data'."""
    lines = []
    for line in text.splitlines():
        line = line.strip()
        if re.match(r"\.(long|byte)\b", line):
            line = "data"
        line = line.split("//")[0].strip()
        if line and line not in (".text", ".globl"):
            lines.append(line)
    return lines


def compare(what, left, right, report):
    for i in range(max(len(left), len(right))):
        a = left[i] if i < len(left) else "(end)"
        b = right[i] if i < len(right) else "(end)"
        if a != b:
            report.append(f"{what} {i}:\n  tpc-llvm-mc {a}\n  tpc-as      {b}")
            return


def compare_bytes(lines, mc, mc_errors, other, other_errors, report):
    for i, line in enumerate(lines):
        if mc[i] != other[i]:
            report.append(
                f"{line}\n"
                f"  tpc-llvm-mc {mc[i] or 'refuses: ' + mc_errors[i]}\n"
                f"  tpc-as      {other[i] or 'refuses: ' + other_errors[i]}")


def change_bits(code, rng):
    """Flips one to three bits in half of the bundles."""
    code = bytearray(code)
    for bundle in range(0, len(code), mctool.BUNDLE):
        if rng.random() < 0.5:
            continue
        for _ in range(rng.randrange(1, 4)):
            bit = rng.randrange(191 if rng.random() < 0.95 else 256)
            code[bundle + bit // 8] ^= 1 << bit % 8
    return bytes(code)


def check_lines(args, lines, rng, directory, report):
    """How many lines are accepted, how many changed ones are data."""
    mc = mctool.mc_assembler(args.mc, args.cpu, directory)
    other = mctool.Assembler([args.tpc_as, f"--mcpu={args.cpu}"], directory)
    mc_bytes, mc_errors = mc.bundles(lines)
    other_bytes, other_errors = other.bundles(lines)
    compare_bytes(lines, mc_bytes, mc_errors, other_bytes, other_errors,
                  report)

    taken = [word for word in mc_bytes if word]
    template = os.path.join(directory, "template.o")
    source = os.path.join(directory, "nops.s")
    with open(source, "w", encoding="utf-8") as f:
        f.write("nop\n" * len(taken))
    subprocess.run([args.tpc_as, f"--mcpu={args.cpu}", "-o", template,
                    source], check=True)
    code = bytes.fromhex("".join(taken))
    data = 0
    for what, words in (("bundle", code),
                        ("changed bundle", change_bits(code, rng))):
        path, theirs = objdump(args.tpc_objdump, args.cpu, template, words,
                               directory)
        ours = text_lines(subprocess.run(
            [args.mc, f"--mcpu={args.cpu}", "--disassemble", path],
            capture_output=True, text=True, check=True).stdout)
        data = ours.count("data")
        compare(what, ours, theirs, report)
    return len(taken), data


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mc", required=True)
    parser.add_argument("--tpc-as", required=True)
    parser.add_argument("--tpc-objdump", required=True)
    parser.add_argument("--cpu", required=True)
    parser.add_argument("--records", required=True, help="JSON of TPC.td")
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    rng = random.Random(args.seed)
    generator = bundlegen.BundleGenerator(args.records, args.cpu, rng)
    report = []
    taken = data = 0
    with tempfile.TemporaryDirectory() as directory:
        for at in range(0, args.count, CHUNK):
            lines = [generator.bundle()
                     for _ in range(min(CHUNK, args.count - at))]
            chunk = check_lines(args, lines, rng, directory, report)
            taken += chunk[0]
            data += chunk[1]

    print(f"{args.cpu}: {args.count} lines, {taken} accepted, {data} changed "
          f"bundles are no code, {len(report)} differences")
    for text in report[:20]:
        print(text)
    # Lines that nobody accepts prove nothing.
    return 1 if report or taken * 3 < args.count else 0


if __name__ == "__main__":
    sys.exit(main())
