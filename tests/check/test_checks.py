"""Every check finds what it is for, where it is, and nothing in sound text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from one_section import found, said, section
from protobuild.check import CHECKS
from protobuild.model.source import Place


@dataclass(frozen=True)
class Fault:
    words: str
    rule: str
    says: str
    """A part of the message or the remedy."""
    starts: int = 0
    """Where in the words the finding points."""


FAULTS = {
    "an unknown id": Fault("See [[purpse]].", "references", "'[[purpose]]'", 4),
    "an unknown role": Fault(
        "Ask the [[role:monitoring-oficer]].", "references", "[[role:monitoring-officer]]", 8
    ),
    "an unknown document": Fault("See [[doc:constitution]].", "references", "under 'documents'", 4),
    "an unknown term": Fault("A [[term:xyz]].", "references", "under 'terms'", 2),
    "an unknown sort": Fault("A [[job:mayor]].", "references", "only 'role:'", 2),
    "bold never closed": Fault("Officers **must act.", "leftovers", "bold", 9),
    "a star never closed": Fault("Officers *must act.", "leftovers", "star", 9),
    "a relative link": Fault("See [the Act](act.html).", "leftovers", "https://", 4),
    "an unsafe link": Fault("See [the Act](javascript:alert(1)).", "leftovers", "https://", 4),
    "a picture": Fault("See ![us](https://example.gov.uk/us.png).", "leftovers", "picture", 4),
    "HTML": Fault("It is <b>so</b>.", "leftovers", "HTML", 6),
    "a capital in a reference": Fault("See [[Purpose]].", "leftovers", "lower-case", 4),
    "a reference never closed": Fault("See [[purpose].", "leftovers", "double brackets", 4),
    "a broken reference after a whole one": Fault(
        "See [[purpose]] and [[purpose].", "leftovers", "double brackets", 20
    ),
    "a reference in single brackets": Fault("See [purpose].", "leftovers", "'[[purpose]]'", 4),
    "a role in single brackets": Fault(
        "Ask the [role:monitoring-officer].", "leftovers", "'[[role:monitoring-officer]]'", 8
    ),
    "a heading": Fault("## The purpose", "leftovers", "'subheading:'"),
    "a table": Fault("| Who | What |", "leftovers", "'matrix:'"),
    "a typed reference": Fault("See paragraph 1.1.", "typed_numbers", "'[[purpose]]'", 14),
    "a typed reference to nothing": Fault("See paragraph 99.9.", "typed_numbers", "nothing has that", 14),
    "a typed reference in capitals": Fault("See Section 1.1 of this protocol.", "typed_numbers", "[[", 12),
    "a section that is not there": Fault("See section 14.", "typed_numbers", "nothing has that number", 12),
    "a dead link": Fault("See [the Act](#).", "links", "'the Act' leads nowhere", 4),
    "a link without an address": Fault("See [the Act]().", "links", "leads nowhere", 4),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_with_its_place(name: str) -> None:
    fault = FAULTS[name]
    place = Place("first.yaml", 4, 7, 6, 1)
    text = f"One sentence.\n{fault.words}\n"
    (finding,) = found(section(said(text)), places={"sections.0.clauses.0.text": place})
    assert finding.rule == fault.rule
    assert fault.says in f"{finding.message} {finding.fix}"
    assert (finding.place.line, finding.place.column) == (5, 7 + fault.starts)
    assert finding.why and finding.fix


@pytest.mark.parametrize("name", FAULTS)
def test_a_check_is_silenced_in_a_clause_that_says_why(name: str) -> None:
    fault = FAULTS[name]
    quiet = {fault.rule: "It is quoted as it stands."}
    assert found(section(said(fault.words, quiet=quiet))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Officers **must** act, and *should* say why.",
        "See [[purpose]], the [[role:monitoring-officer]], the [[doc:code]] and each [[term:member]].",
        "See [the Act](https://www.legislation.gov.uk) or [write](mailto:law@example.gov.uk).",
        "See <https://www.example.gov.uk>.",
        "A \\*star\\*, 2 * 3 = 6, 1 < 2 and snake_case_words.",
        "A footnote\\* and \\[\\[brackets\\]\\].",
        "- one\n- two\n\n> quoted",
        "\\# 5 is the number of councillors, and #1 is no heading.",
        "Either | or | neither, and the # sign.",
        "The [chair], \\[purpose\\] and [purpose](https://www.example.gov.uk).",
        "See paragraph 1.1 of the Constitution, section 26 of the Act and 1.1 in it.",
        "The Localism Act 2011 has it in section 28; section 26 of another is longer.",
        "Section 1 of this protocol says so, and the section 73 officer too.",
        "2.5 per cent of replies are late.",
        "(or) whoever stands in.",
    ],
)
def test_sound_words_are_let_be(words: str) -> None:
    assert found(section(said(words))) == []


@pytest.mark.parametrize(
    "words", ["5.1 Members ask.", "1.1. members ask.", "3) members ask.", "(ii) members"]
)
def test_a_number_typed_before_words_that_have_one_is_told(words: str) -> None:
    places = {"sections.0.clauses.0.text": Place("first.yaml", 5, 7, 5, 30)}
    (finding,) = found(section(said(words)), places=places)
    assert (finding.rule, finding.severity, finding.place.column) == ("typed_numbers", "warning", 7)
    assert f"'{words.split()[0]}' is typed" in finding.message


def test_a_number_typed_before_a_heading_or_an_item_is_told() -> None:
    item = {"id": "i", "text": "(a) members ask"}
    findings = found(section(said("x:", items=[item]), heading="5. Roles"))
    assert [finding.rule for finding in findings] == ["typed_numbers"] * 2


def test_a_number_before_words_that_print_none_is_let_be() -> None:
    words = "5.1 Members ask."
    assert found(section(said(words)), numbering="none") == []
    assert found(section(said("x", closing=words), {"id": "q", "quotation": {"text": words}})) == []


def test_a_table_after_a_blank_line_is_told_in_its_own_line() -> None:
    places = {"sections.0.clauses.0.text": Place("first.yaml", 5, 7, 8, 1)}
    (finding,) = found(section(said("The table:\n\n| a | b |\n")), places=places)
    assert (finding.place.line, finding.place.column, finding.severity) == (7, 7, "warning")


def test_words_everywhere_are_looked_at() -> None:
    bad = "x **y"
    item = {"id": "i", "heading": bad, "text": bad, "items": [{"id": "j", "text": bad}]}
    clauses = [
        {"id": "a", "heading": bad, "text": bad, "items": [item], "closing": bad},
        {
            "id": "b",
            "expectations": {
                "of": "both",
                "lead_in": bad,
                "items": [{"id": "k", "text": bad}],
                "closing": bad,
            },
        },
        {"id": "c", "definition": {"term": "t", "text": bad, "examples": [{"id": "l", "text": bad}]}},
        {"id": "d", "procedure": {"for": "anyone", "lead_in": bad, "steps": [{"id": "m", "text": bad}]}},
        {"id": "e", "response_time": {"text": f"{bad} in 3 working days", "value": "3"}},
        {"id": "f", "matrix": {"caption": bad, "columns": [bad], "rows": [[bad]]}},
        {"id": "g", "quotation": {"text": bad, "source": bad, "pin": bad}},
        {"id": "h", "subheading": bad},
    ]
    findings = found(section(*clauses, heading=bad), front=bad)
    assert len(findings) == 23
    assert {finding.rule for finding in findings} == {"leftovers"}


def test_an_id_used_twice_names_the_first() -> None:
    places = {
        "sections.0.clauses.0.id": Place("first.yaml", 4, 9),
        "sections.0.clauses.1.items.0.id": Place("first.yaml", 9, 13),
    }
    item = {"id": "purpose", "text": "x"}
    (finding,) = found(section(said("x"), {"id": "b", "text": "x", "items": [item]}), places=places)
    assert (finding.rule, finding.place.line) == ("identifiers", 9)
    assert "first.yaml, line 4" in finding.message


def test_a_retired_id_is_not_used_again() -> None:
    (finding,) = found(section(said("x")), retired=["purpose"])
    assert (finding.rule, "retired" in finding.message) == ("identifiers", True)


@pytest.mark.parametrize(("heading", "severity"), [("  ", "error"), ("introduction ", "warning")])
def test_headings_are_there_and_differ(heading: str, severity: str) -> None:
    second = {**section({"id": "b", "text": "x"}, heading=heading), "id": "second"}
    (finding,) = found(section(said("x")), second)
    assert (finding.rule, finding.severity) == ("headings", severity)


@pytest.mark.parametrize("condition", ["political-group", "not political-group", "political groups", "a b c"])
def test_a_condition_asks_for_a_fact_that_is_stated(condition: str) -> None:
    item = {"id": "i", "text": "x", "applies_if": condition}
    findings = found(section(said("x", applies_if=condition, items=[item]), applies_if=condition))
    assert [finding.rule for finding in findings] == ["facts"] * 3


@pytest.mark.parametrize("condition", ["political-groups", "not political-groups", ""])
def test_a_condition_that_is_understood_is_let_be(condition: str) -> None:
    assert found(section(said("x", applies_if=condition))) == []


@pytest.mark.parametrize("answer", ["maybe", "n", "0", "not yet", ""])
def test_a_fact_that_words_depend_on_is_yes_or_no(answer: str) -> None:
    place = Place("protocol.yaml", 7, 21)
    (finding,) = found(
        section(said("x", applies_if="not political-groups")),
        facts={"political-groups": answer},
        places={"manifest.facts.political-groups": place},
    )
    assert (finding.rule, finding.place) == ("facts", place)
    assert f"is '{answer}', which is neither yes nor no" in finding.message


@pytest.mark.parametrize("answer", ["yes", "No", "TRUE", "false"])
def test_an_answer_may_be_written_in_any_of_four_words(answer: str) -> None:
    assert found(section(said("x", applies_if="assistants")), facts={"assistants": answer}) == []


def test_a_fact_that_nothing_depends_on_may_be_words() -> None:
    assert found(section(said("x")), facts={"form": "Leader and Cabinet"}) == []


def test_a_fact_misspelt_in_the_manifest_is_not_copied_into_the_clause() -> None:
    clause = said("x", applies_if="political-groups")
    (finding,) = found(section(clause), facts={"politcal-groups": "yes"})
    assert finding.fix == "protocol.yaml has 'politcal-groups': write the name the same way, here or there."


def test_a_fact_misspelt_in_one_clause_of_two_is_put_right_there() -> None:
    clauses = [said("x", applies_if="political-groups"), said("y", id="b", applies_if="politcal-groups")]
    (finding,) = found(section(*clauses))
    assert finding.fix == "Write 'political-groups'."


@pytest.mark.parametrize(
    ("review", "says"),
    [
        ({"next": "Spring 2028"}, "the next review is 'Spring 2028'"),
        ({"last": "2026-02-30"}, "the last review is '2026-02-30'"),
        ({"last": "2026-05-14", "next": "2026-13"}, "the next review is '2026-13'"),
        ({"last": "2026-05-14", "next": "2025-05"}, "the next review, 2025-05, is before the last"),
        ({"last": "2026-05", "next": "2026-04-30"}, "is before the last, 2026-05"),
    ],
)
def test_reviews_are_days_or_months_in_order(review: dict[str, str], says: str) -> None:
    place = Place("protocol.yaml", 9, 9)
    where = f"manifest.review.{'last' if review.get('last') == '2026-02-30' else 'next'}"
    (finding,) = found(section(said("x")), review=review, places={where: place})
    assert (finding.rule, finding.severity, finding.place) == ("reviews", "warning", place)
    assert says in finding.message


@pytest.mark.parametrize(
    "review",
    [{}, {"next": "2028-05"}, {"last": "2026-05-14", "next": "2026-05"}, {"last": "2026-05"}],
)
def test_reviews_in_order_are_let_be(review: dict[str, str]) -> None:
    assert found(section(said("x")), review=review) == []


def test_silencing_a_check_that_is_not_there_is_told_with_the_nearest() -> None:
    (finding,) = found(section(said("x", quiet={"link": "The site is moving."})))
    assert (finding.rule, finding.fix) == ("quiet", "Write 'links'.")


def test_findings_come_in_order_of_place() -> None:
    places = {
        "sections.0.heading": Place("first.yaml", 2, 10),
        "sections.0.clauses.0.text": Place("first.yaml", 5, 7),
        "sections.0.clauses.0.quiet.x": Place("first.yaml", 4, 7),
    }
    clause = said("See [[nothing]].", quiet={"x": "y"})
    lines = [each.place.line for each in found(section(clause, heading="**H"), places=places)]
    assert lines == [2, 4, 5]


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_says_what_passes_and_what_fails(name: str) -> None:
    import importlib

    manual = importlib.import_module(f"protobuild.check.{name}").__doc__ or ""
    assert "Passes:" in manual
    assert "Fails:" in manual
