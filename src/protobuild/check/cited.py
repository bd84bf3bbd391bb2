"""Cited: a document that the text names has one name, and readers can find it.

Passes: `[[doc:code]]`; a title that is a link; an Act, and regulations whose title has such words in it;
`this Protocol`; a title in the words of another, and one that the text says the meaning of;
a title in a table or a list that gives its link or its part of the constitution beside it.
Fails: a note at the first `Officers’ Code of Conduct` that is no reference and no link, at
`Code of Conduct for Officers` where other paragraphs say `Officers’ Code of Conduct`, and at a title
much like that of a model code or an Act.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from protobuild.check.beside import told_where
from protobuild.check.defined import defined
from protobuild.check.spot import Look
from protobuild.model.authorities import Authority, authorities
from protobuild.model.source import Finding, Place, Severity

NAME = "cited"

_WORD = r"[A-Z][\w’'-]*"
_SORT = (
    r"(?:Code|Policy|Procedures?|Protocol|Rules|Scheme|Strategy|Charter|Framework|Arrangements|Handbook)\b"
)
_TITLE = re.compile(
    rf"{_SORT}(?: {_SORT})*(?: of (?:(?:{_WORD} )*(?:Practice|Conduct)|Delegations?)\b)?"
    rf"(?: and Procedures?\b)?(?: (?:for|on|to) {_WORD}(?: {_WORD})*)?"
)
_BEFORE = re.compile(rf"(?:(?!And\b|Or\b){_WORD} (?:(?:of|for|on|to|and|model) )*)+$")
_REACH = 80
"""How far before its sort a title may begin."""
_LINKED = re.compile(r"\[([^\[\]]+)\]\(")
_OWN = re.compile(r"\b[Tt]his |\b[Tt]hese |\bAct\b|\bRegulations\b")
_OF_LAW = re.compile(
    r"(?:[^()\n]{0,60}\))?(?: \([^()\n]{1,60}\))*(?: [A-Z][a-z]+){0,2}? "
    r"(?:Acts?|Regulations?|Order|Rules|Measure|Directions?) (?:\([A-Z]\w+\) )?(?:19|20)\d\d"
)
"""What follows in the title of a law."""
_NOT_PART = frozenset("the of for on to and a an this its our council council's council’s".split())
_SAME = {"councillor": "member", "employee": "officer", "staff": "officer", "authority": "government"}
_ALIKE = 0.8
"""What share of their words two titles have in common that are taken for one document's."""
_PLAIN = frozenset(
    "code conduct policy procedure protocol rule scheme strategy charter framework practice "
    "arrangement handbook member officer local government".split()
)
"""Words that tell no title from another."""


@dataclass(frozen=True, slots=True)
class _Cited:
    title: str
    key: frozenset[str]
    place: Place


def check(look: Look) -> Iterator[Finding]:
    """Yield a note at the first use of each title that leads nowhere, and of each second title."""
    groups: dict[frozenset[str], list[_Cited]] = {}
    for each in _cited(look):
        key = each.key if each.key in groups else next((k for k in groups if _alike(k, each.key)), each.key)
        groups.setdefault(key, []).append(each)
    linked = frozenset(
        words for spot in look.spots if "](" in spot.words for words in _LINKED.findall(spot.words)
    )
    meant, placed = frozenset(defined(look)), frozenset(map(_key, told_where(look)))
    for group in groups.values():
        yield from _one_name(group, meant)
        if not any(each.title in meant or each.key in placed for each in group):
            yield from _found(group, linked)
    yield from _listed(look)


def _cited(look: Look) -> Iterator[_Cited]:
    page = look.page
    listed = {_key(each.title) for each in look.protocol.manifest.documents.values()}
    for seen in _TITLE.finditer(page.own):
        before = _BEFORE.search(page.own, max(0, seen.start() - _REACH), seen.start())
        title = _stripped((before.group() if before else "") + seen.group())
        start, key = seen.end() - len(title), _key(title)
        tells = bool(key - _PLAIN) or len(key) > 2
        if not tells or _OWN.search(page.own[start - 7 : start] + title) or key in listed or _is_known(key):
            continue
        if _OF_LAW.match(page.own, seen.end()):
            continue
        prose, begins = page.spot(start)
        place = look.where(prose, start - begins, seen.end() - begins)
        headed = prose.spot.path.endswith("heading") or prose.spot.path == "manifest.front"
        filled = "[[doc:" in prose.spot.words and prose.filled(start - begins)
        if not (
            filled or headed or prose.spot.silent(NAME) or "://" in page.own[seen.end() : seen.end() + 12]
        ):
            yield _Cited(title, key, place)


