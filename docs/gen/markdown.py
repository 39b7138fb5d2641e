# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""HTML of the Markdown that the manual is written in.

Headings, paragraphs, lists, tables, fenced code, comments; in a line `code`,
**strong** and [links](page.md#place). Whatever else stands there is text.
"""

import html
import re


class MarkdownError(Exception):
    """A construct that is begun and not ended."""


def slug(heading):
    """The place of a heading, as GitHub names it."""
    text = re.sub(r"[`*\[\]]|\(\S*\)", "", heading.strip()).lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def plain(text):
    """A line without its marks."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[`*]", "", text).replace("\\|", "|")


def link(match):
    text, target = match.groups()
    if not re.match(r"\w+:", target):
        target = re.sub(r"\.md(?=#|$)", ".html", target)
        target = re.sub(r"(^|/)README\.html", r"\1index.html", target)
    return f'<a href="{target}">{text}</a>'


def inline(text):
    parts = re.split(r"(`[^`]*`)", text)
    out = []
    for part in parts:
        if len(part) > 1 and part[0] == part[-1] == "`":
            out.append(f"<code>{html.escape(part[1:-1], False)}</code>")
        else:
            out.append(html.escape(part, False))
    line = "".join(out).replace("\\|", "|")
    line = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", line)
    return re.sub(r"\[([^\]]*)\]\(([^)\s]*)\)", link, line)


def cells(line):
    inner = line.strip().strip("|")
    return [c.strip() for c in re.split(r"(?<!\\)\|", inner)]


def render_table(lines):
    out = ['<div class="wide"><table>', "<thead><tr>"]
    out += [f"<th>{inline(c)}</th>" for c in cells(lines[0])]
    out += ["</tr></thead>", "<tbody>"]
    for line in lines[2:]:
        row = "".join(f"<td>{inline(c)}</td>" for c in cells(line))
        out.append(f"<tr>{row}</tr>")
    return out + ["</tbody></table></div>"]


class Reader:
    def __init__(self, text):
        self.lines = re.sub(r"<!--.*?-->\n?", "", text, flags=re.S).split("\n")
        self.at = 0
        self.headings = []  # (level, text, slug)

    def more(self):
        return self.at < len(self.lines)

    def take_while(self, pattern):
        start = self.at
        while self.more() and re.match(pattern, self.lines[self.at]):
            self.at += 1
        return self.lines[start:self.at]

    def fence(self):
        first = self.lines[self.at]
        self.at += 1
        body = []
        while self.more() and not self.lines[self.at].startswith("```"):
            body.append(self.lines[self.at])
            self.at += 1
        if not self.more():
            raise MarkdownError(f"{first} is not closed")
        self.at += 1
        text = html.escape("\n".join(body), False)
        return [f"<pre><code>{text}</code></pre>"]

    def heading(self):
        marks, text = re.match(r"(#+) +(.*)", self.lines[self.at]).groups()
        self.at += 1
        place = slug(text)
        self.headings.append((len(marks), plain(text), place))
        return [f'<h{len(marks)} id="{place}">{inline(text)}</h{len(marks)}>']

    def bullets(self):
        items = []
        while self.more() and re.match(r"- |  \S", self.lines[self.at]):
            line = self.lines[self.at]
            if line.startswith("- "):
                items.append(line[2:])
            else:
                items[-1] += " " + line.strip()
            self.at += 1
        return ["<ul>"] + [f"<li>{inline(i)}</li>" for i in items] + ["</ul>"]

    def block(self):
        line = self.lines[self.at]
        if line.startswith("```"):
            return self.fence()
        if re.match(r"#+ ", line):
            return self.heading()
        if line.startswith("|"):
            return render_table(self.take_while(r"\|"))
        if line.startswith("- "):
            return self.bullets()
        if not line.strip():
            self.at += 1
            return []
        text = self.take_while(r"(?!```|#+ |\||- |\s*$)")
        return [f"<p>{inline(' '.join(text))}</p>"]

    def render(self):
        out = []
        while self.more():
            out += self.block()
        return "\n".join(out)
