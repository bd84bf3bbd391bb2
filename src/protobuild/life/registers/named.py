"""The registers of what the text names: terms, roles and documents, each with where it is used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from protobuild.check.spot import Spot
from protobuild.check.terms import MEANING
from protobuild.life.registers.reading import Reading
from protobuild.model.clause import Step
from protobuild.model.markdown import REFERENCE
from protobuild.model.register import Register

_POSTS = re.compile(
    r"\b(?:(?:Deputy |Assistant )?(?:Chief Executive|Monitoring Officer|Chief Finance Officer|Mayor"
    r"|Head of Paid Service|Section 151 Officer|Director|Line Manager|Clerk|Group Leader"
    r"|Leader of the Council|Leader|Proper Officer|Chair(?:man|men)?)"
    r"|[A-Z]\w+ (?:and [A-Z]\w+ )?(?:Committee|Panel))s?\b"
)
"""Posts and bodies that protocols name, with the capitals of a title."""
_STEPS = (("actor", "acts"), ("to", "is gone to"), ("instead", "stands in"))


def terms(reading: Reading) -> Register:
    """Return every term that the manifest, a definition or a sentence explains, and where it is used."""
    rows = [*_of_manifest(reading), *_of_definitions(reading), *_of_sentences(reading)]
    return Register(
        "terms",
        "Terms",
        "Where each is explained, and the paragraphs that use it.",
        ("Term", "Meaning", "Explained in", "Used in"),
        tuple(rows),
    )


def _of_manifest(reading: Reading) -> Iterator[tuple[str, ...]]:
    for term in reading.protocol.manifest.terms.values():
        yield term.says, term.means, "protocol.yaml", _uses(reading, term.says)


def _of_definitions(reading: Reading) -> Iterator[tuple[str, ...]]:
    for words in reading.words:
        definition = words.spot.clause.definition if words.spot.clause else None
        if definition and words.spot.path.endswith("definition.text"):
            meaning = " ".join(words.words.split())
            yield definition.term, meaning, reading.at(words), _uses(reading, definition.term)


def _of_sentences(reading: Reading) -> Iterator[tuple[str, ...]]:
    for words in reading.words:
        for found in MEANING.finditer(words.words):
            yield (
                found["term"],
                words.words[found.start() :].strip(),
                reading.at(words),
                _uses(reading, found["term"]),
            )


def _uses(reading: Reading, term: str) -> str:
    said = re.compile(rf"\b{re.escape(term)}", re.IGNORECASE)
    return _several(reading.at(words) for words in reading.words if said.search(words.words))


def roles(reading: Reading) -> Register:
    """Return every use of a role: in a step of a procedure, by a reference, or in plain words."""
    titles = {name: role.title for name, role in reading.protocol.manifest.roles.items()}
    uses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, how, where in (*_referred(reading, "role"), *_in_steps(reading)):
        uses[titles.get(name, name), how].append(where)
    for title, where in _in_plain_words(reading):
        uses[title, "named in plain words"].append(where)
    return Register(
        "roles",
        "Roles",
        "A role that is named in plain words does not follow when its title is changed in protocol.yaml.",
        ("Role", "How it is used", "Paragraphs"),
        tuple((title, how, _several(places)) for (title, how), places in sorted(uses.items())),
    )


def documents(reading: Reading) -> Register:
    """Return every document of the manifest, where it is published and where the text refers to it."""
    uses: dict[str, list[str]] = defaultdict(list)
    for name, _, where in _referred(reading, "doc"):
        uses[name].append(where)
    return Register(
        "documents",
        "Documents",
        "The documents that protocol.yaml lists; one that is named in plain words only is not among them.",
        ("Document", "Address", "Version", "Dated", "Referred to in"),
        tuple(
            (document.title, document.address, document.version, document.dated, _several(uses[name]))
            for name, document in reading.protocol.manifest.documents.items()
        ),
    )


def _referred(reading: Reading, sort: str) -> Iterator[tuple[str, str, str]]:
    for words in reading.words:
        for found in REFERENCE.findall(words.spot.words) if f"[[{sort}:" in words.spot.words else ():
            of, _, name = found.partition(":")
            if of == sort:
                yield name, "named by reference", reading.at(words)


def _in_steps(reading: Reading) -> Iterator[tuple[str, str, str]]:
    for words in reading.words:
        step = _step(words.spot)
        for field, how in _STEPS if step else ():
            role = getattr(step, field)
            if role:
                yield role, f"{how} in a procedure", reading.at(words)


def _step(spot: Spot) -> Step | None:
    """Return the step of a procedure that a spot's words are of."""
    head, _, field = spot.path.rpartition(".")
    procedure = spot.clause.procedure if spot.clause else None
    if procedure is None or field != "text" or ".steps." not in head:
        return None
    return procedure.steps[int(head.rpartition(".")[2])]


def _in_plain_words(reading: Reading) -> Iterator[tuple[str, str]]:
    for words in reading.words:
        for found in _POSTS.finditer(words.own):
            if not words.filled(found.start()):
                yield found.group(), reading.at(words)


def _several(places: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(places))
