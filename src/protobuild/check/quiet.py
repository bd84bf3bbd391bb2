"""Quiet: a clause silences only checks that exist.

Passes: `quiet: {links: The council's website is being moved; restored in June.}`
Fails: `quiet: {link: ...}`, which silences nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.source import Finding
from protobuild.model.spelling import nearest


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each silenced check that there is not."""
    for path, clause in look.clauses():
        for name in clause.quiet:
            if name not in look.checks:
                near = nearest(name, look.checks)
                yield Finding(
                    "quiet",
                    f"there is no check '{name}' to silence",
                    look.place(f"{path}.quiet.{name}"),
                    "It silences nothing, and hides from the next drafter what was meant.",
                    f"Write '{near}'." if near else f"Write one of {', '.join(look.checks)}.",
                )
