# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""terminal.py COMMAND...: runs a command on a terminal, prints its output."""
import os
import pty
import sys

pid, fd = pty.fork()
if not pid:
    os.execv(sys.argv[1], sys.argv[1:])
while True:
    try:
        data = os.read(fd, 4096)
    except OSError:
        break
    if not data:
        break
    print(data.decode(errors="replace").replace("\r", "\n"), end="")
os.waitpid(pid, 0)
