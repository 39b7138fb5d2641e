#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Assembles the examples of the manual.

A block marked `asm gaudi greco` is assembled for these processors, by every
assembler named on the command line, and all must give the same bytes. Every
page of an instruction has an example.
"""

import glob
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "..", "MC"))
from mctool import Assembler, mc_assembler  # noqa: E402


def examples(folder):
    """(page, processors, text) of all examples."""
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.md"),
                                 recursive=True)):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        page = os.path.relpath(path, folder)
        found = re.findall(r"^```asm([\w ]*)\n(.*?)^```$", text, re.M | re.S)
        for cpus, body in found:
            yield page, cpus.split(), body
        name = os.path.basename(page)[:-3]
        if page.startswith("instructions") and not found \
                and name != "README":
            yield page, [], ""


def assemble(tool, cpu, folder, body):
    name = os.path.basename(tool)
    assembler = mc_assembler(tool, cpu, folder) if "llvm-mc" in name \
        else Assembler([tool, f"--mcpu={cpu}"], folder)
    return assembler.run(body)


def main():
    folder, *tools = sys.argv[1:]
    checked, failures = 0, []
    with tempfile.TemporaryDirectory() as work:
        for page, cpus, body in examples(folder):
            if not cpus:
                failures.append(f"{page}: no example, or none with processors")
            for cpu in cpus:
                results = []
                for tool in tools:
                    code, messages = assemble(tool, cpu, work, body)
                    checked += 1
                    results.append(code)
                    if code is None:
                        failures.append(f"{page}, {cpu}:\n{body}{messages}")
                if len(set(results)) > 1 and None not in results:
                    failures.append(f"{page}, {cpu}: different bytes\n{body}")
    for failure in failures:
        print(failure)
    print(f"{checked} programs, {len(failures)} failures")
    return 1 if failures or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
