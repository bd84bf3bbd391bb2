"""A PDF that would come out the same is not made again; one that would not always is."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.publish.formats import Given, Paper
from protobuild.publish.site.folder import write_site
from protobuild.publish.site.kept import Papers
from sample_redline import OUTLINE, REDLINED

PATH = "2026-05-14/protocol-2026-05-14.pdf"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages PDFs were made of."""
    found: list[str] = []

    def draw(self: Paper, given: Given, page: str, **more: object) -> bytes:
        found.append(page)
        return f"%PDF {len(found)}".encode()

    monkeypatch.setattr(Paper, "draw", draw)
    return found


def write(folder: Path) -> bytes:
    """Make a PDF of the text and write it as a site."""
    papers = Papers(folder, lambda path: None)
    data = papers(PATH, "pdf", OUTLINE)
    write_site(folder, {PATH: data}, papers.inputs)
    return data


def test_a_pdf_of_the_same_text_is_kept(tmp_path: Path, made: list[str]) -> None:
    first = write(tmp_path)
    told: list[str] = []
    assert Papers(tmp_path, told.append)(PATH, "pdf", OUTLINE) == first
    assert (len(made), told) == (1, [])


def test_a_pdf_of_another_text_is_made_and_told_of(tmp_path: Path, made: list[str]) -> None:
    write(tmp_path)
    told: list[str] = []
    Papers(tmp_path, told.append)(PATH, "pdf", REDLINED)
    assert (len(made), told) == (2, [PATH])


@pytest.mark.parametrize(
    "spoil", [lambda path: path.write_bytes(b"by hand"), Path.unlink], ids=["changed", "gone"]
)
def test_a_pdf_that_is_not_as_it_was_written_is_made_again(
    tmp_path: Path, made: list[str], spoil: object
) -> None:
    write(tmp_path)
    spoil(tmp_path / PATH)  # type: ignore[operator]
    Papers(tmp_path, lambda path: None)(PATH, "pdf", OUTLINE)
    assert len(made) == 2


def test_without_an_earlier_site_every_pdf_is_made(tmp_path: Path, made: list[str]) -> None:
    Papers(tmp_path / "nowhere", lambda path: None)(PATH, "pdf", OUTLINE)
    assert len(made) == 1


def test_what_takes_no_time_is_always_made(tmp_path: Path, made: list[str]) -> None:
    papers = Papers(tmp_path, lambda path: None)
    assert papers("protocol.txt", "text", OUTLINE)
    assert papers.inputs == {}
    assert made == []
