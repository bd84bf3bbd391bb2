"""Template: a council's own Word file, opened with care: its styles, its page, its heads and feet."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from protobuild.interchange.docx.package import open_package
from protobuild.interchange.docx.writing.xml import R, W
from protobuild.model.source import ProtobuildError

LARGEST = 20_000_000
"""Bytes of all parts together; a template is styles and perhaps a crest."""

MAIN = "word/document.xml"
RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
KEPT = ("styles", "theme", "fontTable", "header", "footer")
"""What of a template is used, by the last word of what leads to it, with all that is reached from there."""


class UnusableTemplateError(Exception):
    """A template that no Word file can be made with; its words say why."""


@dataclass(frozen=True, slots=True)
class Related:
    """What one part leads to."""

    id: str
    kind: str
    """The last word of the kind of relation."""
    target: str
    """The name of a part, or an address outside."""
    outside: bool
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Template:
    """The parts of a template that are used."""

    parts: dict[str, bytes]
    """By name, as they are, the styles too; the text itself is not among them."""
    related: tuple[Related, ...]
    """What its text leads to of these."""
    page: etree._Element
    """How its last page is set up."""
    types: dict[str, str] = field(default_factory=dict)
    """What each part is."""
    numbering: bytes = b""


def open_template(data: bytes) -> Template:
    """Return a template; raise UnusableTemplateError where it cannot, or must not, be opened."""
    files = _files(data)
    if MAIN not in files:
        raise UnusableTemplateError("it is not a Word file (.docx)")
    text = parsed(files[MAIN])
    page = text.find(f"{{{W}}}body/{{{W}}}sectPr")
    related = _related(MAIN, files)
    used = tuple(each for each in related if each.kind in KEPT and each.target in files)
    if page is None or not len(page) or not any(each.kind == "styles" for each in used):
        raise UnusableTemplateError("it has no page setup, or no styles")
    reached: dict[str, bytes] = {}
    for each in used:
        _reach(each.target, files, reached)
    numbering = next(
        (files[each.target] for each in related if each.kind == "numbering" and each.target in files), b""
    )
    return Template(reached, used, page, _types(files, reached), numbering)


def fault_in(data: bytes) -> str:
    """Return why a template cannot be used; empty where it can."""
    try:
        open_template(data)
    except UnusableTemplateError as error:
        return str(error)
    return ""


def parsed(data: bytes) -> etree._Element:
    """Return a part as XML; raise UnusableTemplateError where it is none, or more than data."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnusableTemplateError("it holds more than a word processor writes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnusableTemplateError("it is damaged") from None


def _files(data: bytes) -> dict[str, bytes]:
    try:
        package = open_package("it", data)
        if package.size > LARGEST:
            raise UnusableTemplateError(f"it holds more than {LARGEST // 1_000_000} MB")
        return package.files()
    except ProtobuildError as error:
        raise UnusableTemplateError(error.message.rstrip(".")) from None


def _related(name: str, files: Mapping[str, bytes]) -> list[Related]:
    folder, file = posixpath.split(name)
    data = files.get(f"{folder}/_rels/{file}.rels")
    return [_leads(each, folder) for each in parsed(data).iter(RELATED)] if data else []


def _leads(element: etree._Element, folder: str) -> Related:
    outside = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Related(
        element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, outside, element
    )


def _reach(name: str, files: Mapping[str, bytes], out: dict[str, bytes]) -> None:
    """Take a part with all that it leads to."""
    if name in out or name not in files or name == MAIN:
        return
    out[name] = files[name]
    folder, file = posixpath.split(name)
    relations = f"{folder}/_rels/{file}.rels"
    if relations in files:
        out[relations] = files[relations]
    for each in _related(name, files):
        if not each.outside:
            _reach(each.target, files, out)


def _types(files: Mapping[str, bytes], reached: Mapping[str, bytes]) -> dict[str, str]:
    """Return what each part is that is used."""
    root = parsed(files.get("[Content_Types].xml", b"<Types/>"))
    named = {
        each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
        for each in root
        if each.get("PartName")
    }
    ends = {
        each.get("Extension", "").lower(): each.get("ContentType", "")
        for each in root
        if each.get("Extension")
    }
    found = {name: named.get(name) or ends.get(name.rpartition(".")[2].lower(), "") for name in reached}
    return {name: kind for name, kind in found.items() if kind and not name.endswith(".rels")}


def page_of(template: Template) -> str:
    """Return the template's page setup as it stands at the end of a text."""
    known = {each.id for each in template.related}
    for reference in list(template.page):
        relation = reference.get(f"{{{R}}}id")
        if relation is not None and relation not in known:
            template.page.remove(reference)
    return str(etree.tostring(template.page, encoding="unicode"))
