#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The generator of the manual refuses what is incomplete.

Each case takes something away from a copy of the records or of the chapters
and expects a message.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile


class Copy:
    """The inputs of the generator, to be spoilt."""

    def __init__(self, source, build, folder):
        self.source = os.path.join(folder, "source")
        self.build = os.path.join(folder, "build")
        self.doc = os.path.join(self.build, "docs", "TPCDoc.json")
        shutil.copytree(os.path.join(source, "docs"),
                        os.path.join(self.source, "docs"))
        for name in ("assembler", "docs"):
            for path, _, files in os.walk(os.path.join(build, name)):
                for file in files:
                    if file.endswith(".json"):
                        to = os.path.join(self.build,
                                          os.path.relpath(path, build))
                        os.makedirs(to, exist_ok=True)
                        shutil.copy(os.path.join(path, file), to)
        self.program = os.path.join(source, "docs", "gen", "manual.py")

    def run(self):
        done = subprocess.run(
            [sys.executable, self.program, "--build", self.build, "--source",
             self.source, "--check"],
            capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    def change_records(self, change):
        with open(self.doc, encoding="utf-8") as file:
            db = json.load(file)
        change(db)
        with open(self.doc, "w", encoding="utf-8") as file:
            json.dump(db, file)

    def change_page(self, name, change):
        path = os.path.join(self.source, "docs", "isa", name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(change(text))


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
    (without("ProcessorTypes", "Gen", "gaudi"), "gaudi: no ProcessorTypes"),
    (page("instructions/add.md", lambda t: t.replace("Sum.", "Some.")),
     "docs/isa is out of date"),
    (page("bundles.md", lambda t: t + "\n<!-- begin x -->\n<!-- end x -->\n"),
     "no table named x"),
    (page("bundles.md", lambda t: t + "\n<!-- begin x -->\n"),
     "marks do not match"),
)


def main():
    source, build = sys.argv[1:]
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
            if status != 1 or want not in text or "Traceback" in text:
                failures += 1
                print(f"want {want!r}, got status {status}: {text[:400]}")
    print(f"{len(CASES)} cases, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
