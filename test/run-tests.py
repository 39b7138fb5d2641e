#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs all tests of a build and counts them one by one.

C tests run under ctest; cmocka writes an XML file a group, whose cases are
counted. lit reports its tests as JSON. Fuzz targets count as one test each.
The last line is `N passed, N failed[, N skipped]`; the exit status is 1 if
anything failed or nothing ran.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor

LIT = "/usr/lib/llvm-19/build/utils/lit/lit.py"


class Tally:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.problems = []

    def add(self, passed=0, failed=0, skipped=0):
        self.passed += passed
        self.failed += failed
        self.skipped += skipped

    def fail(self, name, text=""):
        self.add(failed=1)
        self.problems.append((name, text))


def cmocka_counts(results, test):
    """(passed, failed, skipped) of one program's XML files, or None.

    failed has names and texts, skipped has names.
    """
    passed, failed, skipped, found = 0, [], [], False
    for name in os.listdir(results):
        if not re.fullmatch(re.escape(test) + r"\.[^.]*\.xml", name):
            continue
        try:
            root = ET.parse(os.path.join(results, name)).getroot()
        except ET.ParseError:
            return None  # cut off: the program died
        found = True
        for case in root.iter("testcase"):
            label = f"{test}: {case.get('name')}"
            if case.find("failure") is not None:
                failed.append((label, case.find("failure").text or ""))
            elif case.find("error") is not None:
                failed.append((label, case.find("error").text or ""))
            elif case.find("skipped") is not None:
                skipped.append(label)
            else:
                passed += 1
    return (passed, failed, skipped) if found else None


def run_ctest(build, jobs, tally):
    results = os.path.join(build, "results")
    shutil.rmtree(results, ignore_errors=True)
    os.makedirs(results)
    junit = os.path.join(results, "ctest-junit.out")
    done = subprocess.run(
        ["ctest", "--test-dir", build, "-j", str(jobs), "--output-junit",
         os.path.abspath(junit), "--no-tests=ignore"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if not os.path.exists(junit):
        tally.fail("ctest", done.stdout)
        return
    before = (tally.passed, tally.failed, tally.skipped)
    for case in ET.parse(junit).getroot().iter("testcase"):
        name, status = case.get("name"), case.get("status")
        output = case.findtext("system-out") or ""
        counts = cmocka_counts(results, name)
        if counts:
            tally.add(passed=counts[0], skipped=len(counts[2]))
            # cmocka's XML has no room for the reason; the program prints it.
            reasons = re.findall(r"skipped: (.*)", output) or ["no reason"]
            for label in counts[2]:
                print(f"skipped: {label}: {'; '.join(reasons)}")
            for label, text in counts[1]:
                tally.fail(label, text)
            if status != "run" and not counts[1]:
                tally.fail(name, output)
        elif status == "run":
            tally.add(passed=1)
        elif status in ("notrun", "disabled"):
            tally.add(skipped=1)
            reason = output.strip().splitlines() or ["did not run"]
            print(f"skipped: {name}: {reason[-1]}")
        else:
            tally.fail(name, output)
    report("C tests", tally, before)


def run_lit(build, jobs, tally):
    if not os.path.exists(os.path.join(build, "test", "lit.site.cfg.py")):
        return
    before = (tally.passed, tally.failed, tally.skipped)
    out = os.path.join(build, "results", "lit.json")
    lit = LIT if os.path.exists(LIT) else shutil.which("lit")
    done = subprocess.run(
        [sys.executable, lit, "-q", "-v", f"-j{jobs}", "--max-time=1800",
         "--output", out, os.path.join(build, "test")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if not os.path.exists(out):
        tally.fail("lit", done.stdout)
        return
    with open(out) as f:
        tests = json.load(f)["tests"]
    for test in tests:
        code = test["code"]
        if code in ("PASS", "XFAIL", "FLAKYPASS"):
            tally.add(passed=1)
        elif code in ("UNSUPPORTED", "SKIPPED", "EXCLUDED"):
            tally.add(skipped=1)
            reason = test.get("output", "").strip().splitlines()
            print(f"skipped: {test['name']}: {(reason or [code])[-1]}")
        else:
            tally.fail(f"{test['name']} ({code})", test.get("output", ""))
    report("lit tests", tally, before)


def fuzz_one(build, name, corpus, seconds):
    with tempfile.TemporaryDirectory() as work:
        fresh = os.path.join(work, "corpus")
        os.mkdir(fresh)
        # fork mode off: one process a target, findings in the work folder.
        done = subprocess.run(
            [os.path.join(build, "fuzz", name),
             f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=4096",
             f"-artifact_prefix={work}/", "-print_final_stats=1",
             *([f"-dict={corpus}.dict"]
               if os.path.exists(corpus + ".dict") else []),
             fresh, corpus],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace")
        runs = re.search(r"number_of_executed_units:\s*(\d+)", done.stdout)
        found = [n for n in os.listdir(work) if n != "corpus"]
        keep = os.path.join(build, "findings")
        for n in found:
            os.makedirs(keep, exist_ok=True)
            shutil.copy(os.path.join(work, n),
                        os.path.join(keep, f"{name}-{n}"))
    return name, done.returncode, runs and int(runs[1]), found, done.stdout


def run_fuzz(build, jobs, seconds, tally):
    before = (tally.passed, tally.failed, tally.skipped)
    with open(os.path.join(build, "fuzz-targets.txt")) as f:
        targets = sorted({tuple(line.split()) for line in f if line.strip()})
    with ThreadPoolExecutor(jobs) as pool:
        for name, code, runs, found, text in pool.map(
                lambda t: fuzz_one(build, *t, seconds), targets):
            if code == 0 and runs:
                print(f"fuzz {name}: {runs} inputs in {seconds} s, no finding")
                tally.add(passed=1)
            else:
                tally.fail(f"fuzz {name}: {', '.join(found) or code}",
                           text[-4000:])
    report("fuzz targets", tally, before)


def report(what, tally, before):
    print(f"{what}: {tally.passed - before[0]} passed, "
          f"{tally.failed - before[1]} failed, "
          f"{tally.skipped - before[2]} skipped", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", help="build folder to test")
    parser.add_argument("--fuzz-build", help="build folder of fuzz targets")
    parser.add_argument("--fuzz-seconds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    tally = Tally()
    if args.build:
        run_ctest(args.build, args.jobs, tally)
        run_lit(args.build, args.jobs, tally)
    if args.fuzz_build:
        run_fuzz(args.fuzz_build, args.jobs, args.fuzz_seconds, tally)
    for name, text in tally.problems:
        print(f"FAILED {name}\n{text.strip()}\n")
    if tally.passed + tally.failed == 0:
        tally.fail("no test ran")
    tail = f", {tally.skipped} skipped" if tally.skipped else ""
    print(f"{tally.passed} passed, {tally.failed} failed{tail}", flush=True)
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
