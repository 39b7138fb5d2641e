# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Pages of packets and registers, a chip each, from assembler/queues."""

from instpages import MADE, code, table
from manualmodel import name_of, named


def bits(hi, lo):
    return str(lo) if hi == lo else f"{hi}:{lo}"


def packets(db):
    out = ["## Packets", ""]
    verdicts = {"PacketAllowed": "", "PacketRefused": "refused (EPERM)",
                "PacketUnknown": "refused (EINVAL)",
                "PacketIfPredicates": "refused unless it loads predicates"}
    for rec in sorted(named(db, "Packet"), key=lambda r: r["Opcode"]):
        out += [f"### {rec['Name']}", "",
                f"Opcode 0x{rec['Opcode']:x}, {rec['Dwords']} words of 32 "
                f"bits. {sentence(rec['Doc'])}", ""]
        if rec["PayloadField"]:
            out += [f"Behind it: 8 bytes times `{rec['PayloadField']}`.", ""]
        verdict = verdicts[name_of(rec["Verdict"])]
        if verdict:
            out += [f"In a user's command buffer for an external queue: "
                    f"{verdict}.", ""]
        rows = []
        for ref in rec["Fields"]:
            f = db[name_of(ref)]
            name = code(f["Name"]) + (f" or {code(f['Short'])}"
                                      if f["Short"] else "")
            rows.append([f["Dword"], bits(f["Hi"], f["Lo"]), name, f["Doc"]])
        rows.sort(key=lambda r: (r[0], -int(r[1].split(":")[-1])))
        out += table(["word", "bits", "field", "meaning"], rows)
        out += [f"Source: {rec['Source']}.", ""]
    return out


def sentence(text):
    return text[:1].upper() + text[1:] + "." if text else ""


def register_name(rec, prefix=""):
    return prefix + rec["Name"]


def register_rows(db, refs, prefix="", base=0):
    """(offset, name, access, reset, meaning) and the fields of registers."""
    for ref in refs:
        rec = db[name_of(ref)]
        doc = rec["Doc"]
        if rec["Count"] > 1:
            doc += (", " if doc else "") + f"{rec['Count']} times, " \
                f"0x{rec['Stride']:x} apart"
        if rec["Count2"] > 1:
            doc += f"; {rec['Count2']} dimensions, 0x{rec['Stride2']:x} apart"
        fields = [db[name_of(f)] for f in rec["Fields"]]
        if fields:
            doc += (". " if doc else "") + "; ".join(
                f"{bits(f['Hi'], f['Lo'])} {f['Name']}"
                + (f" ({f['Doc']})" if f["Doc"] else "") for f in fields)
        access = "read only" if rec["ReadOnly"] else \
            "user" if rec["User"] else ""
        yield [f"0x{base + rec['Offset']:03x}",
               code(register_name(rec, prefix)), access,
               f"0x{rec['Reset']:x}" if rec["Reset"] else "0", doc]


def blocks(db):
    out = ["## Registers", "",
           "\"user\": the driver's protection lets a user's packets write it. "
           "A `%` in a name is an index.", ""]
    for block in named(db, "RegisterBlock"):
        places = [i for i in named(db, "BlockInstances")
                  if name_of(i["Block"]) == block["!name"]]
        out += [f"### {block['Name']}", ""]
        out += table(["instances", "count", "first, from the start of CFG",
                      "apart"],
                     [[code(i["Text"]), i["Count"], f"0x{i['Base']:x}",
                       f"0x{i['Stride']:x}" if i["Count"] > 1 else "–"]
                      for i in places])
        rows = list(register_rows(db, block["Registers"]))
        for use in block["Sets"]:
            rec = db[name_of(use)]
            group = db[name_of(rec["Set"])]
            rows += register_rows(db, group["Registers"], rec["Prefix"],
                                  rec["Offset"])
        rows.sort(key=lambda r: int(r[0], 16))
        out += table(["offset", "register", "access", "reset", "meaning"],
                     rows)
        out += [f"Source: {block['Source']}.", ""]
    return out


def other_tables(db):
    out = []
    rows = [[r["Name"], r["First"], r["Streams"],
             name_of(r["Kind"]).removeprefix("Queue").lower()]
            for r in sorted(named(db, "Queue"), key=lambda r: r["First"])]
    if rows:
        out += ["## Queues", "",
                "Numbers are the driver's queue numbers.", ""]
        out += table(["queue", "first number", "streams", "kind"], rows)
    rows = [[r["Name"], f"0x{r['Base']:x}", f"0x{r['Size']:x}", r["Doc"],
             r["Source"]]
            for r in sorted(named(db, "AddressRange"),
                            key=lambda r: (r["Base"], -r["Size"]))]
    if rows:
        out += ["## Address map", ""]
        out += table(["range", "start", "bytes", "what", "source"], rows)
    rows = [[r["Engine"], r["Bit"], code(r["Name"]), r["Doc"]]
            for r in sorted(named(db, "InterruptCause"),
                            key=lambda r: (r["Engine"], r["Bit"]))]
    if rows:
        out += ["## Interrupt causes", ""]
        out += table(["engine", "bit", "name", "meaning"], rows)
    rows = [[code(r["Name"]), f"0x{r['Value']:x}" if r["Value"] > 9
             else r["Value"], r["Doc"], r["Source"]]
            for r in named(db, "Constant")]
    if rows:
        out += ["## Numbers", ""]
        out += table(["name", "value", "meaning", "source"], rows)
    return out


def page(name, db):
    out = [f"# Packets and registers of {name}", "", MADE, "",
           "From `assembler/queues`; how they are written as text: "
           "[command buffers](../command-buffers.md). What packets are for: "
           "[packets and registers](packets.md).", ""]
    out += packets(db) + blocks(db) + other_tables(db)
    return "\n".join(out).rstrip("\n") + "\n"


def pages(manual):
    return {f"chip-{name.lower()}.md": page(name, db)
            for name, db in manual.chips.items()}
