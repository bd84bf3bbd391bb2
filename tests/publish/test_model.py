"""A page that lost, doubled or reordered words of its text makes no PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from protobuild.interchange.document import read_document, to_outline
from protobuild.model.outline import Outline, accept
from protobuild.publish.faults import PdfFaultError
from protobuild.publish.model import check_model
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from sample_redline import OUTLINE, REDLINED, two_rounds

CLEAN = write_page(accept(OUTLINE))
REDLINE = write_redline(REDLINED)


def test_the_sample_passes_clean_and_marked() -> None:
    check_model(accept(OUTLINE), CLEAN)
    check_model(OUTLINE, REDLINE)


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        ("elected by", "elected"),
        ("elected by", "elected by by"),
        ("elected by", "by elected"),
        ("<del>should</del>", "should"),
        ("<ins>must</ins>", ""),
    ],
)
def test_a_word_lost_or_added_stops_it(pattern: str, instead: str) -> None:
    plain = re.sub(r'<span class="vh">\[?[^<]*</span>', "", REDLINE)
    assert plain.count(pattern) >= 1
    check_model(OUTLINE, plain)
    with pytest.raises(PdfFaultError, match="does not say what the text says"):
        check_model(OUTLINE, instead.join(plain.rsplit(pattern, 1)))


def test_the_fault_names_the_paragraph() -> None:
    with pytest.raises(PdfFaultError, match=r"at 1\.4: the text goes on “electedby"):
        check_model(accept(OUTLINE), CLEAN.replace("elected by", "chosen by"))


def test_two_rounds_pass() -> None:
    from protobuild.model.redlined import Redlined

    check_model(two_rounds(), write_redline(Redlined(two_rounds(), (), ())))


@pytest.mark.corpus
def test_real_documents_pass(corpus: Path) -> None:
    def text(name: str) -> Outline:
        return to_outline(read_document(name, (corpus / name).read_bytes()))

    names = ("barnet-adopted.md", "barnet-proposed.md", "swale-draft.md", "bingley.md")
    for name in names:
        check_model(text(name), write_page(text(name)))
    marked = describe(redline(text(names[0]), text(names[1]), ids=False))
    check_model(marked.outline, write_redline(marked))
