#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Innermost loops of public kernels against those of the existing compiler.

Compiles the kernels of a checkout of HabanaAI/Habana_Custom_Kernel at -O2 and
counts the bundles of their innermost loops. The table to compare with has, for
every loop, its bundles and the operations that are its work: tensor loads,
tensor stores, VPU operations. A loop of ours that does K times that work in an
iteration counts with its bundles divided by K.

The exit status is 1 if a loop is above its limit or the mean is.
"""

import argparse
import collections
import math
import os
import re
import subprocess
import sys

MEAN_LIMIT = 0.80
EACH_LIMIT = 1.05
COMPILE_SECONDS = 30
# Copies that the pipeliner makes in a body (TPCPipeliner.cpp).
MAX_COPIES = 16

Loop = collections.namedtuple("Loop", "bundles loads stores vpu slots start")


def slots_of(line):
    """Mnemonics of the slots that do something, by slot."""
    parts = [part.split() for part in line.split(";")]
    return {slot: part[0].lower() for slot, part in enumerate(parts)
            if part and part[0].lower() not in ("nop", "halt")}


def count(body, start):
    loads = stores = 0
    slots = [0] * 4
    for line in body:
        for slot, name in slots_of(line).items():
            slots[slot] += 1
            loads += name.startswith("ld_tnsr")
            stores += name.startswith("st_tnsr")
    return Loop(len(body), loads, stores, slots[2], tuple(slots), start)


def innermost(text):
    """The bodies of hardware loops and of loops of one block with a jump back
    that have no other loop in them."""
    bundles, labels = [], {}
    for line in text.splitlines():
        line = re.sub(r"//.*", "", line).strip()
        label = re.fullmatch(r"([.\w$]+):", line)
        if label:
            labels[label.group(1)] = len(bundles)
        elif line and not line.startswith("."):
            bundles.append(line)
    spans = []
    for at, line in enumerate(bundles):
        target = next((word for word in re.findall(r"[.\w$]+", line)
                       if word in labels), None)
        if target is None:
            continue
        if re.match(r"loop\b", line, re.I):
            spans.append((at + 2, labels[target]))
        elif "jmpr" in line.lower() and labels[target] <= at:
            spans.append((labels[target], at + 1))
    inner = [s for s in sorted(spans)
             if not any(s != t and s[0] <= t[0] and t[1] <= s[1]
                        for t in spans)]
    return [count(bundles[a:b], a) for a, b in inner]


def hot(loops):
    """A pipelined loop stands behind the same loop for few iterations; it may
    have more copies, and copies in another slot."""
    result = []
    for loop in loops:
        before = result[-1] if result else None
        if before and (before.loads, before.stores) == \
                (loop.loads, loop.stores) and loop.bundles <= before.bundles \
                and abs(before.vpu - loop.vpu) <= MAX_COPIES:
            result[-1] = loop
        else:
            result.append(loop)
    return result


def work_ratio(loop, theirs):
    """How many of their iterations one of ours is; nothing if the work is
    another."""
    pairs = [(loop.loads, theirs["loads"]), (loop.stores, theirs["stores"])]
    ratios = {a / b for a, b in pairs if b}
    if any(a and not b for a, b in pairs) or len(ratios) > 1:
        return None
    if ratios:
        return ratios.pop() or None
    return loop.vpu / theirs["vpu"] if theirs["vpu"] else 1.0


def choose(loops, theirs, used):
    """The loop with the same work whose VPU part is most alike; of those the one
    that does most of it in an iteration, as rests of unrolled loops do less."""
    best = None
    for index, loop in enumerate(loops):
        ratio = work_ratio(loop, theirs)
        if ratio is None or index in used:
            continue
        want = theirs["vpu"] * ratio
        distance = abs(math.log((loop.vpu + 1) / (want + 1)))
        if best is None or distance < best[0] - 0.05 or \
                (distance < best[0] + 0.05 and ratio > best[2]):
            best = (distance, index, ratio)
    return best


def read_table(path):
    rows = []
    with open(path, encoding="utf-8") as table:
        for line in table:
            if line.startswith("#"):
                continue
            cpu, kernel, loop, *figures = line.rstrip("\n").split("\t")
            names = ("bundles", "loads", "stores", "vpu", "bound")
            rows.append(dict(zip(names, map(int, figures)), cpu=cpu,
                             kernel=kernel, loop=int(loop)))
    return rows


def compile_kernel(tool, kernels, row, level):
    source = os.path.join(kernels, row["cpu"], row["kernel"] + ".c")
    include = os.path.join(kernels, "include")
    command = [tool, f"-march={row['cpu']}", level, "-I", include, "-S", "-o",
               "-", source]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, check=False,
                              timeout=COMPILE_SECONDS)
    except subprocess.TimeoutExpired:
        return None, f"the compiler runs for {COMPILE_SECONDS} s"
    if done.returncode:
        first = [line for line in done.stderr.splitlines() if "error" in line]
        return None, (first or ["does not compile"])[0]
    return done.stdout, None


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    source = os.path.dirname(os.path.dirname(here))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--kernels", required=True,
                        help="checkout of HabanaAI/Habana_Custom_Kernel")
    parser.add_argument("--table", default=os.path.join(
        source, "..", "shared", "facts", "existing-compiler-loops.tsv"))
    parser.add_argument("--level", default="-O2")
    parser.add_argument("--all", action="store_true",
                        help="print every innermost loop of ours, too")
    args = parser.parse_args()
    tool = os.path.join(args.build, "bin", "tpc-clang")

    print(f"{'kernel':38} {'loop':>4} {'theirs':>7} {'ours':>7} {'ratio':>6} "
          f"{'bound':>6}  work (load/store/VPU)")
    ratios, failures = [], 0
    texts, used = {}, collections.defaultdict(set)
    for row in read_table(args.table):
        name = row["kernel"]
        if name not in texts:
            text, error = compile_kernel(
                tool, os.path.join(args.kernels, "kernels"), row, args.level)
            texts[name] = (hot(innermost(text)) if text else [], error)
            if args.all:
                for loop in texts[name][0]:
                    print(f"    {name}: {loop}")
        loops, error = texts[name]
        best = choose(loops, row, used[name])
        head = f"{name:38} {row['loop']:>4} {row['bundles']:>7}"
        if not best:
            failures += 1
            print(f"{head} {'-':>7} {'-':>6} {'-':>6}  "
                  f"{error or 'no loop with this work'}")
            continue
        _, index, ratio = best
        used[name].add(index)
        loop = loops[index]
        per = loop.bundles / ratio
        ratios.append(per / row["bundles"])
        bad = ratios[-1] > EACH_LIMIT
        failures += bad
        print(f"{head} {per:>7.2f} {ratios[-1]:>6.2f} "
              f"{max(loop.slots) / ratio:>6.2f}  "
              f"{loop.loads}/{loop.stores}/{loop.vpu} in {loop.bundles}"
              f"{'  ABOVE THE LIMIT' if bad else ''}")
    if ratios:
        mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
        failures += mean > MEAN_LIMIT
        print(f"geometric mean of {len(ratios)}: {mean:.3f} (limit "
              f"{MEAN_LIMIT:.2f}), largest {max(ratios):.2f} (limit "
              f"{EACH_LIMIT:.2f})")
    return 1 if failures or not ratios else 0


if __name__ == "__main__":
    sys.exit(main())
