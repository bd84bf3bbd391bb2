"""Say that git is too old to be asked without obeying what a repository sets up."""

from __future__ import annotations

from collections.abc import Sequence

from protobuild.model.source import UsageError

LEAST = (2, 31)
"""The first version that takes settings from its surroundings, by which hooks and filters are kept out."""


def too_old(version: Sequence[int]) -> UsageError | None:
    """Return why that version of git will not do, with the remedy; None where it will."""
    if tuple(version[:2]) >= LEAST:
        return None
    return UsageError(
        f"The program 'git' on this computer is version {_dotted(version)}, and at least {_dotted(LEAST)} is "
        "needed: an older one cannot be kept from running what a repository names.",
        fix=f"Install git {_dotted(LEAST)} or later. Until then every version is kept whole in changelog/ "
        "all the same: adopt with --no-history, and compare versions by their dates.",
    )


def _dotted(version: Sequence[int]) -> str:
    return ".".join(map(str, version))
