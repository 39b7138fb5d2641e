#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whether time and memory grow with the input and not with its square.

A case makes an input of any size. It runs with a size and with four times as
much; the processor time may grow to 8 times as much at the most, where work
that is quadratic would grow to 16 times. Linear work takes 4 times as long,
or less while the start of the process counts. The same goes for memory.
"""

import argparse
import os
import subprocess
import sys
import tempfile

GROWTH = 4
LIMIT = 8
# Less time and memory than this (s, KiB) is too inexact to compare.
LEAST = (0.01, 4096)


def labels(n):
    return "".join(f"name_of_label_{i}:\n\tnop; jmpr name_of_label_{n - 1 - i}"
                   "; nop; nop\n\tnop\n" for i in range(n))


def symbols(n):
    return (".set sym0, 1\n"
            + "".join(f".set sym{i + 1}, sym{i} + 1\n" for i in range(n)) + "halt\n")


def global_symbols(n):
    return "".join(f".globl g{i}\n.type g{i},@function\ng{i}:\n\tnop\n"
                   for i in range(n))


def macro_calls(n):
    return ".macro m a\n\tnop; mov.i32 S1, \\a; nop; nop\n.endm\n" + "m 7\n" * n


def macro_definitions(n):
    return "".join(f".macro m{i}\n\tnop\n.endm\nm{i}\n" for i in range(n))


def local_labels(n):
    """A far label of another number, and near ones."""
    return "2:\n" + ("1:\n\tnop; jmpr 1b; nop; nop\n"
                     "\tnop; jmpr 2b; nop; nop\n"
                     "\tnop; jmpr 3f; nop; nop\n") * n + "3:\n\thalt\n"


def local_numbers(n):
    return "".join(f"{i}:\n\tnop; jmpr {i}b; nop; nop\n" for i in range(n))


def registers(n):
    return ("acc .req S3\n\tnop; mov.i32 acc, 1; nop; nop\n.unreq acc\n"
            "sum .req S4\n\tnop; mov.i32 sum, 1; nop; nop\n.unreq sum\n") * n


def register_names(n):
    return "".join(f"acc{i} .req S3\n\tnop; mov.i32 acc{i}, 1; nop; nop\n"
                   for i in range(n))


def repetitions(n):
    return f".rept {n}\n.irp r, 1, 2\n\tnop; mov.i32 S\\r, 1; nop; nop\n.endr\n.endr\n"


def conditions(n):
    return "".join(f".if {i} & 1\n\tnop\n.else\n\tnop; nop; nop; nop\n.endif\n"
                   for i in range(n))


def comments(n):
    return "/* a */ nop; /* b */ nop; nop; nop // c\n" * n


def includes(n):
    return '.include "part.inc"\n' * n


def errors(n):
    return ".macro m\n\tnop; mov.i32 S1, nowhere; nop; nop\n.endm\n" + "m\n" * n


def same_name(n):
    return "again:\n\tnop\n" * n


def loops(n):
    """Pairs of loops in each other, one pair behind the other."""
    pad = "\tnop\n" * 8
    one = ("\tloop 0, 4, 1, <, out{0}\n" + pad
           + "\tloop 0, 4, 1, <, in{0}\n" + pad + "in{0}:\n"
           + pad + "out{0}:\n" + pad)
    return ("".join(one.format(i) for i in range(n)) + "\thalt\n"
            + "\tnop\n" * 8)


def cb_labels(n):
    return (".buffer a, 0x20000000\n"
            + "".join(f"l{i}: nop\n" for i in range(n))
            + "".join(f".quad l{n - 1 - i}\n" for i in range(n)))


def cb_symbols(n):
    return "".join(f".set s{i}, {i}\n.quad s{i}\n" for i in range(n))


def cb_buffers(n):
    return "".join(f".buffer b{i}, {0x20000000 + 64 * i:#x}\n"
                   f"\tcp_dma 0x20000000 + {64 * (n - 1 - i)}, tsize=16\n"
                   for i in range(n))


def cb_errors(n):
    return "".join(f"\tnop\n\tnothing {i}\n" for i in range(n))


AS, DUMP, CB = "tpc-as", "tpc-objdump", "tpc-cb"

# Name: input, size, tool and its options, expected status. With tpc-objdump
# and with tpc-cb -d the tool reads what comes of the input.
CASES = {
    "labels": (labels, 6000, AS, [], 0),
    "labels, listing": (labels, 3000, AS, ["-l", "listing"], 0),
    "symbols": (symbols, 30000, AS, [], 0),
    "global symbols": (global_symbols, 8000, AS, [], 0),
    "macro calls": (macro_calls, 12000, AS, [], 0),
    "macro definitions": (macro_definitions, 6000, AS, [], 0),
    "local labels": (local_labels, 4000, AS, [], 0),
    "numbers of local labels": (local_numbers, 8000, AS, [], 0),
    "register names again": (registers, 5000, AS, [], 0),
    "register names": (register_names, 8000, AS, [], 0),
    "repetitions": (repetitions, 15000, AS, [], 0),
    "conditions": (conditions, 15000, AS, [], 0),
    "comments": (comments, 20000, AS, [], 0),
    "includes": (includes, 20000, AS, [], 0),
    "errors in macros": (errors, 12000, AS, [], 1),
    "one name for all": (same_name, 15000, AS, [], 1),
    "loops, checked": (loops, 800, AS, ["-Wall"], 0),
    "disassembled labels": (labels, 6000, DUMP, ["-d"], 0),
    "disassembled targets": (local_labels, 4000, DUMP, ["-d"], 0),
    "listed labels": (global_symbols, 20000, DUMP, ["-t"], 0),
    "checked loops": (loops, 800, DUMP, ["--check"], 0),
    "command buffer with labels": (cb_labels, 15000, CB, [], 0),
    "command buffer with symbols": (cb_symbols, 15000, CB, [], 0),
    "command buffers": (cb_buffers, 5000, CB, [], 0),
    "errors in a command buffer": (cb_errors, 15000, CB, [], 1),
    "command buffer, printed": (cb_labels, 8000, CB, ["-d"], 0),
    "command buffers, printed": (cb_buffers, 4000, CB, ["-d", "-l"], 0),
}


def run(command, status, folder):
    """Processor time in seconds and memory in KiB."""
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                                 stderr=errors, cwd=folder)
        _, code, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(code)
        if child.returncode != status:
            errors.seek(0)
            sys.exit(f"{' '.join(command)}: exit status {child.returncode}\n"
                     + errors.read(1000).decode(errors="replace"))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def least(many):
    return tuple(min(column) for column in zip(*many))


def is_linear(few, many):
    return all(b <= LIMIT * max(a, smallest)
               for a, b, smallest in zip(few, many, LEAST))


def write_elsewhere(path, make, size):
    """In another process: memory of this one counts as the child's, too."""
    child = os.fork()
    if not child:
        try:
            with open(path, "w", encoding="ascii") as f:
                f.write(make(size))
        except OSError:
            os._exit(1)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        sys.exit(f"{path} cannot be written")


