"""Compare texts: one redline of them all, with what changed, the reasons, and the names that papers gave."""

from __future__ import annotations

from collections.abc import Sequence

from protobuild.model.outline import Outline
from protobuild.model.redlined import Paper, Redlined, Why


def compared(
    texts: Sequence[Outline], why: Sequence[Why] = (), papers: Sequence[Paper] = (), *, ids: bool = True
) -> Redlined:
    """Return what each text changes in the one before; the first is the base.

    `ids` says whether equal ids mean equal provisions in all of them.
    """
    from protobuild.redline.compare import redline  # it costs what most verbs never need
    from protobuild.redline.schedule.changes import describe

    return describe(redline(*texts, ids=ids), why, papers)
