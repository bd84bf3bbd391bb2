"""Remark on what looks wrong in the source itself: links that lead nowhere, words cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protobuild.interchange.blocks import Block, Shape
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.prose import LINK, said

_ENDS = re.compile(r"[.!?:;,–-][\"'”’)\]*_]*$|\b(?:and|or)$")
_ADDRESS = re.compile(r"(?:https?://\S*|\))$")
_STOPPED = re.compile(r"[.;!?][\"'”’)\]*_]*$")


def remarks(blocks: Sequence[Block]) -> list[Note]:
    """Return what a person should look at in the source, in its order."""
    return [*_dead_links(blocks), *_cut_off(blocks)]


def _dead_links(blocks: Sequence[Block]) -> Iterator[Note]:
    for block in blocks:
        for text in (block.text, *(cell for row in block.rows for cell in row)):
            for found in LINK.finditer(text):
                if found[2].startswith("#"):
                    message = f"“{said(found[1])}” leads to {found[2]}, which is nowhere"
                    yield Note(Topic.LINK, message, block.line)


def _cut_off(blocks: Sequence[Block]) -> Iterator[Note]:
    for at, block in enumerate(blocks):
        following = blocks[at + 1].shape if at + 1 < len(blocks) else None
        if following is Shape.BULLET or _ends(block):
            continue
        if block.shape is Shape.PARAGRAPH and len(block.text) > 80:
            yield _note(block, "the paragraph")
        elif block.shape is Shape.BULLET and _siblings_stop(blocks, at):
            yield _note(block, "the last item of the list")


def _ends(block: Block) -> bool:
    """Return whether a block ends as whole sentences and addresses do."""
    return bool(_ENDS.search(_last(block)) or _ADDRESS.search(block.text))


def _last(block: Block) -> str:
    return said(block.text[-400:]).rstrip()


def _siblings_stop(blocks: Sequence[Block], at: int) -> bool:
    """Return whether most items before this one in its list end with a stop."""
    start = at
    while start and blocks[start - 1].shape is Shape.BULLET and at - start < 50:
        start -= 1
    ends = [bool(_STOPPED.search(_last(block))) for block in blocks[start:at]]
    return any(ends)


def _note(block: Block, what: str) -> Note:
    words = " ".join(_last(block).split()[-5:])
    return Note(Topic.TRUNCATED, f"{what} ends without a full stop: “… {words}”", block.line, "low")
