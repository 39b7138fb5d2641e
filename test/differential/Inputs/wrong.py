# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""differential.py whose device starts every program with another value than
the host."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import differential
import programs

right = programs.device_file


def wrong(batch):
    return right(batch).replace("int s0 = a0", "int s0 = a0 + 1")


programs.device_file = wrong
sys.exit(differential.main())
