#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles a kernel in LLVM IR, runs it and compares with the host.

Lines that begin with `;@` are the headers of an experiment (docs/experiments.md)
without the semicolon. The kernel runs in the simulator's strict mode, which
stops at registers that are read too early and at forbidden pairs of operations.

Every optimization level must give the same numbers. The object and the assembly
text that tpc-llc writes must hold the same code.
"""

import argparse
import os
import subprocess
import sys


def run(*command):
    result = subprocess.run(command, check=False)
    if result.returncode:
        sys.exit(f"status {result.returncode}: {' '.join(command)}")


def code_of(objcopy, obj, out):
    run(objcopy, "-O", "binary", "-j", ".text", obj, out)
    with open(out, "rb") as f:
        return f.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--objcopy", required=True)
    parser.add_argument("--tmp", required=True)
    parser.add_argument("--levels", default="0,1,2,s",
                        help="optimization levels (default: %(default)s)")
    parser.add_argument("ll")
    parser.add_argument("options", nargs="*", help="of tpc-run")
    args = parser.parse_args()

    def tool(name):
        return os.path.join(args.bin, name)

    headers = args.tmp + ".headers"
    with open(args.ll, encoding="utf-8") as source, \
            open(headers, "w", encoding="utf-8") as out:
        for line in source:
            out.write(line[1:] if line.startswith(";@") else "\n")
    obj, text, again = (args.tmp + s for s in (".o", ".s", ".as.o"))
    for level in args.levels.split(","):
        level = "-O" + level
        run(tool("tpc-llc"), level, "-verify", "-verify-machineinstrs",
            "-filetype=obj", "-o", obj, args.ll)
        run(tool("tpc-llc"), level, "-o", text, args.ll)
        run(tool("tpc-as"), "-o", again, text)
        if code_of(args.objcopy, obj, args.tmp + ".bin") != \
                code_of(args.objcopy, again, args.tmp + ".as.bin"):
            sys.exit(f"object and assembly text differ at {level}")
        run(args.objcopy, f"--add-section=.tpc_experiment={headers}", obj)
        print(f"--- {level}", flush=True)
        run(tool("tpc-run"), "--strict", obj, *args.options)


if __name__ == "__main__":
    main()
