"""Coverage: each provision of the catalogue, and where a protocol says it, or how it stands to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from protobuild.model.outline import Outline, citations
from protobuild.model.protocol import Claim, Manifest, Protocol, claims
from protobuild.model.provisions import Need, Provision, catalogue
from protobuild.model.saying import spoken

State = Literal["said", "claimed", "gap", "waived", "missing", "undecided", "optional", "not asked"]
"""`claimed`: a clause says that it says it, and does not. `undecided`: a fact is not answered."""

OWED = frozenset({"missing", "claimed"})
"""The states that leave a debt where the provision is required, beside known gaps."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where a provision is claimed to be said."""

    ids: tuple[str, ...]
    numbers: tuple[str, ...]
    """Their numbers as printed; the clause's id where it has none."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One provision of the catalogue, and how a protocol stands to it."""

    provision: Provision
    state: State
    need: Need
    """How much this council needs it: by its profile, and by its facts as far as they are answered."""
    where: Clauses
    """The clauses that say it; for one that is only claimed, those that claim it."""
    remark: str = ""
    """What a claim lacks; who left it out, when and why; which fact is not answered."""

    @property
    def owed(self) -> bool:
        """Whether it is required, and neither said, waived nor a known gap."""
        return self.need == "required" and self.state in OWED


def coverage(protocol: Protocol, outline: Outline) -> tuple[Covered, ...]:
    """Return every provision of the catalogue, in its order, with how the protocol stands to it."""
    made: dict[str, list[Claim]] = {}
    for claim in claims(protocol):
        made.setdefault(claim.slug, []).append(claim)
    cited = zip((entry.id for entry in outline.entries), citations(outline.entries), strict=True)
    numbers = {id: number for id, number in cited if number}
    return tuple(
        _covered(row, made.get(slug, []), protocol.manifest, numbers) for slug, row in catalogue().items()
    )


def _covered(row: Provision, made: list[Claim], manifest: Manifest, numbers: dict[str, str]) -> Covered:
    need = row.need(manifest.profile, manifest.facts)
    true = [claim for claim in made if not claim.lack]
    state, remark = _state(row, need, true, made, manifest)
    ids = tuple(dict.fromkeys(claim.clause.id for claim in true or made))
    return Covered(row, state, need, Clauses(ids, tuple(numbers.get(id, id) for id in ids)), remark)


def _state(
    row: Provision, need: Need, true: list[Claim], made: list[Claim], manifest: Manifest
) -> tuple[State, str]:
    if true:
        return "said", ""
    for waiver in manifest.waivers:
        if waiver.provision == row.slug:
            return "waived", f"{waiver.reason.rstrip('.')} ({waiver.by}, {spoken(waiver.date)})"
    if row.slug in manifest.gaps:
        return "gap", ""
    if made:
        return "claimed", made[0].lack
    if need == "conditional":
        return (
            "undecided",
            f"'{row.when}' is not answered under 'facts'" if row.when else f"if {row.condition}",
        )
    return _UNSAID[need], ""


_UNSAID: dict[Need, State] = {"required": "missing", "optional": "optional", "none": "not asked"}


def by_kind(rows: Iterable[Covered]) -> Iterator[tuple[str, list[Covered]]]:
    """Yield each kind of section with its provisions, in the catalogue's order."""
    kinds: dict[str, list[Covered]] = {}
    for row in rows:
        kinds.setdefault(row.provision.kind, []).append(row)
    yield from kinds.items()
