"""Set single values in a YAML file where they stand, leaving every other character as it is."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import cast

from protobuild.model.source import ProtobuildError
from protobuild.store.places import Path, Value, at
from protobuild.store.writing import quoted
from protobuild.store.yaml import Raw, read_yaml

Mapped = dict[str, Value]


def spliced(name: str, data: bytes, values: Mapping[Path, str]) -> bytes:
    """Return the file with those values, each by its keys from the top; keys that are missing are added.

    Comments and all other lines stay as they are. Raises ProtobuildError, leaving it to a person,
    where the file is written in a way that does not allow it.
    """
    for path, value in values.items():
        data = _one(name, data, path, value)
    return data


def _one(name: str, data: bytes, path: Path, value: str) -> bytes:
    raw = read_yaml(name, data)
    if not isinstance(raw.data, dict):
        raise _left(name, path, value)
    if at(raw.data, path) == value:
        return data
    wanted = _with(raw.data, path, value)
    end = "\r" if b"\r\n" in data else ""  # what stands before the newline
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    new = "\n".join(_changed(lines, raw, path, quoted(value), end)).encode("utf-8", "surrogateescape")
    if read_yaml(name, new).data != wanted:
        raise _left(name, path, value)
    return new


def _with(data: Mapped, path: Path, value: str) -> Mapped:
    """Return the data with the value in it."""
    out = copy.deepcopy(data)
    inner = out
    for step in path[:-1]:
        inner = cast(Mapped, inner.setdefault(str(step), {}))
        if not isinstance(inner, dict):
            return {}
    inner[str(path[-1])] = value
    return out


def _changed(lines: list[str], raw: Raw, path: Path, value: str, end: str) -> list[str]:
    old = at(raw.data, path)
    if old == "":
        line, _, _, column = raw.places.key_spans[path]
        return _put(lines, line, f"{lines[line][: column + 1]} {value}{lines[line][column + 1 :]}")
    if isinstance(old, str):
        line, column, end_line, end_column = raw.places.value_spans[path]
        there = lines[line]
        return _put(lines, line, there[:column] + value + there[end_column:]) if line == end_line else lines
    return _added(lines, raw, path, value, end)


def _put(lines: list[str], at: int, line: str) -> list[str]:
    return [*lines[:at], line, *lines[at + 1 :]]


def _added(lines: list[str], raw: Raw, path: Path, value: str, end: str) -> list[str]:
    """Return the lines with the key before the first of its neighbours; else at the end of the file."""
    above, entry = path[:-1], f"{path[-1]}: {value}"
    holder = at(raw.data, above)
    if isinstance(holder, dict) and holder and above:
        line, column, *_ = raw.places.key_spans[(*above, next(iter(holder)))]
        there = lines[line]
        if line == raw.places.key_spans[above][0]:  # written in one line, between braces
            return _put(lines, line, f"{there[:column]}{entry}, {there[column:]}")
        return [*lines[:line], " " * column + entry + end, *lines[line:]]
    whole = lines[:-1] if lines[-1] == "" else [*lines[:-1], lines[-1] + end]
    heads = [f"{'  ' * depth}{step}:{end}" for depth, step in enumerate(above)]
    return [*whole, *heads, f"{'  ' * len(above)}{entry}{end}", ""]


def _left(name: str, path: Path, value: str) -> ProtobuildError:
    return ProtobuildError(
        f"'{name}' is written in a way that does not let '{'.'.join(map(str, path))}' be set to '{value}'.",
        fix=f"Write it there yourself: {': '.join(map(str, path))}: {value}",
    )
