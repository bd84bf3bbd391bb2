"""Take the answers a new protocol begins with: from a file, from a person, else what is usual."""

from __future__ import annotations

import re
from collections.abc import Mapping

from protobuild.life.starting.models import read_manifest
from protobuild.life.starting.questions import FACTS, NO, NONE, QUESTIONS, TIERS, YES, Question, asked
from protobuild.model.saying import listed
from protobuild.model.source import ProtocolError, UsageError, errors_of
from protobuild.model.spelling import nearest
from protobuild.store.load import with_excerpts
from protobuild.store.places import Value, at
from protobuild.store.yaml import read_yaml

LONGEST = 120
"""Characters of an answer; the longest name of a real council has under 80."""

_SIGNS = re.compile(r"[\[\]<>{}*_`#|\\~]")
"""Signs that mean something in the text the answer goes into."""
_ADDRESS = re.compile(r"https?://[^\s/?#\[\]<>]+(/[^\s?#\[\]<>]*)?")
_LOCAL = re.compile(r"\b(Parish|Town|Community|Village|Neighbourhood)\b", re.IGNORECASE)


def read_answers(name: str, data: bytes) -> dict[str, str]:
    """Return the answers in a YAML file, calling it by `name`.

    Raises ProtocolError where it cannot be read, and UsageError where it answers what nobody asked.
    """
    raw = read_yaml(name, data)
    errors = errors_of(raw.findings)
    if errors:
        raise ProtocolError(with_excerpts(errors, {name: raw.lines}))
    if not isinstance(raw.data, dict):
        raise UsageError(f"'{name}' holds no answers.", fix="Write one in a line, such as 'tier: local'.")
    return {_known(key, name): _one(key, said) for key, said in raw.data.items()}


def completed(given: Mapping[str, str]) -> dict[str, str]:
    """Return every answer for the tier of the council, what was not given taken as usual.

    Raises UsageError where an answer does not do or was not asked for, and where one is missing that
    nobody can guess.
    """
    tier = tier_of(given)
    _insist_on_asked(given, tier)
    answers = {}
    for question in asked(tier):
        said = given.get(question.name)
        blank = said is None or not (said.strip() or question.several)  # of several, none may be meant
        answers[question.name] = valid(question, tier, usual(question, given) if blank else said or "")
    _insist_on_different(answers, tier)
    return answers


def _insist_on_asked(given: Mapping[str, str], tier: str) -> None:
    names = [question.name for question in asked(tier)]
    for name in given:
        if name not in names:
            raise UsageError(
                f"'{name}' is not asked of a {tier} council.",
                fix=f"Leave it out, or say with --tier that the council is {_other(tier)}.",
            )


def _insist_on_different(answers: Mapping[str, str], tier: str) -> None:
    """Raise UsageError where two roles would be one: nobody is the body that nobody decides alone in."""
    titles: dict[str, str] = {}
    for question in asked(tier):
        if question.fills[tier][0] == "roles":
            other = titles.setdefault(answers[question.name].lower(), question.name)
            if other != question.name:
                raise UsageError(
                    f"'{other}' and '{question.name}' are both called '{answers[question.name]}'.",
                    fix="Give each its own title: one person cannot be both, nor stand for a committee.",
                )


def _other(tier: str) -> str:
    return next(each for each in TIERS if each != tier)


def tier_of(given: Mapping[str, str]) -> str:
    """Return the tier that was answered; where it was not, the one that the council's name suggests."""
    question = next(each for each in QUESTIONS if each.name == "tier")
    return valid(question, TIERS[0], given.get("tier") or _suggested(given.get("council", "")))


def usual(question: Question, given: Mapping[str, str]) -> str:
    """Return what is taken where nothing is answered; nothing where it has to be."""
    tier = tier_of(given)
    if question.name == "tier":
        return tier
    if question.needed:
        return ""
    if tier in question.default:
        return question.default[tier]
    said = at(read_manifest(tier), question.fills[tier])
    if isinstance(said, dict):
        return ", ".join(name for name in question.choices[tier] if said.get(name) == YES) or NONE
    return said if isinstance(said, str) else ""


def valid(question: Question, tier: str, said: str) -> str:
    """Return an answer as it is written down; raise UsageError where it does not do."""
    words = " ".join(said.split())
    choices = question.choices.get(tier, ())
    if question.several:
        return ", ".join(_choice(question, choices, part) for part in _parts(words))
    if choices:
        return _choice(question, choices, words)
    if not words and question.needed:
        raise UsageError(
            f"'{question.name}' has to be answered: {question.asks[0].lower()}{question.asks[1:]}",
            fix=f'Add --{question.name} "...", or answer it in a file given with --answers.',
        )
    if question.name == "address":
        return _address(words)
    return _words(question, words)


def facts_in(question: Question, tier: str, said: str) -> dict[str, str]:
    """Return what an answer of several choices makes of each of them: a fact of the council."""
    chosen = _parts(said)
    return {name: YES if name in chosen else NO for name in question.choices[tier]}


def is_facts(question: Question, tier: str) -> bool:
    """Return whether the question answers several facts at once."""
    return question.fills[tier] == FACTS


def _known(key: str, name: str) -> str:
    names = [question.name for question in QUESTIONS]
    if key in names:
        return key
    near = nearest(key, names)
    raise UsageError(
        f"'{key}' in '{name}' is not a question that is asked.",
        fix=f"Write '{near}'." if near else f"The questions are {listed(names)}.",
    )


def _one(key: str, said: Value) -> str:
    if isinstance(said, list) and all(isinstance(each, str) for each in said):
        return ", ".join(map(str, said))
    if not isinstance(said, str):
        raise UsageError(
            f"The answer to '{key}' is not a word or a list of words.", fix=f"Write '{key}: ...'."
        )
    return said


def _suggested(name: str) -> str:
    return "local" if _LOCAL.search(name) else "principal"


def _parts(words: str) -> list[str]:
    return [part for part in re.split(r"[,\s]+", words) if part and part.lower() != NONE]


def _choice(question: Question, choices: tuple[str, ...], said: str) -> str:
    meant = {choice[:1]: choice for choice in choices} if choices == (YES, NO) else {}
    word = said.lower().replace(" ", "-")
    word = meant.get(word, word)
    if word not in choices:
        offered = listed(list(choices) + ([NONE] if question.several else []), "or")
        raise UsageError(f"'{said}' is no answer to '{question.name}'.", fix=f"Answer {offered}.")
    return word


def _address(words: str) -> str:
    if words and not _ADDRESS.fullmatch(words):
        raise UsageError(
            f"'{words}' is not a whole address.",
            fix="Write it from https:// on, or leave it empty until it is known.",
        )
    return words


def _words(question: Question, words: str) -> str:
    sign = _SIGNS.search(words)
    if sign or not words.isprintable():
        shown = f"'{sign.group()}'" if sign else "A sign that cannot be seen"
        raise UsageError(
            f"{shown} cannot stand in the answer to '{question.name}'.",
            fix="Write it in words, as it is printed.",
        )
    if len(words) > LONGEST:
        raise UsageError(f"The answer to '{question.name}' is longer than {LONGEST} letters.")
    return words
