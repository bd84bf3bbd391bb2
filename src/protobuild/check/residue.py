"""Residue: nothing is left of the model or the draft that a text was made from.

Passes: `[sic]`; `[members]` in a quotation; `Model Code of Conduct` in a heading; `XX` in a roman number.
Fails: a warning for a title with `MODEL` in it, for `insert name`, `DN: ask`, `TBC`, `XX` and `____` where
words should be, for `«Name»`, `(MO to confirm)` and `Commented [AB1]`, and for a name in protocol.yaml that
stands in brackets; a note for words in square brackets, in a quotation too when they are more than one, and
for the name of another council of the same sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.drafting import SIGNS
from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Place, Severity

NAME = "residue"

_UNFILLED = "The text was not finished here, and readers would see it."
_SIGNS = (
    Sign(
        re.compile(
            r"(?:[Ii]nsert|INSERT) (?:the |THE )?(?i:name|date|title|number|council|address|details|link)s?\b"
            r"|(?<=\[)(?:[Ii]nsert|INSERT)\b[^\[\]\n]*(?=\])"
            r"|\b(?:DN|[Dd]raft(?:ing|er['’]s|er)? [Nn]ote|[Nn]ote to (?:draft(?:er)?|self)) ?:"
            r"|[Dd]elete as (?:appropriate|applicable|necessary)|[Ll]orem ipsum|[Tt]o be inserted\b"
        ),
        "'{}' was for the drafter, and not for readers",
        _UNFILLED,
        "Write what belongs there, or delete it.",
        Severity.WARNING,
        needs=("insert", "delete as", "lorem", "dn", "note"),
    ),
    *SIGNS,
    Sign(
        re.compile(
            r"\b(?<!\]\()(?:TB[CAD]|tb[cad])\b|___+|\?\?\?+|\.{6,}"
            r"|(?<!art )(?<!hapter )(?<!edule )(?<!icle )(?<!itle )(?<!endix )XX+(?<![A-Z]XX)(?![A-Z])"
        ),
        "'{}' stands where words should be",
        _UNFILLED,
        "Write what belongs there, or delete it.",
        Severity.WARNING,
        needs=("tbc", "tba", "tbd", "xx", "___", "???", "......"),
    ),
    Sign(
        re.compile(
            r"\[(?<!Commented \[)(?<!Comment \[)(?!\[|sic\b|…|\.\.\.|emphasis|my |our |original)"
            r"(?:[^\[\]\n]* [^\[\]\n]*|[A-Z][^\[\]\n]*|[^\[\]\n]*,|link|here|url|date|name|x+"
            r"|council)\](?!\()"
        ),
        "'{}' stands in square brackets, as what is still to be chosen or written does",
        "Readers cannot tell whether the words are meant to stand.",
        "Choose: keep the words without the brackets, or delete them. Where another's words were changed "
        "on purpose, silence this check here and say so.",
        quoted=True,
        needs=("[",),
        unless=re.compile(r"\binsert\b|\bTB[CA]\b|XX", re.IGNORECASE),  # which is told already
    ),
)
_MODEL = re.compile(
    r"\b(?:MODEL|TEMPLATE|SPECIMEN|Template|Specimen|Model(?! (?:Councillor |Member )?Code))\b"
)
_COUNCIL = re.compile(
    r"\b(?P<sort>Parish|Town|Community|Borough|District|City|County) Council\b(?!’|'|s| Tax)"
)
_ITS_NAME = re.compile(
    r"(?:(?:Officers?|Members?|Councillors?|Clerk|Chief Executive|Leader|Mayor|Chair|Staff|Employees?"
    r"|Constitution|Code"
    r"|Protocol|Policy|Office) (?:of|to|at|for) )?"
    r"(?P<name>(?:(?!The )[A-Z][\w’'-]+(?: (?:of|on|upon|under|in|by|the|with|next"
    r"|and(?! the ))){0,2} ){1,4})$"
)
"""What a council is called before its sort; who belongs to it is no part of its name."""
_ANY_SUCH = re.compile(r"\b(?:an?|any|or|and|each|every|no|one|another|which|of) $", re.IGNORECASE)
"""What stands before a sort of council, when none is meant more than others."""
_SORTS = (frozenset(("Parish", "Town", "Community")), frozenset(("Borough", "District", "City")))
"""Sorts of which a text knows one: a parish has no town council, and a borough is no district."""
_AMONG = re.compile(
    r"\b(?:[Oo]ther|neighbour\w*|adjoining|adjacent|[Jj]oint|[Jj]ointly|shared?|sharing|partner\w*|another"
    r"|[Bb]oth"
    r"|former(?:ly)?|predecessor|successor|succeeded|replaced|abolished|merge[drs]?|merger|principal"
    r"|host(?:s|ed)?"
    r"|twin(?:s|ned)|seconded|secondment|lent|behalf of)\b|\b(?:v|-v-) "
)
_BRACKETED = re.compile(r"\[[^\]]+\]|<[^>]+>|\bX{2,}\b|\bTBC\b|\b[Ii]nsert\b")


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each word of a model or a draft that is left over."""
    yield from _titles(look)
    yield from _named(look)
    yield from _other_council(look)
    yield from found(look, NAME, _SIGNS)


