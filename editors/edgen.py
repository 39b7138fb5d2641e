#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes the syntax files of editors from the instruction records.

Mnemonics, switches, types and registers come from the JSON of TPC.td,
directives from the tables of the assembler's source.

  --write   writes editors/vim/syntax/tpc.vim and
            editors/vscode/syntaxes/tpc.tmLanguage.json
  --check   fails if they are not what would be written
"""

import argparse
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "assembler", "gen"))
from isamodel import Model  # noqa: E402

MADE = "Made by editors/edgen.py from llvm-target/*.td: `make editors`."
VIM = "vim/syntax/tpc.vim"
TEXTMATE = "vscode/syntaxes/tpc.tmLanguage.json"
DATA = ("DB", "DW", "DD", "DH")


class Words:
    """Every word that has a meaning."""

    def __init__(self, build, source):
        with open(os.path.join(build, "assembler", "TPC.json"),
                  encoding="utf-8") as file:
            model = Model(json.load(file))
        forms = [f for g in model.generations for f in model.forms_of(g)]
        self.mnemonics = {f.mnemonic for f in forms} \
            | {a for f in forms for a in f.aliases}
        self.types = {t[3] for t in model.types}
        self.switches = set()
        for form in forms:
            for switch in form.switches:
                self.switches |= {n.lower() for n in
                                  model.db[switch.group]["Names"]}
                self.switches |= {
                    n.lower() for names, _ in switch.values for n in names
                    if re.match(r"[A-Za-z]", n)}
        self.files = self._files(model)
        self.named = {model.db[r]["AsmName"] for r in model.registers.hw} \
            | {model.db[r]["AsmName"] for r in model.registers.special}
        self.directives = directives(source)

    @staticmethod
    def _files(model):
        """File -> names' numbers, of all generations."""
        out = {}
        for file, step in (("S", 1), ("V", 1), ("SP", 1), ("VP", 1), ("I", 1),
                           ("AD", 1), ("Z", 2), ("D", 2), ("A", 4)):
            count = max(model.file_count(g, file) for g in model.generations)
            out[file] = list(range(0, count - step + 1, step))
        return out


def directives(source):
    """Names in the assembler's tables of directives."""
    found = set()
    folder = os.path.join(source, "assembler", "lib")
    with open(os.path.join(folder, "asm_directive.c"),
              encoding="utf-8") as file:
        table = re.search(r"directives\[\] = \{(.*?)\n\};", file.read(), re.S)
    found |= set(re.findall(r'\{"(\.\w+)",', table.group(1)))
    with open(os.path.join(folder, "asm_lines.c"), encoding="utf-8") as file:
        found |= set(re.findall(r'word\[\] = "(\.\w+)"', file.read()))
    return found


def longest_first(words):
    return sorted(words, key=lambda w: (-len(w), w))


def choice(words):
    return "|".join(re.escape(w) for w in longest_first(words))


# TextMate

def textmate(words):
    """Regular expressions are in the common part of Oniguruma's language and
    Python's, so that the tests can try them."""
    registers = [f"{file}(?:{choice(map(str, numbers))})"
                 for file, numbers in words.files.items()]
    end = r"(?![\w$])"
    patterns = [
        ("comment.line.double-slash", r"//.*$"),
        ("comment.line.number-sign", r"^\s*#.*$"),
        ("meta.preprocessor.experiment", r"^@.*$"),
        ("string.quoted.double", r'"(?:\\.|[^"\\])*"'),
        ("keyword.control.directive",
         f"(?i)(?<![\\w$])(?:{choice(words.directives)}){end}"),
        ("entity.name.label", r"^\s*[\w.$]+(?=:)"),
        # Only the first word of a slot is a mnemonic.
        ("keyword.mnemonic",
         f"(?i)(?:(?<=[;:])|^)\\s*(?:{choice(words.mnemonics)}){end}"),
        ("storage.type", f"(?i)\\.(?:{choice(words.types)}){end}"),
        ("variable.language.register",
         f"(?i)(?<![\\w.$])(?:{'|'.join(registers)}|{choice(words.named)})"
         + end),
        ("constant.numeric.mask", r"(?i)(?<![\w.$])b[01]{5}(?![\w$])"),
        ("constant.numeric",
         r"(?i)(?<![\w.$])(?:0x[0-9a-f]+|0b[01]+|\d+\.\d*(?:e[+-]?\d+)?|\d+)"
         r"(?![\w$])"),
        ("support.constant.switch",
         f"(?i)(?:\\.|(?<![\\w.$]))(?:{choice(words.switches)}){end}"),
        ("storage.type.data", f"(?<![\\w.$])(?:{'|'.join(DATA)}){end}"),
        ("keyword.operator.guard", r"!(?=[A-Za-z])"),
        ("keyword.operator", r"<<|>>|[<>=!]=|[-+*/%&|^~<>=]"),
    ]
    return {
        "information_for_contributors": [MADE],
        "name": "TPC assembly",
        "scopeName": "source.tpc",
        "fileTypes": ["tpc"],
        "patterns": [{"include": "#block-comment"}] + [
            {"name": f"{scope}.tpc", "match": regex}
            for scope, regex in patterns],
        "repository": {"block-comment": {
            "name": "comment.block.tpc", "begin": r"/\*", "end": r"\*/"}},
    }


