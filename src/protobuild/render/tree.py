"""Tree: the nesting a page needs, derived from the flat sequence."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from protobuild.model.outline import Entry, Kind, parents

LISTED = frozenset({Kind.ITEM, Kind.BULLET})
ROWS = frozenset({Kind.HEADER, Kind.ROW})


@dataclass(slots=True)
class Node:
    """An entry with its position and what lies in it; built once, then only read."""

    at: int
    entry: Entry
    inner: list[Node] = field(default_factory=list)
    instead: str = ""
    """What is said instead of this entry and the neighbours left out with it; empty when it is shown."""


def tree(entries: Sequence[Entry]) -> list[Node]:
    """Return the outermost entries, the title left out, each with what lies in it."""
    nodes = [Node(at, entry) for at, entry in enumerate(entries)]
    out: list[Node] = []
    for node, parent in zip(nodes[1:], parents(entries)[1:], strict=True):
        (out if parent <= 0 else nodes[parent].inner).append(node)
    return out


def without(nodes: Iterable[Node], at: Container[int], said: Mapping[int, str]) -> list[Node]:
    """Return the nodes less those left out: one stands for each stretch of them and says so."""
    out: list[Node] = []
    for node in nodes:
        if node.at not in at:
            out.append(replace(node, inner=without(node.inner, at, said)))
        elif node.at in said:
            out.append(Node(node.at, node.entry, instead=said[node.at]))
    return out


def groups(nodes: Sequence[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Yield neighbours with what they make together: one list, one table's rows, or blocks of their own."""
    for name, same in groupby(nodes, key=lambda node: company(node.entry)):
        yield name, list(same)


def company(entry: Entry) -> str:
    """Return what an entry makes together with neighbours like it: `list`, `rows`, `cells` or `blocks`."""
    if entry.kind in LISTED:
        return "list"
    if entry.kind in ROWS:
        return "rows"
    return "cells" if entry.kind is Kind.CELL else "blocks"
