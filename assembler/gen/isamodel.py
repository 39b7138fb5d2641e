# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The instruction records as Python objects: what TableGen says, resolved.

A record whose switches are not the same in all generations becomes several
forms of one name, each for the generations that agree.

A form's bits are kept as field name -> list of owners, one a bit: 0, 1, or a
tuple (operand name, bit of the operand). Places are (field, lo, width) with
the bits of the operand that lie there.
"""

import re
from dataclasses import dataclass, field as member


class RecordError(Exception):
    """A record that cannot be understood; says where it stands."""


def name_of(ref):
    return ref["def"]


@dataclass
class Place:
    """Bits [shift, shift + width) of a value at [lo, lo + width) of a field."""
    field: str
    lo: int
    width: int
    shift: int = 0


@dataclass
class Operand:
    name: str
    record: str  # of the operand's class
    kind: str    # REG, IMM32, TARGET, UIMM, DIMMASK, HW, IMPLIED, ...
    opclass: str
    is_def: bool
    width: int = 0
    max: int = 0
    files: frozenset = frozenset()
    hw: frozenset = frozenset()
    index: int = 0
    places: list = member(default_factory=list)
    sep: str = ","


@dataclass
class Switch:
    record: str
    group: str
    field: str
    lo: int
    width: int
    style: str
    values: list  # (names, value)
    base: int
    default: int
    omit: int
    fixed: bool
    any_text: bool
    text_only: bool
    yields: bool
    only_types: list
    when_group: str
    when_value: int

    def mask(self):
        return ((1 << self.width) - 1) << self.lo


@dataclass
class Form:
    name: str
    loc: str
    slot: str
    mnemonic: str
    aliases: list
    generations: frozenset  # that have it
    operands: list
    types: list
    default_type: str
    ignore_type: bool
    type_place: Place
    switches: list
    pred: str  # NONE, SP, ANY
    parse_only: bool
    decode_last: int
    weak_imm: bool
    reads_dest: bool
    imm_sign: str
    terminator: bool  # ends a block: jumps, LOOP, HALT
    opcode: int
    own: dict       # field -> mask
    opnd_own: dict  # field -> mask
    fixed: dict     # field -> value
    bits: dict      # field -> owners
    inst: list


KINDS = {
    "IMM32": "IMM32", "SAMEIMM": "SAMEIMM", "BRTARGET": "TARGET", "MASK32": "MASK32", "UIMM": "UIMM",
    "DIMMASK": "DIMMASK", "LOOPIMM": "LOOPIMM", "LOOPCMP": "LOOPCMP",
    "LOOPEND": "LOOPEND",
}
PREDS = {"SPRED": "SP", "ANYPRED": "ANY"}


class Registers:
    """Register classes as sets of (file, index)."""

    def __init__(self, db):
        self.db = db
        self.hw = {}         # name -> number
        self.special = {}    # name -> (file, index)
        for ref in ("SSpecial", "VSpecial"):
            for reg in self._expand(db[ref]["MemberList"]):
                self.special[reg] = (ref[0] + "_SPECIAL", self._number(reg))
        for ref in ("HSRF", "HVRF", "SqzRF"):
            for reg in self._expand(db[ref]["MemberList"]):
                self.hw[reg] = self._number(reg)

    def _number(self, reg):
        bits = self.db[reg]["HWEncoding"]
        return sum(bit << i for i, bit in enumerate(bits))

    def _expand(self, item):
        if item["kind"] == "def":
            record = self.db[item["def"]]
            if "RegisterClass" in record["!superclasses"]:
                return self._expand(record["MemberList"])
            return [item["def"]]
        args = item["args"]
        if item["operator"]["def"] == "add":
            return [reg for arg, _ in args for reg in self._expand(arg)]
        if item["operator"]["def"] == "sequence":
            numbers = [arg for arg, _ in args[1:]]
            step = numbers[2] if len(numbers) > 2 else 1
            return [args[0][0].replace("%u", str(i))
                    for i in range(numbers[0], numbers[1] + 1, step)]
        raise RecordError("register list operator "
                          + item["operator"]["def"] + " is not known")

    def where(self, reg):
        if reg in self.special:
            return self.special[reg]
        if reg in self.hw:
            return ("HW", self.hw[reg])
        match = re.fullmatch(r"([A-Z]+)(\d+)", reg)
        if not match:
            raise RecordError(f"register {reg} belongs to no file")
        return (match.group(1), int(match.group(2)))

    def names(self, cls):
        return self._expand(self.db[cls]["MemberList"])

    def members(self, cls):
        return [self.where(reg) for reg in self.names(cls)]


class Model:
    """Everything the checks and writers need."""

    def __init__(self, db):
        self.db = db
        self.registers = Registers(db)
        self.fields = {name: db[name] for name in self.instances("Field")}
        self.field_enum = {name: rec["EnumName"]
                           for name, rec in self.fields.items()}
        self.slots = {name: db[name]["Index"]
                      for name in self.instances("Slot")}
        self.types = sorted(((db[n]["Code"], n, db[n]["EnumName"],
                              db[n]["Suffix"], db[n]["Bits"],
                              db[n]["Signed"])
                             for n in self.instances("DataType")))
        self.type_code = {n: code for code, n, *_ in self.types}
        self.groups = sorted(self.instances("SwitchGroup"),
                             key=lambda n: db[n]["EnumName"])
        self.switch_word = {}
        for name in self.instances("SwitchWord"):
            self.switch_word.setdefault(name_of(db[name]["Of"]),
                                        db[name]["Lo"])
        self.implied_alias = {}
        for name in self.instances("ImpliedAlias"):
            self.implied_alias.setdefault(name_of(db[name]["Of"]), []).append(
                self.registers.hw[name_of(db[name]["Hw"])])
        self.loop_cmps = sorted(
            (db[n]["Code"], db[n]["EnumName"], db[n]["Text"])
            for n in self.instances("LoopComparison"))
        self.spaces = self._spaces()
        self.layouts = {n: self._layout(n)
                        for n in self.instances("BundleLayout")}
        self.generations = sorted(self.instances("Generation"),
                                  key=lambda n: db[n]["Index"])
        order = self.instances("TPCInst")
        self.forms = [form for name in sorted(order, key=self._at)
                      for form in self._variants(name)]

    def instances(self, cls):
        return self.db["!instanceof"].get(cls, [])

    def _at(self, name):
        """Sort key: file and line of a record, then its name."""
        path, line = self.db[name]["!locs"][0].rsplit(":", 1)
        return (path, int(line), name)

    def _spaces(self):
        spaces = {}
        for name in self.instances("OperandSpace"):
            spaces[name] = {"width": self.db[name]["Width"], "imm": None,
                            "ranges": [], "shorts": []}
        for name in self.instances("ShortImm"):
            rec = self.db[name]
            spaces[name_of(rec["Space"])]["shorts"].append(
                (rec["First"], rec["Base"], rec["Count"], rec["Signed"]))
        for name in self.instances("CodeRange"):
            rec = self.db[name]
            spaces[name_of(rec["Space"])]["ranges"].append(
                (rec["Base"], rec["Count"], rec["File"], rec["!locs"][0]))
        for name in self.instances("ImmCode"):
            rec = self.db[name]
            spaces[name_of(rec["Space"])]["imm"] = rec["Number"]
        return spaces

    def _layout(self, name):
        rec = self.db[name]
        fields = []
        for ref in rec["Fields"]:
            part = self.db[name_of(ref)]
            fields.append((name_of(part["InSlot"]), name_of(part["Of"]),
                           part["Lo"], part["Width"], name_of(part["Space"])))

        def ranges(key):
            return [(self.db[name_of(r)]["Lo"], self.db[name_of(r)]["Width"])
                    for r in rec[key]]

        return {"bits": rec["Bits"], "fields": fields,
                "shared": ranges("Shared"), "unused": ranges("Unused"),
                "fixed": [(self.db[name_of(r)]["Lo"],
                           self.db[name_of(r)]["Width"],
                           self.db[name_of(r)]["Value"])
                          for r in rec["Fixed"]]}

    # Forms

    def _operand(self, ref, name, is_def, loc):
        record = self.db[ref]
        supers = record["!superclasses"]
        if "RegisterClass" in supers:
            members = self.registers.members(ref)
            files = frozenset(file for file, _ in members)
            if files == {"HW"}:
                return Operand(name, ref, "HW", ref.upper(), is_def,
                               files=files,
                               hw=frozenset(i for _, i in members))
            return Operand(name, ref, "REG", ref.upper(), is_def, files=files,
                           hw=frozenset(self.implied_alias.get(ref, ())),
                           index=members[0][1] if len(members) == 1 else 0)
        if "TPCOperand" not in supers:
            raise RecordError(f"{loc}: operand {name} has class {ref}, which "
                              "is neither registers nor a TPCOperand")
        kind = record["Kind"]
        return Operand(name, ref, KINDS.get(kind, kind), kind, is_def,
                       width=record.get("Bits", 0), max=record.get("Max", 0))

    def _switch(self, ref):
        rec = self.db[ref]
        when = rec["WhenGroup"]
        return Switch(
            record=rec["!name"], group=name_of(rec["Group"]),
            field=name_of(rec["In"]), lo=rec["Lo"], width=rec["Width"],
            style=rec["Style"],
            values=[(self.db[name_of(v)]["Names"], self.db[name_of(v)]["Value"])
                    for v in rec["Values"]],
            base=rec["Base"], default=rec["Default"], omit=rec["Omit"],
            fixed=bool(rec["Fixed"]), any_text=bool(rec["AnyText"]),
            text_only=bool(rec["TextOnly"]),
            yields=bool(rec["Yields"]),
            only_types=[name_of(t) for t in rec["OnlyTypes"]],
            when_group=name_of(when) if when else None,
            when_value=rec["WhenValue"])

    def _field_bits(self, inst, loc):
        """Field -> owners, for all fields inside the word."""
        bits = {}
        covered = set()
        for name, rec in self.fields.items():
            lo, width = rec["Lo"], rec["Width"]
            if lo + width > len(inst):
                continue
            covered.update(range(lo, lo + width))
            owners = []
            for i in range(lo, lo + width):
                bit = inst[i]
                if bit is None:
                    raise RecordError(f"{loc}: bit {i - lo} of "
                                      f"{rec['EnumName']} is owned by nothing")
                owners.append((bit["var"], bit["index"])
                              if isinstance(bit, dict) else bit)
            bits[name] = owners
        for i, bit in enumerate(inst):
            if i not in covered and bit != 0:
                raise RecordError(f"{loc}: bit {i} of the slot word is used, "
                                  "but belongs to no field")
        return bits

    @staticmethod
    def _places(bits, var):
        """Where the bits of an operand lie."""
        places = []
        for name, owners in bits.items():
            i = 0
            while i < len(owners):
                owner = owners[i]
                if not isinstance(owner, tuple) or owner[0] != var:
                    i += 1
                    continue
                start, shift = i, owner[1]
                while i < len(owners) and owners[i] == (var, shift + i - start):
                    i += 1
                places.append(Place(name, start, i - start, shift))
        return places

    def _features(self, generation):
        return {name_of(f) for f in self.db[generation]["Features"]}

    def _variants(self, name):
        """The forms of a record, by the switches that generations have."""
        variants = {}
        for generation in self.generations:
            have = self._features(generation)
            if not {name_of(r) for r in self.db[name]["Requires"]} <= have:
                continue
            switches = tuple(
                name_of(s) for s in self.db[name]["Switches"]
                if {name_of(r) for r in self.db[name_of(s)]["Requires"]}
                <= have)
            variants.setdefault(switches, set()).add(generation)
        if not variants:
            switches = tuple(name_of(s) for s in self.db[name]["Switches"])
            variants[switches] = set()
        return [self._form(name, switches, frozenset(generations))
                for switches, generations in variants.items()]

    def _form(self, name, switches, generations):
        rec = self.db[name]
        loc = f"{rec['!locs'][0]}: {name}"
        slot = name_of(rec["InSlot"])
        bits = self._field_bits(rec["Inst"], loc)
        switches = [self._switch(ref) for ref in switches]
        own = {f: 0 for f in bits}
        opnd_own = {f: 0 for f in bits}
        fixed = {f: sum(1 << i for i, b in enumerate(o) if b == 1)
                 for f, o in bits.items()}
        operands, pred, known = {}, "NONE", {"type", "sw", "pred"}
        type_place = None
        for key, is_def in (("OutOperandList", True), ("InOperandList", False)):
            for arg, opname in rec[key]["args"]:
                operand = self._operand(name_of(arg), opname, is_def, loc)
                places = self._places(bits, opname)
                known.add(opname)
                if operand.kind == "TYPE":
                    if len(places) != 1 or places[0].width != 4:
                        raise RecordError(f"{loc}: the type needs four bits "
                                          "in one field")
                    type_place = places[0]
                elif operand.kind in PREDS:
                    pred = PREDS[operand.kind]
                elif operand.kind == "SWITCHES":
                    continue
                else:
                    operand.places = places
                    operands[opname] = operand
                for place in places:
                    mask = ((1 << place.width) - 1) << place.lo
                    own[place.field] |= mask
                    if operand.kind != "TYPE":
                        opnd_own[place.field] |= mask
        for field, owners in bits.items():
            for i, owner in enumerate(owners):
                if isinstance(owner, tuple) and owner[0] not in known:
                    raise RecordError(
                        f"{loc}: bit {i} of {self.field_enum[field]} comes "
                        f"from {owner[0]}, which is no operand")
        for switch in switches:
            if not switch.fixed and not switch.text_only:
                own[switch.field] |= switch.mask()
        weak = bool(rec["WeakImm"])
        if weak:
            own["FieldImm"] = opnd_own["FieldImm"] = 0
        opcode = sum(b << i for i, b in enumerate(bits["FieldOpcode"]))
        default = rec["DefaultType"]
        return Form(
            name=name, loc=loc, slot=slot, mnemonic=rec["Mnemonic"],
            aliases=rec["Aliases"],
            generations=generations,
            operands=self._text_order(rec["AsmString"], operands, loc),
            types=[name_of(t) for t in rec["Types"]],
            default_type=name_of(default) if default else None,
            ignore_type=bool(rec["IgnoreType"]), type_place=type_place,
            switches=switches, pred=pred,
            parse_only=bool(rec["isAsmParserOnly"]),
            decode_last=rec["DecodeLast"], weak_imm=weak,
            reads_dest=bool(rec["ReadsDest"]), imm_sign=rec["ImmSign"],
            terminator=bool(rec["isTerminator"]),
            opcode=opcode, own=own,
            opnd_own=opnd_own, fixed=fixed, bits=bits, inst=rec["Inst"])

    @staticmethod
    def _text_order(asm, operands, loc):
        """Operands in the order of the text, with their separators."""
        order = []
        body = re.sub(r"\$\{(type|sw|pred)\}", "", asm)
        for sep, opname in re.findall(r"([ ,]+)\$(\w+)", body):
            if opname not in operands:
                raise RecordError(f"{loc}: text names {opname}, which is no "
                                  "operand")
            operands[opname].sep = "," if "," in sep else " "
            order.append(operands[opname])
        missing = set(operands) - {o.name for o in order}
        if missing:
            raise RecordError(f"{loc}: operands without text: "
                              + ", ".join(sorted(missing)))
        for operand in order:
            if operand.kind in ("REG", "HW") and not operand.places:
                if operand.kind == "HW":
                    operand.index = min(operand.hw)
                operand.kind = "IMPLIED"
            if operand.kind == "HW":
                # The field may hold the lowest bits of the number only.
                width = operand.places[0].width
                operand.index = min(operand.hw) & ~((1 << width) - 1)
        return order

    # Helpers of checks and writers

    def layout_of(self, generation, slot):
        rec = self.db[generation]
        key = "LoopLayout" if slot == "LoopSlot" else "Layout"
        return self.layouts[name_of(rec[key])]

    def layout_field(self, generation, slot, field):
        for part in self.layout_of(generation, slot)["fields"]:
            if part[0] == slot and part[1] == field:
                return part
        return None

    def forms_of(self, generation):
        return [f for f in self.forms if generation in f.generations]

    def file_count(self, generation, file):
        """Registers of a file that any operand space can name."""
        group = {"Z": "S", "D": "V", "A": "V"}.get(file, file)
        counts = [count for slot in self.slots
                  for part in self.layout_of(generation, slot)["fields"]
                  for _, count, f, _ in self.spaces[part[4]]["ranges"]
                  if f == group]
        return max(counts, default=0)

    def codes(self, space, files):
        """All codes that name a register of the files in a space."""
        out = set()
        group = {"Z": ("S", 2), "D": ("V", 2), "A": ("V", 4)}
        for base, count, file, _ in self.spaces[space]["ranges"]:
            for want in files:
                member_file, step = group.get(want, (want, 1))
                if member_file == file:
                    out.update(range(base, base + count - step + 1, step))
        return out
