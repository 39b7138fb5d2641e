#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""isagen.py refuses records that are wrong.

Every test damages the records of the real target in one place and looks for
the message. Arguments: folder of isagen.py, JSON of the records.
"""

import contextlib
import copy
import importlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest

GEN = JSON = isagen = None
ROOTS = ("BundleLayout", "CodeRange", "DataType", "Field", "Generation",
         "ImmCode", "ImpliedAlias", "LoopComparison", "OperandSpace", "Slot",
         "SwitchGroup", "SwitchWord", "TPCInst")
ALSO = ("SSpecial", "VSpecial", "HSRF", "HVRF")


def references(value):
    """Names of records that a value refers to."""
    if isinstance(value, dict):
        if value.get("kind") == "def":
            yield value["def"]
        value = value.values()
    elif not isinstance(value, list):
        return
    for item in value:
        yield from references(item)


def without_print(value):
    """A copy without the printable forms, which nobody reads."""
    if isinstance(value, dict):
        return {key: without_print(item) for key, item in value.items()
                if key != "printable"}
    if isinstance(value, list):
        return [without_print(item) for item in value]
    return value


def reduced(db):
    """The records isagen.py looks at: the dump holds all of LLVM's too."""
    kept = {"!instanceof": {cls: db["!instanceof"].get(cls, [])
                            for cls in ROOTS}}
    queue = [name for names in kept["!instanceof"].values() for name in names]
    queue += [*ALSO, *db["!instanceof"]["TPCReg"]]
    while queue:
        name = queue.pop()
        if name in kept or name not in db:
            continue
        kept[name] = without_print(db[name])
        queue += references(db[name])
    return kept


