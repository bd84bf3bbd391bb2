"""What a protocol must say and does not: provisions that no clause provides, or only seems to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from protobuild.model.citing import how_far_read, strength
from protobuild.model.protocol import Claim, Manifest, Protocol, claims, owed
from protobuild.model.provisions import Gap, Provision, catalogue
from protobuild.model.saying import counted, listed
from protobuild.model.source import Finding, Place, Severity
from protobuild.model.spelling import nearest


def debts(protocol: Protocol, places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a finding for each provision that is missing, claimed in vain, or not known at all.

    Known gaps and what came with a later edition of the catalogue only warn; a fact of the council
    on which provisions wait is a note.
    """
    made = tuple(claims(protocol))
    gaps = owed(protocol.manifest, made)
    yield from _vain(made, {gap.provision.slug for gap in gaps if not (gap.known or gap.new)}, places)
    claimed = {claim.slug for claim in made if claim.lack}
    for gap in gaps:
        if gap.known or gap.provision.slug not in claimed:
            yield _missing(gap, protocol.manifest, places)
    yield from _unanswered(protocol.manifest, made, places)
    yield from _unknown(protocol, places)
    yield from _settled(protocol.manifest, made, places)


def _missing(gap: Gap, manifest: Manifest, places: Mapping[str, Place]) -> Finding:
    provision, slug = gap.provision, gap.provision.slug
    if gap.known:
        return Finding(
            "known-gap",
            f"no paragraph is marked as saying that {_bare(provision.says)}; "
            f"'{slug}' is listed under 'gaps' as known",
            _at(places, f"manifest.gaps.{manifest.gaps.index(slug)}"),
            _reason(provision),
            f"If a paragraph says so already, add 'provides: [{slug}]' to it; else write one before the "
            f"protocol is proposed. {_example(provision)}".rstrip(),
            Severity.WARNING,
        )
    fix = (
        f"Write a clause with 'provides: [{slug}]', or list '{slug}' under 'gaps' (to be "
        f"written) or 'waivers' (left out on purpose). {_example(provision)}"
    )
    if gap.new:
        return Finding(
            "new-provision",
            f"no paragraph says that {_bare(provision.says)} ('{slug}'); this came with edition "
            f"{provision.edition} of the catalogue, and protocol.yaml was compared with edition "
            f"{manifest.catalogue}",
            _at(places, "manifest.catalogue"),
            _reason(provision),
            fix,
            Severity.WARNING,
        )
    where = f" where {provision.condition}" if getattr(provision, manifest.profile) == "conditional" else ""
    return Finding(
        "missing-provision",
        f"no paragraph says that {_bare(provision.says)} "
        f"('{slug}', required for profile '{manifest.profile}'{where})",
        _asked(places),
        _reason(provision),
        fix,
    )


def _vain(made: Iterable[Claim], needed: Set[str], places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a finding for each claim that nothing backs; where nothing else says it, it is an error."""
    for claim in made:
        if not claim.lack:
            continue
        provision = catalogue()[claim.slug]
        yield Finding(
            "unbacked-claim",
            f"this clause claims to say that {_bare(provision.says)} ('{claim.slug}'); "
            f"for that it needs {claim.lack}",
            _at(places, claim.path),
            _reason(provision),
            f"Write it here, or take '{claim.slug}' out of 'provides'. {_example(provision)}".rstrip(),
            Severity.ERROR if claim.slug in needed else Severity.WARNING,
        )


def _unanswered(manifest: Manifest, made: Iterable[Claim], places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a note for each fact that decides whether something unsaid is required."""
    settled = {claim.slug for claim in made} | set(manifest.gaps)
    settled |= {waiver.provision for waiver in manifest.waivers}
    waiting: dict[str, list[Provision]] = {}
    for row in catalogue().values():
        undecided = row.when and row.need(manifest.profile, manifest.facts) == "conditional"
        if undecided and row.slug not in settled:
            waiting.setdefault(row.when, []).append(row)
    for fact, rows in waiting.items():
        yield Finding(
            "unanswered-fact",
            f"protocol.yaml does not say whether {rows[0].condition} ('{fact}')",
            _written(places, "manifest.facts") or _asked(places),
            f"If so, {counted(len(rows), 'more provision')} would be required: "
            f"{listed([row.slug for row in rows])}.",
            f"Write '{fact}: yes' or '{fact}: no' under 'facts'.",
            Severity.NOTE,
        )


def _asked(places: Mapping[str, Place]) -> Place:
    """Return where the profile is chosen; where it is not written, the list of sections."""
    return _written(places, "manifest.profile") or _at(places, "manifest.sections")


def _written(places: Mapping[str, Place], path: str) -> Place | None:
    """Return where a field of the manifest is written; nothing where it is not."""
    found = _at(places, path)
    return found if found != _at(places, "manifest") else None


def _bare(says: str) -> str:
    """Return what must be said as it stands after `says that`, without a full stop."""
    return says.rstrip(".")


def _reason(provision: Provision) -> str:
    """Return why it should be there, on whose authority, and how surely that is known."""
    rests, known = ("Rests", "") if provision.read else ("May rest", "; not read for this catalogue")
    if how_far_read(provision) == "read in part":
        known = ""  # the authorities say each for itself whether they were read
    source = f"{rests} on: {provision.authority} ({strength(provision)}{known})."
    return f"{provision.why.rstrip('.')}. {source}" if provision.why else source


def _example(provision: Provision) -> str:
    return f"For example: {provision.example}" if provision.example else ""


def _unknown(protocol: Protocol, places: Mapping[str, Place]) -> Iterator[Finding]:
    known = catalogue()
    for slug, path in _mentioned(protocol):
        if slug not in known:
            near = nearest(slug, known)
            yield Finding(
                "unknown-provision",
                f"'{slug}' is not a provision of the catalogue",
                _at(places, path),
                "It counts towards nothing that a protocol must say.",
                f"Write '{near}'."
                if near
                else "Delete it; `protobuild show --provisions` lists all there are.",
            )


def _mentioned(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Yield each provision the protocol names, with where."""
    for at, section in enumerate(protocol.sections):
        for number, clause in enumerate(section.clauses):
            for position, slug in enumerate(clause.provides):
                yield slug, f"sections.{at}.clauses.{number}.provides.{position}"
    for position, slug in enumerate(protocol.manifest.gaps):
        yield slug, f"manifest.gaps.{position}"
    for position, waiver in enumerate(protocol.manifest.waivers):
        yield waiver.provision, f"manifest.waivers.{position}.provision"


def _settled(manifest: Manifest, made: Iterable[Claim], places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a finding for each gap that a clause has closed."""
    provided = {claim.slug for claim in made if not claim.lack}
    for position, slug in enumerate(manifest.gaps):
        if slug in provided:
            yield Finding(
                "closed-gap",
                f"'{slug}' is listed under 'gaps', and a clause provides it",
                _at(places, f"manifest.gaps.{position}"),
                "The list would show a debt that is paid.",
                "Delete this line.",
                Severity.WARNING,
            )


def _at(places: Mapping[str, Place], path: str) -> Place:
    place = places.get(path)
    return place if place is not None else Place("protocol.yaml")
