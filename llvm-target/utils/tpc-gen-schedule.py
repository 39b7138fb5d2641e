#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tables of TPCMachineModel: latencies, rules and slots of every opcode.

Input are JSON dumps of TPC.td and TPCSchedule.td. What the schedule records
mean for a form is worked out by assembler/gen/schedgen.py, whose folder is
given by --modules; this script numbers its answers by LLVM's opcodes and
operands.
"""

import argparse
import json
import sys


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def literal(text):
    return json.dumps(text)


class Matches:
    """Numbers the OpMatch records that rules use, equal ones once."""

    def __init__(self, gen):
        self.gen = gen
        self.list = []

    def number(self, ref):
        m = self.gen.ref(ref)
        key = {k: m[k] for k in ("Slots", "Mnemonics", "Types", "Switches",
                                 "NotSwitches", "Results", "Sources",
                                 "SourceFields")}
        if key not in self.list:
            self.list.append(key)
        return self.list.index(key)

    def of_form(self, form):
        """Bit set of matches that a form meets under some of its types."""
        return sum(1 << i for i, m in enumerate(self.list)
                   if self.gen.form_matches(m, form))

    def types(self, codes):
        rows = []
        for m in self.list:
            if m["Switches"] or m["NotSwitches"]:
                sys.exit("tpc-gen-schedule: error: rules on switches are not "
                         "in the tables")
            rows.append(hex(sum(1 << codes[t] for t in m["Types"])))
        return rows


class Writer:
    def __init__(self, model, gen):
        self.model, self.gen = model, gen
        self.matches = Matches(gen)
        self.out = []
        self.codes = {t[2]: t[0] for t in model.types}

    def array(self, ctype, name, rows):
        body = "\n    ".join(r + "," for r in rows)
        self.out.append(f"static constexpr {ctype} {name}[] = {{\n    "
                        f"{body}\n}};")

    def operand_names(self, form):
        """Names of the operands in the order of MachineInstr."""
        rec = self.model.db[form.name]
        names = []
        for key in ("OutOperandList", "InOperandList"):
            for arg, name in rec[key]["args"]:
                names.append(name)
                if name == "pred":
                    names.append("pred-polarity")
        return names

    def switch(self, form, group):
        """Where an instruction has a switch; negative: constant."""
        for s in form.switches:
            if self.model.db[s.group]["EnumName"] != group or not s.width:
                continue
            if s.text_only:
                return -1
            if s.fixed:
                value = form.fixed[s.field] >> s.lo & ((1 << s.width) - 1)
                return -2 if value else -1
            return self.model.switch_word[s.field] + s.lo
        sys.exit(f"tpc-gen-schedule: error: {form.name} has no {group}")

    def form(self, form, first, switches, typed):
        names = self.operand_names(form)
        texts = [o.name for o in form.operands]
        text = [str(texts.index(n)) if n in texts else "-1" for n in names]
        pred = names.index("pred") if "pred" in names else -1
        kind = names.index("type") if "type" in names else -1
        default = -1
        if form.default_type:
            default = self.codes[self.model.db[form.default_type]["EnumName"]]
        sw = [str(self.switch(form, s)) for s in switches]
        bits = self.matches.of_form(form)
        low, high = bits & (1 << 64) - 1, bits >> 64
        accumulates = self.gen.mnemonic(form) in self.accumulators
        return (f"{{TPC::{form.name}, {first}, {str(typed).lower()}, "
                f"{len(switches)}, {{{', '.join(sw) or '0'}}}, {kind}, "
                f"{default}, {pred}, {str(accumulates).lower()}, "
                f"{{{', '.join(text)}}}, {len(names)}, "
                f"{{{low:#x}, {high:#x}}}}}")

    def variants(self, known):
        rows = []
        for name in self.model.instances("SlotVariants"):
            forms = [r["def"] for r in self.model.db[name]["Forms"]]
            for f in forms:
                if f not in known:
                    sys.exit(f"tpc-gen-schedule: error: {name}: no form {f}")
            self.check_variants(name, [known[f] for f in forms])
            rows.append(forms)
        return rows

    @staticmethod
    def check_variants(name, forms):
        def shape(form):
            return [(o.name, o.record) for o in form.operands]

        for f in forms[1:]:
            if shape(f) != shape(forms[0]):
                sys.exit(f"tpc-gen-schedule: error: {name}: {f.name} and "
                         f"{forms[0].name} have different operands")
            if f.slot in [g.slot for g in forms if g is not f]:
                sys.exit(f"tpc-gen-schedule: error: {name}: two forms of "
                         f"one slot")

    def rules(self):
        rows = []
        for r in self.gen.of("DistanceRule"):
            rows.append(
                f"{{{literal(r['!name'])}, {literal(r['Name'])}, "
                f"{self.matches.number(r['First'])}, "
                f"{self.matches.number(r['Second'])}, {r['Min']}, "
                f"{r['NotExactly']}, TPCRule::{r['Relation']}}}")
        self.array("TPCDistanceRule", "DistanceRules", rows)
        rows = []
        for r in self.gen.of("BundleRule"):
            rows.append(f"{{{literal(r['!name'])}, {literal(r['Name'])}, "
                        f"{self.matches.number(r['A'])}, "
                        f"{self.matches.number(r['B'])}}}")
        self.array("TPCBundleRule", "BundleRules", rows)
        self.array("SpaceMatch", "SpaceMatches",
                   [f"{{{self.matches.number(r['On'])}, "
                    f"MemorySpace::{r['Name']}}}"
                    for r in self.gen.of("MemorySpace")])

    def values(self, cls, prefix):
        for r in self.gen.of(cls):
            self.out.append(f"static constexpr unsigned {prefix}"
                            f"{r['Name']} = {r['Value']};")

    def row(self, row):
        result, port, pred, vpred, carry = row
        return (f"{{{{{', '.join(map(str, result))}}}, "
                f"{{{', '.join(map(str, port))}}}, {pred}, {vpred}, {carry}}}")

    def run(self):
        gen = self.gen
        self.accumulators = set(gen.sched["Accumulators"]["Names"])
        self.rules()
        self.array("uint16_t", "MatchTypes", self.matches.types(self.codes))
        self.array("uint8_t", "Latencies",
                   [", ".join(str(gen.latency(r, p)) for p in gen.ports.keys)
                    for r in gen.results.keys])
        self.array("int8_t", "ResultStages",
                   [str(p) for p, _ in gen.results.keys])
        self.array("int8_t", "PortStages", [str(r) for r, *_ in gen.ports.keys])
        self.out.append("static constexpr unsigned NumPorts = "
                        f"{len(gen.ports.keys)};")
        named = dict(zip([r["Name"] for r in gen.of("NamedProducer")],
                         gen.named_results))
        self.out.append("static constexpr uint8_t LoopIteratorResult = "
                        f"{named['LOOP_ITERATOR']};")
        self.out.append(f"static constexpr uint8_t CarryResult = "
                        f"{named['CARRY']};")
        self.array("SchedRow", "Rows", [self.row(r) for r in gen.rows.keys])
        self.array("uint16_t", "RowIndex", map(str, gen.index))
        # A record whose switches differ by generation is several forms.
        known = {f.name: f for f in self.model.forms
                 if gen.gen in f.generations}
        self.array("SchedForm", "SchedForms",
                   [self.form(form, *rest)
                    for form, (_, *rest) in zip(self.model.forms, gen.forms)
                    if gen.gen in form.generations])
        self.array("SlotVariantList", "SlotVariants",
                   [f"{{{{{', '.join('TPC::' + f for f in forms)}}}}}"
                    for forms in self.variants(known)])
        return "\n".join(["// Generated by utils/tpc-gen-schedule.py. "
                          "Do not edit.", ""] + self.out + [""])

    def numbers(self):
        """The figures that are no relation of two operations."""
        self.out = []
        self.values("LoopRule", "")
        self.values("FlowRule", "")
        self.values("MemoryRule", "")
        return "\n".join(["// Generated by utils/tpc-gen-schedule.py. "
                          "Do not edit.", ""] + self.out + [""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--isa", required=True, help="JSON of TPC.td")
    parser.add_argument("--sched", required=True,
                        help="JSON of TPCSchedule.td")
    parser.add_argument("--modules", required=True,
                        help="folder of schedgen.py")
    parser.add_argument("--cpu", required=True,
                        help="the generation that the compiler is for")
    parser.add_argument("--tables", required=True)
    parser.add_argument("--numbers", required=True)
    args = parser.parse_args()
    sys.path.insert(0, args.modules)
    sys.dont_write_bytecode = True
    # pylint: disable=import-outside-toplevel
    from isamodel import Model, RecordError
    from schedgen import Generator

    try:
        model = Model(load(args.isa))
        sched = load(args.sched)
        gens = [n for n in model.generations
                if model.db[n]["Name"] == args.cpu]
        if not gens:
            raise RecordError(f"no generation {args.cpu}")
        gen = Generator(model, sched, None, gens[0])
        gen.resolve()
        writer = Writer(model, gen)
        texts = {args.tables: writer.run(), args.numbers: writer.numbers()}
    except RecordError as error:
        sys.exit(f"tpc-gen-schedule: error: {error}")
    for path, text in texts.items():
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)


if __name__ == "__main__":
    main()
