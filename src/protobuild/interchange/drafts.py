"""Gather the blocks of a section into clauses: which words belong together, and under which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from protobuild.interchange.blocks import BOLD, Block, Shape
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.numbers import DOTTED, follows, marks_of
from protobuild.interchange.prose import Part
from protobuild.interchange.sections import part_of

_ENDORSES = re.compile(r"\b(?:endorse|sign|agree)", re.IGNORECASE)

Content = Literal["text", "matrix", "quotation", "subheading", "signatures"]


@dataclass(slots=True)
class ItemDraft:
    """A citable item being gathered."""

    line: int
    label: str = ""
    heading: str = ""
    parts: list[Part] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A clause being gathered."""

    content: Content
    line: int
    label: str = ""
    parts: list[Part] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)
    closing: list[Part] = field(default_factory=list)
    heading: str = ""
    """The caption of a table, the words of a subheading."""
    rows: tuple[tuple[str, ...], ...] = ()
    signed: list[tuple[str, ...]] = field(default_factory=list)


def gather(blocks: Sequence[Block]) -> tuple[list[Draft], list[Note]]:
    """Return the clauses of a section in order, and what is to be said about them."""
    gathering = _Gathering(blocks)
    for at in range(len(blocks)):
        gathering.take(at)
    return gathering.drafts, gathering.notes


class _Gathering:
    """One pass over the blocks of a section."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.at = 0
        self.drafts: list[Draft] = []
        self.notes: list[Note] = []
        self.caption: Block | None = None
        self.item_heading = ""
        self.numbered = any(DOTTED.match(block.label) for block in blocks)
        """Whether a paragraph of the section has a number."""

    @property
    def current(self) -> Draft | None:
        """The clause that takes further words, if one does."""
        last = self.drafts[-1] if self.drafts else None
        return last if last and last.content == "text" else None

    def take(self, at: int) -> None:
        """Put one block where it belongs."""
        self.at = at
        block = self.blocks[at]
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        match block.shape:
            case Shape.HEADING:
                self._heading(block)
            case Shape.TABLE:
                self._table(block)
            case Shape.QUOTATION:
                self._quotation(block)
            case Shape.BULLET:
                self._bullet(block)
            case Shape.PARAGRAPH:
                self._paragraph(block, following)

    def _heading(self, block: Block) -> None:
        if DOTTED.match(block.label):
            bold = f"**{block.text}**" if "*" not in block.text else block.text
            self.drafts.append(Draft("text", block.line, block.label, [Part("paragraph", bold)]))
        else:
            self.drafts.append(Draft("subheading", block.line, block.label, heading=block.text))

    def _table(self, block: Block) -> None:
        caption = self.caption.text if self.caption else ""
        found = BOLD.match(caption)
        line = self.caption.line if self.caption else block.line
        self.drafts.append(Draft("matrix", line, heading=found[1] if found else "", rows=block.rows))
        self.caption = None

    def _quotation(self, block: Block) -> None:
        last = self.drafts[-1] if self.drafts else None
        if last and last.content == "quotation":
            last.parts.append(part_of(block))
        elif last and self._same_paragraph_goes_on(last):
            _add(last, block)
        else:
            self.drafts.append(Draft("quotation", block.line, parts=[part_of(block)]))

    def _same_paragraph_goes_on(self, last: Draft) -> bool:
        """Return whether unnumbered words follow the quotation, in a section whose paragraphs have numbers.

        They belong to the same paragraph; a clause of their own would take a number in a draft.
        """
        if last.content != "text" or not DOTTED.match(last.label):
            return False
        at = self.at + 1
        while at < len(self.blocks) and self.blocks[at].shape is Shape.QUOTATION:
            at += 1
        block, after = (*self.blocks[at : at + 2], None, None)[:2]
        if block is None or (after and after.shape is Shape.TABLE and BOLD.match(block.text)):
            return False
        return block.shape is Shape.BULLET or (block.shape is Shape.PARAGRAPH and not block.label)

    def _bullet(self, block: Block) -> None:
        current = self.current
        if current is None:
            self.drafts.append(Draft("text", block.line, parts=[part_of(block)]))
        elif block.label and not current.closing and _leads_to_items(current):
            self._item(current, block)
        else:
            _add(current, block)

    def _item(self, current: Draft, block: Block) -> None:
        item = ItemDraft(block.line, block.label, self.item_heading, [Part("paragraph", block.text)])
        self.item_heading = ""
        siblings = current.items
        for _ in range(max(block.depth, _is_inner(siblings, block.label))):
            if not siblings:
                break
            siblings = siblings[-1].items
        siblings.append(item)

    def _paragraph(self, block: Block, following: Block | None) -> None:
        current = self.current
        bold = BOLD.match(block.text) is not None and not block.label
        if bold and following and following.shape is Shape.TABLE:
            self.caption = block
        elif bold and current and not current.closing and following and _is_item(current, following):
            self.item_heading = block.text[2:-2]
        elif bold and not (current and current.label):
            self.drafts.append(Draft("subheading", block.line, heading=block.text[2:-2]))
        elif block.label:
            self._numbered(block)
        elif self._is_signature(block):
            self._signature(block)
        elif current and (current.label or block.depth > 0):
            _add(current, block)
        else:
            self._unnumbered(block)

    def _numbered(self, block: Block) -> None:
        current = self.current
        open_list = current if current and not current.closing else None
        if open_list and _is_item(open_list, block):
            self._item(open_list, block)
        elif open_list and open_list.items and (inner := _is_below(open_list.items[-1], block)):
            inner.items.append(ItemDraft(block.line, block.label, parts=[Part("paragraph", block.text)]))
        else:
            self.drafts.append(Draft("text", block.line, block.label, [Part("paragraph", block.text)]))

    def _unnumbered(self, block: Block) -> None:
        if self.numbered:
            said = " ".join(block.text.split()[:6])
            self.notes.append(
                Note(
                    Topic.UNNUMBERED,
                    f"“{said} …” has no number, and stands first in its section or after a table,"
                    " heading or quotation; in a draft it would take the next number",
                    block.line,
                )
            )
        self.drafts.append(Draft("text", block.line, parts=[part_of(block)]))

    def _is_signature(self, block: Block) -> bool:
        lines = block.text.split("\\\n")
        if not (
            2 <= len(lines) <= 3 and all(0 < len(line) < 60 and line[-1] not in ".:;," for line in lines)
        ):
            return False
        last = self.drafts[-1] if self.drafts else None
        if last is None:
            return False
        return last.content == "signatures" or bool(
            last.content == "text" and not last.items and _ENDORSES.search(last.parts[-1].text)
        )

    def _signature(self, block: Block) -> None:
        if self.drafts[-1].content != "signatures":
            self.drafts.append(Draft("signatures", block.line))
            self.notes.append(
                Note(
                    Topic.CONTENT,
                    "short lines after an endorsement were taken for signatures",
                    block.line,
                    "high",
                )
            )
        self.drafts[-1].signed.append(tuple(block.text.split("\\\n")))


def _leads_to_items(current: Draft) -> bool:
    """Return whether a marked bullet can be an item: nothing but items stands between it and the lead-in."""
    return bool(current.items) or current.parts[-1].kind == "paragraph"


def _is_inner(siblings: Sequence[ItemDraft], label: str) -> bool:
    """Return whether a mark is of another kind than its list's, as (i) is under (a)."""
    if not siblings or not siblings[0].label or follows(label, siblings[-1].label):
        return False
    return marks_of([label]) != marks_of([siblings[0].label])


