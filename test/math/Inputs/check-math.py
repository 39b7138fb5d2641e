#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a kernel that applies a function and measures its accuracy.

The kernel has one or two tensors of arguments and one of results, all of one
dimension. It runs in strict mode at each level; the results must be the same.
"""

import argparse
import os
import subprocess
import sys

LANES = {"f32": 64, "bf16": 128}


def run(*command):
    result = subprocess.run(command, check=False)
    if result.returncode:
        sys.exit(f"status {result.returncode}: {' '.join(command)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--ulp-tool", required=True)
    parser.add_argument("--objcopy", required=True)
    parser.add_argument("--tmp", required=True)
    parser.add_argument("--function", required=True, help="of the host")
    parser.add_argument("--ulp", required=True, help="largest error")
    parser.add_argument("--type", default="f32", choices=sorted(LANES))
    parser.add_argument("--count", type=int, default=1 << 16)
    parser.add_argument("--levels", default="0,2")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--stats", action="store_true")
    parser.add_argument("source")
    parser.add_argument("options", nargs="*", help="of tpc-clang, after --")
    args = parser.parse_args()
    # A nightly run asks for more.
    count = int(os.environ.get("OPENTPC_MATH_COUNT", args.count))

    names = ["x", "y"] if args.pairs else ["x"]
    inputs = [f"{args.tmp}.{name}.npy" for name in names]
    run(args.ulp_tool, "inputs", args.type, str(count), *inputs)
    headers = args.tmp + ".headers"
    with open(headers, "w", encoding="utf-8") as out:
        for name in names:
            out.write(f"@tensor {name} {args.type}[{count}] in\n")
        out.write(f"@tensor z {args.type}[{count}] out\n")
        out.write(f"@index_space {-(-count // LANES[args.type])}\n")
    first = None
    for level in args.levels.split(","):
        print(f"-O{level}:", flush=True)
        obj, results = f"{args.tmp}.O{level}.o", f"{args.tmp}.O{level}.npy"
        run(os.path.join(args.bin, "tpc-clang"), "-O" + level, "-c", "-o", obj,
            args.source, *args.options)
        run(args.objcopy, f"--add-section=.tpc_experiment={headers}", obj)
        tensors = [f"--tensor={n}={f}" for n, f in zip(names, inputs)]
        run(os.path.join(args.bin, "tpc-run"), "--strict", obj, *tensors,
            *(["--stats"] if args.stats else []), f"--save=z={results}")
        run(args.ulp_tool, "compare", args.function, args.type, args.ulp,
            *inputs, results)
        with open(results, "rb") as file:
            data = file.read()
        first = first or data
        if data != first:
            sys.exit("results differ from those of the first level")


if __name__ == "__main__":
    main()
