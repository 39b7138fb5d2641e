# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks of the instruction records. Every check returns messages.

They find what TableGen lets pass: bits with two owners or none, switches that
collide, codes that do not fit, records that cannot be told apart.
"""

REG_KINDS = ("REG", "IMM32", "SAMEIMM", "TARGET")


def span(lo, width):
    return ((1 << width) - 1) << lo


def bit_names(mask):
    """10 and 12..14 as text."""
    out, i = [], 0
    while mask >> i:
        if not mask >> i & 1:
            i += 1
            continue
        start = i
        while mask >> i & 1:
            i += 1
        out.append(str(start) if i - start == 1 else f"{start}..{i - 1}")
    return ", ".join(out)


def check_layout(model, name):
    """Each bit of a bundle has one owner, or is declared shared or unused."""
    layout = model.layouts[name]
    shared = sum(span(*r) for r in layout["shared"])
    owned = 0
    for slot, field, lo, width, space in layout["fields"]:
        what = f"{name}: {slot} {model.field_enum[field]}"
        mask = span(lo, width)
        if mask >> layout["bits"]:
            yield f"{what} lies outside the bundle"
        if width > model.fields[field]["Width"]:
            yield f"{what} is wider than in the slot word"
        if model.spaces[space]["width"] > width:
            yield f"{what} is too narrow for its operand codes"
        clash = owned & mask & ~shared
        if clash:
            yield (f"{what} overlaps another field in bits {bit_names(clash)} "
                   "that are not declared shared")
        owned |= mask
    for lo, width, value in layout["fixed"]:
        if value >> width:
            yield f"{name}: fixed value {value} does not fit {width} bits"
    for lo, width in layout["unused"] + [f[:2] for f in layout["fixed"]]:
        clash = owned & span(lo, width)
        if clash:
            yield f"{name}: bits {bit_names(clash)} are both used and unused"
        owned |= span(lo, width)
    missing = span(0, layout["bits"]) & ~owned
    if missing:
        yield f"{name}: bits {bit_names(missing)} are owned by nothing"


def check_shared_starts(model, name):
    """Fields that share bits start at the same one."""
    parts = model.layouts[name]["fields"]
    for i, a in enumerate(parts):
        for b in parts[:i]:
            if a[2] < b[2] + b[3] and b[2] < a[2] + a[3] and a[2] != b[2]:
                yield (f"{name}: {a[0]} {model.field_enum[a[1]]} and {b[0]} "
                       f"{model.field_enum[b[1]]} share bits, but start at "
                       "different ones")


def check_space(model, name):
    """No code means two things."""
    space = model.spaces[name]
    taken = {}
    for base, count, file, _ in space["ranges"]:
        if base + count > 1 << space["width"]:
            yield f"{name}: codes of {file} do not fit {space['width']} bits"
        for code in range(base, base + count):
            if code in taken:
                yield f"{name}: code {code} means {taken[code]} and {file}"
            taken[code] = file
    imm = space["imm"]
    if imm is not None and imm in taken:
        yield f"{name}: code {imm} means an immediate and {taken[imm]}"
    if imm is not None:
        taken[imm] = "an immediate"
    for first, base, count, _ in space["shorts"]:
        for code in range(base, base + count):
            if code in taken:
                yield (f"{name}: code {code} means {taken[code]} and a short "
                       "immediate")
            taken[code] = "a short immediate"
        if first + count > 256 or base + count > 1 << space["width"]:
            yield f"{name}: short immediates beyond what the tables hold"


def check_operands(model, form):
    """Operands are encoded completely."""
    for operand in form.operands:
        if operand.kind == "IMPLIED":
            continue
        have = 0
        for place in operand.places:
            have |= span(place.shift, place.width)
        if not have:
            yield f"{form.loc}: operand {operand.name} has no encoding bits"
        elif have & (have + 1):
            yield (f"{form.loc}: operand {operand.name} misses encoding bits "
                   "below its highest")
        if operand.kind in ("IMM32", "TARGET") and have != span(0, 41):
            yield (f"{form.loc}: operand {operand.name} needs nine bits of a "
                   "field and 32 of IMM")
        if operand.kind == "UIMM" and have != span(0, operand.width):
            yield (f"{form.loc}: operand {operand.name} has "
                   f"{bin(have).count('1')} encoding bits, its class "
                   f"{operand.width}")


def wired(form, switch):
    """Bits of the switch that the record takes from the operand sw."""
    mask = 0
    for i, owner in enumerate(form.bits[switch.field]):
        if isinstance(owner, tuple) and owner[0] == "sw":
            mask |= 1 << i
    return mask


def check_switch(model, form, switch):
    what = f"{form.loc}: switch {model.db[switch.group]['EnumName']}"
    if switch.field not in form.bits:
        yield f"{what} lies in a field the slot word has not"
        return
    mask = switch.mask()
    for names, value in switch.values:
        if value >> switch.width:
            yield f"{what}: {names[0]} does not fit {switch.width} bits"
        if value > 31:
            yield f"{what}: {names[0]} is beyond what the tables hold"
    if switch.width and switch.default >> switch.width:
        yield f"{what}: the default does not fit {switch.width} bits"
    variable = sum(1 << i for i, b in enumerate(form.bits[switch.field])
                   if isinstance(b, tuple))
    if switch.fixed and variable & mask:
        yield f"{what} is fixed, but its bits are not constant"
    if switch.fixed or switch.text_only:
        return
    if mask & ~wired(form, switch):
        yield (f"{what} has bits of {model.field_enum[switch.field]} that the "
               "record does not take from $sw")
        return
    base = model.switch_word[switch.field]
    for i in range(switch.lo, switch.lo + switch.width):
        if form.bits[switch.field][i][1] != base + i:
            yield f"{what}: bit {i} is not the one SwitchWord says"
    if mask & form.opnd_own[switch.field]:
        yield f"{what} shares bits with an operand"


def exclusive(a, b):
    """Whether two switches can never hold at once."""
    if a.only_types and b.only_types:
        return not set(a.only_types) & set(b.only_types)
    return False


def check_switches(model, form):
    words = {}
    for i, a in enumerate(form.switches):
        yield from check_switch(model, form, a)
        for b in form.switches[:i]:
            if a.text_only or b.text_only or a.field != b.field:
                continue
            if a.group == b.group:
                if a.mask() != b.mask():
                    yield (f"{form.loc}: {a.record} and {b.record} put one "
                           "group at two places")
            elif a.mask() & b.mask() and not exclusive(a, b):
                yield (f"{form.loc}: {a.record} and {b.record} lie in the same "
                       "bits and do not exclude each other")
        names = list(model.db[a.group]["Names"])
        if a.style != "flag":
            names = [n for v, _ in a.values for n in v if n[0].isalpha()]
        for name in names:
            if words.setdefault(name.lower(), a.group) != a.group:
                yield f"{form.loc}: the word {name} sets two switches"


def check_widths(model, generation, form):
    """The record fits the layout of its slot."""
    for field in form.bits:
        used = form.own[field] | form.fixed[field]
        if form.weak_imm and field == "FieldImm":
            continue
        part = model.layout_field(generation, form.slot, field)
        what = f"{form.loc}: {model.field_enum[field]}"
        if not part:
            if used:
                yield f"{what} is used, but {generation} has no such field"
            continue
        regs = 0
        for operand in form.operands:
            for place in operand.places:
                if place.field == field and operand.kind in REG_KINDS \
                        and place.shift == 0:
                    regs |= span(place.lo, place.width)
        beyond = used & ~regs & ~span(0, part[3])
        if beyond:
            yield (f"{what} uses bits {bit_names(beyond)} beyond its width in "
                   f"{generation}")


def operand_codes(model, generation, form, operand, place):
    """Codes an operand can put at a place, None if any number."""
    part = model.layout_field(generation, form.slot, place.field)
    if operand.kind == "REG":
        return model.codes(part[4], operand.files)
    if operand.kind in ("IMM32", "SAMEIMM", "TARGET") and place.shift == 0:
        space = model.spaces[part[4]]
        codes = set() if space["imm"] is None else {space["imm"]}
        for _, base, count, _ in space["shorts"]:
            codes.update(range(base, base + count))
        return codes
    if operand.kind == "HW":
        return {number - operand.index for number in operand.hw}
    return None


def check_codes(model, generation, form):
    """The field's operand space knows the registers of the operand."""
    for operand in form.operands:
        for place in operand.places:
            if operand.kind not in REG_KINDS or place.shift:
                continue
            if not model.layout_field(generation, form.slot, place.field):
                continue
            if not operand_codes(model, generation, form, operand, place):
                yield (f"{form.loc}: {model.field_enum[place.field]} cannot "
                       f"name operand {operand.name} ({operand.record}) in "
                       f"{generation}")


