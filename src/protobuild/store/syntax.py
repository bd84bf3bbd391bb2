"""Say in plain words why a file could not be read on, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import shorten

from protobuild.model.saying import counted
from protobuild.model.source import Finding, Place


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stopped the parser, in its own words, which no reader sees; lines and columns from 0."""

    context: str
    problem: str
    since_line: int
    since_column: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of fault: how to know it, and what to say."""

    signs: str
    """A regular expression for the parser's words."""
    rule: str
    message: str
    fix: str
    since: bool = False
    """The fault lies where the construct began, not where the parser gave up."""


_WHY = "The rest of the file cannot be read until this is put right."
_BAR = "Write '|' after the colon and put the words on the next line, two spaces further in."

_SORTS = (
    _Sort(
        r"an (alias|anchor)|a tag",
        "unquoted-start",
        "words may not begin with '*', '&' or '!' unless they stand below '|' or in quotation marks",
        _BAR,
        since=True,
    ),
    _Sort(
        r"found character '[%@`]'",
        "unquoted-start",
        "words may not begin with this sign unless they stand below '|' or in quotation marks",
        _BAR,
    ),
    _Sort(
        r"quoted scalar.*(end of stream|document separator)",
        "unclosed-quote",
        "the quotation mark that opens here is never closed",
        "Close it, or " + _BAR[0].lower() + _BAR[1:],
        since=True,
    ),
    _Sort(
        r"escape (character|sequence)",
        "bad-escape",
        "a backslash inside double quotation marks starts a code, and this code is not known",
        "Write two backslashes, or " + _BAR[0].lower() + _BAR[1:],
    ),
    _Sort(
        r"flow (sequence|mapping)",
        "unclosed-list",
        "the bracket that opens here is not closed, or two of its entries are not parted by a comma",
        "Close the bracket; where the bracket belongs to the words, " + _BAR[0].lower() + _BAR[1:],
        since=True,
    ),
    _Sort(
        r"a directive",
        "bad-yaml",
        "a line may not begin with '%'",
        _BAR,
        since=True,
    ),
    _Sort(
        r"a block scalar",
        "bad-block",
        "only a comment may follow '|' or '>' in the same line",
        "Put the words on the next line, two spaces further in.",
    ),
    _Sort(
        r"could not find expected ':'",
        "bad-indent",
        "this line is neither a field, such as 'text:', nor part of the words above it",
        "Indent it like the words above, or give it a field's name and a colon.",
        since=True,
    ),
)

_INDENT = _Sort(
    "",
    "bad-indent",
    "this line does not line up with the lines above it",
    "Give it as many spaces at its start as its neighbours of the same sort have.",
)
_COLON = _Sort(
    "",
    "unquoted-colon",
    "a colon and a space inside these words read as the end of a field's name",
    _BAR,
)
_BRACKET = _Sort(
    "",
    "unquoted-start",
    "words may not begin with '[' or '{' unless they stand below '|' or in quotation marks",
    _BAR,
)
_QUOTED = _Sort(
    "",
    "unquoted-start",
    "these words begin with a quotation mark and go on after it closes",
    _BAR,
)
_TAB = _Sort(
    "",
    "tab",
    "this line is indented with a tab",
    "Use spaces, two for each step; most editors can be told to do so.",
)
_FIELD = re.compile(r"^\s*(?:- +)*(['\"]?)[\w-]+\1\s*:(?:\s|$)")
_QUOTE = re.compile(
    r"""^\s*(?:- +)*(?:[\w-]+:\s+)?(?P<words>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#:,\]}]"""
)
"""A value in quotation marks with more words after it."""
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")
_WHOLE = re.compile(r"<\|?=>")
_MOST = 400
"""Letters of each version that are shown; two paragraphs can be told apart by fewer."""
_BRACKETED = re.compile(r"^\s*(?:- +)*(?:[\w-]+:\s+)?([\[{])")


