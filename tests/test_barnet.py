"""Barnet's two texts, imported and redlined by the commands, against the hand-made truth.

The truth and the redline say the same things in different words. Its `deleted`, `inserted` and
`edited` are our `dropped` (or `merged`, when the words went on in another paragraph), `new` and
`reworded`. Its `moved` means that a paragraph kept its order but stands under another section
heading than the one that succeeded its own: the redline shows that as a struck heading and a new
number, status `kept`. Its `renumbered` is `kept` with another number. Nothing in Barnet's text
left its place in the reading order, so our `moved` does not occur.

Three kinds are cut otherwise here than there: the ten principles under 1.3 are headed items and not
subheadings with items, `(a)` is a number and not part of an item's words, and a link is its text.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import CORPUS
from protobuild.cli import program

pytestmark = pytest.mark.corpus

Row = dict[str, Any]
OURS = {
    "deleted": {"dropped", "merged"},
    "inserted": {"new"},
    "edited": {"reworded"},
    "moved": {"kept"},
    "renumbered": {"kept"},
}


def run(*words: str) -> None:
    assert program.run(words) == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    folder = tmp_path_factory.mktemp("barnet")
    run("import", str(corpus / "barnet-adopted.md"), "--into", str(folder / "old"))
    onto = ["--onto", str(folder / "old")]
    run("import", str(corpus / "barnet-proposed.md"), "--into", str(folder / "new"), *onto)
    run("redline", str(folder / "old"), str(folder / "new"), "--to", "json", "--out", str(folder / "build"))
    return folder


@pytest.fixture(scope="module")
def redline(folder: Path) -> Row:
    found = list((folder / "build").glob("redline*.json"))
    return json.loads(found[0].read_text("utf-8"))


@cache
def all_rows() -> list[Row]:
    assert CORPUS is not None
    return list(json.loads((CORPUS / "barnet-redline.json").read_text("utf-8"))["paragraphs"])


def truth() -> list[Row]:
    return [row for row in all_rows() if row["kind"] == "para"]


def certain_others() -> list[Row]:
    return [row for row in all_rows() if row["kind"] != "para" and row["confidence"] == "high"]


def ours(redline: Row, row: Row) -> Row:
    found = [
        entry
        for entry in redline["entries"]
        if (entry["old_number"], entry["new_number"]) == (row["old_ref"], row["new_ref"])
    ]
    assert len(found) == 1, f"one entry should run from {row['old_ref']} to {row['new_ref']}"
    return found[0]


def section(redline: Row, entry: Row, side: int) -> int:
    """Return the position of the section heading over an entry, on one side."""
    standing = [
        other["at"]
        for other in redline["entries"][: entry["at"]]
        if other["kind"] == "section" and (other["born"] == 0 if side == 0 else other["gone"] is None)
    ]
    return standing[-1]


@pytest.mark.parametrize(
    "row", truth() if CORPUS else [], ids=lambda row: f"{row['old_ref']}-{row['new_ref']}"
)
def test_every_paragraph_has_the_number_and_status_of_the_truth(redline: Row, row: Row) -> None:
    entry = ours(redline, row)
    assert entry["status"] in OURS[row["status"]]
    if row["status"] in ("moved", "renumbered"):
        same_section = section(redline, entry, 0) == section(redline, entry, 1)
        assert same_section == (row["status"] == "renumbered")


def said(text: str | None) -> str:
    """Return the words of a row as we cut them: no label, no emphasis, a link by its text."""
    bare = re.sub(r"^\([a-z]\) |\]\(.*\)$|^\[", "", (text or "").strip())
    return " ".join(bare.replace("*", "").split())


def shown(entry: Row, side: int, *parts: str) -> str:
    """Return the words of an entry that stand on one side."""
    runs = [run for run in entry["runs"] if run["part"] in parts and stands(run, side)]
    return " ".join("".join(run["text"] for run in runs).replace("*", "").split())


def stands(marked: Row, side: int) -> bool:
    return marked["born"] == 0 if side == 0 else marked["gone"] is None


def says(entry: Row, side: int, words: str) -> bool:
    """Whether an entry says, on one side, exactly those words, or does not stand there if there are none."""
    if not words or not stands(entry, side):
        return not words and not stands(entry, side)
    return words in (shown(entry, side, "body"), shown(entry, side, "heading"))


@pytest.mark.parametrize(
    "row", certain_others() if CORPUS else [], ids=lambda row: f"{row['kind']} {row['id']}"
)
def test_every_certain_row_of_the_other_kinds_is_one_entry_of_that_status(redline: Row, row: Row) -> None:
    old, new = said(row["old_text"]), said(row["new_text"])
    found = [entry for entry in redline["entries"] if says(entry, 0, old) and says(entry, 1, new)]
    assert found, "some entry says it"
    assert {entry["status"] for entry in found} <= OURS[row["status"]]
    if row["kind"] == "heading":
        assert [(found[0]["old_number"], found[0]["new_number"])] == [(row["old_number"], row["new_number"])]


def test_sections_go_where_the_truth_says(redline: Row) -> None:
    merged: dict[str, list[str]] = {}
    for row in redline["concordance"]:
        if (row["old"] or "").startswith("section"):
            merged.setdefault(", ".join(row["new"]), []).append(row["old"].removeprefix("section "))
    assert merged == {
        "section 1": ["1", "2", "5", "6"],
        "section 2": ["7"],
        "section 3": ["9"],
        "section 4": ["10", "11", "12", "13"],
        "section 5": ["14"],
        "": ["3", "4", "8"],
    }


@pytest.mark.parametrize(("one", "other", "new"), [("14.2", "14.3", "5.2"), ("14.4", "14.5", "5.3")])
def test_two_paragraphs_that_became_one_are_shown_as_merged(
    redline: Row, one: str, other: str, new: str
) -> None:
    found = [change for change in redline["changes"] if change["old"] == [one, other]]
    assert [(change["what"], change["new"]) for change in found] == [("merged", [new])]


def test_the_concordance_accounts_for_every_numbered_line(redline: Row) -> None:
    numbered = [row["old"] for row in redline["concordance"] if re.match(r"[\d.]+", row["old"] or "")]
    lines = [number for number in numbered if re.fullmatch(r"\d+(\.\d+)+|1\.3\(\d+\)", number)]
    assert len(lines) == len(set(lines)) == 80


def test_the_schedule_is_short_enough_to_be_decided(redline: Row) -> None:
    assert len(redline["changes"]) <= 40


def test_the_truth_was_read_whole() -> None:
    certain = [row for row in truth() if row["confidence"] == "high"]
    assert (len(truth()), len(certain), len(certain_others())) == (81, 61, 75)


def test_the_old_numbers_are_the_printed_ones(redline: Row) -> None:
    numbers = [entry["old_number"] for entry in redline["entries"] if entry["kind"] == "paragraph"]
    assert numbers[numbers.index("4.1") + 1] == "4.3"


def test_the_force_of_words_is_said_first_where_should_becomes_must(redline: Row) -> None:
    says = "“should” becomes “must”: strengthened to a duty"
    strengthened = [change for change in redline["changes"] if says in change["force"]]
    assert [change["old"] for change in strengthened] == [["11.2"], ["12.2"]]


def test_the_marks_agree_with_the_truth_on_how_much_changed(redline: Row) -> None:
    """Count the struck and written words of the paragraphs that stay; a person marked as many."""
    marked = expected = 0
    for row in truth():
        if row["status"] != "edited":
            continue
        runs = [run for run in ours(redline, row)["runs"] if run["part"] == "body"]
        marked += sum(len(run["text"].split()) for run in runs if run["born"] or run["gone"] is not None)
        edits = [segment for segment in row["segments"] if segment["op"] != "equal"]
        expected += sum(len(segment["text"].split()) for segment in edits if not segment.get("source"))
    assert marked <= expected * 1.1


def test_the_schedule_has_at_most_forty_rows_and_calls_new_only_what_is_new(redline: Row) -> None:
    assert len(redline["changes"]) <= 40
    over = next(change for change in redline["changes"] if change["new"] == ["3.3"])
    assert (over["what"], over["old"]) == ("new, over earlier text", ["9.2"])
    assert [bool(edit["before"]) for edit in over["edits"]] == [False, False, False, True, False]


def test_the_concordance_says_what_became_of_every_section(redline: Row) -> None:
    became = {
        row["old"]: (row["fate"], row["new"])
        for row in redline["concordance"]
        if (row["old"] or "").startswith("section")
    }
    into = {2: 1, 5: 1, 6: 1, 11: 4, 12: 4, 13: 4}
    renumbered = {7: 2, 9: 3, 10: 4, 14: 5}
    assert became == {
        "section 1": ("reworded", ["section 1"]),
        **{f"section {old}": ("merged into", [f"section {new}"]) for old, new in into.items()},
        **{f"section {old}": ("kept, renumbered", [f"section {new}"]) for old, new in renumbered.items()},
        **{f"section {old}": ("dropped", []) for old in (3, 4, 8)},
    }


def test_the_concordance_accounts_for_every_old_numbered_line(redline: Row) -> None:
    numbered = [entry["old_number"] for entry in redline["entries"] if entry["old_number"]]
    rows = [row["old"].removeprefix("section ") for row in redline["concordance"] if row["old"]]
    assert [number for number in numbered if rows.count(number) != 1] == []
    assert {row["old_ref"] for row in truth() if row["old_ref"]} <= set(rows)
