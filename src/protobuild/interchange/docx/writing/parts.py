"""Parts: the smaller parts of a Word file: settings, properties, head and foot, and what leads to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from protobuild.interchange.docx.writing.runs import field_of, said_in
from protobuild.interchange.docx.writing.xml import HEAD, R, W, attribute, part, text

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC, TERMS, XSI = (
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/2001/XMLSchema-instance",
)
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What Word wants beside every property of one's own."""
ML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PACKAGE = "application/vnd.openxmlformats-package."
OFFICE = "application/vnd.openxmlformats-officedocument."

KINDS = {
    "word/document.xml": f"{ML}document.main+xml",
    "word/styles.xml": f"{ML}styles+xml",
    "word/numbering.xml": f"{ML}numbering+xml",
    "word/settings.xml": f"{ML}settings+xml",
    "word/comments.xml": f"{ML}comments+xml",
    "word/headerPb.xml": f"{ML}header+xml",
    "word/footerPb.xml": f"{ML}footer+xml",
    "docProps/core.xml": f"{PACKAGE}core-properties+xml",
    "docProps/app.xml": f"{OFFICE}extended-properties+xml",
    "docProps/custom.xml": f"{OFFICE}custom-properties+xml",
}
"""What each part is."""

LEADS = {
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/comments.xml": "comments",
    "word/headerPb.xml": "header",
    "word/footerPb.xml": "footer",
}
"""What the text leads to, by the last word of the relation."""


def types(names: Mapping[str, bytes], more: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Return what says of each part what it is; `more` is told of parts that are not ours."""
    body = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    body += '<Default Extension="xml" ContentType="application/xml"/>'
    kinds = {name: kind for name, kind in KINDS.items() if name in names} | dict(more)
    body += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return f'{HEAD}<Types xmlns="{TYPES}">{body}</Types>'.encode()


def top_relations(names: Mapping[str, bytes]) -> bytes:
    """Return what leads from the file to its text and its properties."""
    rows = [("rId1", f"{R}/officeDocument", "word/document.xml")]
    rows.append(("rId2", f"{RELATIONS}/metadata/core-properties", "docProps/core.xml"))
    rows.append(("rId3", f"{R}/extended-properties", "docProps/app.xml"))
    if "docProps/custom.xml" in names:
        rows.append(("rId4", f"{R}/custom-properties", "docProps/custom.xml"))
    return _relations("".join(leads(*row) for row in rows))


def text_relations(names: Mapping[str, bytes], links: Mapping[str, str], more: str = "") -> bytes:
    """Return what leads from the text to other parts and to addresses outside; `more` leads elsewhere."""
    inner = "".join(
        leads(relation(name), f"{R}/{kind}", name.removeprefix("word/"))
        for name, kind in LEADS.items()
        if name in names
    )
    outer = "".join(leads(id, f"{R}/hyperlink", address, outside=True) for address, id in links.items())
    return _relations(inner + outer + more)


def relation(name: str) -> str:
    """Return the name of the relation that leads to a part."""
    return "rId" + name.removeprefix("word/").removesuffix(".xml").capitalize()


def _relations(body: str) -> bytes:
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{body}</Relationships>'.encode()


def leads(id: str, kind: str, target: str, *, outside: bool = False) -> str:
    """Return a relation to a part, or to an address outside."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{id}" Type="{kind}" Target="{attribute(target)}"{mode}/>'


def settings() -> bytes:
    """Return the settings: what is typed from here on is tracked, so that it can be taken back in."""
    body = (
        '<w:zoom w:percent="100"/><w:trackRevisions/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )
    return part("w:settings", body, ("w", W))


def core(title: str, subject: str, creator: str, identifier: str, day: dt.date) -> bytes:
    """Return the properties that every program shows."""
    when = f"{day.isoformat()}T09:00:00Z"
    said = {"title": title, "subject": subject, "creator": creator, "identifier": identifier}
    body = "".join(f"<dc:{tag}>{text(words)}</dc:{tag}>" for tag, words in said.items() if words)
    body += "<dc:language>en-GB</dc:language>"
    body += "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{when}</dcterms:{tag}>' for tag in ("created", "modified")
    )
    spaces = (("cp", CORE), ("dc", DC), ("dcterms", TERMS), ("xsi", XSI))
    return part("cp:coreProperties", body, *spaces)


def app() -> bytes:
    """Return the properties that say which program wrote the file."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{space}"><Application>protobuild</Application></Properties>'.encode()


def custom(said: Mapping[str, str]) -> bytes:
    """Return properties of our own, by name."""
    body = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{pid}" name="{attribute(name)}">'
        f"<vt:lpwstr>{text(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(said.items(), 2)
    )
    return f'{HEAD}<Properties xmlns="{CUSTOM}" xmlns:vt="{VALUES}">{body}</Properties>'.encode()


LONGEST = 38
"""How many letters of a title stand at the head of a page."""


def shortened(words: str) -> str:
    """Return words short enough for the head of a page."""
    return words if len(words) <= LONGEST else words[: LONGEST + 1].rpartition(" ")[0] + "…"


def header(left: str, right: str) -> bytes:
    """Return the head of every page."""
    return part("w:hdr", _running("Header", f"<w:r>{said_in(left)}<w:tab/>{said_in(right)}</w:r>"), ("w", W))


def footer(left: str) -> bytes:
    """Return the foot of every page, with its number and how many there are."""
    page, pages = (field_of(f" {name} ", "<w:r><w:t>1</w:t></w:r>") for name in ("PAGE", "NUMPAGES"))
    of = '<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
    inner = f'<w:r>{said_in(left)}<w:tab/><w:t xml:space="preserve">Page </w:t></w:r>{page}{of}{pages}'
    return part("w:ftr", _running("Footer", inner), ("w", W))


def _running(style: str, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def page() -> str:
    """Return how a page is set up: A4, with our head and foot."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{relation("word/headerPb.xml")}"/>'
        f'<w:footerReference w:type="default" r:id="{relation("word/footerPb.xml")}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"'
        ' w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
