"""A small council's protocol with one adopted version and a draft after it, for tests that need files."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

MANIFEST = """\
title: Protocol on Advice
council:
  name: Example Borough Council
status: {status}
profile: none
sections:
  - advice
  - conduct
roles:
  monitoring-officer:
    title: monitoring officer
review:
  next: 2099-05
"""

ADVICE = """\
kind: other
heading: Advice
clauses:
  - id: ask
    text: |
      Members should ask the [[role:monitoring-officer]] for advice before they decide.
  - id: answer
    text: |
      Officers answer within 10 working days.
"""

CONDUCT = """\
kind: other
heading: Conduct
clauses:
  - id: respect
    text: |
      Members and officers treat each other with respect:
    items:
      - id: in-public
        text: in public
      - id: in-private
        text: in private
  - id: gifts
    text: |
      Officers do not accept gifts from members.
"""

RECORD = """\
body: Full Council
adopted: 2026-01-20
minute: "14"
in_force: 2026-02-01
"""

NOTE = """\
clauses: [ask]
reason: |
  Advice taken too late helps nobody.
proposer: Monitoring officer
"""

DRAFT_ADVICE = ADVICE.replace("should ask", "must ask").replace("10 working", "5 working")


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def write_project(folder: Path) -> Path:
    """Write the whole project: the draft, the adopted version and the reason for a change."""
    files = {
        "protocol/protocol.yaml": MANIFEST.format(status="draft"),
        "protocol/advice.yaml": DRAFT_ADVICE,
        "protocol/conduct.yaml": CONDUCT,
        "changelog/next/advice-in-time.yaml": NOTE,
    }
    kept = {f"changelog/2026-01-20-council/{name}": text for name, text in adopted_files().items()}
    return write(folder, files | kept)


def adopted_files() -> dict[str, str]:
    """Return the files of the adopted version by name, with their checksums."""
    files = {
        "record.yaml": RECORD,
        "protocol/protocol.yaml": MANIFEST.format(status="in force"),
        "protocol/advice.yaml": ADVICE,
        "protocol/conduct.yaml": CONDUCT,
    }
    sums = (f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in files.items())
    return files | {"SHA256SUMS": "".join(sums)}


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, untouched by anybody's settings, and return what it said."""
    settings = (
        "-c",
        "user.name=Clerk",
        "-c",
        "user.email=clerk@example.gov.uk",
        "-c",
        "commit.gpgsign=false",
    )
    done = subprocess.run(
        ["git", *settings, *words],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(folder)},
    )
    return done.stdout.strip()


def commit_all(folder: Path, message: str = "Change") -> None:
    """Keep everything in a repository, making one where there is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
