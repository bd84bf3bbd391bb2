"""Changes as data: the schedule C1..Cn and where every paragraph went, field by field."""

from __future__ import annotations

from protobuild.model.redlined import Change, Edit, Fate, Paper, Rank, What, Whereabouts
from protobuild.render.shape import (
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    Field,
    Shape,
    listed,
    named,
    one_of,
    written,
)

EDIT: Shape[Edit] = {
    "name": Field("What the committee calls it, such as `C7a`.", TEXT, lambda edit: edit.name),
    "at": Field("The position of its entry.", WHOLE, lambda edit: edit.at),
    "nth": Field(
        "Its place among the round's changed stretches of the entry, heading then body, from 0.",
        WHOLE,
        lambda edit: edit.nth,
    ),
    "before": Field("The words it strikes; may be empty.", TEXT, lambda edit: edit.before),
    "after": Field("The words it writes; may be empty.", TEXT, lambda edit: edit.after),
    "force": Field("As in a change.", listed(TEXT), lambda edit: list(edit.force)),
}

PAPER: Shape[Paper] = {
    "name": Field("What people call it.", TEXT, lambda paper: paper.name),
    "on": Field("The day it was issued, as 2026-06-03.", TEXT, lambda paper: paper.on.isoformat()),
    "base": Field("The text its redline began from.", TEXT, lambda paper: paper.base),
    "ref": Field("The check mark of that text.", TEXT_OR_NULL, lambda paper: paper.ref or None),
    "changes": Field(
        "The names of the changes it lists.",
        listed(TEXT),
        lambda paper: [issued.name for issued in paper.changes],
    ),
}

CHANGE: Shape[Change] = {
    "name": Field("What the committee calls it, such as `C7`.", TEXT, lambda change: change.name),
    "what": Field("What was decided.", one_of(What), lambda change: change.what.value),
    "title": Field("A few words that tell it from the others.", TEXT, lambda change: change.title),
    "at": Field(
        "The positions of what it touches; the places a move left come last.",
        listed(WHOLE),
        lambda change: list(change.at),
    ),
    "ids": Field("The ids of what it touches.", listed(TEXT), lambda change: list(change.ids)),
    "old": Field("Old numbers, as printed.", listed(TEXT), lambda change: list(change.old)),
    "new": Field("New numbers, as printed.", listed(TEXT), lambda change: list(change.new)),
    "base": Field(
        "The numbers in the base of what it touches; as `old` where there is one round.",
        listed(TEXT),
        lambda change: list(change.base),
    ),
    "before": Field("The old words; empty when all is new.", TEXT, lambda change: change.before),
    "after": Field("The new words; empty when all is dropped.", TEXT, lambda change: change.after),
    "force": Field(
        "What changes in the force of the words, a sentence each.",
        listed(TEXT),
        lambda change: list(change.force),
    ),
    "rank": Field(
        "How much it matters. What is not proved minor is substantive.",
        one_of(Rank),
        lambda change: change.rank.value,
    ),
    "edits": Field(
        "Its edits, where there are several.",
        listed(named("edit")),
        lambda change: [written(EDIT, edit) for edit in change.edits],
    ),
    "reason": Field("Why, where somebody said.", TEXT_OR_NULL, lambda change: change.reason or None),
    "proposer": Field("Who proposes it.", TEXT_OR_NULL, lambda change: change.proposer or None),
    "round": Field("The round that made it.", WHOLE, lambda change: change.round),
    "issued": Field(
        "The paper that first gave it this name.", TEXT_OR_NULL, lambda change: change.issued or None
    ),
    "changed_since": Field(
        "The paper since which its words changed.", TEXT_OR_NULL, lambda change: change.changed_since or None
    ),
    "withdrawn": Field(
        "The paper since which it was withdrawn; it then touches nothing.",
        TEXT_OR_NULL,
        lambda change: change.withdrawn or None,
    ),
    "now_in": Field(
        "For one withdrawn: the change that now decides about the same text.",
        TEXT_OR_NULL,
        lambda change: change.now_in or None,
    ),
}

WHEREABOUTS: Shape[Whereabouts] = {
    "fate": Field(
        "What became of an old entry, or `new`. A row without an old number and not new had none.",
        one_of(Fate),
        lambda row: row.fate.value,
    ),
    "old": Field("The old number.", TEXT_OR_NULL, lambda row: row.old or None),
    "new": Field("Where it stands now; several when it was split.", listed(TEXT), lambda row: list(row.new)),
    "at": Field("The position of its entry.", WHOLE, lambda row: row.at),
    "words": Field("How it begins.", TEXT, lambda row: row.words),
    "changes": Field("The changes that touched it.", listed(TEXT), lambda row: list(row.changes)),
}
