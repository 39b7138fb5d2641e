#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Speed figures of a build, each as a comparison of two commands in one run.

Every figure is the fastest of several runs of the command that is printed
with it. The aims are those the project set itself; missing one is said, and
the exit status is 1 only if a command fails.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time

import kernels

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))


def run(command, **kwargs):
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, **kwargs)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\nexit status {done.returncode}\n"
                 f"{done.stderr}")
    return done.stdout


def fastest(command, runs):
    """Seconds of processor time (user and system) of the fastest run."""
    return min(usage(command)[0] for _ in range(runs))


def usage(command):
    """Processor time in seconds and memory in KiB of one run."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True)
    errors = child.stderr.read()
    _, status, spent = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)}\nexit status {child.returncode}\n"
                 f"{errors}")
    return spent.ru_utime + spent.ru_stime, spent.ru_maxrss


def wall(command, runs):
    best = float("inf")
    for _ in range(runs):
        start = time.monotonic()
        run(command)
        best = min(best, time.monotonic() - start)
    return best


def line(name, text, ratio=None, aim=None, better=None):
    verdict = ""
    if aim is not None:
        verdict = (" (aim met)" if better(ratio, aim) else " (AIM MISSED)")
    print(f"{name}: {text}{verdict}", flush=True)


def big_source(work, bundles):
    path = os.path.join(work, f"big{bundles}.s")
    run([sys.executable, os.path.join(HERE, "gen_asm.py"), "--bundles",
         str(bundles), "--output", path])
    return path


def assemblers(tools, work):
    """tpc-as against tpc-llvm-mc on the same text, to the same bytes."""
    memory(tools, work)
    source = big_source(work, 100000)
    ours, llvm = os.path.join(work, "as.o"), os.path.join(work, "mc.o")
    as_command = [tools("tpc-as"), "--mcpu=gaudi", source, "-o", ours]
    t_as = fastest(as_command, 10)
    line("assemble 100,000 bundles", f"tpc-as {t_as:.3f} s, "
         f"{100000 / t_as / 1e6:.2f} M bundles/s")
    if not os.path.exists(tools("tpc-llvm-mc")):
        print("assemble with tpc-llvm-mc: not built")
        return
    mc_command = [tools("tpc-llvm-mc"), "--mcpu=gaudi", "--filetype=obj",
                  source, "-o", llvm]
    t_mc = fastest(mc_command, 3)
    text = [run([tools("tpc-objdump"), "--mcpu=gaudi", "-d", "-j", ".text",
                 "--no-leading-addr", path]).split("\n", 3)[-1]
            for path in (ours, llvm)]
    if text[0] != text[1]:
        sys.exit("tpc-as and tpc-llvm-mc disagree on the benchmark's input")
    line("tpc-as against tpc-llvm-mc", f"{t_mc:.3f} s / {t_as:.3f} s = "
         f"{t_mc / t_as:.1f} times as fast, same bytes", t_mc / t_as, 10,
         lambda a, b: a >= b)
    disassemblers(tools, work, ours)


def bundles_of(text):
    """Labels and bundles alone, without directives, comments and blanks."""
    lines = (line.split("//")[0].strip() for line in text.splitlines())
    return [line for line in lines
            if line and (not line.startswith(".") or line.endswith(":"))]


def disassemblers(tools, work, path):
    """tpc-objdump against tpc-llvm-mc on the same object, to the same text."""
    out = os.path.join(work, "mc.dis")
    command = [tools("tpc-objdump"), "-d", "-j", ".text", "--no-show-raw-insn",
               "--no-leading-addr", path]
    mc_command = [tools("tpc-llvm-mc"), "--mcpu=gaudi", "--disassemble", path,
                  "-o", out]
    t_dump, t_mc = fastest(command, 10), fastest(mc_command, 3)
    with open(out, encoding="ascii") as f:
        same = bundles_of(f.read()) == bundles_of(run(command))
    if not same:
        sys.exit("tpc-objdump and tpc-llvm-mc disagree on the benchmark's "
                 "object")
    line("tpc-objdump against tpc-llvm-mc --disassemble",
         f"{t_mc:.3f} s / {t_dump:.3f} s = {t_mc / t_dump:.1f} times as fast, "
         "same text", t_mc / t_dump, 10, lambda a, b: a >= b)


def memory(tools, work):
    """
    Memory of tpc-as for four times the bundles. First of all, because that of
    this process counts, too, until the command starts.
    """
    used = []
    for bundles in (100000, 400000):
        out = os.path.join(work, "memory.o")
        used.append(usage([tools("tpc-as"), big_source(work, bundles), "-o",
                           out])[1])
    line("memory of tpc-as, 100,000 and 400,000 bundles",
         f"{used[0] / 1024:.1f} MiB and {used[1] / 1024:.1f} MiB, "
         f"{used[1] / used[0]:.1f} times as much", used[1] / used[0], 4.4,
         lambda a, b: a <= b)


def simulator(tools, work, bench):
    n = 16 * 1024 * 1024
    kernel = os.path.join(work, "add.o")
    run([tools("tpc-as"), "--mcpu=gaudi",
         os.path.join(SOURCE, "examples", "add", "add.s"), "-o", kernel])
    host = float(run([bench, "host", str(n)]))
    sim = float(run([bench, "sim", kernel, str(n)]))
    line("vector add of 16 M floats, C loop at -O3",
         f"{host * 1e3:.1f} ms, {n / host / 1e9:.2f} G lane-operations/s")
    line("vector add of 16 M floats, simulated Gaudi",
         f"{sim * 1e3:.1f} ms, {n / sim / 1e9:.2f} G lane-operations/s, "
         f"{sim / host:.1f} times the C loop's time, sums compared",
         sim / host, 20, lambda a, b: a <= b)


def one_bundle(tools, work):
    source = os.path.join(work, "halt.s")
    with open(source, "w") as f:
        f.write("halt\n")
    empty = wall(["/bin/true"], 10)
    took = wall([tools("tpc-run"), source, "--index-space", "1"], 10)
    line("tpc-run on a one-bundle kernel",
         f"{took * 1e3:.1f} ms wall clock (/bin/true {empty * 1e3:.1f} ms)")


def compiler(tools, work):
    """Processor time of tpc-clang -O2 for each kernel of the examples."""
    out = os.path.join(work, "kernel.o")
    times = []
    folder = os.path.join(SOURCE, "examples", "kernels")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".c") and "void main(" in open(
                os.path.join(folder, name), encoding="utf-8").read():
            command = [tools("tpc-clang"), "-O2", "-c", "-o", out,
                       os.path.join(folder, name)]
            times.append((fastest(command, 3), name))
    slowest, name = max(times)
    mean = sum(t for t, _ in times) / len(times)
    line(f"tpc-clang -O2, {len(times)} kernels of examples/kernels",
         f"{mean * 1e3:.0f} ms each, slowest {slowest * 1e3:.0f} ms ({name})",
         slowest, 0.15, lambda a, b: a <= b)


def public_loops(build, kernels_path):
    """Innermost loops against those of the existing open compiler."""
    table = os.path.join(SOURCE, "..", "shared", "facts",
                         "existing-compiler-loops.tsv")
    for path, what in ((kernels_path, "PUBLIC_KERNELS names no checkout of "
                        "HabanaAI/Habana_Custom_Kernel"),
                       (table, "no table of its loops")):
        if not path or not os.path.exists(path):
            print(f"loops of public kernels: skipped, {what}")
            return
    subprocess.run([sys.executable, os.path.join(HERE, "loops.py"), "--build",
                    build, "--kernels", kernels_path, "--table", table],
                   check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--public-kernels", default="",
                        help="checkout of HabanaAI/Habana_Custom_Kernel")
    args = parser.parse_args()
    build = os.path.abspath(args.build)

    def tools(name):
        return os.path.join(build, "bin", name)

    with tempfile.TemporaryDirectory() as work:
        assemblers(tools, work)
        simulator(tools, work, os.path.join(build, "test", "bin",
                                            "bench-vecadd"))
        one_bundle(tools, work)
        if os.path.exists(tools("tpc-clang")):
            compiler(tools, work)
            failed = kernels.table(tools, work, SOURCE)
            if failed:
                sys.exit(f"kernels that failed: {', '.join(failed)}")
            public_loops(build, args.public_kernels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
