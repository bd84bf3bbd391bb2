"""Settle raw word differences into the changes a committee can read: few, whole and in the right place."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Sequence
from itertools import accumulate

from protobuild.redline.wording.opcodes import Op
from protobuild.redline.wording.tokens import SENTENCE_END, weights

MONTHS = frozenset(month_name[1:])
RECOGNISABLE = 0.30
"""A text that keeps less of its shorter side than this is shown as replaced whole."""


def settle(ops: Sequence[Op], old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """Return the same change with fewer and more natural edges; equal stretches only shrink or slide.

    The texts are what their words are compared by, without white space.
    Chance words kept between larger edits are given up; a deletion or insertion that could
    lie in several places lies at a sentence's edge; what keeps next to nothing is replaced whole.
    """
    scales = _Scales(old, new)
    settled = _whole_dates(_slide(_absorb(ops, scales), old, new), old, new)
    return [Op(False, 0, len(old), 0, len(new))] if _rewritten(settled, scales) else settled


class _Scales:
    """What stretches of the two texts weigh, from running totals, so that weighing costs nothing."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [0.0, *accumulate(weights(old))]
        self.new = [0.0, *accumulate(weights(new))]
        self.stops = [0, *accumulate([text in SENTENCE_END for text in old])]

    def kept(self, op: Op) -> float:
        """Return what an equal stretch weighs."""
        return self.old[op.i_end] - self.old[op.i]

    def edit(self, op: Op) -> float:
        """Return what a changed stretch weighs: the heavier of what goes and what comes."""
        return max(self.old[op.i_end] - self.old[op.i], self.new[op.j_end] - self.new[op.j])

    def firm(self, op: Op) -> bool:
        """Whether a kept stretch ends one sentence and begins another: edits either side are two."""
        return op.i_end - op.i > 1 and self.stops[op.i_end] > self.stops[op.i]


def _absorb(ops: Sequence[Op], scales: _Scales) -> list[Op]:
    """Give up an equal stretch that weighs less than the edit on either side of it."""
    out: list[Op] = []
    for op in ops:
        if op.equal:
            out.append(op)
            continue
        edit = op
        while len(out) >= 2 and out[-1].equal and not out[-2].equal:
            lighter = min(scales.edit(out[-2]), scales.edit(edit))
            if scales.kept(out[-1]) >= lighter or scales.firm(out[-1]):
                break
            edit = Op(False, out[-2].i, edit.i_end, out[-2].j, edit.j_end)
            del out[-2:]
        out.append(edit)
    return out


def _slide(ops: list[Op], old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """Move each pure deletion or insertion, within what the text allows, to the best edge."""
    out = list(ops)
    for at, op in enumerate(out):
        if op.equal or (op.i < op.i_end and op.j < op.j_end):
            continue
        before = out[at - 1] if at else None
        after = out[at + 1] if at + 1 < len(out) else None
        tokens, start, end = (old, op.i, op.i_end) if op.i < op.i_end else (new, op.j, op.j_end)
        shift = _best_shift(tokens, start, end, _room(before), _room(after))
        if shift and before and after:
            out[at - 1] = Op(True, before.i, before.i_end + shift, before.j, before.j_end + shift)
            out[at] = op.shifted(shift, shift)
            out[at + 1] = Op(True, after.i + shift, after.i_end, after.j + shift, after.j_end)
    return [op for op in out if op.i < op.i_end or op.j < op.j_end]


def _whole_dates(ops: list[Op], old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """Take the day into an edit of its month and year: `1 May 2025` is one date, not three words."""
    out: list[Op] = []
    for op in ops:
        if not op.equal and out and out[-1].equal and _tears_a_date(op, old, new):
            kept = out.pop()
            if kept.i_end - kept.i > 1:
                out.append(Op(True, kept.i, kept.i_end - 1, kept.j, kept.j_end - 1))
            op = Op(False, op.i - 1, op.i_end, op.j - 1, op.j_end)
        out.append(op)
    return out


def _tears_a_date(op: Op, old: Sequence[str], new: Sequence[str]) -> bool:
    if min(op.i_end - op.i, op.j_end - op.j) < 2:
        return False
    months = old[op.i] in MONTHS and new[op.j] in MONTHS
    return months and old[op.i - 1].isdigit() and old[op.i + 1].isdigit()


def _room(op: Op | None) -> int:
    return op.i_end - op.i if op and op.equal else 0


def _best_shift(tokens: Sequence[str], start: int, end: int, left: int, right: int) -> int:
    """Return how far to slide tokens[start:end]; negative is towards the beginning."""
    best, best_score = 0, _edge_score(tokens, start, end)
    shift = 0
    while -shift < left and tokens[start + shift - 1] == tokens[end + shift - 1]:
        shift -= 1
        score = _edge_score(tokens, start + shift, end + shift)
        if score > best_score:
            best, best_score = shift, score
    shift = 0
    while shift < right and tokens[start + shift] == tokens[end + shift]:
        shift += 1
        score = _edge_score(tokens, start + shift, end + shift)
        if score > best_score:
            best, best_score = shift, score
    return best


def _edge_score(tokens: Sequence[str], start: int, end: int) -> int:
    """Return how natural it is to take out tokens[start:end]: whole sentences first, then clauses."""
    score = 0
    if start == 0 or tokens[start - 1] in SENTENCE_END:
        score += 4
    if tokens[end - 1] in SENTENCE_END:
        score += 4
    if tokens[start] in ",;:(–":
        score += 2
    if end < len(tokens) and tokens[end] in ",;:.)–" and tokens[end - 1] not in SENTENCE_END:
        score += 1
    return score


def _rewritten(ops: Sequence[Op], scales: _Scales) -> bool:
    kept = sum(scales.kept(op) for op in ops if op.equal)
    shorter = min(scales.old[-1], scales.new[-1])
    return bool(shorter) and kept / shorter < RECOGNISABLE
