"""Builder: put a file's values together from the parser's steps, noting where each was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protobuild.model.source import Finding, Place
from protobuild.store.places import Path, Places, Span, Value

DEEPEST = 40
"""Mappings and lists inside one another. The deepest a protocol can use is about 12."""

_MOST = 100  # findings of one file; more would only scroll away
_NO_ESCAPE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_MACHINERY = re.compile(r"^\s*(?:- +)*(?:(?:id|kind|provides|marks|of|applies_if):.*)?$")
_LEADING = re.compile(r"^\s*(?:- +)?(?:[a-z_]+:(?:\s+[|>][-+]?)?\s*)?")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, or one key, as it was written."""

    path: Path
    value: str
    style: str
    """`|` and `>` for blocks, quotation marks for quoted text, empty for plain text."""
    span: Span
    is_key: bool


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled."""

    path: Path
    container: dict[str, Value] | list[Value]
    key: str | None = None
    """In a mapping, the key that waits for its value."""
    twice: bool = False
    """That key was there before: its value is set aside."""


class Builder:
    """What has been read so far. It refuses what could hide words or exhaust the machine."""

    def __init__(self, name: str, lines: tuple[str, ...]) -> None:
        self.name = name
        self.lines = lines
        self.restart()

    def restart(self) -> None:
        """Forget everything read."""
        self.root: Value | None = None
        self.places = Places(self.name)
        self.findings: list[Finding] = []
        self.scalars: list[Scalar] = []
        self.lost: list[str] = []
        self.stopped = False
        self._open: list[_Open] = []
        self._aside: list[Value] = []  # values of keys written twice
        self._documents = 0

    def document(self, span: Span) -> None:
        """Note that a document begins; a file holds one."""
        self._documents += 1
        if self._documents > 1:
            self._say("several-documents", "'---' starts a second document in the same file", span)
            self.lost += salvage(self.lines[span[0] + 1 :])
            self.stopped = True

    def scalar(self, value: str, style: str, span: Span, anchor: str | None, tag: str) -> None:
        """Take a single value, or a key."""
        if anchor or tag:
            self._refuse(anchor, tag, span)
            value = f"{'&' + anchor if anchor else tag} {value}"
        if style == '"' and _NO_ESCAPE.search(value):
            self._say("unseen-character", "a backslash code here stands for a character nobody can see", span)
            value = _NO_ESCAPE.sub(" ", value)
        if style and style in "|>":
            span = self._block(span)
        if self._waits_for_key():
            self._take_key(value, style, span)
        else:
            path = self._path()
            if not value and not style and path in self.places.key_spans:
                _, _, line, column = self.places.key_spans[path]
                span = (line, column, line, column)
            self.scalars.append(Scalar(path, value, style, span, False))
            self._put(path, value, span)

    def open(self, empty: dict[str, Value] | list[Value], span: Span, anchor: str | None, tag: str) -> None:
        """Begin a mapping or a list."""
        if anchor or tag:
            self._refuse(anchor, tag, span)
        path = self._path()
        if self._waits_for_key():
            self._say("odd-key", "a list or a group of fields stands where a field's name should be", span)
            self.stopped = True
            return
        if len(self._open) == DEEPEST:
            self._say("too-deep", f"lists and fields are more than {DEEPEST} deep here", span)
            self.stopped = True
            return
        self._put(path, empty, span)
        self._open.append(_Open(path, empty))

    def close(self, span: Span) -> None:
        """End the innermost mapping or list."""
        path = self._open.pop().path
        start = self.places.value_spans.get(path)
        if start is not None:
            self.places.value_spans[path] = (*start[:2], *span[2:])

    def alias(self, anchor: str, span: Span) -> None:
        """Refuse a value that repeats another, keeping what was typed."""
        self._refuse(anchor, "", span, "*")
        if self._waits_for_key():
            self._take_key(f"*{anchor}", "", span)
        else:
            self._put(self._path(), f"*{anchor}", span)

    def rest(self) -> list[str]:
        """Return the words of the lines after the last value read."""
        last = self.scalars[-1].span[2] + 1 if self.scalars else 0
        return salvage(self.lines[last:])

    @property
    def unfinished(self) -> tuple[Path, ...]:
        """What has been begun and not ended, the innermost last."""
        return tuple(each.path for each in self._open)

    def set_aside(self) -> list[str]:
        """Return the words of values whose key was there before."""
        return [words for value in self._aside for words in strings(value)]

    def _waits_for_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].container, dict) and self._open[-1].key is None

    def _path(self) -> Path:
        if not self._open:
            return ()
        top = self._open[-1]
        if isinstance(top.container, list):
            return (*top.path, len(top.container))
        again = ("again",) if top.twice else ()  # keeps the places of the first apart
        return (*top.path, top.key or "", *again)

    def _take_key(self, value: str, style: str, span: Span) -> None:
        top = self._open[-1]
        top.key, top.twice = value, value in top.container
        path = (*top.path, value)
        self.scalars.append(Scalar(path, value, style, span, True))
        if top.twice:
            self._twice(path, value, span)
        else:
            self.places.key_spans[path] = span

    def _put(self, path: Path, value: Value, span: Span) -> None:
        self.places.value_spans[path] = span
        if not self._open:
            self.root = value
            return
        top = self._open[-1]
        if isinstance(top.container, list):
            top.container.append(value)
        elif top.twice:
            self._aside.append(value)
        else:
            top.container[top.key or ""] = value
        top.key, top.twice = None, False

    def _twice(self, path: Path, key: str, span: Span) -> None:
        first = self.places.key(path).line
        self._say(
            "duplicate-key", f"'{key}' is written twice in the same place; the first is in line {first}", span
        )

    def _refuse(self, anchor: str | None, tag: str, span: Span, sign: str = "&") -> None:
        typed = f"{sign}{anchor}" if anchor else tag.replace("tag:yaml.org,2002:", "!!")
        self._say("reserved-sign", f"'{typed}' has a meaning of its own here, and would be left out", span)

    def _block(self, span: Span) -> Span:
        """Return a block's span from its first word, not from the `|` in the line above."""
        line, column, end_line, end_column = span
        beyond = end_line + 1 if end_column else end_line
        for below in range(line + 1, min(beyond, len(self.lines))):
            words = self.lines[below].lstrip(" ")
            if words:
                return (below, len(self.lines[below]) - len(words), end_line, end_column)
        return (line, column, end_line, end_column)

    def _say(self, rule: str, message: str, span: Span) -> None:
        why, fix = _ADVICE[rule]
        line, column, end_line, end_column = span
        place = Place(self.name, line + 1, column + 1, end_line + 1, end_column + 1)
        self.findings.append(Finding(rule, message, place, why, fix))
        self.stopped = self.stopped or len(self.findings) >= _MOST


