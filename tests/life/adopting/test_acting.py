"""What is adopted is written whole or not at all, whatever fails and whenever."""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from failing_disk import Steps, at_step, die, in_a_child, refuse, snapshot
from protobuild.life.adopting.acting import LOCK, Act, Happened, perform, unfinished
from protobuild.life.adopting.journal import STAGE
from protobuild.life.home import Home, find_home
from protobuild.model.source import ProtobuildError
from protobuild.store import disk, keeping
from small_council import commit_all, git, write, write_project

NAME = "adopted/2026-11-20-council"
FOLDER = "changelog/2026-11-20-council"
ACT = Act(
    what="the adoption of 20 November 2026",
    files={
        f"{FOLDER}/text.txt": b"1 Advice\n",
        f"{FOLDER}/protocol/advice.yaml": b"kind: other\n",
        "protocol/protocol.yaml": b"title: Another\n",
        "changelog/next/advice-in-time.yaml": None,
    },
    message="Adopted by Full Council",
    name=NAME,
    also=("protocol/advice.yaml",),
)
SINCE = "on 21 November 2026"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path / "council"))


def adopt(home: Home, *, history: bool = True) -> Happened:
    return perform(home, lambda: ACT, SINCE, history=history)


def after(before: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files as the act leaves them."""
    out: dict[str, bytes | None] = {**before, **ACT.files}
    return {name: data for name, data in sorted(out.items()) if data is not None}


def all_steps(home: Home) -> int:
    """Return how many steps the act takes, by doing it on a copy."""
    steps = Steps(-1, die)
    copy = find_home(write_project(home.root.parent / "copy"))
    with at_step(steps):
        adopt(copy)
    return steps.count


def test_what_is_planned_is_done_and_nothing_else(home: Home) -> None:
    before = snapshot(home.root)
    happened = adopt(home)
    assert snapshot(home.root) == after(before)
    assert happened.commit == ""


def test_a_refusal_at_any_step_leaves_everything_as_it_was(home: Home) -> None:
    before, count = snapshot(home.root), all_steps(home)
    refused = 0
    for at in range(1, count + 1):
        steps = Steps(at, refuse())
        try:
            with at_step(steps):
                adopt(home)
        except ProtobuildError as said:
            refused += 1
            assert "no space left" in said.message.lower()
            assert snapshot(home.root) == before, f"step {at}"
        else:
            assert snapshot(home.root) == after(before), f"step {at}"
            break  # done but for clearing away
    assert refused > 15


DOOR = ("write", "rename", "remove", "remove_folder", "remove_if_empty", "settle")
"""What the store does to a disk."""


def counted_at_the_door(home: Home, at: int, number: int) -> int:
    """Adopt, let the store's door refuse one of its steps, and return how many it was asked for."""
    count = 0

    def refusing(real: Callable[..., None]) -> Callable[..., None]:
        def step(*given: Path) -> None:
            nonlocal count
            count += 1
            if count == at:
                raise OSError(number, os.strerror(number), str(given[0]))
            real(*given)

        return step

    with pytest.MonkeyPatch.context() as patch:
        for name in DOOR:
            patch.setattr(disk, name, refusing(getattr(disk, name)))
        adopt(home)
    return count


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EBUSY])
def test_the_stores_door_may_refuse_any_step(home: Home, number: int) -> None:
    copy = find_home(write_project(home.root.parent / "copy"))
    before, count, refused = snapshot(home.root), counted_at_the_door(copy, 0, number), 0
    for at in range(1, count + 1):
        try:
            counted_at_the_door(home, at, number)
        except ProtobuildError as said:
            refused += 1
            assert "because the disk refused" in said.message
            assert said.fix.startswith("Everything is as it was.")
            assert snapshot(home.root) == before, f"step {at}"
        else:
            assert snapshot(home.root) == after(before) | left(home), f"step {at}"
            resumed(home)  # clears away what the disk would not let go of
            assert snapshot(home.root) == after(before), f"step {at}"
            write_project_again(home)
    assert refused > 8


def left(home: Home) -> dict[str, bytes]:
    """Return what is left of the preparation."""
    return {name: data for name, data in snapshot(home.root).items() if name.startswith(f"changelog/{STAGE}")}


def test_a_disk_that_stays_full_is_put_right_by_the_next_run(home: Home) -> None:
    before, count = snapshot(home.root), all_steps(home)
    for at in range(2, count + 1):
        with at_step(Steps(at, refuse(errno.EROFS), onwards=True)):
            try:
                adopt(home)
            except ProtobuildError as said:
                assert said.fix
        again = find_home(home.root)
        adopt(again)
        assert snapshot(home.root) == after(before), f"step {at}"
        write_project_again(home)


