"""Drafting: the table of signs by which notes of drafters, and places they left open, are known."""

from __future__ import annotations

import re
from itertools import product

from protobuild.check.signs import Sign
from protobuild.model.source import Severity

_LOOKED_AT = ("this", "wording", "the wording", "date", "name", "link", "number", "title", "figure")
_DONE = ("check", "confirm", "insert", "update", "complete", "add")
_OPEN = ("to be confirmed", "to be added", "to be supplied", "to be provided", "to follow")
_THING = r"(?i:date|name|title|wording|figure|link|text|details|address|number|list)"


def _sign(seen: str, *needs: str) -> Sign:
    return Sign(
        re.compile(seen),
        "'{}' is for the drafter, and not for readers",
        "The text was not finished here, and readers would see it.",
        "Write what belongs there, or delete it.",
        Severity.WARNING,
        needs=needs,
    )


SIGNS = (
    _sign(
        r"\((?:[\w’'/ ]{0,40} )?(?:to be|TO BE) (?:confirmed|added|completed|supplied|advised|agreed"
        r"|determined|decided|updated|drafted)\b[^()\n]{0,30}\)",
        " to be ",
        "(to be ",
    ),
    _sign(
        r"\((?:[A-Z][\w’']*[ /]){1,4}to (?:check|confirm|advise|insert|update|review|provide|add|complete"
        r"|agree|supply)\b[^()\n]*\)",
        "(",
    ),
    _sign(
        rf"(?<!\[)\b(?:[A-Z]\w+ ){{1,3}}to (?:{'|'.join(_DONE)}) (?:{'|'.join(_LOOKED_AT)})\b[^.\n]*",
        *(f" to {done} {thing}" for done, thing in product(_DONE, _LOOKED_AT)),
    ),
    _sign(rf"(?<!\b[aA] )(?<!\bthe )(?<!\[)\b{_THING} (?:{'|'.join(_OPEN)})\b", *_OPEN),
    _sign(r"«[^»\n]{1,60}»|\{\{[^{}\n]{1,60}\}\}|<<[^<>\n]{1,60}>>", "«", "{{", "<<"),
    _sign(
        r"\bComment(?:ed)? \[[A-Z]{1,4}\d{0,3}\]:?|\bFormatted: [A-Z]\w+|\bDeleted: [“\"\w]+",
        *("commented [", "comment [", "formatted:", "deleted:"),
    ),
    _sign(
        r"\b(?:XYZ|ABC|Anytown|Anywhere|Anyshire|Your|YOUR|Sample) (?:[A-Z]\w+ )?(?:Council|COUNCIL)\b",
        *("xyz ", "abc ", "anytown", "anywhere", "anyshire", "your ", "sample "),
    ),
    _sign(
        r"(?<=[.!?\n] )(?:ACTION|Query|QUERY|COMMENT|Drafter|DRAFT|TO[D]O) ?: ?",
        *(
            f"{word}{end}"
            for word in ("action", "query", "comment", "drafter", "draft", "do")
            for end in (":", " :")
        ),
    ),
    _sign(
        r"\*\*\*+|\[[●•_ ]*\]|\b(?:see|add|insert) (?:hyper)?link here\b|\((?:hyper)?link\)",
        *("***", "[●", "[•", "[_", "[ ", "[]", "link here", "link)"),
    ),
)
