"""A file that two people changed at once is told in one finding, with what each of them wrote."""

from __future__ import annotations

import pytest

from protobuild.model.source import Finding
from protobuild.store.yaml import read_yaml

ONE = "      Members ask first.\n"
OTHER = "      Members ask in writing.\n"


def told(middle: str) -> list[Finding]:
    text = f"kind: other\nclauses:\n  - id: ask\n    text: |\n{middle}"
    return list(read_yaml("advice.yaml", text.encode()).findings)


@pytest.mark.parametrize(
    "both",
    [
        f"<<<<<<< HEAD\n{ONE}=======\n{OTHER}>>>>>>> officers\n",
        f"<<<<<<< HEAD\n{ONE}||||||| 3f9a1c2\n      Members ask.\n=======\n{OTHER}>>>>>>> officers\n",
    ],
)
def test_both_versions_are_quoted(both: str) -> None:
    (finding,) = told(both)
    assert (finding.rule, finding.place.line) == ("two-versions", 5)
    assert "one says “Members ask first.”, the other “Members ask in writing.”" in finding.message
    for jargon in ("HEAD", "officers", "3f9a1c2", "commit", "merge", "git"):
        assert jargon not in f"{finding.message} {finding.why} {finding.fix}"


def test_one_who_deleted_the_words_is_said_to_say_nothing() -> None:
    (finding,) = told(f"<<<<<<< HEAD\n{ONE}=======\n>>>>>>> officers\n")
    assert "the other nothing" in finding.message


def test_further_places_are_counted_and_long_versions_are_cut() -> None:
    long = "      Members ask the officers for advice in good time.\n" * 40
    (finding,) = told(f"<<<<<<< HEAD\n{ONE}=======\n{long}>>>>>>> officers\n" * 3)
    assert "in 2 more places" in finding.why
    assert len(finding.message) < 700
    assert "…" in finding.message


def test_a_line_of_signs_alone_is_no_second_version() -> None:
    assert [each.rule for each in told(f"{ONE}=======\n{OTHER}")] != ["two-versions"]
