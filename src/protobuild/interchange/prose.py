"""Write words as Markdown that means exactly those words, whatever characters they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from protobuild.model.markdown import fold, read_inline
from protobuild.model.runs import plain

LINK = re.compile(r"\[([^\[\]\n]{1,2000})\]\(((?:https?://|mailto:|#)[^\s()<>\\]*)\)")
"""A link written `[words](address)`, with an address that can be printed."""

BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
"""A line break as HTML writes it, which Markdown files use inside tables."""

_SPECIAL = re.compile(r"([\\*_\[\]<>])")
_STARTS = re.compile(r"^([ \t]*)(?:([-+*>]|#{1,6})(?=\s|$)|(>)|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)
_AFTER_STOP = re.compile(r"""([.!?:;]["'”’)]*\s)(?:([-+*>]|#{1,6})(?=\s)|(>)|(\d{1,9})([.)])(?=\s))""")
_EATEN = str.maketrans("", "", "*_\\")
_WORDS = re.compile(r"[^\W_]+")

LONG = 20_000
"""A longer paragraph is taken literally: no author writes one, and reading it as Markdown is slow."""

MANY = 40
"""Signs in one paragraph beyond which each is no longer tried on its own."""


def bare(text: str, literal: bool = False) -> str:
    """Return the source's words without the Markdown around them: link addresses, stars, escapes."""
    if not literal:
        text = BREAK.sub(" ", LINK.sub(lambda found: found[1], text))
    return text.translate(_EATEN)


def word_list(text: str) -> list[str]:
    """Return the words of a bare text, numbers included, in order."""
    return _WORDS.findall(text)


def said(text: str) -> str:
    """Return the words of one paragraph of Markdown as a reader sees them."""
    return fold(plain(read_inline(text))) if len(text) <= LONG else text


def authored(text: str, literal: bool = False) -> str:
    """Return Markdown for one paragraph of source whose words survive reading, all of them.

    A literal source (plain text) has no Markdown: what looks like it is escaped. In a Markdown
    source emphasis and links keep their meaning; a `[[reference]]` was never meant as ours.
    """
    if "[[" not in text and _reads_true(text, literal):
        return _marked(text)
    if literal or len(text) > LONG:
        return escape(text)
    safe = text.replace("[[", r"\[\[")
    return _marked(safe) if _reads_true(safe, literal) else _links_only(text)


def _marked(text: str) -> str:
    """Return the text with a backslash before each sign that is printed as it stands.

    A lone star, such as a footnote's, would survive as it is; marked, nobody has to wonder
    whether it was meant.
    """
    if len(text) > LONG or not _SPECIAL.search(plain(read_inline(text))):
        return text
    if len(_SPECIAL.findall(text)) > MANY:
        return _links_only(text)
    runs = read_inline(text)
    for found in reversed(list(_SPECIAL.finditer(text))):
        tried = f"{text[: found.start()]}\\{text[found.start() :]}"
        text = tried if read_inline(tried) == runs else text
    return text


def escape(text: str) -> str:
    """Return the text with every character escaped that Markdown would eat."""
    return _SPECIAL.sub(r"\\\1", text)


def _reads_true(text: str, literal: bool) -> bool:
    if len(text) > LONG:
        return not _SPECIAL.search(text)
    runs = read_inline(text)
    if literal:
        return plain(runs) == fold(text) and not any(r.style or r.href for r in runs)
    return word_list(plain(runs).translate(_EATEN)) == word_list(bare(text))


def _links_only(text: str) -> str:
    out, at = "", 0
    for found in LINK.finditer(text):
        out += escape(text[at : found.start()]) + f"[{escape(found[1])}]({found[2]})"
        at = found.end()
    return out + escape(text[at:])


def guard(text: str) -> str:
    """Return the paragraph with nothing in it that could start a list or a quotation.

    The start of a sentence counts as well: each may come to stand on a line of its own.
    """
    return _AFTER_STOP.sub(_defused, _STARTS.sub(_defused, text))


def _defused(found: re.Match[str]) -> str:
    before, sign, bracket, number, stop = found.groups()
    return f"{before}{number}\\{stop}" if number else f"{before}\\{sign or bracket}"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a bullet or a quotation inside a clause's words."""

    kind: Literal["paragraph", "bullet", "quotation"]
    text: str
    depth: int = 0
    """How many bullets it lies under."""


def compose(parts: Sequence[Part]) -> str:
    """Return the Markdown of a clause's words, one block for each part."""
    out = ""
    before: Part | None = None
    depth = 0
    for part in _levelled(parts):
        depth = part.depth
        out += _between(before, part) + _block(part, depth)
        before = part
    return out


def _levelled(parts: Iterable[Part]) -> Iterable[Part]:
    """Yield the parts with no bullet more than one deeper than the bullet before it."""
    allowed = 0
    for part in parts:
        depth = min(part.depth, allowed)
        allowed = depth + 1 if part.kind == "bullet" else min(allowed, depth)
        yield Part(part.kind, part.text, depth)


def _between(before: Part | None, part: Part) -> str:
    if before is None:
        return ""
    if before.kind == part.kind == "bullet":
        return "\n"
    return "\n\n" if not before.kind == part.kind == "quotation" else "\n>\n"


def _block(part: Part, depth: int) -> str:
    inset = "  " * depth
    lines = guard(part.text).split("\n")
    match part.kind:
        case "bullet":
            return "\n".join([f"{inset}- {lines[0]}", *(f"{inset}  {line}" for line in lines[1:])])
        case "quotation":
            return "\n".join(f"> {line}" for line in lines)
    return "\n".join(f"{inset}{line}" for line in lines)
