"""Misspelt: tell a misspelling put right from a change of word, by proof and not by likeness."""

from __future__ import annotations


def put_right(old: str, new: str) -> bool:
    """Return whether the old words are the new ones with a misspelling in one of them."""
    return False
