"""Infer the title and headings of a text that does not mark them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protobuild.interchange.beginnings import is_appendix
from protobuild.interchange.blocks import BOLD, Block, Shape, shouted
from protobuild.interchange.notes import Confidence, Note, Topic
from protobuild.interchange.numbers import DOTTED, HEADED, INTEGER, split_number

_LONGEST = 100


def infer(blocks: Sequence[Block]) -> tuple[list[Block], list[Note]]:
    """Return the blocks with headings among them, and each one that was inferred.

    A text that marks any heading below its title is taken at its word.
    """
    if any(block.shape is Shape.HEADING for block in blocks[1:]) or _is_heading_of_text(blocks[:1]):
        return list(blocks), []
    out: list[Block] = []
    notes: list[Note] = []
    for at, block in enumerate(blocks):
        rank, confidence, reason = _rank(blocks, at)
        if rank:
            text = bold[1] if (bold := BOLD.match(block.text)) else block.text
            out.append(replace(block, shape=Shape.HEADING, text=text, depth=rank))
            what = "title" if rank == 1 else "heading"
            notes.append(
                Note(Topic.HEADING, f"taken for a {what} ({reason}): “{text}”", block.line, confidence)
            )
        else:
            out.append(block)
            notes += _doubt(blocks, at)
    return out, notes


def _doubt(blocks: Sequence[Block], at: int) -> list[Note]:
    """Return a note on short words that may be a heading, though nothing proves it."""
    block = blocks[at]
    stands_apart = 0 < at < len(blocks) - 1 and blocks[at - 1].text.endswith((".", "!", "?"))
    if INTEGER.match(block.printed) and stands_apart and INTEGER.match(blocks[at + 1].printed):
        return []  # one of a row of numbered paragraphs
    if not (stands_apart and _short(block) and block.text[:1].isupper() | block.text[:1].isdigit()):
        return []
    return [Note(Topic.HEADING, f"may be a heading; kept as a paragraph: “{block.text}”", block.line, "low")]


def _is_heading_of_text(first: Sequence[Block]) -> bool:
    """Return whether the text begins with a marked heading that cannot be its title."""
    return any(block.shape is Shape.HEADING and block.depth > 1 for block in first)


def _rank(blocks: Sequence[Block], at: int) -> tuple[int, Confidence, str]:
    block = blocks[at]
    if not _short(block):
        return 0, "", ""
    number, _, words = split_number(HEADED, block.printed)
    following = _next_section(blocks, at)
    if number and "." not in number.removesuffix(".0") and _opens(blocks, at, number.split(".")[0]):
        return 2, "high", f"{number.split('.')[0]}.1 follows"
    if is_appendix(block.text) and _holds_words(blocks[at + 1 : at + 2]):
        return 2, "high", "it begins an appendix"
    if at == 0 and not number and not _starts_body(blocks):
        return 1, "medium", "the first line, short and without a full stop"
    if shouted(words) and not number:
        return 2, "medium", "all in capitals"
    if shouted(words) and "." not in number.removesuffix(".0"):
        return 2, "high", "numbered, all in capitals"
    if BOLD.match(block.text) and not number:
        return 2, "medium", "all in bold"
    if not number and following and following not in _sections_before(blocks, at):
        return 2, "medium", f"the numbers go on to {following}.1"
    return 0, "", ""


def _short(block: Block) -> bool:
    words = block.printed
    return (
        block.shape is Shape.PARAGRAPH
        and len(words) <= _LONGEST
        and "\n" not in words
        and not DOTTED.match(words.replace(".0 ", " ", 1))
        and not words.rstrip("*").endswith((".", ":", ";", ",", "-"))
        and any(letter.isalpha() for letter in words)
    )


def _starts_body(blocks: Sequence[Block]) -> bool:
    return len(blocks) < 2


def _next_section(blocks: Sequence[Block], at: int) -> str:
    """Return the section number of the paragraph right after, when it is the section's first."""
    if at + 1 >= len(blocks):
        return ""
    found = DOTTED.match(blocks[at + 1].printed)
    if found is None or blocks[at + 1].shape is not Shape.PARAGRAPH:
        return ""
    section, *rest = found[1].split(".")
    return section if rest[0] in ("0", "1") else ""


def _holds_words(below: Sequence[Block]) -> bool:
    """Return whether something other than the next heading stands below: a list of appendices has none."""
    return any(not is_appendix(block.text) and not shouted(block.text) for block in below)


def _opens(blocks: Sequence[Block], at: int, section: str) -> bool:
    """Return whether the section's first number follows, with only a paragraph or two between."""
    for below in range(at, min(at + 3, len(blocks) - 1)):
        if _next_section(blocks, below) == section:
            return True
        if blocks[below + 1].shape is not Shape.PARAGRAPH or INTEGER.match(blocks[below + 1].printed):
            return False
    return False


def _sections_before(blocks: Sequence[Block], at: int) -> frozenset[str]:
    """Return the section number of the last numbered paragraph before."""
    for block in reversed(blocks[max(0, at - 50) : at]):
        if block.shape is Shape.PARAGRAPH and (found := DOTTED.match(block.printed)):
            return frozenset({found[1].split(".")[0]})
    return frozenset()
