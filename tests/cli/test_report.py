from __future__ import annotations

import json

import pytest

from protobuild.cli.report import FORMATS, as_github, as_json, as_text
from protobuild.model.source import Finding, Place, Severity

SAMPLE = Finding(
    "unknown-field",
    "'provide' is not a field of a clause",
    Place("protocol/impartiality.yaml", 5, 5, 5, 12),
    "Without it this clause does not count towards what a protocol must say.",
    "Write 'provides'.",
    excerpt="    provide: [members-respect-impartiality]",
)


def test_a_finding_is_told_as_the_design_shows() -> None:
    assert as_text([SAMPLE]) == (
        "protocol/impartiality.yaml:5:5: error: 'provide' is not a field of a clause [unknown-field]\n"
        "    5 |     provide: [members-respect-impartiality]\n"
        "      |     ^^^^^^^\n"
        "  why: Without it this clause does not count towards what a protocol must say.\n"
        "  fix: Write 'provides'."
    )


def test_a_finding_on_the_whole_file_has_no_line_to_show() -> None:
    finding = Finding("empty-file", "the file is empty", Place("a.yaml"), fix="Delete it.")
    assert as_text([finding]) == "a.yaml:1:1: error: the file is empty [empty-file]\n  fix: Delete it."


def test_colour_marks_the_severity_and_changes_no_word() -> None:
    import re

    coloured = as_text([SAMPLE], colour=True)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == as_text([SAMPLE])


def test_a_long_line_is_shown_around_the_fault() -> None:
    line = "a" * 500 + "FAULT" + "b" * 500
    finding = Finding("r", "m", Place("a.yaml", 1, 501, 1, 506), excerpt=line)
    _, shown, under = as_text([finding]).split("\n")
    assert len(shown) < 140
    assert shown[under.index("^") : under.rindex("^") + 1] == "FAULT"


@pytest.mark.parametrize(("column", "end"), [(1, 0), (3, 4), (40, 50), (1, 400)])
def test_the_underline_stays_below_the_line(column: int, end: int) -> None:
    finding = Finding("r", "m", Place("a.yaml", 1, column, 1, end), excerpt="twelve chars")
    _, shown, under = as_text([finding]).split("\n")
    assert "^" in under
    assert len(under) <= len(shown) + 1


def test_a_fault_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    finding = Finding("r", "m", Place("a.yaml", 1, 3, 4, 2), excerpt="ab cdef  ")
    assert as_text([finding]).endswith("      |   ^^^^^")


def test_nothing_in_a_file_commands_the_terminal() -> None:
    hostile = Finding("r", "bad \x1b[2Jname", Place("a\x1b.yaml"), excerpt="x\x1b]0;title\x07y\ty")
    assert not [letter for letter in as_text([hostile]) if not letter.isprintable() and letter != "\n"]


def test_the_first_warnings_of_a_rule_are_explained_and_all_are_listed() -> None:
    gaps = [
        Finding("gap", f"gap {number}", Place("a.yaml", number), "It matters.", severity=Severity.WARNING)
        for number in range(1, 9)
    ]
    told = as_text(gaps)
    assert [f"gap {number} [gap]" in told for number in range(1, 9)] == [True] * 8
    assert told.count("why: It matters.") == 3


def test_every_error_is_explained() -> None:
    faults = [Finding("r", "m", Place("a.yaml", line), "It matters.") for line in range(1, 9)]
    assert as_text(faults).count("why:") == 8


def test_programs_get_every_part_by_name() -> None:
    (record,) = json.loads(as_json([SAMPLE]))
    assert record == {
        "rule": "unknown-field",
        "severity": "error",
        "message": "'provide' is not a field of a clause",
        "file": "protocol/impartiality.yaml",
        "line": 5,
        "column": 5,
        "end_line": 5,
        "end_column": 12,
        "why": SAMPLE.why,
        "fix": "Write 'provides'.",
        "excerpt": SAMPLE.excerpt,
    }


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_remarks_beside_a_change_bear_the_severity(severity: Severity, word: str) -> None:
    finding = Finding("r", "m", Place("a.yaml", 2, 3), severity=severity)
    assert as_github([finding]) == f"::{word} file=a.yaml,line=2,col=3,title=r::m"


def test_nothing_in_a_file_becomes_a_command_of_the_workflow() -> None:
    finding = Finding("r", "50%\n::set-env name=X::y", Place("a,b:c.yaml", 2, 3))
    assert as_github([finding]) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=3,title=r::50%25%0A::set-env name=X::y"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_no_findings_are_told_in_every_form(name: str) -> None:
    assert FORMATS[name]([]) == ("[]" if name == "json" else "")
