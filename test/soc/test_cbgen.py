#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""cbgen.py refuses records that contradict each other, and says which."""
import os
import subprocess
import sys
import tempfile

TBLGEN, ROOT = sys.argv[1:3]
QUEUES = os.path.join(ROOT, "assembler", "queues")

BASE = """
include "Queues.td"
def X : Chip<"x">;
def : PacketOpcode<1, 28, 24>;
def : AddressRange<"CFG", 0x1000, 0x10000, "", "">;
"""
WINDOW = "def : RegisterWindow<0, 0x100, 0x100, 0x100>;\n"
PACKET = ('def : Packet<"{0}", {1}, 2, [{2}], PacketAllowed, "", "">;\n')
GOOD = PACKET.format("A", 1, 'PacketField<"f", 0, 7, 0>')
BLOCK = """
def B : RegisterBlock<"B", 0x100, [{0}], "">;
def : BlockInstances<"B", B, "B%", 0, {1}, {2}>;
def : Queue<"Q", 0, 4, QueueInternal, 16>;
def : InterruptCause<"E", 0, "c", "", "">;
def : Constant<"C", 1, "", "">;
def S : RegisterSet<"S", 4, [Register<"R", 0>], "">;
"""
REG = 'Register<"R1", 0>, Register<"R2", 4>'

CASES = [
    ("an operand is no field",
     "let Operands = [\"g\"] in " + GOOD + BLOCK.format(REG, 1, 256),
     "no field g"),
    ("the parts of the register window overlap",
     GOOD + BLOCK.format(REG, 1, 256) +
     "def W : RegisterWindow<0, 0x101, 0x100, 0x100>;",
     "window qman overlaps engine"),
    ("a message base is a register of no block",
     GOOD + BLOCK.format(REG, 1, 256) + 'def M : MessageBase<0, "C.R">;',
     "no block has the register C.R"),
    ("fields of a packet overlap",
     PACKET.format("A", 1, 'PacketField<"f", 0, 7, 0>, '
                   'PacketField<"g", 0, 9, 7>') + BLOCK.format(REG, 1, 256),
     "field A.g overlaps A.f"),
    ("a field covers the opcode",
     PACKET.format("A", 1, 'PacketField<"f", 1, 24, 23>') +
     BLOCK.format(REG, 1, 256), "overlaps"),
    ("a field is outside of the packet",
     PACKET.format("A", 1, 'PacketField<"f", 1, 32, 0>') +
     BLOCK.format(REG, 1, 256), "field f is not inside of A"),
    ("an opcode is used twice",
     GOOD + PACKET.format("B", 1, "") + BLOCK.format(REG, 1, 256),
     "opcode 0x1 of B is also that of A"),
    ("an opcode is too large",
     PACKET.format("A", 32, "") + BLOCK.format(REG, 1, 256),
     "opcode 0x20 does not fit"),
    ("a field chooses registers that are not there",
     GOOD + BLOCK.format('RegArray<"A_%", 0, 8>, Register<"M", 64, ['
                         'GroupField<"G", 7, 0, "B_%", 8, "">]>', 1, 256),
     "M.G chooses from B_%"),
    ("a mask has not the bits of its group",
     GOOD + BLOCK.format('RegArray<"A_%", 0, 8>, Register<"M", 64, ['
                         'GroupField<"G", 7, 0, "A_%", 8, "">, '
                         'MaskField<"N", 14, 8, "A_%", "">]>', 1, 256),
     "M.N has not a bit for each member"),
    ("registers overlap",
     GOOD + BLOCK.format('RegArray<"R1_%", 0, 3>, Register<"R2", 8>', 1, 256),
     "register R2 overlaps R1_2"),
    ("a register is outside of its block",
     GOOD + BLOCK.format('Register<"R1", 0x100>', 1, 256),
     "is outside of its block"),
    ("a register is not aligned",
     GOOD + BLOCK.format('Register<"R1", 2>', 1, 256), "not a multiple of 4"),
    ("register fields overlap",
     GOOD + BLOCK.format(
         'Register<"R1", 0, [Field<"A", 3, 0>, Field<"B", 4, 3>]>', 1, 256),
     "field R1.B overlaps R1.A"),
    ("blocks overlap", GOOD + BLOCK.format(REG, 2, 128),
     "block B 1 overlaps B 0"),
    ("a block is outside of CFG", GOOD + BLOCK.format(REG, 2, 0x10000),
     "outside of CFG"),
    ("an array has no index in its name",
     GOOD + BLOCK.format('RegArray<"R1", 0, 3>', 1, 256), "dimensions"),
    ("queue numbers overlap", GOOD + BLOCK.format(REG, 1, 256) +
     'def : Queue<"P", 3, 1, QueueInternal, 16>;',
     "queue P overlaps Q"),
    ("a queue names an unknown block", GOOD + BLOCK.format(REG, 1, 256) +
     'def : Queue<"P", 8, 1, QueueInternal, 16> { let Qman = "Z_QM"; }',
     "no block is called Z_QM"),
    ("address ranges overlap", GOOD + BLOCK.format(REG, 1, 256) +
     'def : AddressRange<"Y", 0, 0x1001, "", "">;', "overlaps"),
]


def generate(directory, text):
    td = os.path.join(directory, "x.td")
    js = os.path.join(directory, "x.json")
    header = os.path.join(directory, "x.h")
    tables = os.path.join(directory, "x.c")
    with open(td, "w", encoding="utf-8") as f:
        f.write(text)
    subprocess.run([TBLGEN, "--dump-json", "-I", QUEUES, td, "-o", js],
                   check=True)
    result = subprocess.run(
        [sys.executable, os.path.join(ROOT, "assembler/gen/cbgen.py"), js,
         "--source", "x.td", "--header", header, "--tables", tables],
        capture_output=True, text=True, check=False)
    return result, os.path.exists(header) or os.path.exists(tables)


def main():
    failures = 0
    for name, text, expected in CASES:
        with tempfile.TemporaryDirectory() as directory:
            window = "" if "RegisterWindow" in text else WINDOW
            result, output = generate(directory, BASE + window + text)
        good = (result.returncode == 1 and expected in result.stderr and
                "x.td:" in result.stderr and not output)
        print(f"{'ok' if good else 'FAILED'}: {name}")
        if not good:
            print(f"  wanted: {expected}\n  got: {result.stderr}")
            failures += 1
    with tempfile.TemporaryDirectory() as directory:
        result, output = generate(
            directory, BASE + WINDOW + GOOD + BLOCK.format(REG, 1, 256))
    if result.returncode or not output:
        print("FAILED: records without contradiction\n" + result.stderr)
        failures += 1
    return failures != 0


if __name__ == "__main__":
    sys.exit(main())
