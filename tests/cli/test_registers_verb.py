"""`protobuild registers`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Type = Callable[..., object]


def test_a_register_is_printed(project: Path, type_: Type) -> None:
    said = type_("registers", "duties")
    assert said.code == 0
    assert "  1.1\n    Who: Members\n    Side: members\n    Word: must\n" in said.out
    assert "TERMS" not in said.out


def test_both_sides_are_printed_alone(project: Path, type_: Type) -> None:
    said = type_("registers", "--both-sides")
    assert said.out.startswith("MEMBERS AND OFFICERS, SIDE BY SIDE\n")
    assert "DUTIES" not in said.out


def test_a_page_and_a_file_for_each_register_are_written(project: Path, type_: Type) -> None:
    said = type_("registers", "--out", "build/registers")
    assert (said.code, said.out, said.err) == (0, "", "7 files written to build/registers/.\n")
    folder = project / "build" / "registers"
    assert (folder / "registers.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    duties = (folder / "duties.csv").read_bytes()
    assert duties.startswith(b'\xef\xbb\xbf"Paragraph"')


def test_a_register_there_is_not_is_refused(project: Path, type_: Type) -> None:
    said = type_("registers", "duty")
    assert said.code == 2
    assert "duties" in said.err
