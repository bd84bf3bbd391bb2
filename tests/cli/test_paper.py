"""A PDF in large print beside the other, and a PDF that need not be made again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from protobuild.cli.options import DEFAULT, OUTPUTS
from protobuild.publish import formats
from protobuild.publish.formats import FORMATS

Type = Callable[..., object]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Write down the look of every PDF that is made, in place of making it."""
    made: list[tuple[str, ...]] = []

    def draw(page: str, *look: str) -> bytes:
        made.append(look)
        return f"{look} {page}".encode()

    monkeypatch.setattr(formats, "make_pdf", draw)
    return made


def test_what_can_be_asked_for_is_what_can_be_made() -> None:
    assert tuple(FORMATS) == OUTPUTS
    assert set(DEFAULT) <= set(OUTPUTS)


@pytest.mark.parametrize("verb", ["build", "redline"])
def test_large_print_has_a_file_of_its_own(verb: str, project: Path, type_: Type) -> None:
    type_(verb, "--large-print")
    made = {path.name: path for path in (project / "build").glob("*.pdf")}
    stem = "protocol" if verb == "build" else "redline"
    assert set(made) == {f"{stem}.pdf", f"{stem}-large-print.pdf"}
    small, large = (pypdf.PdfReader(made[name]) for name in sorted(made, key=len))
    assert len(large.pages) > len(small.pages)
    assert "PDF in large print" in (project / "build" / "index.html").read_text("utf-8")


def test_large_print_alone(project: Path, type_: Type, drawn: list[tuple[str, ...]]) -> None:
    type_("build", "--to", "large-print")
    assert drawn == [("large-print",)]
    assert sorted(path.name for path in (project / "build").glob("protocol*")) == ["protocol-large-print.pdf"]


def test_reasons_stand_below_in_large_print(project: Path, type_: Type, drawn: list[tuple[str, ...]]) -> None:
    type_("redline", "--large-print")
    beside = (project / "build" / "redline.pdf").read_text("utf-8")
    below = (project / "build" / "redline-large-print.pdf").read_text("utf-8")
    first = re.compile(
        r'<div class="it[^"]*"><div class="note"'
    )  # before its words, so that it stands beside
    assert first.search(beside)
    assert not first.search(below)
    assert beside.count('class="note"') == below.count('class="note"')


def test_a_pdf_is_not_made_again_from_the_same(
    project: Path, type_: Type, drawn: list[tuple[str, ...]]
) -> None:
    type_("build")
    before = (project / "build" / "protocol.pdf").read_bytes()
    type_("build")
    assert len(drawn) == 1
    assert (project / "build" / "protocol.pdf").read_bytes() == before


def spoilt_pdf(project: Path) -> None:
    (project / "build" / "protocol.pdf").write_bytes(b"%PDF spoilt")


def lost_pdf(project: Path) -> None:
    (project / "build" / "protocol.pdf").unlink()


def lost_ledger(project: Path) -> None:
    (project / "build" / ".outputs.json").unlink()


def broken_ledger(project: Path) -> None:
    (project / "build" / ".outputs.json").write_text('[{"file": "protocol.pdf"')


@pytest.mark.parametrize("spoil", [spoilt_pdf, lost_pdf, lost_ledger, broken_ledger])
def test_nothing_wrong_is_kept(
    spoil: Callable[[Path], None], project: Path, type_: Type, drawn: list[tuple[str, ...]]
) -> None:
    type_("build")
    good = (project / "build" / "protocol.pdf").read_bytes()
    spoil(project)
    type_("build")
    assert len(drawn) == 2
    assert (project / "build" / "protocol.pdf").read_bytes() == good


def test_a_changed_text_is_drawn_anew(project: Path, type_: Type, drawn: list[tuple[str, ...]]) -> None:
    type_("build")
    good = (project / "build" / "protocol.pdf").read_bytes()
    for file in (project / "protocol").glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(" must ", " should "), "utf-8")
    type_("build")
    assert len(drawn) == 2
    assert (project / "build" / "protocol.pdf").read_bytes() != good
