"""Lay figures out as Markdown tables, and say where we are not first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from benchmarks.peers.trial import Trial


class Best(Enum):
    """Which figure of a column is best."""

    MOST = 1
    LEAST = -1


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of a table."""

    name: str
    figure: Callable[[Trial], float]
    best: Best
    written: str = "{:.0f}"
    movers: bool = False
    """Whether it is a fault only an engine that shows moves can have, and is compared with those."""


def table(trials: Sequence[Trial], columns: Sequence[Column]) -> list[str]:
    """Return the lines of a table; what failed says why. An asterisk: a peer is better."""
    heads = ["Engine", *(column.name for column in columns)]
    out = [_row(heads), _row(["---"] * len(heads))]
    for trial in trials:
        if trial.failed:
            out.append(_row([trial.engine.name, trial.failed, *[""] * (len(columns) - 1)]))
            continue
        out.append(_row([trial.engine.name, *(_cell(trial, column, trials) for column in columns)]))
    return out


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(trial: Trial, column: Column, trials: Sequence[Trial]) -> str:
    value = column.figure(trial)
    if math.isnan(value):
        return ""
    return column.written.format(value) + " *" * (trial.engine.ours and bool(better(trial, column, trials)))


def better(ours: Trial, column: Column, trials: Sequence[Trial]) -> list[Trial]:
    """Return the peers whose figure, as it is written, is better than ours."""

    def rounded(trial: Trial) -> float:
        return column.best.value * float(column.written.format(column.figure(trial)).strip("%"))

    peers = [
        one
        for one in trials
        if not (one.engine.ours or one.failed) and (one.engine.moves or not column.movers)
    ]
    return [one for one in peers if rounded(one) > rounded(ours)]


def behind(title: str, trials: Sequence[Trial], columns: Sequence[Column]) -> list[str]:
    """Return a line for each figure in which a peer is better than ours."""
    out = []
    for ours in (one for one in trials if one.engine.ours and not one.failed):
        for column in columns:
            if found := better(ours, column, trials):
                best = max(found, key=lambda one: column.best.value * column.figure(one))
                own, other = (column.written.format(column.figure(one)) for one in (ours, best))
                out.append(f"- {title}, {column.name}: {ours.engine.name} {own}, {best.engine.name} {other}")
    return out
