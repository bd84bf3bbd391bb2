"""Propose a draft: issue the paper for a meeting, keep the text it shows, and say so in its status."""

from __future__ import annotations

import datetime as dt

from protobuild.life.adopting.acting import Act
from protobuild.life.adopting.ready import NOTHING, Fit, fit_draft, insist_on_reasons
from protobuild.life.home import Home
from protobuild.life.issued import FOLDER, issue, paper_file
from protobuild.life.meaning import meaning
from protobuild.life.notes import NEXT
from protobuild.model.redlined import Paper
from protobuild.model.source import UsageError
from protobuild.store.parts import MANIFEST
from protobuild.store.splice import spliced
from protobuild.store.tree import Folder

FIRST = "The first text: there is none before it"
"""What a paper says it began from where nothing was adopted before."""


def plan_proposal(home: Home, name: str, on: dt.date) -> Act:
    """Return what proposing the draft does: the paper of that name, the text it shows, the status.

    Raises ProtocolError for all that stands in the way, and UsageError for a name that is taken.
    """
    fit = fit_draft(home)
    insist_on_reasons(fit, home)
    paper = _paper(fit, name, on)
    status = spliced(home.shown(MANIFEST), (home.protocol / MANIFEST).read_bytes(), {("status",): "proposed"})
    files: dict[str, bytes | None] = {home.shown(MANIFEST): status}
    if paper not in fit.kept.papers:
        tree = Folder(home.protocol)
        made = paper_file(paper, fit.kept, meaning(fit.text), tree)
        files = {**{f"changelog/{NEXT}/{FOLDER}/{file}": data for file, data in made.items()}, **files}
    return Act(f"the proposal “{paper.name}”", files)


def _paper(fit: Fit, name: str, on: dt.date) -> Paper:
    if fit.redlined is not None:
        return issue(name, on, fit.redlined, fit.kept)
    called = " ".join(name.split())
    if not called:
        raise UsageError("A paper needs a name.", fix='Write one: protobuild propose "Council, November"')
    if called.casefold() in {each.name.casefold() for each in fit.kept.papers}:
        raise UsageError(
            f"A paper called “{called}” was issued before.",
            fix="Give this one another name; what was issued stays as it is.",
        )
    return Paper(called, on, FIRST, NOTHING, ())
