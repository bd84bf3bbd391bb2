"""The catalogue of what a protocol should say, and what a given protocol leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from protobuild.model.authorities import Basis, as_tuples, compiled

Need = Literal["required", "conditional", "optional", "none"]
Profile = Literal["principal", "local", "none"]
NO_FACTS: Mapping[str, str] = MappingProxyType({})
Held = Literal["expectations", "procedure", "response_time", "definition", "list", "role", "document"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One authority that a provision rests on."""

    authority: str
    """Its slug in the register of authorities."""
    pin: str = ""
    """The place in it, such as `section 28(4)`."""
    about: str = ""
    """What it is about, where that needs saying."""


@dataclass(frozen=True, slots=True)
class Backing:
    """A typed fact that shows that a clause says what it claims."""

    content: Held
    """What the clause holds; `list` is any list with items."""
    side: str = ""
    """Whose expectations, or whose procedure."""
    least: int = 0
    """How many entries it has at least."""
    basis: bool = False
    """Whether a definition says where it comes from."""


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
    """The authorities it rests on, in words."""
    basis: Basis
    """The class of the strongest of them: statute binds, practice does not."""
    read: bool
    """Whether all of them that are no practice were read for this catalogue; if not, say `may`."""
    nations: tuple[str, ...]
    """Where the strongest of them reach."""
    principal: Need
    local: Need
    example: str
    """A short sentence a drafter may start from."""
    when: str = ""
    """The fact of the council on which a conditional one depends; empty where the text itself decides."""
    condition: str = ""
    """The same in words, such as `the council has political groups`."""
    backed_by: tuple[Backing, ...] = ()
    """The typed facts of which a clause that claims it needs one; none where its words are enough."""
    rests_on: tuple[Citation, ...] = ()
    edition: int = 1
    """The edition of the catalogue that brought it."""

    def need(self, profile: Profile, facts: Mapping[str, str]) -> Need:
        """Return how much a council of that profile needs it, as far as its facts tell."""
        if profile == "none":
            return "optional"
        need = self.local if profile == "local" else self.principal
        if need != "conditional" or not self.when:
            return need
        return _CONDITIONAL[answer(self.when, facts)]


_CONDITIONAL: dict[bool | None, Need] = {True: "required", False: "none", None: "conditional"}


@dataclass(frozen=True, slots=True)
class Gap:
    """A required provision that no clause provides."""

    provision: Provision
    known: bool
    """Whether the manifest lists it under `gaps`."""
    new: bool = False
    """Whether it came with a later edition of the catalogue than the manifest was checked against."""


@cache
def catalogue() -> dict[str, Provision]:
    """Return every provision by slug, read from the compiled catalogue."""
    return {row["slug"]: _provision(row) for row in compiled("provisions.json")}


def _provision(row: dict[str, Any]) -> Provision:
    cited = tuple(Citation(**each) for each in row["rests_on"])
    backing = tuple(Backing(**each) for each in row.get("backed_by", ()))
    return Provision(**as_tuples(row) | {"rests_on": cited, "backed_by": backing})


def edition() -> int:
    """Return the edition of the catalogue: that of its latest provisions."""
    return max(row.edition for row in catalogue().values())


def answer(fact: str, facts: Mapping[str, str]) -> bool | None:
    """Return whether a fact of the council holds; nothing where it is not answered.

    >>> answer("political-groups", {"political-groups": "no"})
    False
    """
    said = facts.get(fact, "").strip().lower()
    return said not in ("no", "false", "none") if said else None


def required(profile: Profile, facts: Mapping[str, str] = NO_FACTS) -> tuple[Provision, ...]:
    """Return what the profile and the council's facts require, in catalogue order."""
    return tuple(row for row in catalogue().values() if row.need(profile, facts) == "required")


def unprovided(
    asked: Iterable[Provision], said: Set[str], gaps: Set[str], edition: int | None
) -> tuple[Gap, ...]:
    """Return what is asked for and not said, in the order given.

    Known gaps, and what is newer than the edition, are included and marked; the caller decides
    how much they matter.
    """
    newest = edition or max((row.edition for row in asked), default=0)
    return tuple(Gap(row, row.slug in gaps, row.edition > newest) for row in asked if row.slug not in said)
