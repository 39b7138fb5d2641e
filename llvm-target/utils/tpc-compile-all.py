#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles every kernel of a folder at every level and prints a table.

Meant for kernels that exist elsewhere: a row a file, a column a level, with the
size of the code in bundles or the first error. A folder named "include" beside
a kernel's folder, or in it, is searched for its headers.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time

BUNDLE_BYTES = 32


def kernels(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
            continue
        for folder, _, names in sorted(os.walk(path)):
            for name in sorted(names):
                if name.endswith((".c", ".cpp")):
                    yield os.path.join(folder, name)


def text_size(obj):
    """Bytes of .text of an ELF32 file."""
    with open(obj, "rb") as file:
        data = file.read()
    def word(at, size):
        return int.from_bytes(data[at:at + size], "little")
    table, count, names = word(32, 4), word(48, 2), word(50, 2)
    strings = word(table + 40 * names + 16, 4)
    for n in range(count):
        header = table + 40 * n
        start = strings + word(header, 4)
        if data[start:data.index(b"\0", start)] == b".text":
            return word(header + 20, 4)
    raise ValueError(f"{obj}: no .text")


def compile_one(tool, source, level, options, obj):
    """(bundles, None, seconds) or (None, error, seconds)."""
    folder = os.path.dirname(os.path.abspath(source))
    includes = [f"-I{d}" for d in (os.path.join(folder, "include"),
                                   os.path.join(folder, "..", "include"))
                if os.path.isdir(d)]
    started = time.monotonic()
    done = subprocess.run(
        [tool, f"-O{level}", *options, *includes, "-c", source, "-o", obj],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        check=False)
    seconds = time.monotonic() - started
    if done.returncode == 0 and not done.stdout:
        return text_size(obj) // BUNDLE_BYTES, None, seconds
    lines = [l for l in done.stdout.splitlines() if "error" in l]
    lines += done.stdout.splitlines() + [f"status {done.returncode}"]
    return None, lines[0], seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default="build/bin/tpc-clang")
    parser.add_argument("--levels", default="0,1,2,s")
    parser.add_argument("--options", default="-Wall -Werror -march=gaudi")
    parser.add_argument("--out", help="keep the objects in this folder")
    parser.add_argument("paths", nargs="+", help="folders or kernels")
    args = parser.parse_args()
    levels = args.levels.split(",")
    errors, total, slowest = [], 0, (0, "")
    good = dict.fromkeys(levels, 0)
    print(f"{'kernel':44}" + "".join(f"{'-O' + l:>8}" for l in levels))
    with tempfile.TemporaryDirectory() as work:
        for source in kernels(args.paths):
            total += 1
            cells = []
            for level in levels:
                stem = os.path.splitext(os.path.basename(source))[0]
                obj = os.path.join(args.out or work, f"{stem}.O{level}.o")
                bundles, error, seconds = compile_one(
                    args.tool, source, level, args.options.split(), obj)
                slowest = max(slowest, (seconds, f"{source} -O{level}"))
                cells.append("error" if error else str(bundles))
                if error:
                    errors.append(f"-O{level}: {error}")
                else:
                    good[level] += 1
            print(f"{os.path.basename(source):44}"
                  + "".join(f"{c:>8}" for c in cells))
    print(f"{total} kernels; compiled: "
          + ", ".join(f"-O{l} {good[l]}" for l in levels)
          + f"; slowest {slowest[0]:.2f} s ({slowest[1]})")
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
