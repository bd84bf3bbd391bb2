"""The same input gives the same bytes: in another folder, at another time, under other settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from small_council import write_project

LATER = """
import runpy, sys, time
now = time.time
time.time = lambda: now() + 40_000_000
sys.argv[0] = "protobuild"
runpy.run_module("protobuild", run_name="__main__")
"""
"""Runs the program with a clock that is more than a year ahead."""

OTHER_SETTINGS = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "SOURCE_DATE_EPOCH": "86400",
}
OURS = {"PYTHONHASHSEED": "0", "TZ": "Europe/London", "LC_ALL": "C.UTF-8"}

ASKED = (
    ("redline", "--to", "pdf", "--to", "html", "--to", "json"),
    ("build", "--at", "2026-01-20", "--to", "pdf", "--to", "large-print", "--to", "text"),
    ("publish", "--out", "build/site", "--on", "2026-11-22", "--no-pdf", "--fragment"),
)


def made(folder: Path, program: list[str], settings: dict[str, str]) -> dict[str, bytes]:
    """Return every file that the program makes of a project in that folder."""
    home = write_project(folder)
    manifest = home / "protocol" / "protocol.yaml"
    manifest.write_text(f"{manifest.read_text('utf-8')}address: https://www.example.gov.uk/p\n", "utf-8")
    outside = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    for asked in ASKED:
        subprocess.run(
            [sys.executable, *program, "--quiet", *asked],
            cwd=home,
            env=outside | settings,
            check=True,
            capture_output=True,
        )
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in (home / "build").rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    here = tmp_path_factory.mktemp("council")
    there = tmp_path_factory.mktemp("another folder, with spaces")
    return made(here, ["-m", "protobuild"], OURS), made(
        there / "ever" / "deeper", ["-c", LATER], OTHER_SETTINGS
    )


def test_folder_clock_time_zone_locale_and_hashes_change_no_byte(
    both: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    first, second = both
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert sum(name.endswith(".pdf") for name in first) == 3
