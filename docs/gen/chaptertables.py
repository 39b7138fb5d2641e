# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The tables inside of hand-written chapters, by the names of their marks."""

import re

from instpages import MISSING, code, table
from latencies import reader, stage
from manualmodel import SLOT_ORDER, file_name, name_of, named, title, titles

FILES = (("S", "scalar", "32 bits"), ("V", "vector", "2048 bits"),
         ("SP", "scalar predicate", "1 bit"),
         ("VP", "vector predicate", "256 bits"),
         ("I", "index", "5 × 32 bits"), ("AD", "address", "64 bits and attributes"))


def gen_heads(manual):
    return [title(c) for c in manual.cpus]


def bits_text(lo, width):
    return str(lo) if width == 1 else f"{lo}–{lo + width - 1}"


# Registers

def register_files(manual):
    rows = []
    for file, what, width in FILES:
        counts = []
        for gen in manual.cpus.values():
            n = manual.model.file_count(gen, file)
            counts.append(f"{file}0–{file}{n - 1}")
        rows.append([code(file), what, width] + counts)
    return table(["file", "registers", "width"] + gen_heads(manual), rows)


def operand_codes(manual):
    """Codes of operand fields: one table a space that any layout uses."""
    model, out = manual.model, []
    for space in sorted(model.spaces):
        users = space_users(manual, space)
        if not users:
            continue
        rec = model.spaces[space]
        rows = [[bits_text(base, count), f"{file}0–{file}{count - 1}"
                 if not file.endswith("_SPECIAL") else "special sources"]
                for base, count, file, _ in rec["ranges"]]
        for name in model.instances("ShortImm"):
            short = model.db[name]
            if name_of(short["Space"]) == space:
                last = short["First"] + short["Count"] - 1
                rows.append([bits_text(short["Base"], short["Count"]),
                             f"the number {short['First']}"
                             + (f" to {last}" if short["Count"] > 1 else "")
                             + ("" if short["Signed"] else
                                ", for unsigned operands")])
        if rec["imm"] is not None:
            rows.append([rec["imm"], "the immediate field of the bundle"])
        rows.sort(key=lambda r: int(str(r[0]).split("–")[0]))
        out += [f"**{'; '.join(users)}** ({rec['width']} bits)", ""]
        out += table(["code", "what it names"], rows)
    return out


def space_users(manual, space):
    """'SPU SrcA, SrcB: Goya, Gaudi' for the fields that use a space."""
    by_fields = {}
    for cpu, gen in manual.cpus.items():
        fields = {}
        for slot in manual.model.slots:
            for part in manual.model.layout_of(gen, slot)["fields"]:
                if part[4] == space and part[0] == slot:
                    name = manual.model.db[part[0]]["Name"]
                    fields.setdefault(name, []).append(
                        field_name(manual, part[1]))
        if fields:
            text = ", ".join(f"{s} {'/'.join(f)}" for s, f in fields.items())
            by_fields.setdefault(text, []).append(cpu)
    return [f"{text}, {titles(cpus)}" for text, cpus in by_fields.items()]


FIELD_NAMES = {"OPCODE": "opcode", "SRCA": "SrcA", "SRCB": "SrcB",
               "SRCC": "SrcC", "SRCD": "SrcD", "DEST": "Dest", "TYPE": "type",
               "SW": "switches", "POL": "polarity", "PRED": "guard",
               "ISPRED": "is guarded", "IMM": "IMM", "LOOP_FLAGS": "flags",
               "LOOP_CMP": "comparison", "LOOP_END": "end",
               "LOOP_START_IMM": "start (number)",
               "LOOP_BOUND_IMM": "bound (number)",
               "LOOP_STEP_IMM": "step (number)"}


def field_name(manual, field):
    name = manual.model.field_enum[field]
    return FIELD_NAMES.get(name, name)


