#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a function that calls it for each prototype of library.txt."""

import re
import sys

COUNT = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        match = re.match(r"(\w+) (\w+)\(([^)]*)\);", line)
        result, name, params = match.groups()
        names = ", ".join(p.split()[1] for p in params.split(", "))
        print(f"{result} test{COUNT}({params}) {{ return {name}({names}); }}")
        COUNT += 1
assert COUNT > 150, "the list is short"
