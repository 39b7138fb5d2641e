# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the checked records as C: tpc/isa_gen.h and the tables."""

from isamodel import name_of

HEADER = """\
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Generated from llvm-target/TPC.td by assembler/gen/isagen.py; not edited. */
"""
SLOT_NAMES = ["LoadSlot", "SpuSlot", "VpuSlot", "StoreSlot", "LoopSlot"]
TYPE_NONE = 31


def enum_name(mnemonic):
    return mnemonic.upper().replace(".", "_")


def mnemonics_of(model):
    return sorted({form.mnemonic for form in model.forms})


def opclasses_of(model):
    return sorted({o.opclass for form in model.forms for o in form.operands})


def write_enum(out, name, prefix, entries, comment):
    out.write(f"\n/* {comment} */\nenum {name} {{\n")
    for entry, value in entries:
        out.write(f"\t{prefix}{entry} = {value},\n")
    out.write("};\n")


def write_header(model, out):
    out.write(HEADER)
    out.write("#ifndef TPC_ISA_GEN_H\n#define TPC_ISA_GEN_H\n")
    db = model.db
    cpus = [(name_of_cpu(model, g), db[g]["Index"]) for g in model.generations]
    write_enum(out, "tpc_cpu", "TPC_CPU_", cpus, "Generations.")
    names = mnemonics_of(model)
    write_enum(out, "tpc_mnemonic", "TPC_MN_",
               [(enum_name(m), i) for i, m in enumerate(names)]
               + [("COUNT", len(names))], "Mnemonics.")
    write_enum(out, "tpc_type", "TPC_TYPE_",
               [(t[2], t[0]) for t in model.types] + [("NONE", TYPE_NONE)],
               "Data types, by their codes.")
    write_enum(out, "tpc_switch", "TPC_SW_",
               [(db[g]["EnumName"], i) for i, g in enumerate(model.groups)]
               + [("COUNT", len(model.groups))],
               "Switch groups, see llvm-target/TPCSwitches.td.")
    write_enum(out, "tpc_opclass", "TPC_OPC_",
               [(c, i) for i, c in enumerate(opclasses_of(model))],
               "Operand classes.")
    write_enum(out, "tpc_loop_cmp", "TPC_LOOP_",
               [(name, code) for code, name, _ in model.loop_cmps],
               "Comparisons of LOOP.")
    out.write("\n#endif\n")


def name_of_cpu(model, generation):
    return model.db[generation]["Name"].upper()


def field_c(model, field):
    return "TPC_F_" + model.field_enum[field]


def place_c(model, place, width=None):
    return (f"{{ {field_c(model, place.field)}, {place.lo}, "
            f"{place.width if width is None else width} }}")


def files_c(files):
    return " | ".join(f"1 << TPC_FILE_{f}" for f in sorted(files)) or "0"


class Tables:
    """Collects what forms share, while they are written."""

    def __init__(self, model):
        self.model = model
        self.group_index = {g: i for i, g in enumerate(model.groups)}
        self.switches, self.switch_lists = [], {}
        self.values, self.value_lists = [], {}
        self.spaces = list(model.spaces)

    def value_list(self, switch):
        key = tuple((tuple(names), value) for names, value in switch.values)
        if key not in self.value_lists:
            self.value_lists[key] = len(self.values)
            self.values += [(names[0], value) for names, value in key]
        return self.value_lists[key]

    def switch_c(self, switch):
        model = self.model
        flags = [text for on, text in (
            (switch.fixed, "ISA_SW_FIXED"),
            (switch.any_text, "ISA_SW_ANYTEXT"),
            (switch.text_only, "ISA_SW_TEXTONLY"),
            (switch.yields, "ISA_SW_YIELDS")) if on]
        enum = model.db[switch.group]["EnumName"]
        types = sum(1 << model.type_code[t] for t in switch.only_types)
        valid = sum({1 << value for _, value in switch.values})
        when = (f"TPC_SW_{model.db[switch.when_group]['EnumName']}"
                if switch.when_group else "ISA_NO_GROUP")
        return (f"{{ TPC_SW_{enum}, {{ {field_c(model, switch.field)}, "
                f"{switch.lo}, {switch.width} }}, "
                f"ISA_STYLE_{switch.style.upper()}, {switch.base}, "
                f"{' | '.join(flags) or 0}, {switch.default}, {switch.omit}, "
                f"{when}, {switch.when_value}, {self.value_list(switch)}, "
                f"{len(switch.values)}, 0x{types:x}, 0x{valid:x} }}")

    def switch_list(self, form):
        key = tuple(self.switch_c(s) for s in form.switches)
        if key not in self.switch_lists:
            self.switch_lists[key] = len(self.switches)
            self.switches += [(form.name, text) for text in key]
        return self.switch_lists[key]


