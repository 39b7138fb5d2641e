# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A page an instruction, and the list of instructions."""

import re

import encoding
import latencies
from manualmodel import SLOT_ORDER, file_name, named, title, titles

MADE = "<!-- Made by docs/gen/manual.py from llvm-target/*.td: `make manual`. -->"
MISSING = "–"


def table(head, rows):
    """A Markdown table; none without rows."""
    if not rows:
        return []
    out = ["| " + " | ".join(head) + " |",
           "| " + " | ".join("---" for _ in head) + " |"]
    for row in rows:
        out.append("| " + " | ".join(str(c).replace("|", "\\|")
                                     for c in row) + " |")
    return out + [""]


def code(text):
    return f"`{text}`"


# Kinds of operands

FILE_TEXT = {"S_SPECIAL": "", "V_SPECIAL": ""}
KIND_TEXT = {"IMM32": "imm", "MASK32": "imm", "TARGET": "label",
             "UIMM": "number", "DIMMASK": "dims", "LOOPIMM": "imm",
             "LOOPCMP": "comparison", "LOOPEND": "label", "SAMEIMM": "imm"}


def hardware_names(manual, operand):
    """Names of the hardware registers of an operand's class."""
    return [manual.model.db[r]["AsmName"] for r in manual.names(operand.record)]


def registers(manual, operand):
    """Names of what a register operand may be, shortened."""
    if operand.record in ("SRFSrc", "VRFSrc"):
        return [operand.record[0]]
    members = manual.members(operand.record)
    files = {file for file, _ in members}
    if files == {"HW"}:
        names = hardware_names(manual, operand)
        prefixes = {n.rstrip("0123456789") for n in names}
        return names if len(names) == 1 else \
            [prefixes.pop()] if len(prefixes) == 1 else ["hw"]
    if len(members) == 1:
        return [manual.model.db[manual.names(operand.record)[0]]["AsmName"]]
    return sorted(files - {"S_SPECIAL", "V_SPECIAL"})


def kinds(manual, operand):
    if operand.kind in ("REG", "IMPLIED", "HW"):
        return registers(manual, operand)
    return [KIND_TEXT.get(operand.kind, operand.kind.lower())]


KIND_ORDER = ["S", "Z", "V", "D", "A", "SP", "VP", "I", "AD", "imm"]


def joined(values):
    return "|".join(sorted(set(values), key=lambda v: (
        KIND_ORDER.index(v) if v in KIND_ORDER else 99, v)))


def kind_long(manual, cpus, operand):
    """Kind and range of an operand in words."""
    kind = operand.kind
    if kind == "HW":
        names = hardware_names(manual, operand)
        if registers(manual, operand) == ["hw"]:
            return "[hardware register](../registers.md#hardware-registers)"
        return f"`{names[0]}`" + (f" to `{names[-1]}`" if names[1:] else "")
    if kind in ("REG", "IMPLIED"):
        members = manual.members(operand.record)
        if len(members) == 1:
            return f"`{registers(manual, operand)[0]}`, not encoded" \
                if kind == "IMPLIED" else f"`{registers(manual, operand)[0]}`"
        return ", ".join(file_range(manual, cpus, f)
                         for f in registers(manual, operand)) \
            + (" or a [special source](../registers.md#special-sources)"
               if operand.record in ("SRFSrc", "VRFSrc") else "")
    return {
        "IMM32": "32-bit [immediate](../bundles.md#immediates)",
        "MASK32": "32-bit number in the immediate field",
        "TARGET": "label, or a distance in bytes of -2^31 to 2^31 - 1",
        "UIMM": f"number, 0 to {operand.max}",
        "DIMMASK": "dimensions, `b00000` to `b11111`",
        "LOOPIMM": "32-bit number with a field of its own",
        "LOOPCMP": "`>`, `>=`, `<`, `<=`, `==`, `!=`",
        "LOOPEND": "label; the body has at most 65,504 bytes",
        "SAMEIMM": "the same 32-bit immediate again",
    }.get(kind, kind.lower())


