# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a TPC-C file with one function for each prototype of a list."""

import re
import sys

# Parameters that are fields of the instruction: constants.
FIELDS = {"switches", "options", "lane", "flavor", "src_dg", "dest_dg", "sdg0",
          "sdg1", "sdg2", "sdg3"}

print("#include <stdint.h>")
for number, line in enumerate(sys.stdin):
    result, name, text = re.match(r"(\w+) (\w+)\((.*?)\);  //", line).groups()
    params = []
    if text != "void":
        params = [p.split("=")[0].rsplit(" ", 1) for p in text.split(", ")]
    declared = [f"{t} {n}" for t, n in params if n not in FIELDS]
    given = ["0" if n in FIELDS else n for _, n in params]
    print(f"{result} test{number}({', '.join(declared) or 'void'}) {{ "
          f"{'' if result == 'void' else 'return '}{name}"
          f"({', '.join(given)}); }}")
