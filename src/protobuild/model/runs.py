"""Runs: the smallest visible pieces of text, and the rounds that made, removed or redressed them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Style = str  # "strong" or "emphasis"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looked until a round: what can change without changing a word."""

    until: int
    """The round that changed it; before that round this is how it looked."""
    style: frozenset[Style] = frozenset()
    href: str = ""
    ref: str = ""
    """What it stood for, when the provision it names had another id."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that looks one way and was made by one round."""

    text: str
    style: frozenset[Style] = frozenset()
    href: str = ""
    """The address a link leads to; empty when the run is no link."""
    ref: str = ""
    """What the run stands for: a provision's id, or `role:`, `doc:`, `term:` with a name."""
    born: int = 0
    gone: int | None = None
    was: tuple[Look, ...] = ()
    """Earlier looks, earliest first."""
    moved: int = 0
    """The round that brought the words from, or took them to, another place; nobody wrote or struck them."""

    def seen_in(self, number: int) -> bool:
        """Return whether the run stands in the text after that round."""
        return self.born <= number and (self.gone is None or self.gone > number)

    def saying(self, text: str) -> Run:
        """Return the run with other words."""
        return Run(text, self.style, self.href, self.ref, self.born, self.gone, self.was, self.moved)

    def as_of(self, number: int) -> Run:
        """Return the run without marks, looking as it did after that round."""
        if not (self.born or self.was or self.moved or self.gone is not None):
            return self
        for look in self.was:
            if look.until > number:
                return Run(self.text, look.style, look.href, look.ref)
        return Run(self.text, self.style, self.href, self.ref)

    @property
    def marked(self) -> bool:
        """Whether any round touched the run."""
        return bool(self.born or self.gone is not None or self.was)


Runs = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """Return the words of the runs, marks and looks left out."""
    return "".join(run.text for run in runs)


def words(text: str) -> Runs:
    """Return unmarked, undressed runs that say the text."""
    return (Run(text),) if text else ()


def tidy(runs: Iterable[Run]) -> Runs:
    """Join neighbours that differ in nothing but their words, and drop empty ones.

    Two equal texts have equal tidy runs, so equality of outlines is equality of tuples.
    A reference never joins its neighbour: its text is worked out, and may change alone.
    """
    out: list[Run] = []
    texts: list[str] = []  # the words of the run being joined, its first run waiting in `out`
    for run in runs:
        if not run.text and not run.ref:
            continue
        if out and _alike(out[-1], run):
            texts.append(run.text)
            continue
        _finish(out, texts)
        out.append(run)
        texts = [run.text]
    _finish(out, texts)
    return tuple(out)


def _finish(out: list[Run], texts: list[str]) -> None:
    """Give the last run all the words that were joined to it."""
    if len(texts) > 1:
        out[-1] = out[-1].saying("".join(texts))


def _alike(one: Run, other: Run) -> bool:
    """Whether two runs differ in nothing but their words."""
    return (
        not one.ref
        and not other.ref
        and one.born == other.born
        and one.gone == other.gone
        and one.moved == other.moved
        and one.href == other.href
        and one.style == other.style
        and one.was == other.was
    )


def seen(runs: Runs, number: int) -> Runs:
    """Return what stands after that round, as tidy runs without marks."""
    if len(runs) > 1:
        return tidy(run.as_of(number) for run in runs if run.seen_in(number))
    return tuple(run.as_of(number) for run in runs if run.seen_in(number) and (run.text or run.ref))


def text_of(runs: Iterable[Run], number: int) -> str:
    """Return the plain words that stand after that round."""
    return plain(run for run in runs if run.seen_in(number))