def file_range(manual, cpus, file):
    step = {"Z": 2, "D": 2, "A": 4}.get(file, 1)
    counts = sorted({manual.model.file_count(manual.cpus[c], file)
                     for c in cpus})
    last = max(counts) - step
    if step == 1:
        return f"`{file}0` to `{file}{last}`"
    return f"`{file}0`, `{file}{step}` to `{file}{last}`"


# Syntax

def optional_switches(form):
    return any(not s.fixed and not s.text_only for s in form.switches)


def shape(manual, form):
    """What makes two forms one line: all but the kinds of their operands.
    Switches that belong to the form are part of it."""
    fixed = tuple(dict.fromkeys(
        switch_text(manual, form, s) for s in form.switches
        if s.fixed and s.style != "hidden"))
    return (bool(form.types), fixed, form.pred,
            tuple((o.name, o.sep) for o in form.operands))


def switch_text(manual, form, switch):
    """A switch of a form as text writes it."""
    value = form.fixed[switch.field] >> switch.lo & ((1 << switch.width) - 1)
    group = manual.model.db[switch.group]["Names"][0]
    name = next((n[0] for n, v in switch.values if v == value), str(value))
    return {"flag": group, "value": name, "suffix": f".{group}"
            if not switch.values else f".{name}"}.get(
                switch.style, f"{group}={name}")


def join_kinds(lines):
    """Joins lines whose operands differ in one place until none do."""
    lines = [list(line) for line in lines]
    changed = True
    while changed:
        changed = False
        for i in range(len(lines)):
            for j in range(i + 1, len(lines)):
                (kinds_a, cpus_a), (kinds_b, cpus_b) = lines[i], lines[j]
                differ = [k for k, (a, b) in enumerate(zip(kinds_a, kinds_b))
                          if a != b]
                if cpus_a != cpus_b or len(differ) > 1:
                    continue
                for k in differ:
                    kinds_a[k] = kinds_a[k] | kinds_b[k]
                del lines[j]
                changed = True
                break
            if changed:
                break
    return lines


def syntax_lines(manual, inst, slot, parse_only):
    shapes, switched = {}, set()
    for cpu, forms in inst.forms[slot].items():
        for form in forms:
            if form.parse_only != parse_only:
                continue
            key = (tuple(frozenset(kinds(manual, o)) for o in form.operands),
                   tuple(form.types))
            lines = shapes.setdefault(shape(manual, form), {})
            lines.setdefault(key, set()).add(cpu)
            if optional_switches(form):
                switched.add(shape(manual, form))
    every = inst.cpus(slot)
    for key, by_kinds in shapes.items():
        typed, fixed, pred, operands = key
        lines = join_kinds([[list(k), (frozenset(c), types)]
                            for (k, types), c in by_kinds.items()])
        for line_kinds, (cpus, types) in lines:
            text = inst.mnemonic + (".type" if typed else "")
            text += "".join(f if f[0] == "." else " " + f for f in fixed)
            text += " [switches]" if key in switched else ""
            for (name, sep), kind in zip(operands, line_kinds):
                text += "," if sep == "," and name != operands[0][0] else ""
                text += f" {joined(kind)} {name}"
            if pred != "NONE":
                guard = "SP|VP" if pred == "ANY" else "SP"
                text += f" [{', ' if operands else ''}{guard}]"
            where = [c for c in manual.cpus if c in cpus]
            notes = [] if len(types) in (0, len(manual.types)) else [
                " ".join("." + manual.model.db[t]["Suffix"] for t in types)]
            if set(where) != every:
                notes.append(titles(where))
            yield text + ("    // " + "; ".join(notes) if notes else "")


