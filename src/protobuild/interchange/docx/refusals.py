"""Say why a file is not read as a Word file: each reason with what a person can do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from protobuild.model.source import ProtobuildError


class Reason(NamedTuple):
    """Why a file is refused, and the remedy."""

    says: str
    fix: str


_AS_DOCX = "Open it in Word, choose Save As and the kind Word Document (.docx), and name that file."
PASSWORD = Reason(
    "is protected by a password, so its words cannot be read.",
    "Open it in Word, take the password off (File, Info, Protect Document), and save it again.",
)
DAMAGED = Reason(
    "is damaged, so it cannot be read as a Word file.",
    "Open it in Word, which may repair it, save it under a new name, and name that file; or ask for"
    " another copy.",
)
TOO_LARGE = Reason(
    "holds far more than any protocol does once it is unpacked, and was not read.",
    "Check that it is the right file. Copy the protocol's own text into a new document and save that.",
)
MACROS = Reason(
    "holds macros, which are small programs, and was not read.",
    _AS_DOCX + " A .docx holds no macros.",
)
OLD_WORD = Reason("is in the format of Word before 2007 (.doc), which is not read.", _AS_DOCX)
OLD_OFFICE = Reason("is a file of an older office program, which is not read.", _AS_DOCX)
EMPTY = Reason("is empty.", "Check that it was saved or downloaded to the end.")
RICH_TEXT = Reason("is a Rich Text file (.rtf), not a Word file.", _AS_DOCX)
PDF = Reason(
    "is a PDF, not a Word file.",
    "Ask for the Word file it was made from.",
)
OPEN_DOCUMENT = Reason(
    "is an OpenDocument file, not a Word file.",
    "Open it in its own program, choose Save As and the kind Word (.docx), and name that file.",
)
OTHER_OFFICE = Reason(
    "is a spreadsheet or a presentation, not a Word file.",
    "Copy the protocol's text into a Word document and save that.",
)
WEB_PAGE = Reason("is a web page or other text, not a Word file.", _AS_DOCX)
NOT_WORD = Reason(
    "is not a Word file, whatever its name says.",
    "Check that it is the right file. Its own program may save it as a Word Document (.docx).",
)

_BEGINNINGS: tuple[tuple[bytes, Reason], ...] = (
    (b"{\\rtf", RICH_TEXT),
    (b"%PDF", PDF),
    (b"<", WEB_PAGE),
    (b"\xef\xbb\xbf<", WEB_PAGE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INSIDE_OLE: tuple[tuple[str, Reason], ...] = (
    ("EncryptedPackage", PASSWORD),
    ("EncryptionInfo", PASSWORD),
    ("WordDocument", OLD_WORD),
)
_INSIDE_ZIP: tuple[tuple[str, Reason], ...] = (
    ("xl/", OTHER_OFFICE),
    ("ppt/", OTHER_OFFICE),
    ("mimetype", OPEN_DOCUMENT),
    ("word/", DAMAGED),
)


def refuse(reason: Reason, name: str) -> NoReturn:
    """Raise ProtobuildError with that reason."""
    raise ProtobuildError(f"{name} {reason.says}", fix=reason.fix)


def refuse_other(name: str, data: bytes, parts: Sequence[str] = ()) -> NoReturn:
    """Raise ProtobuildError saying what a file is that is no Word file, as well as can be told."""
    refuse(_known(data, parts), name)


def _known(data: bytes, parts: Sequence[str]) -> Reason:
    if not data:
        return EMPTY
    if data.startswith(_OLE):
        inside = ((reason, sign.encode("utf-16-le")) for sign, reason in _INSIDE_OLE)
        return next((reason for reason, sign in inside if sign in data), OLD_OFFICE)
    for start, reason in _BEGINNINGS:
        if data.startswith(start):
            return reason
    for folder, reason in _INSIDE_ZIP:
        if any(part.startswith(folder) for part in parts):
            return reason
    return NOT_WORD
