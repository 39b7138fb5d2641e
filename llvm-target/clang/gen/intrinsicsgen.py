#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes the tables of tpc-clang from the records of TPCIntrinsics.td.

Input is the output of `llvm-tblgen --dump-json TPCIntrinsics.td`. The records
are checked first: no name twice, every word of an argument list is a parameter
or a number, as many arguments as the IR function has, defaults only at the
end.
"""

import argparse
import json
import re
import sys

import oldnames

TERM = re.compile(r"^(\w+)(?:(<<|>>)(\d+))?(?:&(~?)(\w+))?$")
MEMORY = ("none", "read", "write", "any")
ALL_ONES = 0xFFFFFFFF


class GenError(Exception):
    """A record that makes no sense; says which."""


def parse_param(name, text):
    """'int switches=0' -> (type, name, default or None)."""
    decl, _, default = text.partition("=")
    ctype, _, pname = decl.strip().rpartition(" ")
    if not ctype or not pname.isidentifier():
        raise GenError(f"{name}: parameter '{text}' is not 'type name'")
    if default not in ("", "0", "1", "{}"):
        raise GenError(f"{name}: default '{default}' of '{pname}'")
    values = {"": None, "{}": 0, "0": 0, "1": 1}
    return ctype, pname, values[default]


def parse_arg(name, word, params):
    """One argument of the IR function -> terms (param, shift, mask)."""
    names = [p[1] for p in params]
    if word == "?":
        return [(-2, 0, 0)]
    terms = []
    for text in word.split("|"):
        text = text.removeprefix("#")
        if re.fullmatch(r"\d+|0x[0-9a-fA-F]+", text):
            terms.append((-1, 0, int(text, 0)))
            continue
        match = TERM.match(text)
        if not match or match[1] not in names:
            raise GenError(f"{name}: argument '{text}' is no parameter")
        shift = int(match[3] or 0) * (-1 if match[2] == ">>" else 1)
        mask = int(match[5], 0) if match[5] else ALL_ONES
        if match[4]:  # a mask of what is left out
            mask ^= ALL_ONES
        terms.append((names.index(match[1]), shift, mask))
    return terms


def c_string(text):
    return json.dumps(text)


def switch_mask(switches):
    mask = 0
    for switch in switches:
        mask |= switch["Mask"] | switch["Value"]
    return mask


def variant_switch(name, rec, switches):
    """Value of the switch that chooses the other IR function, 0 if none."""
    if rec["VariantSwitch"] is None:
        return 0
    return switches[rec["VariantSwitch"]["def"]]["Value"]


def load(records):
    """Records by class; 'def' references resolved by the caller."""
    classes = records["!instanceof"]
    fns = {n: records[n] for n in classes["LLVMFn"]}
    switches = {n: records[n] for n in classes["CSwitch"]}
    intrinsics = []
    seen = set()
    for key in classes["TPCIntrinsic"]:
        rec = records[key]
        name = rec["Name"]
        if name in seen:
            raise GenError(f"{name}: defined twice")
        seen.add(name)
        params = [parse_param(name, text) for text in rec["Params"]]
        defaults = [p[2] is not None for p in params]
        if sorted(defaults) != defaults:
            raise GenError(f"{name}: parameter without default after one with")
        fn = rec["Fn"]["def"]
        args = [parse_arg(name, w, params) for w in rec["Args"].split()]
        wanted = len(fns[fn]["Params"].split())
        if len(args) != wanted:
            raise GenError(f"{name}: {len(args)} arguments, {fn} has {wanted}")
        variant = rec["Variant"]["def"]
        if fns[variant]["Params"] != fns[fn]["Params"]:
            raise GenError(
                f"{name}: '{variant}' has other parameters than '{fn}'")
        allowed = [switches[s["def"]] for s in rec["Switches"]]
        if allowed and not any(p[1] in ("switches", "options")
                               for p in params):
            raise GenError(f"{name}: switches without a parameter for them")
        intrinsics.append({
            "name": name, "result": rec["Result"], "params": params,
            "fn": fn, "args": args, "switches": allowed,
            "updates": rec["Updates"], "doc": rec["Doc"],
            "max_args": len(params),
            "variant": variant,
            "variant_switch": variant_switch(name, rec, switches)})
    intrinsics.sort(key=lambda i: i["name"])
    return fns, switches, intrinsics


def load_library(records, taken):
    """The functions of TPCLibrary.td, by name; names may repeat."""
    functions = []
    for key in records["!instanceof"].get("LibraryFunction", []):
        rec = records[key]
        if rec["Name"] in taken:
            raise GenError(f"{rec['Name']}: an intrinsic and a function")
        params = [parse_param(rec["Name"], text) for text in rec["Params"]]
        functions.append({
            "name": rec["Name"], "result": rec["Result"], "params": params,
            "symbol": rec["Symbol"], "doc": rec["Doc"],
            "error": rec["Error"]})
    functions.sort(key=lambda f: (f["name"], f["result"]))
    for one, other in zip(functions, functions[1:]):
        if prototype(one) == prototype(other):
            raise GenError(f"{one['name']}: defined twice")
    return functions


def prototype(intr):
    params = ", ".join(
        f"{t} {n}" + ("" if d is None else f"={d}")
        for t, n, d in intr["params"][:intr.get("max_args")])
    return f"{intr['result']} {intr['name']}({params or 'void'})"


def write_tables(out, fns, intrinsics):
    """C++ tables, in the order of clang/TPCIntrinsics.h."""
    print("// Made by llvm-target/clang/gen/intrinsicsgen.py; do not edit.",
          file=out)
    order = sorted(fns)
    print("static const IRFunction IRFunctions[] = {", file=out)
    for name in order:
        fn = fns[name]
        print("  {%s, %s, %s, Memory::%s}," % (
            c_string(fn["Name"]), c_string(fn["Result"]),
            c_string(fn["Params"]), fn["Memory"].capitalize()), file=out)
        if fn["Memory"] not in MEMORY:
            raise GenError(f"{name}: memory '{fn['Memory']}'")
    print("};\n", file=out)
    params, args, terms, rows = [], [], [], []
    for intr in intrinsics:
        first_param, first_arg = len(params), len(args)
        params += intr["params"]
        for arg in intr["args"]:
            args.append((len(terms), len(arg)))
            terms += arg
        names = " ".join(dict.fromkeys(s["Name"] for s in intr["switches"]))
        rows.append('  {%s, %s, %d, %d, 0x%xu, %d, %d, %d, %d, %d, 0x%xu, %s, '
                    '%s},' % (
            c_string(intr["name"]), c_string(intr["result"]),
            order.index(intr["fn"]), order.index(intr["variant"]),
            intr["variant_switch"], first_param, len(intr["params"]),
            intr["max_args"], first_arg, len(intr["args"]), switch_mask(intr["switches"]),
            c_string(names), "true" if intr["updates"] else "false"))
    print("static const Param Params[] = {", file=out)
    for ctype, name, default in params:
        print("  {%s, %s, %d}," % (c_string(ctype), c_string(name),
                                   -1 if default is None else default),
              file=out)
    print("};\n\nstatic const Term Terms[] = {", file=out)
    for param, shift, mask in terms:
        print("  {%d, %d, 0x%xu}," % (param, shift, mask), file=out)
    print("};\n\nstatic const Arg Args[] = {", file=out)
    for first, count in args:
        print("  {%d, %d}," % (first, count), file=out)
    print("};\n\nstatic const Intrinsic Intrinsics[] = {", file=out)
    print("\n".join(rows), file=out)
    print("};", file=out)


def write_switches(out, switches):
    """C++ table of the constants SW_*."""
    print("\nstatic const Switch Switches[] = {", file=out)
    for switch in sorted(switches.values(), key=lambda s: s["Name"]):
        print("  {%s, 0x%xu}," % (c_string(switch["Name"]), switch["Value"]),
              file=out)
    print("};", file=out)


def write_library(out, functions):
    """C++ table, in the order of the names."""
    print("\nstatic const LibraryFunction LibraryFunctions[] = {", file=out)
    for fn in functions:
        params = " ".join(p[0] for p in fn["params"])
        print("  {%s, %s, %s, %s}," % (
            c_string(fn["name"]), c_string(fn["result"]), c_string(params),
            c_string(fn["symbol"])), file=out)
    print("};", file=out)


def write_other_names(out, records):
    """Patterns of names that other processors have, and which ones."""
    print("\nstatic const OtherName OtherNames[] = {", file=out)
    for ref in records["OtherNames"]["Order"]:
        rec = records[ref["def"]]
        for pattern in rec["Names"]:
            if re.search(r"\{[^}]*\{", pattern):
                raise GenError(f"{pattern}: braces in braces")
            print("  {%s, %s, %s}," % (
                c_string(pattern), c_string(" and ".join(rec["Cpus"])),
                "true" if rec["AreTypes"] else "false"), file=out)
    print("};", file=out)


def write_prelude(out, switches, prelude):
    """The header that every kernel sees, as a C++ string."""
    with open(prelude, encoding="utf-8") as file:
        text = file.read()
    enum = "enum {\n" + "".join(
        f"  {s['Name']} = 0x{s['Value']:x},\n" for s in switches.values())
    text = text.replace("//@switches@", enum + "};")
    print("// Made by llvm-target/clang/gen/intrinsicsgen.py; do not edit.",
          file=out)
    print("static const char Prelude[] =", file=out)
    for line in text.splitlines():
        print("  " + c_string(line + "\n"), file=out)
    print("  ;", file=out)


def write_list(out, intrinsics):
    """Every prototype with its sentence, for people and tests."""
    for intr in intrinsics:
        print(f"{prototype(intr)};  // {intr['doc']}", file=out)


def write_library_list(out, functions):
    """The same of library functions, with their error bounds."""
    for fn in functions:
        error = f" Error <= {fn['error']} ulp." if fn["error"] else ""
        print(f"{prototype(fn)};  // {fn['doc']}{error}", file=out)


def load_old_names(path, intrinsics, switches):
    """The older names of intrinsics, which TPCOldNames.td lists."""
    if not path:
        return []
    with open(path, encoding="utf-8") as file:
        return oldnames.expand(json.load(file), intrinsics, switches)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("json", help="output of llvm-tblgen --dump-json")
    parser.add_argument("--old-names", help="the same of TPCOldNames.td")
    parser.add_argument("--tables", help="TPCGenIntrinsics.inc to write")
    parser.add_argument("--prelude-in", help="tpc-prelude.h to read")
    parser.add_argument("--prelude", help="TPCGenPrelude.inc to write")
    parser.add_argument("--list", help="list of prototypes to write")
    parser.add_argument("--old-list", help="the same of the older names")
    parser.add_argument("--library-list", help="the same of lib/math")
    args = parser.parse_args()
    with open(args.json, encoding="utf-8") as file:
        records = json.load(file)
    try:
        fns, switches, intrinsics = load(records)
        functions = load_library(records, {i["name"] for i in intrinsics})
        old = load_old_names(args.old_names, intrinsics, switches)
        if args.tables:
            with open(args.tables, "w", encoding="utf-8") as out:
                write_tables(out, fns, sorted(intrinsics + old,
                                              key=lambda i: i["name"]))
                write_switches(out, switches)
                write_library(out, functions)
                write_other_names(out, records)
        if args.prelude:
            with open(args.prelude, "w", encoding="utf-8") as out:
                write_prelude(out, switches, args.prelude_in)
        if args.list:
            with open(args.list, "w", encoding="utf-8") as out:
                write_list(out, intrinsics)
        if args.old_list:
            with open(args.old_list, "w", encoding="utf-8") as out:
                write_list(out, old)
        if args.library_list:
            with open(args.library_list, "w", encoding="utf-8") as out:
                write_library_list(out, functions)
    except (GenError, oldnames.OldNameError) as error:
        print(f"intrinsicsgen.py: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
