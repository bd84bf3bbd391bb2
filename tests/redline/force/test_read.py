"""Force, beyond its cases: every pair of modals, texts the engine was not written on, and what it costs."""

from __future__ import annotations

from itertools import permutations

import pytest

from notation import read
from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import Run
from protobuild.redline.compare import redline
from protobuild.redline.force.around import AROUND, windows
from protobuild.redline.force.modals import Force, modals, outcome
from protobuild.redline.force.read import force
from protobuild.redline.regions import Shape, regions
from protobuild.redline.schedule.changes import describe

MODALS = ("must", "should", "may", "will", "shall", "must not", "should not", "may not", "will not", "cannot")
SENTENCES = (
    "A councillor {} remove a file from the strongroom.",
    "Whoever chairs the forum {} read out its rules.",
    "Minutes, once signed, {} be altered by anyone.",
    "- {} answer for the conduct of guests",
)
PAIRS = [(sentence, *pair) for sentence in SENTENCES for pair in permutations(MODALS, 2)]


def told(old: str, new: str) -> tuple[str, ...]:
    """Return all that is said of the force of words between two texts."""
    changes = describe(redline(read(old), read(new))).changes
    return tuple(sentence for change in changes for sentence in change.force)


@pytest.mark.parametrize(("sentence", "old", "new"), PAIRS)
def test_any_modal_for_any_other_is_told_once(sentence: str, old: str, new: str) -> None:
    said = told(sentence.format(old), sentence.format(new))
    assert len(said) == 1
    assert said[0].startswith(f"“{old}” becomes “{new}”")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("modal", MODALS)
def test_a_word_of_no_force_beside_a_modal_tells_nothing(sentence: str, modal: str) -> None:
    old = sentence.format(modal)
    assert told(old, old.replace("file", "book").replace("rules", "aims").replace("guests", "hosts")) == ()
    assert told(old, old.replace("Minutes", "Notes").replace("strongroom", "archive")) == ()


@pytest.mark.parametrize(("old", "new"), [*permutations(Force, 2), *((one, one) for one in Force)])
def test_every_exchange_of_forces_has_an_outcome_or_none(old: Force, new: Force) -> None:
    said = outcome(old, new)
    assert not said or said[0].islower()
    assert not (old is new and "strengthened" in said)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        (Force.REQUIRED, Force.PROMISED),
        (Force.PROMISED, Force.EXPECTED),
        (Force.EXPECTED, Force.ENCOURAGED),
        (Force.ENCOURAGED, Force.ALLOWED),
        (Force.FORBIDDEN, Force.DISCOURAGED),
    ],
)
def test_what_is_strengthened_one_way_is_weakened_the_other(stronger: Force, weaker: Force) -> None:
    assert outcome(weaker, stronger).startswith("strengthened")
    assert outcome(stronger, weaker).startswith("weakened")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They may be told, and shall then reply.", ["may", "shall"]),
        ("On 14 May the will of the donor is read.", []),
        ("Officers mustn't, and members can't, sign it.", ["mustn't", "can't"]),
        ("The can-do spirit of the may-fly.", []),
        ("Nobody below that grade may sign.", ["nobody … may"]),
        ("They have a legal duty to act and do not need to ask.", ["have a legal duty to", "do not need to"]),
        ("May visit the depot", ["may"]),
    ],
)
def test_modals_are_read_as_a_person_reads_them(text: str, words: list[str]) -> None:
    assert [one.words for one in modals(text)] == words


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Hospitality above £25 is entered in the book by its recipient within a fortnight.",
            "Hospitality above £40 is entered in the book by its recipient within a month.",
            ("“£25” becomes “£40”", "“a fortnight” becomes “a month”"),
        ),
        (
            "The deputy mayor approves the guest list.",
            "The mayor is consulted about the guest list.",
            (
                "“deputy mayor” becomes “mayor”",
                "“approves” becomes “consulted”: a decision becomes consultation",
            ),
        ),
        (
            "Tenants and leaseholders of the borough are heard.",
            "Tenants or leaseholders of the borough are heard.",
            ("“and” becomes “or”",),
        ),
        (
            "Interviews are held in pairs, except where safety forbids it.",
            "Interviews are held in pairs.",
            ("“except where” is struck: an exception is lost",),
        ),
        (
            "The archive keeps minutes for six years.",
            "The archive keeps minutes for at least six years.",
            ("“at least” is added",),
        ),
        (
            "Volunteers, who drive, are insured.",
            "Volunteers who drive are insured.",
            ("a comma before “who” is struck: said now only of some, not of all",),
        ),
    ],
)
def test_texts_the_tables_were_not_written_on(old: str, new: str, said: tuple[str, ...]) -> None:
    assert told(old, new) == said


def test_a_new_title_of_a_role_is_no_change_of_who_is_bound() -> None:
    struck = Run("Director", ref="role:head", gone=1)
    written = Run("Head of Service", ref="role:head", born=1)
    tail = (Run(" must sign ", gone=None), Run("it", gone=1), Run("this", born=1))
    (one, other) = regions(Entry("", 2, Kind.PARAGRAPH, body=(Run("The "), struck, written, *tail)))
    assert one.roles == {"role:head"}
    assert force([one, other]) == ()


def test_what_is_read_around_a_change_does_not_grow_with_its_paragraph() -> None:
    far = Run("word " * 20_000)
    entry = Entry(
        "", 2, Kind.PARAGRAPH, body=(far, Run("must", gone=1), Run("may", born=1), Run(" word" * 20_000))
    )
    (region,) = regions(entry)
    assert region.shape is Shape.EDIT
    assert all(len(window.text) <= 2 * AROUND + len("must") for window in windows(region))
    assert force([region]) == ("“must” becomes “may”: weakened to a permission",)
