#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every prototype of a list stands on a page of the manual."""

import glob
import os
import sys

pages = ""
for name in glob.glob(os.path.join(sys.argv[1], "*.md")):
    with open(name, encoding="utf-8") as file:
        pages += file.read()
with open(sys.argv[2], encoding="utf-8") as file:
    prototypes = [line.split("  //")[0].strip() for line in file]
missing = [p for p in prototypes if p not in pages]
assert prototypes
sys.exit("\n".join(missing) or 0)
