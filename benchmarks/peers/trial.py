"""Try an engine on pairs, and sum up its scores."""

from __future__ import annotations

import math
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

from benchmarks.peers.annotated import NEW, OLD, Pair
from benchmarks.peers.engines import Engine
from benchmarks.peers.measure import FailedError, Run, measure
from benchmarks.peers.score import Score, score
from benchmarks.peers.sides import LAYOUTS, ideal, outline, text


@dataclass(frozen=True, slots=True)
class Trial:
    """What an engine did on some pairs; no scores when it could not be run."""

    engine: Engine
    scores: tuple[tuple[Pair, Score], ...] = ()
    cpu: float = math.inf
    memory: int = 0
    failed: str = ""

    def count(self, name: str) -> int:
        """Return the sum of one figure of the scores."""
        return sum(int(getattr(one, name)) for _, one in self.scores)

    def distance(self, name: str, *, chosen: Callable[[Pair, Score], bool] = lambda *_: True) -> int:
        """Return how far words or pieces lie from the ideal, in either direction, on chosen pairs."""
        return sum(
            abs(int(getattr(one, name)) - int(getattr(one, f"ideal_{name}")))
            for pair, one in self.scores
            if chosen(pair, one)
        )


def ordinary(pair: Pair, found: Score) -> bool:
    """Return whether a pair has neither a move nor a passage rewritten whole."""
    return not (found.ideal_moves or rewritten(pair, found))


def rewritten(pair: Pair, _: Score) -> bool:
    """Return whether a pair has a passage rewritten whole."""
    return "rewrite" in pair.expected


def missing(engine: Engine) -> str:
    """Return why the engine cannot be run here, or nothing."""
    if engine.ours or find_spec(engine.needs) or shutil.which(engine.needs):
        return ""
    return f"{engine.needs} is not installed"


def attempt(engine: Engine, pairs: Sequence[Pair]) -> Trial:
    """Return what the engine does with the pairs."""
    if reason := missing(engine):
        return Trial(engine, failed=reason)
    given = [given_to(engine, pair) for pair in pairs]
    try:
        run = measure(engine, given)
    except FailedError as error:
        return Trial(engine, failed=str(error))
    return Trial(engine, tuple(_scored(pairs, given, run)), run.cpu, run.memory)


def _scored(
    pairs: Sequence[Pair], given: Sequence[tuple[Any, Any]], run: Run
) -> Iterable[tuple[Pair, Score]]:
    for pair, texts, found in zip(pairs, given, run.results, strict=True):
        lines = isinstance(texts[OLD], str) and not texts[OLD].startswith("<")
        old, new = texts if lines else (text(pair, side, layout=False) for side in (OLD, NEW))
        one = score(found, ideal(pair), old, new)
        if f"{one.words} words in {one.pieces} pieces" == pair.expected.get("as good"):
            one = replace(one, ideal_words=one.words, ideal_pieces=one.pieces)
        if "layout" in pair.expected:  # a text broken elsewhere has other lines and the same words
            one = replace(one, blocks=one.accept and one.reject)
        yield pair, one


def given_to(engine: Engine, pair: Pair) -> tuple[Any, Any]:
    """Return what the engine is given: for a peer, the new text is laid out as its author left it."""
    old, new = (outline(pair, side, ids=engine.ids) for side in (OLD, NEW))
    layout = pair.expected.get("layout", "")
    if not engine.ours and layout == "nfd":
        entries = (
            replace(
                entry,
                body=tuple(replace(run, text=unicodedata.normalize("NFD", run.text)) for run in entry.body),
            )
            for entry in new.entries
        )
        new = replace(new, entries=tuple(entries))
    made = engine.given(new)
    if isinstance(made, str) and layout:
        made = made.replace("\n", "\r\n") if layout == "crlf" else LAYOUTS[layout](made)
    return engine.given(old), made
