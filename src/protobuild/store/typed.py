"""Find spaces and dashes of a word processor where plain ones belong, and read on past them."""

from __future__ import annotations

import re
from dataclasses import replace

from protobuild.model.source import Finding, Place
from protobuild.store.text import Text

_ODD = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(rf"(?P<before>[ ]*)(?P<odd>[{_ODD}][ {_ODD}]*)(?=(?:- +)?[a-z_]+:(?: |$)|- )")
_AFTER = re.compile(rf"(?P<before>[ ]*(?:- +)?[a-z_]+:)(?P<odd>[ {_ODD}]*[{_ODD}][ {_ODD}]*)")
_DASH = re.compile(r"(?P<before>[ ]*)(?P<odd>[\u2010-\u2015\u2022\u2212])(?= +id:(?: |$))")


def plainly_typed(name: str, text: Text) -> Text:
    """Return the text with plain spaces and hyphens there, and a finding for each."""
    if text.words.isascii():
        return text
    lines, findings = list(text.lines), list(text.findings)
    for number, line in enumerate(lines):
        for pattern, meant, told in ((_SPACES, " ", _space), (_AFTER, " ", _space), (_DASH, "-", _dash)):
            if found := pattern.match(lines[number]):
                start, end = found.span("odd")
                place = Place(name, number + 1, start + 1, number + 1, end + 1)
                findings.append(replace(told(place), excerpt=line))
                lines[number] = line[:start] + meant * (end - start) + line[end:]
    return replace(text, words="\n".join(lines), findings=tuple(findings))


def _space(place: Place) -> Finding:
    return Finding(
        "odd-space",
        "the space here is one that word processors and web pages use, not a plain one",
        place,
        why="It looks the same, but a field is known by plain spaces, so this one would not be read.",
        fix="Delete it, and type a plain space with the space bar.",
    )


def _dash(place: Place) -> Finding:
    return Finding(
        "odd-dash",
        "an entry of a list begins with a hyphen, and here stands a dash or a bullet",
        place,
        why="The entry would not be read. Word processors make a dash of a hyphen by themselves.",
        fix="Write '-' and a space.",
    )
