"""Read a small authored file, such as a record or a note, against the model of what it may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from protobuild.model.source import Finding, errors_of
from protobuild.store.faults import checked
from protobuild.store.load import with_excerpts
from protobuild.store.places import Places
from protobuild.store.yaml import read_yaml

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Read(Generic[Model]):
    """What a file says, and what is to be said about it."""

    value: Model | None
    """None when an error stands in the way."""
    findings: tuple[Finding, ...]
    places: Places
    """Where each value was written."""
    lines: dict[str, tuple[str, ...]]
    """The file's lines by its name, for excerpts."""


def read_authored(model: type[Model], name: str, data: bytes) -> Read[Model]:
    """Return what a file says with everything that is wrong with it; findings call the file by `name`."""
    raw = read_yaml(name, data)
    lines = {name: raw.lines}
    if raw.data is None or errors_of(raw.findings):
        return Read(None, with_excerpts(raw.findings, lines), raw.places, lines)
    result = checked(model, raw, raw.data)
    found = with_excerpts((*raw.findings, *result.findings), lines)
    return Read(result.value, found, raw.places, lines)
