# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes and prints .npy files with nothing but the standard library.

npy.py make FILE DESCR SHAPE VALUE...   (values are repeated to fill the shape)
npy.py show FILE                        prints description, shape, values
npy.py raw FILE HEADER-TEXT DATA-BYTES  a file with any header text
"""
import ast
import struct
import sys

FORMATS = {"<f4": "f", "<i4": "i", "<u4": "I", "<i2": "h", "<u2": "H",
           "|i1": "b", "|u1": "B", "<V2": "H", "|b1": "B", "<f8": "d",
           ">f4": "f"}


def count(shape):
    n = 1
    for axis in shape:
        n *= axis
    return n


def write(path, text, data):
    text += " " * (-(11 + len(text)) % 64) + "\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)))
        file.write(text.encode() + data)


def make(path, descr, shape, values):
    shape = ast.literal_eval(shape)
    parse = float if descr[1] == "f" else int
    values = [parse(v) for v in values]
    values = [values[i % len(values)] for i in range(count(shape))]
    data = struct.pack(f"<{len(values)}{FORMATS[descr]}", *values)
    write(path, f"{{'descr': '{descr}', 'fortran_order': False, "
                f"'shape': {shape}, }}", data)


def show(path):
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x93NUMPY\x01\x00", data[:8]
    size = struct.unpack("<H", data[8:10])[0]
    head = ast.literal_eval(data[10:10 + size].decode())
    assert (10 + size) % 64 == 0 and not head["fortran_order"]
    n = count(head["shape"])
    body = data[10 + size:]
    values = struct.unpack(f"<{n}{FORMATS[head['descr']]}", body)
    print(head["descr"], head["shape"], *(f"{v:g}" for v in values))


if sys.argv[1] == "make":
    make(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5:])
elif sys.argv[1] == "raw":
    write(sys.argv[2], sys.argv[3], bytes(int(sys.argv[4])))
else:
    show(sys.argv[2])
