#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Feeds mutated kernels to tpc-clang.

Sources of the examples and the tests are the seeds. Tokens are swapped,
deleted, repeated, replaced by tokens of other seeds; types and numbers are
changed. Whatever comes of it, the compiler must end with status 0 and say
nothing, or with status 1, an error and no output file: no crash, no hang, no
message of LLVM's insides. Inputs that fail are kept. Those at which Clang fails
by itself, which the compiler reports as an error, are counted: no code of ours
may be among the calls.
"""

import argparse
import concurrent.futures
import glob
import os
import random
import re
import subprocess
import sys
import tempfile
import time

TOKEN = re.compile(r"\s+|//[^\n]*|/\*.*?\*/|#[^\n]*|\"[^\"\n]*\"|\w+|<<|>>|"
                   r"[-+*/<>=!&|]=|&&|\|\||.", re.S)
TYPES = ["float64", "int64", "uint64", "short128", "ushort128", "char256",
         "uchar256", "bfloat128", "bool256", "float", "int", "unsigned",
         "short", "char", "bool", "bf16", "int5", "tensor", "float128",
         "int128", "int256", "char512", "double", "long long", "void"]
NUMBERS = ["0", "1", "-1", "2", "5", "7", "16", "64", "255", "256", "65536",
           "2147483647", "0xffffffff", "1.5f", "1e30f", "(1 << 16)", "1u",
           "SW_RZ", "SW_NEG", "SW_LINEAR", "e_fp32_rsqrt"]
BAD = ("PLEASE submit a bug report", "LLVM ERROR", "UNREACHABLE",
       "Assertion", "Stack dump", "Cannot select", "cannot compile this",
       "invalid IR")
CLANG_FAILS = "Clang itself fails"
TIMEOUT = 60


def mutate(rng, tokens, pool):
    """One change of a list of tokens."""
    tokens = list(tokens)
    solid = [i for i, t in enumerate(tokens) if not t.isspace()]
    if not solid:
        return tokens
    i, j = rng.choice(solid), rng.choice(solid)
    kind = rng.randrange(8)
    if kind == 0:
        tokens[i], tokens[j] = tokens[j], tokens[i]
    elif kind == 1:
        del tokens[i]
    elif kind == 2:
        tokens.insert(j, " " + tokens[i] + " ")
    elif kind == 3:
        tokens[i] = rng.choice(pool)
    elif kind == 4:
        start, end = min(i, j), max(i, j)
        del tokens[start:min(end, start + 12)]
    else:
        # Changes that are likely to stay legal.
        words = TYPES if kind < 7 else NUMBERS
        same = [k for k in solid if tokens[k] in TYPES] if kind < 7 else \
            [k for k in solid if tokens[k][0].isdigit()]
        if same:
            tokens[rng.choice(same)] = rng.choice(words)
    return tokens


def is_clangs(text):
    """Whether the calls below Clang's parser are all its own."""
    for line in text.splitlines():
        if "clang::ParseAST(" in line:
            return True
        if re.match(r" *#\d+ ", line) and "/tpc-clang+0x" in line:
            return False
    return False


def verdict(done, out):
    """What is wrong with a run, empty if nothing is."""
    text = done.stderr
    if done.returncode not in (0, 1):
        return f"status {done.returncode}"
    if CLANG_FAILS in text and not os.path.exists(out) and is_clangs(text):
        return CLANG_FAILS
    for bad in BAD:
        if bad in text:
            return bad
    if done.returncode == 1 and "error:" not in text:
        return "failed without an error"
    if done.returncode == 1 and os.path.exists(out):
        return "output after an error"
    if done.returncode == 0 and not os.path.exists(out):
        return "no output"
    return ""


def run_one(tool, work, number, source):
    """Compiles a source; returns what is wrong."""
    name = os.path.join(work, f"{number}.c")
    out = os.path.join(work, f"{number}.o")
    with open(name, "w", encoding="utf-8") as file:
        file.write(source)
    level = "012s"[number % 4]
    try:
        done = subprocess.run(
            [tool, "-w", f"-O{level}", "-mllvm", "-tpc-show-crash", "-c", name,
             "-o", out],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            errors="replace", timeout=TIMEOUT, check=False,
            env=os.environ | {"LLVM_DISABLE_SYMBOLIZATION": "1"})
        problem = verdict(done, out)
    except subprocess.TimeoutExpired:
        problem = f"more than {TIMEOUT} s"
    for path in (name, out):
        if os.path.exists(path):
            os.remove(path)
    return f"-O{level}: {problem}" if problem else ""


def sources(rng, seeds, pool):
    """Mutated kernels without end."""
    number = 0
    while True:
        tokens = rng.choice(seeds)
        for _ in range(rng.choice((1, 1, 2, 3, 6))):
            tokens = mutate(rng, tokens, pool)
        yield number, "".join(tokens)
        number += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", required=True, help="tpc-clang")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", help="folder for inputs that fail")
    parser.add_argument("folders", nargs="+", help="where the seeds are")
    args = parser.parse_args()
    files = sorted(f for d in args.folders
                   for f in glob.glob(os.path.join(d, "**", "*.c"),
                                      recursive=True))
    seeds = []
    for path in files:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if "main" in text:
            seeds.append(TOKEN.findall(text))
    pool = sorted({t for s in seeds for t in s
                   if not t.isspace() and not t.startswith(("//", "/*"))})
    rng = random.Random(args.seed)
    stop = time.monotonic() + args.seconds
    runs, clang_fails, findings = 0, 0, []
    with tempfile.TemporaryDirectory() as work, \
            concurrent.futures.ThreadPoolExecutor(args.jobs) as threads:
        stream = sources(rng, seeds, pool)
        while time.monotonic() < stop:
            batch = [next(stream) for _ in range(4 * args.jobs)]
            results = threads.map(
                lambda item: run_one(args.tool, work, *item), batch)
            for (number, source), problem in zip(batch, results):
                runs += 1
                if CLANG_FAILS in problem:
                    clang_fails += 1
                elif problem:
                    findings.append((number, problem, source))
    for number, problem, source in findings:
        print(f"input {number} of seed {args.seed}: {problem}")
        if args.keep:
            os.makedirs(args.keep, exist_ok=True)
            name = os.path.join(args.keep, f"clang-{args.seed}-{number}.c")
            with open(name, "w", encoding="utf-8") as file:
                file.write(f"// {problem}\n{source}")
    print(f"fuzz tpc-clang: {runs} inputs in {args.seconds:g} s from "
          f"{len(seeds)} seeds, {len(findings)} findings, {clang_fails} at "
          "which Clang itself fails")
    return 1 if findings or not runs else 0


if __name__ == "__main__":
    sys.exit(main())