class Bench:
    def __init__(self, tools, folder):
        self.tools = tools
        self.folder = folder
        with open(os.path.join(folder, "part.inc"), "w",
                  encoding="ascii") as f:
            f.write("\tnop\n")

    def command(self, name, size):
        make, _, tool, options, _ = CASES[name]
        source = os.path.join(self.folder, f"in{size}")
        write_elsewhere(source, make, size)
        made = source + ".out"
        path = os.path.join(self.tools, tool)
        if tool == AS or (tool == CB and not options):
            return [path, "-o", made] + options + [source]
        maker = AS if tool == DUMP else CB
        run([os.path.join(self.tools, maker), "-o", made, source], 0,
            self.folder)
        return [path] + options + [made]

    def best(self, name, size, runs):
        command = self.command(name, size)
        return least(run(command, CASES[name][4], self.folder)
                     for _ in range(runs))

    def passes(self, name):
        """Tries again before it says no: the machine may do other things."""
        size = CASES[name][1]
        few = many = (float("inf"), float("inf"))
        for _ in range(4):
            few = least((few, self.best(name, size, 2)))
            many = least((many, self.best(name, GROWTH * size, 1)))
            if is_linear(few, many):
                break
        print(f"{name}: {size} in {few[0]:.3f} s, {few[1]} KiB; "
              f"{GROWTH * size} in {many[0]:.3f} s, {many[1]} KiB", flush=True)
        return is_linear(few, many)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tools", help="folder of the tools")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(os.path.abspath(args.tools), folder)
        failed = [name for name in CASES if not bench.passes(name)]
    if failed:
        sys.exit(f"not linear: {', '.join(failed)}")
    print("all linear")
    return 0


if __name__ == "__main__":
    sys.exit(main())
