"""Lines: text in lines of a readable length; a colour never runs on past the end of a line."""

from __future__ import annotations

import re
import textwrap

WIDTH = 88
PLAIN = "\x1b[0m"

_CODE = re.compile(r"\x1b\[[\d;]*m")
_STAND_INS = 0xF0000
"""From here on a letter stands for each colour while lines are measured; no text uses them."""


def wrap(text: str, width: int = WIDTH, first: str = "", later: str = "") -> str:
    """Return the text in lines of at most that width, long words excepted; its own line breaks stay.

    `first` stands before the first line and `later` before the others.
    """
    codes = list(dict.fromkeys(_CODE.findall(text)))
    for number, code in enumerate(codes):
        text = text.replace(code, chr(_STAND_INS + number))
    wrapped = "\n".join(_wrapped(text, width, first, later))
    for number, code in enumerate(codes):
        wrapped = wrapped.replace(chr(_STAND_INS + number), code)
    return _ended(wrapped) if codes else wrapped


def _wrapped(text: str, width: int, first: str, later: str) -> list[str]:
    wrapper = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    out = []
    for number, line in enumerate(text.split("\n")):
        wrapper.initial_indent, wrapper.subsequent_indent = later if number else first, later
        out.append(wrapper.fill(line))
    return out


def _ended(text: str) -> str:
    """Return the lines with each colour ended where its line ends and begun again after the next indent."""
    out = []
    running = ""
    for line in text.split("\n"):
        words = line.lstrip(" ")
        codes = _CODE.findall(words)
        before, running = running, codes[-1] if codes else running
        running = "" if running == PLAIN else running
        out.append(line[: len(line) - len(words)] + before + words + (PLAIN if running else ""))
    return "\n".join(out)