def syntax(manual, inst):
    out = ["## Syntax", ""]
    for slot in inst.slots():
        out.append(f"**{slot}**, {titles_of(manual, inst, slot)}")
        out.append("")
        out.append("```text")
        out += list(syntax_lines(manual, inst, slot, False))
        out += ["```", ""]
        also = list(syntax_lines(manual, inst, slot, True))
        if also:
            out += ["Also accepted, for the same bits as one of the forms "
                    "above:", "", "```text"]
            out += also + ["```", ""]
    aliases = sorted({a for *_, f in inst.all_forms() for a in f.aliases})
    if aliases:
        out += ["Other names: " + ", ".join(map(code, aliases)) + ".", ""]
    return out


def titles_of(manual, inst, slot=None):
    return titles([c for c in manual.cpus if c in inst.cpus(slot)])


def operands(manual, inst):
    texts = manual.texts("CommonOperand")
    texts.update({o["Name"]: o["Text"]
                  for o in manual.doc_refs(inst.doc, "Operands")})
    rows, order = {}, {}
    for slot, _, form in inst.all_forms():
        if form.parse_only:
            continue
        for i, o in enumerate(form.operands):
            order[o.name] = max(order.get(o.name, 0), i)
            where = rows.setdefault(o.name, {}).setdefault(slot, [])
            text = kind_long(manual, inst.cpus(slot), o)
            if text not in where:
                where.append(text)
    out = []
    for name in sorted(rows, key=lambda n: order[n]):
        by_text = {}
        for slot, kinds_there in rows[name].items():
            kinds_there.sort(key=lambda t: (not t.startswith("`"), t))
            by_text.setdefault("; ".join(kinds_there), []).append(slot)
        out += [[code(name), texts.get(name, ""), text, ", ".join(slots)]
                for text, slots in by_text.items()]
    if not out:
        return []
    return ["## Operands", ""] + table(
        ["operand", "role", "what it may be", "slots"], out) + [
        "A guard may follow: the operation takes place where it is true, "
        "with `!` where it is false. [More](../registers.md#guards).", ""]


# Types

def computed_types(manual, inst, slot, cpu):
    """Types that the operation computes with there: those of the processor,
    as far as the text does not restrict them."""
    refs = manual.doc_refs(inst.doc, "Types")
    have = set(manual.processor_types(cpu))
    if not refs:
        return have
    out = {"B"} if takes_predicates(inst, slot, cpu) else set()
    for ref in refs:
        if (not ref["Slots"] or slot in ref["Slots"]) \
                and (not ref["Gens"] or cpu in ref["Gens"]):
            out |= set(ref["Types"])
    return out & have


def type_cells(manual, inst, slot, gens):
    """Type -> a cell a generation."""
    out = {}
    encoded = {cpu: {manual.model.db[t]["EnumName"] for f in forms
                     for t in f.types}
               for cpu, forms in inst.forms[slot].items()}
    for name in manual.types:
        cells = []
        for cpu in gens:
            real = name in computed_types(manual, inst, slot, cpu)
            cells.append(MISSING if name not in encoded.get(cpu, ())
                         else "yes" if real else "encoded")
        if any(c != MISSING for c in cells):
            out[name] = tuple(cells)
    return out


def data_types(manual, inst):
    rows = {}
    gens = [c for c in manual.cpus if c in inst.cpus()]
    for slot in inst.slots():
        for name, cells in type_cells(manual, inst, slot, gens).items():
            rows.setdefault((name, cells), []).append(slot)
    if not rows:
        return []
    ordered = sorted(rows.items(), key=lambda r: manual.types[r[0][0]][0])
    real = [[code("." + manual.types[name][3]), ", ".join(slots), *cells]
            for (name, cells), slots in ordered if "yes" in cells]
    shown = {row[0] for row in real}
    rest = [code("." + manual.types[name][3])
            for (name, _), _ in ordered]
    rest = [r for r in dict.fromkeys(rest) if r not in shown]
    out = ["## Data types", ""] + table(
        ["type", "slots"] + [title(c) for c in gens], real)
    if any("encoded" in row for row in real):
        out += ["\"encoded\": assemblers take the suffix, the processor does "
                "not implement it.", ""]
    if rest:
        out += ["Assemblers also take " + ", ".join(rest)
                + ", which no generation implements here.", ""]
    return out


