# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""program.py PAGE: prints the C program in a page."""
import re
import sys

with open(sys.argv[1]) as file:
    print(re.search(r"```c\n(.*?)```", file.read(), re.S).group(1))
