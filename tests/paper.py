"""Draw pages once for all tests that look at them, and compare a PDF with its page, word for word."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

import pypdf

from protobuild.publish.pdf import make_pdf
from reading import read, tight

Dictionary = pypdf.generic.DictionaryObject

REPEATED = ("WhatchangesReason", "Whatbecameofit", "Howitbegins", "Whatchanges", "Change", "Old", "New")
"""The heads of our own tables, which are printed again where a table runs over a page."""


@cache
def drawn(html: str) -> bytes:
    """Return the PDF of a page; drawing one takes seconds, and that it is the same each time is proved."""
    return make_pdf(html)


@cache
def sheets(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page, as pypdf extracts it."""
    return tuple(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def left_over(html: str, pdf: bytes) -> str:
    """Return what is on paper beyond the page's words: the page numbers of the contents.

    Fails, naming the words, where some of the page's are not on paper.
    """
    page = read(html)
    header = next(given for tag, given in page.seen if tag == "header")
    feet, running = [header["data-council"], header["data-standing"]], [header["data-running"]]
    parts = [given["data-part"] for tag, given in page.seen if tag == "h2"]
    first, *others = sheets(pdf)
    rest = _without_furniture(first, feet)
    for sheet in others:
        part = max((part for part in parts if tight(running[0] + part) in tight(sheet)), key=len, default="")
        rest += _without_last(_without_furniture(sheet, [*feet, *running]), tight(part))
    rest = rest.replace("•", "")  # drawn after the words of a page
    blocks = [block.replace("•", "") for block in page.blocks if block != "Skip to the text"]
    for block in sorted(blocks, key=len, reverse=True):
        assert tight(block) in rest, f"not on paper: {block}"
        rest = rest.replace(tight(block), "|", 1)
    for words in (*REPEATED, *(tight(block) for block in page.column_heads)):
        rest = rest.replace(words, "|")
    return rest


def _without_furniture(page: str, furniture: list[str]) -> str:
    """Return a page's words less its head and foot, once each, and less the pages that references name."""
    page = re.sub(r"Page\d+of\d+|\(page\d+\)", "", tight(page))
    for words in sorted(furniture, key=len, reverse=True):
        page = _without_last(page, tight(words))
    return page


def _without_last(text: str, words: str) -> str:
    """Return the text less the last time those words occur in it: feet and heads are drawn last."""
    before, after = text.rsplit(words, 1) if words and words in text else (text, "")
    return before + after


@cache
def tags(pdf: bytes) -> tuple[Dictionary, ...]:
    """Return every tag of a PDF, in reading order."""
    return tuple(within(pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]))


def within(tag: object) -> Iterator[Dictionary]:
    """Yield a tag and every tag in it."""
    if isinstance(tag, pypdf.generic.IndirectObject):
        tag = tag.get_object()
    if not isinstance(tag, Dictionary) or tag.get("/Type") in ("/OBJR", "/MCR"):
        return
    if tag.get("/Type") == "/StructElem":
        yield tag
    kids = tag.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from within(kid)
