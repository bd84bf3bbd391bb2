"""Words of two paragraphs as one: what is struck, written, kept, redressed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notation import write
from protobuild.model.markdown import read_inline
from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.runs import Look, Run, Runs, seen
from protobuild.redline.wording.tokens import cut
from protobuild.redline.wording.words import compare_words, mark_words, replace_whole, struck, written


def same(one: str, other: str) -> bool:
    return one == other


def shown(marked: Runs) -> str:
    """Return marked words as the case files write them."""
    return write(Outline((Entry("", 2, Kind.PARAGRAPH, body=marked),)))[2:]


def compared(old: str, new: str) -> str:
    before, after = read_inline(old), read_inline(new)
    marked = compare_words(before, after, same)
    assert (seen(marked, 0), seen(marked, 1)) == (before, after)
    return shown(marked)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("Members may ask.", "Members may ask.", "Members may ask."),
        ("Members may ask.", "Members must ask.", "Members [-may-][+must+] ask."),
        ("Members may ask.", "Members may not ask.", "Members may [+not +]ask."),
        ("Members may not ask.", "Members may ask.", "Members may [-not -]ask."),
        ("Members ask.", "Members ask", "Members ask[-.-]"),
        ("", "Members ask.", "[+Members ask.+]"),
        ("Members ask.", "", "[-Members ask.-]"),
    ],
)
def test_only_what_changed_is_marked_and_the_space_goes_with_it(old: str, new: str, marked: str) -> None:
    assert compared(old, new) == marked


def test_a_hard_space_in_place_of_a_plain_one_strikes_no_word() -> None:
    assert compared("within ten days", "within ten\xa0days") == "within ten[- -][+\xa0+]days"
    assert compared("Members must \xa0ask.", "Members may \xa0ask.") == "Members [-must-][+may+] \xa0ask."


def test_emphasis_alone_strikes_no_word() -> None:
    assert compared("Members may ask.", "Members **may** ask.") == "Members [=may=] ask."
    assert compared("[Code](https://example.gov.uk/a)", "[Code](https://example.gov.uk/b)") == "[=Code=]"


def test_a_redressed_word_remembers_how_it_looked() -> None:
    old, new = (Run("may", frozenset({"strong"}), "https://example.gov.uk"),), (Run("may"),)
    assert compare_words(old, new, same) == (
        Run("may", was=(Look(1, frozenset({"strong"}), "https://example.gov.uk"),)),
    )


def test_struck_and_written_words_keep_their_dress() -> None:
    dressed = Run("may", frozenset({"strong"}), "https://example.gov.uk", "advice")
    assert struck((dressed,)) == (replace(dressed, gone=1),)
    assert written((dressed,)) == (replace(dressed, born=1),)
    assert replace_whole((dressed,), (dressed,)) == (replace(dressed, gone=1), replace(dressed, born=1))
    other = (Run("must", frozenset({"emphasis"}), "https://example.gov.uk/b", "reply"),)
    kept = (Run("Members and officers "),)
    assert compare_words((*kept, dressed), (*kept, *other), same) == (
        *kept, replace(dressed, gone=1), replace(other[0], born=1)
    )  # fmt: skip


# -- references


def test_a_reference_that_only_prints_another_number_is_the_same_reference() -> None:
    old, new = (Run("See "), Run("2.1", ref="advice")), (Run("See "), Run("1.3", ref="advice"))
    assert compare_words(old, new, same) == (
        Run("See "), Run("2.1", ref="advice", gone=1), Run("1.3", ref="advice", born=1)
    )  # fmt: skip
    assert compare_words((*old, Run(" today")), (*old, Run(" now")), same)[1] == Run("2.1", ref="advice")


def test_a_reference_to_what_another_id_names_now_is_kept_and_remembers_the_old_id() -> None:
    old, new = (Run("See "), Run("2.1", ref="advice")), (Run("See "), Run("2.1", ref="guidance"))
    renamed = compare_words(old, new, lambda one, other: (one, other) == ("advice", "guidance"))
    assert renamed == (Run("See "), Run("2.1", ref="guidance", was=(Look(1, ref="advice"),)))


def test_a_reference_to_another_provision_is_struck_and_written_though_it_prints_the_same() -> None:
    old, new = (Run("See "), Run("2.1", ref="advice")), (Run("See "), Run("2.1", ref="reply"))
    assert compare_words(old, new, same) == (
        Run("See "), Run("2.1", ref="advice", gone=1), Run("2.1", ref="reply", born=1)
    )  # fmt: skip


def test_words_that_become_a_reference_are_another_thing() -> None:
    marked = compare_words((Run("See 2.1 now"),), (Run("See "), Run("2.1", ref="advice"), Run(" now")), same)
    assert marked == (Run("See "), Run("2.1", gone=1), Run("2.1", ref="advice", born=1), Run(" now"))


# -- several parts


def parts(olds: list[str], news: list[str]) -> list[str]:
    """Return the marked words of each part of whichever side has several."""
    marked = mark_words(
        [cut(read_inline(one)) for one in olds], [cut(read_inline(one)) for one in news], same
    )
    return [shown(runs) for runs in marked]


def test_the_words_of_paragraphs_put_together_stay_with_the_paragraph_they_came_from() -> None:
    olds = ["Officers advise members.", "Members decide.", "The clerk writes it down."]
    assert parts(olds, ["Officers advise members. Members alone decide. The clerk writes it down."]) == [
        "Officers advise members.[+ +]",
        "Members [+alone +]decide.[+ +]",
        "The clerk writes it down.",
    ]


def test_a_paragraph_taken_apart_gives_each_part_its_words() -> None:
    news = ["Officers advise members.", "Members decide.", "The clerk writes it down."]
    assert parts(["Officers advise members. Members alone decide. The clerk writes it down."], news) == [
        "Officers advise members.[- -]",
        "Members [-alone -]decide.[- -]",
        "The clerk writes it down.",
    ]


def test_words_struck_between_two_parts_stay_with_the_first() -> None:
    assert parts(
        ["Officers advise all members. In private. Members decide on that advice."],
        ["Officers advise all members.", "Members decide on that advice."],
    ) == ["Officers advise all members.[- In private. -]", "Members decide on that advice."]


def test_a_part_without_words_has_no_marks_either() -> None:
    assert parts(["Officers advise.", "", "Members decide."], ["Officers advise. Members decide."]) == [
        "Officers advise.[+ +]", "", "Members decide."
    ]  # fmt: skip
    assert parts(["Officers advise."], ["Officers advise.", ""]) == ["Officers advise.", ""]


def test_one_part_against_one_is_one_part() -> None:
    assert parts(["Members may ask."], ["Members must ask."]) == ["Members [-may-][+must+] ask."]
