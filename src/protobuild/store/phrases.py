"""Turn the model's verdict on one value into what, why and fix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol as Shape
from typing import TypeAlias

from pydantic import BaseModel

from protobuild.model.source import Finding, Place
from protobuild.model.spelling import nearest
from protobuild.store.places import Path
from protobuild.store.words import listing, loss, noun, slugged

Owner: TypeAlias = type[BaseModel]
"""The model that a mapping is held against."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One verdict of the model."""

    type: str
    path: Path
    input: object
    context: dict[str, object]
    of_key: bool = False
    """The verdict is on the key itself, and not on its value."""
    owner: Owner | None = None
    """The model whose field it is on, where that is known."""


class Where(Shape):
    """Knows where a path is written."""

    def key(self, path: Path) -> Place:
        """Return where the key at the path is written."""

    def value(self, path: Path) -> Place:
        """Return where the value at the path is written."""


_Phrase = tuple[str, str, str, str]
"""Rule, message, why and fix."""


def phrase(fault: Fault, owner: type[BaseModel] | None, parent: object, where: Where) -> Finding:
    """Return the finding for one verdict; `parent` is the mapping or list that holds the value."""
    fault = replace(fault, owner=owner)
    said = _PHRASES.get(fault.type, _other)
    if fault.type == "missing":
        (rule, message, why, fix), place = _missing(fault, owner, parent), where.key(fault.path[:-1])
    elif fault.of_key:
        (rule, message, why, fix), place = said(fault), where.key(fault.path)
    elif fault.input == "" and fault.type != "literal_error":
        (rule, message, why, fix), place = _empty(fault), where.key(fault.path)
    else:
        (rule, message, why, fix), place = said(fault), where.value(fault.path)
    return Finding(rule, message, place, why, fix)


def _name(fault: Fault) -> str:
    """Return the field's name, or that of the list the value stands in."""
    return next((step for step in reversed(fault.path) if isinstance(step, str)), "this file")


def _subject(fault: Fault) -> str:
    name = f"'{_name(fault)}'"
    return f"entry {fault.path[-1] + 1} of {name}" if fault.path and isinstance(fault.path[-1], int) else name


def _missing(fault: Fault, owner: type[BaseModel] | None, parent: object) -> _Phrase:
    name = str(fault.path[-1])
    there = ", ".join(str(key) for key in parent) if isinstance(parent, dict) and parent else ""
    fix = f"Add '{name}:' and its value." + (f" The fields here are: {there}." if there else "")
    return ("missing-field", f"{noun(owner)} needs '{name}', and there is none here", loss(name, owner), fix)


def _empty(fault: Fault) -> _Phrase:
    name = _name(fault)
    return (
        "empty-field",
        f"{_subject(fault)} is empty",
        loss(name, fault.owner),
        f"Write its value, or delete '{name}'.",
    )


def _not_a_name(fault: Fault) -> _Phrase:
    return (
        "bad-name",
        f"'{fault.input}' cannot be a name here: names are lower-case letters, digits and hyphens",
        "Names like this stand in references and addresses, where other signs break.",
        f"Write '{slugged(str(fault.input))}'.",
    )


def _too_long(fault: Fault) -> _Phrase:
    limit = fault.context.get("max_length", 60)
    return (
        "bad-name",
        f"this name is longer than {limit} characters",
        "Names like this stand in references and addresses, and should be short.",
        f"Write, for example, '{slugged(str(fault.input))[:30].strip('-')}'.",
    )


def _not_known(fault: Fault) -> _Phrase:
    expected = [part.strip("' ") for part in str(fault.context["expected"]).replace(" or ", ", ").split(",")]
    near = nearest(str(fault.input), expected)
    given = f"'{fault.input}'" if fault.input != "" else "nothing"
    fix = f"Write '{near}'." if near else f"Write {listing(expected)}."
    return (
        "unknown-value",
        f"'{_name(fault)}' cannot be {given}; it is {listing(expected)}",
        loss(_name(fault), fault.owner),
        fix,
    )


def _not_words(fault: Fault) -> _Phrase:
    brackets = isinstance(fault.input, list)
    return (
        "not-words",
        f"{_subject(fault)} should be words, and is {'a list' if brackets else 'a group of fields'}",
        "It could not be published as the words you mean.",
        "If the words begin with a bracket, write '|' after the colon and put them on the next line, "
        "two spaces further in."
        if brackets
        else "Write the words on the lines below '|', and put the fields inside where they belong.",
    )


def _not_a_list(fault: Fault) -> _Phrase:
    return (
        "not-a-list",
        f"'{_name(fault)}' should be a list",
        "It could not be published as you mean.",
        f"Write each entry on a line of its own, beginning with '- ', below '{_name(fault)}:'.",
    )


def _not_fields(fault: Fault) -> _Phrase:
    return (
        "not-fields",
        f"{_subject(fault)} should be a group of fields, each with a name and a colon",
        "The words as they stand have no place in the published text.",
        "Write fields below it, two spaces further in, such as 'id:' and 'text:'.",
    )


def _empty_list(fault: Fault) -> _Phrase:
    return (
        "empty-list",
        f"'{_name(fault)}' has no entries",
        loss(_name(fault), fault.owner),
        "Add at least one entry.",
    )


def _not_a_number(fault: Fault) -> _Phrase:
    return (
        "not-a-number",
        f"'{_name(fault)}' should be a whole number above nought, and is '{fault.input}'",
        "The time limit could not be checked against the words.",
        "Write it in figures, such as 10, with nothing after it.",
    )


def _not_yes_or_no(fault: Fault) -> _Phrase:
    return (
        "not-yes-or-no",
        f"'{_name(fault)}' should be yes or no, and is '{fault.input}'",
        loss(_name(fault), fault.owner),
        "Write yes or no.",
    )


def _not_a_date(fault: Fault) -> _Phrase:
    return (
        "not-a-date",
        f"'{_name(fault)}' should be a date, and is '{fault.input}'",
        "The record would not say when.",
        "Write year, month and day with hyphens, such as 2026-05-14.",
    )


def _other(fault: Fault) -> _Phrase:
    return (
        "bad-value",
        f"{_subject(fault)} cannot be '{str(fault.input)[:40]}'",
        loss(_name(fault), fault.owner),
        "Compare it with the same field in another file, or delete it.",
    )


_PHRASES: dict[str, Callable[[Fault], _Phrase]] = {
    "string_pattern_mismatch": _not_a_name,
    "string_too_long": _too_long,
    "literal_error": _not_known,
    "string_type": _not_words,
    "tuple_type": _not_a_list,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
    "dict_type": _not_fields,
    "too_short": _empty_list,
    "int_parsing": _not_a_number,
    "int_type": _not_a_number,
    "greater_than": _not_a_number,
    "bool_parsing": _not_yes_or_no,
    "bool_type": _not_yes_or_no,
    "date_from_datetime_parsing": _not_a_date,
    "date_parsing": _not_a_date,
    "date_type": _not_a_date,
    "date_from_datetime_inexact": _not_a_date,
}
"""What to say for each verdict of the model."""
