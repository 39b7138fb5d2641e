# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes kernels that call every intrinsic with each of its switches.

Usage: every-switch-kernel.py OUT COUNT INTRINSICS.JSON < intrinsics.txt
makes OUT0.c, OUT1.c, ... with COUNT calls each. The JSON is what llvm-tblgen
makes of TPCIntrinsics.td, the text the list of prototypes.
"""

import importlib
import json
import re
import sys

base = importlib.import_module("every-intrinsic-kernel")


def read_switches(path):
    """Names of switches by intrinsic."""
    with open(path, encoding="utf-8") as file:
        records = json.load(file)
    names = {}
    for key in records["!instanceof"]["TPCIntrinsic"]:
        rec = records[key]
        names[rec["Name"]] = [s["def"] for s in rec["Switches"]]
    return names


def main():
    out, count, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    switches = read_switches(path)
    calls = []
    for line in sys.stdin:
        result, name, text = re.match(r"(\w+) (\w+)\((.*?)\);  //",
                                      line).groups()
        params = [p.split("=")[0].rsplit(" ", 1) for p in text.split(", ")]
        calls += [(result, name, params, s) for s in switches.get(name, [])]
    for first in range(0, len(calls), count):
        kernel = base.Kernel()
        for result, name, params, switch in calls[first:first + count]:
            base.FIELDS["switches"] = base.FIELDS["options"] = switch
            kernel.call(result, name, params)
        with open(f"{out}{first // count}.c", "w", encoding="utf-8") as file:
            file.write(kernel.text())


if __name__ == "__main__":
    main()
