"""Compare the words of two stretches of runs, and mark what a person would have changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from protobuild.model.runs import Look, Run, Runs, tidy
from protobuild.redline.wording.opcodes import opcodes
from protobuild.redline.wording.settle import settle
from protobuild.redline.wording.tokens import SameTarget, Tokens, cut, joined, reference


class Span(NamedTuple):
    """Old tokens i to i_end beside as many new ones, j to j_end, that they are kept as.

    Where there are none on one side, the other side's are struck or written.
    """

    i: int
    i_end: int
    j: int
    j_end: int

    def piece(self, start: int, end: int) -> Span:
        """Return the part of it from one token to another, counted from its own beginning."""
        i = (self.i + start, self.i + end) if self.i < self.i_end else (self.i, self.i)
        j = (self.j + start, self.j + end) if self.j < self.j_end else (self.j, self.j)
        return Span(*i, *j)


def compare_words(old: Runs, new: Runs, same_target: SameTarget) -> Runs:
    """Return the runs of both texts as one, marked as round 1.

    What stands before round 1 is `old`, what stands after it is `new`, exactly.
    `same_target` says whether an old and a new reference mean the same provision.
    """
    if old == new and all(same_target(run.ref, run.ref) for run in new if run.ref):
        return new
    if not old or not new:
        return replace_whole(old, new)
    before, after = cut(old), cut(new)
    return tidy(run for span in _spans(before, after, same_target) for run in _runs(before, after, span))


def mark_words(old: Sequence[Tokens], new: Sequence[Tokens], same_target: SameTarget) -> list[Runs]:
    """Return one marked stretch for each part of whichever side has several parts.

    One side has one part. Where the other has more, its parts were joined or the one was
    split, and the marked runs are cut where the boundaries lie.
    """
    parted = 0 if len(old) > 1 else 1
    parts = (old, new)[parted]
    marked: list[list[Run]] = [[] for _ in parts]
    before, after = joined(old), joined(new)
    spans = _spans(before, after, same_target)
    for number, span in _shared_out(spans, [len(part.texts) for part in parts], parted):
        marked[number] += _runs(before, after, span)
    return [tidy(runs) for runs in marked]


def replace_whole(old: Runs, new: Runs) -> Runs:
    """Return all of the old struck, then all of the new."""
    return tidy((*struck(old), *written(new)))


def struck(runs: Runs) -> Runs:
    """Return clean runs as struck by round 1."""
    return tuple(Run(run.text, run.style, run.href, run.ref, gone=1) for run in runs)


def written(runs: Runs) -> Runs:
    """Return clean runs as written by round 1."""
    return tuple(Run(run.text, run.style, run.href, run.ref, born=1) for run in runs)


def _spans(old: Tokens, new: Tokens, same: SameTarget) -> Iterator[Span]:
    """Yield every old and every new token once, in order, the kept ones beside each other."""
    olds, news = old.seen(), new.seen()
    old_keys, new_keys = old.keys(olds), _same_keys(old, new, news, same)
    i = j = 0
    for op in settle(opcodes(old_keys, new_keys), old_keys, new_keys):
        if op.equal:
            start, to = olds[op.i], news[op.j]
            yield from _between(old, new, Span(i, start, j, to))
            i, j = olds[op.i_end - 1] + 1, news[op.j_end - 1] + 1
            yield from _equal(old, new, Span(start, i, to, j))
    yield from _between(old, new, Span(i, len(old.texts), j, len(new.texts)))


def _equal(old: Tokens, new: Tokens, span: Span) -> Iterator[Span]:
    """Yield a stretch of kept words: one span, unless the spaces in it or what a reference prints differ."""
    i, i_end, j, j_end = span
    if old.texts[i:i_end] == new.texts[j:j_end]:
        yield span
        return
    olds = [at for at in range(i, i_end) if not old.texts[at].isspace()]
    news = [to for to in range(j, j_end) if not new.texts[to].isspace()]
    for at, to in zip(olds, news, strict=True):
        yield from _between(old, new, Span(i, at, j, to))
        i, j = at + 1, to + 1
        yield Span(at, i, to, j)


def _between(old: Tokens, new: Tokens, span: Span) -> Iterator[Span]:
    """Yield what lies between two kept words: the space at either end is kept where both have it."""
    i, i_end, j, j_end = span
    while i < i_end and j < j_end and _same_space(old.texts[i], new.texts[j]):
        i, j = i + 1, j + 1
    if i > span.i:
        yield Span(span.i, i, span.j, j)
    while i < i_end and j < j_end and _same_space(old.texts[i_end - 1], new.texts[j_end - 1]):
        i_end, j_end = i_end - 1, j_end - 1
    if i < i_end:
        yield Span(i, i_end, j, j)
    if j < j_end:
        yield Span(i_end, i_end, j, j_end)
    if i_end < span.i_end:
        yield Span(i_end, span.i_end, j_end, span.j_end)


def _same_space(one: str, other: str) -> bool:
    return one == other and one.isspace()


def _same_keys(old: Tokens, new: Tokens, seen: Sequence[int], same: SameTarget) -> list[str]:
    """Return the new tokens' keys, written as the old side writes a reference to the same provision."""
    keys = new.keys(seen)
    targets = dict.fromkeys(old.refs)
    for at, place in enumerate(seen) if new.refs else ():
        if ref := new.runs[place].ref:
            known = next((target for target in targets if same(target, ref)), "")
            another = "" if ref not in targets else "another "  # the id passed on to another provision
            keys[at] = reference(known or another + ref)
    return keys


