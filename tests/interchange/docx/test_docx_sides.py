"""Two texts stand in a file with tracked changes: the marks alone say which words are in which."""

from __future__ import annotations

import pytest

from protobuild.interchange.docx.nodes import Node, Paragraph
from protobuild.interchange.docx.package import open_package
from protobuild.interchange.docx.sides import Side
from protobuild.interchange.docx.walk import read_parts, read_side
from word_files import LEGAL, WHO, gone, ins, p, r, row, table, word


def said(nodes: list[Node]) -> list[str]:
    """Return what a side says: paragraphs with their numbers, rows as cells between bars."""
    out = []
    for node in nodes:
        if isinstance(node, Paragraph):
            out.append(f"{node.label} {node.text}".strip())
        else:
            out += [" | ".join(" / ".join(said(cell.nodes)) for cell in cells) for cells in node.rows]
    return out


def sides(body: str) -> tuple[list[str], list[str]]:
    parts = read_parts(open_package("a.docx", word(body, numbering=LEGAL)))
    return said(read_side(parts, Side.OLD)), said(read_side(parts, Side.NEW))


BOTH = gone("may ").replace("<w:del ", f"<w:ins {WHO}><w:del ") + "</w:ins>"
FIRST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
CHANGED = f"<w:pPrChange {WHO}><w:pPr>{FIRST}</w:pPr></w:pPrChange>"
FIELD = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
CODE = "<w:r><w:instrText> REF x </w:instrText></w:r>"

CASES = {
    "words": (
        p(r("Members ") + gone("may ") + ins("must ") + r("ask.")),
        ["Members may ask."],
        ["Members must ask."],
    ),
    "words both born and gone": (p(r("Members ") + BOTH + r("ask.")), ["Members ask."], ["Members ask."]),
    "an end of a paragraph inserted": (p("One.", mark="ins") + p("Two."), ["One.Two."], ["One.", "Two."]),
    "an end of a paragraph deleted": (p("One.", mark="del") + p("Two."), ["One.", "Two."], ["One.Two."]),
    "a paragraph inserted": (
        p("One.") + p(ins("Two."), mark="ins") + p("Three."),
        ["One.", "Three."],
        ["One.", "Two.", "Three."],
    ),
    "a paragraph deleted": (
        p("One.") + p(gone("Two."), mark="del") + p("Three."),
        ["One.", "Two.", "Three."],
        ["One.", "Three."],
    ),
    "the last paragraph deleted": (p("One.") + p(gone("Two."), mark="del"), ["One.", "Two."], ["One."]),
    "a paragraph before a table deleted": (
        p(gone("One."), mark="del") + table(row("a", "b")),
        ["One.", "a | b"],
        ["a | b"],
    ),
    "words left before a table": (
        p(gone("One, ") + r("two."), mark="del") + table(row("a")),
        ["One, two.", "a"],
        ["two.", "a"],
    ),
    "numbers close up": (
        p("One.", num="0:7") + p(gone("Two."), num="0:7", mark="del") + p("Three.", num="0:7"),
        ["1. One.", "2. Two.", "3. Three."],
        ["1. One.", "2. Three."],
    ),
    "a level changed": (
        p("One.", num="0:7") + p("Two.", num="1:7", more=CHANGED),
        ["1. One.", "2. Two."],
        ["1. One.", "1.1 Two."],
    ),
    "a list begun": (
        p("One.", more=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/><w:ins {WHO}/></w:numPr>'),
        ["One."],
        ["1. One."],
    ),
    "a row inserted": (
        table(row("a", "b"), row(p(ins("c"), mark="ins"), "d", mark="ins")),
        ["a | b"],
        ["a | b", "c | d"],
    ),
    "a row deleted": (table(row("a"), row("b", mark="del")), ["a", "b"], ["a"]),
    "a cell inserted": (
        table(row("a", f"<w:tcPr><w:cellIns {WHO}/></w:tcPr>{p('b')}")),
        ["a"],
        ["a | b"],
    ),
    "a move": (
        p("One.")
        + p(f"<w:moveFrom {WHO}>{r('Two.')}</w:moveFrom>", mark="moveFrom")
        + p("Three.")
        + p(f"<w:moveTo {WHO}>{r('Two.')}</w:moveTo>", mark="moveTo")
        + p("Four."),
        ["One.", "Two.", "Three.", "Four."],
        ["One.", "Three.", "Two.", "Four."],
    ),
    "words in a control inside a control": (
        "<w:sdt><w:sdtContent>"
        + p(f"<w:sdt><w:sdtContent>{ins('In. ')}</w:sdtContent></w:sdt>" + r("Out."))
        + "</w:sdtContent></w:sdt>",
        ["Out."],
        ["In. Out."],
    ),
    "a field": (
        p(
            FIELD.format("begin")
            + CODE
            + FIELD.format("separate")
            + gone("2.1")
            + ins("2.2")
            + FIELD.format("end")
        ),
        ["2.1"],
        ["2.2"],
    ),
    "a field without a result": (
        p(r("See ") + FIELD.format("begin") + CODE + FIELD.format("end") + r("it.")),
        ["See it."],
        ["See it."],
    ),
    "a formula": (
        p(f"<m:oMath><m:r><m:t>x</m:t></m:r><w:ins {WHO}><m:r><m:t>+1</m:t></m:r></w:ins></m:oMath>"),
        ["x"],
        ["x+1"],
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_each_side_reads_as_if_its_changes_were_settled(kind: str) -> None:
    body, old, new = CASES[kind]
    assert sides(body) == (old, new)


def test_a_merged_paragraph_takes_the_number_of_the_one_it_flows_into() -> None:
    body = p("One, ", num="0:7", mark="del") + p("two.", num="1:7")
    assert sides(body) == (["1. One,", "1.1 two."], ["1.1 One, two."])