def owned_bits(form, field):
    """Variable and constant bits; what all values of a switch have is
    constant."""
    own, fixed = form.own[field], form.fixed[field]
    for s in form.switches:
        if s.field != field or s.fixed or s.text_only or not s.values:
            continue
        ones, zeros = s.mask(), s.mask()
        for _, value in s.values:
            ones &= value << s.lo
            zeros &= ~(value << s.lo)
        own &= ~(ones | zeros)
        fixed |= ones
    return own, fixed


def field_values(model, generation, form, field):
    """(mask of variable bits, constant bits, set of values or None)."""
    own, fixed = owned_bits(form, field)
    for operand in form.operands:
        for place in operand.places:
            if place.field == field and place.lo == 0:
                codes = operand_codes(model, generation, form, operand, place)
                if codes is not None:
                    return own, fixed, codes
    if form.type_place and form.type_place.field == field \
            and form.type_place.lo == 0:
        return own, fixed, {model.type_code[t] for t in form.types}
    return own, fixed, None


def excludes(a, b):
    """Whether a switch of one form has no value that the other's bits have."""
    for s in a.switches:
        if s.fixed or s.text_only or not s.values or s.field not in b.bits:
            continue
        values = {value for _, value in s.values}
        if not b.own[s.field] & s.mask() \
                and (b.fixed[s.field] & s.mask()) >> s.lo not in values:
            return True
    return False


