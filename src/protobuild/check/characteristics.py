"""Characteristics: a list of protected characteristics names all nine, or says that it gives examples.

The Equality Act 2010 (England, Wales and Scotland; not read for this) may protect nine: age, disability,
gender reassignment, marriage and civil partnership, pregnancy and maternity, race, religion or belief,
sex and sexual orientation.

Passes: all nine; `any characteristic such as age or sex`; two of them in passing.
Fails: a note for `discriminate on the basis of race, gender or disability`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "characteristics"

_NINE = {
    "age": re.compile(r"\bage\b"),
    "disability": re.compile(r"\bdisab(?:ility|led)\b"),
    "gender reassignment": re.compile(r"\bgender (?:reassignment|identity)\b|\btransgender\b"),
    "marriage and civil partnership": re.compile(r"\bmarriage\b|\bmarital\b|\bcivil partnership\b"),
    "pregnancy and maternity": re.compile(r"\bpregnan\w+|\bmaternity\b"),
    "race": re.compile(r"\brac(?:e|ial)\b|\bethnic\w*|\bcolour\b"),
    "religion or belief": re.compile(r"\breligio\w+|\bfaith\b"),
    "sex": re.compile(r"\bsex\b|\bgender\b(?! (?:reassignment|identity))"),
    "sexual orientation": re.compile(r"\bsexual(?:ity| orientation)\b"),
}
_ABOUT = re.compile(
    r"discriminat|equalit|characteristic|regardless of|on the (?:basis|grounds?) of|because of"
)
_EXAMPLES = re.compile(
    r"\b(?:such as|includ\w+|for example|e\.g|among|any other|other protected|like)\b|\betc\b"
)
LEAST = 3
"""How many in a sentence make a list of them."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each sentence that lists some of the nine as though they were all."""
    if look.protocol.manifest.council.nation == "northern-ireland":
        return
    for prose in look.prose:
        if prose.spot.silent(NAME) or prose.own.count(",") == 0:
            continue
        small = prose.own.lower()
        if _ABOUT.search(small):
            yield from _told(look, prose, small)


def _told(look: Look, prose: Prose, small: str) -> Iterator[Finding]:
    for start, end in prose.sentences():
        sentence = small[start:end]
        spans = {name: found.span() for name, said in _NINE.items() if (found := said.search(sentence))}
        if not LEAST <= len(spans) < len(_NINE) or _EXAMPLES.search(sentence) or not _ABOUT.search(sentence):
            continue
        lacking = [name for name in _NINE if name not in spans]
        yield Finding(
            NAME,
            f"this list may leave out protected characteristics: it names {len(spans)} of nine",
            look.where(
                prose,
                start + min(first for first, _ in spans.values()),
                start + max(last for _, last in spans.values()),
            ),
            "The Equality Act 2010 (England, Wales and Scotland; not read for this) may protect nine; "
            f"not named here: {', '.join(lacking)}.",
            "Name all nine, refer to the Act, or write 'such as' before the list.",
            Severity.NOTE,
        )