def _add(current: Draft, block: Block) -> None:
    """Add words to a clause: to its text, its last item, or after its items."""
    part = part_of(block)
    if not current.items:
        current.parts.append(part)
    elif block.depth > 0 and not current.closing:
        _innermost(current.items[-1]).parts.append(Part(part.kind, part.text, part.depth - 1))
    else:
        current.closing.append(part)


def _innermost(item: ItemDraft) -> ItemDraft:
    """Return the last item of the last item, however deep: the one that was read last."""
    return _innermost(item.items[-1]) if item.items else item


def _is_item(current: Draft, block: Block) -> bool:
    """Return whether a numbered paragraph is an item of the clause that is open."""
    if block.shape is not Shape.PARAGRAPH or not block.label:
        return False
    bare = block.label.rstrip(".)").lstrip("(")
    base = current.label.rstrip(".")
    if "." in bare:
        return bool(base) and bare.startswith(base + ".") and bare.count(".") == base.count(".") + 1
    if bare.isalpha():
        return True
    last = current.items[-1].label.strip("().") if current.items else ""
    starts = bare == "1" or (last.isdigit() and bare.isdigit() and int(bare) == int(last) + 1)
    leads = "." in base or bool(current.items) or current.parts[-1].text.rstrip("-–* ").endswith(":")
    return starts and leads and not base.isdigit()


def _is_below(item: ItemDraft, block: Block) -> ItemDraft | None:
    """Return the item, or one inside it, under whose number the paragraph's number lies."""
    if item.items and (inner := _is_below(item.items[-1], block)):
        return inner
    below = "." in item.label and block.label.startswith(item.label.rstrip(".") + ".")
    return item if below else None
