#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks what the pages in Markdown say of the tree.

Links lead to files, source files that are named in backticks exist, and
records that are quoted (indented lines that begin with def) are those of
llvm-target.
"""

import argparse
import os
import re
import sys

# Names of somebody's own files.
EXAMPLES = {"kernel.c", "kernel.s", "kernel.ll", "relu.s"}
# Pages that speak of other trees.
FOREIGN = {"docs/sources.md", "docs/upstreaming.md"}
SUFFIXES = r"c|h|cpp|td|py|s|test|txt|md|json|sh"


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def list_files(root):
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [d for d in folders
                      if d[0] != "." and not d.startswith("build")]
        found += [os.path.relpath(os.path.join(folder, f), root)
                  for f in files]
    return sorted(found)


def check_page(root, page, names, records):
    text = read(os.path.join(root, page))
    folder = os.path.dirname(page)
    for line, content in enumerate(text.split("\n"), 1):
        where = f"{page}:{line}"
        for link in re.findall(r"\]\(([^)#\s]+)", content):
            if "://" in link:
                continue
            to = os.path.normpath(os.path.join(folder, link))
            if not os.path.exists(os.path.join(root, to)):
                yield f"{where}: link to '{link}'"
        if page in FOREIGN:
            continue
        for name in re.findall(rf"`([\w./-]+\.(?:{SUFFIXES}))`", content):
            base = os.path.basename(name)
            if not name.startswith("...") and base not in names | EXAMPLES:
                yield f"{where}: file '{name}'"
        for name in re.findall(r"`(TPC[A-Z]\w+)`", content):
            if not any(n.split(".")[0] == name for n in names) and \
                    name not in records:
                yield f"{where}: '{name}'"
        if re.match(r"    defm? ", content) and content.strip() not in records:
            yield f"{where}: no such record: {content.strip()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", help="top of the repository")
    parser.add_argument("generated", help="its build folder")
    args = parser.parse_args()
    files = list_files(args.root)
    names = {os.path.basename(f) for f in files}
    for _, _, made in os.walk(args.generated):
        names.update(made)
    records = "".join(read(os.path.join(args.root, f)) for f in files
                      if re.match(r"(llvm-target|assembler)/.*\.(td|h|cpp)$",
                                  f))
    pages = [f for f in files
             if f.endswith(".md") and not f.startswith("docs/isa/") and
             "/Inputs/" not in f]
    found = [problem for page in pages
             for problem in check_page(args.root, page, names, records)]
    print("\n".join(found))
    print(f"{len(pages)} pages, {len(found)} problems")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
