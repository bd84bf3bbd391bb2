"""Names: how elements are called inside a Word file, and how their attributes are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "http://schemas.openxmlformats.org/package/2006/relationships"
W = f"{{{WORD}}}"
R = f"{{{RELATED}}}"
P = f"{{{PARTS}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATED.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M.strip("{}").encode()),
)
"""What a file saved as Strict Open XML calls the same things, and what all others call them."""

_OFF = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element below this one by that path of names, or None where a step is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of an element, empty where either is missing."""
    return "" if element is None else str(element.get(W + name, ""))


def number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute as a whole number, or None where there is none."""
    said = value(element, name)
    return int(said) if said.lstrip("-").isdigit() and len(said) < 10 else None


def switched(element: Element | None) -> bool | None:
    """Return whether a property such as bold is switched on or off; None where nothing is said."""
    return None if element is None else value(element) not in _OFF


def flattened(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield elements without the wrappers that no reader sees: content controls, custom XML, choices."""
    for element in elements:
        match element.tag:
            case tag if tag == W + "sdt":
                yield from flattened(inside(element))
            case tag if tag in _WRAPPERS:
                yield from flattened(element)
            case tag if tag == MC + "AlternateContent":
                yield from flattened(_chosen(element))
            case _:
                yield element


def inside(control: Element) -> Iterable[Element]:
    """Return what a content control holds."""
    content = child(control, "sdtContent")
    return () if content is None else content


def _chosen(element: Element) -> Iterable[Element]:
    """Return what a reader sees of content that is there twice, for new programs and for old ones."""
    choice = element.find(MC + "Choice")
    found: Iterable[Element] = element.findall(MC + "Fallback/*") if choice is None else choice
    return found


_WRAPPERS = frozenset({W + "customXml", W + "smartTag", W + "dir", W + "bdo"})
