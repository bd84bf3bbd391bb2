"""What differs from the site published last is told file by file, and no address is lost unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.model.source import UsageError
from protobuild.publish.site.compare import differences
from protobuild.publish.site.folder import write_site

OLD = {
    "index.html": b'<p id="ask">one</p><p id="1.1"></p><p id="Formats"></p>',
    "2025-01-21/index.html": b"first",
    "2025-01-21/protocol-2025-01-21.pdf": b"first",
    "assets/text-screen.css": b"p {}",
    "draft/index.html": b"draft",
    "READ-ME-FIRST.html": b"read",
}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    write_site(tmp_path / "old", OLD)
    return tmp_path / "old"


def test_the_same_site_differs_in_nothing(old: Path) -> None:
    found = differences(old, OLD)
    assert (found.changed, found.added, found.removed, found.lost) == ((), (), (), ())


def test_changed_added_and_removed_files_are_told_apart(old: Path) -> None:
    new = {**OLD, "2025-01-21/index.html": b"first, superseded", "2026-05-14/index.html": b"second"}
    del new["draft/index.html"]
    found = differences(old, new)
    assert found.changed == ("2025-01-21/index.html",)
    assert found.added == ("2026-05-14/index.html",)
    assert found.removed == ("draft/index.html",)


@pytest.mark.parametrize("name", ["2025-01-21/index.html", "2025-01-21/protocol-2025-01-21.pdf"])
def test_an_address_that_would_vanish_is_lost(old: Path, name: str) -> None:
    new = {path: data for path, data in OLD.items() if path != name}
    assert differences(old, new).lost == (name,)


@pytest.mark.parametrize("name", ["draft/index.html", "assets/text-screen.css", "READ-ME-FIRST.html"])
def test_what_nobody_was_promised_may_go(old: Path, name: str) -> None:
    found = differences(old, {path: data for path, data in OLD.items() if path != name})
    assert found.removed == (name,)
    assert found.lost == ()


def test_a_place_on_a_page_that_would_vanish_is_lost_too(old: Path) -> None:
    found = differences(old, {**OLD, "index.html": b'<p id="1.1">one</p>'})
    assert found.lost == ("index.html#ask",)


def test_a_site_that_was_copied_without_its_ledger_is_still_a_site(old: Path) -> None:
    (old / ".site.json").unlink()
    assert differences(old, OLD).removed == ()


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no site"):
        differences(tmp_path, OLD)
