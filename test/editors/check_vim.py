#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Asks Vim for the syntax group of words, and whether it said anything."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.join(sys.argv[1], "editors"))
import edgen  # noqa: E402

SCRIPT = """\
set nocompatible
set runtimepath^={folder}
filetype on
syntax on
edit {source}
redir! > {out}
silent echo 'filetype ' . &filetype
for s:line in range(1, line('$'))
  let s:text = getline(s:line)
  let s:word = matchstr(s:text, '@@\\zs.*')
  let s:at = stridx(s:text, s:word) + 1
  silent echo s:word . ' ' . synIDattr(synID(s:line, s:at, 1), 'name')
endfor
redir END
qall!
"""


def cases(words):
    """(line, word, group): the word's first place in the line counts."""
    yield "\tnop; ld_tnsr V1", "nop", "tpcMnemonic"
    for m in sorted(words.mnemonics):
        yield f"\t{m} V1, V2", m, "tpcMnemonic"
    for s in sorted(words.switches - words.types - words.mnemonics):
        yield f"\t1; 1 {s} V1", s, "tpcSwitch"
    for file, numbers in words.files.items():
        yield f"\tx {file}{numbers[-1]}, y", f"{file}{numbers[-1]}", \
            "tpcRegister"
    for name in sorted(words.named):
        yield f"\tx y, {name}", name, "tpcRegister"
    for d in sorted(words.directives):
        yield f"\t{d} 1", d, "tpcDirective"
    for t in sorted(words.types):
        yield f"\tadd.{t} S1, S2", f".{t}", "tpcType"
    yield "\tx S36", "S36", ""
    yield "\tx 0x1f", "0x1f", "tpcNumber"
    yield "again: nop", "again", "tpcLabel"
    yield "\tst_tnsr pack 0x1", "pack", "tpcSwitch"
    yield "\tpack.i16 V1", "pack", "tpcMnemonic"


def main():
    source, build, out = sys.argv[1:]
    checks = list(cases(edgen.Words(build, source)))
    program, script = out + ".s", out + ".vim"
    with open(program, "w", encoding="utf-8") as file:
        # The word is told to Vim behind a mark at the end of its line.
        file.writelines(f"{line} @@{word}\n" for line, word, _ in checks)
    with open(script, "w", encoding="utf-8") as file:
        file.write(SCRIPT.format(folder=os.path.join(source, "editors", "vim"),
                                 source=program, out=out))
    done = subprocess.run(["vim", "-u", "NONE", "-i", "NONE", "-es", "-S",
                           script], capture_output=True, text=True,
                          check=False, timeout=120)
    if done.stderr.strip() or done.returncode:
        print(f"status {done.returncode}: {done.stderr}")
        return 1
    with open(out, encoding="utf-8") as file:
        answers = [line for line in file.read().splitlines() if line]
    want = ["filetype tpc"] + [f"{w} {g}".rstrip() for _, w, g in checks]
    got = [a.rstrip() for a in answers]
    failures = [f"want {w!r}, got {g!r}" for w, g in zip(want, got) if w != g]
    if len(want) != len(got):
        failures.append(f"{len(got)} answers to {len(want)} questions")
    print("\n".join(failures[:30]))
    print(f"{len(want)} checks, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
