"""`protobuild term replace`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from small_council import CONDUCT, DRAFT_ADVICE

Type = Callable[..., object]


def test_what_would_change_is_shown_and_nothing_is_written_unasked(project: Path, type_: Type) -> None:
    said = type_("term", "replace", "member", "councillor")
    assert said.code == 0
    assert "[-Members-] [+Councillors+]" in said.out
    assert "Where every paragraph went" not in said.out
    assert said.err == "Nothing was written. Add --yes to write it.\n"
    assert (project / "protocol" / "advice.yaml").read_text("utf-8") == DRAFT_ADVICE


def test_with_yes_the_words_are_changed_where_they_stand(project: Path, type_: Type) -> None:
    said = type_("term", "replace", "member", "councillor", "--yes")
    assert (said.code, said.err) == (0, "3 places changed in 2 files.\n")
    changed = CONDUCT.replace("Members", "Councillors").replace("from members", "from councillors")
    assert (project / "protocol" / "conduct.yaml").read_text("utf-8") == changed


def test_a_yes_to_the_question_writes(project: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protobuild.cli.term._agreed", lambda made: True)
    assert "places changed" in type_("term", "replace", "member", "councillor").err


def test_what_is_left_alone_is_listed(project: Path, type_: Type) -> None:
    said = type_("term", "replace", "officer", "employee", "--yes")
    assert "Left as they are, in 1 place:\n" in said.out
    assert "protocol/protocol.yaml, line 11: the title of a role, 'monitoring officer'\n" in said.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("mayor", "chair"), "'mayor' is not replaced anywhere."),
        (("member", "member"), "already what is asked for"),
        (("member", " "), "A word is missing."),
    ],
)
def test_a_word_that_cannot_be_replaced_is_said_to_be_so(
    project: Path, type_: Type, words: tuple[str, str], says: str
) -> None:
    assert says in type_("term", "replace", *words).err
