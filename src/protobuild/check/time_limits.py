"""Time limits: a limit that is typed as a fact is one that the words name.

Passes: `value: 5` and `unit: working_days` beside "within five working days"; `within: 10 working
days` beside "replies within 10 working days"; `value: 14` and `unit: days` beside "a fortnight".
Fails: a warning for `value: 5` beside "within 3 working days"; `unit: days` beside "5 working
days"; `holding_reply: true` beside words that promise none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from protobuild.check.spot import Look
from protobuild.model.clause import Clause, ResponseTime
from protobuild.model.saying import listed
from protobuild.model.source import Finding, Severity

NAME = "time_limits"

Limit: TypeAlias = tuple[int, str]
"""How many of a unit; weeks are counted as days, and whole days of hours too."""

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
FIGURES = {word: number for number, word in enumerate(_ONES, 1)}
FIGURES |= {ten: 10 * number for number, ten in enumerate(_TENS, 2)}
FIGURES |= {f"{ten}-{one}": FIGURES[ten] + FIGURES[one] for ten in _TENS for one in _ONES[:9]}
FIGURES |= {"a": 1, "an": 1, "next": 1}
"""What number words come to; "by the next working day" is one working day."""

_NUMBER = r"\d{1,4}|[a-z]+(?:-[a-z]+)?"
"""Any word: the table says which are numbers, and a list of them all would take long to make ready."""
_LIMIT = re.compile(
    rf"(?<![\w.-])(?P<first>{_NUMBER})(?:\s*\(\w+\))?(?:\s*(?:to|or|[-–])\s*(?P<second>{_NUMBER}))?"
    r"[\s-]+(?:(?:clear|full|further|calendar)\s+)?(?P<working>(?:working|business|office)[\s-]+)?"
    r"(?P<unit>hour|day|week|fortnight|month)s?\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[*_\\]")
_HOLDING = re.compile(
    r"holding|acknowledg|interim|initial|longer|delay|meantime|meanwhile|progress|updat|expect|"
    r"unable|cannot|not possible|full(?:er)? (?:reply|response|answer)",
    re.IGNORECASE,
)
"""What words that promise a first reply have in common, whatever they call it."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a warning for each typed limit or promise that the words do not make."""
    for path, clause in look.clauses():
        if NAME in clause.quiet:
            continue
        if clause.response_time:
            yield from _reply(look, f"{path}.response_time", clause.response_time)
        yield from _steps(look, f"{path}.procedure.steps", clause)


def _reply(look: Look, path: str, time: ResponseTime) -> Iterator[Finding]:
    typed = f"{time.value} {time.unit.replace('_', ' ')}"
    yield from _held(look, f"{path}.value", typed, time.text)
    if time.holding_reply and not _HOLDING.search(time.text):
        yield Finding(
            NAME,
            "'holding_reply' is yes, and the words say nothing of one",
            look.place(f"{path}.holding_reply"),
            "Only the words are printed, so nobody would be promised a first reply.",
            "Say in the words what happens when a full answer takes longer, or write 'holding_reply: no'.",
            Severity.WARNING,
        )


def _steps(look: Look, path: str, clause: Clause) -> Iterator[Finding]:
    for number, step in enumerate(clause.procedure.steps if clause.procedure else ()):
        yield from _held(look, f"{path}.{number}.within", step.within, step.text)


def _held(look: Look, path: str, typed: str, words: str) -> Iterator[Finding]:
    """Yield a warning when the words do not name the limit that is typed."""
    wanted, said = dict(_limits(typed)), dict(_limits(words))
    if not wanted or wanted.keys() & said.keys():
        return
    named = listed([f"'{each}'" for each in said.values()])
    yield Finding(
        NAME,
        f"the limit typed here is '{typed}', and the words "
        + (f"say {named}" if named else "name no time limit"),
        look.place(path),
        "Only the words are printed; a report on how soon replies are due would say something else.",
        "Look up which is right, and make the other the same.",
        Severity.WARNING,
    )


def _limits(words: str) -> Iterable[tuple[Limit, str]]:
    """Yield each limit the words name, with how they say it."""
    for found in _LIMIT.finditer(_SIGNS.sub("", words)):
        unit = found["unit"].lower()
        for figure in (found["first"], found["second"]):
            amount = _amount(figure)
            if amount:
                yield _counted(amount, unit, bool(found["working"])), " ".join(found.group().split())


def _amount(figure: str | None) -> int:
    """Return what a figure or a number word comes to; 0 for any other word."""
    return FIGURES.get((figure or "").lower(), int(figure) if figure and figure.isdigit() else 0)


def _counted(amount: int, unit: str, working: bool) -> Limit:
    if unit == "hour":
        return (amount // 24, "day") if amount % 24 == 0 else (amount, unit)
    if working:
        return amount * {"week": 5, "fortnight": 10}.get(
            unit, 1
        ), "month" if unit == "month" else "working day"
    days = {"week": 7, "fortnight": 14}.get(unit)
    return (amount * days, "day") if days else (amount, unit)
