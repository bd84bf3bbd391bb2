"""`protobuild build` and the folder of outputs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from small_council import DRAFT_ADVICE, write

Type = Callable[..., object]


def _links(folder: Path) -> set[str]:
    return set(re.findall(r'href="([^"#]+)"', (folder / "index.html").read_text("utf-8")))


def _index(project: Path) -> str:
    return (project / "build" / "index.html").read_text("utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_page_and_pdf_are_made_and_listed(project: Path, type_: Type) -> None:
    said = type_("build")
    assert said.code == 0
    assert said.out == (
        "  build/protocol.html  (web page)\n"
        "  build/protocol.pdf  (PDF)\n"
        "Everything made is listed in build/index.html\n"
    )
    assert "Making the PDF" in said.err
    made = _files(project / "build")
    assert made["protocol.pdf"].startswith(b"%PDF-")
    assert "Members must ask the monitoring officer" in made["protocol.html"].decode()
    assert _links(project / "build") == {"protocol.html", "protocol.pdf"}


def test_the_same_protocol_gives_the_same_bytes(project: Path, type_: Type) -> None:
    type_("build")
    first = _files(project / "build")
    type_("build")
    assert _files(project / "build") == first


def test_an_adopted_version_says_who_adopted_it(project: Path, type_: Type) -> None:
    assert type_("build", "--at", "2026-01-20", "--to", "html").code == 0
    page = (project / "build" / "protocol-2026-01-20.html").read_text("utf-8")
    assert "Members should ask" in page
    assert "Full Council" in page


def test_text_and_data_are_made_when_asked_for(project: Path, type_: Type) -> None:
    assert type_("build", "--to", "text", "--to", "json", "--out", "elsewhere").code == 0
    assert set(_files(project / "elsewhere")) == {
        "protocol.txt",
        "protocol.json",
        "index.html",
        ".outputs.json",
    }
    assert not (project / "build").exists()


def test_errors_stop_the_build_and_leave_what_was_made(project: Path, type_: Type) -> None:
    type_("build", "--to", "html")
    before = _files(project / "build")
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("text:", "txt:", 1)})
    said = type_("build")
    assert said.code == 1
    assert "protocol/advice.yaml:5:5: error: 'txt' is not a field of a clause" in said.err
    assert _files(project / "build") == before


def test_the_index_lists_what_earlier_runs_made(project: Path, type_: Type) -> None:
    type_("build", "--to", "html")
    type_("redline", "--to", "html")
    type_("build", "--to", "text")
    assert _links(project / "build") == {"protocol.html", "protocol.txt", "redline.html"}


def test_an_output_of_the_text_before_never_stands_beside_one_of_the_text_after(
    project: Path, type_: Type
) -> None:
    type_("build", "--to", "text", "--to", "html")
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("must ask", "may ask")})
    said = type_("build", "--to", "html")
    assert set(_files(project / "build")) == {"protocol.html", "index.html", ".outputs.json"}
    assert _links(project / "build") == {"protocol.html"}
    assert "build/protocol.txt had been made from an earlier text, and was removed." in said.err


def test_an_output_with_another_councils_name_is_one_of_another_text(project: Path, type_: Type) -> None:
    type_("build", "--to", "text", "--to", "html")
    manifest = (project / "protocol" / "protocol.yaml").read_text("utf-8")
    write(project, {"protocol/protocol.yaml": manifest.replace("Example Borough", "Example City")})
    type_("build", "--to", "html")
    assert _links(project / "build") == {"protocol.html"}


def test_a_redline_of_an_earlier_draft_is_listed_as_one(project: Path, type_: Type) -> None:
    type_("redline", "--to", "html")
    type_("build", "--to", "html", "--at", "2026-01-20")
    assert "before the draft was last changed" not in _index(project)
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("must ask", "may ask")})
    type_("build", "--to", "html")
    assert _index(project).count("(web page, made before the draft was last changed)") == 1
    type_("redline", "--to", "html")
    assert "before the draft was last changed" not in _index(project)


def test_files_of_others_in_the_folder_are_left_alone(project: Path, type_: Type) -> None:
    write(project, {"build/notes.txt": "Mine.", "build/.outputs.json": "not ours"})
    assert type_("build", "--to", "html").code == 0
    assert (project / "build" / "notes.txt").read_text("utf-8") == "Mine."


def test_quiet_makes_everything_and_says_nothing(project: Path, type_: Type) -> None:
    said = type_("--quiet", "build", "--to", "html")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert (project / "build" / "protocol.html").is_file()


@pytest.mark.parametrize(
    ("asked", "code", "word"), [((), 0, "warning"), (("--to", "pdf", "--to", "html"), 1, "error")]
)
def test_without_the_library_that_draws_text_the_rest_is_made(
    project: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], code: int, word: str
) -> None:
    import sys

    broken = "print('WeasyPrint advice')\nraise OSError('cannot load libpango')\n"
    stub = write(project, {"stub/weasyprint/__init__.py": broken})
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(stub / "stub"))
    said = type_("build", *asked)
    assert said.code == code
    assert f"{word}: No PDF was made" in said.err
    assert "Pango" in said.err
    assert "advice" not in said.out + said.err
    assert set(_files(project / "build")) == {"protocol.html", "index.html", ".outputs.json"}
