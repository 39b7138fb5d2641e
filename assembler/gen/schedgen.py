#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes latency and rule tables from TPCSchedule.td and TPCMachine.td.

Input are the JSON dumps of TPC.td (the forms), TPCSchedule.td and
TPCMachine.td. For every form, type and setting of the switches that rules ask
about, each result gets a result class (stage P and tags) and each operand a
port class (stages R and B and tags); the latencies of all pairs of classes
make a matrix. A result or operand that no record matches is an error.
"""

import argparse
import itertools
import json
import re
import sys

from isamodel import Model, RecordError
from outfile import write_if_changed

NONE = 0xff
GROUP = {"Z": "S", "D": "V", "A": "V"}


def named(db, cls):
    return [db[n] for n in db["!instanceof"].get(cls, [])]


class Classes:
    """Numbers of distinct keys."""

    def __init__(self):
        self.keys = []

    def number(self, key):
        if key not in self.keys:
            self.keys.append(key)
        return self.keys.index(key)


def sources_of(model, form):
    """(files, fields) of each operand that a match may ask for."""
    for o in form.operands:
        fields = {model.field_enum[p.field] for p in o.places}
        if o.is_def:
            continue
        if o.kind == "REG":
            yield o.files, fields
        elif o.kind in ("IMM32", "SAMEIMM", "MASK32", "UIMM"):
            yield {"IMM"}, fields


class Op:
    """A form under one type and one setting of switches."""

    def __init__(self, gen, form, enum_type, switches):
        self.form = form
        self.slot = gen.slot_name(form)
        self.mnemonic = gen.mnemonic(form)
        self.type = enum_type
        self.switches = switches


class Generator:
    def __init__(self, model, sched, machine, gen):
        self.model = model
        self.sched = sched
        self.machine = machine
        self.gen = gen
        self.cpu = model.db[gen]["Name"]
        self.results = Classes()
        self.ports = Classes()
        self.rows = Classes()
        self.index = []
        self.forms = []
        self.names = {self.mnemonic(f) for f in model.forms}
        self.types = {t[2] for t in model.types}
        self.producers = self.of("Producer")
        self.port_rules = self.of("Port")
        self.pairs = self.of("PairRule")
        self.used = set()
        self.check_names()

    def of(self, cls):
        recs = [r for r in named(self.sched, cls) if self.cpu in r["Gens"]]
        return sorted(recs, key=lambda r: int(r["!locs"][0].rsplit(":", 1)[1]))

    def ref(self, r):
        return self.sched[r["def"]]

    def stage(self, r):
        return self.ref(r)["N"]

    @staticmethod
    def mnemonic(form):
        return re.sub(r"\W", "_", form.mnemonic).upper()

    def slot_name(self, form):
        name = form.slot.removesuffix("Slot").upper()
        return "SPU" if name == "LOOP" else name

    def check_names(self):
        """Every name in a match exists in the instruction records."""
        groups = {r["EnumName"] for r in named(self.model.db, "SwitchGroup")}
        fields = set(self.model.field_enum.values())
        for rec in named(self.sched, "OpMatch"):
            for key, known in (("Mnemonics", self.names),
                               ("Types", self.types), ("Switches", groups),
                               ("NotSwitches", groups),
                               ("SourceFields", fields)):
                for name in rec[key]:
                    if name not in known:
                        raise RecordError(f"{rec['!locs'][0]}: {name} is in "
                                          "no instruction record")

    def form_matches(self, m, form):
        """Whether operations of a form match, types and switches aside."""
        def listed(key, value):
            return not m[key] or value in m[key]

        results = {f for o in form.operands if o.is_def for f in o.files}
        wanted, fields = set(m["Sources"]), set(m["SourceFields"])
        return (listed("Slots", self.slot_name(form))
                and listed("Mnemonics", self.mnemonic(form))
                and (not m["Results"] or results & set(m["Results"]))
                and (not wanted or any(
                    files & wanted and (not fields or where & fields)
                    for files, where in sources_of(self.model, form))))

    def matches(self, ref, op):
        m = self.ref(ref)
        return (self.form_matches(m, op.form)
                and (not m["Types"] or op.type in m["Types"])
                and all(s in op.switches for s in m["Switches"])
                and not any(s in op.switches for s in m["NotSwitches"]))

    def result_class(self, op, operand):
        for rec in self.producers:
            if operand.files & set(rec["Files"]) and \
                    self.matches(rec["On"], op):
                self.used.add(rec["!name"])
                return self.results.number((self.stage(rec["P"]),
                                            tuple(rec["Tags"])))
        raise RecordError(f"{op.form.loc}: no Producer record for its result "
                          f"(type {op.type})")

    def port_class(self, op, kind, files, fields):
        for rec in self.port_rules:
            if rec["Kind"] != kind or not self.matches(rec["On"], op):
                continue
            if rec["Files"] and not files & set(rec["Files"]):
                continue
            if rec["Fields"] and not fields & set(rec["Fields"]):
                continue
            self.used.add(rec["!name"])
            return self.ports.number((self.stage(rec["R"]),
                                      self.stage(rec["B"]),
                                      tuple(rec["Tags"])))
        raise RecordError(f"{op.form.loc}: no Port record for {kind} "
                          f"{'/'.join(sorted(files))} (type {op.type})")

    def row(self, op):
        result = [NONE] * 6
        port = [NONE] * 6
        for i, o in enumerate(op.form.operands):
            fields = {self.model.field_enum[p.field] for p in o.places}
            if o.is_def:
                result[i] = self.result_class(op, o)
                port[i] = self.port_class(op, "ACC", o.files, fields)
            elif o.kind == "REG":
                port[i] = self.port_class(op, "SOURCE", o.files, fields)
            elif o.kind == "IMPLIED":
                port[i] = self.port_class(op, "IMPLIED", o.files, fields)
        pred = vpred = NONE
        if op.form.pred != "NONE":
            pred = self.port_class(op, "PRED", {"SP"}, set())
        if op.form.pred == "ANY":
            vpred = self.port_class(op, "PRED", {"VP"}, set())
        carry = NONE
        if op.mnemonic == "ADD":
            carry = self.port_class(op, "CARRY", set(), set())
        return (tuple(result), tuple(port), pred, vpred, carry)

    def relevant_switches(self, form):
        """Switch groups of a form that latencies depend on."""
        asked = set()
        for rec in self.producers + self.port_rules:
            match = self.ref(rec["On"])
            asked |= set(match["Switches"]) | set(match["NotSwitches"])
        have = {self.model.db[s.group]["EnumName"] for s in form.switches
                if s.width}
        return sorted(asked & have)

    def resolve(self):
        # The order of tpc_isa_form(): what isawrite.py writes.
        nothing = (NONE,) * 6
        self.index.append(self.rows.number((nothing, nothing, NONE, NONE,
                                            NONE)))
        for form in self.model.forms:
            if self.gen not in form.generations:
                self.forms.append((form.name, 0, [], False))
                continue
            switches = self.relevant_switches(form)
            if len(switches) > 2:
                raise RecordError(f"{form.loc}: rules ask for more than two "
                                  "switches")
            # op->type is set by the type field or by the form's default
            typed = bool(form.types)
            types = [t[2] for t in self.model.types] if typed else [None]
            if not typed and form.default_type:
                types = [self.model.db[form.default_type]["EnumName"]]
            first = len(self.index)
            for t in types:
                for bits in itertools.product((0, 1), repeat=len(switches)):
                    on = {s for s, b in zip(switches, bits) if b}
                    op = Op(self, form, t, on)
                    self.index.append(self.rows.number(self.row(op)))
            self.forms.append((form.name, first, switches, typed))
        self.named_results = [
            self.results.number((self.stage(r["P"]), tuple(r["Tags"])))
            for r in self.of("NamedProducer")]
        if max(len(self.results.keys), len(self.ports.keys)) >= NONE:
            raise RecordError("too many classes")

    def latency(self, result, port):
        p, from_tags = result
        r, b, to_tags = port
        rules = [x for x in self.pairs
                 if set(x["From"]) <= set(from_tags)
                 and set(x["To"]) <= set(to_tags)]
        for rule in rules:
            if rule["Read"]:
                r = self.stage(rule["Read"])
            if rule["Bypass"]:
                b = self.stage(rule["Bypass"])
        value = max(1, max(p, b) - r + 1)
        for rule in rules:
            if rule["Set"] >= 0:
                value = rule["Set"]
            value += rule["Add"]
        return value

    # Output

    def match(self, ref, arrays):
        m = self.ref(ref)
        mns = "NULL"
        if m["Mnemonics"]:
            key = tuple(m["Mnemonics"])
            if key not in arrays:
                arrays[key] = f"{self.cpu}_mn_{len(arrays)}"
            mns = arrays[key]
        switches = [f"{{ TPC_SW_{s}, {on} }}"
                    for key, on in (("Switches", "true"),
                                    ("NotSwitches", "false")) for s in m[key]]
        if len(switches) > 1:
            raise RecordError(f"{m['!locs'][0]}: more than one switch")

        def bits(prefix, names):
            return " | ".join(f"1u << TPC_{prefix}_{n}" for n in names) or "0"

        return ("{ " + ", ".join([
            bits("SLOT", m["Slots"]), bits("TYPE", m["Types"]),
            bits("FILE", m["Results"]), bits("FILE", m["Sources"]),
            bits("F", m["SourceFields"]), mns, str(len(m["Mnemonics"])),
            str(len(switches)), *(switches or ["{ 0, false }"])]) + " }")

    def tables(self):
        cpu = self.cpu
        out = []
        latencies = [[self.latency(r, p) for p in self.ports.keys]
                     for r in self.results.keys]
        out.append(f"/* Result classes of {cpu}: stage P, tags. */")
        for i, (p, tags) in enumerate(self.results.keys):
            out.append(f"/* {i}: P={p} {' '.join(tags)} */")
        out.append(f"/* Port classes of {cpu}: stages R and B, tags. */")
        for i, (r, b, tags) in enumerate(self.ports.keys):
            out.append(f"/* {i}: R={r} B={b} {' '.join(tags)} */")
        out.append(f"static const uint8_t {cpu}_matrix[] = {{")
        for line in latencies:
            out.append("\t" + " ".join(f"{v}," for v in line))
        out.append("};")
        out.append(f"static const int8_t {cpu}_port_stages[] = {{ "
                   + ", ".join(str(r) for r, *_ in self.ports.keys) + " };")
        out.append(f"static const struct sched_row {cpu}_rows[] = {{")
        for result, port, pred, vpred, carry in self.rows.keys:
            out.append("\t{ { " + ", ".join(map(str, result)) + " }, { "
                       + ", ".join(map(str, port))
                       + f" }}, {pred}, {vpred}, {carry} }},")
        out.append("};")
        out.append(f"static const uint16_t {cpu}_index[] = {{")
        for i in range(0, len(self.index), 16):
            out.append("\t" + " ".join(f"{v}," for v in self.index[i:i + 16]))
        out.append("};")
        out.append(f"static const struct sched_form {cpu}_forms[] = {{")
        for name, first, switches, typed in self.forms:
            sw = ", ".join(f"TPC_SW_{s}" for s in switches) or "0"
            out.append(f"\t{{ {first}, {len(switches)}, "
                       f"{'true' if typed else 'false'}, {{ {sw} }} }}, "
                       f"/* {name} */")
        out.append("};")
        out.append(f"static const char *const {cpu}_names[] = {{")
        out += [f'\t"{name}",' for name, *_ in self.forms]
        out.append("};")
        out.append(f"static const uint8_t {cpu}_named[] = {{ "
                   + ", ".join(map(str, self.named_results)) + " };")
        arrays = {}
        rules = [f"static const struct tpc_distance_rule {cpu}_distance[] = {{"]
        for r in self.of("DistanceRule"):
            regs = " ".join(r["Registers"])
            rules.append(
                f"\t{{ \"{r['!name']}\", \"{r['Name']}\",\n\t  "
                f"{self.match(r['First'], arrays)},\n\t  "
                f"{self.match(r['Second'], arrays)},\n\t  {r['Min']}, "
                f"{r['NotExactly']}, TPC_RULE_{r['Relation']}, "
                + (f'"{regs}"' if regs else "NULL") + " },")
        rules.append("};")
        rules.append(f"static const struct tpc_bundle_rule {cpu}_bundle[] = {{")
        for r in self.of("BundleRule"):
            rules.append(f"\t{{ \"{r['!name']}\", \"{r['Name']}\",\n\t  "
                         f"{self.match(r['A'], arrays)},\n\t  "
                         f"{self.match(r['B'], arrays)} }},")
        rules.append("};")
        rules.append(f"static const struct sched_space {cpu}_spaces[] = {{")
        for r in self.of("MemorySpace"):
            rules.append(f"\t{{ {self.match(r['On'], arrays)},\n"
                         f"\t  TPC_SPACE_{r['Name']} }},")
        rules.append("};")
        for key, name in arrays.items():
            out.append(f"static const uint16_t {name}[] = {{ "
                       + ", ".join(f"TPC_MN_{m}" for m in key) + " };")
        out += rules
        out.append(f"static const int {cpu}_loop[] = {{ "
                   + ", ".join(str(r["Value"]) for r in self.of("LoopRule")
                               + self.of("FlowRule")) + " };")
        names = self.sched["Accumulators"]["Names"]
        out.append(f"static const uint16_t {cpu}_accumulators[] = {{ "
                   + ", ".join(f"TPC_MN_{m}" for m in names) + " };")
        self.max_latency = max(max(line) for line in latencies)
        return out

    def entry(self):
        c = self.cpu
        return (f"\t{{ TPC_CPU_{c.upper()}, {self.max_latency}, "
                f"{len(self.results.keys)}, {len(self.ports.keys)}, "
                f"{c}_matrix, {c}_port_stages, {c}_forms, {len(self.forms)}, {c}_index, "
                f"{c}_rows, {c}_named,\n\t  {c}_distance, "
                f"{len(self.of('DistanceRule'))}, {c}_bundle, "
                f"{len(self.of('BundleRule'))}, {c}_loop, "
                f"{c}_names,\n\t  {c}_accumulators, "
                f"{len(self.sched['Accumulators']['Names'])}, {c}_spaces, "
                f"{len(self.of('MemorySpace'))} }},")


def note_unused(gens):
    """Producers and ports that no generation has a form for."""
    used = set().union(*(g.used for g in gens))
    for name in sorted({r["!name"] for g in gens
                        for r in g.producers + g.port_rules} - used):
        print(f"schedgen.py: note: {name} matches no form", file=sys.stderr)


def snake(name):
    name = re.sub(r"([a-z])([0-9])", r"\1_\2", name)
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class MachineWriter:
    def __init__(self, db):
        self.db = db
        self.machines = named(db, "TPCMachine")
        rec = self.machines[0]
        self.members = [k for k in rec if not k.startswith("!") and k != "Gen"]

    def is_word(self, key):
        """Machines without the field have no value; its width is 0."""
        return any(isinstance(m[key], dict) for m in self.machines)

    def header(self):
        out = ["#include <stdint.h>", ""]
        for c in sorted(named(self.db, "MachineCode"),
                        key=lambda r: (r["Name"].split("_")[0], r["Value"])):
            out.append(f"#define TPC_{c['Name']} {c['Value']} "
                       f"/* {c['Doc']} */")
        out += ["", "struct tpc_word_field {", "\tuint8_t lsb;",
                "\tuint8_t width;", "};", "", "struct tpc_machine {"]
        for key in self.members:
            kind = "struct tpc_word_field" if self.is_word(key) else "int64_t"
            out.append(f"\t{kind} {snake(key)};")
        return out + ["};"]

    def value(self, rec, key):
        if not self.is_word(key):
            return str(rec[key])
        if rec[key] is None:
            return "{ 0, 0 }"
        word = self.db[rec[key]["def"]]
        return f"{{ {word['Lsb']}, {word['Width']} }}"

    def tables(self):
        out = ["const struct sched_machine sched_machines[] = {"]
        for rec in self.machines:
            out.append(f"\t{{ TPC_CPU_{rec['Gen'].upper()}, {{")
            for key in self.members:
                out.append(f"\t\t.{snake(key)} = {self.value(rec, key)},")
            out.append("\t} },")
        out += ["};", "const unsigned sched_num_machines = "
                f"{len(self.machines)};", "",
                "const uint8_t sched_memory_types[16] = {"]
        types = {r["Code"]: r["Type"] for r in named(self.db, "MemoryType")}
        for code in range(16):
            out.append(f"\tTPC_TYPE_{types.get(code, 'NONE')},")
        return out + ["};"]


def write(path, sources, guard, lines):
    head = ["/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */",
            f"/* Generated by assembler/gen/schedgen.py from {sources}. "
            "Do not edit. */"]
    if guard:
        head += [f"#ifndef {guard}", f"#define {guard}", ""]
        lines = lines + ["", "#endif"]
    write_if_changed(path, "\n".join(head + lines) + "\n")


def enum(name, prefix, values):
    return ([f"enum {name} {{"] + [f"\t{prefix}{v}," for v in values]
            + ["};", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--isa", required=True, help="JSON of TPC.td")
    parser.add_argument("--sched", required=True,
                        help="JSON of TPCSchedule.td")
    parser.add_argument("--machine", required=True,
                        help="JSON of TPCMachine.td")
    parser.add_argument("--sched-header", required=True)
    parser.add_argument("--machine-header", required=True)
    parser.add_argument("--tables", required=True)
    args = parser.parse_args()

    def load(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    try:
        model = Model(load(args.isa))
        sched = load(args.sched)
        machine = MachineWriter(load(args.machine))
        have = {g for r in named(sched, "Producer") for g in r["Gens"]}
        gens = []
        for name in model.generations:
            if model.db[name]["Name"] in have:
                gens.append(Generator(model, sched, machine, name))
                gens[-1].resolve()
        note_unused(gens)
    except RecordError as error:
        print(f"schedgen.py: error: {error}", file=sys.stderr)
        return 1

    first = gens[0]
    header = (enum("tpc_sched_named_result", "TPC_SCHED_NAMED_",
                   [r["Name"] for r in first.of("NamedProducer")])
              + enum("tpc_sched_loop_rule", "TPC_SCHED_",
                     [r["Name"] for r in first.of("LoopRule")
                      + first.of("FlowRule")])
              + enum("tpc_memory_space", "TPC_SPACE_",
                     ["NONE"] + [r["Name"] for r in first.of("MemorySpace")]))
    body = ['#include "sched_tables.h"', "", "#include <stddef.h>", ""]
    for g in gens:
        body += g.tables() + [""]
    body += ["const struct tpc_sched sched_cpus[] = {"]
    body += [g.entry() for g in gens]
    body += ["};", f"const unsigned sched_num_cpus = {len(gens)};", ""]
    body += machine.tables()

    td = "llvm-target/TPCSchedule.td"
    write(args.sched_header, td, "TPC_SCHED_GEN_H", header)
    write(args.machine_header, "llvm-target/TPCMachine.td",
          "TPC_MACHINE_GEN_H", machine.header())
    write(args.tables, td + " and llvm-target/TPCMachine.td", None, body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
