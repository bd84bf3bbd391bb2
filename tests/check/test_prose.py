"""Prose is what readers see, and every sign of it can be found in the file."""

from __future__ import annotations

import pytest

from protobuild.check.prose import Prose, prose
from protobuild.check.spot import Spot

SAID = {"role:chief": "chief executive", "purpose": "1.1"}


def read(words: str) -> Prose:
    return prose(Spot("sections.0.clauses.0.text", words), SAID)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Members *must* ask the [[role:chief]].", "Members must ask the chief executive."),
        ("See [the Act](https://example.gov.uk/a_(b)) and\n[[purpose]].", "See the Act and 1.1."),
        ("They must:\n\n- ask; and\n- listen.", "They must:\nask; and\nlisten."),
        (r"\[sic\] \*", "[sic] *"),
        ("snake_case **bold** __also__ [[unknown]]", "snake_case bold also unknown"),
        ("Chief Executive\\\nLeader", "Chief Executive Leader"),
        ("Two  spaces\t\there", "Two spaces here"),
    ],
)
def test_signs_are_left_out_and_references_filled_in(written: str, seen: str) -> None:
    assert read(written).words == seen


def test_a_word_as_read_is_found_as_written() -> None:
    shown = read(
        "The [[role:chief]] *must* see [the Act](https://example.gov.uk) and\n\n- reply to [[purpose]]."
    )
    for word in ("must", "see", "the Act", "reply"):
        at = shown.words.index(word)
        assert shown.spot.words[shown.written(at) :].startswith(word)
    assert shown.spot.words[shown.written(shown.words.index("1.1")) :].startswith("[[purpose]]")


def test_what_a_reference_prints_is_told_from_what_was_typed() -> None:
    shown = read("The [[role:chief]] and the chief executive.")
    assert [shown.filled(at) for at in (0, 4, 10, 19, 27)] == [False, True, True, False, False]


def test_words_of_others_are_blank_in_the_councils_own() -> None:
    shown = read("It says “must not. Ever” of the council’s ‘officers’ and members’ rights.")
    assert len(shown.own) == len(shown.words)
    assert "must" not in shown.own
    assert "officers" not in shown.own
    assert "council’s" in shown.own
    assert "members’ rights." in shown.own


def test_a_block_of_quotation_is_not_the_councils_own() -> None:
    shown = read("It says:\n\n> Members ask.\n> They wait.\n>\n> A source\n\nThen more.\n\n> And more.")
    assert shown.own.split() == ["It", "says:", "Then", "more."]
    assert len(shown.own) == len(shown.words)


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        ("One. Two! Is it? Yes.", ["One.", "Two!", "Is it?", "Yes."]),
        ("See s. 5. It binds, e.g. Members.", ["See s. 5.", "It binds, e.g. Members."]),
        ("It says “stop. Go” now. Then more.", ["It says “stop. Go” now.", "Then more."]),
        ("He said “stop.” Then he left.", ["He said “stop.", "Then he left."]),
        ("They must:\n\n- ask;\n- listen.", ["They must:", "ask;", "listen."]),
        ("", []),
    ],
)
def test_sentences(written: str, sentences: list[str]) -> None:
    shown = read(written)
    assert [shown.words[start:end] for start, end in shown.sentences()] == sentences
