"""An adoption needs its steps, and a text that is what was decided; then the version is kept whole."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from before_council import (
    ASKED,
    COMMITTEE,
    COUNCIL,
    PAPER,
    TODAY,
    adopt,
    explained,
    planned,
    propose,
    recommended,
)
from failing_disk import snapshot
from protobuild.life.adopting.adoption import NotDecidedError
from protobuild.life.derive import derived
from protobuild.life.home import Home
from protobuild.life.lenient import read_adopted
from protobuild.life.meaning import meaning
from protobuild.life.meetings.reading import meetings
from protobuild.life.opening import open_draft
from protobuild.life.proof import history_faults
from protobuild.life.sides import working_copy
from protobuild.life.versions import last_adopted, read_version, standing_on
from protobuild.model.source import ProtocolError, UsageError
from small_council import ADVICE, CONDUCT, DRAFT_ADVICE, write

FOLDER = "changelog/2026-11-20-council"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return recommended(tmp_path)


def test_an_adopted_version_is_kept_whole(home: Home) -> None:
    text = meaning(working_copy(home).outline)
    adopt(home)
    version = read_version(home.root / FOLDER)
    record = version.record
    assert (record.body, record.adopted, record.minute) == ("Full Council", dt.date(2026, 11, 20), "23")
    assert record.recommended_by == "Standards Committee, 12 November 2026, minute 8"
    assert record.paper == PAPER
    assert record.meaning == text == meaning(read_adopted(version))
    assert record.notes == ("notes/advice-in-time.yaml",)
    assert last_adopted(home) == version
    assert history_faults(home) == ()


def test_its_derived_files_are_those_worked_out_from_it(home: Home) -> None:
    adopt(home)
    version = read_version(home.root / FOLDER)
    for name, data in derived(version).items():
        assert (version.folder / name).read_bytes() == data, name


def test_it_is_proved_without_any_tool_of_ours(home: Home) -> None:
    adopt(home)
    done = subprocess.run(
        ["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=home.root / FOLDER, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"")
    text = (home.root / FOLDER / "text.txt").read_text("utf-8")
    assert "\n1.2 Officers answer within 5 working days.\n" in text


def test_the_draft_takes_the_status_and_the_notes_make_room(home: Home) -> None:
    adopt(home)
    opened = open_draft(home)
    assert opened.findings == ()
    assert opened.protocol is not None
    assert opened.protocol.manifest.status == "in force"
    assert sorted(path.name for path in (home.changelog / "next").iterdir()) == []
    kept = (home.root / FOLDER / "protocol" / "protocol.yaml").read_bytes()
    assert kept == (home.protocol / "protocol.yaml").read_bytes()


def test_what_the_paper_showed_is_kept_with_it(home: Home) -> None:
    adopt(home)
    shown = home.root / FOLDER / "notes" / "issued" / "1-council-november"
    assert (shown / "advice.yaml").read_text("utf-8") == DRAFT_ADVICE


def test_the_meeting_is_recorded_where_nobody_had(home: Home) -> None:
    adopt(home, replace(ASKED, in_force=dt.date(2026, 12, 1)))
    met = meetings(home)[-1].record
    assert (met.body, met.step, met.minute, met.paper) == ("Full Council", "adopted", "23", PAPER)
    assert met.in_force == dt.date(2026, 12, 1)


def test_a_text_that_counts_later_is_adopted_and_no_more(home: Home) -> None:
    adopt(home, replace(ASKED, in_force=dt.date(2026, 12, 1)))
    assert "status: adopted\n" in (home.root / FOLDER / "protocol" / "protocol.yaml").read_text("utf-8")
    assert standing_on(home, dt.date(2026, 11, 30)).record.adopted == dt.date(2026, 1, 20)
    assert standing_on(home, dt.date(2026, 12, 1)).record.adopted == dt.date(2026, 11, 20)


TWO_YEARS = "review:\n  # Council\n  last: 2024-05-14\n  interval_months: 24\n"
MONTHS = "review:\n  last: 2024-05\n  next: 2026-05\n  interval_months: 24\n"


@pytest.mark.parametrize(
    ("review", "last", "due"),
    [
        (TWO_YEARS, "  # Council\n  next: 2028-11\n  last: 2026-11-20\n", "next: 2028-11\n"),
        ("review: {next: 2026-05-14, interval_months: 12}\n", "last: 2026-11-20,", "next: 2027-11-20,"),
        (MONTHS, "last: 2026-11\n", "next: 2028-11\n"),
        ("review:\n  last: 2024-05-14\n", "last: 2024-05-14\n", ""),
    ],
)
def test_the_next_review_is_counted_from_the_adoption(
    tmp_path: Path, review: str, last: str, due: str
) -> None:
    home = explained(tmp_path)
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8").partition("review:")[0] + review, "utf-8")
    propose(home)
    write(tmp_path, {"meetings/2026-11-12-standards-committee.yaml": COMMITTEE})
    adopt(home)
    written = manifest.read_text("utf-8")
    assert last in written
    assert due in written
    assert ("next:" in written) == bool(due)


def test_the_manifest_keeps_its_comments(home: Home) -> None:
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text("# Ours.\n" + manifest.read_text("utf-8"), "utf-8")
    before = manifest.read_text("utf-8")
    adopt(home)
    assert manifest.read_text("utf-8") == before.replace("status: proposed", "status: in force")


def test_the_same_adoption_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = recommended(tmp_path / "one"), recommended(tmp_path / "other")
    adopt(one)
    adopt(other)
    assert snapshot(one.root) == snapshot(other.root)


def test_a_further_draft_begins_again_at_its_first_change(home: Home) -> None:
    adopt(home)
    write(home.root, {"protocol/advice.yaml": DRAFT_ADVICE.replace("5 working", "3 working")})
    write(home.root, {"changelog/next/faster.yaml": "clauses: [answer]\nreason: Members asked for it.\n"})
    propose(home, "Council, May", dt.date(2027, 5, 1))
    assert (home.changelog / "next" / "issued" / "1-council-may.yaml").exists()


# -- what stands in the way -------------------------------------------------------------------


def refusal(home: Home, asked: object = ASKED, today: dt.date = TODAY) -> str:
    """Return what is said where an adoption is refused; nothing may have changed."""
    before = snapshot(home.root)
    with pytest.raises((UsageError, NotDecidedError)) as refused:
        planned(home, asked, today)  # type: ignore[arg-type]
    assert snapshot(home.root) == before
    return f"{refused.value.message} {refused.value.fix}"


def faults(home: Home) -> list[str]:
    with pytest.raises(ProtocolError) as refused:
        planned(home)
    return [f"{each.place.file}: {each.message} [{each.rule}]" for each in refused.value.findings]


def test_an_error_in_the_draft_stands_in_the_way(home: Home) -> None:
    write(home.root, {"protocol/conduct.yaml": CONDUCT.replace("gifts from", "gifts from [[nowhere]]")})
    assert any("unknown-reference" in each or "nowhere" in each for each in faults(home))


def test_a_known_gap_stands_in_the_way(home: Home) -> None:
    manifest = home.protocol / "protocol.yaml"
    text = manifest.read_text("utf-8").replace("profile: none", "profile: local")
    manifest.write_text(text, "utf-8")
    lacking = [each for each in faults(home) if "missing-provision" in each]
    slugs = [each.split("('")[1].split("'")[0] for each in lacking]
    manifest.write_text(text + f"gaps: [{', '.join(slugs)}]\n", "utf-8")
    assert len([each for each in faults(home) if "[known-gap]" in each]) == len(slugs) > 0


def test_a_change_without_a_reason_stands_in_the_way(home: Home) -> None:
    note = home.changelog / "next" / "advice-in-time.yaml"
    note.write_text(note.read_text("utf-8").replace("[ask, answer]", "[ask]"), "utf-8")
    (said,) = faults(home)
    assert said.startswith("protocol/advice.yaml: C2 (")
    assert said.endswith("has no reason [no-reason]")


def test_a_faulty_record_of_a_meeting_stands_in_the_way(home: Home) -> None:
    write(home.root, {"meetings/2026-11-20-council.yaml": COUNCIL.replace("adopted", "approved")})
    assert "'step' cannot be 'approved'" in faults(home)[0]


def test_without_a_paper_nobody_knows_what_was_before_the_meeting(tmp_path: Path) -> None:
    assert "No paper was issued" in refusal(explained(tmp_path))


def test_a_missing_recommendation_is_named(home: Home) -> None:
    (home.root / "meetings" / "2026-11-12-standards-committee.yaml").unlink()
    assert "No meeting of any body up to 20 November 2026 is recorded that recommended it." in refusal(home)


def test_a_recommendation_before_a_withdrawal_does_not_count(home: Home) -> None:
    gone = "body: Standards Committee\ndate: 2026-11-15\nstep: withdrawn\n"
    write(home.root, {"meetings/2026-11-15-standards-committee.yaml": gone})
    assert "A step before the adoption is missing" in refusal(home)


PATH = """\
decision_path:
  - step: recommended
    body: Constitution Committee
  - step: recommended
    body: Standards Committee
  - step: adopted
    body: Full Council
