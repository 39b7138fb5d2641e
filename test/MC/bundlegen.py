# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random bundles made from the instruction records.

Input is the JSON dump of TPC.td. Every record's asm string is filled with
operands of the right kind, random types, switches and predicates.
"""

import json
import re

IMMEDIATES = ["0", "1", "-1", "0x7fffffff", "0x80000000", "0xffffffff", "123",
              "1.5", "-2.25f", "1.0bf", "0.5h", "i16_-3", "u8_200", "bf16_1.0"]


def name_of(ref):
    return ref["def"] if isinstance(ref, dict) else None


class BundleGenerator:
    def __init__(self, path, generation, rng):
        with open(path, encoding="utf-8") as f:
            self.db = json.load(f)
        self.rng = rng
        gen = next(self.db[n] for n in self.db["!instanceof"]["Generation"]
                   if self.db[n]["Name"] == generation)
        have = self.have = {name_of(f) for f in gen["Features"]}
        # Slots of each kind of compressed bundles.
        self.halves = [sorted({self.db[name_of(self.db[name_of(f)]["InSlot"])]
                               ["Index"] for f in self.db[name_of(half)]
                               ["Fields"]}) for half in gen["Halves"]]
        self.slots = {}
        for name in sorted(self.db["!instanceof"]["TPCInst"]):
            record = self.db[name]
            if all(name_of(f) in have for f in record["Requires"]):
                slot = self.db[name_of(record["InSlot"])]["Index"]
                self.slots.setdefault(slot, []).append(record)
        self.members = {}
        self.compares = [self.db[n]["Text"]
                         for n in self.db["!instanceof"]["LoopComparison"]]

    def registers(self, cls):
        if cls not in self.members:
            self.members[cls] = self.evaluate(self.db[cls]["MemberList"])
        return self.members[cls]

    def evaluate(self, item):
        """Register names of a member list."""
        if item["kind"] == "def":
            if "RegisterClass" in self.db[item["def"]]["!superclasses"]:
                return self.registers(item["def"])
            return [self.db[item["def"]]["AsmName"]]
        args = [a[0] for a in item["args"]]
        if name_of(item["operator"]) == "sequence":
            step = args[3] if len(args) > 3 else 1
            return [args[0].replace("%u", str(i))
                    for i in range(args[1], args[2] + 1, step)]
        return [r for a in args for r in self.evaluate(a)]

    def operand(self, name, shared):
        """Text of an operand; shared holds what a bundle has once."""
        rng, record = self.rng, self.db[name]
        if "RegisterClass" in record["!superclasses"]:
            return rng.choice(self.registers(name))
        kind = record["Kind"]
        if kind in ("IMM32", "MASK32", "SAMEIMM"):
            return shared["imm"] if rng.random() < 0.95 else \
                rng.choice(IMMEDIATES)
        if kind == "UIMM":
            return str(rng.randrange(record["Max"] + 1))
        if kind == "DIMMASK":
            return "b" + "".join(rng.choice("01") for _ in range(5))
        if kind in ("BRTARGET", "LOOPEND"):
            return str(32 * rng.randrange(1, 64))
        if kind == "LOOPIMM":
            return str(rng.randrange(-5, 1000))
        if kind == "LOOPCMP":
            return rng.choice(self.compares)
        raise ValueError(f"operand {name}: kind {kind} is not known here")

    def guard(self, record, shared):
        cls = record["MIOperandInfo"]["args"][0][0]["def"]
        if shared["guard"] is not None and self.rng.random() < 0.9:
            guard = shared["guard"]
            return guard if guard.lstrip("!") in self.registers(cls) else ""
        if self.rng.random() < 0.6:
            return ""
        return self.rng.choice(["", "!"]) + \
            self.rng.choice(self.registers(cls))

    def switch(self, ref):
        """A spelling of a switch with a random value."""
        rng, switch = self.rng, self.db[name_of(ref)]
        group = rng.choice(self.db[name_of(switch["Group"])]["Names"])
        if switch["Values"]:
            value = self.db[name_of(rng.choice(switch["Values"]))]
            word = rng.choice(value["Names"])
            if word[0].isalpha() and rng.random() < 0.7:
                return word
            return f"{group}={word}"
        if switch["Width"] <= 1 and rng.random() < 0.7:
            return group
        return f"{group}={rng.randrange(1 << max(1, switch['Width']))}"

    def switches(self, record):
        """Switches that the form needs, and some that it may have."""
        chosen = {}
        for ref in record["Switches"]:
            switch = self.db[name_of(ref)]
            group = name_of(switch["Group"])
            foreign = any(name_of(f) not in self.have
                          for f in switch["Requires"])
            if foreign and (switch["Fixed"] or self.rng.random() < 0.9):
                continue
            if switch["Fixed"]:
                if switch["Style"] != "hidden":
                    chosen[group] = self.switch(ref)
            elif group not in chosen and self.rng.random() < 0.3:
                chosen[group] = self.switch(ref)
        return list(chosen.values())

    def type(self, record, typed):
        rng = self.rng
        if typed and (record["DefaultType"] is None or rng.random() < 0.7):
            kind = self.db[name_of(rng.choice(record["Types"]))]
            return "." + kind["Suffix"]
        if record["IgnoreType"] and rng.random() < 0.3:
            return "." + self.db[rng.choice(
                self.db["!instanceof"]["DataType"])]["Suffix"]
        return ""

    def operation(self, record, shared):
        text = record["AsmString"]
        mnemonic = re.match(r"[\w.]+", text).group(0)
        body = text[len(mnemonic):]
        typed = "${type}" in body
        body = body.replace("${type}", "").replace("${sw}", "")
        args = {n: a["def"] for d in ("OutOperandList", "InOperandList")
                for a, n in record[d]["args"]}
        guard = ""
        if "${pred}" in body:
            body = body.replace("${pred}", "")
            guard = self.guard(self.db[args["pred"]], shared)
        body = re.sub(r"\$(\w+)",
                      lambda m: self.operand(args[m.group(1)], shared),
                      body).strip()
        words = self.switches(record)
        head = self.rng.choice([mnemonic] + record["Aliases"])
        head += self.type(record, typed)
        place = self.rng.randrange(3)
        if words and place == 0 and all("=" not in w for w in words):
            head += "".join("." + w for w in words)
        elif words and place == 1 or not body:
            head += "".join(" " + w for w in words)
        elif words:
            body += "".join(", " + w for w in words)
        text = (head + " " + body).strip()
        if guard:
            text += (", " if body else " ") + guard
        return text.upper() if self.rng.random() < 0.2 else text

    def shared(self):
        """What the slots of a bundle have in common."""
        rng = self.rng
        shared = {"imm": rng.choice(IMMEDIATES), "guard": None}
        if rng.random() < 0.5:
            shared["guard"] = rng.choice(["", "!"]) + \
                f"SP{rng.randrange(1, 16)}"
        return shared

    def line(self, slots):
        """Operations in some of the slots, NOPs in the others."""
        rng, shared = self.rng, self.shared()
        parts = []
        for slot in range(4):
            nop = slot not in slots or rng.random() < 0.45
            record = rng.choice(self.slots[slot])
            parts.append("nop" if nop or record["Mnemonic"] == "halt"
                         else self.operation(record, shared))
        while len(parts) > 1 and parts[-1] == "nop" and rng.random() < 0.5:
            parts.pop()
        return "; ".join(parts)

    def bundle(self):
        """A line of text. Most of them are legal."""
        if self.rng.random() < 0.02:
            return self.operation(self.rng.choice(self.slots[4]),
                                  self.shared())
        return self.line(range(4))

    def half(self):
        """A line that may be compressed."""
        if self.rng.random() < 0.05:
            return self.bundle()
        return self.line(self.rng.choice(self.halves))

    def text(self):
        """A bundle or, where there are any, two compressed ones."""
        if not self.halves or self.rng.random() < 0.6:
            return self.bundle()
        return f".pair\n{self.half()}\n{self.half()}"
