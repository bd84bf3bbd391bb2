"""A site is written whole or not at all, and nothing of anybody's is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from protobuild.model.source import UsageError
from protobuild.publish.site.folder import LEDGER, digest, write_site

FIRST = {"index.html": b"one", "2025-01-21/index.html": b"first", "draft/index.html": b"draft"}
SECOND = {"index.html": b"two", "2025-01-21/index.html": b"first", "2026-05-14/index.html": b"second"}


def found(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, less the ledger."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != LEDGER)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_site_is_written_with_its_folders(tmp_path: Path) -> None:
    written = write_site(tmp_path / "site", FIRST)
    assert found(tmp_path / "site") == FIRST
    assert written.fresh == tuple(sorted(FIRST))


def test_a_later_site_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)
    written = write_site(tmp_path, SECOND)
    assert found(tmp_path) == SECOND
    assert written.fresh == ("2026-05-14/index.html", "index.html")
    assert written.removed == ("draft/index.html",)
    assert not (tmp_path / "draft").exists()


def test_a_file_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert write_site(tmp_path, FIRST).fresh == ()
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_same_site_leaves_the_same_folder_however_it_came_there(tmp_path: Path) -> None:
    write_site(tmp_path / "once", SECOND)
    write_site(tmp_path / "twice", FIRST)
    write_site(tmp_path / "twice", SECOND)
    assert (tmp_path / "once" / LEDGER).read_bytes() == (tmp_path / "twice" / LEDGER).read_bytes()


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(UsageError, match="not a site made by protobuild"):
        write_site(tmp_path, FIRST)
    assert found(tmp_path) == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("ledger", [b"", b"[]", b'{"files": 3}', b'{"files": {"a": 3}}', b"\xff"])
def test_a_folder_whose_ledger_says_nothing_is_refused(ledger: bytes, tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_bytes(ledger)
    with pytest.raises(UsageError, match="not a site made by protobuild"):
        write_site(tmp_path, FIRST)


def test_a_ledger_that_names_files_outside_its_folder_is_refused(tmp_path: Path) -> None:
    victim = tmp_path / "thesis.docx"
    victim.write_bytes(b"years of work")
    write_site(tmp_path / "site", {"index.html": b"one"})
    ledger = tmp_path / "site" / LEDGER
    said = {"files": {"../thesis.docx": [digest(b"years of work")]}, "made_from": {}}
    ledger.write_text(json.dumps(said))
    with pytest.raises(UsageError, match="not a site made by protobuild"):
        write_site(tmp_path / "site", FIRST)
    assert victim.exists()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"")
    with pytest.raises(UsageError, match="is a file, not a folder"):
        write_site(tmp_path / "site", FIRST)


def test_files_of_the_council_in_the_folder_are_left_where_they_are(tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)
    (tmp_path / "logo.png").write_bytes(b"theirs")
    (tmp_path / "draft" / "notes.txt").write_bytes(b"theirs too")
    write_site(tmp_path, SECOND)
    assert found(tmp_path) == SECOND | {"logo.png": b"theirs", "draft/notes.txt": b"theirs too"}


@pytest.mark.parametrize("name", ["index.html", "draft/index.html"])
def test_what_was_changed_by_hand_is_neither_written_over_nor_taken_away(name: str, tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)
    (tmp_path / name).write_bytes(b"by hand")
    with pytest.raises(UsageError, match="was not made here or was changed by hand") as raised:
        write_site(tmp_path, SECOND)
    assert "Move it out of the folder" in raised.value.fix
    assert found(tmp_path) == FIRST | {name: b"by hand"}


def test_what_lies_where_a_new_file_would_go_is_not_written_over(tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)
    (tmp_path / "2026-05-14").mkdir()
    (tmp_path / "2026-05-14" / "index.html").write_bytes(b"theirs")
    with pytest.raises(UsageError, match=r"2026-05-14/index\.html was not made here"):
        write_site(tmp_path, SECOND)


@pytest.mark.parametrize("step", range(1, 8))
def test_after_a_crash_at_any_step_every_file_is_whole_and_the_next_run_mends_it(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, FIRST)
    replace, unlink, done = Path.replace, Path.unlink, [0]

    def crash() -> None:
        done[0] += 1
        if done[0] == step:
            raise KeyboardInterrupt

    def replacing(self: Path, target: Path) -> Path:
        crash()
        return replace(self, target)

    def unlinking(self: Path, missing_ok: bool = False) -> None:
        if self.name == "index.html":
            crash()
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replacing)
        patch.setattr(Path, "unlink", unlinking)
        try:
            write_site(tmp_path, SECOND)
        except KeyboardInterrupt:
            whole = [set(FIRST.values()), set(SECOND.values())]
            left = {
                name: data for name, data in found(tmp_path).items() if not name.endswith((".new", ".old"))
            }
            assert set(left.values()) <= whole[0] | whole[1]
            assert "index.html" in left
    write_site(tmp_path, SECOND)
    left = {name: data for name, data in found(tmp_path).items() if not name.endswith((".new", ".old"))}
    assert left == SECOND
    assert set(json.loads((tmp_path / LEDGER).read_text())["files"]) == set(SECOND)
