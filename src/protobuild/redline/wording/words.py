"""Compare the words of two stretches of runs, and mark what a person would have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from protobuild.model.runs import Look, Run, Runs, tidy
from protobuild.redline.wording.opcodes import opcodes
from protobuild.redline.wording.settle import settle
from protobuild.redline.wording.tokens import SameTarget, Token, cut, seen_at

Tokens = list[Token]
Span = tuple[Tokens, Tokens]
"""Old tokens beside as many new ones that they are kept as; alone, they are struck or written."""


def compare_words(old: Runs, new: Runs, same_target: SameTarget) -> Runs:
    """Return the runs of both texts as one, marked as round 1.

    What stands before round 1 is `old`, what stands after it is `new`, exactly.
    `same_target` says whether an old and a new reference mean the same provision.
    """
    if old == new and all(same_target(run.ref, run.ref) for run in new if run.ref):
        return new
    if not old or not new:
        return replace_whole(old, new)
    return mark_words([cut(old)], [cut(new)], same_target)[0]


def mark_words(old: Sequence[list[Token]], new: Sequence[list[Token]], same_target: SameTarget) -> list[Runs]:
    """Return one marked stretch for each part of whichever side has several parts.

    One side has one part. Where the other has more, its parts were joined or the one was
    split, and the marked runs are cut where the boundaries lie.
    """
    parted = 0 if len(old) > 1 else 1
    parts = (old, new)[parted]
    marked: list[list[Run]] = [[] for _ in parts]
    spans = _spans(list(chain(*old)), list(chain(*new)), same_target)
    for number, span in _shared_out(spans, [len(part) for part in parts], parted):
        marked[number] += _runs(*span)
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


def _spans(before: Tokens, after: Tokens, same: SameTarget) -> Iterator[Span]:
    """Yield every old and every new token once, in order, the kept ones beside each other."""
    old_at, new_at = seen_at(before), seen_at(after)
    olds, news = [before[at] for at in old_at], [after[at] for at in new_at]
    i = j = 0
    for op in settle(
        opcodes([token.key for token in olds], _same_keys(olds, news, same)),
        olds,
        news,
    ):
        if op.equal:
            yield from _between(before[i : old_at[op.i]], after[j : new_at[op.j]])
            i_end, j_end = old_at[op.i_end - 1] + 1, new_at[op.j_end - 1] + 1
            yield from _equal(before[old_at[op.i] : i_end], after[new_at[op.j] : j_end])
            i, j = i_end, j_end
    yield from _between(before[i:], after[j:])


def _equal(olds: Tokens, news: Tokens) -> Iterator[Span]:
    """Yield a stretch of kept words: one span, unless the spaces in it or what a reference prints differ."""
    if [token.text for token in olds] == [token.text for token in news]:
        yield olds, news
        return
    i = j = 0
    old_at, new_at = seen_at(olds), seen_at(news)
    for at, to in zip(old_at, new_at, strict=True):
        yield from _between(olds[i:at], news[j:to])
        yield [olds[at]], [news[to]]
        i, j = at + 1, to + 1


def _between(olds: Tokens, news: Tokens) -> Iterator[Span]:
    """Yield what lies between two kept words: the space at either end is kept where both have it."""
    head = _common_space(olds, news)
    tail = _common_space(olds[head:][::-1], news[head:][::-1])
    i, j = len(olds) - tail, len(news) - tail
    spans: list[Span] = [
        (olds[:head], news[:head]),
        (olds[head:i], []),
        ([], news[head:j]),
        (olds[i:], news[j:]),
    ]
    yield from (span for span in spans if any(span))


def _common_space(olds: Tokens, news: Tokens) -> int:
    count = 0
    for old, new in zip(olds, news, strict=False):
        if not (old.space and new.space and old.text == new.text):
            break
        count += 1
    return count


def _same_keys(old: list[Token], new: list[Token], same: SameTarget) -> list[str]:
    """Return the new tokens' keys, written as the old side writes a reference to the same provision."""
    targets = {run.ref: None for _, run in old if run.ref}
    keys: list[str] = []
    for text, run in new:
        if not run.ref:
            keys.append(text)
            continue
        known = next((target for target in targets if same(target, run.ref)), "")
        another = "" if run.ref not in targets else "another "  # the id passed on to another provision
        keys.append(f"[[{known or another + run.ref}]]")
    return keys


def _shared_out(spans: Iterable[Span], sizes: Sequence[int], parted: int) -> Iterator[tuple[int, Span]]:
    """Yield the spans with the number of their part: a part begins with its first token on the parted side.

    What comes before that on the other side stays with the part before.
    """
    number, left = 0, sizes[0]
    for span in spans:
        olds, news = span
        while rest := (olds, news)[parted]:
            while not left and number < len(sizes) - 1:
                number, left = number + 1, sizes[number + 1]
            taken = min(left, len(rest))
            yield number, (olds[:taken], news[:taken])
            olds, news, left = olds[taken:], news[taken:], left - taken
        if olds or news:
            yield number, (olds, news)


def _runs(olds: Tokens, news: Tokens) -> Iterator[Run]:
    """Yield the marked runs of a span; what was cut from one run is made one again."""
    start = 0
    for end in _ends(olds, news):
        before = "".join([token.text for token in olds[start:end]])
        after = "".join([token.text for token in news[start:end]])
        run = (news or olds)[start].run
        if olds and news:
            yield from _kept(before, olds[start].run, after, run)
        elif olds:
            yield Run(before, run.style, run.href, run.ref, gone=1)
        else:
            yield Run(after, run.style, run.href, run.ref, born=1)
        start = end


def _ends(olds: Tokens, news: Tokens) -> list[int]:
    """Return where the stretches of a span end that were cut from one run on either side."""
    cuts = {at for side in (olds, news) for at in range(1, len(side)) if side[at].run is not side[at - 1].run}
    return [*sorted(cuts), max(len(olds), len(news))]


def _kept(before: str, old: Run, after: str, new: Run) -> Iterator[Run]:
    """Yield kept words: once, unless they are a reference that prints something else now."""
    if before != after:
        yield Run(before, old.style, old.href, old.ref, gone=1)
        yield Run(after, new.style, new.href, new.ref, born=1)
        return
    redressed = (old.style, old.href, old.ref) != (new.style, new.href, new.ref)
    was = (Look(1, old.style, old.href, old.ref),) if redressed else ()
    yield Run(after, new.style, new.href, new.ref, was=was)
