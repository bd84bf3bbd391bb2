"""Word files made from raw XML, part by part, so that a test says exactly what is inside."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WHO = 'w:id="1" w:author="A Drafter" w:date="2026-05-03T10:00:00Z"'
STYLES = {
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "TOC1": "toc 1",
    "Quote": "Quote",
    "pbfurniture": "pb-furniture end",
}
ROOTS = {
    "document": "document", "numbering": "numbering", "styles": "styles", "footnotes": "footnotes",
    "comments": "comments", "header": "hdr", "footer": "ftr",
}  # fmt: skip


def p(words: str = "", *, style: str = "", num: str = "", mark: str = "", more: str = "") -> str:
    """Return a paragraph; words that begin with `<` are runs already, `num` is level and list: `1:7`."""
    level, _, list_id = num.partition(":")
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + (f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if num else "")
        + more
        + (f"<w:rPr><w:{mark} {WHO}/></w:rPr>" if mark else "")
    )
    runs = words if words.startswith("<") else r(words) if words else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(words: str, look: str = "") -> str:
    """Return a run; `look` is what its properties hold."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def ins(words: str) -> str:
    """Return inserted words."""
    return f"<w:ins {WHO}>{r(words)}</w:ins>"


def gone(words: str) -> str:
    """Return deleted words."""
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def row(*cells: str, mark: str = "") -> str:
    """Return a row of a table; a cell is its paragraphs, or words."""
    inner = "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{f'<w:trPr><w:{mark} {WHO}/></w:trPr>' if mark else ''}{inner}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def level(at: int, text: str, format: str = "decimal", *, start: int = 1, more: str = "") -> str:
    """Return one level of a list; `more` follows its format."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, num: str = "7", also: str = "") -> str:
    """Return what numbering.xml holds: one list of those levels, and others."""
    return (
        f'<w:abstractNum w:abstractNumId="{num}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
        f'</w:abstractNum><w:num w:numId="{num}"><w:abstractNumId w:val="{num}"/></w:num>{also}'
    )


LEGAL = lists(
    level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman")
)
"""1. / 1.1 / (a) / (i), as list 7."""
BULLETS = lists(level(0, "•", "bullet"), level(1, "•", "bullet"), num="8")
"""Bullets, as list 8."""


def styled(names: Mapping[str, str] = STYLES) -> str:
    """Return what styles.xml holds: the styles by id and name, headings with their ranks."""
    out = ""
    for id, name in names.items():
        rank = f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>' if name.startswith("heading") else ""
        out += (
            f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
            f"<w:pPr>{rank}</w:pPr></w:style>"
        )
    return out


def word(body: str, *, links: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """Return a Word file with that body; further parts by name, such as `numbering` or `comments`."""
    parts = {"styles": styled(), **parts}
    related = "".join(
        f'<Relationship Id="p{at}" Type="{_RELATED}/{kind}" Target="{kind}.xml"/>'
        for at, kind in enumerate(parts)
    )
    for id, address in (links or {}).items():
        related += (
            f'<Relationship Id="{id}" Type="{_RELATED}/hyperlink" Target="{address}" TargetMode="External"/>'
        )
    kinds = {"document": "document.main", **{kind: kind for kind in parts}}
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    main = f'<Relationship Id="m" Type="{_RELATED}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{related}</Relationships>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{kind}.xml": part(kind, inner) for kind, inner in parts.items()},
    }
    return zipped(files)


def part(kind: str, inner: str) -> str:
    """Return the XML of a part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{ROOTS[kind]} {_SPACES}>{inner}</w:{ROOTS[kind]}>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of those files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, **parts: str | None) -> bytes:
    """Return a Word file with parts replaced, each by the name of its file without ending; None drops it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        (path,) = (each for each in files if each in (f"word/{name}.xml", f"[{name}].xml"))
        if content is None:
            del files[path]
        else:
            files[path] = content
    return zipped(files)
