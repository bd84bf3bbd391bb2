"""Which text a reader means."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from protobuild.life.home import Home, find_home, home_at
from protobuild.life.sides import find_text, new_side, old_side, text_at, working_copy
from protobuild.life.texts import Text, told_apart
from protobuild.model.outline import Outline
from protobuild.model.source import ProtocolError, UsageError
from small_council import DRAFT_ADVICE, commit_all, git, write, write_project

TEXT = "# Protocol\n\n## 1. Advice\n\n1.1 Members may ask.\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path / "project"))


def _words(outline: Outline, id: str) -> str:
    return next(entry.words for entry in outline.entries if entry.id == id)


def test_the_old_text_is_the_version_adopted_last(home: Home) -> None:
    text = old_side(None, home)
    assert text.outline.sides[0].label == "Adopted 20 January 2026"
    assert "should ask" in _words(text.outline, "ask")


def test_the_new_text_is_the_draft(home: Home) -> None:
    text = new_side(None, home)
    assert text.outline.sides[0].label == "Draft"
    assert "must ask" in _words(text.outline, "ask")


def test_every_text_has_a_fingerprint_that_tells_it_from_others(home: Home) -> None:
    old, new = old_side(None, home).outline, new_side(None, home).outline
    assert len(old.sides[0].ref) == len(new.sides[0].ref) == 12
    assert old.sides[0].ref != new.sides[0].ref


def test_without_an_adopted_version_the_remedy_is_to_name_two_texts(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No version has been adopted yet") as raised:
        old_side(None, home_at(tmp_path))
    assert "old.md new.md" in raised.value.fix


@pytest.mark.parametrize(
    "given",
    [
        "2026-01-20",
        "changelog/2026-01-20-council",
        "./changelog/2026-01-20-council",
        "changelog/2026-01-20-council/protocol",
    ],
)
def test_an_adopted_version_is_named_by_its_date_or_its_folder(home: Home, given: str) -> None:
    assert find_text(given, home).outline.sides[0].label == "Adopted 20 January 2026"
    assert new_side(given, home).outline.sides[0].label == "Adopted 20 January 2026"


@pytest.mark.parametrize("given", ["20 January 2026", "20/01/2026"])
def test_a_day_may_be_written_as_people_write_it(home: Home, given: str) -> None:
    assert find_text(given, home).outline.sides[0].label == "Adopted 20 January 2026"


def test_a_day_between_two_adoptions_means_the_text_in_force_and_says_which(home: Home) -> None:
    text = find_text("1 June 2026", home)
    assert text.outline.sides[0].label == "Adopted 20 January 2026"
    assert text.remark == (
        "The text in force on 1 June 2026: adopted on 20 January 2026 (Full Council), "
        "in force from 1 February 2026."
    )


def test_a_day_before_the_first_version_has_no_record(home: Home) -> None:
    with pytest.raises(UsageError, match="There is no record of 31 January 2026"):
        find_text("2026-01-31", home)


def test_a_text_asked_for_by_its_day_of_adoption_says_from_when_it_counts(home: Home) -> None:
    assert text_at("2026-01-20", home).remark == (
        "The version adopted on 20 January 2026 is in force from 1 February 2026."
    )
    assert find_text("2026-01-20", home).remark == ""
    assert text_at("protocol", home).remark == ""


def test_a_day_left_without_quotation_marks_is_asked_for_with_them(home: Home) -> None:
    with pytest.raises(UsageError, match="'14' is not a text") as raised:
        find_text("14", home)
    assert '"14 May 2026"' in raised.value.fix


def _labels(*texts: Text) -> list[str]:
    return [text.label for text in told_apart(texts)]


def test_folders_that_are_not_the_draft_are_called_by_their_names(home: Home) -> None:
    shutil.copytree(home.protocol, home.root / "first")
    shutil.copytree(home.protocol, home.root / "second" / "protocol")
    old, new = old_side("first", home), new_side("second/protocol", home)
    assert _labels(old, new) == ["first", "second"]
    assert _labels(old_side("second", home), new_side("first", home)) == ["second", "first"]
    assert _labels(old, new_side("protocol", home)) == ["first", "Draft"]


def test_texts_of_one_name_say_where_they_lie(home: Home) -> None:
    write(home.root, {"old/text.md": TEXT, "new/text.md": TEXT, "text.md": TEXT})
    labels = _labels(old_side("old/text.md", home), new_side("new/text.md", home))
    assert labels == ["text.md (old)", "text.md (new)"]
    assert _labels(old_side("text.md", home), new_side("new/text.md", home)) == ["text.md", "text.md (new)"]


def test_earlier_texts_of_one_day_are_told_apart(home: Home) -> None:
    commit_all(home.root)
    write(home.protocol, {"advice.yaml": DRAFT_ADVICE.replace("must ask", "may ask")})
    commit_all(home.root)
    day = find_text("HEAD", home).outline.sides[0].label
    refs = [git(home.root, "rev-parse", name)[:7] for name in ("HEAD~1", "HEAD")]
    assert _labels(find_text("HEAD~1", home), find_text("HEAD", home)) == [f"{day} ({ref})" for ref in refs]
    assert _labels(find_text("HEAD", home), working_copy(home)) == [day, "Draft"]


def test_one_text_named_twice_keeps_its_name(home: Home) -> None:
    assert (
        _labels(find_text("2026-01-20", home), find_text("2026-01-20", home))
        == ["Adopted 20 January 2026"] * 2
    )


def test_a_copy_without_the_whole_history_says_so(home: Home, tmp_path: Path) -> None:
    commit_all(home.root)
    write(home.protocol, {"advice.yaml": DRAFT_ADVICE.replace("must ask", "may ask")})
    commit_all(home.root)
    with pytest.raises(UsageError) as raised:
        find_text("HEAD~9", home)
    assert "latest texts" not in raised.value.fix
    git(tmp_path, "clone", "-q", "--depth", "1", home.root.as_uri(), "copy")
    with pytest.raises(UsageError, match="earlier text called 'HEAD~1'") as raised:
        find_text("HEAD~1", find_home(tmp_path / "copy"))
    assert "This copy holds only the latest texts" in raised.value.fix


@pytest.mark.parametrize("given", ["protocol", "."])
def test_a_folder_may_hold_the_protocol_or_have_it_inside(home: Home, given: str) -> None:
    text = find_text(given, home)
    assert "must ask" in _words(text.outline, "ask")
    assert text.ids


@pytest.mark.parametrize("name", ["old.md", "old.txt", "OLD.MD"])
def test_a_single_file_is_a_text_whose_ids_mean_nothing(home: Home, name: str) -> None:
    write(home.root, {name: TEXT})
    text = find_text(name, home)
    assert text.outline.sides[0].label == name
    assert not text.ids
    assert [entry.words for entry in text.outline.entries] == ["Protocol", "Advice", "Members may ask."]


def test_a_file_outside_the_protocol_is_read_where_it_lies(home: Home, tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere.md": TEXT})
    assert find_text(str(tmp_path / "elsewhere.md"), home).outline.title == "Protocol"


def test_another_kind_of_file_is_refused_with_a_remedy(home: Home) -> None:
    write(home.root, {"old.rtf": "PK"})
    with pytest.raises(UsageError, match=r"'old\.rtf' is not a kind of file") as raised:
        find_text("old.rtf", home)
    assert ".txt" in raised.value.fix


def test_a_folder_without_a_protocol_is_refused(home: Home) -> None:
    write(home.root, {"empty/readme.md": "Nothing."})
    with pytest.raises(UsageError, match="'empty' holds no protocol"):
        find_text("empty", home)


@pytest.mark.parametrize("given", ["2026-13-45", "2026-02-30"])
def test_a_day_that_is_none_is_refused(home: Home, given: str) -> None:
    with pytest.raises(UsageError, match="not a day in the calendar"):
        find_text(given, home)


@pytest.mark.parametrize("given", ["nothing", "no/such.md", "", "--output=x", "-x", "@{-1}", "a\0b", "a\nb"])
def test_what_is_not_there_is_refused_naming_what_is(home: Home, given: str) -> None:
    commit_all(home.root)
    with pytest.raises(UsageError) as raised:
        find_text(given, home)
    assert "2026-01-20 (Full Council)" in raised.value.fix
    assert not (home.root / "x").exists()


def test_an_earlier_text_is_read_from_the_history(home: Home) -> None:
    commit_all(home.root)
    write(home.protocol, {"advice.yaml": DRAFT_ADVICE.replace("must ask", "may ask")})
    text = find_text("HEAD", home)
    assert "must ask" in _words(text.outline, "ask")
    assert text.outline.sides[0].label.startswith("Text of ")
    assert text.outline.sides[0].ref == git(home.root, "rev-parse", "HEAD")[:10]


def test_a_date_means_the_adopted_version_even_where_a_tag_has_that_name(home: Home) -> None:
    commit_all(home.root)
    git(home.root, "tag", "2026-01-20")
    assert find_text("2026-01-20", home).outline.sides[0].label == "Adopted 20 January 2026"


def test_a_name_that_is_a_folder_and_a_branch_is_refused_naming_both(home: Home) -> None:
    commit_all(home.root)
    git(home.root, "branch", "protocol")
    with pytest.raises(UsageError, match="both a folder or file here and a name in the protocol's history"):
        find_text("protocol", home)
    assert find_text("./protocol", home).outline.sides[0].label == "Draft"
    assert find_text("refs/heads/protocol", home).outline.sides[0].label.startswith("Text of ")


def test_a_draft_with_an_error_is_not_published(home: Home) -> None:
    write(home.protocol, {"advice.yaml": DRAFT_ADVICE.replace("text:", "txt:", 1)})
    with pytest.raises(ProtocolError) as raised:
        working_copy(home)
    assert raised.value.findings[0].place.file == "protocol/advice.yaml"


def test_an_old_folder_with_an_error_is_still_read(home: Home) -> None:
    write(home.protocol, {"advice.yaml": DRAFT_ADVICE.replace("text:", "txt:", 1)})
    words = " ".join(entry.words for entry in old_side("protocol", home).outline.entries)
    assert "Members must ask the monitoring officer for advice" in words


def test_a_name_that_no_disk_can_hold_is_a_name_that_is_not_there(home: Home) -> None:
    for given in ("a" * 5000, "a\0b", "x/" * 3000):
        with pytest.raises(UsageError, match="There is no file"):
            find_text(given, home)


def test_a_history_that_cannot_be_read_is_said_and_stops_nothing_else(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_all(home.root, "one")
    git(home.root, "tag", "first")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="'git' is not installed"):
        find_text("first", home)
    assert find_text("protocol", home).ids
