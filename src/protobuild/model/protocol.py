"""Protocol: the authored whole, a manifest and its sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from protobuild.model.backing import Registers, lack
from protobuild.model.clause import Authored, Clause, Prose, Slug
from protobuild.model.kinds import KINDS
from protobuild.model.provisions import Gap, Profile, answer, catalogue, required, unprovided

Status = Literal["draft", "proposed", "recommended", "adopted", "in force", "superseded", "withdrawn"]


def _kinds(schema: dict[str, Any]) -> None:
    schema["enum"] = list(KINDS)
    schema["enumDescriptions"] = [kind.about for kind in KINDS.values()]


def _known_kind(value: str) -> str:
    if value not in KINDS:
        raise PydanticCustomError("unknown_kind", "unknown kind", {"given": value, "kinds": list(KINDS)})
    return value


class Section(Authored):
    """One section file: a kind, a heading and clauses in the council's own order."""

    kind: Annotated[str, Field(json_schema_extra=_kinds)]
    """What the section is about. `other` is for a council's own matter."""
    id: Slug = "section"
    """The section's lasting name; the file's name when left out."""
    heading: Prose
    applies_if: str = ""
    """A fact of the council that must hold, or `not` and the fact."""
    note: str = ""
    """A note for drafters. It is never published."""
    clauses: tuple[Clause, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _kind_is_known(self) -> Section:
        _known_kind(self.kind)
        return self


class Council(Authored):
    """Whose protocol it is."""

    name: Prose
    tier: Literal["principal", "local"] = "principal"
    """`principal` for a county, district, unitary or London borough; `local` for a parish or town."""
    nation: Literal["england", "wales", "scotland", "northern-ireland"] = "england"


class Role(Authored):
    """A post or body the text names, so that a new title is one edit."""

    title: Prose
    """The words printed for `[[role:...]]`."""
    about: str = ""


class Document(Authored):
    """Another document the text refers to."""

    title: Prose
    """The words printed for `[[doc:...]]`."""
    address: str = ""
    """Where it is published; empty when it is not."""
    version: str = ""
    dated: str = ""


class Term(Authored):
    """A term used one way throughout."""

    says: Prose
    """The words printed for `[[term:...]]`."""
    means: str = ""


class Waiver(Authored):
    """A required provision the council has decided to leave out."""

    provision: Slug
    reason: Prose
    by: Prose
    date: dt.date


class Review(Authored):
    """When the protocol was last reviewed and when it is next due."""

    last: str = ""
    next: str = ""
    """A day, or a month such as `2027-05`."""
    interval_months: int | None = None


class Endorsement(Authored):
    """A person or group that endorses the protocol, kept beside the text and not in it."""

    name: str = ""
    office: Prose
    group: str = ""
    date: dt.date | None = None


class PathStep(Authored):
    """One step on the way from a proposal to an adopted text."""

    step: Literal["recommended", "adopted"]
    body: str = ""
    """Who takes it; whichever body did, when left out."""


class Delegation(Authored):
    """What one officer may change alone, as the council has decided it."""

    to: Slug
    """The role that may, by its name under `roles`."""
    classes: tuple[Literal["minor", "title", "renumbering"], ...] = Field(min_length=1)
    """`minor`: spacing, capitals, quotation marks, a misspelling; `title`: a role's new title."""
    authority: str = ""
    """The decision that says so, such as `Full Council, 14 May 2026, minute 23`."""


class Manifest(Authored):
    """protocol.yaml: what the protocol is, and its sections in order."""

    title: Prose
    council: Council
    address: str = ""
    """Where the protocol is published."""
    place: str = ""
    """Where it sits in the constitution."""
    contact: str = ""
    """Whom a reader may ask; an office, not a person."""
    status: Status = "draft"
    numbering: Literal["decimal", "none"] = "decimal"
    sections: tuple[Slug, ...] = Field(min_length=1)
    """The section files in order, without `.yaml`."""
    front: str = ""
    """Cover matter in Markdown, between the title and the first section."""
    terms: dict[Slug, Term] = Field(default_factory=dict)
    roles: dict[Slug, Role] = Field(default_factory=dict)
    documents: dict[Slug, Document] = Field(default_factory=dict)
    facts: dict[Slug, str] = Field(default_factory=dict)
    """Facts of the council that `applies_if` asks for: yes, no, or words."""
    profile: Profile = "principal"
    """Which provisions are required: `principal`, `local` or `none`."""
    catalogue: int | None = Field(default=None, gt=0)
    """The edition of the catalogue of provisions it was last compared with; what came later only warns."""
    gaps: tuple[Slug, ...] = ()
    """Required provisions known to be missing."""
    waivers: tuple[Waiver, ...] = ()
    review: Review = Review()
    decision_path: tuple[PathStep, ...] = ()
    """The steps to adoption, in order; recommended by some body and then adopted, when left out."""
    delegation: Delegation | None = None
    """What one officer may change alone; nothing when left out."""
    endorsements: tuple[Endorsement, ...] = ()
    retired: tuple[Slug, ...] = ()
    """Ids once used. They are never used again."""


class Protocol(Authored):
    """The manifest and the sections it names, in order."""

    manifest: Manifest
    sections: tuple[Section, ...]

    @model_validator(mode="after")
    def _says_what_it_must(self) -> Protocol:
        lacking = [gap.provision.slug for gap in unsaid(self) if not (gap.known or gap.new)]
        if lacking:
            raise PydanticCustomError(
                "missing_provision", "required provisions are missing", {"slugs": lacking}
            )
        return self

    def clauses(self) -> Iterator[tuple[Section, Clause]]:
        """Yield every clause with its section, in reading order."""
        for section in self.sections:
            for clause in section.clauses:
                yield section, clause

    def ids(self) -> Iterator[str]:
        """Yield every id in reading order: sections, clauses, items and steps."""
        for section in self.sections:
            yield section.id
            for clause in section.clauses:
                yield clause.id
                pending = list(clause.listed)
                while pending:
                    item = pending.pop(0)
                    yield item.id
                    pending[:0] = getattr(item, "items", ())


def holds(condition: str, facts: dict[str, str]) -> bool:
    """Return whether a clause's `applies_if` holds: a fact that is set and is not `no`.

    >>> holds("not political-groups", {"political-groups": "no"})
    True
    """
    words = condition.split()
    if not words:
        return True
    said = answer(words[-1], facts) is True
    return said != (words[0] == "not" and len(words) == 2)


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause's word that it says what a provision asks for."""

    slug: str
    clause: Clause
    path: str
    """How the model leads to it, such as `sections.0.clauses.2.provides.0`."""
    lack: str
    """What the clause needs, and has not, to be believed; empty where it is."""


def claims(protocol: Protocol) -> Iterator[Claim]:
    """Yield every claim that names a provision of the catalogue, of the clauses in force."""
    manifest, known = protocol.manifest, catalogue()
    registers = Registers(manifest.roles, manifest.documents)
    for at, section in enumerate(protocol.sections):
        for number, clause in enumerate(section.clauses):
            if not all(holds(each.applies_if, manifest.facts) for each in (section, clause)):
                continue
            for position, slug in enumerate(clause.provides):
                if slug in known:
                    path = f"sections.{at}.clauses.{number}.provides.{position}"
                    yield Claim(slug, clause, path, lack(known[slug], clause, registers))


def unsaid(protocol: Protocol) -> tuple[Gap, ...]:
    """Return what the council needs to say that no clause in force says, known gaps included."""
    return owed(protocol.manifest, claims(protocol))


def owed(manifest: Manifest, made: Iterable[Claim]) -> tuple[Gap, ...]:
    """Return the same, where the claims of the clauses are known already."""
    said = {claim.slug for claim in made if not claim.lack}
    said |= {waiver.provision for waiver in manifest.waivers}
    asked = required(manifest.profile, manifest.facts)
    return unprovided(asked, said, set(manifest.gaps), manifest.catalogue)