def _shared_out(spans: Iterable[Span], sizes: Sequence[int], parted: int) -> Iterator[tuple[int, Span]]:
    """Yield the spans with the number of their part: a part begins with its first token on the parted side.

    What comes before that on the other side stays with the part before.
    """
    ends = list(accumulate(sizes))
    number = 0
    for span in spans:
        at, end = (span[:2], span[2:])[parted]
        if at == end:
            yield number, span
        start = at
        while start < end:
            while start >= ends[number]:
                number += 1
            until = min(end, ends[number])
            yield number, span.piece(start - at, until - at)
            start = until


def _runs(old: Tokens, new: Tokens, span: Span) -> Iterator[Run]:
    """Yield the marked runs of a span; what was cut from one run is made one again."""
    start = 0
    for end in _ends(old, new, span):
        i, i_end, j, j_end = span.piece(start, end)
        before, after = "".join(old.texts[i:i_end]), "".join(new.texts[j:j_end])
        if i < i_end and j < j_end:
            yield from _kept(before, old.runs[i], after, new.runs[j])
        elif i < i_end:
            run = old.runs[i]
            yield Run(before, run.style, run.href, run.ref, gone=1)
        else:
            run = new.runs[j]
            yield Run(after, run.style, run.href, run.ref, born=1)
        start = end


def _ends(old: Tokens, new: Tokens, span: Span) -> list[int]:
    """Return where the stretches of a span end that were cut from one run on either side."""
    size = max(span.i_end - span.i, span.j_end - span.j)
    if not (old.edges or new.edges):
        return [size]
    sides = ((old.edges, span.i, span.i_end), (new.edges, span.j, span.j_end))
    return sorted({size}.union(*(_inside(*side) for side in sides)))


def _inside(edges: Sequence[int], start: int, end: int) -> list[int]:
    """Return the edges that lie between two places, counted from the first."""
    return [edge - start for edge in edges[bisect_right(edges, start) : bisect_left(edges, end)]]


def _kept(before: str, old: Run, after: str, new: Run) -> Iterator[Run]:
    """Yield kept words: once, unless they are a reference that prints something else now."""
    if before != after:
        yield Run(before, old.style, old.href, old.ref, gone=1)
        yield Run(after, new.style, new.href, new.ref, born=1)
        return
    redressed = (old.style, old.href, old.ref) != (new.style, new.href, new.ref)
    was = (Look(1, old.style, old.href, old.ref),) if redressed else ()
    yield Run(after, new.style, new.href, new.ref, was=was)
