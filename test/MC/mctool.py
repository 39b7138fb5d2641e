# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs assemblers and disassemblers over many bundles at once."""

import os
import re
import struct
import subprocess
import sys

BUNDLE = 32


def text_section(path):
    """Bytes of .text of a 32-bit little-endian ELF file."""
    with open(path, "rb") as f:
        elf = f.read()
    start, = struct.unpack_from("<I", elf, 32)
    size, count, names = struct.unpack_from("<HHH", elf, 46)
    headers = [struct.unpack_from("<10I", elf, start + i * size)
               for i in range(count)]
    strings = headers[names][4]
    for header in headers:
        at = strings + header[0]
        if elf[at:elf.index(b"\0", at)] == b".text":
            return elf[header[4]:header[4] + header[5]]
    sys.exit(f"{path}: no .text")


class Assembler:
    """An assembler that takes `--mcpu`, `-o` and a file.

    A run reports all errors of a file, one a line at least, as
    file:line:col: error: text.
    """

    def __init__(self, command, directory):
        self.command = command
        self.directory = directory
        self.output = os.path.join(directory, "out.o")

    def run(self, text, keep=False):
        """Returns (bytes of .text or None, messages).

        The object is removed again unless it is to be kept as self.output.
        """
        source = os.path.join(self.directory, "in.s")
        output = self.output
        with open(source, "w", encoding="utf-8") as f:
            f.write(text)
        if os.path.exists(output):
            os.remove(output)
        done = subprocess.run(self.command + ["-o", output, source],
                              capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"{self.command[0]}: exit status {done.returncode}\n"
                     f"{done.stderr[-2000:]}")
        if done.returncode:
            if os.path.exists(output):
                sys.exit(f"{self.command[0]}: left an output file behind")
            return None, done.stderr
        code = text_section(output)
        if not keep:
            os.remove(output)
        return code, done.stderr

    def bundles(self, texts):
        """Assembles texts that make one bundle each, or a pair.

        Returns a list of hex strings, None where a text is refused, and the
        messages by number from 0. Texts are refused in a first run, the
        others assembled in a second one.
        """
        errors = {}
        good = list(range(len(texts)))
        while True:
            owners = [i for i in good for _ in texts[i].split("\n")]
            code, text = self.run("".join(texts[i] + "\n" for i in good))
            if code is not None:
                break
            found = {}
            for match in re.finditer(r"^[^\n]*?:(\d+):(\d+): error: (.*)$",
                                     text, re.M):
                found.setdefault(owners[int(match.group(1)) - 1],
                                 match.group(3))
            if not found:
                sys.exit(f"{self.command[0]}: failed without a message:\n"
                         f"{text[:2000]}")
            errors.update(found)
            good = [i for i in good if i not in found]
        if len(code) != BUNDLE * len(good):
            sys.exit(f"{self.command[0]}: {len(code)} bytes for {len(good)} "
                     "bundles")
        result = [None] * len(texts)
        for place, i in enumerate(good):
            result[i] = code[BUNDLE * place:BUNDLE * (place + 1)].hex()
        return result, errors


def mc_assembler(tool, cpu, directory):
    return Assembler([tool, f"--mcpu={cpu}", "--filetype=obj"], directory)


def mc_disassemble(tool, cpu, words):
    """Text of each bundle, given and returned as lists."""
    done = subprocess.run([tool, f"--mcpu={cpu}", "--disassemble", "-"],
                          input="\n".join(words), capture_output=True,
                          text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool} --disassemble: exit status {done.returncode}\n"
                 f"{done.stderr[-2000:]}")
    lines = done.stdout.splitlines()
    if len(lines) != len(words):
        sys.exit(f"{tool} --disassemble: {len(lines)} lines for "
                 f"{len(words)} bundles")
    return lines


def mnemonics(line):
    """Mnemonics of a line in lower case, without suffixes."""
    line = re.sub(r"^\s*[\w.$]+:", "", line)
    found = set()
    for slot in line.split(";"):
        word = re.match(r"\s*(\w+)", slot)
        if word:
            found.add(word.group(1).lower())
    return found


def read_words(path):
    """Words of a file without its comments."""
    words = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            words += line.split("#")[0].split()
    return words


def read_table(path):
    """Rows of a tab-separated file without its comments."""
    with open(path, encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f
                if not line.startswith("#")]


class Report:
    """Collects failures and the mnemonics that must not pass yet."""

    def __init__(self, uncovered):
        self.uncovered = set(uncovered)
        self.used = set()  # uncovered mnemonics that a failure needs
        self.failures = []
        self.checked = 0

    def check(self, wrong, line):
        """Counts a check of a line; wrong says what failed, or None."""
        self.checked += 1
        listed = mnemonics(line) & self.uncovered
        if wrong and listed:
            self.used |= listed
        elif wrong:
            self.failures.append(wrong)

    def finish(self):
        for name in sorted(self.uncovered - self.used):
            self.failures.append(f"{name} passes now: take it off the list of "
                                 "mnemonics that are not covered")
        for name in sorted(self.used):
            print(f"not covered: {name}")
        print(f"{self.checked} checks, {len(self.failures)} failures")
        for text in self.failures[:20]:
            print(text)
        return 1 if self.failures or not self.checked else 0
