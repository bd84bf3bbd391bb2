"""A value is set where it stands; nothing else in the file moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protobuild.model.source import ProtobuildError
from protobuild.store.splice import spliced
from protobuild.store.yaml import read_yaml

FILE = """\
# The manifest.
title: Protocol   # as printed
status: draft  # until Council
sections: [one]
review:
  # counted from adoption
  last: 2026-05-14
  interval_months: 24
"""


def changed(text: str, *path: str, to: str) -> str:
    return spliced("protocol.yaml", text.encode(), {path: to}).decode()


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    assert changed(FILE, "status", to="in force") == FILE.replace("status: draft  #", "status: in force  #")


def test_a_missing_key_stands_before_its_neighbours() -> None:
    assert changed(FILE, "review", "next", to="2028-05") == FILE.replace(
        "  last: 2026", "  next: 2028-05\n  last: 2026"
    )


def test_a_missing_group_stands_at_the_end() -> None:
    bare = "title: Protocol\nstatus: draft"
    assert changed(bare, "review", "last", to="2026-05-14") == bare + "\nreview:\n  last: 2026-05-14\n"


def test_a_missing_key_at_the_top_stands_at_the_end() -> None:
    assert changed("title: Protocol\n", "status", to="adopted") == "title: Protocol\nstatus: adopted\n"


def test_a_group_in_one_line_is_added_to() -> None:
    assert changed("review: {last: 2026}\n", "review", "next", to="2028-05") == (
        "review: {next: 2028-05, last: 2026}\n"
    )


def test_a_key_without_a_value_gets_one() -> None:
    assert changed("status:\ntitle: P\n", "status", to="adopted") == "status: adopted\ntitle: P\n"


def test_line_ends_of_other_systems_stay() -> None:
    file = FILE.replace("\n", "\r\n")
    assert changed(file, "status", to="adopted") == file.replace("draft", "adopted")
    assert changed(file, "review", "next", to="2028-05").count("\r\n") == file.count("\r\n") + 1


def test_several_values_are_set_at_once_and_none_twice() -> None:
    values = {("status",): "adopted", ("review", "last"): "2026-11-20"}
    once = spliced("protocol.yaml", FILE.encode(), values)
    assert once.decode() == FILE.replace("draft", "adopted").replace("2026-05-14", "2026-11-20")
    assert spliced("protocol.yaml", once, values) == once


@pytest.mark.parametrize("file", ["status: |\n  draft\n  for now\n", "- status\n", "status: [draft]\n", ""])
def test_what_cannot_be_set_is_left_to_a_person(file: str) -> None:
    with pytest.raises(ProtobuildError, match="does not let 'status'") as refused:
        changed(file, "status", to="adopted")
    assert "status: adopted" in refused.value.fix


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=30))
def test_any_words_can_be_set(words: str) -> None:
    new = spliced("protocol.yaml", FILE.encode(), {("status",): words})
    data = read_yaml("protocol.yaml", new).data
    assert isinstance(data, dict)
    assert data["status"] == words
    assert [line for line in new.decode().split("\n") if not line.startswith("status")] == [
        line for line in FILE.split("\n") if not line.startswith("status")
    ]
