"""Places: where in a file each key and each value of its data was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from protobuild.model.source import Place

Path: TypeAlias = tuple[str | int, ...]
"""How a value is reached from the top of a file: keys, and positions in lists from 0."""

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What a file holds once read: every single value is text."""

Span: TypeAlias = tuple[int, int, int, int]
"""First line and column, and the line and column after the last character; all from 0."""


@dataclass(slots=True)
class Places(Mapping[Path, Place]):
    """Where each path's key and value stand; the value's place is what `places[path]` gives.

    Spans become places only when asked for: a check without faults asks for few.
    """

    file: str
    key_spans: dict[Path, Span] = field(default_factory=dict)
    value_spans: dict[Path, Span] = field(default_factory=dict)

    def __getitem__(self, path: Path) -> Place:
        """Return where the value at the path stands."""
        return self._place(self.value_spans[path])

    def __iter__(self) -> Iterator[Path]:
        return iter(self.value_spans)

    def __len__(self) -> int:
        return len(self.value_spans)

    def key(self, path: Path) -> Place:
        """Return where the path's key stands; for a list's entry, or no such key, the nearest above."""
        while path and path not in self.key_spans:
            if isinstance(path[-1], int) and path in self.value_spans:
                return self[path]
            path = path[:-1]
        return self._place(self.key_spans[path]) if path else self.value(())

    def value(self, path: Path) -> Place:
        """Return where the path's value stands; where there is none, the nearest above."""
        while path and path not in self.value_spans:
            path = path[:-1]
        return self._place(self.value_spans[path]) if path in self.value_spans else Place(self.file)

    def _place(self, span: Span) -> Place:
        line, column, end_line, end_column = span
        return Place(self.file, line + 1, column + 1, end_line + 1, end_column + 1)


def at(data: Value | None, path: Path) -> Value | None:
    """Return the value at the path, or nothing when there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
