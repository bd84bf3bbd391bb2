"""Hold a file's data against the model, and say everything that is wrong with it in plain words."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from protobuild.model.source import Finding, Place
from protobuild.model.spelling import nearest
from protobuild.store.fields import fields, model_at
from protobuild.store.phrases import Fault, phrase
from protobuild.store.places import Path, Value, at
from protobuild.store.rules import broken_rules
from protobuild.store.words import loss, noun
from protobuild.store.yaml import Raw

Model = TypeVar("Model", bound=BaseModel)

_SAID_ELSEWHERE = frozenset({"value_error", "extra_forbidden", "unknown_kind"})
_ROUNDS = 8  # of putting fields right and looking again; each round looks one level further in


@dataclass(frozen=True, slots=True)
class Checked(Generic[Model]):
    """What came of holding data against a model."""

    value: Model | None
    findings: tuple[Finding, ...]
    data: Value
    """The data with misspelt fields put right and unknown ones left out."""
    left_out: tuple[Value, ...] = ()
    """The values of unknown fields."""


@dataclass(slots=True)
class _Repair:
    """Data that is put right step by step, so that one fault does not hide another."""

    model: type[BaseModel]
    raw: Raw
    data: Any
    written: dict[Path, str] = field(default_factory=dict)
    """For a key that was put right, what the file says."""
    findings: list[Finding] = field(default_factory=list)
    left_out: list[Value] = field(default_factory=list)

    def original(self, path: Path) -> Path:
        """Return the path as the file writes it."""
        return tuple(self.written.get(path[: end + 1], step) for end, step in enumerate(path))

    def key(self, path: Path) -> Place:
        """Return where the key at the path is written."""
        return self.raw.places.key(self.original(path))

    def value(self, path: Path) -> Place:
        """Return where the value at the path is written."""
        return self.raw.places.value(self.original(path))


def checked(model: type[Model], raw: Raw, data: Value) -> Checked[Model]:
    """Return the data as the model, or with findings for all that is wrong with it."""
    try:
        return Checked(model.model_validate(data), (), data)
    except ValidationError as error:
        faults = _faults(error)
    repair = _Repair(model, raw, copy.deepcopy(data))
    for _ in range(_ROUNDS):
        if not _put_right(repair, faults):
            break
        try:
            model.model_validate(repair.data)
            faults = []
        except ValidationError as error:
            faults = _faults(error)
    repair.findings += _said(repair, faults)
    return Checked(None, tuple(repair.findings), repair.data, tuple(repair.left_out))


def _faults(error: ValidationError) -> list[Fault]:
    out = []
    for each in error.errors(include_url=False):
        path = tuple(each["loc"])
        of_key = path[-1:] == ("[key]",)
        path = path[:-1] if of_key else path
        out.append(Fault(each["type"], path, each.get("input"), each.get("ctx", {}), of_key))
    return out


def _put_right(repair: _Repair, faults: list[Fault]) -> bool:
    """Rename or remove each unknown field, with a finding for each; return whether any was there."""
    unknown = [fault for fault in faults if fault.type == "extra_forbidden"]
    for fault in unknown:
        *above, name = fault.path
        parent = at(repair.data, tuple(above))
        if not isinstance(parent, dict) or name not in parent:
            continue
        owner = model_at(repair.model, tuple(above))
        known = fields(owner) if owner else {}
        meant = nearest(str(name), (each for each in known if each not in parent))
        place = repair.key(fault.path)
        repair.findings.append(_unknown(str(name), meant, known, owner, place))
        value = parent[str(name)]
        kept = {meant if key == name else key: each for key, each in parent.items() if meant or key != name}
        if meant:
            repair.written[(*above, meant)] = repair.written.pop(fault.path, str(name))
            kept[meant] = value
        else:
            repair.left_out.append(value)
        parent.clear()
        parent.update(kept)
    return bool(unknown)


def _unknown(
    name: str, meant: str, known: dict[str, object], owner: type[BaseModel] | None, place: Place
) -> Finding:
    there = nearest(name, known)
    if meant:
        fix = f"Write '{meant}'."
    elif there:
        fix = f"Delete it, or move its words into '{there}', which is there already."
    else:
        fix = f"Delete it, or use one of {', '.join(known)}."
    return Finding(
        "unknown-field",
        f"'{name}' is not a field of {noun(owner)}",
        place,
        loss(meant or name, owner),
        fix,
    )


def _said(repair: _Repair, faults: list[Fault]) -> Iterator[Finding]:
    """Yield a finding for each fault that is left, and for each rule the model could not reach."""
    for fault in faults:
        path = fault.path[:-1] if fault.type == "missing" else fault.path
        listed = fault.type == "too_short" and fault.input  # its entries are wrong, and told
        if fault.type not in _SAID_ELSEWHERE and not listed and not _cut_short(path, repair.raw):
            owner = model_at(repair.model, fault.path[:-1])
            yield phrase(fault, owner, at(repair.data, fault.path[:-1]), repair)
    for path, finding in broken_rules(repair.model, repair.data, repair):
        if not _cut_short(path, repair.raw):
            yield finding


def _cut_short(path: Path, raw: Raw) -> bool:
    """Return whether the file broke off there, so that what is wrong may be put right below."""
    return path in raw.unfinished or bool(
        raw.unfinished and path[: len(raw.unfinished[-1])] == raw.unfinished[-1]
    )