def operand_flags(form, operand):
    flags = []
    if operand.is_def:
        flags.append("TPC_OPND_DEF")
    if not operand.is_def or form.reads_dest:
        flags.append("TPC_OPND_USE")
    if operand.kind in ("IMM32", "SAMEIMM", "TARGET", "MASK32"):
        flags.append("TPC_OPND_IMM32")
    if operand.kind == "DIMMASK":
        flags.append("TPC_OPND_DIMMASK")
    if operand.kind in ("TARGET", "LOOPEND"):
        flags.append("TPC_OPND_LABEL")
    if operand.kind == "IMPLIED":
        flags.append("TPC_OPND_IMPLIED")
    return " | ".join(flags)


def operand_places(model, form, operand):
    """At most two places; the first one has the whole value or code."""
    if operand.kind in ("IMM32", "TARGET"):
        return [p for p in operand.places if p.shift == 0]
    if form.weak_imm:
        return [p for p in operand.places if p.field != "FieldImm"]
    return sorted(operand.places, key=lambda p: -p.width)


def write_form(model, tables, form, out):
    loop = form.slot == "LoopSlot"
    slot = 1 if loop else model.slots[form.slot]
    types = sum(1 << model.type_code[t] for t in form.types)
    cpus = sum(1 << model.db[g]["Index"] for g in model.generations
               if g in form.generations)
    first = tables.switch_list(form)
    flags = [text for on, text in (
        (form.ignore_type, "ISA_FORM_IGNORE_TYPE"),
        (form.parse_only, "ISA_FORM_PARSE_ONLY"),
        (form.weak_imm, "ISA_FORM_WEAK_IMM"),
        (any(s.yields for s in form.switches), "ISA_FORM_YIELDS"),
        (form.decode_last, "ISA_FORM_DECODE_LAST"),
        (form.imm_sign == "signed", "ISA_FORM_IMM_SIGNED"),
        (form.imm_sign == "unsigned", "ISA_FORM_IMM_UNSIGNED"),
        (form.terminator, "ISA_FORM_TERMINATOR"),
        (loop, "ISA_FORM_LOOP")) if on]
    out.write(f"\t{{\n\t\t.pub = {{ \"{form.name}\", "
              f"TPC_MN_{enum_name(form.mnemonic)}, {slot}, {form.opcode}, "
              f"{len(form.operands)}, {{\n")
    for o in form.operands:
        places = operand_places(model, form, o)
        field = (field_c(model, places[0].field) if places
                 else "TPC_NUM_FIELDS")
        out.write(f"\t\t\t{{ TPC_OPC_{o.opclass}, {field}, "
                  f"{operand_flags(form, o)} }},\n")
    if not form.operands:
        out.write("\t\t\t{ 0, 0, 0 },\n")
    out.write(f"\t\t}}, 0x{types:x}, 0x{cpus:x}, {first}, "
              f"{len(form.switches)} }},\n")
    default = (f"TPC_TYPE_{model.db[form.default_type]['EnumName']}"
               if form.default_type else "TPC_TYPE_NONE")
    out.write(f"\t\t.flags = {' | '.join(flags) or 0},\n"
              f"\t\t.pred = ISA_PRED_{form.pred},\n"
              f"\t\t.default_type = {default},\n")
    if form.type_place:
        out.write(f"\t\t.type = {place_c(model, form.type_place)},\n")
    if form.operands:
        out.write("\t\t.opnd = {\n")
    for o in form.operands:
        write_operand(model, form, o, out)
    if form.operands:
        out.write("\t\t},\n")
    for key, masks in (("own", form.own), ("fixed", form.fixed),
                       ("opnd_own", form.opnd_own)):
        cells = [f"[{field_c(model, field)}] = 0x{mask:x}"
                 for field, mask in masks.items() if mask
                 and field != "FieldOpcode"]
        if cells:
            out.write(f"\t\t.{key} = {{ {', '.join(cells)} }},\n")
    out.write("\t},\n")


