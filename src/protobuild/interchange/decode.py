"""Decode the bytes of a file into text, or say in plain words why that cannot be done."""

from __future__ import annotations

import re
import unicodedata

from protobuild.interchange.notes import Note, Topic
from protobuild.model.saying import counted
from protobuild.model.source import ProtobuildError

LARGEST = 4 * 1024 * 1024
"""Over a hundred times the longest protocol known; more is some other file."""

_BREAKS = re.compile("\r\n|[\r\v\x1c-\x1e\x85\u2028\u2029]")
_WIDE = re.compile(r"[^\S\n\f]{100,}")
"""A run of white space no reader sees; left in, it would make every later step slow."""
_STRAY = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def decode(name: str, data: bytes) -> tuple[str, tuple[Note, ...]]:
    """Return the text of a file in NFC, each line ended alike, and what was put right.

    Raises ProtobuildError for a file that is too large, not UTF-8 or not text at all.
    """
    if len(data) > LARGEST:
        raise ProtobuildError(
            f"{name} is {len(data) / 1_048_576:.0f} MB; the largest file that is read is 4 MB.",
            fix="Save only the protocol's own text, without pictures or other papers.",
        )
    text = _BREAKS.sub("\n", _utf8(name, data).removeprefix("\ufeff"))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ProtobuildError(
            f"{name}, line {line}: there is a NUL byte, so this is not a plain text file.",
            fix="Open the document in its own program and save it as plain text (UTF-8).",
        )
    stray = tuple(_stray_notes(text))
    return unicodedata.normalize("NFC", _WIDE.sub(" " * 4, _STRAY.sub(" ", text))), stray


def _utf8(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(_BREAKS.sub("\n", data[: error.start].decode("utf-8")).split("\n"))
        likely = data[error.start : error.start + 1].decode("cp1252", "replace")
        raise ProtobuildError(
            f"{name}, line {line}: the character after {_before(data, error.start)} is not UTF-8"
            f" (it is probably “{likely}” saved in an older encoding).",
            fix="Open the file in a text editor, choose Save As and the encoding UTF-8.",
        ) from None


def _before(data: bytes, position: int) -> str:
    said = " ".join(data[:position].decode("utf-8").split("\n")[-1].split())[-20:]
    return f"“{said}”" if said else "the start of the line"


def _stray_notes(text: str) -> list[Note]:
    if not _STRAY.search(text):
        return []
    return [
        Note(
            Topic.CHARACTERS,
            f"{counted(count, 'character')} that cannot be seen, replaced by a space",
            number,
        )
        for number, line in enumerate(text.split("\n"), 1)
        if (count := len(_STRAY.findall(line)))
    ]
