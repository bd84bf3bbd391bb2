"""Guard of styles: a style sheet that fetches nothing, and stays within its element."""

from __future__ import annotations

import re
from collections.abc import Iterator

Fault = tuple[int, str]
"""The line it is in, and what is wrong, as the end of a sentence that begins with the file's name."""

_STRING = r'"(?:[^"\\\n]|\\.)*"|' + r"'(?:[^'\\\n]|\\.)*'"
_TOKEN = re.compile(
    rf"(?P<comment>/\*.*?(?:\*/|\Z))|(?P<string>{_STRING})"
    rf"|(?<=[\s:,(])url\((?P<url>\s*(?:{_STRING}|[^\"'()\\]*)\s*)\)",
    re.DOTALL | re.IGNORECASE,
)
"""What is read as one piece, from left to right as a browser does: otherwise each could hide another."""

_BARE = {
    r"\\": "holds a backslash outside quotation marks, which hides what is meant",
    r"@import": "fetches another style sheet (@import)",
    r"url\s*\(": "fetches a file with url(); only url(data:...) may stand there, after a space or a colon",
    r"(?<![\w-])(?:-webkit-)?(?:image-set|src|image|cross-fade|element|expression)\s*\(": (
        "uses a function that fetches from elsewhere"
    ),
}
"""What may not stand outside of quotation marks, and what is said of it."""


def faults_in_css(css: str) -> Iterator[Fault]:
    """Yield what a style sheet may not say."""
    for found in re.finditer(r"</|<!--", css):
        yield _line(css, found.start()), f"holds “{found.group()}”, which no style sheet needs"
    for found in _TOKEN.finditer(css):
        address = (found.group("url") or "").strip().strip("\"'").strip().lower()
        if found.group("url") is not None and not address.startswith("data:"):
            yield _line(css, found.start()), f"fetches {address}; only url(data:...) may stand there"
    bare = _TOKEN.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), css)
    for pattern, said in _BARE.items():
        for found in re.finditer(pattern, bare, re.IGNORECASE):
            yield _line(css, found.start()), said


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
