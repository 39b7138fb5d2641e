#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a kernel on the host and, compiled at each level, on the simulator.

The kernel reads and writes with the macros of both.h; what it wrote has to be
equal. The simulator is in strict mode.
"""

import argparse
import os
import subprocess
import sys

HEADERS = """@arg n i32 = 5
@tensor in i32[1024] in = each(i) (i * 7919) % 1000 - 500
@tensor out i32[1024] out
@tensor want i32[1024] in = values({want})
@index_space 1
@expect out[i] = want[i]
"""


def run(*command):
    result = subprocess.run(command, check=False, stdout=subprocess.PIPE,
                            text=True)
    if result.returncode:
        sys.exit(f"status {result.returncode}: {' '.join(command)}\n"
                 f"{result.stdout}")
    return result.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--llvm-tools", required=True)
    parser.add_argument("--tmp", required=True)
    parser.add_argument("source")
    args = parser.parse_args()

    here = os.path.dirname(os.path.abspath(__file__))
    host = args.tmp + ".host"
    run(os.path.join(args.llvm_tools, "clang"), "-O1", "-w", "-fwrapv",
        "-fsigned-char", "-ffp-contract=off", "-I", here, args.source, "-lm",
        "-o", host)
    headers = args.tmp + ".headers"
    with open(headers, "w", encoding="utf-8") as out:
        out.write(HEADERS.format(want=", ".join(run(host).split())))
    for level in "0", "1", "2", "s":
        obj = f"{args.tmp}.O{level}.o"
        run(os.path.join(args.bin, "tpc-clang"), "-O" + level, "-Wall",
            "-Werror", "-c", "-I", here, args.source, "-o", obj)
        run(os.path.join(args.llvm_tools, "llvm-objcopy"),
            f"--add-section=.tpc_experiment={headers}", obj)
        print(f"-O{level}:")
        print(run(os.path.join(args.bin, "tpc-run"), "--strict", obj), end="")


if __name__ == "__main__":
    main()
