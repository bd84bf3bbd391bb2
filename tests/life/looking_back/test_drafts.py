"""The drafts that git kept between adoptions, through renames, merges and other folders."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from protobuild.life.home import Home, find_home
from protobuild.life.looking_back.blocks import as_file, blocks_of, holding, names_only, same_words
from protobuild.life.looking_back.drafts import all_drafts, with_drafts
from protobuild.life.looking_back.history import history_of
from protobuild.life.looking_back.past import past_of
from protobuild.model.source import UsageError
from protobuild.render.looking_back.told import Draft, History
from protobuild.render.text import write_text
from small_council import commit_all, git
from three_versions import three_versions

TODAY = dt.date(2026, 11, 22)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A council whose folder was renamed twice, whose draft was written on two branches, and joined."""
    home = three_versions(tmp_path)
    advice = home.protocol / "advice.yaml"
    commit_all(home.root, "Begin")
    edit(advice, "3 working", "4 working")
    commit_all(home.root, "Four days, after the unions were asked")
    git(home.root, "mv", "protocol", "text")
    commit_all(home.root, "Rename the folder")
    edit(home.root / "text" / "advice.yaml", "must ask", "may ask")
    commit_all(home.root, "A permission")
    git(home.root, "mv", "text", "protocol")
    commit_all(home.root, "Rename it back")
    git(home.root, "checkout", "-q", "-b", "side")
    edit(advice, "4 working", "7 working")
    commit_all(home.root, "Seven, on a branch")
    git(home.root, "checkout", "-q", "main")
    edit(advice, "be given to others", "be given to all")
    commit_all(home.root, "All")
    git(home.root, "merge", "-q", "--no-ff", "-m", "Join", "side")
    git(home.root, "mv", "protocol/advice.yaml", "protocol/advising.yaml")
    edit(home.protocol / "protocol.yaml", "- advice", "- advising")
    commit_all(home.root, "Another name for the file")
    edit(home.protocol / "advising.yaml", "  - id: share", "  # to be discussed\n  - id: share")
    commit_all(home.root, "A remark")
    return home


def drafts(home: Home, id: str) -> tuple[Draft, ...]:
    return with_drafts(home, history_of(past_of(home), id, TODAY)).drafts


def every(home: Home) -> History:
    return all_drafts(home, "Protocol", "Council", TODAY)


def test_each_draft_of_a_provision_is_told_with_who_and_why(home: Home) -> None:
    found = drafts(home, "answer")
    assert [each.why for each in found] == [
        "Seven, on a branch",
        "Four days, after the unions were asked",
        "Begin",
    ]
    assert {each.who for each in found} == {"Clerk"}
    assert found[0].before.startswith("Officers answer within 4 working days.")
    assert found[0].after.startswith("Officers answer within 7 working days.")
    assert found[0].redline is not None
    assert "within [-4-] [+7+] working days. The Members’ Code" in write_text(found[0].redline)


def test_a_draft_is_found_where_the_folder_had_another_name(home: Home) -> None:
    assert [each.why for each in drafts(home, "ask")] == ["A permission", "Begin"]


def test_a_merge_tells_nothing_that_one_of_its_sides_said_before(home: Home) -> None:
    assert "Join" not in [each.why for each in every(home).drafts]


def test_a_merge_that_says_something_of_its_own_is_told(home: Home) -> None:
    advice = home.protocol / "advising.yaml"
    git(home.root, "checkout", "-q", "-b", "other")
    edit(advice, "7 working", "8 working")
    commit_all(home.root, "Eight")
    git(home.root, "checkout", "-q", "main")
    edit(advice, "be given to all", "be given to everyone")
    commit_all(home.root, "Everyone")
    git(home.root, "merge", "-q", "--no-ff", "--no-commit", "other")
    edit(advice, "8 working", "9 working")
    commit_all(home.root, "A compromise")
    (first, *_) = drafts(home, "answer")
    assert (first.why, "9 working" in first.after) == ("A compromise", True)


def test_a_new_name_for_a_file_and_a_remark_are_no_draft_of_any_words(home: Home) -> None:
    told = {each.why: each.touched for each in every(home).drafts}
    assert told["Another name for the file"] == ("advice", "advising")  # the section's own name
    assert told["Seven, on a branch"] == ("answer",)
    assert not {"A remark", "Rename the folder", "Rename it back"} & told.keys()


