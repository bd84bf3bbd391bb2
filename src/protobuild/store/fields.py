"""Walk the model's own types as a file's data is walked, to know which fields belong where."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from protobuild.store.places import Path


@cache
def fields(model: type[BaseModel]) -> dict[str, object]:
    """Return a model's fields as an author writes them, in the model's order, with their types."""
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def required(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields a model cannot do without."""
    return tuple(info.alias or name for name, info in model.model_fields.items() if info.is_required())


def below(shape: object, step: str | int) -> object:
    """Return the type of what a key or a position leads to, or nothing when the model has no such."""
    shape = bare(shape)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return fields(shape).get(step) if isinstance(step, str) else None
    arguments = get_args(shape)
    if get_origin(shape) is tuple and isinstance(step, int):
        return arguments[0]
    if get_origin(shape) is dict and isinstance(step, str):
        return arguments[1]
    return None


def shape_at(model: type[BaseModel], path: Path) -> object:
    """Return the type the model has at the end of a path, or nothing."""
    shape: object = model
    for step in path:
        shape = below(shape, step)
    return bare(shape)


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the mapping at the end of a path, if it has one."""
    shape = shape_at(model, path)
    return shape if isinstance(shape, type) and issubclass(shape, BaseModel) else None


def bare(shape: object) -> object:
    """Return a type without what is wrapped around it: `X | None`, or a rule about X."""
    while True:
        origin, arguments = get_origin(shape), get_args(shape)
        if origin is Annotated:
            shape = arguments[0]
        elif origin in (Union, types.UnionType):
            shape = next(each for each in arguments if each is not type(None))
        else:
            return shape
