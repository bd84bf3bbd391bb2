"""An officer alone changes what is delegated and nothing else, and the decision is recorded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from before_council import SINCE, TODAY
from failing_disk import snapshot
from protobuild.life.adopting.acting import perform
from protobuild.life.adopting.adoption import NotDecidedError
from protobuild.life.adopting.delegated import AskedAlone, Delegated, plan_delegated
from protobuild.life.adopting.delegation import _apart
from protobuild.life.derive import derived
from protobuild.life.home import Home, find_home
from protobuild.life.proof import history_faults
from protobuild.life.versions import last_adopted, read_version
from protobuild.model.source import UsageError
from small_council import ADVICE, CONDUCT, write, write_project

DELEGATION = """\
delegation:
  to: monitoring-officer
  classes: [{}]
  authority: Full Council, 20 January 2026, minute 14
"""
ASKED = AskedAlone(dt.date(2026, 11, 20), "MO/7", "Legal Services")
MISSPELT = CONDUCT.replace("accept gifts", "acccept gifts")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return delegated(tmp_path, "minor, title, renumbering")


def delegated(folder: Path, classes: str) -> Home:
    """Write the project with nothing changed yet, and what may be changed alone."""
    write_project(folder)
    (folder / "changelog" / "next" / "advice-in-time.yaml").unlink()
    write(folder, {"protocol/advice.yaml": ADVICE})
    manifest = folder / "protocol" / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8") + DELEGATION.format(classes), "utf-8")
    return find_home(folder)


def plan(home: Home, asked: AskedAlone = ASKED) -> Delegated:
    return plan_delegated(home, asked, TODAY)


def refusal(home: Home) -> str:
    before = snapshot(home.root)
    with pytest.raises((UsageError, NotDecidedError)) as refused:
        plan(home)
    assert snapshot(home.root) == before
    return refused.value.message


def change(home: Home, file: str, old: str, new: str) -> None:
    path = home.protocol / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def retitle(home: Home) -> None:
    change(home, "protocol.yaml", "title: monitoring officer", "title: director of law")
    write(home.root, {"changelog/next/title.yaml": "clauses: [ask]\nreason: The post was renamed.\n"})


def test_a_slip_that_is_put_right_is_the_officers_to_decide(home: Home) -> None:
    change(home, "advice.yaml", "Officers answer within", "Officers  answer, within")
    assert "C1 (" in refusal(home)  # a comma is not proved to be harmless
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    planned = plan(home)
    perform(home, lambda: planned.act, SINCE)
    version = last_adopted(home)
    assert version is not None
    assert version.folder.name == "2026-11-20-monitoring-officer"
    assert version.record.body == "Monitoring officer"
    assert version.record.minute == "MO/7"
    assert version.record.signed_off_by == "Legal Services"
    assert version.record.delegation == "Full Council, 20 January 2026, minute 14"
    assert history_faults(home) == ()


def test_the_decision_is_recorded_in_words(home: Home) -> None:
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    planned = plan(home)
    words = [entry.words for entry in planned.record.entries]
    assert words[0] == "Record of an officer decision"
    assert any(
        "the monitoring officer of Example Borough Council decided to make 1 change" in each for each in words
    )
    assert any("“Members should ask" in each and "becomes “members should ask" in each for each in words)
    assert any(
        "compared with the version adopted on 20 January 2026 (Full Council)" in each for each in words
    )
    assert planned.to_note in words
    assert planned.to_note.startswith("To note: that on 20 November 2026 the monitoring officer, as allowed")
    kept = planned.act.files["changelog/2026-11-20-monitoring-officer/decision.txt"]
    assert kept is not None
    assert planned.to_note in kept.decode()


def test_a_new_title_is_the_officers_where_that_is_delegated(home: Home) -> None:
    retitle(home)
    planned = plan(home)
    assert planned.act.what == "the decision of the director of law of 20 November 2026"
    assert any("The post was renamed." in entry.words for entry in planned.record.entries)


def test_a_new_title_that_no_note_could_name_needs_no_reason(home: Home) -> None:
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    change(home, "protocol.yaml", "title: monitoring officer", "title: director of law")
    said = [entry.words for entry in plan(home).record.entries]
    assert "Paragraph 1.1: “monitoring officer” becomes “director of law”." in said


def test_a_new_title_is_refused_where_it_is_not_delegated(tmp_path: Path) -> None:
    home = delegated(tmp_path, "minor")
    retitle(home)
    assert "“monitoring officer” becomes “director of law”" in refusal(home)


def test_new_numbers_are_refused_where_they_are_not_delegated(tmp_path: Path) -> None:
    home = delegated(tmp_path, "minor, title")
    version = home.changelog / "2026-01-20-council"
    numbers = 'advice: "1"\nask: "1.1"\nanswer: "1.3"\nconduct: "2"\nrespect: "2.1"\nin-public: "(a)"\n'
    (version / "SHA256SUMS").unlink()
    write(version, {"numbers.yaml": numbers + 'in-private: "(b)"\ngifts: "2.2"\n'})
    assert refusal(home).endswith("Numbers change: 1.3 would become 1.2.")
    change(home, "protocol.yaml", "[minor, title]", "[renumbering]")
    assert "Numbers only: 1.3 to 1.2." in [entry.words for entry in plan(home).record.entries]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("advice.yaml", "should ask", "must ask"),
        ("advice.yaml", "10 working", "12 working"),
        ("conduct.yaml", "do not accept", "accept"),
        ("advice.yaml", "before they decide", "after they decide"),
        ("advice.yaml", "Officers answer", "Directors answer"),
    ],
)
def test_whatever_changes_what_is_required_is_refused_with_its_words(
    home: Home, file: str, old: str, new: str
) -> None:
    change(home, file, old, new)
    id = {"should ask": "ask", "before they decide": "ask", "do not accept": "gifts"}.get(old, "answer")
    write(home.root, {"changelog/next/why.yaml": f"clauses: [{id}]\nreason: It is better so.\n"})
    said = refusal(home)
    assert "More has changed than the monitoring officer may change alone." in said
    assert new in said
    assert old in said


def test_what_a_note_calls_graver_is_not_the_officers(home: Home) -> None:
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    note = "clauses: [ask]\nreason: It matters to some.\nclass: substantive\n"
    write(home.root, {"changelog/next/why.yaml": note})
    assert "C1 (" in refusal(home)


def test_a_refusal_shows_the_words_that_moved_and_a_few_beside_them(home: Home) -> None:
    change(home, "advice.yaml", "before they decide", "soon, and before they decide")
    assert (
        "“… monitoring officer for advice before they decide.” becomes "
        "“… monitoring officer for advice soon, and before they decide.”" in refusal(home)
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a b c d e f g h i j", "a b c d e X g h i j", ("… b c d e f g h i j", "… b c d e X g h i j")),
        ("a b c d e f g h i j k l", "a b c d e f g h i j k l m", ("… i j k l", "… i j k l m")),
        ("a a a a a a a", "a a a a a a a a", ("… a a a a", "… a a a a a")),
        ("a b c d e f g h", "x c d e f g h", ("a b c d e f …", "x c d e f …")),
        ("", "x", ("", "x")),
        ("x", "x", ("x", "x")),
    ],
)
def test_what_both_texts_begin_or_end_with_is_cut(before: str, after: str, told: tuple[str, str]) -> None:
    assert _apart(before, after) == told


def test_a_slip_beside_something_graver_does_not_hide_it(home: Home) -> None:
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members must")})
    write(home.root, {"changelog/next/why.yaml": "clauses: [ask]\nreason: A slip.\nclass: minor\n"})
    assert "“should” becomes “must”" in refusal(home)


def test_with_nothing_changed_there_is_nothing_to_decide(home: Home) -> None:
    assert "Nothing differs from the version adopted on 20 January 2026" in refusal(home)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (DELEGATION.format("minor, title, renumbering"), "", "does not say what an officer may change alone"),
        ("  authority: Full Council, 20 January 2026, minute 14\n", "", "does not say what an officer may"),
        ("to: monitoring-officer", "to: somebody", "names the role 'somebody'"),
    ],
)
def test_nobody_changes_anything_alone_unless_the_council_said_so(
    home: Home, old: str, new: str, said: str
) -> None:
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    change(home, "protocol.yaml", old, new)
    assert said in refusal(home)


def test_the_first_text_is_no_officers_decision(home: Home) -> None:
    (home.changelog / "2026-01-20-council" / "record.yaml").unlink()
    (home.changelog / "2026-01-20-council").rename(home.root / "elsewhere")
    assert "No version has been adopted yet" in refusal(home)


def test_an_officer_brings_nothing_into_force_before_its_day(home: Home) -> None:
    record = home.changelog / "2026-01-20-council" / "record.yaml"
    said = record.read_text("utf-8").replace("in_force: 2026-02-01", "in_force: 2026-12-15")
    record.write_text(said, "utf-8")
    for name, data in derived(read_version(record.parent)).items():
        (record.parent / name).write_bytes(data)
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    planned = plan(home)
    assert "The text counts from 15 December 2026, as the version that it changes would have." in [
        entry.words for entry in planned.record.entries
    ]
    perform(home, lambda: planned.act, SINCE)
    version = last_adopted(home)
    assert version is not None
    assert version.record.counts_from == dt.date(2026, 12, 15)
    assert "status: adopted\n" in (version.protocol / "protocol.yaml").read_text("utf-8")


def test_the_reason_for_what_a_meeting_put_off_still_waits_for_the_next_one(home: Home) -> None:
    later = "changelog/next/later.yaml"
    write(home.root, {later: "clauses: [gifts]\nreason: Put off in May.\n"})
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    planned = plan(home)
    perform(home, lambda: planned.act, SINCE)
    assert (home.root / later).exists()


def test_an_officers_decision_is_no_review(home: Home) -> None:
    manifest = home.protocol / "protocol.yaml"
    head, _, tail = manifest.read_text("utf-8").partition("delegation:")
    text = head.partition("review:")[0] + "review: {last: 2026-01-20, interval_months: 12}\n"
    manifest.write_text(f"{text}delegation:{tail}", "utf-8")
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    perform(home, lambda: plan(home).act, SINCE)
    assert "review: {last: 2026-01-20, interval_months: 12}\n" in manifest.read_text("utf-8")
