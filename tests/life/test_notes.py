"""Notes on changes not yet adopted."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.home import Home, find_home
from protobuild.life.notes import Ids, read_notes, reasons
from protobuild.life.opening import former_ids, open_leniently
from protobuild.model.redlined import Rank, Why
from small_council import NOTE, RECORD, write, write_project


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path))


def test_a_note_gives_the_reason_for_each_id_it_names(home: Home) -> None:
    assert reasons(read_notes(home)) == (
        Why("ask", "Advice taken too late helps nobody.", "Monitoring officer"),
    )


def test_two_notes_on_one_id_are_both_read(home: Home) -> None:
    write(home.changelog / "next", {"zz.yaml": "clauses: [ask, gifts]\nreason: Asked for by members.\n"})
    said = [(why.id, why.reason, why.proposer) for why in reasons(read_notes(home))]
    assert said == [
        ("ask", "Advice taken too late helps nobody.", "Monitoring officer"),
        ("ask", "Asked for by members.", ""),
        ("gifts", "Asked for by members.", ""),
    ]


def test_a_note_may_say_how_much_a_change_matters_and_in_which_round(home: Home) -> None:
    write(home.changelog / "next", {"advice-in-time.yaml": NOTE + "class: substantive\nround: 2\n"})
    (why,) = reasons(read_notes(home))
    assert (why.rank, why.round) == (Rank.SUBSTANTIVE, 2)


@pytest.mark.parametrize("line", ["class: grave", "round: 0", "round: first"])
def test_a_class_or_a_round_there_is_not_is_a_fault_with_its_place(home: Home, line: str) -> None:
    write(home.changelog / "next", {"advice-in-time.yaml": f"{NOTE}{line}\n"})
    (finding,) = read_notes(home).findings
    assert (finding.place.line, finding.severity) == (5, "error")


def test_a_fault_in_a_note_has_its_place_and_leaves_the_others_readable(home: Home) -> None:
    write(home.changelog / "next", {"bad.yaml": NOTE.replace("reason", "raison")})
    notes = read_notes(home)
    assert len(notes.notes) == 1
    finding = notes.findings[0]
    assert (finding.place.file, finding.place.line) == ("changelog/next/bad.yaml", 2)
    assert "'reason'" in finding.fix


@pytest.mark.parametrize("note", [NOTE.replace("clauses", "clause"), NOTE.replace("[ask]", "[]")])
def test_a_note_that_names_nothing_is_told_what_becomes_of_its_reason(home: Home, note: str) -> None:
    write(home.changelog / "next", {"bad.yaml": note})
    (finding,) = read_notes(home).findings
    assert finding.why == "The reason would be printed beside no change."


def test_a_note_on_an_id_that_nothing_has_is_a_warning_with_the_nearest_name(home: Home) -> None:
    write(home.changelog / "next", {"bad.yaml": NOTE.replace("[ask]", "[gifts, aks]")})
    notes = read_notes(home, Ids({"ask", "gifts"}))
    (finding,) = notes.findings
    assert (finding.place.line, finding.place.column, finding.severity) == (1, 18, "warning")
    assert finding.fix == "Write 'ask'."
    assert finding.excerpt == "clauses: [gifts, aks]"
    assert len(notes.notes) == 2


def test_a_note_on_an_id_that_once_was_is_asked_to_leave(home: Home) -> None:
    write(home.changelog / "next", {"bad.yaml": NOTE.replace("[ask]", "[gift]")})
    notes = read_notes(home, Ids({"ask", "gifts"}, lambda: {"gift"}))
    assert notes.findings[0].fix == "If the change has been adopted, move this note out of changelog/next."


def test_every_id_of_every_adopted_version_once_was(home: Home) -> None:
    later = "changelog/2026-05-12-council"
    write(home.root, {f"{later}/record.yaml": RECORD.replace("2026-01-20", "2026-05-12")})
    for name in ("protocol.yaml", "conduct.yaml"):
        write(home.root, {f"{later}/protocol/{name}": (home.protocol / name).read_text("utf-8")})
    assert {"ask", "gifts"} <= former_ids(home, open_leniently(home)[0])
    assert "never" not in former_ids(home, open_leniently(home)[0])


@pytest.mark.parametrize("name", ["why.yml", "why.txt", "why.md"])
def test_a_note_under_another_ending_is_told(home: Home, name: str) -> None:
    write(home.changelog / "next", {name: NOTE, "README.md": "How to write one.", ".hidden": ""})
    notes = read_notes(home)
    (finding,) = notes.findings
    assert (finding.place.file, finding.severity) == (f"changelog/next/{name}", "warning")
    assert finding.fix == "Rename it to why.yaml, or move it elsewhere."
    assert len(notes.notes) == 1


def test_a_note_on_what_stands_as_it_was_adopted_is_told(home: Home) -> None:
    write(home.changelog / "next", {"bad.yaml": NOTE.replace("[ask]", "[ask, gifts]")})
    (finding,) = read_notes(home, Ids({"ask", "gifts"}, unchanged={"gifts"})).findings
    assert (finding.rule, finding.severity, finding.place.column) == ("no-change", "warning", 16)


def test_no_notes_are_no_fault(tmp_path: Path) -> None:
    notes = read_notes(Home(tmp_path, tmp_path / "protocol"))
    assert (notes.notes, notes.findings) == ((), ())