SPECIAL = {
    "S_LFSR": "random word; the register advances",
    "S_LFSR_NO_CHANGE": "random word; the register stays",
    "LFSR": "random vector; the registers advance",
    "LFSR_NO_CHANGE": "random vector; the registers stay",
    "V_LANE_ID_32": "number of the lane, 0 to 63, in every 32-bit lane",
    "V_LANE_ID_16": "number of the lane, 0 to 127, in every 16-bit lane",
    "V_LANE_ID_8": "number of the lane, 0 to 255, in every 8-bit lane"}


def special_sources(manual):
    rows = []
    for name, (file, index) in manual.model.registers.special.items():
        places = set()
        for space in manual.model.spaces.values():
            for base, count, f, _ in space["ranges"]:
                if f == file and index < count:
                    places.add(f"{base + index} of {space['width']} bits")
        rows.append([code(name), SPECIAL.get(name, ""),
                     ", ".join(sorted(places))])
    return table(["source", "value", "code"], rows)


HARDWARE = {
    "PC": "program counter; read only",
    "DIV_STEP": "step of UDIV_4STEP where the text names it",
    "S_CARRY": "carry and borrow of the SPU",
    "V_CARRY": "carry and borrow of the VPU, one bit a lane",
    "IRF_DIM_MASK": "dimension masks `M0` to `M3`",
    "LD_TNSR_ID_REG": "tensor of LOAD-slot tensor operations",
    "ST_TNSR_ID_REG": "tensor of STORE-slot tensor operations",
    "ST_RMW_REG": "type and operation of reductions",
    "LD_PARTIAL_REG": "size and offset of partial loads",
    "ST_PARTIAL_REG": "size and offset of partial stores",
    "ZP_REG": "zero point of MAC and MADD",
    "SQZ_CNTR": "squeeze counters, lower and upper words"}


def hardware_registers(manual):
    rows = []
    for name, number in sorted(manual.model.registers.hw.items(),
                               key=lambda kv: kv[1]):
        text = next((t for k, t in HARDWARE.items() if name.startswith(k)), "")
        asm = manual.model.db[name]["AsmName"]
        rows.append([number, code(asm), text])
    return table(["number", "name", "use"], rows)


IMPLIED = (("LoadTensorReg", "tensor of loads"),
           ("StoreTensorReg", "tensor of stores"),
           ("RmwReg", "reduction word"),
           ("LoadPartialReg", "part of loads"),
           ("StorePartialReg", "part of stores"))


def implied_registers(manual):
    cpus = [c for c in manual.cpus if c in manual.machines
            and manual.machines[c]["LoadTensorReg"] >= 0]
    rows = [[what] + [code(f"S{manual.machines[c][key]}") for c in cpus]
            for key, what in IMPLIED]
    return table(["role"] + [title(c) for c in cpus], rows) if cpus else []


# Numbers

def data_types(manual):
    texts = manual.texts("TypeDoc")
    rows = []
    for number, _, name, suffix, width, *_ in manual.model.types:
        rows.append([code("." + suffix), number, width, texts[name]]
                    + ["yes" if name in manual.processor_types(c) else MISSING
                       for c in manual.cpus])
    return table(["type", "code", "bits", "format"] + gen_heads(manual), rows)


def codes(manual, prefix):
    rows = [[c["Value"], code(c["Name"][len(prefix):].lower()), c["Doc"]]
            for c in sorted(named(manual.machine_db, "MachineCode"),
                            key=lambda c: c["Value"])
            if c["Name"].startswith(prefix)]
    return table(["code", "name", "meaning"], rows)


def memory_types(manual):
    rows = [[t["Code"], code(t["Type"].lower())]
            for t in sorted(named(manual.machine_db, "MemoryType"),
                            key=lambda t: t["Code"])]
    return table(["code", "type"], rows)


def loop_comparisons(manual):
    return table(["code", "comparison"],
                 [[number, code(text)]
                  for number, _, text in manual.model.loop_cmps])


# Machine

