#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Lines that no assembler may take, with what tpc-as has to say to each.

A line of a file: text | column | regular expression of the message. Columns
count from 1; the text is assembled as it stands. tpc-as is held to column and
message, tpc-llvm-mc to an error in the same line. Both must leave no object.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

LINES_A_RUN = 50  # assemblers stop after some number of errors


def read_cases(path):
    cases = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            parts = line.split(" | ")
            if len(parts) != 3 or not parts[1].isdigit():
                sys.exit(f"{path}:{number}: not 'text | column | message'")
            cases.append((number, parts[0], int(parts[1]), parts[2]))
    return cases


def errors_of(command, texts, directory):
    """Line of the text -> [(column, message)]."""
    source = os.path.join(directory, "in.s")
    output = os.path.join(directory, "out.o")
    with open(source, "w", encoding="utf-8") as f:
        f.write("".join(text + "\n" for text in texts))
    done = subprocess.run(command + ["-o", output, source],
                          capture_output=True, text=True, check=False)
    if done.returncode != 1:
        sys.exit(f"{command[0]}: exit status {done.returncode}\n"
                 f"{done.stderr[-2000:]}")
    if os.path.exists(output):
        sys.exit(f"{command[0]}: left an object behind")
    found = {}
    for match in re.finditer(r"^.*?:(\d+):(\d+): error: (.*)$", done.stderr,
                             re.M):
        found.setdefault(int(match.group(1)), []).append(
            (int(match.group(2)), match.group(3)))
    return found


def check_chunk(args, cases, directory):
    cpu = f"--mcpu={args.cpu}"
    texts = [text for _, text, _, _ in cases]
    ours = errors_of([args.tpc_as, cpu], texts, directory)
    theirs = errors_of([args.mc, cpu, "--filetype=obj"], texts, directory)
    for i, (number, text, column, message) in enumerate(cases, 1):
        where = f"{args.file}:{number}: {text}\n"
        if i not in theirs:
            yield where + "  tpc-llvm-mc takes it"
        if i not in ours:
            yield where + "  tpc-as takes it"
        elif len(ours[i]) != 1:
            yield where + f"  tpc-as: {len(ours[i])} errors"
        elif ours[i][0][0] != column:
            yield where + "  tpc-as: column %d: %s" % ours[i][0]
        elif not re.search(message, ours[i][0][1]):
            yield where + "  tpc-as: " + ours[i][0][1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tpc-as", required=True)
    parser.add_argument("--mc", required=True)
    parser.add_argument("--cpu", required=True)
    parser.add_argument("file")
    args = parser.parse_args()

    cases = read_cases(args.file)
    failures = []
    with tempfile.TemporaryDirectory() as directory:
        for at in range(0, len(cases), LINES_A_RUN):
            failures += check_chunk(args, cases[at:at + LINES_A_RUN],
                                    directory)
    print(f"{args.cpu}: {len(cases)} cases, {len(failures)} failures")
    for text in failures[:20]:
        print(text)
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