def takes_predicates(inst, slot, cpu):
    return any(o.is_def and o.files & {"SP", "VP"}
               for f in inst.forms[slot].get(cpu, ()) for o in f.operands)


# Switches

def switch_values(manual, switch):
    values = [" or ".join(code(n) for n in names) + (
        f" = {value}" if names[0] != str(value) else "")
        for names, value in switch.values]
    if values:
        return ", ".join(values)
    if switch.width <= 1:
        return "0, 1"
    return f"0 to {(1 << switch.width) - 1}"


def default_text(switch):
    for names, value in switch.values:
        if value == switch.default:
            return code(names[0])
    return str(switch.default)


def exclusive(manual, form, switch):
    """Switches of a form that lie in the same bits."""
    names = set()
    for other in form.switches:
        if other.group != switch.group and other.field == switch.field \
                and other.width and not other.text_only and not other.fixed \
                and other.mask() & switch.mask():
            names.add(manual.model.db[other.group]["Names"][0])
    return names


def value_name(manual, form, group, value):
    for other in form.switches:
        if other.group == group:
            for names, number in other.values:
                if number == value:
                    return names[0]
    return str(value)


def condition(manual, form, switch):
    parts = []
    if switch.only_types:
        parts.append(", ".join(code("." + manual.model.db[t]["Suffix"])
                               for t in switch.only_types))
    if switch.when_group:
        group = manual.model.db[switch.when_group]["Names"][0]
        name = value_name(manual, form, switch.when_group, switch.when_value)
        parts.append(f"where `{group}` is `{name}`")
    return "; ".join(parts)


def switches(manual, inst):
    texts = manual.texts("SwitchDoc")
    rows, excludes = {}, {}
    for slot, cpu, form in inst.all_forms():
        for s in form.switches:
            names = manual.model.db[s.group]["Names"]
            key = names[0]
            if s.text_only or s.style == "hidden":
                rows.setdefault((key, ""), [names, None, set(), set(), ""])
                continue
            cell = rows.setdefault(
                (key, switch_values(manual, s) + default_text(s)
                 + condition(manual, form, s) + str(s.fixed)),
                [names, s, set(), set(), condition(manual, form, s)])
            cell[2].add(slot)
            cell[3].add(cpu)
            excludes.setdefault(key, set()).update(
                exclusive(manual, form, s))
    shown = {key for (key, _), cell in rows.items() if cell[1]}
    out = []
    for (key, _), (names, s, slots, cpus, when) in rows.items():
        text = next((texts[n] for n in names if n in texts), "")
        if s is None:
            if key not in shown:
                out.append([code(key), text, "chosen by the operands",
                            MISSING, MISSING, MISSING])
            continue
        where = [c for c in manual.cpus if c in cpus]
        out.append([
            " or ".join(map(code, names)), text,
            "a form of its own" if s.fixed else switch_values(manual, s),
            MISSING if s.fixed else default_text(s),
            "; ".join(filter(None, [
                when, "" if slots == set(inst.slots())
                else ", ".join(x for x in SLOT_ORDER if x in slots),
                "" if set(where) == inst.cpus() else titles(where)]))
            or "everywhere",
            ", ".join(map(code, sorted(excludes.get(key, ())))) or MISSING])
    if not out:
        return []
    return ["## Switches", ""] + table(
        ["switch", "meaning", "values", "default", "where", "excludes"], out)


# The rest of a page

def encodings(manual, inst):
    out = ["## Encoding", ""]
    for slot in inst.slots():
        found = encoding.diagrams(manual, inst, slot)
        for cpus, caption, forms, text in found:
            head = f"**{slot}**, " + titles([c for c in manual.cpus
                                             if c in cpus])
            if caption:
                head += f", {caption}"
            if len({tuple(f.name for f in e[2]) for e in found}) > 1:
                head += ": " + ", ".join(form_names(manual, forms))
            out += [head, "", "```text", text, "```", ""]
    return out + [
        "Numbers over the boxes are bits of the bundle. Fields name registers "
        "by the codes of [operand fields](../registers.md#codes-in-operand-"
        "fields); constants are binary, highest bit first.", ""]


