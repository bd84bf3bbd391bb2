"""Compare the words of two stretches of runs, and mark what a person would have changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from protobuild.model.runs import Look, Run, Runs, tidy
from protobuild.redline.settle import Op, settle
from protobuild.redline.spine import heaviest_spine
from protobuild.redline.tokens import SameTarget, Token, cut

LARGEST = 10_000 * 10_000
"""Beyond this product of lengths the bit matrix of a comparison costs more than 12 MB."""


def compare_words(old: Runs, new: Runs, same_target: SameTarget) -> Runs:
    """Return the runs of both texts as one, marked as round 1.

    What stands before round 1 is `old`, what stands after it is `new`, exactly.
    `same_target` says whether an old and a new reference mean the same provision.
    """
    if old == new:
        return new
    if not old or not new:
        return replace_whole(old, new)
    return mark_words([cut(old)], [cut(new)], same_target)[0]


def mark_words(old: Sequence[list[Token]], new: Sequence[list[Token]], same_target: SameTarget) -> list[Runs]:
    """Return one marked stretch for each part of whichever side has several parts.

    One side has one part. Where the other has more, its parts were joined or the one was
    split, and the marked runs are cut where the boundaries lie.
    """
    before = [token for part in old for token in part]
    after = [token for part in new for token in part]
    marked, cuts = _mark(before, after, _ends(old, new), by_old=len(old) > 1, same=same_target)
    edges = [0, *cuts, len(marked)]
    return [tidy(marked[start:end]) for start, end in pairwise(edges)]


def replace_whole(old: Runs, new: Runs) -> Runs:
    """Return all of the old struck, then all of the new."""
    return tidy((*struck(old), *written(new)))


def struck(runs: Runs) -> Runs:
    """Return clean runs as struck by round 1."""
    return tuple(Run(run.text, run.style, run.href, run.ref, gone=1) for run in runs)


def written(runs: Runs) -> Runs:
    """Return clean runs as written by round 1."""
    return tuple(Run(run.text, run.style, run.href, run.ref, born=1) for run in runs)


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """Return the equal and changed stretches of two token sequences, changes as replacements.

    Stretches too long for one comparison are first parted at what is common and unique.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    out = [Op(True, 0, head, 0, head)] if head else []
    out += [op.shifted(head, head) for op in _middle(left, right)]
    if tail:
        out.append(Op(True, len(old) - tail, len(old), len(new) - tail, len(new)))
    return out


