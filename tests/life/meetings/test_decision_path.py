"""The steps before an adoption, and the papers that the meetings had."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from before_council import PAPER, explained, propose
from protobuild.life.checking import all_findings
from protobuild.life.home import Home
from protobuild.life.meetings.papers import paper_called, shown_papers, text_shown
from protobuild.life.meetings.path import not_taken, recommended_by, same_body, since_then
from protobuild.life.meetings.reading import Met
from protobuild.life.meetings.record import Meeting, Step
from protobuild.life.meetings.standing import not_taken_yet
from protobuild.life.opening import open_draft
from protobuild.model.protocol import Council, Manifest, PathStep
from protobuild.model.source import Place, ProtocolError, UsageError

NOVEMBER = dt.date(2026, 11, 20)


def met(day: int, body: str, step: Step, minute: str = "") -> Met:
    date = dt.date(2026, 11, day)
    return Met(f"meetings/{date}.yaml", Meeting(body=body, date=date, step=step, minute=minute))


def asking(*steps: tuple[Step, str]) -> Manifest:
    return Manifest(
        title="Protocol",
        council=Council(name="Example Borough Council"),
        sections=("advice",),
        decision_path=tuple(PathStep.model_validate({"step": step, "body": body}) for step, body in steps),
    )


def lacking(manifest: Manifest, *meetings: Met, body: str = "Full Council") -> list[str]:
    return list(not_taken(manifest, meetings, body, NOVEMBER))


def test_some_body_recommends_it_where_the_manifest_says_nothing() -> None:
    (said,) = lacking(asking())
    assert said == "No meeting of any body up to 20 November 2026 is recorded that recommended it."
    assert lacking(asking(), met(2, "Cabinet", "recommended")) == []
    assert len(lacking(asking(), met(2, "Cabinet", "noted"))) == 1


def test_each_step_is_taken_by_its_own_body_and_in_its_order() -> None:
    manifest = asking(
        ("recommended", "Cabinet"), ("recommended", "Standards Committee"), ("adopted", "Council")
    )
    first, second = met(2, "Cabinet", "recommended"), met(4, "Standards Committee", "recommended")
    assert lacking(manifest, first, second) == []
    assert lacking(manifest, second) != []
    assert "'Standards Committee'" in lacking(manifest, second, first)[0]
    assert "'Council' adopts the protocol, and not 'Cabinet'." in lacking(
        manifest, first, second, body="Cabinet"
    )


def test_one_meeting_takes_one_step() -> None:
    manifest = asking(("recommended", ""), ("recommended", ""), ("adopted", ""))
    assert len(lacking(manifest, met(2, "Cabinet", "recommended"))) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Full Council", "the council", True),
        ("Standards Committee", "STANDARDS  COMMITTEE", True),
        ("Audit & Standards", "Audit Standards", True),
        ("Council", "Cabinet", False),
    ],
)
def test_a_body_is_known_by_its_name_however_it_is_written(one: str, other: str, *, same: bool) -> None:
    assert same_body(one, other) is same


def test_only_meetings_since_the_last_adoption_or_a_withdrawal_count() -> None:
    all_met = [met(2, "Cabinet", "recommended"), met(4, "Cabinet", "withdrawn"), met(6, "Cabinet", "noted")]
    assert since_then(all_met, None, NOVEMBER) == (all_met[2],)
    assert since_then(all_met[:1], dt.date(2026, 11, 2), NOVEMBER) == ()
    assert since_then(all_met, None, dt.date(2026, 11, 3)) == (all_met[0],)


def test_who_recommended_it_last_is_said_with_day_and_minute() -> None:
    assert recommended_by([]) == ""
    found = [met(2, "Cabinet", "recommended"), met(4, "Standards Committee", "recommended", "8")]
    assert recommended_by(found) == "Standards Committee, 4 November 2026, minute 8"


@pytest.mark.parametrize(
    ("status", "meetings", "papers", "said"),
    [
        ("draft", [], 0, ""),
        ("proposed", [], 1, ""),
        ("proposed", [], 0, "the status is 'proposed', and no paper was issued"),
        ("recommended", [met(2, "Cabinet", "recommended")], 1, ""),
        ("recommended", [met(2, "Cabinet", "noted")], 1, "the status is 'recommended', and no meeting"),
        ("recommended", [met(1, "Cabinet", "recommended")], 1, "the status is 'recommended', and no meeting"),
    ],
)
def test_a_status_claims_no_step_that_nobody_took(
    status: str, meetings: list[Met], papers: int, said: str
) -> None:
    place = Place("protocol/protocol.yaml", 5)
    found = list(not_taken_yet(status, meetings, papers, dt.date(2026, 11, 1), place))
    assert [finding.message[: len(said)] for finding in found] == ([said] if said else [])


def test_check_names_a_status_that_claims_too_much(tmp_path: Path) -> None:
    home = explained(tmp_path)
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("status: draft", "status: recommended"), "utf-8")
    (finding,) = all_findings(home, open_draft(home))
    assert finding.rule == "status-otherwise"
    assert finding.place.file == "protocol/protocol.yaml"
    assert "recommended" in manifest.read_text("utf-8").splitlines()[finding.place.line - 1]


# -- papers -----------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = explained(tmp_path)
    propose(home)
    return home


def test_a_paper_is_found_by_its_name_or_as_the_last_one(home: Home) -> None:
    for number in range(2, 12):
        path = home.changelog / "next" / "issued" / f"{number}-again.yaml"
        first = home.changelog / "next" / "issued" / "1-council-november.yaml"
        path.write_text(first.read_text("utf-8").replace(PAPER, f"Again {number}"), "utf-8")
    assert [each.name for each in shown_papers(home)] == [PAPER, *(f"Again {n}" for n in range(2, 12))]
    assert paper_called(home, "").name == "Again 11"
    assert paper_called(home, " council,  November").name == PAPER


def test_a_paper_that_is_not_there_is_said_with_those_that_are(home: Home) -> None:
    with pytest.raises(UsageError, match="No paper called “Cabinet”") as refused:
        paper_called(home, "Cabinet")
    assert refused.value.fix == f"Issued: “{PAPER}”."


def test_a_damaged_paper_is_a_fault(home: Home) -> None:
    path = home.changelog / "next" / "issued" / "1-council-november.yaml"
    path.write_text(path.read_text("utf-8").replace("issued:", "issed:"), "utf-8")
    with pytest.raises(ProtocolError):
        shown_papers(home)


def test_a_paper_of_before_the_text_was_kept_says_so(home: Home) -> None:
    path = home.changelog / "next" / "issued" / "1-council-november.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("shows:")]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(UsageError, match="does not keep the text it showed"):
        text_shown(paper_called(home, PAPER))
