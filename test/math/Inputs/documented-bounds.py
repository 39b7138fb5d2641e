#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the tables of docs/math.md with the list of library functions."""

import re
import sys


def documented(path):
    """Function and type -> bound, of the rows below 'function of TYPE'."""
    bounds, kind = {}, None
    with open(path, encoding="utf-8") as file:
        for line in file:
            cells = [c.strip() for c in line.strip().strip("|").split("|")]
            if not line.startswith("|"):
                kind = None
            elif cells[0].startswith("function of "):
                kind = cells[0].split()[-1]
            elif kind:
                for name in re.findall("`([a-z0-9]+)`", cells[0]):
                    bounds[f"v_{name}_{kind}"] = cells[1]
    return bounds


def listed(path):
    bounds = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            name = re.match(r"\w+ (\w+)", line)[1]
            error = re.search(r"Error <= ([0-9.]+) ulp", line)
            bounds[name] = error[1] if error else "0"
    return bounds


def main():
    docs, functions = documented(sys.argv[1]), listed(sys.argv[2])
    for name, bound in docs.items():
        if functions.get(name) != bound:
            sys.exit(f"{name}: {bound} in the page, {functions.get(name)} in "
                     "the list")
    for name in functions:
        if re.fullmatch(r"v_[a-z0-9]+_(f32|bf16)", name) and name not in docs:
            sys.exit(f"{name} is not in the page")
    print(len(docs), "functions")


main()
