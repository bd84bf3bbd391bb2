"""What is no Word file, or is made to do harm, is refused in words that say what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from protobuild.interchange.document import read_document
from protobuild.interchange.docx import package
from protobuild.model.source import ProtobuildError
from word_files import WORD, changed, p, part, word, zipped

GOOD = word(p("Members treat officers with respect."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def encrypted() -> bytes:
    data = bytearray(GOOD)
    at = data.index(b"PK\x01\x02")
    while at >= 0:  # every entry of the archive's own list says that it needs a password
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


def macros() -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**files, "word/vbaProject.bin": b"x"})


def twice() -> bytes:
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", part("document", f"<w:body>{p('Other words.')}</w:body>"))
    return out.getvalue()


def flipped() -> bytes:
    data = bytearray(GOOD)
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = bytes(20)
    return bytes(data)


def document(xml: str) -> bytes:
    return changed(GOOD, document=xml)


ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>a &x; b</w:t></w:r></w:p></w:body></w:document>'
)
LAUGHS = ENTITY.replace('SYSTEM "file:///etc/hostname"', '"ha"')
DEEP = part("document", f"<w:body>{'<w:sdt><w:sdtContent>' * 300}{'</w:sdtContent></w:sdt>' * 300}</w:body>")
BOMB = part("document", f"<w:body>{p('a')}{' ' * 30_000_000}</w:body>")
RATIO = part("document", f"<w:body>{p('a' * 9_000_000)}</w:body>")
MANY = part("document", f"<w:body>{'<w:p/>' * 1_000_001}</w:body>")

REFUSED = {
    "an empty file": (b"", "is empty"),
    "a text": (b"Members treat officers with respect.", "is not a Word file, whatever its name says"),
    "a web page": (b"<!DOCTYPE html><p>Members", "is a web page or other text"),
    "a PDF": (b"%PDF-1.7 ...", "is a PDF"),
    "rich text": (b"{\\rtf1 Members}", "is a Rich Text file"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), "is in the format of Word before 2007"),
    "another old file": (OLE, "is a file of an older office program"),
    "a zip with a password": (encrypted(), "is protected by a password"),
    "half a file": (GOOD[: len(GOOD) // 2], "is damaged"),
    "some other zip": (zipped({"a.txt": "words"}), "is not a Word file, whatever its name says"),
    "a spreadsheet": (zipped({"xl/workbook.xml": "<x/>"}), "is a spreadsheet or a presentation"),
    "an OpenDocument": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "an OpenDocument file",
    ),
    "macros": (macros(), "holds macros"),
    "no text part": (changed(GOOD, document=None), "is damaged"),
    "broken XML": (document("<w:document"), "is damaged"),
    "flipped bytes": (flipped(), "is damaged"),
    "two texts": (twice(), "is damaged"),
    "an outside entity": (document(ENTITY), "is damaged"),
    "an inside entity": (document(LAUGHS), "is damaged"),
    "deep nesting": (document(DEEP), "is damaged"),
    "a bomb": (document(BOMB), "holds far more than any protocol does"),
    "a dense bomb": (document(RATIO), "holds far more than any protocol does"),
    "a million paragraphs": (document(MANY), "holds far more than any protocol does"),
    "no body": (document(part("document", "")), "holds no text"),
    "no words": (word(p()), "holds no text"),
    "another file inside": (word('<w:altChunk r:id="x"/>'), "takes in another file"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_refused_by_name_with_a_remedy(kind: str) -> None:
    data, why = REFUSED[kind]
    with pytest.raises(ProtobuildError) as raised:
        read_document("protocol.docx", data)
    assert raised.value.message.startswith("protocol.docx")
    assert why in raised.value.message
    assert raised.value.fix.endswith(".")


@pytest.mark.parametrize("name", ["protocol.docm", "protocol.doc"])
def test_a_file_for_macros_is_refused_whatever_it_is_called(name: str) -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
    content = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>'
    with pytest.raises(ProtobuildError, match="holds macros"):
        read_document(name, changed(GOOD, Content_Types=content))


def test_a_file_saved_as_strict_open_xml_is_read() -> None:
    strict = part("document", f"<w:body>{p('Kept words.')}</w:body>").replace(
        WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert read_document("a.docx", document(strict)).report.coverage.words_in == 2


def test_only_the_parts_that_are_needed_are_unpacked() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    picture = zipped({**files, "word/media/image1.png": bytes(package.LARGEST_PART + 1)})
    assert read_document("a.docx", picture).report.coverage.whole


def test_nothing_outside_the_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    linked = word(
        p('<w:hyperlink r:id="h"><w:r><w:t>there</w:t></w:r></w:hyperlink>'), links={"h": "http://x.example/"}
    )
    assert read_document("a.docx", linked).sections[0]["clauses"][0]["text"] == "[there](http://x.example/)"
