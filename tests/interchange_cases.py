"""The cases of the redline as pairs of texts, for what reads and writes files."""

from __future__ import annotations

import re
from pathlib import Path

from notation import read
from protobuild.model.outline import Outline

CASES = Path(__file__).parent / "redline" / "cases"


def cases() -> list[tuple[str, Outline, Outline]]:
    """Return each case of structure and of words: its name, the old text and the new."""
    out = []
    for name in ("structure", "words"):
        parts = re.split(r"^\.$", (CASES / f"{name}.md").read_text("utf-8"), flags=re.MULTILINE)
        starts = range(0, len(parts) - 3, 3)
        out += [(f"{name} {at // 3}", read(parts[at + 1]), read(parts[at + 2])) for at in starts]
    return out
