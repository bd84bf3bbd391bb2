"""Run every engine on the same pairs and corpora, and write one page of what came out."""

from __future__ import annotations

import dataclasses
import math
import platform
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks.peers import ours
from benchmarks.peers.annotated import FOLDER, NEW, OLD, UNSEEN, Pair, load
from benchmarks.peers.corpora import CORPORA, corpus
from benchmarks.peers.engines import ENGINES, Engine
from benchmarks.peers.expected import expected
from benchmarks.peers.sides import outline
from benchmarks.peers.table import Best, Column, behind, table
from benchmarks.peers.trial import Trial, attempt, ordinary, rewritten

PAGE = Path(__file__).parent / "RESULTS.md"
OURS = [engine for engine in ENGINES if engine.ours]
DRAWS = [name for name in CORPORA if name.startswith("moves")]
SIZES = ["1,000 words", "10,000 words", "50,000 words", "200,000 words"]
EXPONENTS = {"protobuild, ids": 1.2, "protobuild, no ids": 1.4}
"""How our time may grow with the length of a text."""

QUALITY = (
    Column("FULL", lambda one: one.count("full"), Best.MOST),
    Column("new text", lambda one: one.count("accept"), Best.MOST),
    Column("old text", lambda one: one.count("reject"), Best.MOST),
    Column("lines", lambda one: one.count("blocks"), Best.MOST),
    Column("moves shown", lambda one: one.count("moves"), Best.MOST),
    Column("moved in vain", lambda one: one.count("false_moves"), Best.LEAST),
    Column("edits hidden", lambda one: one.count("hidden"), Best.LEAST),
    Column("rewrites off", lambda one: one.distance("pieces", chosen=rewritten), Best.LEAST),
    Column("words off", lambda one: one.distance("words", chosen=ordinary), Best.LEAST),
    Column("pieces off", lambda one: one.distance("pieces", chosen=ordinary), Best.LEAST),
    Column("torn words", lambda one: one.count("torn"), Best.LEAST),
    Column("looks", lambda one: one.count("dressed"), Best.MOST),
)
MOVES = (
    Column("shown", lambda one: one.count("moves"), Best.MOST),
    Column("in vain", lambda one: one.count("false_moves"), Best.LEAST),
    Column("edits hidden", lambda one: one.count("hidden"), Best.LEAST),
    Column("right both ways", lambda one: one.count("right"), Best.MOST),
)
MARKED = (
    Column("right both ways", lambda one: one.count("right"), Best.MOST),
    Column("words off", lambda one: one.distance("words"), Best.LEAST),
    Column("pieces off", lambda one: one.distance("pieces"), Best.LEAST),
    Column("moved in vain", lambda one: one.count("false_moves"), Best.LEAST),
    Column("CPU s", lambda one: one.cpu, Best.LEAST, "{:.2f}"),
)
SPEED = (
    Column("right both ways", lambda one: one.count("right"), Best.MOST),
    Column("moves shown", lambda one: one.count("moves"), Best.MOST),
    Column("words off", lambda one: one.distance("words"), Best.LEAST),
    Column("pieces off", lambda one: one.distance("pieces"), Best.LEAST),
    Column("CPU s", lambda one: one.cpu, Best.LEAST, "{:.3f}"),
    Column("MB", lambda one: one.memory, Best.LEAST),
)


@cache
def trial(engine: Engine, *names: str) -> Trial:
    """Return what the engine does with the corpora, tried once."""
    return _tried(engine, ", ".join(names), [corpus(name) for name in names])


def _tried(engine: Engine, title: str, pairs: Sequence[Pair]) -> Trial:
    print(f"  {title}: {engine.name}", file=sys.stderr, flush=True)
    return attempt(engine, pairs)


def _section(title: str, said: str, trials: Sequence[Trial], columns: Sequence[Column]) -> list[str]:
    return [f"\n## {title}\n", *([said, ""] if said else []), *table(trials, columns)]