@cache
def _known() -> dict[frozenset[str], Authority]:
    """Return the authorities by the words of their titles; their standing is looked at elsewhere."""
    return {_key(title): each for each in authorities().values() for title in (each.title, *each.cited_as)}


def _is_known(key: frozenset[str]) -> bool:
    """Return whether a title is an authority's, or short for one that has ceased."""
    return any(
        (known <= key and key - known <= _PLAIN)
        or (each.status != "in force" and key <= known and bool(key - _PLAIN))
        for known, each in _known().items()
    )


def _stripped(title: str) -> str:
    words = title.split(" ")
    while words and (
        words[0] in ("The", "Our", "Each", "Any", "In", "Under") or words[0].lower() in _NOT_PART
    ):
        words = words[1:]
    return " ".join(words)


def _key(title: str) -> frozenset[str]:
    """Return the words of a title without order, number and apostrophe."""
    words = (re.sub(r"[’']s?$", "", word.lower()).removesuffix("s") for word in title.split())
    return frozenset(_SAME.get(word, word) for word in words) - _NOT_PART


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two titles are one document's: the same words, or the same but for its sort."""
    more = one ^ other
    short = bool(more) and more <= {"policy", "procedure"} and bool((one & other) - _PLAIN)
    return short or len(one & other) >= _ALIKE * len(one | other)


def _one_name(group: list[_Cited], meant_here: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding at the first use of each title but the usual one, or the one the text defines."""
    titles = Counter(each.title for each in group)
    usual = next((title for title in titles if title in meant_here), titles.most_common(1)[0][0])
    firsts = {each.title: each for each in reversed(group)}
    for title in titles:
        meant = usual if title != usual else _meant(group[0].key)
        short = title in usual or usual in title
        if meant and not (meant == usual and short):
            yield Finding(
                NAME,
                f"'{title}' seems to be what is called '{meant}' "
                + ("in other places" if meant == usual else "by those who made it"),
                firsts[title].place,
                "Readers take two names for two documents.",
                "Use the title that the document itself has, everywhere.",
                Severity.NOTE,
            )


def _meant(key: frozenset[str]) -> str:
    """Return the title of a model or an Act that a title is much like, if there is one."""
    for known, each in _known().items():
        both = key & known
        if both - _PLAIN and len(both) >= 3 and 5 * len(both) >= 3 * len(key | known):
            return each.title
    return ""


def _found(group: list[_Cited], linked: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding where nothing says where a document is; of a link, that is looked at elsewhere."""
    if not any(each.title in words for words in linked for each in group):
        yield Finding(
            NAME,
            f"'{group[0].title}' is named here, and nothing says where it is",
            group[0].place,
            "Readers cannot look it up, and nobody is told when its title changes.",
            "List it under 'documents' in protocol.yaml, with its title and address, and write its name "
            "here in double brackets, such as [[doc:code]].",
            Severity.NOTE,
        )


def _listed(look: Look) -> Iterator[Finding]:
    """Yield a finding at the first place where a title that protocol.yaml lists is typed in full."""
    page = look.page
    for name, document in look.protocol.manifest.documents.items():
        if " " not in document.title:
            continue
        for seen in re.finditer(rf"(?<![\w[]){re.escape(document.title)}(?![\w\]])", page.own):
            prose, begins = page.spot(seen.start())
            start, end = seen.start() - begins, seen.end() - begins
            if prose.filled(start) or prose.spot.clause is None or prose.spot.silent(NAME):
                continue
            yield Finding(
                NAME,
                f"'{document.title}' is typed here, and protocol.yaml lists it as '{name}'",
                look.where(prose, start, end),
                "When its title changes, the old one stays here.",
                f"Write '[[doc:{name}]]' in its place.",
                Severity.NOTE,
            )
            break
