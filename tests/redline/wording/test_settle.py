"""Settled changes: few, whole, and cut where a reader would cut them."""

from __future__ import annotations

import pytest

from protobuild.model.runs import words
from protobuild.redline.wording.opcodes import Op, opcodes
from protobuild.redline.wording.settle import settle
from protobuild.redline.wording.tokens import cut


def tokens(text: str) -> list[str]:
    return [text for text in cut(words(text)).texts if not text.isspace()]


def shown(ops: list[Op], old: list[str], new: list[str]) -> str:
    """Return the words, those that go in [- -] and those that come in [+ +]; none twice, none left out."""
    out: list[str] = []
    i = j = 0
    for op in ops:
        assert (op.i, op.j) == (i, j)
        gone = " ".join(old[i : op.i_end])
        come = " ".join(new[j : op.j_end])
        assert gone or come
        assert op.equal is (gone == come)
        out += [gone] if op.equal else [f"[-{gone}-]"] * bool(gone) + [f"[+{come}+]"] * bool(come)
        i, j = op.i_end, op.j_end
    assert (i, j) == (len(old), len(new))
    return " ".join(out)


def settled(old: str, new: str) -> str:
    before, after = tokens(old), tokens(new)
    return shown(settle(opcodes(before, after), before, after), before, after)


def ways_to_take_out(old: list[str], size: int, new: list[str]) -> list[list[Op]]:
    """Return every raw difference that strikes so many words in a row of `old` and leaves `new`."""
    starts = [at for at in range(1, len(old) - size) if old[:at] + old[at + size :] == new]
    return [
        [
            Op(True, 0, at, 0, at),
            Op(False, at, at + size, at, at),
            Op(True, at + size, len(old), at, len(new)),
        ]
        for at in starts
    ]


def reversed_(ops: list[Op]) -> list[Op]:
    return [Op(op.equal, op.j, op.j_end, op.i, op.i_end) for op in ops]


EDGES = [
    ("Reply . The council meets . The council votes . The council rests .", "The council votes ."),
    ("Members , when asked , tell the council", ", when asked"),
    ("They ask councillors , officers , residents or staff", ", officers"),
    ("Reports are late ; wrong ; dull", "; wrong"),
    ("It is kept and kept .", "and kept"),
    ("Members ( and officers ) and others ( and others ) meet", "( and others )"),
    ("One : two : three", ": two"),
    ("Members and Members reply", "Members and"),
    ("Officers must now reply . Members must now reply . End .", "Members must now reply ."),
    ("Why ? Indeed . So Indeed . End", "So Indeed ."),
    ("Reply . – Ask , please . – Wait , please . – End .", "– Wait , please ."),
    ("Who ? Members , then Members , now", "Members , then"),
]


@pytest.mark.parametrize(("text", "taken"), EDGES)
def test_wherever_a_deletion_was_found_it_lies_at_the_edge_a_reader_would_choose(
    text: str, taken: str
) -> None:
    old = tokens(text)
    new = tokens(text.replace(taken + " ", "", 1))
    ways = ways_to_take_out(old, len(tokens(taken)), new)
    assert ways
    for raw in ways:
        assert shown(settle(raw, old, new), old, new) == text.replace(taken, f"[-{taken}-]", 1)
        assert shown(settle(reversed_(raw), new, old), new, old) == text.replace(taken, f"[+{taken}+]", 1)


def test_an_edge_has_its_price_and_a_tie_stays_where_it_was_found() -> None:
    old, new = tokens("one and two and three"), tokens("one and three")
    ways = ways_to_take_out(old, 2, new)
    assert [shown(settle(raw, old, new), old, new) for raw in ways] == [
        "one [-and two-] and three",
        "one and [-two and-] three",
    ]


def test_a_name_of_one_capital_is_no_edge() -> None:
    old, new = tokens("one X and X three"), tokens("one X three")
    ways = ways_to_take_out(old, 2, new)
    assert [shown(settle(raw, old, new), old, new) for raw in ways] == [
        "one [-X and-] X three",
        "one X [-and X-] three",
    ]


