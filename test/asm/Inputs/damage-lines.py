# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""damage-lines.py IN OUT: fills an ELF32 object's .debug_line with 0x7f."""
import struct
import sys

with open(sys.argv[1], "rb") as f:
    data = bytearray(f.read())
shoff, = struct.unpack_from("<I", data, 32)
shnum, shstrndx = struct.unpack_from("<HH", data, 48)
heads = [struct.unpack_from("<10I", data, shoff + 40 * k)
         for k in range(shnum)]
names = heads[shstrndx][4]
for head in heads:
    name = data[names + head[0]:data.index(0, names + head[0])]
    if name == b".debug_line":
        data[head[4]:head[4] + head[5]] = b"\x7f" * head[5]
        break
else:
    sys.exit("no .debug_line")
with open(sys.argv[2], "wb") as f:
    f.write(data)
