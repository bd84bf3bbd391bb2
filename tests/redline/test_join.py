"""Two matched texts as one sequence: what stays, goes, comes, moves, and what was joined or parted."""

from __future__ import annotations

from notation import read, write
from protobuild.model.outline import Cover, Entry, Face, Kind, Outline, accept, reject
from protobuild.model.runs import Look, Run, words
from protobuild.redline.join import join
from protobuild.redline.matching.pairs import Matching


def joined(old: str, new: str, matching: Matching) -> str:
    """Return the redline as lines, once it is sure that both texts can be had back."""
    before, after = read(old), read(new)
    marked = join(before, after, matching)
    both = Outline(marked.entries, (*before.sides, *after.sides))
    assert reject(both).entries == before.entries
    assert accept(both).entries == after.entries
    return write(marked)


def kept(*pairs: tuple[int, int]) -> Matching:
    """Return a matching of pairs that kept their order, the titles among them."""
    return Matching({0: 0, **dict(pairs)}, spine=(0, *(at for at, _ in pairs)))


def test_a_pair_in_place_is_laid_down_once() -> None:
    assert joined("Members may ask.", "Members must ask.", kept((1, 1))) == (
        "  0.1 Members [-may-][+must+] ask."
    )


def test_old_goes_before_new_comes() -> None:
    assert joined("Members ask.\nIt ends.", "Officers reply.\nIt ends.", kept((2, 2))) == (
        "- [-0.1-] [-Members ask.-]\n+ [+0.1+] [+Officers reply.+]\n  0.2 It ends."
    )


def test_what_lies_deepest_comes_first_so_that_new_items_stay_in_their_list() -> None:
    old = "Do:\n- ask\nGone words.\n# Gone heading"
    new = "Do:\n- reply\n- note\nNew words.\n# New heading"
    assert joined(old, new, kept((1, 1))) == (
        "  0.1 Do:\n- * [-(a)-] [-ask-]\n+ * [+(a)+] [+reply+]\n+ * [+(b)+] [+note+]\n"
        "- [-0.2-] [-Gone words.-]\n+ [+0.2+] [+New words.+]\n"
        "- # [-1-] [-Gone heading-]\n+ # [+1+] [+New heading+]"
    )


def test_an_entry_that_changed_its_id_level_or_kind_remembers_what_it_was() -> None:
    old, new = read("{a} Ask.\n{b} Wait.\n{c} Reply."), read("{a} Ask.\n{x} Wait.\n- {c} Reply.")
    faces = [entry.was for entry in join(old, new, kept((1, 1), (2, 2), (3, 3))).entries]
    assert faces == [(), (), (Face(1, "b", 2, Kind.PARAGRAPH),), (Face(1, "c", 2, Kind.PARAGRAPH),)]
    deeper = Outline(
        (new.entries[0], *(Entry(entry.id, 4, entry.kind, body=entry.body) for entry in new.entries[1:]))
    )
    assert join(new, deeper, kept((3, 3))).entries[-1].was == (Face(1, "c", 3, Kind.ITEM),)


def test_numbers_are_struck_and_written_whole() -> None:
    assert joined("Gone.\nKept.", "Kept.", kept((2, 1))) == "- [-0.1-] [-Gone.-]\n  [-0.2-][+0.1+] Kept."


def test_a_redline_has_the_cover_of_the_new_text() -> None:
    old, new = read("Ask."), read("Ask.")
    cover = Cover(council="Example Borough Council")
    assert join(old, Outline(new.entries, cover=cover), kept((1, 1))).cover == cover


# -- moves


def test_moved_words_stand_at_both_ends_and_say_so() -> None:
    old, new = "Ask first.\nIt ends.", "It ends.\nAsk twice first."
    moved = Matching({0: 0, 1: 2, 2: 1}, spine=(0, 2))
    assert joined(old, new, moved) == (
        "- [-0.1-] [~-Ask first.~]\n  [-0.2-][+0.1+] It ends.\n+ [+0.2+] [~+Ask ~][+twice +][~+first.~]"
    )
    assert [entry.moved for entry in join(read(old), read(new), moved).entries] == ["", "m1", "", "m1"]


def test_words_struck_on_the_way_are_shown_at_both_ends_and_stand_in_neither_new_text() -> None:
    moved = Matching({0: 0, 1: 2, 2: 1}, spine=(0, 2))
    assert joined("Ask twice first.\nIt ends.", "It ends.\nAsk first.", moved) == (
        "- [-0.1-] [~-Ask ~][-twice -][~-first.~]\n  [-0.2-][+0.1+] It ends.\n"
        "+ [+0.2+] [~+Ask ~][xtwice x][~+first.~]"
    )


