#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes the manual of the instruction set from the records.

Chapters are written by hand in docs/isa/*.md; tables in them stand between
`<!-- begin NAME -->` and `<!-- end NAME -->` and are replaced. Pages of
instructions and of registers are made as a whole.

  --write        brings docs/isa in the source tree up to date
  --check        fails if it is not, or if an entry is incomplete
  --html FOLDER  writes HTML and Markdown there
"""

import argparse
import difflib
import os
import re
import sys

import chaptertables
import instpages
import queuepages
import website
from manualmodel import Manual, ManualError, RecordError
from markdown import MarkdownError


def chapters(source):
    """The hand-written pages, path -> text."""
    out = {}
    for name in sorted(os.listdir(source)):
        path = os.path.join(source, name)
        if name.endswith(".md") and os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if instpages.MADE not in text:
                out[name] = text
    return out


def fill(name, text, tables):
    """A chapter with its tables; unknown or unpaired marks are errors."""
    def replace(match):
        key = match.group(1)
        if key not in tables:
            raise ManualError(f"{name}: no table named {key}")
        body = "\n".join(tables[key]()).strip("\n")
        return f"<!-- begin {key} -->\n\n{body}\n\n<!-- end {key} -->"

    filled = re.sub(r"<!-- begin ([\w-]+) -->.*?<!-- end \1 -->", replace,
                    text, flags=re.S)
    begins = len(re.findall(r"<!-- begin ", text))
    if begins != len(re.findall(r"<!-- end ", text)) \
            or begins != len(re.findall(r"<!-- begin ([\w-]+) -->.*?"
                                        r"<!-- end \1 -->", text, re.S)):
        raise ManualError(f"{name}: a table's marks do not match")
    return filled


def all_pages(manual, source):
    tables = chaptertables.tables(manual)
    pages = {name: fill(name, text, tables)
             for name, text in chapters(source).items()}
    for name, text in instpages.pages(manual).items():
        pages["instructions/" + name] = text
    for name, text in queuepages.pages(manual).items():
        pages[name] = text
    return pages


def existing(source):
    found = {}
    for folder, _, names in os.walk(source):
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith(".md"):
                with open(path, encoding="utf-8") as file:
                    found[os.path.relpath(path, source)] = file.read()
    return found


def check(pages, source):
    """Messages on files that differ from what they should be."""
    have = existing(source)
    out = [f"{p}: is made by nothing" for p in have if p not in pages]
    for path, text in pages.items():
        if path not in have:
            out.append(f"{path}: missing")
        elif have[path] != text:
            diff = difflib.unified_diff(have[path].splitlines(),
                                        text.splitlines(), path, "records",
                                        lineterm="", n=0)
            out.append("\n".join(list(diff)[:12]))
    if out:
        out.append("docs/isa is out of date: run `make manual`")
    return out


def write(pages, source):
    for path in existing(source):
        if path not in pages:
            os.remove(os.path.join(source, path))
    for path, text in pages.items():
        website.write(os.path.join(source, path), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, help="build folder")
    parser.add_argument("--source", required=True, help="source tree")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--html", metavar="FOLDER")
    args = parser.parse_args()
    folder = os.path.join(args.source, "docs", "isa")
    try:
        manual = Manual(args.build, args.source)
        problems = manual.problems
        pages = {} if problems else all_pages(manual, folder)
        if args.check and pages:
            problems += check(pages, folder)
        if args.write and pages:
            write(pages, folder)
        if args.html and pages:
            website.build(pages, args.html)
            for path, text in pages.items():
                website.write(os.path.join(args.html, path), text)
    except (ManualError, RecordError, MarkdownError) as error:
        problems = [str(error)]
    for problem in problems:
        print(f"manual.py: error: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
