"""Documents: what protocol.yaml names under `documents` is used, can be found, and is dated where it must be.

Passes: `[[doc:code]]` while the manifest gives its title and address; `paragraph 3 of [[doc:code]]` while it
also says which version is meant, or of what day.
Fails: a note for a document that no words refer to, for one without an address, and for a paragraph
of a document whose version nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.source import Finding, Place, Severity

NAME = "documents"

_USED = re.compile(r"\[\[doc:(?P<name>[a-z0-9-]+)\]\]")
_PART = r"(?:[Pp]aragraph|[Pp]ara\.?|[Ss]ection|[Rr]ule|[Pp]art|[Aa]rticle)s? \d[\w.()]*"
_PINNED = re.compile(
    rf"{_PART} (?:of|in) (?:the )?\[\[doc:(?P<before>[a-z0-9-]+)\]\]"
    rf"|\[\[doc:(?P<after>[a-z0-9-]+)\]\],? (?:at )?\(?{_PART}"
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each document that is not used, cannot be found, or is cited without its date."""
    named = look.protocol.manifest.documents
    written = [spot for spot in look.spots if "[[doc:" in spot.words]
    used = {found["name"] for spot in written for found in _USED.finditer(spot.words)}
    for name, document in named.items():
        place = look.place(f"manifest.documents.{name}")
        if name not in used:
            yield _note(
                f"no words refer to '{document.title}'",
                place,
                "It is listed, and a change of its title or address would be looked after in vain.",
                f"Write '[[doc:{name}]]' where the text names it, or delete it here.",
            )
        elif not document.address:
            yield _note(
                f"'{document.title}' has no address",
                place,
                "Readers who are sent to it cannot find it.",
                "Add 'address:', beginning with https://, or say in the text where to ask for it.",
            )
    for spot in written:
        for found in () if spot.silent(NAME) else _PINNED.finditer(spot.words):
            cited = named.get(found["before"] or found["after"])
            if cited is not None and not (cited.version or cited.dated):
                yield _note(
                    f"a paragraph of '{cited.title}' is cited, and nobody can tell of which version",
                    look.within(spot, *found.span()),
                    "Once that document changes, the paragraph may be another, or say something else.",
                    f"Add 'version:' or 'dated:' to '{found['before'] or found['after']}' in protocol.yaml.",
                )


def _note(message: str, place: Place, why: str, fix: str) -> Finding:
    return Finding(NAME, message, place, why, fix, Severity.NOTE)
