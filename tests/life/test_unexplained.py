"""A change without a reason is found as far as that shows in the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.unexplained import unexplained
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol
from protobuild.model.redlined import Why
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.store.load import load_leniently
from protobuild.store.tree import Folder
from small_council import ADVICE, CONDUCT, MANIFEST, write

FILES = {"protocol.yaml": MANIFEST.format(status="draft"), "advice.yaml": ADVICE, "conduct.yaml": CONDUCT}
MORE = "  - id: more\n    text: Officers may refuse.\n"
WITHOUT_GIFTS = CONDUCT.partition("  - id: gifts")[0]
WITHOUT_ANSWER = ADVICE.partition("  - id: answer")[0]
MOVED = {"advice": WITHOUT_ANSWER, "conduct": CONDUCT + ADVICE[ADVICE.index("  - id: ans") :]}


def read(folder: Path, **files: str) -> Protocol:
    return load_leniently(
        Folder(write(folder, FILES | {f"{name}.yaml": text for name, text in files.items()}))
    ).protocol


def found(tmp_path: Path, noted: set[str], **files: str) -> list[str]:
    before, after = read(tmp_path / "before"), read(tmp_path / "after", **files)
    return [finding.message.partition(" since")[0] for finding in unexplained(before, after, noted, {})]


@pytest.mark.parametrize(
    ("noted", "files", "said"),
    [
        (set(), {}, []),
        (set(), {"advice": ADVICE.replace("should", "must")}, ["'ask' has changed"]),
        ({"ask"}, {"advice": ADVICE.replace("should", "must")}, []),
        ({"answer"}, {"advice": ADVICE.replace("should", "must")}, ["'ask' has changed"]),
        ({"advice"}, {"advice": ADVICE.replace("should", "must")}, ["'ask' has changed"]),
        ({"in-public"}, {"conduct": CONDUCT.replace("in public", "anywhere")}, []),
        (set(), {"conduct": CONDUCT.replace("in public", "anywhere")}, ["'respect' has changed"]),
        (set(), {"conduct": CONDUCT + MORE}, ["'more' is new"]),
        ({"more"}, {"conduct": CONDUCT + MORE}, []),
        (set(), {"conduct": WITHOUT_GIFTS}, ["'gifts' is gone"]),
        ({"gifts"}, {"conduct": WITHOUT_GIFTS}, []),
        ({"respect"}, {"conduct": WITHOUT_GIFTS}, []),  # which may have taken its words
        (set(), {"advice": ADVICE.replace("10 working", "10  Working,")}, []),  # minor at the most
        (set(), {"advice": ADVICE.replace("  - id: ask", "  - id: ask\n    note: Why?")}, []),
        (set(), MOVED, ["'answer' has moved"]),
        ({"answer"}, MOVED, []),
    ],
)
def test_each_change_needs_a_note(
    tmp_path: Path, noted: set[str], files: dict[str, str], said: list[str]
) -> None:
    assert found(tmp_path, noted, **files) == said


def test_a_note_on_a_new_section_explains_all_of_it(tmp_path: Path) -> None:
    manifest = MANIFEST.format(status="draft").replace("  - conduct\n", "  - conduct\n  - media\n")
    files = {"protocol": manifest, "media": f"kind: media\nheading: Media\nclauses:\n{MORE}"}
    assert found(tmp_path / "one", set(), **files) == ["'more' is new"]
    assert found(tmp_path / "two", {"media"}, **files) == []


LISTED = """\
kind: other
heading: Advice
clauses:
  - id: ask
    text: "Members ask:"
    items:
      - id: early
        text: early;
      - id: openly
        text: openly; and
      - id: kindly
        text: kindly.
  - id: answer
    text: "Officers answer:"
    items:
      - id: clearly
        text: clearly.
"""
KINDLY = "      - id: kindly\n        text: kindly.\n"
OPENLY = "      - id: openly\n        text: openly; and\n"
GONE_OVER = LISTED.replace(KINDLY, "").replace("      - id: clearly", f"{KINDLY}      - id: clearly")
TWICE = GONE_OVER.replace("Members ask", "A member asks")


@pytest.mark.parametrize(
    ("after", "noted", "said", "remedy"),
    [
        (GONE_OVER, set(), ["'kindly' has moved"], "[kindly]"),
        (GONE_OVER, {"kindly"}, [], ""),
        (GONE_OVER, {"answer"}, ["'kindly' has moved"], "[kindly]"),
        (TWICE, {"kindly"}, ["'ask' has changed"], "[ask]"),
        (TWICE, {"ask"}, ["'kindly' has moved"], "[kindly]"),
        (TWICE, {"ask", "kindly"}, [], ""),
        (LISTED.replace("early;", "at once;"), set(), ["'ask' has changed"], "[ask]"),
        (LISTED.replace("early;", "at once;"), {"ask"}, [], ""),
        (LISTED.replace("early;", "at once;"), {"early"}, [], ""),
        (LISTED.replace("early;", "at once;"), {"openly"}, ["'ask' has changed"], "[ask]"),
        (LISTED.replace(OPENLY, ""), {"openly"}, [], ""),
        (
            LISTED.replace(OPENLY, "").replace("      - id: early", f"{OPENLY}      - id: early"),
            set(),
            ["'ask' has its items in another order"],
            "[openly, early]",
        ),
    ],
)
def test_what_changes_in_a_clause_is_one_decision_and_an_item_that_moves_another(
    tmp_path: Path, after: str, noted: set[str], said: list[str], remedy: str
) -> None:
    manifest = MANIFEST.format(status="draft").replace("  - conduct\n", "")
    before = read(tmp_path / "before", protocol=manifest, advice=LISTED)
    now = read(tmp_path / "after", protocol=manifest, advice=after)
    findings = list(unexplained(before, now, noted, {}))
    assert [each.message.partition(" since")[0] for each in findings] == said
    assert all(remedy in each.fix for each in findings)


@pytest.mark.parametrize("after", [GONE_OVER, TWICE, LISTED.replace("early;", "at once;"), LISTED])
@pytest.mark.parametrize("noted", [(), ("kindly",), ("ask",), ("early",), ("ask", "kindly"), ("clearly",)])
def test_what_is_told_here_is_what_stands_in_the_way_of_a_proposal(
    tmp_path: Path, after: str, noted: tuple[str, ...]
) -> None:
    manifest = MANIFEST.format(status="draft").replace("  - conduct\n", "")
    before = read(tmp_path / "before", protocol=manifest, advice=LISTED)
    now = read(tmp_path / "after", protocol=manifest, advice=after)
    reasons = [Why(id, "Because.", "", None, None) for id in noted]
    described = describe(redline(assemble(before), assemble(now)), reasons)
    lacking = [change for change in described.changes if not change.reason]
    assert len(list(unexplained(before, now, noted, {}))) == len(lacking)
