"""Know a list of expectations, a definition or a response time by its words, where they are plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from protobuild.interchange.drafts import Draft, ItemDraft
from protobuild.interchange.notes import Confidence
from protobuild.interchange.prose import Part

_M, _O = r"(?:members|councillors)", r"officers"
EXPECTS: tuple[tuple[str, Literal["members", "officers"], Confidence], ...] = (
    (rf"\b{_O} (?:can|may|should) expect (?:from )?(?:all )?{_M}\b", "members", "high"),
    (rf"\b(?:all )?{_M} (?:can|may|should) expect (?:from )?{_O}\b", "officers", "high"),
    (rf"^(?:all )?{_M} (?:can|may|should) expect\b", "officers", "medium"),
    (rf"^{_O} (?:can|may|should) expect\b", "members", "medium"),
    (r"\bofficers?'? commitments? to (?:members|councillors)\b", "officers", "high"),
    (r"\b(?:member|councillor)s?'? commitments? to officers\b", "members", "high"),
    (rf"^(?:all )?{_O} (?:must|should|will)(?: always)?\W*$", "officers", "high"),
    (rf"^(?:all )?{_M} (?:must|should|will)(?: always)?\W*$", "members", "high"),
)
"""How the last sentence before a list of expectations reads, and whose behaviour the list then describes."""

_TERM = re.compile(
    r"^(bullying|harassment|sexual harassment|victimisation|(?:unlawful )?discrimination)\b"
    r"(?: behaviour)? (?:is|means|may be|can be)\b",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"\bexamples?\b[^.]*$", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:within|no later than|no more than|in)\s+(\d{1,3}|one|two|three|five|seven|ten)\s+"
    r"(working\s+days?|days?|hours?|weeks?)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\b(?:respon|repl|answer|acknowledg|enquir|quer)", re.IGNORECASE)
_HOLDING = re.compile(r"\bholding (?:response|reply)\b", re.IGNORECASE)
_FIGURES = {"one": "1", "two": "2", "three": "3", "five": "5", "seven": "7", "ten": "10"}


@dataclass(frozen=True, slots=True)
class Parted:
    """A clause's words, parted into a lead-in, a list and what follows it."""

    lead: tuple[Part, ...]
    items: tuple[ItemDraft, ...]
    closing: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What a clause was taken for."""

    key: Literal["expectations", "definition", "response_time"]
    facts: dict[str, str]
    confidence: Confidence
    reason: str
    parted: Parted | None = None


def recognise(draft: Draft) -> Typed | None:
    """Return what the clause is beside plain text, or None. When in doubt it stays plain text."""
    parted = _parted(draft)
    if parted is None:
        return _response_time(draft)
    return _expectations(parted) or _definition(parted)


def _parted(draft: Draft) -> Parted | None:
    """Return the clause's words parted at its list, if it has a lead-in and one list."""
    if draft.items:
        plainly = all(part.kind == "paragraph" for part in draft.parts)
        return Parted(tuple(draft.parts), tuple(draft.items), tuple(draft.closing)) if plainly else None
    first = next((at for at, part in enumerate(draft.parts) if part.kind == "bullet"), 0)
    lead = draft.parts[:first]
    if not first or any(part.kind != "paragraph" for part in lead):
        return None
    items, rest = _listed(draft.parts[first:], draft.line)
    return Parted(tuple(lead), tuple(items), tuple(rest))


def _listed(parts: Sequence[Part], line: int) -> tuple[list[ItemDraft], Sequence[Part]]:
    items: list[ItemDraft] = []
    for at, part in enumerate(parts):
        if part.depth > 0 and items:
            items[-1].parts.append(Part(part.kind, part.text, part.depth - 1))
        elif part.kind == "bullet":
            items.append(ItemDraft(line, parts=[Part("paragraph", part.text)]))
        else:
            return items, parts[at:]
    return items, ()


def _expectations(parted: Parted) -> Typed | None:
    said = _last_sentence(parted.lead[-1].text)
    if not said.rstrip("-–* ").endswith(":"):
        return None
    for pattern, side, confidence in EXPECTS:
        if re.search(pattern, said, re.IGNORECASE):
            return Typed("expectations", {"of": side}, confidence, f"the list follows “{said}”", parted)
    return None


def _definition(parted: Parted) -> Typed | None:
    found = _TERM.match(parted.lead[0].text)
    if not found or not _EXAMPLES.search(parted.lead[-1].text):
        return None
    return Typed(
        "definition", {"term": found[1]}, "high", f"it says what {found[1]} is, with examples", parted
    )


def _response_time(draft: Draft) -> Typed | None:
    if draft.items or any(part.kind != "paragraph" for part in draft.parts):
        return None
    words = "\n".join(part.text for part in draft.parts)
    times = _TIME.findall(words)
    if len(times) != 1 or not _REPLY.search(words):
        return None
    figure, unit = times[0][0].lower(), "_".join(times[0][1].lower().split())
    facts = {"value": _FIGURES.get(figure, figure), "unit": unit if unit.endswith("s") else unit + "s"}
    if facts["value"].strip("0") == "":
        return None
    if _HOLDING.search(words):
        facts["holding_reply"] = "true"
    confidence: Confidence = "high" if _HOLDING.search(words) else "medium"
    return Typed("response_time", facts, confidence, f"it gives {times[0][0]} {times[0][1]} for a reply")


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.;?!])\s+", text.strip())[-1]
