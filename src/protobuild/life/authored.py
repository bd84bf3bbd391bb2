"""Read a small authored file, such as a record or a note, against the model of what it may say."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel

from protobuild.model.source import Finding, Severity
from protobuild.store.faults import checked
from protobuild.store.load import with_excerpts
from protobuild.store.yaml import read_yaml

Model = TypeVar("Model", bound=BaseModel)


def read_authored(model: type[Model], name: str, data: bytes) -> tuple[Model | None, tuple[Finding, ...]]:
    """Return what a file says, or None, with everything that is wrong with it.

    `name` is what the findings call the file.
    """
    raw = read_yaml(name, data)
    lines = {name: raw.lines}
    if raw.data is None or any(finding.severity is Severity.ERROR for finding in raw.findings):
        return None, with_excerpts(raw.findings, lines)
    result = checked(model, raw, raw.data)
    return result.value, with_excerpts((*raw.findings, *result.findings), lines)
