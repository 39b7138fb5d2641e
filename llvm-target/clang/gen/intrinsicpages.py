#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the manual of the intrinsics: a page a family, and an index.

Input is the output of `llvm-tblgen --dump-json TPCIntrinsics.td`. A family is
what one function of the IR, with its variants, computes.
"""

import argparse
import collections
import json
import os
import re
import sys

import intrinsicsgen

# Families of several IR functions: pattern of the function's name, title.
FAMILIES = (
    (r"cmp_", "Comparisons"),
    (r"sel2_", "Selections of pairs"),
    (r"sel_", "Selections"),
    (r"convert", "Conversions"),
    (r"lookup|get_lut", "Look-up tables"),
    (r"ld_tnsr", "Loads from tensors"),
    (r"st_tnsr", "Stores to tensors"),
    (r"ld_l|st_l", "Local memory"),
    (r"ld_g|st_g|gen_addr|prefetch|cache_|aso", "Global memory and caches"),
    (r"mov_irf|set_indx|prmt_indx|get_index_space", "Index vectors"),
    (r"mov|shuffle|pack|unpack|read_lane", "Moves and permutations"),
    (r"get_|set_|.*lfsr", "Registers and descriptors"),
    (r"shl|shr|ash", "Shifts"),
    (r"and|or|xor|not", "Logic"),
    (r"mul|mac", "Products"),
    (r"add|sub|abs|max|min", "Sums and extremes"),
    (r"popcnt|find_first|brev", "Bits"),
    (r"nearbyint|extract_exp|fclass|form_fp|calc_fp", "Parts of numbers"),
    (r"udiv", "Division steps"),
)


def family(fn):
    name = fn.removeprefix("fn_")
    for pattern, title in FAMILIES:
        if re.match(pattern, name):
            return title
    raise intrinsicsgen.GenError(f"{fn}: no family")


def file_name(title):
    return title.lower().replace(" ", "-") + ".md"


def switch_text(switch):
    mask = switch["Mask"] or switch["Value"]
    return f"| `{switch['Name']}` | 0x{switch['Value']:x} | 0x{mask:x} |"


def write_page(path, title, members, fns):
    by_doc = collections.OrderedDict()
    for intr in members:
        by_doc.setdefault((intr["doc"], intr["fn"]), []).append(intr)
    switches = {s["Name"]: s for i in members for s in i["switches"]}
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# {title}\n\n<!-- Made by intrinsicpages.py. -->\n\n"
                  "How to read parameters and predicates: "
                  "[TPC-C on one page](../tpc-c.md).\n")
        for (doc, fn), same in by_doc.items():
            params = fns[fn]["Params"]
            out.write(f"\n## {same[0]['name']}"
                      + (f" and {len(same) - 1} more" if same[1:] else "")
                      + f"\n\n{doc}\n\n```c\n")
            for intr in same:
                out.write(intrinsicsgen.prototype(intr) + ";\n")
            out.write(f"```\n\nIR: `llvm.tpc.{fns[fn]['Name']}` "
                      f"`({params})`, result `{fns[fn]['Result']}`.\n")
            names = list(dict.fromkeys(s["Name"] for i in same
                                       for s in i["switches"]))
            if names:
                out.write("Switches: " + ", ".join(f"`{n}`" for n in names)
                          + ".\n")
        if switches:
            out.write("\n## Switches\n\n| Name | Value | Bits |\n"
                      "| --- | --- | --- |\n")
            for name in sorted(switches):
                out.write(switch_text(switches[name]) + "\n")


def write_library(path, functions):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Functions\n\n<!-- Made by intrinsicpages.py. -->\n\n"
                  "Special functions and reductions, in TPC-C themselves.\n\n"
                  "| Function | What | Error, ulp |\n| --- | --- | --- |\n")
        for fn in functions:
            out.write(f"| `{intrinsicsgen.prototype(fn)}` | {fn['doc']} | "
                      f"{fn['error'] or 'exact'} |\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("json", help="output of llvm-tblgen --dump-json")
    parser.add_argument("--out", required=True, help="folder of the pages")
    args = parser.parse_args()
    with open(args.json, encoding="utf-8") as file:
        records = json.load(file)
    try:
        fns, _, intrinsics = intrinsicsgen.load(records)
        library = intrinsicsgen.load_library(
            records, {i["name"] for i in intrinsics})
        families = {}
        for intr in intrinsics:
            families.setdefault(family(intr["fn"]), []).append(intr)
    except intrinsicsgen.GenError as error:
        print(f"intrinsicpages.py: error: {error}", file=sys.stderr)
        return 1
    os.makedirs(args.out, exist_ok=True)
    with open(os.path.join(args.out, "README.md"), "w",
              encoding="utf-8") as index:
        index.write("# Intrinsics of TPC-C\n\n<!-- Made by intrinsicpages.py. "
                    "-->\n\n| Family | Functions |\n| --- | --- |\n")
        for title in sorted(families):
            write_page(os.path.join(args.out, file_name(title)), title,
                       families[title], fns)
            index.write(f"| [{title}]({file_name(title)}) | "
                        f"{len(families[title])} |\n")
        if library:
            write_library(os.path.join(args.out, "functions.md"), library)
            index.write(f"| [Special functions and reductions](functions.md) "
                        f"| {len(library)} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
