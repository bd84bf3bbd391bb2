"""Data: what is known of the past as JSON, for other programs; each sort of answer has its own number.

A table for each sort says once what there is: the writers fill it, and `looking_back_schema` publishes it.
"""

from __future__ import annotations

from protobuild.model.outline import Outline
from protobuild.render.looking_back.acts_data import (
    ACT,
    AMENDED,
    CHANGE,
    DAY,
    DAY_OR_NULL,
    or_null,
    what_it_is,
)
from protobuild.render.looking_back.told import (
    Amended,
    AsOf,
    Blame,
    Blamed,
    Did,
    Draft,
    History,
    Log,
    Logged,
    Step,
)
from protobuild.render.shape import (
    TEXT,
    TEXT_OR_NULL,
    YES_OR_NO,
    Data,
    Field,
    Shape,
    listed,
    named,
    one_of,
    written,
)
from protobuild.render.text import write_text

UNWRAPPED = 10**6
"""Wider than any paragraph, so that none is broken into lines."""

ASOF: Shape[AsOf] = {
    "schema": what_it_is("asof"),
    "title": Field("The title of the text.", TEXT, lambda told: told.title),
    "council": Field("Whose text it is.", TEXT, lambda told: told.council),
    "day": Field("The day that was asked about.", DAY, lambda told: told.day.isoformat()),
    "in_force": Field("Whether the words counted on that day.", YES_OR_NO, lambda told: told.in_force),
    "remarks": Field(
        "What a reader has to know beside, a sentence or two each.",
        listed(TEXT),
        lambda told: list(told.remarks),
    ),
    "version": Field("The version of the day.", named("version"), lambda told: written(ACT, told.act)),
    "id": Field("The lasting name of what was asked for.", TEXT_OR_NULL, lambda told: told.id or None),
    "number": Field("The number it had on that day.", TEXT_OR_NULL, lambda told: told.number or None),
    "today": Field(
        "The day that counts as today.",
        DAY_OR_NULL,
        lambda told: told.today.isoformat() if told.today else None,
    ),
    "number_today": Field(
        "The number it has in the text in force today; null where it is not in that.",
        TEXT_OR_NULL,
        lambda told: told.number_today or None,
    ),
    "last_changed": Field(
        "The decision that last changed the words; null where the whole text was asked for.",
        or_null(named("amended")),
        lambda told: written(AMENDED, told.amended) if told.amended else None,
    ),
    "lines": Field(
        "The words, exactly as text.txt of the version has them.", listed(TEXT), lambda told: list(told.lines)
    ),
}

STEP: Shape[Step] = {
    "version": Field("The version.", named("version"), lambda step: written(ACT, step.act)),
    "did": Field("What it did to the provision.", one_of(Did), lambda step: step.did.value),
    "number": Field(
        "The number in that version; where it was left out, the one it had.",
        TEXT_OR_NULL,
        lambda step: step.number or None,
    ),
    "number_before": Field(
        "The number in the version before.", TEXT_OR_NULL, lambda step: step.before or None
    ),
    "redline": Field(
        "The words, with `[-struck-]` and `[+new+]` in them.",
        TEXT_OR_NULL,
        lambda step: _marked(step.redline),
    ),
    "changes": Field(
        "The changes that touched it.",
        listed(named("change")),
        lambda step: [written(CHANGE, change) for change in step.changes],
    ),
}

DRAFT: Shape[Draft] = {
    "kept": Field("The day on which git kept it.", DAY, lambda draft: draft.kept.isoformat()),
    "who": Field("Who kept it.", TEXT, lambda draft: draft.who),
    "why": Field("The first line of what was said of it.", TEXT, lambda draft: draft.why),
    "ref": Field("The name by which git knows it.", TEXT, lambda draft: draft.ref),
    "before": Field("The words before.", TEXT_OR_NULL, lambda draft: draft.before or None),
    "after": Field("The words after.", TEXT_OR_NULL, lambda draft: draft.after or None),
    "redline": Field(
        "Both, with `[-struck-]` and `[+new+]` in them.",
        TEXT_OR_NULL,
        lambda draft: _marked(draft.redline),
    ),
    "touched": Field("The ids of the clauses it touched.", listed(TEXT), lambda draft: list(draft.touched)),
    "adopts": Field(
        "The versions whose adoption was kept with it.", TEXT_OR_NULL, lambda draft: draft.adopts or None
    ),
}

