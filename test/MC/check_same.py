#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Holds tpc-as and tpc-llvm-mc to the same answers on random bundles.

Two assemblers are made from the same records by different ways. Random text
made from the records: both must refuse or accept a line, and the bytes must be
the same. Random changes of the bytes: both disassemblers must take a bundle
for code or for data, and print the same text. Random programs of the bundles
with labels, jumps, loops, data and alignments, compressed where the processor
can: the same bytes, the same text, and that text assembles to the bytes.
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
# Statements of a program.
PROGRAM = 400


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
    """Lines that are accepted, and how many changed ones are data."""
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
    return [line for line, word in zip(lines, mc_bytes) if word], data


def program(lines, rng):
    """A program of some lines with labels at half of its statements."""
    text = []
    ends = set()
    for at in range(PROGRAM):
        if at in ends:
            text.append(f"E{at}:")
        if at % 2 == 0:
            text.append(f"L{at}:")
        other = 2 * rng.randrange(PROGRAM // 2)
        kind = rng.random()
        if kind < 0.05 and at < PROGRAM - 20:
            end = at + rng.randrange(1, 20)
            ends.add(end)
            text.append(f"loop S1, 5, S2, <, E{end}")
        elif kind < 0.1:
            text.append(f"nop; jmpr L{other}")
        elif kind < 0.12:
            text.append(f".p2align {rng.randrange(3, 9)}")
        elif kind < 0.13:
            text.append(f".long L{other} - L0, 2, 3, 4, 5, 6, 7, 8")
        elif kind < 0.14:
            text.append(f".set N{at}, {at}")
        else:
            text.append(rng.choice(lines))
    return "\n".join(text) + "\n"


def check_program(args, lines, compress, rng, directory):
    """What the tools make different of a random program, or None."""
    mc = mctool.mc_assembler(args.mc, args.cpu, directory)
    other = mctool.Assembler([args.tpc_as, f"--mcpu={args.cpu}"], directory)
    text = program(lines, rng)
    for tool in (mc, other):
        tool.command += compress
    code, messages = mc.run(text)
    if code is None:
        return f"tpc-llvm-mc: {messages}\n{text}"
    theirs_code, messages = other.run(text, keep=True)
    if theirs_code != code:
        return f"other bytes of: {text}{messages}"
    ours = subprocess.run(
        [args.mc, f"--mcpu={args.cpu}", "--disassemble", other.output],
        capture_output=True, text=True, check=True).stdout
    theirs = subprocess.run(
        [args.tpc_objdump, f"--mcpu={args.cpu}", "-d", "-j", ".text",
         "--no-show-raw-insn", "--no-leading-addr", other.output],
        capture_output=True, text=True, check=True).stdout
    report = []
    compare("line of a program", text_lines(ours), text_lines(theirs), report)
    if report:
        return report[0] + "\n" + text
    for tool, words in ((mc, ours), (other, theirs)):
        tool.command = [o for o in tool.command if o not in compress]
        if tool.run(words)[0] != code:
            return f"{tool.command[0]}: other bytes of the text of: {text}"
    return None


def check_programs(args, lines, compress, rng, directory, report):
    """Compares programs that have each line about once."""
    for _ in range(0, len(lines), PROGRAM):
        wrong = check_program(args, lines, compress, rng, directory)
        if wrong:
            report.append(wrong)


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
            lines = [generator.text()
                     for _ in range(min(CHUNK, args.count - at))]
            good, bad = check_lines(args, lines, rng, directory, report)
            check_programs(args, good, ["--compress"] * bool(generator.halves),
                           rng, directory, report)
            taken += len(good)
            data += bad

    print(f"{args.cpu}: {args.count} lines, {taken} accepted, {data} changed "
          f"bundles are no code, {len(report)} differences")
    for text in report[:20]:
        print(text)
    # Lines that nobody accepts prove nothing.
    return 1 if report or taken * 3 < args.count else 0


if __name__ == "__main__":
    sys.exit(main())
