# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Output files of the generators.

A file keeps its time stamp while its text stays the same, so that a change of
the records rebuilds only what is made differently by it.
"""

import os


def write_if_changed(path, text):
    try:
        with open(path, encoding="utf-8") as old:
            if old.read() == text:
                return
    except FileNotFoundError:
        pass
    temporary = path + ".tmp"
    with open(temporary, "w", encoding="utf-8") as new:
        new.write(text)
    os.replace(temporary, path)
