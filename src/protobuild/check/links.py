"""Links: each leads somewhere.

Passes: `[the Act](https://www.legislation.gov.uk)`, `[write to us](mailto:law@example.gov.uk)`.
Fails: `[the Act](#)` and `[the Act]()`, as a text copied from a web page often has; a warning in a
draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "links"

_DEAD = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]*)\]\((?:<>|#|<#>|\s*)\)")


def check(look: Look) -> Iterator[Finding]:
    """Yield a warning for each link without an address."""
    for spot in look.spots:
        if "](" not in spot.words or spot.silent(NAME):
            continue
        for found in _DEAD.finditer(spot.words):
            words = " ".join(found["words"].split())
            yield Finding(
                NAME,
                f"the link '{words}' leads nowhere",
                look.within(spot, *found.span()),
                "Readers who follow it stay where they are.",
                "Write the address in the round brackets, or delete the brackets and keep the words.",
                Severity.WARNING,
            )
