"""Headings: each section has one, and no two have the same.

Passes: `heading: Introduction` and `heading: Roles`.
Fails: a heading of spaces only; two sections headed `Roles`.
"""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.markdown import fold
from protobuild.model.source import Finding, Severity


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each section whose heading is empty or was there before."""
    first: dict[str, str] = {}
    for at, section in enumerate(look.protocol.sections):
        path = f"sections.{at}.heading"
        heading = fold(section.heading).casefold()
        if not heading:
            yield Finding(
                "headings",
                "this section's heading has no words",
                look.place(path),
                "Readers would see a number with nothing after it, and could not find it in the contents.",
                "Write a heading.",
            )
        elif heading in first:
            there = look.place(first[heading])
            yield Finding(
                "headings",
                f"two sections are headed '{fold(section.heading)}'; the first is {there.file}",
                look.place(path),
                "Readers could not tell them apart in the list of contents.",
                "Say in one of the headings what makes it different.",
                Severity.WARNING,
            )
        first.setdefault(heading, path)
