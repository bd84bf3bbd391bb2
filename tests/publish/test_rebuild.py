"""Both texts of a redline can be rebuilt from the words that a program extracts from its PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from paper import drawn
from protobuild.interchange.document import read_document, to_outline
from protobuild.model.outline import Entry, Kind, Outline, project
from protobuild.model.redlined import Redlined
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.redline import write_redline
from reading import tight, words_of
from rebuild import both_texts, by_pypdf
from sample_redline import OUTLINE, REDLINED, gone, kept, new


def texts(outline: Outline) -> tuple[str, str]:
    """Return the two texts of a redline without their titles, which stand on the cover."""

    def words(number: int) -> str:
        return words_of(outline, number).removeprefix(tight(project(outline, number).title))

    return words(0), words(outline.last)


def assert_rebuilt(redlined: Redlined) -> None:
    assert both_texts(drawn(write_redline(redlined)), by_pypdf) == texts(redlined.outline)


def test_the_sample_can_be_rebuilt() -> None:
    assert_rebuilt(REDLINED)


@pytest.mark.corpus
def test_a_real_redline_can_be_rebuilt(corpus: Path) -> None:
    """Those of our own amendment and of texts with less in common are rebuilt by `make test-clients`."""

    def read(name: str) -> Outline:
        return to_outline(read_document(name, (corpus / name).read_bytes()))

    both = read("barnet-adopted.md"), read("barnet-proposed.md")
    assert_rebuilt(describe(redline(*both, ids=False)))


def test_column_headings_are_read_once_however_often_they_are_printed() -> None:
    entries = [OUTLINE.entries[0], Entry("s", 1, Kind.SECTION, (kept("1"),), (kept("Section"),))]
    entries += [Entry("t", 3, Kind.TABLE, (), (kept("Who does what"),)), Entry("", 4, Kind.HEADER)]
    entries += [Entry("", 5, Kind.CELL, (), (), (kept(words),)) for words in ("Members", "Officers")]
    for row in range(40):
        entries.append(Entry("", 4, Kind.ROW))
        changed = (kept("Members "), gone("advise "), new("decide "), kept(f"in case {row}."))
        entries += [
            Entry("", 5, Kind.CELL, (), (), (kept("Members Officers"),)),
            Entry("", 5, Kind.CELL, (), (), changed),
        ]
    made = describe(Outline(tuple(entries), OUTLINE.sides))
    printed = tight("".join(by_pypdf(drawn(write_redline(made)))))
    assert printed.count("MembersOfficers") > 41  # in 40 rows, and at the head of each page
    assert_rebuilt(made)
