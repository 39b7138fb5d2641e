#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The index of the search: every page is in it, and every address exists."""

import glob
import json
import os
import sys


def main():
    folder = sys.argv[1]
    with open(os.path.join(folder, "search-index.js"),
              encoding="utf-8") as file:
        text = file.read()
    prefix = "const searchIndex = "
    assert text.startswith(prefix) and text.endswith(";\n")
    entries = json.loads(text[len(prefix):-2])
    found = {e[2].split("#")[0] for e in entries}
    pages = {os.path.relpath(p, folder) for p in glob.glob(
        os.path.join(folder, "**", "*.html"), recursive=True)}
    failures = [f"{p} is not in the index" for p in pages - found]
    failures += [f"{p} does not exist" for p in found - pages]
    titles = {e[0] for e in entries}
    failures += [f"{m} is not found" for m in ("mac", "ld_tnsr", "loop")
                 if m not in titles]
    print("\n".join(failures))
    print(f"{len(entries)} entries, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
