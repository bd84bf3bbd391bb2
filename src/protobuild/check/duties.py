"""Read what each sentence asks, allows or promises, and of whom: of members, of officers or of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from protobuild.check.prose import Prose

Side = Literal["members", "officers", "both", ""]


@dataclass(frozen=True, slots=True)
class Duty:
    """One word of duty, with who it binds as far as the sentence says."""

    prose: Prose
    start: int
    end: int
    """Where the word stands in `prose.words`."""
    word: str
    """`must`, `should`, `will`, `may` or `shall`."""
    negated: bool
    side: Side
    who: str
    """Who is bound, in the sentence's own words; empty when it does not say."""
    sentence: tuple[int, int]
    own: bool
    """Whether the council says so itself, and quotes nobody."""

    @property
    def what(self) -> str:
        """The sentence, as it is read."""
        return self.prose.words[slice(*self.sentence)].strip()


_MODAL = re.compile(
    r"[mMsSwW](?<![\w’'-][mMsSwW])(?:(?<=[mM])(?:ust|ay)|(?<=[sS])(?:hould|hall)|(?<=[wW])ill)\b(?![’'-])"
)
_NOT = re.compile(r",? (?:\w+ )?(?:not|never)\b")
_NOUN = re.compile(r"(?:\b(?:a|the|his|her|their|its|own|free|good|ill|political|against) )$", re.IGNORECASE)
_MONTH = re.compile(r" \d|,? \d{4}")

_PERSON = r"(?:members?|councillors?|officers?|employees?|staff)"
_WHO = re.compile(
    rf"(?P<both>\b{_PERSON}(?:,? (?:and|or|nor) |/)(?:\w+ )?{_PERSON}|\b(?:each side|both sides|everyone"
    r"|everybody|anyone|nobody|no one|neither party|all concerned|those concerned|both)\b)"
    r"|(?P<members>\b(?:(?:ward |lead |group |cabinet |committee |deputy |vice-)*"
    r"(?:members?(?! of (?:the )?(?:public|staff|press))|councillors?|chairs?|chairm[ae]n|leaders?|mayor)))"
    r"|(?P<officers>\b(?:(?:monitoring|chief|senior|proper|finance|statutory|relevant|line|assistant|lead"
    r"|whistleblowing) )*(?:officers?|employees?|staff|directors?|managers?|clerk|executive|commissioners?"
    r"|heads? of [\w ]+?|assistants?))",
    re.IGNORECASE,
)
_NOT_WHO = re.compile(
    r"(?:\b(?:of|to|by|with|from|for|about|on|between|against|an? officer’s|any|towards?|as)"
    r",?(?: (?:an?|the|any|all|other|each|individual|that|those|senior|both))*) $",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"['’]s?\b|['’](?= )|[/-]| (?:codes?|protocol|relations\w*|support|attendance"
    r"|advice|enquir\w+)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:they|he|she|s/he|he/she|he or she|who|each|neither|these|both)\b", re.IGNORECASE)
_BY = re.compile(
    r" (?:not |never |always |normally )?be [\w ,-]{0,60}?\bby (?:the |an? |all |any |both )?", re.IGNORECASE
)
_IMPERSONAL = re.compile(r"\b(?:this|that|it|there|which|these|such)\b", re.IGNORECASE)


def duties(read: Iterable[Prose]) -> Iterator[Duty]:
    """Yield every must, should, will, may and shall in reading order, quoted ones too."""
    for prose in read:
        if not _MODAL.search(prose.words):
            continue
        before: tuple[Side, str] = ("", "")
        for sentence in prose.sentences():
            for found in _MODAL.finditer(prose.words, *sentence):
                if _is_no_modal(prose.words, found, sentence):
                    continue
                side, who = _bound(prose.words, found, sentence[0], before)
                if side:
                    before = side, who
                yield _duty(prose, found, sentence, side, who)


def _duty(prose: Prose, found: re.Match[str], sentence: tuple[int, int], side: Side, who: str) -> Duty:
    return Duty(
        prose,
        found.start(),
        found.end(),
        found.group().lower(),
        _NOT.match(prose.words, found.end()) is not None,
        side,
        who,
        sentence,
        prose.own[found.start()] != " ",
    )


def _is_no_modal(words: str, found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Return whether the word is the month, or a noun such as `political will`."""
    if found.group() == "May":
        return found.start() > sentence[0] or _MONTH.match(words, found.end()) is not None
    return (
        found.group() == "will" and _NOUN.search(words, max(0, found.start() - 12), found.start()) is not None
    )


def _bound(words: str, found: re.Match[str], start: int, before: tuple[Side, str]) -> tuple[Side, str]:
    """Return whom a modal binds: its subject, else who is to do it, else who was spoken of before."""
    clause = max(words.rfind(", ", start, found.start()), words.rfind("; ", start, found.start()), start)
    for begin in dict.fromkeys((clause, start)):
        named = _subject(words, begin, found.start())
        if named[0]:
            return named
        if begin == clause != start and _IMPERSONAL.search(words, begin, found.start()):
            break
    doer = _BY.match(words, found.end())
    if doer:
        who = _WHO.match(words, doer.end())
        return _read(who) if who else ("", "")
    return before if _PRONOUN.search(words, start, found.start()) else ("", "")


def _subject(words: str, start: int, end: int) -> tuple[Side, str]:
    for who in _WHO.finditer(words, start, end):
        if _NOT_WHO.search(words, max(start, who.start() - 24), who.start()):
            continue
        if not _WHOSE.match(words, who.end()):
            return _read(who)
    return "", ""


def _read(who: re.Match[str]) -> tuple[Side, str]:
    match who.lastgroup:
        case "both":
            return "both", who.group()
        case "members":
            return "members", who.group()
        case _:
            return "officers", who.group()
