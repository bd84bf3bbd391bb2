"""An old version is entered with its own days and numbers, marked as entered afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from before_council import SINCE, TODAY
from failing_disk import snapshot
from protobuild.life.adopting.acting import perform
from protobuild.life.adopting.past import AskedPast, plan_past
from protobuild.life.home import Home, find_home
from protobuild.life.lenient import read_adopted
from protobuild.life.proof import history_faults
from protobuild.life.versions import Version, last_adopted, standing_on, versions
from protobuild.model.outline import citations
from protobuild.model.source import UsageError
from small_council import adopted_files, write, write_project

OLD = """\
# Protocol on Advice

## 4 Advice

4.1 Members should ask the monitoring officer for advice before they decide.

4.3 Officers answer within 15 working days.

## 5 Conduct

5.1 Nobody is rude to anybody at any time.
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path / "council"))


@pytest.fixture
def asked(tmp_path: Path) -> AskedPast:
    write(tmp_path, {"old.md": OLD})
    return AskedPast(
        source=tmp_path / "old.md",
        adopted=dt.date(2011, 5, 12),
        by="Monitoring Officer",
        body="Full Council",
        minute="31",
        in_force=dt.date(2011, 6, 1),
    )


def enter(home: Home, asked: AskedPast) -> Version:
    perform(home, lambda: plan_past(home, asked, TODAY).act, SINCE)
    return next(version for version in versions(home) if version.record.adopted == asked.adopted)


def numbers(version: Version) -> dict[str, str]:
    """Return the number of each provision by its id."""
    entries = read_adopted(version).entries
    return {entry.id: number for entry, number in zip(entries, citations(entries), strict=True) if entry.id}


def test_it_has_its_own_days_and_minute_and_says_when_it_was_entered(home: Home, asked: AskedPast) -> None:
    version = enter(home, asked)
    record = version.record
    assert version.folder.name == "2011-05-12-council"
    assert (record.minute, record.in_force) == ("31", dt.date(2011, 6, 1))
    assert record.entered is not None
    assert (record.entered.on, record.entered.by) == (TODAY, "Monitoring Officer")
    note = read_adopted(version).sides[0].note
    assert note == "Full Council, minute 31, entered afterwards on 23 November 2026 by Monitoring Officer"
    assert history_faults(home) == ()


def test_it_has_its_own_printed_numbers_and_the_ids_of_the_nearest_version(
    home: Home, asked: AskedPast
) -> None:
    found = numbers(enter(home, asked))
    assert (found["ask"], found["answer"]) == ("4.1", "4.3")
    assert "respect" not in found
    assert "5.1" in found.values()
    text = (home.changelog / "2011-05-12-council" / "text.txt").read_text("utf-8")
    assert "4.3 Officers answer within 15 working days.\n" in text


def test_it_answers_for_its_days_and_leaves_the_others_alone(home: Home, asked: AskedPast) -> None:
    last = last_adopted(home)
    draft = snapshot(home.protocol)
    enter(home, asked)
    assert standing_on(home, dt.date(2015, 1, 1)).record.adopted == dt.date(2011, 5, 12)
    assert last_adopted(home) == last
    assert snapshot(home.protocol) == draft


def test_the_nearest_version_after_it_gives_the_ids(home: Home, asked: AskedPast) -> None:
    files = {name: text.replace("id: ask", "id: ask-first") for name, text in adopted_files().items()}
    files.pop("SHA256SUMS")
    files["record.yaml"] = (
        files["record.yaml"].replace("2026-01-20", "2018-01-20").replace("2026-02-01", "2018-02-01")
    )
    write(home.changelog / "2018-01-20-council", files)
    assert "ask-first" in numbers(enter(home, asked))


def test_a_version_after_the_last_one_takes_its_ids_from_that(home: Home, asked: AskedPast) -> None:
    later = replace(asked, adopted=dt.date(2026, 5, 12), in_force=None)
    assert numbers(enter(home, later))["ask"] == "4.1"


def test_a_folder_is_entered_as_it_is(home: Home, asked: AskedPast, tmp_path: Path) -> None:
    project = write_project(tmp_path / "elsewhere")
    version = enter(home, replace(asked, source=project))
    assert numbers(version)["answer"] == "1.2"
    kept = (version.protocol / "advice.yaml").read_bytes()
    assert kept == (project / "protocol" / "advice.yaml").read_bytes()


def test_how_a_text_was_read_is_told(home: Home, asked: AskedPast) -> None:
    assert "4.2" in plan_past(home, asked, TODAY).report


def test_a_body_that_nobody_knows_is_called_so(home: Home, asked: AskedPast) -> None:
    version = enter(home, replace(asked, body=""))
    assert version.record.body == "Body not recorded"
    assert version.folder.name == "2011-05-12-body-not-recorded"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"by": ""}, "says who entered an old version"),
        ({"adopted": dt.date(2026, 11, 24), "in_force": None}, "24 November 2026 is still to come"),
        ({"in_force": dt.date(2011, 5, 1)}, "before it was adopted"),
        ({"adopted": dt.date(2026, 1, 20), "in_force": None}, "is on record already"),
        ({"source": Path("nowhere.md")}, "There is no file 'nowhere.md'"),
        ({"source": Path(__file__)}, "is not a kind of file that can be read"),
        ({"source": Path(__file__).parent}, "holds no protocol"),
    ],
)
def test_what_does_not_fit_is_refused(
    home: Home, asked: AskedPast, changes: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        plan_past(home, replace(asked, **changes), TODAY)  # type: ignore[arg-type]


@pytest.mark.corpus
def test_real_texts_are_entered_with_the_numbers_they_printed(
    home: Home, asked: AskedPast, corpus: Path
) -> None:
    adopted = enter(home, replace(asked, source=corpus / "barnet-adopted.md"))
    later = replace(asked, source=corpus / "barnet-proposed.md", adopted=dt.date(2012, 5, 12), in_force=None)
    proposed = enter(home, later)
    for version in (adopted, proposed):
        assert (version.folder / "text.txt").stat().st_size > 5000
    assert len(numbers(adopted).keys() & numbers(proposed).keys()) > 10
    assert history_faults(home) == ()
