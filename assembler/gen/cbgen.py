#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Turn the packet and register records of the chips into C.

Reads the JSON that llvm-tblgen makes of assembler/queues/<Chip>.td, one file a
chip, and writes one header and one table file. Refuses overlapping bits,
registers, blocks, queue numbers and address ranges, naming the records in
conflict.
"""
import argparse
import json
import sys

from outfile import write_if_changed


class RecordError(Exception):
    def __init__(self, record, text):
        super().__init__(f"{record.loc}: error: {text}")


class Record:
    """A TableGen record whose members read as attributes."""

    def __init__(self, db, name):
        self._db = db
        self._data = db[name]
        self.record = name

    @property
    def loc(self):
        locs = self._data.get("!locs") or ["?"]
        return locs[-1]

    def __getattr__(self, key):
        return self._resolve(self._data[key])

    def _resolve(self, value):
        if isinstance(value, dict) and value.get("kind") == "def":
            return Record(self._db, value["def"])
        if isinstance(value, list):
            return [self._resolve(v) for v in value]
        return value


def c_int(value):
    if value >= 1 << 32:
        return f"0x{value:x}ull"
    return f"0x{value:x}u" if value > 9 else f"{value}u"


def c_str(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def c_name(text):
    """Register name without its index places."""
    name = text.replace("_%", "").replace("%", "")
    return name.upper()


def member_type(width):
    for bits in (8, 16, 32, 64):
        if width <= bits:
            return f"uint{bits}_t", bits // 8
    raise ValueError(width)


def check_overlap(items, what):
    """items: (first, last, record, text). Raises for the first overlap."""
    last_item = None
    for item in sorted(items, key=lambda i: (i[0], i[1])):
        if last_item and item[0] <= last_item[1]:
            raise RecordError(item[2], f"{what} {item[3]} overlaps "
                              f"{last_item[3]} ({last_item[2].loc})")
        if not last_item or item[1] > last_item[1]:
            last_item = item


def check_members(block, regs):
    """Fields that choose registers do so of an array of the block, and every
    mask belongs to a group of as many."""
    arrays = {r.text for r in regs if r.rec.Count > 1}
    for reg in regs:
        fields = [f for f in reg.rec.Fields if f.Array]
        groups = {f.Array: f.Members for f in fields if f.Members}
        for f in fields:
            if f.Array not in arrays:
                raise RecordError(block, f"{reg.text}.{f.Name} chooses from "
                                  f"{f.Array}, which is no array of the block")
            if not f.Members and groups.get(f.Array) != f.Hi - f.Lo + 1:
                raise RecordError(block, f"{reg.text}.{f.Name} has not a bit "
                                  "for each member of a group")


class Names:
    """The C identifiers given out, each once."""

    def __init__(self):
        self._seen = {}

    def take(self, name, record):
        if name in self._seen:
            raise RecordError(record, f"C name {name} is taken by "
                              f"{self._seen[name].loc}")
        self._seen[name] = record
        return name


class Reg:
    """A register at its place in a block: a record plus prefix and base."""

    def __init__(self, owner, record, prefix="", base=0):
        # Anonymous records have no place of their own in the file.
        self.owner = owner
        self.rec = record
        self.text = prefix + record.Name
        self.offset = base + record.Offset

    def places(self):
        """(first byte, last byte, record, name) of every element."""
        r = self.rec
        for i in range(r.Count):
            for j in range(r.Count2):
                at = self.offset + i * r.Stride + j * r.Stride2
                text = self.text
                for index in (i + r.FirstIndex, j):
                    text = text.replace("%", str(index), 1)
                yield at, at + 3, self.owner, text

    def check(self, size):
        r = self.rec
        dims = (r.Count > 1) + (r.Count2 > 1)
        if self.text.count("%") != dims:
            raise RecordError(self.owner, f"register {self.text} has {dims} array "
                              "dimensions but not as many '%'")
        for first, last, _, text in self.places():
            if first % 4:
                raise RecordError(self.owner, f"register {text} at {first:#x} is not "
                                  "a multiple of 4")
            if last >= size:
                raise RecordError(self.owner, f"register {text} at {first:#x} is "
                                  f"outside of its block of {size:#x} bytes")
        check_overlap(((f.Lo, f.Hi, self.owner, f"{self.text}.{f.Name}")
                       for f in r.Fields), "field")
        for f in r.Fields:
            if not 0 <= f.Lo <= f.Hi <= 31:
                raise RecordError(self.owner, f"field {f.Name} [{f.Hi}:{f.Lo}] is not "
                                  "inside of 32 bits")


class Generator:
    def __init__(self, db, source):
        self.db = db
        self.source = source
        chips = self.all("Chip")
        if len(chips) != 1:
            raise SystemExit(f"{source}: error: exactly one Chip record "
                             f"expected, found {len(chips)}")
        self.chip = chips[0].Name
        self.prefix = f"tpc_{self.chip}_"
        self.macro = self.prefix.upper()
        self.names = Names()
        self.head = []
        self.body = []

    def all(self, cls):
        return [Record(self.db, n) for n in self.db["!instanceof"][cls]]

    def define(self, name, value, record, args=""):
        self.names.take(self.macro + name, record)
        self.head.append(f"#define {self.macro}{name}{args} {value}")

    def comment(self, text):
        self.head += ["", f"/* {text} */"]

    # Packets ---------------------------------------------------------------

    def check_packets(self):
        opcodes = {}
        header = self.all("PacketOpcode")[0]
        where = (header.Dword * 32 + header.Lo, header.Dword * 32 + header.Hi,
                 header, "the opcode")
        for p in self.packets:
            if p.Opcode in opcodes:
                raise RecordError(p, f"opcode {p.Opcode:#x} of {p.Name} is "
                                  f"also that of {opcodes[p.Opcode].Name}")
            if p.Opcode >> (header.Hi - header.Lo + 1):
                raise RecordError(p, f"opcode {p.Opcode:#x} does not fit")
            opcodes[p.Opcode] = p
            bits = [where]
            for f in p.Fields:
                first, last = f.Dword * 32 + f.Lo, f.Dword * 32 + f.Hi
                if not 0 <= f.Lo <= f.Hi <= 63 or last >= p.Dwords * 32:
                    raise RecordError(p, f"field {f.Name} is not inside of "
                                      f"{p.Name}")
                bits.append((first, last, p, f"{p.Name}.{f.Name}"))
            check_overlap(bits, "field")
            if p.PayloadField and p.PayloadField not in [
                    f.Name for f in p.Fields]:
                raise RecordError(p, f"no field {p.PayloadField}")

    def emit_packets(self):
        self.packets = sorted(self.all("Packet"), key=lambda p: p.Opcode)
        self.check_packets()
        self.comment("Packets: opcodes, sizes in bytes without payload.")
        self.head.append(f"enum {self.prefix}packet {{")
        for p in self.packets:
            name = self.names.take(f"{self.macro}PACKET_{p.Name}", p)
            self.head.append(f"\t{name} = {p.Opcode:#x},")
        self.head.append("};")
        for p in self.packets:
            self.define(f"{p.Name}_SIZE", f"{p.Dwords * 4}u", p)
        for index, p in enumerate(self.packets):
            self.emit_packet(index, p)
        self.body += ["", f"static const struct tpc_cb_packet {self.chip}_packets[] = {{"]
        verdicts = {"PacketAllowed": "TPC_CB_ALLOWED",
                    "PacketRefused": "TPC_CB_REFUSED",
                    "PacketUnknown": "TPC_CB_UNKNOWN",
                    "PacketIfPredicates": "TPC_CB_IF_PREDICATES"}
        for p in self.packets:
            low = p.Name.lower()
            payload = -1
            if p.PayloadField:
                payload = [f.Name for f in p.Fields].index(p.PayloadField)
            self.body.append(
                f"\t{{ {c_str(p.Name)}, {c_str(p.Doc)}, {p.Opcode:#x}, "
                f"{verdicts[p.Verdict.record]}, {p.Dwords * 4}, {payload}, "
                f"{len(p.Fields)}, {self.chip}_{low}_fields, "
                f"{len(p.Operands)}, {self.operands(p)}, "
                f"{'true' if p.Feeds else 'false'} }},")
        self.body.append("};")
        for index, p in enumerate(self.packets):
            low = p.Name.lower()
            struct = f"struct {self.prefix}{low}"
            self.body += [
                "",
                f"size_t {self.prefix}{low}_pack(const {struct} *in, "
                "void *buf)",
                "{",
                f"\treturn cb_pack(&{self.chip}, "
                f"&{self.chip}_packets[{index}], in, buf);",
                "}",
                "",
                f"int {self.prefix}{low}_unpack(const void *buf, size_t len, "
                f"{struct} *out)",
                "{",
                f"\treturn cb_unpack(&{self.chip}, "
                f"&{self.chip}_packets[{index}], buf, len, out);",
                "}"]

    def operands(self, p):
        """Numbers of the fields that text gives by position."""
        names = [f.Name for f in p.Fields]
        for name in p.Operands:
            if name not in names:
                raise RecordError(p, f"no field {name}")
        numbers = [str(names.index(name)) for name in p.Operands]
        return f"{{ {', '.join(numbers) or 0} }}"

    def emit_packet(self, index, p):
        low = p.Name.lower()
        fields = f"{self.chip}_{low}_fields"
        struct = f"struct {self.prefix}{low}"
        self.names.take(f"{self.prefix}{low}", p)
        self.comment(f"{p.Name}: {p.Doc}. Source: {p.Source}.")
        self.head.append(f"{struct} {{")
        # Widest first, so that the structure has no holes.
        members = sorted(p.Fields, key=lambda f: -member_type(
            f.Hi - f.Lo + 1)[1])
        for f in members:
            doc = f" /* {f.Doc} */" if f.Doc else ""
            ctype = member_type(f.Hi - f.Lo + 1)[0]
            self.head.append(f"\t{ctype} {f.Name};{doc}")
        self.head += [
            "};",
            f"size_t {self.prefix}{low}_pack(const {struct} *in, void *buf);",
            f"int {self.prefix}{low}_unpack(const void *buf, size_t len, "
            f"{struct} *out);"]
        self.body += ["",
                      f"static const struct tpc_cb_field {fields}[] = {{"]
        for f in p.Fields:
            width = f.Hi - f.Lo + 1
            size = member_type(width)[1]
            self.body.append(
                f"\t{{ {c_str(f.Name)}, {f.Dword * 32 + f.Lo}, {width}, "
                f"{size}, offsetof({struct}, {f.Name}), "
                f"{c_str(f.Short) if f.Short else 'NULL'}, {f.Kind.Number}, "
                f"{f.Default} }},")
        self.body.append("};")

    # Registers -------------------------------------------------------------

    def reg_offset(self, reg):
        r = reg.rec
        args, expr = [], [f"{reg.offset:#x}u"]
        if r.Count > 1:
            index = "(i)"
            if r.FirstIndex:
                index = f"((i) - {r.FirstIndex}u)"
            args.append("i")
            expr.append(f"{r.Stride:#x}u * {index}")
        if r.Count2 > 1:
            args.append("j")
            expr.append(f"{r.Stride2:#x}u * (j)")
        if not args:
            return "", expr[0]
        return f"({', '.join(args)})", f"({' + '.join(expr)})"

    def define_reg(self, owner, reg):
        r = reg.rec
        args, expr = self.reg_offset(reg)
        name = f"{owner}_{c_name(reg.text)}"
        self.define(name, expr, r, args)
        for f in r.Fields:
            mask = ((1 << (f.Hi - f.Lo + 1)) - 1) << f.Lo
            self.define(f"{name}_{f.Name}_SHIFT", f.Lo, f)
            self.define(f"{name}_{f.Name}_MASK", c_int(mask), f)

    def emit_registers(self):
        for s in self.all("RegisterSet"):
            self.comment(f"{s.Name}: offsets from the start of a copy. "
                         f"Source: {s.Source}.")
            self.define(f"{s.Name}_SIZE", f"{s.Size:#x}u", s)
            regs = [Reg(s, r) for r in s.Registers]
            for reg in regs:
                reg.check(s.Size)
                self.define_reg(s.Name, reg)
        self.blocks = self.all("RegisterBlock")
        for b in self.blocks:
            self.emit_block(b)
        self.body += ["", "static const struct tpc_reg_block "
                      f"{self.chip}_blocks[] = {{"]
        for b in self.blocks:
            low = f"{self.chip}_{b.Name.lower()}"
            self.body.append(f"\t{{ {c_str(b.Name)}, {b.Size:#x}, "
                             f"{low}_regs, {self.reg_counts[b.Name]} }},")
        self.body.append("};")
        self.emit_instances()

    reg_counts = {}

    def emit_block(self, b):
        regs = [Reg(b, r) for r in b.Registers]
        self.comment(f"{b.Name}: byte offsets in the block. "
                     f"Source: {b.Source}.")
        for use in b.Sets:
            self.define(f"{b.Name}_{use.Prefix}DESC", f"{use.Offset:#x}u",
                        use)
            regs += [Reg(b, r, use.Prefix, use.Offset)
                     for r in use.Set.Registers]
        places = []
        for reg in regs:
            reg.check(b.Size)
            places += reg.places()
            self.define_reg(b.Name, reg)
        check_overlap(places, "register")
        check_members(b, regs)
        self.define(f"{b.Name}_SIZE", f"{b.Size:#x}u", b)
        low = f"{self.chip}_{b.Name.lower()}"
        fields, seen = [], {}
        lines = []
        for reg in regs:
            r = reg.rec
            first = seen.get(r.record)
            if first is None:
                first = len(fields)
                seen[r.record] = first
                fields += r.Fields
            flags = []
            if r.ReadOnly:
                flags.append("TPC_REG_READ_ONLY")
            if r.User:
                flags.append("TPC_REG_USER")
            lines.append(
                f"\t{{ {c_str(reg.text)}, {c_str(r.Doc)}, {reg.offset:#x}, "
                f"{{ {r.Count}, {r.Count2} }}, "
                f"{{ {r.Stride:#x}, {r.Stride2:#x} }}, {c_int(r.Reset)}, "
                f"{' | '.join(flags) or 0}, {r.FirstIndex}, {r.UserFrom}, "
                f"{len(r.Fields)}, {low}_reg_fields + {first} }},")
        self.body += ["", f"static const struct tpc_reg_field "
                      f"{low}_reg_fields[] = {{"]
        for f in fields:
            values = ", ".join(c_str(v) for v in f.Values)
            array = f"(const char *const[]){{ {values} }}"
            self.body.append(f"\t{{ {c_str(f.Name)}, {c_str(f.Doc)}, {f.Lo}, "
                             f"{f.Hi - f.Lo + 1}, {len(f.Values)}, "
                             f"{array if values else 'NULL'}, "
                             f"{c_str(f.Array) if f.Array else 'NULL'}, "
                             f"{f.Members} }},")
        self.body.append("\t{ NULL, NULL, 0, 0, 0, NULL, NULL, 0 },\n};")
        self.body += ["", f"static const struct tpc_reg {low}_regs[] = {{"]
        self.body += lines + ["};"]
        self.reg_counts[b.Name] = len(regs)

    def emit_instances(self):
        insts = sorted(self.all("BlockInstances"),
                       key=lambda i: (i.Base, i.Name))
        cfg = [r for r in self.ranges if r.Name == "CFG"]
        if len(cfg) != 1:
            raise SystemExit(f"{self.source}: error: no AddressRange CFG")
        places = []
        for n in insts:
            for i in range(n.Count):
                at = n.Base + i * n.Stride
                places.append((at, at + n.Block.Size - 1, n,
                               f"{n.Name} {i}"))
                if at + n.Block.Size > cfg[0].Size:
                    raise RecordError(n, f"{n.Name} {i} is outside of CFG")
        check_overlap(places, "block")
        self.comment("Device addresses of the blocks.")
        for n in insts:
            base = cfg[0].Base + n.Base
            self.define(f"{n.Name}_BASE",
                        f"({c_int(base)} + {c_int(n.Stride)} * "
                        "(uint64_t)(i))", n, "(i)")
            self.define(f"{n.Name}_COUNT", f"{n.Count}u", n)
            if n.IndexNames and len(n.IndexNames) != n.Count:
                raise RecordError(n, f"{n.Count} places, but "
                                  f"{len(n.IndexNames)} names")
            for i, text in enumerate(n.IndexNames):
                self.define(f"{n.Name}_{text}", i, n)
        for n in insts:
            if n.IndexNames:
                names = ", ".join(c_str(t) for t in n.IndexNames)
                self.body += ["", f"static const char *const "
                              f"{self.chip}_{n.Name.lower()}_names[] = "
                              f"{{ {names} }};"]
        self.body += ["", "static const struct tpc_reg_instances "
                      f"{self.chip}_instances[] = {{"]
        order = [b.Name for b in self.blocks]
        for n in insts:
            names = "NULL"
            if n.IndexNames:
                names = f"{self.chip}_{n.Name.lower()}_names"
            self.body.append(
                f"\t{{ {c_str(n.Name)}, {c_str(n.Text)}, {names}, "
                f"&{self.chip}_blocks[{order.index(n.Block.Name)}], "
                f"{c_int(cfg[0].Base + n.Base)}, {n.Count}, {c_int(n.Stride)}"
                " },")
        self.body.append("};")
        self.instances = insts

    # Queues, ranges, causes --------------------------------------------------

    def instance_texts(self):
        for n in self.instances:
            for i in range(n.Count):
                name = n.IndexNames[i] if n.IndexNames else str(i)
                yield n.Text.replace("%", name)

    def emit_queues(self):
        queues = sorted(self.all("Queue"), key=lambda q: q.First)
        check_overlap(((q.First, q.First + q.Streams - 1, q, q.Name)
                       for q in queues), "queue")
        known = set(self.instance_texts())
        kinds = {"QueueExternal": "TPC_QUEUE_EXTERNAL",
                 "QueueInternal": "TPC_QUEUE_INTERNAL",
                 "QueueDriver": "TPC_QUEUE_DRIVER",
                 "QueueDisabled": "TPC_QUEUE_DISABLED"}
        self.comment("Queue numbers of the first stream of each engine.")
        self.head.append(f"enum {self.prefix}queue {{")
        for q in queues:
            for text in (q.Qman, q.Engine):
                if text and text not in known:
                    raise RecordError(q, f"no block is called {text}")
            name = self.names.take(f"{self.macro}QUEUE_{q.Name}", q)
            self.head.append(f"\t{name} = {q.First},")
        end = queues[-1].First + queues[-1].Streams
        self.head += [f"\t{self.macro}NUM_QUEUES = {end},", "};"]
        self.body += ["", "static const struct tpc_cb_queue "
                      f"{self.chip}_queues[] = {{"]
        for q in queues:
            qman = c_str(q.Qman) if q.Qman else "NULL"
            engine = c_str(q.Engine) if q.Engine else "NULL"
            self.body.append(
                f"\t{{ {c_str(q.Name)}, {q.First}, {q.Streams}, "
                f"{kinds[q.Kind.record]}, {q.Length}, {qman}, {engine}, "
                f"{'true' if q.SecureBases else 'false'} }},")
        self.body.append("};")

    def emit_bases(self):
        bases = sorted(self.all("MessageBase"), key=lambda b: b.Index)
        check_overlap(((b.Index, b.Index, b, b.Reg) for b in bases), "base")
        known = set(self.instance_texts())
        self.body += ["", "static const struct tpc_cb_base "
                      f"{self.chip}_bases[] = {{"]
        for b in bases:
            if b.Reg.split(".")[0] not in known:
                raise RecordError(b, f"no block has the register {b.Reg}")
            self.body.append(f"\t{{ {b.Index}, {c_str(b.Reg)}, "
                             f"{'true' if b.Secure else 'false'} }},")
        self.body.append("};")

    def emit_ranges(self):
        by_name = {r.Name: r for r in self.ranges}
        groups = {}
        for r in self.ranges:
            groups.setdefault(r.Parent, []).append(r)
        for parent, members in groups.items():
            check_overlap(((r.Base, r.Base + r.Size - 1, r, r.Name)
                           for r in members), "address range")
            if not parent:
                continue
            if parent not in by_name:
                raise RecordError(members[0], f"no range {parent}")
            outer = by_name[parent]
            for r in members:
                if (r.Base < outer.Base or
                        r.Base + r.Size > outer.Base + outer.Size):
                    raise RecordError(r, f"range {r.Name} is not inside of "
                                      f"{parent}")
        self.comment("Address map as the device sees it.")
        for r in self.ranges:
            self.define(f"{r.Name}_BASE", c_int(r.Base), r)
            self.define(f"{r.Name}_SIZE", c_int(r.Size), r)
        top = [r for r in self.ranges if not r.Parent]
        self.body += ["", "static const struct tpc_cb_range "
                      f"{self.chip}_ranges[] = {{"]
        for r in sorted(top, key=lambda r: r.Base):
            self.body.append(f"\t{{ {c_str(r.Name)}, {c_str(r.Doc)}, "
                             f"{c_int(r.Base)}, {c_int(r.Size)} }},")
        self.body.append("};")

    def emit_causes(self):
        causes = sorted(self.all("InterruptCause"),
                        key=lambda c: (c.Engine, c.Bit))
        check_overlap(((c.Bit, c.Bit, c, c.Name) for c in causes), "cause")
        self.comment("Interrupt causes: bit numbers.")
        for c in causes:
            self.define(f"INTR_{c.Name.upper()}", c.Bit, c)
        self.body += ["", "static const struct tpc_cb_cause "
                      f"{self.chip}_causes[] = {{"]
        for c in causes:
            self.body.append(f"\t{{ {c_str(c.Engine)}, {c.Bit}, "
                             f"{c_str(c.Name)}, {c_str(c.Doc)} }},")
        self.body.append("};")

    def window(self):
        windows = self.all("RegisterWindow")
        if len(windows) != 1:
            raise SystemExit(f"{self.source}: error: exactly one "
                             f"RegisterWindow expected, found {len(windows)}")
        w = windows[0]
        check_overlap([(w.Engine, w.Engine + w.EngineSize - 1, w, "engine"),
                       (w.Qman, w.Qman + w.QmanSize - 1, w, "qman")],
                      "window")
        return (f"{{ {w.Engine:#x}, {w.EngineSize:#x} }}, "
                f"{{ {w.Qman:#x}, {w.QmanSize:#x} }},")

    # Files -------------------------------------------------------------------

    def generate(self):
        self.ranges = sorted(self.all("AddressRange"), key=lambda r: r.Base)
        self.comment("Numbers of the chip.")
        for c in self.all("Constant"):
            self.define(c.Name, c_int(c.Value), c)
        self.emit_packets()
        self.emit_registers()
        self.emit_queues()
        self.emit_bases()
        self.emit_ranges()
        self.emit_causes()
        header = self.all("PacketOpcode")[0]
        c = self.chip
        arrays = ["packets", "instances", "queues", "bases", "ranges",
                  "causes"]
        members = ", ".join(f"{c}_{a}, CB_COUNT({c}_{a})" for a in arrays)
        forward = ["", f"static const struct tpc_cb {c};"]
        tail = ["", f"static const struct tpc_cb {c} = {{",
                f"\t{c_str(c)}, {header.Dword * 32 + header.Lo}, "
                f"{header.Hi - header.Lo + 1},", f"\t{members}, {self.window()}", "};"]
        return self.head, forward + self.body + tail


def files(generators):
    """Text of the header and of the tables."""
    notice = ("/* Generated by assembler/gen/cbgen.py from "
              + ", ".join(g.source for g in generators)
              + ". Do not edit. */")
    spdx = "/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */"
    head = [spdx, notice, "#ifndef TPC_CB_GEN_H", "#define TPC_CB_GEN_H", "",
            "#include <stddef.h>", "#include <stdint.h>", "",
            "#ifdef __cplusplus", 'extern "C" {', "#endif"]
    body = [spdx, notice, '#include "cb_internal.h"']
    for g in generators:
        chip_head, chip_body = g.generate()
        head += chip_head
        body += chip_body
    chips = ", ".join(f"&{g.chip}" for g in generators)
    body += ["", "const struct tpc_cb *const cb_chips[] = "
             f"{{ {chips}, NULL }};", ""]
    head += ["", "#ifdef __cplusplus", "}", "#endif", "", "#endif", ""]
    return "\n".join(head), "\n".join(body)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("json", nargs="+",
                        help="output of llvm-tblgen --dump-json")
    parser.add_argument("--source", action="append", required=True,
                        help="name of the TableGen file, one for each JSON "
                        "file, for the notice")
    parser.add_argument("--header", required=True, help="C header to write")
    parser.add_argument("--tables", required=True, help="C file to write")
    args = parser.parse_args()
    if len(args.source) != len(args.json):
        parser.error("one --source for each JSON file")
    generators = []
    for path, source in zip(args.json, args.source):
        with open(path, encoding="utf-8") as f:
            generators.append(Generator(json.load(f), source))
    try:
        header, tables = files(generators)
    except RecordError as error:
        print(error, file=sys.stderr)
        return 1
    write_if_changed(args.header, header)
    write_if_changed(args.tables, tables)
    return 0


if __name__ == "__main__":
    sys.exit(main())
