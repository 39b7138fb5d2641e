# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the manual is made of: instructions with their forms and texts.

Joins the records of TPC.td, TPCSchedule.td, TPCMachine.td (by the modules of
assembler/gen) with the texts of TPCDoc.td. Incomplete texts are errors.
"""

import collections
import contextlib
import functools
import io
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "..", "..", "assembler", "gen"))

from isamodel import Model, RecordError, name_of  # noqa: E402
from schedgen import Generator, named             # noqa: E402

SLOT_ORDER = ("LOAD", "SPU", "VPU", "STORE", "LOOP")
TITLES = {"goya": "Goya", "gaudi": "Gaudi", "gaudib": "Gaudi B",
          "greco": "Greco", "gaudi2": "Gaudi2"}


class ManualError(Exception):
    """Something that the manual needs is missing; a list of messages."""


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def file_name(mnemonic):
    return re.sub(r"\W", "_", mnemonic) + ".md"


def title(cpu):
    return TITLES.get(cpu, cpu)


def titles(cpus):
    return ", ".join(title(c) for c in cpus)


class Instruction:
    """All forms of a mnemonic, in all slots and generations."""

    def __init__(self, mnemonic):
        self.mnemonic = mnemonic
        self.doc = None
        self.forms = collections.OrderedDict()  # slot -> cpu -> forms

    def add(self, slot, cpu, form):
        self.forms.setdefault(slot, {}).setdefault(cpu, []).append(form)

    def slots(self):
        return [s for s in SLOT_ORDER if s in self.forms]

    def cpus(self, slot=None):
        have = set()
        for s, by_cpu in self.forms.items():
            if slot in (None, s):
                have |= set(by_cpu)
        return have

    def all_forms(self):
        """(slot, cpu, form) of every form."""
        for slot in self.slots():
            for cpu, forms in self.forms[slot].items():
                for form in forms:
                    yield slot, cpu, form


class Manual:
    def __init__(self, build, source):
        isa = os.path.join(build, "assembler")
        self.source = source
        self.model = Model(load(os.path.join(isa, "TPC.json")))
        self.sched_db = load(os.path.join(isa, "TPCSchedule.json"))
        self.machine_db = load(os.path.join(isa, "TPCMachine.json"))
        self.doc_db = load(os.path.join(build, "docs", "TPCDoc.json"))
        self.chips = {}
        for name in ("Goya", "Gaudi", "Gaudi2"):
            path = os.path.join(isa, "queues", name + ".json")
            if os.path.exists(path):
                self.chips[name] = load(path)
        self.cpus = collections.OrderedDict(
            (self.model.db[g]["Name"], g) for g in self.model.generations)
        self.groups = sorted(named(self.doc_db, "DocGroup"),
                             key=lambda g: g["Order"])
        self.types = {t[2]: t for t in self.model.types}
        self.members = functools.lru_cache(None)(self.model.registers.members)
        self.names = functools.lru_cache(None)(self._names)
        self.instructions = self._instructions()
        self._attach_docs()
        self.machines = {m["Gen"]: m
                         for m in named(self.machine_db, "TPCMachine")}
        self.facts = self._facts()
        self.problems = self._problems()
        self.sched = {} if self.problems else self._schedules()

    def _names(self, cls):
        """Records of the registers of a class."""
        return self.model.registers.names(cls)

    # Texts

    def texts(self, cls):
        return {r["Name"]: r["Text"] for r in named(self.doc_db, cls)}

    def processor_types(self, cpu):
        """Data types that a processor computes with."""
        db = self.model.db
        gen = next(g for g in self.model.generations if db[g]["Name"] == cpu)
        return [db[name_of(t)]["EnumName"] for t in db[gen]["Types"]]

    def doc_refs(self, doc, key):
        return [self.doc_db[name_of(r)] for r in doc[key]]

    def group_of(self, inst):
        return self.doc_db[name_of(inst.doc["Group"])]

    def in_group(self, group):
        return [i for i in self.instructions.values()
                if self.group_of(i)["!name"] == group["!name"]]

    def _instructions(self):
        found = {}
        for cpu, gen in self.cpus.items():
            for form in self.model.forms_of(gen):
                inst = found.setdefault(form.mnemonic,
                                        Instruction(form.mnemonic))
                slot = self.model.db[form.slot]["Name"]
                inst.add(slot, cpu, form)
        return collections.OrderedDict(sorted(found.items()))

    def _attach_docs(self):
        docs = {}
        for rec in named(self.doc_db, "InstructionDoc"):
            if rec["Mnemonic"] in docs:
                raise ManualError(f"{rec['!locs'][0]}: {rec['Mnemonic']} is "
                                  "described twice")
            docs[rec["Mnemonic"]] = rec
        missing = [m for m in self.instructions if m not in docs]
        if missing:
            raise ManualError("no InstructionDoc record for "
                              + ", ".join(missing))
        for mnemonic, inst in self.instructions.items():
            inst.doc = docs[mnemonic]
        self.docs = docs

    def _schedules(self):
        have = {g for r in named(self.sched_db, "Producer") for g in r["Gens"]}
        out = {}
        for cpu, gen in self.cpus.items():
            if cpu not in have:
                continue
            out[cpu] = Generator(self.model, self.sched_db, None, gen)
            with contextlib.redirect_stderr(io.StringIO()):
                out[cpu].resolve()
        return out

    def _facts(self):
        """Section number -> (subject, sources), from docs/sources.md."""
        facts = {}
        path = os.path.join(self.source, "docs", "sources.md")
        with open(path, encoding="utf-8") as file:
            for line in file:
                m = re.match(r"\| (\d+)\.(\d+)((?:, | to )\d+\.\d+)? \|"
                             r" ([^|]*) \| ([^|]*) \|", line)
                if not m:
                    continue
                first = last = int(m.group(2))
                if m.group(3):
                    last = int(m.group(3).rsplit(".", 1)[1])
                for n in range(first, last + 1):
                    facts[f"{m.group(1)}.{n}"] = (m.group(4), m.group(5))
        return facts

    # Completeness

    def _problems(self):
        """What an entry lacks: messages."""
        out = []
        operands = self.texts("CommonOperand")
        switches = self.texts("SwitchDoc")
        types = self.texts("TypeDoc")
        for t in self.types:
            if t not in types:
                out.append(f"data type {t}: no TypeDoc")
        for cpu in self.cpus:
            if not self.processor_types(cpu):
                out.append(f"{cpu}: no ProcessorTypes")
        for inst in self.instructions.values():
            out += self._doc_problems(inst)
            own = {o["Name"] for o in self.doc_refs(inst.doc, "Operands")}
            for _, _, form in inst.all_forms():
                for o in form.operands:
                    if o.name not in own and o.name not in operands:
                        out.append(f"{inst.mnemonic}: operand {o.name} of "
                                   f"{form.name} has no OperandDoc")
                for s in form.switches:
                    names = self.model.db[s.group]["Names"]
                    if not any(n in switches for n in names):
                        out.append(f"{inst.mnemonic}: switch {names[0]} has "
                                   "no SwitchDoc")
        return sorted(set(out))

    def _doc_problems(self, inst):
        doc, name = inst.doc, inst.mnemonic
        for key in ("Summary", "Semantics"):
            if not doc[key].strip():
                yield f"{name}: no {key}"
        if not doc["Facts"]:
            yield f"{name}: no sources"
        for section in doc["Facts"]:
            if section not in self.facts:
                yield f"{name}: facts {section} is not in docs/sources.md"
        for other in doc["See"]:
            if other not in self.docs:
                yield f"{name}: see {other}, which is not described"
        if re.search(r"(^|[=:] )\?\s*$", doc["Semantics"], re.M) \
                and not doc["OpenQuestions"]:
            yield f"{name}: semantics say ?, but no question is open"


__all__ = ["Manual", "ManualError", "RecordError", "SLOT_ORDER", "file_name",
           "load", "name_of", "named", "title", "titles"]
