# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Diagrams of bundles: which bits hold which part of an instruction."""

from dataclasses import dataclass

WIDTH = 68  # characters of a diagram's line


@dataclass(frozen=True)
class Part:
    """Bits [lo, lo + width) of a bundle."""
    lo: int
    width: int
    label: str


def layouts_of(model, gen, slot):
    """(caption, layout name) of the ways in which a generation may lay out a
    slot: its Layout, and whatever else of it holds the slot."""
    rec = model.db[gen]
    main = "LoopLayout" if slot == "LoopSlot" else "Layout"
    found = []
    for key, value in rec.items():
        refs = value if isinstance(value, list) else [value]
        for ref in refs:
            if not isinstance(ref, dict) or ref.get("def") not in model.layouts:
                continue
            name = ref["def"]
            fields = model.layouts[name]["fields"]
            if key == main or (key not in ("Layout", "LoopLayout")
                               and any(f[0] == slot for f in fields)):
                found.append(("" if key == main else "compressed", name))
    return sorted(set(found))


def switch_label(model, form, field, bit):
    """Names of the switches that own a bit of a field; several where the data
    type decides. None if there are none."""
    names = [model.db[s.group]["Names"][0] for s in form.switches
             if s.field == field and s.lo <= bit < s.lo + s.width
             and not s.fixed and not s.text_only]
    return "/".join(dict.fromkeys(names)) or None


def bit_label(model, form, field, i):
    owner = form.bits[field][i]
    if not isinstance(owner, tuple):
        return str(owner)
    name = owner[0]
    if name == "sw":
        return switch_label(model, form, field, i) or "0"
    if name == "pred":
        return "polarity" if field == "FieldPol" else "guard"
    return name


def field_parts(model, form, field, lo, width):
    """The runs of a field; constants are bit strings, highest bit first."""
    runs = []
    for i in range(min(width, len(form.bits[field]))):
        label = bit_label(model, form, field, i)
        constant = label in "01"
        if runs and (runs[-1][2] == label if not constant
                     else runs[-1][3]):
            runs[-1][1] += 1
            if constant:
                runs[-1][2] = label + runs[-1][2]
        else:
            runs.append([i, 1, label, constant])
    return [Part(lo + start, n, label) for start, n, label, _ in runs]


def form_parts(model, form, layout):
    """Parts of a form in a layout, without an IMM that it does not use."""
    parts = []
    for slot, field, lo, width, _ in model.layouts[layout]["fields"]:
        if slot != form.slot or field not in form.bits:
            continue
        found = field_parts(model, form, field, lo, width)
        unused = all(set(p.label) <= {"0"} for p in found)
        if unused and field in ("FieldImm", "FieldLoopStartImm",
                                "FieldLoopBoundImm", "FieldLoopStepImm"):
            continue
        parts += found
    return sorted(parts, key=lambda p: p.lo)


def fits(model, form, layout):
    """Whether a layout has a place for every field that the form uses."""
    room = {field for slot, field, *_ in model.layouts[layout]["fields"]
            if slot == form.slot}
    return all(field in room or not any(owners)
               for field, owners in form.bits.items())


def merged(parts):
    """Parts but IMM: forms that differ there only share a diagram."""
    return tuple(p for p in parts if p.width < 32)


def box(part):
    text = part.label
    if len(text) > 16 and set(text) <= {"0", "1"}:
        text = "0" if set(text) == {"0"} else hex(int(text, 2))
    return f" {text} "


GAP = 4  # characters between boxes that are not neighbours


def draw(parts):
    """Boxes in lines of limited width, the number of the first bit over each
    box, the bit behind the last one where a run of boxes ends."""
    lines, row, used = [], [], 0
    for part in parts:
        cell = max(len(box(part)), len(str(part.lo)) + 1) + 1
        apart = bool(row) and row[-1][0].lo + row[-1][0].width != part.lo
        need = cell + (GAP + 1 if apart else 0)
        if row and used + need > WIDTH:
            lines += draw_row(row)
            row, used, need = [], 0, cell
        row.append((part, cell))
        used += need
    if row:
        lines += draw_row(row)
    return "\n".join(lines)


def draw_row(row):
    top = edge = middle = ""
    for i, (part, cell) in enumerate(row):
        end = part.lo + part.width
        top += str(part.lo).ljust(cell)
        edge += "+" + "-" * (cell - 1)
        middle += "|" + box(part).center(cell - 1)
        if i + 1 == len(row):
            top += str(end)
        elif row[i + 1][0].lo != end:
            top += str(end).ljust(GAP + 1)
            edge += "+".ljust(GAP + 1)
            middle += "|".ljust(GAP + 1)
    return [top, edge + "+", middle + "|", edge + "+"]


def diagrams(manual, inst, slot):
    """[(cpus, caption, forms, text)]: equal diagrams once."""
    model = manual.model
    seen = {}
    for cpu, forms in inst.forms[slot].items():
        gen = manual.cpus[cpu]
        for form in forms:
            if form.parse_only:
                continue
            for caption, layout in layouts_of(model, gen, form.slot):
                if caption and not fits(model, form, layout):
                    continue
                parts = form_parts(model, form, layout)
                entry = seen.setdefault(merged(parts), ([], [], [], set()))
                if cpu not in entry[0]:
                    entry[0].append(cpu)
                if form.name not in [f.name for f in entry[1]]:
                    entry[1].append(form)
                entry[2].extend(p for p in parts if p not in entry[2])
                entry[3].add(caption)
    out = []
    for cpus, forms, parts, captions in seen.values():
        parts = sorted(parts, key=lambda p: (p.lo, p.label))
        caption = "full and compressed" if len(captions) > 1 \
            else captions.pop()
        out.append((cpus, caption, forms, draw(drop_doubles(parts))))
    return out


def drop_doubles(parts):
    """One box for IMM, whatever operand of a form it belongs to."""
    out = []
    for part in parts:
        if out and out[-1].lo == part.lo:
            names = out[-1].label.split("/")
            if part.label not in names:
                out[-1] = Part(part.lo, part.width,
                               "/".join(names + [part.label]))
        else:
            out.append(part)
    return out
