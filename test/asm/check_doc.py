#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Assembles the examples of a Markdown page.

Blocks marked `asm` must assemble, those marked `asm-greco` and so on for that
processor; blocks marked `asm-error` must give exactly the messages of the
`message` block behind them.
"""

import re
import subprocess
import sys


def main():
    page, tpc_as = sys.argv[1:]
    with open(page, encoding="utf-8") as f:
        text = f.read()
    blocks = re.findall(r"^```([\w-]+)\n(.*?)^```$", text, re.M | re.S)
    failed = checked = 0
    pending = None
    for kind, body in blocks:
        if kind.split("-")[0] == "asm":
            cpu = kind[4:] if kind not in ("asm", "asm-error") else "gaudi"
            run = subprocess.run(
                [tpc_as, f"--mcpu={cpu}", "-o", "/dev/null", "-"],
                input=body.encode(), capture_output=True, check=False)
            errors = run.stderr.decode()
            checked += 1
            if kind != "asm-error" and errors:
                failed += 1
                print("%s does not assemble:\n%s" % (body, errors))
            pending = re.findall(r"^<stdin>.*$", errors, re.M)
        elif kind == "message":
            if pending != body.splitlines():
                failed += 1
                print("got:\n%s\nwant:\n%s" % ("\n".join(pending), body))
    print("%d examples, %d wrong" % (checked, failed))
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
