"""The register of authorities: what a protocol may rest on, and what old ones still cite."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Basis = Literal[
    "statute",
    "case law",
    "statutory guidance",
    "model code",
    "sector guidance",
    "model document",
    "practice",
]
"""The classes of authority, the strongest first. Only a statute binds; practice does not."""

Standing = Literal["in force", "superseded", "abolished", "doubtful"]
"""`doubtful`: its present standing was not established."""


@dataclass(frozen=True, slots=True)
class Authority:
    """One thing that protocols rest on or cite, and how it is known."""

    slug: str
    title: str
    """As it is cited."""
    basis: Basis
    nations: tuple[str, ...]
    """Where it is understood to reach."""
    binds: str
    """What it governs; little of it governs a protocol."""
    status: Standing
    parts_read: tuple[str, ...] = ()
    """The parts that were read for this catalogue, such as `section 28(4)`; `all` for the whole."""
    extent: str = ""
    """What is known of its reach within its nations; empty where that was not checked."""
    source: str = ""
    """A public address, where one was used."""
    known: str = ""
    """How it is known, where it was not read, or only in part."""
    checked_on: str = ""
    """The day somebody last compared this entry with the law; empty: nobody has."""
    checked_by: str = ""
    since: str = ""
    """When it ceased, where that is known."""
    replaced_by: str = ""
    """The slug of what took its place, where that is known."""
    instead: str = ""
    """What a drafter should look at in its place."""
    cited_as: tuple[str, ...] = ()
    """Other words by which texts cite it."""

    @property
    def read(self) -> bool:
        """Whether any of it was read for this catalogue; `reads` tells of a part."""
        return bool(self.parts_read)

    def reads(self, pin: str) -> bool:
        """Return whether that part of it was read: `section 7(2)` is, where `section 7` was."""
        return any(part in ("all", pin) or pin.startswith(f"{part}(") for part in self.parts_read)


@dataclass(frozen=True, slots=True)
class Duty:
    """What was found, in one nation, of a duty to have a protocol."""

    nation: str
    found: str
    read: bool
    """Whether what is cited was read."""


@cache
def authorities() -> dict[str, Authority]:
    """Return every authority by slug, those in force first, read from the compiled register."""
    return {row["slug"]: Authority(**as_tuples(row)) for row in compiled("authorities.json")["authorities"]}


def duties() -> dict[str, Duty]:
    """Return by nation what was found of a duty to have a protocol."""
    return {row["nation"]: Duty(**row) for row in compiled("authorities.json")["duties"]}


@cache
def compiled(name: str) -> Any:  # noqa: ANN401  a register's shape is its reader's to know
    """Return what a compiled register holds."""
    return json.loads(files("protobuild.model").joinpath(name).read_text("utf-8"))


def as_tuples(row: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of a register with its lists as tuples."""
    return {key: tuple(value) if type(value) is list else value for key, value in row.items()}
