"""Fill a model text with a council's answers, so that no name, date or address of the model is left."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import cast

from protobuild.life.days import MONTHS
from protobuild.life.starting.answers import facts_in, is_facts
from protobuild.life.starting.models import read_model
from protobuild.life.starting.questions import asked
from protobuild.model.provisions import edition
from protobuild.store.comments import comments
from protobuild.store.parts import MANIFEST
from protobuild.store.places import Path, Value, at
from protobuild.store.yaml import write_yaml

Table = dict[str, Value]

REWORDED = {
    "principal": {
        "adoption": "A record published with this protocol says when the Council adopted it, under which "
        "minute, and from which day it is in force.\n"
    }
}
"""By tier: what a clause says in place of what is true of the model's council alone."""

OF_THE_MODEL = ("place", "retired")
"""Fields of the manifest that say something of the model's council alone."""

PATHS: dict[str, Value] = {"local": [{"step": "adopted"}]}
"""By tier: the steps to adoption, where they are others than usual. A local council has no body before it."""

_AREA = re.compile(r"\b(town|parish|community|village|neighbourhood|city)\b")
_MONTHS_A_YEAR = 12


def filled(answers: Mapping[str, str], day: dt.date) -> dict[str, bytes]:
    """Return the protocol's files by name, as they are for a council with these answers on a day."""
    tier = answers["tier"]
    raws = read_model(tier)
    model = cast(Table, raws[MANIFEST].data)
    review = _review(model, day)
    names = _names(answers, model, review)
    out = {}
    for name, raw in raws.items():
        data = _renamed(cast(Table, raw.data), names)
        data = _manifest(data, answers, review) if name == MANIFEST else _section(data, tier)
        out[name] = write_yaml(data, comments(raw)).encode()
    return out


def _names(answers: Mapping[str, str], model: Table, review: str) -> dict[str, str]:
    """Return what of the model's own words gives way to what, wherever it is written."""
    tier = answers["tier"]
    names = {
        str(at(model, question.fills[tier])): answers[question.name]
        for question in asked(tier)
        if question.everywhere
    }
    names[_month(str(at(model, ("review", "next"))))] = _month(review)
    if tier == "local":
        named = _AREA.search(answers["council"].lower())
        names["town"] = named.group() if named else "area"
    return names


def _renamed(data: Table, names: Mapping[str, str]) -> Table:
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))

    def renamed(value: Value) -> Value:
        if isinstance(value, str):
            return pattern.sub(lambda found: names[found.group()], value)
        if isinstance(value, list):
            return [renamed(each) for each in value]
        return {key: renamed(each) for key, each in value.items()}

    return cast(Table, renamed(data))


def _manifest(data: Table, answers: Mapping[str, str], review: str) -> Table:
    tier = answers["tier"]
    for question in asked(tier):
        said = answers[question.name]
        if is_facts(question, tier):
            cast(Table, data["facts"]).update(facts_in(question, tier, said))
        else:
            _put(data, question.fills[tier], said)
    for document in cast(Table, data["documents"]).values():
        cast(Table, document).pop("address", None)  # where the model's council publishes it
    cast(Table, data["review"]).pop("last", None)
    _put(data, ("review", "next"), review)
    _put(data, ("catalogue",), str(edition()))
    if tier in PATHS:
        data["decision_path"] = PATHS[tier]
    return {key: value for key, value in data.items() if key not in OF_THE_MODEL and value != ""}


def _put(data: Table, path: Path, said: str) -> None:
    *above, last = path
    cast(Table, at(data, tuple(above)))[str(last)] = said


def _section(data: Table, tier: str) -> Table:
    """Return a section with what it says of the model's council alone put in other words."""
    instead = REWORDED.get(tier, {})
    for clause in cast(list[Table], data["clauses"]):
        if clause["id"] in instead:
            clause["text"] = instead[str(clause["id"])]
    return data


def _review(model: Table, day: dt.date) -> str:
    """Return the month in which the first review is due, so many months after the day."""
    months = day.year * _MONTHS_A_YEAR + day.month - 1 + int(str(at(model, ("review", "interval_months"))))
    return f"{months // _MONTHS_A_YEAR}-{months % _MONTHS_A_YEAR + 1:02}"


def _month(written: str) -> str:
    """Return a month as the text writes it.

    >>> _month("2028-05")
    'May 2028'
    """
    year, month = written.split("-")
    return f"{MONTHS[int(month) - 1].capitalize()} {year}"
