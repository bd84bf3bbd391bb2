"""Compare the words of two stretches of runs, and mark what a person would have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from protobuild.model.runs import Look, Run, Runs, tidy
from protobuild.redline.opcodes import Op, opcodes
from protobuild.redline.settle import settle
from protobuild.redline.tokens import SameTarget, Token, cut

Step = tuple[Token | None, Token | None]
"""An old token beside the new one it is kept as; one alone is struck, or written."""


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
    before, after = list(chain(*old)), list(chain(*new))
    parts = old if len(old) > 1 else new
    side = 0 if len(old) > 1 else 1
    marked: list[list[Run]] = [[] for _ in parts]
    for number, steps in _shared_out(_steps(before, after, same_target), [len(part) for part in parts], side):
        marked[number] += _runs(steps)
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


def _steps(before: list[Token], after: list[Token], same: SameTarget) -> Iterator[Step]:
    """Yield every old and every new token once, in order, the kept ones beside each other."""
    old_at = [at for at, token in enumerate(before) if not token.space]
    new_at = [at for at, token in enumerate(after) if not token.space]
    olds, news = [before[at] for at in old_at], [after[at] for at in new_at]
    i = j = 0
    for op in settle(opcodes([token.key for token in olds], _same_keys(olds, news, same)), olds, news):
        for one, other in _anchors(op, old_at, new_at):
            yield from _between(before[i:one], after[j:other])
            yield before[one], after[other]
            i, j = one + 1, other + 1
    yield from _between(before[i:], after[j:])


def _anchors(op: Op, old_at: list[int], new_at: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where the kept words of a stretch stand among all tokens."""
    if op.equal:
        yield from zip(old_at[op.i : op.i_end], new_at[op.j : op.j_end], strict=True)


def _between(olds: list[Token], news: list[Token]) -> Iterator[Step]:
    """Yield what lies between two kept words: the space at either end is kept where both have it."""
    head = _common_space(olds, news)
    tail = _common_space(olds[head:][::-1], news[head:][::-1])
    yield from zip(olds[:head], news[:head], strict=True)
    yield from ((token, None) for token in olds[head : len(olds) - tail])
    yield from ((None, token) for token in news[head : len(news) - tail])
    yield from zip(olds[len(olds) - tail :], news[len(news) - tail :], strict=True)


def _common_space(olds: list[Token], news: list[Token]) -> int:
    count = 0
    for old, new in zip(olds, news, strict=False):
        if not (old.space and new.space and old.text == new.text):
            break
        count += 1
    return count


def _same_keys(old: list[Token], new: list[Token], same: SameTarget) -> list[str]:
    """Return the new tokens' keys, written as the old side writes a reference to the same provision."""
    targets = {token.run.ref: None for token in old if token.run.ref}
    keys: list[str] = []
    for token in new:
        ref = token.run.ref
        known = next((target for target in targets if same(target, ref)), None) if ref else None
        keys.append(f"[[{known}]]" if known else token.key)
    return keys


def _shared_out(steps: Iterator[Step], sizes: list[int], side: int) -> Iterator[tuple[int, Iterator[Step]]]:
    """Yield the steps of each part: a part begins with its first token on the parted side.

    What comes before that on the other side stays with the part before.
    """
    left = list(sizes)
    number = 0

    def part_of(step: Step) -> int:
        nonlocal number
        if step[side] is not None:
            while number < len(left) - 1 and not left[number]:
                number += 1
            left[number] -= 1
        return number

    return groupby(steps, part_of)


def _runs(steps: Iterator[Step]) -> Iterator[Run]:
    """Yield the marked runs of some steps; what was cut from one run is made one again."""
    for _, group in groupby(steps, _origin):
        tokens = list(group)
        before = "".join(old.text for old, _ in tokens if old)
        after = "".join(new.text for _, new in tokens if new)
        match tokens[0]:
            case (Token(run=old), Token(run=new)):
                yield from _kept(before, old, after, new)
            case (Token(run=old), None):
                yield Run(before, old.style, old.href, old.ref, gone=1)
            case (None, Token(run=new)):
                yield Run(after, new.style, new.href, new.ref, born=1)


def _origin(step: Step) -> tuple[int, int]:
    """Return what tells the runs apart that a step's tokens were cut from."""
    old, new = step
    return id(old.run) if old else 0, id(new.run) if new else 0


def _kept(before: str, old: Run, after: str, new: Run) -> Iterator[Run]:
    """Yield kept words: once, unless they are a reference that prints something else now."""
    if before != after:
        yield Run(before, old.style, old.href, old.ref, gone=1)
        yield Run(after, new.style, new.href, new.ref, born=1)
        return
    redressed = (old.style, old.href, old.ref) != (new.style, new.href, new.ref)
    was = (Look(1, old.style, old.href, old.ref),) if redressed else ()
    yield Run(after, new.style, new.href, new.ref, was=was)