def test_a_deletion_at_the_beginning_is_not_slid_into_the_end() -> None:
    assert settled("fax etc . , letters etc . ,", "letters etc . ,") == "[-fax etc . ,-] letters etc . ,"


def test_a_deletion_with_nothing_kept_before_it_lies_where_it_was_found() -> None:
    old, new = tokens("Then . Ask Then . Stay"), tokens("Then . Stay")
    raw = [Op(False, 0, 3, 0, 0), Op(True, 3, 6, 0, 3)]
    assert shown(settle(raw, old, new), old, new) == "[-Then . Ask-] Then . Stay"


def test_a_small_word_kept_by_chance_between_two_edits_is_given_up() -> None:
    old = "Reports reach the monitoring officer without delay of any kind each spring"
    new = "Reports reach each chair in private of every group each spring"
    assert settled(old, new) == (
        "Reports reach [-the monitoring officer without delay of any kind-] "
        "[+each chair in private of every group+] each spring"
    )


def test_a_word_that_weighs_as_much_as_the_edits_beside_it_is_kept() -> None:
    assert (
        settled("alpha beta gamma", "delta beta epsilon") == "[-alpha-] [+delta+] beta [-gamma-] [+epsilon+]"
    )


def test_the_lighter_of_two_edits_decides_whether_a_word_between_them_is_kept() -> None:
    old = "Members declare interests promptly and keep records"
    new = "Members declare gifts promptly together with hospitality and keep records"
    assert settled(old, new) == (
        "Members declare [-interests-] [+gifts+] promptly [+together with hospitality+] and keep records"
    )


def test_edits_given_up_to_one_another_go_on_to_the_edit_before_them() -> None:
    assert settled(
        "Members start red blue the green gold of silver grey and end it here now",
        "Members start one two the three four of five six and end it here now",
    ) == (
        "Members start [-red blue the green gold of silver grey-] [+one two the three four of five six+] "
        "and end it here now"
    )


def test_the_first_edit_of_a_text_gives_up_what_follows_it_like_any_other() -> None:
    old, new = "the gamma delta stays here now and on", "Red the blue stays here now and on"
    assert settled(old, new) == "[-the gamma delta-] [+Red the blue+] stays here now and on"


def test_a_sentence_ended_after_the_first_words_of_a_text_parts_two_edits() -> None:
    old = "advise . The clerk drafts minutes in full here"
    new = "Officers must promptly never advise . The mayor quietly chairs meetings in full here"
    assert settled(old, new) == (
        "[+Officers must promptly never+] advise . The "
        "[-clerk drafts minutes-] [+mayor quietly chairs meetings+] in full here"
    )


def test_a_replacement_lies_where_it_was_found() -> None:
    old, new = tokens("Ask first . Wait . End now"), tokens("Ask first only . End now")
    raw = [Op(True, 0, 2, 0, 2), Op(False, 2, 4, 2, 3), Op(True, 4, 7, 3, 6)]
    assert shown(settle(raw, old, new), old, new) == "Ask first [-. Wait-] [+only+] . End now"


def test_an_end_of_one_sentence_and_start_of_the_next_parts_two_edits() -> None:
    old = "At once councillors shall promptly notify her . The clerk immediately drafts minutes in full ."
    new = "At once councillors will only quietly answer her . The mayor seldom chairs meetings in full ."
    assert settled(old, new) == (
        "At once councillors [-shall promptly notify-] [+will only quietly answer+] her . The "
        "[-clerk immediately drafts minutes-] [+mayor seldom chairs meetings+] in full ."
    )


