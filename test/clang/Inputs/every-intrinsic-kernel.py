# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes kernels that call the intrinsics of a list, so many in each.

Usage: every-intrinsic-kernel.py OUT COUNT < intrinsics.txt
makes OUT0.c, OUT1.c, ... Every argument that may be a value is loaded from
local memory, every result is stored there, so nothing can be folded away.
"""

import re
import sys

# Parameters that are fields of the instruction: constants.
FIELDS = {"switches": "0", "options": "0", "lane": "0", "flavor": "3",
          "src_dg": "1", "dest_dg": "2", "sdg0": "0", "sdg1": "1",
          "sdg2": "2", "sdg3": "3", "dimmask": "5", "fid": "129", "dim": "1",
          "tensor": "1", "polarity": "1"}
# Where an intrinsic has a constant under a name that others use for a value.
ALSO = {("mov_dual_group", "b"): "0xffff", ("mov_group", "b"): "0xff",
        ("get_lut_entry", "shift"): "17"}
SCALARS = {"float": "f32", "bf16": "bf16", "int32_t": "i32", "int": "i32",
           "uint32_t": "u32", "int16_t": "i16", "uint16_t": "u16",
           "int8_t": "i8", "uint8_t": "u8", "bool": "i1"}
VECTORS = {"float64": "f32", "bfloat128": "bf16", "int64": "i32",
           "uint64": "u32", "short128": "i16", "ushort128": "u16",
           "char256": "i8", "uchar256": "u8", "bool256": "i1",
           "bool128": "i1", "bool64": "i1"}
BASES = {"float": 64, "bfloat": 128, "int": 64, "uint": 64, "short": 128,
         "ushort": 128, "char": 256, "uchar": 256}


def members(ctype):
    """The vectors of a group type; none for other types."""
    names = ctype.split("_")
    if len(names) == 2 and all(n in VECTORS for n in names):
        return names
    match = re.fullmatch(r"([a-z]+)(\d+)", ctype)
    if not match or match[1] not in BASES or ctype in VECTORS:
        return []
    lanes = BASES[match[1]]
    return [f"{match[1]}{lanes}"] * (int(match[2]) // lanes)


class Kernel:
    def __init__(self):
        self.lines = []
        self.place = 0

    def address(self, size):
        self.place += size
        return self.place % (64 * size)

    def load(self, ctype):
        """An expression of the type."""
        if ctype in SCALARS:
            return f"s_{SCALARS[ctype]}_ld_l({self.address(4)})"
        if ctype in VECTORS:
            return f"v_{VECTORS[ctype]}_ld_l_v_b({self.address(256)})"
        if ctype == "int5":
            return "at"
        if ctype in ("gptr", "cgptr"):
            return "gen_addr(at, 0)"
        parts = ", ".join(self.load(m) for m in members(ctype))
        assert parts, ctype
        return f"({ctype}){{{parts}}}"

    def store(self, ctype, value):
        if ctype in SCALARS:
            self.lines.append(
                f"s_{SCALARS[ctype]}_st_l({self.address(4)}, {value});")
        elif ctype in VECTORS:
            self.lines.append(
                f"v_{VECTORS[ctype]}_st_l_v({self.address(256)}, {value});")
        elif ctype == "int5":
            self.store("int", f"{value}[1]")
        elif ctype == "gptr":
            self.lines.append(f"s_i32_st_g({value}, 1);")
        else:
            assert members(ctype), ctype
            for number, member in enumerate(members(ctype), 1):
                self.store(member, f"{value}.v{number}")

    def call(self, result, name, params):
        args = []
        for ctype, param in params:
            # Flags of older names.
            constant = "0" if param.startswith("sw_") else FIELDS.get(param)
            for (part, other), value in ALSO.items():
                if part in name and param == other:
                    constant = value
            args.append(constant or self.load(ctype))
        call = f"{name}({', '.join(args)})"
        self.lines.append("{")
        if result == "void":
            self.lines.append(f"{call};")
        else:
            self.lines.append(f"{result} r = {call};")
            self.store(result, "r")
        self.lines.append("}")

    def text(self):
        return "\n".join(["#include <stdint.h>",
                          "typedef __global__ void *gptr;",
                          "void main(tensor a, tensor b) {",
                          "int5 at = get_index_space_offset();",
                          *self.lines, "}", ""])


def main():
    out, count = sys.argv[1], int(sys.argv[2])
    lines = sys.stdin.readlines()
    for first in range(0, len(lines), count):
        kernel = Kernel()
        for line in lines[first:first + count]:
            result, name, text = re.match(r"(\w+) (\w+)\((.*?)\);  //",
                                          line).groups()
            params = []
            if text != "void":
                params = [p.split("=")[0].rsplit(" ", 1)
                          for p in text.split(", ")]
            kernel.call(result, name, params)
        with open(f"{out}{first // count}.c", "w", encoding="utf-8") as file:
            file.write(kernel.text())
    print(len(lines))


if __name__ == "__main__":
    main()
