"""`protobuild decide`: what a meeting did with each change, and the text that results."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from protobuild.cli import decide
from small_council import ADVICE, DRAFT_ADVICE, NOTE, write

Type = Callable[..., Any]
COUNCIL = ("--body", "Full Council", "--on", "2026-11-20")
ANSWER = NOTE.replace("[ask]", "[answer]")


def proposed(project: Path, type_: Type) -> None:
    """Issue the draft, which changes two paragraphs, as the paper for a meeting."""
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE, "changelog/next/answers.yaml": ANSWER})
    said = type_("propose", "Council, November", "--on", "2026-11-10")
    assert said.code == 0, said.err


def test_all_is_agreed_where_nothing_else_is_said(project: Path, type_: Type) -> None:
    proposed(project, type_)
    said = type_("decide", *COUNCIL, "--minute", "23")
    assert said.code == 0, said.err
    assert "Agreed as the paper has it: C1 and C2." in said.err + said.out
    assert (project / "protocol/advice.yaml").read_text("utf-8") == DRAFT_ADVICE
    record = (project / "meetings/2026-11-20-council.yaml").read_text("utf-8")
    assert "paper: Council, November" in record
    assert "minute: 23" in record


def test_a_refused_change_is_taken_back_and_both_redlines_are_made(project: Path, type_: Type) -> None:
    proposed(project, type_)
    said = type_("decide", *COUNCIL, "--refuse", "C1")
    assert said.code == 0, said.err
    text = (project / "protocol/advice.yaml").read_text("utf-8")
    assert text == ADVICE.replace("10 working", "5 working")
    kept = project / "changelog/next/issued/1-council-november/advice.yaml"
    assert kept.read_text("utf-8") == DRAFT_ADVICE
    assert (project / "build/redline-2026-01-20.html").is_file()
    assert (project / "build/redline-1-council-november.html").is_file()


def test_a_day_that_is_still_to_come_is_told(project: Path, type_: Type, monkeypatch: Any) -> None:
    proposed(project, type_)
    monkeypatch.setattr(decide, "today", lambda: dt.date(2026, 11, 19))
    said = type_("decide", *COUNCIL, "--dry-run")
    assert "20 November 2026 is still to come; nothing can be adopted before it." in said.err
    monkeypatch.setattr(decide, "today", lambda: dt.date(2026, 11, 20))
    assert "still to come" not in type_("decide", *COUNCIL, "--dry-run").err


def test_a_dry_run_writes_nothing(project: Path, type_: Type) -> None:
    proposed(project, type_)
    said = type_("decide", *COUNCIL, "--refuse", "C1", "--dry-run")
    assert said.code == 0
    assert "Nothing was written." in said.err + said.out
    assert (project / "protocol/advice.yaml").read_text("utf-8") == DRAFT_ADVICE
    assert not (project / "meetings").exists()


def test_a_record_that_is_there_is_what_counts(project: Path, type_: Type) -> None:
    proposed(project, type_)
    record = (
        "body: Full Council\ndate: 2026-11-20\nstep: adopted\npaper: Council, November\n"
        "decisions:\n  - change: C2\n    outcome: deferred\n"
    )
    write(project, {"meetings/2026-11-20-council.yaml": record})
    assert type_("decide", *COUNCIL, "--no-redlines").code == 0
    assert (project / "protocol/advice.yaml").read_text("utf-8") == ADVICE.replace("should", "must")
    assert (project / "meetings/2026-11-20-council.yaml").read_text("utf-8") == record
    said = type_("decide", *COUNCIL, "--refuse", "C1")
    assert said.code == 2
    assert "There is a record of that meeting already" in said.err


def test_words_agreed_on_the_floor_stand_in_the_text(project: Path, type_: Type) -> None:
    proposed(project, type_)
    words = "Officers answer within 7 working days."
    said = type_("decide", *COUNCIL, "--amend", "C2", "answer", words, "--no-redlines")
    assert said.code == 0, said.err
    assert words in (project / "protocol/advice.yaml").read_text("utf-8")
    assert "outcome: agreed as amended" in (project / "meetings/2026-11-20-council.yaml").read_text("utf-8")


def test_a_change_the_paper_does_not_list_is_named(project: Path, type_: Type) -> None:
    proposed(project, type_)
    said = type_("decide", *COUNCIL, "--refuse", "C9")
    assert said.code == 2
    assert "lists no C9" in said.err
    assert "It lists C1 and C2." in said.err


def test_a_draft_that_went_on_is_not_written_over(project: Path, type_: Type) -> None:
    proposed(project, type_)
    later = DRAFT_ADVICE.replace("before they decide", "in good time")
    write(project, {"protocol/advice.yaml": later})
    said = type_("decide", *COUNCIL, "--refuse", "C1")
    assert said.code == 2
    assert "so it would be lost" in said.err
    assert (project / "protocol/advice.yaml").read_text("utf-8") == later


def test_without_a_paper_nothing_can_be_decided(project: Path, type_: Type) -> None:
    said = type_("decide", *COUNCIL)
    assert said.code == 2
    assert "No paper was issued" in said.err


def test_the_first_text_of_all_is_recommended_as_a_whole(project: Path, type_: Type) -> None:
    shutil.rmtree(project / "changelog")
    assert type_("propose", "First paper", "--on", "2026-11-10").code == 0
    said = type_("decide", *COUNCIL, "--step", "recommended", "--refuse", "C1")
    assert said.code == 2
    assert "no single changes to decide about" in said.err
    said = type_("decide", *COUNCIL, "--step", "recommended", "--minute", "8")
    assert said.code == 0, said.err
    assert "Full Council agreed to the text of the paper “First paper”." in said.err + said.out
    assert "status: recommended" in (project / "protocol/protocol.yaml").read_text("utf-8")
    record = (project / "meetings/2026-11-20-council.yaml").read_text("utf-8")
    assert "step: recommended" in record
