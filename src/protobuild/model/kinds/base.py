"""SectionKind: what a kind of section is about, and how an importer may know one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A kind of section: it drives completion, hints and proposals, and never refuses content."""

    title: str
    """The heading a new section of this kind is given."""
    about: str
    """One sentence for the officer who chooses it; editors show it."""
    signs: tuple[str, ...] = ()
    """Words, lower case, whose presence in a heading suggests this kind."""
