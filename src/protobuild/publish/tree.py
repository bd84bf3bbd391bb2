"""Tree: the elements of a page, read forty times faster than any HTML could be, where it is as plain as ours.

The proof of a PDF's words reads the page in another way, so nothing that is misread here goes unseen.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

DOCTYPE = "<!DOCTYPE html>"
OPEN = re.compile(r"<((?:br|hr|img|input|link|meta|wbr)\b[^<>]*)>")
"""What HTML never closes and XML has to."""

ODD = re.compile(r"<[!?]|/>|&#(?!3[49];)|<style[^>]*>[^<]*&")
"""What is read otherwise as HTML than as XML: comments, closed tags, odd letters, signs within styles."""

SPACE = re.compile(r'<span class="(?:old|new|marked)-only">( +)</span>')
"""A space that a screen shows in one text alone; paper always shows both."""

BLOCKS = frozenset(
    "article aside blockquote body details div dl dd dt fieldset figure figcaption footer h1 h2 h3 h4 h5 h6"
    " head header html legend li main nav ol p section summary table ul".split()
)
WITHIN = {
    "li": ("ul", "ol"),
    "dt": ("dl",),
    "dd": ("dl",),
    "caption": ("table",),
    "thead": ("table",),
    "tbody": ("table",),
    "tr": ("thead", "tbody"),
    "th": ("tr",),
    "td": ("tr",),
}
"""Elements that stand in these alone; elsewhere an HTML parser would move them, or make up more."""

HELD = frozenset({"html", "table", "thead", "tbody", "tr", "ul", "ol", "dl"})
"""Elements that hold no words of their own; of the tables' an HTML parser moves them out."""

IN_TABLES = {outer: {name for name in WITHIN if outer in WITHIN[name]} for outer in HELD - {"html"}}
HEAD = frozenset({"title", "meta", "style", "link"})
INLINE = frozenset(
    "a abbr br cite code del em hr img input ins label q small span strong sub sup wbr".split()
)
KNOWN = BLOCKS | INLINE | HEAD | set(WITHIN)
CLOSED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements that a block ends, or another heading."""


def read_tree(html: str) -> Element | None:
    """Return the elements of a page; None where an HTML parser might make anything else of it."""
    if not html.startswith(DOCTYPE) or ODD.search(html, len(DOCTYPE)):
        return None
    try:
        root = fromstring(OPEN.sub(r"<\1/>", SPACE.sub(r"\1", html[len(DOCTYPE) :])))  # noqa: S314 - our page
    except ParseError:
        return None
    return root if _is_framed(root) and all(map(_is_plain, root.iter())) else None


def _is_framed(root: Element) -> bool:
    if root.tag != "html" or [part.tag for part in root] != ["head", "body"]:
        return False
    return all(part.tag in HEAD and not len(part) for part in root[0])


def _is_plain(element: Element) -> bool:
    """Return whether an HTML parser would leave an element and what is in it as they are written."""
    tag = element.tag
    if tag not in KNOWN or not all(map(str.islower, element.keys())):
        return False
    inside = IN_TABLES.get(tag)
    for child in element:
        if child.tag in WITHIN if inside is None else child.tag not in inside:
            return False
    if tag in HELD:
        return not "".join((element.text or "", *(child.tail or "" for child in element))).strip()
    return tag not in ("a", *CLOSED) or not any(
        _ends(tag, inner) for inner in element.iter() if inner is not element
    )


def _ends(tag: str, inner: Element) -> bool:
    """Return whether an element that begins within another would end it."""
    return inner.tag == "a" if tag == "a" else inner.tag in BLOCKS
