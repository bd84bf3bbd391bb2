"""Signs: the small words that turn a rule, as tables of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.redline.force.around import Found, Reader
from protobuild.redline.force.figures import DATE, NUMBER

Row = tuple[str, str] | tuple[str, str, str]
"""What the phrases say, the phrases parted by bars, and what must follow them if anything must.

`~` in a phrase leaves room for one word. A row that says nothing holds idioms, read only so
that no other family reads them.
"""

_WORD = re.compile(r"\w+")
_FIGURE = rf"(?= (?:the )?(?:{NUMBER}|{DATE}|noon\b|midnight\b))"
_TIME = r"(?= (?:\S+ ){1,4}?(?:minutes?|hours?|days?|weeks?|months?|years?)\b)"
_HAPPENS = r"(?= (?:that|they|it|he|she|there|this|the \w+ (?:has|have|is|are))\b)"
_EVENT = r"(?= (?:the|a|an|any|each|every|that|this|it|they|her|his|their|\w+ing)\b)"
_CLOSE = r"(?! (?:the |a )?(?:court|tribunal)\b)"

EXCEPTIONS: tuple[Row, ...] = (
    ("unless", "unless"),
    (
        "except",
        "except|except for|except that|except where|except when|except if|except in|except as|except with",
    ),
    ("except", "save for|save that|save where|save when|save as|save in|save with"),
    ("", "be subject to|only so long as|for so long as"),
    ("subject only to", "subject only to"),
    ("is subject to", "is subject to|are subject to"),
    ("subject to", "subject to|subject always to"),
    ("without prejudice to", "without prejudice to"),
    ("notwithstanding", "notwithstanding|despite|in spite of"),
    ("provided", "provided|providing", _HAPPENS),
    ("provided", "provided that|provided always that|providing that|so long as|as long as|on condition that"),
    ("other than", "other than|apart from|excluding|with the exception of"),
    ("", "but not limited to|but is not limited to|but are not limited to"),
    ("but not", "but not"),
)
CONDITIONS: tuple[Row, ...] = (
    ("", "even if|as if|if any|if necessary|if appropriate|if possible"),
    ("if", "if"),
)
ONLY: tuple[Row, ...] = (("", "not only|if only"), ("only", "only|solely|exclusively"))
NEGATION: tuple[Row, ...] = (
    ("", "not just|not merely|not least|whether or not|no doubt|if not"),
    ("", "without delay|without exception"),
    ("", "no|nos", r"(?=\.? ?\d)"),
    ("no one", "no one|no-one|nobody"),
    ("no longer", "no longer"),
    ("not", "not|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't"),
    ("never", "never"),
    ("none", "none"),
    ("nothing", "nothing"),
    ("no", "no"),
    ("neither", "neither"),
    ("without", "without"),
)
BOUNDS: tuple[Row, ...] = (
    ("at least", "at least|no less than|not less than|no fewer than|not fewer than|a minimum of"),
    ("at most", "at most|no more than|not more than|a maximum of|not exceeding"),
    ("at most", "up to", _FIGURE),
    ("no later than", "no later than|not later than|on or before"),
    ("no later than", "by", _FIGURE),
    ("no earlier than", "no earlier than|not earlier than|no sooner than|on or after"),
    ("more than", "more than|in excess of"),
    ("more than", "over|above|exceeding", _FIGURE),
    ("less than", "less than|fewer than"),
    ("less than", "under|below", _FIGURE),
    ("within", "within|in", _TIME),
    ("before", "before|prior to", _CLOSE),
    ("after", "after|following", _EVENT),
    ("after", "after", _FIGURE),
    ("until", "until|till"),
    ("since", "since"),
)
_CONSENTS = (
    "consent of|agreement of|approval of|permission of|authority of|consent from|approval from|agreement from"
)
ACTS: tuple[Row, ...] = (
    ("consent", "|".join(f"with the ~{one}" for one in _CONSENTS.split("|"))),
    (
        "consent",
        "|".join(
            f"{verb} {the}~{one}"
            for verb in (
                "have",
                "has",
                "obtain",
                "obtains",
                "seek",
                "get",
                "need",
                "needs",
                "require",
                "requires",
            )
            for the in ("", "the ")
            for one in _CONSENTS.split("|")
        ),
    ),
    (
        "consult",
        "in consultation with|after consulting|after consultation with|having consulted|on the advice of",
    ),
    (
        "consult",
        "consult|consults|consulted|consulting|take the advice of|seek the views of|seek the advice of",
    ),
    ("decide", "decide|decides|decided|determine|determines|determined|approve|approves|approved"),
    ("decide", "agree|agrees|agreed|authorise|authorises|authorised"),
    ("advise", "advise|advises|advised|recommend|recommends|recommended|propose|proposes|proposed"),
    ("advise", "suggest|suggests|suggested|comment on|comments on"),
    ("tell", "tell|tells|told|inform|informs|informed|notify|notifies|notified"),
)
QUANTITIES: tuple[Row, ...] = (
    ("", "at all times|in all cases|in any event|in any case|in any circumstances|in any way|at all"),
    ("", "each other|one another|above all"),
    ("any", "any|anyone|anybody|anything"),
    ("all", "all"),
    ("each", "each|every|everyone|everybody|everything"),
    ("some", "some|certain|several"),
    ("most", "most"),
    ("both", "both"),
    ("either", "either"),
)
JOINS: tuple[Row, ...] = (
    ("and/or", "and/or|and / or"),
    ("and", "and|together with|as well as"),
    ("or", "or|nor"),
)
EXTENTS: tuple[Row, ...] = (
    ("only", "includes only|include only|is limited to|are limited to"),
    ("whole", "means", r"(?! (?:of|that)\b)"),
    (
        "whole",
        "is defined as|are defined as|comprises|comprise|consists of|consist of|namely|that is to say|i.e.",
    ),
    ("part", "includes but is not limited to|including but not limited to|including, but not limited to"),
    ("part", "includes|include|including|such as|for example|in particular|e.g."),
)
SOFTENERS: tuple[Row, ...] = (
    ("always", "always|at all times|in all cases|without exception"),
    ("normally", "normally|usually|generally|ordinarily|in most cases|as a rule"),
    (
        "where possible",
        "where possible|wherever possible|if possible|when possible|as far as possible|so far as possible",
    ),
    ("where possible", "where practicable|wherever practicable|if practicable|as far as practicable"),
    (
        "where possible",
        "where reasonably practicable|so far as is reasonably practicable|as far as reasonably practicable",
    ),
    ("where appropriate", "where appropriate|if appropriate|where necessary|if necessary|as appropriate"),
    (
        "try",
        "try to|tries to|seek to|seeks to|endeavour to|endeavours to|aim to|aims to|attempt to|attempts to",
    ),
    ("discretion", "at their discretion|at its discretion|at his or her discretion|at the ~'s discretion"),
    ("reasonable", "reasonable|reasonably"),
)
PROMPTNESS: tuple[Row, ...] = (
    ("immediately", "immediately|forthwith|without delay|at once|straight away"),
    (
        "promptly",
        "promptly|quickly|as soon as possible|as soon as practicable|as soon as is reasonably practicable",
    ),
    ("promptly", "as soon as reasonably practicable|as soon as reasonably possible|in good time"),
    ("in advance", "in advance|beforehand|prior", r"(?! (?:of|to)\b)"),
    ("in writing", "in writing|written"),
    ("orally", "orally|verbally|by telephone"),
)


def reader(table: tuple[Row, ...]) -> tuple[Reader, frozenset[str], int]:
    """Return what reads the phrases of a table, the words they begin with, and the most that follow one.

    Where several phrases fit at one place, the longest is taken.
    """
    phrases = [(phrase, key, "".join(ahead)) for key, said, *ahead in table for phrase in said.split("|")]
    phrases.sort(key=lambda row: (-len(row[0]), not row[2]))
    patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for phrase, key, ahead in phrases:
        form = re.escape(phrase).replace(r"\~", r"(?:\w+ )?")
        pattern = re.compile(rf"(?<![\w-]){form}{ahead}(?![\w-])", re.IGNORECASE)
        patterns.setdefault(re.split(r"\W", phrase)[0], []).append((pattern, key))

    def read(text: str) -> list[Found]:
        return list(_read(text, patterns))

    return read, frozenset(patterns), max(len(re.findall(r"\w+|~", phrase)) for phrase, _, _ in phrases) - 1


def _read(text: str, patterns: dict[str, list[tuple[re.Pattern[str], str]]]) -> Iterator[Found]:
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        for pattern, key in patterns.get(word.group().lower(), ()):
            if match := pattern.match(text, word.start()):
                end = match.end()
                yield Found(match.start(), end, match.group().lower(), key, key)
                break
