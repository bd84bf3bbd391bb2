"""The register of response times: every time limit that is typed, or that the words name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.life.registers.reading import Reading
from protobuild.model.register import Register

_LIMIT = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|next)"
    r"[ -](?:(?:clear|full|working|calendar)[ -])*(?:hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)


def response_times(reading: Reading) -> Register:
    """Return every time limit, with the sentence that sets it and whether it is typed as a fact."""
    return Register(
        "response-times",
        "Response times and other time limits",
        "A limit that is typed is a fact that the program checks against the words.",
        ("Paragraph", "Limit", "Typed as", "Sentence"),
        tuple(row for words in reading.words for row in _limits(reading, words)),
    )


def _limits(reading: Reading, words: Prose) -> Iterator[tuple[str, ...]]:
    for start, end in words.sentences() if _LIMIT.search(words.words) else ():
        sentence = " ".join(words.words[start:end].split())
        for found in dict.fromkeys(_LIMIT.findall(sentence)):
            yield reading.at(words), found, _typed(words), sentence


def _typed(words: Prose) -> str:
    """Return the limit that the clause or the step types beside its words."""
    clause, path = words.spot.clause, words.spot.path
    if clause and clause.response_time:
        return f"{clause.response_time.value} {clause.response_time.unit.replace('_', ' ')}"
    if clause and clause.procedure and ".steps." in path:
        return clause.procedure.steps[int(path.split(".")[-2])].within
    return ""
