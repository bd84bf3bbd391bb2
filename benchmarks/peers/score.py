"""Score a redline against the ideal one: both texts, words, pieces, moves and what they hide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.peers.segments import (
    KEPT,
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
SHOWN = 0.8
"""Share of a moved text's words that are shown as moved, for the move to count as shown."""


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
    """Words shown as moved that did not move."""
    hidden: int
    """Edits inside shown moves that are marked nowhere."""
    torn: int

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
            and not (self.false_moves or self.hidden or self.torn)
            and abs(self.words - self.ideal_words) <= NEAR * self.ideal_words
            and abs(self.pieces - self.ideal_pieces) <= NEAR * self.ideal_pieces
        )


def score(found: Sequence[Segment], wanted: Sequence[Segment], old: str, new: str) -> Score:
    """Return the score of a redline; `wanted` is the ideal, `old` and `new` the texts given."""
    marked, ideal = marked_words(found), marked_words(wanted)
    shown, hidden = _moves(found, wanted)
    return Score(
        accept=same_text(" ".join(words(accepted(found))), " ".join(words(new))),
        reject=same_text(" ".join(words(rejected(found))), " ".join(words(old))),
        blocks=_same_blocks(accepted(found), new) and _same_blocks(rejected(found), old),
        words=sum(map(len, marked.values())),
        ideal_words=sum(map(len, ideal.values())),
        pieces=pieces(found),
        ideal_pieces=pieces(wanted),
        moves=shown,
        ideal_moves=len(moved_texts(wanted)),
        false_moves=_false(found, wanted),
        hidden=hidden,
        torn=torn(found),
    )


def _same_blocks(one: str, other: str) -> bool:
    return len(blocks(one)) == len(blocks(other)) and all(map(same_text, blocks(one), blocks(other)))


def moved_texts(segments: Sequence[Segment]) -> list[tuple[Counter[str], Counter[str]]]:
    """Return, for each line that arrives by a move, its carried words and those edited on the way."""
    out: list[tuple[Counter[str], Counter[str]]] = []
    arriving = False
    for one in segments:
        if one.text.startswith("\n"):
            arriving = one.moved and one.op == WRITTEN
            if arriving:
                out.append((Counter(), Counter()))
        elif arriving and one.op != KEPT:
            out[-1][0 if one.moved else 1].update(one.text.split())
    return out


def _carried(segments: Sequence[Segment]) -> Counter[str]:
    return Counter(word for one in segments if one.moved and one.op == WRITTEN for word in one.text.split())


def _moves(found: Sequence[Segment], wanted: Sequence[Segment]) -> tuple[int, int]:
    """Return how many of the ideal's moved lines are shown as moved, and how many edits those hide."""
    carried = _carried(found)
    marked = Counter(word for list_ in marked_words(found).values() for word in list_)
    shown = hidden = 0
    for text, edits in moved_texts(wanted):
        if sum((text & carried).values()) >= SHOWN * sum(text.values()):
            shown += 1
            hidden += any(marked[word.strip(".,;:")] < 1 for word in edits if word.strip(".,;:"))
    return shown, hidden


def _false(found: Sequence[Segment], wanted: Sequence[Segment]) -> int:
    return sum((_carried(found) - _carried(wanted)).values())
