"""A small council whose draft was proposed and recommended, so that only the Council is left to decide."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from protobuild.life.adopting.acting import Act, Happened, perform
from protobuild.life.adopting.adoption import plan_adoption
from protobuild.life.adopting.meeting import Asked
from protobuild.life.adopting.proposing import plan_proposal
from protobuild.life.home import Home, find_home
from small_council import NOTE, write, write_project

TODAY = dt.date(2026, 11, 23)
PAPER = "Council, November"
COMMITTEE = f"""\
body: Standards Committee
date: 2026-11-12
step: recommended
paper: {PAPER}
minute: "8"
recommended_to: Full Council
"""
COUNCIL = f"""\
body: Full Council
date: 2026-11-20
step: adopted
paper: {PAPER}
minute: "23"
"""
ASKED = Asked("Full Council", dt.date(2026, 11, 20), "23")
SINCE = "on 23 November 2026"


def explained(folder: Path) -> Home:
    """Write the project with a reason for each of its two changes."""
    write_project(folder)
    write(folder, {"changelog/next/advice-in-time.yaml": NOTE.replace("[ask]", "[ask, answer]")})
    return find_home(folder)


def recommended(folder: Path) -> Home:
    """Write the project, propose its draft and have it recommended."""
    home = explained(folder)
    propose(home)
    write(folder, {"meetings/2026-11-12-standards-committee.yaml": COMMITTEE})
    return home


def propose(home: Home, name: str = PAPER, on: dt.date = dt.date(2026, 11, 5)) -> Happened:
    """Issue the draft as a paper."""
    return perform(home, lambda: plan_proposal(home, name, on), SINCE)


def planned(home: Home, asked: Asked = ASKED, today: dt.date = TODAY) -> Act:
    """Return what the Council's adoption does."""
    return plan_adoption(home, asked, today)


def adopt(home: Home, asked: Asked = ASKED, *, history: bool = True) -> Happened:
    """Let the Council adopt the draft."""
    return perform(home, lambda: planned(home, asked), SINCE, history=history)
