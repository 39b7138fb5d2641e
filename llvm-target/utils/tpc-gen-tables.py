#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the tables of MCTargetDesc/TPCBaseInfo.h from the TPC's records.

Input is what `llvm-tblgen --dump-json` prints of TPC.td and TPCSchedule.td. The output holds what
TableGen's own back ends have no notion of: bundle layouts, the codes of
registers in operand fields, switches, data types, and the bits by which a
decoder tells the forms of an opcode apart.
"""

import argparse
import json
import re
import sys


def fail(message):
    sys.exit(f"tpc-gen-tables: error: {message}")


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def name_of(ref):
    """Name of the record a JSON reference points to, None if unset."""
    return ref["def"] if isinstance(ref, dict) and ref.get("kind") == "def" \
        else None


def literal(text):
    return json.dumps(text)


class Pool:
    """Numbered static arrays, equal ones stored once."""

    def __init__(self, ctype, prefix):
        self.ctype, self.prefix = ctype, prefix
        self.known, self.lines = {}, []

    def add(self, items):
        """Returns a C++ expression for an ArrayRef of the items."""
        if not items:
            return "{}"
        key = tuple(items)
        if key not in self.known:
            name = f"{self.prefix}{len(self.known)}"
            self.known[key] = name
            body = ",\n    ".join(items)
            self.lines.append(
                f"static constexpr {self.ctype} {name}[] = {{\n    {body}}};")
        return self.known[key]


class Records:
    def __init__(self, root):
        self.root = root

    def all(self, cls):
        names = self.root["!instanceof"].get(cls, [])
        return [(n, self.root[n]) for n in names]

    def get(self, ref):
        return self.root[name_of(ref)]


class Generator:
    def __init__(self, root, sched):
        self.recs = Records(root)
        self.sched = Records(sched)
        self.names = Pool("StringLiteral", "Names")
        self.values = Pool("SwitchValueInfo", "Values")
        self.switches = Pool("SwitchInfo", "Switches")
        self.chunks = Pool("BitChunk", "Chunks")
        self.operands = Pool("OperandInfo", "Operands")
        self.ranges = Pool("CodeRange", "Ranges")
        self.shorts = Pool("ShortRange", "Shorts")
        self.layouts = Pool("LayoutField", "Layout")
        self.marks = Pool("ConstantBits", "Constants")
        self.halves = Pool("BundleLayout", "Halves")
        self.indices = Pool("uint16_t", "Forms")
        self.orders = Pool("TextOperand", "TextOrder")

        self.slots = self.ordered("Slot", "Index")
        self.fields = [n for n, _ in sorted(self.recs.all("Field"),
                                            key=lambda r: r[1]["Lo"])]
        self.groups = [n for n, _ in self.recs.all("SwitchGroup")]
        self.spaces = [n for n, _ in self.recs.all("OperandSpace")]
        self.gens = self.ordered("Generation", "Index")
        self.switch_lo = {}
        for _, place in self.recs.all("SwitchWord"):
            self.switch_lo[name_of(place["Of"])] = place["Lo"]
        # Forms that explain the same bits: DecodeLast says which one counts.
        self.forms = [form for item in sorted(self.recs.all("TPCInst"),
                                              key=decode_order)
                      for form in self.variants(*item)]

    def ordered(self, cls, key):
        return sorted(self.recs.all(cls), key=lambda r: r[1][key])

    def slot_index(self, record):
        return self.recs.get(record["InSlot"])["Index"]

    # Enumerations

    def enums(self):
        out = []

        def enum(name, items, last):
            body = ",\n  ".join(items + [last])
            out.append(f"enum {name} : uint8_t {{\n  {body}\n}};\n")

        enum("Slot", [n for n, _ in self.slots], "NumSlots")
        enum("Field", self.fields, "NumFields")
        enum("SwitchGroup", self.groups, "NumGroups")
        out.append("".join(
            f"constexpr unsigned {n} = {r['Code']};\n"
            for n, r in self.recs.all("DataType")))
        full = [gen[key] for _, gen in self.gens
                for key in ("Layout", "LoopLayout")]
        half = [ref for _, gen in self.gens for ref in gen["Halves"]]
        out.append(f"constexpr unsigned BundleBytes = {self.size(full)};\n"
                   "/// Of a compressed bundle.\n"
                   f"constexpr unsigned HalfBytes = {self.size(half)};\n")
        return "\n".join(out)

    def size(self, refs):
        """Bytes of layouts that have one size."""
        sizes = {self.recs.get(ref)["Bits"] for ref in refs}
        if len(sizes) != 1:
            fail(f"bundles of different sizes: {sizes}")
        return sizes.pop() // 8

    # Layouts and register codes

    def space_table(self):
        rows = []
        for space in self.spaces:
            ranges = []
            for _, r in self.recs.all("CodeRange"):
                if name_of(r["Space"]) != space:
                    continue
                ranges.append(f"{{{r['Base']}, {r['Count']}, "
                              f"TPC::{file_class(r['File'])}RegClassID}}")
            shorts = [f"{{{r['First']}, {r['Base']}, {r['Count']}, "
                      f"{flag(r['Signed'])}}}"
                      for _, r in self.recs.all("ShortImm")
                      if name_of(r["Space"]) == space]
            codes = [r["Number"] for _, r in self.recs.all("ImmCode")
                     if name_of(r["Space"]) == space]
            rows.append(f"{{{self.ranges.add(ranges)}, "
                        f"{codes[0] if codes else -1}, "
                        f"{self.shorts.add(shorts)}}}, // {space}")
        return rows

    def fields_of(self, ref):
        """Slot, field, width, operand space and place of a layout's fields."""
        for field_ref in self.recs.get(ref)["Fields"]:
            f = self.recs.get(field_ref)
            yield (name_of(f["InSlot"]), name_of(f["Of"]), f["Width"],
                   name_of(f["Space"]), f["Lo"])

    def slot_layout(self, ref, wanted):
        rows = []
        for slot, of, width, space, lo in self.fields_of(ref):
            if slot == wanted:
                rows.append(f"{{{of}, {width}, {self.recs.root[of]['Lo']}, "
                            f"{lo}, "
                            f"{self.spaces.index(space) if space else -1}}}")
        return self.layouts.add(rows)

    def layout(self, ref, loop_ref=None):
        """A BundleLayout; LOOP has a layout of its own, or none."""
        parts = [self.slot_layout(loop_ref if slot == "LoopSlot" else ref,
                                  slot)
                 if slot != "LoopSlot" or loop_ref else "{}"
                 for slot, _ in self.slots]
        marks = [self.recs.get(bits)
                 for bits in self.recs.get(ref)["Fixed"]]
        marks = [f"{{{m['Lo']}, {m['Width']}, {m['Value']}}}" for m in marks]
        return (f"{{{self.size([ref])}, {{{', '.join(parts)}}}, "
                f"{self.marks.add(marks)}}}")

    def half(self, gen, ref):
        """A layout whose fields are some of those of full bundles."""
        full = {f[:4] for f in self.fields_of(gen["Layout"])}
        for field in self.fields_of(ref):
            if field[:4] not in full:
                fail(f"{name_of(ref)}: full bundles of {gen['Name']} have no "
                     f"such {field[1]} of {field[0]}")
        return self.layout(ref)

    def loop_tail(self, name):
        """Last bundles of a loop that are not compressed."""
        values = [r["Value"] for _, r in self.sched.all("LoopRule")
                  if r["Name"] == "LOOP_UNCOMPRESSED_TAIL"
                  and name in r["Gens"]]
        if len(values) != 1:
            fail(f"{len(values)} rules LOOP_UNCOMPRESSED_TAIL for {name}")
        return values[0]

    def generation_table(self):
        rows = []
        for _, gen in self.gens:
            halves = self.halves.add([self.half(gen, ref)
                                      for ref in gen["Halves"]])
            rows.append(f"{{{{{literal(gen['Name'])}}}, "
                        f"{self.literals(gen['Aliases'])}, {gen['Index']}, "
                        f"{gen['March']},\n     "
                        f"{self.layout(gen['Layout'], gen['LoopLayout'])},"
                        f"\n     {halves}, "
                        f"{self.loop_tail(gen['Name'])}}},")
        return rows

    # Switches

    def switch(self, name):
        s = self.recs.root[name]
        field = self.recs.get(s["In"])
        field_name = name_of(s["In"])
        if field_name not in self.switch_lo:
            fail(f"{name}: no place in SwitchWord for {field_name}")
        values = [f"{{{self.literals(v['Names'])}, {v['Value']}}}"
                  for v in map(self.recs.get, s["Values"])]
        types = sum(1 << self.recs.get(t)["Code"] for t in s["OnlyTypes"])
        when = name_of(s["WhenGroup"])
        return (f"{{{name_of(s['Group'])}, "
                f"{self.switch_lo[field_name] + s['Lo']}, "
                f"{field['Lo'] + s['Lo']}, {s['Width']}, "
                f"SwitchStyle::{s['Style'].capitalize()}, {s['Base']}, "
                f"{s['Default']}, {s['Omit']}, {flag(s['Fixed'])}, "
                f"{flag(s['AnyText'])}, "
                f"{flag(s['TextOnly'])}, {flag(s['Yields'])}, {types}, "
                f"{self.groups.index(when) if when else -1}, "
                f"{s['WhenValue']}, {self.values.add(values)}}}")

    def literals(self, strings):
        return self.names.add([f"{{{literal(s)}}}" for s in strings])

    # Forms

    def operand_kind(self, name):
        """Kind and parameter of an operand of a dag list."""
        record = self.recs.root[name]
        if "TPCOperand" not in record["!superclasses"]:
            return "Reg", f"TPC::{name}RegClassID", 1
        kind = record["Kind"]
        if kind in ("SPRED", "ANYPRED"):
            cls = record["MIOperandInfo"]["args"][0][0]["def"]
            return "Pred", f"TPC::{cls}RegClassID", 2
        known = {"IMM32": "Imm32", "SAMEIMM": "SameImm", "MASK32": "Mask32", "UIMM": "UImm",
                 "DIMMASK": "DimMask",
                 "BRTARGET": "BrTarget", "TYPE": "Type",
                 "SWITCHES": "Switches", "LOOPIMM": "LoopImm",
                 "LOOPCMP": "LoopCmp", "LOOPEND": "LoopEnd"}
        if kind not in known:
            fail(f"operand {name}: unknown kind {kind}")
        return known[kind], str(record.get("Max", 0)), 1

    def variable_bits(self, inst):
        """Maps each operand name to its (operand bit, word bit) pairs."""
        places = {}
        for word_bit, bit in enumerate(inst["Inst"]):
            if isinstance(bit, dict):
                if bit["kind"] == "var":
                    places.setdefault(bit["var"], []).append((0, word_bit))
                elif bit["kind"] == "varbit":
                    places.setdefault(bit["var"], []).append(
                        (bit["index"], word_bit))
                else:
                    fail(f"unexpected bit {bit}")
        return places

    def field_of(self, word_bit, loop):
        """The field a bit of the slot word belongs to."""
        found = None
        for name in self.fields:
            f = self.recs.root[name]
            if f["Lo"] <= word_bit < f["Lo"] + f["Width"]:
                if name.startswith("FieldLoop") == loop or found is None:
                    found = name
        return found

    def has(self, gen, record):
        """Whether a generation has the features that a record requires."""
        have = {name_of(f) for f in gen["Features"]}
        return all(name_of(f) in have for f in record["Requires"])

    def variants(self, name, inst):
        """A form for each set of switches, with the generations that have it.

        All of them have the opcode of the record.
        """
        found = {}
        for _, gen in self.gens:
            if not self.has(gen, inst):
                continue
            switches = tuple(name_of(s) for s in inst["Switches"]
                             if self.has(gen, self.recs.get(s)))
            found[switches] = found.get(switches, 0) | 1 << gen["Index"]
        if not found:
            found[tuple(name_of(s) for s in inst["Switches"])] = 0
        return [(name, inst, switches, gens)
                for switches, gens in found.items()]

    def form(self, name, inst, switch_names, gens):
        places = self.variable_bits(inst)
        is_loop = name_of(inst["InSlot"]) == "LoopSlot"
        switches = [self.recs.root[s] for s in switch_names]

        # Bits of the switch operand that no switch names stay zero.
        named = set()
        for s in switches:
            if not s["Fixed"] and not s["TextOnly"]:
                lo = self.switch_lo[name_of(s["In"])] + s["Lo"]
                named.update(range(lo, lo + s["Width"]))

        fixed = own = operand_bits = 0
        for word_bit, bit in enumerate(inst["Inst"]):
            if not isinstance(bit, dict):
                fixed |= (bit or 0) << word_bit
                continue
            var = bit["var"]
            if var == "sw" and bit.get("index", 0) not in named:
                continue
            if inst["WeakImm"] and self.field_of(word_bit,
                                                 is_loop) == "FieldImm":
                continue
            own |= 1 << word_bit
            if var not in ("sw", "type"):
                operand_bits |= 1 << word_bit

        rows, order = [], []
        dags = [inst["OutOperandList"], inst["InOperandList"]]
        args = [a for d in dags for a in d["args"]]
        for sep, text in re.findall(r"(.)\s*\$\{?(\w+)", inst["AsmString"]):
            index = [a[1] for a in args].index(text)
            if text not in ("type", "sw", "pred"):
                order.append(f"{{{index}, {flag(sep == ',')}}}")
        for arg, arg_name in args:
            kind, param, _ = self.operand_kind(arg["def"])
            pairs = places.get(arg_name, [])
            if kind == "Switches":
                pairs = [p for p in pairs if p[0] in named]
            elif not pairs:
                if kind != "Reg":
                    fail(f"{name}: operand {arg_name} is not encoded")
                kind = "Implied"
            chunks = [f"{{{o}, {w}, {n}}}" for o, w, n in merge(pairs)]
            field = "NumFields"
            if pairs:
                field = self.field_of(min(pairs)[1], is_loop)
            rows.append(f"{{OperandKind::{kind}, {param}, {field}, "
                        f"{self.chunks.add(chunks)}}}")

        types = sum(1 << self.recs.get(t)["Code"] for t in inst["Types"])
        switch_list = self.switches.add(
            [self.switch(s) for s in switch_names])
        default = name_of(inst["DefaultType"])
        default_code = self.recs.root[default]["Code"] if default else -1
        return (f"{{TPC::{name}, {name_of(inst['InSlot'])}, "
                f"{flag(inst['isAsmParserOnly'])}, "
                f"{flag(inst['ForSelection'])}, "
                f"{flag(inst['IgnoreType'])}, {flag(inst['WeakImm'])}, "
                f"{flag(inst['isTerminator'])}, "
                f"ImmSign::{inst['ImmSign'].capitalize()}, "
                f"{types:#x}, {default_code}, {gens:#x},\n"
                f"     {self.operands.add(rows)}, "
                f"{self.orders.add(order)},\n     "
                f"{switch_list}"
                f",\n     {words(fixed)}, {words(own)}, "
                f"{words(operand_bits)}}},")

    def form_table(self):
        return [self.form(*form) for form in self.forms]

    def mnemonic_table(self):
        """Sorted by spelling; aliases name the mnemonic they stand for."""
        spellings = {}
        for index, (_, inst, *_) in enumerate(self.forms):
            for text in [inst["Mnemonic"]] + inst["Aliases"]:
                spellings.setdefault(text, (inst["Mnemonic"], []))[1].append(
                    index)
        rows = []
        for text, (main, forms) in sorted(spellings.items()):
            slots = 0
            for index in forms:
                slots |= 1 << self.slot_index(self.forms[index][1])
            rows.append(f"{{{{{literal(text)}}}, {{{literal(main)}}}, "
                        f"{self.indices.add([str(i) for i in forms])}, "
                        f"{slots:#x}}},")
        return rows

    def run(self):
        forms = self.form_table()
        tables = [
            ("SwitchGroupInfo", "SwitchGroups",
             [f"{{{self.literals(self.recs.root[g]['Names'])}}}, // {g}"
              for g in self.groups]),
            ("DataTypeInfo", "DataTypes",
             [f"{{{{{literal(r['Suffix'])}}}, {r['Code']}, "
              f"{flag(r['Signed'])}}},"
              for _, r in self.recs.all("DataType")]),
            ("StringLiteral", "SlotNames",
             [f"{{{literal(r['Name'])}}}," for _, r in self.slots]),
            ("StringLiteral", "LoopCompares",
             [f"{{{literal(r['Text'])}}},"
              for _, r in self.ordered("LoopComparison", "Code")]),
            ("OperandSpace", "OperandSpaces", self.space_table()),
            ("GenerationInfo", "Generations", self.generation_table()),
            ("ImpliedAlias", "ImpliedAliases",
             [f"{{TPC::{name_of(r['Of'])}RegClassID, "
              f"TPC::{name_of(r['Hw'])}}},"
              for _, r in self.recs.all("ImpliedAlias")]),
            ("FormInfo", "AllForms", forms),
            ("MnemonicInfo", "AllMnemonics", self.mnemonic_table()),
        ]
        out = ["// Generated by utils/tpc-gen-tables.py. Do not edit.", "",
               "#ifdef GET_TPC_ENUMS", "#undef GET_TPC_ENUMS", "",
               self.enums(), "#endif // GET_TPC_ENUMS", "",
               "#ifdef GET_TPC_TABLES", "#undef GET_TPC_TABLES", ""]
        for pool in (self.names, self.values, self.switches, self.chunks,
                     self.operands, self.orders, self.ranges, self.shorts,
                     self.layouts, self.marks, self.halves, self.indices):
            out += pool.lines
        for ctype, name, rows in tables:
            body = "\n    ".join(rows)
            out.append(
                f"static constexpr {ctype} {name}[] = {{\n    {body}\n}};")
        out += ["", "#endif // GET_TPC_TABLES", ""]
        return "\n".join(out)


