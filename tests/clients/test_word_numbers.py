"""The numbers we work out for a Word file are those that LibreOffice shows.

Three things that LibreOffice 7.4 leaves undone are not asked of it: levels that never start again,
figures forced on the levels above, and a start of its own at a level below the first, which it
heeds only at a list's very first paragraph. There we keep to the standard.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from office import opened
from protobuild.interchange.docx.nodes import Node, Table
from protobuild.interchange.docx.package import open_package
from protobuild.interchange.docx.sides import Side
from protobuild.interchange.docx.walk import read_parts, read_side
from word_files import WHO, level, lists, p, row, table, word

pytestmark = pytest.mark.clients
FORMATS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero")
FILES = 30
Shown = tuple[str, str]


def numbering(chance: random.Random) -> str:
    """Return lists of up to four levels, as councils make them and as they should not."""
    made = []
    for at in range(4):
        above = ".".join(f"%{number + 1}" for number in range(chance.randrange(at + 1), at + 1))
        text = chance.choice(["{}", "{}.", "({})", "Part {}"]).format(above)
        made.append(level(at, text, chance.choice(FORMATS), start=chance.choice([1, 1, 1, 3])))
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    also = '<w:num w:numId="8"><w:abstractNumId w:val="7"/></w:num>'
    starts = again.format(chance.choice([1, 5]))
    also += f'<w:num w:numId="9"><w:abstractNumId w:val="7"/>{starts}</w:num>'
    return lists(*made, also=also)


def body(chance: random.Random) -> str:
    """Return paragraphs at levels that go down one by one and up at will, among others and tables."""
    out, at = "", 0
    for number in range(40):
        at = chance.randrange(min(at + 2, 4))
        said = f"paragraph {number}"
        if chance.random() < 0.1:
            out += p(said)
        elif chance.random() < 0.05:
            out += table(row(p(said, num=f"{at}:7"), f"cell {number}"))
        else:
            out += p(said, num=f"{at}:{chance.choice([7, 7, 7, 8, 9])}")
    return out + p("the end")


def ours(data: bytes, side: Side) -> list[Shown]:
    def flat(nodes: list[Node]) -> list[Shown]:
        out: list[Shown] = []
        for node in nodes:
            if isinstance(node, Table):
                out += [shown for cells in node.rows for cell in cells for shown in flat(cell.nodes)]
            elif node.text:
                out.append((node.label, node.text))
        return out

    return flat(read_side(read_parts(open_package("a.docx", data)), side))


def theirs(paragraphs: list[list[str]]) -> list[Shown]:
    return [(label.strip(), words) for label, _, words, _ in paragraphs if words]


def test_numbers_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    files = {}
    for seed in range(FILES):
        chance = random.Random(seed)  # noqa: S311 (no secret)
        files[tmp_path / f"{seed}.docx"] = word(body(chance), numbering=numbering(chance))
    for path, data in files.items():
        path.write_bytes(data)
    labels = 0
    for (path, data), answer in zip(files.items(), opened(list(files)), strict=True):
        found = ours(data, Side.NEW)
        assert found == theirs(answer["accept"]), path.name
        labels += sum(bool(label) for label, _ in found)
    assert labels > FILES * 20


def test_numbers_close_up_as_they_do_when_libreoffice_settles_the_changes(tmp_path: Path) -> None:
    made = lists(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))
    gone, born = (
        f"<w:{tag} {WHO}><w:r><w:{words}>{{0}}</w:{words}></w:r></w:{tag}>"
        for tag, words in (("del", "delText"), ("ins", "t"))
    )
    data = word(
        p("first", num="0:7")
        + p(gone.format("second"), num="1:7", mark="del")
        + p("third", num="1:7")
        + p(born.format("fourth"), num="1:7", mark="ins")
        + p("fifth", num="2:7")
        + p("sixth", num="1:7")
        + p("the end"),
        numbering=made,
    )
    path = tmp_path / "changes.docx"
    path.write_bytes(data)
    (answer,) = opened([path])
    assert ours(data, Side.NEW) == theirs(answer["accept"])
    assert ours(data, Side.OLD) == theirs(answer["reject"])
    assert ("1.2", "fourth") in ours(data, Side.NEW)
