#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles a kernel in TPC-C at each level, runs it, compares with the host.

Lines that begin with `//@` are the headers of an experiment
(docs/experiments.md) without the slashes. The kernel runs in the simulator's
strict mode, which stops at registers that are read too early and at forbidden
pairs of operations.
"""

import argparse
import os
import subprocess
import sys


def run(*command):
    result = subprocess.run(command, check=False)
    if result.returncode:
        sys.exit(f"status {result.returncode}: {' '.join(command)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--objcopy", required=True)
    parser.add_argument("--tmp", required=True)
    parser.add_argument("--levels", default="0,1,2,s")
    parser.add_argument("--run", action="append", default=[],
                        help="option of tpc-run")
    parser.add_argument("source")
    parser.add_argument("options", nargs="*", help="of tpc-clang, after --")
    args = parser.parse_args()

    headers = args.tmp + ".headers"
    with open(args.source, encoding="utf-8") as source, \
            open(headers, "w", encoding="utf-8") as out:
        for line in source:
            out.write(line[2:] if line.startswith("//@") else "\n")
    for level in args.levels.split(","):
        print(f"-O{level}:", flush=True)
        obj = f"{args.tmp}.O{level}.o"
        run(os.path.join(args.bin, "tpc-clang"), "-O" + level, "-c", "-o", obj,
            args.source, *args.options)
        run(args.objcopy, f"--add-section=.tpc_experiment={headers}", obj)
        run(os.path.join(args.bin, "tpc-run"), "--strict", obj, *args.run)


if __name__ == "__main__":
    main()
