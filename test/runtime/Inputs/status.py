# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""status.py STATUS COMMAND...: fails unless the command exits with STATUS."""
import subprocess
import sys

status = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL).returncode
if status != int(sys.argv[1]):
    sys.exit(f"{sys.argv[2:]}: status {status}, not {sys.argv[1]}")
