"""`protobuild propose` and `protobuild adopt`, as a clerk types them."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from before_council import COMMITTEE, PAPER
from failing_disk import Steps, at_step, die, in_a_child, refuse, snapshot
from protobuild.cli import adopt
from protobuild.cli.program import run
from small_council import ADVICE, NOTE, commit_all, git, write

Type = Callable[..., Any]
ADOPT = ("adopt", "--body", "Full Council", "--on", "2026-11-20", "--minute", "23")
FOLDER = "changelog/2026-11-20-council"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adopt, "now", lambda: dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC))
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def ready(project: Path, type_: Type) -> Path:
    write(project, {"changelog/next/advice-in-time.yaml": NOTE.replace("[ask]", "[ask, answer]")})
    assert type_("propose", PAPER, "--on", "5 November 2026").code == 0
    write(project, {"meetings/2026-11-12-standards-committee.yaml": COMMITTEE})
    return project


def test_a_draft_is_proposed_and_says_what_comes_next(project: Path, type_: Type) -> None:
    write(project, {"changelog/next/advice-in-time.yaml": NOTE.replace("[ask]", "[ask, answer]")})
    said = type_("propose", PAPER)
    assert said.code == 0
    assert "“Council, November” is issued; the status is now `proposed`." in said.err
    assert "status: proposed\n" in (project / "protocol" / "protocol.yaml").read_text("utf-8")
    assert type_("redline", "--to", "text").err.startswith("Changes have the numbers issued in “Council, Nov")


def test_the_paper_of_a_first_text_is_the_text_itself(project: Path, type_: Type) -> None:
    shutil.rmtree(project / "changelog")
    said = type_("propose", PAPER)
    assert "`protobuild build` makes the paper." in said.err
    assert "protobuild build" in type_("redline").err


def test_a_change_without_a_reason_is_not_proposed(project: Path, type_: Type) -> None:
    before = snapshot(project)
    said = type_("propose", PAPER)
    assert said.code == 1
    assert "protocol/advice.yaml:7:9: error: C2 (" in said.err
    assert "has no reason [no-reason]" in said.err
    assert "with 'clauses: [answer]'" in said.err
    assert snapshot(project) == before


def test_an_adoption_says_what_was_kept_and_where(ready: Path, type_: Type) -> None:
    said = type_(*ADOPT, "--in-force", "1 December 2026", "--signed-off-by", "Monitoring Officer")
    assert said.code == 0
    assert "Done: the adoption of 20 November 2026 by Full Council." in said.err
    assert f"The version is kept in {FOLDER}" in said.err
    record = (ready / FOLDER / "record.yaml").read_text("utf-8")
    assert "in_force: 2026-12-01\n" in record
    assert "signed_off_by: Monitoring Officer\n" in record
    assert type_("check", "--strict").code == 0
    said = type_("asof", "2026-12-01", "--para", "1.2")
    assert said.out.startswith("1.2 Officers answer within 5 working days.\n")


def test_a_dry_run_lists_what_would_be_done_and_does_nothing(ready: Path, type_: Type) -> None:
    before = snapshot(ready)
    said = type_(*ADOPT, "--dry-run")
    assert said.code == 0
    assert said.out.startswith("Nothing is done. This would be the adoption of 20 November 2026")
    assert f"  written  {FOLDER}/record.yaml\n" in said.out
    assert "  changed  protocol/protocol.yaml\n" in said.out
    assert "  removed  changelog/next/advice-in-time.yaml\n" in said.out
    assert "adopted/2026-11-20-council" in said.out
    assert snapshot(ready) == before


def test_what_was_not_decided_is_refused_in_words(ready: Path, type_: Type) -> None:
    write(ready, {"protocol/advice.yaml": ADVICE})
    write(ready, {"changelog/next/advice-in-time.yaml": "clauses: [respect]\nreason: None.\n"})
    said = type_(*ADOPT)
    assert said.code == 1
    assert "error: The text is not what was decided.\n  1.1: the paper has “Members must ask" in said.err
    assert "fix: Put the words right" in said.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (ADOPT[:1], "The body that decided is missing."),
        (ADOPT[:3], "The day is missing: --on."),
        ((*ADOPT[:4], "soon", "--minute", "1"), "'soon' is not a day."),
        ((*ADOPT[:4], "2026-02-30", "--minute", "1"), "'2026-02-30' is not a day in the calendar."),
        ((*ADOPT[:4], "2026-11-24", "--minute", "1"), "24 November 2026 is still to come"),
        ((*ADOPT, "--by", "Office"), "--adopted and --by belong to an old version."),
        (("adopt", "--past", "old.md", "--adopted", "2011-05-12"), "says who entered an old version"),
        (("adopt", "--past", "old.md", "--on", "2011-05-12"), "its day is given with --adopted"),
        (("adopt", "--past", "old.md", "--by", "Office"), "The day is missing: --adopted."),
        (("adopt", "--delegated", "--body", "Council"), "has no body, paper or later day"),
        (("adopt", "--delegated", "--on", "2026-11-20"), "does not say what an officer may change alone"),
    ],
)
def test_what_is_missing_or_does_not_fit_is_said(
    ready: Path, type_: Type, words: tuple[str, ...], said: str
) -> None:
    answer = type_(*words)
    assert answer.code == 2
    assert said in answer.err


def test_an_old_version_is_entered(project: Path, type_: Type) -> None:
    write(project, {"old.md": "# Protocol on Advice\n\n## 4 Advice\n\n4.1 Members should ask for advice.\n"})
    words = ("adopt", "--past", "old.md", "--adopted", "12/05/2011", "--body", "Council", "--by", "Clerk")
    assert type_(*words, "--dry-run").out.startswith(
        "Nothing is done. This would be the entry of the version"
    )
    assert type_(*words).code == 0
    assert "entered:\n  on: 2026-11-23\n  by: Clerk\n" in (
        project / "changelog" / "2011-05-12-council" / "record.yaml"
    ).read_text("utf-8")
    said = type_("show", "4.1", "--at", "1 June 2020")
    assert said.out == "4.1 Members should ask for advice.\n"


DELEGATION = """\
delegation:
  to: monitoring-officer
  classes: [minor]
  authority: Full Council, 20 January 2026, minute 14
