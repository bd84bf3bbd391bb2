"""Rank a change: what is not proved minor is substantive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from protobuild.model.redlined import Rank
from protobuild.redline.force.misspelt import put_right
from protobuild.redline.regions import Region

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "„": '"', "«": '"', "»": '"'})
_BESIDE_MARKS = re.compile(r"(?<!\d) ?([,.;:!?()/]) ?(?!\d)")
"""A mark with the spaces beside it, away from figures, where `1. 5` is not `1.5`."""


def rank(regions: Sequence[Region]) -> Rank:
    """Return the rank of a change of wording.

    Minor is a closed list: spacing, capitals, quotation marks, a misspelling put right, and
    the number a reference prints. A new title for the same role is a class of its own.
    """
    telling = [region for region in regions if not minor(region)]
    if not telling:
        return Rank.MINOR
    return Rank.TITLES if all(region.roles for region in telling) else Rank.SUBSTANTIVE


def minor(region: Region) -> bool:
    """Return whether a changed stretch is proved to change nothing but how the words look."""
    if region.roles or region.elsewhere:
        return False
    return region.display or same_look(region.old, region.new) or put_right(region.old, region.new)


def same_look(one: str, other: str) -> bool:
    """Return whether two texts differ only in spacing, capitals and the look of quotation marks.

    A space between two words counts: `not able` is not `notable`.
    """
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).translate(_QUOTES).casefold().replace('"', "'")
    return _BESIDE_MARKS.sub(r"\1", " ".join(folded.split()))