def test_a_moved_heading_shows_its_edits_at_both_ends() -> None:
    moved = Matching({0: 0, 1: 2, 2: 1}, spine=(0, 2))
    assert joined("# Ask first\n# End", "# End\n# Ask now", moved) == (
        "- # [-1-] [~-Ask ~][-first-]\n  # [-2-][+1+] End\n+ # [+2+] [~+Ask ~][xfirstx][+now+]"
    )


def test_what_moves_with_what_it_lies_in_is_carried_and_named_after_it() -> None:
    old = "Do:\n- ask\n- wait\nIt ends.\nSay:\n- yes"
    new = "Say:\n- yes\nIt ends.\nDo:\n- ask\n- wait"
    moved = Matching({0: 0, 1: 4, 2: 5, 3: 6, 4: 3, 5: 1, 6: 2}, spine=(0, 4))
    names = [entry.moved for entry in join(read(old), read(new), moved).entries]
    do, say = ["m1", "m1.1", "m1.2"], ["m2", "m2.1"]
    assert names == ["", *do, *say, "", *say, *do]


def test_an_item_that_left_the_moved_paragraph_it_lay_in_moves_by_itself() -> None:
    old = "Do:\n- ask\nIt ends.\nSay:\n- yes"
    new = "It ends.\nSay:\n- yes\n- ask\nDo:"
    moved = Matching({0: 0, 1: 5, 2: 4, 3: 1, 4: 2, 5: 3}, spine=(0, 3, 4, 5))
    names = [entry.moved for entry in join(read(old), read(new), moved).entries]
    assert sorted(name for name in names if name) == ["m1", "m1", "m2", "m2"]


# -- merges and splits


def test_merged_paragraphs_keep_their_words_under_struck_boundaries() -> None:
    merge = Matching({0: 0, 1: 1, 3: 2}, merged={2: 1}, spine=(0, 1, 3))
    assert joined("Ask.\nThen wait.\nIt ends.", "Ask. Then wait.\nIt ends.", merge) == (
        "  0.1 Ask.[+ +]\n- [-0.2-] Then wait.\n  [-0.3-][+0.2+] It ends."
    )


def test_split_paragraphs_keep_their_words_under_new_boundaries() -> None:
    split = Matching({0: 0, 1: 1, 2: 3}, split={2: 1}, spine=(0, 1, 2))
    assert joined("Ask. Then wait.\nIt ends.", "Ask.\nThen wait.\nIt ends.", split) == (
        "  0.1 Ask.[- -]\n+ [+0.2+] Then wait.\n  [-0.2-][+0.3+] It ends."
    )


def test_what_lay_between_merged_paragraphs_goes_and_between_split_ones_comes() -> None:
    merge = Matching({0: 0, 1: 1, 4: 2}, merged={3: 1}, spine=(0, 1, 4))
    assert joined("Ask.\nOther.\nThen wait.\nIt ends.", "Ask. Then wait.\nIt ends.", merge) == (
        "  0.1 Ask.[+ +]\n- [-0.2-] [-Other.-]\n- [-0.3-] Then wait.\n  [-0.4-][+0.2+] It ends."
    )
    split = Matching({0: 0, 1: 1, 2: 4}, split={3: 1}, spine=(0, 1, 2))
    assert joined("Ask. Then wait.\nIt ends.", "Ask.\nOther.\nThen wait.\nIt ends.", split) == (
        "  0.1 Ask.[- -]\n+ [+0.2+] [+Other.+]\n+ [+0.3+] Then wait.\n  [-0.2-][+0.4+] It ends."
    )


def test_a_part_that_kept_no_word_of_its_own_is_no_part_of_the_merge() -> None:
    merge = Matching({0: 0, 1: 1, 4: 2}, merged={2: 1, 3: 1}, spine=(0, 1, 4))
    assert joined("Ask.\nRed blue.\nThen wait.\nIt ends.", "Ask. Then wait.\nIt ends.", merge) == (
        "  0.1 Ask.[+ +]\n- [-0.2-] [-Red blue.-]\n- [-0.3-] Then wait.\n  [-0.4-][+0.2+] It ends."
    )
    split = Matching({0: 0, 1: 1, 2: 3}, split={2: 1}, spine=(0, 1, 2))
    assert joined("Ask the clerk.\nIt ends.", "Ask the clerk.\nRed blue\nIt ends.", split) == (
        "  0.1 Ask the clerk.\n+ [+0.2+] [+Red blue+]\n  [-0.2-][+0.3+] It ends."
    )


def test_a_reference_follows_the_id_that_its_provision_was_given() -> None:
    def text(id: str) -> Outline:
        named = Entry(id, 2, Kind.PARAGRAPH, words("0.1"), (), words("Ask."))
        return Outline((*read("").entries, named, Entry("", 2, Kind.PARAGRAPH, body=(Run("0.1", ref=id),))))

    matching = kept((1, 1), (2, 2))
    assert join(text("a"), text("b"), matching).entries[2].body == (
        Run("0.1", ref="b", was=(Look(1, ref="a"),)),
    )