def write_operand(model, form, operand, out):
    places = operand_places(model, form, operand)
    cells = [place_c(model, place) for place in places]
    hw = sum(1 << n for n in operand.hw)
    out.write(f"\t\t\t{{ ISA_KIND_{operand.kind}, {len(places)}, "
              f"'{operand.sep}', {operand.index}, {operand.max}, "
              f"{files_c(operand.files)}, "
              f"UINT64_C(0x{hw:x}), {{ {', '.join(cells) or '{ 0, 0, 0 }'} }} "
              "},\n")


def decode_order(form):
    """More constant bits first, so that relaxed matches prefer them."""
    constant = sum(bin(v).count("1") for f, v in form.fixed.items()
                   if f != "FieldOpcode")
    return (form.decode_last, -constant)


def parse_order(form):
    """Records chosen by a word of the text come after the ones with it."""
    chosen = sum(1 for s in form.switches if s.fixed and s.style != "hidden")
    return (chosen, form.parse_only)


def reads_as_register(model, name):
    """i32 is one, whether or not the processor has so many registers."""
    file = name.rstrip("0123456789")
    return file != name and "Register" in \
        model.db.get(file.upper() + "0", {}).get("!superclasses", [])


def words_of(model, forms):
    """Words that set a switch in any of the forms."""
    words = {}

    def add(name, group, value, kind):
        key = (name.lower(), group)
        old = words.get(key, (value, 0))
        words[key] = (value, old[1] | kind)

    for form in forms:
        for s in form.switches:
            if s.fixed and s.style == "hidden" and not s.any_text:
                continue
            for name in model.db[s.group]["Names"]:
                alone = s.style == "flag" or (
                    s.style in ("hidden", "suffix") and not s.values)
                add(name, s.group, 1, 2 | (1 if alone else 0))
            for names, value in s.values:
                for name in names:
                    alone = name[0].isalpha() and \
                        not reads_as_register(model, name)
                    add(name, s.group, value, 4 | (1 if alone else 0))
    return sorted((n, g, v, k) for (n, g), (v, k) in words.items())


def fnv(name):
    value = 2166136261
    for byte in name.encode():
        value = ((value ^ byte) * 16777619) & 0xffffffff
    return value ^ value >> 15


def write_list(out, decl, items, per_line=12):
    out.write(f"\nstatic const {decl} = {{\n")
    for i in range(0, len(items), per_line):
        out.write("\t" + ", ".join(str(x) for x in items[i:i + per_line])
                  + ",\n")
    if not items:
        out.write("\t0,\n")
    out.write("};\n")


