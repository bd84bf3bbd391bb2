"""Rank a change: what is not proved minor is substantive."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from protobuild.model.redlined import Rank
from protobuild.redline.regions import Region

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "„": '"', "«": '"', "»": '"'})


def rank(regions: Sequence[Region]) -> Rank:
    """Return the rank of a change of wording.

    Minor is a closed list: spacing, capitals, quotation marks, and the number a reference
    prints. A new title for the same role is a class of its own.
    """
    telling = [region for region in regions if not _minor(region)]
    if not telling:
        return Rank.MINOR
    return Rank.TITLES if all(region.roles for region in telling) else Rank.SUBSTANTIVE


def _minor(region: Region) -> bool:
    if region.display:
        return not region.roles
    return _bare(region.old) == _bare(region.new)


def _bare(text: str) -> str:
    """Return the text without what never changes a meaning: capitals, spaces, the look of quotation marks."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return "".join(folded.replace('"', "'").split())