def test_a_run_in_heading_of_a_merged_paragraph_goes_and_of_a_split_one_comes() -> None:
    def text(*paragraphs: tuple[str, str]) -> Outline:
        said = (Entry("", 2, Kind.PARAGRAPH, (), words(head), words(body)) for head, body in paragraphs)
        return Outline((*read("").entries, *said))

    apart, together = text(("", "Ask."), ("Wait", "Then wait.")), text(("", "Ask. Then wait."))
    merge = join(apart, together, Matching({0: 0, 1: 1}, merged={2: 1}, spine=(0, 1)))
    split = join(together, apart, Matching({0: 0, 1: 1}, split={2: 1}, spine=(0, 1)))
    assert merge.entries[2].heading == (Run("Wait", gone=1),)
    assert split.entries[2].heading == (Run("Wait", born=1),)


def test_words_redressed_on_the_way_look_at_each_end_as_they_did_there() -> None:
    moved = Matching({0: 0, 1: 2, 2: 1}, spine=(0, 2))
    left, _, reached = join(read("**Ask** now.\nIt ends."), read("It ends.\n*Ask* now."), moved).entries[1:]
    assert left.body[0] == Run("Ask", frozenset({"strong"}), gone=1, moved=1)
    assert reached.body[0] == Run("Ask", frozenset({"emphasis"}), born=1, moved=1)


def test_words_struck_on_the_way_are_made_and_struck_by_one_round() -> None:
    moved = Matching({0: 0, 1: 2, 2: 1}, spine=(0, 2))
    reached = join(read("Ask twice now.\nIt ends."), read("It ends.\nAsk now."), moved).entries[3]
    assert reached.body == (
        Run("Ask ", born=1, moved=1), Run("twice ", born=1, gone=1), Run("now.", born=1, moved=1)
    )  # fmt: skip


def test_a_moved_heading_follows_the_id_that_a_provision_it_names_was_given() -> None:
    def text(order: tuple[int, int], id: str) -> Outline:
        sections = (
            Entry("", 1, Kind.SECTION, heading=(Run("After "), Run("2", ref=id))),
            Entry(id, 1, Kind.SECTION, heading=words("End")),
        )
        return Outline((*read("").entries, *(sections[at] for at in order)))

    moved = Matching({0: 0, 1: 2, 2: 1}, spine=(0, 2))
    left, _, reached = join(text((0, 1), "a"), text((1, 0), "b"), moved).entries[1:]
    assert left.heading == (Run("After ", gone=1, moved=1), Run("2", ref="a", gone=1, moved=1))
    assert reached.heading == (Run("After ", born=1, moved=1), Run("2", ref="b", born=1, moved=1))


def test_a_reference_in_a_merged_paragraph_is_the_same_reference() -> None:
    merge = Matching({0: 0, 1: 1, 3: 2}, merged={2: 1}, spine=(0, 1, 3))
    assert joined("Ask.\nSee [[a]] then.\n{a} End.", "Ask. See [[a]] then.\n{a} End.", merge) == (
        "  0.1 Ask.[+ +]\n- [-0.2-] See <a> then.\n  [-0.3-][+0.2+] End."
    )


def test_a_role_named_in_both_texts_is_the_same_role() -> None:
    assert joined("Ask the [[role:clerk]] now.", "Ask the [[role:clerk]] soon.", kept((1, 1))) == (
        "  0.1 Ask the <role:clerk> [-now-][+soon+]."
    )


def test_references_in_a_kept_heading_and_in_moved_words_are_the_same_references() -> None:
    old, new = "# On [[a]] now\n{a} Ask.\nSee [[a]].\nEnd.", "# On [[a]] soon\n{a} Ask.\nEnd.\nSee [[a]]."
    moved = Matching({0: 0, 1: 1, 2: 2, 3: 4, 4: 3}, spine=(0, 1, 2, 4))
    assert joined(old, new, moved).splitlines()[::2] == [
        "  # 1 On <a> [-now-][+soon+]",
        "- [-1.2-] [~-See ~][~-<a>~][~-.~]",
        "+ [+1.3+] [~+See ~][~+<a>~][~+.~]",
    ]


def test_a_reference_in_moved_words_that_were_edited_is_the_same_reference() -> None:
    old, new = "See [[a]] now.\n{a} Ask.\nEnd.", "{b} Ask.\nEnd.\nSee [[b]] soon."
    moved = Matching({0: 0, 1: 3, 2: 1, 3: 2}, spine=(0, 2, 3))
    left, _, _, reached = join(read(old), read(new), moved).entries[1:]
    assert [(run.text, run.ref, run.moved) for run in left.body] == [
        ("See ", "", 1), ("<a>", "a", 0), (" ", "", 1), ("now", "", 0), (".", "", 1)
    ]  # fmt: skip
    assert [(run.text, run.ref, run.moved) for run in reached.body][:2] == [("See ", "", 1), ("<a>", "a", 0)]
