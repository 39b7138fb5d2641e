#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""schedgen.py refuses schedule records that do not fit the instructions."""
import os
import subprocess
import sys
import tempfile

TBLGEN, ROOT, TPC_JSON, MACHINE_JSON = sys.argv[1:5]
SCHEDULE = os.path.join(ROOT, "llvm-target", "TPCSchedule.td")

# What is changed in the records, and what the message has to say.
CASES = [
    ("the records as they are", None, None, None),
    ("a mnemonic that does not exist",
     '["MOV_DG",', '["MOV_DUGONG",', "MOV_DUGONG is in no instruction record"),
    ("a data type that does not exist",
     '["F32", "BF16"]', '["F32", "BF17"]',
     "BF17 is in no instruction record"),
    ("a switch that does not exist",
     '["ACC_FP32"]', '["ACC_FP33"]', "ACC_FP33 is in no instruction record"),
    ("a result without a producer",
     "def P_ALU : Producer<StageE3>;",
     "def P_ALU : Producer<StageE3> { let Gens = []; }", "no Producer record"),
    ("an operand without a port",
     'def R_V_VPU : Port<"SOURCE", StageD2, StageE3>;',
     'def R_V_VPU : Port<"SOURCE", StageD2, StageE3> { let Gens = []; }',
     "no Port record for SOURCE V"),
    ("an accumulator without a port",
     'def R_ACC : Port<"ACC", StageD2, StageE3>;',
     'def R_ACC : Port<"ACC", StageD2, StageE3> { let Gens = []; }',
     "no Port record for ACC"),
    ("a guard without a port",
     'def R_VPRED_VPU : Port<"PRED", StageE1, StageE2>;',
     'def R_VPRED_VPU : Port<"PRED", StageE1, StageE2> { let Gens = []; }',
     "no Port record for PRED"),
]


def run(folder, text):
    td = os.path.join(folder, "TPCSchedule.td")
    with open(td, "w", encoding="utf-8") as file:
        file.write(text)
    sched = os.path.join(folder, "sched.json")
    subprocess.run([TBLGEN, "--dump-json", "-I", os.path.dirname(SCHEDULE), td,
                    "-o", sched], check=True)
    out = {k: os.path.join(folder, k) for k in ("s.h", "m.h", "t.c")}
    done = subprocess.run(
        [sys.executable, os.path.join(ROOT, "assembler/gen/schedgen.py"),
         "--isa", TPC_JSON, "--sched", sched, "--machine", MACHINE_JSON,
         "--sched-header", out["s.h"], "--machine-header", out["m.h"],
         "--tables", out["t.c"]],
        capture_output=True, text=True, check=False)
    return done, [p for p in out.values() if os.path.exists(p)]


def main():
    with open(SCHEDULE, encoding="utf-8") as file:
        original = file.read()
    failures = 0
    for name, old, new, message in CASES:
        if old and old not in original:
            print(f"FAIL {name}: the records have no {old}")
            failures += 1
            continue
        text = original.replace(old, new) if old else original
        with tempfile.TemporaryDirectory() as folder:
            done, files = run(folder, text)
        if message is None:
            good = done.returncode == 0 and len(files) == 3 and not done.stderr
        else:
            good = (done.returncode == 1 and message in done.stderr
                    and not files)
        print(("PASS " if good else "FAIL ") + name)
        if not good:
            print(done.stderr)
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
