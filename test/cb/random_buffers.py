# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random bytes print as text that assembles to the same bytes.

Arguments: tpc-cb, a folder for files, a chip, the number of buffers.
"""
import os
import random
import subprocess
import sys

QUEUES = {
    "gaudi": ("TPC_0", "TPC_6", "DMA_0", "DMA_5", "MME_0", None),
    "goya": ("TPC_0", "TPC_7", "DMA_0", "MME", None),
    "gaudi2": ("DCORE0_TPC_0", "DCORE3_TPC_5", "PDMA_0", None),
}


def buffer(rng):
    """Quadwords, most of which start a packet: opcode in bits 60:56."""
    words = []
    for _ in range(rng.randrange(1, 200)):
        word = rng.getrandbits(64)
        if rng.random() < 0.7:
            # Sparse words own fewer bits that belong to no field.
            for _ in range(4):
                word &= rng.getrandbits(64)
            word = word & ~(0x1F << 56) | rng.randrange(20) << 56
        words.append(word.to_bytes(8, "little"))
    return b"".join(words) + rng.randbytes(rng.randrange(8))


def main():
    tool, folder, chip, count = *sys.argv[1:4], int(sys.argv[4])
    rng = random.Random(20)
    os.makedirs(folder, exist_ok=True)
    packets = 0
    for number in range(count):
        data = buffer(rng)
        path = os.path.join(folder, "in.bin")
        with open(path, "wb") as file:
            file.write(data)
        queue = rng.choice(QUEUES[chip])
        options = [f"--chip={chip}"] + [f"--queue={queue}"] * bool(queue)
        text = subprocess.run([tool, "-d", *options, path], check=True,
                              capture_output=True).stdout
        back = subprocess.run([tool, "-o", "-", "-"], input=text, check=True,
                              capture_output=True).stdout
        if back != data:
            sys.exit(f"buffer {number} of queue {queue} differs")
        packets += sum(not line.startswith(b"\t.") for line in
                       text.splitlines() if line.startswith(b"\t"))
    print(f"{count} buffers, {packets} packets")


if __name__ == "__main__":
    main()
