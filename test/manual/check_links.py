#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Follows the links of the manual: Markdown and HTML, pages and places.

HTML may name no address outside of its folder, and has a viewport.
"""

import glob
import html.parser
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "..", "..", "docs", "gen"))
from markdown import slug  # noqa: E402


class Page(html.parser.HTMLParser):
    """Targets, places and balance of a page."""

    VOID = {"meta", "link", "input", "br", "img"}

    def __init__(self, text):
        super().__init__()
        self.links, self.places, self.open = [], set(), []
        self.viewport = False
        self.unbalanced = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in attrs:
            self.places.add(attrs["id"])
        self.links += [attrs[k] for k in ("href", "src") if k in attrs]
        self.viewport |= attrs.get("name") == "viewport"

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)


def markdown_places(text):
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    return {slug(h) for h in re.findall(r"^#+ +(.*)$", text, re.M)}


def markdown_links(text):
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def follow(path, links, places_of):
    """Messages on links that lead nowhere."""
    for target in links:
        if re.match(r"\w+:", target):
            yield f"{path}: {target} leaves the manual"
            continue
        name, _, place = target.partition("#")
        there = os.path.normpath(os.path.join(os.path.dirname(path), name)) \
            if name else path
        if not os.path.exists(there):
            yield f"{path}: {target}: no such file"
        elif place and place not in places_of(there):
            yield f"{path}: {target}: no such place"


def main():
    source, built = sys.argv[1:]
    failures, count = [], 0
    for path in glob.glob(os.path.join(source, "**", "*.md"), recursive=True):
        links = markdown_links(read(path))
        count += len(links)
        failures += follow(path, links,
                           lambda p: markdown_places(read(p)))
    pages = {path: Page(read(path)) for path in glob.glob(
        os.path.join(built, "**", "*.html"), recursive=True)}
    for path, page in pages.items():
        count += len(page.links)
        failures += follow(path, page.links, lambda p: pages[p].places)
        if not page.viewport:
            failures.append(f"{path}: no viewport")
        if page.open or page.unbalanced:
            failures.append(f"{path}: tags {page.open} {page.unbalanced}")
    for failure in sorted(failures):
        print(failure)
    print(f"{len(pages)} pages, {count} links, {len(failures)} failures")
    return 1 if failures or len(pages) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
