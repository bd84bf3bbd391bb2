"""`protobuild show`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from protobuild.model.provisions import catalogue
from small_council import DRAFT_ADVICE, write

Type = Callable[..., object]


def test_the_whole_text_is_shown_with_its_numbers(project: Path, type_: Type) -> None:
    said = type_("show")
    assert said.code == 0
    assert said.out.startswith("Protocol on Advice\n")
    assert "2.2 Officers do not accept gifts from members." in said.out


@pytest.mark.parametrize("wanted", ["1.2", "answer", "paragraph 1.2"])
def test_a_paragraph_is_shown_by_its_number_or_its_id(project: Path, type_: Type, wanted: str) -> None:
    said = type_("show", *wanted.split())
    assert (said.code, said.out) == (0, "1.2 Officers answer within 5 working days.\n")


def test_an_adopted_version_is_shown_as_it_was(project: Path, type_: Type) -> None:
    assert type_("show", "1.2", "--at", "2026-01-20").out == "1.2 Officers answer within 10 working days.\n"


def test_a_day_means_the_text_in_force_on_it_and_says_which(project: Path, type_: Type) -> None:
    said = type_("show", "1.2", "--at", "14/05/2026")
    assert (said.code, said.out) == (0, "1.2 Officers answer within 10 working days.\n")
    assert said.err == (
        "The text in force on 14 May 2026: adopted on 20 January 2026 (Full Council), "
        "in force from 1 February 2026.\n"
    )


def test_a_day_before_all_records_is_refused(project: Path, type_: Type) -> None:
    said = type_("show", "--at", "2026-01-31")
    assert (said.code, said.out) == (2, "")
    assert "There is no record of 31 January 2026" in said.err


def test_a_draft_with_faults_can_still_be_looked_at(project: Path, type_: Type) -> None:
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("heading", "headng")})
    assert "Officers answer within 5 working days." in type_("show").out


def test_every_provision_is_listed_with_where_it_is_said(project: Path, type_: Type) -> None:
    first, second, *_ = catalogue()
    claim = DRAFT_ADVICE.replace("id: answer\n", f"id: answer\n    provides: [{first}]\n")
    write(project, {"protocol/advice.yaml": claim})
    said = type_("show", "--provisions")
    assert said.code == 0
    assert f"  {first}: 1.2\n" in said.out
    assert f"  {second}: not said" in said.out
    assert all(f"  {slug}:" in said.out for slug in catalogue())