def test_the_state_that_kept_an_adoption_says_so(home: Home) -> None:
    *_, first = every(home).drafts
    assert first.adopts == "2025-01-21-council, 2025-11-18-council, 2026-05-14-council"


def test_the_drafts_of_a_section_are_those_of_all_its_clauses(home: Home) -> None:
    git(home.root, "mv", "protocol/advising.yaml", "protocol/advice.yaml")
    edit(home.protocol / "protocol.yaml", "- advising", "- advice")
    commit_all(home.root, "Back again")
    assert [each.why for each in drafts(home, "conduct")] == ["Begin"]
    assert [each.why for each in drafts(home, "advice")][1:5] == [
        "Another name for the file",
        "All",
        "Seven, on a branch",
        "A permission",
    ]


def test_a_protocol_in_a_folder_of_a_larger_history_is_followed(tmp_path: Path) -> None:
    home = three_versions(tmp_path / "constitution" / "part-5")
    (tmp_path / "protocol").mkdir()
    (tmp_path / "protocol" / "advice.yaml").write_text(
        "clauses:\n  - id: answer\n    text: Nothing of ours.\n"
    )
    commit_all(tmp_path, "Begin")
    edit(tmp_path / "protocol" / "advice.yaml", "Nothing", "None")
    commit_all(tmp_path, "Somebody else's")
    edit(home.protocol / "advice.yaml", "3 working", "4 working")
    commit_all(tmp_path, "Ours")
    assert [each.why for each in drafts(home, "answer")] == ["Ours", "Begin"]


def test_nothing_is_checked_out_or_written(home: Home) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in home.root.rglob("*") if path.is_file())
    drafts(home, "answer")
    assert (
        sorted((path, path.stat().st_mtime_ns) for path in home.root.rglob("*") if path.is_file()) == before
    )


def test_a_shallow_copy_says_that_there_was_more(home: Home, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{home.root}", "copy")
    told = every(find_home(tmp_path / "copy"))
    assert told.cut_short
    assert len(told.drafts) == 1  # all that is in the last state of which the one before is not here


def test_without_a_history_the_remedy_is_to_do_without_drafts(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="git does not keep the history"):
        every(three_versions(tmp_path))


def test_a_history_without_a_single_state_has_no_drafts(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    git(home.root, "init", "-q")
    assert every(home).drafts == ()


def test_what_was_written_to_steer_a_terminal_is_not_printed(home: Home) -> None:
    edit(home.protocol / "advising.yaml", "7 working", "1 working")
    commit_all(home.root, "One \x1b[2Jday \x02 and more")
    assert every(home).drafts[0].why == "One  [2Jday   and more"


def test_a_file_that_cannot_be_parted_is_one_block() -> None:
    assert blocks_of("a", b"{kind: other}") == {"a": b"{kind: other}", "a/": b"{kind: other}"}
    assert blocks_of("a", b"") == {"a": b"", "a/": b""}


def test_clauses_are_parted_however_deep_they_lie() -> None:
    lines = ("id: own", "clauses:  # all", "- id: one", "  items:", "    - id: two", "- id: 'three'", "")
    blocks = blocks_of("a", "\r\n".join(lines).encode())
    assert list(blocks) == ["own", "own/", "one", "three"]
    assert holding(blocks, "two") == blocks["one"]
    assert holding(blocks, "own") == blocks["own/"]
    assert holding(blocks, "four") == b""


def test_layout_and_remarks_are_no_words() -> None:
    assert same_words(
        b"- id: a\n  text: |\n    One two\n", b"- id: a\n\n  # why\n  text: |\n      One\n      two\n"
    )
    assert not same_words(b"- id: a\n  text: One\n", b"- id: a\n  text: Two\n")


def test_a_clause_alone_makes_a_file_and_a_manifest_keeps_its_names() -> None:
    assert as_file(b"  - id: a\n").endswith(b"clauses:\n  - id: a\n")
    manifest = b"title: T\nstatus: draft\nroles:\n  clerk:\n    title: clerk\nsections:\n  - a"
    assert names_only(manifest) == b"title: T\nroles:\n  clerk:\n    title: clerk\n"
