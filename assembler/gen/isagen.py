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
import json
import sys

from isacheck import check_all
from isamodel import Model, RecordError
from isawrite import write_header, write_tables


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("json", help="output of llvm-tblgen --dump-json")
    parser.add_argument("--header", help="tpc/isa_gen.h to write")
    parser.add_argument("--tables", help="isa_tables.c to write")
    args = parser.parse_args()

    with open(args.json, encoding="utf-8") as file:
        records = json.load(file)
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
    for path, write in ((args.header, write_header),
                        (args.tables, write_tables)):
        if path:
            with open(path, "w", encoding="utf-8") as out:
                write(model, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