def write_names(model, out):
    db, regs = model.db, model.registers
    out.write("\nconst char *const isa_mnemonic_names[] = {\n")
    for name in mnemonics_of(model):
        out.write(f"\t\"{name}\",\n")
    out.write("};\nconst unsigned isa_num_mnemonics = "
              f"{len(mnemonics_of(model))};\n")
    out.write("\nconst struct isa_type isa_types[] = {\n")
    for code, _, _, suffix, bits, is_signed in model.types:
        out.write(f"\t[{code}] = {{ \"{suffix}\", {len(suffix)}, {bits}, "
                  f"{is_signed} }},\n")
    out.write("};\nconst unsigned isa_num_types = "
              f"{model.types[-1][0] + 1};\n")
    out.write("\nconst char *const isa_group_names[] = {\n")
    for group in model.groups:
        out.write(f"\t\"{db[group]['Names'][0]}\",\n")
    out.write("};\n\nconst char *const isa_hw_names[64] = {\n")
    for name, number in sorted(regs.hw.items(), key=lambda i: i[1]):
        out.write(f"\t[{number}] = \"{db[name]['AsmName']}\",\n")
    out.write("};\n")
    for file in ("S_SPECIAL", "V_SPECIAL"):
        names = sorted((where[1], name) for name, where in regs.special.items()
                       if where[0] == file)
        var = "isa_" + file[0].lower() + "_specials"
        out.write(f"\nconst char *const {var}[] = {{\n")
        for _, name in names:
            out.write(f"\t\"{name}\",\n")
        out.write(f"}};\nconst unsigned isa_num_{var[4:]} = {len(names)};\n")
    aliases = [(alt, number) for name, number in sorted(regs.hw.items())
               for alt in db[name]["AltNames"]]
    out.write("\nconst struct isa_hw_alias isa_hw_aliases[] = {\n")
    for alt, number in aliases:
        out.write(f"\t{{ \"{alt}\", {number} }},\n")
    out.write("};\nconst unsigned isa_num_hw_aliases = "
              f"{len(aliases)};\n")
    out.write("\nconst char *const isa_loop_cmps[] = {\n")
    for code, _, text in model.loop_cmps:
        out.write(f"\t[{code}] = \"{text}\",\n")
    out.write("};\nconst unsigned isa_num_loop_cmps = "
              f"{model.loop_cmps[-1][0] + 1};\n")


def write_spaces(model, out):
    for name, space in model.spaces.items():
        codes = {}
        for base, count, file, _ in space["ranges"]:
            for i in range(count):
                codes[base + i] = (file, i)
        out.write(f"\nstatic const struct isa_code codes_{name}"
                  f"[{1 << space['width']}] = {{\n")
        for code, (file, i) in sorted(codes.items()):
            out.write(f"\t[{code}] = {{ TPC_FILE_{file}, {i} }},\n")
        if not codes:
            out.write("\t{ 0, 0 },\n")
        out.write(f"}};\nstatic const struct isa_range ranges_{name}[] = {{\n")
        for base, count, file, _ in space["ranges"]:
            out.write(f"\t{{ TPC_FILE_{file}, {base}, {count} }},\n")
        if not codes:
            out.write("\t{ 0, 0, 0 },\n")
        out.write("};\n")
        if space["shorts"]:
            out.write(f"static const struct isa_short shorts_{name}[] = {{\n")
            for first, base, count, is_signed in space["shorts"]:
                out.write(f"\t{{ {first}, {base}, {count}, {is_signed} }},\n")
            out.write("};\n")
    out.write("\nconst struct isa_space isa_spaces[] = {\n")
    for name, space in model.spaces.items():
        imm = 0xffff if space["imm"] is None else space["imm"]
        out.write(f"\t{{ codes_{name}, {1 << space['width']}, {imm}, "
                  f"ranges_{name}, {len(space['ranges'])}, "
                  f"{len(space['shorts'])}, "
                  + (f"shorts_{name}" if space["shorts"] else "NULL")
                  + " },\n")
    out.write("};\n")


def write_slot_layout(model, layout, slot, name, out):
    """The fields of one slot; returns how many."""
    spaces = list(model.spaces)
    shared = layout["shared"]
    parts = [p for p in layout["fields"] if p[0] == slot]
    parts.sort(key=lambda p: p[1] != "FieldOpcode")
    if not parts:
        return 0
    out.write(f"\nstatic const struct isa_layout_field {name}[] = {{\n")
    for _, field, lo, width, space in parts:
        both = any(s <= lo < s + w for s, w in shared)
        out.write(f"\t{{ {field_c(model, field)}, {lo}, {width}, "
                  f"{spaces.index(space)}, {int(both)} }},\n")
    out.write("};\n")
    return len(parts)


