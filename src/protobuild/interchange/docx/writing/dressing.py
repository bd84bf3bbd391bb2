"""Dressing: put a text written in our styles into a council's own template."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from protobuild.interchange.docx.writing import parts
from protobuild.interchange.docx.writing.template import Template, open_template, page_of, parsed
from protobuild.interchange.docx.writing.xml import HEAD, W

PREFIX = f"{{{W}}}"
APART = 1000
"""How far the numbers of the template's own lists are moved, so that they are not taken for ours."""

_NAMES = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([^"]*)(")')
_STYLED = (
    "word/document.xml",
    "word/comments.xml",
    "word/numbering.xml",
    "word/headerPb.xml",
    "word/footerPb.xml",
)


def dressed(made: Mapping[str, bytes], data: bytes, links: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts of a file in the look of a template: what it has styles for looks as they say.

    What it has none for looks as we say. Its page, heads and feet take the place of ours.
    Raises UnusableTemplateError where it cannot be used.
    """
    template = open_template(data)
    styles, renamed = _styles(made["word/styles.xml"], template)
    out = dict(made) | template.parts
    out["word/styles.xml"] = styles
    for name in _STYLED:
        if name in made:
            out[name] = _rename(made[name].decode(), renamed).encode()
    out["word/numbering.xml"] = _lists(out["word/numbering.xml"], template)
    if "Reference" in page_of(template):
        for name in ("word/headerPb.xml", "word/footerPb.xml"):
            del out[name]
    head = out["word/document.xml"].decode().rpartition("<w:sectPr")[0]
    out["word/document.xml"] = f"{head}{_page(template)}</w:body></w:document>".encode()
    style_part = next(each.target for each in template.related if each.kind == "styles")
    if style_part != "word/styles.xml":
        del out[style_part]
    return out | _leading(out, template, links, style_part)


def _rename(text: str, renamed: Mapping[str, str]) -> str:
    return _NAMES.sub(lambda found: found[1] + renamed.get(found[2], found[2]) + found[3], text)


def _page(template: Template) -> str:
    """Return the template's page; without heads and feet of its own it has ours."""
    page = page_of(template)
    if "Reference" in page:
        return page
    ours = parts.page()
    running = ours[ours.index("<w:headerReference") : ours.index("<w:pgSz")]
    return re.sub(r"(<w:sectPr[^>]*?)(/?)>", rf"\1>{running}", page, count=1)


def _styles(ours: bytes, template: Template) -> tuple[bytes, dict[str, str]]:
    """Return the template's styles with those it lacks, and what ours are called in it."""
    name = next(each.target for each in template.related if each.kind == "styles")
    root = parsed(template.parts[name])
    _apart(root)
    own = {(_type(style), _name(style).lower()): style for style in root.iter(f"{PREFIX}style")}
    ids = {style.get(f"{PREFIX}styleId", "") for style in own.values()}
    renamed: dict[str, str] = {}
    for style in parsed(ours).iter(f"{PREFIX}style"):
        id = style.get(f"{PREFIX}styleId", "")
        theirs = own.get((_type(style), _name(style).lower()))
        if theirs is not None:
            renamed[id] = theirs.get(f"{PREFIX}styleId", "")
            _link(theirs, style)
            continue
        if id in ids:
            renamed[id] = f"Pb{id}"
        style.attrib.pop(f"{PREFIX}default", None)
        root.append(style)
    for style in root.iter(f"{PREFIX}style"):
        _refer(style, renamed if (_type(style), _name(style).lower()) not in own else {})
    return HEAD.encode() + etree.tostring(root), renamed


def _refer(style: etree._Element, renamed: Mapping[str, str]) -> None:
    """Let a style of ours name others as the template does."""
    if not renamed:
        return
    id = style.get(f"{PREFIX}styleId", "")
    style.set(f"{PREFIX}styleId", renamed.get(id, id))
    for tag in ("basedOn", "next", "link"):
        for each in style.iter(f"{PREFIX}{tag}"):
            each.set(f"{PREFIX}val", renamed.get(each.get(f"{PREFIX}val", ""), each.get(f"{PREFIX}val", "")))


def _link(theirs: etree._Element, ours: etree._Element) -> None:
    """Number a style of the template by our lists, as ours is numbered."""
    number = ours.find(f"{PREFIX}pPr/{PREFIX}numPr")
    properties = theirs.find(f"{PREFIX}pPr")
    if properties is not None:
        for old in properties.findall(f"{PREFIX}numPr"):
            properties.remove(old)
    if number is None:
        return
    if properties is None:
        properties = etree.Element(f"{PREFIX}pPr")
        run = theirs.find(f"{PREFIX}rPr")
        theirs.insert(len(theirs) if run is None else theirs.index(run), properties)
    before = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    at = sum(1 for each in properties if etree.QName(each).localname in before)
    properties.insert(at, number)


def _type(style: etree._Element) -> str:
    return str(style.get(f"{PREFIX}type", "paragraph"))


def _name(style: etree._Element) -> str:
    name = style.find(f"{PREFIX}name")
    return "" if name is None else str(name.get(f"{PREFIX}val", ""))


def _apart(root: etree._Element) -> None:
    """Give the template's own lists numbers that ours do not have."""
    for tag, attribute in (("abstractNum", "abstractNumId"), ("num", "numId")):
        for each in root.iter(f"{PREFIX}{tag}"):
            _move(each, f"{PREFIX}{attribute}")
    for tag in ("numId", "abstractNumId"):
        for each in root.iter(f"{PREFIX}{tag}"):
            if each.get(f"{PREFIX}val") != "0" or tag == "abstractNumId":
                _move(each, f"{PREFIX}val")


def _move(element: etree._Element, attribute: str) -> None:
    element.set(attribute, str(int(element.get(attribute, "0")) + APART))


def _lists(ours: bytes, template: Template) -> bytes:
    """Return our lists with the template's: all lists first, then their uses, as Word wants them."""
    root = parsed(ours)
    if not template.numbering:
        return ours
    theirs = parsed(template.numbering)
    _apart(theirs)
    place = len(root.findall(f"{PREFIX}abstractNum"))
    for style in theirs.iter(f"{PREFIX}pStyle"):
        style.getparent().remove(style)
    for number, each in enumerate(theirs.findall(f"{PREFIX}abstractNum")):
        root.insert(place + number, each)
    root.extend(theirs.findall(f"{PREFIX}num"))
    return HEAD.encode() + bytes(etree.tostring(root))


def _leading(
    out: dict[str, bytes], template: Template, links: Mapping[str, str], style_part: str
) -> dict[str, bytes]:
    """Return what leads to the parts, and says what each is."""
    rows = [each for each in template.related if each.kind != "styles"]
    theirs = "".join(parts.leads(each.id, each.element.get("Type", ""), f"/{each.target}") for each in rows)
    types = {name: kind for name, kind in template.types.items() if name != style_part}
    return {
        "word/_rels/document.xml.rels": parts.text_relations(out, links, theirs),
        "_rels/.rels": parts.top_relations(out),
        "[Content_Types].xml": parts.types(out, types),
    }
