"""A site is left as it is only where everything it is made from, and every file of it, is as it was."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from protobuild.life.home import Home, home_at
from protobuild.publish import again
from protobuild.publish.site.folder import LEDGER, write_site
from protobuild.publish.site.unchanged import made_from, stands

FILES = {
    "protocol/protocol.yaml": "title: Protocol\n",
    "protocol/roles.yaml": "kind: roles\n",
    "changelog/2026-05-14-council/record.yaml": "body: Council\n",
    "changelog/2026-05-14-council/protocol/roles.yaml": "kind: roles\n",
    "theme/theme.yaml": "logo: logo.svg\n",
    "theme/logo.svg": "<svg></svg>",
    "theme/templates/frame.html": "<html></html>",
    "accessibility.md": "Words\n",
}
SITE = {"index.html": b"page", "2026-05-14/protocol.pdf": b"%PDF"}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A protocol whose site was just made."""
    for name, words in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, "utf-8")
    found = home_at(tmp_path)
    write_site(tmp_path / "site", SITE, whole=made_from(found, "2026-05-20"))
    again.maker.cache_clear()
    return found


def is_left(home: Home, *options: str) -> bool:
    return stands(home.root / "site", made_from(home, *options or ("2026-05-20",)))


def test_a_site_that_would_come_out_the_same_is_left(home: Home) -> None:
    assert is_left(home)


def test_the_same_files_elsewhere_make_the_same_site(home: Home, tmp_path: Path) -> None:
    moved = home.root.rename(tmp_path.with_name(f"{tmp_path.name}-elsewhere"))
    assert is_left(home_at(moved))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_changed_counts(home: Home, name: str) -> None:
    (home.root / name).write_text(FILES[name] + " ", "utf-8")
    assert not is_left(home)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_counts(home: Home, name: str) -> None:
    (home.root / name).unlink()
    if home.exists:
        assert not is_left(home)


@pytest.mark.parametrize(
    "name", ["protocol/new.yaml", "changelog/2026-09-01-council/record.yaml", "theme/style.css"]
)
def test_a_file_that_is_new_counts(home: Home, name: str) -> None:
    (home.root / name).parent.mkdir(exist_ok=True)
    (home.root / name).write_text("", "utf-8")
    assert not is_left(home)


def test_what_is_asked_for_counts(home: Home) -> None:
    assert not is_left(home, "2026-05-21")
    assert not is_left(home, "2026-05-20", "fragments")


@pytest.mark.parametrize("name", SITE)
@pytest.mark.parametrize("spoil", [lambda file: file.write_bytes(b"by hand"), Path.unlink])
def test_a_site_that_somebody_touched_is_made_again(
    home: Home, name: str, spoil: Callable[[Path], object]
) -> None:
    spoil(home.root / "site" / name)
    assert not is_left(home)


def test_a_site_of_which_nobody_knows_what_it_was_made_from_is_made_again(home: Home) -> None:
    write_site(home.root / "site", SITE)
    assert not is_left(home)
    (home.root / "site" / LEDGER).unlink()
    assert not is_left(home)


@pytest.mark.parametrize("kind", [".py", ".ttf", ".css", ".html", ".json"])
def test_any_file_of_the_program_counts(home: Home, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Another:
        """One file of that kind, with a byte more."""

        def __init__(self, item: Traversable) -> None:
            self.item = item

        def read_bytes(self) -> bytes:
            return self.item.read_bytes() + b" "

    found = list(again._all(again.files("protobuild"), ""))
    path = next(path for path, _ in found if path.endswith(kind))
    monkeypatch.setattr(again, "_all", lambda *_: ((p, Another(i) if p == path else i) for p, i in found))
    assert not is_left(home)


@pytest.mark.parametrize("name", ["weasyprint", "jinja2", "rapidfuzz"])
def test_another_version_of_a_library_counts(home: Home, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    version = again.version
    monkeypatch.setattr(again, "version", lambda asked: "0" if asked == name else version(asked))
    assert not is_left(home)


def test_every_file_of_the_program_is_read() -> None:
    found = {path for path, _ in again._all(again.files("protobuild"), "")}
    ours = Path(str(again.files("protobuild")))
    wanted = {path.relative_to(ours).as_posix() for path in ours.rglob("*") if path.is_file()}
    assert found == {path for path in wanted if "__pycache__" not in path}


def test_where_the_protocol_lies_beside_its_site_nobody_can_tell(tmp_path: Path) -> None:
    (tmp_path / "protocol.yaml").write_text("title: Protocol\n", "utf-8")
    assert made_from(home_at(tmp_path)) == ""
    write_site(tmp_path / "site", SITE)
    assert not stands(tmp_path / "site", "")