def test_two_words_across_a_sentences_end_part_two_edits_and_a_full_stop_alone_does_not() -> None:
    old = "At once councillors shall promptly notify {} clerk immediately drafts minutes in full ."
    new = "At once councillors will only quietly answer {} mayor seldom chairs meetings in full ."
    assert settled(old.format(". The"), new.format(". The")) == (
        "At once councillors [-shall promptly notify-] [+will only quietly answer+] . The "
        "[-clerk immediately drafts minutes-] [+mayor seldom chairs meetings+] in full ."
    )
    assert settled(old.format("."), new.format(".")) == (
        "At once councillors [-shall promptly notify . clerk immediately drafts minutes-] "
        "[+will only quietly answer . mayor seldom chairs meetings+] in full ."
    )


def test_a_deletion_slides_no_further_than_the_edit_beside_it() -> None:
    old = tokens("Ask first . Members reply . Members reply . In the end all is noted .")
    new = tokens("Ask first . Officers reply . In the end all is noted .")
    raw = [
        Op(True, 0, 3, 0, 3), Op(False, 3, 4, 3, 4), Op(True, 4, 5, 4, 5),
        Op(False, 5, 8, 5, 5), Op(True, 8, len(old), 5, len(new)),
    ]  # fmt: skip
    assert shown(settle(raw, old, new), old, new) == (
        "Ask first . [-Members-] [+Officers+] reply . [-Members reply .-] In the end all is noted ."
    )


def test_a_text_that_keeps_three_words_of_ten_is_marked_and_one_that_keeps_less_is_replaced_whole() -> None:
    old = "one two three four five six seven eight nine ten"
    assert settled(old, "one two three red blue green gold grey pink black").startswith(
        "one two three [-four"
    )
    assert settled(old, "one two red blue green gold grey pink black white") == (
        f"[-{old}-] [+one two red blue green gold grey pink black white+]"
    )


def test_the_shorter_text_says_whether_anything_is_left() -> None:
    long = "Members ask officers for advice on law on money on procedure on staff and on housing every week"
    assert settled("Members ask officers", long) == (
        "Members ask officers [+for advice on law on money on procedure on staff and on housing every week+]"
    )
    assert settled("ask officers", "") == "[-ask officers-]"
    assert settled("", "ask officers") == "[+ask officers+]"


def test_the_last_mark_of_the_shorter_text_counts_too() -> None:
    old = "one two three four five six seven eight nine ten ."
    new = "one two three red blue green gold grey pink black white brown"
    assert settled(old, new) == f"[-{old}-] [+{new}+]"


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("By 3 May 2024 it ends", "By 3 June 2025 it ends", "By [-3 May 2024-] [+3 June 2025+] it ends"),
        ("3 May 2024 is when it ends", "3 June 2025 is when it ends",
         "[-3 May 2024-] [+3 June 2025+] is when it ends"),
        ("On Monday 3 May 2024 it ends", "On Tuesday 3 June 2025 it ends",
         "On [-Monday-] [+Tuesday+] [-3 May 2024-] [+3 June 2025+] it ends"),
        ("By 3 May 2024 it ends", "By 3 June 2024 it ends", "By 3 [-May-] [+June+] 2024 it ends"),
        ("By 3 May 2024 it ends", "By 3 May 2025 it ends", "By 3 May [-2024-] [+2025+] it ends"),
        ("In late May 2024 it ends", "In late June 2025 it ends",
         "In late [-May 2024-] [+June 2025+] it ends"),
        ("All 3 May reports are on file here", "All 3 June returns are on file here",
         "All 3 [-May reports-] [+June returns+] are on file here"),
        ("By 3 May 2024 it ends", "By 3 June it ends", "By 3 [-May 2024-] [+June+] it ends"),
        ("By 3 May 2024 it ends", "By 3 working days it ends",
         "By 3 [-May 2024-] [+working days+] it ends"),
        ("By 3 Alpha 2024 it ends", "By 3 Beta 2025 it ends", "By 3 [-Alpha 2024-] [+Beta 2025+] it ends"),
    ],
)  # fmt: skip
def test_a_date_of_which_month_and_year_changed_is_changed_whole(old: str, new: str, marked: str) -> None:
    assert settled(old, new) == marked
