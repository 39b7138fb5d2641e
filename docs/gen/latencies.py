# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Latency, ports and rules of an instruction, from the schedule records."""

import os
import re

from manualmodel import named, titles

STAGES = {-1: "D1", 0: "D2"}
GROUP = {"Z": "S", "D": "V", "A": "V"}
SHOWN = ("S", "Z", "V", "D", "A", "SP", "VP", "I", "AD")


def stage(n):
    return STAGES.get(n, f"E{n}")


def names_text(mnemonics):
    """Mnemonics of a family as its common beginning and a star."""
    names = [m.lower() for m in mnemonics]
    if len(names) > 1 and all(n.startswith(names[0]) for n in names):
        return names[0] + "*"
    if len(names) > 3:
        prefix = os.path.commonprefix(names)
        if len(prefix) > 2 and all(n.startswith(prefix) for n in names):
            return prefix + "*"
        return ", ".join(names[:3]) + " ..."
    return ", ".join(names)


def reader(gen, rec):
    """(kind, which operations) of a Port record."""
    on = gen.ref(rec["On"])
    kind = {"SOURCE": "operand of", "ACC": "accumulator of",
            "PRED": "guard of", "IMPLIED": "implied register of",
            "CARRY": "carry of"}[rec["Kind"]]
    text = "/".join(on["Slots"]) or "all others"
    if on["Mnemonics"]:
        text += " " + names_text(on["Mnemonics"])
    if rec["Fields"]:
        text += " " + "/".join(f.replace("SRC", "Src") for f in rec["Fields"])
    if on["Results"]:
        text += " to " + "/".join(on["Results"])
    if on["Types"]:
        text += " " + "/".join(t.lower() for t in on["Types"])
    if on["Switches"]:
        text += " " + " ".join(s.lower() for s in on["Switches"])
    return kind, text


def readers_text(readers):
    """[(kind, which)] with each kind said once."""
    kinds = {}
    for kind, which in readers:
        kinds.setdefault(kind, []).append(which)
    return "; ".join(kind + " " + ", ".join(dict.fromkeys(which))
                     for kind, which in kinds.items())


def operand_classes(manual, inst, cpu):
    """What the rows of all forms say: ({(slot, file, result): types},
    {(slot, operand, files, stages): None})."""
    from instpages import computed_types
    gen = manual.sched[cpu]
    results, ports = {}, {}
    starts = {id(form): entry[1:]
              for form, entry in zip(manual.model.forms, gen.forms)}
    for slot, by_cpu in inst.forms.items():
        real = computed_types(manual, inst, slot, cpu)
        for form in by_cpu.get(cpu, ()):
            if form.parse_only:
                continue
            first, sw, typed = starts[id(form)]
            count = (len(manual.types) if typed else 1) << len(sw)
            codes = sorted(manual.types.values())
            for i in range(count):
                row = gen.rows.keys[gen.index[first + i]]
                name = codes[i >> len(sw)][3] if typed else ""
                on = [x.lower() for k, x in enumerate(sw)
                      if i >> (len(sw) - 1 - k) & 1]
                name = " ".join([name] + on)
                kind = codes[i >> len(sw)][2] if typed else None
                if kind and kind not in real:
                    continue
                collect(gen, form, slot, row, name, results, ports)
    return results, ports


def collect(gen, form, slot, row, type_name, results, ports):
    result, port, pred, vpred, _ = row
    mnemonic = gen.mnemonic(form)
    for i, o in enumerate(form.operands):
        files = [f for f in SHOWN if f in o.files]
        if o.is_def and files:
            file = GROUP.get(files[0], files[0])
            key = (slot, file, gen.results.keys[result[i]])
            results.setdefault(key, set()).add(type_name)
            reads = mnemonic in gen.sched["Accumulators"]["Names"]
            if reads:
                ports[(slot, f"old value of `{o.name}`", "/".join(files),
                       gen.ports.keys[port[i]][:2])] = None
        elif files and o.kind in ("REG", "IMPLIED"):
            ports[(slot, f"`{o.name}`", "/".join(files),
                   gen.ports.keys[port[i]][:2])] = None
    for n, file in ((pred, "SP"), (vpred, "VP")):
        if n < len(gen.ports.keys):
            ports[(slot, "guard", file, gen.ports.keys[n][:2])] = None


def distances(gen, file, result):
    """Latency -> readers of such a register."""
    out = {}
    for rec in gen.port_rules:
        if rec["Kind"] in ("CARRY", "IMPLIED"):
            continue
        files = set(rec["Files"])
        if files and file not in files:
            continue
        key = (gen.stage(rec["R"]), gen.stage(rec["B"]), tuple(rec["Tags"]))
        if rec["Kind"] == "ACC" and file not in ("S", "V"):
            continue
        out.setdefault(gen.latency(result, key), []).append(reader(gen, rec))
    return out