def _middle(old: Sequence[str], new: Sequence[str]) -> list[Op]:
    if not old or not new:
        return [Op(False, 0, len(old), 0, len(new))] if old or new else []
    if len(old) * len(new) > LARGEST:
        return _parted(old, new)
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    left = [numbers.setdefault(text, len(numbers)) for text in old]
    right = [numbers.setdefault(text, len(numbers)) for text in new]
    out: list[Op] = []
    for code in Indel.opcodes(left, right):
        op = Op(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        out.append(op)
    return _joined(out)


def _parted(old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """Part two very long sequences at common stretches of eight tokens that occur once in each."""
    width = 8
    there = _unique(new, width)
    anchors = sorted((i, there[key]) for key, i in _unique(old, width).items() if key in there)
    spine = heaviest_spine([(i, j, 1.0) for i, j in anchors])
    out: list[Op] = []
    i = j = 0
    for position in [*spine, None]:
        at, to = anchors[position] if position is not None else (len(old), len(new))
        if at < i or to < j:
            continue
        if at - i or to - j:
            small = (at - i) * (to - j) <= LARGEST
            gap = _middle(old[i:at], new[j:to]) if small else [Op(False, 0, at - i, 0, to - j)]
            out += [op.shifted(i, j) for op in gap]
        if position is not None:
            out.append(Op(True, at, at + width, to, to + width))
            i, j = at + width, to + width
    return _joined(out)


def _unique(tokens: Sequence[str], width: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for i in range(len(tokens) - width + 1):
        key = tuple(tokens[i : i + width])
        if key in found:
            twice.add(key)
        found[key] = i
    return {key: i for key, i in found.items() if key not in twice}


def _joined(ops: Iterable[Op]) -> list[Op]:
    out: list[Op] = []
    for op in ops:
        if out and out[-1].equal == op.equal:
            out[-1] = Op(op.equal, out[-1].i, op.i_end, out[-1].j, op.j_end)
        else:
            out.append(op)
    return out


def _ends(old: Sequence[list[Token]], new: Sequence[list[Token]]) -> list[int]:
    """Return how many tokens of the parted side come before each of its inner boundaries."""
    parts = old if len(old) > 1 else new
    ends, total = [], 0
    for part in parts[:-1]:
        total += len(part)
        ends.append(total)
    return ends


def _mark(
    before: list[Token], after: list[Token], ends: list[int], *, by_old: bool, same: SameTarget
) -> tuple[list[Run], list[int]]:
    """Return the marked runs, and where among them the inner boundaries fall."""
    old_words = [position for position, token in enumerate(before) if not token.space]
    new_words = [position for position, token in enumerate(after) if not token.space]
    old_keys = [before[position].key for position in old_words]
    new_keys = _same_keys([before[at] for at in old_words], [after[at] for at in new_words], same)
    ops = settle(
        opcodes(old_keys, new_keys), [before[at] for at in old_words], [after[at] for at in new_words]
    )
    weaver = _Weaver(before, after, ends, by_old)
    for op in ops:
        if op.equal:
            for step in range(op.i_end - op.i):
                weaver.keep_to(old_words[op.i + step], new_words[op.j + step])
    weaver.finish()
    return weaver.out, weaver.cuts


def _same_keys(old: list[Token], new: list[Token], same: SameTarget) -> list[str]:
    """Return the new tokens' keys, written as the old side writes a reference to the same provision."""
    targets = {token.run.ref for token in old if token.run.ref}
    keys: list[str] = []
    for token in new:
        ref = token.run.ref
        known = next((target for target in targets if same(target, ref)), None) if ref else None
        keys.append(f"[[{known}]]" if known else token.key)
    return keys


class _Weaver:
    """Lay the kept tokens down in order, and between them what was struck and what is new."""

    def __init__(self, before: list[Token], after: list[Token], ends: list[int], by_old: bool) -> None:
        self.before, self.after = before, after
        self.ends, self.by_old = list(ends), by_old
        self.out: list[Run] = []
        self.cuts: list[int] = []
        self.i = self.j = 0

    def keep_to(self, i: int, j: int) -> None:
        """Lay down what lies between, then the token kept from old `i` to new `j`."""
        self._between(i, j)
        self._keep()

    def finish(self) -> None:
        """Lay down what lies after the last kept token."""
        self._between(len(self.before), len(self.after))
        while self.ends:
            self.ends.pop(0)
            self.cuts.append(len(self.out))

    def _between(self, i_end: int, j_end: int) -> None:
        while self.i < i_end and self.j < j_end and self._alike(self.i, self.j):
            self._keep()
        tail = 0
        while (
            self.i < i_end - tail
            and self.j < j_end - tail
            and self._alike(i_end - 1 - tail, j_end - 1 - tail)
        ):
            tail += 1
        while self.i < i_end - tail:
            self._cut_here(by_old=True)
            self.out.append(_run(self.before[self.i], gone=1))
            self.i += 1
        while self.j < j_end - tail:
            self._cut_here(by_old=False)
            self.out.append(_run(self.after[self.j], born=1))
            self.j += 1
        for _ in range(tail):
            self._keep()

    def _alike(self, i: int, j: int) -> bool:
        old, new = self.before[i], self.after[j]
        return old.space and new.space and old.text == new.text

    def _keep(self) -> None:
        self._cut_here(by_old=self.by_old)
        self.out += _kept(self.before[self.i], self.after[self.j])
        self.i += 1
        self.j += 1

    def _cut_here(self, *, by_old: bool) -> None:
        """Note a boundary of the parted side when its next token is about to be laid down."""
        if by_old != self.by_old:
            return
        position = self.i if self.by_old else self.j
        while self.ends and self.ends[0] <= position:
            self.ends.pop(0)
            self.cuts.append(len(self.out))


def _run(token: Token, *, born: int = 0, gone: int | None = None) -> Run:
    run = token.run
    return Run(token.text, run.style, run.href, run.ref, born, gone)


def _kept(old: Token, new: Token) -> list[Run]:
    if old.text != new.text:
        return [_run(old, gone=1), _run(new, born=1)]
    was, now = old.run, new.run
    if was is now or (was.style, was.href, was.ref) == (now.style, now.href, now.ref):
        return [_run(new)]
    return [Run(new.text, now.style, now.href, now.ref, was=(Look(1, was.style, was.href, was.ref),))]