def form_names(manual, forms):
    """Forms as operand lists, `S, S|imm`."""
    lines = join_kinds([[[frozenset(kinds(manual, o)) for o in f.operands],
                         len(f.operands)] for f in forms])
    return [code(", ".join(joined(k) for k in line) or "no operands")
            for line, _ in lines][:8]


def questions(inst):
    if not inst.doc["OpenQuestions"]:
        return []
    return ["## Open questions", "",
            "Public sources do not say:", ""] + [
        f"- {q}" for q in inst.doc["OpenQuestions"]] + [""]


def example_cpus(manual, inst, example):
    return [c for c in manual.cpus if c in inst.cpus()
            and (not example["Gens"] or c in example["Gens"])]


def examples(manual, inst):
    out = []
    for example in manual.doc_refs(inst.doc, "Examples"):
        cpus = example_cpus(manual, inst, example)
        if not cpus:
            continue
        out += [titles(cpus) + ":", "", "```asm " + " ".join(cpus),
                example["Text"].strip("\n"), "```", ""]
    return ["## Examples", ""] + out if out else []


def sources(manual, inst):
    rows = []
    for section in inst.doc["Facts"] + ["4.8"]:
        subject, where = manual.facts[section]
        row = [f"facts {section}", subject, where]
        if row not in rows:
            rows.append(row)
    return ["## Sources", ""] + table(["facts", "subject", "sources"], rows) + [
        "Short names of sources: [sources.md](../../sources.md).", ""]


def unescape(text):
    return text.strip("\n")


def page(manual, inst):
    doc = inst.doc
    out = [f"# {inst.mnemonic}", "", MADE, "", doc["Summary"], ""]
    rows = []
    for slot in inst.slots():
        rows.append([slot] + ["yes" if c in inst.cpus(slot) else MISSING
                              for c in manual.cpus])
    out += table(["slot"] + [title(c) for c in manual.cpus], rows)
    out += ["## Semantics", "", "```text", unescape(doc["Semantics"]), "```",
            ""]
    out += [f"- {n}" for n in doc["Notes"]]
    out += [""] if doc["Notes"] else []
    out += syntax(manual, inst) + operands(manual, inst)
    out += data_types(manual, inst) + switches(manual, inst)
    out += latencies.section(manual, inst) + encodings(manual, inst)
    out += questions(inst) + examples(manual, inst) + sources(manual, inst)
    see = [m for m in doc["See"] if m in manual.instructions]
    if see:
        out += ["See also: " + ", ".join(f"[{m}]({file_name(m)})"
                                         for m in see) + ".", ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).rstrip("\n") + "\n"


def index(manual):
    out = ["# Instructions", "", MADE, "",
           "All instructions of all generations. A dot: the slot has it in "
           "every generation; otherwise the generations are named.", ""]
    for group in manual.groups:
        rows = []
        for inst in manual.in_group(group):
            cells = []
            for slot in ("LOAD", "SPU", "VPU", "STORE"):
                have = inst.cpus(slot)
                if slot == "SPU":
                    have = have | inst.cpus("LOOP")
                cells.append("" if not have else "·"
                             if have == set(manual.cpus)
                             else titles([c for c in manual.cpus
                                          if c in have]))
            rows.append([f"[{inst.mnemonic}]({file_name(inst.mnemonic)})",
                         inst.doc["Summary"]] + cells)
        if rows:
            out += [f"## {group['Title']}", ""]
            out += table(["instruction", "what it does", "LOAD", "SPU", "VPU",
                          "STORE"], rows)
    return "\n".join(out).rstrip("\n") + "\n"


def pages(manual):
    """File name -> text, for the folder `instructions`."""
    out = {file_name(i.mnemonic): page(manual, i)
           for i in manual.instructions.values()}
    out["README.md"] = index(manual)
    return out


__all__ = ["MADE", "code", "computed_types", "index", "named", "page", "pages",
           "table"]
