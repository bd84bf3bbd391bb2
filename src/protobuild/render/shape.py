"""Shape: what data made for other programs holds, told once for the writer, the schema and the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
Data = dict[str, object]

TEXT: Data = {"type": "string"}
TEXT_OR_NULL: Data = {"type": ["string", "null"]}
YES_OR_NO: Data = {"type": "boolean"}
WHOLE: Data = {"type": "integer", "minimum": 0}
WHOLE_OR_NULL: Data = {"type": ["integer", "null"], "minimum": 0}


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One thing said of something: what a reader should know of it, what it may be, where it comes from."""

    says: str
    holds: Data
    of: Callable[[T], object]


Shape = Mapping[str, Field[T]]
"""What is said of one thing, by the name it has in the data."""


def written(shape: Shape[T], thing: T) -> Data:
    """Return a thing as data, every field of its shape filled."""
    return {name: field.of(thing) for name, field in shape.items()}


def listed(holds: Data) -> Data:
    """Return what holds any number of a thing."""
    return {"type": "array", "items": holds}


def one_of(names: type[StrEnum] | Iterable[str]) -> Data:
    """Return what holds one of a few words."""
    return {"enum": [str(name) for name in names]}


def named(name: str) -> Data:
    """Return what holds a thing of another shape."""
    return {"$ref": f"#/$defs/{name}"}


def schema_of(shape: Shape[T], says: str) -> Data:
    """Return the JSON Schema of a shape: every field is there, and no other."""
    return {
        "type": "object",
        "description": says,
        "properties": {name: {"description": field.says, **field.holds} for name, field in shape.items()},
        "required": list(shape),
        "additionalProperties": False,
    }
