#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""exit_status.py N command...: fails unless the command exits with N."""

import subprocess
import sys

got = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL,
                     check=False).returncode
if got != int(sys.argv[1]):
    sys.exit(f"exit status {got} instead of {sys.argv[1]}")
