#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tries the TextMate grammar on every word of the records and on programs."""

import glob
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(sys.argv[1], "editors"))
import edgen  # noqa: E402


class Grammar:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.json = json.load(file)
        self.rules = [(p["name"].removesuffix(".tpc"), re.compile(p["match"]))
                      for p in self.json["patterns"] if "match" in p]

    def scopes(self, line):
        """[(text, scope)]: the earliest match counts, of those the first
        rule, as editors do it."""
        out, at = [], 0
        while at < len(line):
            best = None
            for scope, regex in self.rules:
                m = regex.search(line, at)
                if m and m.end() > m.start() and \
                        (best is None or m.start() < best[0].start()):
                    best = (m, scope)
            if not best:
                break
            out.append((best[0].group(0).strip(), best[1]))
            at = best[0].end()
        return out

    def scope(self, line, word):
        return next((s for t, s in self.scopes(line) if t == word), None)


def word_checks(words):
    """(line, word, scope)"""
    for m in words.mnemonics:
        for line in (f"\t{m} V1", f"\tnop; nop; {m.upper()} V1, V2",
                     f"here: {m}"):
            word = m if m in line else m.upper()
            yield line, word, "keyword.mnemonic"
    for t in words.types:
        yield f"\tnop; add.{t} S1, S2, S3", f".{t}", "storage.type"
    for s in words.switches - words.types:
        yield f"\tnop; x {s} V1, V2", s, "support.constant.switch"
        yield f"\tnop; x.{s} V1, V2", f".{s}", "support.constant.switch"
    for file, numbers in words.files.items():
        for n in numbers:
            for line in (f"\tnop; x {file}{n}, S1", f"\tx V0, !{file}{n}"):
                yield line, f"{file}{n}", "variable.language.register"
    for name in words.named:
        yield f"\tnop; x S1, {name}", name, "variable.language.register"
    for d in words.directives:
        yield f"\t{d} 1", d, "keyword.control.directive"
    for d in edgen.DATA:
        yield f"\tversion: {d} 1", d, "storage.type.data"
    for line, word, scope in (
            ("\tnop; x 0x1f", "0x1f", "constant.numeric"),
            ("\tnop; x -1.5e3", "1.5e3", "constant.numeric"),
            ("\tnop; x b00101 I2", "b00101", "constant.numeric.mask"),
            ("again:\tnop", "again", "entity.name.label"),
            ("\tnop // add", "// add", "comment.line.double-slash"),
            ("# 1 \"x.c\"", "# 1 \"x.c\"", "comment.line.number-sign"),
            ("@tensor x f32[64] in", "@tensor x f32[64] in",
             "meta.preprocessor.experiment"),
            ("\t.include \"a.s\"", "\"a.s\"", "string.quoted.double"),
            # A mnemonic that is a switch, too, by its place.
            ("\tnop; nop; pack.i16 V1, V2", "pack", "keyword.mnemonic"),
            ("\tnop; nop; nop; st_tnsr pack 0x1, I2, V1", "pack",
             "support.constant.switch")):
        yield line, word, scope


NOTHING = ("S36", "V40", "SP16", "VP16", "I33", "AD8", "Z3", "D1", "A2",
           "addx", "xadd", "S1x", "nothing")


def assembler_directives(tpc_as):
    """The list in the message on a directive that does not exist."""
    done = subprocess.run([tpc_as, "-o", "/dev/null", "-"],
                          input="\t.nothing\n", capture_output=True,
                          text=True, check=False)
    listed = re.search(r"directives are: (.*)", done.stderr).group(1)
    return set(listed.split(", "))


def main():
    source, build, tpc_as = sys.argv[1:]
    grammar = Grammar(os.path.join(source, "editors", edgen.TEXTMATE))
    words = edgen.Words(build, source)
    failures, checks = [], 0
    for line, word, want in word_checks(words):
        checks += 1
        got = grammar.scope(line, word)
        if got != want:
            failures.append(f"{line!r}: {word} is {got}, not {want}")
    for word in NOTHING:
        checks += 1
        got = grammar.scopes(f"\tx {word}, y")
        if got:
            failures.append(f"{word} is {got}")
    missing = assembler_directives(tpc_as) - words.directives
    failures += [f"{d} of tpc-as is not known" for d in missing]
    # Every slot of every example begins with a mnemonic.
    for path in glob.glob(os.path.join(source, "examples", "**", "*.s"),
                          recursive=True):
        with open(path, encoding="utf-8") as file:
            for line in file:
                if not re.match(r"\s+\w.*;", line) or "\\" in line:
                    continue
                checks += 1
                slots = len(line.split("//")[0].split(";"))
                found = [s for _, s in grammar.scopes(line.rstrip())]
                if found.count("keyword.mnemonic") != slots:
                    failures.append(f"{path}: {line!r}: {found}")
    for name in ("package.json", "language-configuration.json"):
        path = os.path.join(source, "editors", "vscode", name)
        with open(path, encoding="utf-8") as file:
            json.load(file)
    for failure in failures[:40]:
        print(failure)
    print(f"{checks} checks, {len(failures)} failures")
    return 1 if failures or checks < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