def pages() -> Iterator[str]:
    """Yield the lines of the page."""
    yield from (
        "# Our redline beside others",
        "",
        "Made by `python -m benchmarks.peers`. An asterisk marks a figure of ours that a peer betters.",
        f"Python {platform.python_version()}. CPU and memory are those of comparing alone, in a process "
        "of its own; other work on the machine moves them by a third, so read ratios.",
    )
    slow: list[str] = []
    for title, pairs in (("Pairs", load(FOLDER)), ("Pairs kept apart", load(UNSEEN))):
        trials = [_tried(engine, title, pairs) for engine in ENGINES if engine.pairs]
        yield from _section(f"{title}: {len(pairs)}", _pairs_note(trials[0]), trials, QUALITY)
        yield from ("", *_lists(pairs))
        slow += behind(title, trials, QUALITY)
    trials = [trial(engine, *DRAWS) for engine in ENGINES]
    whole = sum(unit.sign[0] == ">" for name in DRAWS for unit in corpus(name).units)
    said = f"{len(DRAWS)} draws of 330 clauses; {whole} moved, half of them edited."
    yield from _section("Moves", said, trials, MOVES)
    slow += behind("Moves", trials, MOVES)
    for title, name, said in (
        ("500 look-alikes, three edits", "look-alikes", "The ideal marks 8 words in 5 pieces."),
        ("Two unrelated texts", "unrelated", "Nothing moved; each text is a whole replacement."),
        ("10,000 words", "10,000 words", "An edit in every twenty words, and paragraphs moved."),
        ("50,000 words", "50,000 words", ""),
    ):
        columns = SPEED if "words" in name else MARKED
        trials = [trial(engine, name) for engine in ENGINES if engine.pairs]
        yield from _section(title, said, trials, columns)
        slow += behind(title, trials, columns)
    yield from ("", "## Our growth", "", *_growth())
    yield from ("", "## Where we are not first", "", *(slow or ["Nowhere."]))


def _pairs_note(trial: Trial) -> str:
    wanted = trial.count("ideal_moves"), trial.count("ideal_words"), trial.count("ideal_pieces")
    return (
        f"{wanted[0]} lines moved; the ideal marks {wanted[1]} words in {wanted[2]} pieces. *FULL*: both "
        "texts and their lines right, every move shown and no other, no edit hidden in one, no word torn, "
        "and words and pieces within a tenth of the ideal. *Off*: distance from the ideal, in either "
        "direction: of pieces on the rewritten pairs, of words and pieces on those with neither moves nor "
        "rewrites. *Looks*: a change of link or emphasis is shown as that."
    )


def _lists(pairs: Sequence[Pair]) -> Iterator[str]:
    names = [field.name for field in dataclasses.fields(ours.Lists)]
    yield "Lists that are exact (no peer gives any):\n"
    yield f"| Engine | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    for engine in OURS:
        found = [
            (ours.lists(ours.compare(*sides, ids=engine.ids)), expected(pair))
            for pair in pairs
            for sides in [[outline(pair, side, ids=engine.ids) for side in (OLD, NEW)]]
        ]
        right = (str(sum(getattr(a, name) == getattr(b, name) for a, b in found)) for name in names)
        yield f"| {engine.name} | {' | '.join(right)} |"


def _growth() -> Iterator[str]:
    """Yield our time and memory by length, how it grows, and the two texts that might be quadratic."""
    names = [*SIZES, "siblings", "rewritten"]
    yield f"| Engine | {' | '.join(names)} | exponent from 10,000 | Docxodus / ours at 10,000, 50,000 |"
    yield f"| --- |{' --- |' * (len(names) + 2)}"
    docxodus = next(engine for engine in ENGINES if engine.name.startswith("Docxodus"))
    for engine in OURS:
        runs = {name: trial(engine, name) for name in names}
        growth = math.log(runs[SIZES[3]].cpu / runs[SIZES[1]].cpu) / math.log(20)
        ratios = (trial(docxodus, name).cpu / runs[name].cpu for name in SIZES[1:3])
        cells = [f"{one.cpu:.3f} s, {one.memory} MB" for one in runs.values()]
        bar = EXPONENTS[engine.name]
        cells += [f"{growth:.2f} (at most {bar})", " and ".join(f"{ratio:.1f}" for ratio in ratios)]
        yield f"| {engine.name} | {' | '.join(cells)} |"


def main() -> int:
    """Print the page and write it."""
    lines = []
    for line in pages():
        print(line, flush=True)
        lines.append(line)
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")
    return 0
