"""Files are put in place together, or not at all; each format of the table writes something."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from protobuild.model.outline import accept
from protobuild.model.source import UsageError
from protobuild.publish.files import write_files
from protobuild.publish.formats import FORMATS
from protobuild.render.index import Row, write_index
from sample_redline import OUTLINE, REDLINED


def test_files_are_written_and_named(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "new" / "folder", {"a.html": b"A", "b.txt": b"B"})
    assert [path.read_bytes() for path in paths] == [b"A", b"B"]
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == ["a.html", "b.txt"]


def test_a_later_build_replaces_an_earlier_one_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": b"old"})
    write_files(tmp_path, {"a.html": b"new"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.html", b"new")]


def test_when_one_file_cannot_be_placed_all_the_old_ones_stay(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": b"old", "b.html": b"old"})
    (tmp_path / "b.html.old").mkdir()
    (tmp_path / "b.html.old" / "in the way").touch()
    with pytest.raises(UsageError, match="Nothing was written"):
        write_files(tmp_path, {"a.html": b"new", "b.html": b"new", "c.html": b"new"})
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes() == b"old"
    assert not (tmp_path / "c.html").exists()
    assert not list(tmp_path.glob("*.new"))


def test_at_no_moment_is_a_name_without_a_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.html": b"old"})
    replace = Path.replace

    def crash(self: Path, target: Path) -> Path:
        assert (tmp_path / "a.html").read_bytes() == b"old"
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {"a.html": b"new"})
    assert (tmp_path / "a.html").read_bytes() == b"old"
    monkeypatch.setattr(Path, "replace", replace)
    write_files(tmp_path, {"a.html": b"newer"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.html", b"newer")]


def test_a_name_may_lead_into_folders_below(tmp_path: Path) -> None:
    write_files(tmp_path, {"x/y/a.html": b"A", "b.html": b"B"})
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"x/y/a.html", "b.html"}


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(UsageError) as raised:
        write_files(tmp_path / "build", {"a.html": b""})
    assert "name another folder" in raised.value.fix
    assert "--" not in raised.value.fix  # not every verb that writes has the same options


@pytest.mark.parametrize("name", ["../a.html", "x/../../a.html", "/a.html", "x//a.html", "x/", "", ".."])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not the name of a file"):
        write_files(tmp_path / "build", {name: b""})
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_writes_a_redline_and_a_clean_text(name: str) -> None:
    form = FORMATS[name]
    redline, page = form.write(REDLINED), form.write(accept(OUTLINE))
    assert redline
    assert page
    assert redline != page
    assert "." in form.suffix
    if name == "json":
        assert json.loads(redline)["changes"]


def test_the_table_of_formats_is_read_without_the_library_that_draws() -> None:
    import subprocess

    code = "import sys, protobuild.publish.formats; print('weasyprint' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_the_index_lists_every_file_in_plain_words() -> None:
    rows = [
        Row("redline.html", "What changed", "web page", "For the committee."),
        Row("redline.pdf", "What changed", "PDF", "For the committee."),
        Row("protocol.html", "The protocol <now>", "web page"),
    ]
    html = write_index("Example Borough Council", rows)
    assert '<a href="redline.pdf">What changed</a> (PDF)' in html
    assert html.count("For the committee.") == 1
    assert "The protocol &lt;now&gt;" in html


def test_the_index_tells_apart_files_that_hold_the_same_in_the_same_form() -> None:
    rows = [
        Row("redline.html", "What changed", "web page"),
        Row("redline-2026-05-14.html", "What changed", "web page"),
        Row("redline.pdf", "What changed", "PDF"),
    ]
    html = write_index("Example Borough Council", rows)
    assert '<a href="redline.html">What changed</a> (web page, redline.html)' in html
    assert '<a href="redline-2026-05-14.html">What changed</a> (web page, redline-2026-05-14.html)' in html
    assert '<a href="redline.pdf">What changed</a> (PDF)' in html
