"""The record of an adopted version: who decided it, when, and from when it counts."""

from __future__ import annotations

import datetime as dt

from protobuild.model.clause import Authored, Prose
from protobuild.model.saying import spoken


class Entered(Authored):
    """That a version was put on record long after its adoption."""

    on: dt.date
    by: Prose
    """The office that did, such as `Monitoring Officer`."""


class Record(Authored):
    """record.yaml: the act of adoption, as the minutes have it."""

    body: Prose
    """Who adopted it, such as `Full Council`."""
    adopted: dt.date
    """The day of the decision."""
    minute: str = ""
    """The minute's number."""
    in_force: dt.date | None = None
    """From when it counts; the day of adoption when left out."""
    recommended_by: str = ""
    decisions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """The notes on changes that this version collected."""
    paper: str = ""
    """The paper that was before the meeting, by the name it was issued under."""
    signed_off_by: str = ""
    """The office that vouches that this is the text decided."""
    delegation: str = ""
    """For a change that an officer made alone: what allows it."""
    entered: Entered | None = None
    """For a version that was put on record afterwards: when, and by whom."""
    meaning: str = ""
    """The meaning hash, which layout and notes do not change."""

    @property
    def counts_from(self) -> dt.date:
        """The day from which the text counts."""
        return self.in_force or self.adopted

    @property
    def afterwards(self) -> str:
        """That it was put on record afterwards, in words; empty where it was at once."""
        if self.entered is None:
            return ""
        return f"entered afterwards on {spoken(self.entered.on)} by {self.entered.by}"
