"""How often a law is tried on what is made by chance: some times each day, thousands of times by night."""

from __future__ import annotations

import os

EXAMPLES = int(os.environ.get("PROTOBUILD_EXAMPLES", "40"))
"""How many cases most laws are tried on; those that take longer, or say more, have their share of it."""


def tries(percent: int = 100) -> int:
    """Return how many cases a law is tried on, as a share of the others."""
    return max(1, EXAMPLES * percent // 100)
