"""Turn the bytes of a file into lines of text, and say which bytes are not text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protobuild.model.source import Finding, Place
from protobuild.store.tree import LARGEST

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters, and separators that look like a line end to some programs and not to others."""

_OTHER = {
    b"PK\x03\x04": "a Word file, or another that only its own program can open",
    b"\xd0\xcf\x11\xe0": "an old Word file, or another that only its own program can open",
    b"%PDF-": "a PDF",
    b"{\\rtf": "a Rich Text file",
}
"""What files of other programs begin with, and what they are."""

_MOST = 10  # findings of one sort in one file; a binary file would otherwise give thousands

_WHY_UNSEEN = "It cannot be seen on the page, and other programs stop at it or show it as a box."
_SAVE = "Save the file again as UTF-8 (in Word or Notepad: Save As, Encoding, UTF-8)."


@dataclass(frozen=True, slots=True)
class Text:
    """A file's words, with every line end as a newline and no byte order mark."""

    words: str
    findings: tuple[Finding, ...] = ()
    usable: bool = True
    """Whether the words may be read further."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(self.words.split("\n"))


def read_text(name: str, data: bytes) -> Text:
    """Return the text of a file, with findings for whatever in it is not text."""
    if len(data) > LARGEST:
        return Text("", (too_large(name),), usable=False)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Text("", (_utf16(name),), usable=False)
    for sign, what in _OTHER.items():
        if data.startswith(sign):
            return Text("", (_not_text(name, what),), usable=False)
    findings: tuple[Finding, ...] = ()
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        findings = (_not_utf8(name, data, reason.start),)
        words = data.removeprefix(b"\xef\xbb\xbf").decode("cp1252", "replace")
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    unseen = tuple(_unseen(name, words))
    clean = _UNSEEN.sub(" ", words) if unseen else words
    return Text(clean, findings + unseen)


def too_large(name: str) -> Finding:
    """Return the finding that says a file was not read for its size."""
    return Finding(
        "too-large",
        f"the file is larger than {LARGEST // 1_000_000} MB, and was not read",
        Place(name),
        why="A protocol's files are small; nothing of this one would be published.",
        fix="Check that the right file has this name.",
    )


def _utf16(name: str) -> Finding:
    return Finding(
        "not-utf-8",
        "the file is saved as UTF-16 ('Unicode' in some programs), not as UTF-8",
        Place(name),
        why="Its words cannot be read, so nothing of it would be published.",
        fix=_SAVE,
    )


def _not_text(name: str, what: str) -> Finding:
    return Finding(
        "not-text",
        f"the file is no plain text: it is {what}",
        Place(name),
        why="Its words cannot be read, so nothing of it would be published.",
        fix="Move it elsewhere; copy its words into a file made with a text editor.",
    )


def _not_utf8(name: str, data: bytes, start: int) -> Finding:
    before = data[:start].removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    line, column = _position(before.replace("\r\n", "\n").replace("\r", "\n"))
    likely = data[start : start + 1].decode("cp1252", "replace")
    guess = f", probably '{likely}'," if likely.isprintable() and likely != "\ufffd" else ""
    return Finding(
        "not-utf-8",
        f"the file is not saved as UTF-8: this character{guess} cannot be read",
        Place(name, line, column),
        why="Accents, pound signs and curly quotation marks would be published as other characters.",
        fix=_SAVE,
    )


def _unseen(name: str, words: str) -> list[Finding]:
    out: list[Finding] = []
    for found in _UNSEEN.finditer(words):
        line, column = _position(words[: found.start()])
        out.append(
            Finding(
                "unseen-character",
                f"there is a character here that cannot be seen (code {ord(found.group()):04X})",
                Place(name, line, column),
                why=_WHY_UNSEEN,
                fix="Delete it, with the letter on each side of it, and type those two letters again.",
            )
        )
        if len(out) == _MOST:
            break
    return out


def _position(before: str) -> tuple[int, int]:
    """Return the line and column that follow the given text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
