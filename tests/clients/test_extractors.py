"""Both texts of a redline can be rebuilt from what pypdf, Poppler and MuPDF extract from its PDF."""

from __future__ import annotations

from functools import partial
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
from rebuild import both_texts, by_mupdf, by_poppler, by_pypdf
from sample_redline import REDLINED

pytestmark = pytest.mark.clients

ROOT = Path(__file__).resolve().parents[2]


def assert_rebuilt(redlined: Redlined, folder: Path) -> None:
    outline = redlined.outline
    wanted = [
        words_of(outline, number).removeprefix(tight(project(outline, number).title))
        for number in (0, outline.last)
    ]
    pdf = make_pdf(write_redline(redlined))
    for extract in (by_pypdf, by_poppler, partial(by_mupdf, folder=folder)):
        assert list(both_texts(pdf, extract)) == wanted


def test_the_sample_can_be_rebuilt(tmp_path: Path) -> None:
    assert_rebuilt(REDLINED, tmp_path)


def test_the_model_protocols_amendment_can_be_rebuilt(tmp_path: Path) -> None:
    adopted = min((ROOT / "changelog").glob("*/protocol"))
    assert_rebuilt(describe(redline(read_folder(adopted), read_folder(ROOT / "protocol"))), tmp_path)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("barnet-adopted.md", "barnet-proposed.md"),
        ("barnet-proposed.md", "swale-draft.md"),
        ("bingley.md", "swale-draft.md"),
    ],
)
def test_a_real_redline_can_be_rebuilt(old: str, new: str, corpus: Path, tmp_path: Path) -> None:
    def read(name: str) -> Outline:
        return to_outline(read_document(name, (corpus / name).read_bytes()))

    assert_rebuilt(describe(redline(read(old), read(new), ids=False)), tmp_path)
