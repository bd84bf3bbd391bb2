"""Moves: which paragraphs moved as they were, so that Word can show a move and not two changes."""

from __future__ import annotations

from collections.abc import Iterable

from protobuild.interchange.docx.writing.layout import Block, Para


def moves(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the name in the file of each move with both its ends, and the same words at either.

    What was reworded on the way, or moved twice, is shown struck at one place and written at the other.
    """
    left: dict[str, list[Para]] = {}
    reached: dict[str, list[Para]] = {}
    for block in blocks:
        if isinstance(block, Para) and block.mark.move and _whole(block):
            (reached if block.mark.new else left).setdefault(block.mark.move, []).append(block)
    both = [name for name in left if len(left[name]) == len(reached.get(name, ())) == 1]
    same = [name for name in both if _says(left[name][0]) == _says(reached[name][0])]
    return {name: f"move{number}" for number, name in enumerate(same, 1)}


def _whole(para: Para) -> bool:
    """Whether all of a paragraph moved, and nothing was written or struck in it."""
    mark = (para.mark.old, para.mark.new)
    words = [each for piece in para.pieces for each in (*piece.heading, *piece.body)]
    same = all((each.fate.old, each.fate.new) == mark and each.fate.move for each in words)
    return len(para.pieces) == 1 and same


def _says(para: Para) -> str:
    return "".join(each.text for piece in para.pieces for each in (*piece.heading, *piece.body))
