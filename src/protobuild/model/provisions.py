"""The catalogue of what a protocol should say, and what a given protocol leaves unsaid."""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Need = Literal["required", "conditional", "optional", "none"]
Profile = Literal["principal", "local", "none"]
Basis = Literal[
    "statute", "statutory guidance", "model code", "sector guidance", "model document", "practice"
]


@dataclass(frozen=True, slots=True)
class Provision:
    """One thing a protocol should say, in our own words, and how that is known."""

    slug: str
    ref: str
    """The catalogue's own reference, such as `MOP-INT-01`."""
    kind: str
    """The section kind it usually stands in."""
    says: str
    """What must be there, as it stands after `the protocol says that`."""
    why: str
    """Why it matters to a reader."""
    authority: str
    basis: Basis
    """What class of authority that is: statute binds, practice does not."""
    read: bool
    """Whether the authority itself was read for this catalogue; if not, say `may`."""
    nations: tuple[str, ...]
    principal: Need
    local: Need
    example: str
    """A short sentence a drafter may start from."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A required provision that no clause provides."""

    provision: Provision
    known: bool
    """Whether the manifest lists it under `gaps`."""


@cache
def catalogue() -> dict[str, Provision]:
    """Return every provision by slug, read from the compiled catalogue."""
    raw = json.loads(files("protobuild.model").joinpath("provisions.json").read_text("utf-8"))
    return {row["slug"]: Provision(**{**row, "nations": tuple(row["nations"])}) for row in raw}


def required(profile: Profile) -> tuple[Provision, ...]:
    """Return what the profile requires, in catalogue order."""
    if profile == "none":
        return ()
    return tuple(row for row in catalogue().values() if getattr(row, profile) == "required")


def unprovided(
    profile: Profile, provided: Iterable[str], gaps: Set[str], waived: Set[str]
) -> tuple[Gap, ...]:
    """Return the required provisions that no clause provides and nobody has waived.

    Known gaps are included and marked; the caller decides how much they matter.
    """
    said = set(provided) | waived
    return tuple(Gap(row, row.slug in gaps) for row in required(profile) if row.slug not in said)