def _titles(look: Look) -> Iterator[Finding]:
    """Yield a finding for each title, cover or section's heading that calls the text a model."""
    if seen := _MODEL.search(look.protocol.manifest.title):
        yield _model(look.place("manifest.title"), seen.group())
    for prose in look.prose:
        path = prose.spot.path
        titled = path == "manifest.front" or path.endswith("heading")
        if titled and not prose.spot.silent(NAME) and (seen := _MODEL.search(prose.own)):
            yield _model(look.where(prose, *seen.span()), seen.group())


def _model(place: Place, word: str) -> Finding:
    return Finding(
        NAME,
        f"'{word}' was left in: this is the council's own text now",
        place,
        "Readers ask whether the council has adopted it.",
        "Delete the word; where the text comes from may be said in the introduction.",
        Severity.WARNING,
    )


def _named(look: Look) -> Iterator[Finding]:
    """Yield a finding for each name in the manifest that still has to be filled in."""
    manifest = look.protocol.manifest
    names = {"title": manifest.title, "council.name": manifest.council.name, "contact": manifest.contact}
    names |= {f"roles.{slug}.title": role.title for slug, role in manifest.roles.items()}
    names |= {f"documents.{slug}.title": named.title for slug, named in manifest.documents.items()}
    for path, name in names.items():
        if seen := _BRACKETED.search(name):
            yield Finding(
                NAME,
                f"'{seen.group()}' stands where a name should be",
                look.place(f"manifest.{path}"),
                "It is printed wherever the name is.",
                "Write the name.",
                Severity.WARNING,
            )


def _other_council(look: Look) -> Iterator[Finding]:
    """Yield a finding at the first use of each name that another council of the same sort has."""
    ours = look.protocol.manifest.council.name
    own = _COUNCIL.search(ours)
    sort = next((sorts for sorts in _SORTS if own and own["sort"] in sorts), frozenset())
    told: set[str] = set()
    for seen in _COUNCIL.finditer(look.page.own) if sort else ():
        before = _ITS_NAME.search(look.page.own, max(0, seen.start() - 60), seen.start())
        start = before.start("name") if before else seen.start()
        name = look.page.own[start : seen.end()]
        prose, begins = look.page.spot(start)
        bare = before is None and _ANY_SUCH.search(look.page.own, max(0, start - 9), start)
        known = name in told or name in ours or name.endswith(ours) or bare
        if known or seen["sort"] not in sort or _AMONG.search(prose.words):
            continue
        told.add(name)
        if prose.spot.clause and not prose.spot.silent(NAME):
            yield Finding(
                NAME,
                f"'{name}' stands here, and this is the text of {ours}",
                look.where(prose, start - begins, start - begins + len(name)),
                "It may be left of the text that this one was made from.",
                "Write the council's own name, unless the other is meant.",
                Severity.NOTE,
            )
