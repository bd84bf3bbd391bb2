"""Registers: the tables of what a text holds. To add one: a function and a row."""

from __future__ import annotations

from collections.abc import Callable

from protobuild.life.registers.duties import both_sides, duties
from protobuild.life.registers.named import documents, roles, terms
from protobuild.life.registers.reading import Reading
from protobuild.life.registers.times import response_times
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.register import Register

REGISTERS: dict[str, Callable[[Reading], Register]] = {
    "duties": duties,
    "both-sides": both_sides,
    "terms": terms,
    "roles": roles,
    "documents": documents,
    "response-times": response_times,
}
"""Every register by its name."""


def registers(protocol: Protocol, outline: Outline, names: tuple[str, ...] = ()) -> list[Register]:
    """Return the registers of those names, all of them where none is named, read from one text."""
    reading = Reading.of(protocol, outline)
    return [REGISTERS[name](reading) for name in names or REGISTERS]
