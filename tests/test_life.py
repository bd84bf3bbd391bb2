"""A life: begun, amended on the floor, adopted, put right by an officer, asked about years later.

One protocol from its first day to the proof of a saved copy, with the commands a clerk types, in a
folder with git, whose dates say nothing of when anything was in force, and in one without.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from protobuild.cli import adopt
from protobuild.cli.program import run
from protobuild.publish import formats
from protobuild.publish.pdf import make_pdf
from small_council import git, write

COUNCIL = "Example Borough Council"
ADDRESS = "https://www.example.gov.uk/constitution/protocol"
DELEGATION = """\
delegation:
  to: monitoring-officer
  classes: [minor, title, renumbering]
  authority: Full Council, 1 April 2026, minute 13
"""
NOTE = """\
clauses: [{id}]
reason: |
  {reason}
proposer: Monitoring officer
"""
ASKED = (
    ("2020-06-01", "2020-01-14"),
    ("2024-06-01", "2023-10-17"),
    ("2026-04-15", "2023-10-17"),
    ("2026-05-01", "2026-04-01"),
    ("2026-12-01", "2026-11-20"),
)
"""Days, and the version in force on each by the day it was adopted."""


@dataclass(frozen=True)
class Clerk:
    """Somebody who types commands in a folder."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def types(self, *words: str, code: int = 0) -> str:
        """Return what a command says; it must leave with the code."""
        self.capsys.readouterr()
        left = run(("-C", str(self.folder), *words))
        said = self.capsys.readouterr()
        assert left == code, f"{words}: {said.out}{said.err}"
        return said.out + said.err

    def changes(self, file: str, old: str, new: str) -> None:
        """Put words in place of others in a file."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def read(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")


def short(page: str, *look: str) -> bytes:
    """Return a real PDF that only this page has, but of one line: whole ones take half a minute."""
    mark = hashlib.sha256("".join((page, *look)).encode()).hexdigest()
    return make_pdf(f'<html lang="en-GB"><title>{mark}</title><p>{mark}</p></html>')


@pytest.fixture(params=["with git", "without git"])
def clerk(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Clerk:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Clerk")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "clerk@example.gov.uk")
        monkeypatch.setenv(f"GIT_{who}_DATE", "2031-02-03T04:05:06Z")  # says nothing of what was in force
    monkeypatch.setattr(adopt, "now", lambda: dt.datetime(2027, 1, 5, 9, 30, tzinfo=dt.UTC))
    monkeypatch.setattr(formats, "make_pdf", short)
    folder = tmp_path / "protocol-of-ours"
    made = Clerk(folder, capsys)
    run(("new", str(folder), "--yes", "--council", COUNCIL, "--address", ADDRESS))
    if request.param == "without git":
        shutil.rmtree(folder / ".git")
    return made


def first_adoption(clerk: Clerk) -> None:
    clerk.changes("protocol/protocol.yaml", "\nfacts:", f"\n{DELEGATION}facts:")
    clerk.types("propose", "First paper", "--on", "2026-03-01")
    meeting(clerk, "Standards Committee", "2026-03-10", "First paper")
    clerk.types(*ADOPT, "2026-04-01", "--minute", "12", "--in-force", "2026-05-01")


ADOPT = ("adopt", "--body", "Full Council", "--on")


def meeting(clerk: Clerk, body: str, date: str, paper: str) -> None:
    """Record that a committee recommended a paper."""
    file = f"meetings/{date}-{body.lower().replace(' ', '-')}.yaml"
    record = f"body: {body}\ndate: {date}\nstep: recommended\npaper: {paper}\nminute: 4\n"
    write(clerk.folder, {file: record})


def amendment(clerk: Clerk) -> None:
    """Change three paragraphs, with a reason for each, and take them to the Council."""
    clerk.changes("protocol/response-times.yaml", "should answer a member’s", "must answer a member’s")
    clerk.changes("protocol/introduction.yaml", "know where they stand", "know what to expect")
    clerk.changes(
        "protocol/whistleblowing.yaml", "must not treat anyone badly", "must never treat anyone badly"
    )
    for id, reason in (
        ("reply-time", "Replies took too long."),
        ("purpose", "Plainer words."),
        ("protection", "It was asked for."),
    ):
        write(clerk.folder, {f"changelog/next/{id}.yaml": NOTE.format(id=id, reason=reason)})


def second_adoption(clerk: Clerk) -> None:
    """Take the amendment through a committee to the Council, which refuses one change and amends another."""
    amendment(clerk)
    assert "3 changes to decide" in clerk.types("redline", "--to", "text")
    clerk.types("propose", "Council, November", "--on", "2026-11-05")
    meeting(clerk, "Standards Committee", "2026-11-12", "Council, November")
    words = "An officer must answer a member’s enquiry within 3 working days of receiving it."
    said = clerk.types(
        *("decide", "--body", "Full Council", "--on", "2026-11-20", "--minute", "23"),
        *("--in-force", "2026-12-01"),
        *("--refuse", "C1", "--amend", "C2", "reply-time", words, "--no-redlines"),
    )
    assert "Agreed as the paper has it: C3." in said
    assert "know where they stand" in clerk.read("protocol/introduction.yaml")
    assert words in clerk.read("protocol/response-times.yaml")
    clerk.changes("protocol/response-times.yaml", "value: 5", "value: 3")
    (clerk.folder / "changelog/next/purpose.yaml").unlink()
    clerk.types(*ADOPT, "2026-11-20", "--minute", "23", "--in-force", "2026-12-01")
    assert "status: adopted" in clerk.read("changelog/2026-11-20-council/protocol/protocol.yaml")


def an_officer_puts_a_slip_right(clerk: Clerk) -> None:
    """Make a minor change alone; one that is more than that is refused, with the words that moved."""
    clerk.changes("protocol/whistleblowing.yaml", "must never treat", "should never treat")
    refused = clerk.types("adopt", "--delegated", "--on", "2026-12-10", code=1)
    assert "should" in refused
    clerk.changes("protocol/whistleblowing.yaml", "should never treat", "must never treat")
    clerk.changes("protocol/protocol.yaml", "1 April 2026, minute 13", "2 April 2026, minute 1")
    refused = clerk.types("adopt", "--delegated", "--on", "2026-12-10", code=1)
    assert "is not what the version adopted on 20 November 2026 (Full Council) says" in refused
    clerk.changes("protocol/protocol.yaml", "2 April 2026, minute 1", "1 April 2026, minute 13")
    clerk.changes("protocol/protocol.yaml", "title: monitoring officer", "title: legal director")
    note = NOTE.format(id="status", reason="The post has a new title.")
    write(clerk.folder, {"changelog/next/new-title.yaml": note})
    said = clerk.types("adopt", "--delegated", "--on", "2026-12-10", "--minute", "OD 7")
    assert "To note: that on 10 December 2026" in said
    assert list(clerk.folder.glob("changelog/2026-12-10-*/record.yaml"))


def the_past_is_entered(clerk: Clerk, corpus: Path) -> None:
    """Enter two versions that were adopted before there was a folder like this."""
    for file, adopted in (("barnet-adopted.md", "2020-01-14"), ("barnet-proposed.md", "2023-10-17")):
        clerk.types(
            *("adopt", "--past", str(corpus / file), "--adopted", adopted),
            *("--body", "Council", "--minute", "9", "--by", "Monitoring Officer"),
        )
    assert "entered" in clerk.read("changelog/2020-01-14-council/record.yaml")


def six_days_are_asked_about(clerk: Clerk) -> None:
    for day, adopted in ASKED:
        answer = json.loads(clerk.types("asof", day, "--on", "2027-01-01", "--format", "json"))
        assert answer["version"]["adopted"] == adopted, day
    before = clerk.types("asof", "2018-01-01", "--on", "2027-01-01", code=2)
    assert "There is no record before 14 January 2020." in before
    said = clerk.types("asof", "2027-01-01", "--id", "reply-time", "--on", "2027-01-01")
    number, _, words = next(
        line
        for line in clerk.read("changelog/2026-11-20-council/text.txt").splitlines()
        if "3 working days" in line
    ).partition(" ")
    assert words[:60] in " ".join(said.split())
    assert number in said
    told = clerk.types("history", "reply-time", "--on", "2027-01-01", "--no-colour")
    assert "[-should-]" in told.replace("{", "[")
    assert "Replies took too long" in " ".join(told.split())


def a_saved_copy_is_proved(clerk: Clerk, tmp_path: Path) -> None:
    """Publish, save a page and a PDF, lose everything else, and prove them from the repository alone."""
    kept = (clerk.folder / ".git").exists()
    site = tmp_path / "site"
    clerk.types("publish", "--out", str(site), "--on", "2027-01-02", "--record")
    saved = [tmp_path / f"saved.{kind}" for kind in ("pdf", "html")]
    for copy in saved:
        shutil.copy(min(site.glob(f"**/2026-11-20/**/*{copy.suffix}")), copy)
    shutil.rmtree(site)
    alone = tmp_path / "alone"
    if kept:
        git(clerk.folder, "add", "-A")
        git(clerk.folder, "commit", "-q", "-m", "Published")
        git(tmp_path, "clone", "-q", str(clerk.folder), str(alone))
    else:
        shutil.copytree(clerk.folder, alone)
    reader = Clerk(alone, clerk.capsys)
    for copy in saved:
        assert "authentic" in reader.types("verify", str(copy)).lower()
        copy.write_bytes(copy.read_bytes() + b"\n")
        reader.types("verify", str(copy), code=1)


@pytest.mark.corpus
def test_a_life(clerk: Clerk, corpus: Path, tmp_path: Path) -> None:
    first_adoption(clerk)
    second_adoption(clerk)
    an_officer_puts_a_slip_right(clerk)
    the_past_is_entered(clerk, corpus)
    six_days_are_asked_about(clerk)
    a_saved_copy_is_proved(clerk, tmp_path)