HISTORY: Shape[History] = {
    "schema": what_it_is("history"),
    "title": Field("The title of the text.", TEXT, lambda told: told.title),
    "council": Field("Whose text it is.", TEXT, lambda told: told.council),
    "day": Field("The day whose number was asked for.", DAY, lambda told: told.day.isoformat()),
    "id": Field("The lasting name of the provision.", TEXT_OR_NULL, lambda told: told.id or None),
    "number": Field("Its number on that day.", TEXT_OR_NULL, lambda told: told.number or None),
    "versions": Field(
        "Every version, the latest first.",
        listed(named("step")),
        lambda told: [written(STEP, step) for step in told.steps],
    ),
    "drafts": Field(
        "The drafts that git kept, the latest first; null unless they were asked for.",
        or_null(listed(named("draft"))),
        lambda told: [written(DRAFT, draft) for draft in told.drafts] if told.with_drafts else None,
    ),
    "cut_short": Field(
        "Whether only the latest part of what git kept is here.", YES_OR_NO, lambda told: told.cut_short
    ),
}

LOGGED: Shape[Logged] = {
    "version": Field("The version.", named("version"), lambda row: written(ACT, row.act)),
    "different": Field(
        "Whether it has too little in common with the one before to be compared.",
        YES_OR_NO,
        lambda row: row.redlined.different if row.redlined else False,
    ),
    "changes": Field(
        "What it changed; null for the first.",
        or_null(listed(named("change"))),
        lambda row: [written(CHANGE, each) for each in row.redlined.changes] if row.redlined else None,
    ),
    "afterwards": Field(
        "What became of it later, a sentence each.", listed(TEXT), lambda row: list(row.events)
    ),
}

LOG: Shape[Log] = {
    "schema": what_it_is("log"),
    "title": Field("The title of the text.", TEXT, lambda told: told.title),
    "council": Field("Whose text it is.", TEXT, lambda told: told.council),
    "versions": Field(
        "Every version, the latest first.",
        listed(named("logged")),
        lambda told: [written(LOGGED, row) for row in told.rows],
    ),
}


def _of_amended(field: Field[Amended]) -> Field[Blamed]:
    """Return what is said of a decision as something said of what it changed."""
    return Field(field.says, field.holds, lambda row: field.of(row.amended))


BLAMED: Shape[Blamed] = {
    "id": Field("Its lasting name.", TEXT, lambda row: row.id),
    "number": Field("Its number.", TEXT_OR_NULL, lambda row: row.number or None),
    "begins": Field("How it begins.", TEXT, lambda row: row.words),
    **{name: _of_amended(field) for name, field in AMENDED.items()},
}

BLAME: Shape[Blame] = {
    "schema": what_it_is("blame"),
    "title": Field("The title of the text.", TEXT, lambda told: told.title),
    "council": Field("Whose text it is.", TEXT, lambda told: told.council),
    "version": Field("The text that was asked about.", named("version"), lambda told: written(ACT, told.act)),
    "provisions": Field(
        "Every section, paragraph and item, in order, with the decision that last changed its words.",
        listed(named("blamed")),
        lambda told: [written(BLAMED, row) for row in told.rows],
    ),
}


def asof_data(answer: AsOf) -> Data:
    """Return what the text said on a day."""
    return written(ASOF, answer)


def history_data(history: History) -> Data:
    """Return the story of a provision, the latest version first."""
    return written(HISTORY, history)


def log_data(log: Log) -> Data:
    """Return every version, the latest first."""
    return written(LOG, log)


def blame_data(blame: Blame) -> Data:
    """Return every paragraph with the version that last changed it."""
    return written(BLAME, blame)


def _marked(redline: Outline | None) -> str | None:
    """Return words with `[-struck-]` and `[+new+]` in them."""
    return write_text(redline, width=UNWRAPPED).strip("\n") if redline else None
