# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Older names of intrinsics: the records of TPCOldNames.td, written out.

Each name becomes a row like an intrinsic of its own, whose IR function and
arguments are those of its target with the parameters in another order.
"""

import itertools
import re

ALL_ONES = 0xFFFFFFFF
HIDDEN = ("income", "predicate", "polarity")
LET_TERM = re.compile(r"^(\w+)(?:<<(\d+))?$")


class OldNameError(Exception):
    """A record that makes no sense; says which."""


def braces(pattern):
    """'a{b,c}d' -> ['abd', 'acd']; {T} and {R} stay."""
    parts = re.split(r"\{([^{}]*,[^{}]*)\}", pattern)
    choices = [part.split(",") if i % 2 else [part]
               for i, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]


def shifted(value, by):
    return (value << by if by >= 0 else value >> -by) & ALL_ONES


def substitute(term, lets):
    """A term of the target's argument -> terms of the old name's parameters."""
    param, shift, mask = term
    if param < 0:
        return [term]
    result = []
    for inner, inner_shift, inner_mask in lets[param]:
        bits = shifted(inner_mask, shift) & mask
        if inner < 0:
            result.append((inner, 0, bits))
            continue
        if (inner_shift, inner_mask) == (0, ALL_ONES):
            bits = mask
        result.append((inner, inner_shift + shift, bits))
    return result


def parse_let(name, text, params, switches):
    """'group<<8|SW_PACK' -> terms."""
    terms = []
    for word in text.split("|"):
        match = LET_TERM.match(word)
        if not match:
            raise OldNameError(f"{name}: '{word}' in '{text}'")
        shift = int(match[2] or 0)
        if match[1].isdigit():
            terms.append((-1, 0, shifted(int(match[1]), shift)))
        elif match[1] in switches:
            terms.append((-1, 0, shifted(switches[match[1]], shift)))
        elif match[1] in params:
            terms.append((params.index(match[1]), shift,
                          shifted(ALL_ONES, shift)))
        else:
            raise OldNameError(f"{name}: '{match[1]}' is no parameter")
    return terms


def visible(record, form):
    """Names of the parameters that a call gives."""
    names = []
    for word in record["Params"].split():
        if word.endswith("!"):
            names.append(word[:-1])
        elif word != "income" or form != "p":
            names.append(word)
    return names + (["predicate", "polarity"] if form != "p" else [])


def row(name, record, form, target, switches):
    """The row of one old name."""
    theirs = [p[1] for p in target["params"]]
    types = {p[1]: p[0] for p in target["params"]}
    defaults = {p[1]: p[2] for p in target["params"]}
    mine = visible(record, form)
    params = [(types.get(n, "int"), n, None) for n in mine]
    lets = dict(text.split("=", 1) for text in record["Lets"])
    for unknown in set(lets) - set(theirs):
        raise OldNameError(f"{name}: '{unknown}' is not in {target['name']}")
    for n in HIDDEN:
        if n in theirs and n not in mine and n not in lets:
            params.append((types[n], n, defaults[n] or 0))
    names = [p[1] for p in params]
    terms = []
    for n in theirs:
        if n in lets:
            terms.append(parse_let(name, lets[n], names, switches))
        elif n in names:
            terms.append([(names.index(n), 0, ALL_ONES)])
        elif n == "switches":
            terms.append([(-1, 0, 0)])
        else:
            raise OldNameError(f"{name}: nothing for '{n}'")
    used = {param for words in terms for param, _, _ in words}
    for unused in set(range(len(names))) - used:
        raise OldNameError(f"{name}: '{names[unused]}' has no use")
    args = [[t for term in arg for t in substitute(term, terms)]
            for arg in target["args"]]
    return {**target, "name": name, "params": params, "args": args,
            "max_args": len(mine), "updates": target["updates"]}


def same(name, target):
    return {**target, "name": name}


def rows_of(record, intrinsics, switches):
    """All rows of a record."""
    elements = record["Types"].split()
    for pattern in braces(record["Names"]):
        holes = [h for h in ("T", "R") if "{%s}" % h in pattern]
        for values in itertools.product(elements, repeat=len(holes)):
            name, goal = pattern, record["Target"]
            for hole, value in zip(holes, values):
                name = name.replace("{%s}" % hole, value)
                goal = goal.replace("{%s}" % hole, value)
            for form in record["Forms"]:
                ending = "_vb" if form == "v" else "_b"
                if form == "v" and not goal.endswith("*"):
                    continue
                target = intrinsics.get(goal.replace("*", ending))
                if not target:
                    continue
                if form == "o":
                    yield same(name, target)
                else:
                    yield row(name + (ending if form != "p" else ""), record,
                              form, target, switches)


def expand(records, intrinsics, switches):
    """Rows for all old names, of the dump of TPCOldNames.td."""
    targets = {i["name"]: i for i in intrinsics}
    values = {s["Name"]: s["Value"] for s in switches.values()}
    rows = {}
    for key in records["!instanceof"]["OldNames"]:
        record = records[key]
        found = list(rows_of(record, targets, values))
        if not found:
            raise OldNameError(f"{record['Names']}: no '{record['Target']}'")
        for one in found:
            if one["name"] in rows or one["name"] in targets:
                raise OldNameError(f"{one['name']}: defined twice")
            rows[one["name"]] = one
    return list(rows.values())
