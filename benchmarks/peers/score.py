"""Score a redline against the ideal one: both texts, words, pieces, moves and what they hide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.peers.segments import (
    KEPT,
    STRUCK,
    WORD,
    WRITTEN,
    Segment,
    accepted,
    blocks,
    marked_words,
    pieces,
    rejected,
    same_text,
    torn,
    words,
)

NEAR = 0.1
"""How far words and pieces may lie from the ideal, as a share of it, for a redline to be FULL."""
SHOWN = 0.5
"""Share of words that a moved line and a line shown as moved have in common, to be one."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one engine's redline of one pair is worth."""

    accept: bool
    reject: bool
    blocks: bool
    words: int
    """Words marked, moved ones left out."""
    ideal_words: int
    pieces: int
    ideal_pieces: int
    moves: int
    """Moved texts shown as moved."""
    ideal_moves: int
    false_moves: int
    """Lines shown as moved that did not move."""
    hidden: int
    """Edits inside shown moves that are marked nowhere."""
    torn: int
    dressed: bool
    """Whether changes of emphasis and links are shown as such, and no others."""

    @property
    def right(self) -> bool:
        """Whether both texts can be had back exactly, words and lines."""
        return self.accept and self.reject and self.blocks

    @property
    def full(self) -> bool:
        """Whether all of it is right."""
        return (
            self.right
            and self.moves == self.ideal_moves
            and self.dressed
            and not (self.false_moves or self.hidden or self.torn)
            and abs(self.words - self.ideal_words) <= NEAR * self.ideal_words
            and abs(self.pieces - self.ideal_pieces) <= NEAR * self.ideal_pieces
        )


def score(found: Sequence[Segment], wanted: Sequence[Segment], old: str, new: str) -> Score:
    """Return the score of a redline; `wanted` is the ideal, `old` and `new` the texts given."""
    marked, ideal = marked_words(found), marked_words(wanted)
    shown, hidden, false = _moves(found, wanted)
    return Score(
        accept=same_text(" ".join(words(accepted(found))), " ".join(words(new))),
        reject=same_text(" ".join(words(rejected(found))), " ".join(words(old))),
        blocks=_same_blocks(accepted(found), new) and _same_blocks(rejected(found), old),
        words=sum(map(len, marked.values())),
        ideal_words=sum(map(len, ideal.values())),
        pieces=pieces(found),
        ideal_pieces=pieces(wanted),
        moves=shown,
        ideal_moves=len(moved_lines(wanted)),
        false_moves=false,
        hidden=hidden,
        torn=torn(found),
        dressed=_dressed(found) == _dressed(wanted),
    )


def _same_blocks(one: str, other: str) -> bool:
    return len(blocks(one)) == len(blocks(other)) and all(map(same_text, blocks(one), blocks(other)))


def moved_lines(segments: Iterable[Segment]) -> list[tuple[Counter[str], Counter[str]]]:
    """Return, for each line that arrives by a move, its carried words and those edited on the way."""
    lines: list[tuple[Counter[str], Counter[str]]] = []
    for one in segments:
        if one.text.startswith("\n") or not lines:
            lines.append((Counter(), Counter()))
        arrives = one.moved and one.op == WRITTEN
        if arrives or (one.op != KEPT and not one.moved):
            lines[-1][0 if arrives else 1].update(WORD.findall(one.text))
    return [line for line in lines if line[0]]


def _moves(found: Iterable[Segment], wanted: Iterable[Segment]) -> tuple[int, int, int]:
    """Return how many moved lines are shown as moved, how many edits those hide, how many are false."""
    lines = moved_lines(found)
    shown = hidden = 0
    for text, edits in moved_lines(wanted):
        shares = [_share(text, carried) for carried, _ in lines]
        if shares and max(shares) >= SHOWN:
            _, marked = lines.pop(shares.index(max(shares)))
            shown += 1
            hidden += bool(edits - marked)
    return shown, hidden, len(lines)


def _share(text: Counter[str], carried: Counter[str]) -> float:
    return (text & carried).total() / max(text.total(), carried.total())


def _dressed(segments: Iterable[Segment]) -> list[str]:
    return [word for one in segments if one.dressed and one.op != STRUCK for word in one.text.split()]
