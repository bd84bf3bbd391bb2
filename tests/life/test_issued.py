"""Papers issued are kept beside the notes, told apart from them, and never rewritten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.life.home import Home, find_home
from protobuild.life.issued import Kept, issue, paper_file, read_papers
from protobuild.life.lenient import read_folder
from protobuild.life.meaning import meaning
from protobuild.life.notes import read_notes
from protobuild.life.sides import old_side, working_copy
from protobuild.model.outline import accept
from protobuild.model.redlined import Issued, Paper, Redlined, What
from protobuild.model.source import ProtocolError, UsageError
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.store.tree import Folder
from small_council import DRAFT_ADVICE, write, write_project

DAY = dt.date(2026, 6, 3)
FOLDER = "changelog/next/issued"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path))


def made(home: Home) -> tuple[Redlined, Kept]:
    old, new = old_side(None, home).outline, working_copy(home).outline
    kept = read_papers(home, old.sides[0].ref)
    return describe(redline(old, new), papers=kept.papers), kept


def keep(home: Home, name: str, day: dt.date = DAY) -> Paper:
    redlined, kept = made(home)
    paper = issue(name, day, redlined, kept)
    if paper not in kept.papers:
        files = paper_file(paper, kept)
        write(home.root, {f"{FOLDER}/{file}": data.decode() for file, data in files.items()})
    return paper


def test_a_paper_is_read_as_it_was_issued(home: Home) -> None:
    paper = keep(home, "Standards Committee, 3 June")
    assert [path.name for path in (home.root / FOLDER).iterdir()] == ["1-standards-committee-3-june.yaml"]
    assert made(home)[1].papers == (paper,)
    assert [change.name for change in paper.changes] == ["C1", "C2"]


def test_papers_are_kept_in_the_order_they_were_issued(home: Home) -> None:
    keep(home, "Working group")
    write(home.root, {"protocol/advice.yaml": DRAFT_ADVICE.replace("5 working", "7 working")})
    keep(home, "Council", dt.date(2026, 5, 1))
    assert [paper.name for paper in made(home)[1].papers] == ["Working group", "Council"]
    assert made(home)[1].last == 2


def test_a_paper_is_no_note(home: Home) -> None:
    before = read_notes(home)
    keep(home, "Standards Committee")
    assert read_notes(home) == before


def test_a_paper_of_another_base_gives_no_names(home: Home) -> None:
    paper = keep(home, "Standards Committee")
    kept = read_papers(home, "another text")
    assert (kept.papers, kept.others) == ((), (paper,))


def test_a_name_issued_twice_is_refused_where_something_changed(home: Home) -> None:
    keep(home, "Standards Committee")
    write(home.root, {"protocol/advice.yaml": DRAFT_ADVICE.replace("5 working", "7 working")})
    with pytest.raises(UsageError, match="“Standards Committee” was issued on 3 June 2026") as refused:
        keep(home, "standards  committee")
    assert "another name" in refused.value.fix


def test_a_name_issued_twice_is_the_same_paper_where_nothing_changed(home: Home) -> None:
    paper = keep(home, "Standards Committee")
    assert keep(home, "Standards Committee", dt.date(2026, 7, 1)) == paper
    assert len(list((home.root / FOLDER).iterdir())) == 1


def test_there_must_be_something_to_issue_and_a_name_for_it(home: Home) -> None:
    redlined, kept = made(home)
    with pytest.raises(UsageError, match="needs a name"):
        issue("  ", DAY, redlined, kept)
    with pytest.raises(UsageError, match="Nothing is changed"):
        issue("Council", DAY, describe(redline(redlined.outline, redlined.outline)), kept)


def test_two_papers_of_one_number_are_a_fault_that_names_the_file(home: Home) -> None:
    keep(home, "Standards Committee")
    text = (home.root / FOLDER / "1-standards-committee.yaml").read_text("utf-8")
    write(home.root, {f"{FOLDER}/1-council.yaml": text})
    with pytest.raises(ProtocolError) as refused:
        made(home)
    (finding,) = refused.value.findings
    assert finding.place.file == f"{FOLDER}/1-standards-committee.yaml"
    assert "one name to two decisions" in finding.why


@pytest.mark.parametrize("name", ["council.yaml", "0-council.yaml"])
def test_a_file_that_is_called_otherwise_is_a_fault(home: Home, name: str) -> None:
    keep(home, "Standards Committee")
    (home.root / FOLDER / "1-standards-committee.yaml").rename(home.root / FOLDER / name)
    with pytest.raises(ProtocolError) as refused:
        made(home)
    assert refused.value.findings[0].rule == "not-a-paper"


def test_a_damaged_paper_is_a_fault_with_its_place(home: Home) -> None:
    keep(home, "Standards Committee")
    path = home.root / FOLDER / "1-standards-committee.yaml"
    path.write_text(path.read_text("utf-8").replace("issued: 2026-06-03", "issued: soon"), "utf-8")
    with pytest.raises(ProtocolError) as refused:
        made(home)
    assert (refused.value.findings[0].place.line, refused.value.findings[0].severity) == (2, "error")


_words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]) | st.sampled_from("\n\t#:-'\""), max_size=40
)
_ids = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True), max_size=3).map(tuple)


@settings(max_examples=tries(120), deadline=None)
@given(
    st.builds(
        Issued,
        st.from_regex(r"C\d{1,2}[A-Z]?", fullmatch=True),
        st.sampled_from(What),
        _ids,
        _ids,
        _ids,
        _ids,
        _words,
        _words,
        _words,
        st.just("3f2a"),
    )
)
def test_any_words_are_read_back_as_they_were_issued(
    tmp_path_factory: pytest.TempPathFactory, change: Issued
) -> None:
    home = find_home(write_project(tmp_path_factory.mktemp("council")))
    paper = Paper("Council: “all” #1", DAY, "Adopted", "3f2a", (change,))
    files = paper_file(paper, Kept())
    write(home.root, {f"{FOLDER}/{file}": data.decode() for file, data in files.items()})
    assert read_papers(home, "3f2a").papers == (paper,)


def test_a_paper_keeps_the_text_it_showed(home: Home) -> None:
    redlined, kept = made(home)
    paper = issue("Council", DAY, redlined, kept)
    text = meaning(accept(redlined.outline))
    files = paper_file(paper, kept, text, Folder(home.protocol))
    assert [name for name in files if "/" in name] == [
        "1-council/protocol.yaml",
        "1-council/advice.yaml",
        "1-council/conduct.yaml",
    ]
    assert files["1-council/advice.yaml"] == DRAFT_ADVICE.encode()
    assert f"shows: {text}" in files["1-council.yaml"].decode()
    write(home.root, {f"{FOLDER}/{file}": data.decode() for file, data in files.items()})
    assert made(home)[1].papers == (paper,)
    assert meaning(read_folder(home.root / FOLDER / "1-council")) == text
