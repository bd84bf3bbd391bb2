"""Make typed references live: “paragraph 5.3” becomes “paragraph [[id]]” where there is no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from protobuild.interchange.clauses import Data
from protobuild.interchange.document import Imported, to_outline
from protobuild.interchange.notes import Note, Topic
from protobuild.model.outline import Kind, Outline, citations

_NUMBER = r"\d{1,3}(?:\.\d{1,3})*(?:\([a-z]{1,4}\))*"
_NEXT = r"(?:, and |, | and | or | to )"
_REFERENCE = re.compile(
    r"\b((?:sub-?)?paragraphs?|clauses?|sections?)([ \u00a0])"
    rf"({_NUMBER}(?:{_NEXT}{_NUMBER})*)(?![\d(\]]|\.\d)",
    re.IGNORECASE,
)
_EACH = re.compile(_NUMBER)
_ELSEWHERE = re.compile(
    r"^,?\s+(?:of|in|to|under|from)\s+(?!this (?:protocol|document|part|section)\b)", re.IGNORECASE
)
_HERE = re.compile(
    r"^\s+(?:above|below|of this (?:protocol|document)|in this (?:protocol|document))\b", re.IGNORECASE
)
_OTHER_TEXT = re.compile(
    r"\b(?:Act|Acts|Code|Codes|Regulations?|Schedule|Order|Rules?|Part|Appendix|Annex|Constitution|Policy"
    r"|Guidance|Handbook|Orders|Procedures?|Scheme|Directions?|Report)\b[^.;!?]{0,60}$"
)
_PROSE = frozenset({"text", "lead_in", "closing"})


def make_live(imported: Imported) -> Imported:
    """Return the import with references to its own numbers written as references to ids.

    A reference counts only where exactly one provision has that number, the words do not
    name another document, and readers see the same words as before.
    """
    known = _known(to_outline(imported))
    made: list[str] = []

    def live(text: str) -> str:
        return "\n".join(
            line if line.lstrip().startswith(">") else _line(line, known, made) for line in text.split("\n")
        )

    sections = tuple(_each(section, live) for section in imported.sections)
    if not made:
        return imported
    changed = replace(imported, sections=sections)
    if to_outline_words(changed) != to_outline_words(imported):
        return imported
    note = Note(
        Topic.REFERENCE, f"{len(made)} made live: {', '.join(dict.fromkeys(made))}", confidence="high"
    )
    return replace(changed, report=replace(imported.report, notes=(*imported.report.notes, note)))


def to_outline_words(imported: Imported) -> list[str]:
    """Return the words that readers see, entry by entry."""
    return [entry.words for entry in to_outline(imported).entries]


def _known(outline: Outline) -> dict[tuple[bool, str], str]:
    """Return the id that each number stands for alone, of sections apart from the rest."""
    found: dict[tuple[bool, str], list[str]] = {}
    for entry, number in zip(outline.entries, citations(outline.entries), strict=True):
        if number and entry.id:
            found.setdefault((entry.kind is Kind.SECTION, number), []).append(entry.id)
    return {number: ids[0] for number, ids in found.items() if len(ids) == 1}


def _each(data: Data, change: Callable[[str], str]) -> Data:
    """Return plain data with its prose changed, at every depth; quotations stay as they are."""
    return {key: value if key == "quotation" else _changed(key, value, change) for key, value in data.items()}


def _changed(key: str, value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 (plain data)
    match value:
        case dict():
            return _each(value, change)
        case list() if key == "rows":
            return [[change(cell) for cell in row] for row in value]
        case list():
            return [_each(each, change) if isinstance(each, dict) else each for each in value]
        case str() if key in _PROSE:
            return change(value)
    return value


def _line(line: str, known: Mapping[tuple[bool, str], str], made: list[str]) -> str:
    def put(found: re.Match[str]) -> str:
        section = found[1].lower().startswith("section")
        ids = {number: known.get((section, number), "") for number in _EACH.findall(found[3])}
        if not all(ids.values()) or not _certain(found, section=section):
            return found[0]
        made.append(found[0].replace("\u00a0", " "))
        return f"{found[1]}{found[2]}" + _EACH.sub(lambda number: f"[[{ids[number[0]]}]]", found[3])

    return _REFERENCE.sub(put, line)


def _certain(found: re.Match[str], *, section: bool) -> bool:
    """Return whether the words around a reference leave no doubt that it is to this text."""
    after, before = found.string[found.end() :], found.string[: found.start()]
    if _ELSEWHERE.match(after) or after.startswith("]("):
        return False
    if _HERE.match(after):
        return True
    plain = section or any("." not in number for number in _EACH.findall(found[3]))
    return not plain and not _OTHER_TEXT.search(before)
