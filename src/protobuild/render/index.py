"""Index: one page that lists every file made, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from protobuild.render.furniture import fill, style
from protobuild.render.theme import PLAIN, Theme


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the output folder."""

    href: str
    """Where it is, seen from the index."""
    name: str
    """What it is, in plain words, such as `What changed, for the committee`."""
    form: str
    """How it comes, such as `web page` or `PDF`."""
    about: str = ""
    """Who it is for, or what to do with it."""


def write_index(title: str, rows: Iterable[Row], theme: Theme = PLAIN) -> str:
    """Return a page that lists the files, those of one name together."""
    listed = list(rows)
    alike = Counter((row.name, row.form) for row in listed)
    grouped: dict[str, list[Row]] = {}
    for row in listed:
        told = row if alike[row.name, row.form] == 1 else replace(row, form=f"{row.form}, {row.href}")
        grouped.setdefault(row.name, []).append(told)
    return fill(
        "index",
        theme,
        title=title,
        grouped=grouped,
        screen=style("base", "screen"),
        print=style("base", "print"),
    )
