# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check_sobel.py PHOTO EDGES PAIR: are the written pictures right?

Reads 8-bit grey PNG files without libpng and computes the filter once more,
so that neither the demo's PNG code nor its host filter is trusted.
"""
import struct
import sys
import zlib


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def unfilter(kind, line, above):
    out = bytearray(len(line))
    for i, value in enumerate(line):
        a = out[i - 1] if i else 0
        b = above[i]
        c = above[i - 1] if i else 0
        guess = (0, a, b, (a + b) // 2, paeth(a, b, c))[kind]
        out[i] = (value + guess) & 255
    return out


def read_png(path):
    data = open(path, "rb").read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", path
    pos, packed, head = 8, b"", None
    while pos < len(data):
        size, kind = struct.unpack(">I4s", data[pos:pos + 8])
        body = data[pos + 8:pos + 8 + size]
        if kind == b"IHDR":
            head = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        pos += 12 + size
    width, height, bits, colour, _, _, interlace = head
    assert (bits, colour, interlace) == (8, 0, 0), f"{path}: not 8-bit grey"
    raw = zlib.decompress(packed)
    rows, above = [], bytearray(width)
    for y in range(height):
        line = raw[y * (width + 1):(y + 1) * (width + 1)]
        above = unfilter(line[0], line[1:], above)
        rows.append(above)
    return rows


def sobel(rows):
    for a, b, c in zip(rows, rows[1:], rows[2:]):
        yield bytes(
            min(255,
                abs(a[i + 2] + 2 * b[i + 2] + c[i + 2]
                    - a[i] - 2 * b[i] - c[i])
                + abs(c[i] + 2 * c[i + 1] + c[i + 2]
                      - a[i] - 2 * a[i + 1] - a[i + 2]))
            for i in range(len(a) - 2))


photo, edges, pair = map(read_png, sys.argv[1:4])
right = list(sobel(photo))
assert len(edges) == len(right)
wrong = sum(e != r for row, want in zip(edges, right)
            for e, r in zip(row, want))
assert not wrong, f"{wrong} pixels are wrong"

# The pair is coarser: 64 levels.
level = bytes((v & 0xfc) | v >> 6 for v in range(256))
for y, row in enumerate(pair):
    row, left = bytes(row), bytes(photo[y]).translate(level)
    assert row[:len(left)] == left, f"row {y} of the pair"
    if y < len(edges):
        right = bytes(edges[y]).translate(level)
        assert row[-len(right):] == right, f"row {y} of the pair"
print(sum(map(len, edges)), "pixels right")
