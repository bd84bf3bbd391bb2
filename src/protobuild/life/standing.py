"""Say of a working copy that it is a draft, whatever it calls itself, unless its text was adopted."""

from __future__ import annotations

from dataclasses import replace

from protobuild.life.home import Home
from protobuild.life.lenient import read_adopted
from protobuild.life.meaning import meaning
from protobuild.life.versions import RECORD, versions
from protobuild.model.outline import Outline
from protobuild.model.source import Finding, Place, ProtobuildError, Severity

DECIDED = frozenset({"adopted", "in force"})
"""What only a text that was adopted may call itself."""


def claims_too_much(outline: Outline, home: Home) -> bool:
    """Return whether a text calls itself adopted or in force, and no adopted version says the same."""
    return outline.cover.status in DECIDED and not _is_adopted(outline, home)


def as_draft(outline: Outline) -> Outline:
    """Return the text called a draft on its cover and as a side."""
    side = replace(outline.sides[0], label="Draft")
    return replace(outline, sides=(side,), cover=replace(outline.cover, status="draft"))


def not_adopted(status: str, place: Place) -> Finding:
    """Return the finding that says a working copy's status is not so."""
    return Finding(
        "not-adopted",
        f"the status is '{status}', and no adopted version has these words",
        place,
        "Until a meeting adopts it this text is a draft, and every page of it will say so.",
        "Write 'status: draft'; the adopted text is published from its own folder, with --at and its date.",
        Severity.WARNING,
    )


def _is_adopted(outline: Outline, home: Home) -> bool:
    """Return whether the text is that of an adopted version; one that cannot be read proves nothing."""
    if (home.protocol.parent / RECORD).is_file():
        return True  # the folder of an adopted version itself, which is proved by its checksums
    said = meaning(outline)
    try:
        return any(meaning(read_adopted(version)) == said for version in reversed(versions(home)))
    except ProtobuildError:
        return False
