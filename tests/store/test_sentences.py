from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protobuild.model.markdown import read_blocks
from protobuild.store.sentences import laid_out, sentences


@pytest.mark.parametrize(
    "text",
    [
        "See para. 4.2 and No. 5.",
        "Ask first, e.g. The Mayor.",
        "Sent by A. N. Other.",
        "It costs £1.5 million.",
        "Who? me, said he.",
        "It is 3 p.m. on Monday.",
        "(See s. 5 of the Act.)",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("“Must” is a duty. “Should” is not.", 2),
        ("He said “no.” Then he left.", 2),
        ("Is it? It is! **So be it.**", 3),
        ("It ends there. [[purpose]] goes on.", 2),
    ],
)
def test_a_sentence_ends_where_it_ends(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_lines_broken_on_purpose_stay() -> None:
    assert laid_out("The Mayor  \nThe Town Hall\\\nExampleton") == "The Mayor  \nThe Town Hall\\\nExampleton"


def test_a_number_that_would_start_a_list_stays_in_its_line() -> None:
    assert laid_out("This is since\n1986. 1. Is it so.") == "This is since\n1986. 1. Is it so."


@given(st.text(alphabet="aB.!? \n-*>1)(“”[]_\\", max_size=80))
def test_laying_out_changes_nothing_a_reader_sees_and_is_done_once(text: str) -> None:
    laid = laid_out(text)
    assert read_blocks(laid) == read_blocks(text)
    assert laid_out(laid) == laid


@given(st.text(alphabet="aB.!? (“”", max_size=80))
def test_sentences_joined_give_the_text(text: str) -> None:
    assert " ".join(sentences(text)) == text
