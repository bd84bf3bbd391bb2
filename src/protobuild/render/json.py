"""JSON: a redline or an outline as data anyone can score or draw again without our code.

The top level holds

- `schema`: `protobuild/redline/1`; the number rises when a reader of an earlier one would be misled;
- `title`, and `sides`: the texts compared, the base first, each `{label, note, ref}`;
- `entries`, in the reading order of the redline, old and new together;
- `changes`: the schedule C1..Cn, and `concordance`: where every old entry went; empty for a clean text.

An entry is `{at, id, parents, level, kind, old_number, new_number, status, flags, moved, other_end, runs}`:

- `at` is its position, `parents` the positions of what it lies in, outermost first;
- `old_number` and `new_number` are what a reader would cite on either side, such as `2.3(a)`, and null where
  there is none; both ends of a move give both;
- `status` is one of
  `kept` (its own words are the same; the number may differ),
  `reworded`,
  `new`,
  `dropped`,
  `moved` (at its new place; `reworded` is then a flag),
  `moved away` (the same, at its old place),
  `merged` (its boundary is gone and its words joined the entry before),
  `split` (its boundary is new and its words were part of the entry before);
- `flags` are any of `renumbered`, `level changed`, `kind changed`, `formatting changed`, `link changed`,
  `reference renumbered`, `reworded` and `carried` (moved as part of what it lies in);
- `other_end` is the position of the other end of a move, else null.

A run is `{part, text, style, href, ref, born, gone, moved, was}`. `part` is `num`, `heading` or `body`.
`born` and `gone` are the rounds that made and removed it: 0 is the base, null means it stands. The text after
round n is what has `born <= n` and not `gone <= n`; entries carry `born` and `gone` likewise. The words of an
entry that does not stand join the entry before.
"""

from __future__ import annotations

import json

from protobuild.model.outline import Entry, Outline, parents
from protobuild.model.redlined import Change, Edit, Redlined, Whereabouts
from protobuild.model.runs import Run
from protobuild.render.places import Places, places
from protobuild.render.status import flags_of, status_of

SCHEMA = "protobuild/redline/1"

Data = dict[str, object]


def write_json(given: Redlined | Outline) -> str:
    """Return a redline or an outline as JSON, the same text for the same input."""
    redlined = given if isinstance(given, Redlined) else Redlined(given, (), ())
    return json.dumps(as_data(redlined), ensure_ascii=False, indent=1) + "\n"


def as_data(redlined: Redlined) -> Data:
    """Return a redline as plain lists and mappings."""
    outline = redlined.outline
    where, above = places(outline), parents(outline.entries)
    return {
        "schema": SCHEMA,
        "title": outline.title,
        "sides": [{"label": side.label, "note": side.note, "ref": side.ref} for side in outline.sides],
        "different": redlined.different,
        "entries": [_entry(at, entry, where, above) for at, entry in enumerate(outline.entries)],
        "changes": [_change(change) for change in redlined.changes],
        "concordance": [_whereabouts(row) for row in redlined.concordance],
    }


def _entry(at: int, entry: Entry, where: Places, above: list[int]) -> Data:
    return {
        "at": at,
        "id": entry.id or None,
        "parents": _chain(at, above),
        "level": entry.level,
        "kind": entry.kind.value,
        "old_number": where.old[at] or None,
        "new_number": where.new[at] or None,
        "status": status_of(entry).value,
        "flags": list(flags_of(entry)),
        "moved": entry.moved or None,
        "other_end": where.other_end.get(at),
        "born": entry.born,
        "gone": entry.gone,
        "was": [
            {"until": face.until, "id": face.id or None, "level": face.level, "kind": face.kind.value}
            for face in entry.was
        ],
        "runs": [
            _run(part, run)
            for part, runs in (("num", entry.num), ("heading", entry.heading), ("body", entry.body))
            for run in runs
        ],
    }


def _chain(at: int, above: list[int]) -> list[int]:
    out: list[int] = []
    while (at := above[at]) >= 0:
        out.append(at)
    return out[::-1]


def _run(part: str, run: Run) -> Data:
    return {
        "part": part,
        "text": run.text,
        "style": sorted(run.style),
        "href": run.href or None,
        "ref": run.ref or None,
        "born": run.born,
        "gone": run.gone,
        "moved": bool(run.moved),
        "was": [
            {"until": look.until, "style": sorted(look.style), "href": look.href or None} for look in run.was
        ],
    }


def _change(change: Change) -> Data:
    return {
        "name": change.name,
        "what": change.what.value,
        "title": change.title,
        "at": list(change.at),
        "old": list(change.old),
        "new": list(change.new),
        "before": change.before,
        "after": change.after,
        "force": list(change.force),
        "rank": change.rank.value,
        "reason": change.reason or None,
        "proposer": change.proposer or None,
        "round": change.round,
        "ids": list(change.ids),
        "mark": change.mark or None,
        "edits": [_edit(edit) for edit in change.edits],
        "issued": change.issued or None,
        "changed_since": change.changed_since or None,
        "withdrawn": change.withdrawn or None,
        "now_in": change.now_in or None,
    }


def _edit(edit: Edit) -> Data:
    return {
        "name": edit.name,
        "at": edit.at,
        "nth": edit.nth,
        "before": edit.before,
        "after": edit.after,
        "force": list(edit.force),
    }


def _whereabouts(row: Whereabouts) -> Data:
    return {
        "fate": row.fate.value,
        "old": row.old or None,
        "new": list(row.new),
        "at": row.at,
        "words": row.words,
        "changes": list(row.changes),
    }
