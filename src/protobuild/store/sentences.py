"""Lay out prose with one sentence a line, which gives the smallest honest differences in git."""

from __future__ import annotations

import re

from protobuild.model.markdown import read_blocks

ABBREVIATIONS = frozenset(
    {"e.g.", "i.e.", "etc.", "cf.", "viz.", "vs.", "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "cllr."}
)
"""Words whose full stop does not end a sentence. `etc.` may end one, and then the line is longer."""

BEFORE_NUMBERS = frozenset(
    {"no.", "nos.", "para.", "paras.", "sec.", "s.", "ss.", "p.", "pp.", "art.", "reg.", "sch.", "app."}
) | {"ch.", "cl.", "ref.", "r.", "rr."}
"""Words whose full stop does not end a sentence when a number or a reference follows."""

_END = re.compile(r"[.!?][\"'”’)\]*_]*(?= )")
_MARKER = re.compile(r"^\s*(?:(?:[-*+]|\d{1,9}[.)]|>)(?: +|$))+")
_HARD = re.compile(r"(?:  |\\)$")
_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
_INITIAL = re.compile(r"(?:^|[\s(])(?:[A-Z]\.)+$")


def sentences(text: str) -> list[str]:
    """Return the sentences of a line, so that joining them with spaces gives it back.

    >>> sentences("See para. 4. Ask first.")
    ['See para. 4.', 'Ask first.']
    """
    out: list[str] = []
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if _ends(text[start : found.start() + 1], text[end + 1 :]):
            out.append(text[start:end])
            start = end + 1
    return [*out, text[start:]]


def laid_out(text: str) -> str:
    """Return prose with one sentence a line, reading exactly as before.

    Lists, quotations and lines broken on purpose keep their lines. Where the new layout would
    read otherwise, the text is returned with its own lines.
    """
    own = "\n".join(line.rstrip("\t") for line in text.strip("\n").split("\n"))
    read = read_blocks(text)
    for layout in ("\n".join(_lines(own)).rstrip("\n"), own):
        if read_blocks(layout) == read:
            return layout
    return text


def _ends(sentence: str, rest: str) -> bool:
    """Return whether a full stop ends the sentence, seen from both sides."""
    last = sentence.rsplit(" ", 1)[-1].lstrip("(\"'“‘[*_").lower()
    if last in ABBREVIATIONS or _INITIAL.search(sentence) or _MARKER.fullmatch(sentence + " "):
        return False
    if last in BEFORE_NUMBERS and re.match(r"[\d(\[]", rest):
        return False
    following = rest.lstrip("\"'“‘(*_")
    begins = following.startswith("[[") or not following.lstrip("[")[:1].islower()
    return bool(following) and begins and not _MARKER.match(rest)


def _lines(text: str) -> list[str]:
    """Return the lines anew: each stretch of plain prose joined, then cut at its sentences."""
    out: list[str] = []
    stretch = ""
    for line in text.split("\n"):
        joins = stretch and line.strip() and not _MARKER.match(line) and not _HARD.search(stretch)
        if joins:
            stretch += " " + line.strip(" ")
            continue
        out += _cut(stretch)
        stretch = line.rstrip(" ") if not _HARD.search(line) else line
        if not line.strip():
            stretch = ""
            if out and out[-1]:
                out.append("")
    return out + _cut(stretch)


def _cut(stretch: str) -> list[str]:
    """Return a stretch cut at its sentences, later lines under the first word of the first."""
    if not stretch:
        return []
    marker = _MARKER.match(stretch)
    first = marker.group() if marker else stretch[: len(stretch) - len(stretch.lstrip(" "))]
    further = re.sub(r"[^>\s]", " ", first)
    head, *rest = sentences(_SPACES.sub(" ", stretch[len(first) :]))
    return [first + head, *(further + sentence.lstrip(" ") for sentence in rest)]
