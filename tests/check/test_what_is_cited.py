"""What a protocol refers to is named one way, can be found, is in force and was read against it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from one_section import said, section
from protobuild.check import run
from protobuild.check.reviewed import check_mark
from protobuild.model.assemble import assemble
from protobuild.model.authorities import authorities
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place

CODE = {"code": {"title": "Code of Behaviour", "address": "https://www.example.gov.uk/code"}}
TODAY = dt.date(2026, 11, 23)


def told(
    rule: str,
    *clauses: dict[str, Any],
    today: dt.date | None = None,
    numbers: dict[str, str] | None = None,
    places: dict[str, Place] | None = None,
    **manifest: Any,
) -> list[Finding]:
    data = {
        "manifest": {
            "title": "Protocol",
            "council": {"name": "Example Borough Council"},
            "profile": "none",
            "sections": ["first"],
            **manifest,
        },
        "sections": [section(*clauses)],
    }
    protocol = Protocol.model_validate(data)
    found = run(protocol, assemble(protocol, numbers=numbers), places or {}, today)
    return [each for each in found if each.rule == rule]


# -- documents ------------------------------------------------------------------------------


def test_a_document_that_is_used_and_can_be_found_is_let_be() -> None:
    assert told("documents", said("See the [[doc:code]]."), documents=CODE) == []


def test_a_document_that_no_words_refer_to_is_told() -> None:
    place = Place("protocol.yaml", 9, 3)
    (finding,) = told("documents", said("See it."), documents=CODE, places={"manifest.documents.code": place})
    assert (finding.place, finding.severity) == (place, "note")
    assert "no words refer to 'Code of Behaviour'" in finding.message


def test_a_document_without_an_address_is_told() -> None:
    (finding,) = told("documents", said("See the [[doc:code]]."), documents={"code": {"title": "Code"}})
    assert "has no address" in finding.message


@pytest.mark.parametrize("words", ["paragraph 3 of the [[doc:code]]", "the [[doc:code]], paragraph 3(a)"])
def test_a_paragraph_of_a_document_is_cited_from_a_version(words: str) -> None:
    (finding,) = told("documents", said(f"See {words}."), documents=CODE)
    assert "nobody can tell of which version" in finding.message
    dated = {"code": {**CODE["code"], "dated": "May 2026"}}
    assert told("documents", said(f"See {words}."), documents=dated) == []


# -- cited ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "They follow the Grievance Procedure.",
        "Under the Council’s Scheme of Delegation to Officers they decide.",
        "They follow the Code of Practice on Parking.",
    ],
)
def test_a_title_that_leads_nowhere_is_told_once(words: str) -> None:
    (finding,) = told("cited", said(words), said(words, id="b"))
    assert finding.severity == "note"
    assert "nothing says where it is" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "They follow the [[doc:code]].",
        "They follow the [Grievance Procedure](https://www.example.gov.uk/g). The Grievance Procedure binds.",
        "This Protocol and the Code bind; so do codes of conduct and the Localism Act 2011.",
        "“The Grievance Procedure binds” is what it says.",
        "The chair, the Leader of the Council and the Standards Committee agree.",
    ],
)
def test_what_can_be_found_is_let_be(words: str) -> None:
    assert told("cited", said(words), documents=CODE) == []


def test_a_title_that_is_listed_is_to_be_a_reference() -> None:
    (finding,) = told("cited", said("The Code of Behaviour binds; see [[doc:code]]."), documents=CODE)
    assert finding.fix == "Write '[[doc:code]]' in its place."


def test_one_document_has_one_title() -> None:
    clauses = [said("The Officers’ Code of Conduct binds.", id=f"c-{at}") for at in range(2)]
    findings = told("cited", *clauses, said("The Code of Conduct for Officers binds."))
    (second,) = (each for each in findings if "seems to be" in each.message)
    assert "'Code of Conduct for Officers' seems to be what is called 'Officers’ Code of" in second.message


def test_two_documents_are_not_taken_for_one() -> None:
    findings = told("cited", said("The Members’ Code of Conduct and the Officers’ Code of Conduct bind."))
    assert ["seems to be" in each.message for each in findings] == [False, False]


# -- ceased ---------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", [each.slug for each in authorities().values() if each.status != "in force"])
def test_what_is_not_in_force_is_told_with_what_to_look_at(slug: str) -> None:
    authority = authorities()[slug]
    title = authority.title.removeprefix("the ")
    findings = told("ceased", said(f"They are bound by the {title} at all times."))
    assert bool(findings) == bool(authority.instead)
    for finding in findings:
        assert finding.severity == "note"
        assert authority.instead in finding.fix


def test_it_is_told_once_in_a_paragraph_and_not_in_the_words_of_another() -> None:
    title = "National Code of Local Government Conduct"
    assert len(told("ceased", said(f"The {title} binds, and the {title} says so."))) == 1
    assert told("ceased", said(f"He said “the {title} binds”.")) == []


def test_what_is_in_force_is_let_be() -> None:
    words = "The Localism Act 2011, the Data Protection Act 2018 and SI 2018/952 bind."
    assert told("ceased", said(words)) == []


# -- reviews --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("review", "day", "says"),
    [
        ({"next": "2026-10"}, TODAY, "was due in October 2026"),
        ({"next": "2026-11-22"}, TODAY, "was due on 22 November 2026"),
        ({"last": "2024-10-14", "interval_months": "24"}, TODAY, "was due in October 2026"),
        ({"next": "2026-12"}, dt.date(2027, 1, 1), "was due in December 2026"),
        ({}, TODAY, "nothing says when"),
        ({"last": "2024-10"}, TODAY, "nothing says when"),
    ],
)
def test_a_review_that_is_overdue_or_not_stated_is_told(
    review: dict[str, str], day: dt.date, says: str
) -> None:
    (finding,) = told("reviews", said("They ask."), review=review, today=day)
    assert says in finding.message
    assert finding.severity == ("warning" if "due" in says else "note")


@pytest.mark.parametrize(
    ("review", "day"),
    [
        ({"next": "2026-11"}, TODAY),
        ({"next": "2026-11-23"}, TODAY),
        ({"next": "2026-12"}, dt.date(2026, 12, 31)),
        ({"last": "2024-11-14", "interval_months": "24"}, TODAY),
        ({"next": "2020-01"}, None),
        ({}, None),
    ],
)
def test_a_review_to_come_is_let_be_and_so_is_any_when_nobody_says_the_day(
    review: dict[str, str], day: dt.date | None
) -> None:
    assert told("reviews", said("They ask."), review=review, today=day) == []


def test_a_review_that_only_the_text_names_is_told_where_it_does() -> None:
    place = Place("first.yaml", 5, 7, 5, 60)
    words = said("The next review is due in May 2028.")
    (finding,) = told("reviews", words, today=TODAY, places={"sections.0.clauses.0.text": place})
    assert (finding.severity, finding.place.line, finding.place.column) == ("note", 5, 33)
    assert "the next review is in May 2028, and protocol.yaml does not" in finding.message


def test_a_review_that_only_the_cover_names_is_to_be_stated() -> None:
    (finding,) = told("reviews", said("They ask."), front="Next review date: December 2026", today=TODAY)
    assert "the cover says that the next review is in December 2026" in finding.message


# -- reviewed -------------------------------------------------------------------------------

TARGET = {"id": "speaking-up", "text": "Anyone may speak up.", "items": [{"id": "i", "text": "in writing"}]}


def against(name: str, mark: str, target: dict[str, Any] = TARGET, **manifest: Any) -> list[Finding]:
    return told("reviewed", said("They ask.", reviewed={name: mark}), target, **manifest)


def mark_of(target: dict[str, Any]) -> str:
    (finding,) = against("speaking-up", "", target)
    return finding.fix.rpartition("speaking-up: ")[2].removesuffix("'.")


def test_a_mark_to_be_written_is_told_and_then_it_is_quiet() -> None:
    (finding,) = against("speaking-up", "")
    assert (finding.severity, "has still to be read" in finding.message) == ("note", True)
    assert against("speaking-up", mark_of(TARGET)) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Anyone must speak up."},
        {"items": [{"id": "i", "text": "in person"}]},
        {"heading": "Speaking"},
    ],
)
def test_what_has_changed_since_it_was_read_is_told(changed: dict[str, Any]) -> None:
    (finding,) = against("speaking-up", mark_of(TARGET), {**TARGET, **changed})
    assert (finding.severity, "has changed since" in finding.message) == ("warning", True)
    assert mark_of({**TARGET, **changed}) in finding.fix


def test_notes_and_numbers_over_there_change_nothing() -> None:
    told_now = {**TARGET, "note": "Agreed with the union."}
    assert against("speaking-up", mark_of(TARGET), told_now, numbering="none") == []
    linked = {**TARGET, "text": "See [[purpose]]."}
    mark = mark_of(linked)
    moved = told(
        "reviewed", linked, said("First.", id="new"), said("They ask.", reviewed={"speaking-up": mark})
    )
    assert moved == []


def test_a_document_with_a_new_date_is_read_again() -> None:
    mark = check_mark("Code of Behaviour\n\nMay 2026")
    documents = {"code": {**CODE["code"], "dated": "May 2026"}}
    assert against("doc:code", mark, documents=documents) == []
    (finding,) = against("doc:code", mark, documents=CODE)
    assert "'doc:code' has changed since" in finding.message


@pytest.mark.parametrize("name", ["speaking-out", "doc:codex"])
def test_what_is_gone_is_told(name: str) -> None:
    (finding,) = against(name, "3f9a1c2b", documents=CODE)
    assert "no such id or document any more" in finding.message


def test_a_clause_may_silence_it() -> None:
    clause = said("They ask.", reviewed={"gone": ""}, quiet={"reviewed": "Under way."})
    assert told("reviewed", clause) == []


# -- printed numbers ------------------------------------------------------------------------


def printed(*numbers: str) -> list[str]:
    clauses = [said("They ask.", id=f"c-{at}") for at in range(len(numbers))]
    labels = {f"c-{at}": number for at, number in enumerate(numbers)}
    return [each.message for each in told("printed_numbers", *clauses, numbers=labels)]


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (["2.1", "2.2", "2.2"], "2.2 is the number of an earlier paragraph as well"),
        (["2.1", "2.0"], "2.0 comes after 2.1"),
        (["2.1", "2.3"], "2.3 follows 2.1: there is no 2.2"),
        (["2.1", "2.3", "2.2"], "2.2 comes after 2.3"),
        (["2.3", "2.6."], "2.6 follows 2.3: there is nothing from 2.4 to 2.5"),
        (["16", "18"], "18 follows 16: there is no 17"),
    ],
)
def test_numbers_that_are_not_in_order_are_told(numbers: list[str], says: str) -> None:
    assert printed(*numbers) == [says]


@pytest.mark.parametrize(
    "numbers", [["2.1", "2.2", "3.1"], ["8.63", "8.64"], ["4.3", "4.3.1", "4.3.2", "4.4"], ["", "", ""]]
)
def test_numbers_in_order_are_let_be(numbers: list[str]) -> None:
    assert printed(*numbers) == []


def test_numbers_that_are_worked_out_are_in_order() -> None:
    assert told("printed_numbers", *(said("They ask.", id=f"c-{at}") for at in range(20))) == []


@pytest.mark.parametrize(("first", "findings"), [("(vi)", 1), ("(c)", 1), ("(i)", 0), ("(a)", 0), ("1.", 0)])
def test_a_list_begins_with_its_first_number(first: str, findings: int) -> None:
    clause = said("They must:", items=[{"id": "i", "text": "ask;"}, {"id": "j", "text": "wait."}])
    numbers = {"purpose": "1.1", "i": first}
    assert len(told("printed_numbers", clause, numbers=numbers)) == findings


def test_a_long_text_without_numbers_cannot_be_cited() -> None:
    clauses = [said("They ask.", id=f"c-{at}") for at in range(11)]
    (finding,) = told("printed_numbers", *clauses, numbering="none")
    assert (finding.severity, "no paragraph" in finding.message) == ("note", True)
    assert told("printed_numbers", *clauses[:9], numbering="none") == []
