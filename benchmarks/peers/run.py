"""Run every engine on the same pairs and corpora, and write one page of what came out."""

from __future__ import annotations

import dataclasses
import math
import platform
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
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
SETS = {"Pairs": FOLDER, "Pairs kept apart": UNSEEN}
SIZES = ["1,000 words", "10,000 words", "50,000 words", "200,000 words"]
EXPONENTS = {"protobuild, ids": 1.2, "protobuild, no ids": 1.4}
"""How our time may grow with the length of a text."""

QUALITY = (
    Column("FULL", lambda one: one.count("full"), Best.MOST),
    Column("new text", lambda one: one.count("accept"), Best.MOST),
    Column("old text", lambda one: one.count("reject"), Best.MOST),
    Column("lines", lambda one: one.count("blocks"), Best.MOST),
    Column("moves shown", lambda one: one.count("moves"), Best.MOST),
    Column("moved in vain", lambda one: one.count("false_moves"), Best.LEAST, movers=True),
    Column("edits hidden", lambda one: one.count("hidden"), Best.LEAST, movers=True),
    Column("rewrites off", lambda one: one.distance("pieces", chosen=rewritten), Best.LEAST),
    Column("words off", lambda one: one.distance("words", chosen=ordinary), Best.LEAST),
    Column("pieces off", lambda one: one.distance("pieces", chosen=ordinary), Best.LEAST),
    Column("torn words", lambda one: one.count("torn"), Best.LEAST),
    Column("looks", lambda one: one.count("dressed"), Best.MOST),
)
MOVES = (
    Column("shown", lambda one: one.count("moves"), Best.MOST),
    Column("in vain", lambda one: one.count("false_moves"), Best.LEAST, movers=True),
    Column("edits hidden", lambda one: one.count("hidden"), Best.LEAST, movers=True),
    Column("right both ways", lambda one: one.count("right"), Best.MOST),
)
MARKED = (
    Column("right both ways", lambda one: one.count("right"), Best.MOST),
    Column("words off", lambda one: one.distance("words"), Best.LEAST),
    Column("pieces off", lambda one: one.distance("pieces"), Best.LEAST),
    Column("moved in vain", lambda one: one.count("false_moves"), Best.LEAST, movers=True),
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


def pages() -> Iterator[str]:
    """Yield the lines of the page."""
    yield from (
        "# Our redline beside others",
        "",
        "Made by `python -m benchmarks.peers`. An asterisk marks a figure of ours that a peer betters.",
        f"Python {platform.python_version()}. CPU and memory are those of comparing alone, in a process "
        "of its own; other work on the machine moves them by a third, so read ratios.",
    )
    behind_in: list[str] = []
    for title, said, trials, columns in chain(_on_pairs(), _on_moves(), _on_texts()):
        yield from ("", f"## {title}", "", said, "", *table(trials, columns))
        behind_in += behind(title, trials, columns)
    yield from ("", "## Lists that are exact", "", "No peer gives any of them.", "", *_lists())
    yield from ("", "## Our growth", "", *_growth())
    yield from ("", "## Where we are not first", "", *(behind_in or ["Nowhere."]))


Part = tuple[str, str, list[Trial], Sequence[Column]]
"""A part of the page: its title, what is said of it, the trials, and the figures shown."""


def _on_pairs() -> Iterator[Part]:
    for title, folder in SETS.items():
        trials = [_tried(engine, title, load(folder)) for engine in ENGINES if engine.pairs]
        yield f"{title}: {len(load(folder))}", _pairs_note(trials[0]), trials, QUALITY


def _on_moves() -> Iterator[Part]:
    trials = [trial(engine, *DRAWS) for engine in ENGINES if engine.moves]
    moved = sum(unit.sign[0] == ">" for name in DRAWS for unit in corpus(name).units)
    said = f"{len(DRAWS)} draws of 330 clauses; {moved} moved, half of them edited. Other engines show none."
    yield "Moves", said, trials, MOVES


def _on_texts() -> Iterator[Part]:
    for title, name, said, columns in (
        ("500 look-alikes, three edits", "look-alikes", "The ideal marks 8 words in 5 pieces.", MARKED),
        ("Two unrelated texts", "unrelated", "Nothing moved; each text is replaced whole.", MARKED),
        ("10,000 words", "10,000 words", "A word in twelve is struck or new; two paragraphs moved.", SPEED),
        ("50,000 words", "50,000 words", "The same, five times as long.", SPEED),
    ):
        yield title, said, [trial(engine, name) for engine in ENGINES if engine.pairs], columns


def _pairs_note(trial: Trial) -> str:
    wanted = trial.count("ideal_moves"), trial.count("ideal_words"), trial.count("ideal_pieces")
    return (
        f"{wanted[0]} lines moved; the ideal marks {wanted[1]} words in {wanted[2]} pieces. *FULL*: both "
        "texts and their lines right, every move shown and no other, no edit hidden in one, no word torn, "
        "and words and pieces within a tenth of the ideal. *Off*: distance from the ideal, in either "
        "direction: of pieces on the rewritten pairs, of words and pieces on those with neither moves nor "
        "rewrites. *Looks*: a change of link or emphasis is shown as that. Peers read numbers as typed "
        "words, as councils' files have them; the larger texts below have none."
    )


def _lists() -> Iterator[str]:
    names = [field.name for field in dataclasses.fields(ours.Lists)]
    yield f"| Pairs, engine | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    for title, folder in SETS.items():
        for engine in OURS:
            found = [(_listed(pair, ids=engine.ids), expected(pair)) for pair in load(folder)]
            right = (
                sum(getattr(one, name) == getattr(ideal, name) for one, ideal in found) for name in names
            )
            cells = (f"{count} of {len(found)}" for count in right)
            yield f"| {title}, {engine.name} | {' | '.join(cells)} |"


def _listed(pair: Pair, *, ids: bool) -> ours.Lists:
    return ours.lists(ours.compare(outline(pair, OLD, ids=ids), outline(pair, NEW, ids=ids), ids=ids))


def _growth() -> Iterator[str]:
    """Yield our time and memory by length, how it grows, and the two texts that might be quadratic."""
    names = [*SIZES, "siblings", "rewritten"]
    heads = [*names, "exponent from 10,000 words", "Docxodus takes, at 10,000 and 50,000"]
    yield f"| Engine | {' | '.join(heads)} |"
    yield f"| --- |{' --- |' * len(heads)}"
    for engine in OURS:
        runs = {name: trial(engine, name) for name in names}
        growth = math.log(runs[SIZES[3]].cpu / runs[SIZES[1]].cpu) / math.log(20)
        cells = [f"{one.cpu:.3f} s, {one.memory} MB" for one in runs.values()]
        cells.append(f"{growth:.2f} (at most {EXPONENTS[engine.name]})")
        cells.append(" and ".join(_times(runs[name], name) for name in SIZES[1:3]))
        yield f"| {engine.name} | {' | '.join(cells)} |"


def _times(ours: Trial, name: str) -> str:
    """Return how many times as long as ours Docxodus takes."""
    docxodus = next(engine for engine in ENGINES if engine.needs == "python_redlines")
    other = trial(docxodus, name)
    return other.failed or f"{other.cpu / ours.cpu:.1f} times"


def main() -> int:
    """Print the page and write it."""
    lines = []
    for line in pages():
        print(line, flush=True)
        lines.append(line)
        PAGE.write_text("\n".join(lines) + "\n", "utf-8")
    return 0
