"""What a draft leaves as it was adopted."""

from __future__ import annotations

import pytest

from protobuild.life.unchanged import unchanged_ids
from protobuild.model.protocol import Protocol
from protobuild.store.load import load_leniently
from protobuild.store.tree import Files
from small_council import ADVICE, CONDUCT, MANIFEST

ALL = {"advice", "ask", "answer", "conduct", "respect", "in-public", "in-private", "gifts"}


def read(advice: str = ADVICE, conduct: str = CONDUCT, more: str = "") -> Protocol:
    texts = {
        "protocol.yaml": MANIFEST.format(status="draft") + more,
        "advice.yaml": advice,
        "conduct.yaml": conduct,
    }
    return load_leniently(Files("small", {name: text.encode() for name, text in texts.items()})).protocol


def test_equal_texts_leave_everything_as_it_was() -> None:
    assert unchanged_ids(read(), read()) == ALL


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        (read(ADVICE.replace("10 working", "5 working")), {"advice", "answer"}),
        (
            read(conduct=CONDUCT.replace("text: in public", "text: at meetings")),
            {"conduct", "respect", "in-public"},
        ),
        (
            read(conduct=CONDUCT.replace("      - id: in-public\n        text: in public\n", "")),
            {"conduct", "respect", "in-public", "in-private"},
        ),
        (read(more="facts:\n  groups: no\n"), ALL),
    ],
)
def test_what_changed_is_left_out_with_all_that_holds_it(after: Protocol, changed: set[str]) -> None:
    assert ALL - unchanged_ids(read(), after) == changed


def test_a_new_title_changes_every_paragraph_that_prints_it() -> None:
    after = read()
    roles = {
        "monitoring-officer": after.manifest.roles["monitoring-officer"].model_copy(update={"title": "MO"})
    }
    renamed = after.model_copy(update={"manifest": after.manifest.model_copy(update={"roles": roles})})
    assert ALL - unchanged_ids(read(), renamed) == {"advice", "ask"}


def test_a_paragraph_that_moved_is_changed() -> None:
    clauses = ADVICE.partition("  - id: ask\n")
    ask, _, answer = clauses[2].partition("  - id: answer\n")
    moved = f"{clauses[0]}  - id: answer\n{answer}  - id: ask\n{ask}"
    assert {"ask", "answer"} <= ALL - unchanged_ids(read(), read(moved))
