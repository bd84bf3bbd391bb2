"""Measure what reading the history costs against what git itself needs for the same objects.

    python benchmarks/history.py

It makes a repository of its own: a protocol of 20 sections with 100 clauses, and 500 states after
it, each of which edits one clause. A figure is the least time of several runs, that of git's own
processes included; floor and ours take turns, so that the machine is in both halves of a ratio.
"""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from protobuild.life.home import Home, find_home
from protobuild.life.looking_back.drafts import all_drafts, with_drafts
from protobuild.render.looking_back.told import History
from protobuild.store.git import Repository, find_repository, reading, resolve
from protobuild.store.revisions import RevisionTree

SECTIONS, CLAUSES, STATES = 20, 5, 500
DAY = dt.date(2026, 11, 22)
LOAD_BAR, WALK_BAR = 3.0, 4.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of work cost, in seconds."""

    wall: float = float("inf")
    cpu: float = float("inf")
    """That of the processes it started included."""


def least(*works: Callable[[], object], times: int = 15) -> list[Cost]:
    """Return the least that each piece of work cost.

    They take turns: whatever else the machine does slows all of them, and not the one whose turn it was.
    """
    best = [Cost()] * len(works)
    for _ in range(times):
        for at, work in enumerate(works):
            wall, cpu = time.perf_counter(), _cpu()
            work()
            wall, cpu = time.perf_counter() - wall, _cpu() - cpu
            best[at] = Cost(min(best[at].wall, wall), min(best[at].cpu, cpu))
    return best


def _cpu() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def section(number: int, edits: dict[int, int]) -> str:
    """Return a section's file; `edits` says how often each clause was edited."""
    clauses = "".join(
        f"  - id: clause-{number}-{each}\n    text: |\n"
        f"      An officer who is asked by a member for advice on matter {number}.{each} should answer it "
        f"within {edits.get(each, 0)} working days.\n"
        "      Where that cannot be done, the officer says when an answer will come, and why.\n"
        for each in range(CLAUSES)
    )
    return f"kind: other\nheading: Section {number}\nclauses:\n{clauses}"


def stream() -> bytes:
    """Return the whole history as `git fast-import` takes it."""
    names = [f"section-{number}" for number in range(SECTIONS)]
    manifest = "title: Protocol\ncouncil:\n  name: Example Borough Council\nprofile: none\nsections:\n"
    files = {f"protocol/{name}.yaml": section(number, {}) for number, name in enumerate(names)}
    files["protocol/protocol.yaml"] = manifest + "".join(f"  - {name}\n" for name in names)
    out = [_state(0, files)]
    edits: dict[int, dict[int, int]] = {number: {} for number in range(SECTIONS)}
    for state in range(1, STATES + 1):
        number, clause = state % SECTIONS, (state // SECTIONS) % CLAUSES
        edits[number][clause] = state
        out.append(_state(state, {f"protocol/section-{number}.yaml": section(number, edits[number])}))
    return "".join(out).encode()


def _state(state: int, files: dict[str, str]) -> str:
    said = f"Edit {state}"
    head = f"commit refs/heads/main\ncommitter Clerk <clerk@example.gov.uk> {1780000000 + state} +0000\n"
    blobs = "".join(f"M 100644 inline {name}\ndata {len(text)}\n{text}\n" for name, text in files.items())
    return f"{head}data {len(said)}\n{said}\n{blobs}\n"


def make(folder: Path) -> tuple[Home, Repository]:
    """Write the repository, checked out, and packed as git keeps one that has been used for a while."""
    run(folder, "init", "-q", "-b", "main")
    run(folder, "fast-import", "--quiet", given=stream())
    run(folder, "reset", "-q", "--hard")
    run(folder, "gc", "-q")
    repository = find_repository(folder)
    assert repository is not None
    return find_home(folder), repository


def run(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """Return what git says."""
    return subprocess.run(["git", *words], cwd=folder, input=given, check=True, capture_output=True).stdout


def load(repository: Repository) -> None:
    """Read every file of two revisions, as a redline of them does."""
    for name in ("HEAD", "HEAD~250"):
        with reading(repository):
            tree = RevisionTree(repository, resolve(repository, name), "protocol")
            for path in tree.files():
                tree.read(path)


def report(name: str, ours: Cost, floor: Cost, bar: float) -> bool:
    """Print one line and return whether the bar is met, by the clock of the processor or of the wall.

    The wall's is the stricter, and means little while others use the machine.
    """
    wall, cpu = ours.wall / floor.wall, ours.cpu / floor.cpu
    said = f"{ours.wall * 1000:.0f} ms against {floor.wall * 1000:.0f} ms; processor {cpu:.2f}"
    met = min(wall, cpu) <= bar
    print(f"{'ok  ' if met else 'OVER'} {name:<44} {wall:6.2f}  (bar {bar:g}; {said})")
    return met


def main() -> int:
    """Print the ratios and return 1 when a bar is missed."""
    with tempfile.TemporaryDirectory() as made:
        home, repository = make(Path(made).resolve())
        listed = [run(home.root, "ls-tree", "-r", name).decode() for name in ("HEAD", "HEAD~250")]
        two = "".join(f"{line.split()[2]}\n" for each in listed for line in each.splitlines()).encode()
        raw = run(home.root, "log", "--raw", "--no-abbrev").decode().splitlines()
        oids = [oid for line in raw if line.startswith(":") for oid in line.split()[2:4] if oid.strip("0")]
        touched = "".join(f"{oid}\n" for oid in dict.fromkeys(oids)).encode()

        def floor_of_walk() -> None:
            run(home.root, "log", "--raw", "--no-abbrev")
            run(home.root, "cat-file", "--batch", given=touched)

        told = History("", "", DAY, "clause-7-3", "", ())
        load(repository)  # what has to be imported is imported
        states = len(all_drafts(home, "", "", DAY).drafts)
        of_one = len(with_drafts(home, told).drafts)
        print(f"{states} drafts of {len(dict.fromkeys(oids))} files, {of_one} of them of one clause")
        blobs, loaded = least(
            lambda: run(home.root, "cat-file", "--batch", given=two), lambda: load(repository)
        )
        walked, drafts, story = least(
            floor_of_walk, lambda: all_drafts(home, "", "", DAY), lambda: with_drafts(home, told)
        )
        met = [
            report("two revisions / one cat-file --batch", loaded, blobs, LOAD_BAR),
            report("history --drafts / log --raw and cat-file", drafts, walked, WALK_BAR),
            report("history CLAUSE --drafts / the same", story, walked, WALK_BAR),
        ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
