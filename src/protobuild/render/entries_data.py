"""Entries as data: the two texts of a redline in one sequence, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.model.outline import Entry, Face, Kind, Side
from protobuild.model.runs import Look, Run
from protobuild.render.places import Places
from protobuild.render.shape import (
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    WHOLE_OR_NULL,
    YES_OR_NO,
    Field,
    Shape,
    listed,
    named,
    one_of,
    written,
)
from protobuild.render.status import Flag, Status, flags_of, status_of


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and what is known of its place."""

    at: int
    entry: Entry
    places: Places
    above: list[int]
    left_out: bool
    """Whether a view of the changes has no need of it."""

    def parents(self) -> list[int]:
        """Return the positions of what it lies in, outermost first."""
        out: list[int] = []
        at = self.at
        while (at := self.above[at]) >= 0:
            out.append(at)
        return out[::-1]

    def runs(self) -> Iterator[Part]:
        """Yield its runs with the part each belongs to."""
        entry = self.entry
        for name, runs in (("num", entry.num), ("heading", entry.heading), ("body", entry.body)):
            yield from (Part(name, run) for run in runs)


@dataclass(frozen=True, slots=True)
class Part:
    """A run and which part of its entry it belongs to."""

    part: str
    run: Run


_BORN = "The round that made it; 0 is the base."
_GONE = "The round that removed it; null while it stands."
_UNTIL = "The round that changed it: this is how it was before that round."

SIDE: Shape[Side] = {
    "label": Field("What a reader calls the text.", TEXT, lambda side: side.label),
    "note": Field("Who proposed it or which meeting made it; may be empty.", TEXT, lambda side: side.note),
    "ref": Field(
        "A check mark that tells exactly which text it was; may be empty.", TEXT, lambda side: side.ref
    ),
}

LOOK: Shape[Look] = {
    "until": Field(_UNTIL, WHOLE, lambda look: look.until),
    "style": Field("As in a run.", listed(one_of(("emphasis", "strong"))), lambda look: sorted(look.style)),
    "href": Field("As in a run.", TEXT_OR_NULL, lambda look: look.href or None),
}

RUN: Shape[Part] = {
    "part": Field(
        "Which part of the entry it belongs to.", one_of(("num", "heading", "body")), lambda part: part.part
    ),
    "text": Field("The words.", TEXT, lambda part: part.run.text),
    "style": Field(
        "How they look.", listed(one_of(("emphasis", "strong"))), lambda part: sorted(part.run.style)
    ),
    "href": Field("Where a link leads.", TEXT_OR_NULL, lambda part: part.run.href or None),
    "ref": Field(
        "What the words stand for: the id of an entry whose number they print, or `role:`, `doc:` or "
        "`term:` with a name.",
        TEXT_OR_NULL,
        lambda part: part.run.ref or None,
    ),
    "born": Field(_BORN, WHOLE, lambda part: part.run.born),
    "gone": Field(_GONE, WHOLE_OR_NULL, lambda part: part.run.gone),
    "moved": Field(
        "Whether they came from or went to the other end of a move: then nobody wrote or struck them.",
        YES_OR_NO,
        lambda part: bool(part.run.moved),
    ),
    "was": Field(
        "Earlier looks, earliest first.",
        listed(named("look")),
        lambda part: [written(LOOK, look) for look in part.run.was],
    ),
}

FACE: Shape[Face] = {
    "until": Field(_UNTIL, WHOLE, lambda face: face.until),
    "id": Field("As in an entry.", TEXT_OR_NULL, lambda face: face.id or None),
    "level": Field("As in an entry.", WHOLE, lambda face: face.level),
    "kind": Field("As in an entry.", one_of(Kind), lambda face: face.kind.value),
}

ENTRY: Shape[Placed] = {
    "at": Field("Its position among the entries, from 0.", WHOLE, lambda one: one.at),
    "id": Field(
        "Its lasting name; null for what nobody cites. Both ends of a move have it.",
        TEXT_OR_NULL,
        lambda one: one.entry.id or None,
    ),
    "parents": Field(
        "The positions of what it lies in, outermost first.", listed(WHOLE), lambda one: one.parents()
    ),
    "level": Field("How deep it lies: title 0, section 1, paragraph 2.", WHOLE, lambda one: one.entry.level),
    "kind": Field("What it is to a reader.", one_of(Kind), lambda one: one.entry.kind.value),
    "old_number": Field(
        "What a reader cites in the base, such as `2.3(a)`; both ends of a move give it.",
        TEXT_OR_NULL,
        lambda one: one.places.old[one.at] or None,
    ),
    "new_number": Field(
        "The same in the last text.", TEXT_OR_NULL, lambda one: one.places.new[one.at] or None
    ),
    "status": Field(
        "What became of it. `kept`: its own words are the same. `moved` is its new place, `moved away` the "
        "old one. `merged`: its boundary is gone and its words joined the entry before. `split`: its "
        "boundary is new and its words were part of the entry before.",
        one_of(Status),
        lambda one: status_of(one.entry).value,
    ),
    "flags": Field("What else happened to it.", listed(one_of(Flag)), lambda one: list(flags_of(one.entry))),
    "unchanged": Field(
        "Whether `--changes-only` leaves it out: nothing but a number changed, and no change needs it.",
        YES_OR_NO,
        lambda one: one.left_out,
    ),
    "moved": Field(
        "A name that both ends of a move share.", TEXT_OR_NULL, lambda one: one.entry.moved or None
    ),
    "other_end": Field(
        "The position of the other end of a move.",
        WHOLE_OR_NULL,
        lambda one: one.places.other_end.get(one.at),
    ),
    "born": Field(_BORN, WHOLE, lambda one: one.entry.born),
    "gone": Field(_GONE, WHOLE_OR_NULL, lambda one: one.entry.gone),
    "was": Field(
        "What it was before, earliest first.",
        listed(named("face")),
        lambda one: [written(FACE, face) for face in one.entry.was],
    ),
    "runs": Field(
        "Its number, heading and words in reading order, old and new together.",
        listed(named("run")),
        lambda one: [written(RUN, part) for part in one.runs()],
    ),
}
