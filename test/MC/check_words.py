#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random 256-bit words through both disassemblers.

Each word must become either an instruction that assembles to the same word, or
a data directive with a comment that says why it is no code; tpc-objdump and
tpc-llvm-mc must agree on which. For each word of random bits there is a half of
one that is likelier to be code: without the bits that no bundle uses, or a
legal bundle, or pair of compressed ones, with some bits flipped.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import bundlegen
import mctool
from check_same import compare, patch_text, text_lines

CHUNK = 32768
SEEDS = 2000


def legal_bundles(args, rng, directory):
    """Bytes of some bundles that assemble."""
    generator = bundlegen.BundleGenerator(args.records, args.cpu, rng)
    tool = mctool.Assembler([args.tpc_as, f"--mcpu={args.cpu}"], directory)
    texts = [generator.text() for _ in range(SEEDS)]
    found, _ = tool.bundles(texts)
    return [(int.from_bytes(bytes.fromhex(b), "little"), len(t.split("\n")) > 1)
            for t, b in zip(texts, found) if b]


def make_word(rng, index, legal, used_bits):
    kind = index % 6
    if kind == 1:
        return rng.getrandbits(256) & used_bits
    if kind == 4:
        word, is_pair = rng.choice(legal)
        for _ in range(rng.randrange(1, 5)):
            word ^= 1 << rng.randrange(256)
        if is_pair:
            return word
        return word & used_bits if rng.random() < 0.9 else word
    return rng.getrandbits(256)


def used_bits(records, cpu):
    """Bits of a bundle that are in some field."""
    gen = next(records[n] for n in records["!instanceof"]["Generation"]
               if records[n]["Name"] == cpu)
    layout = records[gen["Layout"]["def"]]
    unused = 0
    for ref in layout["Unused"]:
        bits = records[ref["def"]]
        unused |= ((1 << bits["Width"]) - 1) << bits["Lo"]
    return ((1 << 256) - 1) & ~unused


def check_reasons(text):
    """Data directives without a comment."""
    for line in text.splitlines():
        directive = re.search(r"\.(long|byte)\b", line)
        if directive and not re.search(r"// ?\S", line[directive.end():]):
            yield line


def run(command, report):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        report.append(f"{command[0]}: exit status {done.returncode}: "
                      f"{done.stderr[:500]}")
        return None
    return done.stdout


def check_back(args, text, code, directory, report):
    """The text of tpc-objdump assembles to the words it was made of."""
    source = os.path.join(directory, "again.s")
    output = os.path.join(directory, "again.o")
    with open(source, "w", encoding="utf-8") as f:
        f.write(text)
    if run([args.tpc_as, f"--mcpu={args.cpu}", "-o", output, source],
           report) is None:
        return
    got = mctool.text_section(output)
    for i in range(0, max(len(got), len(code)), mctool.BUNDLE):
        if got[i:i + mctool.BUNDLE] != code[i:i + mctool.BUNDLE]:
            report.append(f"{code[i:i + mctool.BUNDLE].hex()} comes back as "
                          f"{got[i:i + mctool.BUNDLE].hex()}")
            return


def check_chunk(args, words, directory):
    report = []
    code = b"".join(w.to_bytes(mctool.BUNDLE, "little") for w in words)
    template = os.path.join(directory, "template.o")
    source = os.path.join(directory, "nops.s")
    with open(source, "w", encoding="utf-8") as f:
        f.write("nop\n" * len(words))
    subprocess.run([args.tpc_as, f"--mcpu={args.cpu}", "-o", template, source],
                   check=True)
    path = patch_text(template, code, directory)
    theirs = run([args.tpc_objdump, f"--mcpu={args.cpu}", "-d", "-j", ".text",
                  "--no-show-raw-insn", "--no-leading-addr", path], report)
    ours = run([args.mc, f"--mcpu={args.cpu}", "--disassemble", path], report)
    if theirs is None or ours is None:
        return report
    for text in (theirs, ours):
        report += [f"no reason: {line}" for line in check_reasons(text)]
    check_back(args, theirs, code, directory, report)
    compare("word", text_lines(ours), text_lines(theirs), report)
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mc", required=True)
    parser.add_argument("--tpc-as", required=True)
    parser.add_argument("--tpc-objdump", required=True)
    parser.add_argument("--cpu", required=True)
    parser.add_argument("--records", required=True, help="JSON of TPC.td")
    parser.add_argument("--count", type=int, default=1 << 20,
                        help="words of random bits")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    rng = random.Random(args.seed)
    total = args.count * 3 // 2
    failures = []
    with tempfile.TemporaryDirectory() as directory:
        legal = legal_bundles(args, rng, directory)
        with open(args.records, encoding="utf-8") as f:
            used = used_bits(json.load(f), args.cpu)
        for at in range(0, total, CHUNK):
            words = [make_word(rng, i, legal, used)
                     for i in range(at, min(at + CHUNK, total))]
            failures += check_chunk(args, words, directory)
    print(f"{args.cpu}: {total} words, {len(failures)} failures")
    for text in failures[:20]:
        print(text)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
