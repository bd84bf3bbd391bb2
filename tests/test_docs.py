"""What the documents show is what happens: commands are run, links lead somewhere, samples are fresh."""

from __future__ import annotations

import datetime as dt
import io
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from protobuild.cli import adopt
from protobuild.cli.program import run
from protobuild.life.home import find_home
from protobuild.life.proof import faults, history_faults
from protobuild.life.versions import adopted_on, versions
from protobuild.publish import formats
from small_council import write, write_project

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#\s]+)\)")
OLD = "# Protocol\n\n## 1. Advice\n\n1.1 Members should ask for advice.\n"


def _commands(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a page with the lines it is shown to print."""
    for block in _CONSOLE.findall(page.read_text("utf-8")):
        command, shown = "", []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, shown
                command, shown = line[2:], []
            else:
                shown.append(line)
        yield command, shown


def _examples() -> list[Any]:
    """Return each command once, with what it is shown to print where any page shows it."""
    found: dict[str, tuple[str, list[str]]] = {}
    for page in PAGES:
        for command, shown in _commands(page):
            if command != "make test" and (shown or command not in found):  # this test is a part of that
                found[command] = (page.name, shown)
    return [pytest.param(command, shown, id=f"{page}: {command}") for command, (page, shown) in found.items()]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder as a reader has it, with two drafts of somebody's own beside the protocol."""
    folder = tmp_path / "reader"
    for name in ("protocol", "changelog"):
        shutil.copytree(ROOT / name, folder / name)
    for number, name in enumerate(("old", "new", "officers-draft", "committee-draft")):
        (folder / f"{name}.md").write_text(OLD.replace("should", ("should", "must")[number % 2]), "utf-8")
    return folder


def _demo_script() -> str:
    """Return what `make demo` runs once everything is installed."""
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    lines = [line.strip().removeprefix("@") for line in recipe.splitlines()[1:]]
    return "\n".join(line.replace("$(BIN)/protobuild", "protobuild") for line in lines)


@pytest.mark.parametrize(("command", "shown"), _examples())
def test_a_command_in_the_documents_prints_what_they_show(
    copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    command: str,
    shown: list[str],
) -> None:
    monkeypatch.chdir(copy)
    monkeypatch.setattr(formats, "make_pdf", lambda page, *look: b"%PDF")  # the samples below are real ones
    script = _demo_script() if command == "make demo" else command
    assert [line for line in script.splitlines() if _done(line) != 0] == [], capfd.readouterr()
    said = capfd.readouterr()
    if shown:
        assert sorted((said.out + said.err).splitlines()) == sorted(shown)


def _done(line: str) -> int:
    """Do what is typed and return the exit code; what is not ours is typed in a shell."""
    if re.match(r"protobuild\b", line):
        return run(shlex.split(line)[1:])
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}
    return subprocess.run(["bash", "-euo", "pipefail", "-c", line], check=False, env=env).returncode


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_in_the_documents_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        if not target.startswith("https://"):
            assert (page.parent / target).exists(), target


def test_the_closing_lines_of_the_tests_show_no_count_that_could_be_false() -> None:
    shown = dict(_commands(ROOT / "README.md"))["make test"]
    assert not [line for line in shown if re.search(r"\d", line)]


def test_a_version_can_be_recorded_as_the_documents_say(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(copy, tmp_path / "council"))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(adopt, "now", lambda: dt.datetime(2026, 12, 8, 9, tzinfo=dt.UTC))
    section = (ROOT / "docs" / "on-a-date.md").read_text("utf-8").partition("## How a version is rec")[2]
    propose, dry_run, past, _ = re.findall(r"^```text\nprotobuild (.+)\n```", section, re.MULTILINE)
    assert run(shlex.split(propose)) == 0
    meeting = re.search(r"^# (meetings/.+yaml)\n((?:.+\n)+?)decisions:", section, re.MULTILINE)
    assert meeting is not None
    write(folder, {meeting[1]: meeting[2]})
    assert run(shlex.split(dry_run)) == 0
    assert run(shlex.split(dry_run.removesuffix(" --dry-run"))) == 0
    assert run(shlex.split(past)) == 0
    names = [version.folder.name for version in versions(find_home(folder))]
    assert names == ["2019-05-14-council", "2026-05-14-council", "2026-11-20-council"]
    assert history_faults(find_home(folder)) == ()


def test_what_is_kept_beside_a_version_can_be_worked_out_anew(tmp_path: Path) -> None:
    home = find_home(write_project(tmp_path))
    folder = home.changelog / "2026-11-20-council"
    shutil.copytree(home.protocol, folder / "protocol")
    write(folder, {"record.yaml": "body: Full Council\nadopted: 2026-11-20\n"})
    tool = [sys.executable, ROOT / "tools" / "derive.py", folder]
    done = subprocess.run(tool, capture_output=True, text=True, check=True)
    assert done.stdout == "2026-11-20-council: numbers, text and checksums written\n"
    version = adopted_on(home, dt.date(2026, 11, 20))
    assert faults(version, home.root) == ()
    assert "1.2 Officers answer within 5 working days.\n" in (folder / "text.txt").read_text("utf-8")
    assert not (home.changelog / "2026-01-20-council" / "text.txt").exists()  # other versions are left alone


def _samples() -> dict[str, bytes]:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from samples import samples
    finally:
        sys.path.pop(0)
    return dict(samples())


def _words(pdf: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_samples_are_what_the_project_makes_now() -> None:
    for name, data in _samples().items():
        kept = (ROOT / "docs" / "samples" / name).read_bytes()
        if name.endswith(".pdf"):
            assert _words(kept) == _words(data), f"{name} is stale: make samples"
        else:
            assert kept == data, f"{name} is stale: make samples"


def test_the_samples_are_small_enough_to_be_cloned_without_a_thought() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "docs").rglob("*") if path.is_file()) < 1_500_000
