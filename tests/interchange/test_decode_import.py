"""Files that are no plain text are refused in plain words, and odd ones are read."""

from __future__ import annotations

import sys

import pytest

from protobuild.interchange.decode import LARGEST, decode
from protobuild.interchange.document import read_document
from protobuild.interchange.notes import Topic
from protobuild.model.source import ProtobuildError

TEXT = "# Protocol\n\n## Words\n\n1.1 Members respect officers.\n\n1.2 Officers too.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\u2028").encode(),
    ],
    ids=["byte order mark", "Windows line ends", "old Mac line ends", "line separators"],
)
def test_line_ends_and_byte_order_marks_change_nothing(data: bytes) -> None:
    assert read_document("a.md", data) == read_document("a.md", TEXT.encode())


def test_an_older_encoding_is_named_with_its_line_and_a_remedy() -> None:
    with pytest.raises(ProtobuildError, match=r"a\.md, line 5: .*“1\.1”.*“é”") as told:
        read_document("a.md", TEXT.replace("Members", "élan").encode("latin-1"))
    assert "UTF-8" in told.value.fix


def test_a_nul_byte_is_named_with_its_line() -> None:
    with pytest.raises(ProtobuildError, match="line 3: there is a NUL byte"):
        decode("a.md", b"one\ntwo\nth\0ree")


def test_characters_that_cannot_be_seen_are_reported() -> None:
    found = read_document("a.md", TEXT.replace("respect ", "respect\x07 ").encode())
    assert [note.line for note in found.report.about(Topic.CHARACTERS)] == [5]


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(ProtobuildError, match="largest file that is read is 4 MB"):
        decode("a.md", b"x" * (LARGEST + 1))


def steps(size: int, unit: str) -> int:
    """Return how many calls reading one long line of about that size takes."""
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    data = ("1.1 " + unit * (size // len(unit)) + " end").encode()
    sys.setprofile(tick)
    try:
        read_document("a.txt", data)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", ["Members must respect officers. ", "1.1 ", "[", "a*b ", ". "])
def test_one_long_line_takes_steps_in_proportion(unit: str) -> None:
    steps(1_000, unit)
    assert steps(40_000, unit) < 6 * steps(10_000, unit)