class Refusal(unittest.TestCase):
    """The damage is in self.db, a fresh copy for each test."""

    original = None

    def setUp(self):
        if Refusal.original is None:
            with open(JSON, encoding="utf-8") as file:
                Refusal.original = reduced(json.load(file))
        self.db = copy.deepcopy(Refusal.original)

    def refused(self, *messages):
        with tempfile.TemporaryDirectory() as folder:
            header = os.path.join(folder, "isa_gen.h")
            stderr = io.StringIO()
            with contextlib.redirect_stderr(stderr):
                status = isagen.generate(self.db, header, None)
            self.assertEqual(status, 1, stderr.getvalue())
            self.assertFalse(os.path.exists(header),
                             "a header was written all the same")
        for message in messages:
            self.assertIn(message, stderr.getvalue())

    def layout_field(self, layout, slot, field):
        for ref in self.db[layout]["Fields"]:
            record = self.db[ref["def"]]
            if record["InSlot"]["def"] == slot and record["Of"]["def"] == field:
                return record
        self.fail("no such field")
        return None

    def code_range(self, space, file):
        for name in self.db["!instanceof"]["CodeRange"]:
            record = self.db[name]
            if record["Space"]["def"] == space and record["File"] == file:
                return record
        self.fail("no such range")
        return None

    def test_accepts_the_real_records(self):
        with tempfile.TemporaryDirectory() as folder:
            header = os.path.join(folder, "isa_gen.h")
            run = subprocess.run(
                [sys.executable, os.path.join(GEN, "isagen.py"), JSON,
                 "--header", header],
                capture_output=True, text=True, check=False)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertTrue(os.path.exists(header))

    # bundle layouts

    def test_overlapping_fields(self):
        self.layout_field("GoyaLayout", "SpuSlot", "FieldSrcB")["Lo"] = 12
        self.refused("GoyaLayout", "overlaps another field in bits 12")

    def test_shared_bits_must_be_declared(self):
        self.db["GoyaLayout"]["Shared"].pop(0)
        self.refused("GoyaLayout", "65..72", "not declared shared")

    def test_shared_fields_start_together(self):
        self.layout_field("GoyaLayout", "LoadSlot", "FieldSrcB")["Lo"] = 74
        self.layout_field("GoyaLayout", "LoadSlot", "FieldSrcB")["Width"] = 8
        self.refused("share bits, but start at different ones")

    def test_unowned_bits(self):
        self.db["GoyaLayout"]["Unused"] = []
        self.refused("GoyaLayout: bits 191..255 are owned by nothing")

    def test_used_and_unused(self):
        unused = self.db["GoyaLayout"]["Unused"][0]["def"]
        self.db[unused]["Lo"] = 190
        self.refused("GoyaLayout: bits 190 are both used and unused")

    def test_field_outside_the_bundle(self):
        self.layout_field("GoyaLayout", "StoreSlot", "FieldSw")["Lo"] = 254
        self.refused("lies outside the bundle")

    # operand codes

    def test_code_with_two_meanings(self):
        self.code_range("VecSpace", "S_SPECIAL")["Base"] = 99
        self.refused("VecSpace: code 99 means S and S_SPECIAL")

    def test_codes_that_do_not_fit(self):
        self.code_range("SpuSpace", "AD")["Count"] = 40
        self.refused("SpuSpace: codes of AD do not fit 7 bits")

    def test_register_that_has_no_code(self):
        ref = self.db["SPU_ADD_S_S_S"]["OutOperandList"]["args"][0][0]
        ref["def"] = "VRF"
        self.refused("SPU_ADD_S_S_S", "cannot name operand dst (VRF)")

    # instruction records

    def test_bit_owned_by_nothing(self):
        self.db["SPU_ABS_S_S"]["Inst"][20] = None
        self.refused("SPU_ABS_S_S: bit 3 of SRCB is owned by nothing")

    def test_bit_of_no_operand(self):
        self.db["SPU_ABS_S_S"]["Inst"][17] = {
            "kind": "varbit", "var": "ghost", "index": 0}
        self.refused("SPU_ABS_S_S", "ghost, which is no operand")

    def test_operand_without_bits(self):
        inst = self.db["SPU_BREV_S_S"]["Inst"]
        inst[8:17] = [0] * 9
        self.db["SPU_BREV_S_S"]["InOperandList"]["args"][0][0]["def"] = "UImm5"
        self.refused("SPU_BREV_S_S: operand a has no encoding bits")

    def test_operand_with_a_gap(self):
        self.db["SPU_ABS_S_S"]["Inst"][9] = 0
        self.refused("SPU_ABS_S_S: operand a misses encoding bits")

    def test_value_beyond_the_field(self):
        self.db["VPU_SHUFFLE_V_V_V"]["Inst"][57 + 5] = 1
        self.refused("VPU_SHUFFLE_V_V_V: SW uses bits 5 beyond its width")

    def test_field_the_slot_has_not(self):
        self.db["SPU_ABS_S_S"]["Inst"][35] = 1
        self.refused("SPU_ABS_S_S: SRCD is used")

    def test_duplicate_form(self):
        self.db["SPU_MIN_S_S_S"]["Inst"] = self.db["SPU_MAX_S_S_S"]["Inst"]
        self.refused("SPU_MIN_S_S_S", "duplicate form", "SPU_MAX_S_S_S")

    def test_duplicate_text(self):
        self.db["SPU_MIN_S_S_S"]["Mnemonic"] = "max"
        self.refused("duplicate form", "has the same text")

    # switches

    def test_two_switches_in_one_bit(self):
        self.db["NegSw"]["Lo"] = 0
        self.refused("SatSw", "NegSw", "do not exclude each other")

    def test_switches_that_exclude_each_other_by_type_may_share(self):
        self.db["AccFp32Mul"]["OnlyTypes"] = []
        self.refused("Upper32Sw", "AccFp32Mul", "do not exclude each other")

    def test_switch_on_bits_of_an_operand(self):
        self.db["TargetTypeB"]["In"]["def"] = "FieldSrcA"
        self.refused("TARGET_TYPE", "does not take from $sw")

    def test_switch_value_that_does_not_fit(self):
        self.db["DirSw"]["Width"] = 0
        self.refused("switch DIR: start_msb does not fit 0 bits")

    def test_word_with_two_meanings(self):
        self.db["GrpCarry"]["Names"] = ["sat"]
        self.refused("the word sat sets two switches")

    def test_group_declared_twice(self):
        self.db["GrpCarry"]["EnumName"] = "SAT"
        self.refused("switch group SAT is declared twice")


if __name__ == "__main__":
    GEN, JSON = sys.argv[1:3]
    sys.path.insert(0, GEN)
    isagen = importlib.import_module("isagen")
    unittest.main(argv=sys.argv[:1])