def same_everywhere(manual, inst, cpus):
    """Groups of generations that agree: [(cpus, classes)]."""
    groups = []
    for cpu in cpus:
        classes = operand_classes(manual, inst, cpu)
        key = repr((sorted(classes[0].items(), key=repr),
                    sorted(classes[1], key=repr),
                    [sorted(distances(manual.sched[cpu], f, r).items())
                     for _, f, r in sorted(classes[0], key=repr)],
                    restrictions(manual, inst, cpu)))
        for group in groups:
            if group[2] == key:
                group[0].append(cpu)
                break
        else:
            groups.append([[cpu], classes, key])
    return [(cpus, classes) for cpus, classes, _ in groups]


def latency_tables(manual, cpu, classes, table):
    gen = manual.sched[cpu]
    results, ports = classes
    out = []
    rows = []
    for (slot, file, result), types in results.items():
        far = distances(gen, file, result)
        text = ". ".join(f"**{n}**: {readers_text(far[n])}"
                         for n in sorted(far, reverse=True))
        every = set().union(*(t for (s, f, _), t in results.items()
                              if (s, f) == (slot, file)))
        names = "all" if types == every else ", ".join(sorted(types))
        rows.append([slot, file, names, stage(result[0]), text])
    out += table(["slot", "result in", "types", "stage",
                  "bundles until a reader sees it"], rows)
    rows = [[slot, what, files, stage(r), stage(b)]
            for slot, what, files, (r, b) in ports]
    return out + table(["slot", "operand", "file", "read in",
                        "bypassed from"], rows)


# Rules

def touches(gen, ref, form):
    """Whether a match of a rule is about this form and not about nearly all
    operations."""
    m = gen.ref(ref)
    if not (m["Mnemonics"] or m["Results"] or m["Sources"]):
        return False
    return gen.form_matches(m, form)


def distance_text(rec):
    if rec["NotExactly"] > 0:
        return f"not {rec['NotExactly']} bundles apart"
    registers = f" ({', '.join(rec['Registers'])})" if rec["Registers"] else ""
    return f"at least {rec['Min']} bundles apart{registers}"


def restrictions(manual, inst, cpu):
    gen = manual.sched[cpu]
    out = []
    forms = [f for by in inst.forms.values() for f in by.get(cpu, ())]
    for cls, keys, text in (
            ("DistanceRule", ("First", "Second"), distance_text),
            ("BundleRule", ("A", "B"), lambda r: "not in one bundle")):
        for rec in gen.of(cls):
            if any(touches(gen, rec[k], f) for f in forms for k in keys):
                line = f"{rec['Name']}: {text(rec)} ({rec['Cite']})"
                if line not in out:
                    out.append(line)
    return out


def shared_fields(manual, inst, cpu):
    """Fields that the forms use and other slots use, too."""
    model, gen = manual.model, manual.cpus[cpu]
    out = []
    for slot, by_cpu in inst.forms.items():
        if slot == "LOOP":
            continue
        used = {f for form in by_cpu.get(cpu, ()) if not form.parse_only
                for f, mask in form.own.items() if mask}
        layout = model.layout_of(gen, slot.capitalize() + "Slot")
        mine = [p for p in layout["fields"]
                if model.db[p[0]]["Name"] == slot and p[1] in used]
        for _, field, lo, width, _ in mine:
            if field in ("FieldImm", "FieldPol", "FieldPred"):
                continue
            others = sorted({
                f"{model.db[o[0]]['Name']} {model.field_enum[o[1]].title()}"
                for o in layout["fields"] if model.db[o[0]]["Name"] != slot
                and o[2] < lo + width and lo < o[2] + o[3]})
            if others:
                text = f"{slot} {model.field_enum[field].title()} is the " \
                    f"same bits as {', '.join(others)}"
                out.append(re.sub(r"\bSrc([a-d])\b",
                                  lambda m: "Src" + m.group(1).upper(), text))
    return out


def section(manual, inst):
    from instpages import table
    out = ["## Latency and restrictions", ""]
    cpus = [c for c in manual.cpus
            if c in inst.cpus() and c in manual.sched]
    without = [c for c in manual.cpus
               if c in inst.cpus() and c not in manual.sched]
    for group, classes in same_everywhere(manual, inst, cpus):
        cpu = group[0]
        tables = latency_tables(manual, cpu, classes, table)
        rules = restrictions(manual, inst, cpu)
        out += [f"**{titles(group)}**", ""] + tables
        if not tables:
            out += ["No register is read or written.", ""]
        out += [f"- {r}" for r in rules] + ([""] if rules else [])
    shared = {}
    for cpu in (c for c in manual.cpus if c in inst.cpus()):
        for line in shared_fields(manual, inst, cpu):
            shared.setdefault(line, []).append(cpu)
    if shared:
        out += [f"- {line} ({titles(c)})" for line, c in shared.items()] + [""]
    if without:
        out += ["The records have no latencies for " + titles(without) + ".",
                ""]
    return out + ["How these figures are used: "
                  "[pipeline rules](../pipeline.md).", ""]


__all__ = ["distances", "named", "reader", "readers_text", "section", "stage"]
