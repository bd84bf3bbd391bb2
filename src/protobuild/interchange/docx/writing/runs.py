"""Runs: words as Word runs: their look, tracked changes, links and references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from protobuild.interchange.docx.writing.ink import Ink
from protobuild.interchange.docx.writing.names import style_id
from protobuild.interchange.docx.writing.sides import Fate, Words
from protobuild.interchange.docx.writing.xml import attribute, text

LOOKS = (("strong", "<w:b/>"), ("emphasis", "<w:i/>"))
"""The looks a run of ours can have, in the order Word wants them."""

LINK = style_id("Hyperlink")


@dataclass(slots=True)
class Links:
    """The addresses outside that the file leads to, by their place in its list of relations."""

    given: dict[str, str] = field(default_factory=dict)

    def relation(self, address: str) -> str:
        """Return the name of the relation to an address."""
        return self.given.setdefault(address, f"rIdLink{len(self.given) + 1}")


@dataclass(frozen=True, slots=True)
class Pen:
    """What is needed to write words."""

    ink: Ink
    links: Links
    anchors: Mapping[str, str]
    """By id, the bookmark of what stands in the new text."""
    cited: Mapping[str, str]
    """By id, what Word's own reference to it would say, where Word numbers it."""


def write_words(words: Iterable[Words], at: int, pen: Pen, move: str = "") -> str:
    """Return words as runs; those of a paragraph that moves under that name are moved, not rewritten."""
    out = []
    for (fate, href), same in groupby(words, key=lambda each: (_plain(each.fate), _address(each, pen))):
        inner = "".join(_run(each, at, pen, struck=_struck(fate, move)) for each in same)
        out.append(_linked(_tracked(inner, fate, at, pen, move), href, pen))
    return "".join(out)


def _plain(fate: Fate) -> Fate:
    """Return the fate without what does not show in a run."""
    return Fate(fate.old, fate.new, fate.round)


def _struck(fate: Fate, move: str) -> bool:
    return not fate.new and not move


def _tracked(inner: str, fate: Fate, at: int, pen: Pen, move: str) -> str:
    """Return runs within the element that says what happened to them."""
    if fate.kept:
        return inner
    tag = tag_of(fate, move)
    return f"<w:{tag} {pen.ink.stamp(fate.round, at)}>{inner}</w:{tag}>"


def tag_of(fate: Fate, move: str) -> str:
    """Return the name of the element for what only one text has."""
    if move:
        return "moveTo" if fate.new else "moveFrom"
    return "ins" if fate.new else "del"


def _address(words: Words, pen: Pen) -> str:
    """Return where words lead: an address, or a bookmark after a number sign; empty for nowhere."""
    if words.href:
        return words.href
    if not words.ref or ":" in words.ref or _is_field(words, pen):
        return ""
    return f"#{pen.anchors[words.ref]}" if words.ref in pen.anchors else ""


def _is_field(words: Words, pen: Pen) -> bool:
    """Whether Word can work the words out itself, and would say the same."""
    return words.fate.new and words.ref in pen.anchors and pen.cited.get(words.ref) == words.text


def _linked(inner: str, address: str, pen: Pen) -> str:
    if not address:
        return inner
    if address.startswith("#"):
        where = f'w:anchor="{attribute(address[1:])}"'
    else:
        where = f'r:id="{pen.links.relation(address)}"'
    return f'<w:hyperlink {where} w:history="1">{inner}</w:hyperlink>'


def _run(words: Words, at: int, pen: Pen, *, struck: bool) -> str:
    look = _look(words, at, pen)
    said = f"<w:r>{look}{said_in(words.text, struck=struck)}</w:r>"
    if not _is_field(words, pen):
        return said
    code = f" REF {pen.anchors[words.ref]} \\w \\h "
    own = _dress(words.style, words)
    return field_of(code, said, f"<w:rPr>{own}</w:rPr>" if own else "")


def field_of(code: str, result: str, look: str = "", *, dirty: bool = False) -> str:
    """Return a field with what it says now; a dirty one is worked out when the file is opened."""
    sign = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"{sign}/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>{result}'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _look(words: Words, at: int, pen: Pen) -> str:
    own = _dress(words.style, words)
    if words.was is None:
        return f"<w:rPr>{own}</w:rPr>" if own else ""
    stamp = pen.ink.stamp(words.redressed, at)
    return f"<w:rPr>{own}<w:rPrChange {stamp}><w:rPr>{_dress(words.was, words)}</w:rPr></w:rPrChange></w:rPr>"


def _dress(style: frozenset[str], words: Words) -> str:
    name = words.look or (LINK if words.href else "")
    named = f'<w:rStyle w:val="{style_id(name)}"/>' if name else ""
    return named + "".join(element for look, element in LOOKS if look in style)


def said_in(words: str, *, struck: bool = False) -> str:
    """Return text as it stands in a run: line ends and tabs are elements of their own."""
    tag = "delText" if struck else "t"
    return "".join(_signs(words, tag))


def _signs(words: str, tag: str) -> Iterator[str]:
    for number, line in enumerate(words.split("\n")):
        if number:
            yield "<w:br/>"
        for place, piece in enumerate(line.split("\t")):
            if place:
                yield "<w:tab/>"
            if piece:
                yield f'<w:{tag} xml:space="preserve">{text(piece)}</w:{tag}>'
