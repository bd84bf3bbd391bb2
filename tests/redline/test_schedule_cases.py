"""The schedule, case by case: what a committee decides, which edits it can take apart, who made them.

`decisions.md` has two texts to a case; `rounds.md` three, the base and two drafts, and says what is
shown after each draft.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from notation import read
from protobuild.model.outline import Outline
from protobuild.model.redlined import Change
from protobuild.redline.compare import redline
from protobuild.redline.rounds import between
from protobuild.redline.schedule.changes import describe
from protobuild.render.text import write_text

FOLDER = Path(__file__).parent / "cases" / "schedule"
TEXTS = {"decisions": 2, "rounds": 3}
"""How many texts a case of a file has."""


class Case(NamedTuple):
    """One case: a title, the texts in order, and what is expected of them."""

    file: Path
    title: str
    texts: tuple[str, ...]
    expected: str


def cases() -> list[Case]:
    out = []
    for file in sorted(FOLDER.glob("*.md")):
        size = TEXTS[file.stem] + 2
        parts = [part.strip("\n") for part in ("\n" + file.read_text("utf-8")).split("\n.\n")]
        for at in range(0, len(parts) - size + 1, size):
            title, *texts, expected = parts[at : at + size]
            out.append(Case(file, title, tuple(texts), expected))
    return out


def shown(case: Case) -> str:
    """Return the decisions, and for several rounds the marked text after each."""
    marked = redline(*map(read, case.texts))
    decided = [line for change in describe(marked).changes for line in lines(change, marked.last)]
    if marked.last == 1:
        return "\n".join(decided)
    after = (f"after round {'AB'[number - 1]}:\n{text(marked, number)}" for number in (1, 2))
    return "\n".join([*after, "decided:", *decided])


def text(marked: Outline, number: int) -> str:
    """Return the marked text as far as that round, without its title and blank lines."""
    shown = marked if number == marked.last else between(marked, 0, number)[0]
    return "\n".join(f"   {line}" for line in write_text(shown).splitlines()[1:] if line)


def lines(change: Change, rounds: int) -> list[str]:
    by = f" by {'AB'[change.round - 1]}" if rounds > 1 else ""
    numbers = f"{', '.join(change.old) or '-'} -> {', '.join(change.new) or '-'}"
    edits = (f"   {edit.name} {sides(edit.before, edit.after)}" for edit in change.edits)
    return [f"{change.name} {change.what}{by} ({change.rank}): {numbers}", *edits]


def sides(before: str, after: str) -> str:
    return " ".join(part for part in (f"[-{before}-]" * bool(before), f"[+{after}+]" * bool(after)) if part)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file.stem}: {case.title}")
def test_the_schedule_reads_as_the_case_says(case: Case) -> None:
    assert shown(case) == case.expected


def test_there_are_cases_of_both_sorts() -> None:
    assert {case.file.stem for case in cases()} == set(TEXTS)


if __name__ == "__main__" and os.environ.get("PROTOBUILD_UPDATE"):  # rewrite what is expected
    for path in sorted(FOLDER.glob("*.md")):
        blocks = [[case.title, *case.texts, shown(case)] for case in cases() if case.file == path]
        path.write_text("\n.\n".join("\n.\n".join(block) for block in blocks) + "\n.\n", "utf-8")
