# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cycles of the example kernels at -O1 and -O2, and how long they compile."""

import glob
import math
import os
import re
import resource
import subprocess

LEVELS = ("-O1", "-O2")
COMPILE_AIM = 0.15  # seconds of processor time


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(tools, source, level, work):
    """(cycles, seconds to compile, error)."""
    name = os.path.splitext(os.path.basename(source))[0]
    obj = os.path.join(work, name + level + ".o")
    command = [tools("tpc-clang"), "-march=gaudi", level, "-c", source, "-o",
               obj]
    best = float("inf")
    for _ in range(3):
        start = processor_time()
        done = subprocess.run(command, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True,
                              errors="replace", check=False)
        best = min(best, processor_time() - start)
        if done.returncode:
            return None, best, "does not compile"
    done = subprocess.run([tools("kernel-examples"), "--cycles", name, obj],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", check=False)
    found = re.search(r": (\d+) cycles", done.stdout)
    if done.returncode or not found:
        return None, best, "wrong result"
    return int(found[1]), best, None


def table(tools, work, source):
    """Prints one row a kernel. Returns names of those that failed."""
    print(f"{'kernel':20} {'-O1 cycles':>11} {'-O2 cycles':>11} "
          f"{'-O2/-O1':>8} {'-O2 compile':>12}")
    ratios, slowest, failed = [], (0, ""), []
    for path in sorted(glob.glob(os.path.join(source, "examples", "kernels",
                                              "*.c"))):
        name = os.path.splitext(os.path.basename(path))[0]
        (one, _, bad1), (two, seconds, bad2) = [
            measure(tools, path, level, work) for level in LEVELS]
        if bad1 or bad2:
            failed.append(name)
            print(f"{name:20} {bad1 or one:>11} {bad2 or two:>11}")
            continue
        ratios.append(two / one)
        slowest = max(slowest, (seconds, name))
        print(f"{name:20} {one:11} {two:11} {two / one:8.2f} "
              f"{seconds:10.3f} s", flush=True)
    if ratios:
        mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
        verdict = "aim met" if slowest[0] <= COMPILE_AIM else "AIM MISSED"
        print(f"{len(ratios)} kernels: geometric mean of -O2/-O1 {mean:.2f}; "
              f"longest compilation {slowest[0]:.3f} s, {slowest[1]} "
              f"({verdict})")
    return failed