def machine_rows(manual, keys):
    cpus = [c for c in manual.cpus if c in manual.machines]
    rows = []
    for key, what in keys:
        rows.append([what] + [f"{manual.machines[c][key]:,}" for c in cpus])
    return table(["what"] + [title(c) for c in cpus], rows)


def memory_sizes(manual):
    return machine_rows(manual, (
        ("SlmSize", "scalar local memory, bytes"),
        ("VlmSize", "vector local memory, bytes"),
        ("VlmSizeSmall", "vector local memory of kernels with look-ups, bytes"),
        ("Tensors", "tensor descriptors"),
        ("LoopDepth", "nested hardware loops")))


def table_slots(manual):
    return machine_rows(manual, tuple(
        (f"LookupSlotBytes{n}", f"{n} intervals, bytes of a function")
        for n in (256, 128, 64, 32)))


def word(manual, fields):
    """Fields of a control word, by generation."""
    rows = []
    cpus = [c for c in manual.cpus if c in manual.machines]
    for key, what in fields:
        row = [what]
        for cpu in cpus:
            ref = manual.machines[cpu][key]
            if ref is None:
                row.append(MISSING)
                continue
            rec = manual.machine_db[name_of(ref)]
            row.append(bits_text(rec["Lsb"], rec["Width"]))
        rows.append(row)
    return table(["field"] + [title(c) for c in cpus], rows)


# Bundles

def layout_groups(manual, key):
    groups = {}
    for cpu, gen in manual.cpus.items():
        refs = manual.model.db[gen].get(key) or []
        for ref in refs if isinstance(refs, list) else [refs]:
            groups.setdefault(name_of(ref), []).append(cpu)
    return groups.items()


def layout_table(manual, name):
    layout = manual.model.layouts[name]
    rows = []
    for slot, field, lo, width, _ in sorted(
            layout["fields"], key=lambda f: (f[2], f[0])):
        slot_name = manual.model.db[slot]["Name"]
        text = field_name(manual, field)
        if rows and rows[-1][0] == bits_text(lo, width):
            rows[-1][1] += f", {slot_name}"
            if text not in rows[-1][2].split(", "):
                rows[-1][2] += f", {text}"
        else:
            rows.append([bits_text(lo, width), slot_name, text])
    for ref in manual.model.db[name].get("Fixed", ()):
        rec = manual.model.db[name_of(ref)]
        rows.append([bits_text(rec["Lo"], rec["Width"]), "",
                     f"always {rec['Value']:0{rec['Width']}b}"])
    for lo, width in layout["unused"]:
        rows.append([bits_text(lo, width), "", "unused"])
    rows.sort(key=lambda r: int(r[0].split("–")[0]))
    return table(["bits", "slot", "field"], rows)


def layouts(manual, key, what):
    out = []
    for name, cpus in layout_groups(manual, key):
        bits = manual.model.layouts[name]["bits"]
        slots = {manual.model.db[f[0]]["Name"]
                 for f in manual.model.layouts[name]["fields"]}
        which = " and ".join(s for s in SLOT_ORDER if s in slots) \
            if key == "Halves" else what
        out += [f"**{titles(cpus)}**: {which}, {bits} bits", ""]
        out += layout_table(manual, name)
    return out


def shared_fields(manual):
    rows = []
    for name, cpus in layout_groups(manual, "Layout"):
        layout = manual.model.layouts[name]
        for lo, width in layout["shared"]:
            users = [f"{manual.model.db[f[0]]['Name']} "
                     f"{field_name(manual, f[1])}" for f in layout["fields"]
                     if f[2] < lo + width and lo < f[2] + f[3]]
            rows.append([bits_text(lo, width), ", ".join(users),
                         titles(cpus)])
    return table(["bits", "fields", "generations"], rows)


