"""Tell printed numbers from the words that follow them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protobuild.interchange.blocks import Block, Shape
from protobuild.interchange.numbers import (
    DOTTED,
    HEADED,
    INTEGER,
    follows,
    nears,
    reached,
    split_mark,
    split_number,
)


def label(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, each with its printed number apart from its words; one that has it keeps it.

    A figure that merely begins a sentence is left in it: what counts as a number stands in a
    sequence with the numbers around it.
    """
    whole = _whole_numbers(blocks)
    out: list[Block] = []
    section = ""
    marks: list[str] = []  # the marks of the open list, outer then inner
    for at, block in enumerate(blocks):
        match block.shape:
            case Shape.TABLE | Shape.QUOTATION:
                done = block
            case Shape.HEADING if block.label:
                done, marks, section = block, [], block.label.rstrip(".")
            case _ if block.label:
                done, marks = block, reached(marks, block.label)
                section = block.label.split(".")[0] if DOTTED.match(block.label) else section
            case Shape.HEADING:
                done, marks = _heading(block, section), []
                section = done.label.rstrip(".") or section
            case Shape.PARAGRAPH:
                done = _paragraph(block, section, marks, counted=at in whole)
                marks = reached(marks, done.label)
                section = done.label.split(".")[0] if DOTTED.match(done.label) else section
            case Shape.BULLET:
                found, words = split_mark(block.text)
                done = replace(block, label=found, text=words)
                marks = reached(marks, found)
        out.append(done)
    return _rejoin(out)


def _whole_numbers(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the positions of paragraphs whose whole number stands in a sequence."""
    found = [
        (at, int(match[1]), match[2])
        for at, block in enumerate(blocks)
        if block.shape is Shape.PARAGRAPH and not block.label and (match := INTEGER.match(block.text))
    ]
    out: set[int] = set()
    for place, (at, number, stop) in enumerate(found):
        before = found[place - 1][1] if place else None
        after = found[place + 1][1] if place + 1 < len(found) else None
        if before == number - 1 or after == number + 1 or (stop and number == 1):
            out.add(at)
    return frozenset(out)


def _heading(block: Block, section: str) -> Block:
    number, stop, words = split_number(HEADED, block.text)
    if not number or (not stop and "." not in number and not _next(number, section)):
        return block
    return replace(block, label=number + stop, text=words)


def _next(number: str, section: str) -> bool:
    """Return whether a bare number can be the next section's; a few may be missing between."""
    reached = section.split(".")[0]
    if not reached:
        return int(number) < 20
    return not reached.isdigit() or int(reached) <= int(number) <= int(reached) + 3


def _paragraph(block: Block, section: str, marks: list[str], *, counted: bool) -> Block:
    number, stop, words = split_number(DOTTED, block.text)
    if number and (not words[:1].islower() or _fits(number, section)):
        return replace(block, label=number + stop, text=words)
    if counted:
        number, stop, words = split_number(INTEGER, block.text)
        return replace(block, label=number + stop, text=words)
    found, words = split_mark(block.text)
    opens = any(follows(found, last) for last in ("", *marks)) or any(nears(found, last) for last in marks)
    if found and not found.strip("().").isdigit() and opens:
        return replace(block, label=found, text=words)
    return block


def _fits(number: str, section: str) -> bool:
    parts = number.split(".")
    if not section:
        return len(parts) > 2 or parts[1] in ("0", "1")
    return len(parts) > 2 or parts[0] == section.split(".")[0]


def _rejoin(blocks: Sequence[Block]) -> list[Block]:
    """Join a number alone on its line to the words below it."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if last and last.label and not last.text and block.shape is Shape.PARAGRAPH and not block.label:
            out[-1] = replace(last, text=block.text)
        else:
            out.append(block)
    return [_with_words(block) for block in out]


def _with_words(block: Block) -> Block:
    """Return the block with its number as its words when it has no others."""
    return block if block.text or not block.label else replace(block, text=block.label, label="")
