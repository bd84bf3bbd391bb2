"""The redline, case by case: each file tells what was changed and how it is to be shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from notation import read, write
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One case: a title, the old text, the new text, and what is expected of them."""

    file: Path
    title: str
    old: str
    new: str
    expected: str


def cases() -> list[Case]:
    out = []
    for file in sorted(FOLDER.glob("*.md")):
        parts = [part.strip("\n") for part in ("\n" + file.read_text("utf-8")).split("\n.\n")]
        out += [Case(file, *parts[at : at + 4]) for at in range(0, len(parts) - 3, 4)]
    return out


def shown(case: Case) -> str:
    """Return the marked text; for files of changes the schedule; for files of force what it says of that."""
    described = describe(redline(read(case.old), read(case.new)))
    if case.file.stem.startswith("force"):
        return "\n".join(
            "\n   ".join((f"{change.name} ({change.rank})", *change.force)) for change in described.changes
        )
    if not case.file.stem.startswith("changes"):
        return write(described.outline)
    return "\n".join(
        f"{change.name} {change.what} ({change.rank}): {', '.join(change.old) or '-'} -> "
        f"{', '.join(change.new) or '-'}" + "".join(f"\n   {sentence}" for sentence in change.force)
        for change in described.changes
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file.stem}: {case.title}")
def test_the_redline_reads_as_the_case_says(case: Case) -> None:
    assert shown(case) == case.expected


def test_there_are_cases_and_each_has_its_four_parts() -> None:
    assert len(cases()) >= 40


if __name__ == "__main__" and os.environ.get("PROTOBUILD_UPDATE"):  # rewrite what the named files expect
    for path in {case.file for case in cases() if case.file.name in sys.argv[1:]}:
        found = [case for case in cases() if case.file == path]
        path.write_text(
            "\n.\n".join("\n.\n".join([case.title, case.old, case.new, shown(case)]) for case in found)
            + "\n.\n",
            "utf-8",
        )
