"""Terms: what is defined is used, and what sounds defined is.

Passes: `terms: {member: ...}` while the text says member; a definition of bullying while another
paragraph speaks of bullying; the title of a role in protocol.yaml; a post in a table of terms and their
meanings; `the Hearing Panel`, in a text that defines few words or says what that is.
Fails: a note for a term, a definition or a “working day” that is explained and then used nowhere; for
`any Panel`, with a capital and no name, and `the Duty Contact`, that nothing explains; for `the Appointments
Panel` or `the Portfolio Lead` in a text that says what three other names mean, or more; for `the Head of
Example Services`, a post that protocol.yaml does not name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter

from protobuild.check.beside import explained
from protobuild.check.defined import defined
from protobuild.check.prose import Prose
from protobuild.check.spoken_of import SAYS_WHAT_IT_DOES, spoken_of
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
_AS_DEFINED = re.compile(
    r"\b(?:[tT]he|[aA]ny|[aA]n?|[eE]ach|[eE]very|[tT]his|[iI]ts|[tT]heir) "
    r"(?P<name>(?!Parish|Town|Council|Cabinet|Committee|Annual|Public|Full|Extraordinary|Key|Deputy|Chief"
    r"|Ward|Group"
    r"|Human|Electoral|Legal|Party|Political|Senior|Civic|General|Local)[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})? "
    r"(?:Contacts?|Persons?|Champions?|Liaisons?|Co-?ordinators?|Guardians?|Nominees?|Advis[eo]rs?"
    r"|Representatives?"
    r"|Convenors?|Delegates?|Log|Register|Portal|Inbox|Mailbox|Helpdesk|Hub|Desk|Unit|Tracker|Period|Hours"
    r"|Enquir(?:y|ies)"
    r"|Requests?|Matters?|Information|Business|Forms?|List|Stage|Event|Point|Material|Papers?"
    r"|(?<=Nominated )Officers?|(?<=Designated )Officers?|(?<=Appropriate )Officers?|(?<=Relevant )Officers?"
    r"|(?<=Authorised )Officers?|(?<=Liaison )Officers?|(?<=Link )Officers?|(?<=Duty )Officers?))"
    r"(?!\w| [A-Z]|[’'])"
)
"""What has capitals as though it were defined, and is no office or body that all councils have."""
_KNOWN = re.compile(
    r"Independent Persons?|Disclosable|Exempt Information|Confidential Information|Personal Information"
    r"|Trade Union Rep|Gifts|Freedom|Interests Register"
)
_LABEL = re.compile(r"\.rows\.\d+\.0$")
"""The first cell of a row, which the others say something of."""
_SEVERAL = 3
"""How many names a text explains, when readers may expect it to explain the others."""
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
    yield from _as_defined(look)


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
    known |= {name.lower().removesuffix("s") for name in explained(look)}
    for prose in look.prose:
        for found in (*_BODY.finditer(prose.own), *_POST.finditer(prose.own)):
            name = found.group().rstrip()
            one = name.lower().removesuffix("s")
            named = _NAMED.search(prose.own, max(0, found.start() - 20), found.start())
            said = named or one in known or counts(f"“{one}” means")
            if said or prose.filled(found.start()) or prose.spot.silent(NAME):
                continue
            known.add(one)
            yield _unknown(look, prose, found.start(), name)


def _as_defined(look: Look) -> Iterator[Finding]:
    """Yield a note at the first use of each name with capitals that nothing explains, heads or lists."""
    page, manifest = look.page, look.protocol.manifest
    known = {role.title.lower() for role in manifest.roles.values()}
    known |= {document.title.lower() for document in manifest.documents.values()}
    known |= {term.says.lower() for term in manifest.terms.values()}
    known |= {prose.words.lower() for prose in look.prose if prose.spot.path.endswith("heading")}
    known |= {prose.words.lower() for prose in look.prose if _LABEL.search(prose.spot.path)}
    named = [(found["name"], found.start("name")) for found in _AS_DEFINED.finditer(page.own)]
    if len(set(defined(look))) >= _SEVERAL:
        named += spoken_of(look)
    for name, at in sorted(named, key=itemgetter(1)):
        one = name.lower().removesuffix("s")
        prose, begins = page.spot(at)
        start = at - begins
        if (
            any(one in each for each in known)
            or _KNOWN.search(name)
            or SAYS_WHAT_IT_DOES.search(name)
            or _explains(page.words, name)
        ):
            continue
        known.add(one)
        if prose.spot.clause and not prose.filled(start) and not prose.spot.silent(NAME):
            yield _unknown(look, prose, start, name)


def _explains(words: str, name: str) -> bool:
    """Return whether the text says what a name means, gives it in brackets or marks, or says who it is."""
    one = re.escape(name.removesuffix("s"))
    return (
        re.search(
            rf"[“\"‘'(*]\s?(?:[tT]he )?{one}s?[”\"’')*]"
            rf"|{one}s?,? (?:means|is|are|includes|refers|consists|\(|(?:who|which) is)"
            rf"|{one}s?,? (?:who\b|comprises|is made up|has (?:\w+ )?members|set up|appointed|established"
            rf"|made up|chaired)"
            rf"|\b(?:called|known as|as|named|be|appointed|sets? up|establish\w*|creates?|appoints?)"
            rf" (?:the |an? |its |their )?{one}",
            words,
        )
        is not None
    )


def _unknown(look: Look, prose: Prose, start: int, name: str) -> Finding:
    return Finding(
        NAME,
        f"'{name}' is spoken of as though readers knew it, and nothing says what or who that is",
        look.where(prose, start, start + len(name)),
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