def distinct(model, generation, a, b):
    """Whether some field tells two records of one opcode apart."""
    if excludes(a, b) or excludes(b, a):
        return True
    for field in a.bits:
        if not model.layout_field(generation, a.slot, field):
            continue
        own_a, fix_a, set_a = field_values(model, generation, a, field)
        own_b, fix_b, set_b = field_values(model, generation, b, field)
        if (fix_a ^ fix_b) & ~own_a & ~own_b:
            return True
        if set_a is not None and set_b is not None:
            if not set_a & set_b:
                return True
        elif set_a is not None or set_b is not None:
            values, own, fix = ((set_a, own_b, fix_b) if set_a is not None
                                else (set_b, own_a, fix_a))
            if not any(v & ~own == fix for v in values):
                return True
    return False


def check_duplicates(model, generation):
    """Two records never explain the same bits."""
    by_opcode = {}
    for form in model.forms_of(generation):
        if not form.parse_only:
            by_opcode.setdefault((form.slot, form.opcode), []).append(form)
    for forms in by_opcode.values():
        for i, a in enumerate(forms):
            for b in forms[:i]:
                if a.decode_last != b.decode_last:
                    continue
                if not distinct(model, generation, a, b):
                    yield (f"{a.loc}: duplicate form, the same bits in "
                           f"{generation} are {b.name}")


def check_texts(model, generation):
    """Two records never have the same text."""
    seen = {}
    for form in model.forms_of(generation):
        shown = tuple((s.group, form.fixed[s.field] & s.mask())
                      for s in form.switches
                      if s.fixed and s.style != "hidden")
        shape = tuple((o.kind, o.files, o.hw, o.index if o.kind == "IMPLIED"
                       else 0) for o in form.operands)
        for t in form.types or [None]:
            key = (form.slot, form.mnemonic, shape, shown, t)
            if key in seen:
                yield (f"{form.loc}: duplicate form, {seen[key]} has the same "
                       "text")
                break
            seen[key] = form.name


def check_names(model):
    """Enumerators are unique."""
    for what, names in (
            ("switch group", [model.db[g]["EnumName"] for g in model.groups]),
            ("data type", [t[2] for t in model.types]),
            ("field", list(model.field_enum.values()))):
        for name in sorted({n for n in names if names.count(n) > 1}):
            yield f"{what} {name} is declared twice"
    for i, a in enumerate(model.types):
        for b in model.types[:i]:
            if a[0] == b[0]:
                yield f"data types {a[1]} and {b[1]} have the same code"


def check_all(model):
    errors = list(check_names(model))
    for name in model.layouts:
        errors += check_layout(model, name)
        errors += check_shared_starts(model, name)
    for name in model.spaces:
        errors += check_space(model, name)
    for form in model.forms:
        errors += check_operands(model, form)
        errors += check_switches(model, form)
    if errors:
        return errors
    for generation in model.generations:
        for form in model.forms_of(generation):
            errors += check_widths(model, generation, form)
            errors += check_codes(model, generation, form)
        if errors:
            return errors
        errors += check_duplicates(model, generation)
        errors += check_texts(model, generation)
    return errors
