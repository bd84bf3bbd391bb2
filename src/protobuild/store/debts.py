"""What a protocol must say and does not: required provisions that no clause provides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protobuild.model.protocol import Protocol, unsaid
from protobuild.model.provisions import Gap, Provision, catalogue
from protobuild.model.source import Finding, Place, Severity
from protobuild.model.spelling import nearest

_BINDING = {
    "statute": "statute",
    "statutory guidance": "statutory guidance",
    "model code": "a model code, not statute",
    "sector guidance": "sector guidance, not statute",
    "model document": "a model document, not statute",
    "practice": "good practice, not statute",
}


def debts(protocol: Protocol, places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a finding for each provision that is missing, known to be missing, or not known at all."""
    gaps = protocol.manifest.gaps
    for gap in unsaid(protocol):
        slug = gap.provision.slug
        place = _at(places, f"manifest.gaps.{gaps.index(slug)}") if gap.known else _asked(places)
        yield _missing(gap, protocol.manifest.profile, place)
    yield from _unknown(protocol, places)
    yield from _settled(protocol, places)


def _missing(gap: Gap, profile: str, place: Place) -> Finding:
    provision, slug = gap.provision, gap.provision.slug
    if gap.known:
        return Finding(
            "known-gap",
            f"no paragraph says that {_bare(provision.says)}; '{slug}' is listed under 'gaps' as known",
            place,
            _reason(provision),
            f"Write a clause with 'provides: [{slug}]' before the protocol is proposed. "
            f"{_example(provision)}".rstrip(),
            Severity.WARNING,
        )
    return Finding(
        "missing-provision",
        f"no paragraph says that {_bare(provision.says)} ('{slug}', required for profile '{profile}')",
        place,
        _reason(provision),
        f"Write a clause with 'provides: [{slug}]', or list '{slug}' under 'gaps' (to be "
        f"written) or 'waivers' (left out on purpose). {_example(provision)}",
    )


def _asked(places: Mapping[str, Place]) -> Place:
    """Return where the profile is chosen; where it is not written, the list of sections."""
    chosen = _at(places, "manifest.profile")
    return chosen if chosen != _at(places, "manifest") else _at(places, "manifest.sections")


def _bare(says: str) -> str:
    """Return what must be said as it stands after `says that`, without a full stop."""
    return says.rstrip(".")


def _reason(provision: Provision) -> str:
    """Return why it should be there, on whose authority, and how surely that is known."""
    basis = _BINDING[provision.basis]
    if provision.read:
        source = f"Rests on: {provision.authority} ({basis})."
    else:
        source = f"May rest on: {provision.authority} ({basis}; not read for this catalogue)."
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


def _settled(protocol: Protocol, places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a finding for each gap that a clause has closed."""
    provided = {slug for _, clause in protocol.clauses() for slug in clause.provides}
    for position, slug in enumerate(protocol.manifest.gaps):
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
