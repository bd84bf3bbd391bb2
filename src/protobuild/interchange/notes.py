"""Notes: what an import did or was unsure of, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Confidence = Literal["high", "medium", "low", ""]
Unit = Literal["line", "paragraph"]
"""What the places of a source count: the lines of a text, the paragraphs of a Word file."""


class Topic(StrEnum):
    """What a note is about; the value is the heading it stands under in the report."""

    DUPLICATE = "Numbers used twice"
    MISSING = "Numbers missing"
    ORDER = "Numbers out of order"
    MISPLACED = "Numbers that do not fit their section"
    STYLE = "Numbers written in more than one way"
    RUN_ON = "Numbers found inside a line"
    GLUED = "Numbers joined to their words"
    TABLE = "Tables laid out with spaces"
    JOINED = "Lines joined"
    CHARACTERS = "Characters"
    LINK = "Links that lead nowhere"
    UNNUMBERED = "Unnumbered paragraphs in a numbered section"
    TRUNCATED = "Words that may be cut off"
    HEADING = "Headings"
    FRONT = "Title and cover"
    CONTENT = "What a paragraph was taken for"
    KIND = "What each section is about"
    PROVIDES = "What each paragraph provides"
    PROFILE = "What the protocol must say"
    WORD = "What the Word file holds beside its text"
    COMMENT = "Comments in the margin"
    REFERENCE = "References to this text's own numbers"
    RESEMBLES = "Paragraphs that resemble one in the other version"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing a person should know about the import."""

    topic: Topic
    message: str
    line: int = 0
    """The line or paragraph of the source it is about; 0 when it is about the whole."""
    confidence: Confidence = ""
    """How sure a choice is; empty for a plain fact."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the source that are not part of the text, such as a page number."""

    line: int
    words: str
    reason: str