def write_layout(model, generation, tag, out):
    for i, slot in enumerate(SLOT_NAMES):
        write_slot_layout(model, model.layout_of(generation, slot), slot,
                          f"{tag}_layout{i}", out)


def write_halves(model, generation, tag, out):
    """Compressed bundles; returns how many kinds there are."""
    text = []
    for h, ref in enumerate(model.db[generation]["Halves"]):
        layout = model.layouts[name_of(ref)]
        cells = []
        for i, slot in enumerate(SLOT_NAMES[:4]):
            name = f"{tag}_half{h}_layout{i}"
            count = write_slot_layout(model, layout, slot, name, out)
            if count:
                cells.append(f"[{i}] = {{ {name}, {count} }}")
        mask = sum(((1 << w) - 1) << lo for lo, w, _ in layout["fixed"])
        value = sum(v << lo for lo, _, v in layout["fixed"])
        unused = sum(((1 << w) - 1) << lo for lo, w in layout["unused"])
        text.append(f"\t{{\n\t\t.layout = {{ {', '.join(cells)} }},\n"
                    f"\t\t.mask = {{ {words64(mask, 2)} }},\n"
                    f"\t\t.value = {{ {words64(value, 2)} }},\n"
                    f"\t\t.unused = {{ {words64(unused, 2)} }},\n\t}},\n")
    if text:
        out.write(f"\nstatic const struct isa_half {tag}_halves[] = {{\n"
                  + "".join(text) + "};\n")
    return len(text)


def words64(mask, count=4):
    return ", ".join(f"UINT64_C(0x{mask >> (64 * i) & (1 << 64) - 1:x})"
                     for i in range(count))


def unused_mask(layout):
    """Bits that are zero in all bundles."""
    zeros = layout["unused"] + [f[:2] for f in layout["fixed"] if not f[2]]
    return sum(((1 << w) - 1) << lo for lo, w in zeros)


