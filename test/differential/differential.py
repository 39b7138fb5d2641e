#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles random programs at several levels and compares with the host.

    differential.py --build build --count 20000
    differential.py --build build --seed 4711 --count 1 --reduce

Programs with the numbers --seed, --seed + 1, ... are made (programs.py), a
batch of them into one kernel. tpc-clang compiles the kernel at each level, the
host's compiler compiles the same programs as C, and differential-run runs all
of them, the kernels on the simulated device in strict mode, and compares what
they wrote. A batch that cannot be compiled or run is tried program by program.
Failing programs are kept in --keep as source, with what went wrong.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

import programs

HERE = os.path.dirname(os.path.abspath(__file__))


# clang compiles unoptimised code five times as fast as gcc.
HOST_COMPILER = "clang-19" if shutil.which("clang-19") else "cc"


def run(command, timeout=300):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, -1, "does not end")


def attempt(build, levels, batch, work):
    """{} if all agree, else what is wrong: {index or None: text}."""
    names = {n: os.path.join(work, n) for n in
             ("host.c", "host.so", "kernel.c")}
    with open(names["kernel.c"], "w", encoding="utf-8") as f:
        f.write(programs.device_file(batch))
    with open(names["host.c"], "w", encoding="utf-8") as f:
        f.write(programs.host_file(batch))
    done = run([HOST_COMPILER, "-std=gnu11", "-O0", "-w", "-fwrapv", "-shared", "-fPIC",
                "-ffp-contract=off", f"-I{HERE}", names["host.c"], "-o",
                names["host.so"]])
    if done.returncode:
        sys.exit(f"the host's compiler failed:\n{done.stdout}")
    objects = []
    for level in levels:
        objects.append(os.path.join(work, f"kernel.{level}.o"))
        done = run([os.path.join(build, "bin", "tpc-clang"), "-march=gaudi",
                    "-w", f"-{level}", "-c", names["kernel.c"], "-o",
                    objects[-1]])
        if done.returncode:
            return {None: f"-{level}: status {done.returncode}\n"
                          f"{done.stdout[-2000:]}"}
    done = run([os.path.join(build, "test", "bin", "differential-run"),
                str(len(batch)), names["host.so"]] + objects)
    if done.returncode == 0:
        return {}
    wrong = {}
    for line in done.stdout.splitlines():
        if line.startswith("program "):
            wrong.setdefault(int(line.split()[1].rstrip(":")),
                             line.replace(work + os.sep, ""))
    if done.returncode != 1 or not wrong:
        return {None: done.stdout.replace(work + os.sep, "")[-2000:]}
    return wrong


def try_batch(build, levels, seeds, keep):
    """Failing seeds with texts."""
    batch = [programs.Program(s) for s in seeds]
    with tempfile.TemporaryDirectory() as work:
        wrong = attempt(build, levels, batch, work)
        if None not in wrong:
            found = {seeds[k]: text for k, text in wrong.items()}
        else:
            found = {}
            for seed, program in zip(seeds, batch):
                alone = attempt(build, levels, [program], work)
                if alone:
                    found[seed] = "\n".join(alone.values())
            if not found:
                found[seeds[0]] = ("only together, seeds "
                                   f"{seeds[0]} to {seeds[-1]}: {wrong[None]}")
    for seed, text in found.items():
        keep_failure(keep, programs.Program(seed), text)
    return found


def keep_failure(folder, program, text, suffix=""):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"{program.seed}{suffix}.c")
    with open(path, "w", encoding="utf-8") as f:
        f.write("".join(f"// {line}\n" for line in text.splitlines()))
        f.write(programs.device_file([program]))
    return path


def blocks(program):
    """All lists of statements, outer ones first."""
    todo, found = [program.body], []
    while todo:
        block = todo.pop(0)
        found.append(block)
        for s in block:
            todo += [b for b in (s.body, s.alternative) if b]
    return found


def reduce(build, levels, seed, keep):
    """Drops statements, and loops and branches around others, while the
    program keeps failing."""
    program = programs.Program(seed)
    with tempfile.TemporaryDirectory() as work:
        text = attempt(build, levels, [program], work)
        if not text:
            return f"seed {seed} does not fail alone"
        shorter = True
        while shorter:
            shorter = False
            for block in blocks(program):
                k = len(block)
                while k > 0:
                    k -= 1
                    old = block[:]
                    for new in ([], (old[k].body or []) +
                                (old[k].alternative or [])):
                        block[:] = old[:k] + new + old[k + 1:]
                        try:
                            now = attempt(build, levels, [program], work)
                        except SystemExit:  # an iterator without its loop
                            now = {}
                        if now:
                            text, shorter = now, True
                            break
                        block[:] = old
                    k = min(k, len(block))
    path = keep_failure(keep, program, "\n".join(text.values()), ".reduced")
    with open(path, encoding="utf-8") as f:
        return f.read()


def main():
    global HOST_COMPILER  # workers inherit it
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--levels", default="O0,O2")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--batch", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", default="differential-failures")
    parser.add_argument("--host-compiler", default=HOST_COMPILER)
    parser.add_argument("--without", default="",
                        help="parts of the language that programs do "
                        "without: division, product16")
    parser.add_argument("--known", default="",
                        help="seeds that fail today; all of them have to")
    parser.add_argument("--reduce", action="store_true")
    parser.add_argument("--print", action="store_true",
                        help="print the programs as TPC-C and stop")
    args = parser.parse_args()
    programs.WITHOUT.update(args.without.split(","))
    HOST_COMPILER = args.host_compiler
    levels = args.levels.split(",")
    seeds = list(range(args.seed, args.seed + args.count))
    if args.print:
        print(programs.device_file([programs.Program(s) for s in seeds]))
        return 0
    if args.reduce:
        for seed in seeds:
            print(reduce(args.build, levels, seed, args.keep))
        return 0
    batches = [seeds[k:k + args.batch]
               for k in range(0, len(seeds), args.batch)]
    known = {int(s) for s in args.known.split(",") if s}
    start, failed = time.monotonic(), set()
    with ProcessPoolExecutor(args.jobs) as pool:
        for future in [pool.submit(try_batch, args.build, levels, b, args.keep)
                       for b in batches]:
            for seed, text in future.result().items():
                failed.add(seed)
                mark = " (known)" if seed in known else ""
                print(f"seed {seed}{mark}: {text}", flush=True)
    took = time.monotonic() - start
    print(f"{len(seeds)} programs at {', '.join(levels)} and on the host: "
          f"{len(seeds) - len(failed)} agree, {len(failed)} fail; "
          f"{took:.0f} s, {len(seeds) / took:.0f} programs/s")
    for seed in sorted(known - failed):
        print(f"seed {seed} is said to fail and does not")
    return 0 if failed == known else 1


if __name__ == "__main__":
    sys.exit(main())
