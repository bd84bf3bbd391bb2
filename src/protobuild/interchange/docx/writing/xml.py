"""Xml: words made safe to stand in a part of a Word file."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no XML may hold; no reader sees them."""


def text(words: str) -> str:
    """Return words as they stand between tags."""
    return escape(_FORBIDDEN.sub("", words))


def attribute(words: str) -> str:
    """Return words as they stand between double quotation marks; line ends become spaces."""
    return escape(_FORBIDDEN.sub("", " ".join(words.split())), {'"': "&quot;"})


def part(root: str, body: str, *spaces: tuple[str, str]) -> bytes:
    """Return a part of the file: a root element with its namespaces."""
    named = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces)
    return f"{HEAD}<{root}{named}>{body}</{root}>".encode()
