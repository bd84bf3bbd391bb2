"""The table of checks: what is looked for once a protocol can be read. To add one: a file and a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from protobuild.check import (
    acronyms,
    approvers,
    capitals,
    ceased,
    characteristics,
    cited,
    copying,
    dates,
    documents,
    duplicates,
    facts,
    gendered,
    harassment,
    heading_styles,
    headings,
    identifiers,
    leftovers,
    links,
    list_styles,
    lists,
    modals,
    one_sided,
    penalties,
    people_named,
    posts,
    principles,
    printed_numbers,
    procedures,
    punctuation,
    quiet,
    quotation_marks,
    references,
    residue,
    reviewed,
    reviews,
    routes,
    slips,
    spellings,
    terms,
    time_limits,
    two_words,
    typed_numbers,
)
from protobuild.check.page import page
from protobuild.check.prose import prose, sayings
from protobuild.check.spot import Look, spots
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place

Check = Callable[[Look], Iterable[Finding]]

CHECKS: dict[str, Check] = {
    "identifiers": identifiers.check,
    "references": references.check,
    "leftovers": leftovers.check,
    "headings": headings.check,
    "facts": facts.check,
    "links": links.check,
    "reviews": reviews.check,
    "time_limits": time_limits.check,
    "typed_numbers": typed_numbers.check,
    "gendered": gendered.check,
    "modals": modals.check,
    "acronyms": acronyms.check,
    "people_named": people_named.check,
    "capitals": capitals.check,
    "two_words": two_words.check,
    "spellings": spellings.check,
    "duplicates": duplicates.check,
    "documents": documents.check,
    "cited": cited.check,
    "ceased": ceased.check,
    "reviewed": reviewed.check,
    "residue": residue.check,
    "printed_numbers": printed_numbers.check,
    "punctuation": punctuation.check,
    "quotation_marks": quotation_marks.check,
    "slips": slips.check,
    "lists": lists.check,
    "list_styles": list_styles.check,
    "heading_styles": heading_styles.check,
    "dates": dates.check,
    "copying": copying.check,
    "penalties": penalties.check,
    "harassment": harassment.check,
    "characteristics": characteristics.check,
    "principles": principles.check,
    "procedures": procedures.check,
    "routes": routes.check,
    "approvers": approvers.check,
    "terms": terms.check,
    "one_sided": one_sided.check,
    "posts": posts.check,
    "quiet": quiet.check,
}
"""Every check by its name: its module's, that of its findings, and the one `quiet` silences."""


def run(
    protocol: Protocol, outline: Outline, places: Mapping[str, Place], today: dt.date | None = None
) -> list[Finding]:
    """Return what the checks find, in order of place, without what a clause has silenced.

    What is overdue is found where it is said which day it is.
    """
    words = tuple(spots(protocol))
    said = sayings(protocol, outline)
    read = tuple(prose(spot, said) for spot in words)
    look = Look(protocol, outline, places, tuple(CHECKS), words, read, page(read), today)
    found = [finding for check in CHECKS.values() for finding in check(look)]
    return sorted(found, key=lambda finding: finding.place)
