"""The record of a meeting: where it was, which paper it had, and what it decided of each change."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar, Literal

from pydantic import Field

from protobuild.model.clause import Authored, Prose, Slug

Step = Literal["proposed", "recommended", "adopted", "noted", "withdrawn"]
"""What a meeting did with the protocol as a whole."""

Outcome = Literal["agreed", "refused", "agreed as amended", "deferred"]
"""What a meeting did with one change."""

CHANGE = re.compile(r"C\d+[A-Z]*[a-z]*")
"""What a paper calls a change, `C7` or `C7A`, or one of its edits, `C7a`."""


class Decided(Authored):
    """What a meeting decided of one change, or of one edit of it."""

    LOSSES: ClassVar[dict[str, str]] = {
        "change": "Nobody could say which change was decided.",
        "outcome": "Nobody could say what became of the change.",
        "words": "The words that were agreed would be known to nobody.",
        "minute": "The decision could not be found in the minutes.",
    }

    change: Prose
    """What the paper calls it: `C7`, or `C7a` for one of its edits."""
    outcome: Outcome
    """What the meeting did with it."""
    minute: str = ""
    """The minute's number, where it is another than the meeting's."""
    words: dict[Slug, Prose] = Field(default_factory=dict)
    """The words as amended, by the id of the clause or item that has them."""
    note: str = ""
    """What the minutes say of it, such as who moved the amendment."""


class Meeting(Authored):
    """A file of meetings/: what one meeting did with the protocol. What it does not name was agreed."""

    LOSSES: ClassVar[dict[str, str]] = {
        "body": "Nobody could say who decided.",
        "date": "Nobody could say when it was decided.",
        "step": "Nobody could say what the meeting did with the protocol.",
        "paper": "Nobody could say which words were before the meeting.",
        "decisions": "What the meeting changed or refused would be taken as agreed.",
        "in_force": "The text would count from the day of the meeting.",
        "recommended_to": "Nobody could say whom the recommendation went to.",
        "minute": "The decision could not be found in the minutes.",
    }

    body: Prose
    """Which body met, such as `Full Council`."""
    date: dt.date
    """The day of the meeting, such as 2026-11-20."""
    time: str = ""
    """When it began, as the agenda has it, such as `18:30`."""
    place: str = ""
    """Where it met."""
    step: Step
    """What the meeting did with the protocol as a whole."""
    paper: str = ""
    """The paper it had, by the name it was issued under."""
    minute: str = ""
    """The minute's number."""
    recommended_to: str = ""
    """The body that is to decide, where this one recommends."""
    decisions: tuple[Decided, ...] = ()
    """What it decided of single changes; what is not named was agreed as the paper had it."""
    in_force: dt.date | None = None
    """From when the text counts, where it was adopted; the day of the meeting when left out."""
    delegation: str = ""
    """What the meeting let an officer put right afterwards, as the minutes have it."""
