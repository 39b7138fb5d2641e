#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whole programs with labels: tpc-as gives the recorded code, and what
tpc-objdump prints of it assembles to the same code again.

Exit status 77 means that the recorded programs are not there.
"""

import argparse
import json
import os
import struct
import subprocess
import sys
import tempfile

SHOWN = 10


def section(path, wanted):
    """Contents of a section of a 64- or 32-bit little-endian ELF file."""
    with open(path, "rb") as file:
        data = file.read()
    wide = data[4] == 2
    off, = struct.unpack_from("<Q" if wide else "<I", data, 0x28 if wide
                              else 0x20)
    size, num, names = struct.unpack_from("<HHH", data, 0x3a if wide else 0x2e)

    def header(i):
        at = off + i * size
        if wide:
            name, _, _, _, start, length = struct.unpack_from("<IIQQQQ", data,
                                                              at)
        else:
            name, _, _, _, start, length = struct.unpack_from("<IIIIII", data,
                                                              at)
        return name, start, length

    strings = header(names)[1]
    for i in range(num):
        name, start, length = header(i)
        at = strings + name
        if data[at:data.index(b"\0", at)].decode() == wanted:
            return data[start:start + length]
    return None


def assemble(args, text, folder, name):
    """Code of a program, or the message of the assembler."""
    source = os.path.join(folder, name + ".s")
    output = os.path.join(folder, name + ".o")
    with open(source, "w", encoding="utf-8") as file:
        file.write(text + "\n")
    run = subprocess.run([getattr(args, "as"), source, "-o", output],
                         capture_output=True, text=True, check=False)
    if run.returncode:
        return None, run.stderr.strip()
    return section(output, ".text"), output


def check(args, program, folder):
    """None, or what is wrong with a program."""
    want = bytes.fromhex(program["hex"])
    code, output = assemble(args, program["asm"], folder, "text")
    if code is None:
        return output
    if code != want:
        return f"other code: {code.hex()}"
    code, message = assemble(args, program["dis"], folder, "dis")
    if code is None:
        return "recorded disassembly: " + message
    if code != want:
        return "recorded disassembly gives other code"
    run = subprocess.run([args.objdump, "-d", "--no-show-raw-insn",
                          "--no-leading-addr", output],
                         capture_output=True, text=True, check=False)
    if run.returncode:
        return "tpc-objdump: " + run.stderr.strip()
    code, message = assemble(args, run.stdout, folder, "again")
    if code is None:
        return "own disassembly: " + message
    if code != want:
        return "own disassembly gives other code:\n" + run.stdout
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--as", required=True)
    parser.add_argument("--objdump", required=True)
    parser.add_argument("programs")
    args = parser.parse_args()
    if not os.path.exists(args.programs):
        print(f"skipped: no {args.programs}")
        return 77
    failures = total = 0
    with tempfile.TemporaryDirectory() as folder, \
            open(args.programs, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#"):
                continue
            total += 1
            what = check(args, json.loads(line), folder)
            if not what:
                continue
            failures += 1
            if failures <= SHOWN:
                print(f"{args.programs}:{number}: {what}")
    print(f"{total} programs, {failures} failures")
    return 1 if failures or not total else 0


if __name__ == "__main__":
    sys.exit(main())
