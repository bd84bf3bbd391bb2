"""Terms: what is defined is used, and what sounds defined is.

Passes: `terms: {member: ...}` while the text says member; a definition of bullying while another
paragraph speaks of bullying; `the Hearing Panel`; the title of a role in protocol.yaml.
Fails: a note for a term, a definition or a “working day” that is explained and then used nowhere; for
`any Panel`, with a capital and no name, that nothing explains; for `the Head of Example Services`, a
post that protocol.yaml does not name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby

from protobuild.check.spot import Look
from protobuild.model.source import Finding, Place, Severity

NAME = "terms"

_BODY = re.compile(
    r"(?<=[a-z,] )(?:Panel|Board|Forum|Working Party|Administration)s?\b(?! [A-Z]| of [A-Z]| set up\b)"
)
_NAMED = re.compile(r"\b(?!(?:The|An|Any|Each|Every|This|That|No) )[A-Z][\w’]+ $")
_POST = re.compile(
    r"\bHeads? of (?!Paid Service|Service|Department)(?:[A-Z][\w’']+(?: (?:and|for) (?=[A-Z])| ?))+"
)
MEANING = re.compile(
    r"[“\"](?P<term>[\w ’-]{3,40})[”\"],?(?: with a capital letter,)? (?:means|includes|refers)\b"
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each term that is explained and not used, or used and not explained."""
    counts = cache("\n".join(prose.words for prose in look.prose).lower().count)  # some are asked often
    yield from _listed(look, counts)
    yield from _defined(look, counts)
    yield from _meant(look, counts)
    yield from _unexplained(look, counts)


def _listed(look: Look, counts: Callable[[str], int]) -> Iterator[Finding]:
    """Yield a note for each term that the manifest explains and the text does not say."""
    for name, term in look.protocol.manifest.terms.items():
        if term.means and not counts(term.says.lower()):
            yield _unused(term.says, look.place(f"manifest.terms.{name}"))


def _defined(look: Look, counts: Callable[[str], int]) -> Iterator[Finding]:
    """Yield a note for each definition whose term no other clause speaks of, in whatever form."""
    for _, group in groupby(look.prose, key=lambda prose: id(prose.spot.clause)):
        prose = list(group)
        clause, path = prose[0].spot.clause, prose[0].spot.path
        if clause is None or clause.definition is None or NAME in clause.quiet:
            continue
        stem = clause.definition.term.lower().split()[-1][:6]
        here = sum(each.words.lower().count(stem) for each in prose)
        if len(stem) > 2 and counts(stem) == here:
            place = look.place(f"{path.partition('.definition')[0]}.definition.term")
            yield _unused(clause.definition.term, place)


def _meant(look: Look, counts: Callable[[str], int]) -> Iterator[Finding]:
    """Yield a note for each term that a sentence explains and no other words use."""
    for prose in look.prose:
        for found in MEANING.finditer(prose.words) if " " in prose.words else ():
            if counts(found["term"].lower()) == 1 and not prose.spot.silent(NAME):
                yield _unused(found["term"], look.where(prose, *found.span("term")))


def _unexplained(look: Look, counts: Callable[[str], int]) -> Iterator[Finding]:
    manifest = look.protocol.manifest
    known = {role.title.lower().removesuffix("s") for role in manifest.roles.values()}
    known |= {term.says.lower().removesuffix("s") for term in manifest.terms.values()}
    for prose in look.prose:
        for found in (*_BODY.finditer(prose.own), *_POST.finditer(prose.own)):
            name = found.group().rstrip()
            one = name.lower().removesuffix("s")
            named = _NAMED.search(prose.own, max(0, found.start() - 20), found.start())
            explained = named or one in known or counts(f"“{one}” means")
            if explained or prose.filled(found.start()) or prose.spot.silent(NAME):
                continue
            known.add(one)
            yield Finding(
                NAME,
                f"'{name}' is spoken of as though readers knew it, and nothing says what or who that is",
                look.where(prose, found.start(), found.start() + len(name)),
                "Readers cannot tell which is meant, nor whom to ask once it is renamed.",
                "Name it in full, or add it under 'roles' or 'terms' in protocol.yaml.",
                Severity.NOTE,
            )


def _unused(term: str, place: Place) -> Finding:
    return Finding(
        NAME,
        f"'{term}' is explained and then used nowhere",
        place,
        "Readers look for what it bears on, and find nothing.",
        "Delete the explanation, or use the term where it is meant.",
        Severity.NOTE,
    )
