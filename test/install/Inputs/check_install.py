# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks an installed tree: size of what is ELF, headers one by one."""

import os
import subprocess
import sys

# Of what a driver test or an assembler demo needs; the compiler is extra.
LIMIT = 4 * 1024 * 1024
COMPILER = {"tpc-clang", "tpc-llc"}


def elf_bytes(prefix):
    total = 0
    for folder, _, names in os.walk(prefix):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.islink(path) or name in COMPILER:
                continue
            with open(path, "rb") as f:
                if f.read(4) == b"\x7fELF" and not name.endswith(".o"):
                    total += os.path.getsize(path)
    return total


def check_headers(include):
    folder = os.path.join(include, "tpc")
    names = sorted(os.listdir(folder))
    for name in names:
        subprocess.run(
            ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic",
             "-fsyntax-only", "-I", include, "-x", "c", "-"],
            input=f"#include <tpc/{name}>\n", text=True, check=True)
    return len(names)


def main():
    prefix = sys.argv[1]
    size = elf_bytes(prefix)
    if not 0 < size < LIMIT:
        sys.exit(f"{size} bytes of programs and libraries, limit {LIMIT}")
    print(f"{size} bytes of programs and libraries, below 4 MB")
    print(f"{check_headers(os.path.join(prefix, 'include'))} headers compile "
          "alone")


main()
