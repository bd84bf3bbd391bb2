"""Join two matched texts into one sequence, marked as round 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protobuild.model.outline import Entry, Face, Outline, parents
from protobuild.model.runs import Run, Runs, tidy
from protobuild.redline.matching.pairs import Matching
from protobuild.redline.wording.tokens import SameTarget, cut
from protobuild.redline.wording.words import compare_words, mark_words, replace_whole, struck, written

DEEPEST = 9


def join(old: Outline, new: Outline, matching: Matching) -> Outline:
    """Return one outline that is `old` before round 1 and `new` after it.

    Pairs that kept their order are laid down once; other pairs are moves and stand at both
    ends; what is merged keeps its words under a struck boundary, what is split under a new one.
    """
    return Outline(tuple(_Joiner(old.entries, new.entries, matching).entries()), (), new.cover)


class _Joiner:
    def __init__(self, old: Sequence[Entry], new: Sequence[Entry], matching: Matching) -> None:
        self.old, self.new, self.matching = old, new, matching
        self.spine = matching.spine
        self.moves = _moves(old, new, matching.pairs, set(self.spine))
        self.arrivals = {matching.pairs[at]: at for at in self.moves}
        self.joined, self.parted = _by_base(matching.merged), _by_base(matching.split)
        ids = {old[at].id: new[to].id for at, to in matching.pairs.items() if old[at].id}
        self.same: SameTarget = lambda one, other: ids.get(one, one) == other

    def entries(self) -> Iterator[Entry]:
        """Yield the joined entries in reading order."""
        at = to = 0
        for here in [*self.spine, len(self.old)]:
            there = self.matching.pairs.get(here, len(self.new))
            yield from self._gap(range(at, here), range(to, there))
            if here < len(self.old):
                yield from self._group(here, there)
                at, to = self._after(here, there)

    # -- what stays ---------------------------------------------------------------------

    def _group(self, at: int, to: int) -> list[Entry]:
        """Return a kept entry, and with it what was merged into it or split from it.

        What kept none of its words in the end is no part of a join after all.
        """
        joined, parted = self.joined.get(at, []), self.parted.get(to, [])
        bodies = self._bodies([at, *joined], [to, *parted])
        lost = {one for one, body in zip(joined or parted, bodies[1:], strict=True) if not _keeps(body)}
        if lost:
            self.joined[at] = [one for one in joined if one not in lost]
            self.parted[to] = [one for one in parted if one not in lost]
            return self._group(at, to)
        out = [self._kept(at, to, bodies[0])]
        if joined:
            rest = dict(zip(joined, bodies[1:], strict=True))
            between = range(at + 1, joined[-1] + 1)
            out += [self._merged(one, rest[one]) if one in rest else self._leave(one) for one in between]
        elif parted:
            rest = dict(zip(parted, bodies[1:], strict=True))
            between = range(to + 1, parted[-1] + 1)
            out += [self._parted(one, rest[one]) if one in rest else self._arrive(one) for one in between]
        return out

    def _after(self, at: int, to: int) -> tuple[int, int]:
        joined, parted = self.joined.get(at, []), self.parted.get(to, [])
        return max([at, *joined]) + 1, max([to, *parted]) + 1

    def _bodies(self, olds: list[int], news: list[int]) -> list[Runs]:
        if len(olds) == len(news) == 1:
            return [compare_words(self.old[olds[0]].body, self.new[news[0]].body, self.same)]
        return mark_words(
            [cut(self.old[one].body) for one in olds], [cut(self.new[one].body) for one in news], self.same
        )

    def _kept(self, at: int, to: int, body: Runs) -> Entry:
        old, new = self.old[at], self.new[to]
        changed = (old.id, old.level, old.kind) != (new.id, new.level, new.kind)
        return replace(
            new,
            num=_number(old.num, new.num),
            heading=compare_words(old.heading, new.heading, self.same),
            body=body,
            was=(Face(1, old.id, old.level, old.kind),) if changed else (),
        )

    def _merged(self, at: int, body: Runs) -> Entry:
        old = self.old[at]
        return replace(old, num=struck(old.num), heading=struck(old.heading), body=body, gone=1)

    def _parted(self, to: int, body: Runs) -> Entry:
        new = self.new[to]
        return replace(new, num=written(new.num), heading=written(new.heading), body=body, born=1)

    # -- what goes, comes and moves -----------------------------------------------------

    def _gap(self, olds: range, news: range) -> Iterator[Entry]:
        """Yield what lies between two kept entries: deepest first, old before new.

        So a new row stays in its table and a new paragraph stays in its section, although
        struck paragraphs and headings follow on the old side.
        """
        at, to = olds.start, news.start
        for level in range(DEEPEST, -1, -1):
            while at < olds.stop and self.old[at].level >= level:
                yield self._leave(at)
                at += 1
            while to < news.stop and self.new[to].level >= level:
                yield self._arrive(to)
                to += 1

    def _leave(self, at: int) -> Entry:
        """Return an old entry that goes: dropped, or moved away."""
        old = self.old[at]
        if at not in self.moves:
            return replace(
                old, num=struck(old.num), heading=struck(old.heading), body=struck(old.body), gone=1
            )
        new = self.new[self.matching.pairs[at]]
        return replace(
            old,
            num=struck(old.num),
            heading=_departing(compare_words(old.heading, new.heading, self.same)),
            body=_departing(compare_words(old.body, new.body, self.same)),
            gone=1,
            moved=self.moves[at],
        )

    def _arrive(self, to: int) -> Entry:
        """Return a new entry that comes: written now, or moved here."""
        new = self.new[to]
        if to not in self.arrivals:
            return replace(
                new, num=written(new.num), heading=written(new.heading), body=written(new.body), born=1
            )
        old = self.old[self.arrivals[to]]
        return replace(
            new,
            num=written(new.num),
            heading=_arriving(compare_words(old.heading, new.heading, self.same)),
            body=_arriving(compare_words(old.body, new.body, self.same)),
            born=1,
            moved=self.moves[self.arrivals[to]],
        )


def _by_base(joins: dict[int, int]) -> dict[int, list[int]]:
    out: dict[int, list[int]] = {}
    for one, base in sorted(joins.items()):
        out.setdefault(base, []).append(one)
    return out


def _moves(
    old: Sequence[Entry], new: Sequence[Entry], pairs: dict[int, int], spine: set[int]
) -> dict[int, str]:
    """Return the name of the move each displaced old entry is part of.

    What moves with the entry it belongs to is carried: its name is the mover's with a suffix.
    """
    above_old, above_new = parents(old), parents(new)
    out: dict[int, str] = {}
    carried: dict[int, int] = {}
    roots = 0
    for at, to in pairs.items():
        if at in spine:
            continue
        up = above_old[at]
        if up in out and pairs[up] == above_new[to]:
            carried[up] = carried.get(up, 0) + 1
            out[at] = f"{out[up]}.{carried[up]}"
        else:
            roots += 1
            out[at] = f"m{roots}"
    return out


def _keeps(marked: Runs) -> bool:
    return any(not run.born and run.gone is None and run.text.strip() for run in marked)


def _number(old: Runs, new: Runs) -> Runs:
    return new if old == new else replace_whole(old, new)


def _departing(marked: Runs) -> Runs:
    """Return the old side of a moved text: carried words as moved, the rest as struck."""
    return tidy(
        replace(run.as_of(0), gone=1, moved=int(run.gone is None)) for run in marked if run.seen_in(0)
    )


def _arriving(marked: Runs) -> Runs:
    """Return the new side of a moved text, with what was struck on the way shown and in neither end."""
    return tidy(_landed(run) for run in marked)


def _landed(run: Run) -> Run:
    if run.gone is not None:
        return replace(run.as_of(0), born=1, gone=1)
    return replace(run.as_of(1), born=1, moved=int(not run.born))
