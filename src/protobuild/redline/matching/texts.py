"""Texts prepared for matching: what each entry says, and what it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protobuild.model.outline import Entry, Kind, parents
from protobuild.redline.matching.likeness import Wording, wording

FAMILY: dict[Kind, str] = {
    Kind.TITLE: "title",
    Kind.SECTION: "heading",
    Kind.SUBHEADING: "heading",
    Kind.TABLE: "table",
    Kind.HEADER: "row",
    Kind.ROW: "row",
    Kind.CELL: "cell",
    Kind.SIGNATURE: "signature",
}
"""Entries pair within a family only; what is not listed is prose."""

_TABULAR = frozenset({Kind.TABLE, Kind.HEADER, Kind.ROW})
_INSIDE_A_TABLE = frozenset({Kind.HEADER, Kind.ROW, Kind.CELL})


@dataclass(frozen=True, slots=True)
class Text:
    """The entries of one text, with what matching asks of them; lists run beside `entries`."""

    entries: Sequence[Entry]
    above: Sequence[int]
    """The position of the entry each one lies in; -1 for the title."""
    below: Sequence[Sequence[int]]
    """The positions of the entries that lie in each one."""
    says: Sequence[Wording]
    """What each one says; a table and a row say what their cells say."""
    families: Sequence[str]
    """The family each one may be matched within."""

    def family(self, at: int) -> str:
        """Return the family an entry may be matched within."""
        return self.families[at]

    def stands_alone(self, at: int) -> bool:
        """Return whether an entry is matched for itself; rows and cells are matched within their table."""
        return self.entries[at].kind not in _INSIDE_A_TABLE


def prepare(entries: Sequence[Entry]) -> Text:
    """Return the entries as a text ready to be matched."""
    above = parents(entries)
    below: list[list[int]] = [[] for _ in entries]
    for at, up in enumerate(above):
        if up >= 0:
            below[up].append(at)
    families = [FAMILY.get(entry.kind, "prose") for entry in entries]
    return Text(entries, above, below, _wordings(entries, above), families)


def _wordings(entries: Sequence[Entry], above: Sequence[int]) -> list[Wording]:
    texts = [entry.words for entry in entries]
    for at in range(len(entries) - 1, 0, -1):
        up = above[at]
        if up >= 0 and entries[up].kind in _TABULAR:
            texts[up] = f"{texts[up]} {texts[at]}"
    return [wording(text) for text in texts]