def write_project_again(home: Home) -> None:
    for path in sorted((home.root / FOLDER).rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (home.root / FOLDER).rmdir()
    write_project(home.root)


@pytest.mark.parametrize("kept_in_git", [False, True], ids=["folder", "git"])
def test_a_power_cut_at_any_step_is_put_right_by_the_next_run(home: Home, *, kept_in_git: bool) -> None:
    if kept_in_git:
        write(home.root, {".gitignore": ".adopting/\n"})
        commit_all(home.root)
        git(home.root, "config", "user.name", "Clerk")
        git(home.root, "config", "user.email", "clerk@example.gov.uk")
    before, count = snapshot(home.root), all_steps(home)
    start = git(home.root, "rev-parse", "HEAD") if kept_in_git else ""
    states = set()
    for at in range(1, count + 1):

        def cut_off(at: int = at) -> None:
            with at_step(Steps(at, die)):
                adopt(home)

        assert in_a_child(cut_off) == -9
        begun = unfinished(home)
        remarks = resumed(home)
        now = {name: data for name, data in snapshot(home.root).items() if name != f"changelog/{LOCK}"}
        assert now in (before, after(before)), f"step {at}"
        assert bool(begun) == bool(remarks)
        states.add((now == before, *(said.partition(" It was ")[0] for said in remarks)))
        if kept_in_git and now != before:
            assert git(home.root, "show", f"{NAME}:{FOLDER}/text.txt") == "1 Advice"
            git(home.root, "tag", "-d", NAME)
            git(home.root, "reset", "-q", "--hard", start)
        elif now != before:
            write_project_again(home)
    assert len(states) == 4, states  # nothing begun, put back, finished, and finished but for clearing away


def resumed(home: Home) -> list[str]:
    """Return what a run that does nothing itself says of what it found."""
    said: list[str] = []
    perform(home, lambda: Act("nothing", {}), SINCE, tell=said.append)
    return said


def cut_off_after(home: Home, name: str) -> None:
    """Let the power go once a file has its new words."""

    def run() -> None:
        real = Path.replace

        def replace(old: Path, new: Path) -> Path:
            done = real(old, new)
            if Path(new).name == name and STAGE not in Path(new).parts:
                die()
            return done

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            adopt(home)

    assert in_a_child(run) == -9


def test_what_was_cut_off_is_said(home: Home) -> None:
    cut_off_after(home, "protocol.yaml")
    assert unfinished(home) == "The adoption of 20 November 2026"
    (said,) = resumed(home)
    assert said.startswith(
        "The adoption of 20 November 2026 had been cut off; what it had written was put back. "
        "It was an adoption, begun on 21 November 2026 by "
    )
    assert unfinished(home) == ""


def test_what_somebody_wrote_since_is_never_put_back(home: Home) -> None:
    before = snapshot(home.root)
    cut_off_after(home, "protocol.yaml")
    write(home.root, {"protocol/protocol.yaml": "title: Mine\n"})
    (said,) = resumed(home)
    assert "protocol/protocol.yaml had been changed since and was left as it is" in said
    now = snapshot(home.root)
    assert now.pop("protocol/protocol.yaml.before") == before["protocol/protocol.yaml"]
    assert now == {**before, "protocol/protocol.yaml": b"title: Mine\n"}


def test_a_journal_that_cannot_be_read_is_named_and_nothing_is_touched(home: Home) -> None:
    cut_off_after(home, "protocol.yaml")
    (home.changelog / STAGE / "begun.json").write_text("{")
    before = snapshot(home.root)
    with pytest.raises(ProtobuildError, match="does not say what") as refused:
        resumed(home)
    assert "out of changelog" in refused.value.fix
    assert {**snapshot(home.root), f"changelog/{LOCK}": b""} == {**before, f"changelog/{LOCK}": b""}


# -- the lock ---------------------------------------------------------------------------------


def while_it_runs(home: Home, then: Callable[[], None]) -> Callable[[], Act]:
    def plan() -> Act:
        then()
        return ACT

    return plan


def test_two_at_once_are_one_after_the_other(home: Home) -> None:
    with pytest.raises(ProtobuildError, match=r"at this moment: an adoption, begun on 21 November") as second:
        perform(home, while_it_runs(home, lambda: void(adopt(home))), SINCE)
    assert f"process {os.getpid()}" in second.value.message
    assert "Wait until it has ended" in second.value.fix


def void(_: object) -> None:
    """Forget what came of it."""


def test_a_lock_left_by_a_run_that_died_is_nobodys(home: Home) -> None:
    def died() -> None:
        perform(home, while_it_runs(home, die), SINCE)

    assert in_a_child(died) == -9
    assert (home.changelog / LOCK).exists()
    adopt(home)
    assert not (home.changelog / LOCK).exists()


def test_a_lock_of_another_computer_is_named_with_the_remedy(home: Home) -> None:
    holder = {"doing": "an adoption", "user": "clerk", "computer": "elsewhere", "process": 7, "since": "x"}
    write(home.changelog, {LOCK: json.dumps(holder)})
    with pytest.raises(ProtobuildError, match="clerk on elsewhere") as refused:
        adopt(home)
    assert "delete the file .lock in 'changelog'" in refused.value.fix


def test_a_lock_that_is_taken_away_undoes_everything(home: Home) -> None:
    before = snapshot(home.root)
    with pytest.raises(ProtobuildError, match=r"\.lock was taken away"):
        perform(home, while_it_runs(home, (home.changelog / LOCK).unlink), SINCE)
    assert snapshot(home.root) == before


def test_many_at_once_lose_nothing(home: Home) -> None:
    write(home.root, {"changelog/count": "0"})

    def one_more() -> None:
        def plan() -> Act:
            number = int((home.changelog / "count").read_text())
            time.sleep(0.001)
            return Act("counting", {"changelog/count": str(number + 1).encode()})

        done = 0
        while done < 5:
            try:
                perform(home, plan, SINCE)
            except ProtobuildError:
                continue
            done += 1

    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            try:
                one_more()
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    assert (home.changelog / "count").read_text() == "20"


# -- the history ------------------------------------------------------------------------------


@pytest.fixture
def kept(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("HOME", str(home.root.parent))
    commit_all(home.root)
    git(home.root, "config", "user.name", "Clerk")
    git(home.root, "config", "user.email", "clerk@example.gov.uk")
    return home


def test_what_is_done_is_kept_in_the_history_with_a_name(kept: Home) -> None:
    write(kept.root, {"notes-of-mine.txt": "not yet", "protocol/advice.yaml": "# edited\n"})
    happened = adopt(kept)
    assert git(kept.root, "rev-parse", f"{NAME}^{{commit}}") == happened.commit
    assert git(kept.root, "show", "HEAD:protocol/advice.yaml") == "# edited"
    assert git(kept.root, "status", "--short") == "?? notes-of-mine.txt"


def test_a_section_that_the_draft_dropped_goes_from_the_history_too(kept: Home) -> None:
    (kept.protocol / "conduct.yaml").unlink()
    adopt(kept)
    assert "protocol/conduct.yaml" not in git(kept.root, "ls-tree", "-r", "--name-only", NAME).splitlines()
    assert git(kept.root, "status", "--short") == ""


def test_a_power_cut_while_it_is_kept_is_put_right_by_the_next_run(kept: Home) -> None:
    """At any of git's own steps: the version is on the disk by then, and comes into the history later."""
    start, names = git(kept.root, "rev-parse", "HEAD"), []
    asked = counted_questions(kept, -1)
    git(kept.root, "tag", "-d", NAME)
    git(kept.root, "reset", "-q", "--hard", start)
    for at in range(asked - 8, asked + 1):
        assert in_a_child(partial(counted_questions, kept, at)) == -9
        names += resumed(kept)
        assert git(kept.root, "show", f"{NAME}:{FOLDER}/text.txt") == "1 Advice"
        assert git(kept.root, "rev-parse", f"{NAME}^{{commit}}") == git(kept.root, "rev-parse", "HEAD")
        assert git(kept.root, "rev-list", "--count", f"{start}..HEAD") == "1"
        assert git(kept.root, "status", "--short") == ""
        git(kept.root, "tag", "-d", NAME)
        git(kept.root, "reset", "-q", "--hard", start)
    assert len(names) == 9
    assert all("cut off near its end; it is finished now." in each for each in names)


def counted_questions(home: Home, at: int) -> int:
    """Adopt, let the power go before one of the questions to git, and return how many there are."""
    real, count = keeping.answered, 0

    def answered(*given: Any) -> tuple[int, str, str]:
        nonlocal count
        count += 1
        if count == at:
            die()
        return real(*given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "answered", answered)
        adopt(home)
    return count


def test_a_folder_inside_a_repository_is_kept_by_its_own_name(kept: Home, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (kept.root / ".git").rename(tmp_path / "elsewhere")
    git(tmp_path, "config", "user.name", "Clerk")
    git(tmp_path, "config", "user.email", "clerk@example.gov.uk")
    adopt(kept)
    assert f"council/{FOLDER}/text.txt" in git(tmp_path, "ls-tree", "-r", "--name-only", NAME)


def test_a_history_that_refuses_undoes_everything(kept: Home) -> None:
    before, start = snapshot(kept.root), git(kept.root, "rev-parse", "HEAD")
    git(kept.root, "config", "commit.gpgsign", "true")  # and there is no key
    with pytest.raises(ProtobuildError, match="git refused 'commit-tree'"):
        adopt(kept)
    assert snapshot(kept.root) == before
    assert git(kept.root, "rev-parse", "HEAD") == start
    assert git(kept.root, "status", "--short") == ""


def test_without_the_history_only_files_are_written(kept: Home) -> None:
    start = git(kept.root, "rev-parse", "HEAD")
    assert adopt(kept, history=False).commit == ""
    assert git(kept.root, "rev-parse", "HEAD") == start
    assert (home_folder(kept) / "text.txt").exists()


def home_folder(home: Home) -> Path:
    return home.root / FOLDER


def test_a_folder_that_the_history_leaves_out_is_only_written(kept: Home) -> None:
    write(kept.root, {".gitignore": "protocol/\nchangelog/\n"})
    assert adopt(kept).commit == ""
