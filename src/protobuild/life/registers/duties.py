"""The register of duties, and the two sides set beside each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from protobuild.check.both_sides import MATTERS, bound_in
from protobuild.check.duties import Duty
from protobuild.check.duties import duties as duties_in
from protobuild.life.registers.reading import Reading
from protobuild.model.register import Register
from protobuild.model.saying import listed

WORDS = ("must", "should", "will", "may", "shall")

_WORD = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def duties(reading: Reading) -> Register:
    """Return every must, should, will, may and shall: who is bound, to what, and where."""
    found = list(duties_in(reading.words))
    return Register(
        "duties",
        "Duties, expectations and permissions",
        "Who is bound is read from the sentence; where it does not say, nothing stands here. "
        + _tally(reading),
        ("Paragraph", "Who", "Side", "Word", "What", "Whose words"),
        tuple(_row(reading, duty) for duty in found),
    )


def _row(reading: Reading, duty: Duty) -> tuple[str, ...]:
    word = f"{duty.word} not" if duty.negated else duty.word
    whose = "the council's own" if duty.own else "quoted"
    return reading.at(duty.prose), duty.who, duty.side, word, _line(duty.what), whose


def tally(reading: Reading) -> dict[str, int]:
    """Return how often each of the words stands in the text, whatever it means there."""
    count = Counter(found.lower() for words in reading.words for found in _WORD.findall(words.words))
    return {word: count[word] for word in WORDS}


def _tally(reading: Reading) -> str:
    said = listed([f"{word} {number}" for word, number in tally(reading).items()])
    return f"In the whole text the words stand so often: {said}; the month of May, or a will, is no duty."


def both_sides(reading: Reading) -> Register:
    """Return what members and officers owe each other, matter by matter, side by side."""
    owed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for bound in bound_in(reading.words):
        words = f"{reading.at(bound.prose)}: {_line(bound.prose.words[bound.start : bound.end])}"
        for side in ("members", "officers") if bound.side == "both" else (bound.side,):
            if words not in owed[bound.matter, side]:
                owed[bound.matter, side].append(words)
    return Register(
        "both-sides",
        "Members and officers, side by side",
        "What binds both stands on both sides. The matters are told by words; other ways of saying the same "
        "may have been missed.",
        ("Matter", "Members", "Officers"),
        tuple(
            (matter, "\n".join(owed[matter, "members"]), "\n".join(owed[matter, "officers"]))
            for matter in MATTERS
        ),
    )


def _line(words: str) -> str:
    return " ".join(words.split())
