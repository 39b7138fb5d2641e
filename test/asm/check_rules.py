#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Holds the checker to each rule on bundles and distances.

rules.txt has code that breaks a rule and code that keeps it. The first must get
a warning with the rule's name, the second none. A record without both fails.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

APART = 16  # bundles between cases, more than any rule reaches


def read_cases(path):
    """(record, processor, record of the message, '+' or '-', lines)"""
    head = None
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            if line[:2] in ("- ", "+ ") and head:
                yield (*head, line[0], bundles(line[2:]))
                continue
            found = re.fullmatch(r"(\w+) (\w+)(?: as (\w+))?", line)
            if not found:
                sys.exit(f"{path}:{number}: neither a record nor a case")
            head = (found[1], found[2], found[3] or found[1])


def bundles(text):
    lines = []
    for part in text.split(" | "):
        many = re.fullmatch(r"nop\*(\d+)", part)
        lines += ["nop"] * int(many[1]) if many else [part]
    return lines


def warnings(tool, cpu, cases, directory):
    """Warnings of each case."""
    text, starts = [], []
    for *_, lines in cases:
        starts.append(len(text) + 1)
        text += lines + ["nop"] * APART
    source = os.path.join(directory, "in.s")
    with open(source, "w", encoding="utf-8") as f:
        f.write("\n".join(text + ["halt", "nop", "nop", "nop"]) + "\n")
    done = subprocess.run([tool, f"--mcpu={cpu}", "-Wdistance", "-Wbundle",
                           "-o", os.path.join(directory, "out.o"), source],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool}: exit status {done.returncode}\n{done.stderr}")
    found = [[] for _ in cases]
    for line, message in re.findall(r"^[^\n]*?:(\d+): warning: (.*)$",
                                    done.stderr, re.M):
        case = max(i for i, at in enumerate(starts) if at <= int(line))
        found[case].append(message)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tpc-as", required=True)
    parser.add_argument("--schedule", required=True,
                        help="JSON of TPCSchedule.td")
    parser.add_argument("rules")
    args = parser.parse_args()

    with open(args.schedule, encoding="utf-8") as f:
        db = json.load(f)
    records = {n: db[n] for cls in ("DistanceRule", "BundleRule")
               for n in db["!instanceof"][cls]}
    cases = list(read_cases(args.rules))
    failures = []
    with tempfile.TemporaryDirectory() as directory:
        for cpu in sorted({case[1] for case in cases}):
            ours = [case for case in cases if case[1] == cpu]
            for (record, _, seen_as, sign, lines), messages in zip(
                    ours, warnings(args.tpc_as, cpu, ours, directory)):
                name = records[seen_as]["Name"]
                hit = any(name + " [-W" in m for m in messages)
                if hit != (sign == "-"):
                    failures.append(f"{record}: {sign} {' | '.join(lines)}: "
                                    f"{messages or 'no warning'}")
    have = {(case[0], case[3]) for case in cases}
    for name, record in records.items():
        # Where a store to the configuration goes is known when it runs.
        if record.get("Relation") == "MMIO":
            continue
        failures += [f"{name}: no case with {sign}" for sign in "+-"
                     if (name, sign) not in have]
    print(f"{len(records)} records, {len(cases)} cases, "
          f"{len(failures)} failures")
    for text in failures:
        print(text)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
