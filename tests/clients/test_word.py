"""LibreOffice and pandoc open every Word file, and find both texts of a redline in it; its XML is sound."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conftest import CORPUS
from interchange_cases import cases
from protobuild.interchange.document import read_document, to_outline
from protobuild.interchange.docx.writing.file import write_docx
from protobuild.interchange.docx.writing.names import END_SAYS, FURNITURE
from protobuild.interchange.docx.writing.options import Options
from protobuild.life.lenient import read_folder
from protobuild.model.outline import Kind, Outline, clean
from protobuild.model.runs import Run
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from sample_redline import REDLINED
from word_views import lines_of

pytestmark = pytest.mark.clients

ROOT = Path(__file__).resolve().parents[2]
BRIDGE = Path(__file__).with_name("office_bridge.py")
CHECKER = ROOT / ".venv" / "clients" / "openxml-audit"
WAYS = {"auto": Options(comments=False), "literal": Options(numbers="literal", comments=False)}
"""LibreOffice 7.4 fails on comments over its bridge, so its files have none."""

ALLOWED = (
    re.compile(r"Numbering definition '0' referenced but not found"),  # 0 takes a paragraph out of its list
    re.compile(r"A required relationship type '.*/(fontTable|theme)' is missing"),  # both may be left out
)

Pair = tuple[str, Outline, Outline, bool]


def pairs() -> Iterator[Pair]:
    """Yield names, old texts, new texts, and whether their ids can be trusted."""
    yield from ((name, old, new, True) for name, old, new in cases())
    adopted = min((ROOT / "changelog").glob("*/protocol"))
    yield "model", read_folder(adopted), read_folder(ROOT / "protocol"), True
    if CORPUS is not None:
        texts = {name: _read(name) for name in DOCUMENTS}
        yield "barnet", texts["barnet-adopted"], texts["barnet-proposed"], False
        yield from ((name, text, amended(text), True) for name, text in texts.items())


def _read(name: str) -> Outline:
    assert CORPUS is not None
    return to_outline(read_document(f"{name}.md", (CORPUS / f"{name}.md").read_bytes()))


def amended(text: Outline) -> Outline:
    """Return a text of which every ninth provision is dropped, and every seventh says more."""
    out = []
    for at, entry in enumerate(text.entries):
        changes = entry.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.BULLET)
        if changes and at % 9 == 0:
            continue
        more = changes and at % 7 == 0
        out.append(replace(entry, body=(*entry.body, Run(" This is new."))) if more else entry)
    return replace(text, entries=tuple(map(clean, out)))


DOCUMENTS = ("barnet-adopted", "barnet-proposed", "swale-draft", "bingley")


def files(folder: Path, options: Options) -> dict[str, tuple[Path, Outline, Outline]]:
    """Write the redlines into the folder, and return each with its two texts."""
    out = {}
    for number, (name, old, new, ids) in enumerate(pairs()):
        file = folder / f"{number}.docx"
        file.write_bytes(write_docx(describe(redline(old, new, ids=ids)), options))
        out[name] = file, old, new
    return out


@pytest.fixture(scope="module", params=sorted(WAYS))
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Yield what LibreOffice makes of each redline, with the texts it should be."""
    made = files(tmp_path_factory.mktemp(request.param), WAYS[request.param])
    paths = "\n".join(str(file) for file, _, _ in made.values())
    run = subprocess.run(
        ["/usr/bin/python3", BRIDGE], input=paths, capture_output=True, text=True, timeout=1200
    )
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(made), run.stderr
    yield [(name, answer, *made[name][1:]) for name, answer in zip(made, answers, strict=True)]


def lines(rows: list[list[str]]) -> list[str]:
    """Return the paragraphs of an opened file as the text has them, furniture left out.

    Rejecting a last paragraph, LibreOffice gives its look to the line that ends the file.
    """
    out = []
    for label, style, words, _ in rows:
        furniture = style.startswith((FURNITURE, "Contents")) or words == END_SAYS
        label = "" if label in "•–" else label
        if not furniture and (label or words):
            out.append(f"{label}\t{words}" if label else words)
    return out


@pytest.mark.parametrize("what", ["accept", "reject"])
def test_libreoffice_finds_both_texts_with_their_numbers(opened: Any, what: str) -> None:
    wrong = {}
    for name, answer, old, new in opened:
        wanted = lines_of(new if what == "accept" else old)
        if lines(answer[what]) != wanted:
            wrong[name] = [
                pair for pair in zip(lines(answer[what]), wanted, strict=False) if pair[0] != pair[1]
            ][:2]
    assert len(opened) > 60
    assert wrong == {}


