"""A council's own template gives a Word file its styles, its page, its heads and feet; no word is lost."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.shared import Cm, RGBColor

from protobuild.interchange.docx.writing.file import write_docx
from protobuild.interchange.docx.writing.options import Options
from protobuild.interchange.docx.writing.template import fault_in
from sample_redline import REDLINED
from word_views import NEW, OLD, W, parts, said, xml

MAROON = RGBColor(0x80, 0, 0)


def template(*, running: bool = True) -> bytes:
    """Return a template as a council would make it."""
    made = docx.Document()
    made.styles["Heading 1"].font.color.rgb = MAROON
    made.sections[0].left_margin = Cm(4)
    if running:
        made.sections[0].header.paragraphs[0].text = "Example Borough Council: Constitution"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return a file with a part changed, or added where the old is empty."""
    given = parts(data)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for each, words in (given | {name: given.get(name, b"").replace(old, new) if old else new}).items():
            file.writestr(each, words)
    return out.getvalue()


@pytest.fixture(scope="module")
def dressed() -> bytes:
    return write_docx(REDLINED, Options(template=template()))


def test_both_texts_and_their_numbers_are_as_without_it(dressed: bytes) -> None:
    plain = write_docx(REDLINED)
    assert said(dressed, NEW) == said(plain, NEW)
    assert said(dressed, OLD) == said(plain, OLD)


def test_its_styles_and_page_and_heads_are_used(dressed: bytes) -> None:
    opened = docx.Document(io.BytesIO(dressed))
    assert opened.styles["Heading 1"].font.color.rgb == MAROON
    assert opened.sections[0].left_margin == pytest.approx(Cm(4), abs=1000)
    assert opened.sections[0].header.paragraphs[0].text == "Example Borough Council: Constitution"
    assert not any("headerPb" in name for name in parts(dressed))


def test_a_style_it_has_is_numbered_by_our_list(dressed: bytes) -> None:
    heading = docx.Document(io.BytesIO(dressed)).styles["Heading 1"].element
    assert heading.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"


def test_a_style_it_lacks_is_ours_and_every_style_named_is_there(dressed: bytes) -> None:
    styles = {style.get(f"{W}styleId") for style in xml(dressed, "word/styles.xml").iter(f"{W}style")}
    named = {each.get(f"{W}val") for each in xml(dressed).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert "ProtocolParagraph" in named
    assert named <= styles


def test_without_heads_and_feet_of_its_own_it_has_ours() -> None:
    made = write_docx(REDLINED, Options(template=template(running=False)))
    assert "This copy shows changes" in docx.Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text


def test_every_part_that_is_led_to_is_there(dressed: bytes) -> None:
    names = parts(dressed)
    for row in xml(dressed, "word/_rels/document.xml.rels"):
        if row.get("TargetMode") != "External":
            target = row.get("Target").lstrip("/")
            assert target in names or f"word/{target}" in names


def torn(data: bytes) -> bytes:
    """Return a Word file of which one part can no longer be unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        start = file.getinfo("word/styles.xml").header_offset
    packed = start + 30 + len("word/styles.xml")
    return data[:packed] + b"\x07" + data[packed + 1 :]


ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNUSABLE = {
    "damaged": (b"PK\x03\x04 no more", "damaged"),
    "with a torn part": (torn(template()), "damaged"),
    "locked": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "of an old Word": (OLE + "WordDocument".encode("utf-16-le"), "before 2007"),
    "a spreadsheet": (changed(template(), "word/document.xml", b"", b"<x/>"), "page setup"),
    "with macros": (changed(template(), "word/vbaProject.bin", b"", b"x"), "macros"),
    "with entities": (changed(template(), "word/document.xml", b"<w:document", ENTITY), "more than"),
    "huge": (changed(template(), "word/media/a.bin", b"", b"\0" * 21_000_000), "20 MB"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_one_that_cannot_be_used_is_refused_in_plain_words(name: str) -> None:
    data, why = UNUSABLE[name]
    assert why in fault_in(data)
    assert fault_in(template()) == ""
