"""Copying: nothing is left of the file that the words were copied from.

Passes: `café`, `short- and long-term`, `£5`, `the council’s`.
Fails: a warning for `the councilâ€™s` and `Â£5` (signs read in the wrong way), for `�`, for bullets inside
words, for signs nobody can see, for `theCouncil`, for `~~struck~~` words, for `&nbsp;`, `the council?s` and
`Error! Bookmark not defined.`; a note for `inter- est` (a word cut at the end of a line), for a page number
and for `Back to top`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "copying"

_SEEN = "Readers see signs that mean nothing."
_SIGNS = (
    Sign(
        re.compile(r"[ÂÃâï](?:[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|€)[\u0080-\u00bf™œžŸ“”˜¦¢]?|\ufffd"),
        "'{}' is a sign that was read in the wrong way",
        _SEEN,
        "Write the sign that was meant, such as ’ or – or £.",
        Severity.WARNING,
        quoted=True,
        needs=("â", "ã", "ï", "\ufffd"),
    ),
    Sign(
        re.compile(r"[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff\ue000-\uf8ff\ufb00-\ufb06]"),
        "here stands a sign that cannot be seen, or that few can find: '{}'",
        "A search does not find the word that holds it, and it may be read out as something else.",
        "Delete it and type the letters.",
        Severity.WARNING,
        quoted=True,
    ),
    Sign(
        re.compile(r"[•▪◦●■]"),
        "a bullet stands among the words: '{}'",
        _SEEN,
        "Begin a list with '- ', one item a line, or delete the sign.",
        Severity.WARNING,
        quoted=True,
    ),
    Sign(
        re.compile(r"~~[^~\n]+~~|~~"),
        "'{}' shows words struck out in another text",
        "Readers cannot tell whether the words stand.",
        "Keep the words without the signs, or delete both.",
        Severity.WARNING,
        quoted=True,
        needs=("~~",),
    ),
    Sign(
        re.compile(r"[A-Z](?<=[a-z]{3}[A-Z])[a-z]{2,}"),
        "a space is missing before '{}'",
        "Two words were run into one.",
        "Put a space between the words.",
        Severity.WARNING,
        quoted=True,
        unless=re.compile(r"^(?:Gov|Tube|App|In|Book|Point|Time|Net|Power)$"),
    ),
    Sign(
        re.compile(r"- (?<=[a-z]{2}- )(?P<at>(?!and\b|or\b|to\b|nor\b|but\b)[a-z]{2,})"),
        "a word seems to be cut in two before '{}'",
        "It was cut at the end of a line of the file it comes from.",
        "Write the word in one.",
        quoted=True,
    ),
    Sign(
        re.compile(r"&(?:nbsp|amp|quot|apos|[lr]squo|[lr]dquo|[nm]dash|hellip|bull|pound|lt|gt|#x?\d{2,5});"),
        "'{}' is how a web page's file writes a sign",
        _SEEN,
        "Write the sign that was meant.",
        Severity.WARNING,
        quoted=True,
        needs=("&",),
    ),
    Sign(
        re.compile(
            r"Error! (?:Reference source|Bookmark|No text|Hyperlink)[^.\n]*\.?"
            r"|\b(?:MERGEFIELD|PAGEREF|HYPERLINK \\?\"|TOC \\o|_Toc\d+)[^\s.,;]*|_x000[0-9A-D]_"
        ),
        "'{}' was left by the program that the text was written with",
        "Readers look for what ought to stand here.",
        "Write what was meant, or delete it.",
        Severity.WARNING,
        quoted=True,
        needs=("error!", "mergefield", "pageref", "hyperlink", "toc \\o", "_toc", "_x000"),
    ),
    Sign(
        re.compile(r"[a-z](?P<at>\?)(?<=[a-z]{2}\?)(?:s\b|[a-z]{2})"),
        "a question mark stands inside a word",
        "It was an apostrophe or a hyphen that could not be read.",
        "Write the sign that was meant.",
        Severity.WARNING,
        quoted=True,
        needs=("?",),
        unless=re.compile(r"="),
    ),
    Sign(
        re.compile(
            r"[Ss]kip to (?:main )?content|[Bb]ack to top|[Pp]rint this page|[Ss]hare this page"
            r"|[Tt]his page was last updated|[Ww]as this page (?:useful|helpful)\??"
            r"|[Aa]ccept (?:all )?cookies"
        ),
        "'{}' belongs to a web page, and not to the text",
        "It stands between the words wherever they were copied to.",
        "Delete it.",
        quoted=True,
        needs=("skip to", "back to top", "this page", "cookies"),
    ),
    Sign(
        re.compile(r"(?<=[\n ])(?:[A-Z] ){3,}[A-Z]\b"),
        "'{}' has its letters set apart",
        "A search does not find the word, and it is read out letter by letter.",
        "Write the word in one.",
    ),
    Sign(
        re.compile(
            r"(?<=\n)(?:[Pp]age \d{1,3}(?: of \d{1,3})?|\d{1,3} ?[|] ?[Pp]age)(?=\n)"
            r"|(?<=[.;:,a-z] )[Pp]age \d{1,3} of \d{1,3}(?! of| in)|\d{1,3} ?[|] ?[Pp] ?a ?g ?e\b"
        ),
        "'{}' is a page's number",
        "It stands between the words wherever the page ends now.",
        "Delete it.",
        quoted=True,
        needs=("page ", "|"),
    ),
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each sign or word that copying left behind."""
    return found(look, NAME, _SIGNS)
