"""Both texts of a redline can be rebuilt from the words that a program extracts from its PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from paper import drawn
from protobuild.interchange.document import read_document, to_outline
from protobuild.model.outline import Outline, project
from protobuild.model.redlined import Redlined
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.redline import write_redline
from reading import tight, words_of
from rebuild import both_texts, by_pypdf
from sample_redline import REDLINED


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
