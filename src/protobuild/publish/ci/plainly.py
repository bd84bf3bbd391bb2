"""Put anybody's words into a comment so that they are words there and nothing else.

Comments are Markdown with HTML in it, and the platforms look through what comes of that once more: for
names to notify, numbers of other changes, addresses, emoji. An entity keeps a sign from being Markdown;
a word joiner, which nobody sees, keeps it from meaning something afterwards.
"""

from __future__ import annotations

import re

JOINER = "&#8288;"
"""U+2060: takes no room, and is part of no name, number or address."""

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#!|~^$%&@:]")
_MEANT = re.compile(r"([@#!$~%&^:\[{])(?=\S)|(\bwww)(?=\.)|(\bGH-)(?=\d)", re.IGNORECASE)
"""Signs before a name or a number: `@name`, `#1`, `!1`, `https://`, `:tada:`, `[+`, `www.`, `GH-1`."""


def plainly(words: str) -> str:
    """Return words as a comment can hold them, on one line, with nothing left of what they might do.

    >>> plainly("ask @name, *now*")
    'ask &#64;&#8288;name, &#42;now&#42;'
    """
    folded = " ".join(words.split())
    seen = "".join(letter for letter in folded if letter.isprintable())
    joined = _MEANT.sub("\\g<0>\ue000", seen.replace("\ue000", ""))
    return _MARKDOWN.sub(lambda sign: f"&#{ord(sign.group())};", joined).replace("\ue000", JOINER)