"""


def test_the_manifest_says_which_steps_there_are(home: Home) -> None:
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8") + PATH, "utf-8")
    said = refusal(home)
    assert "No meeting of 'Constitution Committee'" in said
    assert "No meeting of 'Standards Committee'" not in said
    other = COMMITTEE.replace("Standards", "Constitution").replace("2026-11-12", "2026-11-10")
    write(home.root, {"meetings/2026-11-10-constitution-committee.yaml": other})
    planned(home)
    assert "'Full Council' adopts the protocol, and not 'Cabinet'." in refusal(
        home, replace(ASKED, body="Cabinet")
    )


def test_steps_are_taken_in_their_order(home: Home) -> None:
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8") + PATH, "utf-8")
    other = COMMITTEE.replace("Standards", "Constitution").replace("2026-11-12", "2026-11-14")
    write(home.root, {"meetings/2026-11-14-constitution-committee.yaml": other})
    assert "No meeting of 'Standards Committee'" in refusal(home)


def test_one_step_is_enough_where_the_manifest_says_so(tmp_path: Path) -> None:
    home = explained(tmp_path)
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8") + "decision_path:\n  - step: adopted\n", "utf-8")
    propose(home)
    adopt(home)


@pytest.mark.parametrize(
    ("asked", "today", "said"),
    [
        (ASKED, dt.date(2026, 11, 19), "20 November 2026 is still to come: this computer takes today for 19"),
        (replace(ASKED, on=dt.date(2026, 1, 19)), TODAY, "A later version was adopted on 20 January 2026"),
        (replace(ASKED, on=dt.date(2026, 1, 20), body="Council"), TODAY, "is on record already"),
        (replace(ASKED, minute=""), TODAY, "The minute of the decision is missing."),
        (replace(ASKED, paper="Cabinet, May"), TODAY, "No paper called “Cabinet, May” was issued"),
        (replace(ASKED, in_force=dt.date(2026, 11, 1)), TODAY, "before the meeting"),
    ],
)
def test_what_does_not_fit_is_refused(home: Home, asked: object, today: dt.date, said: str) -> None:
    assert said in refusal(home, asked, today)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (replace(ASKED, minute="24"), "has 'minute: 23', and you gave '24'"),
        (replace(ASKED, paper="Cabinet"), f"has 'paper: {PAPER}', and you gave 'Cabinet'"),
    ],
)
def test_what_the_record_of_the_meeting_has_is_not_given_otherwise(
    home: Home, asked: object, said: str
) -> None:
    write(home.root, {"meetings/2026-11-20-council.yaml": COUNCIL})
    assert said in refusal(home, asked)


def test_what_the_record_of_the_meeting_lacks_is_added_to_it(home: Home) -> None:
    bare = "# As minuted.\nbody: Full Council\ndate: 2026-11-20\nstep: adopted\n"
    write(home.root, {"meetings/2026-11-20-council.yaml": bare})
    assert "The minute of the decision is missing." in refusal(home, replace(ASKED, minute=""))
    adopt(home, replace(ASKED, in_force=dt.date(2026, 12, 1)))
    written = (home.root / "meetings" / "2026-11-20-council.yaml").read_text("utf-8")
    assert written == bare + f"paper: {PAPER}\nminute: 23\nin_force: 2026-12-01\n"
    assert read_version(home.root / FOLDER).record.in_force == dt.date(2026, 12, 1)


def test_a_meeting_that_did_something_else_did_not_adopt(home: Home) -> None:
    write(home.root, {"meetings/2026-11-20-council.yaml": COUNCIL.replace("adopted", "noted")})
    assert "'step: noted', so this meeting did not adopt" in refusal(home)


# -- the text is what was decided -------------------------------------------------------------


def changed(home: Home, old: str, new: str, file: str = "advice") -> None:
    path = home.protocol / f"{file}.yaml"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_words_that_are_not_the_papers_are_named(home: Home) -> None:
    changed(home, "5 working", "4 working")
    said = refusal(home)
    assert "The text is not what was decided." in said
    assert "1.2: the paper has “Officers answer within 5 working days.”, and the text has “Officers" in said


def test_words_that_no_paper_has_are_named(home: Home) -> None:
    changed(home, "  - id: gifts", "  - id: more\n    text: Officers may refuse.\n  - id: gifts", "conduct")
    write(home.root, {"changelog/next/more.yaml": "clauses: [more]\nreason: Asked for by some.\n"})
    assert "2.2: “Officers may refuse.” is in the text alone." in refusal(home)


def test_layout_and_notes_for_drafters_are_no_words(home: Home) -> None:
    changed(home, "text: |\n      Officers answer", "note: Kept.\n    text: |\n      Officers\n      answer")
    planned(home)


def council(home: Home, decisions: str) -> None:
    write(home.root, {"meetings/2026-11-20-council.yaml": COUNCIL + "decisions:\n" + decisions})


REFUSED = "  - change: C2\n    outcome: refused\n    minute: '23.4'\n    note: The longer time stays.\n"


def test_what_was_refused_must_be_out_of_the_text(home: Home) -> None:
    council(home, REFUSED)
    assert "1.2: what was decided is “Officers answer within 10 working days.”, and the text" in refusal(home)
    changed(home, "5 working", "10 working")
    adopt(home)
    record = read_version(home.root / FOLDER).record
    assert record.decisions == ("C2 was refused (minute 23.4): The longer time stays.",)
    assert (home.root / FOLDER / "text.txt").read_text("utf-8").count("10 working") == 1


def test_what_was_agreed_must_be_in_the_text(home: Home) -> None:
    council(home, REFUSED)
    write(home.root, {"protocol/advice.yaml": ADVICE.replace("Members should ask", "Members may ask")})
    assert "1.1: what was decided is “Members must ask" in refusal(home)
    write(home.root, {"protocol/advice.yaml": ADVICE})
    assert "1.1: what was decided is “Members must ask" in refusal(home)


def test_one_edit_of_a_change_is_refused_alone(tmp_path: Path) -> None:
    home = explained(tmp_path)
    changed(home, "Officers answer within 5", "Every officer answers in writing, within 5")
    propose(home)
    write(home.root, {"meetings/2026-11-12-standards-committee.yaml": COMMITTEE})
    council(home, REFUSED.replace("C2", "C2z"))
    assert f"The paper “{PAPER}” does not list C2z." in refusal(home)
    council(home, REFUSED.replace("C2", "C2b"))
    assert "1.2: what was decided is" in refusal(home)
    changed(home, "within 5", "within 10")
    adopt(home)
    assert "1.2 Every officer answers in writing, within 10" in text_kept(home)


def text_kept(home: Home) -> str:
    return (home.root / FOLDER / "text.txt").read_text("utf-8")


AMENDED = "  - change: C2\n    outcome: agreed as amended\n    words:\n      answer: {}\n"


def test_words_agreed_on_the_floor_must_be_the_texts(home: Home) -> None:
    council(home, AMENDED.format("Officers answer within 7 working days."))
    assert "1.2: what was decided is “Officers answer within 7 working days.”" in refusal(home)
    changed(home, "5 working", "8 working")
    assert "and the text has “Officers answer within 8 working days.”" in refusal(home)
    changed(home, "8 working", "7 working")
    adopt(home)
    assert read_version(home.root / FOLDER).record.decisions == ("C2 was agreed as amended",)


def test_words_agreed_for_a_clause_that_is_not_there_are_refused(home: Home) -> None:
    council(home, AMENDED.format("Soon.").replace("answer:", "reply:"))
    assert "'reply'" in refusal(home)


def test_a_decision_about_a_change_no_paper_lists_is_named(home: Home) -> None:
    council(home, REFUSED.replace("C2", "C9"))
    assert f"The paper “{PAPER}” does not list C9." in refusal(home)


def test_a_committees_decision_counts_until_the_council_decides_otherwise(home: Home) -> None:
    committee = "meetings/2026-11-12-standards-committee.yaml"
    write(home.root, {committee: COMMITTEE + "decisions:\n" + REFUSED})
    assert "1.2: what was decided is" in refusal(home)
    council(home, REFUSED.replace("refused", "agreed"))
    planned(home)


def test_the_reason_for_what_was_put_off_waits_for_the_next_meeting(home: Home) -> None:
    write(home.root, {"changelog/next/advice-in-time.yaml": "clauses: [ask]\nreason: In time.\n"})
    write(home.root, {"changelog/next/faster.yaml": "clauses: [answer]\nreason: Sooner.\n"})
    council(home, REFUSED.replace("refused", "deferred"))
    changed(home, "5 working", "10 working")
    adopt(home)
    assert [path.name for path in (home.changelog / "next").iterdir()] == ["faster.yaml"]
    assert read_version(home.root / FOLDER).record.notes == ("notes/advice-in-time.yaml",)


def test_the_reason_for_what_an_earlier_meeting_put_off_waits_too(home: Home) -> None:
    write(home.root, {"changelog/next/later.yaml": "clauses: [gifts]\nreason: Put off in May.\n"})
    adopt(home)
    assert [path.name for path in (home.changelog / "next").iterdir()] == ["later.yaml"]


def test_the_reason_for_what_was_refused_is_kept_with_the_decision(home: Home) -> None:
    write(home.root, {"changelog/next/advice-in-time.yaml": "clauses: [ask]\nreason: In time.\n"})
    write(home.root, {"changelog/next/faster.yaml": "clauses: [answer]\nreason: Sooner.\n"})
    council(home, REFUSED)
    changed(home, "5 working", "10 working")
    adopt(home)
    assert list((home.changelog / "next").iterdir()) == []
    kept = read_version(home.root / FOLDER).record.notes
    assert kept == ("notes/advice-in-time.yaml", "notes/faster.yaml")


def test_a_copy_of_the_paper_that_was_altered_proves_nothing(home: Home) -> None:
    shown = home.changelog / "next" / "issued" / "1-council-november" / "advice.yaml"
    shown.write_text(shown.read_text("utf-8").replace("5 working", "4 working"), "utf-8")
    assert "showed was changed since" in refusal(home)


def test_a_paper_on_another_text_proves_nothing(home: Home) -> None:
    path = home.changelog / "next" / "issued" / "1-council-november.yaml"
    lines = [
        "ref: other" if line.startswith("ref:") else line for line in path.read_text("utf-8").split("\n")
    ]
    path.write_text("\n".join(lines), "utf-8")
    assert "changes in another text than the version adopted last" in refusal(home)


# -- the first text ---------------------------------------------------------------------------


@pytest.fixture
def first(tmp_path: Path) -> Home:
    home = explained(tmp_path)
    shutil.rmtree(home.changelog / "2026-01-20-council")
    (home.changelog / "next" / "advice-in-time.yaml").unlink()
    propose(home)
    write(tmp_path, {"meetings/2026-11-12-standards-committee.yaml": COMMITTEE})
    return home


def test_a_first_text_is_adopted_as_it_was_shown(first: Home) -> None:
    adopt(first)
    assert last_adopted(first) is not None
    assert open_draft(first).findings == ()


def test_a_first_text_that_is_not_as_it_was_shown_is_refused(first: Home) -> None:
    changed(first, "5 working", "4 working")
    assert "1.2: the paper has" in refusal(first)


def test_a_first_paper_is_issued_once_under_a_name(first: Home) -> None:
    with pytest.raises(UsageError, match="was issued before"):
        propose(first)
    propose(first, "Council, December")
    assert (first.changelog / "next" / "issued" / "2-council-december.yaml").exists()
