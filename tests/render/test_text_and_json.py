"""Plain text and JSON tell the same redline as the page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from protobuild.model.outline import Entry, Kind, Outline, accept
from protobuild.model.redlined import Redlined
from protobuild.render.json import SCHEMA, write_json
from protobuild.render.text import write_text
from reading import tight, words_of
from sample_redline import CHANGES, COVER, OUTLINE, REDLINED, kept, two_rounds

TEXT = write_text(OUTLINE)
DATA = json.loads(write_json(REDLINED))


def entry(id: str, *, standing: bool = True) -> dict[str, object]:
    return next(each for each in DATA["entries"] if each["id"] == id and (each["gone"] is None) is standing)


def one_side(text: str, drop: str, keep: str) -> str:
    dropped = re.sub(rf"\[{drop}.*?{drop}\]", "", text, flags=re.DOTALL)
    kept = dropped.replace(f"[{keep}", "").replace(f"{keep}]", "")
    return tight(re.sub(r"\{[^}]*\}|^\s*[•>|] | \| ", "", kept, flags=re.MULTILINE))


def test_new_words_can_be_read_back_from_the_text() -> None:
    assert one_side(TEXT, "-", r"+") == words_of(OUTLINE, 1)


def test_old_words_can_be_read_back_from_the_text() -> None:
    text = TEXT.replace("[-will-] ", "", 1)  # struck while it was moved: the old place shows it
    assert one_side(text, r"\+", "-") == words_of(OUTLINE, 0)


def test_struck_words_come_first_and_a_space_parts_them_from_the_new() -> None:
    assert "[-should-] [+must+]" in TEXT
    assert "[-2.1-] [+1.4+] Members are elected" in TEXT


def test_both_ends_of_a_move_name_the_other() -> None:
    assert "{moved from paragraph 4.2} [+2.3+]" in TEXT
    assert "{moved to paragraph 2.3} [-4.2-]" in TEXT


def test_a_clean_text_has_no_brackets() -> None:
    assert not re.search(r"\[[-+]|\{", write_text(accept(OUTLINE)))


def test_a_redline_begins_with_what_a_committee_reads_first() -> None:
    text = write_text(REDLINED)
    assert text.startswith("Old text: Adopted 20 January 2026\nNew text: Draft of 18 November 2026\n")
    assert text.index("Changes in what the words require") < text.index("Schedule of changes")


def test_colour_dresses_the_marks_and_keeps_the_brackets() -> None:
    coloured = write_text(OUTLINE, colour=True)
    assert "\x1b[9;31m[-should-]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == TEXT.split()


def test_no_colour_runs_on_past_the_end_of_a_line_or_into_an_indent() -> None:
    for line in write_text(REDLINED, colour=True, width=50).splitlines():
        codes = re.findall(r"\x1b\[[\d;]*m", line)
        assert not codes or codes[-1] == "\x1b[0m"
        assert not re.match(r"\x1b\[[\d;]*m ", line)
    coloured = write_text(REDLINED, colour=True, width=50)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == write_text(REDLINED, width=50).split()


def test_where_every_paragraph_went_stands_at_the_end() -> None:
    text = write_text(REDLINED).partition("Where every paragraph went:")[2]
    assert "  1.1 -> 1.1 reworded (C1): This protocol guides members" in text
    assert "  1.3 new (C3): A breach of this protocol" in text
    assert "  2.2 dropped (C4): The guidance of 2004" in text
    assert "  2.1 -> 1.4 kept, renumbered: Members are elected" in text


def test_rounds_are_told_apart_by_letter() -> None:
    assert "[-ten-A] [-[+seven+A]-B] [+five+B]" in write_text(two_rounds())


def test_lines_are_short_enough_for_a_terminal() -> None:
    assert max(map(len, write_text(REDLINED).splitlines())) <= 120


def test_a_text_that_is_not_in_force_says_so_under_its_title() -> None:
    clean = accept(OUTLINE)
    draft = write_text(replace(clean, cover=replace(COVER, status="draft")))
    title, said, *_ = draft.split("\n\n")
    assert title == clean.title
    assert said == "This is a draft. It is not in force."
    assert "not in force" not in write_text(clean)


def test_a_redline_says_that_it_is_not_the_text_in_force() -> None:
    assert "This copy shows changes. It is not the text in force.\n" in write_text(REDLINED)


def test_a_label_takes_the_place_of_a_bullet() -> None:
    entries = (
        Entry("", 3, Kind.BULLET, (kept("1."),), body=(kept("three"),)),
        Entry("", 3, Kind.BULLET, body=(kept("four"),)),
    )
    assert write_text(Outline(entries)) == "  1. three\n\n  • four\n"


def test_the_schedule_of_several_rounds_names_the_round_of_each_change() -> None:
    first, second = replace(CHANGES[0], at=(2,)), replace(CHANGES[1], at=(2,), round=2)
    text = write_text(Redlined(two_rounds(), (first, second), ()))
    assert "C1 reworded in round A (1.1 -> 1.1)" in text
    assert "C2 reworded in round B (1.2 -> 1.2)" in text
    assert "round" not in write_text(REDLINED)


def test_json_names_its_schema_and_both_sides() -> None:
    assert DATA["schema"] == SCHEMA
    assert [side["label"] for side in DATA["sides"]] == [
        "Adopted 20 January 2026",
        "Draft of 18 November 2026",
    ]


@pytest.mark.parametrize(
    ("id", "old", "new", "status"),
    [
        ("guides", "1.1", "1.1", "reworded"),
        ("standing", None, "1.3", "new"),
        ("members-elected", "2.1", "1.4", "kept"),
        ("ward-role", "3.1(d)", "2.1(c)", "kept"),
        ("call-in", "3.1(b)(i)", "2.1(b)(i)", "reworded"),
        ("officers-role", "4", "3", "kept"),
        ("officer-support", "4.2", "2.3", "moved"),
    ],
)
def test_an_entry_gives_the_numbers_a_reader_would_cite(id: str, old: str, new: str, status: str) -> None:
    found = entry(id)
    assert (found["old_number"], found["new_number"], found["status"]) == (old, new, status)


@pytest.mark.parametrize(
    ("id", "status"),
    [
        ("old-papers", "dropped"),
        ("merged-in", "merged"),
        ("officer-support", "moved away"),
        ("history", "dropped"),
    ],
)
def test_a_struck_entry_says_what_became_of_it(id: str, status: str) -> None:
    assert entry(id, standing=False)["status"] == status


@pytest.mark.parametrize(
    ("id", "flag"),
    [
        ("members-elected", "renumbered"),
        ("level", "level changed"),
        ("read-with", "reference renumbered"),
        ("officer-support", "reworded"),
        ("support-first", "carried"),
    ],
)
def test_what_else_happened_is_flagged(id: str, flag: str) -> None:
    assert flag in entry(id)["flags"]  # type: ignore[operator]


def test_both_ends_of_a_move_point_at_each_other_in_json() -> None:
    here, there = entry("officer-support"), entry("officer-support", standing=False)
    assert (here["other_end"], there["other_end"]) == (there["at"], here["at"])


def test_either_text_can_be_rebuilt_from_the_runs() -> None:
    for number in (0, 1):
        words = "".join(
            run["text"]
            for each in DATA["entries"]
            for run in each["runs"]
            if run["born"] <= number and (run["gone"] is None or run["gone"] > number)
        )
        assert tight(words) == words_of(OUTLINE, number)


AGAIN = """
import sys
sys.path.insert(0, sys.argv[1])
from sample_redline import REDLINED
from protobuild.model.redlined import Redlined
from protobuild.render.json import write_json
from protobuild.render.redline import write_redline
print(write_json(REDLINED), write_redline(REDLINED))
"""


def test_json_and_page_are_the_same_under_any_hash_seed() -> None:
    folder = str(Path(__file__).resolve().parents[1])
    made = {
        subprocess.run(
            [sys.executable, "-c", AGAIN, folder],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
