"""Call the texts to publish or compare by names that tell one from another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from protobuild.model.outline import Outline


@dataclass(frozen=True, slots=True)
class Text:
    """A text to publish or compare."""

    outline: Outline
    """A clean outline whose one side says what the text is called."""
    ids: bool = True
    """Whether its ids are its author's; those of a single file are made up from its words."""
    exact: str = ""
    """What tells it from another text of the same name; empty where the name is enough."""
    remark: str = ""
    """What the reader should know of how the text was found."""

    @property
    def label(self) -> str:
        """What a reader calls it."""
        return self.outline.sides[0].label


def told_apart(texts: Sequence[Text]) -> tuple[Text, ...]:
    """Return the texts, those of one name saying exactly which they are."""
    return tuple(
        renamed(text, f"{text.label} ({text.exact})") if text.exact and _shared(text, texts) else text
        for text in texts
    )


def renamed(text: Text, label: str) -> Text:
    """Return the text called by another name."""
    side = replace(text.outline.sides[0], label=label)
    return replace(text, outline=replace(text.outline, sides=(side,)))


def _shared(text: Text, texts: Iterable[Text]) -> bool:
    """Return whether another text has the same name; one text named twice needs no telling apart."""
    return any(other.label == text.label and other.exact != text.exact for other in texts)
