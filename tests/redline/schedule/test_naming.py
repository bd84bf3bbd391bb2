"""A name that a paper gave stays with its decision, whatever becomes of the draft."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from notation import read
from protobuild.model.outline import Outline
from protobuild.model.redlined import Change, Paper, Redlined
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.redline.schedule.naming import listed_as, order
from strategies import amended, outlines

BASE = """
# Advice
{ask} Members should ask officers for advice in good time.
{answer} Officers answer within ten working days of the enquiry.
{open} Advice to one group is open to the others on request.
# Gifts
{gifts} Officers do not accept gifts from members.
{register} The register of gifts is kept by the monitoring officer.
"""
DRAFT = """
# Advice
{ask} Members must ask officers for advice in good time.
{answer} Officers answer within five working days of the enquiry.
{open} Advice to one group is open to the others on request.
# Gifts
{gifts} Officers do not accept gifts or favours from members.
"""


def described(draft: str, *papers: Paper) -> Redlined:
    return describe(redline(read(BASE), read(draft)), papers=papers)


def issued(name: str, redlined: Redlined) -> Paper:
    alive = tuple(listed_as(change) for change in redlined.changes if not change.withdrawn)
    return Paper(name, dt.date(2026, 6, 3), "Adopted", "3f2a", alive)


def names(redlined: Redlined) -> list[str]:
    return [change.name for change in redlined.changes]


def by_name(redlined: Redlined, name: str) -> Change:
    return next(change for change in redlined.changes if change.name == name)


FIRST = issued("Standards Committee", described(DRAFT))


def test_without_a_paper_changes_are_counted() -> None:
    assert [(change.name, change.old) for change in described(DRAFT).changes] == [
        ("C1", ("1.1",)),
        ("C2", ("1.2",)),
        ("C3", ("2.1",)),
        ("C4", ("2.2",)),
    ]


def test_what_was_issued_and_did_not_change_keeps_its_name() -> None:
    again = described(DRAFT, FIRST)
    assert names(again) == ["C1", "C2", "C3", "C4"]
    assert {change.issued for change in again.changes} == {"Standards Committee"}
    assert not any(change.changed_since or change.withdrawn for change in again.changes)


def test_a_new_change_takes_the_number_before_it_with_a_letter() -> None:
    more = DRAFT.replace("open to the others on request", "open to all groups").replace(
        "# Gifts\n", "# Gifts\n{limit} A gift worth less than ten pounds may be kept.\n"
    )
    assert names(described(more, FIRST)) == ["C1", "C2", "C2A", "C2B", "C3", "C4"]


def test_a_new_change_before_the_first_and_one_after_the_last() -> None:
    more = DRAFT.replace("# Advice", "# Advice and help") + "{review} The council reviews this every year.\n"
    assert names(described(more, FIRST)) == ["C0A", "C1", "C2", "C3", "C4", "C5"]


def test_a_change_taken_back_stays_listed_with_its_words() -> None:
    less = DRAFT.replace("within five", "within ten")
    gone = by_name(described(less, FIRST), "C2")
    assert (gone.withdrawn, gone.at, gone.now_in) == ("Standards Committee", (), "")
    assert (gone.old, gone.title) == (("1.2",), by_name(described(DRAFT), "C2").title)
    assert names(described(less, FIRST)) == ["C1", "C2", "C3", "C4"]


def test_a_change_taken_back_and_made_again_has_its_old_name() -> None:
    less = described(DRAFT.replace("within five", "within ten"), FIRST)
    both = FIRST, issued("Council", less)
    assert by_name(described(DRAFT, *both), "C2").withdrawn == ""
    assert by_name(described(DRAFT, *both), "C2").issued == "Standards Committee"


def test_a_decision_whose_words_changed_says_since_when() -> None:
    more = described(DRAFT.replace("within five", "within seven"), FIRST)
    assert by_name(more, "C2").changed_since == "Standards Committee"
    assert by_name(more, "C1").changed_since == ""


def test_a_paragraph_reworded_and_then_dropped_is_still_the_same_decision() -> None:
    less = DRAFT.replace("{answer} Officers answer within five working days of the enquiry.\n", "")
    change = by_name(described(less, FIRST), "C2")
    assert (str(change.what), change.changed_since) == ("dropped", "Standards Committee")


def test_a_decision_that_is_now_part_of_another_says_of_which() -> None:
    less = "".join(
        line for line in DRAFT.splitlines(keepends=True) if not line.startswith(("{ask", "{answer"))
    )
    again = described(less, FIRST)
    one, other = by_name(again, "C1"), by_name(again, "C2")
    assert {one.withdrawn, other.withdrawn} == {"", "Standards Committee"}
    gone, alive = (one, other) if one.withdrawn else (other, one)
    assert gone.now_in == alive.name


def test_renumbering_changes_nothing_of_what_was_issued() -> None:
    more = DRAFT.replace("# Advice\n", "# Aims\n{aims} Trust comes first.\n# Advice\n")
    again = described(more, FIRST)
    assert by_name(again, "C2").new == ("2.2",)
    assert by_name(again, "C2").changed_since == ""


def test_a_second_paper_freezes_what_is_new_on_top_of_the_first() -> None:
    more = DRAFT.replace("open to the others on request", "open to all groups")
    second = issued("Council", described(more, FIRST))
    again = described(more.replace("gifts or favours", "gifts, favours or meals"), FIRST, second)
    assert names(again) == ["C1", "C2", "C2A", "C3", "C4"]
    assert by_name(again, "C2A").issued == "Council"
    assert by_name(again, "C3").changed_since == "Council"
    assert by_name(again, "C3").issued == "Standards Committee"


def test_a_name_is_never_given_again() -> None:
    more = DRAFT.replace("open to the others on request", "open to all groups")
    second = issued("Council", described(more, FIRST))
    other = DRAFT.replace(
        "{open} Advice", "{n} Officers keep a note of the advice they give to members.\n{open} Advice"
    )
    again = described(other, FIRST, second)
    assert names(again) == ["C1", "C2", "C2A", "C2B", "C3", "C4"]
    assert by_name(again, "C2A").withdrawn == "Council"


def test_a_later_round_keeps_the_names_of_the_first() -> None:
    later = DRAFT.replace("open to the others on request", "open to all groups")
    again = describe(redline(read(BASE), read(DRAFT), read(later)), papers=[FIRST])
    assert [(change.name, change.round) for change in again.changes] == [
        ("C1", 1),
        ("C2", 1),
        ("C2A", 2),
        ("C3", 1),
        ("C4", 1),
    ]


def test_edits_are_named_after_their_change() -> None:
    more = DRAFT.replace("Advice to one group is open", "Advice to a group must be open in writing")
    change = by_name(described(more, FIRST), "C2A")
    assert [edit.name for edit in change.edits] == ["C2Aa", "C2Ab"]


def test_names_sort_as_people_count() -> None:
    given = ["C10", "C8", "C7B", "C7AA", "C7A", "C7", "C0A"]
    assert sorted(given, key=order) == ["C0A", "C7", "C7A", "C7B", "C7AA", "C8", "C10"]


LAWFUL = settings(max_examples=tries(80), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def drafts(draw: st.DrawFn) -> list[Outline]:
    base = draw(outlines())
    first = draw(amended(base))
    return [base, first, draw(st.one_of(amended(first), amended(base), outlines()))]


@LAWFUL
@given(outlines().flatmap(lambda text: st.tuples(st.just(text), amended(text))))
def test_issued_and_made_again_every_name_is_as_it_was(pair: tuple[Outline, Outline]) -> None:
    marked = redline(*pair)
    first = describe(marked)
    again = describe(marked, papers=[issued("First", first)])
    assert [replace(change, issued="") for change in again.changes] == list(first.changes)


@LAWFUL
@given(drafts())
def test_after_any_amendment_every_issued_name_is_there_once_and_none_is_given_twice(
    texts: Sequence[Outline],
) -> None:
    base, draft, later = texts
    first = issued("First", describe(redline(base, draft)))
    second_redline = describe(redline(base, later), papers=[first])
    second = issued("Second", second_redline)
    third = describe(redline(base, draft), papers=[first, second])
    for redlined, papers in ((second_redline, [first]), (third, [first, second])):
        counted = Counter(names(redlined))
        assert set(counted.values()) <= {1}
        assert {each.name for paper in papers for each in paper.changes} <= set(counted)
        assert names(redlined) == sorted(counted, key=order)
    kept = {each.name: each.mark for each in first.changes}
    unchanged = {change.name: change.mark for change in third.changes if change.name in kept}
    assert Counter(unchanged.values()) == Counter(kept.values())
