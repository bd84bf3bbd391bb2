"""Steps: from a change to the one before it and the one after it, as the page comes to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from protobuild.model.redlined import Change
from protobuild.render.markup import el, heard, join

Steps = Mapping[str, tuple[str, str]]
"""By the name of a change: the names before and after it, empty at the ends."""


def steps(shown: Mapping[int, Sequence[Change]]) -> Steps:
    """Return the neighbours of each change that has a note, given the notes by position."""
    names = [change.name for at in sorted(shown) for change in shown[at]]
    return dict(zip(names, zip(["", *names], [*names[1:], ""], strict=False), strict=False))


def write_steps(name: str, found: Steps) -> Markup:
    """Return links to the neighbours of a change; empty where it is the only one."""
    before, after = found.get(name, ("", ""))
    return join(_links(before, after), " ")


def _links(before: str, after: str) -> Iterator[Markup]:
    """Yield the links. They hold text only: anything else in a link breaks PDF/UA."""
    if before:
        yield join((heard("[previous change: "), el("a", f"‹ {before}", href=f"#{before}"), heard("]")))
    if after:
        yield join((heard("[next change: "), el("a", f"{after} ›", href=f"#{after}"), heard("]")))
