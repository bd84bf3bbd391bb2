"""Ink: the attributes of revisions: an id of its own for each, who made it, and a minute of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from protobuild.interchange.docx.writing.xml import attribute

START = dt.time(9)
"""When the first revision of a file is said to have been made."""


@dataclass(slots=True)
class Ink:
    """Gives out ids and minutes while one file is written."""

    day: dt.date
    author_of: Callable[[int, int], str]
    """Who made a change, by its round and the position of its entry."""
    last: int = 0
    """The id given last."""
    minutes: int = -1

    def id(self) -> int:
        """Return an id that nothing in the file has."""
        self.last += 1
        return self.last

    def stamp(self, made: int, at: int) -> str:
        """Return the attributes of a revision.

        Each has a minute of its own: word processors join revisions of one author and one minute,
        and may lose the end of a paragraph between them.
        """
        self.minutes += 1
        when = dt.datetime.combine(self.day, START) + dt.timedelta(minutes=self.minutes)
        author = attribute(self.author_of(made, at))
        return f'w:id="{self.id()}" w:author="{author}" w:date="{when:%Y-%m-%dT%H:%M:00Z}"'
