"""Make what a peer reads from an outline: Markdown lines, HTML or a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from typing import Any

from benchmarks.peers.sides import lead

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.runs import Run, Runs, plain, words

TABULAR = (Kind.TABLE, Kind.ROW, Kind.HEADER, Kind.CELL)
LISTS = {Kind.ITEM: "ul", Kind.QUOTATION: "blockquote", **dict.fromkeys(TABULAR, "table")}
"""What stands around neighbouring entries of a kind in HTML."""
STYLES = {"# ": "Heading 1", "- ": "List Bullet", "-- ": "List Bullet 2", "> ": "Quote"}
"""What begins a line, to the paragraph style it has in a Word file."""


def markdown(outline: Outline) -> str:
    """Return the outline as Markdown lines, one for each entry and each row of a table."""
    out: list[str] = []
    for entry in outline.entries[1:]:
        if entry.kind is Kind.CELL:
            out[-1] += f" {_dressed(entry.body)} |"
        elif entry.kind is not Kind.TABLE:
            out.append(lead(entry.level, entry.kind) + _numbered(entry, _dressed(entry.heading + entry.body)))
    return "\n".join(out) + "\n"


def _numbered(entry: Entry, said: str) -> str:
    return f"{plain(entry.num)} {said}" if entry.num else said


def _dressed(runs: Runs) -> str:
    return "".join(_markdown_run(run) for run in runs)


def _markdown_run(run: Run) -> str:
    text = f"[{run.text}]({run.href})" if run.href else run.text
    sign = {"strong": "**", "emphasis": "*"}.get("".join(sorted(run.style)), "")
    return f"{sign}{text}{sign}"


def html(outline: Outline) -> str:
    """Return the outline as the body of an HTML page."""
    return "".join(_blocks(outline.entries[1:]))


def _blocks(entries: Sequence[Entry]) -> Iterator[str]:
    around = ""
    for entry in entries:
        needed = _around(entry)
        if needed != around:
            yield _closed(around) + f"<{needed}>" * bool(needed)
            around = needed
        if entry.kind is Kind.CELL:
            yield f"<td><p>{_html(entry.body)}</p></td>"
        elif entry.kind in (Kind.ROW, Kind.HEADER):
            yield ("</tr>" if entry.kind is Kind.ROW else "") + "<tr>"
        elif entry.kind is not Kind.TABLE:
            yield _block(entry)
    yield _closed(around)


def _closed(around: str) -> str:
    return "</tr>" * (around == "table") + f"</{around}>" * bool(around)


def _around(entry: Entry) -> str:
    return LISTS.get(entry.kind, "")


def _block(entry: Entry) -> str:
    name = {Kind.SECTION: "h2", Kind.ITEM: "li"}.get(entry.kind, "p")
    deep = ' class="deep"' if entry.kind is Kind.ITEM and entry.level > 3 else ""
    said = _html(words(_numbered(entry, "")) + entry.heading + entry.body)
    return f"<{name}{deep}>{said}</{name}>"


def _html(runs: Runs) -> str:
    return "".join(_html_run(run) for run in runs)


def _html_run(run: Run) -> str:
    out = escape(run.text, quote=False)
    for style, name in (("strong", "strong"), ("emphasis", "em")):
        out = f"<{name}>{out}</{name}>" if style in run.style else out
    return f'<a href="{escape(run.href)}">{out}</a>' if run.href else out


def word(outline: Outline) -> bytes:
    """Return the outline as a Word file; numbers are typed, as in most councils' files."""
    from docx import Document

    document = Document()
    table: Any = None
    for entry in outline.entries[1:]:
        if entry.kind is Kind.TABLE:
            table = document.add_table(rows=0, cols=0)
        elif entry.kind in (Kind.ROW, Kind.HEADER):
            row, column = table.add_row(), 0
        elif entry.kind is Kind.CELL:
            if column == len(table.columns):
                table.add_column(1_000_000)
            _fill(row.cells[column].paragraphs[0], "", entry.body)
            column += 1
        else:
            style = STYLES.get(lead(entry.level, entry.kind), "Normal")
            _fill(document.add_paragraph(style=style), _numbered(entry, ""), entry.heading + entry.body)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _fill(paragraph: Any, number: str, runs: Runs) -> None:
    """Write a number and runs into a paragraph of a Word file."""
    for run in words(number) + runs:
        made = paragraph.add_run(run.text)
        made.bold = "strong" in run.style or None
        made.italic = "emphasis" in run.style or None
        if run.href:
            _link(paragraph, made, run.href)


def _link(paragraph: Any, made: Any, address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(link)
    link.append(made._r)
