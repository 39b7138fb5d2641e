#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes the C tables of libtpcasm from the TableGen records of llvm-target.

Input is the output of `llvm-tblgen --dump-json TPC.td`. Before anything is
written, the records are checked: every bit of a bundle has exactly one owner
unless a record says that it is shared or unused; every encoded bit of an
instruction belongs to an operand, a switch or is constant; no two records can
be mistaken for each other.
"""

import argparse
import io
import json
import sys

from isacheck import check_all
from isamodel import Model, RecordError
from isawrite import write_header, write_tables
from outfile import write_if_changed


def generate(records, header, tables):
    """Writes the C files that are asked for; the exit status."""
    try:
        model = Model(records)
    except RecordError as error:
        print(f"isagen.py: error: {error}", file=sys.stderr)
        return 1
    errors = check_all(model)
    for error in errors:
        print(f"isagen.py: error: {error}", file=sys.stderr)
    if errors:
        return 1
    for path, write in ((header, write_header), (tables, write_tables)):
        if path:
            out = io.StringIO()
            write(model, out)
            write_if_changed(path, out.getvalue())
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("json", help="output of llvm-tblgen --dump-json")
    parser.add_argument("--header", help="tpc/isa_gen.h to write")
    parser.add_argument("--tables", help="isa_tables.c to write")
    args = parser.parse_args()

    with open(args.json, encoding="utf-8") as file:
        records = json.load(file)
    return generate(records, args.header, args.tables)


if __name__ == "__main__":
    sys.exit(main())
