"""A section's file as words, for `git diff`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from protobuild.life.worded import worded
from protobuild.store.tree import LARGEST
from small_council import ADVICE, CONDUCT, commit_all, git, write

ROOT = Path(__file__).resolve().parents[2]


def test_a_section_is_its_words_a_sentence_a_line() -> None:
    text = ADVICE.replace("they decide.", "they decide. Early advice is best.").replace(
        "- id: ask", "- id: ask\n    note: Why"
    )
    assert (
        worded(text.encode())
        == """\
Advice
  [ask]
  Members should ask the [[role:monitoring-officer]] for advice before they decide.
  Early advice is best.
  [answer]
  Officers answer within 10 working days.
"""
    )


def test_items_stand_under_what_they_belong_to() -> None:
    assert "    [in-public]\n    in public\n" in worded(CONDUCT.encode())


@pytest.mark.parametrize("text", ["title: A protocol\nsections: [a]\n", "- [", "", "just words\n"])
def test_any_other_file_is_what_it_holds(text: str) -> None:
    assert worded(text.encode()) == text


HOSTILE = [
    b"\xff\xfe\x00\x01",
    b"clauses: " + b"[" * 5000,
    b"a: &a [1]\nclauses: [*a, *a]\n",
    b"clauses:\n  - id: a\n    text: !!python/object:os.system x\n",
    b"clauses:\n" + b"  - id: a\n    text: b\n" * 3000,
    b"\x00" * 1000,
    b"clauses:\n  - \xe9\n",
    b"x" * (LARGEST + 1),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_in_a_file_makes_it_fail_or_steers_a_terminal(data: bytes) -> None:
    said = worded(data)
    assert not set(said) & {"\x00", "\x1b", "\x07"}


def test_what_steers_a_terminal_is_left_out() -> None:
    assert "\x1b" not in worded(b"clauses:\n  - id: a\n    text: one \x1b[2J two\n")


@pytest.mark.parametrize(
    "name", ["advice.yaml", "-x.yaml", "--output=pwned.yaml", "$(touch pwned).yaml", "a b;.yaml"]
)
def test_git_shows_the_words_that_changed_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: ADVICE, ".gitattributes": "*.yaml diff=protobuild\n"})
    commit_all(tmp_path)
    git(tmp_path, "config", "diff.protobuild.textconv", f"{sys.executable} -m protobuild textconv")
    (tmp_path / name).write_text(
        ADVICE.replace("  - id: answer", "  # a remark\n  - id: answer").replace("10", "5")
    )
    done = subprocess.run(
        [shutil.which("git") or "git", "diff", "--no-color"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    changed = [
        line for line in done.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert changed == [
        "-  Officers answer within 10 working days.",
        "+  Officers answer within 5 working days.",
    ]
    assert not (tmp_path / "pwned").exists()