def opcodes(manual):
    rows = {}
    for inst in manual.instructions.values():
        for slot, cpu, form in inst.all_forms():
            key = (SLOT_ORDER.index(slot if slot != "LOOP" else "SPU"),
                   form.opcode)
            rows.setdefault(key, {}).setdefault(inst.mnemonic, set()).add(cpu)
    out = []
    for (slot, opcode), names in sorted(rows.items()):
        for mnemonic, cpus in sorted(names.items()):
            every = set(cpus) == set(manual.cpus)
            out.append([SLOT_ORDER[slot], f"0x{opcode:02x}",
                        f"[{mnemonic}](instructions/{file_name(mnemonic)})",
                        "all" if every else titles(
                            [c for c in manual.cpus if c in cpus])])
    return table(["slot", "opcode", "instruction", "generations"], out)


# Pipeline

def by_generation(manual, cls, row, head):
    """A table a group of generations whose rows are the same."""
    groups = []
    for cpu, gen in manual.sched.items():
        rows = [row(gen, rec) for rec in gen.of(cls)]
        for group in groups:
            if group[1] == rows:
                group[0].append(cpu)
                break
        else:
            groups.append(([cpu], rows))
    out = []
    for cpus, rows in groups:
        if rows:
            out += [f"**{titles(cpus)}**", ""] + table(head, rows)
    return out


def cite(gen, rec):
    return f"{gen.ref(rec['Certainty'])['!name'].lower()}, {rec['Cite']}"


def match_text(gen, ref):
    m = gen.ref(ref)
    text = "/".join(m["Slots"])
    if m["Mnemonics"]:
        text += " " + ", ".join(x.lower() for x in m["Mnemonics"])
    if m["Types"]:
        text += " of " + ", ".join(t.lower() for t in m["Types"])
    if m["Switches"]:
        text += " with " + ", ".join(s.lower() for s in m["Switches"])
    if m.get("NotSwitches"):
        text += " without " + ", ".join(s.lower() for s in m["NotSwitches"])
    if m["Results"]:
        text += " to " + "/".join(m["Results"])
    if m["Sources"]:
        text += " from " + "/".join(m["Sources"])
    if m["SourceFields"]:
        text += " in " + "/".join(m["SourceFields"])
    return text.strip() or "all others"


def producers(manual):
    return by_generation(
        manual, "Producer",
        lambda g, r: ["/".join(r["Files"]), match_text(g, r["On"]),
                      stage(g.stage(r["P"])), " ".join(r["Tags"]),
                      cite(g, r)],
        ["result in", "of", "stage P", "tags", "source"])


def ports(manual):
    def row(gen, rec):
        kind, which = reader(gen, rec)
        files = [f for f in rec["Files"] if not f.endswith("_SPECIAL")]
        return [f"{kind} {which}", "/".join(files) or ("special" if rec["Files"] else ""),
                stage(gen.stage(rec["R"])), stage(gen.stage(rec["B"])),
                " ".join(rec["Tags"]), cite(gen, rec)]
    return by_generation(manual, "Port", row,
                         ["reader", "file", "stage R", "bypass B", "tags",
                          "source"])


def pair_rules(manual):
    def row(gen, rec):
        what = []
        if rec["Set"] >= 0:
            what.append(f"latency is {rec['Set']}")
        if rec["Add"]:
            what.append(f"{rec['Add']:+d}")
        if rec["Read"]:
            what.append("R is " + stage(gen.stage(rec["Read"])))
        if rec["Bypass"]:
            what.append("B is " + stage(gen.stage(rec["Bypass"])))
        return [" ".join(rec["From"]) or "any", " ".join(rec["To"]) or "any",
                ", ".join(what), cite(gen, rec)]
    return by_generation(manual, "PairRule", row,
                         ["producer's tags", "reader's tags", "then",
                          "source"])