def write_generation(model, tables, generation, words, word_lists, out):
    tag = model.db[generation]["Name"]
    forms = model.forms_of(generation)
    index = {f.name: i for i, f in enumerate(model.forms)
             if generation in f.generations}

    decode, tables_of = [], []
    for i, slot in enumerate(SLOT_NAMES):
        width = model.layout_field(generation, slot, "FieldOpcode")[3]
        entries = []
        for opcode in range(1 << width):
            found = sorted((f for f in forms if f.slot == slot
                            and f.opcode == opcode and not f.parse_only),
                           key=decode_order)
            entries.append(f"{{ {len(decode)}, {len(found)} }}")
            decode += [index[f.name] for f in found]
        write_list(out, f"struct isa_op_forms {tag}_ops{i}[]", entries, 6)
        tables_of.append(len(entries))
    write_list(out, f"uint16_t {tag}_decode[]", decode)

    parse, mnemonics = [], []
    names = sorted({(n, f.mnemonic) for f in forms
                    for n in [f.mnemonic] + f.aliases})
    numbers = {m: i for i, m in enumerate(mnemonics_of(model))}
    for name, mnemonic in names:
        slots = []
        for slot in SLOT_NAMES:
            found = sorted((f for f in forms if f.slot == slot
                            and f.mnemonic == mnemonic
                            and name in [f.mnemonic] + f.aliases),
                           key=parse_order)
            key = tuple(words_of(model, found))
            if key not in word_lists:
                word_lists[key] = len(words)
                words += key
            slots.append(f"{{ {len(parse)}, {len(found)}, {word_lists[key]}, "
                         f"{len(key)} }}")
            parse += [index[f.name] for f in found]
        mnemonics.append(f"{{ \"{name}\", {len(name)}, {numbers[mnemonic]}, "
                         f"{{ {', '.join(slots)} }} }}")
    write_list(out, f"uint16_t {tag}_parse[]", parse)
    write_list(out, f"struct isa_mnemonic {tag}_mnemonics[]", mnemonics, 1)
    size = 1
    while size < 4 * len(names):
        size *= 2
    table = [0] * size
    for i, (name, _) in enumerate(names):
        at = fnv(name) & (size - 1)
        while table[at]:
            at = (at + 1) & (size - 1)
        table[at] = i + 1
    write_list(out, f"uint16_t {tag}_hash[]", table, 16)
    write_layout(model, generation, tag, out)
    halves = write_halves(model, generation, tag, out)

    def special(slot, mnemonic):
        for form in forms:
            if form.slot == slot and form.mnemonic == mnemonic:
                return index[form.name]
        return 0xffff

    loop = next((f.opcode for f in forms if f.slot == "LoopSlot"), 0xffff)
    files = [(f, model.file_count(generation, f))
             for f in ("S", "V", "SP", "VP", "I", "AD", "Z", "D", "A")]
    pairs = shared_pairs(model, generation)
    types = sum(1 << model.type_code[ref["def"]]
                for ref in model.db[generation]["Types"])
    write_list(out, f"struct isa_pair {tag}_pairs[]",
               [f"{{ {SLOT_NAMES.index(a)}, {field_c(model, fa)}, "
                f"{SLOT_NAMES.index(b)}, {field_c(model, fb)} }}"
                for a, fa, b, fb in pairs], 1)
    out.write(f"\nstatic const struct tpc_bundle {tag}_nops = {{\n")
    for i, slot in enumerate(SLOT_NAMES[:4]):
        number = special(slot, "nop")
        out.write(f"\t.op[{i}] = {{ .form = {number}, "
                  ".mnemonic = TPC_MN_NOP,\n"
                  f"\t\t.slot = {i}, .type = TPC_TYPE_NONE, "
                  ".pred = { .file = TPC_FILE_SP },\n\t\t"
                  f".raw = {{ [TPC_F_OPCODE] = {model.forms[number].opcode} "
                  "} },\n")
    out.write("};\n")
    out.write(f"\nstatic const struct tpc_isa {tag}_isa = {{\n"
              f"\t.nops = &{tag}_nops,\n"
              f"\t.pairs = {tag}_pairs,\n\t.num_pairs = {len(pairs)},\n"
              f"\t.cpu = TPC_CPU_{tag.upper()},\n"
              f"\t.types = 0x{types:x},\n"
              f"\t.num_forms = {len(model.forms)},\n"
              "\t.forms = isa_forms,\n"
              f"\t.decode_forms = {tag}_decode,\n"
              f"\t.parse_forms = {tag}_parse,\n"
              f"\t.mnemonics = {tag}_mnemonics,\n"
              f"\t.num_mnemonics = {len(names)},\n"
              f"\t.max_mnemonic_len = {max(len(n) for n, _ in names)},\n"
              f"\t.hash = {tag}_hash,\n\t.hash_size = {size},\n")
    for i, slot in enumerate(SLOT_NAMES):
        parts = [p for p in model.layout_of(generation, slot)["fields"]
                 if p[0] == slot]
        out.write(f"\t.op_forms[{i}] = {tag}_ops{i},\n"
                  f"\t.num_opcodes[{i}] = {tables_of[i]},\n"
                  f"\t.layout[{i}] = {{ {tag}_layout{i}, {len(parts)} }},\n")
        for _, field, _, _, space in parts:
            out.write(f"\t.space[{i}][{field_c(model, field)}] = "
                      f"{tables.spaces.index(space)},\n")
        for _, field, lo, width, _ in parts:
            mask = shared_mask(model.layout_of(generation, slot), lo, width)
            if mask:
                out.write(f"\t.shared[{i}][{field_c(model, field)}] = "
                          f"0x{mask:x},\n")
    layouts = [unused_mask(model.layout_of(generation, s))
               for s in ("SpuSlot", "LoopSlot")]
    out.write(f"\t.unused = {{ {words64(layouts[0])} }},\n"
              f"\t.loop_unused = {{ {words64(layouts[1])} }},\n")
    if halves:
        out.write(f"\t.halves = {tag}_halves,\n"
                  f"\t.num_halves = {halves},\n")
    nops = ", ".join(str(special(s, "nop")) for s in SLOT_NAMES[:4])
    out.write(f"\t.nop = {{ {nops} }},\n"
              f"\t.halt = {{ {special('SpuSlot', 'halt')}, "
              f"{special('VpuSlot', 'halt')} }},\n"
              f"\t.loop_opcode = {loop},\n")
    for file, count in files:
        out.write(f"\t.file_count[TPC_FILE_{file}] = {count},\n")
    out.write("};\n")


