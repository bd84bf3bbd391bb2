"""Lay the sections that result from a decision: each clause from the side that was agreed, in its place."""

from __future__ import annotations

import re
from collections.abc import Collection

from protobuild.life.deciding.marked import Verdict, blocks
from protobuild.life.deciding.mixing import UnmixableError, mixed, rebuilt
from protobuild.life.deciding.sources import Laid, Piece, Sources, put_together
from protobuild.model.outline import Entry, Kind
from protobuild.model.saying import listed
from protobuild.model.source import UsageError


def sections(
    judged: Verdict, old: Sources, new: Sources, ids: Collection[str], anew: Collection[str]
) -> dict[str, Laid]:
    """Return each section file with its data and comments, in the order that results.

    The clauses in `anew` are written from what readers are to see. Raises UsageError where a section
    would have no clause, or changes of one clause cannot be taken apart.
    """
    heads: list[str] = []
    inside: dict[str, list[tuple[str, list[Entry]]]] = {}
    for id, entries in blocks(judged.text, ids):
        if entries and entries[0].kind is Kind.SECTION:
            heads.append(id)
            inside[id] = []
        elif heads and id:
            inside[heads[-1]].append((id, entries))
    _with_hidden(heads, inside, judged, new)
    out: dict[str, Laid] = {}
    for head in heads:
        piece = _head(head, judged, old, new)
        clauses = [_clause(id, entries, judged, old, new, id in anew) for id, entries in inside[head]]
        if not clauses:
            raise UsageError(
                f"Nothing would be left under “{piece.data.get('heading', head)}”.",
                fix="Decide alike about the heading and about what stands under it.",
            )
        out[piece.file] = put_together(piece, clauses)
    return out


def _with_hidden(
    heads: list[str], inside: dict[str, list[tuple[str, list[Entry]]]], judged: Verdict, new: Sources
) -> None:
    """Put back what the paper's files have and no reader sees: what does not apply to this council."""
    shown = {entry.id for entry in judged.made.outline.entries if entry.id}
    previous = ""
    for section, clauses in new.order.items():
        if section not in shown:
            heads.insert(heads.index(previous) + 1 if previous in heads else 0, section)
            inside[section] = []
        before = ""
        for id in clauses:
            if id not in shown and section in inside:
                row = [each for each, _ in inside[section]]
                inside[section].insert(row.index(before) + 1 if before in row else 0, (id, []))
            before = id
        previous = section if section in heads else previous


def _head(id: str, judged: Verdict, old: Sources, new: Sources) -> Piece:
    before, after = old.sections.get(id), new.sections.get(id)
    if after is None or before is None:
        found = after or before
        if found is None:
            raise UsageError(f"There is no section '{id}' on either side.")
        return found
    if judged.refuses_all(judged.of(id).own):
        return Piece({**after.data, "heading": before.data["heading"]}, after.comments, after.file)
    return after


def _clause(id: str, entries: list[Entry], judged: Verdict, old: Sources, new: Sources, anew: bool) -> Piece:
    before, after = old.clauses.get(id), new.clauses.get(id)
    names = judged.of(id).whole
    if anew and (like := after or before):
        try:
            return Piece(rebuilt(like.data, entries), like.comments)
        except UnmixableError:
            raise alike(names) from None
    if after is None or (before is not None and judged.refuses_all(names)):
        return before if before is not None else Piece({})
    if before is None or not judged.refuses(names):
        return after
    try:
        data = mixed(id, before.data, after.data, entries, judged)
    except UnmixableError:
        raise alike(names) from None
    return Piece(data, after.comments)


def alike(names: Collection[str]) -> UsageError:
    """Return the error that names changes which have to be decided alike."""
    parted = listed(sorted(names, key=_place))
    return UsageError(
        f"{parted} change the same clause in a way that cannot be taken apart.",
        fix="Decide alike about them, or record the words agreed as amended.",
    )


def _place(name: str) -> tuple[int, str]:
    digits = re.search(r"\d+", name)
    return (int(digits.group()) if digits else 0, name)