@pytest.mark.parametrize("what", ["accept", "reject"])
def test_pandoc_finds_both_texts_where_numbers_are_words(tmp_path: Path, what: str) -> None:
    wrong = []
    for name, (file, old, new) in files(tmp_path, Options(numbers="literal")).items():
        wanted = "".join(lines_of(new if what == "accept" else old))
        if tight("".join(by_pandoc(file, what))) != tight(wanted):
            wrong.append(name)
    assert wrong == []


def by_pandoc(file: Path, what: str) -> Iterator[str]:
    """Yield the words of a file as pandoc reads it, furniture and contents left out."""
    command = ["pandoc", "-f", "docx+styles", f"--track-changes={what}", "-t", "json", str(file)]
    read = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    yield from _said(read["meta"].get("title", []))
    yield from _said(read["blocks"])


def _said(node: Any) -> Iterator[str]:
    match node:
        case {"t": "Div", "c": [[_, _, pairs], inner]}:
            style = dict(pairs).get("custom-style", "")
            if not style.startswith((FURNITURE, "toc")):
                yield from _said(inner)
        case {"t": "Table", "c": [_, _, *rows]}:  # its caption is told again, to who cannot see the one above
            yield from _said(rows)
        case {"t": "Str", "c": str(words)}:
            yield words
        case {"t": "Quoted", "c": [_, inner]}:
            yield from _said(inner)
        case {"c": inner} | [*inner]:
            yield from (
                said for each in (inner if isinstance(inner, list) else [inner]) for said in _said(each)
            )


def tight(words: str) -> str:
    return re.sub(r"\s", "", words)


FAULTS = """
import json, sys
from openxml_audit import OpenXmlValidator
for path in sys.stdin.read().split("\\n"):
    errors = OpenXmlValidator().validate(path).errors
    print(json.dumps([" ".join(f"{error.description} {error.part_uri}".split()) for error in errors]))
"""


def faults(paths: list[Path]) -> list[list[str]]:
    """Return what the checker finds wrong in each file, beyond what any file may do."""
    env = os.environ | {"PYTHONPATH": str(CHECKER)}
    given = "\n".join(map(str, paths))
    run = subprocess.run(
        [sys.executable, "-c", FAULTS], input=given, capture_output=True, text=True, env=env, check=True
    )
    told = [json.loads(line) for line in run.stdout.splitlines()]
    return [[fault for fault in each if not any(known.search(fault) for known in ALLOWED)] for each in told]


@pytest.mark.parametrize("options", [Options(), Options(numbers="literal"), Options(moves=False)])
def test_every_file_keeps_to_the_schema_of_word_files(tmp_path: Path, options: Options) -> None:
    made = [file for file, _, _ in files(tmp_path, options).values()]
    clean = tmp_path / "clean.docx"
    clean.write_bytes(write_docx(read_folder(ROOT / "protocol"), options))
    sample = tmp_path / "sample.docx"
    sample.write_bytes(write_docx(REDLINED, options))
    checked = [*made, clean, sample]
    found = faults(checked)
    assert len(found) == len(checked)
    assert [each for each in found if each] == []


def test_the_checker_finds_a_fault(tmp_path: Path) -> None:
    file, broken = tmp_path / "a.docx", tmp_path / "b.docx"
    file.write_bytes(write_docx(REDLINED))
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:pPr>", b"<w:pPr><w:bold/>", 1))
    assert faults([file, broken])[0] == []
    assert faults([file, broken])[1] != []


def counted(odt: Path) -> tuple[int, int]:
    """Return how many changes and how many comments an OpenDocument file has."""
    with zipfile.ZipFile(odt) as file:
        content = file.read("content.xml").decode()
    return content.count("<text:changed-region"), content.count("<office:annotation ")


def test_libreoffice_opens_a_file_with_comments_and_keeps_each(tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    data = write_docx(REDLINED)
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "odt", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    with zipfile.ZipFile(file) as made:
        comments = made.read("word/comments.xml").count(b"<w:comment ")
    changes, annotations = counted(tmp_path / "redline.odt")
    assert changes > 10
    assert annotations == comments > 5
