#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The generator of the manual refuses what is incomplete.

Each case takes something away from a copy of the records or of the chapters
and expects a message.
"""

import contextlib
import io
import json
import os
import shutil
import sys
import tempfile

ARGUMENTS = sys.argv[1:]
sys.path.insert(0, os.path.join(ARGUMENTS[0], "docs", "gen"))
import manual       # noqa: E402
import manualmodel  # noqa: E402

CACHE = {}


class Copy:
    """The inputs of the generator, to be spoilt. Records are read once."""

    def __init__(self, source, build, folder):
        self.source, self.build = folder, build
        shutil.copytree(os.path.join(source, "docs"),
                        os.path.join(folder, "docs"))
        self.records = {}

    def load(self, path):
        if path not in CACHE:
            with open(path, encoding="utf-8") as file:
                CACHE[path] = file.read() if is_doc(path) else json.load(file)
        if not is_doc(path):
            return CACHE[path]
        db = json.loads(CACHE[path])
        for change in self.records:
            change(db)
        return db

    def run(self):
        manualmodel.load = self.load
        sys.argv = ["manual.py", "--build", self.build, "--source",
                    self.source, "--check"]
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors):
            status = manual.main()
        return status, errors.getvalue()

    def change_records(self, change):
        self.records[change] = None

    def change_page(self, name, change):
        path = os.path.join(self.source, "docs", "isa", name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(change(text))


def is_doc(path):
    return os.path.basename(path) == "TPCDoc.json"


def doc_of(db, mnemonic):
    return next(db[n] for n in db["!instanceof"]["InstructionDoc"]
                if db[n]["Mnemonic"] == mnemonic)


def without(cls, key, name):
    def change(db):
        db["!instanceof"][cls] = [n for n in db["!instanceof"][cls]
                                  if db[n][key] != name]
    return lambda copy: copy.change_records(change)


def emptied(mnemonic, key, value):
    return lambda copy: copy.change_records(
        lambda db: doc_of(db, mnemonic).update({key: value}))


def page(name, change):
    return lambda copy: copy.change_page(name, change)


CASES = (
    (without("InstructionDoc", "Mnemonic", "add"),
     "no InstructionDoc record for add"),
    (emptied("mac", "Semantics", " \n"), "mac: no Semantics"),
    (emptied("mac", "Summary", ""), "mac: no Summary"),
    (emptied("mac", "Facts", []), "mac: no sources"),
    (emptied("mac", "Facts", ["99.1"]), "facts 99.1 is not in"),
    (emptied("mac", "See", ["nothing"]), "see nothing, which is not"),
    (emptied("dbg", "OpenQuestions", []), "no question is open"),
    (without("CommonOperand", "Name", "mask"), "has no OperandDoc"),
    (without("SwitchDoc", "Name", "carry"), "switch carry has no SwitchDoc"),
    (without("TypeDoc", "Name", "F32"), "data type F32: no TypeDoc"),
    (page("instructions/add.md", lambda t: t.replace("Sum.", "Some.")),
     "docs/isa is out of date"),
    (page("bundles.md", lambda t: t + "\n<!-- begin x -->\n<!-- end x -->\n"),
     "no table named x"),
    (page("bundles.md", lambda t: t + "\n<!-- begin x -->\n"),
     "marks do not match"),
)


def main(source, build):
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        status, text = Copy(source, build, folder).run()
        if status:
            failures += 1
            print(f"unchanged: status {status}, {text}")
    for change, want in CASES:
        with tempfile.TemporaryDirectory() as folder:
            copy = Copy(source, build, folder)
            change(copy)
            status, text = copy.run()
            if status != 1 or want not in text:
                failures += 1
                print(f"want {want!r}, got status {status}: {text[:400]}")
    print(f"{len(CASES)} cases, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*ARGUMENTS))
