# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""symbols.py HEADER LIBRARY: the functions of both must be the same."""
import re
import subprocess
import sys

with open(sys.argv[1]) as file:
    text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
declared = set(re.findall(r"\b(tpc_\w+)\s*\(", text))
names = subprocess.run(["nm", "-D", "--defined-only", sys.argv[2]],
                       check=True, capture_output=True, text=True).stdout
exported = {line.split()[2].split("@")[0] for line in names.splitlines()
            if line.split()[1] in "TDBRW"}
if declared != exported:
    sys.exit(f"only declared: {sorted(declared - exported)}\n"
             f"only exported: {sorted(exported - declared)}")
print(len(declared), "functions")
