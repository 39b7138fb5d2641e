# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""both_assemblers.py BIN WORK KERNEL...: the code of every kernel, byte for
byte, from tpc-as and from tpc-llvm-mc.

tpc-llvm-mc knows neither experiment headers nor metadata fields; they are
taken out of its input.
"""
import os
import re
import struct
import subprocess
import sys


def text_section(path):
    """.text of an ELF32 file."""
    data = open(path, "rb").read()
    shoff, = struct.unpack_from("<I", data, 0x20)
    size, count, names = struct.unpack_from("<HHH", data, 0x2e)
    headers = [struct.unpack_from("<10I", data, shoff + i * size)
               for i in range(count)]
    strings = headers[names][4]
    for h in headers:
        name = data[strings + h[0]:data.index(b"\0", strings + h[0])]
        if name == b".text":
            return data[h[4]:h[4] + h[5]]
    sys.exit(f"{path}: no .text")


def main():
    tools, work, kernels = sys.argv[1], sys.argv[2], sys.argv[3:]
    os.makedirs(work, exist_ok=True)
    ours, llvm, plain = (os.path.join(work, n)
                         for n in ("as.o", "mc.o", "plain.s"))
    for kernel in kernels:
        text = open(kernel).read()
        text = re.sub(r"(?m)^@.*$", "", text)
        text = re.sub(r"(?ms)^\s*\.section \.tpc_metadata$.*?^\s*\.text$", "",
                      text)
        with open(plain, "w") as f:
            f.write(text)
        subprocess.run([os.path.join(tools, "tpc-as"), kernel, "-o", ours],
                       check=True)
        subprocess.run([os.path.join(tools, "tpc-llvm-mc"), "-mcpu=gaudi",
                        "-filetype=obj", plain, "-o", llvm], check=True)
        code = text_section(ours)
        if not code or code != text_section(llvm):
            sys.exit(f"{kernel}: the assemblers disagree")
        print(f"{os.path.basename(kernel)}: {len(code) // 32} bundles alike")


main()
