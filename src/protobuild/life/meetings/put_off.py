"""What a meeting refused or put off: it stands as it was adopted, and the reasons for it are no mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.life.issued import FOLDER, IssuedPaper
from protobuild.life.meetings.reading import Met
from protobuild.life.notes import NEXT
from protobuild.store.tree import file_bytes

_NOT_AGREED = frozenset({"refused", "deferred"})


def not_agreed(home: Home, met: Sequence[Met]) -> frozenset[str]:
    """Return the ids of what the changes were about that any meeting refused or put off."""
    named = {
        (each.record.paper.casefold(), decided.change.rstrip(ascii_lowercase))  # C7a is an edit of C7
        for each in met
        for decided in each.record.decisions
        if decided.outcome in _NOT_AGREED
    }
    if not named:
        return frozenset()
    return frozenset(
        id
        for paper in _papers(home)
        for change in paper.changes
        if (paper.paper.casefold(), change.name) in named
        for id in change.ids
    )


def _papers(home: Home) -> Iterator[IssuedPaper]:
    """Yield the papers issued, also those that a version took with it; a damaged one is told elsewhere."""
    for place in (f"{NEXT}/{FOLDER}", f"*/notes/{FOLDER}"):
        for path in sorted(home.changelog.glob(f"{place}/*.yaml")):
            name = path.relative_to(home.root).as_posix()
            read = read_authored(IssuedPaper, name, file_bytes(path, name))
            if read.value is not None:
                yield read.value