def distance_rules(manual):
    def row(gen, rec):
        far = f"not {rec['NotExactly']}" if rec["NotExactly"] > 0 \
            else str(rec["Min"])
        extra = {"NONE": "", "SAME_DEST": "same destination",
                 "USES_SRCD": "the second uses SrcD",
                 "MMIO": " ".join(rec["Registers"]),
                 "FALL_THROUGH": "on the path that falls through",
                 "DELAY_SLOT": "the first behind a LOOP"}
        return [rec["Name"], far, extra.get(rec["Relation"], rec["Relation"]),
                cite(gen, rec)]
    return by_generation(manual, "DistanceRule", row,
                         ["operations", "distance", "where", "source"])


def bundle_rules(manual):
    return by_generation(
        manual, "BundleRule",
        lambda g, r: [r["Name"], match_text(g, r["A"]), match_text(g, r["B"]),
                      cite(g, r)],
        ["rule", "one operation", "another", "source"])


def loop_rules(manual):
    out = []
    for cls in ("LoopRule", "FlowRule", "MemoryRule"):
        out += by_generation(
            manual, cls,
            lambda g, r: [r["Name"].replace("_", " ").lower(), r["Value"],
                          cite(g, r)], ["rule", "bundles", "source"])
    return out


def generations(manual):
    rows = []
    for cpu, gen in manual.cpus.items():
        rec = manual.model.db[gen]
        rows.append([title(cpu), code(cpu),
                     ", ".join(map(code, rec["Aliases"])) or MISSING,
                     rec["March"], len(manual.model.forms_of(gen)),
                     "yes" if cpu in manual.sched else "not yet"])
    return table(["generation", "`--mcpu`", "also", "number in metadata",
                  "operand forms", "latencies in the records"], rows)


def open_questions(manual):
    out = []
    for inst in manual.instructions.values():
        for q in inst.doc["OpenQuestions"]:
            link = f"[{inst.mnemonic}](instructions/{file_name(inst.mnemonic)})"
            q = re.sub(r"\]\((?!\.\./)", "](instructions/", q)
            out.append([link, q.replace("](../", "](")])
    return table(["instruction", "what public sources leave open"], out)


def tables(manual):
    """Name of a mark -> function that makes the lines between its ends."""
    return {
        "generations": lambda: generations(manual),
        "register-files": lambda: register_files(manual),
        "operand-codes": lambda: operand_codes(manual),
        "special-sources": lambda: special_sources(manual),
        "hardware-registers": lambda: hardware_registers(manual),
        "implied-registers": lambda: implied_registers(manual),
        "data-types": lambda: data_types(manual),
        "rounding-codes": lambda: codes(manual, "ROUND_"),
        "memory-types": lambda: memory_types(manual),
        "loop-comparisons": lambda: loop_comparisons(manual),
        "memory-sizes": lambda: memory_sizes(manual),
        "table-slots": lambda: table_slots(manual),
        "reduction-word": lambda: word(manual, (
            ("RmwType", "data type"), ("RmwOp", "operation"),
            ("RmwSet", "1: reduce"),
            ("RmwDescriptorType", "1: type of the descriptor"))),
        "reduction-operations": lambda: codes(manual, "RMW_"),
        "partial-word": lambda: word(manual, (
            ("PartialSize", "elements minus 1"),
            ("PartialOffset", "first element"))),
        "lookup-id": lambda: word(manual, (
            ("LookupKind", "kind of table"),
            ("LookupSlot", "number of the function"))),
        "layouts": lambda: layouts(manual, "Layout", "bundle"),
        "loop-layouts": lambda: layouts(manual, "LoopLayout", "LOOP"),
        "half-layouts": lambda: layouts(manual, "Halves", "half"),
        "shared-fields": lambda: shared_fields(manual),
        "opcodes": lambda: opcodes(manual),
        "producers": lambda: producers(manual),
        "ports": lambda: ports(manual),
        "pair-rules": lambda: pair_rules(manual),
        "distance-rules": lambda: distance_rules(manual),
        "bundle-rules": lambda: bundle_rules(manual),
        "loop-rules": lambda: loop_rules(manual),
        "open-questions": lambda: open_questions(manual),
    }
