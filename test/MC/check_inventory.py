#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every form, data type and switch of the recorded inventory, in all pairings.

Not every pairing is legal. Both assemblers must take the same ones and give the
same bytes. Every form must be taken with some type, and without a switch or
with the one that the assembler says its operands need; every type and every
value of a switch must be taken with some form. What is taken must come back
from its canonical text.
"""

import argparse
import os
import re
import sys
import tempfile

import mctool

SLOTS = ["load", "scalar", "vector", "store"]
# Text of an operand class.
SAMPLES = {
    "VRF": "V4", "SRF": "S4", "SPRF": "SP5", "VPRF": "VP5", "IRF": "I6",
    "ADRF": "AD1", "ZRF": "Z2", "DRF": "D4", "ARF": "A8", "imm32": "0x1234",
    "imm8": "7", "i8imm": "1", "i32imm": "1", "DimMask": "b00110",
    "TnsrRegLd": "S27", "TnsrRegSt": "S28", "RMWReg": "S29",
    "HWRMWReg": "ST_RMW_REG", "OffsSizeRegLd": "S30", "OffsSizeRegSt": "S31",
    "HSRFPriorDoron1": "PC", "HVRFPriorDoron1": "ZP_REG", "brtarget": "64",
    "HSPRF": "S_CARRY", "HVPRF": "V_CARRY", "MRF": "M1",
    "HWDivStep": "DIV_STEP", "HWOffsSizeRegLd": "LD_PARTIAL_REG",
    "HWOffsSizeRegSt": "ST_PARTIAL_REG", "HWSqzCntr": "SQZ_CNTR1",
    "HWTnsrRegLd": "LD_TNSR_ID_REG", "HWTnsrRegSt": "ST_TNSR_ID_REG",
    "HWZPReg": "ZP_REG", "SPred": "SP3", "VPred": "VP3", "MEMrr": "S4, S6", "MEMri": "0x1234, S6",
}
# Switches of which no vector shows the bits.
UNPROVEN = {("mov.from_hw_reg", "x2"), ("mov.to_hw_reg", "x2")}
# These stand before the operands proper, without a comma.
LEADING = ("mask", "dimmask", "flavor", "dim", "step", "zp")


def operands_of(form):
    """dest:VRF op:SRF as text."""
    text, blank = "", True
    for i, part in enumerate(form.split()):
        name, cls = part.split(":")
        text += (" " if blank else ", ") + SAMPLES[cls]
        blank = i == 0 and name in LEADING
    return text


def read_inventory(path, cpu):
    """(form key, type or None, switch or None, line)"""
    for row in mctool.read_table(path):
        if row[0] != cpu or row[1] not in SLOTS:
            continue
        _, slot, mnemonic, _, types, forms, switches = row
        split = lambda text, sep: [] if text == "-" else text.split(sep)
        head = "nop; " * SLOTS.index(slot) + mnemonic
        for form in split(forms, "; ") or [""]:
            for kind in split(types, ",") or [None]:
                for switch in [None] + split(switches, ","):
                    yield ((slot, mnemonic, form), kind, switch,
                           head + ("." + kind if kind else "") +
                           (" " + switch if switch else "") +
                           operands_of(form))


def refused_forms(rows, words, errors):
    """Messages about forms that no line of the inventory writes."""
    taken = {(key, switch and switch.split("=")[0])
             for (key, _, switch, _), word in zip(rows, words) if word}
    forms = {}  # of those not taken: messages by the line without switches
    for i, (key, _, switch, line) in enumerate(rows):
        if switch is None and (key, None) not in taken:
            forms.setdefault(key, []).append((line, errors[i]))
    for key, lines in forms.items():
        needed = {found.group(1) for _, error in lines for found in
                  [re.search(r"need switch '(\w+)'", error)] if found}
        if not any((key, name) in taken for name in needed):
            yield f"{lines[0][0]}: refused: {lines[0][1]}"


def refused_suffixes(rows, words, errors):
    """Messages about types and switches that no form takes."""
    first = {}
    for i, ((slot, mnemonic, _), *suffixes, line) in enumerate(rows):
        for what, suffix in zip(("type", "switch"), suffixes):
            key = (slot, mnemonic, what, suffix)
            if words[i]:
                first[key] = None
            elif (mnemonic, suffix) not in UNPROVEN:
                first.setdefault(key, f"{line}: {what} {suffix} is refused "
                                      f"with all operands: {errors[i]}")
    return filter(None, first.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mc", required=True)
    parser.add_argument("--tpc-as", required=True)
    parser.add_argument("--cpu", required=True)
    parser.add_argument("--vectors", required=True)
    args = parser.parse_args()

    rows = list(read_inventory(os.path.join(args.vectors, "inventory.tsv"),
                               args.cpu))
    lines = [line for *_, line in rows]
    failures = []
    with tempfile.TemporaryDirectory() as directory:
        mc = mctool.mc_assembler(args.mc, args.cpu, directory)
        other = mctool.Assembler([args.tpc_as, f"--mcpu={args.cpu}"], directory)
        theirs, _ = mc.bundles(lines)
        ours, errors = other.bundles(lines)
        failures += [f"{line}: {a} and {b}"
                     for line, a, b in zip(lines, ours, theirs) if a != b]
        failures += refused_forms(rows, ours, errors)
        failures += refused_suffixes(rows, ours, errors)
        words = sorted({word for word in ours if word})
        again, _ = other.bundles(
            mctool.mc_disassemble(args.mc, args.cpu, words))
        failures += [f"{a} comes back as {b}"
                     for a, b in zip(words, again) if a != b]
    refused = sum(word is None for word in ours)
    print(f"{args.cpu}: {len(lines)} lines, {refused} refused, "
          f"{len(failures)} failures")
    for text in failures[:20]:
        print(text)
    return 1 if failures or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
