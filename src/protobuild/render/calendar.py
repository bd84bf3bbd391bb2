"""Calendar: a day to remember as a file that any calendar program takes (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

LONGEST = 75
"""Octets in a line; a longer one is folded."""

REMIND_BEFORE = 28
"""Days before the day on which the calendar reminds."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that takes a whole day or several."""

    title: str
    about: str
    first: dt.date
    last: dt.date
    address: str = ""
    """Where the text is published."""


def write_calendar(event: Event, stamped: dt.date) -> bytes:
    """Return the file, the same for the same event and day of making."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//protobuild//review//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, f'{event.address} {event.title} {event.first}')}",
        f"DTSTAMP:{stamped:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.last + dt.timedelta(days=1):%Y%m%d}",  # the day after, as the RFC has it
        f"SUMMARY:{escaped(event.title)}",
        f"DESCRIPTION:{escaped(event.about)}",
        *([f"URL:{event.address}"] if _is_address(event.address) else []),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(event.title)}",
        f"TRIGGER:-P{REMIND_BEFORE}D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def escaped(words: str) -> str:
    r"""Return words as the value of a property, so that nothing in them is taken for a sign.

    >>> escaped("a, b; c")
    'a\\, b\\; c'
    """
    plain = "".join(each for each in words.replace("\r\n", "\n") if each == "\n" or each.isprintable())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, no letter cut in two."""
    out: list[str] = []
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST:
            out.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    return "\r\n".join([*out, piece])


def _is_address(given: str) -> bool:
    return given.startswith(("https://", "http://")) and given.isprintable() and " " not in given