def strings(value: Value) -> list[str]:
    """Return all the text in a value, in the order written."""
    if isinstance(value, str):
        return [value]
    return [
        words for part in (value.values() if isinstance(value, dict) else value) for words in strings(part)
    ]


def salvage(lines: tuple[str, ...]) -> list[str]:
    """Return the words of lines that could not be read as fields, without the machinery around them."""
    kept = [_LEADING.sub("", line).strip() for line in lines if not _MACHINERY.match(line)]
    return [line for line in kept if line and not line.startswith("#")]


_ADVICE = {
    "several-documents": (
        "Only what stands above it would be published.",
        "Delete the line '---', or move what follows into a file of its own.",
    ),
    "unseen-character": (
        "It cannot be seen on the page, and other programs stop at it.",
        "Write the words themselves, without the backslash code.",
    ),
    "odd-key": (
        "What is written here would not be published.",
        "Write a name and a colon, such as 'text:', before it.",
    ),
    "too-deep": (
        "No protocol needs this, and nothing below would be published.",
        "Check the indentation, and the brackets.",
    ),
    "duplicate-key": (
        "Only one of the two would be published, and nobody could say which.",
        "Keep one of them, or join their words.",
    ),
    "reserved-sign": (
        "At the start of a value '&', '*' and '!' are signs to the program and not words of yours.",
        "Put the value in quotation marks, or write '|' after the colon and the words on the next line.",
    ),
}