def decode_order(item):
    """Forms with more constant bits come first, ties as in the source."""
    name, inst = item
    path, line = inst["!locs"][0].rsplit(":", 1)
    constant = sum(1 for b in inst["Inst"][8:] if b == 1)
    return inst["DecodeLast"], -constant, path, int(line), name


def file_class(file):
    """Register class of a file name of CodeRange."""
    if file.endswith("_SPECIAL"):
        return file[0] + "Special"
    return file + "RF"


def flag(value):
    return "true" if value else "false"


def words(value):
    """A 256-bit number as four 64-bit words, lowest first."""
    parts = [f"{value >> (64 * i) & (1 << 64) - 1:#x}" for i in range(4)]
    return "{{" + ", ".join(parts) + "}}"


def merge(pairs):
    """Joins (operand bit, word bit) pairs to (operand, word, width) runs."""
    runs = []
    for operand, word in sorted(pairs, key=lambda p: (p[1], p[0])):
        if runs:
            o, w, n = runs[-1]
            if operand == o + n and word == w + n:
                runs[-1] = (o, w, n + 1)
                continue
        runs.append((operand, word, 1))
    return sorted(runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("json", help="output of llvm-tblgen --dump-json")
    parser.add_argument("--sched", required=True,
                        help="the same for the records of latencies")
    parser.add_argument("-o", dest="output", required=True)
    args = parser.parse_args()
    text = Generator(load(args.json), load(args.sched)).run()
    with open(args.output, "w", encoding="utf-8") as f:
        f.write(text)


if __name__ == "__main__":
    main()