# Vim

def vim_choice(words):
    return r"\|".join(w.replace(".", r"\.") for w in longest_first(words))


def keyword_lines(group, words):
    lines, line = [], ""
    for word in sorted(words):
        if len(line) + len(word) > 60:
            lines.append(f"syn keyword {group}{line}")
            line = ""
        line += " " + word
    return lines + ([f"syn keyword {group}{line}"] if line else [])


def vim(words):
    out = [
        '" Vim syntax file of TPC assembly',
        '" SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception',
        f'" {MADE}', "",
        "if exists('b:current_syntax')", "  finish", "endif", "",
        "syn case ignore",
        "setlocal iskeyword=@,48-57,_,$", ""]
    registers = [f"{file}{n}" for file, numbers in words.files.items()
                 for n in numbers]
    out += keyword_lines("tpcRegister", registers + sorted(words.named)) + [
        ""] + keyword_lines("tpcData", DATA) + ["",
        # Of matches at one place the last one counts; keywords would win over
        # all, and some switches are mnemonics, too.
        rf"syn match tpcSwitch /\<\%({vim_choice(words.switches)}\)\>/",
        rf"syn match tpcDotSwitch /\.\%({vim_choice(words.switches)}\)\>/",
        rf"syn match tpcType /\.\%({vim_choice(words.types)}\)\>/",
        r"syn match tpcNumber /\<\%(0x\x\+\|0b[01]\+\|\d\+\%(\.\d*\%(e[+-]\="
        r"\d\+\)\=\)\=\)\>/",
        r"syn match tpcMask /\<b[01]\{5}\>/",
        r"syn match tpcGuard /!\ze\a/",
        r"syn match tpcLabel /^\s*[A-Za-z0-9_.$]\+\ze:/",
        "\" Only the first word of a slot is a mnemonic.",
        rf"syn match tpcMnemonic /\%(^\|[;:]\)\s*\zs\%("
        rf"{vim_choice(words.mnemonics)}\)\>/",
        rf"syn match tpcDirective /\%(^\|\s\)\zs\%("
        rf"{vim_choice(words.directives)}\)\>/",
        r'syn region tpcString start=/"/ skip=/\\./ end=/"/ oneline',
        r"syn match tpcExperiment /^@.*$/",
        r"syn match tpcComment /^\s*#.*$/",
        r"syn match tpcComment +//.*$+",
        r"syn region tpcComment start=+/\*+ end=+\*/+", "",
        "hi def link tpcMnemonic Statement",
        "hi def link tpcSwitch Constant",
        "hi def link tpcDotSwitch Constant",
        "hi def link tpcRegister Identifier",
        "hi def link tpcType Type",
        "hi def link tpcData Type",
        "hi def link tpcNumber Number",
        "hi def link tpcMask Number",
        "hi def link tpcGuard Special",
        "hi def link tpcLabel Label",
        "hi def link tpcDirective PreProc",
        "hi def link tpcExperiment PreProc",
        "hi def link tpcString String",
        "hi def link tpcComment Comment", "",
        "let b:current_syntax = 'tpc'", ""]
    return "\n".join(out)


def files(words):
    return {VIM: vim(words),
            TEXTMATE: json.dumps(textmate(words), indent=2) + "\n"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, help="build folder")
    parser.add_argument("--source", required=True, help="source tree")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    status = 0
    for name, text in files(Words(args.build, args.source)).items():
        path = os.path.join(args.source, "editors", name)
        if args.write:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        if args.check:
            with open(path, encoding="utf-8") as file:
                if file.read() != text:
                    print(f"edgen.py: error: {path} is out of date: run "
                          "`make editors`", file=sys.stderr)
                    status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
