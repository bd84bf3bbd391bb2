"""Signs: tables of what gives a fault of writing away, looked for in all words of a protocol at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity


@dataclass(frozen=True, slots=True)
class Sign:
    """One sort of fault: how to know it, and what to say of it."""

    seen: re.Pattern[str]
    """What gives it away; a group `at` marks what is shown, where that is not all of it."""
    message: str
    """What is wrong; `{}` stands for the words that are shown."""
    why: str
    fix: str
    severity: Severity = Severity.NOTE
    quoted: bool = False
    """Whether the words of others are looked at as well."""
    needs: tuple[str, ...] = ()
    """Small letters or signs of which one is there wherever the fault is; most texts then need no search."""
    unless: re.Pattern[str] | None = None
    """What excuses it, in all that was seen."""


def found(look: Look, name: str, signs: Iterable[Sign]) -> Iterator[Finding]:
    """Yield a finding for each place where a sign is seen and the check of that name is not silenced."""
    page = look.page
    for sign in signs:
        if sign.needs and not any(letters in page.small for letters in sign.needs):
            continue
        for seen in sign.seen.finditer(page.words if sign.quoted else page.own):
            if sign.unless is None or not sign.unless.search(seen.group()):
                yield from _told(look, name, sign, seen)


def _told(look: Look, name: str, sign: Sign, seen: re.Match[str]) -> Iterator[Finding]:
    start, end = seen.span("at" if seen.groupdict().get("at") else 0)
    prose, begins = look.page.spot(start)
    if prose.spot.silent(name):
        return
    words = " ".join(look.page.words[start:end].split())
    place = look.where(prose, start - begins, end - begins)
    yield Finding(name, sign.message.format(words), place, sign.why, sign.fix, sign.severity)
