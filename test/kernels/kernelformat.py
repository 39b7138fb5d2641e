# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A lit test for every kernel of examples/kernels at every level.

Their names are NAME.LEVEL, as in kernels :: softmax_fcd_bf16.O2. A test
compiles the kernel with warnings as errors and lets the bench run it.
"""

import glob
import os
import subprocess

import lit.formats
import lit.Test

LEVELS = ("O0", "O1", "O2", "Os")


class KernelFormat(lit.formats.TestFormat):
    def __init__(self, sources, tools, work):
        self.sources = sources
        self.tools = tools
        self.work = work

    def getTestsInDirectory(self, suite, path, lit_config, config):
        for source in sorted(glob.glob(os.path.join(self.sources, "*.c"))):
            name = os.path.splitext(os.path.basename(source))[0]
            for level in LEVELS:
                yield lit.Test.Test(suite, path + (f"{name}.{level}",),
                                    config)

    def execute(self, test, lit_config):
        if test.config.unsupported:
            return lit.Test.UNSUPPORTED, "the compiler is not built"
        name, level = test.path_in_suite[-1].split(".")
        os.makedirs(self.work, exist_ok=True)
        obj = os.path.join(self.work, f"{name}.{level}.o")
        commands = (
            [os.path.join(self.tools, "tpc-clang"), "-march=gaudi", "-Wall",
             "-Werror", f"-{level}", "-c",
             os.path.join(self.sources, name + ".c"), "-o", obj],
            [os.path.join(self.tools, "kernel-examples"), name, obj],
        )
        for command in commands:
            done = subprocess.run(command, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True,
                                  errors="replace", check=False)
            if done.returncode:
                return lit.Test.FAIL, (f"{' '.join(command)}\nexit status "
                                       f"{done.returncode}\n{done.stdout}")
        return lit.Test.PASS, ""