def explain(name: str, lines: tuple[str, ...], trouble: Trouble) -> Finding:
    """Return the finding for what stopped the parser."""
    sort, line, column = _sort(lines, trouble)
    last = max(0, len(lines) - 1)
    while line == last and line > 0 and not lines[line].strip():
        line, last = line - 1, last - 1  # a fault at the very end is shown at the last words
        column = len(lines[line])
    end = len(lines[line]) if line < len(lines) else column
    place = Place(name, line + 1, column + 1, line + 1, max(end, column + 1) + 1)
    return Finding(sort.rule, sort.message, place, _WHY, sort.fix)


def conflict(name: str, lines: tuple[str, ...]) -> Finding | None:
    """Return the finding for a file that two people changed at once, with what each of them wrote."""
    marks = [(number, found[1][0]) for number, line in enumerate(lines) if (found := _CONFLICT.match(line))]
    signs = "".join(sign for _, sign in marks)
    whole = _WHOLE.search(signs)
    if whole is None:
        return None
    start, end = marks[whole.start()][0], marks[whole.end() - 1][0]
    parted = marks[whole.end() - 2][0]
    common = marks[whole.start() + 1][0]  # git may be told to show what both began from, between | and =
    one, other = _quoted(lines[start + 1 : common]), _quoted(lines[parted + 1 : end])
    more = len(_WHOLE.findall(signs)) - 1
    again = f" The same is so in {counted(more, 'more place')}." if more else ""
    return Finding(
        "two-versions",
        "this file holds two versions side by side, since two people changed the same lines: "
        f"one says {one}, the other {other}",
        Place(name, start + 1, 1, start + 1, len(lines[start]) + 1),
        f"Nobody could say which of the two is meant.{again}",
        "Keep one, and delete the other with the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    )


def _quoted(lines: tuple[str, ...]) -> str:
    """Return what somebody wrote in one line, its beginning where it is long."""
    words = " ".join(" ".join(lines).split())
    return f"“{shorten(words, _MOST, placeholder=' …')}”" if words else "nothing"


def tab(name: str, line: int, column: int) -> Finding:
    """Return the finding for a tab that indents; the line and column count from 0."""
    return Finding(
        _TAB.rule,
        _TAB.message,
        Place(name, line + 1, column + 1, line + 1, column + 2),
        "Programs disagree on how wide a tab is, and so on what belongs to what.",
        _TAB.fix,
    )


def _sort(lines: tuple[str, ...], trouble: Trouble) -> tuple[_Sort, int, int]:
    """Return the sort of fault, and where it is to be shown."""
    line, column = trouble.line, trouble.column
    for near in (line, line - 1):
        if 0 <= near < len(lines) and "\t" in indent(lines[near]):
            return _TAB, near, lines[near].index("\t")
    for near in (line, line - 1, trouble.since_line):
        found = _BRACKETED.match(lines[near]) if 0 <= near < len(lines) else None
        if found and _words_in_brackets(lines[near]):
            return _BRACKET, near, found.start(1)
    for near in (line, line - 1):
        found = _QUOTE.match(lines[near]) if 0 <= near < len(lines) else None
        if found:
            return _QUOTED, near, found.start("words")
    said = f"{trouble.context} {trouble.problem}"
    for sort in _SORTS:
        if re.search(sort.signs, said):
            if sort.since:
                return sort, trouble.since_line, trouble.since_column
            return sort, line, column
    here = lines[line] if line < len(lines) else ""
    if "mapping values" in said and not (_FIELD.match(here) and here.find(":") == column):
        return _COLON, line, column
    return _INDENT, line, len(indent(here))


def indent(line: str) -> str:
    """Return the white space a line begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def _words_in_brackets(line: str) -> bool:
    """Tell a line such as `text: [[x]] does`, where the brackets belong to the words."""
    return bool(re.search(r"\[\[|[\]}]\s+[^\s#,\]}]", line))
