"""Cited: what Word's own reference to a numbered paragraph would say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from protobuild.interchange.docx.writing.numbering import DEEPEST, MAIN, Auto, Label, Numbering
from protobuild.interchange.docx.writing.shapes import ABOVE
from protobuild.interchange.docx.writing.sides import NEW, Piece


def cited_by_word(
    found: Iterable[Piece], labels: Mapping[tuple[int, bool], tuple[Label, Label]], numbering: Numbering
) -> dict[str, str]:
    """Return by id what a reference in full says: the number with those it stands under, such as 2.3(a).

    Only what the main list of the new text numbers can be referred to so.
    """
    out: dict[str, str] = {}
    above = [""] * (DEEPEST + 1)
    for piece in found:
        label = labels[piece.at, piece.fate.new][NEW]
        if not isinstance(label, Auto) or numbering.nums[label.num - 1].abstract != MAIN:
            continue
        shape = numbering.levels[label.ilvl]
        own = piece.faces[NEW].label
        whole = shape is not None and ABOVE in shape.text
        under = next((said for said in reversed(above[: label.ilvl]) if said), "")
        said = (own if whole else under + own).rstrip(".")
        above[label.ilvl :] = [said, *[""] * (DEEPEST - label.ilvl)]
        if piece.id:
            out[piece.id] = said
    return out