def shared_pairs(model, generation):
    """Source fields of two slots in the same bits, VPU first."""
    parts = [p for p in model.layout_of(generation, "SpuSlot")["fields"]
             if p[1] not in ("FieldImm", "FieldPred", "FieldPol",
                             "FieldIsPred")]
    order = ["SpuSlot", "VpuSlot", "LoadSlot", "StoreSlot"]
    pairs = []
    for a in parts:
        for b in parts:
            if order.index(a[0]) >= order.index(b[0]):
                continue
            if a[2] < b[2] + b[3] and b[2] < a[2] + a[3]:
                pairs.append((a[0], a[1], b[0], b[1]))
    return pairs


def shared_mask(layout, lo, width):
    mask = 0
    for start, count in layout["shared"]:
        mask |= ((1 << count) - 1) << start
    return mask >> lo & (1 << width) - 1


def write_tables(model, out):
    out.write(HEADER)
    out.write('#include "isa_tables.h"\n\n/* clang-format off */\n')
    tables = Tables(model)
    write_names(model, out)
    write_spaces(model, out)
    out.write("\nstatic const struct isa_form isa_forms[] = {\n")
    for form in model.forms:
        write_form(model, tables, form, out)
    out.write("};\n")
    words, word_lists = [], {}
    for generation in model.generations:
        write_generation(model, tables, generation, words, word_lists, out)
    out.write("\nconst struct isa_word isa_words[] = {\n")
    for name, group, value, kind in words:
        out.write(f"\t{{ \"{name}\", {len(name)}, "
                  f"TPC_SW_{model.db[group]['EnumName']}, {value}, {kind} }},\n")
    out.write("};\n\nconst struct isa_value isa_values[] = {\n")
    for name, value in tables.values:
        out.write(f"\t{{ \"{name}\", {value} }},\n")
    out.write("};\n\nconst struct isa_switch isa_switches[] = {\n")
    for form, text in tables.switches:
        out.write(f"\t{text}, /* {form} */\n")
    out.write("};\n")
    db = model.db
    out.write("\nconst char *const isa_cpu_names[] = {\n")
    for g in model.generations:
        out.write(f"\t[TPC_CPU_{name_of_cpu(model, g)}] = "
                  f"\"{db[g]['Name']}\",\n")
    out.write("};\nconst struct tpc_isa *const isa_cpus[] = {\n")
    for g in model.generations:
        out.write(f"\t[TPC_CPU_{name_of_cpu(model, g)}] = "
                  f"&{db[g]['Name']}_isa,\n")
    out.write("};\nconst uint16_t isa_cpu_marches[] = {\n")
    for g in model.generations:
        out.write(f"\t[TPC_CPU_{name_of_cpu(model, g)}] = "
                  f"{db[g]['March']},\n")
    out.write("};\nconst unsigned isa_num_cpus = "
              f"{db[model.generations[-1]]['Index'] + 1};\n")
    out.write("const struct isa_cpu_alias isa_cpu_aliases[] = {\n")
    for g in model.generations:
        for name in [db[g]["Name"]] + db[g]["Aliases"]:
            out.write(f"\t{{ \"{name}\", TPC_CPU_{name_of_cpu(model, g)} }},\n")
    out.write("\t{ NULL, 0 },\n};\n")

