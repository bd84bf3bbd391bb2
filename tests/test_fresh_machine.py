"""The demonstration works however the project was fetched: whole, shallow, without tags, or as a ZIP."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from protobuild.cli.program import run
from protobuild.life.starting.models import MODELS
from small_council import commit_all, git

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's protocol and its history in a repository of two commits and a tag."""
    folder = tmp_path_factory.mktemp("origin")
    shutil.copytree(ROOT / "changelog", folder / "changelog")
    adopted = next(folder.glob("changelog/*/protocol"))
    shutil.copytree(adopted, folder / "protocol")
    commit_all(folder, "The protocol as adopted")
    git(folder, "tag", "-a", "adopted", "-m", "As adopted")
    shutil.rmtree(folder / "protocol")
    shutil.copytree(ROOT / "protocol", folder / "protocol")
    commit_all(folder, "The draft")
    return folder


def _demo(folder: Path) -> None:
    """Do the demonstration's work there, and see that it is right."""
    for words in (("check",), ("build", "--to", "html"), ("redline", "--to", "html")):
        assert run(["-C", str(folder), *words]) == 0, words
    redline = (folder / "build" / "redline.html").read_text("utf-8")
    assert "Adopted 14 May 2026" in redline
    assert "<ins" in redline
    assert "<del" in redline
    assert "redline.html" in (folder / "build" / "index.html").read_text("utf-8")


def test_from_a_full_clone(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", origin.as_uri(), "copy")
    assert git(tmp_path / "copy", "tag") == "adopted"
    _demo(tmp_path / "copy")


def test_from_a_shallow_clone(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", origin.as_uri(), "copy")
    assert git(tmp_path / "copy", "rev-list", "--count", "HEAD") == "1"
    _demo(tmp_path / "copy")


def test_without_tags(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--no-tags", origin.as_uri(), "copy")
    assert git(tmp_path / "copy", "tag") == ""
    _demo(tmp_path / "copy")


def test_from_a_zip_without_history(origin: Path, tmp_path: Path) -> None:
    git(origin, "archive", "--format=zip", f"--output={tmp_path / 'copy.zip'}", "HEAD")
    shutil.unpack_archive(tmp_path / "copy.zip", tmp_path / "copy")
    assert not (tmp_path / "copy" / ".git").exists()
    _demo(tmp_path / "copy")


def test_an_installed_copy_holds_every_file_it_needs(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    left_out = shutil.ignore_patterns("*.egg-info", "__pycache__")
    for name in ("src", *MODELS.values()):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(tmp_path)], check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("protobuild/")}
    kept = {path.relative_to(tmp_path / "src").as_posix() for path in _files(tmp_path / "src" / "protobuild")}
    models = {
        f"protobuild/life/starting/models/{tier}/{path.name}"
        for tier, folder in MODELS.items()
        for path in (ROOT / folder).glob("*.yaml")
    }
    assert packed == kept | models
    assert len(models) > 30


def _files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}
