"""Plan: which texts a site shows, how each stands on a day, and what each changed."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from protobuild.life.afterwards import read_afterwards
from protobuild.life.comparing import compared
from protobuild.life.home import Home
from protobuild.life.lenient import read_adopted
from protobuild.life.proof import faults
from protobuild.life.sides import working_copy
from protobuild.life.theme.folder import read_theme
from protobuild.life.versions import Version, in_force_on, standing, versions
from protobuild.model.markdown import Block, read_blocks
from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.model.saying import spoken
from protobuild.model.source import ProtocolError, UsageError, refuse_errors
from protobuild.render.site.edition import DRAFT, Edition, Site, Standing
from protobuild.render.site.texts import as_published
from protobuild.store.load import load_leniently
from protobuild.store.text import read_text
from protobuild.store.tree import Folder, file_bytes

STATEMENT = "accessibility.md"
"""The council's own words on accessibility, beside its protocol."""

_HEADING = re.compile(r"^#+\s+(.+?)\s*#*$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")


def plan(home: Home, day: dt.date, *, draft: bool = False) -> Site:
    """Return the site as it is on a day, with the draft where that is asked for.

    Raises UsageError when nothing was adopted or no address is known, ProtocolError when an
    adopted version is not as it was adopted, or the draft that is asked for has errors.
    """
    found = versions(home)
    if not found:
        raise UsageError(
            "No version has been adopted yet, so there is nothing to publish.",
            fix="`protobuild build` makes the draft as a page and a PDF that say they are not in force.",
        )
    _insist_on_proof(found, home)
    address, contact = _manifest(home)
    current = in_force_on(home, day) or min(found, key=standing)
    _insist_that_it_counts(current, day)
    editions = _editions(found, current, day, address, contact)
    return Site(
        address=address,
        editions=editions,
        current=editions[found.index(current)],
        draft=_draft(home, editions[-1], address, contact) if draft else None,
        statement=_statement(home),
        theme=read_theme(home),
    )


def _insist_on_proof(found: Sequence[Version], home: Home) -> None:
    refuse_errors(finding for version in found for finding in faults(version, home.root))


def _insist_that_it_counts(current: Version, day: dt.date) -> None:
    """Raise UsageError where the text was withdrawn or suspended: every page would say it is in force."""
    events = [event for event in read_afterwards(current) if event.whole and event.touches(day)]
    if events:
        raise UsageError(
            f"No text is in force on {spoken(day)}, so none can be published as that. {events[0].says({})}",
            fix="Publish again when a text is in force; until then say so on the council's own page.",
        )


def _manifest(home: Home) -> tuple[str, str]:
    """Return the address of the site and whom readers ask, as the working copy has them today."""
    manifest = load_leniently(Folder(home.protocol)).protocol.manifest
    given = manifest.address.strip()
    if not _ADDRESS.fullmatch(given):
        raise UsageError(
            f"The address '{given}' in protocol.yaml is not one that a site can have."
            if given
            else "protocol.yaml does not say where the protocol is published.",
            fix="Write the whole address in protocol.yaml, such as "
            "'address: https://www.example.gov.uk/constitution/member-officer-protocol'.",
        )
    return given.rstrip("/") + "/", manifest.contact


def _editions(
    found: Sequence[Version], current: Version, day: dt.date, address: str, contact: str
) -> tuple[Edition, ...]:
    """Return the versions in the order of their adoption, each with what it changed in the one before."""
    folders = _folders(found)
    out: list[Edition] = []
    for version, folder in zip(found, folders, strict=True):
        how = _standing(version, current, day)
        text = as_published(read_adopted(version), f"{address}{folder}/", contact, how)
        changed = _redline(out[-1].outline, text) if out else None
        record = version.record
        out.append(
            Edition(folder, text, how, changed, record.minute, record.recommended_by, record.decisions)
        )
    return tuple(out)


def _folders(found: Sequence[Version]) -> list[str]:
    """Return where each version stands: its day, or where two share one, the name of its own folder."""
    days = [version.record.adopted.isoformat() for version in found]
    shared = {each for each, count in Counter(days).items() if count > 1}
    return [
        each if each not in shared else re.sub(r"[^a-z0-9]+", "-", version.folder.name.lower()).strip("-")
        for each, version in zip(days, found, strict=True)
    ]


def _standing(version: Version, current: Version, day: dt.date) -> Standing:
    if version == current:
        return Standing.IN_FORCE if version.record.counts_from <= day else Standing.TO_COME
    return Standing.SUPERSEDED if standing(version) < standing(current) else Standing.TO_COME


def _draft(home: Home, last: Edition, address: str, contact: str) -> Edition:
    text = working_copy(home).outline
    shown = as_published(text, f"{address}{DRAFT}/", contact, text.cover.status)
    return Edition(DRAFT, shown, Standing.DRAFT, _redline(last.outline, shown))


def _redline(old: Outline, new: Outline) -> Redlined:
    """Return what changed. No reason is given: those in changelog/next are for the committee."""
    return compared((old, new))


def _statement(home: Home) -> tuple[Block, ...]:
    """Return the council's own words on accessibility; none where it has not written any."""
    path = home.root / STATEMENT
    if not path.is_file():
        return ()
    text = read_text(STATEMENT, file_bytes(path, STATEMENT))
    if text.findings:
        raise ProtocolError(text.findings)
    return read_blocks(_HEADING.sub(r"\n**\1**\n", text.words))  # a line in bold is read as a heading
