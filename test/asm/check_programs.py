#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Assembles whole programs with labels, loops and jumps and compares bytes.

The programs are the lines of <cpu>.control.jsonl of the reference vectors:
"asm" is the text, "hex" the code, "dis" the text of a disassembler. Checked
for every program:

  1. asm assembles to hex;
  2. what tpc-objdump prints assembles to hex;
  3. what tpc-objdump prints is dis, but for lines that <cpu>.lossy.tsv lists
     (there the reference leaves something out);
  4. dis assembles to hex, unless it has such a line.

With --compress the programs are those of <cpu>.compressed.jsonl, and asm and
dis are assembled with compression; what tpc-objdump prints says itself which
bundles are compressed. The asm of some of them has bundles with two different
immediates, of which the reference drops one without a word: that has to be
refused, and dis, which has only the other one, takes its place in step 1.

Programs with a mnemonic of --uncovered FILE must fail in step 1 with a message
that names such a mnemonic; a mnemonic that no failing program needs any more
has to leave the file.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile


def read_jsonl(path):
    with open(path, encoding="ascii") as f:
        return [json.loads(line) for line in f if not line.startswith("#")]


def canonical(line):
    return re.sub(r"\s+", " ", line).strip()


def read_lossy(path):
    """Canonical texts that do not say everything."""
    texts = set()
    if not os.path.exists(path):
        return texts
    with open(path, encoding="ascii") as f:
        for line in f:
            if not line.startswith("#"):
                texts.add(canonical(line.rstrip("\n").split("\t")[2]))
    return texts


def read_words(path):
    words = []
    with open(path, encoding="ascii") as f:
        for line in f:
            words += line.split("#")[0].split()
    return words


def mnemonics(asm):
    """Mnemonics of a program, in lower case, without type suffixes."""
    found = set()
    for line in asm.splitlines():
        line = re.sub(r"^\s*[A-Za-z_.$][\w.$]*\s*:", "", line)
        for slot in line.split(";"):
            word = re.match(r"\s*([A-Za-z_0-9]+)", slot)
            if word:
                found.add(word.group(1).lower())
    return found


class Tools:
    def __init__(self, args, directory):
        self.tpc_as = args.tpc_as
        self.objdump = args.tpc_objdump
        self.mcpu = "--mcpu=" + args.cpu
        self.object = os.path.join(directory, "program.o")

    def assemble(self, text, compress):
        """Returns the messages, None if there are none."""
        run = subprocess.run(
            [self.tpc_as, self.mcpu] + ["--compress"] * compress
            + ["-o", self.object, "-"],
            input=text.encode(), capture_output=True, check=False)
        if run.returncode == 0:
            return None
        return run.stderr.decode() or "exit status %d" % run.returncode

    def disassemble(self):
        return subprocess.run(
            [self.objdump, "--triple", "tpc", self.mcpu, "-d", "-j", ".text",
             "--no-show-raw-insn", "--no-leading-addr", self.object],
            capture_output=True, check=True).stdout.decode()

    def code(self):
        dump = subprocess.run(
            [self.objdump, "-s", "-j", ".text", self.object],
            capture_output=True, check=True).stdout.decode()
        rows = re.findall(r"^ [0-9a-f]{4,} ((?:[0-9a-f]+ )+)", dump, re.M)
        return "".join(rows).replace(" ", "")


def code_lines(text):
    """Lines of a disassembly without comments and directives."""
    lines = []
    for line in text.splitlines():
        line = canonical(line.split("//")[0])
        if line and not re.match(r"\.(text|globl|pair)\b", line):
            lines.append(line)
    return lines


def differing(ours, theirs, lossy):
    """First line that differs without being known as lossy, or None."""
    if len(ours) != len(theirs):
        return "%d lines instead of %d" % (len(ours), len(theirs))
    for a, b in zip(ours, theirs):
        if a != b and b not in lossy:
            return "'%s' instead of '%s'" % (a, b)
    return None


def check_bytes(tools, text, want, step, compress=False):
    messages = tools.assemble(text, compress)
    if messages is not None:
        return "%s: not assembled:\n%s" % (step, messages)
    got = tools.code()
    if got == want:
        return None
    for i in range(0, max(len(got), len(want)), 64):
        if got[i:i + 64] != want[i:i + 64]:
            return "%s: byte 0x%x:\n  got  %s\n  want %s" % (
                step, i // 2, got[i:i + 64], want[i:i + 64])
    return None


def check_program(tools, program, lossy, compress):
    """Returns what is wrong, or None."""
    wrong = check_bytes(tools, program["asm"], program["hex"], "asm", compress)
    if wrong and compress and "need different values in the imm" in wrong:
        wrong = check_bytes(tools, program["dis"], program["hex"],
                            "reference disassembly", compress)
    if wrong:
        return wrong
    text = tools.disassemble()
    wrong = check_bytes(tools, text, program["hex"], "own disassembly")
    if wrong:
        return wrong + "\n" + text
    dis = code_lines(program["dis"])
    wrong = differing(code_lines(text), dis, lossy)
    if wrong:
        return "disassembly: " + wrong
    if any(line in lossy for line in dis):
        return None
    return check_bytes(tools, program["dis"], program["hex"],
                       "reference disassembly", compress)


def check_uncovered(tools, program, names):
    messages = tools.assemble(program["asm"], False)
    if messages is None:
        return "assembles, though it has: " + " ".join(sorted(names))
    if not any("'%s'" % name in messages.lower() for name in names):
        return "fails for another reason than %s:\n%s" % (
            " ".join(sorted(names)), messages)
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cpu", default="gaudi")
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--tpc-as", required=True)
    parser.add_argument("--tpc-objdump", required=True)
    parser.add_argument("--compress", action="store_true",
                        help="the programs of <cpu>.compressed.jsonl")
    parser.add_argument("--uncovered", help="mnemonics still missing")
    args = parser.parse_args()

    base = os.path.join(args.vectors, args.cpu)
    kind = "compressed" if args.compress else "control"
    programs = read_jsonl(f"{base}.{kind}.jsonl")
    lossy = read_lossy(base + ".lossy.tsv")
    uncovered = set(read_words(args.uncovered)) if args.uncovered else set()
    failed = 0
    needed = set()
    skipped = 0
    with tempfile.TemporaryDirectory() as directory:
        tools = Tools(args, directory)
        for number, program in enumerate(programs, 1):
            names = mnemonics(program["asm"]) & uncovered
            needed |= names
            if names:
                skipped += 1
                wrong = check_uncovered(tools, program, names)
            else:
                wrong = check_program(tools, program, lossy, args.compress)
            if wrong:
                failed += 1
                print("program %d: %s" % (number, wrong))
    for name in sorted(uncovered - needed):
        failed += 1
        print("no program needs '%s': take it out of %s" %
              (name, args.uncovered))
    print("%s: %d programs, %d match, %d wait for: %s" % (
        args.cpu, len(programs), len(programs) - skipped - failed, skipped,
        " ".join(sorted(needed)) or "nothing"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
