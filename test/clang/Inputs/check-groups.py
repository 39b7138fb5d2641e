# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints switch groups that TPCIntrinsics.td names and TPCSwitches.td lacks."""

import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    known = set(re.findall(r'SwitchGroup<"(\w+)"', file.read()))
with open(sys.argv[2], encoding="utf-8") as file:
    used = set(re.findall(r': CSwitch<.*?"(\w+)"', file.read()))
print(f"{len(used)} groups used")
print(f"unknown: {sorted(used - known)}")
