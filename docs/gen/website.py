# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The manual as HTML: pages that need nothing but themselves, one style sheet
and one script; a search that works from a disk."""

import html
import json
import os
import re
import shutil

from markdown import Reader, plain

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{root}manual.css">
</head>
<body data-root="{root}">
<header>
<a href="{root}index.html">TPC manual</a>
<a href="{root}instructions/index.html">Instructions</a>
<input id="query" type="search" placeholder="Search" autocomplete="off">
</header>
<ol id="results" hidden></ol>
<main>
{body}
</main>
<script src="{root}search-index.js"></script>
<script src="{root}search.js"></script>
</body>
</html>
"""


def html_name(path):
    head, tail = os.path.split(path)
    name = "index.html" if tail == "README.md" else tail[:-3] + ".html"
    return os.path.join(head, name)


def sections(text):
    """(heading, words) of the parts of a page."""
    body = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    parts = re.split(r"^(#{1,3} .*)$", body, flags=re.M)
    for head, part in zip(parts[1::2], parts[2::2]):
        words = re.sub(r"[|`*#]|---+", " ", plain(part))
        yield head.lstrip("# "), re.sub(r"\s+", " ", words).strip()


def outward(text, path, pages):
    """Links that leave the manual name the file, without a page for it."""
    folder = os.path.dirname(path)

    def fix(match):
        label, target = match.groups()
        name = target.split("#")[0]
        if not name or re.match(r"\w+:", target):
            return match.group(0)
        inside = os.path.normpath(os.path.join(folder, name))
        if inside in pages:
            return match.group(0)
        return f"{label} (`docs/{os.path.normpath('isa/' + inside)}`)" \
            if not inside.startswith("../..") else label

    return re.sub(r"\[([^\]]*)\]\(([^)\s]*)\)", fix, text)


def search_entries(path, text, reader):
    title = reader.headings[0][1] if reader.headings else path
    by_name = {h[1]: h[2] for h in reader.headings}
    for head, words in sections(text):
        place = by_name.get(plain(head), "")
        url = html_name(path) + (f"#{place}" if plain(head) != title else "")
        yield [title, plain(head), url, words[:600]]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def build(pages, folder):
    """Writes the pages, a dictionary of Markdown by path, as HTML."""
    here = os.path.dirname(os.path.abspath(__file__))
    entries = []
    for path, text in sorted(pages.items()):
        text = outward(text, path, pages)
        reader = Reader(text)
        body = reader.render()
        title = reader.headings[0][1] if reader.headings else path
        root = "../" * path.count("/")
        write(os.path.join(folder, html_name(path)),
              PAGE.format(title=html.escape(f"{title} - TPC manual"),
                          root=root, body=body))
        entries += search_entries(path, text, reader)
    write(os.path.join(folder, "search-index.js"),
          "const searchIndex = "
          + json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
          + ";\n")
    for name in ("manual.css", "search.js"):
        shutil.copyfile(os.path.join(here, name), os.path.join(folder, name))
