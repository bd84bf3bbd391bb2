"""SectionKind: what a kind of section is about, how an importer may know one, and one as an example."""

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
    example: str = ""
    """A section file of this kind, short and whole."""


def described(doc: str | None, *, title: str, signs: tuple[str, ...] = ()) -> SectionKind:
    """Return the kind that a module's docstring tells: a sentence about it, and then an example file."""
    about, _, example = (doc or "").strip().partition("\n\n")
    return SectionKind(title, about, signs, f"{example}\n")
