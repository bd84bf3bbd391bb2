"""Write the manifest of an imported document: its title, whose it is, and what it leaves unsaid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from protobuild.interchange.clauses import Data
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.sections import Document
from protobuild.model.provisions import Profile, edition, required
from protobuild.model.saying import counted

NOT_NAMED = "[Council not named]"
"""Printed in square brackets, as an editor's words are, where the source does not say."""

_COUNCIL = re.compile(
    r"\b((?:London|Royal) Borough of [A-Z]\w+(?: (?:and |upon )?[A-Z]\w+){0,2}"
    r"|(?:(?:City|Borough) of )?(?:[A-Z][\w'’-]+ (?:and |upon |on )?){1,4}Council)\b"
)
_NO_NAME = re.compile(
    r"^(?:(?:the|full|a|an|each|this|any|every|local|district|county|parish|town|principal|of|on|and|in"
    r"|borough|city|for|all|with|by|members?|officers?|executive|community|which|when) ?)*council$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:The|A|An|In|For|Of|All|By|With|At|This|And|On) ")
_SMALL = re.compile(r"\b(?:town|parish|community) council\b", re.IGNORECASE)
_CLERK = re.compile(r"\b(?:the clerk|town clerk|parish clerk|called the clerk)\b", re.IGNORECASE)
_OFTEN = 3


def describe(
    document: Document, sections: Sequence[Data], numbers: Mapping[str, str]
) -> tuple[Data, list[Note]]:
    """Return the data of the manifest, and the choices made in it."""
    words = _words(document)
    council, notes = _council(document, words)
    profile: Profile = "local" if _SMALL.search(council) or _clerks(words) else "principal"
    provided = {
        slug for each in sections for clause in each["clauses"] for slug in clause.get("provides", ())
    }
    gaps = [row.slug for row in required(profile) if row.slug not in provided]
    numbered = any(label[:1].isdigit() and label[-1:].isdigit() for label in numbers.values())
    manifest: Data = {
        "title": document.title,
        "council": {"name": council, "tier": profile},
        "status": "draft",
        "numbering": "decimal" if numbered else "none",
        "sections": [section["id"] for section in sections],
    }
    if document.front:
        manifest["front"] = document.front
    manifest["profile"] = profile
    manifest["catalogue"] = str(edition())
    if gaps:
        manifest["gaps"] = gaps
    return manifest, [*notes, _said(profile, gaps)]


def _said(profile: Profile, gaps: Sequence[str]) -> Note:
    tier = "a town or parish council" if profile == "local" else "a principal council"
    return Note(
        Topic.PROFILE,
        f"read as the protocol of {tier} (profile: {profile}); listed under gaps:"
        f" {counted(len(gaps), 'matter')} a protocol should deal with that no paragraph plainly deals with",
        confidence="medium",
    )


def _words(document: Document) -> str:
    blocks = [block.text for stretch in document.sections for block in stretch.blocks]
    return "\n".join([document.title, document.front, *blocks])


def _clerks(words: str) -> bool:
    return bool(_CLERK.search(words) and _SMALL.search(words))


def _council(document: Document, words: str) -> tuple[str, list[Note]]:
    """Return the council's name as the text writes it, the cover first."""
    for text in (document.title, document.front):
        if names := _names(text):
            return names[0], []
    often = [name for name, count in Counter(_names(words)).most_common(1) if count >= _OFTEN]
    if often:
        return often[0], [Note(Topic.FRONT, f"{often[0]} is named most often", confidence="medium")]
    return NOT_NAMED, [
        Note(
            Topic.FRONT,
            f"the text does not name its council; {NOT_NAMED} stands for it; write its name in protocol.yaml",
        )
    ]


def _names(text: str) -> list[str]:
    found = (_LEADING.sub("", match[1]) for match in _COUNCIL.finditer(text))
    return [name for name in found if not _NO_NAME.match(name)]