"""


def test_an_officers_decision_is_recorded_as_a_page_and_a_line_to_note(project: Path, type_: Type) -> None:
    (project / "changelog" / "next" / "advice-in-time.yaml").unlink()
    manifest = project / "protocol" / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8") + DELEGATION, "utf-8")
    write(project, {"protocol/advice.yaml": ADVICE.replace("Members should", "members should")})
    words = ("adopt", "--delegated", "--on", "2026-11-20", "--minute", "MO/7")
    assert "To note: that on 20 November 2026" in type_(*words, "--dry-run").out
    said = type_(*words)
    assert said.code == 0
    assert said.out.startswith("To note: that on 20 November 2026 the monitoring officer, as allowed by Full")
    page = (project / "build" / "decision-2026-11-20.html").read_text("utf-8")
    assert "Record of an officer decision" in page
    assert "To note: that on 20 November 2026" in page
    assert (project / "build" / "decision-2026-11-20.pdf").read_bytes().startswith(b"%PDF")


def test_more_than_is_delegated_is_refused_with_its_words(project: Path, type_: Type) -> None:
    manifest = project / "protocol" / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8") + DELEGATION, "utf-8")
    said = type_("adopt", "--delegated", "--on", "2026-11-20")
    assert said.code == 1
    assert "C1 (" in said.err
    assert "“should” becomes “must”" in said.err


# -- where git is there -----------------------------------------------------------------------


@pytest.fixture
def kept(ready: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(ready.parent))
    commit_all(ready)
    git(ready, "config", "user.name", "Clerk")
    git(ready, "config", "user.email", "clerk@example.gov.uk")
    return ready


def test_an_adoption_is_kept_in_git_under_a_name(kept: Path, type_: Type) -> None:
    said = type_(*ADOPT)
    assert "In git the state is called adopted/2026-11-20-council (" in said.err
    assert git(kept, "status", "--short") == ""
    assert f"{FOLDER}/record.yaml" in git(kept, "ls-tree", "-r", "--name-only", "adopted/2026-11-20-council")
    assert git(kept, "log", "-1", "--format=%s") == "Adopted by Full Council on 20 November 2026, minute 23"
    assert type_("verify", FOLDER).code == 0


def test_other_work_in_the_folder_is_left_alone(kept: Path, type_: Type) -> None:
    write(kept, {"README.md": "Mine\n", "changelog/2026-01-20-council/published.yaml": "[]\n"})
    assert type_(*ADOPT).code == 0
    assert git(kept, "status", "--short").splitlines() == [
        "?? README.md",
        "?? changelog/2026-01-20-council/published.yaml",
    ]


def test_git_can_be_left_out(kept: Path, type_: Type) -> None:
    head = git(kept, "rev-parse", "HEAD")
    assert type_(*ADOPT, "--no-history").code == 0
    assert git(kept, "rev-parse", "HEAD") == head


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (("checkout", "-q", "--detach"), "shows an earlier state of its history"),
        (("tag", "adopted/2026-11-20-council"), "has a state called 'adopted/2026-11-20-council' already"),
    ],
)
def test_a_history_that_cannot_take_it_stops_it_before_anything_is_done(
    kept: Path, type_: Type, state: tuple[str, ...], said: str
) -> None:
    git(kept, *state)
    before = snapshot(kept)
    answer = type_(*ADOPT)
    assert answer.code == 2
    assert said in answer.err
    assert snapshot(kept) == before


def test_a_history_without_a_first_state_takes_it(ready: Path, type_: Type, monkeypatch: Any) -> None:
    monkeypatch.setenv("HOME", str(ready.parent))
    git(ready, "init", "-q", "-b", "main")
    git(ready, "config", "user.name", "Clerk")
    git(ready, "config", "user.email", "clerk@example.gov.uk")
    assert type_(*ADOPT).code == 0
    assert git(ready, "rev-list", "--count", "HEAD") == "1"


# -- whatever fails ---------------------------------------------------------------------------


def test_a_power_cut_at_any_step_of_an_adoption_is_put_right(ready: Path, type_: Type) -> None:
    steps = Steps(-1, die)
    before = snapshot(ready)
    with at_step(steps):
        assert type_(*ADOPT).code == 0
    after = snapshot(ready)
    finished = 0
    for at in (*range(2, steps.count, 9), steps.count):
        _again(ready, before)

        def cut_off(at: int = at) -> None:
            with at_step(Steps(at, die)):
                run(ADOPT)

        assert in_a_child(cut_off) == -9
        said = type_(*ADOPT)
        if said.code:  # it had come to its end: the version is on record
            assert "is on record already" in said.err
            finished += 1
        assert snapshot(ready) == after, f"step {at}"
    assert 0 < finished < 4  # cut off while it cleared away


def test_what_was_cut_off_and_put_back_is_told(ready: Path, type_: Type) -> None:
    steps = Steps(-1, die)
    before = snapshot(ready)
    with at_step(steps):
        assert type_(*ADOPT).code == 0
    _again(ready, before)

    def cut_off() -> None:
        with at_step(Steps(steps.count * 3 // 4, die)):
            run(ADOPT)

    assert in_a_child(cut_off) == -9
    said = type_(*ADOPT)
    assert said.code == 0
    assert "had been cut off; what it had written was put back." in said.err
    assert "23 November 2026 at 09:30" in said.err, "and when that was"


def _again(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files of a folder back."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EBUSY, errno.EROFS])
def test_a_disk_that_refuses_is_said_with_what_to_do(ready: Path, type_: Type, number: int) -> None:
    before = snapshot(ready)
    with at_step(Steps(40, refuse(number))):
        said = type_(*ADOPT)
    assert said.code == 1
    assert "was not done, because the disk refused" in said.err
    assert "Everything is as it was." in said.err
    assert snapshot(ready) == before


def test_whoever_may_not_write_is_told_so(ready: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:  # the folders of tests are open to their owner only
        Path(folder).chmod(0o755)
        project = Path(shutil.copytree(ready, Path(folder) / "project"))
        before, said = snapshot(project), ready.parent / "said"
        for path in (project, *project.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)

        def as_somebody_else() -> None:
            words = ("-C", str(project), *ADOPT)
            with said.open("w", encoding="utf-8") as sys.stderr:
                run((*words, "--dry-run"))  # which loads all that is needed, while it may be read
                _become_nobody()
                assert run(words) == 1

        assert in_a_child(as_somebody_else) == 0
        assert "Nothing can be written in 'changelog': Permission denied." in said.read_text("utf-8")
        assert snapshot(project) == before
        for path in (project, *project.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def _become_nobody() -> None:
    """Give up the right to write everywhere, where the tests have it."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
