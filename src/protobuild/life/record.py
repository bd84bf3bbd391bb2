"""The record of an adopted version: who decided it, when, and from when it counts."""

from __future__ import annotations

import datetime as dt

from protobuild.model.clause import Authored, Prose


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
    meaning: str = ""
    """The meaning hash, which layout and notes do not change."""

    @property
    def counts_from(self) -> dt.date:
        """The day from which the text counts."""
        return self.in_force or self.adopted
