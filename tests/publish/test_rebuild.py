"""Both texts of a redline can be rebuilt from the words that a program extracts from its PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.interchange.document import read_document, to_outline
from protobuild.life.lenient import read_folder
from protobuild.model.outline import Outline, project
from protobuild.model.redlined import Redlined
from protobuild.publish.pdf import make_pdf
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.redline import write_redline
from reading import tight, words_of
from rebuild import both_texts, by_pypdf
from sample_redline import REDLINED

ROOT = Path(__file__).resolve().parents[2]


def texts(outline: Outline) -> tuple[str, str]:
    """Return the two texts of a redline without their titles, which stand on the cover."""

    def words(number: int) -> str:
        return words_of(outline, number).removeprefix(tight(project(outline, number).title))

    return words(0), words(outline.last)


def assert_rebuilt(redlined: Redlined) -> None:
    assert both_texts(make_pdf(write_redline(redlined)), by_pypdf) == texts(redlined.outline)


def test_the_sample_can_be_rebuilt() -> None:
    assert_rebuilt(REDLINED)


def test_the_model_protocols_amendment_can_be_rebuilt() -> None:
    adopted = min((ROOT / "changelog").glob("*/protocol"))
    assert_rebuilt(describe(redline(read_folder(adopted), read_folder(ROOT / "protocol"))))


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("barnet-adopted.md", "barnet-proposed.md"),
        ("barnet-proposed.md", "swale-draft.md"),
        ("bingley.md", "swale-draft.md"),
    ],
)
def test_real_redlines_can_be_rebuilt(old: str, new: str, corpus: Path) -> None:
    def read(name: str) -> Outline:
        return to_outline(read_document(name, (corpus / name).read_bytes()))

    assert_rebuilt(describe(redline(read(old), read(new), ids=False)))
