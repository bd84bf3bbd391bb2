"""`asof`, `history`, `log`, `blame`, `status`, `verify` and `textconv`, as people type them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from small_council import commit_all, write
from three_versions import three_versions

Type = Callable[..., Any]


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = three_versions(tmp_path / "council").root
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("day", [["2025-12-01"], ["1", "December", "2025"], ["01/12/2025"]])
def test_a_day_is_asked_for_as_people_write_it(council: Path, type_: Type, day: list[str]) -> None:
    said = type_("asof", *day, "--para", "1.2", "--on", "2026-11-22")
    assert said.code == 0
    first, _, facts = said.out.partition("\n\n")
    assert first == "1.2 Officers answer within 10 working days. The Members’ Code of Conduct says more."
    assert "  Number on 22 November 2026: 1.2\n" in facts
    assert "  Adopted: 18 November 2025, Full Council, minute 41\n" in facts


def test_a_day_before_the_record_leaves_with_2(council: Path, type_: Type) -> None:
    said = type_("asof", "2024-01-01")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("error: There is no record before 1 February 2025.")


@pytest.mark.parametrize(
    "words",
    [["asof", "yesterday"], ["asof"], ["asof", "2026-01-01", "--para", "1", "--id", "ask"], ["history"]],
)
def test_words_that_do_not_fit_are_told_with_a_remedy(council: Path, type_: Type, words: list[str]) -> None:
    said = type_(*words)
    assert said.code == 2
    assert "  fix: " in said.err


@pytest.mark.parametrize("verb", [["asof", "2026-07-01"], ["history", "1.2"], ["log"], ["blame"], ["status"]])
def test_every_answer_comes_as_a_page_and_as_data(council: Path, type_: Type, verb: list[str]) -> None:
    assert type_(*verb, "--format", "html", "--out", "answer.html").code == 0
    assert (council / "answer.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(type_(*verb, "--format", "json").out)["schema"] == f"protobuild/{verb[0]}/1"


def test_history_takes_the_number_of_another_day(council: Path, type_: Type) -> None:
    assert "lasting name busy" in type_("history", "1.3", "--at", "2025-03-01").out
    assert "lasting name share" in type_("history", "1.3").out


def test_history_in_colour_is_history_with_signs(council: Path, type_: Type) -> None:
    assert "\x1b[9;31m[-10-]" in type_("history", "1.2", "--colour").out
    assert "\x1b" not in type_("history", "1.2").out


def test_drafts_without_a_paragraph_are_all_of_them(council: Path, type_: Type) -> None:
    commit_all(council, "Begin")
    said = type_("history", "--drafts")
    assert said.code == 0
    assert "kept by Clerk: Begin" in said.out
    assert "Clauses: advice, ask, answer, share, late, conduct" in said.out


def test_status_says_what_stands_and_writes_the_review_into_a_calendar(council: Path, type_: Type) -> None:
    said = type_("status", "--on", "2026-05-20")
    assert said.code == 0
    assert "  To come: 14 May 2026, Full Council, minute 7; in force from 1 June 2026\n" in said.out
    assert "  Draft: 1 change in what the words require." in said.out
    refused = type_("status", "--ics", "review.ics")
    assert (refused.code, "when the next review is due" in refused.err) == (2, True)
    manifest = council / "protocol" / "protocol.yaml"
    write(council, {"protocol/protocol.yaml": manifest.read_text("utf-8") + "review:\n  next: 2027-05\n"})
    assert type_("status", "--ics", "review.ics").code == 0
    assert b"DTSTART;VALUE=DATE:20270501\r\n" in (council / "review.ics").read_bytes()


def test_verify_leaves_with_1_when_something_differs(council: Path, type_: Type) -> None:
    said = type_("verify")
    assert (said.code, said.out.splitlines()[0]) == (0, "Authentic.")
    text = council / "changelog" / "2025-01-21-council" / "text.txt"
    text.write_text("altered", "utf-8")
    said = type_("verify", "changelog/2025-01-21-council")
    assert (said.code, said.out.splitlines()[0]) == (1, "NOT authentic.")
    assert "  differs: changelog/2025-01-21-council/text.txt: this file was changed" in said.out
    assert type_("verify", "nowhere").code == 2


def test_textconv_prints_words_and_fails_where_there_is_nothing_to_read(council: Path, type_: Type) -> None:
    said = type_("textconv", "protocol/advice.yaml")
    assert (said.code, said.out.splitlines()[:2]) == (0, ["Advice", "  [ask]"])
    assert type_("textconv", "nowhere.yaml").code == 1
    assert type_("textconv", "--output=nowhere").code == 1
    assert type_("textconv", "a\0b").code == 1


HOSTILE = [
    "--output=pwned",
    "-x",
    "@{-1}",
    "a..b",
    "a\0b",
    "a\nb",
    "../../pwned",
    "$(touch pwned)",
    "9" * 5000,
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("verb", ["asof", "history", "verify", "blame", "log", "status"])
def test_a_hostile_name_is_refused_in_words_and_does_nothing(
    council: Path, type_: Type, verb: str, name: str
) -> None:
    before = sorted(council.parent.rglob("*"))
    said = type_(verb, "--at" if verb == "blame" else "--", name)
    assert said.code == 2
    assert said.err.startswith("error: ")
    assert sorted(council.parent.rglob("*")) == before


@pytest.mark.corpus
def test_both_texts_of_a_real_council_are_looked_back_on(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, type_: Type
) -> None:
    monkeypatch.chdir(tmp_path)
    past = ("adopt", "--body", "Council", "--by", "Monitoring Officer", "--minute", "9", "--past")
    old, new = (str(corpus / f"barnet-{name}.md") for name in ("adopted", "proposed"))
    assert type_("import", new, "--into", "protocol").code == 0
    for file, day in ((old, "2014-05-14"), (new, "2026-05-19")):
        said = type_(*past, file, "--adopted", day)
        assert said.code == 0, said.err
    data = json.loads(
        type_("asof", "2020-01-01", "--para", "5.2", "--on", "2026-11-22", "--format", "json").out
    )
    assert (data["number"], data["number_today"]) == ("5.2", "1.7")  # no id was the same in both texts
    assert data["version"]["entered"].endswith("by Monitoring Officer")
    assert data["lines"][0] in (tmp_path / "changelog/2014-05-14-council/text.txt").read_text("utf-8")
    steps = json.loads(type_("history", "5.2", "--at", "2026-06-01", "--format", "json").out)["versions"]
    assert [step["number"] for step in steps] == ["5.2", "14.2"]
    assert type_("asof", "2014-05-13").code == 2
    assert type_("verify").code == 0
